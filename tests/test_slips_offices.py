"""Offices that an essay gives to people: the person, the time, and what claims nothing."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import findings, marked


def offices(text: str, pack: Pack) -> list[tuple[str, str]]:
    """The words of each claim of an office, and its verdict."""
    return [(one.text, one.verdict) for one in findings(text, pack) if (one.fact or "").endswith(".office")]


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("Secretary of State Dulles distrusted him.", None, id="before-the-name"),
        pytest.param("Secretary of State Robert McNamara advised it.", "Secretary of State Robert McNamara", id="never-held"),
        pytest.param("Dean Rusk, the Secretary of State, met Gromyko.", None, id="after-the-name"),
        pytest.param(
            "Dean Rusk, the Secretary of Defense, met Gromyko.", "Dean Rusk, the Secretary of Defense", id="after-never-held"
        ),
        pytest.param("Allen Dulles, head of the CIA, planned it.", None, id="another-title-of-the-office"),
        pytest.param(
            "Allen Dulles, the Secretary of State, planned it.",
            "Allen Dulles, the Secretary of State",
            id="his-brother-s-office",
        ),
        pytest.param("Gromyko, the Soviet Foreign Minister, met Kennedy.", None, id="foreign-minister"),
        pytest.param(
            "Dobrynin, the Soviet Foreign Minister, met Robert Kennedy.",
            "Dobrynin, the Soviet Foreign Minister",
            id="the-minister-s-office-for-the-ambassador",
        ),
        pytest.param("Dobrynin, the Soviet ambassador, met Robert Kennedy.", None, id="ambassador"),
        pytest.param("Vice-President Nixon argued with Khrushchev.", None, id="vice-president"),
        pytest.param("President Nixon argued with Khrushchev in 1959.", "President Nixon", id="president-before-his-time"),
        pytest.param("Kennedy made McNamara Secretary of State.", "McNamara Secretary of State", id="never-given-to-him"),
        pytest.param("Chancellor Adenauer was angry.", None, id="chancellor"),
        pytest.param("Chancellor Ulbricht closed the border.", "Chancellor Ulbricht", id="the-other-german-s-office"),
    ],
)
def test_a_title_beside_a_name(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([flagged] if flagged else [])


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("Kennedy was President in 1961.", None, id="in-his-term"),
        pytest.param("Kennedy was President in 1960.", "Kennedy was President", id="before-his-term"),
        pytest.param("In 1960 President Eisenhower refused to apologise.", None, id="title-in-his-term"),
        pytest.param("In 1960 President Kennedy met the allies.", "President Kennedy", id="title-before-his-term"),
        pytest.param("In 1959 Khrushchev was Premier of the Soviet Union.", None, id="premier-after-march-1958"),
        pytest.param(
            "In 1956 Khrushchev was Premier of the Soviet Union.",
            "Khrushchev was Premier of the Soviet Union",
            id="premier-before-march-1958",
        ),
        pytest.param("Bulganin was Premier in 1955.", None, id="bulganin-in-1955"),
        pytest.param("Malenkov was Premier in 1957.", "Malenkov was Premier", id="malenkov-in-1957"),
        pytest.param("John Foster Dulles was Secretary of State in 1955.", None, id="dulles-in-1955"),
        pytest.param("Dean Rusk was Secretary of State in 1960.", "Dean Rusk was Secretary of State", id="rusk-in-1960"),
        pytest.param("Macmillan was Prime Minister in 1961.", None, id="macmillan-in-1961"),
        pytest.param("Macmillan was Prime Minister in 1955.", "Macmillan was Prime Minister", id="macmillan-in-1955"),
    ],
)
def test_a_title_in_its_time(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([flagged] if flagged else [])


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Former President Truman disapproved.", id="former"),
        pytest.param("The future President Nixon argued with Khrushchev.", id="future"),
        pytest.param("Richard Nixon, later President, argued with Khrushchev.", id="later"),
        pytest.param("Kennedy was not yet President in 1960.", id="not-yet"),
        pytest.param("Kennedy was not President in 1960.", id="denied"),
        pytest.param("If Kennedy had been President in 1960, he would have waited.", id="supposed"),
        pytest.param("Kennedy became President in January 1961.", id="became"),
        pytest.param("Richard Nixon, who would become President in 1969, argued with him.", id="would-become"),
        pytest.param("Kennedy replaced Eisenhower as President in 1961.", id="replaced"),
        pytest.param("Kennedy appointed McNamara Secretary of Defense in 1961.", id="given-to-another"),
        pytest.param("Kennedy told his Secretary of State to wait.", id="his-secretary"),
        pytest.param("Kennedy met the Premier and the Foreign Minister.", id="met-the-premier"),
        pytest.param("The President of Smith's club met Kennedy.", id="president-of-something-else"),
        pytest.param("Smith, the Secretary of State, was unknown.", id="nobody-that-the-pack-knows"),
        pytest.param(
            "President Kennedy was still a senator in 1956.",
            id="still-a-senator",
        ),
    ],
)
def test_what_claims_no_office(sentence: str, pack: Pack) -> None:
    assert marked(sentence, pack) == []


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        pytest.param("Dean Rusk was Secretary of State in 1960.", ["Dean Rusk", "1961", "Herter"], id="own-term-and-holder"),
        pytest.param("In 1960 President Kennedy met the allies.", ["Eisenhower"], id="holder"),
        pytest.param("Secretary of State Robert McNamara advised it.", ["Secretary of Defense"], id="own-office"),
        pytest.param(
            "Macmillan was Prime Minister in 1955.",
            ["Eden"],
            id="holder-of-a-title-that-several-states-have",
        ),
        pytest.param(
            "Chancellor Ulbricht closed the border.",
            ["Adenauer"],
            id="holder-of-the-german-title",
        ),
    ],
)
def test_what_is_said_to_be_right(sentence: str, says: list[str], pack: Pack) -> None:
    assert [word for word in says if word in "".join(right for _, right in marked(sentence, pack))] == says


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param("Vice-President Johnson went to Berlin.", [("Vice-President Johnson", "agrees")], id="title"),
        pytest.param("In 1960 Khrushchev was Premier.", [("Khrushchev was Premier", "agrees")], id="in-his-term"),
        pytest.param("President Nixon met him in 1959.", [("President Nixon", "disagrees")], id="before-his-term"),
        pytest.param("Nixon met him in 1959.", [], id="no-title-no-claim"),
        pytest.param("The President met him in 1959.", [], id="no-name-no-claim"),
        pytest.param("Former President Truman met him.", [], id="former-no-claim"),
    ],
)
def test_a_claim_of_an_office_and_its_verdict(sentence: str, claims: list[tuple[str, str]], pack: Pack) -> None:
    assert offices(sentence, pack) == claims


def test_the_value_is_the_office_that_agrees(pack: Pack) -> None:
    (claim,) = [one for one in findings("Prime Minister Eden went to Geneva.", pack) if (one.fact or "").endswith(".office")]
    assert pack.offices[claim.value].state == "britain"
