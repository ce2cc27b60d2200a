"""The PDF: read back with another library, its text is the essay's, its notes are there, its bytes are always the same."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pypdfium2
import pytest

from rubric.marking import Feedback, Marking
from rubric.report.pdf import as_pdf
from rubric.report.setting import Bit, set_lines
from rubric.report.sheets import FLOOR, START, TOP, Block, Sheets
from rubric.report.typefaces import shaped, text_width
from tests.markings import HOSTILE, QUESTION, TEACHERS, marked

WHOLE = marked(partial="they talked at Geneva", covered="because the refugees were leaving")


def pages(marking: Marking = WHOLE, reader: str = "student") -> list[str]:
    """The text of each page, on one line."""
    document = pypdfium2.PdfDocument(as_pdf(marking, QUESTION, reader))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_paper_holds_the_essay_the_correction_and_its_source() -> None:
    text = pages()[0]
    for words in (QUESTION, "On August 15th 1961", "János Kádár → Moscow’s man", "Correct the day", "A notice.", "Say why."):
        assert words in text
    assert "The border was closed on 13 August 1961." in text
    assert "The Berlin Crises, para. 5" in text
    assert "mine.txt · USA and USSR, 1955–62" in text


@pytest.mark.parametrize("reader", ["student", "teacher"])
def test_a_student_is_told_no_level_no_stage_and_no_statement_of_a_point(reader: str) -> None:
    text, theirs = " ".join(pages(reader=reader)), reader == "teacher"
    assert {words in text for words in TEACHERS} == {theirs}
    assert "What of the missing?" in text and "It opens on a claim." in text


def test_hostile_text_is_text_and_an_emoji_no_typeface_has_is_spelt_out() -> None:
    text = " ".join(pages(marked(HOSTILE)))
    assert "<script>alert('x')</script> **bold** [link](http://example.org) # head" in text
    assert "[rocket][grinning face]" in text
    assert text.replace(" ", "").count("x") >= 10_000
    assert "RTL marks" in text and "</main>" in text


def test_a_number_leads_to_its_note_and_back() -> None:
    data = as_pdf(WHOLE, QUESTION)
    assert data.count(b"/Subtype /Link") == 2
    assert pypdfium2.PdfDocument(data).get_metadata_value("Title") == "Marked essay: mine.txt"


def test_the_same_marking_is_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib\nfrom rubric.report.pdf import as_pdf\nfrom tests.markings import QUESTION, marked\n"
        "print(hashlib.sha256(as_pdf(marked(), QUESTION)).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(as_pdf(marked(), QUESTION)).hexdigest()


def test_a_long_essay_is_on_numbered_pages_and_loses_no_note() -> None:
    text = "\n\n".join(f"Paragraph {n}. " + "They talked and they quarrelled. " * 30 + f"It was {1000 + n}." for n in range(20))
    found = pages(marked(text, slips=tuple(f"{1000 + n}" for n in range(20))))
    whole = " ".join(found)
    assert [n for n in range(20) if f"You give {1000 + n}." not in whole] == []
    assert f"{len(found)} of {len(found)}" in found[-1]


def test_facts_alone_are_a_paper_too() -> None:
    made_by = WHOLE.made_by.model_copy(update={"encoder": None})
    facts = WHOLE.model_copy(update={"made_by": made_by, "points": (), "level": None, "feedback": Feedback()})
    assert "2 facts read: 1 agrees with this pack, 1 does not." in pages(facts)[0]
    assert QUESTION not in pages(facts)[0]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("Kádár", [("SourceSansPro-Regular", "Kádár")], id="one-typeface"),
        pytest.param("a☺", [("SourceSansPro-Regular", "a"), ("DejaVuSans", "☺")], id="the-spare-one"),
        pytest.param("🚀", [("SourceSansPro-Regular", "[rocket]")], id="none-has-it"),
        pytest.param("中", [("SourceSansPro-Regular", "[U+4E2D]")], id="no-name-of-use"),
        pytest.param("a\u202eb", [("SourceSansPro-Regular", "ab")], id="steers-only"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_every_character_has_a_typeface(text: str, runs: list[tuple[str, str]]) -> None:
    assert list(shaped(text, "sans")) == runs


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("one two", ["one two"], id="fits"),
        pytest.param("one two three four", ["one two three", "four"], id="breaks-at-a-space"),
        pytest.param("one\ntwo", ["one", "two"], id="line-end"),
        pytest.param("one   two", ["one   two"], id="spaces-are-kept-inside"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_break_at_spaces(text: str, lines: list[str]) -> None:
    width = text_width("one two three", "sans", 9.5) + 0.1
    assert ["".join(placed.bit.text for placed in line) for line in set_lines([Bit(text)], width)] == lines


def test_a_long_word_is_cut_and_no_line_is_wider_than_its_column() -> None:
    lines = set_lines([Bit("see " + "m" * 500 + "."), Bit("1", "bold", 6.5, box="error")], 100)
    assert "".join(placed.bit.text for line in lines for placed in line) == "see" + "m" * 500 + ".1"
    assert max(line[-1].x + line[-1].width for line in lines) <= 100


def test_a_block_that_does_not_fit_goes_to_the_next_page_whole() -> None:
    sheets, block = Sheets(), Block(0, (((), 20.0),) * 3)
    assert sheets.put(block, START) == (0, TOP + 60)
    assert sheets.put(block, (0, FLOOR - 50)) == (1, TOP + 60)
    assert sheets.put(Block(0, (((), 20.0),) * 60), START)[0] == 1  # longer than a page: split


def test_a_rule_stays_where_it_is_put() -> None:
    sheets = Sheets()
    assert sheets.rule((0, 100.0)) > (0, 100.0)
    assert [mark.kind for mark in sheets.pages[0]] == ["rule"]
