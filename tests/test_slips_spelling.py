"""Misspelt names are understood, and noted once a name as spellings; a variant of a name is none."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import findings, graded, marked

SPELLING = "spelling"


def spelt(text: str, pack: Pack) -> list[tuple[str, str]]:
    """The misspelt words and the spelling that is offered."""
    return [(one.text, one.slip.right) for one in findings(text, pack) if one.slip and one.slip.severity == SPELLING]


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        pytest.param("Krushchev was bold.", "Khrushchev", id="krushchev"),
        pytest.param("Kruschev was bold.", "Khrushchev", id="kruschev"),
        pytest.param("Khruschev's shoe was famous.", "Khrushchev", id="possessive"),
        pytest.param("Then Eisenhour went home.", "Eisenhower", id="eisenhour"),
        pytest.param("Then Budapesht was in flames.", "Budapest", id="place"),
        pytest.param("Then Ulbrict was content.", "Ulbricht", id="ulbrict"),
        pytest.param("Then Dobrinin was content.", "Dobrynin", id="dobrinin"),
        pytest.param("Then Kenedy was content.", "Kennedy", id="kenedy"),
        pytest.param("Then Macmillian was content.", "Macmillan", id="macmillian"),
        pytest.param("Then Adenaur was content.", "Adenauer", id="adenaur"),
        pytest.param("Then Sputnick flew.", "Sputnik", id="in-an-event-s-name"),
        pytest.param("Then Gromiko was content.", "Gromyko", id="gromiko"),
    ],
)
def test_a_misspelt_name_is_noted(sentence: str, right: str, pack: Pack) -> None:
    assert [offered for _, offered in spelt(sentence, pack)] == [right]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Khrushchev met Kennedy.", id="right"),
        pytest.param("Kadar took power in Hungary.", id="accents-left-out"),
        pytest.param("Kádár took power in Hungary.", id="accents"),
        pytest.param("Mao Tse-tung was angry.", id="older-form"),
        pytest.param("Mao Zedong was angry.", id="newer-form"),
        pytest.param("Gomulka was cheered.", id="gomulka"),
        pytest.param("Cubans and Hungarians rose.", id="people-of-a-place"),
        pytest.param("Kennedy's speech and the Kennedys were famous.", id="plural"),
        pytest.param("Khrushchevs of every kind came.", id="plural-of-a-surname"),
        pytest.param("Johnston and Kennings are other men.", id="names-of-others"),
        pytest.param("The Kitchen was warm and the Harvest good.", id="words-of-English"),
        pytest.param("krushchev was bold.", id="no-capital"),
    ],
)
def test_what_is_no_misspelling(sentence: str, pack: Pack) -> None:
    assert spelt(sentence, pack) == []


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        pytest.param("Kruschev spoke. Kruschev left.", [("Kruschev", "Khrushchev")], id="same-twice"),
        pytest.param("Kruschev spoke. Krushchev left.", [("Kruschev", "Khrushchev")], id="two-ways"),
        pytest.param("Kruschev spoke.\n\nKruschev left.", [("Kruschev", "Khrushchev")], id="two-paragraphs"),
        pytest.param(
            "Kruschev spoke. Kenedy left.", [("Kruschev", "Khrushchev"), ("Kenedy", "Kennedy")], id="two-names-in-order"
        ),
        pytest.param("Khrushchev spoke. Kruschev left.", [("Kruschev", "Khrushchev")], id="once-right"),
    ],
)
def test_once_a_name(text: str, noted: list[tuple[str, str]], pack: Pack) -> None:
    assert spelt(text, pack) == noted


@pytest.mark.parametrize(
    ("sentence", "grades"),
    [
        pytest.param("Kruschev gave the Secret Speech in 1956.", [("Kruschev", SPELLING)], id="right-date"),
        pytest.param(
            "Kruschev gave the Secret Speech in 1958.", [("Kruschev", SPELLING), ("1958", "error")], id="misspelt-and-wrong"
        ),
        pytest.param("Sputnick was launched in 1957.", [("Sputnick", SPELLING)], id="event-right-date"),
        pytest.param("Sputnick was launched in 1959.", [("Sputnick", SPELLING), ("1959", "error")], id="event-wrong-date"),
        pytest.param("Kenedy met Khrushchev at the Vienna summit.", [("Kenedy", SPELLING)], id="right-person"),
        pytest.param("Malenkof gave the Secret Speech.", [("Malenkof", "error"), ("Malenkof", SPELLING)], id="wrong-person"),
    ],
)
def test_a_misspelt_name_is_understood(sentence: str, grades: list[tuple[str, str]], pack: Pack) -> None:
    assert sorted(graded(sentence, pack)) == sorted(grades)


def test_a_spelling_is_never_a_disagreement(pack: Pack) -> None:
    assert marked("Kruschev met Kenedy.", pack) == []


def test_a_spelling_stands_on_its_exact_words(pack: Pack) -> None:
    text = "It was so.\n\nThen Kruschev’s shoe came off."
    (found,) = [one for one in findings(text, pack) if one.slip]
    assert text[found.start : found.end] == found.text
    assert found.text.startswith("Kruschev")
