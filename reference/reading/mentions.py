"""Find which events and people a sentence is about, by their names and by the ways of telling them.

In: parsed sentences and a Lexicon of a pack.  Out: Mentions with offsets, each with the entries it can mean.
A name matches word for word, case, accents, hyphens and a possessive s aside; several events may share a name, and the
mention then stands for each of them. A cue tells an event without naming it: groups of words of which every one must be
found near the first, the act itself ("close|seal border|Berlin -reopen": a group with a minus must not be in the sentence).
No embedding is used. Does not resolve pronouns, and does not decide what is claimed of the event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reference.pack import Pack
from reference.reading.names import misspelt
from reference.reading.parser import Sentence
from reference.reading.words import Word, stem, words

WINDOW = 14  # words between the act and what completes its cue: the length of a clause

Kind = Literal["event", "person"]
How = Literal["name", "cue"]


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


@dataclass(frozen=True, slots=True)
class Cue:
    """A way of telling an entry: alternatives of stems for the act and its company, and what must be absent."""

    owner: str
    act: tuple[tuple[str, ...], ...]
    company: tuple[tuple[tuple[str, ...], ...], ...]
    absent: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names and cues of a pack, indexed by their first word. A figure's cue is owned by "event-id.figure-id"."""

    names: Mapping[str, tuple[tuple[tuple[str, ...], Kind, tuple[str, ...]], ...]]
    cues: Mapping[str, tuple[Cue, ...]]
    figures: Mapping[str, tuple[Cue, ...]]
    proper: frozenset[str]


def read_cue(owner: str, text: str) -> Cue:
    """A cue from its line in a pack. Raises ValueError where it has no act."""
    groups = [
        (part.startswith("-"), tuple(_stems(choice) for choice in part.lstrip("-").split("|") if choice))
        for part in text.split()
    ]
    needed = [choices for absent, choices in groups if not absent and choices]
    if not needed:
        raise ValueError(f"the cue '{text}' names no act: begin it with the verb or noun of what happened")
    barred = tuple(choice for absent, choices in groups if absent for choice in choices)
    return Cue(owner, needed[0], tuple(needed[1:]), barred)


def _stems(choice: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words(choice.replace("_", " ")))


def name_words(name: str) -> tuple[str, ...]:
    """A name as it is matched: folded words, a leading article left out, letters and digits parted."""
    norms = tuple(word.norm for word in words(name))
    return norms[1:] if len(norms) > 1 and norms[0] in ("the", "a", "an") else norms


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, made once."""
    named: dict[tuple[Kind, tuple[str, ...]], list[str]] = defaultdict(list)
    proper: set[str] = set()
    entries: list[tuple[Kind, str, Iterable[str]]] = [
        *(("event", event.id, (event.name, *event.also)) for event in pack.events.values()),
        *(("person", person.id, (person.name, *person.also)) for person in pack.people.values()),
    ]
    for kind, owner, names in entries:
        for name in names:
            proper.update(word.norm for word in words(name) if word.capital and len(word.norm) >= 5)
            if owner not in named[kind, name_words(name)]:
                named[kind, name_words(name)].append(owner)
    by_first: dict[str, list[tuple[tuple[str, ...], Kind, tuple[str, ...]]]] = defaultdict(list)
    for (kind, norms), owners in named.items():
        by_first[norms[0]].append((norms, kind, tuple(owners)))
    events = [read_cue(event.id, text) for event in pack.events.values() for text in event.cues]
    figures = [
        read_cue(f"{event.id}.{figure.id}", text)
        for event in pack.events.values()
        for figure in event.figures
        for text in figure.cues
    ]
    return Lexicon(
        {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()},
        _by_act(events),
        _by_act(figures),
        frozenset(proper),
    )


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
            Word(wrong[word.norm], stem(wrong[word.norm]), word.start, word.end, True) if word.norm in wrong else word
            for word in line
        ]
        for line in raw
    ]
    return mended, wrong


def mentions(sentence: Sentence, line: Sequence[Word], known: Lexicon) -> list[Mention]:
    """The mentions of a sentence in reading order; of names that overlap only the longest stands, a cue beside names."""
    found = _named(sentence, line, known)
    taken = {(mention.ids, mention.kind) for mention in found}
    for cue_mention in told(sentence, line, known.cues):
        if (cue_mention.ids, cue_mention.kind) not in taken or not _inside(cue_mention, found):
            found.append(cue_mention)
    return sorted(found, key=lambda mention: (mention.start, mention.end, mention.ids))


def _inside(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(o.ids == mention.ids and o.start <= mention.start and mention.end <= o.end for o in others)


def _named(sentence: Sentence, line: Sequence[Word], known: Lexicon) -> list[Mention]:
    found: list[Mention] = []
    norms = [word.norm for word in line]
    at = 0
    while at < len(line):
        rows = [row for row in known.names.get(norms[at], ()) if tuple(norms[at : at + len(row[0])]) == row[0]]
        longest = max((len(row[0]) for row in rows), default=0)
        for size_norms, kind, owners in rows:
            if len(size_norms) == longest:
                last = at + longest - 1
                found.append(_mention(sentence, kind, owners, line[at], line[last], line[last], "name"))
        at += longest or 1
    return found


def told(sentence: Sentence, line: Sequence[Word], cues: Mapping[str, tuple[Cue, ...]]) -> list[Mention]:
    """What a sentence tells by a cue, each by its tightest match; the mention spans the cue's words."""
    found: dict[tuple[str, int], Mention] = {}
    stems = [word.stem for word in line]
    for at, first in enumerate(stems):
        for cue in cues.get(first, ()):
            act = next((choice for choice in cue.act if _at(stems, at, choice)), None)
            if act is None or any(_find(stems, choice, 0, len(stems)) is not None for choice in cue.absent):
                continue
            reach = [at, at + len(act) - 1]
            for group in cue.company:
                place = _nearest(stems, group, at)
                if place is None:
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
    return Mention(kind, ids, first.start, last.end, sentence.index, token or 0, how)
