"""The stretches that a comment can be put to: sentences of a paragraph, and words that someone types."""

from __future__ import annotations

import pytest

from rubric.commenting import places_of, sentences_of
from tests.markings import marked

TEXT = "First point. It says “so”, and the Wall’s\nend – near.\n\nSecond: it says so. (Thus.) Is it? Yes"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("second", ["Second"], id="whatever-the-case"),
        pytest.param("the Wall's end - near", ["the Wall’s\nend – near"], id="apostrophes-dashes-line-breaks"),
        pytest.param('"so"', ["“so”"], id="quotation-marks"),
        pytest.param("it says", ["It says", "it says"], id="several-in-order"),
        pytest.param("(Thus.)", ["(Thus.)"], id="no-pattern"),
        pytest.param("Third", [], id="not-there"),
        pytest.param(" \n", [], id="nothing-typed"),
    ],
)
def test_words_are_found(words: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in places_of(marked(TEXT, ()), words)] == found


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        pytest.param(1, ["First point.", "It says “so”, and the Wall’s\nend – near."], id="two"),
        pytest.param(2, ["Second: it says so.", "(Thus.)", "Is it?", "Yes"], id="four"),
    ],
)
def test_sentences_of_a_paragraph(paragraph: int, sentences: list[str]) -> None:
    assert [TEXT[start:end] for start, end in sentences_of(marked(TEXT, ()), paragraph)] == sentences
