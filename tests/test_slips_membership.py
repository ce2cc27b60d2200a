"""The members that an essay gives to an alliance, against the pack's."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import agreed, findings, marked


def flagged(text: str, pack: Pack) -> list[str]:
    return [words for words, _ in marked(text, pack)]


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        pytest.param("The members of NATO included Britain, France and Norway.", [], id="nato"),
        pytest.param("The members of NATO included Britain, France and Ireland.", ["Ireland"], id="nato-and-a-neutral"),
        pytest.param("NATO tied together Britain, Yugoslavia and Canada.", ["Yugoslavia"], id="one-inside-the-list"),
        pytest.param("NATO tied together Britain, France and Canada.", [], id="tied-together"),
        pytest.param("SEATO included Britain, France, Thailand and Pakistan.", [], id="seato"),
        pytest.param("SEATO included Britain, France, Thailand and India.", ["India"], id="seato-and-india"),
        pytest.param("SEATO included Britain, Japan, Thailand and India.", ["Japan", "India"], id="two-in-a-list"),
        pytest.param("NATO was founded in 1949 by the United States, Britain, France and Italy.", [], id="founders"),
        pytest.param(
            "NATO was founded in 1949 by the United States, Britain, France and West Germany.",
            ["West Germany"],
            id="founder-that-joined-later",
        ),
        pytest.param("Poland, Hungary and Czechoslovakia were members of the Warsaw Pact.", [], id="pact"),
        pytest.param("The Warsaw Pact bound Poland, Hungary and Romania.", [], id="pact-bound"),
        pytest.param("NATO included Britain, France and Smithland.", [], id="state-that-the-pack-lacks"),
    ],
)
def test_a_list_of_members(sentence: str, states: list[str], pack: Pack) -> None:
    assert flagged(sentence, pack) == states


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        pytest.param("West Germany joined NATO in 1955.", [], id="joined"),
        pytest.param("Greece and Turkey joined NATO in 1952.", [], id="two-joined"),
        pytest.param("Yugoslavia joined the Warsaw Pact in 1955.", ["Yugoslavia"], id="never-joined"),
        pytest.param("Finland joined the Warsaw Pact.", ["Finland"], id="never-joined-without-a-year"),
        pytest.param("Japan and Turkey joined NATO.", ["Japan"], id="one-of-two-never-joined"),
        pytest.param("West Germany joined NATO in 1957.", ["1957"], id="joined-at-another-time-is-a-date"),
        pytest.param("Yugoslavia never joined the Warsaw Pact.", [], id="never"),
        pytest.param("Yugoslavia did not join the Warsaw Pact.", [], id="denied"),
        pytest.param("If Yugoslavia had joined the Warsaw Pact, Tito would have lost.", [], id="supposed"),
        pytest.param("Some textbooks say that Yugoslavia joined the Warsaw Pact.", [], id="reported"),
        pytest.param("Yugoslavia watched as Poland joined the Warsaw Pact.", [], id="only-watched"),
        pytest.param("Austria stayed outside NATO.", [], id="outside"),
        pytest.param("Hungary wanted to leave the Warsaw Pact.", [], id="leave"),
        pytest.param(
            "All the states of eastern Europe but Yugoslavia joined the Warsaw Pact.",
            [],
            id="all-but",
            marks=pytest.mark.xfail(reason="an exception is heeded in lists, not with verbs of joining: a false alarm"),
        ),
    ],
)
def test_a_state_that_joins(sentence: str, states: list[str], pack: Pack) -> None:
    assert flagged(sentence, pack) == states


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The Warsaw Pact threatened Austria, Yugoslavia and Greece.", id="threatened"),
        pytest.param("NATO faced Poland, Hungary and Romania across the line.", id="faced"),
        pytest.param("NATO and the Warsaw Pact included Britain, Poland and Hungary.", id="two-alliances"),
        pytest.param("Unlike NATO, Sweden, Finland and Austria kept no army abroad.", id="unlike"),
        pytest.param("NATO did not include Sweden, Finland or Austria.", id="did-not-include"),
        pytest.param("Troops of Austria, Sweden and Ireland served the UN.", id="no-alliance"),
    ],
)
def test_what_is_no_list_of_members(sentence: str, pack: Pack) -> None:
    assert flagged(sentence, pack) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Poland, Hungary and Yugoslavia were members of the Warsaw Pact.",
            id="members-of-as-the-predicate",
            marks=pytest.mark.xfail(reason="states before 'were members of' are not read as a list of members"),
        ),
        pytest.param(
            "The Warsaw Pact united Poland, Hungary, Romania and Yugoslavia.",
            id="united",
            marks=pytest.mark.xfail(reason="the parser takes 'united' for an adjective, so no verb joins the list"),
        ),
        pytest.param("Yugoslavia, Poland and Hungary belonged to the Warsaw Pact.", id="belonged-to"),
    ],
)
def test_a_list_with_yugoslavia(sentence: str, pack: Pack) -> None:
    assert flagged(sentence, pack) == ["Yugoslavia"]


def test_what_is_said_and_of_which_kind(pack: Pack) -> None:
    (found,) = [one for one in findings("Finland joined the Warsaw Pact.", pack) if one.slip]
    assert found.slip
    assert (found.slip.kind, found.slip.severity, found.slip.right) == (
        "membership",
        "error",
        "Finland was never in Warsaw Pact",
    )


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        pytest.param(
            "The members of NATO included Britain and Norway.",
            [("Britain", "nato.members"), ("Norway", "nato.members")],
            id="members",
        ),
        pytest.param("Yugoslavia never joined the Warsaw Pact.", [], id="never"),
        pytest.param("NATO faced Poland, Hungary and Romania across the line.", [], id="faced"),
        pytest.param(
            "The members of NATO included Sweden and Hungary.",
            [],
            id="members-of-another-age",
            marks=pytest.mark.xfail(reason="accessions of 1999 to 2024 agree with an undated claim about 1945-64"),
        ),
    ],
)
def test_a_right_member_agrees(sentence: str, agrees: list[tuple[str, str]], pack: Pack) -> None:
    assert agreed(sentence, pack) == agrees
