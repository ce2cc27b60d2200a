"""The wheel: both packages with their data, and the app with its pages, so that it works from anywhere."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(".venv", ".git", "__pycache__", ".*_cache", ".hypothesis", "dist", "build")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The project's wheel, built from a copy with hatchling, else with pip."""
    copy, out = tmp_path_factory.mktemp("checkout") / "main", tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    if importlib.util.find_spec("hatchling"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    else:
        command = [sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "-w", str(out)]
    built = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    found = sorted(out.glob("marginalia-*.whl"))
    if not found and not importlib.util.find_spec("hatchling"):
        pytest.skip(f"no hatchling here, and pip cannot fetch it: {built.stderr.strip()[-200:]}")
    assert found, built.stderr
    return zipfile.ZipFile(found[0])


def held(wheel: zipfile.ZipFile) -> set[str]:
    return {name for name in wheel.namelist() if ".dist-info/" not in name}


def files(*patterns: str) -> set[str]:
    """The files of the checkout that these patterns name."""
    found = {path.relative_to(ROOT).as_posix() for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    assert found
    return {name for name in found if "__pycache__" not in name}


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param("reference/**/*.py", id="what-is-known"),
        pytest.param("rubric/**/*.py", id="how-it-marks"),
        pytest.param("reference/facts/**/*.yaml", id="facts"),
        pytest.param("reference/packs/**/*.yaml", id="packs"),
        pytest.param("reference/packs/**/sample.txt", id="sample-essay"),
        pytest.param("rubric/data/**/*.yaml", id="wording-thresholds-schemes"),
        pytest.param("rubric/gradebook/migrations/versions/*.py", id="steps-of-the-gradebook"),
        pytest.param("rubric/data/*.json", id="accuracy-card"),
        pytest.param("rubric/report/*.css", id="style-of-the-report"),
        pytest.param("rubric/report/fonts/*", id="fonts-of-the-pdf-with-their-licences"),
    ],
)
def test_both_packages_are_whole(pattern: str, wheel: zipfile.ZipFile) -> None:
    assert files(pattern) - held(wheel) == set()


@pytest.mark.parametrize("pattern", ["app.py", "pages/*.py", "pages/*.css", ".streamlit/config.toml"])
def test_the_app_is_carried(pattern: str, wheel: zipfile.ZipFile) -> None:
    assert {f"marginalia_app/{name}" for name in files(pattern)} - held(wheel) == set()


def test_nothing_else_is_carried(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in held(wheel)} == {"reference", "rubric", "marginalia_app"}
    assert [name for name in held(wheel) if name.endswith((".pyc", ".jsonl", ".xml")) or "test" in Path(name).name] == []


def test_it_declares_its_command_and_licence(wheel: zipfile.ZipFile) -> None:
    info = {name.split("/", 1)[1]: wheel.read(name).decode() for name in wheel.namelist() if ".dist-info/" in name}
    assert "marginalia = rubric.cli:main" in info["entry_points.txt"]
    assert "licenses/LICENSE" in info
    assert "Provides-Extra: test" in info["METADATA"]


def test_it_marks_and_finds_its_app_outside_the_checkout(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import rubric, rubric.cli, reference\n"
        "marking = rubric.mark('The Berlin Wall went up in 1962.', reference.load_pack('usa-ussr-1955-62'), facts_only=True)\n"
        "print(rubric.__file__, rubric.cli._app_script(), marking.slips[0].should_be, sep='\\n')"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    package, script, right = run.stdout.splitlines()
    assert Path(package).is_relative_to(tmp_path)
    assert Path(script) == tmp_path / "site" / "marginalia_app" / "app.py"
    assert right == "13 August 1961"


def test_its_gradebook_opens_outside_the_checkout(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import rubric.gradebook\n"
        "book = rubric.gradebook.open_gradebook('sqlite:///book.db')\n"
        "print(rubric.gradebook.__file__, book.assignments())"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    package, _, assignments = run.stdout.strip().partition(" ")
    assert Path(package).is_relative_to(tmp_path)
    assert (assignments, (tmp_path / "book.db").is_file()) == ("[]", True)
