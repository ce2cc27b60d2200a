"""Find which events, people, offices, places, alliances and works a sentence is about, by names and by ways of telling.

In: parsed sentences and a Lexicon of a pack.  Out: Mentions with offsets, each with the entries it can mean.
The longest name wins; several entries may share a name, and the mention then stands for each of them. A city may stand for
what happened there ("after Vienna"). No embedding is used. Does not resolve pronouns, and does not decide what is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reference.reading.clauses import apart
from reference.reading.company import company_of, stands_at
from reference.reading.lexicon import Cue, Kind, Lexicon, name_words
from reference.reading.names import misspelt
from reference.reading.parser import Sentence
from reference.reading.words import Word, stem, words

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
    return with_told(sentence, line, found, known)


def with_told(sentence: Sentence, line: Sequence[Word], named: Sequence[Mention], known: Lexicon) -> list[Mention]:
    """The mentions with what the words tell by a cue beside them, where no mention of the same entry spans it."""
    found = list(named)
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
    sentence: Sentence,
    line: Sequence[Word],
    cues: Mapping[str, tuple[Cue, ...]],
    before: Sequence[Word] = (),
    named: frozenset[str] = frozenset(),
) -> list[Mention]:
    """What a sentence tells by a cue, each by its tightest match; the mention spans the cue's words.

    `before` are the words of the sentence before it, where a cue's context may stand. Of an entry that is `named` already
    the company that only names need not be there.
    """
    found: dict[tuple[str, int], Mention] = {}
    stems = [word.stem for word in line]
    around = [word.stem for word in before] + stems
    tokens = [sentence.token_at(word.start) or 0 for word in line]
    there, nearby = frozenset(stems), frozenset(around)
    for at, first in enumerate(stems):
        for cue in cues.get(first, ()):
            known_already = cue.owner.partition(".")[0] in named
            if not _can_stand(cue, there, known_already):
                continue
            act = next((choice for choice in cue.act if choice[0] == first and stands_at(stems, at, choice)), None)
            if act is None or any(c[0] in there and _spoils(sentence, stems, tokens, at, c) for c in cue.absent):
                continue
            if not known_already and not _in_context(cue, around, nearby):
                continue
            company = company_of(sentence, line, tokens, cue, at, known_already)
            if company is None:
                continue
            reach = [at, at + len(act) - 1, *(place for pair in company for place in pair)]
            mention = _mention(sentence, "event", (cue.owner,), line[min(reach)], line[max(reach)], line[at], "cue")
            known_one = found.get((cue.owner, at))
            if known_one is None or mention.end - mention.start < known_one.end - known_one.start:
                found[cue.owner, at] = mention
    return list(found.values())


def _can_stand(cue: Cue, there: frozenset[str], known_already: bool) -> bool:
    """False where the sentence lacks the first word of every choice of some company: most cues end here."""
    for group, naming in zip(cue.company, cue.naming, strict=True):
        if not (naming and known_already) and all(choice[0] not in there for choice in group):
            return False
    return True


def _in_context(cue: Cue, around: Sequence[str], nearby: frozenset[str]) -> bool:
    """True where one choice of every context group stands in the sentence or the one before it."""
    return all(any(c[0] in nearby and _find(around, c, 0, len(around)) is not None for c in group) for group in cue.context)


def _spoils(sentence: Sentence, stems: Sequence[str], tokens: Sequence[int], at: int, choice: tuple[str, ...]) -> bool:
    """True where words that must be absent stand in the sentence, other than in a coordinate clause of their own."""
    if choice[0] not in stems:
        return False
    places = [i for i in range(len(stems)) if stands_at(stems, i, choice)]
    return any(not apart(sentence, tokens[at], tokens[i]) for i in places)


def _find(stems: Sequence[str], choice: tuple[str, ...], low: int, high: int) -> int | None:
    if choice[0] not in stems:
        return None
    return next((i for i in range(max(0, low), min(high, len(stems))) if stands_at(stems, i, choice)), None)


def _mention(sentence: Sentence, kind: Kind, ids: tuple[str, ...], first: Word, last: Word, head: Word, how: How) -> Mention:
    token = sentence.token_at(head.start)
    text = sentence.text[first.start - sentence.start : last.end - sentence.start]
    return Mention(kind, ids, first.start, last.end, sentence.index, token or 0, how, text)
