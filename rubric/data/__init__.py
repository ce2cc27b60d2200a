"""Data that judges: mark schemes, thresholds, wording, verbs. Read once, edited without Python."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from reference.reading.words import stem, words


@cache
def data(name: str) -> Any:
    """The plain values of `rubric/data/<name>.yaml`."""
    return yaml.load(files("rubric.data").joinpath(f"{name}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)


def threshold(name: str) -> float:
    """A number of `thresholds.yaml`."""
    return float(data("thresholds")[name]["value"])


@cache
def stems(name: str, group: str) -> frozenset[str]:
    """A list of words of a data file, as stems."""
    return frozenset(stem(word.norm) for entry in data(name)[group] for word in words(str(entry)))
