"""Which events a clause can be telling in its own words, where neither a name nor a cue finds one.

In: the words of a clause and a pack.  Out: events with a weight, the likeliest first.
An event's vocabulary is every word by which the pack names and tells it, its people and places included. A word weighs by
how few events share it (inverse document frequency), numbers and common words nothing. An event's weight is what it explains
of the clause, times the share of the clause that this is: a clause that speaks of something else as well loses by it.
Retrieval by words, as in Robertson and Sparck Jones (1976); no embedding, so facts are the same with and without a model.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reference.pack import Event, Pack
from reference.reading.words import Word, words

# Words that show nothing of what a clause is about.
COMMON = """
the a an of in on at to for by with from and or but as that which who whom whose this these those it its his her their
he she they them him was were is are be been being had has have did do does not no so then when after before into out
up over off under about against between during while because than also more most very only just new first second other
one two three all both some any each year years month months week weeks day days time later soon again still even own
such us i we our there here where why how what if would could should might may must will can
"""


@cache
def _common() -> frozenset[str]:
    return frozenset(COMMON.split())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a pack's events: `weights` of stems in nats, `events` that have a stem."""

    weights: Mapping[str, float]
    events: Mapping[str, frozenset[str]]
    unknown: float


@lru_cache(maxsize=8)
def vocabulary(pack: Pack) -> Vocabulary:
    """The vocabulary of a pack, made once."""
    told = {event.id: frozenset(_stems(" ".join(_texts(event, pack)))) for event in pack.events.values()}
    spread = Counter(stem for stems in told.values() for stem in stems)
    having: dict[str, set[str]] = defaultdict(set)
    for name, stems in told.items():
        for stem in stems:
            having[stem].add(name)
    unknown = math.log(len(told) + 1)
    return Vocabulary(
        {stem: math.log((len(told) + 1) / (count + 1)) for stem, count in spread.items()},
        {stem: frozenset(names) for stem, names in having.items()},
        unknown,
    )


def _texts(event: Event, pack: Pack) -> Iterator[str]:
    yield from (event.name, *event.also, event.happened, *event.where)
    yield from (said_by(cue) for cue in event.cues)
    yield from (example.text for example in event.examples.slip)
    yield from (figure.what for figure in event.figures)
    for name in (*event.by, *event.who):
        yield from (pack.people[name].name, *pack.people[name].also)
    for name in event.at:
        yield from (pack.places[name].name, *pack.places[name].also)
    if event.id in pack.tellings:
        yield from pack.tellings[event.id].told


def said_by(cue: str) -> str:
    """The words with which a cue tells its event, without those that it must not stand with."""
    return " ".join(part for part in cue.split() if part[0] not in "-~").translate(str.maketrans("_|/+", "    "))


def _stems(text: str) -> Iterator[str]:
    return (word.stem for word in words(text) if tells(word))


def tells(word: Word) -> bool:
    """True for a word that can show what a clause is about."""
    return len(word.norm) > 2 and not word.norm[0].isdigit() and word.norm not in _common()


def retold(clause: Iterable[str], verbs: Iterable[str], known: Vocabulary) -> list[tuple[str, float]]:
    """The events that share words with a clause, given as stems, and one of its verbs; the heaviest first."""
    stems = set(clause)
    pool = {name for verb in verbs for name in known.events.get(verb, ())}
    total = sum(known.weights.get(stem, known.unknown) for stem in stems)
    got: dict[str, float] = defaultdict(float)
    for stem in sorted(stems):
        for name in known.events.get(stem, ()):
            if name in pool:
                got[name] += known.weights[stem]
    found = [(name, round(weight * weight / total, 3)) for name, weight in got.items()]
    return sorted(found, key=lambda row: (-row[1], row[0]))
