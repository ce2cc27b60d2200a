"""Quantities in students' English: digits and words, ranges, hedges, and the numbers that count nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.reading.numbers import quantities


def values(text: str) -> list[str]:
    return [quantity.value for quantity in quantities(text)]


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        pytest.param("27,000 Hungarians", 27_000, id="comma"),
        pytest.param("27000 Hungarians", 27_000, id="no-comma"),
        pytest.param("1,500,000 men", 1_500_000, id="two-commas"),
        pytest.param("2.5 million people", 2_500_000, id="point-and-million"),
        pytest.param("200k people", 200_000, id="k"),
        pytest.param("3m refugees", 3_000_000, id="m"),
        pytest.param("1.5 bn dollars", 1_500_000_000, id="bn"),
        pytest.param("$20 million", 20_000_000, id="dollars"),
        pytest.param("thirteen days", 13, id="teen"),
        pytest.param("twenty-five missiles", 25, id="hyphen"),
        pytest.param("fourty missiles", 40, id="misspelt"),
        pytest.param("one hundred and twenty men", 120, id="hundred-and"),
        pytest.param("one thousand five hundred men", 1_500, id="thousand-hundred"),
        pytest.param("forty-two thousand troops", 42_000, id="tens-of-thousands"),
        pytest.param("two hundred and fifty thousand people", 250_000, id="hundreds-of-thousands"),
        pytest.param("two and a half million people", 2_500_000, id="and-a-half"),
        pytest.param("one and a half thousand men", 1_500, id="and-a-half-thousand"),
        pytest.param("half a million people", 500_000, id="half"),
        pytest.param("a quarter of a million people", 250_000, id="quarter"),
        pytest.param("three quarters of a million people", 750_000, id="three-quarters"),
        pytest.param("a hundred men", 100, id="a-hundred"),
        pytest.param("a dozen men", 12, id="dozen"),
        pytest.param("two dozen men", 24, id="two-dozen"),
        pytest.param("half a dozen men", 6, id="half-a-dozen"),
    ],
)
def test_a_number_is_read(phrase, number):
    assert [(found.low, found.high, found.bend) for found in quantities(f"There were {phrase} there.")] == [
        (number, number, "")
    ]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        pytest.param("2,500 to 3,000 died", "2500-3000", id="to"),
        pytest.param("2,500-3,000 died", "2500-3000", id="hyphen"),
        pytest.param("2,500–3,000 died", "2500-3000", id="dash"),
        pytest.param("between 2,500 and 3,000 died", "2500-3000", id="between"),
        pytest.param("100,000 or 200,000 left", "100000-200000", id="or"),
        pytest.param("2.5-3 million left", "2500000-3000000", id="million-said-once"),
        pytest.param("2 to 3 million left", "2000000-3000000", id="million-said-once-after-to"),
        pytest.param("two or three thousand died", "2000-3000", id="words"),
        pytest.param("5 million to 6 million left", "5000000-6000000", id="million-said-twice"),
    ],
)
def test_a_range_is_one_quantity(phrase, value):
    assert values(f"There, {phrase}.") == [value]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        pytest.param("about 3,000", "~3000", id="about"),
        pytest.param("some 3,000", "~3000", id="some"),
        pytest.param("an estimated 3,000", "~3000", id="estimated"),
        pytest.param("nearly three thousand", "~3000", id="nearly"),
        pytest.param("as many as 3,000", "~3000", id="as-many-as"),
        pytest.param("just over 3,000", "~3000", id="just-over"),
        pytest.param("over 3,000", ">3000", id="over"),
        pytest.param("more than 3,000", ">3000", id="more-than"),
        pytest.param("well over 3,000", ">3000", id="well-over"),
        pytest.param("at least three thousand", ">3000", id="at-least"),
        pytest.param("fewer than 3,000", "<3000", id="fewer-than"),
        pytest.param("up to 3,000", "<3000", id="up-to"),
        pytest.param("no more than 3,000", "<3000", id="no-more-than"),
        pytest.param("moreover 3,000", "3000", id="over-inside-a-word"),
        pytest.param("exactly 3,000", "3000", id="no-hedge"),
        pytest.param("the crisis was over and 3,000", "3000", id="over-that-does-not-hedge"),
    ],
)
def test_a_hedge_bends_the_number(phrase, value):
    assert values(f"Then {phrase} people left.") == [value]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The 20th Congress heard it.", id="ordinal"),
        pytest.param("The 3 rd attempt failed.", id="ordinal-with-a-space"),
        pytest.param("The second and third talks failed.", id="ordinals-in-words"),
        pytest.param("Thousands of people fled.", id="vague-thousands"),
        pytest.param("Hundreds of thousands fled.", id="vague-hundreds-of-thousands"),
        pytest.param("Dozens were shot.", id="dozens"),
        pytest.param("The U-2, the R-12 and the MiG-15 flew.", id="aircraft"),
        pytest.param("In the 1950s it changed.", id="decade"),
        pytest.param("See section 3.4.5 for it.", id="section"),
        pytest.param("It closed on 13/8/1961.", id="date-in-figures"),
        pytest.param("At 12:45 it was over.", id="clock"),
        pytest.param("By 6 o'clock it was over.", id="o'clock"),
        pytest.param("It was 1/2 of it.", id="fraction-in-figures"),
        pytest.param("About two-thirds of them left.", id="fraction-in-words"),
        pytest.param("No one came.", id="no-one"),
        pytest.param("One of them spoke for one another.", id="one-of-and-one-another"),
        pytest.param("He was alone, someone said, and often anxious.", id="one-and-ten-inside-words"),
        pytest.param("The result was 3,000 to 2,500.", id="range-that-falls"),
        pytest.param("Nobody came.", id="none"),
    ],
)
def test_what_is_no_quantity(sentence):
    assert values(sentence) == []


def test_offsets_and_words():
    text = "Over 40,000 fled and two and a half million followed."
    found = quantities(text, offset=7)
    assert [text[q.start - 7 : q.end - 7] for q in found] == ["40,000", "two and a half million"]
    assert [q.text for q in found] == ["40,000", "two and a half million"]


@given(st.integers(0, 10**10))
def test_digits_with_and_without_commas_are_the_same_number(number):
    assert [q.low for q in quantities(f"Then {number} left.")] == [number]
    assert [q.low for q in quantities(f"Then {number:,} left.")] == [number]


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_never_falls(one, two):
    assert all(q.low <= q.high for q in quantities(f"Then {one} to {two} left."))


@given(st.text(st.sampled_from("0123456789,. -–$£/:'stkmbn andhalfortwomillionthousandhundred")))
def test_no_text_stops_the_reader(text):
    found = quantities(text)
    assert [text[q.start : q.end] for q in found] == [q.text for q in found]
    assert all(one.end <= two.start for one, two in pairwise(found))
