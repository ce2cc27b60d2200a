"""Lengths of time that an essay gives to an event as a whole, and lengths that are only a part of one."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("The six-day summit at Geneva was friendly.", None, id="six-day-summit-geneva"),
        pytest.param("After three days at Geneva the smiles began to fade.", None, id="after-three-days-geneva"),
        pytest.param(
            "The two-week crisis over Cuba had brought the world to the brink of war.", None, id="two-week-crisis-over"
        ),
        pytest.param("Three days of the Geneva summit were given over to Germany.", None, id="three-days-geneva-summit"),
        pytest.param("The missile crisis dragged on for two months.", "two months", id="missile-crisis-dragged-two"),
        pytest.param("In the six days of talks at Geneva no agreement was reached.", None, id="six-days-talks-geneva"),
        pytest.param("On the third day at Geneva Eisenhower proposed Open Skies.", None, id="third-day-geneva-eisenhower"),
        pytest.param(
            "Within three days of the Vienna summit Khrushchev had told the world.", None, id="within-three-days-vienna"
        ),
        pytest.param("Vienna lasted a fortnight and solved nothing.", "a fortnight", id="vienna-lasted-fortnight-solved"),
        pytest.param(
            "Kennedy spent four days at Vienna with Khrushchev in June 1961.", "four days", id="kennedy-spent-four-days"
        ),
        pytest.param("Kennedy spent three days in Paris before Vienna.", None, id="kennedy-spent-three-days"),
        pytest.param(
            "The Berlin Airlift went on for eleven months after the roads were cut.", None, id="berlin-airlift-went-eleven"
        ),
        pytest.param("The airlift lasted three years.", "three years", id="airlift-lasted-three-years"),
        pytest.param(
            "Khrushchev's six-week tour of America in 1959 took him to Hollywood.", "six-week", id="khrushchev-six-week-tour"
        ),
        pytest.param(
            "The Wall stood for nearly thirty years as the symbol of the Cold War.", None, id="wall-stood-nearly-thirty"
        ),
        pytest.param("The Wall divided families for twenty-eight years.", None, id="wall-divided-families-twenty"),
        pytest.param("The Hungarian uprising lasted two months.", "two months", id="hungarian-uprising-lasted-two"),
        pytest.param("For nearly two weeks the Hungarians believed they had won.", None, id="nearly-two-weeks-hungarians"),
        pytest.param(
            "The Hungarian rising of 1956 lasted only twelve days before the tanks returned.",
            None,
            id="hungarian-rising-lasted-only",
        ),
        pytest.param("Two days into the Paris summit Khrushchev walked out.", None, id="two-days-into-paris"),
        pytest.param("For two days at Vienna in June 1961 Khrushchev lectured him.", None, id="two-days-vienna-june"),
        pytest.param(
            "The Soviet Union watched the U-2 flights for four years without being able to stop them.",
            None,
            id="soviet-union-watched-u",
        ),
        pytest.param("U-2 flights had been going on for ten years when Powers was shot down.", None, id="u-flights-been-going"),
        pytest.param("The Korean War lasted three years.", None, id="korean-war-lasted-three"),
        pytest.param("The Korean War lasted five years.", "five years", id="korean-war-lasted-five"),
        pytest.param("The Korean War had lasted two years when Stalin began to tire of it.", None, id="korean-war-lasted-two"),
        pytest.param(
            "The quarantine lasted a month, though the crisis was over in thirteen days.",
            None,
            id="quarantine-lasted-month-though",
        ),
        pytest.param("The fighting in Hungary lasted three weeks.", None, id="fighting-hungary-lasted-three"),
        pytest.param(
            "The leaders spent three days talking at Geneva in July 1955.", "three days", id="leaders-spent-three-days"
        ),
        pytest.param("The leaders spent six days talking at Geneva in July 1955.", None, id="leaders-spent-six-days"),
        pytest.param("The test moratorium held for nearly five years.", "five years", id="test-moratorium-held-nearly"),
        pytest.param("The test moratorium held for nearly three years.", None, id="test-moratorium-held-nearly-2"),
        pytest.param("Stalin's blockade dragged on for almost two years.", "two years", id="stalin-blockade-dragged-almost"),
        pytest.param("Stalin's blockade dragged on for almost a year.", None, id="stalin-blockade-dragged-almost-2"),
        pytest.param(
            "Eisenhower and Khrushchev were together at Camp David for two days in September 1959.",
            None,
            id="eisenhower-khrushchev-were-together",
        ),
        pytest.param("The Yalta conference lasted three weeks.", "three weeks", id="yalta-conference-lasted-three"),
        pytest.param("The Berlin Wall stood for forty years.", "forty years", id="berlin-wall-stood-forty"),
        pytest.param("The Berlin Wall stood for twenty-eight years.", None, id="berlin-wall-stood-twenty"),
        pytest.param(
            "Geneva in July 1955 was the first meeting of the leaders for ten years.", None, id="geneva-july-first-meeting"
        ),
        pytest.param("The talks at Geneva in July 1955 took a year to prepare.", None, id="talks-geneva-july-took"),
    ],
)
def test_how_long_it_lasted(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([] if flagged is None else [flagged])
