"""What went well, even better if, next steps: short, tied to the student's own words.

In: what was marked and remarked.  Out: one Feedback: two of the first, one to three of the second, then three tasks.
Questions, not answers. What is said of one essay names what that essay is about; wording is data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rubric.marking import Comment, Feedback, PointFound
from rubric.observations import Observation
from rubric.signs import exact, speaks
from rubric.targets import Marked, Target, sentence_of, targets
from rubric.wording import capital, say

MOST_WELL, MOST_BETTER, MOST_STEPS = 2, 3, 3
MOST_POINTS = 2  # of three remarks, those that develop a point
SAME = {"ACB": "AC", "NV1": "NV", "CM": "CJ", "OD": "DR"}


def feedback(marked: Marked, remarks: Sequence[Observation]) -> Feedback:
    """The feedback on an essay whose points were judged."""
    found = targets(marked)
    chosen = _apart(found)
    return Feedback(
        went_well=tuple(_well(marked, remarks)),
        even_better_if=tuple(_comment("better", target) for target in chosen),
        next_steps=tuple(_steps(marked, chosen))[:MOST_STEPS],
    )


def _apart(found: Sequence[Target]) -> list[Target]:
    """The most gainful targets of different kinds, each on a sentence of its own, in reading order."""
    kept: list[Target] = []
    for target in found:
        kind = _kind(target)
        of_kind = sum(_kind(other) == kind for other in kept)
        if of_kind < (MOST_POINTS if kind == "EX" else 1) and not any(other.start == target.start for other in kept):
            kept.append(target)
        if len(kept) == MOST_BETTER:
            break
    return kept


def _kind(target: Target) -> str:
    return SAME.get(target.code, target.code)


def _steps(marked: Marked, chosen: Sequence[Target]) -> Iterator[Comment]:
    """Facts first, then the tasks of the targets, then one more argument."""
    errors = [slip for slip in marked.slips if slip.severity == "error"]
    several = len(errors) > 1
    if several or (errors and not any(_kind(target) == "AC" for target in chosen)):
        code, first = "facts_more" if several else "facts_one", errors[0]
        text = say("feedback", "steps", code, count=len(errors))
        yield Comment(code=code, text=text, start=first.start, end=first.end, about=first.id)
    yield from (_comment("steps", target) for target in chosen if _kind(target) != "AC" or not several)
    missing = next((point for point in marked.points if point.status == "missing" and point.importance == "core"), None)
    if missing:
        text = say("feedback", "steps", "missing", question=missing.question)
        yield Comment(code="missing", text=text, start=0, end=0, about=missing.id)


def _well(marked: Marked, remarks: Sequence[Observation]) -> list[Comment]:
    """The point argued best, and the strongest remark of the best strand; two points where nothing else lifts."""
    points = _praised(marked)
    lifting = _lifting(marked, remarks)
    kept: list[Comment] = []
    for comment in (*points[:1], *lifting[:1], *points[1:], *lifting[1:]):
        if not any(comment.start < other.end and other.start < comment.end for other in kept):
            kept.append(comment)
    return kept[:MOST_WELL]


def _praised(marked: Marked) -> list[Comment]:
    covered = [point for point in marked.points if point.status == "covered" and point.evidence]
    return [_praise(marked, point) for point in sorted(covered, key=lambda point: (-point.score, point.id))]


def _praise(marked: Marked, point: PointFound) -> Comment:
    """A point argued, and by what: a measure, a concession, exact evidence, a reason."""
    place = point.evidence[0]
    read = sentence_of(marked.essay, place.start)
    signs = {
        "measured": speaks(read, "criterion"),
        "weighed": speaks(read, "weighing") and speaks(read, "judgement"),
        "reasoned": speaks(read, "reason") or speaks(read, "consequence"),
        "proved": exact(read),
    }
    code = next((name for name, there in signs.items() if there), "argued")
    text = say("feedback", "well", code, label=point.label)
    return Comment(code=code, text=text, start=place.start, end=place.end, about=point.id)


def _lifting(marked: Marked, remarks: Sequence[Observation]) -> list[Comment]:
    places = marked.placed.placed()
    ranked = sorted((remark for remark in remarks if remark.lifts), key=lambda remark: -places[remark.strand])
    return [
        Comment(
            code=remark.code, text=say("feedback", "well", remark.code), start=remark.start, end=remark.end, about=remark.strand
        )
        for remark in ranked
    ]


def _comment(group: str, target: Target) -> Comment:
    names = {**target.names, "First": capital(str(target.names.get("first", "")))}
    text = say("feedback", group, target.code, **names)
    return Comment(code=target.code, text=text, start=target.start, end=target.end, about=target.about)
