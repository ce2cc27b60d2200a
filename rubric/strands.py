"""The five strands of a mark scheme: Focus, Evidence, Analysis, Balance, Judgement, each placed from 1 to 5 by rule.

In: an essay's structure and its slips.  Out: Strands, places as decimals (1 fragmentary, 5 argued and supported).
Places rest on shares of sentences (`structure`), never on a count of points; no historian is required, length is not read,
spelling counts for nothing. The strands are those common to the boards' schemes; the edges stand in `thresholds.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rubric.data import data, threshold
from rubric.structure import Structure

STRANDS = ("Focus", "Evidence", "Analysis", "Balance", "Judgement")
EDGES = (1.5, 2.5, 3.5, 4.5)  # where one stage ends and the next begins


@dataclass(frozen=True, slots=True)
class Strands:
    """Where an essay stands on each strand, 1.0 to 5.0."""

    focus: float
    evidence: float
    analysis: float
    balance: float
    judgement: float

    def placed(self) -> dict[str, float]:
        """The strands by their printed names."""
        return dict(zip(STRANDS, (self.focus, self.evidence, self.analysis, self.balance, self.judgement), strict=True))

    @property
    def mean(self) -> float:
        """The weighted mean of the places: an examiner's best fit."""
        weights = data("thresholds")["strand_weights"]["value"]
        total = sum(weights[name] * place for name, place in self.placed().items())
        return float(round(total / sum(weights.values()), 3))


def strands(seen: Structure, words: int, errors: int) -> Strands:
    """Place an essay of so many words, with so many slips of severity error."""
    stories = sum(part.opens == "story" for part in seen.paragraphs) / max(len(seen.paragraphs), 1)
    focus = 1.0 if strays(seen) else placed("focus_ladder", stories)
    loose = seen.vague + threshold("slip_cost") * 1000 * errors / max(words, 1)
    analysis = [
        placed("tells_ladder", seen.tells),
        placed("bare_ladder", seen.bare),
        placed("ideas_ladder", seen.ideas),
    ]
    return Strands(
        focus=focus,
        evidence=placed("evidence_ladder", loose),
        analysis=round(sum(analysis) / len(analysis), 3),
        balance=placed("balance_ladder", seen.weighs),
        judgement=placed("judgement_ladder", 0.5 * seen.closing + threshold("criterion_worth") * seen.criteria),
    )


def strays(seen: Structure) -> bool:
    """True where most of what is told lies outside the dates of the question."""
    return seen.outside > threshold("most_outside")


def placed(ladder: str, value: float) -> float:
    """The place of a value on a ladder of `thresholds.yaml`, 1.0 to 5.0: read off straight lines between its four edges."""
    edges = [float(edge) for edge in data("thresholds")[ladder]["value"]]
    sign = 1 if edges[0] < edges[-1] else -1
    xs = [sign * edge for edge in edges]
    xs = [xs[0] - (xs[1] - xs[0]) / 2, *xs, xs[-1] + (xs[-1] - xs[-2]) / 2]
    return round(_between(sign * value, xs, (1.0, *EDGES, 5.0)), 3)


def _between(x: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    """The piecewise linear line through the points, flat beyond both ends."""
    if x <= xs[0]:
        return ys[0]
    for i in range(1, len(xs)):
        if x <= xs[i]:
            return ys[i - 1] + (ys[i] - ys[i - 1]) * (x - xs[i - 1]) / (xs[i] - xs[i - 1])
    return ys[-1]
