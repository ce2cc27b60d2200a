"""The first tables: assignments, students, drafts, markings, overrides, and the bank of comments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None

SAID = "an override is history and is never changed"
KEEP_HISTORY = {
    "sqlite": (f"CREATE TRIGGER overrides_are_only_added BEFORE UPDATE ON overrides BEGIN SELECT RAISE(ABORT, '{SAID}'); END",),
    "postgresql": (
        f"CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{SAID}'; END $$",
        "CREATE TRIGGER overrides_are_only_added BEFORE UPDATE ON overrides FOR EACH ROW EXECUTE FUNCTION keep_history()",
    ),
}


def _belongs(name: str, table: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=nullable, index=True)


def upgrade() -> None:
    """Make the tables."""
    _who()
    _what()
    for statement in KEEP_HISTORY.get(op.get_bind().dialect.name, ()):
        op.execute(statement)


def _who() -> None:
    op.create_table(
        "assignments",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("pack", sa.String, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("scheme", sa.String, nullable=False),
        sa.Column("taught", sa.Text),
        sa.Column("level_first", sa.Boolean, nullable=False),
        sa.Column("made_at", sa.String, nullable=False),
    )
    op.create_table(
        "students",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("pseudonym", sa.Boolean, nullable=False),
        sa.Column("class_name", sa.Text, nullable=False),
        sa.Column("made_at", sa.String, nullable=False),
    )
    op.create_table(
        "bank",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("made_at", sa.String, nullable=False),
        sa.Column("retired_at", sa.String),
    )


def _what() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.String, primary_key=True),
        _belongs("assignment", "assignments"),
        _belongs("student", "students"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sha", sa.String, nullable=False),
        sa.Column("saved_at", sa.String, nullable=False),
        sa.UniqueConstraint("assignment", "student", "sha", name="one_draft_a_text"),
    )
    op.create_table(
        "markings",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _belongs("draft", "drafts"),
        sa.Column("marked_at", sa.String, nullable=False),
        sa.Column("pack_version", sa.String, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("marking", sa.Text, nullable=False),
    )
    op.create_table(
        "overrides",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        _belongs("assignment", "assignments"),
        _belongs("draft", "drafts", nullable=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("pack_version", sa.String, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
    )
