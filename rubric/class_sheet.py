"""A class's scripts on one sheet: points most missed, slips most made, points by student, levels, what to teach again.

In: Scripts (what the sheet needs of a marking) and what could not be read.  Out: one ClassSheet.
Scripts on another question are listed and counted in no point. At most three suggestions, each with its reason and the place
to read: the points that most of the class missed, and a slip that several made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rubric.data import threshold
from rubric.marking import UNJUDGED, Marking, PointFound, Slip, SourcePlace, Status
from rubric.overrides import claim_key
from rubric.wording import capital, printed, say

MOST_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class PointAbout:
    """What the sheet says of a point."""

    id: str
    label: str
    core: bool
    read: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlipAbout:
    """What the sheet says of a slip: the claim without its ordinal, what was written, what is right, where that stands."""

    key: str
    said: str
    should_be: str
    heading: str
    read: str
    severity: str


@dataclass(frozen=True, slots=True)
class Script:
    """What the sheet needs of one marking. `judged` is False where its points were not judged.

    `by_teacher` is True where the level is the teacher's own.
    """

    name: str
    words: int
    judged: bool
    points: Mapping[str, Status]
    slips: tuple[SlipAbout, ...]
    level: tuple[int, int] | None
    about: tuple[PointAbout, ...]
    by_teacher: bool = False


@dataclass(frozen=True, slots=True)
class Missed:
    """A point and how the judged scripts stand to it."""

    point: PointAbout
    missing: int
    partial: int
    covered: int


@dataclass(frozen=True, slots=True)
class Made:
    """A slip and the scripts that make it, by name."""

    slip: SlipAbout
    scripts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to teach again, why, and where to read."""

    what: str
    why: str
    read: str


@dataclass(frozen=True, slots=True)
class ClassSheet:
    """The sheet. `points` are in the pack's order; `unread` are files with the reason for each."""

    scripts: tuple[Script, ...]
    points: tuple[PointAbout, ...]
    missed: tuple[Missed, ...]
    slips: tuple[Made, ...]
    teach: tuple[Suggestion, ...]
    unread: tuple[tuple[str, str], ...] = ()


def script_of(marking: Marking, name: str) -> Script:
    """What the sheet needs of a marking; hand in the overridden one where there is one."""
    level = marking.level
    placed = (level.low, level.high) if level and level.low is not None and level.high is not None else None
    return Script(
        name=name,
        words=marking.essay.words,
        judged=bool(marking.points) and not UNJUDGED & {notice.code for notice in marking.notices},
        points={point.id: point.status for point in marking.points},
        slips=tuple(_about_slip(slip) for slip in marking.slips),
        level=placed,
        about=tuple(_about_point(point) for point in marking.points),
        by_teacher=level is not None and level.by_teacher,
    )


def class_sheet(scripts: Sequence[Script], unread: Sequence[tuple[str, str]] = ()) -> ClassSheet:
    """The sheet of a class."""
    judged = [script for script in scripts if script.judged]
    points = tuple({point.id: point for script in judged for point in script.about}.values())
    missed = tuple(sorted((_missed(point, judged) for point in points), key=lambda one: (-_weight(one), one.point.id)))
    slips = _made(scripts)
    return ClassSheet(tuple(scripts), points, missed, slips, _teach(missed, slips, len(judged), len(scripts)), tuple(unread))


def _about_point(point: PointFound) -> PointAbout:
    return _point_about(point.id, point.label, point.importance == "core", point.sources)


@lru_cache(maxsize=256)  # a thousand scripts of one pack share what is said of its points
def _point_about(id: str, label: str, core: bool, sources: tuple[SourcePlace, ...]) -> PointAbout:
    return PointAbout(id, label, core, tuple(printed(place) for place in sources if place.checked))


def _about_slip(slip: Slip) -> SlipAbout:
    return SlipAbout(claim_key(slip.id), slip.claim, slip.should_be, slip.heading, printed(slip.source), slip.severity)


def _missed(point: PointAbout, judged: Sequence[Script]) -> Missed:
    """How the scripts stand to a point; one that was not taught is in no script that misses it."""
    statuses = [script.points.get(point.id) for script in judged]
    return Missed(point, statuses.count("missing"), statuses.count("partial"), statuses.count("covered"))


def _weight(one: Missed) -> float:
    """How much of the class has the point still to learn; a core point weighs more."""
    behind = one.missing + threshold("reteach_partial") * one.partial
    return behind * (threshold("reteach_core") if one.point.core else 1.0)


def _made(scripts: Sequence[Script]) -> tuple[Made, ...]:
    """The slips, those of most scripts first, errors before what is only to be checked; a script counts once."""
    about: dict[str, SlipAbout] = {}
    names: dict[str, list[str]] = defaultdict(list)
    for script in scripts:
        for slip in script.slips:
            about.setdefault(slip.key, slip)
            if script.name not in names[slip.key]:
                names[slip.key].append(script.name)
    order = {"error": 0, "check": 1, "spelling": 2}
    keys = sorted(about, key=lambda key: (-len(names[key]), order[about[key].severity], key))
    return tuple(Made(about[key], tuple(names[key])) for key in keys)


def _teach(missed: Sequence[Missed], slips: Sequence[Made], judged: int, total: int) -> tuple[Suggestion, ...]:
    """The slip that several made, if there is one, after the two points that were missed most; else three points."""
    shared = next(
        (one for one in slips if len(one.scripts) >= threshold("reteach_slip") and one.slip.severity == "error"), None
    )
    found = [
        Suggestion(
            say("class", "teach_point", label=one.point.label),
            say("class", "teach_point_why", missing=one.missing, partial=one.partial, judged=judged),
            "; ".join(one.point.read) or say("class", "nowhere"),
        )
        for one in missed
        if one.missing + one.partial
    ][: MOST_SUGGESTED - (shared is not None)]
    if shared is not None:
        found.append(
            Suggestion(
                capital(say("class", "teach_slip", said=shared.slip.said, should_be=shared.slip.should_be)),
                say("class", "teach_slip_why", count=len(shared.scripts), total=total),
                shared.slip.read,
            )
        )
    return tuple(found)
