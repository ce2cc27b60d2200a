"""A class set as it comes in: scripts of invented students in every kind of file, some in an archive, two that nobody can read.

The texts are the essays of `tests/accuracy`, each under an invented name, with a header as pupils write it.
"""

from __future__ import annotations

import io
from pathlib import Path

import docx
import odfdo

from tests.essay_files import pdf, pdf_scan, zipped

ESSAYS = Path(__file__).parent / "accuracy"
STUDENTS = (
    "Zoe Power", "Ali Khan", "Mary Osei", "Tom Baxter", "Priya Nair", "Jack Doyle", "Ella Hughes", "Sam Okoro", "Isla Reid",
    "Noah Grant", "Amina Yusuf", "Leo Marsh", "Grace Pike", "Omar Saleh", "Ruby Lowe", "Finn Walsh", "Maya Patel", "Hugo Bell",
    "Nina Kowalska", "Ben Archer", "Lucy Tran", "Adam Frost", "Freya Dunn", "Kai Morgan", "Rosa Lindqvist", "Ewan Bruce",
    "Tara Singh", "Joe Mistry",
)  # fmt: skip
BROKEN = (("Kim Lee.pdf", pdf_scan()), ("Dan Ford.jpg", b"\xff\xd8\xff\xe0" + bytes(400)))
IN_ARCHIVE = 4  # how many of the scripts come in one .zip


def class_files(count: int) -> list[tuple[str, bytes]]:
    """So many scripts, two of them broken, as files: docx, odt, pdf, txt, md in turn, the last in an archive."""
    sources = sorted((ESSAYS / "essays").glob("*.txt")) + sorted((ESSAYS / "essays-fresh").glob("F*.txt"))
    texts = [source.read_text("utf-8") for source in sources]
    scripts = [script(number, STUDENTS[number], texts[number % len(texts)]) for number in range(count - len(BROKEN))]
    alone, packed = scripts[:-IN_ARCHIVE], scripts[-IN_ARCHIVE:]
    return [*alone, *BROKEN, ("rest of 12B.zip", zipped(*((f"12B/{name}", data) for name, data in packed)))]


def script(number: int, student: str, text: str) -> tuple[str, bytes]:
    """One script as a file of the kind that its number gives."""
    kind = ("docx", "odt", "pdf", "txt", "md")[number % 5]
    paragraphs = [f"{student}, 12B, candidate no. {4100 + number}", *(part for part in text.split("\n\n") if part.strip())]
    file = io.BytesIO()
    if kind == "docx":
        word = docx.Document()
        word.core_properties.author = student
        for part in paragraphs:
            word.add_paragraph(part)
        word.save(file)
    elif kind == "odt":
        office = odfdo.Document("text")
        office.body.clear()
        for part in paragraphs:
            office.body.append(odfdo.Paragraph(part))
        office.save(file)
    else:
        file.write(pdf(paragraphs, spaceAfter=9) if kind == "pdf" else "\n\n".join(paragraphs).encode())
    return f"{student}.{kind}", file.getvalue()
