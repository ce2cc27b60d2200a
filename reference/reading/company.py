"""Find what completes a cue: the words that must stand with its act, in the clause that the act belongs to.

In: a sentence, its words and a cue whose act stands at a place.  Out: the places of its company, or None where some is missing.
What stands in a clause of its own, beyond a semicolon, or only measures ("three years before the Hungarians") completes
nothing; nor does one who does to somebody else what the cue says was done to him.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reference.reading.clauses import SUBJECTS, apart, has_subject, spliced
from reference.reading.lexicon import Cue
from reference.reading.parser import Sentence
from reference.reading.words import Word, fold

WINDOW = 14  # words between the act and what completes its cue: the length of a clause
UNITS = frozenset({"year", "month", "week", "day", "hour", "decad", "long", "soon", "short", "just", "well"})
# Stems of what is done to somebody, who is named to tell the event.
UNDOES = frozenset(
    {"overthrow", "overthrew", "overthrown", "oust", "depos", "toppl", "murder", "kill", "assassin"}
) | frozenset({"remov", "dismiss", "sack", "replac", "execut", "hang", "arrest", "expel", "exil"})


def company_of(
    sentence: Sentence, line: Sequence[Word], tokens: Sequence[int], cue: Cue, at: int, known_already: bool
) -> list[tuple[int, int]] | None:
    """The first and last word of what stands for each company of a cue; of an entry `known_already` names are not asked for."""
    stems = [word.stem for word in line]
    found = []
    for group, naming in zip(cue.company, cue.naming, strict=True):
        if naming and known_already:
            continue
        place = _nearest(stems, group, at) or _doer(sentence, stems, tokens, group, at)
        if place is None or _parted(sentence, line, tokens, at, place[0]):
            return None
        found.append(place)
    if stems[at] in UNDOES and _done_by_the_victim(sentence, tokens[at], [tokens[first] for first, _ in found]):
        return None
    return found


def stands_at(stems: Sequence[str], at: int, choice: tuple[str, ...]) -> bool:
    """True where the words of a choice stand at a place."""
    return tuple(stems[at : at + len(choice)]) == choice


def _nearest(stems: Sequence[str], group: tuple[tuple[str, ...], ...], at: int) -> tuple[int, int] | None:
    """The place nearest to the act where one of a group's choices stands, within a clause's length."""
    places = [
        (abs(i - at), i, i + len(choice) - 1)
        for choice in group
        if choice[0] in stems
        for i in range(max(0, at - WINDOW), min(len(stems), at + WINDOW + 1))
        if i != at and stands_at(stems, i, choice) and not _set_aside(stems, at, i)
    ]
    return min(places)[1:] if places else None


def _set_aside(stems: Sequence[str], at: int, i: int) -> bool:
    """True for "not the one in Cuba", "rose three years before the Hungarians": the word names what is not meant."""
    lead = stems[max(0, i - 4) : i]
    if "not" in lead and "one" in lead:
        return True
    return at < i and any(one in UNITS and two in ("befor", "after") for one, two in pairwise(lead))


def _doer(
    sentence: Sentence, stems: Sequence[str], tokens: Sequence[int], group: tuple[tuple[str, ...], ...], at: int
) -> tuple[int, int] | None:
    """The place of one of a group's choices that is the act's subject, however far before it that stands."""
    verb = tokens[at]
    while sentence.tokens[verb].dep in ("conj", "xcomp") and not has_subject(sentence, verb):
        verb = sentence.tokens[verb].head
    acting = {token.i for token in sentence.tokens if token.head == verb and token.dep in SUBJECTS}
    return next(((i, i) for i, token in enumerate(tokens) if token in acting and (stems[i],) in group), None)


def _parted(sentence: Sentence, line: Sequence[Word], tokens: Sequence[int], act: int, company: int) -> bool:
    """True where the act and what would complete its cue stand in clauses of their own, or with a semicolon between."""
    first, last = sorted((line[act].start, line[company].start))
    if ";" in sentence.text[first - sentence.start : last - sentence.start] and not _stands_in(sentence, tokens[act]):
        return True
    return apart(sentence, tokens[act], tokens[company]) or spliced(sentence, tokens[act], tokens[company])


def _stands_in(sentence: Sentence, act: int) -> bool:
    """True for "the Wall was hated; it was built in ...": the act's subject is a pronoun."""
    own = [token for token in sentence.tokens if token.head == act and token.dep in SUBJECTS]
    return any(fold(token.text) in ("it", "this", "they", "he", "she") for token in own)


def _done_by_the_victim(sentence: Sentence, act: int, company: Sequence[int]) -> bool:
    """True for "Batista had overthrown the President": the one whose fall the cue tells does it to somebody else."""
    own = [token for token in sentence.tokens if token.head == act]
    doing = {token.i for token in own if token.dep == "nsubj"}
    done_to = {token.i for token in own if token.dep == "dobj"}
    above = [{place, *sentence.ancestors(place)} for place in company]
    return bool(doing and done_to) and any(up & doing for up in above) and not any(up & done_to for up in above)
