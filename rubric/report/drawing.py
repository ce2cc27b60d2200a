"""Pages of marks drawn as a PDF.

In: pages of marks, the words at the foot.  Out: the bytes of the file: no date, no chance, the same for the same pages.
All is black, with one grey; lines, shapes and numbers carry the meaning. Decides nothing of what stands where.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rubric.report.setting import Bit, Line, Placed
from rubric.report.sheets import HEIGHT, LEFT, MM, ROOM, WIDTH, Mark
from rubric.report.typefaces import blank, shaped, text_width
from rubric.wording import say

GREY = 0.28
BASELINE = 0.74  # of a line's height, from its top to where its letters stand
FOOT = 10 * MM
CIRCLES = ("covered", "partial")
SOLID: tuple[float, ...] = ()
LINES = {"error": (1.25, SOLID), "check": (1.0, (3.0, 1.6)), "spelling": (1.25, (1.25, 1.6))}


def drawn(pages: Sequence[Sequence[Mark]], foot: str, title: str) -> bytes:
    """The PDF of these pages."""
    file = io.BytesIO()
    canvas = blank(file, WIDTH, HEIGHT)
    canvas.setTitle(title)
    canvas.setAuthor(say("report", "author"))
    canvas.setProducer(say("report", "author"))
    canvas.setCreator(say("report", "author"))
    canvas.setSubject(foot)
    names = {mark.name for page in pages for mark in page if mark.name}
    names |= {placed.bit.name for page in pages for mark in page for placed in mark.line if placed.bit.name}
    for number, page in enumerate(pages, 1):
        for mark in page:
            _mark(canvas, mark, names)
        _words(canvas, foot, LEFT, HEIGHT - FOOT)
        count = say("report", "page", page=number, pages=len(pages))
        _words(canvas, count, LEFT + ROOM - text_width(count, "sans", 8), HEIGHT - FOOT)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _words(canvas: Any, text: str, x: float, y: float) -> None:
    """One line of the foot, cut where it would reach the page number."""
    while text_width(text, "sans", 8) > ROOM - 25 * MM:
        text = text[: -max(len(text) // 8, 1)]
    _text(canvas, shaped(text, "sans"), x, y, 8, grey=True)


def _mark(canvas: Any, mark: Mark, names: set[str]) -> None:
    base = mark.y + BASELINE * mark.high
    if mark.kind == "rule":
        canvas.setLineWidth(0.5)
        canvas.line(LEFT, HEIGHT - mark.y, LEFT + ROOM, HEIGHT - mark.y)
    elif mark.kind == "sign":
        _sign(canvas, mark, base, names)
    else:
        _line(canvas, mark.x, base, mark.line, names)


def _line(canvas: Any, x: float, base: float, line: Line, names: set[str]) -> None:
    for placed in line:
        if placed.bit.box:
            _boxed(canvas, x + placed.x, base, placed, names)
        else:
            _text(canvas, placed.shaped, x + placed.x, base, placed.bit.size, placed.bit.grey)
    for severity, group in groupby(line, key=lambda placed: placed.bit.under):
        words = list(group)
        if severity:
            _under(canvas, x + words[0].x, base, words[-1].x + words[-1].width - words[0].x, severity)


def _text(canvas: Any, parts: Sequence[tuple[str, str]], x: float, y: float, size: float, grey: bool = False) -> None:
    canvas.setFillGray(GREY if grey else 0)
    words = canvas.beginText(x, HEIGHT - y)
    for face, text in parts:
        words.setFont(face, size)
        words.textOut(text)
    canvas.drawText(words)


def _under(canvas: Any, x: float, base: float, width: float, severity: str) -> None:
    thick, dashes = LINES[severity]
    canvas.setLineWidth(thick)
    canvas.setDash(list(dashes))
    canvas.line(x, HEIGHT - base - 2.2, x + width, HEIGHT - base - 2.2)
    canvas.setDash([])


def _boxed(canvas: Any, x: float, base: float, placed: Placed, names: set[str]) -> None:
    """The number of a slip after its words, a corner of the evidence, or a circle of the key."""
    bit, y = placed.bit, HEIGHT - base + placed.bit.rise
    if bit.box in ("open", "close"):
        arm, way = 2.2, 1 if bit.box == "open" else -1
        corner = x + (1.2 if way > 0 else placed.width - 1.2)
        canvas.setLineWidth(0.6)
        canvas.line(corner, y, corner + way * arm, y)
        canvas.line(corner, y, corner, y - way * arm * 1.6)
        return
    if bit.box in CIRCLES:
        _circle(canvas, x + placed.width / 2, y + 2.6, full=bit.box == "covered")
        return
    _number(canvas, bit.box, bit.text, x + 1.2, y - 1.4, bit.size, placed.width - 1.2)
    _linked(canvas, bit, (x, y - 3, x + placed.width, y + 7), names)


def _linked(canvas: Any, bit: Bit | Mark, area: tuple[float, float, float, float], names: set[str]) -> None:
    if bit.name:
        canvas.bookmarkPage(bit.name, fit="XYZ", left=0, top=area[3] + 20, zoom=0)
    if bit.to in names:
        canvas.linkRect("", bit.to, area, relative=0, thickness=0)


def _number(canvas: Any, severity: str, text: str, x: float, y: float, size: float, width: float) -> None:
    """A number in its mark: white on a black square, black in a square, black over dots; a teacher's letter in a ring."""
    pad = 0.2 * size
    canvas.setLineWidth(0.75)
    if severity == "spelling":
        canvas.setDash([1.0, 1.0])
        canvas.line(x, y - pad, x + width, y - pad)
        canvas.setDash([])
    elif severity == "teacher":
        high = 0.7 * size + 2.4 * pad
        canvas.roundRect(x, y - 1.2 * pad, width, high, min(width, high) / 2, stroke=1, fill=0)
    else:
        canvas.setFillGray(0)
        canvas.rect(x, y - pad, width, 0.7 * size + 2 * pad, stroke=1, fill=int(severity == "error"))
    canvas.setFillGray(1 if severity == "error" else 0)
    words = canvas.beginText(x + (width - text_width(text, "bold", size)) / 2, y)
    words.setFont(shaped(text, "bold")[0][0], size)
    words.textOut(text)
    canvas.drawText(words)
    canvas.setFillGray(0)


