"""The level of a mark scheme that an essay is most like, as a range of two neighbours, with reasons.

In: structure, checked facts, notices, and a scheme of `data/schemes`.  Out: one Level.
Five strands (Focus, Evidence, Analysis, Balance, Judgement) are placed from 1 to 5 by rules; the range is their middle and
its nearer neighbour. Points are never counted, no historian is required, and one slip moves nothing.
First form: the rules read signs in the words. A teacher decides; AO2 and AO3 are not assessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from rubric.data import steps, threshold
from rubric.essay import Essay
from rubric.marking import Checked, Level, Notice
from rubric.structure import Structure
from rubric.wording import say

STRANDS = ("Focus", "Evidence", "Analysis", "Balance", "Judgement")


@cache
def schemes() -> dict[str, dict[str, Any]]:
    """The mark schemes there are, by id."""
    folder = files("rubric.data").joinpath("schemes")
    found = [
        yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".yaml")
    ]
    return {scheme["id"]: scheme for scheme in found}


@dataclass(frozen=True, slots=True)
class Strands:
    """Where an essay stands on each strand, 1 (fragmentary) to 5 (argued and supported)."""

    focus: int
    evidence: int
    analysis: int
    balance: int
    judgement: int

    def placed(self) -> dict[str, int]:
        """The strands by their printed names."""
        return dict(zip(STRANDS, (self.focus, self.evidence, self.analysis, self.balance, self.judgement), strict=True))


def strands(essay: Essay, seen: Structure, checked: Checked, errors: int) -> Strands:
    """Place an essay on the five strands."""
    words = max(essay.words, 1)
    focused = sum(p.focused for p in seen.paragraphs) / max(len(seen.paragraphs), 1)
    exact = 100 * checked.agrees / words - 100 * threshold("slip_weight") * errors / words
    judgement = 1 + 2 * seen.judges + seen.answers + (seen.judges and seen.argues >= threshold("analysis_high"))
    return Strands(
        focus=steps("focus_steps", focused),
        evidence=steps("evidence_steps", exact),
        analysis=steps("analysis_steps", seen.argues),
        balance=steps("balance_steps", len(seen.years) - (2 if seen.gap else 0)),
        judgement=judgement,
    )


def level(essay: Essay, seen: Structure, checked: Checked, errors: int, notices: Sequence[Notice], scheme: str) -> Level:
    """The level range, or why there is none. Raises KeyError for a scheme that does not exist."""
    not_assessed = tuple(schemes()[scheme]["not_assessed"])
    codes = {notice.code for notice in notices}
    for code, reason in (
        ("off_topic", "off_topic"),
        ("other_language", "off_topic"),
        ("list_not_prose", "list_not_prose"),
    ):
        if code in codes:
            return Level(
                scheme=scheme,
                low=None,
                high=None,
                reasons=(),
                abstained=say("level", "abstained", reason),
                not_assessed=not_assessed,
            )
    if essay.words < threshold("level_words"):
        return Level(
            scheme=scheme,
            low=None,
            high=None,
            reasons=(),
            abstained=say("level", "abstained", "short"),
            not_assessed=not_assessed,
        )
    placed = strands(essay, seen, checked, errors).placed()
    middle = sum(placed.values()) / len(placed)
    low = min(4, max(1, int(middle)))
    gap = f"{seen.gap[0]}–{seen.gap[1] % 100:02d}" if seen.gap else "part of the period"
    lifting = [say("level", "lifting", name) for name, place in placed.items() if place > middle]
    holding = [say("level", "holding", name, gap=gap) for name, place in placed.items() if place < middle]
    return Level(
        scheme=scheme,
        low=low,
        high=low + 1,
        reasons=(*lifting, *holding, say("level", "reliability")),
        abstained=None,
        not_assessed=not_assessed,
    )
