"""What went well, even better if, next steps: short, tied to the student's own words.

In: an essay, its points, findings and structure.  Out: one Feedback.
First form: the best covered points, the partial points that matter most, the gap in the period, the judgement.
Questions, not answers. Wording is data.
"""

from __future__ import annotations

from collections.abc import Sequence

from rubric.essay import Essay
from rubric.marking import Comment, Feedback, PointFound, Slip
from rubric.structure import Structure
from rubric.wording import say

MOST_WELL, MOST_BETTER, MOST_STEPS = 2, 3, 3


def feedback(essay: Essay, points: Sequence[PointFound], slips: Sequence[Slip], seen: Structure) -> Feedback:
    """The feedback on an essay whose points were judged."""
    covered = sorted((p for p in points if p.status == "covered"), key=lambda p: -p.score)
    partial = sorted((p for p in points if p.status == "partial"), key=lambda p: (p.importance != "core", -p.score))
    missing = [p for p in points if p.status == "missing" and p.importance == "core"]
    errors = [s for s in slips if s.severity == "error"]
    better = [_about(point, "better_partial", label=point.label, question=point.question) for point in partial[:MOST_BETTER]]
    if seen.gap:
        better.insert(1, _whole("better_period", gap=_years(seen.gap)))
    if seen.closes and not seen.judges:
        better.append(
            Comment(
                code="better_judgement",
                text=say("feedback", "better_judgement"),
                start=seen.closes[0],
                end=seen.closes[1],
                about="",
            )
        )
    steps = []
    if errors:
        code = "step_facts_one" if len(errors) == 1 else "step_facts_more"
        steps.append(
            Comment(
                code=code,
                text=say("feedback", code, count=len(errors)),
                start=errors[0].start,
                end=errors[0].end,
                about=errors[0].id,
            )
        )
    if partial:
        steps.append(_about(partial[0], "step_develop", label=partial[0].label))
    if seen.closes and not seen.judges:
        steps.append(_whole("step_judgement"))
    if missing:
        steps.append(
            Comment(
                code="step_missing",
                text=say("feedback", "step_missing", question=missing[0].question),
                start=0,
                end=0,
                about=missing[0].id,
            )
        )
    return Feedback(
        went_well=tuple(_about(point, "well_argued", label=point.label) for point in _apart(covered)[:MOST_WELL]),
        even_better_if=tuple(better[:MOST_BETTER]),
        next_steps=tuple(steps[:MOST_STEPS]),
    )


def _apart(points: Sequence[PointFound]) -> list[PointFound]:
    """Points whose evidence does not repeat an earlier one's."""
    kept: list[PointFound] = []
    for point in points:
        starts = {evidence.start for evidence in point.evidence}
        if not any(starts & {evidence.start for evidence in other.evidence} for other in kept):
            kept.append(point)
    return kept


def _about(point: PointFound, code: str, **names: object) -> Comment:
    first = point.evidence[0] if point.evidence else None
    return Comment(
        code=code,
        text=say("feedback", code, **names),
        start=first.start if first else 0,
        end=first.end if first else 0,
        about=point.id,
    )


def _whole(code: str, **names: object) -> Comment:
    return Comment(code=code, text=say("feedback", code, **names), start=0, end=0, about="")


def _years(gap: tuple[int, int]) -> str:
    return f"{gap[0]}–{gap[1] % 100:02d}"
