"""The level and the strands as HTML: reasons before the range, no stage and no level for a student."""

from __future__ import annotations

import re

import pytest

from rubric.marking import Remark
from rubric.report.level import level, strands
from tests.markings import HOSTILE, LEVEL, STRAND, marked

ABSTAINED = LEVEL.model_copy(update={"low": None, "high": None, "reasons": (), "abstained": "Too short.", "strands": ()})


def text(markup: str) -> str:
    return re.sub(r"<[^>]+>", "", markup)


def test_reasons_stand_before_the_range_and_doubt_after_it() -> None:
    said = text(level(marked()))
    assert said.index("evidence is exact") < said.index("most like Level 2") < said.index("Two markers can differ")
    assert "AO2 and AO3 are not assessed" in said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param(ABSTAINED, "Level. Too short.", id="abstained"),
        pytest.param(None, "", id="facts-only"),
    ],
)
def test_no_level(found: object, said: str) -> None:
    assert text(level(marked(level=found))) == said
    assert strands(marked(level=found), "teacher") == ""


@pytest.mark.parametrize(
    ("reader", "shown"), [pytest.param("teacher", True, id="teacher"), pytest.param("student", False, id="student")]
)
def test_a_student_sees_no_stage(reader: str, shown: bool) -> None:
    said = text(strands(marked(), reader))
    assert (STRAND.stage in said) is shown
    assert "Keep. It opens on a claim. “The two powers”" in said
    assert "Level" not in said


def test_a_strand_without_a_remark_is_left_out_for_a_student() -> None:
    bare = LEVEL.model_copy(update={"strands": (STRAND.model_copy(update={"lifts": ()}),)})
    assert strands(marked(level=bare), "student") == ""


def test_nothing_becomes_markup() -> None:
    remark = Remark(code="c", text=HOSTILE, start=0, end=30)
    held = STRAND.model_copy(update={"name": HOSTILE, "stage": HOSTILE, "holds": (remark,)})
    found = LEVEL.model_copy(update={"reasons": (HOSTILE, HOSTILE), "strands": (held,)})
    marking = marked(text=HOSTILE, slips=(), level=found)
    assert "<script" not in level(marking) + strands(marking, "teacher")
