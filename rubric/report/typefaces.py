"""The typefaces of the PDF: which of them has each character, and how wide a text is. The only module that opens reportlab.

In: text.  Out: the text in runs of one face each, its width; and a blank document to draw on.
A character that no face has is spelt out between brackets, as [rocket]; marks that only steer the direction of writing are
left out, and writing from right to left is not turned round.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from itertools import groupby
from typing import Any

FACES = {"serif": "SourceSerifPro-Regular", "sans": "SourceSansPro-Regular", "bold": "SourceSansPro-Semibold"}
SPARE = "DejaVuSans"
LAST = 0xFFFF  # reportlab writes later characters so that they print but cannot be copied or searched
STEERING = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")


def blank(file: BytesIO, width: float, height: float) -> Any:
    """A document to draw on: invariant, so that neither the date nor chance is written into it."""
    from reportlab.pdfgen.canvas import Canvas

    return Canvas(file, pagesize=(width, height), invariant=1, pageCompression=1, lang="en-GB")


@cache
def faces() -> dict[str, Any]:
    """The typefaces by name, made known to reportlab."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    found = {}
    for name in (*FACES.values(), SPARE):
        with as_file(files("rubric.report").joinpath("fonts", f"{name}.ttf")) as path:
            found[name] = TTFont(name, str(path))
        registerFont(found[name])
    return found


def shaped(text: str, face: str) -> tuple[tuple[str, str], ...]:
    """The text as runs, each with the name of a typeface that has all its characters."""
    named = [_char(char, FACES[face]) for char in STEERING.sub("", text)]
    return tuple((name, "".join(part for _, part in run)) for name, run in groupby(named, key=lambda pair: pair[0]))


def text_width(text: str, face: str, size: float) -> float:
    """How wide a text is, in points."""
    known = faces()
    return float(sum(known[name].stringWidth(part, size) for name, part in shaped(text, face)))


@cache
def _char(char: str, own: str) -> tuple[str, str]:
    """The typeface of a character, and what is printed for it. Characters alone are remembered, no words of an essay."""
    for name in (own, SPARE):
        if ord(char) <= LAST and ord(char) in faces()[name].face.charToGlyph:
            return name, char
    said = unicodedata.name(char, "").lower()
    return own, f"[{said}]" if said and not said.startswith("cjk ") else f"[U+{ord(char):04X}]"
