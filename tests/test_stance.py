"""Whose view a sentence gives: reported and rejected is not claimed; what follows the rejection is."""

from __future__ import annotations

import pytest

from reference.reading.lexicon import Lexicon
from rubric.essay import read_essay
from rubric.stance import rejected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("It is often said that the Wall calmed Berlin. This is wrong, as tanks met.", {0}, id="next-sentence"),
        pytest.param("Some historians argue that the Wall calmed Berlin, but I disagree.", {0}, id="same-sentence"),
        pytest.param("Many people believe the Wall calmed Berlin. That view is mistaken.", {0}, id="the-view-is-mistaken"),
        pytest.param("Textbooks call Cuba a victory, and I don't accept this.", {0}, id="apostrophe"),
        pytest.param("Some historians argue that the Wall calmed Berlin, and I agree.", set(), id="agreed-with"),
        pytest.param("It is often said that the Wall calmed Berlin. It stopped the refugees.", set(), id="left-standing"),
        pytest.param(
            "It is often said that the Wall calmed Berlin, but that is wrong because it brought tanks face to face.",
            set(),
            id="goes-on-with-its-own-claim",
        ),
        pytest.param("The Wall calmed Berlin. I disagree with those who call it a victory.", set(), id="own-claim-first"),
        pytest.param("Some people left. They were tired of queues and of the police. This is wrong.", set(), id="too-far-away"),
        pytest.param("It is often said that the Wall calmed Berlin.\n\nThis is wrong.", set(), id="another-paragraph"),
        pytest.param("", set(), id="no-sentence"),
    ],
)
def test_rejected(text: str, places: set[int], known: Lexicon) -> None:
    assert rejected(read_essay(text, known).sentences) == places
