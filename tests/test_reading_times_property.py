"""Every day of 1945-91, written as students write it, reads back to that day; and no text at all stops the reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reference.reading.moments import Time
from reference.reading.times import american_order, times
from reference.spans import MONTHS, Days

DAYS = st.dates(date(1945, 1, 1), date(1991, 12, 31))
TWO_DAYS = st.tuples(DAYS, DAYS).map(sorted).filter(lambda two: two[0] < two[1])
LEADS = st.sampled_from(["It began on {}.", "On {}, it began.", "It began ({}).", "It began {} and went on", "{}", "“{}”"])
Style = Callable[[date], str]


def month(there: date) -> str:
    return MONTHS[there.month - 1]


def nth(there: date) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(there.day % 10, "th")
    return f"{there.day}{'th' if 10 < there.day < 14 else ending}"


def only(text: str, *, american: bool = False) -> Time:
    (time,) = times(text, american=american)
    return time


def whole(there: date) -> Days:
    return Days(there.toordinal(), there.toordinal())


STYLES: dict[str, Style] = {
    "13 August 1961": lambda d: f"{d.day} {month(d)} {d.year}",
    "13 August, 1961": lambda d: f"{d.day} {month(d)}, {d.year}",
    "13th August 1961": lambda d: f"{nth(d)} {month(d)} {d.year}",
    "the 13th of August 1961": lambda d: f"the {nth(d)} of {month(d)} {d.year}",
    "the 13th of August, 1961": lambda d: f"the {nth(d)} of {month(d)}, {d.year}",
    "13 th August 1961": lambda d: f"{d.day} {nth(d)[-2:]} {month(d)} {d.year}",
    "August 13, 1961": lambda d: f"{month(d)} {d.day}, {d.year}",
    "August 13 1961": lambda d: f"{month(d)} {d.day} {d.year}",
    "August 13th, 1961": lambda d: f"{month(d)} {nth(d)}, {d.year}",
    "August the 13th, 1961": lambda d: f"{month(d)} the {nth(d)}, {d.year}",
    "August 13 of 1961": lambda d: f"{month(d)} {d.day} of {d.year}",
    "13 Aug 1961": lambda d: f"{d.day} {month(d)[:3]} {d.year}",
    "13 Aug. 1961": lambda d: f"{d.day} {month(d)[:3]}. {d.year}",
    "Aug. 13, 1961": lambda d: f"{month(d)[:3]}. {d.day}, {d.year}",
    "13 August '61": lambda d: f"{d.day} {month(d)} '{d.year % 100}",
    "13 August ’61": lambda d: f"{d.day} {month(d)} ’{d.year % 100}",
    "Sunday 13 August 1961": lambda d: f"{d:%A} {d.day} {month(d)} {d.year}",
    "Sunday, August 13, 1961": lambda d: f"{d:%A}, {month(d)} {d.day}, {d.year}",
    "1961-08-13": date.isoformat,
    "13/08/1961": lambda d: f"{d:%d/%m/%Y}",
    "13/8/61": lambda d: f"{d.day}/{d.month}/{d.year % 100}",
    "13.8.1961": lambda d: f"{d.day}.{d.month}.{d.year}",
    "13-08-1961": lambda d: f"{d:%d-%m-%Y}",
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
@given(there=DAYS, lead=LEADS)
def test_a_day_reads_back(style, there, lead):
    time = only(lead.format(style(there)))
    assert (time.value, time.days, time.precision) == (there.isoformat(), whole(there), "day")


@pytest.mark.parametrize("style", ["{:%m/%d/%Y}", "{:%m/%d/%y}", "{:%m-%d-%Y}", "{:%m.%d.%Y}"])
@given(there=DAYS)
def test_an_american_day_reads_back(style, there):
    assert only(f"It began on {style.format(there)}.", american=True).value == there.isoformat()


@given(DAYS)
def test_a_lower_case_month_reads_back(there):
    assume(there.month not in (3, 5))  # "march" and "may" are words
    assert only(f"it began on {there.day} {month(there).lower()} {there.year}").value == there.isoformat()


@pytest.mark.parametrize("style", ["{0} {1}", "{0}, {1}", "{0} of {1}"])
@given(there=DAYS)
def test_a_month_reads_back(style, there):
    assert only(f"It began in {style.format(month(there), there.year)}.").value == f"{there:%Y-%m}"


@pytest.mark.parametrize("style", ["in {:%Y}", "By {:%Y},", "({:%Y})", "in '{:%y}", "since {:%Y}", "of {:%Y}:"])
@given(there=DAYS)
def test_a_year_reads_back(style, there):
    assert only(f"It went on {style.format(there)} so.").value == f"{there:%Y}"


@pytest.mark.parametrize("style", ["in the {}s", "in the {}'s", "in the {}’s"])
@given(there=DAYS)
def test_a_decade_reads_back(style, there):
    assert only(f"It went on {style.format(there.year // 10 * 10)}.").value == f"{there.year // 10}X"


@pytest.mark.parametrize("style", ["from {} to {}", "between {} and {}", "{} – {}", "{} until {}", "from {} through {}"])
@pytest.mark.parametrize("form", ["13 August 1961", "August 13, 1961", "13th August 1961"])
@given(two=TWO_DAYS)
def test_days_from_and_to_read_back(style, form, two):
    time = only(f"It went on {style.format(*map(STYLES[form], two))}.")
    assert time.value == "/".join(map(date.isoformat, two))
    assert time.days == Days(two[0].toordinal(), two[1].toordinal())


@pytest.mark.parametrize(
    "style", ["{}-{} {} {}", "{}–{} {} {}", "from {} to {} {} {}", "{} and {} {} {}", "{}th to {}th {} {}"]
)
@given(there=DAYS, days=st.tuples(st.integers(1, 28), st.integers(1, 28)).map(sorted))
def test_days_of_a_month_read_back(style, there, days):
    assume(days[0] < days[1])
    time = only(f"It went on {style.format(*days, month(there), there.year)}.")
    assert time.value == "/".join(there.replace(day=day).isoformat() for day in days)


@pytest.mark.parametrize("style", ["{}-{}", "{}–{}", "from {} to {}", "between {} and {}", "{} until {}", "{}/{}"])
@given(first=st.integers(1945, 1990), length=st.integers(1, 40))
def test_years_read_back(style, first, length):
    assert only(f"It went on {style.format(first, first + length)}.").value == f"{first}/{first + length}"


@pytest.mark.parametrize("style", ["{}-{:02d}", "{}–{:02d}", "{}/{:02d}"])
@given(first=st.integers(1945, 1990), length=st.integers(1, 9))
def test_short_years_read_back(style, first, length):
    assert only(f"It went on in {style.format(first, (first + length) % 100)}.").value == f"{first}/{first + length}"


@given(st.text(st.sampled_from("0123456789 -–/.,'stndrthMayAugMarchofinby")), st.integers(0, 1000))
def test_no_text_stops_the_reader(text, offset):
    found = times(text, offset)
    assert [text[time.start - offset : time.end - offset] for time in found] == [time.text for time in found]
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(time.value and (time.days is None or time.days.first <= time.days.last) for time in found)
    assert american_order(text) in (True, False)


def test_a_long_list_of_years_is_read_in_good_time():
    began = perf_counter()
    times("1961 to " * 2_500)
    assert perf_counter() - began < 1.0
