"""README: what it says to type works, and continuous integration types the same."""

from __future__ import annotations

import ast
import inspect
import re
import shlex
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

import reference
import rubric
from reference.reading.documents import READ_KINDS
from reference.shelves import installed_packs
from rubric.cli import app
from rubric.level import schemes

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CI = (ROOT / ".ci" / "run").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# The two commands, each of which does all its own set-up, and their forms for Windows.
OPEN = "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/marginalia app"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"
OPEN_WINDOWS = r"py -m venv .venv && .venv\Scripts\pip install -e . && .venv\Scripts\marginalia app"
TEST_WINDOWS = r'py -m venv .venv && .venv\Scripts\pip install -e ".[test]" && .venv\Scripts\pytest'

TYPED = re.findall(r"^ {4}(marginalia .+?)(?: {2,}.*)?$", README, re.MULTILINE)
PYTHON = textwrap.dedent(re.search(r"From Python:\n\n((?: {4}.+\n)+)", README)[1])  # type: ignore[index]


def typed(line: str) -> int:
    """How a line of README ends when it is asked for help: its options are read first, and a wrong one is exit 2."""
    return CliRunner().invoke(app, [*shlex.split(line)[1:], "--help"]).exit_code


@pytest.mark.parametrize(
    "command", [OPEN, TEST, OPEN_WINDOWS, TEST_WINDOWS], ids=["open", "test", "open-windows", "test-windows"]
)
def test_the_commands_stand_alone_on_a_line(command: str) -> None:
    assert README.splitlines().count(f"    {command}") == 1


def test_how_linux_users_save_the_download_stands_above() -> None:
    assert README.index("https://download.pytorch.org/whl/cpu") < README.index(OPEN) < README.index(TEST)
    assert "2.5 GB" in README[: README.index(OPEN)]


def test_the_python_asked_for_is_the_projects() -> None:
    needed = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert f"Python {needed} or newer" in README


def test_the_names_in_the_commands_are_the_projects() -> None:
    assert PROJECT["project"]["scripts"] == {"marginalia": "rubric.cli:main"}
    assert "test" in PROJECT["project"]["optional-dependencies"]


def test_integration_runs_the_line_of_the_readme() -> None:
    reads = next(line for line in CI.splitlines() if "README.md" in line and line.startswith("eval"))
    shown = reads.replace('eval "$(', "", 1).removesuffix(')"')
    found = subprocess.run(["bash", "-c", shown], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == TEST


@pytest.mark.parametrize(
    "step",
    [
        pytest.param("set -euo pipefail", id="a-failure-stops-it"),
        pytest.param("python3 -m venv .venv", id="from-nothing"),
        pytest.param("torch==2.13.0", id="cpu-torch"),
        pytest.param("chromium", id="a-browser"),
        pytest.param("ruff check .", id="lint"),
        pytest.param("mypy --strict reference rubric", id="types"),
        pytest.param("marginalia check-pack", id="the-pack"),
    ],
)
def test_integration_runs(step: str) -> None:
    assert step in CI


def test_integration_is_good_shell() -> None:
    assert subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], capture_output=True, check=False).returncode == 0


def test_readme_shows_the_commands() -> None:
    assert len(TYPED) >= 5
    assert {shlex.split(line)[1] for line in TYPED} >= {"mark", "packs", "check-pack"}


@pytest.mark.parametrize("line", TYPED)
def test_a_command_shown_is_understood(line: str) -> None:
    assert typed(line) == 0


@pytest.mark.parametrize("line", ["marginalia mark a.txt --colour red", "marginalia grade a.txt"], ids=["option", "command"])
def test_a_command_with_a_fault_would_be_seen(line: str) -> None:
    assert typed(line) == 2


def test_names_of_packs_shown_are_installed() -> None:
    shown = re.findall(r"marginalia check-pack (\S+)", README) + re.findall(r"--pack (\S+)", README)
    assert shown
    assert set(shown) - installed_packs().keys() == set()


def test_the_files_shown_are_of_a_kind_that_is_read() -> None:
    shown = {Path(word).suffix for line in TYPED for word in line.split() if re.fullmatch(r"\w+\.\w+", word)}
    assert shown
    assert shown - set(READ_KINDS) == set()


def test_a_command_shown_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = next(line for line in TYPED if "--facts-only" in line)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MARGINALIA_PACK", raising=False)
    Path("essay.txt").write_text("The Berlin Wall went up in 1962.", "utf-8")
    result = CliRunner().invoke(app, shlex.split(line)[1:], catch_exceptions=False)
    assert result.exit_code == 0
    assert "13 August 1961" in result.stdout


def test_the_python_shown_names_what_there_is() -> None:
    tree = ast.parse(PYTHON)
    taken = [(node.module, name.name) for node in tree.body if isinstance(node, ast.ImportFrom) for name in node.names]
    assert taken == [("reference", "load_pack"), ("rubric", "mark")]
    assert [
        name for module, name in taken if not callable(getattr({"reference": reference, "rubric": rubric}[module], name))
    ] == []
    call = next(node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "mark")
    inspect.signature(rubric.mark).bind(*call.args, **{str(word.arg): word.value for word in call.keywords})
    said = {str(word.arg): ast.unparse(word.value) for word in call.keywords}
    assert ast.literal_eval(said["scheme"]) in schemes()


@pytest.mark.model
def test_the_python_shown_runs() -> None:
    names: dict[str, object] = {"text": "The Berlin Wall went up in 1962."}
    exec(PYTHON, names)  # README's own words
    assert isinstance(names["marking"], rubric.Marking)


def test_modules_named_in_readme_exist() -> None:
    shown = re.findall(r"`((?:reference|rubric|pages)/[\w./-]*)`", README)
    assert shown
    assert [name for name in shown if not (ROOT / name).exists()] == []


def test_these_tests_run_the_python_of_the_project() -> None:
    assert sys.version_info >= tuple(map(int, PROJECT["project"]["requires-python"].removeprefix(">=").split(".")))
