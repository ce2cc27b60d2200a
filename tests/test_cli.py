"""The command line: formats, exit codes, what goes where. Facts alone, so that no embedding model is loaded."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reference.shelves import PACKS
from rubric.cli import app
from tests.essay_files import ESSAY, pdf, zipped

WALL = "The Berlin Wall went up in 1962, because Khrushchev wanted the refugees to stop.\n"
SPUTNIK = "Sputnik was launched in October 1957.\n"
HEALTHY = ("usa-ussr-1955-62", "37 points", "schemes: aqa-7042")
# A bare date on the third line.
BAD_PACK = 'id: bad\ntitle: Bad\nperiod: 1955-01-01\nversion: "1"\n'


@pytest.fixture(autouse=True)
def no_default_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MARGINALIA_PACK", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two essays and one that is none, written out of name order."""
    (tmp_path / "c.txt").write_text(SPUTNIK, "utf-8")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "a.txt").write_text(WALL, "utf-8")
    return tmp_path


@pytest.fixture
def bad_pack(tmp_path: Path) -> Path:
    """A folder that is no good pack."""
    place = tmp_path / "bad"
    place.mkdir()
    (place / "pack.yaml").write_text(BAD_PACK, "utf-8")
    return place


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """The command, run here; anything but an exit is a bug and is raised."""
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin, catch_exceptions=False)


