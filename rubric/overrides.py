"""What a teacher decides about a marking, and the marking as it stands with all that decided.

In: a Marking, the Overrides made about its draft and its assignment, in order, and the points that were taught.
Out: Reviewed: the marking to be shown everywhere, the tool's own, each slip's decision, the teacher's level and comments.
The last word on a thing counts; a word about one script comes before one about the whole set. A dismissed slip is no longer a
disagreement, and no agreement either. A point that was not taught is never missing. Does not store anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from rubric.level import schemes
from rubric.marking import Checked, Claim, Comment, Feedback, Level, Marking, PointFound, Slip, Status, TeacherComment
from rubric.wording import say

Kind = Literal["slip", "claim", "point", "level", "comment"]
Decision = Literal["accept", "dismiss", "edit"]
Value = Mapping[str, Any] | None
COUNTS = ("facts_one", "facts_more")  # how the codes end of a step that counts the facts to correct


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a teacher decides: about what, and what; a value of None takes the earlier word back."""

    kind: Kind
    target: str
    value: Value
    note: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """A Change as it is kept: when, what stood there before, and which pack and program had made the marking.

    `draft` is None where it is about the whole assignment.
    """

    id: str
    at: str
    assignment: str
    draft: str | None
    change: Change
    before: Value
    pack: str
    made_by: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A marking with what the teacher decided, comments and level in it, and the tool's own beside it.

    `seen_range` tells whether the tool's range was seen before the level was given, or left.
    """

    marking: Marking
    tool: Marking
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    level: int | None = None
    seen_range: bool = False

    @property
    def comments(self) -> tuple[TeacherComment, ...]:
        """The teacher's comments, as they stand in the marking."""
        return self.marking.teacher_comments


def decide_slip(slip: str, decision: Decision, note: str = "", *, message: str = "", should_be: str = "") -> Change:
    """Accept, dismiss or edit one slip of one script."""
    value: dict[str, Any] = {"decision": decision}
    if decision == "edit":
        value |= {"message": message, "should_be": should_be}
    return Change("slip", slip, value, note)


def dismiss_claim(claim: str, note: str) -> Change:
    """Dismiss a flag in every script of an assignment: the same fact and value, wherever it stands."""
    return Change("claim", claim_key(claim), {"decision": "dismiss"}, note)


def set_point(point: str, status: Status, note: str = "") -> Change:
    """Give a point another status."""
    return Change("point", point, {"status": status}, note)


def give_level(level: int, *, seen_range: bool, note: str = "") -> Change:
    """The teacher's own level."""
    return Change("level", "", {"level": level, "seen_range": seen_range}, note)


def leave_level() -> Change:
    """No level of the teacher's own: the tool's range was asked for without one."""
    return Change("level", "", {"level": None, "seen_range": True})


def put_comment(comment: str, text: str, start: int = 0, end: int = 0) -> Change:
    """A comment under an id of its own; the same id again changes it."""
    return Change("comment", comment, {"text": text, "start": start, "end": end})


def take_back(kind: Kind, target: str, note: str = "") -> Change:
    """Undo what was decided about a thing: the tool's own word stands again."""
    return Change(kind, target, None, note)


def claim_key(slip: str) -> str:
    """A slip's id without its ordinal: the same claim in any script."""
    head, mark, ordinal = slip.rpartition("#")
    return head if mark and ordinal.isdecimal() else slip


def faults(change: Change, marking: Marking) -> str | None:
    """Why a change makes no sense for this marking, in one sentence, or None."""
    if change.kind == "slip" and change.target not in {slip.id for slip in marking.slips}:
        return f"There is no slip '{change.target}' in this script."
    if change.kind == "point" and change.target not in {point.id for point in marking.points}:
        return f"There is no point '{change.target}' in this pack."
    if change.kind == "level" and change.value and change.value["level"] is not None:
        levels = levels_of(marking)
        if change.value["level"] not in levels:
            return f"The level is {change.value['level']}: give one from {levels[0]} to {levels[-1]}."
    if change.kind == "comment" and change.value:
        if not str(change.value["text"]).strip():
            return "The comment is empty: write a word, or take it back."
        if not 0 <= change.value["start"] <= change.value["end"] <= len(marking.essay.text):
            return "The comment stands outside the essay."
    return None


def levels_of(marking: Marking) -> list[int]:
    """The levels of the scheme that a marking was made by, lowest first."""
    scheme = marking.level.scheme if marking.level else next(iter(schemes()))
    return sorted(int(entry["level"]) for entry in schemes()[scheme]["levels"])


def standing(overrides: Iterable[Override]) -> dict[tuple[Kind, str], Override]:
    """The last override of each thing that has not been taken back."""
    last: dict[tuple[Kind, str], Override] = {}
    for override in overrides:
        last[override.change.kind, override.change.target] = override
    return {key: override for key, override in last.items() if override.change.value is not None}


