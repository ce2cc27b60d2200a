"""Score a pack's labelled essays as they are marked, with nothing fitted on them: slips, level, points, evidence.

    python -m tests.accuracy.packs [PACK FOLDER]

FOLDER holds NAME.txt and labels.json as in `essays/`; without arguments, the second pack and its essays.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reference import load_pack
from rubric import mark
from rubric.marking import Marking
from tests.accuracy.coverage import STATUSES, kappa, macro_f1

VIETNAM = Path(__file__).resolve().parent / "vietnam"


@dataclass
class Figures:
    """What was reached: slips caught of all, false alarms, words, levels in the range, and how points agree."""

    essays: int = 0
    words: int = 0
    slips: int = 0
    caught: int = 0
    alarms: int = 0
    checks: int = 0
    in_range: int = 0
    macro_f1: float = 0.0
    kappa: float = 0.0
    missing_right: float = 0.0
    on_the_spot: float = 0.0

    @property
    def table(self) -> str:
        """The figures as Markdown."""
        precision = self.caught / max(1, self.caught + self.alarms)
        return (
            "| essays | words | slips | precision | recall | checks | level in range | macro-F1 | kappa | missing | spot |\n"
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
            f"| {self.essays} | {self.words:,} | {self.slips} | {precision:.2f} | {self.caught / max(1, self.slips):.2f} | "
            f"{self.checks} | {self.in_range} | {self.macro_f1:.2f} | {self.kappa:.2f} | {self.missing_right:.2f} | "
            f"{self.on_the_spot:.2f} |"
        )


def figures(name: str, folder: Path, tell: bool = False) -> Figures:
    """Mark every labelled essay of a folder with a pack and compare."""
    pack = load_pack(name)
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    found, wanted, said, spots = Figures(), [], [], []
    for essay, label in labels.items():
        marking = mark((folder / f"{essay}.txt").read_text("utf-8"), pack, name=essay)
        _slips(found, marking, label["slips"], tell)
        found.essays += 1
        found.words += marking.essay.words
        level = marking.level
        found.in_range += bool(level and level.low and level.high and level.low <= label["level"] <= level.high)
        if tell:
            print(essay, "level", label["level"], (level.low, level.high) if level else None)
        for point in marking.points:
            told = label["points"].get(point.id, {"status": "missing", "evidence": []})
            wanted.append(STATUSES.index(told["status"]))
            said.append(STATUSES.index(point.status))
            if told["status"] == point.status == "covered":
                spots.append(_on_the_spot(marking, point.id, told["evidence"]))
            if tell and wanted[-1] != said[-1]:
                print(f"    {point.id}: labelled {told['status']}, marked {point.status} ({point.score})")
    labelled, marked = np.array(wanted), np.array(said)
    found.macro_f1, found.kappa = macro_f1(labelled, marked), kappa(labelled, marked)
    found.missing_right = float((labelled[marked == 0] == 0).mean())
    found.on_the_spot = float(np.mean(spots)) if spots else 0.0
    return found


def _slips(found: Figures, marking: Marking, labelled: list[dict[str, str]], tell: bool) -> None:
    text = marking.essay.text
    flags = [flag for flag in marking.slips if flag.severity == "error"]
    found.checks += sum(flag.severity == "check" for flag in marking.slips)
    spans = [(text.index(slip["quote"]), text.index(slip["quote"]) + len(slip["quote"])) for slip in labelled]
    hits = [any(flag.start < end and start < flag.end for flag in flags) for start, end in spans]
    false = [flag for flag in flags if not any(flag.start < end and start < flag.end for start, end in spans)]
    found.slips += len(spans)
    found.caught += sum(hits)
    found.alarms += len(false)
    if tell:
        for flag in false:
            print("    false alarm:", flag.message, repr(text[max(0, flag.start - 60) : flag.end + 30]))
        print(*(f"    missed: {slip['quote']}" for slip, hit in zip(labelled, hits, strict=True) if not hit), sep="\n")


def _on_the_spot(marking: Marking, point: str, quotes: list[str]) -> bool:
    """True where the evidence shown overlaps a labelled quotation."""
    text = marking.essay.text
    spans = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    shown = next(found.evidence for found in marking.points if found.id == point)
    return any(one.start < end and start < one.end for one in shown for start, end in spans)


if __name__ == "__main__":
    arguments = sys.argv[1:] or ["usa-vietnam-1954-65", str(VIETNAM)]
    print(figures(arguments[0], Path(arguments[1]), tell=True).table)
