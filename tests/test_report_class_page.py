"""The class sheet to print and on the screen: what a teacher looks for is there, by word and glyph, and nothing is made up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.class_sheet import ClassSheet, class_sheet, script_of
from rubric.marking import Marking
from rubric.overrides import give_level, overridden
from rubric.report.class_page import ACROSS, as_class_page, class_parts
from rubric.report.heat import MANY, heat_chart, heat_charted
from rubric.report.table import sheet_csv
from tests.desk import kept, marking, point
from tests.test_class_sheet import CLASS, UNREAD, WALL, script

QUESTION = "How did <relations> change?"
GIVEN = overridden(marking(points=(point("cuba", "covered"),)), [kept(give_level(4, seen_range=False))]).marking
SHEET = class_sheet([*CLASS, script_of(GIVEN, "Dee")], UNREAD)


def text(html: str) -> str:
    """What a reader reads, on one line."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL).split())


def many(count: int) -> ClassSheet:
    return class_sheet([script(f"S{n:04}", "missing", "covered", "partial") for n in range(count)])


def test_the_page_tells_what_to_teach_what_was_missed_and_what_was_wrong() -> None:
    said = text(as_class_page(SHEET, QUESTION, "12B"))
    for words in (
        "How did &lt;relations&gt; change? Class sheet: 12B 4 scripts marked; 1 file not read.",
        "Levels: 2 at 2 to 3, 1 at 4 (teacher), 1 without a level.",
        "Berlin Of 4 scripts, 2 miss it and 1 touch it without making the point. Read: s, p. 1",
        "Berlin 2 1 0 s, p. 1",
        "1962 1961 3: Ann, Ben, Dee s, p. 1",
        "Dee 7 4 (teacher) 1 0",
        "=x.pdf =x.pdf is a scan.",
    ):
        assert words in said


def test_the_map_has_a_glyph_and_a_word_for_every_student_and_point() -> None:
    map_ = class_parts(SHEET).heat
    assert text(map_) == (
        "Points by student, one row a point Ann Ben Cem Dee Berlin ○ missing ○ missing ◐ touched – not judged or not taught "
        "Cuba ● made ◐ touched ● made ● made U2 ○ missing ○ missing ○ missing – not judged or not taught"
    )
    assert map_.count('scope="col"') == len(SHEET.scripts)
    assert map_.count('scope="row"') == len(SHEET.points)


@pytest.mark.parametrize(
    ("count", "tables"),
    [
        pytest.param(0, 0, id="none"),
        pytest.param(1, 1, id="one"),
        pytest.param(ACROSS, 1, id="a-sheet-of-paper"),
        pytest.param(ACROSS + 1, 2, id="one-too-many"),
    ],
)
def test_more_students_than_fit_on_paper_are_a_second_table(count: int, tables: int) -> None:
    map_ = class_parts(many(count)).heat
    assert map_.count("<table") == tables
    assert re.findall(r"S\d{4}", map_) == [f"S{n:04}" for n in range(count)]


def test_an_empty_set_has_no_empty_tables() -> None:
    page = as_class_page(class_sheet([]), QUESTION)
    assert "No script was marked." in page
    assert "<table" not in page


def test_a_script_on_another_question_is_said_and_not_called_missing(off_topic: Marking) -> None:
    parts = class_parts(class_sheet([*CLASS, script_of(off_topic, "Off")]))
    assert "1 script is on another question" in parts.lead
    assert text(parts.heat).count("– not judged or not taught") == 3


@pytest.fixture
def off_topic() -> Marking:
    notice = {"code": "off_topic", "start": 0, "end": 0, "message": "m"}
    return Marking.model_validate(marking(points=(point("berlin"),)).model_dump(by_alias=True) | {"notices": [notice]})


def test_the_page_loads_nothing_and_is_the_same_bytes() -> None:
    page = as_class_page(SHEET, QUESTION, "12B")
    assert re.findall(r"(?:src|href)=|<script|url\(|@import", page) == []
    assert page == as_class_page(class_sheet([*CLASS, script_of(GIVEN, "Dee")], UNREAD), QUESTION, "12B")
    assert "size: A4 landscape" in page


def test_a_teacher_s_level_is_said_as_such_in_the_table_too() -> None:
    assert "Dee,7,4 (teacher),1,0" in sheet_csv(SHEET).decode()


@given(st.text(), st.text())
def test_any_name_is_shown_as_text(name: str, reason: str) -> None:
    made = script(f"<{name}", "missing", "covered", "partial", WALL)
    page = as_class_page(class_sheet([made], [(f"<{name}", reason)]), reason, f"<{name}")
    assert page.count("<table") == 5
    page.encode()


@pytest.mark.parametrize(
    ("sheet", "charted"),
    [
        pytest.param(many(0), False, id="none"),
        pytest.param(many(1), False, id="one-is-told-in-words"),
        pytest.param(many(30), True, id="a-class"),
        pytest.param(many(MANY + 1), False, id="no-room-for-names"),
    ],
)
def test_a_chart_is_drawn_where_it_can_be_read(sheet: ClassSheet, charted: bool) -> None:
    assert heat_charted(sheet) is charted
    assert ('<div class="spare">' in class_parts(sheet, charted=charted).heat) is charted


def cells(sheet: ClassSheet, theme: str | None) -> list[dict[str, str]]:
    """The data of the chart."""
    drawn = heat_chart(sheet, theme).to_dict()
    return drawn["datasets"][drawn["data"]["name"]]


@pytest.mark.parametrize("theme", ["light", "dark", None])
def test_the_chart_has_a_cell_with_a_glyph_for_every_student_and_point(theme: str | None) -> None:
    assert {(one["student"], one["point"]): one["glyph"] for one in cells(SHEET, theme)} == {
        ("Ann", "berlin"): "○", ("Ann", "cuba"): "●", ("Ann", "u2"): "○",
        ("Ben", "berlin"): "○", ("Ben", "cuba"): "◐", ("Ben", "u2"): "○",
        ("Cem", "berlin"): "◐", ("Cem", "cuba"): "●", ("Cem", "u2"): "○",
        ("Dee", "berlin"): "–", ("Dee", "cuba"): "●", ("Dee", "u2"): "–",
    }  # fmt: skip


def test_two_students_of_one_name_do_not_share_a_column() -> None:
    two = class_sheet([script("Ann", "missing", "covered", "partial"), script("Ann", "covered", "covered", "partial")])
    assert {(one["number"], one["student"]) for one in cells(two, None)} == {("0", "Ann"), ("1", "Ann")}
