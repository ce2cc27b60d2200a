"""Signs: how a sentence shows that it tells, reasons, concedes or names a yardstick; by its words and its opening."""

from __future__ import annotations

import pytest

from reference.reading.lexicon import Lexicon
from rubric.data import data
from rubric.essay import Read, read_essay
from rubric.signs import reasons, speaks, tells, told_bare


@pytest.fixture
def read(known: Lexicon, request: pytest.FixtureRequest) -> Read:
    """The first sentence of the text in the row."""
    return read_essay(request.param, known).sentences[0]


@pytest.mark.parametrize(
    ("read", "told"),
    [
        pytest.param("In August 1961 the border was closed.", True, id="opens-on-a-date"),
        pytest.param("And on 13 August the wire went up.", True, id="and-on-a-date"),
        pytest.param("Then Khrushchev went home.", True, id="then"),
        pytest.param("After this the talks stopped.", True, id="after-this"),
        pytest.param("The border was closed in August 1961.", False, id="date-at-the-end"),
        pytest.param("October 1962 was the lowest point of all.", False, id="a-date-as-subject"),
        pytest.param("The 1955 summit settled nothing.", False, id="a-date-that-names"),
        pytest.param("By 1962 the Wall had calmed Berlin.", False, id="by-sums-up"),
        pytest.param("Neither side trusted the other then.", False, id="then-at-the-end"),
    ],
    indirect=["read"],
)
def test_tells(read: Read, told: bool) -> None:
    assert tells(read) is told


@pytest.mark.parametrize(
    ("read", "bare"),
    [
        pytest.param("The Berlin Wall went up in August 1961.", True, id="event-and-date"),
        pytest.param("In 1961 there was trouble.", True, id="a-date-alone"),
        pytest.param("The Berlin Wall went up because people were leaving.", False, id="with-a-reason"),
        pytest.param("The Berlin Wall was hated, but it kept the peace.", False, id="with-a-contrast"),
        pytest.param("Soldiers brought posts and wire.", False, id="names-nothing"),
    ],
    indirect=["read"],
)
def test_told_bare(read: Read, bare: bool) -> None:
    assert told_bare(read) is bare


@pytest.mark.parametrize(
    ("read", "kinds"),
    [
        pytest.param("The wire went up at night.", 0, id="none"),
        pytest.param("It mattered because it stopped the refugees.", 2, id="judgement-and-reason"),
        pytest.param("Although it was hated, it therefore made war less likely.", 2, id="concession-and-consequence"),
        pytest.param("Butter was dear and the becauses were many.", 0, id="whole-words-only"),
    ],
    indirect=["read"],
)
def test_kinds_of_reasoning(read: Read, kinds: int) -> None:
    assert reasons(read) == kinds


@pytest.mark.parametrize(
    ("read", "measured"),
    [
        pytest.param("Judged by how near war came, October 1962 was the lowest point.", True, id="judged-by"),
        pytest.param("By that measure Vienna changed little.", True, id="by-that-measure"),
        pytest.param("If the test is trust, the U-2 mattered more.", True, id="the-test-is"),
        pytest.param("The test ban was signed in Moscow.", False, id="the-test-ban-is-no-criterion"),
        pytest.param("He ordered tests of bombs again.", False, id="tests-of-bombs"),
        pytest.param("By that September he was in Iowa.", False, id="by-that-month"),
        pytest.param("Safety measures were taken.", False, id="measures-taken"),
    ],
    indirect=["read"],
)
def test_a_criterion_is_no_nuclear_test(read: Read, measured: bool) -> None:
    assert speaks(read, "criterion") is measured


def test_signs_name_nothing_of_a_pack(known: Lexicon) -> None:
    told = " . ".join(entry.rstrip("*") for group in data("signs").values() for entry in group)
    assert [mention.text for read in read_essay(told, known).sentences for mention in read.mentions] == []
