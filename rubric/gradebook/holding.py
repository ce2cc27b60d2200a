"""What the gradebook holds, and deleting it: each script, student, class and assignment with what goes with it, counted.

In: an open Gradebook.  Out: a Holding, and the Erasures that it allows, each with the name that is to be typed for it.
`erase` deletes for good (see `forget`). `place` tells where the gradebook stands, without its password.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from reference.spans import in_words
from rubric.gradebook import tables
from rubric.gradebook.forget import forget_all, forget_assignment, forget_class, forget_draft, forget_student
from rubric.gradebook.listing import Shelved, shelf
from rubric.gradebook.opening import address
from rubric.gradebook.rows import Student
from rubric.gradebook.store import Gradebook
from rubric.wording import say

What = Literal["script", "student", "class", "assignment", "all"]
KINDS: tuple[What, ...] = ("script", "student", "class", "assignment", "all")
FORGET: Mapping[What, Callable[[Gradebook, str], None]] = {
    "script": forget_draft,
    "student": forget_student,
    "class": forget_class,
    "assignment": forget_assignment,
    "all": lambda book, _: forget_all(book),
}


@dataclass(frozen=True, slots=True)
class HeldScript:
    """One text of a student, how often it was marked, and how many decisions were made about it."""

    id: str
    student: Student
    assignment: str
    assignment_name: str
    number: int
    day: str
    markings: int
    decisions: int


@dataclass(frozen=True, slots=True)
class Holding:
    """Everything that is kept: assignments, students and their scripts, and the comments of the bank."""

    assignments: tuple[Shelved, ...]
    students: tuple[Student, ...]
    scripts: tuple[HeldScript, ...]
    bank: int

    @property
    def empty(self) -> bool:
        """True where nothing of anybody is kept."""
        return not (self.assignments or self.students or self.scripts or self.bank)

    def of(self, student: Student) -> list[HeldScript]:
        """The scripts of a student."""
        return [script for script in self.scripts if script.student == student]


@dataclass(frozen=True, slots=True)
class Erasure:
    """Something that can be deleted, the name that is to be typed for it, and the scripts and students that go with it."""

    what: What
    id: str
    name: str
    label: str
    scripts: int
    students: int = 0


def place(environment: Mapping[str, str] = os.environ) -> str:
    """Where the gradebook stands: its file, or the address of its server without the password."""
    try:
        url = make_url(address(environment))
    except ArgumentError:
        return "MARGINALIA_DATABASE_URL"
    return str(url.database) if url.drivername.startswith("sqlite") else url.render_as_string(hide_password=True)


def holding(book: Gradebook) -> Holding:
    """What is kept, scripts in the order of their students."""
    people = tuple(sorted(book.students(), key=lambda one: (one.class_name.casefold(), one.label.casefold(), one.id)))
    named = {one.id: one.name for one in book.assignments()}
    by_id = {one.id: one for one in people}
    scripts = [_script(row, by_id[row["student"]], named[row["assignment"]]) for row in _drafts(book)]
    order = {one.id: n for n, one in enumerate(people)}
    scripts.sort(key=lambda one: (order[one.student.id], one.assignment_name.casefold(), one.assignment, one.number))
    with book.engine.connect().execution_options(reads=True) as connection:
        bank = connection.execute(select(func.count()).select_from(tables.bank)).scalar_one()
    return Holding(tuple(shelf(book)), people, tuple(scripts), bank)


def erasures(held: Holding, what: What) -> list[Erasure]:
    """What can be deleted of one kind."""
    if what == "script":
        return [Erasure(what, one.id, one.student.label, _script_label(one), 1) for one in held.scripts]
    if what == "student":
        return [
            Erasure(
                what, one.id, one.label, ", ".join(part for part in (one.label, one.class_name) if part), len(held.of(one)), 1
            )
            for one in held.students
        ]
    if what == "class":
        names = dict.fromkeys(one.class_name for one in held.students)
        return [_class(held, name) for name in names]
    if what == "assignment":
        counts = {one.assignment.id: sum(s.assignment == one.assignment.id for s in held.scripts) for one in held.assignments}
        return [
            Erasure(what, one.assignment.id, one.assignment.name, _called(one), counts[one.assignment.id])
            for one in held.assignments
        ]
    everything = say("screen", "data", "everything")
    return [Erasure(what, "", everything, everything, len(held.scripts), len(held.students))]


def erase(book: Gradebook, erasure: Erasure) -> None:
    """Delete it for good."""
    FORGET[erasure.what](book, erasure.id)


def confirmed(erasure: Erasure, typed: str) -> bool:
    """Whether the name was typed; capitals and spaces do not matter."""
    return " ".join(typed.split()).casefold() == " ".join(erasure.name.split()).casefold()


def _class(held: Holding, name: str) -> Erasure:
    scripts = sum(one.student.class_name == name for one in held.scripts)
    said = name or say("screen", "data", "no_class")
    return Erasure("class", name, said, said, scripts, sum(one.class_name == name for one in held.students))


def _script_label(one: HeldScript) -> str:
    return say("screen", "data", "script", student=one.student.label, assignment=one.assignment_name, number=one.number)


def _called(one: Shelved) -> str:
    return ", ".join((one.assignment.name, *one.classes, in_words(one.day.isoformat())))


def _drafts(book: Gradebook) -> list[Mapping[str, str]]:
    drafts, markings, overrides = tables.drafts, tables.markings, tables.overrides
    marked = select(func.count()).where(markings.c.draft == drafts.c.id).scalar_subquery().label("markings")
    decided = select(func.count()).where(overrides.c.draft == drafts.c.id).scalar_subquery().label("decisions")
    columns = (drafts.c.id, drafts.c.student, drafts.c.assignment, drafts.c.number, drafts.c.saved_at, marked, decided)
    with book.engine.connect().execution_options(reads=True) as connection:
        return [dict(row) for row in connection.execute(select(*columns)).mappings()]


def _script(row: Mapping[str, str], student: Student, name: str) -> HeldScript:
    number, markings, decisions = (int(row[key]) for key in ("number", "markings", "decisions"))
    return HeldScript(row["id"], student, row["assignment"], name, number, row["saved_at"][:10], markings, decisions)
