"""Dates of clauses that tell an event in words of their own: which event they are held to, and where nothing is said."""

from __future__ import annotations

import pytest

from reference import Pack
from reference.reading.retelling import retold, vocabulary
from tests.slips import marked


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        pytest.param(
            "Gromyko sat in the White House on 28 October 1962 and assured Kennedy that the weapons in Cuba were defensive.",
            ["28 October 1962"],
            id="day-of-a-meeting",
        ),
        pytest.param("In 1959 the Soviets sent a man round the Earth.", ["1959"], id="first-man-in-space"),
        pytest.param("In 1961 the Soviets sent a man round the Earth.", [], id="first-man-in-space-right"),
        pytest.param("In 1959 the Soviets hoped to send a man round the Earth.", [], id="hoped"),
        pytest.param("Around 30,000 East Germans crossed in July 1961 alone.", [], id="counted-in-a-month-alone"),
        pytest.param("Nobody intended to fight over the building of a wall in August 1961.", [], id="nobody-intended"),
        pytest.param("The frontiers of 1945 were recognised by both sides.", [], id="year-of-a-noun"),
        pytest.param("In 1969 the Americans sent a man to the Moon.", [], id="outside-the-pack"),
        pytest.param("In 1957 Khrushchev was glad of the news.", [], id="hardly-any-words"),
    ],
)
def test_a_clause_in_an_event_s_vocabulary(text: str, flags: list[str], pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == flags


def test_no_event_is_retold_without_its_verb(pack: Pack) -> None:
    assert retold({"berlin", "wall"}, ["zzz"], vocabulary(pack)) == []


def test_words_that_no_event_has_weigh_against_all(pack: Pack) -> None:
    known = vocabulary(pack)
    clear = retold({"gagarin", "orbit", "earth"}, ["orbit"], known)[0]
    muddied = retold({"gagarin", "orbit", "earth", "zzz", "yyy"}, ["orbit"], known)[0]
    assert clear[0] == muddied[0]
    assert clear[1] > muddied[1]
