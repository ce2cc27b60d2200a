"""Delete for good, and hand out what is held: one script, one student, a class, an assignment, all.

In: a Gradebook and what to forget.  Out: nothing that was kept of it, not in the file either: rows are wiped as they go
(secure_delete), the file is rewritten (VACUUM), and no journal stays beside it. `held` is everything kept on one student.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, select, text

from rubric.gradebook import tables
from rubric.gradebook.store import Gradebook


def forget_draft(book: Gradebook, draft: str) -> None:
    """Delete one script with its markings and history."""
    _forget(book, tables.drafts, tables.drafts.c.id == draft)


def forget_student(book: Gradebook, student: str) -> None:
    """Delete a student with every script, marking and word of history."""
    _forget(book, tables.students, tables.students.c.id == student)


def forget_class(book: Gradebook, class_name: str) -> None:
    """Delete all students of a class with all that is theirs."""
    _forget(book, tables.students, tables.students.c.class_name == class_name)


def forget_assignment(book: Gradebook, assignment: str) -> None:
    """Delete an assignment with its scripts and what was decided for it; the students stay."""
    _forget(book, tables.assignments, tables.assignments.c.id == assignment)


def forget_all(book: Gradebook) -> None:
    """Delete everything, the bank of comments too."""
    with book.engine.begin() as connection:
        for table in (tables.assignments, tables.students, tables.bank):
            connection.execute(delete(table))
    _wipe(book)


def held(book: Gradebook, student: str) -> dict[str, Any]:
    """Everything kept on one student, as plain data. Raises KeyError."""
    who = book.student(student)
    drafts = []
    for draft in book.drafts(student=student):
        rows = _all(book, tables.markings, tables.markings.c.draft == draft.id, "id")
        history = [change for change in book.overrides(draft=draft.id) if change.draft == draft.id]
        drafts.append(
            {
                "assignment": book.assignment(draft.assignment).name,
                "number": draft.number,
                "text": draft.text,
                "markings": [{"marked_at": row["marked_at"], "marking": json.loads(row["marking"])} for row in rows],
                "overrides": [
                    {
                        "at": one.at,
                        "kind": one.change.kind,
                        "target": one.change.target,
                        "value": one.change.value,
                        "note": one.change.note,
                        "before": one.before,
                        "pack": one.pack,
                        "made_by": dict(one.made_by),
                    }
                    for one in history
                ],
            }
        )
    return {"label": who.label, "pseudonym": who.pseudonym, "class": who.class_name, "drafts": drafts}


def held_as_json(book: Gradebook, student: str) -> str:
    """Everything kept on one student, as JSON to be handed to them. Raises KeyError."""
    return json.dumps(held(book, student), ensure_ascii=False, indent=2) + "\n"


def _all(book: Gradebook, table: Table, where: ColumnElement[bool], order: str) -> list[dict[str, Any]]:
    with book.engine.connect().execution_options(reads=True) as connection:
        return [dict(row) for row in connection.execute(select(table).where(where).order_by(table.c[order])).mappings()]


def _forget(book: Gradebook, table: Table, where: ColumnElement[bool]) -> None:
    with book.engine.begin() as connection:
        connection.execute(delete(table).where(where))
    _wipe(book)


def _wipe(book: Gradebook) -> None:
    """Rewrite the file, so that no freed page, and no page that merely moved, keeps a word."""
    if book.engine.dialect.name != "sqlite":
        with book.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM"))
        return
    raw = book.engine.raw_connection()  # outside any transaction, which VACUUM asks for and SQLAlchemy would begin
    try:
        raw.cursor().execute("VACUUM")
    finally:
        raw.close()
