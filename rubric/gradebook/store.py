"""Keep and read: assignments, students, drafts with their markings, overrides, and the bank of comments.

In: values of the house.  Out: the same, read back. Every call is one transaction: once it has returned, what it kept survives
the end of the process at any moment. A draft is one text of one student; marked again, it keeps its overrides.
Only what is scrubbed (`rubric.scrub`) is kept, and only when `save` is called. The clock and the ids are handed in.
A database that is locked, full or gone raises GradebookError, and nothing of that call was kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, RowMapping, func, insert, select, update

from rubric.gradebook import tables
from rubric.gradebook.rows import (
    Assignment,
    Draft,
    Student,
    as_json,
    assignment_of,
    draft_of,
    json_or_none,
    made_by,
    override_of,
    pack_of,
    student_of,
)
from rubric.marking import Marking
from rubric.overrides import Change, Override, Reviewed, faults, overridden, stood
from rubric.scrub import scrubbed


class Gradebook:
    """An open gradebook. `open_gradebook` makes it."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        self.engine = engine
        self._clock = clock
        self._new_id = new_id

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def add_assignment(
        self,
        name: str,
        *,
        pack: str,
        question: str,
        scheme: str,
        taught: Collection[str] | None = None,
        level_first: bool = True,
    ) -> Assignment:
        """Keep a new assignment."""
        kept = None if taught is None else frozenset(taught)
        made = Assignment(self._new_id(), name, pack, question, scheme, kept, level_first)
        self._insert(
            tables.assignments,
            {
                "id": made.id,
                "name": name,
                "pack": pack,
                "question": question,
                "scheme": scheme,
                "taught": None if kept is None else as_json(sorted(kept)),
                "level_first": level_first,
                "made_at": self._now(),
            },
        )
        return made

    def set_taught(self, assignment: str, taught: Collection[str] | None) -> None:
        """Say which points were taught."""
        self._set(assignment, taught=None if taught is None else as_json(sorted(taught)))

    def set_level_first(self, assignment: str, level_first: bool) -> None:
        """Say whether the teacher's level is asked before the tool's range is shown."""
        self._set(assignment, level_first=level_first)

    def assignments(self) -> list[Assignment]:
        """All assignments, oldest first."""
        return [assignment_of(row) for row in self._rows(select(tables.assignments).order_by(*_age(tables.assignments)))]

    def assignment(self, assignment: str) -> Assignment:
        """One assignment. Raises KeyError."""
        return assignment_of(self._one(tables.assignments, assignment))

    def add_student(self, label: str, *, class_name: str = "", pseudonym: bool = False) -> Student:
        """Keep a new student, under a name or a pseudonym."""
        made = Student(self._new_id(), label, pseudonym, class_name)
        self._insert(
            tables.students,
            {"id": made.id, "label": label, "pseudonym": pseudonym, "class_name": class_name, "made_at": self._now()},
        )
        return made

    def students(self, class_name: str | None = None) -> list[Student]:
        """The students of a class, or all, oldest first."""
        query = select(tables.students).order_by(*_age(tables.students))
        if class_name is not None:
            query = query.where(tables.students.c.class_name == class_name)
        return [student_of(row) for row in self._rows(query)]

    def student(self, student: str) -> Student:
        """One student. Raises KeyError."""
        return student_of(self._one(tables.students, student))

    def save(self, assignment: str, student: str, marking: Marking, class_list: Sequence[str] = ()) -> Draft:
        """Keep a student's text and its marking, scrubbed; a text that is there already is marked anew under the same draft."""
        whose = self.student(student)
        names = [*class_list, *(one.label for one in self.students(whose.class_name) if not one.pseudonym)]
        clean = scrubbed(marking, names, whose.label)
        sha = hashlib.sha256(clean.essay.text.encode()).hexdigest()
        drafts, now = tables.drafts, self._now()
        mine = (drafts.c.assignment == assignment) & (drafts.c.student == student)
        with self.engine.begin() as connection:
            row = connection.execute(select(drafts).where(mine, drafts.c.sha == sha)).mappings().one_or_none()
            if row is not None:
                draft = draft_of(row)
            else:
                count = connection.execute(select(func.count()).select_from(drafts).where(mine)).scalar_one()
                draft = Draft(self._new_id(), assignment, student, count + 1, clean.essay.text)
                values = {"id": draft.id, "assignment": assignment, "student": student, "number": draft.number}
                values |= {"text": draft.text, "sha": sha, "saved_at": now}
                connection.execute(insert(drafts).values(values))
            marked = {"draft": draft.id, "marked_at": now, "pack_version": pack_of(clean), "made_by": made_by(clean)}
            connection.execute(insert(tables.markings).values(marked | {"marking": clean.to_json()}))
        return draft

    def drafts(self, assignment: str | None = None, student: str | None = None) -> list[Draft]:
        """The drafts of an assignment, a student, or all, oldest first."""
        query = select(tables.drafts).order_by(tables.drafts.c.saved_at, tables.drafts.c.number, tables.drafts.c.id)
        if assignment is not None:
            query = query.where(tables.drafts.c.assignment == assignment)
        if student is not None:
            query = query.where(tables.drafts.c.student == student)
        return [draft_of(row) for row in self._rows(query)]

    def draft(self, draft: str) -> Draft:
        """One draft. Raises KeyError."""
        return draft_of(self._one(tables.drafts, draft))

    def marking(self, draft: str) -> Marking:
        """The last marking of a draft, as the tool made it. Raises KeyError."""
        table = tables.markings
        rows = self._rows(select(table).where(table.c.draft == draft).order_by(table.c.id.desc()).limit(1))
        if not rows:
            raise KeyError(draft)
        return Marking.model_validate_json(rows[0]["marking"])

    def reviewed(self, draft: str) -> Reviewed:
        """The last marking of a draft with every override in its place."""
        held = self.draft(draft)
        return overridden(self.marking(draft), self.overrides(draft=draft), self.assignment(held.assignment).taught)

    def override(self, draft: str, change: Change, at: str | None = None) -> Override:
        """Keep what was decided about one script, now or `at` a time. Raises ValueError where it makes no sense there."""
        marking = self.marking(draft)
        if fault := faults(change, marking):
            raise ValueError(fault)
        before = stood(change, marking, self.overrides(draft=draft))
        return self._keep(self.draft(draft).assignment, draft, change, marking, before, at)

    def override_all(self, assignment: str, change: Change, marking: Marking, at: str | None = None) -> Override:
        """Keep what was decided for a whole assignment, a dismissed claim; `marking` is the one that it was met in."""
        if change.kind != "claim":
            raise ValueError("Only a claim can be dismissed for a whole assignment.")
        before = stood(change, marking, self.overrides(assignment=assignment))
        return self._keep(assignment, None, change, marking, before, at)

    def overrides(self, *, draft: str | None = None, assignment: str | None = None) -> list[Override]:
        """The history in order: of a draft with what was decided for its whole assignment, or of an assignment in all."""
        table = tables.overrides
        query = select(table).order_by(table.c.seq)
        if draft is not None:
            whole = select(tables.drafts.c.assignment).where(tables.drafts.c.id == draft).scalar_subquery()
            query = query.where((table.c.draft == draft) | (table.c.draft.is_(None) & (table.c.assignment == whole)))
        if assignment is not None:
            query = query.where(table.c.assignment == assignment)
        return [override_of(row) for row in self._rows(query)]

    def add_to_bank(self, text: str) -> str:
        """Keep a comment to be used again; its id."""
        made = self._new_id()
        self._insert(tables.bank, {"id": made, "text": text, "made_at": self._now(), "retired_at": None})
        return made

    def edit_bank(self, comment: str, text: str | None) -> None:
        """Reword a comment of the bank, or retire it (None). Comments already put in scripts stay as they are."""
        values = {"retired_at": self._now()} if text is None else {"text": text}
        with self.engine.begin() as connection:
            connection.execute(update(tables.bank).where(tables.bank.c.id == comment).values(values))

    def bank(self) -> dict[str, str]:
        """The comments of the bank that are in use, oldest first, by id."""
        query = select(tables.bank).where(tables.bank.c.retired_at.is_(None)).order_by(*_age(tables.bank))
        return {row["id"]: row["text"] for row in self._rows(query)}

    def bank_is_new(self) -> bool:
        """Whether no comment was ever put in the bank, not even one that is retired."""
        return not self._rows(select(tables.bank.c.id).limit(1))

    def _keep(
        self, assignment: str, draft: str | None, change: Change, marking: Marking, before: Any, at: str | None
    ) -> Override:
        by = marking.made_by.model_dump()
        made = Override(self._new_id(), at or self._now(), assignment, draft, change, before, pack_of(marking), by)
        values = {"id": made.id, "assignment": assignment, "draft": draft, "at": made.at, "kind": change.kind}
        values |= {"target": change.target, "value": json_or_none(change.value), "note": change.note}
        values |= {"before": json_or_none(before), "pack_version": made.pack, "made_by": as_json(by)}
        self._insert(tables.overrides, values)
        return made

    def _set(self, assignment: str, **values: Any) -> None:
        with self.engine.begin() as connection:
            connection.execute(update(tables.assignments).where(tables.assignments.c.id == assignment).values(**values))

    def _insert(self, table: Any, values: Mapping[str, Any]) -> None:
        with self.engine.begin() as connection:
            connection.execute(insert(table).values(dict(values)))

    def _rows(self, query: Any) -> Sequence[RowMapping]:
        with self.engine.connect().execution_options(reads=True) as connection:
            return connection.execute(query).mappings().all()

    def _one(self, table: Any, key: str) -> RowMapping:
        rows = self._rows(select(table).where(table.c.id == key))
        if not rows:
            raise KeyError(key)
        return rows[0]

    def _now(self) -> str:
        return self._clock().isoformat()


def _age(table: Any) -> tuple[Any, Any]:
    return table.c.made_at, table.c.id
