"""Text that recognition has spoilt: read as what it is where that is sure, a guess where it is not, and the way back."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference import Pack
from reference.reading.lexicon import Lexicon
from reference.reading.mending import mended
from reference.reading.ocr import Edit, edits
from reference.shelves import PACKS
from rubric import mark


def read(text: str, known: Lexicon) -> list[tuple[str, str, bool]]:
    return [(text[edit.start : edit.end], edit.text, edit.sure) for edit in edits(text, known.proper)]


@pytest.mark.parametrize(
    ("text", "spoilt", "meant", "sure"),
    [
        pytest.param("It went up in l961.", "l961", "1961", False, id="l-for-1"),
        pytest.param("It went up in 196I.", "196I", "1961", False, id="capital-I-for-1"),
        pytest.param("It began in 195O-61.", "195O", "1950", False, id="O-for-0"),
        pytest.param("On l3 August", "l3", "13", False, id="day-before-month"),
        pytest.param("On August 2O, he", "2O", "20", False, id="day-after-month"),
        pytest.param("It went up in 19 61.", "19 61", "1961", False, id="year-fallen-apart"),
        pytest.param("In O ctober he", "O ctober", "October", True, id="month-in-two"),
        pytest.param("In Sep tem ber he", "Sep tem ber", "September", True, id="month-in-three"),
        pytest.param("Then Kh rushchev left.", "Kh rushchev", "Khrushchev", True, id="name-in-two"),
        pytest.param("The Ber1in Wall", "Ber1in", "Berlin", True, id="digit-in-a-name"),
        pytest.param("Then Khrush-\nchev left.", "-\n", "", True, id="name-cut-at-a-line-end"),
        pytest.param("The War saw Pact of Kh rushchev", "War saw", "War saw", False, id="pieces-that-are-words"),
        pytest.param("a decision-\nmaking body", "-\n", "-", True, id="two-words-cut-at-a-line-end"),
    ],
)
def test_what_is_read_for_what_is_spoilt(text: str, spoilt: str, meant: str, sure: bool, known: Lexicon) -> None:
    assert (spoilt, meant, sure) in read(text, known)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In October 1962 Khrushchev wrote to Kennedy about Berlin.", id="sound-text"),
        pytest.param("I 1961 was the year.", id="I-apart-from-a-year"),
        pytest.param("The B52 and the U-2 flew, and the SS4 stood in Cuba.", id="names-of-arms"),
        pytest.param("The West Berlin police met the East German guards.", id="two-names-side-by-side"),
        pytest.param("The Cold War saw both sides arm.", id="pieces-that-are-words-in-a-sound-text"),
        pytest.param("Mar a Lago is no month, nor is May be.", id="short-words"),
        pytest.param("Power s and Power over Eastern men", id="a-name-that-is-a-word"),
        pytest.param("By 1955-\n62 they had met.", id="years-cut-at-a-line-end"),
        pytest.param("It cost 1 960 dollars, or 19 61 in all.", id="numbers-apart"),
        pytest.param("He wrote l9.50 and I8B2.", id="no-year"),
        pytest.param("Room l8, August, Il and 12 March", id="no-day"),
    ],
)
def test_what_is_sound_is_left_alone(text: str, known: Lexicon) -> None:
    assert read(text, known) == []


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        pytest.param("The Berlin Wall went up in l961.", [], id="a-guess-that-agrees"),
        pytest.param("The Berlin Wall went up in l962.", [], id="a-guess-never-disagrees"),
        pytest.param("Sputnik flew in l958. Two years later the Berlin Wall went up.", [], id="nor-what-is-counted-from-it"),
        pytest.param("Kh rushchev tied Yugoslavia to the War saw Pact, he said.", [], id="nor-beside-a-name-in-two-words"),
        pytest.param("The Ber1in Wall went up in 1962.", ["1962"], id="a-sure-name-and-a-clear-year"),
        pytest.param("Kh rushchev was clever. The Berlin Wall went up in 1962.", ["1962"], id="a-sound-sentence"),
        pytest.param("Ber1in was tense. Then Krushchov met Kennedy.", [], id="a-misspelling-may-be-its-own"),
        pytest.param("Berlin was tense. Then Krushchov met Kennedy.", ["Krushchov"], id="in-a-sound-text-not"),
    ],
)  # fmt: skip
def test_an_unsure_reading_is_never_an_error(text: str, slips: list[str], pack: Pack) -> None:
    marking = mark(text, pack, facts_only=True)
    assert [slip.text for slip in marking.slips] == slips
    assert marking.essay.text == text


def spoilt_by_machine(text: str, chance: Random) -> str:
    """The text as bad recognition gives it: half its numbers misread, names parted, lines broken."""
    alike = {"1": "lI", "0": "Oo", "5": "S", "8": "B"}

    def number(found: re.Match[str]) -> str:
        at = chance.randrange(len(found[0]))
        seen = alike.get(found[0][at]) if chance.random() < 0.5 else None
        return found[0] if seen is None else found[0][:at] + chance.choice(seen) + found[0][at + 1 :]

    def name(found: re.Match[str]) -> str:
        at = chance.randrange(1, len(found[0]) - 1)
        return found[0] if chance.random() < 0.85 else f"{found[0][:at]} {found[0][at:]}"

    text = re.sub(r"\b[A-Z][a-z]{4,}\b", name, re.sub(r"\d{2,4}", number, text))
    return re.sub(r"(\S+ \S+ \S+ \S+ \S+ \S+ \S+ \S+) ", "\\1\n", text)


@pytest.mark.parametrize("seed", range(4))
def test_bad_recognition_accuses_of_nothing_new(seed: int, pack: Pack) -> None:
    text = (PACKS / "usa-ussr-1955-62" / "sample.txt").read_text("utf-8")
    found = mark(spoilt_by_machine(text, Random(seed)), pack, facts_only=True)
    meant = {slip.fact for slip in mark(text, pack, facts_only=True).slips}
    assert {slip.fact for slip in found.slips} <= meant
    assert found.checked.claims >= 8


def test_a_word_cut_at_a_line_end_is_no_sign_of_a_machine(pack: Pack) -> None:
    text = "Krushchov wrote to Presi-\ndent Kennedy about the missiles in Octo-\nber 1961, when they stood in Cuba."
    assert "Krushchov" in [slip.text for slip in mark(text, pack, facts_only=True).slips]


def test_a_guess_may_agree(pack: Pack) -> None:
    marking = mark("The Berlin Wall went up in l96I.", pack, facts_only=True)
    assert [(claim.text, claim.value, claim.verdict) for claim in marking.claims] == [("l96I", "1961", "agrees")]


def test_every_span_is_of_the_text_as_written(pack: Pack) -> None:
    text = "In O ctober 1962 Kh rush-\nchev wrote. The Ber1in Wall went up in 1962, and Sput nik flew in l957."
    marking = mark(text, pack, facts_only=True)
    assert len(marking.claims) >= 2
    assert [text[one.start : one.end] for one in (*marking.claims, *marking.slips)] == [
        one.text for one in (*marking.claims, *marking.slips)
    ]


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("abc ", min_size=1, max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Edit(a, b, draw(st.text("XY", max_size=3)), draw(st.booleans())) for a, b in pairs if a < b]


@given(texts_with_edits())
def test_what_is_not_edited_goes_back_to_itself(case: tuple[str, list[Edit]]) -> None:
    text, made = case
    read = mended(text, made)
    spans = [read.span(i, i + 1) for i in range(len(read.text))]
    assert [text[a:b] for (a, b), char in zip(spans, read.text, strict=True) if char not in "XY"] == [
        char for char in read.text if char not in "XY"
    ]
    assert spans == sorted(spans)
