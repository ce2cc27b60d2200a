"""Compare the offices that an essay gives to people with the pack's terms.

In: an essay and a pack.  Out: Findings, one for each title that stands with a person.
A title that the person never held is wrong; one that they held at another time is wrong only where the clause itself
gives the time. A title that several offices share agrees with any of them; people who share a surname answer for each
other. "Former", "future", "not yet" and "would become" claim nothing. A person without offices in the pack is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reference.pack import Pack, Person, Term
from reference.reading.clauses import clause_head
from reference.reading.mentions import Mention
from reference.reading.moments import Time
from reference.reading.words import fold
from reference.spans import Days, days
from rubric.essay import Essay, Read
from rubric.slips.anchors import anchors_of
from rubric.slips.claims import Finding, Slip
from rubric.slips.office_times import LONG, REMEMBERS, out_of_time, time_of_clause, time_of_sentence
from rubric.slips.roles import meanings
from rubric.slips.titles import Held, between_them, titles_held, top_of
from rubric.slips.voice import asserted, denied, intended
from rubric.wording import say

THEN = frozenset({"still", "then", "only", "already", "just", "once"})
SINCE = re.compile(r"(?:\s+(?:and|as\s+well\s+as)\s+(?:\w+\s+){0,2}\w+)?,?\s+(?:ever\s+|only\s+)?since\s+(?:the\s+)?")
TO_THE_MONTH = re.compile(r"\d{4}-\d\d")
WHOSE = re.compile(r"['’]s?\s+(?:own\s+|new\s+|first\s+)?")
HANDOVER = 30  # days: those who served two are of both, those who came in with the next are not
SEASON = 92  # days: elected in November, in office from January


def office_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The titles of an essay that stand with a person, in reading order."""
    for read, before in essay.with_before():
        for held in titles_held(read):
            finding = _taken_up(read, held, pack) or _finding(read, held, pack, before)
            if finding is not None:
                yield finding


def _finding(read: Read, held: Held, pack: Pack, before: Read | None) -> Finding | None:
    sentence = read.sentence
    head = clause_head(sentence, top_of(read, held.office))
    if intended(sentence, head) and not held.apposed and held.person.start < held.office.start:
        return None  # "Nixon, who would be President one day"
    if (denied(sentence, head) and not held.apposed) or not asserted(sentence, head, held.start):
        return None
    people = [pack.people[name] for name in sorted(meanings(held.person, pack))]
    if not any(person.offices for person in people):
        return None
    named = [pack.people[name] for name in held.person.ids]
    terms = [term for person in people for term in person.offices if term.office in held.office.ids]
    only_named = held.becoming or _only_named(read, held) or REMEMBERS.search(sentence.text) is not None
    when = None if only_named else time_of_clause(read, held, pack)
    fact = f"{named[0].id}.office"
    value = pack.offices[held.office.ids[0]].id
    text = sentence.text[held.start - sentence.start : held.end - sentence.start]
    if when is None and terms and not only_named:
        when = time_of_sentence(read, held, terms, pack) or out_of_time(read, held, before, terms, pack)
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
    for one in (mention for mention in read.mentions if mention.kind == "person" and mention.end <= held.office.start):
        if WHOSE.fullmatch(read.sentence.text[one.end - base : held.office.start - base]):
            rows = [(term, pack.offices[term.office]) for name in meanings(one, pack) for term in pack.people[name].offices]
            return [days(term.when) for term, office in rows if office.leads and office.state in states]
    return []


def _taken_up(read: Read, held: Held, pack: Pack) -> Finding | None:
    """ "Nixon became Vice-President in 1957": the date marks the slip where no such term began within a season of it.

    Who led a party or a state from when is a matter of judgement, and is left to the events.
    """
    sentence = read.sentence
    head = clause_head(sentence, top_of(read, held.office))
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


def _since(read: Read, held: Held) -> Time | None:
    """The time since when the text says that the office was held: "who had been Foreign Secretary since April 1955"."""
    for time in read.times:
        between = read.sentence.text[held.end - read.sentence.start : time.start - read.sentence.start]
        if held.end <= time.start and SINCE.fullmatch(between) and time.days is not None:
            return time
    return None


def _of_since(read: Read, held: Held, person: Person, terms: Sequence[Term], time: Time, pack: Pack) -> Finding:
    """A term that began in the year given, or within a season of the time, is right; else the time is marked."""
    sentence, since = read.sentence, time.days
    assert since is not None
    text = sentence.text[held.start - sentence.start : held.end - sentence.start]
    fact, value = f"{person.id}.office", f"{terms[0].office} since {time.value}"
    begun = [days(term.when) for term in terms]
    same_year = {date.fromordinal(int(span.first)).year for span in begun} & {time.first[0], time.last[0]}
    if same_year or any(Days(span.first, span.first).gap(since) <= SEASON for span in begun):
        return Finding(held.start, held.end, text, sentence.index, fact, value, "agrees")
    slip = _slip(read, held, person, begun[0], pack, terms[0])
    return Finding(time.start, time.end, time.text, sentence.index, fact, value, "disagrees", slip)


def _only_named(read: Read, held: Held) -> bool:
    """ "President Kennedy was still a senator in 1956": the title only names him, and the verb says what he was then."""
    if held.person.start < held.office.start:
        return False
    head = clause_head(read.sentence, top_of(read, held.person))
    own = [token for token in read.sentence.tokens if token.head == head]
    if any(token.dep == "aux" and fold(token.text) == "had" for token in own):
        return not between_them(read, held).strip()  # "President Kennedy had fought in the Pacific in 1943"
    return any(token.dep == "attr" for token in own) and any(fold(token.text) in THEN for token in own)


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
