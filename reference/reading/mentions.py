"""Find which events and people a sentence is about, by their names and by the ways of telling them.

In: parsed sentences and a Lexicon of a pack.  Out: Mentions with offsets, each with the entries it can mean.
A name matches word for word, case, accents, hyphens and a possessive s aside; several events may share a name, and the
mention then stands for each of them. A cue tells an event without naming it: groups of words of which every one must be
found near the first, the act itself ("close|seal border|Berlin -reopen": a group with a minus must not be in the sentence,
one with a tilde may stand anywhere in it or in the one before; "Red_Army/Soviet_troops+built/erected" is one of the first
list followed at once by one of the second).
No embedding is used. Does not resolve pronouns, and does not decide what is claimed of the event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal

from reference.pack import Pack
from reference.reading.clauses import apart
from reference.reading.names import misspelt
from reference.reading.parser import Sentence
from reference.reading.words import Word, stem, words

WINDOW = 14  # words between the act and what completes its cue: the length of a clause

Kind = Literal["event", "person", "office", "place", "alliance", "work"]
How = Literal["name", "cue"]

# "the Western Powers" are no pilot, and "the Supreme Soviet" is no state.
NOT_BEFORE_NAME = frozenset({"western", "great", "european", "allied", "major", "foreign", "two", "three", "four", "supreme"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names or tells something: `ids` it can mean, offsets, its sentence, and the token of its head."""

    kind: Kind
    ids: tuple[str, ...]
    start: int
    end: int
    sentence: int
    head: int
    how: How
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A way of telling an entry: alternatives of stems for the act and its company, what must be absent, what near."""

    owner: str
    act: tuple[tuple[str, ...], ...]
    company: tuple[tuple[tuple[str, ...], ...], ...]
    absent: tuple[tuple[str, ...], ...]
    context: tuple[tuple[tuple[str, ...], ...], ...] = ()


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

    `bare` has the events that a city can stand for, with those who took part, by the city's folded name.
    """

    names: Mapping[str, tuple[Name, ...]]
    cues: Mapping[str, tuple[Cue, ...]]
    figures: Mapping[str, tuple[Cue, ...]]
    mistakes: Mapping[str, tuple[Cue, ...]]
    bare: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    proper: frozenset[str]


def read_cue(owner: str, text: str) -> Cue:
    """A cue from its line in a pack. Raises ValueError where it has no act."""
    groups: dict[str, list[tuple[tuple[str, ...], ...]]] = {"": [], "-": [], "~": []}
    for part in text.split():
        sign = part[0] if part[0] in "-~" else ""
        choices = tuple(found for choice in _choices(part.lstrip("-~")) if (found := _stems(choice)))
        if choices:
            groups[sign].append(choices)
    if not groups[""]:
        raise ValueError(f"the cue '{text}' names no act: begin it with the verb or noun of what happened")
    act, *company = groups[""]
    absent = tuple(choice for choices in groups["-"] for choice in choices)
    return Cue(owner, act, tuple(company), absent, tuple(groups["~"]))


def _choices(group: str) -> Iterator[str]:
    """The alternatives of a group: "a|b", and "a/b+c/d" for one of a, b followed at once by one of c, d."""
    for choice in group.split("|"):
        for row in product(*(slot.split("/") for slot in choice.split("+"))):
            yield "_".join(row)


def _stems(choice: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words(choice.replace("_", " ")))


def name_words(name: str) -> tuple[str, ...]:
    """A name as it is matched: folded words, a leading article left out, letters and digits parted."""
    return tuple(word.norm for word in _bare(name))


def _bare(name: str) -> list[Word]:
    found = words(name, stems=False)
    return found[1:] if len(found) > 1 and found[0].norm in ("the", "a", "an") else found


