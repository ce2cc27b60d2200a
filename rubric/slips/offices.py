"""Compare the offices that an essay gives to people with the pack's terms.

In: an essay and a pack.  Out: Findings, one for each title that stands with a person.
A title that the person never held is wrong; one that they held at another time is wrong only where the clause itself
gives the time. A title that several offices share agrees with any of them; people who share a surname answer for each
other. "Former", "future", "not yet" and "would become" claim nothing. A person without offices in the pack is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reference.pack import Pack, Person, Term
from reference.reading.clauses import clause_head, doers, top
from reference.reading.mentions import Mention
from reference.reading.moments import Time
from reference.reading.words import fold, stem
from reference.spans import Days, days
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.slips.claims import Finding, Slip
from rubric.slips.roles import meanings
from rubric.slips.ties import anchors_of
from rubric.slips.voice import asserted, denied
from rubric.wording import say

BEFORE = re.compile(r"\s*[,(]?\s*(?:who\s+(?:by\s+(?:now|then)\s+)?was\s+(?:by\s+(?:now|then)\s+|now\s+|then\s+)?)?")
AFTER = re.compile(
    r"(?:\s*[,(]\s*|\s+(?=who\s+was\s))(?:who\s+(?:was|is)\s+|who\s+had\s+been\s+|now\s+|then\s+|by\s+then\s+|as\s+|still\s+|already\s+)*(?:the\s+|a\s+|an\s+|his\s+|their\s+)?"
    r"(?:new\s+|first\s+|[A-Z][\w.]+['’]s?\s+|[A-Z]\w+\s+|own\s+)*"
)
HEDGED = re.compile(
    r"\b(?:former|ex|future|later|late|deputy|vice|assistant|under|acting|shadow|once|one-time|onetime|next|previous|"
    r"not yet|no longer|elect)[\s-]+(?:the\s+)?(?:[A-Z]\w+\s+)?$",
    re.IGNORECASE,
)
BESIDE = re.compile(r"\s+the\s+(?:then\s+|new\s+)?")  # "Macmillan the British prime minister": only where the parse agrees
BY_NOW = re.compile(r"\b(?:by\s+)?(?:now|then)\b")
ENDS_TITLE = re.compile(r"\s*(?:[,.;:)–—!?]|$|of\b|in\b|at\b|who\b|from\b|since\b|during\b)")


LATER = re.compile(r"\b(?:later|would|will|eventually|future|soon|one day|until|remembered?|recall(?:s|ed)?|wrote|memoirs?)\b")
REMEMBERS = re.compile(r"\b(?:learn\w*|lessons?|mistakes?|memory|memories|shadow|aftermath|mend|repair\w*|legacy|forgot\w*)\b")
PASSED = frozenset({"after", "since", "following", "before", "until", "from"})
THEN = frozenset({"still", "then", "only", "already", "just", "once"})
TIGHT = 48  # characters: "Zhukov became Premier" is one mark
SINCE = re.compile(r"(?:\s+(?:and|as\s+well\s+as)\s+(?:\w+\s+){0,2}\w+)?,?\s+(?:ever\s+|only\s+)?since\s+(?:the\s+)?")
TO_THE_MONTH = re.compile(r"\d{4}-\d\d")
WHOSE = re.compile(r"['’]s?\s+(?:own\s+|new\s+|first\s+)?")
HANDOVER = 30  # days: those who served two are of both, those who came in with the next are not
SEASON = 92  # days: elected in November, in office from January
PAST = re.compile(r"\b(?:had|dead|death|died|late|old|memory|memories|earlier|once|since|years?)\b")
PAST_YEARS = 5 * 366
LONG = 366  # days: what lasted longer gives no time


@dataclass(frozen=True, slots=True)
class Held:
    """A title that the essay gives to a person, and the stretch that shows it."""

    person: Mention
    office: Mention
    start: int
    end: int
    becoming: bool = False
    apposed: bool = False


def office_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The titles of an essay that stand with a person, in reading order."""
    for read, before in essay.with_before():
        for held in _held(read):
            finding = _taken_up(read, held, pack) or _finding(read, held, pack, before)
            if finding is not None:
                yield finding


