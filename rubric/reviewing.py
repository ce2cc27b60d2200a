"""What is left to decide about a script, what may be shown before that, and how a decision is undone.

In: a Reviewed script and its history.  Out: Left, the slips as they stand, the Change that brings back what stood.
A script is reviewed when each slip that is an error has a decision, and the teacher has given a level or left it to the range.
Decides nothing itself and stores nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rubric.marking import PointFound, Slip
from rubric.overrides import Change, Kind, Override, Reviewed, claim_key, standing, take_back


@dataclass(frozen=True, slots=True)
class Left:
    """What a teacher has still to decide about a script: the ids of its slips, and whether the level."""

    slips: tuple[str, ...]
    level: bool

    @property
    def done(self) -> bool:
        """Whether the script is reviewed."""
        return not self.slips and not self.level


def left_to_decide(reviewed: Reviewed) -> Left:
    """The errors without a decision, and the level where the tool has a range and the teacher has said nothing of it."""
    open_slips = (slip.id for slip in reviewed.tool.slips if slip.severity == "error" and slip.id not in reviewed.decisions)
    return Left(tuple(open_slips), has_range(reviewed) and reviewed.level is None and not reviewed.seen_range)


def has_range(reviewed: Reviewed) -> bool:
    """Whether the tool gives a level range."""
    return reviewed.tool.level is not None and reviewed.tool.level.low is not None


def range_shown(reviewed: Reviewed, *, level_first: bool) -> bool:
    """Whether the tool's range, and all that gives it away, may be shown."""
    return not level_first or reviewed.level is not None or reviewed.seen_range


def range_was_seen(reviewed: Reviewed, history: Sequence[Override], *, level_first: bool) -> bool:
    """Whether the teacher has had the range before the eyes: it is shown now, or was when a level stood here before."""
    return range_shown(reviewed, level_first=level_first) or any(one.change.kind == "level" for one in history)


def slips_as_they_stand(reviewed: Reviewed) -> tuple[Slip, ...]:
    """Every slip that the tool found, as the teacher edited it; dismissed ones too, so that their numbers stay."""
    edited = {slip.id: slip for slip in reviewed.marking.slips}
    return tuple(edited.get(slip.id, slip) for slip in reviewed.tool.slips)


def untaught_points(reviewed: Reviewed) -> tuple[PointFound, ...]:
    """The points that were not taught and are not made: they are reported nowhere."""
    counted = {point.id for point in reviewed.marking.points}
    return tuple(point for point in reviewed.tool.points if point.id not in counted)


def following(reviewed: Reviewed, at: int) -> int:
    """The place of the slip that comes up after a decision: the next undecided one, else the first, else the same."""
    slips = reviewed.tool.slips
    order = [*range(at + 1, len(slips)), *range(max(at, 0))]
    return next((place for place in order if slips[place].id not in reviewed.decisions), max(at, 0))


def bringing_back(change: Change, history: Sequence[Override]) -> Change:
    """The change that will bring back what stands now, asked before `change` is made."""
    stands = standing(history).get((change.kind, change.target))
    return stands.change if stands else take_back(change.kind, change.target)


def dismissed_everywhere(slip: str, history: Sequence[Override]) -> bool:
    """Whether a claim is dismissed in the whole set and this script says nothing else."""
    stands = standing(history)
    return ("claim", claim_key(slip)) in stands and ("slip", slip) not in stands


def note_of(kind: Kind, target: str, history: Sequence[Override]) -> str:
    """The note of the decision that stands on a thing; empty where there is none."""
    stands = standing(history).get((kind, target))
    return stands.change.note if stands else ""
