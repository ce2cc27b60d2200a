"""A marking as a file to hand back: text, JSON, a web page, a Word file or a PDF.

In: a Marking, the format, the question, who reads and, where it was one, the student's Word file.  Out: bytes.
The door of the command line and of the app's downloads, so that both give the same bytes.
"""

from __future__ import annotations

from rubric.marking import Marking

FORMATS = ("text", "json", "jsonl", "html", "docx", "pdf")
PRINTED = ("html", "docx", "pdf")  # files of their own, never on standard output


def returned(marking: Marking, format: str, question: str, reader: str, word: bytes | None = None) -> bytes:
    """The bytes of a marking in one of FORMATS; json and jsonl are whole whoever reads."""
    if format == "json":
        return f"{marking.to_json(indent=2)}\n".encode()
    if format == "jsonl":
        return f"{marking.to_json()}\n".encode()
    if format == "html":
        from rubric.report.page import as_page

        return as_page(marking, question, reader).encode()
    if format == "pdf":
        from rubric.report.pdf import as_pdf

        return as_pdf(marking, question, reader)
    if format == "docx":
        return _docx(marking, question, reader, word)
    from rubric.report.text import as_text

    return as_text(marking, "teacher" if reader == "teacher" else "student").encode()


def _docx(marking: Marking, question: str, reader: str, word: bytes | None) -> bytes:
    from rubric.report.word import Original, as_word

    if word is None:
        return as_word(marking, question, reader)
    from reference.reading.places import word_places

    return as_word(marking, question, reader, Original(word, word_places(word, marking.essay.text)))
