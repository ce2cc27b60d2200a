"""What is left to decide about a script, and what may be shown before that."""

from __future__ import annotations

import pytest

from rubric.overrides import (
    Change,
    decide_slip,
    dismiss_claim,
    give_level,
    leave_level,
    overridden,
    set_point,
    take_back,
)
from rubric.reviewing import (
    bringing_back,
    dismissed_everywhere,
    following,
    left_to_decide,
    note_of,
    range_shown,
    range_was_seen,
    slips_as_they_stand,
    untaught_points,
)
from tests.desk import kept, marking, point

WALL, SPUTNIK = "wall.when=1962#1", "sputnik.when=1958#1"
BOTH = marking(slips=(WALL, SPUTNIK), points=(point("berlin"), point("cuba", "covered")))


def history(*changes: Change):
    return [kept(change, number=i) for i, change in enumerate(changes)]


def after(*changes: Change, of=BOTH):
    return overridden(of, history(*changes))


@pytest.mark.parametrize(
    ("changes", "slips", "level"),
    [
        pytest.param([], (WALL, SPUTNIK), True, id="nothing-decided"),
        pytest.param([decide_slip(WALL, "accept")], (SPUTNIK,), True, id="accepted-is-decided"),
        pytest.param(
            [dismiss_claim(WALL, ""), decide_slip(SPUTNIK, "edit", message="m")], (), True, id="dismissed-or-edited-too"
        ),
        pytest.param([decide_slip(WALL, "accept"), take_back("slip", WALL)], (WALL, SPUTNIK), True, id="taken-back"),
        pytest.param([give_level(3, seen_range=False)], (WALL, SPUTNIK), False, id="level-given"),
        pytest.param([leave_level()], (WALL, SPUTNIK), False, id="level-left-to-the-range"),
        pytest.param([leave_level(), take_back("level", "")], (WALL, SPUTNIK), True, id="level-open-again"),
        pytest.param([set_point("berlin", "covered")], (WALL, SPUTNIK), True, id="points-need-no-decision"),
    ],
)
def test_what_is_left(changes: list[Change], slips: tuple[str, ...], level: bool) -> None:
    left = left_to_decide(after(*changes))
    assert (left.slips, left.level, left.done) == (slips, level, False)


def test_a_script_is_reviewed_when_errors_and_level_are_decided() -> None:
    assert left_to_decide(after(*(decide_slip(one, "accept") for one in (WALL, SPUTNIK)), leave_level())).done


@pytest.mark.parametrize(
    "quiet",
    [
        pytest.param(marking(slips=(), level=None), id="facts-alone-have-no-level"),
        pytest.param(
            BOTH.model_copy(update={"slips": tuple(slip.model_copy(update={"severity": "check"}) for slip in BOTH.slips)}),
            id="checks-need-no-decision",
        ),
    ],
)
def test_what_needs_no_decision(quiet) -> None:
    left = left_to_decide(after(of=quiet))
    assert (left.slips, left.level) == ((), quiet.level is not None)


@pytest.mark.parametrize(
    ("changes", "first", "shown", "seen"),
    [
        pytest.param([], True, False, False, id="the-teachers-level-comes-first"),
        pytest.param([], False, True, True, id="unless-the-teacher-wants-it-else"),
        pytest.param([give_level(3, seen_range=False)], True, True, True, id="shown-once-given"),
        pytest.param([leave_level()], True, True, True, id="shown-when-asked-for"),
        pytest.param(
            [give_level(3, seen_range=False), take_back("level", "")], True, False, True, id="what-was-seen-stays-seen"
        ),
    ],
)
def test_the_range_waits(changes: list[Change], first: bool, shown: bool, seen: bool) -> None:
    reviewed = after(*changes)
    assert range_shown(reviewed, level_first=first) is shown
    assert range_was_seen(reviewed, history(*changes), level_first=first) is seen


@pytest.mark.parametrize(
    ("decided", "at", "comes"),
    [
        pytest.param([], -1, 0, id="the-first-at-first"),
        pytest.param([WALL], -1, 1, id="the-first-that-is-open"),
        pytest.param([WALL], 0, 1, id="the-next"),
        pytest.param([SPUTNIK], 1, 0, id="back-to-what-was-passed-over"),
        pytest.param([WALL, SPUTNIK], 1, 1, id="all-decided-stays"),
    ],
)
def test_the_slip_that_comes_up(decided: list[str], at: int, comes: int) -> None:
    assert following(after(*(decide_slip(one, "accept") for one in decided)), at) == comes


def test_no_slips_is_no_place_to_fall_from() -> None:
    assert following(after(of=marking(slips=())), -1) == 0


def test_a_dismissed_slip_keeps_its_place_and_an_edited_one_its_words() -> None:
    slips = slips_as_they_stand(after(decide_slip(WALL, "dismiss"), decide_slip(SPUTNIK, "edit", message="Look again.")))
    assert [(slip.id, slip.message) for slip in slips] == [(WALL, "You give 1962."), (SPUTNIK, "Look again.")]


@pytest.mark.parametrize(
    ("before", "back"),
    [
        pytest.param([], take_back("slip", WALL), id="the-tools-own"),
        pytest.param([decide_slip(WALL, "accept", "n")], decide_slip(WALL, "accept", "n"), id="the-word-before-with-its-note"),
        pytest.param([decide_slip(WALL, "accept"), take_back("slip", WALL)], take_back("slip", WALL), id="what-was-taken-back"),
        pytest.param([dismiss_claim(WALL, "n")], take_back("slip", WALL), id="the-whole-set-is-another-thing"),
    ],
)
def test_what_brings_back(before: list[Change], back: Change) -> None:
    assert bringing_back(decide_slip(WALL, "dismiss"), history(*before)) == back


@pytest.mark.parametrize(
    ("changes", "everywhere", "note"),
    [
        pytest.param([dismiss_claim(WALL, "n")], True, "", id="dismissed-in-the-set"),
        pytest.param(
            [dismiss_claim(WALL, "n"), decide_slip(WALL, "accept", "mine")], False, "mine", id="this-script-says-else"
        ),
        pytest.param([decide_slip(WALL, "dismiss", "mine")], False, "mine", id="dismissed-here"),
        pytest.param([decide_slip(WALL, "dismiss", "mine"), take_back("slip", WALL, "why")], False, "", id="taken-back"),
    ],
)
def test_where_a_dismissal_comes_from(changes: list[Change], everywhere: bool, note: str) -> None:
    assert dismissed_everywhere(WALL, history(*changes)) is everywhere
    assert note_of("slip", WALL, history(*changes)) == note


def test_points_that_were_not_taught_are_told_apart() -> None:
    assert [one.id for one in untaught_points(overridden(BOTH, [], ["cuba"]))] == ["berlin"]
    assert untaught_points(overridden(BOTH, [], None)) == ()
