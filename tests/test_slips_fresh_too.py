"""Forty sentences written before any rule was tried on them: slips, and what is right but tricky. Those not found are told."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


def overlap(text: str, one: str, other: str) -> bool:
    """True where two stretches of a text share a place."""
    starts = text.index(one), text.index(other)
    return starts[0] < starts[1] + len(other) and starts[1] < starts[0] + len(one)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        pytest.param(
            "The conference at Yalta lasted three weeks and settled the shape of Europe.",
            "three weeks",
            id="conference-yalta-lasted-three",
        ),
        pytest.param("The three-week summit at Geneva in 1955 ended with smiles.", "three-week", id="three-week-summit-geneva"),
        pytest.param(
            "The Berlin Airlift had to be kept up for three years.",
            "three years",
            id="berlin-airlift-be-kept",
            marks=pytest.mark.xfail(reason="not yet found"),
        ),
        pytest.param("Khrushchev's tour of the USA in 1959 took two months.", "two months", id="khrushchev-tour-usa-took"),
        pytest.param(
            "In October 1962 the British prime minister, Harold Wilson, backed Kennedy over Cuba.",
            "Harold Wilson",
            id="october-british-prime-minister",
        ),
        pytest.param(
            "At Camp David in 1959 Eisenhower's Secretary of State, Dean Rusk, was cautious about Berlin.",
            "Dean Rusk",
            id="camp-david-eisenhower-secretary",
        ),
        pytest.param(
            "When Sputnik went up in 1957 the American President, John F. Kennedy, tried to calm the public.",
            "John F. Kennedy",
            id="when-sputnik-went-up",
        ),
        pytest.param(
            "Kennedy's Secretary of Defense, Dean Rusk, spoke of flexible response.",
            "Dean Rusk",
            id="kennedy-secretary-defense-dean",
        ),
        pytest.param("In 1961 East Germany was led by Erich Honecker.", "Erich Honecker", id="east-germany-led-erich"),
        pytest.param(
            "In 1962 Cuba was ruled by Batista, who turned to Moscow for help.", "Batista", id="cuba-ruled-batista-who"
        ),
        pytest.param(
            "Khrushchev, who had been Premier since 1955, took both offices.", "1955", id="khrushchev-who-been-premier"
        ),
        pytest.param(
            "Stalin died in March 1953, and the following spring Khrushchev gave the Secret Speech.",
            "the following spring",
            id="stalin-died-march-following",
        ),
        pytest.param(
            "The Bay of Pigs failed in April 1961 and before the year was out the missiles were found on Cuba.",
            "before the year was out",
            id="bay-pigs-failed-april",
            marks=pytest.mark.xfail(reason="not yet found"),
        ),
        pytest.param(
            "The Geneva summit met in July 1955 and a year later the Wall was built.",
            "a year later",
            id="geneva-summit-met-july",
        ),
        pytest.param(
            "Eisenhower said sorry to Khrushchev at Paris for the U-2 flights.",
            "said sorry",
            id="eisenhower-said-sorry-khrushchev",
        ),
        pytest.param(
            "The Soviet Union agreed to Open Skies in 1955, so both sides flew over each other.",
            "agreed to Open Skies",
            id="soviet-union-agreed-open",
        ),
        pytest.param(
            "At Suez the Americans took the side of Britain and France.",
            "took the side of Britain",
            id="suez-americans-took-side",
        ),
        pytest.param("Macmillan put forward the Open Skies plan at Geneva.", "Macmillan", id="macmillan-put-forward-open"),
        pytest.param("It was Malenkov who gave the Secret Speech.", "Malenkov", id="malenkov-who-gave-secret"),
        pytest.param(
            "The Secret Speech was delivered in Leningrad in February 1956.",
            "Leningrad",
            id="secret-speech-delivered-leningrad",
        ),
        pytest.param("Rudolf Anderson was shot down over Turkey on 27 October 1962.", "Turkey", id="rudolf-anderson-shot-down"),
        pytest.param(
            "About 20 million East Germans had fled to the West by 1961.", "20 million", id="about-million-east-germans"
        ),
        pytest.param("The Wall was built before the Vienna summit.", "before the Vienna summit", id="wall-built-before-vienna"),
        pytest.param(
            "Sputnik was launched before the Hungarian rising.",
            "before the Hungarian rising",
            id="sputnik-launched-before-hungarian",
            marks=pytest.mark.xfail(reason="not yet found"),
        ),
        pytest.param("Austria joined the Warsaw Pact in 1955.", "Austria", id="austria-joined-warsaw-pact"),
        pytest.param("NATO was set up in 1947 as a defence against Stalin.", "1947", id="nato-set-up-as"),
        pytest.param(
            "The conference at Yalta lasted about a week and settled the shape of Europe.",
            None,
            id="conference-yalta-lasted-about",
        ),
        pytest.param(
            "After two days at Geneva Eisenhower had still not spoken of Open Skies.", None, id="after-two-days-geneva"
        ),
        pytest.param(
            "The blockade had lasted six months when Stalin began to look for a way out.", None, id="blockade-lasted-six-months"
        ),
        pytest.param(
            "In October 1962 the British prime minister, Harold Macmillan, was told before he was asked.",
            None,
            id="october-british-prime-minister-2",
        ),
        pytest.param(
            "Dean Rusk, who would be Kennedy's Secretary of State, stayed out of the quarrel over the U-2.",
            None,
            id="dean-rusk-who-would",
        ),
        pytest.param(
            "Willy Brandt, the future Chancellor, was Mayor of West Berlin when the Wall went up.",
            None,
            id="willy-brandt-future-chancellor",
        ),
        pytest.param(
            "In 1961 East Germany was led by Walter Ulbricht, and Honecker only ran the operation.",
            None,
            id="east-germany-led-walter",
        ),
        pytest.param(
            "Anthony Eden, the prime minister who had gone to Geneva in 1955, was ruined by Suez.",
            None,
            id="anthony-eden-prime-minister",
        ),
        pytest.param(
            "Stalin died in March 1953 and before the year was out Malenkov was losing ground to Khrushchev.",
            None,
            id="stalin-died-march-before",
        ),
        pytest.param(
            "Sputnik was launched in October 1957 and the following summer NASA was founded.",
            None,
            id="sputnik-launched-october-following",
        ),
        pytest.param(
            "Eisenhower never said sorry for the U-2 flights, and that broke up the summit.",
            None,
            id="eisenhower-never-said-sorry",
        ),
        pytest.param(
            "The Soviet Union never agreed to Open Skies, although the Americans flew anyway.",
            None,
            id="soviet-union-never-agreed",
        ),
        pytest.param("It was Khrushchev, not Malenkov, who gave the Secret Speech.", None, id="khrushchev-not-malenkov-who"),
        pytest.param(
            "Khrushchev's note of November 1958 gave the three Western powers nine months to leave Berlin.",
            "nine months",
            id="khrushchev-note-november-gave",
        ),
    ],
)
def test_a_slip_is_found_once_and_what_is_right_is_left_alone(sentence: str, wrong: str | None, pack: Pack) -> None:
    flags = [words for words, _ in marked(sentence, pack)]
    assert len(flags) == (wrong is not None)
    assert wrong is None or overlap(sentence, flags[0], wrong)
