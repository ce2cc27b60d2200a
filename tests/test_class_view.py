"""A class set as its page shows it: what each line says, what is hidden, what is still to do."""

from __future__ import annotations

from datetime import date

import pytest

from reference import Pack
from reference.reading.documents import Document
from reference.reading.encoder import encoder_name
from reference.reading.parser import PARSER
from rubric.class_view import class_view, hand_backs, older, set_name
from rubric.marking import MadeBy, Marking
from rubric.overrides import decide_slip, give_level
from rubric.pipeline import VERSION
from rubric.report.class_rows import progress, script_line
from tests.desk import marking
from tests.test_desk import WALL, desk_of, mark_one, script


def of_today(document: Document, pack: Pack) -> Marking:
    """A marking as today's program would make it."""
    by = MadeBy(marginalia=VERSION, encoder=encoder_name(), parser=PARSER, pack_sha=pack.sha, calibrated=True)
    return marking(document.text, name=document.name).model_copy(update={"made_by": by})


def test_a_line_says_what_there_is_and_hides_the_range() -> None:
    desk = desk_of(script("Zoe.txt", "1962 was <b>the</b> year."))
    line = script_line(class_view(desk).scripts[0])
    said = ("4 words", "Level: yours first", "1 fact to correct", "1 covered, 0 partial, 1 missing")
    assert [part for part in said if part not in line] == []
    assert "2 to 3" not in line
    desk.set_level_first(False)
    assert "Level 2 to 3" in script_line(class_view(desk).scripts[0])


def test_a_level_of_ones_own_is_shown_as_such() -> None:
    desk = desk_of(script("Zoe.txt"))
    desk.decide(0, give_level(4, seen_range=False))
    line = script_line(class_view(desk).scripts[0])
    assert "Level 4 (teacher)" in line
    assert "Reviewed" not in line
    desk.decide(0, decide_slip(WALL, "accept"))
    assert "Reviewed" in script_line(class_view(desk).scripts[0])


def test_the_first_script_that_is_not_reviewed_comes_next() -> None:
    desk = desk_of(script("Zoe.txt"), script("Ali.txt"))
    for number in (0, 1):
        following = class_view(desk).next_to_review
        assert following is not None and following.number == number
        desk.decide(number, decide_slip(WALL, "dismiss"))
        desk.decide(number, give_level(3, seen_range=False))
    assert class_view(desk).next_to_review is None


def test_a_script_goes_back_as_it_stands_reviewed() -> None:
    desk = desk_of(script("Zoe.txt"), script("Ali.txt"))
    desk.decide(0, decide_slip(WALL, "dismiss"))
    assert [(one.label, len(one.marking.slips)) for one in hand_backs(desk)] == [("Zoe", 0), ("Ali", 1)]


def test_what_an_earlier_version_marked_is_told_from_what_is_of_today(pack: Pack) -> None:
    desk = desk_of(script("Zoe.txt"), script("Ali.txt"))
    assert older(desk, pack) == [0, 1]
    next(desk.mark_again(lambda document: of_today(document, pack)))
    assert older(desk, pack) == [1]
    other = pack.model_copy(update={"sha": "another"})
    assert older(desk, other) == [0, 1]


@pytest.mark.parametrize(
    ("typed", "class_name", "called"),
    [
        pytest.param(" Mock ", "12B", "Mock", id="as-typed"),
        pytest.param("", "12B", "12B, 5 November 2026", id="class-and-day"),
        pytest.param(" ", "", "5 November 2026", id="the-day-alone"),
    ],
)
def test_a_set_has_a_name(typed: str, class_name: str, called: str) -> None:
    assert set_name(typed, class_name, date(2026, 11, 5)) == called


@pytest.mark.parametrize(
    ("left", "said"),
    [
        pytest.param(0.0, "Zoe: 3 of 30", id="not-known"),
        pytest.param(2.0, "Zoe: 3 of 30, about 5 seconds left", id="a-few-seconds"),
        pytest.param(33.0, "Zoe: 3 of 30, about 35 seconds left", id="seconds"),
        pytest.param(70.0, "Zoe: 3 of 30, about a minute left", id="a-minute"),
        pytest.param(290.0, "Zoe: 3 of 30, about 5 minutes left", id="minutes"),
    ],
)
def test_the_time_left_is_told_as_people_tell_it(left: float, said: str) -> None:
    assert progress("Zoe", 3, 30, left) == said


def test_a_view_is_of_its_revision() -> None:
    desk = desk_of(script("Zoe.txt"))
    before = class_view(desk)
    desk.lay([script("Ali.txt")])
    list(desk.work(mark_one))
    assert before.revision != desk.revision == class_view(desk).revision
    assert [one.name for one in class_view(desk).scripts] == ["Zoe", "Ali"]
