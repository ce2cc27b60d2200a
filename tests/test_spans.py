"""Intervals of days: what an EDTF string covers, how two stand to each other, how one is said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.spans import Days, days, in_words, when_phrase

DATES = st.dates(date(1900, 1, 1), date(2010, 12, 31))


def between(first: str, last: str) -> Days:
    return Days(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        pytest.param("1961-08-13", "1961-08-13", "1961-08-13", id="a-day"),
        pytest.param("1956-02", "1956-02-01", "1956-02-29", id="february-of-a-leap-year"),
        pytest.param("1957-02", "1957-02-01", "1957-02-28", id="february-of-a-plain-year"),
        pytest.param("1961", "1961-01-01", "1961-12-31", id="a-year"),
        pytest.param("195X", "1950-01-01", "1959-12-31", id="a-decade"),
        pytest.param("1961?", "1961-01-01", "1961-12-31", id="uncertain-year-is-the-year"),
        pytest.param("1961-08~", "1961-08-01", "1961-08-31", id="about-a-month-is-the-month"),
        pytest.param("1955/1962", "1955-01-01", "1962-12-31", id="years-to-years"),
        pytest.param("1962-10-16/1962-10-28", "1962-10-16", "1962-10-28", id="days-to-days"),
        pytest.param("1961-08/1961-08-15", "1961-08-01", "1961-08-15", id="month-to-day"),
        pytest.param("1961-08-13/1961", "1961-08-13", "1961-12-31", id="day-to-the-year's-end"),
    ],
)
def test_days_of_an_edtf_string(edtf, first, last):
    assert days(edtf) == between(first, last)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        pytest.param("1958/..", Days(date(1958, 1, 1).toordinal(), float("inf")), id="no-end"),
        pytest.param("1958/", Days(date(1958, 1, 1).toordinal(), float("inf")), id="no-end-said-shortly"),
        pytest.param("../1958", Days(float("-inf"), date(1958, 12, 31).toordinal()), id="no-start"),
    ],
)
def test_open_ends_are_infinite(edtf, expected):
    assert days(edtf) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("13 August 1961", "is not an EDTF date such as", id="english"),
        pytest.param("61", "is not an EDTF date such as", id="two-digits"),
        pytest.param("", "is not an EDTF date such as", id="nothing"),
        pytest.param("1961-8-13", "is not an EDTF date such as", id="month-of-one-digit"),
        pytest.param("1961-02-30", "day", id="no-such-day"),
        pytest.param("1961-13", "month", id="no-such-month"),
        pytest.param("1962/1955", "ends before it begins", id="backwards"),
        pytest.param("1955/62", "is not an EDTF date such as", id="short-end"),
    ],
)
def test_what_is_no_date_is_refused(text, why):
    with pytest.raises(ValueError, match=why):
        days(text)


@pytest.mark.parametrize(
    ("one", "two", "meets", "holds"),
    [
        pytest.param("1961", "1961-08-13", True, True, id="year-holds-its-day"),
        pytest.param("1961-08-13", "1961", True, False, id="day-meets-but-does-not-hold-its-year"),
        pytest.param("1961-08-13", "1961-08-13", True, True, id="the-same-day"),
        pytest.param("1961-08-13", "1961-08-14", False, False, id="the-next-day"),
        pytest.param("1960-12/1961-01", "1961", True, False, id="overlap"),
        pytest.param("1958/..", "1991", True, True, id="open-end-holds-all-later"),
        pytest.param("1958/..", "1957-12-31", False, False, id="open-end-does-not-reach-back"),
        pytest.param("../1958", "1958-12-31", True, True, id="open-start-holds-its-last-day"),
    ],
)
def test_two_intervals(one, two, meets, holds):
    assert (days(one).meets(days(two)), days(one).holds(days(two))) == (meets, holds)


@pytest.mark.parametrize(
    ("one", "two", "gap"),
    [
        pytest.param("1961", "1961-08-13", 0, id="inside"),
        pytest.param("1961-08-13", "1961-08-15", 2, id="later"),
        pytest.param("1961-08-15", "1961-08-13", 2, id="earlier"),
        pytest.param("1958/..", "1957", 1, id="the-day-before-an-open-end"),
        pytest.param("1958/..", "1999", 0, id="inside-an-open-end"),
    ],
)
def test_gap_is_days_from_one_to_the_other(one, two, gap):
    assert days(one).gap(days(two)) == gap


@pytest.mark.parametrize(
    ("edtf", "length"),
    [
        pytest.param("1961-08-13", 1, id="a-day"),
        pytest.param("1956", 366, id="leap-year"),
        pytest.param("1962-10-16/1962-10-28", 13, id="thirteen-days"),
        pytest.param("1958/..", float("inf"), id="open"),
    ],
)
def test_length_counts_both_ends(edtf, length):
    assert days(edtf).length == length


@pytest.mark.parametrize(
    ("edtf", "bare", "phrase"),
    [
        pytest.param("1961-08-13", "13 August 1961", "on 13 August 1961", id="day"),
        pytest.param("1961-06-03/1961-06-04", "3–4 June 1961", "on 3–4 June 1961", id="two-days"),
        pytest.param("1962-10-16/1962-10-28", "16–28 October 1962", "from 16 to 28 October 1962", id="days-of-a-month"),
        pytest.param("1956-10-23/1956-11-04", "23 October to 4 November 1956", "from 23 October to 4 November 1956", id="days"),
        pytest.param("1956-10/1956-11", "October to November 1956", "from October to November 1956", id="months"),
        pytest.param("1948-06/1949-05", "June 1948 to May 1949", "from June 1948 to May 1949", id="months-of-two-years"),
        pytest.param("1956-02", "February 1956", "in February 1956", id="month"),
        pytest.param("1957", "1957", "in 1957", id="year"),
        pytest.param("1957?", "1957", "in 1957", id="uncertain-year"),
        pytest.param("1955/1962", "1955–1962", "from 1955 to 1962", id="years"),
        pytest.param("195X", "the 1950s", "in the 1950s", id="decade"),
        pytest.param("1958/..", "from 1958", "from 1958", id="open-end"),
        pytest.param("../1958", "before 1958", "before 1958", id="open-start"),
    ],
)
def test_a_date_in_words(edtf, bare, phrase):
    assert (in_words(edtf), when_phrase(edtf)) == (bare, phrase)


@given(DATES)
def test_every_day_is_held_by_its_month_year_and_decade(there):
    day = days(there.isoformat())
    assert all(days(text).holds(day) for text in (f"{there:%Y-%m}", f"{there:%Y}", f"{there.year // 10}X"))
    assert day.length == 1


@given(st.tuples(DATES, DATES).map(sorted), st.tuples(DATES, DATES).map(sorted))
def test_meeting_holding_and_gap_agree(one, two):
    a, b = days("/".join(d.isoformat() for d in one)), days("/".join(d.isoformat() for d in two))
    assert a.meets(b) == b.meets(a) == (a.gap(b) == 0)
    assert a.gap(b) == b.gap(a)
    assert not a.holds(b) or (a.meets(b) and a.length >= b.length)
