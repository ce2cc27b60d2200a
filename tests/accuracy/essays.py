"""Score the project's own labelled essays: slips found in running prose, the level's range, and which points are seen.

In: `*.txt` with `labels.json` in `essays/`, `essays-fresh/`, `essays-unseen/`.  Out: the card's part on essays, as Markdown.
A label that is caught is one that a flag of severity `error` overlaps; any other such flag is a false alarm.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from reference import Pack
from rubric import mark
from rubric.marking import Marking
from tests.accuracy.coverage import ESSAYS, cross_validated, read, table

FRESH = (ESSAYS.parent / "essays-fresh", ESSAYS.parent / "essays-unseen")
HEADER = "| {} | words | slips | precision | recall | false alarms per 1,000 words |\n| --- | --- | --- | --- | --- | --- |"


class Counts(NamedTuple):
    """What is counted over a set of texts."""

    words: int
    slips: int
    caught: int
    alarms: int


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
    """The card's tables on essays: slips, the fresh texts' slips, the level, then coverage cross-validated by essay."""
    data, _ = read(ESSAYS, pack)
    said, _ = cross_validated(data)
    return f"{_slips(essays)}\n\n{_fresh(pack)}\n\n{_levels(essays)}\n\n{table(data, said)}"


def _slips(essays: list[Scored]) -> str:
    return f"{HEADER.format('essays')}\n{_row(str(len(essays)), _counts(essays))}"


def _fresh(pack: Pack) -> str:
    """Texts that no rule was written for when they were first scored: the figures of then, and today's."""
    lines = [HEADER.format("fresh texts")]
    for folder in FRESH:
        found = json.loads((folder / "labels.json").read_text("utf-8"))
        for then in found["first_scoring"]:
            labels = {name: label for name, label in found["texts"].items() if label["set"] == then["set"]}
            now = [
                Scored(label, mark((folder / f"{name}.txt").read_text("utf-8"), pack, name=name, facts_only=True))
                for name, label in labels.items()
            ]
            lines.append(_row(f"{len(now)}, first scoring", Counts(*(then[one] for one in Counts._fields))))
            lines.append(_row("the same, now", _counts(now)))
    return "\n".join(lines)


def _counts(essays: list[Scored]) -> Counts:
    words = slips = caught = alarms = 0
    for essay in essays:
        text = essay.marking.essay.text
        flags = [flag for flag in essay.marking.slips if flag.severity == "error"]
        spans = [(text.index(slip["quote"]), text.index(slip["quote"]) + len(slip["quote"])) for slip in essay.label["slips"]]
        words += essay.marking.essay.words
        slips += len(spans)
        caught += sum(any(flag.start < end and start < flag.end for flag in flags) for start, end in spans)
        alarms += sum(not any(flag.start < end and start < flag.end for start, end in spans) for flag in flags)
    return Counts(words, slips, caught, alarms)


def _row(name: str, found: Counts) -> str:
    precision = found.caught / (found.caught + found.alarms) if found.caught + found.alarms else 0.0
    recall = found.caught / found.slips
    per_thousand = 1000 * found.alarms / found.words
    return f"| {name} | {found.words:,} | {found.slips} | {precision:.2f} | {recall:.2f} | {per_thousand:.2f} |"


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
