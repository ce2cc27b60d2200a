"""A desk with scripts on it, marked by hand: no model, three slips and three points in each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from reference.reading.documents import Document, read_paste
from rubric.desk import Desk
from rubric.gradebook.rows import Assignment
from rubric.inputs import Input
from rubric.marking import Marking
from tests.markings import marked

DAY, YEAR, SPELT = "August 15th 1961", "May 1961", "Krushchev"
SCRIPT = (
    "The leaders talked at Geneva in July 1955, and this mattered because fear grew less. Relations had a pattern.\n\n"
    f"On {DAY} the border was closed, because the refugees were leaving. {SPELT} was pleased.\n\n"
    f"The U-2 was shot down in {YEAR}. In the end relations were safer. That was “safer” than before."
)


def mark_one(document: Document) -> Marking:
    """A marking of a script of this kind: two errors and a misspelt name, the slips that its text has."""
    text = document.text
    partial, covered = (words if words in text else None for words in ("Relations had a pattern.", "this mattered"))
    marking = marked(text, tuple(words for words in (DAY, YEAR) if words in text), partial, covered)
    spelt = marked(text, (SPELT,) if SPELT in text else ()).slips
    slips = tuple(
        slip.model_copy(
            update={"id": f"{slip.text.replace(' ', '-')}=a#1", "severity": "spelling" if slip in spelt else "error"}
        )
        for slip in (*marking.slips, *spelt)
    )
    in_order = tuple(sorted(slips, key=lambda slip: slip.start))
    return marking.model_copy(update={"slips": in_order, "essay": marking.essay.model_copy(update={"name": document.name})})


def desk_with(texts: dict[str, str], *, level_first: bool = True, taught: Sequence[str] | None = None) -> Desk:
    """A desk with a script for each name."""
    points = None if taught is None else frozenset(taught)
    question = "How did relations between the USA and USSR change?"
    assignment = Assignment("", "Mock", "usa-ussr-1955-62", question, "aqa-7042", points, level_first)
    desk = Desk(assignment, class_name="12B", clock=lambda: datetime(2026, 11, 1, 9, tzinfo=UTC))
    desk.lay([Input(f"{name}.txt", lambda text=text: read_paste(text)) for name, text in texts.items()])  # type: ignore[misc]
    list(desk.work(mark_one))
    return desk


def three(**kinds: bool) -> Desk:
    """Zoe and Ali make the same slips; Bea makes one of them."""
    bea = SCRIPT.replace(YEAR, "May 1960").replace(SPELT, "Khrushchev")
    return desk_with({"Zoe Power": SCRIPT, "Ali Khan": SCRIPT, "Bea Lund": bea}, **kinds)  # type: ignore[arg-type]
