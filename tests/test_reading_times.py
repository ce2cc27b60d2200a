"""Time expressions in students' English: what is read, as which date, and the numbers that are left alone."""

from __future__ import annotations

from datetime import date

import pytest

from reference.reading.times import american_order, times
from reference.spans import days


def read(text: str) -> list[tuple[str, str]]:
    return [(time.text, time.value) for time in times(text)]


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        pytest.param("On 13 August 1961 it closed.", "13 August 1961", "1961-08-13", id="day"),
        pytest.param("On Sunday the 13th of August, 1961, it closed.", "13th of August, 1961", "1961-08-13", id="weekday"),
        pytest.param("On August the 13th 1961 it closed.", "August the 13th 1961", "1961-08-13", id="month-the-day"),
        pytest.param("On 13 august 1961 it closed.", "13 august 1961", "1961-08-13", id="month-in-lower-case"),
        pytest.param("It fell on 1 may 1960.", "1 may 1960", "1960-05-01", id="may-in-lower-case"),
        pytest.param("He died on 5 march 1953.", "5 march 1953", "1953-03-05", id="march-in-lower-case"),
        pytest.param("It closed on 13 AUGUST 1961.", "13 AUGUST 1961", "1961-08-13", id="capitals"),
        pytest.param("It closed on Aug. 13, 1961.", "Aug. 13, 1961", "1961-08-13", id="short-month"),
        pytest.param("On 14 Febuary 1956 it opened.", "14 Febuary 1956", "1956-02-14", id="month-misspelt"),
        pytest.param("It closed on 13-Aug-1961.", "13-Aug-1961", "1961-08-13", id="hyphens"),
        pytest.param("It closed on 13/8/61.", "13/8/61", "1961-08-13", id="figures"),
        pytest.param("It closed on 8/13/61.", "8/13/61", "1961-08-13", id="figures-that-can-only-be-American"),
        pytest.param("On May Day 1960 it fell.", "May Day 1960", "1960-05-01", id="named-day"),
        pytest.param("On New Year’s Eve 1958 he fled.", "New Year’s Eve 1958", "1958-12-31", id="named-day-curly"),
        pytest.param("On 22 October he spoke.", "22 October", "XXXX-10-22", id="day-without-year"),
        pytest.param("He waited; on the 24th, they came.", "24th", "XXXX-XX-24", id="day-of-the-month"),
        pytest.param("On the 24th, he waited.", "24th", "XXXX-XX-24", id="day-of-the-month-at-the-start"),
        pytest.param("On the 24th of October he waited.", "24th of October", "XXXX-10-24", id="day-of-a-month"),
        pytest.param("He returned in September.", "September", "XXXX-09", id="month-without-year"),
        pytest.param("In September he returned.", "September", "XXXX-09", id="month-at-the-start"),
        pytest.param("He returned in May.", "May", "XXXX-05", id="May-after-in"),
        pytest.param("They talked in early May 1960.", "early May 1960", "1960-05-01/1960-05-13", id="early-in-a-month"),
        pytest.param("They talked in late October 1962.", "late October 1962", "1962-10-19/1962-10-31", id="late-in-a-month"),
        pytest.param("Late October 1962 was tense.", "Late October 1962", "1962-10-19/1962-10-31", id="late-at-the-start"),
        pytest.param("It was tense in early 1961.", "early 1961", "1961-01/1961-05", id="early-in-a-year"),
        pytest.param("It was tense in mid-1961.", "mid-1961", "1961-04/1961-09", id="mid-year"),
        pytest.param("Mid-1961 was tense.", "Mid-1961", "1961-04/1961-09", id="mid-at-the-start"),
        pytest.param("It was calm at the end of 1962.", "end of 1962", "1962-09/1962-12", id="end-of-a-year"),
        pytest.param("In the spring of 1961 they met.", "spring of 1961", "1961-02-20/1961-06-10", id="season-kept-wide"),
        pytest.param("In the winter of 1958-59 he waited.", "winter of 1958-59", "1958-11-20/1959-03-20", id="winter"),
        pytest.param("In the 1950s they armed.", "1950s", "195X", id="decade"),
        pytest.param("In the fifties they armed.", "fifties", "195X", id="decade-in-words"),
        pytest.param("They armed in the '60s.", "'60s", "196X", id="short-decade"),
        pytest.param("In the late 1950s they armed.", "late 1950s", "1956/1959", id="late-in-a-decade"),
        pytest.param("Sputnik of '57 shocked them.", "'57", "1957", id="short-year"),
        pytest.param("Gaddis (2005) argues it.", "2005", "2005", id="year-of-a-book-is-a-year"),
        pytest.param("It shook 1956's allies.", "1956", "1956", id="possessive-year"),
        pytest.param("It took place in 1956 men say.", "1956", "1956", id="year-after-in-before-men"),
    ],
)
def test_a_date_is_read(sentence, words, value):
    assert read(sentence) == [(words, value)]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        pytest.param("It lasted 16-28 October 1962.", "1962-10-16/1962-10-28", id="days"),
        pytest.param("It lasted from 16 to 28 October 1962.", "1962-10-16/1962-10-28", id="days-from-to"),
        pytest.param("They met on June 3 and 4, 1961.", "1961-06-03/1961-06-04", id="two-days"),
        pytest.param("It lasted from 23 October to 4 November 1956.", "1956-10-23/1956-11-04", id="days-of-two-months"),
        pytest.param("It ran 24 June 1948 to 12 May 1949.", "1948-06-24/1949-05-12", id="days-of-two-years"),
        pytest.param("It lasted October–November 1956.", "1956-10/1956-11", id="months"),
        pytest.param("It ran from June 1948 to May 1949.", "1948-06/1949-05", id="months-of-two-years"),
        pytest.param("In 1955-62 it changed.", "1955/1962", id="short-years"),
        pytest.param("In 1955–1962 it changed.", "1955/1962", id="en-dash"),
        pytest.param("It changed between 1955 and 1962.", "1955/1962", id="between"),
        pytest.param("Between 1955 and 1962 it changed.", "1955/1962", id="between-at-the-start"),
        pytest.param("From 1955 through 1962 it changed.", "1955/1962", id="through"),
        pytest.param("In 1958/9 it changed.", "1958/1959", id="slash"),
        pytest.param("The thaw of 55-60 ended.", "1955/1960", id="two-short-years"),
    ],
)
def test_a_range_is_one_time(sentence, value):
    assert [found for _, found in read(sentence)] == [value]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("See page 1982 of the book.", id="page"),
        pytest.param("Gaddis, p. 1956, agrees.", id="p."),
        pytest.param("He was in room 1961 of the hotel.", id="room"),
        pytest.param("It was No. 1961 on the list.", id="number"),
        pytest.param("He sent 1,500 troops.", id="troops-with-a-comma"),
        pytest.param("He sent 1500 troops.", id="troops-before-1800"),
        pytest.param("1956 men were captured.", id="men-counted"),
        pytest.param("They took 1961 prisoners.", id="prisoners-counted"),
        pytest.param("It cost $1961 in all.", id="dollars"),
        pytest.param("It cost £1956 in all.", id="pounds"),
        pytest.param("It rose 1961 per cent.", id="per-cent"),
        pytest.param("It was 1960.5 metres long.", id="fraction"),
        pytest.param("It cost 1,961 roubles.", id="thousands"),
        pytest.param("The 20th Congress heard it.", id="twentieth-congress"),
        pytest.param("At the 20th Party Congress it was said.", id="party-congress"),
        pytest.param("It was said at the 20th congress, they say.", id="congress-in-lower-case"),
        pytest.param("They fought on the 38th parallel.", id="parallel"),
        pytest.param("He may speak, and they may march.", id="may-and-march-as-verbs"),
        pytest.param("It was the end of the march to war.", id="march-as-a-noun"),
        pytest.param("May we say that it failed?", id="may-at-the-start"),
        pytest.param("The U-2, the R-12 and the F-102 flew.", id="aircraft"),
        pytest.param("They fell in the autumn of his career.", id="autumn-of-a-career"),
        pytest.param("The Prague Spring was crushed.", id="prague-spring"),
        pytest.param("At 12:45 it was over.", id="clock"),
        pytest.param("Two months later it was over.", id="offset"),
        pytest.param("It had fallen to a second-rate power.", id="second"),
    ],
)
def test_what_is_no_date_is_left_alone(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        pytest.param("It closed in 1961.", "at", id="in"),
        pytest.param("By 1961 it was closed.", "by", id="by"),
        pytest.param("Before August 1961 it was open.", "before", id="before"),
        pytest.param("Prior to 1961 it was open.", "before", id="prior-to"),
        pytest.param("After the summer of 1961 it was closed.", "after", id="after"),
        pytest.param("Since 13 August 1961 it was closed.", "since", id="since"),
        pytest.param("Until 1961 it was open.", "until", id="until"),
        pytest.param("Up to 1961 it was open.", "until", id="up-to"),
        pytest.param("From about 1958 it was tense.", "from", id="from-about"),
        pytest.param("It was tense between 1958 and 1961.", "between", id="between"),
        pytest.param("Nearby, 1961 was a bad year.", "at", id="by-inside-a-word"),
        pytest.param("It stood by him in 1961.", "at", id="by-that-goes-with-another-word"),
    ],
)
def test_what_a_date_bounds(sentence, relation):
    assert [time.relation for time in times(sentence)] == [relation]


