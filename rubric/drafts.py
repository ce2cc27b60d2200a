"""What changed from one draft of an essay to the next, by point and by slip.

In: two Markings.  Out: Changes. `drafts_before` leaves out what cannot be compared: another pack, plainly another essay.
A slip is matched by its id, then by its fact: a date changed from one wrong value to another is still to correct. A slip
that is gone counts as corrected only where the new draft gives the fact right; else its sentence is no longer there.
Does not mark: both drafts were marked alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rubric.data import threshold
from rubric.marking import UNJUDGED, Marking, PointFound, Slip

RUN = 4  # words: two texts that share few runs of four are two essays


@dataclass(frozen=True, slots=True)
class Changes:
    """Points that are now covered, now begun, or argued no more; slips corrected, new, gone with their words, or still there.

    Points and slips are those of the new draft, but `gone` and `corrected`, which are the old one's.
    """

    covered: tuple[PointFound, ...] = ()
    begun: tuple[PointFound, ...] = ()
    lost: tuple[PointFound, ...] = ()
    corrected: tuple[Slip, ...] = ()
    new: tuple[Slip, ...] = ()
    gone: tuple[Slip, ...] = ()
    still: tuple[Slip, ...] = ()

    @property
    def any(self) -> bool:
        """True where something changed; slips that are still there are no change."""
        return bool(self.covered or self.begun or self.lost or self.corrected or self.new or self.gone)


def drafts_before(marking: Marking, others: Sequence[Marking]) -> list[Marking]:
    """Those of the other markings, in their order, that are drafts of the same essay with another text."""
    return [other for other in others if other.essay.text != marking.essay.text and comparable(other, marking)]


def changes(before: Marking, after: Marking) -> Changes:
    """What the draft `after` does that the draft `before` did not, and the other way round."""
    covered, begun, lost = _points(before, after)
    matched = _still(before, after)
    kept = {slip.id for slip in matched.values()}
    left = [slip for slip in before.slips if slip.id not in matched]
    corrected = [slip for slip in left if _put_right(slip, after)]
    return Changes(
        covered=covered,
        begun=begun,
        lost=lost,
        corrected=tuple(corrected),
        new=tuple(slip for slip in after.slips if slip.id not in kept),
        gone=tuple(slip for slip in left if slip not in corrected),
        still=tuple(slip for slip in after.slips if slip.id in kept),
    )


def comparable(before: Marking, after: Marking) -> bool:
    """True where both were marked with the same pack and enough of one text is found in the other."""
    if (before.pack.id, before.made_by.pack_sha) != (after.pack.id, after.made_by.pack_sha):
        return False
    one, two = _runs(before.essay.text), _runs(after.essay.text)
    fewer = min(len(one), len(two))
    return fewer < threshold("short_draft") or len(one & two) / fewer >= threshold("same_essay")


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _points(before: Marking, after: Marking) -> tuple[tuple[PointFound, ...], ...]:
    """Points now covered, now begun, and no longer covered; none where a draft's arguments were not judged."""
    if any(notice.code in UNJUDGED for marking in (before, after) for notice in marking.notices):
        return (), (), ()
    was = {point.id: point.status for point in before.points}
    known = [point for point in after.points if point.id in was]
    return (
        tuple(point for point in known if point.status == "covered" and was[point.id] != "covered"),
        tuple(point for point in known if point.status == "partial" and was[point.id] == "missing"),
        tuple(point for point in known if point.status != "covered" and was[point.id] == "covered"),
    )


def _still(before: Marking, after: Marking) -> dict[str, Slip]:
    """The old slips that the new draft still has, by their ids, each with the new one: the same id first, then the fact."""
    ids = {slip.id: slip for slip in after.slips}
    found = {slip.id: ids[slip.id] for slip in before.slips if slip.id in ids}
    free = [slip for slip in after.slips if slip.id not in found]
    for slip in before.slips:
        if slip.id not in found and (other := next((one for one in free if one.fact == slip.fact), None)):
            found[slip.id] = other
            free.remove(other)
    return found


def _put_right(slip: Slip, after: Marking) -> bool:
    """True where the new draft gives what the slip had wrong."""
    if slip.severity == "spelling":
        return slip.should_be.casefold() in after.essay.text.casefold()
    return any(claim.fact == slip.fact and claim.verdict == "agrees" for claim in after.claims)
