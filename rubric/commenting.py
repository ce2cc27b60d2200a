"""The stretches of an essay that a comment can be put to: its paragraphs, their sentences, words that someone types.

In: a Marking.  Out: offsets into its text.
Typed words are found whatever their case, their line breaks, and the kind of quotation mark, apostrophe or dash.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rubric.marking import Marking
from rubric.report.quoting import SENTENCE_END, paragraphs

Stretch = tuple[int, int]
ALIKE = ("'’‘", '"“”', "-–—")


def sentences_of(marking: Marking, paragraph: int) -> list[Stretch]:
    """The sentences of a paragraph, which is counted from 1."""
    start, end = paragraphs(marking)[paragraph - 1]
    text = marking.essay.text
    ends = [found.end() for found in SENTENCE_END.finditer(text[start:end])]
    edges = [start, *(start + at for at in ends), end]
    return [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(edges) if text[a:b].strip()]


def places_of(marking: Marking, words: str) -> list[Stretch]:
    """Where these words stand in the essay, in order."""
    pattern = r"\s+".join("".join(_like(letter) for letter in token) for token in words.split())
    return [found.span() for found in re.finditer(pattern, marking.essay.text, re.IGNORECASE)] if pattern else []


def _like(letter: str) -> str:
    return next((f"[{group}]" for group in ALIKE if letter in group), re.escape(letter))
