"""The values that the gradebook holds, and how each is made from a row; structured ones stand as JSON text in the row."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping

from rubric.marking import Marking
from rubric.overrides import Change, Override


@dataclass(frozen=True, slots=True)
class Assignment:
    """What was set: its question by its pack, the scheme, the points that were taught (None for all)."""

    id: str
    name: str
    pack: str
    question: str
    scheme: str
    taught: frozenset[str] | None
    level_first: bool


@dataclass(frozen=True, slots=True)
class Student:
    """Whose scripts these are, under a name or a pseudonym."""

    id: str
    label: str
    pseudonym: bool
    class_name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One text of one student for one assignment; `number` counts that student's drafts of it from 1."""

    id: str
    assignment: str
    student: str
    number: int
    text: str


def as_json(value: Any) -> str:
    """A value as JSON text, the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def json_or_none(value: Any) -> str | None:
    """A mapping as JSON text, None as it is."""
    return None if value is None else as_json(dict(value))


def pack_of(marking: Marking) -> str:
    """The pack of a marking, with its version."""
    return f"{marking.pack.id}@{marking.pack.version}"


def made_by(marking: Marking) -> str:
    """What made a marking, as JSON text."""
    return as_json(marking.made_by.model_dump())


def assignment_of(row: RowMapping) -> Assignment:
    """The Assignment of a row."""
    taught = None if row["taught"] is None else frozenset(json.loads(row["taught"]))
    return Assignment(row["id"], row["name"], row["pack"], row["question"], row["scheme"], taught, bool(row["level_first"]))


def student_of(row: RowMapping) -> Student:
    """The Student of a row."""
    return Student(row["id"], row["label"], bool(row["pseudonym"]), row["class_name"])


def draft_of(row: RowMapping) -> Draft:
    """The Draft of a row."""
    return Draft(row["id"], row["assignment"], row["student"], row["number"], row["text"])


def override_of(row: RowMapping) -> Override:
    """The Override of a row."""
    value, before = (None if row[key] is None else json.loads(row[key]) for key in ("value", "before"))
    change = Change(row["kind"], row["target"], value, row["note"])
    return Override(
        row["id"], row["at"], row["assignment"], row["draft"], change, before, row["pack_version"], json.loads(row["made_by"])
    )
