"""Reading a PDF: lines become paragraphs again, what is printed around them is left out, what is no text is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reference.reading.documents import DocumentError, read_bytes
from reference.reading.hyphens import joined_at_line_end, written_words
from tests.essay_files import ESSAY, PARAGRAPHS, pdf, pdf_lines, pdf_scan

WHOLE = pdf()


@pytest.mark.parametrize(
    "style",
    [
        pytest.param({"spaceAfter": 9}, id="blank-between"),
        pytest.param({"firstLineIndent": 18}, id="indented"),
        pytest.param({"alignment": 4, "spaceAfter": 9}, id="justified"),
        pytest.param({}, id="nothing-between"),
        pytest.param({"leading": 26}, id="double-spaced"),
        pytest.param({"fontSize": 20, "leading": 24}, id="large"),
    ],
)
def test_paragraphs_come_back_as_they_were_typed(style: dict[str, Any]) -> None:
    assert read_bytes(pdf(**style), "a.pdf").text == ESSAY


def test_heads_and_page_numbers_are_left_out_and_named() -> None:
    read = read_bytes(pdf(PARAGRAPHS * 9, head="A. Student, 12B", foot=True), "a.pdf")
    assert read.text == "\n\n".join(PARAGRAPHS * 9)
    assert read.left_out == ("A. Student, 12B", "Page 1", "Page 2")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param([(72, 700, "Berlin, 1961"), (72, 660, "17")], "Berlin, 1961", id="number-alone-at-the-foot"),
        pytest.param([(72, 700, "It ended in"), (72, 686, "61")], "It ended in 61", id="number-that-ends-the-text"),
        pytest.param([(72, 700, "xi")], "xi", id="nothing-but-a-number"),
        pytest.param([(72, 700, "Missiles were brought to Cuba by Khrush-"), (72, 686, "chev in that summer.")],
                     "Missiles were brought to Cuba by Khrushchev in that summer.", id="hyphen-at-a-line-end"),
    ],
)  # fmt: skip
def test_single_lines(lines: list[tuple[float, float, str]], text: str) -> None:
    assert read_bytes(pdf_lines(*lines), "a.pdf").text == text


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        pytest.param("by Khrush-", "chev then", "by Khrushchev then", id="name"),
        pytest.param("of missi-", "les in", "of missiles in", id="word"),
        pytest.param("the decision-", "making in", "the decision-making in", id="two-words"),
        pytest.param("in mid-", "1961", "in mid-1961", id="before-a-number"),
        pytest.param("Anglo-", "American", "Anglo-American", id="before-a-capital"),
        pytest.param("the U-", "boat", "the U-boat", id="single-letter"),
        pytest.param("of co\u00ad", "existence", "of coexistence", id="soft-hyphen"),
        pytest.param("the Wall", "went up", "the Wall went up", id="no-hyphen"),
    ],
)
def test_words_cut_at_a_line_end(before: str, after: str, joined: str) -> None:
    assert joined_at_line_end(before, after) == joined


@pytest.mark.parametrize(
    ("whole", "joined"),
    [
        pytest.param("His brinkmanship failed.", "by brinkmanship", id="whole-elsewhere"),
        pytest.param("His brink-manship failed.", "by brink-manship", id="hyphen-elsewhere"),
    ],
)
def test_the_text_itself_decides_first(whole: str, joined: str) -> None:
    assert joined_at_line_end("by brink-", "manship", written_words(whole)) == joined


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(pdf_scan(), "is a scan: it holds pictures of pages and no text", id="scan"),
        pytest.param(pdf_lines((72, 700, "x"), encrypt="secret"), "is locked with a password", id="locked"),
        pytest.param(WHOLE[:200], "is damaged or no PDF file", id="cut-short"),
        pytest.param(b"The Wall went up.", "is damaged or no PDF file", id="plain-text"),
        pytest.param(pdf_lines(), "is empty", id="empty-page"),
    ],
)
def test_what_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read_bytes(data, "a.pdf")
    assert str(refused.value).startswith(f"a.pdf {says}")
    assert "\n" not in str(refused.value)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=9))
def test_spoilt_bytes_are_read_or_refused(place: int, noise: bytes) -> None:
    try:
        assert read_bytes(WHOLE[:place] + noise + WHOLE[place + len(noise) :], "a.pdf").text
    except DocumentError as refused:
        assert str(refused).startswith("a.pdf")
