"""Every kind of file that a class set may hold and nobody can read: one line that says why, and the rest is marked.

The table goes the whole way from the upload to what the page shows; what each reader refuses in detail is tested beside it.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest

from rubric.class_view import class_view
from rubric.desk import Desk
from rubric.inputs import uploads
from rubric.report.class_rows import unread_files
from tests.essay_files import link, pdf_lines, pdf_scan, zipped
from tests.test_desk import MOCK, mark_one

GOOD = b"The Wall went up in 1962."
OLD_WORD = b"\xd0\xcf\x11\xe0" + bytes(600)


def doubled() -> bytes:
    """An archive with two files under one name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", "One essay.")
        archive.writestr("a.txt", "Another one.")
    return file.getvalue()


def locked_archive() -> bytes:
    """An archive whose one file is marked as locked."""
    spoilt = bytearray(zipped(("a.txt", GOOD)))
    struct.pack_into("<H", spoilt, spoilt.index(b"PK\x01\x02") + 8, 1)
    return bytes(spoilt)


@pytest.mark.parametrize(
    ("name", "data", "lines", "says"),
    [
        pytest.param("a.pdf", pdf_scan(), 1, "is a scan", id="scan"),
        pytest.param("a.pdf", pdf_lines((72, 72, "x"), encrypt="x"), 1, "is locked with a password", id="locked-pdf"),
        pytest.param("a.pdf", b"%PDF-1.7", 1, "is damaged or no PDF file", id="damaged-pdf"),
        pytest.param("a.docx", OLD_WORD, 1, "is locked with a password", id="locked-word"),
        pytest.param("a.docx", b"x", 1, "is not a Word file", id="no-word-file"),
        pytest.param("a.doc", OLD_WORD, 1, "old Word files (.doc) are not read", id="old-word"),
        pytest.param("a.jpg", b"\xff\xd8\xff", 1, "a picture of a page is not read, typed text only", id="picture"),
        pytest.param("a.txt", b"", 1, "is empty", id="empty"),
        pytest.param("a.exe", b"MZ", 1, ".exe files are not read", id="program"),
        pytest.param("a.txt", b"x" * 20_000_001, 1, "is over 20 MB", id="too-large"),
        pytest.param("a.txt", b"a " * 250_001, 1, "has 250001 words; at most 250000 are read", id="too-many-words"),
        pytest.param("a.zip", b"PK\x03\x04", 1, "is damaged or no zip archive", id="damaged-archive"),
        pytest.param("a.zip", locked_archive(), 1, "is locked with a password", id="locked-archive"),
        pytest.param("a.zip", zipped(("a.txt", b" " * 15_000_000)), 1, "unpacks to far more than an essay", id="bomb"),
        pytest.param("a.zip", zipped(("../a.txt", GOOD)), 1, "has a name that leads out", id="a-name-with-dots"),
        pytest.param("a.zip", zipped(("/etc/a.txt", GOOD)), 1, "has a name that leads out", id="an-absolute-name"),
        pytest.param("a.zip", zipped((link("a.txt"), "/etc/hostname")), 1, "is a link, not a file", id="symbolic-link"),
        pytest.param("a.zip", zipped(("b.zip", b"x")), 1, "is an archive inside an archive", id="nested-archive"),
        pytest.param("a.zip", doubled(), 2, "is there 2 times under one name", id="two-of-one-name"),
        pytest.param("a\n<b>.rtf", b"x", 1, "RTF files are not read", id="a-name-with-signs"),
    ],
)  # fmt: skip
def test_a_hostile_file_is_one_line_on_the_page_and_spares_the_others(name: str, data: bytes, lines: int, says: str) -> None:
    desk = Desk(MOCK)
    desk.lay(uploads([("Zoe.txt", GOOD), (name, data), ("Ali.txt", GOOD)]))
    list(desk.work(mark_one))
    assert [desk.scripts[number].name for number in desk.read] == ["Zoe", "Ali"]
    assert [(says in why, why.count("\n"), why[-1]) for _, why in desk.unread] == [(True, 0, ".")] * lines
    page = unread_files(class_view(desk).sheet)
    assert page.count("<li>") == lines
    assert "<b>" not in page