def _held(read: Read) -> list[Held]:
    people = [mention for mention in read.mentions if mention.kind == "person"]
    offices = [mention for mention in read.mentions if mention.kind == "office"]
    found = []
    for office in offices:
        held = next((held for person in people if (held := _pair(read, person, office)) is not None), None)
        if held is not None:
            found.append(held)
    return found


def _pair(read: Read, person: Mention, office: Mention) -> Held | None:
    text, base = read.sentence.text, read.sentence.start
    if HEDGED.search(text[: office.start - base]):
        return None
    between = text[office.end - base : person.start - base]
    if office.end <= person.start and BEFORE.fullmatch(between):
        possessive = re.match(r"['’]s", text[person.end - base :]) is not None
        comma = "," in between
        return None if comma and possessive else Held(person, office, office.start, person.end, apposed=bool(between.strip()))
    between = text[person.end - base : office.start - base]
    ends = ENDS_TITLE.match(text[office.end - base :]) is not None
    beside = BESIDE.fullmatch(between) is not None and read.sentence.tokens[_top(read, office)].dep == "appos"
    if person.end <= office.start and ((ends and AFTER.fullmatch(between)) or beside):
        return Held(person, office, person.start, office.end, apposed=True)
    return _predicated(read, person, office)


def _predicated(read: Read, person: Mention, office: Mention) -> Held | None:
    """ "Bulganin was Premier", "Herter had taken over as Secretary of State"."""
    sentence = read.sentence
    token = sentence.tokens[_top(read, office)]
    verb = token.head
    if token.dep == "nsubj" and sentence.tokens[verb].text.lower() == "was":  # "The head of the CIA was McCone"
        named = sentence.tokens[_top(read, person)]
        same = named.head == verb and named.dep == "attr" and named.i > verb
        return Held(person, office, person.start, person.end) if same else None
    if token.dep == "pobj" and sentence.tokens[verb].text.lower() == "as":
        verb = sentence.tokens[verb].head
    elif token.dep not in ("attr", "oprd", "dobj"):
        return None
    verbs = {word.stem for word in read.words if word.start == sentence.tokens[verb].start}
    changing = bool(verbs & stems("verbs", "becomes"))
    if not changing and not verbs & stems("verbs", "holds"):
        return None
    # "Kennedy sacked Dulles as head of the CIA": the office is that of the one it is done to, where there is one.
    done_to = [t.i for t in sentence.tokens if t.head == verb and t.dep in ("dobj", "nsubjpass")] if token.dep == "pobj" else []
    if not any(person.start <= sentence.tokens[i].start < person.end for i in done_to or doers(sentence, verb)):
        return None
    start = person.start if person.end <= office.start and office.end - person.start <= TIGHT else office.start
    return Held(person, office, start, office.end, becoming=changing)


def _top(read: Read, mention: Mention) -> int:
    found = top(read.sentence, mention.start, mention.end)
    return mention.head if found is None else found


