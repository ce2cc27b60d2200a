"""Whom "he" is taken to mean, and where the pronoun stands."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked

SPEECH = [("24 October 1962", "22 October 1962")]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        pytest.param("Kennedy waited. He went on television on 24 October 1962 about Cuba.", SPEECH, id="sentence-before"),
        pytest.param("Kennedy waited. He went on television on 22 October 1962 about Cuba.", [], id="right"),
        pytest.param("Khrushchev waited. He went on television on 24 October 1962 about Cuba.", [], id="another-person"),
        pytest.param("Kennedy met Rusk. He went on television on 24 October 1962 about Cuba.", SPEECH, id="the-subject-of-two"),
        pytest.param("Kennedy waited.\n\nHe went on television on 24 October 1962 about Cuba.", [], id="new-paragraph"),
        pytest.param("He went on television on 24 October 1962 about Cuba.", [], id="nobody-before"),
    ],
)
def test_he(text: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(text, pack) == flags
