"""The events that an essay dates: in its own order, where it differs, what is out of place; and their chart and table."""

from __future__ import annotations

import json
from html import unescape

import pytest

from reference import Pack
from rubric import mark
from rubric.report.timeline import chart, charted, timeline_lead, timeline_table
from rubric.timeline import Timeline, compared, timeline

ESSAY = (
    "The Geneva summit of July 1955 was friendly. On 16 August 1961 East German police closed the border in Berlin. "
    "The Bay of Pigs invasion failed in April 1961.\n\nThe hotline was agreed in 1963."
)


def rows(text: str, pack: Pack) -> Timeline:
    return timeline(mark(text, pack, facts_only=True), pack)


def parts(text: str, pack: Pack) -> str:
    marking = mark(text, pack, facts_only=True)
    line = timeline(marking, pack)
    return unescape(timeline_lead(line) + timeline_table(line, marking))


def test_rows_stand_in_the_order_of_the_essay(pack):
    line = rows(ESSAY, pack)
    assert [row.event for row in line.rows] == ["geneva-summit-1955", "berlin-wall", "bay-of-pigs", "hotline"]
    assert [ESSAY[row.start : row.end] for row in line.rows] == ["July 1955", "16 August 1961", "April 1961", "1963"]


@pytest.mark.parametrize(
    ("event", "differs", "outside", "told_after"),
    [
        pytest.param("geneva-summit-1955", [], None, None, id="agrees"),
        pytest.param("berlin-wall", [(1, "13 August, not 16 August")], None, None, id="differs"),
        pytest.param("bay-of-pigs", [], None, "Berlin Wall", id="steps-back"),
        pytest.param("hotline", [], "after", None, id="after-the-question"),
    ],
)
def test_a_row_says_what_is_out_of_place(pack, event, differs, outside, told_after):
    row = next(row for row in rows(ESSAY, pack).rows if row.event == event)
    assert [(one.number, one.words) for one in row.differs] == differs
    assert (row.outside, row.told_after) == (outside, told_after)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Relations were poor, because neither side trusted the other.", id="no-date"),
        pytest.param("The Wall changed Berlin.", id="an-event-without-a-date"),
        pytest.param("In 1959 the harvest in Ohio was good.", id="a-date-that-is-not-in-the-pack"),
    ],
)
def test_what_dates_no_event_of_the_pack_has_no_row(pack, text):
    assert rows(text, pack).rows == ()
    assert "No event here is dated" in parts(text, pack)


def test_an_event_that_is_dated_twice_has_one_row(pack):
    text = "The Berlin Wall went up in August 1961. It is true that the Berlin Wall went up on 13 August 1961."
    assert [row.event for row in rows(text, pack).rows] == ["berlin-wall"]


@pytest.mark.parametrize(
    ("right", "said", "words"),
    [
        pytest.param("1955-05-14", "1955-06-14", "14 May, not 14 June", id="the-year-is-the-same"),
        pytest.param("1957-10-04", "1958-10", "1957, not 1958", id="another-year"),
        pytest.param("1960-05-01", "195X", "1 May 1960, not the 1950s", id="a-decade"),
        pytest.param("1961-06-03/1961-06-04", "1961-08", "3–4 June, not August", id="two-days"),
        pytest.param("1949/1961", "1948", "1949–1961, not 1948", id="years"),
    ],
)
def test_two_dates_are_told_apart_in_few_words(right, said, words):
    assert compared(right, said) == words


def test_the_words_stand_below_the_chart(pack):
    page = parts(ESSAY, pack)
    assert "Hotline agreement (20 June 1963), paragraph 2, comes after this question ends." in page
    assert "Bay of Pigs invasion (17–19 April 1961), paragraph 1, is told after Berlin Wall, which came later." in page
    assert "13 August, not 16 August (note 1)" in page


def test_an_essay_in_order_is_told_nothing_below(pack):
    page = parts("The Geneva summit of July 1955 was friendly. The Berlin Wall went up in August 1961.", pack)
    assert "Steps back" not in page
    assert "Outside" not in page


def test_the_chart_draws_dots_squares_and_the_tint(pack):
    line = rows(ESSAY, pack)
    drawn = json.loads(chart(line, "light").to_json())
    marks = [datum for data in drawn["datasets"].values() for datum in data] if "datasets" in drawn else []
    text = json.dumps(drawn)
    assert charted(line)
    assert '"words": "13 August, not 16 August"' in text
    assert '"from": "1963-01-01"' in text
    assert drawn["usermeta"]["embedOptions"]["renderer"] == "svg"
    assert not marks or all("at" in datum or "from" in datum for datum in marks)


def test_the_chart_is_the_same_twice_and_differs_by_theme(pack):
    line = rows(ESSAY, pack)
    assert chart(line, "light").to_dict() == chart(line, "light").to_dict()
    assert "#15181b" in json.dumps(chart(line, "dark").to_dict())
    assert "#15181b" not in json.dumps(chart(line, "light").to_dict())


def test_one_event_needs_no_chart(pack):
    line = rows("The Berlin Wall went up in August 1961.", pack)
    assert not charted(line)
    assert 'class="dated"' in parts("The Berlin Wall went up in August 1961.", pack)


def test_hostile_text_is_shown_as_text(pack):
    text = f"<script>alert(1)</script> **b** \u202e🚀\x00 {'x' * 10_000} On 16 August 1961 the border in Berlin was closed."
    marking = mark(text, pack, facts_only=True)
    page = timeline_table(timeline(marking, pack), marking)
    assert "16 August 1961" in page
    assert "<script" not in page
    assert "\x00" not in page
