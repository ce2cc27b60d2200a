"""The order of events and the distances between them: before and after, "two months later", "the following year"."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import agreed, findings, marked

NATO = pytest.mark.xfail(reason="NATO by its own name is an alliance, so nothing is counted from it")


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("The Berlin Wall was built after the Vienna summit.", None, id="after"),
        pytest.param("The Berlin Wall was built before the Vienna summit.", "before the Vienna summit", id="wrong"),
        pytest.param("Sputnik was launched after the Secret Speech.", None, id="sputnik-after"),
        pytest.param("Sputnik was launched before the Secret Speech.", "before the Secret Speech", id="sputnik"),
        pytest.param("The Bay of Pigs came before the Vienna summit.", None, id="came-before"),
        pytest.param("The Bay of Pigs came after the Vienna summit.", "after the Vienna summit", id="came"),
        pytest.param("The Hotline was set up after the Cuban Missile Crisis.", None, id="hotline-after"),
        pytest.param(
            "The Hotline was set up before the Cuban Missile Crisis.", "before the Cuban Missile Crisis", id="hotline-before"
        ),
        pytest.param("Stalin died before the Geneva summit of 1955 met.", None, id="clause-with-its-own-verb"),
        pytest.param("Kennedy was assassinated before the Hotline was set up.", "before the Hotline", id="clause-order"),
        pytest.param("The Hotline was set up before Kennedy was assassinated.", None, id="clause-order-right"),
        pytest.param("The Berlin Wall was not built before the Vienna summit.", None, id="denied"),
        pytest.param(
            "If the Hotline had been set up before the Cuban Missile Crisis, all would be calmer.", None, id="supposed"
        ),
        pytest.param("Not long after the Hotline came the Cuban Missile Crisis of memory.", None, id="not-long-after"),
        pytest.param("Even before the Hotline, Kennedy wrote letters.", None, id="no-second-event"),
        pytest.param("Before the Vienna summit he rested.", None, id="one-event"),
        pytest.param("The Warsaw Pact was formed after NATO.", None, id="alliance-right"),
        pytest.param("The Warsaw Pact was formed before NATO.", "before NATO", id="alliance", marks=NATO),
    ],
)
def test_before_and_after(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words[: len(flagged or words)] for words, _ in marked(sentence, pack)] == ([flagged] if flagged else [])


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("The Berlin Wall was built two months after the Vienna summit.", None, id="months"),
        pytest.param("The Berlin Wall was built ten weeks after the Vienna summit.", None, id="weeks"),
        pytest.param("The Berlin Wall was built two years after the Vienna summit.", "two years after", id="months-as-years"),
        pytest.param("The Berlin Wall was built six months after the Vienna summit.", "six months after", id="months-off"),
        pytest.param("The Hotline was set up eight months after the Cuban Missile Crisis.", None, id="hotline"),
        pytest.param("The Hotline was set up a year after the Cuban Missile Crisis.", None, id="rounded-to-a-year"),
        pytest.param("The Hotline was set up five years after the Cuban Missile Crisis.", "five years after", id="years-off"),
        pytest.param("The Geneva Summit of 1955 met two years after Stalin's death.", None, id="after-a-death"),
        pytest.param("Sputnik was launched four years after the Secret Speech.", "four years after", id="years-too-many"),
        pytest.param("Sputnik was launched within two years of the Secret Speech.", None, id="within"),
        pytest.param("The Hotline was not set up five years after the Cuban Missile Crisis.", None, id="denied"),
        pytest.param("Smith was born two years after the Vienna summit.", None, id="no-event-of-the-pack"),
        pytest.param(
            "Sputnik was launched a year after the Secret Speech.",
            None,
            id="next-calendar-year",
            marks=pytest.mark.xfail(reason="1956 to 1957 is a year as students count, yet flagged as a slip of duration"),
        ),
        pytest.param("The Warsaw Pact was formed six years after NATO.", None, id="alliance-right"),
        pytest.param("The Warsaw Pact was formed two years after NATO.", "two years after", id="alliance", marks=NATO),
    ],
)
def test_a_distance_from_an_event(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([flagged] if flagged else [])


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        pytest.param("The Secret Speech was given in 1956. The following year Sputnik was launched.", None, id="following"),
        pytest.param(
            "The Secret Speech was given in 1956. The same year Sputnik was launched.", "The same year", id="same-year-off"
        ),
        pytest.param("In 1961 the Vienna summit met. That year the Berlin Wall was built.", None, id="that-year"),
        pytest.param("In 1955 the Warsaw Pact was formed. That year Sputnik was launched.", "That year", id="that-year-off"),
        pytest.param("In 1956 Khrushchev gave the Secret Speech. Five years later the Berlin Wall was built.", None, id="five"),
        pytest.param(
            "In 1956 Khrushchev gave the Secret Speech. Three years later the Berlin Wall was built.",
            "Three years later",
            id="three-for-five",
        ),
        pytest.param("In June 1961 Kennedy met Khrushchev, and two months later the Berlin Wall was built.", None, id="months"),
        pytest.param(
            "In June 1961 Kennedy met Khrushchev, and six months later the Berlin Wall was built.",
            "six months later",
            id="six-months-for-two",
        ),
        pytest.param("In 1956 Khrushchev spoke.\n\nThe same year Sputnik was launched.", None, id="new-paragraph"),
        pytest.param("The following year Sputnik was launched.", None, id="nothing-to-count-from"),
        pytest.param("In 1955 and in 1956 he spoke. The same year Sputnik was launched.", None, id="two-years-to-count-from"),
        pytest.param("In 1956 he spoke. The following year was quiet.", None, id="no-event"),
    ],
)
def test_a_distance_from_the_text(text: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == ([flagged] if flagged else [])


def test_a_wrong_date_is_not_blamed_again_on_what_is_counted_from_it(pack: Pack) -> None:
    text = "In 1957 Khrushchev gave the Secret Speech, and five years later the Berlin Wall was built."
    assert [words for words, _ in marked(text, pack)] == ["1957"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("The Hotline was set up before the Cuban Missile Crisis.", "order", id="order"),
        pytest.param("The Hotline was set up five years after the Cuban Missile Crisis.", "duration", id="distance"),
        pytest.param(
            "The Hotline was set up two years before the Cuban Missile Crisis.", "order", id="distance-on-the-wrong-side"
        ),
    ],
)
def test_the_kind_of_slip(sentence: str, kind: str, pack: Pack) -> None:
    assert [found.slip.kind for found in findings(sentence, pack) if found.slip] == [kind]


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        pytest.param(
            "The Hotline was set up after the Cuban Missile Crisis.",
            [("after the Cuban Missile Crisis", "hotline.order")],
            id="order",
        ),
        pytest.param(
            "The Hotline was set up eight months after the Cuban Missile Crisis.",
            [("eight months after", "hotline.when")],
            id="distance",
        ),
        pytest.param("The Hotline was not set up before the Cuban Missile Crisis.", [], id="denied"),
        pytest.param("Even before the Hotline, Kennedy wrote letters.", [], id="one-event"),
    ],
)
def test_a_right_order_agrees(sentence: str, agrees: list[tuple[str, str]], pack: Pack) -> None:
    assert agreed(sentence, pack) == agrees