def _finding(read: Read, held: Held, pack: Pack, before: Read | None) -> Finding | None:
    sentence = read.sentence
    head = clause_head(sentence, _top(read, held.office))
    if (denied(sentence, head) and not held.apposed) or not asserted(sentence, head, held.start):
        return None
    people = [pack.people[name] for name in sorted(meanings(held.person, pack))]
    if not any(person.offices for person in people):
        return None
    named = [pack.people[name] for name in held.person.ids]
    terms = [term for person in people for term in person.offices if term.office in held.office.ids]
    only_named = held.becoming or _only_named(read, held) or REMEMBERS.search(sentence.text) is not None
    when = None if only_named else _time(read, held, pack)
    fact = f"{named[0].id}.office"
    value = pack.offices[held.office.ids[0]].id
    text = sentence.text[held.start - sentence.start : held.end - sentence.start]
    if when is None and terms and not only_named:
        when = _then(read, held, terms, pack) or _out_of_time(read, held, before, terms, pack)
    chief = _chief(read, held, pack)
    if chief and terms and all(_overlap(days(one.when), span) < HANDOVER for one in terms for span in chief):
        slip = _slip(read, held, named[0], chief[-1], pack)
        return Finding(held.start, held.end, text, sentence.index, fact, value, "disagrees", slip)
    since = None if only_named else _since(read, held)
    if when is None and since is not None and terms:
        return _of_since(read, held, named[0], terms, since, pack)
    meeting = [term for term in terms if when is None or days(term.when).meets(when)]
    if meeting:
        return Finding(held.start, held.end, text, sentence.index, fact, meeting[0].office, "agrees")
    slip = _slip(read, held, named[0], when, pack)
    return Finding(held.start, held.end, text, sentence.index, fact, value, "disagrees", slip)


def _chief(read: Read, held: Held, pack: Pack) -> list[Days]:
    """When the one whose man this was led their state: "Kennedy's Secretary of State"."""
    base, states = read.sentence.start, {pack.offices[name].state for name in held.office.ids}
    for one in read.mentions:
        if one.kind == "person" and one.end <= held.office.start:
            if WHOSE.fullmatch(read.sentence.text[one.end - base : held.office.start - base]):
                rows = [(term, pack.offices[term.office]) for name in meanings(one, pack) for term in pack.people[name].offices]
                return [days(term.when) for term, office in rows if office.leads and office.state in states]
    return []


def _taken_up(read: Read, held: Held, pack: Pack) -> Finding | None:
    """ "Nixon became Vice-President in 1957": the date marks the slip where no such term began within a season of it.

    Who led a party or a state from when is a matter of judgement, and is left to the events.
    """
    sentence = read.sentence
    head = clause_head(sentence, _top(read, held.office))
    if not held.becoming or fold(sentence.tokens[head].text) not in ("became", "become") or denied(sentence, head):
        return None
    terms = [term for name in held.person.ids for term in pack.people[name].offices if term.office in held.office.ids]
    vague = any(term.office.endswith(("-leader", "-first-secretary")) or not TO_THE_MONTH.match(term.when) for term in terms)
    if not terms or vague:
        return None
    for time in read.times:
        if time.relation != "at" or time.days is None or anchors_of(sentence, time) != [head]:
            continue
        begun = [days(term.when).first for term in terms]
        if not asserted(sentence, head, time.start) or any(Days(first, first).gap(time.days) <= SEASON for first in begun):
            return None
        slip = _slip(read, held, pack.people[held.person.ids[0]], days(terms[0].when), pack, terms[0])
        fact = f"{held.person.ids[0]}.office"
        return Finding(time.start, time.end, time.text, sentence.index, fact, time.value, "disagrees", slip)
    return None


def _since(read: Read, held: Held) -> Days | None:
    """The time since when the text says that the office was held: "who had been Foreign Secretary since April 1955"."""
    for time in read.times:
        between = read.sentence.text[held.end - read.sentence.start : time.start - read.sentence.start]
        if held.end <= time.start and SINCE.fullmatch(between) and time.days is not None:
            return time.days
    return None


def _of_since(read: Read, held: Held, person: Person, terms: Sequence[Term], since: Days, pack: Pack) -> Finding:
    """A term that began within the time given, or by a season of it, is right."""
    sentence = read.sentence
    text = sentence.text[held.start - sentence.start : held.end - sentence.start]
    fact, value = f"{person.id}.office", f"{terms[0].office} since"
    begun = [days(term.when).first for term in terms]
    year = (
        Days(since.first - SEASON, since.last + SEASON)
        if since.length > SEASON
        else days(str(date.fromordinal(int(since.first)).year))
    )
    if any(Days(first, first).gap(since) <= SEASON or year.first <= first <= year.last for first in begun):
        return Finding(held.start, held.end, text, sentence.index, fact, value, "agrees")
    slip = _slip(read, held, person, days(terms[0].when), pack, terms[0])
    return Finding(held.start, held.end, text, sentence.index, fact, value, "disagrees", slip)


