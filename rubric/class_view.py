"""A class set as its page shows it: a line for every script, and the class sheet.

In: a Desk.  Out: one ClassView, good for as long as the desk has the same revision.
Where the teacher's own level comes first, a script's range is hidden until it is given. A script counts as reviewed once its
level is given, or something in it was decided and no error in it is left undecided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reference.pack import Pack
from reference.spans import in_words
from rubric.class_sheet import ClassSheet
from rubric.desk import Desk
from rubric.marking import UNJUDGED
from rubric.overrides import Reviewed
from rubric.today import of_today


@dataclass(frozen=True, slots=True)
class Listed:
    """One script: its number on the desk, what is to be said of it, None where a thing is hidden or was not judged."""

    number: int
    name: str
    words: int
    level: tuple[int, int] | None
    mine: int | None
    hidden: bool
    errors: int
    checks: int
    points: tuple[int, int, int] | None  # covered, partial, missing
    notices: tuple[str, ...]
    unread: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class ClassView:
    """The lines and the sheet, and the revision of the desk that they show."""

    revision: int
    scripts: tuple[Listed, ...]
    sheet: ClassSheet

    @property
    def next_to_review(self) -> Listed | None:
        """The first script that is not reviewed yet."""
        return next((one for one in self.scripts if not one.reviewed), None)


def class_view(desk: Desk) -> ClassView:
    """The set as it stands."""
    revision = desk.revision
    return ClassView(revision, tuple(_listed(desk, number) for number in desk.read), desk.sheet())


def older(desk: Desk, pack: Pack) -> list[int]:
    """The numbers of the scripts whose marking an earlier program, pack or model made."""
    scheme = desk.assignment.scheme
    found = ((number, desk.scripts[number].marking) for number in desk.read)
    return [number for number, marking in found if marking is not None and not of_today(marking, pack, scheme)]


def set_name(typed: str, class_name: str, today: date) -> str:
    """What a set is called: as typed, else by its class and the day."""
    return typed.strip() or ", ".join(part for part in (class_name.strip(), in_words(today.isoformat())) if part)


def _listed(desk: Desk, number: int) -> Listed:
    reviewed, script = desk.reviewed(number), desk.scripts[number]
    marking = reviewed.marking
    found, hidden = marking.level, desk.hidden(reviewed)
    placed = (found.low, found.high) if found and found.low is not None and found.high is not None else None
    severities = [slip.severity for slip in marking.slips]
    statuses = [point.status for point in marking.points]
    judged = bool(statuses) and not UNJUDGED & {notice.code for notice in marking.notices}
    return Listed(
        number=number,
        name=script.name,
        words=marking.essay.words,
        level=None if hidden else placed,
        mine=reviewed.level,
        hidden=hidden and placed is not None,
        errors=severities.count("error"),
        checks=severities.count("check"),
        points=(statuses.count("covered"), statuses.count("partial"), statuses.count("missing")) if judged else None,
        notices=tuple(notice.message for notice in marking.notices),
        unread=script.unread,
        reviewed=_is_reviewed(desk, number, reviewed),
    )


def _is_reviewed(desk: Desk, number: int, reviewed: Reviewed) -> bool:
    key = desk.scripts[number].key
    begun = any(one.draft == key for one in desk.history(number))
    errors = {slip.id for slip in reviewed.tool.slips if slip.severity == "error"}
    return reviewed.level is not None or (begun and errors <= reviewed.decisions.keys())
