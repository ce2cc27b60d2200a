"""Whom "he" means, so that what a sentence tells of him is found ("Kennedy waited. He went on television ...").

In: parsed sentences with their words and mentions.  Out: the words with the person's name in the pronoun's place.
The one person named before it in its sentence; else the one person of the sentence before, or its subject where several
are named. In doubt the pronoun stands. The words serve to find what is told; nobody is compared by a pronoun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reference.reading.clauses import SUBJECTS
from reference.reading.mentions import Mention
from reference.reading.parser import Sentence
from reference.reading.words import Word, words

HE = frozenset({"he", "him", "his"})


def with_antecedents(
    sentence: Sentence, line: Sequence[Word], named: Sequence[Mention], before: tuple[Sentence, Sequence[Mention]] | None
) -> list[Word] | None:
    """The words with every "he" that is plain put as a name, or None where there is none. `before`: the sentence before."""
    people = [mention for mention in named if mention.kind == "person"]
    earlier = _whom(*before) if before is not None else None
    found: list[Word] = []
    for word in line:
        if word.norm not in HE:
            found.append(word)
            continue
        here = {person.ids: person for person in people if person.end <= word.start}
        whom = next(iter(here.values())) if len(here) == 1 else (earlier if not here else None)
        name = words(whom.text)[-1] if whom is not None else word
        found.append(replace(word, norm=name.norm, stem=name.stem))
    return found if [word.norm for word in found] != [word.norm for word in line] else None


def _whom(sentence: Sentence, named: Sequence[Mention]) -> Mention | None:
    people = {mention.ids: mention for mention in named if mention.kind == "person"}
    if len(people) == 1:
        return next(iter(people.values()))
    subjects = {
        mention.ids: mention
        for mention in people.values()
        if sentence.tokens[mention.head].dep in SUBJECTS and sentence.tokens[sentence.tokens[mention.head].head].dep == "ROOT"
    }
    return next(iter(subjects.values())) if len(subjects) == 1 else None
