"""The tables of the gradebook, as the code reads and writes them; `migrations` makes them.

Ids are text, times ISO 8601 in UTC, structured values JSON text, so that SQLite and PostgreSQL hold the same.
Whatever belongs to an assignment, a student or a draft goes with it. Overrides are only ever added.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData()


def _belongs(name: str, table: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, String, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=nullable, index=True)


assignments = Table(
    "assignments",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("pack", String, nullable=False),
    Column("question", Text, nullable=False),
    Column("scheme", String, nullable=False),
    Column("taught", Text),  # JSON list of point ids, NULL for all
    Column("level_first", Boolean, nullable=False),  # the teacher's level is asked before the tool's range is shown
    Column("made_at", String, nullable=False),
)
students = Table(
    "students",
    metadata,
    Column("id", String, primary_key=True),
    Column("label", Text, nullable=False),
    Column("pseudonym", Boolean, nullable=False),
    Column("class_name", Text, nullable=False),
    Column("made_at", String, nullable=False),
)
drafts = Table(
    "drafts",
    metadata,
    Column("id", String, primary_key=True),
    _belongs("assignment", "assignments"),
    _belongs("student", "students"),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("sha", String, nullable=False),
    Column("saved_at", String, nullable=False),
    UniqueConstraint("assignment", "student", "sha", name="one_draft_a_text"),
)
markings = Table(
    "markings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _belongs("draft", "drafts"),
    Column("marked_at", String, nullable=False),
    Column("pack_version", String, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("marking", Text, nullable=False),
)
overrides = Table(
    "overrides",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    _belongs("assignment", "assignments"),
    _belongs("draft", "drafts", nullable=True),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("target", Text, nullable=False),
    Column("value", Text),
    Column("note", Text, nullable=False),
    Column("before", Text),
    Column("pack_version", String, nullable=False),
    Column("made_by", Text, nullable=False),
)
bank = Table(
    "bank",
    metadata,
    Column("id", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("made_at", String, nullable=False),
    Column("retired_at", String),
)