def _only_named(read: Read, held: Held) -> bool:
    """ "President Kennedy was still a senator in 1956": the title only names him, and the verb says what he was then."""
    if held.person.start < held.office.start:
        return False
    head = clause_head(read.sentence, _top(read, held.person))
    own = [token for token in read.sentence.tokens if token.head == head]
    if any(token.dep == "aux" and fold(token.text) == "had" for token in own):
        return not _between(read, held).strip()  # "President Kennedy had fought in the Pacific in 1943"
    return any(token.dep == "attr" for token in own) and any(fold(token.text) in THEN for token in own)


def _then(read: Read, held: Held, terms: Sequence[Term], pack: Pack) -> Days | None:
    """The time of a sentence in which an apposition gives a title: all that the sentence dates lies before the terms.

    "Macmillan, the British prime minister, met Khrushchev at Geneva in 1955"; after the terms he may only be spoken of.
    """
    text, between = read.sentence.text, _between(read, held)
    if not held.apposed or REMEMBERS.search(text) or (LATER.search(text) and not BY_NOW.search(between)):
        return None
    spans = _spans(read, pack)
    first = min(days(term.when).first for term in terms)
    if not spans or any(span.length > LONG for span in spans) or any(span.last >= first for span in spans):
        return None
    return max(spans, key=lambda span: span.last)


def _between(read: Read, held: Held) -> str:
    """What stands between a name and a title: nothing but a space where the title only leads the name."""
    base = read.sentence.start
    return read.sentence.text[min(held.person.end, held.office.end) - base : max(held.person.start, held.office.start) - base]


def _spans(read: Read, pack: Pack) -> list[Days]:
    """What a sentence dates: its times, and the events that it names or tells, less those that it only puts behind or ahead."""
    spans = [time.days for time in read.times if time.days is not None and time.relation not in ("after", "since", "before")]
    events = [m for m in read.mentions if m.kind == "event" and len(m.ids) == 1]
    return spans + [days(pack.events[m.ids[0]].when) for m in events if not _passed(read, m)]


def _passed(read: Read, event: Mention) -> bool:
    """True for "after Suez"."""
    place = top(read.sentence, event.start, event.end)
    token = read.sentence.tokens[event.head if place is None else place]
    return event.how == "name" and token.dep == "pobj" and fold(read.sentence.tokens[token.head].text) in PASSED


def _out_of_time(read: Read, held: Held, before: Read | None, terms: Sequence[Term], pack: Pack) -> Days | None:
    """The time that the text is speaking of, where it gives no other and all of it lies well before the person's terms.

    "... and in July 1955 they met at Geneva. Eisenhower talked with Khrushchev, the Soviet Premier": the title came in 1958.
    """
    if LATER.search(read.sentence.text):
        return None
    spans = [*_spans(read, pack), *(_spans(before, pack) if before is not None else ())]
    if not spans or any(span.length > LONG for span in spans):
        return None
    first, last = min(days(term.when).first for term in terms), max(days(term.when).last for term in terms)
    if all(span.last + LONG < first for span in spans):
        return spans[0]
    # "Gromyko, who was the ambassador in Washington", of 1962: long after, and not only remembered.
    over = held.apposed and not PAST.search(read.sentence.text)
    return spans[0] if over and all(span.first > last + PAST_YEARS for span in spans) else None


def _stem(text: str) -> set[str]:
    return {stem(fold(text))}


