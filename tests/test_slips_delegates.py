"""Those whom a text lists at a conference, and titles at the time that the text speaks of."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked

GENEVA = "In July 1955 there was a summit at Geneva. "


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        pytest.param(GENEVA + "Eisenhower came for the USA, Bulganin for the USSR, Faure for France and Churchill for Britain.",
                     "Churchill", id="for-their-states"),
        pytest.param(GENEVA + "Eisenhower, Bulganin, Faure and Macmillan were the heads of government there.", "Macmillan",
                     id="heads-of-government"),
        pytest.param(GENEVA + "Eisenhower, Bulganin, de Gaulle and Eden were the four heads of government.", "de Gaulle",
                     id="not-yet-back"),
        pytest.param("Eisenhower, Bulganin, Eden and Mendès-France were at the Geneva summit of July 1955.", "Mendès-France",
                     id="were-at"),
        pytest.param("Dobrynin came in 1962. A talk between Robert Kennedy and the Soviet ambassador, Gromyko, ended it.",
                     "Soviet ambassador, Gromyko", id="ambassador-long-before"),
        pytest.param("In October 1962 the world had never been so near to ruin, and the Soviet ambassador, Gromyko, came.",
                     "Soviet ambassador, Gromyko", id="had-of-another-clause"),
    ],
)  # fmt: skip
def test_loud(text: str, flagged: str, pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == [flagged]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(GENEVA + "Eisenhower came for the USA, Bulganin for the USSR, Faure for France and Eden for Britain.",
                     id="right-for-their-states"),
        pytest.param(GENEVA + "Eisenhower, Bulganin, Faure and Eden were the heads of government there.", id="right-heads"),
        pytest.param(GENEVA + "Eisenhower, Khrushchev, Bulganin, Faure, Eden and Macmillan were all there.", id="there-too"),
        pytest.param(GENEVA + "Eisenhower, Bulganin, Faure and Eden smiled, and Churchill for Britain's sake was glad.",
                     id="for-the-sake-of"),
        pytest.param(GENEVA + "Eisenhower spoke for the USA, Eden for Britain; Churchill would have come for Britain.",
                     id="would-have"),
        pytest.param("Eisenhower, Churchill and Truman were the great men then, and Geneva showed it.", id="great-men"),
        pytest.param("Churchill, Eden and Macmillan were heads of government in turn, Eden at Geneva in 1955.", id="in-turn"),
        pytest.param("At Potsdam Truman came for the USA, Stalin for the USSR and Attlee for Britain.", id="potsdam"),
        pytest.param("Eisenhower, Khrushchev, Macmillan and de Gaulle were at the Paris summit of May 1960.", id="paris"),
        pytest.param("Eisenhower, Macmillan and de Gaulle met at Rambouillet in December 1959.", id="a-western-meeting"),
        pytest.param("In October 1962 the Soviet ambassador, Dobrynin, was asked in, and Gromyko lied.", id="right-ambassador"),
        pytest.param("In 1962 few recalled that Gromyko, once the Soviet ambassador, knew Washington.", id="once"),
        pytest.param("In October 1962 Gromyko, who had been the Soviet ambassador in 1946, knew it well.", id="had-been"),
    ],
)  # fmt: skip
def test_quiet(text: str, pack: Pack) -> None:
    assert marked(text, pack) == []
