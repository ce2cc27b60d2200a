"""Slips that students are known to make: told and not denied they are flagged, else they are left alone."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import findings, graded, marked


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("Eisenhower apologised for the U-2.", True, id="apologised"),
        pytest.param("Eisenhower refused to apologise for the U-2.", False, id="refused-to"),
        pytest.param("Eisenhower did not apologise for the U-2.", False, id="did-not"),
        pytest.param("Gary Powers was killed when the U-2 was shot down.", True, id="pilot-killed"),
        pytest.param("Gary Powers survived when the U-2 was shot down.", False, id="pilot-survived"),
        pytest.param("The United States sent troops into Hungary.", True, id="troops"),
        pytest.param("The United States did not send troops into Hungary.", False, id="no-troops"),
        pytest.param("If the United States had sent troops into Hungary, war would have come.", False, id="troops-supposed"),
        pytest.param("Nixon won the election of 1960.", True, id="nixon-won"),
        pytest.param("Nixon lost the election of 1960.", False, id="nixon-lost"),
        pytest.param("The Bay of Pigs invasion succeeded.", True, id="landing-succeeded"),
        pytest.param("The Bay of Pigs invasion failed.", False, id="landing-failed"),
        pytest.param("The Soviet Union accepted Open Skies.", True, id="open-skies-accepted"),
        pytest.param("The Soviet Union did not accept Open Skies.", False, id="open-skies-not-accepted"),
        pytest.param("Laika returned safely to Earth.", True, id="dog-returned"),
        pytest.param("Laika never returned to Earth.", False, id="dog-never-returned"),
        pytest.param("The Americans launched Sputnik.", True, id="american-sputnik"),
        pytest.param("The Soviets launched Sputnik.", False, id="soviet-sputnik"),
        pytest.param("Gagarin landed on the Moon.", True, id="gagarin-on-the-moon"),
        pytest.param("Gagarin orbited the Earth.", False, id="gagarin-in-orbit"),
        pytest.param("Eisenhower visited Moscow in 1960.", True, id="moscow"),
        pytest.param("Eisenhower never visited Moscow.", False, id="never-moscow"),
        pytest.param("The Soviet Union took Marshall Aid.", True, id="aid-taken"),
        pytest.param("The Soviet Union rejected Marshall Aid.", False, id="aid-rejected"),
        pytest.param("The United States supported Britain at Suez.", True, id="suez-supported"),
        pytest.param("The United States opposed Britain at Suez.", False, id="suez-opposed"),
        pytest.param("The test ban banned all tests.", True, id="all-tests"),
        pytest.param("The test ban did not ban all tests.", False, id="not-all-tests"),
        pytest.param("It is often said that Nixon won the election of 1960.", False, id="reported"),
        pytest.param("Some students think that the West built the Berlin Wall.", False, id="reported-of-students"),
        pytest.param("The West built the Berlin Wall.", True, id="west-built-it"),
        pytest.param("The East Germans built the Berlin Wall.", False, id="east-built-it"),
    ],
)
def test_a_known_mistake(sentence: str, flagged: bool, pack: Pack) -> None:
    assert bool(marked(sentence, pack)) == flagged


@pytest.mark.parametrize(
    ("sentence", "slip"),
    [
        pytest.param("Nixon won the election of 1960.", ("polarity", "error", "Nixon won the election"), id="polarity"),
        pytest.param(
            "The West built the Berlin Wall.", ("attribution", "error", "West built the Berlin Wall"), id="attribution"
        ),
        pytest.param("Gagarin landed on the Moon.", ("place", "error", "Gagarin landed on the Moon"), id="place"),
    ],
)
def test_the_kind_severity_and_words(sentence: str, slip: tuple[str, str, str], pack: Pack) -> None:
    assert [(one.slip.kind, one.slip.severity, one.text) for one in findings(sentence, pack) if one.slip] == [slip]


def test_what_is_right_is_said(pack: Pack) -> None:
    assert marked("Laika returned safely to Earth.", pack) == [("Laika returned safely", "Laika died in orbit")]


def test_a_mistake_made_twice_in_a_sentence_is_flagged_once(pack: Pack) -> None:
    assert len(graded("Nixon won the election, and as he won the election he was glad in 1960.", pack)) == 1


def test_a_mistake_is_never_an_agreement(pack: Pack) -> None:
    assert [one.verdict for one in findings("Laika returned safely to Earth.", pack)] == ["disagrees"]


def test_a_long_telling_is_marked_on_its_act_alone(pack: Pack) -> None:
    text = "The United States, to the surprise of every one of its friends in the free world, sent troops into Hungary."
    assert all(len(words.split()) <= 12 for words, _ in marked(text, pack))
