"""Words set in lines: what stands where on a line, and where a line ends.

In: bits of text, each with its look, and a width.  Out: lines of placed bits.
Lines break at spaces; a word wider than its line is cut. Draws nothing; knows no essay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rubric.report.quoting import printable
from rubric.report.typefaces import shaped, text_width

CORNER, FRAME = 3.6, 4.6  # points: how wide a corner of evidence is, and what a number's mark adds to it
PARTS = re.compile(r"\n| +|[^ \n]+")


@dataclass(frozen=True, slots=True)
class Bit:
    """Text of one look. `under` is the line beneath it, `box` the mark around it; `name` and `to` are for links."""

    text: str
    font: str = "sans"
    size: float = 9.5
    grey: bool = False
    under: str = ""
    box: str = ""
    rise: float = 0.0
    name: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A bit on its line: where it begins, how wide it is, and the text in the fonts that have it."""

    x: float
    width: float
    bit: Bit
    shaped: tuple[tuple[str, str], ...]


Line = tuple[Placed, ...]


def set_lines(bits: Iterable[Bit], width: float) -> list[Line]:
    """The bits in lines no wider than `width`, broken at spaces."""
    lines: list[Line] = []
    line: list[Placed] = []
    at = 0.0
    for word in _words(bits):
        if word[0].text == "\n":
            lines.append(tuple(line))
            line, at = [], 0.0
            continue
        space = word[0].text.startswith(" ")
        wide = sum(_width(bit) for bit in word)
        if at + wide > width and not space and line:
            lines.append(_ended(line))
            line, at = [], 0.0
        if space and not line:
            continue
        for bit in word if wide <= width else _cut(word, width):
            long = _width(bit)
            if line and at + long > width and not space:
                lines.append(_ended(line))
                line, at = [], 0.0
            line.append(Placed(at, long, bit, shaped(bit.text, bit.font)))
            at += long
    return [*lines, _ended(line)] if line else lines


def _width(bit: Bit) -> float:
    if bit.box in ("open", "close"):
        return CORNER
    return text_width(bit.text, bit.font, bit.size) + (FRAME if bit.box else 0.0)


def _words(bits: Iterable[Bit]) -> Iterator[list[Bit]]:
    """Words, which may be of several bits; spaces and line ends alone."""
    word: list[Bit] = []
    for bit in bits:
        name = bit.name
        for part in PARTS.findall(printable(bit.text.expandtabs(2))):
            if part == "\n" or part.startswith(" "):
                if word:
                    yield word
                yield [replace(bit, text=part, name="")]
                word = []
            else:
                word.append(replace(bit, text=part, name=name))
                name = ""
    if word:
        yield word


def _cut(word: Sequence[Bit], width: float) -> Iterator[Bit]:
    """A word too wide for any line, in pieces that fit one."""
    for bit in word:
        piece, wide = "", 0.0
        for char in bit.text:
            long = text_width(char, bit.font, bit.size)
            if piece and wide + long > width:
                yield replace(bit, text=piece)
                bit, piece, wide = replace(bit, name=""), "", 0.0
            piece, wide = piece + char, wide + long
        yield replace(bit, text=piece)


def _ended(line: Sequence[Placed]) -> Line:
    """The line without the space at its end."""
    return tuple(line[:-1]) if line and line[-1].bit.text.startswith(" ") else tuple(line)
