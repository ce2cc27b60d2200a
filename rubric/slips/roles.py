"""Compare who did a thing, and who was there, with the pack.

In: an essay and a pack.  Out: Findings, one for each person whom a telling of an event names.
Someone named as the doer of an act that the pack gives to others is wrong; so is someone named as taking part where the
pack lists everyone who did (`closed`). Only grammar counts: the subject, "by", a possessive before the event's name, and
for a closed list the object and with, for, between. One right name among several joined ones agrees for all.
A person whom the pack does not know is not judged, nor is an event that a name may mean only among others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reference.pack import Event, Pack, Person
from reference.reading.clauses import clause_head, companions, doers, has_subject, top, undergoers
from reference.reading.mentions import Mention
from reference.reading.words import fold, stem
from reference.spans import days
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.slips.claims import SURE, Finding, Slip
from rubric.slips.telling import telling
from rubric.slips.voice import asserted, denied
from rubric.wording import say

OWNED = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}[“‘\"']?")
HOLDERS = frozenset(
    {"idea", "plan", "policy", "proposal", "doctrine", "principle", "concept", "notion", "speech", "offer", "scheme"}
)


def role_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The people of an essay who are said to have done something, or to have been there, in reading order."""
    for read in essay.sentences:
        seen: set[tuple[str, int]] = set()
        for mention in telling(read):
            if mention.kind != "event":
                continue
            event = _together([pack.events[name] for name in mention.ids])
            for finding in _judged(read, mention, event, pack):
                if (event.id, finding.start) not in seen:
                    seen.add((event.id, finding.start))
                    yield finding


def _together(events: Sequence[Event]) -> Event:
    """Events that share a name, as one: whoever did or joined any of them fits; without a doer of each there is none."""
    first = events[0]
    if len(events) == 1:
        return first
    who = tuple(dict.fromkeys(name for event in events for name in (*event.by, *event.who)))
    return first.model_copy(update={"who": who, "by": first.by if all(e.by for e in events) else (), "closed": False})


def _judged(read: Read, mention: Mention, event: Event, pack: Pack) -> Iterator[Finding]:
    if not (event.by or event.closed):
        return
    acting = people_at(read, _acting(read, mention)) or _beside_verb(read, mention)
    if mention.how == "name":
        acting = acting or _owners(read, mention)
    if event.by and acting:
        yield from _compare(read, acting, event, event.by, "attribution", pack)
    elif event.closed and acting:
        yield from _compare(read, acting, event, (), "person", pack)
    if event.closed:
        yield from _compare(read, people_at(read, _others(read, mention)), event, (), "person", pack)


def _beside_verb(read: Read, mention: Mention) -> list[Mention]:
    """ "At Geneva Eden put forward ...": where the parse has no subject, the person who stands right before the verb."""
    sentence = read.sentence
    place = _holder(read, mention) if mention.how == "name" else mention.head
    if place is None:
        return []
    verb = place if mention.how == "cue" else sentence.tokens[place].head
    own = _stem(read, verb) & stems("verbs", "authors") or mention.how == "cue"
    if not own or has_subject(sentence, verb) or sentence.tokens[verb].dep not in ("ROOT", "conj"):
        return []
    before = sentence.text[: sentence.tokens[verb].start - sentence.start].rstrip()
    return [p for p in read.mentions if p.kind == "person" and p.end - sentence.start == len(before)]


def _verb(read: Read, mention: Mention) -> int:
    """The verb of a telling: the cue's act, or the head of the clause that the name stands in."""
    if mention.how == "cue":
        return mention.head
    place = top(read.sentence, mention.start, mention.end)
    return clause_head(read.sentence, mention.head if place is None else place)


def _acting(read: Read, mention: Mention) -> list[int]:
    """The words for those who do what the telling says."""
    sentence = read.sentence
    if mention.how == "cue":
        return doers(sentence, mention.head)
    place = _holder(read, mention)
    if place is None:
        return []
    for clause in (token for token in sentence.tokens if token.head == place and token.dep in ("relcl", "acl")):
        if _stem(read, clause.i) & stems("verbs", "authors"):
            return doers(sentence, clause.i)
    by = [token.i for token in sentence.tokens if token.head == place and token.text.lower() == "by"]
    if by:
        return [token.i for token in sentence.tokens if token.head in by and token.dep == "pobj"]
    token = sentence.tokens[place]
    if token.dep in ("dobj", "nsubjpass", "oprd") and _stem(read, token.head) & stems("verbs", "authors"):
        return doers(sentence, token.head)
    return []


