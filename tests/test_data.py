"""The data that judges: no key stands twice, and no number is kept that nothing reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from reference.yaml_lines import read_yaml
from rubric.data import data

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "rubric" / "data").rglob("*.yaml"))
CODE = "".join(path.read_text("utf-8") for path in sorted((ROOT / "rubric").rglob("*.py")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_key_stands_twice(path: Path) -> None:
    assert read_yaml(path.read_text("utf-8")).faults == []


@pytest.mark.parametrize("name", sorted(data("thresholds")))
def test_every_number_is_read(name: str) -> None:
    assert f'"{name}"' in CODE
