"""Who is said to have led, run or been put in charge of a state, and ways of speaking that name no ruler."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param(
            "During the Suez crisis the French were led by de Gaulle, who never forgave the Americans.",
            "de Gaulle",
            id="during-suez-crisis-french",
        ),
        pytest.param(
            "Honecker led East Germany in 1961 and begged Moscow to close the border.",
            "Honecker",
            id="honecker-led-east-germany",
        ),
        pytest.param("Nagy was put in charge of Hungary in October 1956.", None, id="nagy-put-charge-hungary"),
        pytest.param("In November 1956 the Soviets put Kadar in charge of Hungary.", None, id="november-soviets-put-kadar"),
        pytest.param(
            "Ulbricht, who ran East Germany in 1961, begged Khrushchev to close the border.", None, id="ulbricht-who-ran-east"
        ),
        pytest.param("Khrushchev ran Hungary from Moscow in 1957.", None, id="khrushchev-ran-hungary-from"),
        pytest.param("In 1958 Castro led the attack on Santa Clara.", None, id="castro-led-attack-santa"),
        pytest.param("In 1960 Kennedy ran against Nixon.", None, id="kennedy-ran-against-nixon"),
        pytest.param("In 1956 Tito led Yugoslavia down its own road.", None, id="tito-led-yugoslavia-down"),
        pytest.param("In 1956 Nagy led Poland to a compromise with Moscow.", "Nagy", id="nagy-led-poland-compromise"),
        pytest.param(
            "In 1955 Bulganin and Khrushchev led the Soviet Union together.", None, id="bulganin-khrushchev-led-soviet"
        ),
        pytest.param("In 1955 the USSR was led by Stalin.", "Stalin", id="ussr-led-stalin"),
        pytest.param("In 1962 the USA was led by Eisenhower.", "Eisenhower", id="usa-led-eisenhower"),
        pytest.param(
            "In 1953 the death of Stalin, who had led the USSR since the 1920s, changed things.",
            None,
            id="death-stalin-who-led",
        ),
        pytest.param("Brezhnev led the USSR in 1962.", "Brezhnev", id="brezhnev-led-ussr"),
        pytest.param(
            "The Cuban missile crisis showed that Castro, who ruled Cuba, was no puppet.",
            None,
            id="cuban-missile-crisis-showed",
        ),
        pytest.param("In 1958 Batista still ruled Cuba.", None, id="batista-still-ruled-cuba"),
        pytest.param("China was led by Mao in 1958.", None, id="china-led-mao"),
        pytest.param("China was ruled by Chiang Kai-shek in 1958.", "Chiang Kai-shek", id="china-ruled-chiang-kai"),
        pytest.param(
            "In October 1956 the Hungarians got Gomulka put in charge of Hungary.",
            "Gomulka",
            id="october-hungarians-got-gomulka",
        ),
        pytest.param("In October 1956 the Poles got Gomulka put in charge of Poland.", None, id="october-poles-got-gomulka"),
        pytest.param(
            "Honecker would one day lead East Germany, but in 1961 he was a secretary.", None, id="honecker-would-one-day"
        ),
        pytest.param("Ulbricht never led West Germany, and in 1961 he ran East Germany.", None, id="ulbricht-never-led-west"),
    ],
)
def test_who_led_a_state(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([] if flagged is None else [flagged])
