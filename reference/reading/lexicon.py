"""The names and cues of a pack, made ready to be found in a text.

In: a pack.  Out: a Lexicon, indexed by first words.
A name matches word for word, case, accents, hyphens and a possessive s aside; several entries may share one. A cue tells an
event without naming it: groups of words of which every one must be found near the first, the act itself.

    "close|seal border|Berlin -reopen"      any of each group; a group with a minus must not be in the sentence
    "accept Open_Skies ~Geneva"             a group with a tilde may stand anywhere in it or in the sentence before
    "Red_Army/Soviet_troops+built/erected"  one of the first list followed at once by one of the second

Does not read a text: `mentions` does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from reference.pack import Event, Pack
from reference.reading.words import Word, words
from reference.spans import is_early

Kind = Literal["event", "person", "office", "place", "alliance", "work"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A way of telling an entry: alternatives of stems for the act and its company, what must be absent, what near.

    `naming` says of each group of company whether it only names the entry: its choices are written with a capital, and one is
    a name of the entry, of who did it or of where.
    """

    owner: str
    act: tuple[tuple[str, ...], ...]
    company: tuple[tuple[tuple[str, ...], ...], ...]
    absent: tuple[tuple[str, ...], ...]
    context: tuple[tuple[tuple[str, ...], ...], ...] = ()
    naming: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is matched: folded words, whose it is, and which of its words must be written with a capital."""

    norms: tuple[str, ...]
    kind: Kind
    ids: tuple[str, ...]
    capitals: tuple[bool, ...]
    uppers: tuple[bool, ...]

    def stands(self, line: Sequence[Word], at: int) -> bool:
        """True where the words from `at` are this name, capitals included."""
        here = line[at : at + len(self.norms)]
        if tuple(word.norm for word in here) != self.norms:
            return False
        return all(
            (word.capital or not capital or word.norm[0].isdigit()) and (word.upper or not upper)
            for word, capital, upper in zip(here, self.capitals, self.uppers, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names and cues of a pack, indexed by their first word. A figure's cue is owned by "event-id.figure-id".

    `placeless` are the events' cues less what only says where, for a telling that puts the event elsewhere. `bare` has the
    events that a city can stand for, with those who took part, by the city's folded name. `early` says that the pack's period
    begins before 1800, so that 1536 is a year.
    """

    names: Mapping[str, tuple[Name, ...]]
    cues: Mapping[str, tuple[Cue, ...]]
    figures: Mapping[str, tuple[Cue, ...]]
    mistakes: Mapping[str, tuple[Cue, ...]]
    placeless: Mapping[str, tuple[Cue, ...]]
    bare: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    proper: frozenset[str]
    early: bool = False


def read_cue(owner: str, text: str, names: frozenset[str] = frozenset()) -> Cue:
    """A cue from its line in a pack; `names` are folded words that name the entry. Raises ValueError where it has no act."""
    groups: dict[str, list[tuple[tuple[str, ...], ...]]] = {"": [], "-": [], "~": []}
    naming = []
    for part in text.split():
        sign = part[0] if part[0] in "-~" else ""
        choices = tuple(found for choice in _choices(part.lstrip("-~")) if (found := _stems(choice)))
        if choices:
            groups[sign].append(choices)
            if not sign:
                capitals = all(choice[:1].isupper() for choice in _choices(part))
                naming.append(capitals and any(set(name_words(choice.replace("_", " "))) & names for choice in _choices(part)))
    if not groups[""]:
        raise ValueError(f"the cue '{text}' names no act: begin it with the verb or noun of what happened")
    act, *company = groups[""]
    absent = tuple(choice for choices in groups["-"] for choice in choices)
    return Cue(owner, act, tuple(company), absent, tuple(groups["~"]), tuple(naming[1:]))


def _choices(group: str) -> Iterator[str]:
    """The alternatives of a group: "a|b", and "a/b+c/d" for one of a, b followed at once by one of c, d."""
    for choice in group.split("|"):
        for row in product(*(slot.split("/") for slot in choice.split("+"))):
            yield "_".join(row)


def _stems(choice: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words(choice.replace("_", " ")))


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """A name as it is matched: folded words, a leading article left out, letters and digits parted."""
    return tuple(word.norm for word in _bare(name))


def _bare(name: str) -> list[Word]:
    found = words(name, stems=False)
    return found[1:] if len(found) > 1 and found[0].norm in ("the", "a", "an") else found


