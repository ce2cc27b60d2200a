"""The strands: places from 1 to 5 by rule, each moved by its own sign, and by no count of points."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.data import data
from rubric.strands import STRANDS, Strands, placed, strands
from rubric.structure import ParagraphSeen, Structure

STORY = ParagraphSeen(1, 0, 9, 0.0, 1.0, "story", False)
WEAK = Structure(
    paragraphs=(STORY,), opens=(0, 9), closes=None, answers=False, judges=False, argues=0.0, tells=0.6, bare=0.8, ideas=0.0,
    criteria=0.0, weighs=0.0, vague=0.6, closing=0, outside=0.0, years=(), gap=None,
)  # fmt: skip
STRONG = replace(
    WEAK,
    paragraphs=(replace(STORY, opens="claim"),),
    tells=0.0,
    bare=0.1,
    ideas=0.4,
    criteria=0.1,
    weighs=0.4,
    vague=0.0,
    closing=9,
)
LADDERS = sorted(name for name in data("thresholds") if name.endswith("_ladder"))


def test_strands_run_from_one_to_five() -> None:
    assert list(strands(WEAK, 500, 0).placed().values()) == [1.0] * 5
    assert list(strands(STRONG, 500, 0).placed().values()) == [5.0] * 5


@pytest.mark.parametrize(
    ("changed", "moved"),
    [
        pytest.param({"paragraphs": STRONG.paragraphs}, ["Focus"], id="openings"),
        pytest.param({"vague": 0.0}, ["Evidence"], id="vague-words"),
        pytest.param({"tells": 0.0}, ["Analysis"], id="narrative-openings"),
        pytest.param({"bare": 0.0}, ["Analysis"], id="bare-facts"),
        pytest.param({"ideas": 0.4}, ["Analysis"], id="ideas"),
        pytest.param({"weighs": 0.4}, ["Balance"], id="concessions"),
        pytest.param({"criteria": 0.1}, ["Judgement"], id="criteria"),
        pytest.param({"closing": 9}, ["Judgement"], id="the-ending"),
        pytest.param({"years": (1955, 1956), "gap": (1957, 1962)}, [], id="years-alone-move-nothing"),
        pytest.param({"answers": True, "judges": True, "argues": 1.0}, [], id="what-only-feedback-reads"),
    ],
)
def test_each_strand_has_its_own_sign(changed: dict[str, object], moved: list[str]) -> None:
    before, after = strands(WEAK, 500, 0).placed(), strands(replace(WEAK, **changed), 500, 0).placed()  # type: ignore[arg-type]
    assert [name for name in STRANDS if after[name] > before[name]] == moved
    assert [name for name in STRANDS if after[name] < before[name]] == []


def test_one_slip_moves_nothing_by_a_stage() -> None:
    clean, slipped = strands(STRONG, 900, 0), strands(STRONG, 900, 1)
    assert round(clean.evidence) == round(slipped.evidence)


def test_many_slips_hold_evidence_down() -> None:
    assert strands(STRONG, 500, 6).evidence < 2.5


def test_what_lies_outside_is_no_answer() -> None:
    assert strands(replace(STRONG, outside=0.6), 500, 0).focus == 1.0


def test_the_mean_weighs_analysis_most() -> None:
    assert Strands(1, 1, 5, 1, 1).mean > Strands(1, 1, 1, 1, 5).mean > Strands(1, 1, 1, 5, 1).mean


@pytest.mark.parametrize("ladder", LADDERS)
@given(st.floats(0, 10), st.floats(0, 10))
def test_a_ladder_never_turns_back(ladder: str, one: float, other: float) -> None:
    edges = data("thresholds")[ladder]["value"]
    better = (one <= other) if edges[0] < edges[-1] else (one >= other)
    assert (placed(ladder, one) <= placed(ladder, other)) is better or placed(ladder, one) == placed(ladder, other)


@pytest.mark.parametrize("ladder", LADDERS)
def test_an_edge_stands_between_two_stages(ladder: str) -> None:
    assert [placed(ladder, edge) for edge in data("thresholds")[ladder]["value"]] == [1.5, 2.5, 3.5, 4.5]
