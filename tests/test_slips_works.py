"""The authors that an essay gives to books, against the pack's."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import agreed, findings, marked

KNOW, DAYS, ESSENCE = (
    "We Now Know is by John Lewis Gaddis",
    "Thirteen Days is by Robert F. Kennedy",
    "Essence of Decision is by Graham Allison and Philip Zelikow",
)


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("Gaddis, in We Now Know, blames Stalin.", [], id="in-after-a-comma"),
        pytest.param("Taubman, in We Now Know, blames Stalin.", [("Taubman", KNOW)], id="wrong-in-after-a-comma"),
        pytest.param("Robert Kennedy's Thirteen Days tells it.", [], id="possessive"),
        pytest.param("Dean Rusk's Thirteen Days tells it.", [("Dean Rusk", DAYS)], id="wrong-possessive"),
        pytest.param("Schlesinger's Thirteen Days tells it.", [("Schlesinger", DAYS)], id="wrong-historian"),
        pytest.param("Thirteen Days by Robert Kennedy tells it.", [], id="by"),
        pytest.param("Thirteen Days by Dean Rusk tells it.", [("Dean Rusk", DAYS)], id="wrong-by"),
        pytest.param("In his memoir Thirteen Days Robert Kennedy recalls it.", [], id="memoir"),
        pytest.param("In his memoir Thirteen Days McNamara recalls it.", [("McNamara", DAYS)], id="wrong-memoir"),
        pytest.param("Essence of Decision by Allison tells it.", [], id="one-of-two-authors"),
        pytest.param("Essence of Decision by Gaddis tells it.", [("Gaddis", ESSENCE)], id="wrong-of-two"),
        pytest.param("Allison and Zelikow, in Essence of Decision, weigh it.", [], id="both-authors"),
        pytest.param(
            "In Thirteen Days, McNamara argues for the blockade at length.",
            [],
            id="a-person-in-the-book",
        ),
        pytest.param("In Thirteen Days McNamara appears as a voice of caution.", [], id="appears-in-it"),
        pytest.param("Thirteen Days was not written by Dean Rusk.", [], id="denied"),
        pytest.param("Kennedy's Thirteen Days tells it.", [], id="namesake"),
        pytest.param("Dean Rusk read Thirteen Days with care.", [], id="reader"),
        pytest.param("Dean Rusk spent thirteen days at his desk.", [], id="no-title"),
        pytest.param("Smith's Thirteen Days tells it.", [], id="nobody-that-the-pack-knows"),
        pytest.param(
            "In We Now Know, Taubman argues that Stalin was to blame.",
            [("Taubman", KNOW)],
            id="in-the-book-x-argues",
            marks=pytest.mark.xfail(reason="a title with a verb in it ('Know') is parsed as a clause of its own"),
        ),
    ],
)
def test_who_wrote_it(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        pytest.param("Gaddis, in We Now Know, blames Stalin.", [("Gaddis", "we-now-know.by")], id="in"),
        pytest.param("Hope Harrison's Driving the Soviets up the Wall is new.", [("Hope Harrison",)], id="possessive"),
        pytest.param("Dean Rusk read Thirteen Days with care.", [], id="reader"),
        pytest.param("Thirteen Days was not written by Dean Rusk.", [], id="denied"),
    ],
)
def test_a_right_author_agrees(sentence: str, agrees: list[tuple[str, ...]], pack: Pack) -> None:
    assert [row[: len(want)] for row, want in zip(agreed(sentence, pack), agrees, strict=True)] == agrees


def test_the_kind_of_slip_is_attribution(pack: Pack) -> None:
    assert [one.slip.kind for one in findings("Dean Rusk's Thirteen Days tells it.", pack) if one.slip] == ["attribution"]


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("The Long Peace (1978) by Gaddis argues this.", "1978", id="before-it-came-out"),
        pytest.param("The Long Peace (1987) by Gaddis argues this.", None, id="its-year"),
        pytest.param("The Long Peace (1989) by Gaddis argues this.", None, id="another-edition"),
        pytest.param("The Long Peace, which began in 1945, is by Gaddis.", None, id="no-bracket"),
    ],
)
def test_no_book_is_older_than_its_first_edition(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([] if flagged is None else [flagged])
