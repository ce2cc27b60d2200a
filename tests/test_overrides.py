"""What a teacher decides wins everywhere, the last word counts, and what is taken back leaves the tool's own word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.overrides import (
    Change,
    claim_key,
    decide_slip,
    dismiss_claim,
    faults,
    give_level,
    leave_level,
    overridden,
    put_comment,
    set_point,
    take_back,
)
from tests.desk import comment, kept, marking, point

WALL, SPUTNIK = "wall.when=1962#1", "sputnik.when=1958#1"
BOTH = marking(
    slips=(WALL, SPUTNIK),
    points=(point("berlin"), point("cuba", "covered"), point("u2", "partial")),
    steps=(comment("step_facts_more", WALL), comment("step_missing", "berlin"), comment("step_develop", "u2")),
)


def after(*changes: Change, draft: str | None = "d"):
    return overridden(BOTH, [kept(change, draft=draft, number=i) for i, change in enumerate(changes)])


def test_nothing_decided_is_the_marking_itself() -> None:
    assert after().marking == BOTH


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        pytest.param([decide_slip(WALL, "dismiss", "his source has 1962")], [SPUTNIK], id="dismissed"),
        pytest.param([decide_slip(WALL, "accept")], [WALL, SPUTNIK], id="accepted"),
        pytest.param([dismiss_claim("wall.when=1962#2", "n")], [SPUTNIK], id="dismissed-for-all-whatever-the-ordinal"),
        pytest.param([decide_slip(WALL, "dismiss"), take_back("slip", WALL)], [WALL, SPUTNIK], id="taken-back"),
        pytest.param([decide_slip(WALL, "dismiss"), decide_slip(WALL, "accept")], [WALL, SPUTNIK], id="the-last-word"),
        pytest.param([decide_slip(WALL, "accept"), dismiss_claim(WALL, "n")], [WALL, SPUTNIK], id="one-script-before-all"),
        pytest.param([dismiss_claim(WALL, "n"), take_back("claim", claim_key(WALL))], [WALL, SPUTNIK], id="all-taken-back"),
        pytest.param([decide_slip("moon.when=1969#1", "dismiss")], [WALL, SPUTNIK], id="a-slip-that-is-gone"),
    ],
)
def test_slips_that_stand(changes: list[Change], left: list[str]) -> None:
    shown = after(*changes).marking
    assert [slip.id for slip in shown.slips] == left
    assert (shown.checked.disagrees, shown.checked.not_in_pack) == (len(left), 2 - len(left))
    assert {claim.verdict for claim in shown.claims} <= {"disagrees", "not_in_pack"}  # never turned into agreement


def test_an_edited_slip_says_what_the_teacher_wrote() -> None:
    shown = after(decide_slip(WALL, "edit", message="Look again.")).marking.slips[0]
    assert (shown.message, shown.should_be) == ("Look again.", "1961")


def test_the_tool_s_own_marking_stays_beside_it() -> None:
    reviewed = after(decide_slip(WALL, "dismiss"), set_point("cuba", "missing"), give_level(5, seen_range=True))
    assert reviewed.tool == BOTH
    assert (reviewed.level, reviewed.seen_range, reviewed.decisions) == (5, True, {WALL: "dismiss"})


def test_a_point_has_the_status_that_the_teacher_gives() -> None:
    shown = after(set_point("berlin", "covered"), set_point("cuba", "partial")).marking
    assert [(one.id, one.status) for one in shown.points] == [("berlin", "covered"), ("cuba", "partial"), ("u2", "partial")]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        pytest.param([], ["step_facts_more", "step_missing", "step_develop"], id="nothing"),
        pytest.param([decide_slip(WALL, "dismiss")], ["step_facts_one", "step_missing", "step_develop"], id="one-slip-left"),
        pytest.param(
            [decide_slip(WALL, "dismiss"), dismiss_claim(SPUTNIK, "")], ["step_missing", "step_develop"], id="no-slip-left"
        ),
        pytest.param([set_point("berlin", "covered")], ["step_facts_more", "step_develop"], id="not-missing-any-more"),
        pytest.param([set_point("u2", "missing")], ["step_facts_more", "step_missing"], id="nothing-to-develop"),
    ],
)
def test_feedback_says_only_what_still_holds(changes: list[Change], codes: list[str]) -> None:
    assert [one.code for one in after(*changes).marking.feedback.next_steps] == codes


@pytest.mark.parametrize(
    ("taught", "left"),
    [
        pytest.param(None, ["berlin", "cuba", "u2"], id="all-taught"),
        pytest.param(["berlin"], ["berlin", "cuba", "u2"], id="what-was-taught-may-be-missing"),
        pytest.param([], ["cuba", "u2"], id="what-was-not-is-never-missing-and-covered-still-counts"),
    ],
)
def test_points_that_were_not_taught(taught: list[str] | None, left: list[str]) -> None:
    shown = overridden(BOTH, [], taught).marking
    assert [one.id for one in shown.points] == left
    assert ("step_missing" in [one.code for one in shown.feedback.next_steps]) is ("berlin" in left)


def test_the_teacher_s_level_is_the_level() -> None:
    shown = after(give_level(4, seen_range=False), give_level(5, seen_range=False)).marking.level
    assert (shown.low, shown.high, shown.reasons) == (5, 5, ("The teacher's level.",))
    assert after(give_level(5, seen_range=False), take_back("level", "")).marking.level == BOTH.level


def test_a_level_left_to_the_range_leaves_the_range_and_says_that_it_was_seen() -> None:
    reviewed = after(give_level(4, seen_range=False), leave_level())
    assert (reviewed.marking.level, reviewed.level, reviewed.seen_range) == (BOTH.level, None, True)


def test_the_levels_are_those_of_the_scheme() -> None:
    assert BOTH.level is not None
    ocr = BOTH.model_copy(update={"level": BOTH.level.model_copy(update={"scheme": "ocr-h505"})})
    assert faults(give_level(6, seen_range=False), ocr) is None
    assert faults(give_level(7, seen_range=False), ocr) == "The level is 7: give one from 1 to 6."


def test_comments_are_kept_changed_and_taken_back() -> None:
    reviewed = after(put_comment("c1", "Good."), put_comment("c2", "Why?", 0, 4), put_comment("c1", "Very good."))
    assert [(one.id, one.text, one.end) for one in reviewed.comments] == [("c1", "Very good.", 0), ("c2", "Why?", 4)]
    assert after(put_comment("c1", "Good."), take_back("comment", "c1")).comments == ()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(decide_slip("moon#1", "dismiss"), "There is no slip 'moon#1' in this script.", id="no-such-slip"),
        pytest.param(set_point("moon", "covered"), "There is no point 'moon' in this pack.", id="no-such-point"),
        pytest.param(give_level(6, seen_range=False), "The level is 6: give one from 1 to 5.", id="no-such-level"),
        pytest.param(leave_level(), None, id="level-left-to-the-range"),
        pytest.param(put_comment("c", " "), "The comment is empty: write a word, or take it back.", id="empty-comment"),
        pytest.param(put_comment("c", "x", 3, 999), "The comment stands outside the essay.", id="outside-the-essay"),
        pytest.param(decide_slip(WALL, "dismiss"), None, id="slip"),
        pytest.param(set_point("cuba", "missing"), None, id="point"),
        pytest.param(give_level(1, seen_range=True), None, id="level"),
        pytest.param(put_comment("c", "x", 0, 4), None, id="comment"),
        pytest.param(take_back("level", ""), None, id="level-taken-back"),
    ],
)
def test_what_makes_no_sense_is_told(change: Change, says: str | None) -> None:
    assert faults(change, BOTH) == says


CHANGES = st.one_of(
    st.builds(decide_slip, st.sampled_from([WALL, SPUTNIK]), st.sampled_from(["accept", "dismiss"])),
    st.builds(dismiss_claim, st.sampled_from([WALL, SPUTNIK]), st.just("n")),
    st.builds(set_point, st.sampled_from(["berlin", "cuba", "u2"]), st.sampled_from(["covered", "partial", "missing"])),
    st.builds(give_level, st.integers(1, 5), seen_range=st.booleans()),
    st.builds(put_comment, st.sampled_from(["c1", "c2"]), st.just("x")),
    st.builds(take_back, st.sampled_from(["slip", "claim"]), st.sampled_from([WALL, SPUTNIK, claim_key(WALL)])),
)


@given(st.lists(CHANGES, max_size=8))
def test_any_history_keeps_its_counts_and_can_be_taken_back(changes: list[Change]) -> None:
    shown = after(*changes).marking
    assert shown.checked.claims == len(shown.claims) == shown.checked.disagrees + shown.checked.not_in_pack
    assert shown.checked.disagrees == len(shown.slips)
    assert after(*changes, *(take_back(change.kind, change.target) for change in changes)).marking == BOTH
    assert after(*changes, *changes[-1:]).marking == shown