@pytest.mark.parametrize(
    ("words", "edtf", "fits"),
    [
        pytest.param("in 1961", "1961-08-13", True, id="coarser"),
        pytest.param("on 15 August 1961", "1961-08-13", False, id="other-day"),
        pytest.param("in October", "1962-10-22", True, id="month-without-year"),
        pytest.param("in November", "1962-10-22", False, id="other-month-without-year"),
        pytest.param("on 22 October", "1962-10-22", True, id="day-without-year"),
        pytest.param("on 24 October", "1962-10-22", False, id="other-day-without-year"),
        pytest.param("on the 24th,", "1962-10-16/1962-10-28", True, id="day-inside-a-span"),
        pytest.param("on the 30th,", "1962-10-16/1962-10-28", False, id="day-outside-a-span"),
        pytest.param("in the late 1950s", "1957-10-04", True, id="late-in-the-decade"),
        pytest.param("in the early 1950s", "1957-10-04", False, id="early-in-the-decade"),
        pytest.param("on 31 February 1961", "1961-02-28", False, id="no-such-day"),
        pytest.param("in October", "1958/..", True, id="anything-fits-an-open-end"),
    ],
)
def test_what_a_time_can_mean(words, edtf, fits):
    (time,) = times(words)
    assert time.fits(days(edtf)) is fits


