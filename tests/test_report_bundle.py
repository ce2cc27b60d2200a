"""The zip of returned scripts: one a student under a safe name, the own formatting kept, and no pseudonym undone."""

from __future__ import annotations

import gc
import io
import unicodedata
import weakref
import zipfile
from collections.abc import Iterator

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.marking import Marking
from rubric.overrides import decide_slip, give_level, overridden, put_comment
from rubric.report.bundle import FileNames, HandBack, safe_name, write_bundle
from tests.desk import kept
from tests.markings import ESSAY, QUESTION, marked
from tests.test_report_word import theirs

MARKED = marked()
DISMISSED = decide_slip(MARKED.slips[0].id, "dismiss")
CHANGES = (put_comment("c", "Well read.", 0, 7), DISMISSED, give_level(4, seen_range=False))
REVIEWED = overridden(MARKED, [kept(change, number=n) for n, change in enumerate(CHANGES)]).marking


def bundle(*scripts: HandBack, **how: object) -> zipfile.ZipFile:
    file = io.BytesIO()
    assert write_bundle(iter(scripts), file, QUESTION, **how) == len(scripts)  # type: ignore[arg-type]
    return zipfile.ZipFile(file)


def text_of(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def own_file() -> bytes:
    """The essay as a student's own Word file: its first words bold, with an author."""
    paragraphs = [f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>" for text in ESSAY.split("\n\n")]
    document = docx.Document(io.BytesIO(theirs(*paragraphs)))
    document.core_properties.author = "Zoe Power"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_script_a_student_with_the_teacher_s_words_in_it() -> None:
    found = bundle(HandBack("Ann Lee", REVIEWED), HandBack("Ben", MARKED))
    assert found.namelist() == ["Ann Lee.docx", "Ben.docx"]
    ann = docx.Document(io.BytesIO(found.read("Ann Lee.docx")))
    assert [(one.author, one.text) for one in ann.comments] == [("Teacher", "Well read.")]
    assert "Level 4, given by the teacher." in text_of(found.read("Ann Lee.docx"))
    assert "Correct the day" in text_of(found.read("Ben.docx"))


def test_the_student_s_own_file_keeps_its_formatting() -> None:
    data = bundle(HandBack("Zoe", MARKED, own_file())).read("Zoe.docx")
    assert docx.Document(io.BytesIO(data)).paragraphs[0].runs[0].font.bold


def test_with_a_pseudonym_the_own_file_never_comes_back() -> None:
    data = bundle(HandBack("Student 01", MARKED, own_file(), pseudonym=True)).read("Student 01.docx")
    parts = zipfile.ZipFile(io.BytesIO(data))
    assert b"Zoe Power" not in b"".join(parts.read(name) for name in parts.namelist())
    assert ESSAY.split("\n\n")[0] in text_of(data)


def test_an_own_file_that_trips_the_writer_is_set_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    def trips(*_: object) -> None:
        raise IndexError

    monkeypatch.setattr("rubric.report.word._opened", trips)
    with pytest.raises(IndexError):
        bundle(HandBack("Ben", MARKED))
    monkeypatch.setattr("rubric.report.word._opened", lambda original: trips() if original else None)
    assert bundle(HandBack("Zoe", MARKED, own_file()), HandBack("Ben", MARKED)).namelist() == ["Zoe.docx", "Ben.docx"]


@pytest.mark.parametrize(("levels", "shown"), [(True, True), (False, False)])
def test_a_level_goes_out_only_where_the_teacher_wants_it(levels: bool, shown: bool) -> None:
    data = bundle(HandBack("Ann", REVIEWED), levels=levels).read("Ann.docx")
    assert ("given by the teacher" in text_of(data)) is shown


@pytest.mark.parametrize(("format", "name"), [("pdf", "Ann.pdf"), ("html", "Ann.html"), ("text", "Ann.txt")])
def test_other_formats_have_their_own_endings(format: str, name: str) -> None:
    assert bundle(HandBack("Ann", MARKED), format=format).namelist() == [name]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        pytest.param("Ann Lee", "Ann Lee", id="as-it-is"),
        pytest.param("O’Neill-Smythe, Zoë", "O’Neill-Smythe, Zoë", id="letters-and-marks"),
        pytest.param("../../etc/passwd", "etc-passwd", id="a-path"),
        pytest.param("C:\\x?*", "C-x", id="signs-that-windows-forbids"),
        pytest.param("nul", "nul_", id="a-name-that-windows-keeps"),
        pytest.param("con.txt", "con.txt_", id="with-an-ending-too"),
        pytest.param(" . ", "Script", id="nothing-left"),
        pytest.param("a\u202egnp", "a-gnp", id="turned-round"),
        pytest.param("é" * 200, "é" * 60, id="too-long"),
    ],
)
def test_a_label_as_a_file_s_name(label: str, name: str) -> None:
    assert safe_name(label) == name


@given(st.lists(st.text(), max_size=6))
def test_every_name_is_safe_and_there_once(labels: list[str]) -> None:
    names = FileNames("docx")
    found = [names.of(label) for label in labels]
    assert len({unicodedata.normalize("NFC", name).casefold() for name in found}) == len(labels)
    assert not any(set(name) & set('/\\:*?"<>|') or name.startswith(".") or len(name.encode()) > 200 for name in found)


def test_the_same_scripts_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_bundle([HandBack("Ann", REVIEWED)], first, QUESTION)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    write_bundle([HandBack("Ann", REVIEWED)], second, QUESTION)
    assert first.getvalue() == second.getvalue()


def test_one_script_is_held_at_a_time() -> None:
    alive: list[weakref.ref[Marking]] = []

    def scripts() -> Iterator[HandBack]:
        for number in range(5):
            marking = MARKED.model_copy()
            alive.append(weakref.ref(marking))
            yield HandBack(f"S{number}", marking)
            del marking
            gc.collect()
            assert sum(one() is not None for one in alive) <= 1  # the one that the loop still names

    assert len(bundle_of(scripts()).namelist()) == 5


def bundle_of(scripts: Iterator[HandBack]) -> zipfile.ZipFile:
    file = io.BytesIO()
    write_bundle(scripts, file, QUESTION, format="text")
    return zipfile.ZipFile(file)