def _holder(read: Read, mention: Mention) -> int | None:
    """The word that stands for the event in its clause: its own head, or the noun that it explains ("the idea of ...")."""
    sentence = read.sentence
    place = top(sentence, mention.start, mention.end)
    if place is None:
        return None
    token = sentence.tokens[place]
    if token.dep == "pobj" and sentence.tokens[token.head].text.lower() == "of":
        noun = sentence.tokens[token.head].head
        if fold(sentence.tokens[noun].text) in HOLDERS:
            return noun
    if token.dep in ("compound", "amod", "nmod", "appos") and fold(sentence.tokens[token.head].text) in HOLDERS:
        return token.head
    return place


def _owners(read: Read, mention: Mention) -> list[Mention]:
    """The person whose the event is by a possessive that stands right before its name."""
    base = read.sentence.start
    return [
        person
        for person in read.mentions
        if person.kind == "person"
        and person.end <= mention.start
        and OWNED.fullmatch(read.sentence.text[person.end - base : mention.start - base])
    ]


def _others(read: Read, mention: Mention) -> list[int]:
    """Everyone else whom the telling clause names as taking part."""
    sentence = read.sentence
    verb = _verb(read, mention)
    if mention.how == "name":
        place = top(sentence, mention.start, mention.end)
        beside = companions(sentence, place) if place is not None else []
        if not _stem(read, verb) & stems("verbs", "meets"):
            return beside
        return [*beside, *doers(sentence, verb), *undergoers(sentence, verb), *companions(sentence, verb)]
    return [*undergoers(sentence, verb), *companions(sentence, verb)]


def _stem(read: Read, i: int) -> set[str]:
    return {stem(fold(read.sentence.tokens[i].text))}


def people_at(read: Read, places: Iterable[int]) -> list[Mention]:
    """The people whose names hold one of these words."""
    starts = [read.sentence.tokens[i].start for i in places]
    found = [m for m in read.mentions if m.kind == "person" and any(m.start <= start < m.end for start in starts)]
    base = read.sentence.start  # "Robert Kennedy, not Rusk, met ..."
    return [m for m in found if not read.sentence.text[: m.start - base].endswith("not ")]


def _compare(
    read: Read, people: Sequence[Mention], event: Event, right: Sequence[str], kind: str, pack: Pack
) -> Iterator[Finding]:
    sentence = read.sentence
    # "Khrushchev met Eisenhower in 1959 and Kennedy in 1961": two dates, two tellings.
    if kind == "person" and any(time.has_year and not time.fits(days(event.when)) for time in read.times):
        return
    known = {*event.by, *event.who}
    fits = [bool(meanings(person, pack) & known) for person in people]
    for person, fit in zip(people, fits, strict=True):
        if not any(pack.people[name].state or pack.people[name].offices for name in person.ids):
            continue  # a historian, whose verb is of saying
        head = clause_head(sentence, person.head)
        if denied(sentence, head) or not asserted(sentence, head, person.start):
            continue
        fact = f"{event.id}.{'by' if kind == 'attribution' else 'who'}"
        value = person.ids[0]
        if fit or (kind == "attribution" and any(fits)):
            yield Finding(person.start, person.end, person.text, sentence.index, fact, value, "agrees")
        elif event.confidence == "high":
            offered = list(right) or _missing(read, person, event, pack)
            slip = _slip(event, offered, kind, pack)
            yield Finding(person.start, person.end, person.text, sentence.index, fact, value, "disagrees", slip)


def meanings(mention: Mention, pack: Pack) -> set[str]:
    """Whom the mention can mean; a bare surname also means those who share it."""
    found = set(mention.ids)
    surname = mention.text.lower()
    for person in (pack.people[name] for name in mention.ids):
        if person.name.split()[-1].lower() == surname:
            found |= {other.id for other in pack.people.values() if other.name.split()[-1].lower() == surname}
    return found


def _missing(read: Read, wrong: Mention, event: Event, pack: Pack) -> list[str]:
    """Whom to offer instead: those of the list whom the sentence does not name, of the same state as the wrong one first."""
    named = {name for mention in read.mentions if mention.kind == "person" for name in mention.ids}
    left = [name for name in event.who if name not in named] or list(event.who)
    state = pack.people[wrong.ids[0]].state
    same = [name for name in left if state and pack.people[name].state == state]
    return (same or left)[:2]


def _slip(event: Event, offered: Sequence[str], kind: str, pack: Pack) -> Slip:
    people: list[Person] = [pack.people[name] for name in offered]
    names = " and ".join(person.name for person in people)
    return Slip(
        kind="attribution" if kind == "attribution" else "person",
        severity="error",
        what=event.happened,
        right=say("right", "person" if kind == "attribution" else "took_part", people=names),
        accepted=", ".join(offered),
        source=event.source,
        confidence=SURE[event.confidence],
    )