@lru_cache(maxsize=8)
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, made once."""
    entries: list[tuple[Kind, str, Iterable[str]]] = [
        *(("event", event.id, (event.name, *event.also)) for event in pack.events.values()),
        *(("person", person.id, (person.name, *person.also)) for person in pack.people.values()),
        *(("office", office.id, office.titles) for office in pack.offices.values()),
        *(("place", place.id, (place.name, *place.also)) for place in pack.places.values()),
        *(("alliance", alliance.id, (alliance.name, *alliance.also)) for alliance in pack.alliances.values()),
        *(("work", work.id, (work.title, *work.also)) for work in pack.works.values()),
    ]
    events = [read_cue(event.id, text) for event in pack.events.values() for text in event.cues]
    figures = [
        read_cue(f"{event.id}.{figure.id}", text, _named_by(event, pack))
        for event in pack.events.values()
        for figure in event.figures
        for text in figure.cues
    ]
    mistakes = [read_cue(mistake.id, text) for mistake in pack.mistakes.values() for text in mistake.cues]
    placeless = [read_cue(event.id, text) for event in pack.events.values() for text in _placeless(event, pack)]
    bare: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for event in pack.events.values():
        for city in event.bare:
            bare[" ".join(name_words(city))].append((event.id, frozenset((*event.by, *event.who))))
    return Lexicon(
        _names(entries),
        _by_act(events),
        _by_act(figures),
        _by_act(mistakes),
        _by_act(placeless),
        {city: tuple(rows) for city, rows in bare.items()},
        _proper(entries),
        is_early(pack.about.period),
    )


WHERE = frozenset({"in", "at", "near", "over", "from", "to", "outside", "on"})


def _placeless(event: Event, pack: Pack) -> Iterator[str]:
    """The cues of an event that say where, without that, where an act and other company are left to tell it."""
    known = _place_names(pack)
    for text in event.cues:
        act, *rest = text.split()
        left = [one for one in rest if one[0] == "-" or not all(_only_where(c, known) for c in _choices(one.lstrip("~")))]
        if len(left) < len(rest) and any(part[0] not in "-~" for part in left):
            yield " ".join([act, *left])


@lru_cache(maxsize=8)
def _place_names(pack: Pack) -> frozenset[tuple[str, ...]]:
    return frozenset(name_words(name) for place in pack.places.values() for name in (place.name, *place.also))


def _only_where(choice: str, known: frozenset[tuple[str, ...]]) -> bool:
    """True for "Paris", "in_Warsaw", "French_capital"."""
    parts = name_words(choice.replace("_", " "))
    parts = parts[1:] if len(parts) > 1 and parts[0] in WHERE else parts
    return parts in known or parts[1:] == ("capital",)


def _named_by(event: Event, pack: Pack) -> frozenset[str]:
    """The words that name an event, its doers and its places."""
    people = [name for one in event.by for name in (pack.people[one].name, *pack.people[one].also)]
    places = [name for one in event.at for name in (pack.places[one].name, *pack.places[one].also)]
    return frozenset(
        word.norm for text in (event.name, *event.also, *people, *places) for word in words(text, stems=False) if word.capital
    )


def _names(entries: Iterable[tuple[Kind, str, Iterable[str]]]) -> dict[str, tuple[Name, ...]]:
    owners: dict[tuple[Kind, tuple[str, ...], tuple[bool, ...], tuple[bool, ...]], list[str]] = defaultdict(list)
    for kind, owner, names in entries:
        # Events and offices are written with and without capitals; people and places only with.
        strict = kind not in ("event", "office")
        for name in names:
            found = _bare(name)
            capitals = tuple(strict and word.capital for word in found)
            uppers = tuple(strict and word.upper and 1 < len(word.norm) <= 4 for word in found)
            key = (kind, tuple(word.norm for word in found), capitals, uppers)
            if found and owner not in owners[key]:
                owners[key].append(owner)
    by_first: dict[str, list[Name]] = defaultdict(list)
    for (kind, norms, capitals, uppers), ids in owners.items():
        by_first[norms[0]].append(Name(norms, kind, tuple(ids), capitals, uppers))
    return {first: tuple(sorted(rows, key=lambda row: -len(row.norms))) for first, rows in by_first.items()}


def _proper(entries: Iterable[tuple[Kind, str, Iterable[str]]]) -> frozenset[str]:
    """The words that misspelt ones are mended to: names of people, of places of one word, and inside names of events."""
    found: set[str] = set()
    for kind, _, names in entries:
        for name in names:
            parts = words(name, stems=False)
            if kind in ("event", "person") or (kind == "place" and len(parts) == 1):
                found.update(word.norm for word in parts if word.capital and len(word.norm) >= 5)
    return frozenset(found)


def _by_act(cues: Iterable[Cue]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        for first in dict.fromkeys(choice[0] for choice in cue.act):
            found[first].append(cue)
    return {first: tuple(rows) for first, rows in found.items()}
