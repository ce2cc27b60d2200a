"""The class sheet: what most missed, which slips were made, what to teach again; and its tables, safe to open."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.class_sheet import ClassSheet, Script, class_sheet, script_of
from rubric.marking import Notice
from rubric.report.table import safe, sheet_csv, sheet_xlsx, unread_csv
from tests.desk import marking, point

WALL, SPUTNIK = "wall.when=1962#1", "sputnik.when=1958#1"


def script(name: str, berlin: str, cuba: str, u2: str, *slips: str, level: tuple[int, int] | None = (2, 3)) -> Script:
    points = (point("berlin", berlin), point("cuba", cuba), point("u2", u2) | {"importance": "strong"})
    return script_of(marking(points=points, slips=slips, level=level), name)


CLASS = [
    script("Ann", "missing", "covered", "missing", WALL),
    script("Ben", "missing", "partial", "missing", "wall.when=1962#2", WALL),
    script("Cem", "partial", "covered", "missing", SPUTNIK, level=None),
]
UNREAD = [("=x.pdf", "=x.pdf is a scan.")]


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_points_most_missed_come_first_core_before_strong() -> None:
    missed = class_sheet(CLASS).missed
    assert [(one.point.id, one.missing, one.partial, one.covered) for one in missed] == [
        ("berlin", 2, 1, 0), ("u2", 3, 0, 0), ("cuba", 0, 1, 2)
    ]  # fmt: skip


def test_slips_most_made_count_each_script_once() -> None:
    assert [(one.slip.key, one.scripts) for one in class_sheet(CLASS).slips] == [
        ("wall.when=1962", ("Ann", "Ben")), ("sputnik.when=1958", ("Cem",))
    ]  # fmt: skip


def test_three_suggestions_each_with_why_and_where() -> None:
    found = class_sheet(CLASS).teach
    assert [(one.what, one.why, one.read) for one in found] == [
        ("Berlin", "Of 3 scripts, 2 miss it and 1 touch it without making the point.", "s, p. 1"),
        ("U2", "Of 3 scripts, 3 miss it and 0 touch it without making the point.", "s, p. 1"),
        ("1962 (right: 1961)", "2 of 3 scripts write this.", "s, p. 1"),
    ]


@pytest.mark.parametrize(
    ("scripts", "suggested"),
    [
        pytest.param([], [], id="no-scripts"),
        pytest.param([script("A", "covered", "covered", "covered", WALL)], [], id="one-script-s-slip-is-its-own"),
        pytest.param([script("A", "covered", "missing", "covered")], ["Cuba"], id="one-point"),
        pytest.param([script("A", "missing", "missing", "missing")], ["Berlin", "Cuba", "U2"], id="three-points"),
        pytest.param(
            [script(n, "covered", "covered", "covered", WALL) for n in "AB"], ["1962 (right: 1961)"], id="a-slip-of-two"
        ),
    ],
)
def test_what_is_suggested(scripts: list[Script], suggested: list[str]) -> None:
    assert [one.what for one in class_sheet(scripts).teach] == suggested


def test_scripts_on_another_question_are_listed_and_not_counted() -> None:
    off = marking(points=(point("berlin"),)).model_copy(
        update={"notices": (Notice(code="off_topic", start=0, end=0, message="m"),)}
    )
    sheet = class_sheet([*CLASS, script_of(off, "Off")])
    assert sheet.missed[0].missing == 2
    assert rows(sheet_csv(sheet))[4] == ["Off", "7", "2 to 3", "1", "0", "", "", ""]


def test_a_point_that_was_not_taught_is_counted_where_it_is_covered() -> None:
    taught = script_of(marking(points=(point("cuba", "covered"),)), "Dee")
    found = {one.point.id: (one.missing, one.covered) for one in class_sheet([*CLASS, taught]).missed}
    assert found == {"berlin": (2, 0), "u2": (3, 0), "cuba": (0, 3)}


def test_the_sheet_as_csv_has_a_row_a_script() -> None:
    assert rows(sheet_csv(class_sheet(CLASS))) == [
        ["Student", "Words", "Level (indication)", "Facts to correct", "Facts to check", "Berlin", "Cuba", "U2"],
        ["Ann", "7", "2 to 3", "1", "0", "Missing", "Covered", "Missing"],
        ["Ben", "7", "2 to 3", "2", "0", "Missing", "Partial", "Missing"],
        ["Cem", "7", "", "1", "0", "Partial", "Covered", "Missing"],
    ]


def test_what_was_not_read_is_listed_with_its_reason() -> None:
    assert rows(unread_csv(class_sheet(CLASS, UNREAD))) == [["File", "Why"], ["'=x.pdf", "'=x.pdf is a scan."]]


def test_the_sheet_as_xlsx_has_a_tab_for_each_question() -> None:
    data = sheet_xlsx(class_sheet(CLASS, UNREAD))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Scripts", "Points missed", "Slips made", "Teach again", "Not read"]
    assert [[cell.value for cell in row] for row in book["Slips made"]["A2:D2"]] == [["1962", "1961", 2, "Ann, Ben"]]
    assert [cell.data_type for row in book["Not read"] for cell in row] == ["s"] * 4


def test_the_same_sheet_is_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = sheet_xlsx(class_sheet(CLASS, UNREAD))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert sheet_xlsx(class_sheet(CLASS, UNREAD)) == first
    properties = zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml").decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", properties) == ["2000-01-01T00:00:00Z"] * 2  # made, saved


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+44 7700", "'+44 7700", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("  =1", "'  =1", id="spaces-before"),
        pytest.param("a=1", "a=1", id="inside"),
        pytest.param("Zoe", "Zoe", id="name"),
        pytest.param("", "", id="empty"),
        pytest.param(-1, -1, id="number"),
    ],
)
def test_a_cell_is_no_formula(cell: str | int, written: str | int) -> None:
    assert safe(cell) == written


@given(st.text(), st.text())
def test_any_text_can_be_written(name: str, reason: str) -> None:
    sheet = ClassSheet((), (), (), (), (), ((name, reason),))
    tab = openpyxl.load_workbook(io.BytesIO(sheet_xlsx(sheet)))["Not read"]
    assert "f" not in {cell.data_type for cell in tab[2]}
    assert not rows(unread_csv(sheet))[1][0].startswith(("=", "+", "-", "@"))
