"""Where in a Word file each stretch of its text stands.

In: the bytes of a .docx, and its text as read.  Out: places: these characters come from that element of the main part,
beginning at that character of it.  A comment can then be set at exact words in the file itself.
Empty where the text is not the file's. Changes nothing, and knows nothing of comments.
"""

from __future__ import annotations

from dataclasses import dataclass

from reference.reading.documents import CLEANED
from reference.reading.packed import PackedFault
from reference.reading.word import Pieces, read_word

BETWEEN = "\n\n"  # between two paragraphs of a text as read


@dataclass(frozen=True, slots=True)
class Place:
    """Characters `start` to `end` of the text are those of an element from its character `at` on.

    `element` counts all elements of the main part in document order, from 0. The words of a note stand where it is called.
    """

    start: int
    end: int
    element: int
    at: int


def word_places(data: bytes, text: str) -> tuple[Place, ...]:
    """The places of a text in the Word file that it was read from, in the order of the text."""
    try:
        pieces = read_word(data, traced=True).pieces
    except PackedFault:
        return ()
    found: list[Place] = []
    whole = ""
    for words in pieces:
        shown, places = _paragraph(words, len(whole) + len(BETWEEN) if whole else 0)
        if shown.strip():
            whole += f"{BETWEEN}{shown}" if whole else shown
            found += places
    return tuple(found) if whole == text else ()


def _paragraph(words: Pieces, offset: int) -> tuple[str, list[Place]]:
    """A paragraph as it is read, which leaves some characters out, and its places."""
    shown: list[str] = []
    places: list[Place] = []
    for piece in words:
        first, at = len(shown), 0
        for place, char in enumerate(piece.text):
            if kept := CLEANED.get(ord(char), char):
                shown.append(kept)
            else:  # a character that is not shown ends a stretch
                places.append(Place(offset + first, offset + len(shown), piece.element, at))
                first, at = len(shown), place + 1
        places.append(Place(offset + first, offset + len(shown), piece.element, at))
    return "".join(shown), [place for place in places if place.end > place.start]
