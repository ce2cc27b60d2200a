"""A text with Edits made, and the way back: every offset of the mended text as an offset of the text as written.

In: a text and its Edits.  Out: a Mended. A place inside an edit goes back to the edit's own beginning or end, so that a
stretch of the mended text comes back as whole words of the text as written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reference.reading.ocr import Edit


@dataclass(frozen=True, slots=True)
class Place:
    """An edit as it stands in the mended text, and where it stood in the text as written."""

    start: int
    end: int
    edit: Edit


@dataclass(frozen=True, slots=True)
class Mended:
    """The text to be read, the text as written, and where the two differ."""

    text: str
    written: str
    places: tuple[Place, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the mended text stands in the text as written."""
        first, last = self._back(start), self._back(end, last=True)
        return first, max(first, last)

    def guessed(self, start: int, end: int) -> bool:
        """True where a stretch of the mended text touches a guess."""
        return any(not one.edit.sure and one.start < end and start < one.end for one in self.places)

    def _back(self, offset: int, last: bool = False) -> int:
        i = bisect_right([place.start for place in self.places], offset - last) - 1
        if i < 0:
            return offset
        place = self.places[i]
        if last and offset <= place.start:  # an empty stretch at its very beginning
            return place.edit.start + offset - place.start
        if offset < place.end or (last and offset == place.end):
            return place.edit.end if last else place.edit.start
        return place.edit.end + offset - place.end


def mended(text: str, edits: Sequence[Edit]) -> Mended:
    """The text with its Edits made; they stand in order and do not overlap."""
    parts: list[str] = []
    places = []
    at = length = 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        start = length + edit.start - at
        length = start + len(edit.text)
        places.append(Place(start, length, edit))
        at = edit.end
    return Mended("".join([*parts, text[at:]]), text, tuple(places))
