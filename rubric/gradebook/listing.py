"""What stands in the gradebook, on a line each: the assignments with their classes, how many scripts, and when.

In: an open Gradebook.  Out: Shelved lines, the latest first. `is_kept` tells whether there is a gradebook at all, without
making one.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from rubric.gradebook import tables
from rubric.gradebook.opening import address
from rubric.gradebook.rows import Assignment, assignment_of
from rubric.gradebook.store import Gradebook


@dataclass(frozen=True, slots=True)
class Shelved:
    """An assignment, the classes whose scripts it has, how many students wrote one, and the day it was last added to."""

    assignment: Assignment
    classes: tuple[str, ...]
    scripts: int
    day: date


def is_kept(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether there is a gradebook to open. One on a server, and an address that cannot be read, are left to opening."""
    try:
        url = make_url(address(environment))
    except ArgumentError:
        return True
    return not url.drivername.startswith("sqlite") or bool(url.database and Path(url.database).is_file())


def shelf(book: Gradebook) -> list[Shelved]:
    """The assignments, the one last added to first."""
    kept, drafts, students = tables.assignments, tables.drafts, tables.students
    counted = func.count(func.distinct(drafts.c.student)).label("scripts")
    last = func.coalesce(func.max(drafts.c.saved_at), kept.c.made_at).label("last")
    query = select(kept, counted, last).outerjoin(drafts).group_by(*kept.c).order_by(last.desc(), kept.c.id)
    classes = select(drafts.c.assignment, students.c.class_name).join(students).distinct().order_by(students.c.class_name)
    with book.engine.connect().execution_options(reads=True) as connection:
        rows = connection.execute(query).mappings().all()
        named = connection.execute(classes).all()
    return [
        Shelved(
            assignment_of(row),
            tuple(name for assignment, name in named if assignment == row["id"] and name),
            row["scripts"],
            date.fromisoformat(row["last"][:10]),
        )
        for row in rows
    ]