def _sign(canvas: Any, mark: Mark, base: float, names: set[str]) -> None:
    """What stands to the left of a block: a bullet, a circle for an argument, a numbered square for a slip."""
    kind, _, text = mark.sign.partition(" ")
    y = HEIGHT - base
    if kind == "text":
        _text(canvas, shaped(text, "sans"), mark.x - 4 * MM, base, 8.5)
    elif kind in CIRCLES:
        _circle(canvas, mark.x - 3 * MM, y + 2.6, full=kind == "covered")
    else:
        wide = max(text_width(text, "bold", 8) + 4, 11.0)
        x = mark.x - 6 * MM
        _number(canvas, kind, text, x, y - 0.6, 8, wide)
        _linked(canvas, mark, (x - 1, y - 3, x + wide + 1, y + 10), names)


def _circle(canvas: Any, x: float, y: float, *, full: bool) -> None:
    """A filled circle for what is argued, half of one for what is touched."""
    canvas.setFillGray(0)
    canvas.setLineWidth(0.8)
    canvas.circle(x, y, 3.2, stroke=1, fill=int(full))
    if not full:
        half = canvas.beginPath()
        half.moveTo(x, y - 3.2)
        half.arcTo(x - 3.2, y - 3.2, x + 3.2, y + 3.2, startAng=270, extent=-180)
        half.close()
        canvas.drawPath(half, stroke=0, fill=1)
