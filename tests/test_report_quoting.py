"""Words of an essay, quoted: in their sentence, cut at words, safe to print."""

from __future__ import annotations

import pytest

from rubric.report.quoting import esc, in_context, is_set_aside, printable, shortened
from tests.markings import ESSAY, marked, spot


def test_words_are_quoted_in_their_sentence() -> None:
    quote = in_context(marked(), *spot(ESSAY, "border"))
    assert (quote.before, quote.words) == ("On August 15th 1961 the ", "border")
    assert quote.after == " was closed, because the refugees were leaving."


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        pytest.param("one two three four", 12, "one two …", id="at-a-word"),
        pytest.param("one two", 12, "one two", id="short-enough"),
        pytest.param("one\n two", 12, "one two", id="on-one-line"),
        pytest.param("x" * 90, 40, "x" * 40 + " …", id="a-word-too-long-is-cut"),
    ],
)
def test_quotes_are_cut_at_words(text: str, most: int, cut: str) -> None:
    assert shortened(text, most) == cut


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("a\x00b", "a\ufffdb", id="nul"),
        pytest.param("a\ud800b", "a\ufffdb", id="half-of-a-pair"),
        pytest.param("a\ufffeb\uffff", "a\ufffdb\ufffd", id="no-character"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tab-and-line-end-stay"),
        pytest.param("Kádár → 🚀", "Kádár → 🚀", id="words-stay"),
    ],
)
def test_what_xml_does_not_know_is_replaced_one_for_one(text: str, printed: str) -> None:
    assert printable(text) == printed
    assert esc(f"<{text}>") == f"&lt;{printed}&gt;"


def test_what_was_set_aside_is_told_by_its_notice() -> None:
    aside = marked(notices=(marked().notices[0].model_copy(update={"code": "set_aside", "start": 10, "end": 20}),))
    assert [is_set_aside(aside, *span) for span in ((0, 10), (5, 11), (19, 30), (20, 30))] == [False, True, True, False]
    assert not is_set_aside(marked(), 5, 11)
