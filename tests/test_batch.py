"""A batch of essays written as files: names, folders, what is not overwritten, and colour on a terminal alone."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner, Result

from rubric import batch
from rubric.cli import app

WALL = "The Berlin Wall went up in 1962, because Khrushchev wanted the refugees to stop.\n"
STARTS = {"html": b"<!doctype html>", "docx": b"PK\x03\x04", "pdf": b"%PDF-"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three essays, two of one name, and a file that is none."""
    place = tmp_path / "essays"
    place.mkdir()
    (place / "a.txt").write_text(WALL, "utf-8")
    (place / "a.md").write_text("Sputnik was launched in October 1957.\n", "utf-8")
    document = docx.Document()
    document.add_paragraph("The Berlin ").add_run("Wall went up in 1962.").bold = True
    document.save(str(place / "a.docx"))
    (place / "b.txt").write_bytes(bytes(range(256)) * 40)
    return place


def marked(*arguments: str | Path) -> Result:
    """`marginalia mark ... --facts-only`, run here."""
    return CliRunner().invoke(app, ["mark", *(str(a) for a in arguments), "--facts-only"], catch_exceptions=False)


@pytest.mark.parametrize("format", STARTS)
def test_one_essay_is_one_file_and_the_same_bytes_twice(format: str, folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    result = marked(folder / "a.txt", "--format", format, "--out", one)
    marked(folder / "a.txt", "--format", format, "--out", two)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert one.read_bytes().startswith(STARTS[format])
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("format", STARTS)
def test_several_are_a_folder_and_none_is_written_over_another(format: str, folder: Path, tmp_path: Path) -> None:
    result = marked(folder, "--format", format, "--out", tmp_path / "back")
    names = sorted(path.name for path in (tmp_path / "back").iterdir())
    assert names == [f"a-2.marked.{format}", f"a-3.marked.{format}", f"a.marked.{format}"]
    assert result.exit_code == 1  # b.txt is no text; the others are marked all the same
    assert "b.txt is not plain text" in result.stderr


def test_one_essay_may_go_into_a_folder_that_is_there(folder: Path, tmp_path: Path) -> None:
    assert marked(folder / "a.txt", "--format", "html", "--out", tmp_path).exit_code == 0
    assert (tmp_path / "a.marked.html").is_file()


def test_a_word_file_comes_back_as_itself(folder: Path, tmp_path: Path) -> None:
    marked(folder / "a.docx", "--format", "docx", "--out", tmp_path / "back.docx")
    document = docx.Document(io.BytesIO((tmp_path / "back.docx").read_bytes()))
    assert document.paragraphs[0].text == "The Berlin Wall went up in 1962."
    assert [run.bold for run in document.paragraphs[0].runs if run.text == "1962"] == [True]
    assert [comment.author for comment in document.comments] == ["Marginalia"]


def test_an_essay_that_cannot_be_read_makes_no_file(folder: Path, tmp_path: Path) -> None:
    result = marked(folder / "b.txt", "--format", "pdf", "--out", tmp_path / "b.pdf")
    assert (result.exit_code, (tmp_path / "b.pdf").exists()) == (1, False)


@pytest.mark.parametrize(
    ("essay", "out", "spared"),
    [
        pytest.param("a.docx", "a.docx", True, id="the-essay-named"),
        pytest.param(".", "a.docx", True, id="one-of-the-folder"),
        pytest.param(".", "a.json", False, id="another-kind-of-file"),
        pytest.param(".", "new.txt", False, id="a-new-file"),
        pytest.param("a.txt", "a.md", False, id="no-essay-of-this-batch"),
        pytest.param("-", "a.txt", False, id="standard-input"),
    ],
)
def test_an_essay_is_never_written_over(essay: str, out: str, spared: bool, folder: Path) -> None:
    (folder / "a.json").write_text("{}", "utf-8")
    assert batch.is_an_essay(folder / out, [essay if essay == "-" else str(folder / essay)]) is spared


def test_a_result_over_an_essay_is_refused(folder: Path) -> None:
    before = (folder / "a.docx").read_bytes()
    result = marked(folder, "--out", folder / "a.docx")
    assert (result.exit_code, "is an essay that is to be marked" in result.stderr) == (2, True)
    assert (folder / "a.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        pytest.param(True, {"FORCE_COLOR": "1", "TERM": "xterm"}, True, id="terminal"),
        pytest.param(True, {"NO_COLOR": "1", "TERM": "xterm"}, False, id="no-color-is-honoured"),
        pytest.param(False, {"FORCE_COLOR": "1"}, False, id="piped"),
    ],
)
def test_colour_is_for_a_terminal(
    terminal: bool, environment: dict[str, str], coloured: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = marked(folder / "a.txt").stdout
    monkeypatch.setattr(batch, "_on_terminal", lambda: terminal)
    [monkeypatch.setenv(name, value) for name, value in environment.items()]
    printed = marked(folder / "a.txt").stdout
    assert ("\x1b[1;31m" in printed) is coloured
    assert coloured or "FACTS" in printed
    assert terminal or printed == plain
