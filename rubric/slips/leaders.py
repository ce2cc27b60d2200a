"""Compare who an essay says led a state with the pack's terms of office.

In: an essay and a pack.  Out: Findings, one for each person who is said to have led, run or ruled a state, or to have been put
in charge of it, where the text gives the time.
Whoever held one of the state's leading offices then agrees. Wrong is only one who held none within three months of it; what
the two great powers' men "ran" abroad is a way of speaking. "Led the attack" and "ran for President" say nothing of a state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reference.pack import Pack, Person
from reference.reading.clauses import clause_head, doers, top, undergoers
from reference.reading.mentions import Mention
from reference.reading.words import fold, stem
from reference.spans import Days, days
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.slips.claims import Finding, Slip
from rubric.slips.roles import meanings, people_at
from rubric.slips.voice import asserted, denied
from rubric.wording import say

CHARGE = re.compile(r"\b(?:in\s+charge|at\s+the\s+head|in\s+control|in\s+power|in\s+command)\b")
PLACE_RAN = re.compile(r"\b(?:the\s+place|the\s+country|things\s+there|the\s+state)\b")
LATER = re.compile(r"\b(?:later|would|will|eventually|future|soon|one\s+day|after|once|former)\b")
SUZERAINS = frozenset({"ussr", "usa"})  # "Khrushchev ran Hungary" is a way of speaking
NEAR = 90  # days: a change of hands that the text may round


def leader_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The people of an essay who are said to lead a state, in reading order."""
    for read, before in essay.with_before():
        done: set[int] = set()
        for token in read.sentence.tokens:
            found = _led(read, before, token.i, pack)
            if found is None or found[0].start in done:
                continue
            done.add(found[0].start)
            finding = _finding(read, before, found[0], found[1], pack)
            if finding is not None:
                yield finding


def _led(read: Read, before: Read | None, verb: int, pack: Pack) -> tuple[Mention, str] | None:
    """A person and the state that the verb at this place has them lead."""
    sentence = read.sentence
    what = stem(fold(sentence.tokens[verb].text))
    if what in stems("verbs", "leads"):
        passive = any(token.head == verb and token.dep in ("nsubjpass", "agent") for token in sentence.tokens)
        people, object_ = people_at(read, doers(sentence, verb)), undergoers(sentence, verb)
        state = _state(read, object_, pack)
        if state is None and not passive and what in ("run", "ran", "rule") and object_:
            phrase = sentence.text[sentence.tokens[verb].end - sentence.start :]
            if PLACE_RAN.match(phrase.lstrip()):
                state = _spoken_of(read, before, people, pack)
        return (people[0], state) if len(people) == 1 and state else None
    charge = CHARGE.match(sentence.text[sentence.tokens[verb].start - sentence.start :])
    return _in_charge(read, verb, charge.end(), pack) if charge else None


def _in_charge(read: Read, word: int, length: int, pack: Pack) -> tuple[Mention, str] | None:
    """ "Gomulka was put in charge of Hungary", "Moscow put Kadar in charge of Hungary"."""
    sentence = read.sentence
    at = sentence.tokens[word].start + length
    after = re.match(r"\s+(?:of|in)\s+", sentence.text[at - sentence.start :])
    state = next((m for m in read.mentions if m.kind == "place" and after and m.start == at + after.end()), None)
    people = [m for m in read.mentions if m.kind == "person" and m.end <= sentence.tokens[word].start]
    if state is None or not people:
        return None
    near = people[-1]
    between = sentence.text[near.end - sentence.start : sentence.tokens[word].start - sentence.start]
    fits = re.fullmatch(r"\s+(?:(?:was|were|had been|to be)\s+)?(?:\w+\s+)?", between) is not None
    return (near, state.ids[0]) if fits and pack.places[state.ids[0]].kind == "state" else None


def _state(read: Read, places: Sequence[int], pack: Pack) -> str | None:
    """The state, or the people of one, that one of these words names."""
    for mention in read.mentions:
        if mention.kind == "place" and pack.places[mention.ids[0]].kind == "state":
            token = top(read.sentence, mention.start, mention.end)
            if token in places:
                return mention.ids[0]
    return None


def _spoken_of(read: Read, before: Read | None, people: Sequence[Mention], pack: Pack) -> str | None:
    """The one person's own state, where the text names it."""
    if len(people) != 1:
        return None
    state = pack.people[people[0].ids[0]].state
    named = {name for one in (read, before) if one for m in one.mentions if m.kind == "place" for name in m.ids}
    return state if state in named else None


def _finding(read: Read, before: Read | None, person: Mention, state: str, pack: Pack) -> Finding | None:
    sentence = read.sentence
    head = clause_head(sentence, person.head)
    if denied(sentence, head) or not asserted(sentence, head, person.start) or LATER.search(sentence.text):
        return None
    when = _when(read, before, pack)
    people = [pack.people[name] for name in sorted(meanings(person, pack))]
    if when is None or not any(one.offices for one in people):
        return None
    terms = [days(term.when) for one in people for term in one.offices if term.office in leading(pack, state)]
    fact, value = f"{people[0].id}.office", f"{state} led"
    if any(span.meets(when) for span in terms):
        return Finding(person.start, person.end, person.text, sentence.index, fact, value, "agrees")
    own = any(one.state == state for one in people)
    if (not own and any(one.state in SUZERAINS for one in people)) or any(span.gap(when) < NEAR for span in terms):
        return None
    right = led_then(state, when, pack)
    if not right:
        return None
    slip = Slip(
        kind="person",
        severity="error",
        what=f"{pack.places[state].name} was led",
        right=say("right", "person", people=" and ".join(one.name for one in right)),
        accepted=right[0].id,
        source=right[0].source,
        confidence=0.95,
    )
    return Finding(person.start, person.end, person.text, sentence.index, fact, value, "disagrees", slip)


def _when(read: Read, before: Read | None, pack: Pack) -> Days | None:
    """The time that the sentence, or the one before it, speaks of: from its first dated thing to its last."""
    for one in (read, before):
        spans = [time.days for time in one.times if time.days is not None] if one else []
        spans += (
            [days(pack.events[m.ids[0]].when) for m in one.mentions if m.kind == "event" and len(m.ids) == 1] if one else []
        )
        if spans:
            return Days(min(span.first for span in spans), max(span.last for span in spans))
    return None


@lru_cache(maxsize=64)
def leading(pack: Pack, state: str) -> frozenset[str]:
    return frozenset(office.id for office in pack.offices.values() if office.leads and office.state == state)


def led_then(state: str, when: Days, pack: Pack) -> list[Person]:
    """Who led the state at a time: its leader all through it and those who came to lead in it, else all who did."""
    rows = [(p, t.office, days(t.when)) for p in pack.people.values() for t in p.offices if t.office in leading(pack, state)]
    through = [person for person, office, span in rows if office.endswith("-leader") and span.holds(when)]
    come = [person for person, _, span in rows if when.first <= span.first <= when.last]
    everyone = [*through, *come] or [person for person, _, span in rows if span.meets(when)]
    return list({person.id: person for person in everyone}.values())[:2]
