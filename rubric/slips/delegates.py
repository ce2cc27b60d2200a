"""Compare those whom an essay lists at a conference with who was there, and with who led their states then.

In: an essay and a pack.  Out: Findings, one for each name of a list that does not belong in it.
"Eisenhower came for the USA, Faure for France and Churchill for Britain" and "Eisenhower, Faure and Eden were at Geneva" list
who came, "Eisenhower, Faure and Macmillan were the heads of government" who led. The conference is the one that the sentence
or the one before it names; everyone who came must be known (`closed`), and two at least of the list must be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reference.pack import Event, Pack
from reference.reading.clauses import clause_head, conjuncts
from reference.reading.mentions import Mention
from reference.reading.words import fold
from reference.spans import days
from rubric.essay import Essay, Read
from rubric.slips.claims import SURE, Finding, Slip
from rubric.slips.leaders import leading, led_then
from rubric.slips.roles import meanings, people_at
from rubric.slips.voice import told_as_done
from rubric.wording import say

FOR = re.compile(r"\s+(?:(?:was|were|came|went|sat|spoke|stood)\s+(?:there\s+)?)?(?:for|from)\s+(?:the\s+)?")
HEADS = re.compile(
    r"\s+(?:were|being)\s+(?:(?:the|its|their)\s+)?(?:three\s+|four\s+)?(?:heads\s+of\s+(?:government|state)|national\s+leaders)\b"
)
AT = re.compile(
    r"\s+(?:were|came|went|sat|met)\s+(?:all\s+|both\s+)?(?:present\s+|there\s+|together\s+)?(?:at|to)\s+(?:the\s+)?"
)
LATER = re.compile(r"\b(?:later|would|future|former|next|since|absent|missing|except|without)\b")
LONG = 62  # days


def delegate_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The names of an essay's lists of those at a conference that do not belong there, in reading order."""
    for read, before in essay.with_before():
        people = [mention for mention in read.mentions if mention.kind == "person"]
        if len(people) < 2 or LATER.search(read.sentence.text):
            continue
        events = _conferences(read, before, pack)
        if len(events) != 1:
            continue
        event = events[0]
        sent, listed = _sent(read, people, pack), _listed(read, people)
        rows = [(person, _came(person, event, pack)) for person in sent if event.closed]
        if not rows and listed and (_at(read, listed[-1], event) and event.closed):
            rows = [(person, _came(person, event, pack)) for person in listed]
        if not rows and listed and HEADS.match(read.sentence.text[listed[-1].end - read.sentence.start :]):
            rows = [(person, _led(person, event, pack)) for person in listed]
        if sum(right for _, right in rows) >= 2:
            yield from (_finding(read, person, event, pack) for person, right in rows if not right and _said(read, person))


def _conferences(read: Read, before: Read | None, pack: Pack) -> list[Event]:
    """The conference that a sentence names, or else the one before it."""
    for one in (read, before):
        names = {_meant(m, one, pack) for m in one.mentions if m.kind == "event" and m.how == "name"} if one else set()
        found = [pack.events[ids[0]] for ids in names if len(ids) == 1]
        found = [
            event for event in found if len(event.who) > 2 and days(event.when).length <= LONG and event.confidence == "high"
        ]
        if names:
            return found if len(found) == len(names) else []
    return []


def _meant(mention: Mention, read: Read, pack: Pack) -> tuple[str, ...]:
    """The events that a name can mean, by the years that the sentence gives where there are some."""
    dated = [time for time in read.times if time.has_year]
    fits = tuple(name for name in mention.ids if any(time.fits(days(pack.events[name].when)) for time in dated))
    return fits or mention.ids


def _sent(read: Read, people: Sequence[Mention], pack: Pack) -> list[Mention]:
    """Those who are said to come for their own state, where two at least are."""
    base, found = read.sentence.start, []
    for person in people:
        for state in (m for m in read.mentions if m.kind == "place" and person.end <= m.start):
            own = all(pack.people[name].state in state.ids for name in person.ids)
            if own and FOR.fullmatch(read.sentence.text[person.end - base : state.start - base]):
                found.append(person)
    return found if len(found) > 1 else []


def _listed(read: Read, people: Sequence[Mention]) -> list[Mention]:
    """The joined people that are the subject of the sentence's verb."""
    for token in read.sentence.tokens:
        if token.dep == "nsubj" and fold(read.sentence.tokens[token.head].text) in (
            "were",
            "came",
            "went",
            "sat",
            "met",
            "being",
        ):
            found = people_at(read, conjuncts(read.sentence, token.i))
            if len(found) > 2 and any(one.start <= token.start < one.end for one in found):
                return sorted((one for one in found if one in people), key=lambda one: one.start)
    return []


def _at(read: Read, last: Mention, event: Event) -> bool:
    """True where nothing but "were at the" parts the list from the conference's name."""
    text, base = read.sentence.text, read.sentence.start
    after = AT.match(text[last.end - base :])
    named = [m for m in read.mentions if m.kind == "event" and m.how == "name" and event.id in m.ids]
    return after is not None and any(m.start - last.end <= after.end() <= m.end - last.end for m in named)


def _came(person: Mention, event: Event, pack: Pack) -> bool:
    return bool(meanings(person, pack) & {*event.by, *event.who})


def _led(person: Mention, event: Event, pack: Pack) -> bool:
    """True where the person held a leading office of their state then, or the pack has none of theirs."""
    span = days(event.when)
    people = [pack.people[name] for name in meanings(person, pack)]
    held = [days(t.when) for one in people for t in one.offices if one.state and t.office in leading(pack, one.state)]
    known = any(one.offices for one in people)
    return not known or any(term.meets(span) for term in held)


def _said(read: Read, person: Mention) -> bool:
    return told_as_done(read.sentence, clause_head(read.sentence, person.head), person.start)


def _finding(read: Read, person: Mention, event: Event, pack: Pack) -> Finding:
    state = pack.people[person.ids[0]].state
    leaders = [one.id for one in led_then(state, days(event.when), pack)] if state else []
    offered = [name for name in leaders if name in event.who] or [
        name for name in event.who if pack.people[name].state == state
    ]
    names = " and ".join(pack.people[name].name for name in (offered or event.who)[:2])
    slip = Slip(
        kind="person",
        severity="error",
        what=event.happened,
        right=say("right", "took_part", people=names),
        accepted=", ".join((offered or event.who)[:2]),
        source=event.source,
        confidence=SURE[event.confidence],
    )
    fact = f"{event.id}.who"
    return Finding(person.start, person.end, person.text, read.sentence.index, fact, person.ids[0], "disagrees", slip)
