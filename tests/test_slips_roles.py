"""Who did a thing, and who was there, against the pack's: by grammar only, and only where the pack can know."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import agreed, findings, marked

KHRUSHCHEV, CHURCHILL, IKE = "it was Nikita Khrushchev", "it was Winston Churchill", "it was Dwight D. Eisenhower"


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("Khrushchev gave the Secret Speech.", [], id="subject"),
        pytest.param("Malenkov gave the Secret Speech.", [("Malenkov", KHRUSHCHEV)], id="wrong-subject"),
        pytest.param("The Secret Speech was given by Khrushchev.", [], id="by"),
        pytest.param("The Secret Speech was given by Bulganin.", [("Bulganin", KHRUSHCHEV)], id="wrong-after-by"),
        pytest.param("Eisenhower's Open Skies proposal failed.", [], id="possessive"),
        pytest.param("Kennedy's Open Skies proposal failed.", [("Kennedy", IKE)], id="wrong-possessive"),
        pytest.param("Eisenhower proposed Open Skies.", [], id="proposed"),
        pytest.param("Kennedy proposed Open Skies.", [("Kennedy", IKE)], id="wrong-proposed"),
        pytest.param("Churchill gave the Iron Curtain speech.", [], id="iron-curtain"),
        pytest.param("Truman gave the Iron Curtain speech.", [("Truman", CHURCHILL)], id="wrong-iron-curtain"),
        pytest.param("Kennan sent the Long Telegram.", [], id="sent"),
        pytest.param("Churchill sent the Long Telegram.", [("Churchill", "it was George Kennan")], id="wrong-sent"),
        pytest.param("Truman announced the Truman Doctrine.", [], id="named-after-him"),
        pytest.param(
            "Eisenhower announced the Truman Doctrine.", [("Eisenhower", "it was Harry S. Truman")], id="wrong-announced"
        ),
        pytest.param("Malenkov did not give the Secret Speech.", [], id="denied"),
        pytest.param("If Malenkov had given the Secret Speech, he would have fallen.", [], id="supposed"),
        pytest.param("It is often said that Malenkov gave the Secret Speech.", [], id="reported"),
        pytest.param("Mao was offended by the Secret Speech.", [], id="the-one-offended"),
        pytest.param("Castro asked Khrushchev about the Secret Speech.", [], id="asked-about"),
        pytest.param("Malenkov heard the Secret Speech in silence.", [], id="heard"),
        pytest.param("Gaddis gave the Secret Speech a chapter.", [], id="historian"),
        pytest.param("Smith gave the Secret Speech.", [], id="nobody-that-the-pack-knows"),
    ],
)
def test_who_did_it(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("Kennedy met Khrushchev at the Vienna summit.", [], id="two-who-were-there"),
        pytest.param("Kennedy met Bulganin at the Vienna summit.", ["Bulganin"], id="object-who-was-not"),
        pytest.param("Eisenhower met Khrushchev at the Vienna summit.", ["Eisenhower"], id="subject-who-was-not"),
        pytest.param("Kennedy and Malenkov met at the Vienna summit.", ["Malenkov"], id="one-of-two-who-was-not"),
        pytest.param("Kennedy and Khrushchev met at the Vienna summit.", [], id="both-there"),
        pytest.param("Stalin and Truman met at the Potsdam Conference.", [], id="potsdam"),
        pytest.param("Stalin and Roosevelt met at the Potsdam Conference.", ["Roosevelt"], id="roosevelt-at-potsdam"),
        pytest.param("Stalin and Roosevelt met at the Yalta Conference.", [], id="yalta"),
        pytest.param("Stalin and Truman met at the Yalta Conference.", ["Truman"], id="truman-at-yalta"),
        pytest.param("Eisenhower envied Kennedy the Vienna summit.", [], id="not-said-to-be-there"),
        pytest.param("Eisenhower did not meet Khrushchev at the Vienna summit.", [], id="denied"),
        pytest.param("Had Eisenhower met Khrushchev at the Vienna summit, all would be well.", [], id="supposed"),
        pytest.param("Eisenhower met Khrushchev in 1959 and Kennedy met him at the Vienna summit.", [], id="two-clauses"),
        pytest.param("Mao was told of the Vienna summit.", [], id="told-of"),
    ],
)
def test_who_was_there(sentence: str, flagged: list[str], pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == flagged


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("Malenkov gave the Secret Speech.", "attribution", id="who-did-it"),
        pytest.param("Kennedy met Bulganin at the Vienna summit.", "person", id="who-was-there"),
    ],
)
def test_the_kind_of_slip(sentence: str, kind: str, pack: Pack) -> None:
    assert [found.slip.kind for found in findings(sentence, pack) if found.slip] == [kind]


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        pytest.param("Khrushchev gave the Secret Speech.", [("Khrushchev", "secret-speech.by")], id="who-did-it"),
        pytest.param("Mao was offended by the Secret Speech.", [], id="a-reaction-is-no-claim"),
        pytest.param("Malenkov did not give the Secret Speech.", [], id="a-denial-is-no-claim"),
        pytest.param(
            "Kennedy and Khrushchev met at the Vienna summit.",
            [("Kennedy", "vienna-summit.who"), ("Khrushchev", "vienna-summit.who")],
            id="both-there",
        ),
    ],
)
def test_a_right_person_agrees(sentence: str, agrees: list[tuple[str, str]], pack: Pack) -> None:
    assert agreed(sentence, pack) == agrees