def _time(read: Read, held: Held, pack: Pack) -> Days | None:
    """The time that the clause gives for the office: a date that hangs on its verb, or on the title or the name itself."""
    sentence = read.sentence
    heads = {clause_head(sentence, _top(read, held.office)), clause_head(sentence, _top(read, held.person))}
    heads = {head for head in heads if not _stem(sentence.tokens[head].text) & stems("verbs", "becomes")}
    tokens = {token.i for token in sentence.tokens if held.start <= token.start < held.end}
    for time in read.times:
        if (
            time.relation in ("at", "by", "from")
            and time.days is not None
            and set(anchors_of(sentence, time)) & (heads | tokens)
        ):
            return time.days
    for mention in read.mentions:  # "President Nixon told Khrushchev in the Kitchen Debate"
        if mention.kind == "event" and mention.how == "name" and len(mention.ids) == 1 and _during(read, mention) in heads:
            span = days(pack.events[mention.ids[0]].when)
            return span if span.length <= LONG else None
    return None


def _during(read: Read, event: Mention) -> int | None:
    """The verb that an event stands under with in, at or during."""
    place = top(read.sentence, event.start, event.end)
    if place is None or read.sentence.tokens[place].dep != "pobj":
        return None
    prep = read.sentence.tokens[read.sentence.tokens[place].head]
    return prep.head if prep.text.lower() in ("in", "at", "during") else None


def _context(read: Read, pack: Pack) -> Days:
    """The time to say the right office for: a date of the sentence, an event it names, else the pack's period."""
    dated: list[Time] = [time for time in read.times if time.days is not None]
    if dated and dated[0].days is not None:
        return dated[0].days
    for mention in read.mentions:
        if mention.kind == "event" and days(pack.events[mention.ids[0]].when).length < 400:
            return days(pack.events[mention.ids[0]].when)
    return days(pack.about.period)


def _slip(read: Read, held: Held, person: Person, when: Days | None, pack: Pack, term: Term | None = None) -> Slip:
    then = when or _context(read, pack)
    own = term or _best_term(person, then)
    right = say("right", "office", person=person.name, office=pack.offices[own.office].name, years=_years(own))
    holder = _holder(held.office, then, person, pack) if term is None else None
    if holder is not None:
        right += say("right", "holder", person=holder.name)
    return Slip(
        kind="office",
        severity="error",
        what=f"{person.name} held office",
        right=right,
        accepted=own.office,
        source=person.source,
        confidence=0.95,
    )


def _best_term(person: Person, then: Days) -> Term:
    """The office of a person at a time, or the one nearest to it; of several the latest taken up."""
    return min(person.offices, key=lambda term: (days(term.when).gap(then), -days(term.when).first))


def _holder(office: Mention, then: Days, person: Person, pack: Pack) -> Person | None:
    """Who did hold the office through the time given: of several offices with this title, the first that had one holder."""
    states = [pack.offices[name].state for name in office.ids]
    own = [name for name, state in zip(office.ids, states, strict=True) if state == person.state]
    # "Chancellor Ulbricht": the other Germany's office, not the British one.
    kin = [name for name, state in zip(office.ids, states, strict=True) if _kin(state, person.state)]
    for name in own or kin or (office.ids if len(set(states)) == 1 else ()):
        terms = [(other, days(term.when)) for other in pack.people.values() for term in other.offices if term.office == name]
        held = [other for other, span in terms if span.holds(then)]
        if not held and then.length <= LONG:  # a year that two shared: whoever had more of it
            shared = [(_overlap(span, then), other) for other, span in terms if span.meets(then)]
            held = [max(shared, key=lambda row: row[0])[1]] if shared else []
        if len(held) == 1 and held[0].id != person.id:
            return held[0]
    return None


def _kin(state: str, other: str | None) -> bool:
    """True for the two Germanies, by the word that their names share."""
    return bool(set(state.split("-")) & set((other or "").split("-")))


def _overlap(span: Days, then: Days) -> float:
    return min(span.last, then.last) - max(span.first, then.first)


def _years(term: Term) -> str:
    span = days(term.when)
    first = "" if span.first == float("-inf") else str(date.fromordinal(int(span.first)).year)
    last = "" if span.last == float("inf") else str(date.fromordinal(int(span.last)).year)
    return first if first == last else f"{first}–{last}"