def marked(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """`marginalia mark ... --facts-only`, run here."""
    return run("mark", *arguments, "--facts-only", stdin=stdin)


def objects(result: Result) -> list[dict[str, object]]:
    """The objects of a jsonl answer."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def names(result: Result) -> list[object]:
    """The names of the essays in a jsonl answer, in order."""
    return [found["essay"]["name"] for found in objects(result)]  # type: ignore[index]


def test_text_is_the_default(folder: Path) -> None:
    result = marked(folder / "a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("a.txt: 14 words, 1 paragraphs.\n1 facts read")
    assert "[1962]" in result.stdout
    assert "13 August 1961" in result.stdout


def test_json_is_one_whole_object(folder: Path) -> None:
    result = marked(folder / "a.txt", "--format", "json")
    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (found["schema"], found["essay"]["name"], found["essay"]["text"]) == ("marginalia/marking@1", "a.txt", WALL)
    assert [slip["text"] for slip in found["slips"]] == ["1962"]


def test_jsonl_is_one_object_an_essay_a_folder_in_name_order(folder: Path) -> None:
    result = marked(folder, "--format", "jsonl")
    assert names(result) == ["a.txt", "b.txt", "c.txt"]


def test_an_unreadable_essay_is_an_error_object_one_line_and_exit_1(folder: Path) -> None:
    result = marked(folder, "--format", "jsonl")
    first, bad, last = objects(result)
    assert result.exit_code == 1
    assert bad.keys() == {"essay", "error"}
    assert bad["essay"] == {"name": "b.txt"}
    assert "is not plain text" in str(bad["error"])
    assert result.stderr.splitlines() == [bad["error"]]
    assert {first["schema"], last["schema"]} == {"marginalia/marking@1"}  # the others are still marked


def test_a_folder_a_pdf_and_an_archive_in_one_call(folder: Path) -> None:
    (folder / "d.pdf").write_bytes(pdf(spaceAfter=9))
    (folder / "e.zip").write_bytes(zipped(("in/b.md", SPUTNIK), ("a.txt", WALL), ("page.jpg", b"x")))
    result = marked(folder / "d.pdf", folder / "e.zip", folder / "c.txt", "--format", "jsonl")
    assert names(result) == ["d.pdf", "a.txt", "in/b.md", "page.jpg", "c.txt"]
    assert (result.exit_code, objects(result)[0]["essay"]["text"]) == (1, ESSAY)  # type: ignore[index]
    assert result.stderr == "page.jpg: a picture of a page is not read, typed text only; type or paste the essay.\n"


def test_essays_come_in_the_order_given(folder: Path) -> None:
    assert names(marked(folder / "c.txt", folder / "a.txt", "--format", "jsonl")) == ["c.txt", "a.txt"]


def test_a_dash_is_standard_input() -> None:
    found = json.loads(marked("-", "--format", "json", stdin=WALL).stdout)
    assert (found["essay"]["text"], [slip["text"] for slip in found["slips"]]) == (WALL, ["1962"])


def test_standard_input_may_be_windows_text() -> None:
    found = json.loads(marked("-", "--format", "json", stdin="Khrushchev’s “speech”, 1956".encode("cp1252")).stdout)
    assert found["essay"]["text"] == "Khrushchev’s “speech”, 1956"


def test_slips_are_no_failure(folder: Path) -> None:
    assert marked(folder / "a.txt").exit_code == 0


@pytest.mark.parametrize(
    ("essay", "said"),
    [
        pytest.param("none.txt", "there is no such file; check the name and the folder.", id="missing"),
        pytest.param("b.txt", "is not plain text", id="binary"),
        pytest.param("empty.txt", "is empty: paste or upload an essay first.", id="empty"),
        pytest.param("blank.txt", "is empty: paste or upload an essay first.", id="white-space"),
        pytest.param("no-essays", "holds no essays; put .txt, .md, .docx, .odt, .pdf files in this folder.", id="empty-folder"),
        pytest.param("essay.pdf", "is damaged or no PDF file; save it again", id="pdf"),
        pytest.param("essay.zip", "is damaged or no zip archive; zip the essays again.", id="zip"),
        pytest.param("essay.docx", "is not a Word file", id="word-that-is-no-zip"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_exit_1(essay: str, said: str, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\n ")
    (folder / "no-essays").mkdir()
    [(folder / f"essay.{kind}").write_bytes(b"Not what it says it is.") for kind in ("pdf", "zip", "docx")]
    result = marked(folder / essay)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert essay in result.stderr
    assert said in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--format", "html"], "--format html needs --out: name a file for one essay", id="html"),
        pytest.param(["--format", "docx"], "--format docx needs --out: name a file for one essay", id="docx"),
        pytest.param(["--format", "pdf", "--out", "no/x"], "cannot be written (no such folder)", id="pdf-out-of-nowhere"),
        pytest.param(["--format", "xml"], "--format is 'xml': use text, json, jsonl, html, docx or pdf.", id="no-such-format"),
        pytest.param(["--format", "html", "--out", "a.txt"], "a.txt is an essay that is to be marked", id="out-is-the-essay"),
        pytest.param(["c.txt", "--format", "pdf", "--out", "b.txt"], "cannot be a folder for 2 essays", id="out-is-a-file"),
        pytest.param(["--for", "parent"], "--for is 'parent': use student or teacher.", id="no-such-reader"),
        pytest.param(["--scheme", "ocr"], "There is no mark scheme 'ocr': use aqa-7042, edexcel-9hi0,", id="no-such-scheme"),
        pytest.param(
            ["c.txt", "--format", "json"], "json takes one essay, and there are 2: use --format jsonl.", id="two-json"
        ),
        pytest.param(["--out", "no/such/place.txt"], "cannot be written", id="out-of-nowhere"),
        pytest.param(["--colour"], "No such option", id="no-such-option"),
    ],
)
def test_wrong_arguments_are_exit_2(arguments: list[str], said: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    result = marked("a.txt", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    "arguments", [pytest.param(["mark"], id="no-essay"), pytest.param(["grade", "a.txt"], id="no-such-command")]
)
def test_nothing_to_do_is_exit_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("command", [["mark", "a.txt", "--facts-only", "--pack"], ["check-pack"]], ids=["mark", "check-pack"])
def test_a_bad_pack_is_exit_1_with_file_and_line(
    command: list[str], bad_pack: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    result = run(*command, bad_pack)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "bad/pack.yaml:3: 'period'" in result.stderr.replace("bad: ", "")


def test_a_pack_that_is_not_there_names_those_that_are() -> None:
    result = run("check-pack", "mars-1955")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no pack 'mars-1955': name one of usa-ussr-1955-62, usa-vietnam-1954-65, or a folder" in result.stderr


def test_the_environment_names_the_pack(bad_pack: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARGINALIA_PACK", str(bad_pack))
    assert "pack.yaml:3" in marked(folder / "a.txt").stderr
    assert marked(folder / "a.txt", "--pack", "usa-ussr-1955-62").exit_code == 0  # the option comes first


def test_a_pack_may_be_a_folder(folder: Path) -> None:
    place = folder / "copied"
    shutil.copytree(PACKS / "usa-ussr-1955-62", place)
    found = json.loads(marked(folder / "a.txt", "--pack", place, "--format", "json").stdout)
    assert found["pack"]["id"] == "usa-ussr-1955-62"


def test_out_writes_the_result_and_prints_nothing(folder: Path) -> None:
    printed = marked(folder / "a.txt", "--format", "json").stdout
    result = marked(folder / "a.txt", "--format", "json", "--out", folder / "answer.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (folder / "answer.json").read_bytes().decode() == printed


def test_packs_lists_what_there_is() -> None:
    result = run("packs")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [part for part in HEALTHY if part not in result.stdout] == []


@pytest.mark.parametrize("command", ["mark", "class", "packs", "check-pack", "draft-pack", "app"])
def test_help_ends_in_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.strip().splitlines()[-1].strip().startswith(f"Example: marginalia {command}")


def test_help_of_the_whole_ends_in_an_example() -> None:
    assert "Example: marginalia" in run("--help").stdout.strip().splitlines()[-1]


def test_every_command_is_known_to_these_tests() -> None:
    commands = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert commands == {"mark", "class", "packs", "check-pack", "draft-pack", "app"}


def test_as_a_program_results_and_talk_are_apart(folder: Path) -> None:
    command = [sys.executable, "-m", "rubric", "mark", "b.txt", "c.txt", "--facts-only", "--format", "jsonl"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (result.returncode, len(result.stdout.splitlines())) == (1, 2)
    assert [len(result.stderr.splitlines()), "Traceback" in result.stderr] == [1, False]


@pytest.mark.model
@pytest.mark.parametrize(
    ("reader", "level"), [pytest.param("student", False, id="student"), pytest.param("teacher", True, id="teacher")]
)
def test_for_says_who_reads(reader: str, level: bool, folder: Path) -> None:
    (folder / "a.txt").write_text((PACKS / "usa-ussr-1955-62" / "sample.txt").read_text("utf-8"), "utf-8")
    printed = run("mark", folder / "a.txt", "--for", reader).stdout
    assert ("\nLEVEL\n" in printed, "ARGUMENTS" in printed) == (level, True)
