"""The facts prove themselves: every example of every event and known mistake holds, and what is cited is there."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from reference import Pack, load_pack
from reference.pack import GENERAL_KNOWLEDGE, Citation, Event, Examples, SlipExample
from rubric.proving import check_dates, flagged, prove_entry

PACK = load_pack("usa-ussr-1955-62")
WITH_EXAMPLES = [event.id for event in PACK.events.values() if event.examples != Examples()]
MISTAKES_WITH_EXAMPLES = [mistake.id for mistake in PACK.mistakes.values() if mistake.examples != Examples()]
LOOKED_FOR = [mistake.id for mistake in PACK.mistakes.values() if mistake.cues]
CORE = [event.id for event in PACK.events.values() if event.tier == "core"]


def citations(value: object) -> list[Citation]:
    """Every citation inside an entry, however deep."""
    if isinstance(value, Citation):
        return [value]
    if isinstance(value, BaseModel):
        return [found for _, inner in value for found in citations(inner)]
    if isinstance(value, dict | tuple):
        return [found for inner in (value.values() if isinstance(value, dict) else value) for found in citations(inner)]
    return []


def with_examples(event: Event, **examples: object) -> Event:
    return event.model_copy(update={"examples": event.examples.model_copy(update={"not_yet": (), "fine": (), **examples})})


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_of(name, pack):
    assert [str(failure) for failure in prove_entry(pack.events[name], pack)] == []


@pytest.mark.parametrize("name", MISTAKES_WITH_EXAMPLES)
def test_examples_of_mistake(name, pack):
    assert [str(failure) for failure in prove_entry(pack.mistakes[name], pack)] == []


@pytest.mark.parametrize("name", CORE)
def test_core_event_has_both_kinds_of_example(name, pack):
    examples = pack.events[name].examples
    assert examples.slip
    assert examples.fine


@pytest.mark.parametrize("name", LOOKED_FOR)
def test_mistake_that_is_looked_for_has_both_kinds_of_example(name, pack):
    examples = pack.mistakes[name].examples
    assert examples.slip
    assert examples.fine


def test_most_events_have_examples(pack):
    assert len(WITH_EXAMPLES) > 0.9 * len(pack.events)


# A proof that cannot fail proves nothing: each wrong example says what is wrong with it.
@pytest.mark.parametrize(
    ("text", "says", "failure"),
    [
        pytest.param("The Berlin Wall went up in <<1962>>.", "1961", None, id="right"),
        pytest.param("The Berlin Wall went up in <<1961>>.", "1961", "'1961' is not flagged", id="no-slip-in-it"),
        pytest.param("The Berlin Wall <<went up>> in 1962.", "1961", "'1962' is flagged, not 'went up'", id="other-words"),
        pytest.param("The Berlin Wall went up in <<1962>>.", "1958", "which lacks '1958'", id="other-answer"),
        pytest.param("The Berlin Wall went up in <<1962>>.", "1963", "'1963' is still flagged", id="mend-is-wrong"),
        pytest.param("The Berlin Wall went up in 1962.", "1961", "needs its wrong words between << and >>", id="no-marks"),
        pytest.param(
            "The Berlin Wall went up in <<1962>>, and the Vienna summit met in 1959.", "1961", "is flagged 2 times", id="twice"
        ),
    ],
)
def test_a_slip_example_that_does_not_hold_is_told(text, says, failure, pack):
    event = with_examples(pack.events["berlin-wall"], slip=(SlipExample(text=text, says=says),))
    told = [str(found) for found in prove_entry(event, pack)]
    assert any(failure in said for said in told) if failure else told == []


def test_a_fine_example_that_is_flagged_is_told(pack):
    event = with_examples(pack.events["berlin-wall"], slip=(), fine=("The Berlin Wall went up in 1962.",))
    assert ["'1962' is flagged" in str(failure) for failure in prove_entry(event, pack)] == [True]


def test_a_not_yet_that_is_mended_is_told(pack):
    known = Examples.model_validate({"not_yet": [{"text": "The Berlin Wall went up in <<1962>>.", "want": "slip"}]})
    event = pack.events["berlin-wall"].model_copy(update={"examples": known})
    assert ["move it from not_yet to slip" in str(failure) for failure in prove_entry(event, pack)] == [True]


def test_flagged_gives_the_exact_words(pack):
    text = "In 1959 all was quiet, but the Berlin Wall went up in 1962."
    assert [(finding.text, finding.start) for finding in flagged(text, pack)] == [("1962", text.index("1962"))]


def test_every_date_is_edtf_and_read_as_the_standard_reads_it(pack):
    assert list(check_dates(pack)) == []


@pytest.mark.parametrize(
    ("when", "told"),
    [
        pytest.param("1961-08-13", None, id="a-day"),
        pytest.param("1962-10-16/1962-10-28", None, id="an-interval"),
        pytest.param("13 August 1961", "is not an EDTF date: write it as", id="english"),
        pytest.param("1958/", "is read in two ways", id="end-left-out"),
        pytest.param("1958/..", None, id="open-end"),
        pytest.param("1961-8-13", "is not an EDTF date: write it as", id="one-digit"),
    ],
)
def test_a_date_of_a_pack_is_checked(when, told, pack):
    changed = {"berlin-wall": pack.events["berlin-wall"].model_copy(update={"when": when, "accept": ()})}
    found = list(check_dates(Pack.model_construct(**{**dict(pack), "events": changed})))
    assert any(told in said for said in found) if told else found == []


def test_every_cited_source_exists(pack):
    cited = {citation.source for citation in citations(pack)}
    assert len(cited) > 10
    assert cited - pack.sources.keys() == set()


def test_a_document_is_cited_with_its_place(pack):
    assert [c for c in citations(pack) if c.source != GENERAL_KNOWLEDGE and not c.where] == []


def test_general_knowledge_is_unchecked_and_a_document_is_checked(pack):
    assert {c.source for c in citations(pack) if not c.checked} == {GENERAL_KNOWLEDGE}
    assert pack.sources[GENERAL_KNOWLEDGE].kind == "knowledge"
    assert not pack.sources[GENERAL_KNOWLEDGE].file


def test_every_document_says_when_it_was_read(pack):
    read = {source.id: source.read for source in pack.sources.values() if source.kind != "knowledge"}
    assert [name for name, day in read.items() if not re.fullmatch(r"20\d\d-\d\d-\d\d", day)] == []


def test_labels_are_short(pack):
    assert [point.label for point in pack.points.values() if len(point.label.split()) > 6] == []