@cache
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
        read_cue(f"{event.id}.{figure.id}", text)
        for event in pack.events.values()
        for figure in event.figures
        for text in figure.cues
    ]
    mistakes = [read_cue(mistake.id, text) for mistake in pack.mistakes.values() for text in mistake.cues]
    bare: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for event in pack.events.values():
        for city in event.bare:
            bare[" ".join(name_words(city))].append((event.id, frozenset((*event.by, *event.who))))
    return Lexicon(
        _names(entries),
        _by_act(events),
        _by_act(figures),
        _by_act(mistakes),
        {city: tuple(rows) for city, rows in bare.items()},
        _proper(entries),
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


def read_words(sentences: Sequence[Sentence], known: Lexicon) -> tuple[list[list[Word]], dict[str, str]]:
    """The words of each sentence with misspelt names put right, and which words were misspelt, folded."""
    raw = [words(sentence.text, sentence.start) for sentence in sentences]
    wrong = misspelt([word for line in raw for word in line], known.proper)
    mended = [
        [
            Word(wrong[word.norm], stem(wrong[word.norm]), word.start, word.end, True, word.upper)
            if word.norm in wrong
            else word
            for word in line
        ]
        for line in raw
    ]
    return mended, wrong


def mentions(sentence: Sentence, line: Sequence[Word], known: Lexicon) -> list[Mention]:
    """The mentions of a sentence in reading order; of names that overlap only the longest stands, a cue beside names."""
    found = _named(sentence, line, known)
    found += _standing_for(sentence, found, known)
    taken = {(mention.ids, mention.kind) for mention in found}
    for cue_mention in told(sentence, line, known.cues):
        if (cue_mention.ids, cue_mention.kind) not in taken or not _inside(cue_mention, found):
            found.append(cue_mention)
    return sorted(found, key=lambda mention: (mention.start, mention.end, mention.ids))


def _inside(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(o.ids == mention.ids and o.start <= mention.start and mention.end <= o.end for o in others)


def _named(sentence: Sentence, line: Sequence[Word], known: Lexicon) -> list[Mention]:
    found: list[Mention] = []
    at = 0
    while at < len(line):
        rows = [name for name in known.names.get(line[at].norm, ()) if name.stands(line, at)]
        longest = max((len(name.norms) for name in rows), default=0)
        led = at > 0 and line[at - 1].norm in NOT_BEFORE_NAME
        for name in rows:
            if len(name.norms) == longest and not (led and longest == 1 and name.kind in ("person", "place")):
                last = at + longest - 1
                found.append(_mention(sentence, name.kind, name.ids, line[at], line[last], line[last], "name"))
        at += longest or 1
    return found


# "after Vienna", "Geneva achieved little": a city that is no place here but what happened there.
AS_EVENT = frozenset({"after", "before", "since", "following", "until", "than", "despite"})


def _standing_for(sentence: Sentence, named: Sequence[Mention], known: Lexicon) -> list[Mention]:
    """The events that a city stands for: as subject, after a word of time, or at or in it with those who took part."""
    people = {name for mention in named if mention.kind == "person" for name in mention.ids}
    found = []
    for place in (mention for mention in named if mention.kind == "place"):
        rows = known.bare.get(" ".join(name_words(place.text)), ())
        if not rows:
            continue
        token = sentence.tokens[place.head]
        above = sentence.tokens[token.head].text.lower()
        ids: tuple[str, ...] = ()
        if token.dep in ("nsubj", "nsubjpass", "poss") or (token.dep == "pobj" and above in AS_EVENT):
            ids = tuple(event for event, _ in rows)
        elif above in ("at", "in"):
            least = 1 if above == "at" else 2
            ids = tuple(event for event, who in rows if people <= who and len(people) >= least)
        if ids:
            found.append(Mention("event", ids, place.start, place.end, place.sentence, place.head, "name", place.text))
    return found


def told(
    sentence: Sentence, line: Sequence[Word], cues: Mapping[str, tuple[Cue, ...]], before: Sequence[Word] = ()
) -> list[Mention]:
    """What a sentence tells by a cue, each by its tightest match; the mention spans the cue's words.

    `before` are the words of the sentence before it, where a cue's context may stand.
    """
    found: dict[tuple[str, int], Mention] = {}
    stems = [word.stem for word in line]
    around = [word.stem for word in before] + stems
    tokens = [sentence.token_at(word.start) or 0 for word in line]
    for at, first in enumerate(stems):
        for cue in cues.get(first, ()):
            act = next((choice for choice in cue.act if _at(stems, at, choice)), None)
            if act is None or any(_spoils(sentence, stems, tokens, at, choice) for choice in cue.absent):
                continue
            if not all(any(_find(around, choice, 0, len(around)) is not None for choice in group) for group in cue.context):
                continue
            reach = [at, at + len(act) - 1]
            for group in cue.company:
                place = _nearest(stems, group, at)
                if place is None or apart(sentence, tokens[at], tokens[place[0]]):
                    break
                reach += [place[0], place[1]]
            else:
                mention = _mention(sentence, "event", (cue.owner,), line[min(reach)], line[max(reach)], line[at], "cue")
                known_one = found.get((cue.owner, at))
                if known_one is None or mention.end - mention.start < known_one.end - known_one.start:
                    found[cue.owner, at] = mention
    return list(found.values())


def _at(stems: Sequence[str], at: int, choice: tuple[str, ...]) -> bool:
    return tuple(stems[at : at + len(choice)]) == choice


def _spoils(sentence: Sentence, stems: Sequence[str], tokens: Sequence[int], at: int, choice: tuple[str, ...]) -> bool:
    """True where words that must be absent stand in the sentence, other than in a coordinate clause of their own."""
    places = [i for i in range(len(stems)) if _at(stems, i, choice)]
    return any(not apart(sentence, tokens[at], tokens[i]) for i in places)


def _find(stems: Sequence[str], choice: tuple[str, ...], low: int, high: int) -> int | None:
    return next((i for i in range(max(0, low), min(high, len(stems))) if _at(stems, i, choice)), None)


def _nearest(stems: Sequence[str], group: tuple[tuple[str, ...], ...], at: int) -> tuple[int, int] | None:
    """The place nearest to the act where one of a group's choices stands, within a clause's length."""
    places = [
        (abs(i - at), i, i + len(choice) - 1)
        for choice in group
        for i in range(max(0, at - WINDOW), min(len(stems), at + WINDOW + 1))
        if i != at and _at(stems, i, choice)
    ]
    return min(places)[1:] if places else None


def _mention(sentence: Sentence, kind: Kind, ids: tuple[str, ...], first: Word, last: Word, head: Word, how: How) -> Mention:
    token = sentence.token_at(head.start)
    text = sentence.text[first.start - sentence.start : last.end - sentence.start]
    return Mention(kind, ids, first.start, last.end, sentence.index, token or 0, how, text)
