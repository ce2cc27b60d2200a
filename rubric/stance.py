"""Whose view a sentence gives: one that the student hands to others and turns down is not the student's claim.

In: the sentences of an essay.  Out: the places of those that only report a view which is then rejected.
"It is often said that ...", and in the same sentence or at the head of the next "this is wrong", "I disagree"; by words alone
(`data/stance.yaml`). Where the sentence goes on after the rejection, what follows is the student's own, and it counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rubric.data import data
from rubric.essay import Read
from rubric.signs import pattern

GOES_ON = 6  # words after a rejection that make a claim of their own
NEAR_HEAD = 8  # words of the next sentence before which a rejection still answers this one


def rejected(reads: Sequence[Read]) -> frozenset[int]:
    """The sentences, by place, whose view is another's and is turned down."""
    return frozenset(i for i, read in enumerate(reads) if _turned_down(read, _after(reads, i)))


def _after(reads: Sequence[Read], place: int) -> Read | None:
    after = reads[place + 1] if place + 1 < len(reads) else None
    return after if after is not None and after.sentence.paragraph == reads[place].sentence.paragraph else None


def _turned_down(read: Read, after: Read | None) -> bool:
    reported = _says("reporting", read.line)
    if reported is None:
        return False
    here = _says("rejecting", read.line[reported.end() :])
    if here is not None:
        return len(read.line[reported.end() + here.end() :].split()) < GOES_ON
    there = _says("rejecting", after.line) if after is not None else None
    return there is not None and len(there.string[: there.start()].split()) < NEAR_HEAD


def _says(group: str, line: str) -> re.Match[str] | None:
    return pattern(tuple(data("stance")[group])).search(line)