def stood(change: Change, marking: Marking, history: Iterable[Override]) -> Value:
    """What stood where a change is made: the override that stood, else what the tool itself says."""
    last = standing(history).get((change.kind, change.target))
    if last is not None:
        return last.change.value
    if change.kind == "point":
        return next(({"status": point.status} for point in marking.points if point.id == change.target), None)
    if change.kind == "slip":
        slip = next(slip for slip in marking.slips if slip.id == change.target)
        return {"message": slip.message, "should_be": slip.should_be}
    if change.kind == "level" and marking.level is not None:
        return {"low": marking.level.low, "high": marking.level.high}
    return None


def overridden(marking: Marking, overrides: Iterable[Override], taught: Collection[str] | None = None) -> Reviewed:
    """The marking as it stands: every override in its place. `taught` has the points that may be missing, None all."""
    stands = {key: override.change.value or {} for key, override in standing(overrides).items()}
    decisions = {slip.id: decision for slip in marking.slips if (decision := _decision(slip, stands))}
    gone = {slip for slip, decision in decisions.items() if decision == "dismiss"}
    slips = tuple(_edited(slip, stands.get(("slip", slip.id))) for slip in marking.slips if slip.id not in gone)
    points = tuple(point for point in (_point(one, stands) for one in marking.points) if _counts(point, taught))
    claims = tuple(_claim(claim, marking.slips, gone) for claim in marking.claims)
    given = stands.get(("level", ""))
    level = int(given["level"]) if given and given["level"] is not None else None
    comments = tuple(
        TeacherComment(id=target, text=value["text"], start=value["start"], end=value["end"])
        for (kind, target), value in stands.items()
        if kind == "comment"
    )
    shown = marking.model_copy(
        update={
            "points": points,
            "claims": claims,
            "slips": slips,
            "checked": Checked.of(claims),
            "level": _level(marking, level),
            "feedback": _feedback(marking, points, slips),
            "teacher_comments": comments,
        }
    )
    return Reviewed(shown, marking, decisions, level, bool(given and given["seen_range"]))


def _decision(slip: Slip, stands: Mapping[tuple[Kind, str], Mapping[str, Any]]) -> Decision | None:
    own = stands.get(("slip", slip.id)) or stands.get(("claim", claim_key(slip.id)))
    decision: Decision | None = own["decision"] if own else None
    return decision


def _edited(slip: Slip, value: Mapping[str, Any] | None) -> Slip:
    if not value or value["decision"] != "edit":
        return slip
    changed = {key: value[key] for key in ("message", "should_be") if value.get(key)}
    return slip.model_copy(update=changed)


def _point(point: PointFound, stands: Mapping[tuple[Kind, str], Mapping[str, Any]]) -> PointFound:
    value = stands.get(("point", point.id))
    return point.model_copy(update={"status": value["status"]}) if value else point


def _counts(point: PointFound, taught: Collection[str] | None) -> bool:
    return taught is None or point.status != "missing" or point.id in taught


def _claim(claim: Claim, slips: Iterable[Slip], gone: Collection[str]) -> Claim:
    """A claim whose slip was dismissed is no disagreement any more; the pack has not been found to agree either."""
    if claim.verdict == "disagrees" and any(slip.claim_id == claim.id and slip.id in gone for slip in slips):
        return claim.model_copy(update={"verdict": "not_in_pack"})
    return claim


def _level(marking: Marking, given: int | None) -> Level | None:
    if given is None or marking.level is None:
        return marking.level
    own = {"low": given, "high": given, "reasons": (say("review", "level"),), "abstained": None, "by_teacher": True}
    return marking.level.model_copy(update=own)


def _feedback(marking: Marking, points: tuple[PointFound, ...], slips: tuple[Slip, ...]) -> Feedback:
    """The comments that still hold: none about a slip that is gone or a point that stands otherwise now; facts counted anew."""
    stands = {point.id: point.status for point in points}
    moved = {point.id for point in marking.points if stands.get(point.id) != point.status}
    moved |= {slip.id for slip in marking.slips} - {slip.id for slip in slips}
    errors = [slip for slip in slips if slip.severity == "error"]
    as_before = len(errors) == sum(slip.severity == "error" for slip in marking.slips)

    def kept(comments: tuple[Comment, ...]) -> tuple[Comment, ...]:
        found = []
        for comment in comments:
            counts = comment.code.endswith(COUNTS)
            if counts and errors and not as_before:
                found.append(_recounted(comment, errors))
            elif comment.about not in moved and (errors or not counts):
                found.append(comment)
        return tuple(found)

    feedback = marking.feedback
    return Feedback(
        went_well=kept(feedback.went_well), even_better_if=kept(feedback.even_better_if), next_steps=kept(feedback.next_steps)
    )


def _recounted(comment: Comment, errors: Sequence[Slip]) -> Comment:
    code = COUNTS[len(errors) > 1]
    return Comment(
        code=comment.code.replace(COUNTS[0], code).replace(COUNTS[1], code),
        text=say("feedback", "steps", code, count=len(errors)),
        start=errors[0].start,
        end=errors[0].end,
        about=errors[0].id,
    )
