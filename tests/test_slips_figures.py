"""Figures and lengths of time against the pack's: what is counted, how far off, and how severe (DESIGN, section 2)."""

from __future__ import annotations

import pytest

from reference import Pack
from reference.pack import Figure
from reference.reading.numbers import Bend, Quantity
from rubric.slips.figures import figure_severity
from tests.slips import agreed, findings, graded, marked

OUTDATED = {"low": 20_000, "high": 30_000, "why": "older books"}


def figure(low: float, high: float, unit: str = "people", *, exact: bool = False, outdated: bool = False) -> Figure:
    """A figure of our own, so that the rule is tested whatever the facts say."""
    given = {"id": "a", "what": "w", "value": low, "low": low, "high": high, "unit": unit, "exact": exact, "says": "s"}
    return Figure.model_validate({**given, "outdated": (OUTDATED,) if outdated else ()})


def number(low: float, high: float | None = None, bend: Bend = "") -> Quantity:
    return Quantity(0, 1, "1", low, low if high is None else high, bend)


@pytest.mark.parametrize(
    ("given", "severity"),
    [
        pytest.param(number(2_500), None, id="low-end"),
        pytest.param(number(3_000), None, id="high-end"),
        pytest.param(number(2_700), None, id="inside"),
        pytest.param(number(3_200), None, id="rounded"),
        pytest.param(number(2_000, 2_600), None, id="range-that-meets"),
        pytest.param(number(4_000), "check", id="outside"),
        pytest.param(number(5_900), "check", id="under-twice"),
        pytest.param(number(6_100), "error", id="over-twice"),
        pytest.param(number(1_300), "check", id="over-half"),
        pytest.param(number(1_200), "error", id="under-half"),
        pytest.param(number(10_000, 12_000), "error", id="range-far-off"),
        pytest.param(number(2_000, bend="over"), None, id="over-less"),
        pytest.param(number(3_000, bend="over"), None, id="over-the-highest"),
        pytest.param(number(5_000, bend="over"), "check", id="over-more"),
        pytest.param(number(20_000, bend="over"), "error", id="over-far-more"),
        pytest.param(number(4_000, bend="under"), None, id="under-more"),
        pytest.param(number(2_000, bend="under"), "check", id="under-less"),
        pytest.param(number(900, bend="under"), "error", id="under-far-less"),
        pytest.param(number(3_000, bend="nearly"), None, id="nearly"),
        pytest.param(number(9_000, bend="nearly"), "error", id="nearly-far-more"),
        pytest.param(number(2_600, bend="about"), None, id="about"),
        pytest.param(number(700, bend="about"), "error", id="about-far-less"),
    ],
)
def test_an_estimate(given: Quantity, severity: str | None) -> None:
    assert figure_severity(given, figure(2_500, 3_000)) == severity


@pytest.mark.parametrize(
    ("given", "severity"),
    [
        pytest.param(number(12), None, id="the-count"),
        pytest.param(number(13), "error", id="one-more"),
        pytest.param(number(11), "error", id="one-fewer"),
        pytest.param(number(10, bend="over"), None, id="over-fewer"),
        pytest.param(number(12, bend="about"), None, id="about-the-count"),
        pytest.param(number(30, bend="over"), "error", id="over-more"),
    ],
)
def test_an_exact_count(given: Quantity, severity: str | None) -> None:
    assert figure_severity(given, figure(12, 12, exact=True)) == severity


@pytest.mark.parametrize(
    ("given", "severity"),
    [
        pytest.param(number(25_000), "check", id="older-books"),
        pytest.param(number(20_000), "check", id="older-books-low-end"),
        pytest.param(number(2_600), None, id="recent-works"),
        pytest.param(number(15_000), "error", id="between-the-two"),
        pytest.param(number(40_000), "error", id="beyond-both"),
        pytest.param(number(3_000, 3_500), None, id="range-of-recent-works"),
    ],
)
def test_an_outdated_value_is_a_check(given: Quantity, severity: str | None) -> None:
    assert figure_severity(given, figure(2_500, 3_000, outdated=True)) == severity


