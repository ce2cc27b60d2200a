"""`marginalia class`: results in a folder, gone on with after a stop or a crash, pseudonyms, and what was not read."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rubric.cli import app
from tests.essay_files import ESSAY, pdf, zipped

WALL = "Power, Zoe 12B\n\nThe Berlin Wall went up in 1962, because Khrushchev wanted the refugees to stop leaving the East."
SPUTNIK = "Sputnik was launched in October 1957."


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    folder = tmp_path / "scripts"
    folder.mkdir()
    (folder / "zoe_power.txt").write_text(WALL, "utf-8")
    (folder / "cem.pdf").write_bytes(pdf(spaceAfter=9))
    (folder / "more.zip").write_bytes(zipped(("ann.md", SPUTNIK), ("../out.txt", "x")))
    (folder / "page.png").write_bytes(b"x")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["class", *map(str, arguments), "--facts-only"], catch_exceptions=False)


def lines(out: Path, name: str = "markings.jsonl") -> list[dict]:
    return [json.loads(line) for line in (out / name).read_text("utf-8").splitlines()]


def test_a_class_set_in_a_folder(scripts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(scripts, "--out", out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1] == f"3 of 5 scripts marked, 2 not read. Results in {out}."
    assert [one["essay"]["name"] for one in lines(out)] == ["cem", "out", "ann", "page", "zoe power"]
    assert lines(out)[0]["essay"]["text"] == ESSAY
    assert sorted(path.name for path in out.iterdir()) == [
        "class-sheet.csv", "class-sheet.xlsx", "markings.jsonl", "unread.csv"
    ]  # fmt: skip
    unread = list(csv.reader(io.StringIO((out / "unread.csv").read_text("utf-8-sig"))))
    assert [row[0] for row in unread] == ["File", "../out.txt", "page.png"]
    assert not (tmp_path / "out.txt").exists()


def test_a_set_without_bad_files_is_exit_0(scripts: Path, tmp_path: Path) -> None:
    assert run(scripts / "zoe_power.txt", scripts / "cem.pdf", "--out", tmp_path / "out").exit_code == 0


def test_marking_again_marks_only_what_is_new(scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    run(scripts, "--out", out)
    first = (out / "markings.jsonl").read_bytes()
    (scripts / "cem.pdf").unlink()
    (scripts / "dee.txt").write_text(SPUTNIK, "utf-8")
    marked: list[str] = []
    import rubric

    real = rubric.mark

    def watched(text, *args, **names):
        marked.append(names["name"])
        return real(text, *args, **names)

    monkeypatch.setattr("rubric.mark", watched)
    run(scripts, "--out", out)
    assert marked == ["dee"]
    assert [one["essay"]["name"] for one in lines(out)] == ["dee", "out", "ann", "page", "zoe power"]
    assert (out / "markings.jsonl").read_bytes().splitlines()[-1] == first.splitlines()[-1]
    (scripts / "zoe_power.txt").write_text(WALL.replace("1962", "1961"), "utf-8")
    run(scripts, "--out", out)
    assert marked == ["dee", "zoe power"]


def test_pseudonyms_leave_no_name_but_in_their_key(scripts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(scripts, "--out", out, "--pseudonyms")
    named = {path.name for path in out.iterdir() if path.suffix != ".xlsx" and "oe" in path.read_text("utf-8-sig")}
    assert named == {"pseudonyms.csv"}
    assert lines(out)[4]["essay"]["name"] == "Student 05"
    assert lines(out)[4]["essay"]["text"].startswith("·····, ··· 12B\n\nThe Berlin")
    again = (out / "markings.jsonl").read_bytes()
    run(scripts, "--out", out, "--pseudonyms")
    assert (out / "markings.jsonl").read_bytes() == again


@pytest.mark.parametrize("after", [1, 3])
def test_a_killed_run_goes_on_where_it_stopped(after: int, tmp_path: Path) -> None:
    scripts, out = tmp_path / "scripts", tmp_path / "out"
    scripts.mkdir()
    for number in range(60):
        (scripts / f"{number:03}.txt").write_text(f"{SPUTNIK} {number}", "utf-8")
    command = [sys.executable, "-m", "rubric", "class", str(scripts), "--out", str(out), "--facts-only"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        while not (out / "markings.part").is_file() or (out / "markings.part").read_bytes().count(b"\n") < after:
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
    kept = (out / "markings.part").read_bytes()
    whole = kept[: kept.rfind(b"\n") + 1].splitlines()
    assert after <= len(whole) < 60
    with (out / "markings.part").open("ab") as file:
        file.write(b'{"essay": {"name": "cut')
    assert run(scripts, "--out", out).exit_code == 0
    final = (out / "markings.jsonl").read_bytes().splitlines()
    assert (final[: len(whole)], len(final)) == (whole, 60)
    assert not (out / "markings.part").exists()


@pytest.mark.parametrize(
    ("where", "says"),
    [
        pytest.param("file/out", "cannot be written", id="under-a-file"),
        pytest.param("file", "cannot be written", id="a-file"),
    ],
)
def test_a_folder_that_cannot_be_written_is_exit_2(where: str, says: str, scripts: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run(scripts, "--out", tmp_path / where)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert says in result.stderr


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    result = run(tmp_path / "none", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "there is no such file" in result.stderr.splitlines()[0]
