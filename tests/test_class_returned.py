"""`marginalia class --word --html --not-taught`: what is handed back, and points that are missing in nobody's script."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner, Result

from reference import Pack
from rubric.cli import app
from tests.desk import marking, point
from tests.test_class_folder import SPUTNIK, WALL

U2 = "u2-turning-point-1960"


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    folder = tmp_path / "scripts"
    folder.mkdir()
    document = docx.Document()
    document.core_properties.author = "Zoe Power"
    for text in WALL.split("\n\n"):
        document.add_paragraph().add_run(text).bold = True
    document.save(str(folder / "zoe_power.docx"))
    (folder / "ann.txt").write_text(SPUTNIK, "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["class", *map(str, arguments)], catch_exceptions=False)


def test_word_files_to_hand_back_and_the_sheet_as_a_page(scripts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(scripts, "--out", out, "--facts-only", "--word", "--html")
    assert sorted(path.name for path in (out / "returned").iterdir()) == ["ann.docx", "zoe power.docx"]
    zoe = docx.Document(str(out / "returned" / "zoe power.docx"))
    assert "1. Correct the year" in "\n".join(comment.text for comment in zoe.comments)
    assert zoe.paragraphs[0].runs[0].font.bold  # in her own file
    page = (out / "class-sheet.html").read_text("utf-8")
    assert "2 scripts marked; 1 file not read." in page
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    run(scripts, "--out", out, "--facts-only", "--word", "--html")
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_pseudonyms_keep_the_own_file_out(scripts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(scripts, "--out", out, "--facts-only", "--word", "--html", "--pseudonyms")
    assert [path.name for path in sorted((out / "returned").iterdir())] == ["Student 01.docx", "Student 03.docx"]
    for path in (out / "returned").iterdir():
        with zipfile.ZipFile(path) as parts:
            assert b"Power" not in b"".join(parts.read(name) for name in parts.namelist())


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch, pack: Pack) -> list[str]:
    """Scripts are marked without a model, every point missing; the names of those that were."""
    from reference.reading.encoder import encoder_name
    from reference.reading.parser import PARSER
    from rubric.pipeline import VERSION

    marked: list[str] = []

    def mark(text, pack, scheme, *, name, facts_only):
        marked.append(name)
        made = marking(text, slips=(), points=tuple(point(id_) for id_ in pack.points), name=name)
        by = {"marginalia": VERSION, "encoder": encoder_name(), "parser": PARSER, "pack_sha": pack.sha}
        return made.model_copy(update={"made_by": made.made_by.model_copy(update=by)})

    monkeypatch.setattr("rubric.mark", mark)
    return marked


def missing(out: Path) -> list[set[str]]:
    lines = (out / "markings.jsonl").read_text("utf-8").splitlines()
    return [{one["id"] for one in json.loads(line)["points"]} for line in lines if "error" not in json.loads(line)]


def test_a_point_that_was_not_taught_is_missing_in_nobody_s_script(
    scripts: Path, tmp_path: Path, judged: list[str], pack: Pack
) -> None:
    out, every = tmp_path / "out", set(pack.points)
    run(scripts, "--out", out, "--not-taught", U2, "--html", "--word")
    assert missing(out) == [every - {U2}] * 2
    label = pack.points[U2].label
    head = next(csv.reader(io.StringIO((out / "class-sheet.csv").read_text("utf-8-sig"))))
    assert (U2.title() in head, len(head)) == (False, 5 + len(every) - 1)
    assert label not in (out / "class-sheet.html").read_text("utf-8")
    assert len(judged) == 2


def test_what_was_left_out_is_marked_again_only_where_it_is_wanted(
    scripts: Path, tmp_path: Path, judged: list[str], pack: Pack
) -> None:
    out, first = tmp_path / "out", next(iter(pack.points))
    every = set(pack.points)
    run(scripts, "--out", out, "--not-taught", U2)
    run(scripts, "--out", out, "--not-taught", f"{U2},{first}")
    assert (missing(out), len(judged)) == ([every - {U2, first}] * 2, 2)
    run(scripts, "--out", out)
    assert (missing(out), len(judged)) == ([every] * 2, 4)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        pytest.param("u2-turning-point-1961", U2, id="a-slip-of-the-pen"),
        pytest.param("zzzz", "it has, for instance", id="nothing-like-it"),
    ],
)
def test_a_point_that_the_pack_lacks_is_exit_2_and_near_ones_are_named(
    typed: str, near: str, scripts: Path, tmp_path: Path
) -> None:
    result = run(scripts, "--out", tmp_path / "out", "--not-taught", typed)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert f"no point '{typed}' in the pack usa-ussr-1955-62" in result.stderr
    assert near in result.stderr
    assert not (tmp_path / "out").exists()