@pytest.mark.parametrize(
    ("given", "severity"),
    [
        pytest.param(number(2_700_000), None, id="in-millions"),
        pytest.param(number(3_500_000), "check", id="more-millions"),
        pytest.param(number(250_000), "error", id="a-nought-short"),
        pytest.param(number(27_000_000), "error", id="a-nought-over"),
    ],
)
def test_a_figure_in_millions(given: Quantity, severity: str | None) -> None:
    assert figure_severity(given, figure(2.5, 3.0, "million people")) == severity


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        pytest.param("About 2,500 Hungarians were killed in the uprising.", [], id="dead"),
        pytest.param("Some 27,000 Hungarians were killed in the uprising.", [("27,000", "check")], id="dead-in-older-books"),
        pytest.param("About 200,000 Hungarians fled to Austria.", [], id="refugees"),
        pytest.param("Two hundred thousand Hungarians fled to Austria.", [], id="refugees-in-words"),
        pytest.param("About 20,000 Hungarians fled to Austria.", [("20,000", "error")], id="refugees-a-nought-short"),
        pytest.param("Two million Hungarians fled to Austria.", [("Two million", "error")], id="refugees-a-nought-over"),
        pytest.param("Nearly three million East Germans had fled to the West by 1961.", [], id="millions"),
        pytest.param(
            "About 250,000 East Germans had fled to the West by 1961.", [("250,000", "error")], id="thousands-for-millions"
        ),
        pytest.param("Some 1,400 exiles landed at the Bay of Pigs.", [], id="exiles"),
        pytest.param("About 2,000 exiles landed at the Bay of Pigs.", [("2,000", "check")], id="exiles-a-third-more"),
        pytest.param("About 10,000 exiles landed at the Bay of Pigs.", [("10,000", "error")], id="exiles-many-more"),
        pytest.param("The Warsaw Pact was signed by eight states.", [], id="exact"),
        pytest.param("The Warsaw Pact was signed by ten states.", [("ten", "error")], id="exact-off"),
        pytest.param("The Tsar Bomba yielded 50 megatons.", [], id="megatons"),
        pytest.param("Castle Bravo yielded 50 megatons.", [("50", "error")], id="megatons-off"),
        pytest.param("The Marshall Plan gave $13 billion to Europe.", [], id="dollars"),
        pytest.param("The Marshall Plan gave $130 billion to Europe.", [("$130 billion", "error")], id="dollars-off"),
        pytest.param("Sputnik, a ball of about 500 kg, went round the Earth.", [("500", "error")], id="unit-of-the-event"),
        pytest.param("Sputnik, a ball of about 84 kg, went round the Earth.", [], id="unit-of-the-event-right"),
        pytest.param("The Tsar Bomba was designed for 100 megatons.", [], id="unit-with-what-is-not-meant"),
        pytest.param("At the Bay of Pigs some 110 men died.", [], id="losses-are-no-strength"),
        pytest.param("NATO had twelve founder members.", [], id="founder-members"),
        pytest.param(
            "NATO had fifteen founder members.",
            [("fifteen", "error")],
            id="founder-members-off",
            marks=pytest.mark.xfail(reason="'had ... founder members' is no cue of the figure"),
        ),
    ],
)
def test_what_a_sentence_counts(sentence: str, grades: list[tuple[str, str]], pack: Pack) -> None:
    assert graded(sentence, pack) == grades


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("The Berlin Blockade lasted eleven months.", [], id="months"),
        pytest.param("The Berlin Blockade lasted almost a year.", [], id="almost-a-year"),
        pytest.param("The Berlin Blockade lasted three years.", ["three years"], id="years-for-months"),
        pytest.param("The Berlin Blockade lasted for 18 months.", ["18 months"], id="months-off"),
        pytest.param("The Korean War lasted three years.", [], id="years"),
        pytest.param("The Korean War lasted five years.", ["five years"], id="years-off"),
        pytest.param("The Cuban Missile Crisis lasted thirteen days.", [], id="days"),
        pytest.param("The Cuban Missile Crisis lasted thirty days.", ["thirty days"], id="days-off"),
        pytest.param("The Cuban Missile Crisis did not last thirty days.", [], id="days-denied"),
        pytest.param("Khrushchev gave the West six months to leave Berlin.", [], id="deadline"),
        pytest.param("Khrushchev gave the West half a year to leave Berlin.", [], id="deadline-as-half-a-year"),
        pytest.param("Khrushchev gave the West twelve months to leave Berlin.", ["twelve months"], id="deadline-off"),
        pytest.param("The Berlin Blockade, two years after, was still remembered for years.", [], id="no-length-of-it"),
    ],
)
def test_a_length_of_time(sentence: str, flags: list[str], pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == flags


def test_a_wrong_length_is_a_slip_of_duration(pack: Pack) -> None:
    assert [found.slip.kind for found in findings("The Korean War lasted five years.", pack) if found.slip] == ["duration"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It is often said that 27,000 Hungarians were killed in the uprising.", id="reported"),
        pytest.param("If 27,000 Hungarians had been killed in the uprising, the UN might have acted.", id="supposed"),
        pytest.param("There were not 27,000 Hungarians killed in the uprising.", id="denied"),
        pytest.param("Thousands of Hungarians were killed in the uprising.", id="vague"),
        pytest.param(
            "On page 182 we read that Hungarians were killed in the uprising.",
            id="page",
        ),
        pytest.param("In 1956 Hungarians were killed in the uprising.", id="year"),
        pytest.param("Four armies stood by while Hungarians fled to Austria.", id="something-else-counted"),
        pytest.param("Hungarians fled to Austria, which lay 40 miles away.", id="miles"),
        pytest.param("Hungarians fled to Austria within 10 days.", id="days"),
        pytest.param("Two per cent of Hungarians fled to Austria.", id="per-cent"),
        pytest.param("The harvest came to 27,000 tons.", id="nothing-known"),
    ],
)
def test_a_number_that_claims_nothing_of_the_kind(sentence: str, pack: Pack) -> None:
    assert marked(sentence, pack) == []


def test_a_right_figure_agrees(pack: Pack) -> None:
    assert agreed("Some 1,400 exiles landed at the Bay of Pigs.", pack) == [("1,400", "bay-of-pigs.exiles-landed")]
