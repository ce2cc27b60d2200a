"""A class set as its page shows it: a line for every script, and the class sheet.

In: a Desk.  Out: one ClassView, good for as long as the desk has the same revision.
Where the teacher's own level comes first, a script's range is hidden until it is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reference.pack import Pack
from reference.spans import in_words
from rubric.class_sheet import ClassSheet, Script
from rubric.desk import Desk
from rubric.report.bundle import HandBack
from rubric.reviewing import left_to_decide
from rubric.today import of_today


@dataclass(frozen=True, slots=True)
class Listed:
    """One script: its number on the desk, what the sheet has of it, whether its range is hidden, notices, what was not read."""

    number: int
    script: Script
    hidden: bool
    notices: tuple[str, ...]
    unread: tuple[str, ...]
    reviewed: bool

    @property
    def name(self) -> str:
        """Whose it is."""
        return self.script.name


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
    revision, sheet = desk.revision, desk.sheet()
    listed = tuple(_listed(desk, number, script) for number, script in zip(desk.read, sheet.scripts, strict=False))
    return ClassView(revision, listed, sheet)


def older(desk: Desk, pack: Pack) -> list[int]:
    """The numbers of the scripts whose marking an earlier program, pack or model made."""
    scheme = desk.assignment.scheme
    found = ((number, desk.scripts[number].marking) for number in desk.read)
    return [number for number, marking in found if marking is not None and not of_today(marking, pack, scheme)]


def set_name(typed: str, class_name: str, today: date) -> str:
    """What a set is called: as typed, else by its class and the day."""
    return typed.strip() or ", ".join(part for part in (class_name.strip(), in_words(today.isoformat())) if part)


def hand_backs(desk: Desk) -> Iterator[HandBack]:
    """The scripts to be handed back, each as it stands reviewed."""
    for number in desk.read:
        script = desk.scripts[number]
        yield HandBack(script.name, desk.reviewed(number).marking, script.word, desk.pseudonyms)


def _listed(desk: Desk, number: int, script: Script) -> Listed:
    reviewed, on_desk = desk.reviewed(number), desk.scripts[number]
    found = reviewed.tool.level
    return Listed(
        number=number,
        script=script,
        hidden=desk.hidden(reviewed) and found is not None and found.low is not None,
        notices=tuple(notice.message for notice in reviewed.marking.notices),
        unread=on_desk.unread,
        reviewed=left_to_decide(reviewed).done,
    )
