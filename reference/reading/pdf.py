"""The text layer of a PDF, line by line with its place on the page: the only importer of pypdfium2.

In: bytes.  Out: Pages: Lines in the order the file gives them, and how many pages hold no text.
Refuses what is encrypted, damaged, too long, or only pictures of pages: PdfFault, a sentence that goes on from the file's
name. Does not join lines: `pages` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reference.reading.limits import PAGES_LIMIT

PASSWORD = 4  # the library's number for a missing password
HYPHEN = "\x02"  # stands for a hyphen at the end of a line, whose line end is left out
SAME_LINE = 0.6  # of the line's height: what stands lower than this is on another line


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its page (from 0), its text, and its box in points, `y` counted upwards from the page's foot."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of a PDF, and how many of its pages hold no text but something else."""

    lines: tuple[Line, ...]
    pictures: int


class PdfFault(Exception):
    """A PDF that cannot be read; the sentence goes on from the file's name."""


def read_pdf(data: bytes) -> Pages:
    """The printed lines of a PDF. Raises PdfFault."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if getattr(fault, "err_code", None) == PASSWORD:
            raise PdfFault("is locked with a password; save it without one, or paste the text.") from None
        raise PdfFault("is damaged or no PDF file; save it again as .pdf or .docx, or paste the text.") from None
    try:
        if len(document) > PAGES_LIMIT:
            raise PdfFault(f"has {len(document)} pages; at most {PAGES_LIMIT} are read, so give the essay alone.")
        lines: list[Line] = []
        pictures = 0
        for number in range(len(document)):
            page = document[number]
            found = list(_lines(page, number))
            pictures += not found and next(page.get_objects(), None) is not None
            lines += found
            page.close()
    except pypdfium2.PdfiumError:
        raise PdfFault("has a damaged page; save it again as .pdf or .docx, or paste the text.") from None
    finally:
        document.close()
    if not lines and pictures:
        raise PdfFault("is a scan: it holds pictures of pages and no text; run text recognition on it, or type or paste it.")
    return Pages(tuple(lines), pictures)


def _lines(page: Any, number: int) -> Iterator[Line]:
    """The characters of a page gathered into lines."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    words: list[str] = []
    box: tuple[float, float, float, float] | None = None
    for i in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, i)
        char = _char(code)
        here = None if char in "\r\n" else text_page.get_charbox(i, loose=True)
        if box is not None and (here is None or _is_below(box, here, char)):
            yield Line(number, "".join(words), *_sides(box))
            words, box = [], None
        if here is None:
            continue
        words.append("-" if char == HYPHEN else char)
        if not char.isspace():
            box = _with(box, here)
    if box is not None:
        yield Line(number, "".join(words), *_sides(box))
    text_page.close()


def _char(code: int) -> str:
    """A character by its number; what is no character, half a pair for instance, is told as lost."""
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code in (0, 0xFFFE, 0xFFFF) else chr(code)


def _is_below(box: tuple[float, float, float, float], here: tuple[float, float, float, float], char: str) -> bool:
    """True where a character starts another line that the library did not tell, as after a hyphen."""
    if char.isspace():
        return False
    _, bottom, right, top = box
    return here[3] < bottom + (1 - SAME_LINE) * (top - bottom) and here[0] < right


def _with(
    box: tuple[float, float, float, float] | None, here: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    if box is None:
        return here
    return min(box[0], here[0]), min(box[1], here[1]), max(box[2], here[2]), max(box[3], here[3])


def _sides(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    return left, right, bottom, top
