"""A person who is known for one deed, standing for it: "the first man in space, Yuri Gagarin in 1957".

In: a sentence and a pack.  Out: Mentions of the event, where a date stands against the name and the name does nothing itself.
Only someone who did one thing, alone, and only where the sentence has a word of that event
besides the name. The subject of a verb, its object and an owner stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reference.pack import Event, Pack
from reference.reading.clauses import SUBJECTS, top
from reference.reading.lexicon import name_words
from reference.reading.mentions import Mention
from reference.reading.parser import Token
from reference.reading.retelling import said_by
from reference.reading.words import fold
from rubric.essay import Read
from rubric.slips.anchors import anchors_of

STANDING = frozenset({"attr", "appos", "npadvmod", "conj", "ROOT", "oprd", "dep"})
SENDS = frozenset({"got", "get", "put", "sent", "send", "had", "launched"})
BESIDE = re.compile(r"\s*[,(]?\s*(?:in|on)\s+(?:the\s+)?")
SHORT = 4  # letters: a shorter word says nothing of an event


def deeds(read: Read, pack: Pack) -> Iterator[Mention]:
    """The people of a sentence who stand for what they did."""
    for person in read.mentions:
        event = _only_deed(person.ids[0], pack) if person.kind == "person" and len(person.ids) == 1 else None
        place = top(read.sentence, person.start, person.end)
        if event is None or place is None or read.sentence.tokens[place].dep not in STANDING:
            continue
        if _said_of(read, place) and _dated(read, person, place) and _speaks_of(read, person, event.id, pack):
            yield Mention("event", (event.id,), person.start, person.end, person.sentence, person.head, "name", person.text)


def _said_of(read: Read, place: int) -> bool:
    """True where the one that the name is put beside is sent up, or only said to be: not "received ..., Gagarin"."""
    tokens = read.sentence.tokens
    host = _host(tokens, place)
    if host != place and tokens[host].dep in SUBJECTS:  # "the first man, Yuri Gagarin, in 1962 toured ..."
        return tokens[host].head < place
    above = fold(tokens[tokens[host].head].text)
    if tokens[host].dep == "npadvmod":  # a name that the parse lets float
        return above in SENDS | {"was", "is", "be"}
    relative = tokens[host].dep == "attr" and tokens[tokens[host].head].dep == "relcl"
    if relative:  # "received the first man, who was Gagarin": what is done to the one that "who" means
        host = _host(tokens, tokens[tokens[host].head].head)
        above = fold(tokens[tokens[host].head].text)
    return tokens[host].dep in STANDING or (tokens[host].dep == "dobj" and above in SENDS)


def _host(tokens: Sequence[Token], place: int) -> int:
    """The noun that a name is put beside or joined to, itself where it stands alone."""
    while tokens[place].dep in ("appos", "conj") and tokens[place].head != place:
        place = tokens[place].head
    return place


def _dated(read: Read, person: Mention, place: int) -> bool:
    base = read.sentence.start
    return any(
        person.end <= time.start
        and (
            BESIDE.fullmatch(read.sentence.text[person.end - base : time.start - base])
            or anchors_of(read.sentence, time)[0] == place
        )
        for time in read.times
    )


def _speaks_of(read: Read, person: Mention, event: str, pack: Pack) -> bool:
    """True where a word of the event stands in the sentence besides the name."""
    plain = {word.norm for word in read.words if not person.start <= word.start < person.end}
    return bool(plain & _telling_words(event, pack))


@lru_cache(maxsize=2048)
def _only_deed(person: str, pack: Pack) -> Event | None:
    """The one event that a person did: the only one the pack has them in, or one of a sort (`like`), such as a flight."""
    did = [event for event in pack.events.values() if person in event.by]
    if len(did) != 1 or did[0].by != (person,):
        return None
    alone = sum(person in (*event.by, *event.who) for event in pack.events.values()) == 1
    return did[0] if alone or did[0].like else None


@lru_cache(maxsize=2048)
def _telling_words(event: str, pack: Pack) -> frozenset[str]:
    """The longer words of an event's cues, but for the names in them."""
    choices = [word for cue in pack.events[event].cues for word in said_by(cue).split() if word[:1].islower()]
    return frozenset(word for choice in choices for word in name_words(choice) if len(fold(word)) >= SHORT)
