"""Files of every kind as schools make them, built here for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

# Three paragraphs, each longer than a line, with a date to check in the second.
PARAGRAPHS = (
    "Relations between the two powers changed direction more than once in these years, because each side feared war more "
    "than it trusted peace, and because neither could be seen to give way in public while its allies were watching.",
    "The Berlin Wall went up in August 1961. It ended the flight of skilled workers to the West, and Kennedy, who had met "
    "Khrushchev at Vienna two months before, could live with it: a wall was better than a war over the city.",
    "In the end the missiles of October 1962 brought both men to the edge, and the letters that they exchanged show how "
    "little either of them knew of the other. The rivalry was safer afterwards, but it was not over by any means.",
)
ESSAY = "\n\n".join(PARAGRAPHS)


def pdf(paragraphs: Sequence[str] = PARAGRAPHS, *, head: str = "", foot: bool = False, **style: Any) -> bytes:
    """A PDF of these paragraphs, with a running head and page numbers where asked for."""
    drawn = ParagraphStyle("body", fontName="Times-Roman", **({"fontSize": 11, "leading": 14} | style))

    def edges(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.drawString(72, 815, head)
        if foot:
            canvas.drawString(290, 20, f"Page {document.page}")

    file = io.BytesIO()
    SimpleDocTemplate(file).build([Paragraph(text, drawn) for text in paragraphs], onFirstPage=edges, onLaterPages=edges)
    return file.getvalue()


def pdf_lines(*lines: tuple[float, float, str], encrypt: str | None = None) -> bytes:
    """A PDF page with these words at these places."""
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=encrypt)
    for x, y, text in lines:
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def pdf_scan() -> bytes:
    """A PDF page that holds a drawing and no words."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(72, 72, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def zipped(*files: tuple[str | zipfile.ZipInfo, str | bytes]) -> bytes:
    """A zip archive of these files, in this order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return file.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    """The entry of a symbolic link."""
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return info
