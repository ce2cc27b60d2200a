"""What tells who wrote an essay is dotted out of its header; what tells history stays, and no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference import Pack
from rubric import mark
from rubric.scrub import DOT, scrubbed, scrubbed_text

PROSE = (
    "Relations between the two powers changed direction more than once in these years, because John Kennedy and Zoe Power "
    "each feared war more than they trusted peace, and because neither could be seen to give way in public."
)
WRAPPED = (
    "Relations between the two powers changed direction more than\nonce in these years, because John Kennedy and his "
    "allies\nfeared war."
)
NAMES = ("Zoe Power", "John Kennedy", "Ann-Marie O'Neill")


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        pytest.param("Name: Sam Unlisted", "Name: ··· ········", id="label"),
        pytest.param("Student name - Sam Unlisted", "Student name - ··· ········", id="longer-label"),
        pytest.param("Candidate number: 7781", "Candidate number: ····", id="candidate-number"),
        pytest.param("Paper 2, candidate no. 7781 A", "Paper 2, candidate no. ···· A", id="number-inside-a-line"),
        pytest.param("Centre No 12345", "Centre No ·····", id="centre-number"),
        pytest.param("7781", "····", id="number-alone"),
        pytest.param("Zoe Power 12B", "··· ····· 12B", id="on-the-class-list"),
        pytest.param("POWER, Zoe", "·····, ···", id="last-name-first"),
        pytest.param("Z. Power", "·· ·····", id="initial"),
        pytest.param("By Zoe", "By ···", id="first-name-alone"),
        pytest.param("Ann-Marie O'Neill's essay", "········· ·······'s essay", id="hyphen-and-apostrophe"),
        pytest.param("zoe.power@school.example", "·" * 24, id="e-mail"),
    ],
)  # fmt: skip
def test_a_header_line_tells_no_one(header: str, kept: str) -> None:
    assert scrubbed_text(f"{header}\n\n{PROSE}", NAMES) == f"{kept}\n\n{PROSE}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PROSE, id="names-in-prose"),
        pytest.param(WRAPPED, id="names-in-wrapped-prose"),
        pytest.param(f"Was John Kennedy to blame?\n\n{PROSE}", id="names-in-a-question"),
        pytest.param(f"Kennedy and Khrushchev\n\n{PROSE}", id="a-title-with-one-part-of-a-name"),
        pytest.param(f"Power in Berlin, 1961\n\n{PROSE}", id="a-title-with-a-word-that-is-a-name"),
        pytest.param(f"1961\n\n{PROSE}", id="a-year-as-a-title"),
        pytest.param(f"{PROSE}\n\nJohn Kennedy had won, and he knew it.", id="names-in-a-last-short-sentence"),
        pytest.param(f"In short: the powers\n\n{PROSE}", id="a-colon-in-a-title"),
    ],
)
def test_history_stays(text: str) -> None:
    assert scrubbed_text(text, NAMES) == text


@pytest.mark.parametrize(
    ("footer", "kept"),
    [
        pytest.param("Zoe Power", "··· ·····", id="name"),
        pytest.param("Candidate number: 7781", "Candidate number: ····", id="number"),
        pytest.param("Word count: 812", "Word count: 812", id="word-count"),
    ],
)
def test_a_footer_line_too(footer: str, kept: str) -> None:
    assert scrubbed_text(f"{PROSE}\n\n{footer}", NAMES) == f"{PROSE}\n\n{kept}"


def test_a_marking_is_kept_under_its_label_with_every_span_in_place(pack: Pack) -> None:
    essay = f"Name: Sam Unlisted, Berlin Wall 1962\n\n{PROSE} The Berlin Wall went up in 1962."
    marking = mark(essay, pack, facts_only=True, name="unlisted_sam.docx")
    kept = scrubbed(marking, NAMES, "Student 07")
    assert "nlisted" not in kept.to_json()
    assert kept.essay.name == "Student 07"
    assert [one.text for one in kept.slips] == [kept.essay.text[one.start : one.end] for one in kept.slips]
    assert [(one.start, one.end, one.message) for one in kept.slips] == [
        (one.start, one.end, one.message) for one in marking.slips
    ]


@given(st.text("aZ .\n:1?", max_size=80), st.lists(st.text("aZ ", max_size=6), max_size=3))
def test_the_length_never_changes_and_scrubbing_twice_changes_nothing(text: str, names: list[str]) -> None:
    once = scrubbed_text(text, names)
    assert len(once) == len(text)
    assert [a for a, b in zip(once, text, strict=True) if a != b] == [DOT] * sum(
        a != b for a, b in zip(once, text, strict=True)
    )
    assert scrubbed_text(once, names) == once
