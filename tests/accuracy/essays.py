"""Score the project's own labelled essays: slips found in running prose, the level's range, and which points are seen.

In: `essays/*.txt` with `essays/labels.json`.  Out: the part of the accuracy card that is about essays, as Markdown.
A label that is caught is one that a flag of severity `error` overlaps; any other such flag is a false alarm.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from reference import Pack
from rubric import mark
from rubric.marking import Marking
from tests.accuracy.coverage import ESSAYS, FEATURES, cross_validated, read, table


@dataclass(frozen=True)
class Scored:
    """A labelled essay and its marking."""

    label: dict[str, Any]
    marking: Marking


def scored(pack: Pack) -> list[Scored]:
    """The essays, marked."""
    labels = json.loads((ESSAYS / "labels.json").read_text("utf-8"))
    return [Scored(label, mark((ESSAYS / f"{name}.txt").read_text("utf-8"), pack, name=name)) for name, label in labels.items()]


def essay_card(pack: Pack, essays: list[Scored]) -> str:
    """The card's tables on essays: slips, the level, then coverage cross-validated by essay."""
    data, _ = read(ESSAYS, pack)
    said, _ = cross_validated(data, range(len(FEATURES)))
    return f"{_slips(essays)}\n\n{_levels(essays)}\n\n{table(data, said)}"


def _slips(essays: list[Scored]) -> str:
    words = slips = caught = alarms = 0
    for essay in essays:
        text = essay.marking.essay.text
        flags = [flag for flag in essay.marking.slips if flag.severity == "error"]
        spans = [(text.index(slip["quote"]), text.index(slip["quote"]) + len(slip["quote"])) for slip in essay.label["slips"]]
        words += essay.marking.essay.words
        slips += len(spans)
        caught += sum(any(flag.start < end and start < flag.end for flag in flags) for start, end in spans)
        alarms += sum(not any(flag.start < end and start < flag.end for start, end in spans) for flag in flags)
    precision = caught / (caught + alarms) if caught + alarms else 0.0
    return (
        "| essays | words | slips | precision | recall | false alarms per 1,000 words |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        f"| {len(essays)} | {words:,} | {slips} | {precision:.2f} | {caught / slips:.2f} | {1000 * alarms / words:.2f} |"
    )


def in_range(essays: list[Scored]) -> int:
    """How many of the levels lie in the range of two that the marking gives."""
    given = [(essay.label["level"], essay.marking.level) for essay in essays if essay.marking.level]
    return sum(found.low <= level <= found.high for level, found in given if found.low and found.high)


def best_constant(essays: list[Scored]) -> int:
    """How many lie in the best range of two that is the same for every essay."""
    return max(sum(low <= essay.label["level"] <= low + 1 for essay in essays) for low in range(1, 5))


def _levels(essays: list[Scored]) -> str:
    none = sum(essay.marking.level is None or essay.marking.level.low is None for essay in essays)
    return (
        "| essays | level in the range of two | in the best constant range | no level given |\n"
        "| --- | --- | --- | --- |\n"
        f"| {len(essays)} | {in_range(essays)} | {best_constant(essays)} | {none} |"
    )