def test_two_dates_are_in_reading_order_with_their_offsets():
    text = "It fell in May 1960 and closed on 13 August 1961."
    found = times(text, offset=100)
    assert [text[time.start - 100 : time.end - 100] for time in found] == ["May 1960", "13 August 1961"]


def test_a_day_that_does_not_exist_has_no_days():
    assert [time.days for time in times("It fell on 30 February 1961.")] == [None]


@pytest.mark.parametrize(
    ("text", "american"),
    [
        pytest.param("On 8/13/61 it closed, on 6/3/61 they met.", True, id="one-tells-for-both"),
        pytest.param("On 13/8/61 it closed.", False, id="British"),
        pytest.param("On 8/13/61 and 13/8/61 it closed.", False, id="both-orders"),
        pytest.param("On 6/3/61 they met.", False, id="nothing-tells"),
        pytest.param("It closed in 1961.", False, id="none"),
    ],
)
def test_order_of_figures(text, american):
    assert american_order(text) is american


@pytest.mark.parametrize(
    ("american", "there"),
    [(False, date(1961, 3, 6)), (True, date(1961, 6, 3))],
    ids=["British", "American"],
)
def test_figures_are_read_in_the_essay_s_order(american, there):
    (time,) = times("They met on 6/3/61.", american=american)
    assert time.value == there.isoformat()


@pytest.mark.xfail(reason="two parts of a decade are not read as one time")
def test_two_parts_of_a_decade_are_one_time():
    assert [time.value for time in times("They armed in the early and mid 1950s.")] == ["1950/1957"]
