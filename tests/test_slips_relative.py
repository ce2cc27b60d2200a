"""Dates that are told by what came before: the following season, the rest of a year."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param(
            "Sputnik went up in October 1957 and the Russians put Gagarin into orbit the following spring.",
            "the following spring",
            id="sputnik-went-up-october",
        ),
        pytest.param(
            "Sputnik went up in October 1957, and Khrushchev became premier the following spring.",
            None,
            id="sputnik-went-up-october-2",
        ),
        pytest.param(
            "Kennedy met Khrushchev at Vienna in June 1961 and a year and a half later the border in Berlin was closed.",
            "a year and a half later",
            id="kennedy-met-khrushchev-vienna",
        ),
        pytest.param(
            "Stalin died in March 1953 and before the year was out the four powers were sitting at Geneva.",
            "before the year was out",
            id="stalin-died-march-before",
        ),
        pytest.param(
            "Stalin died in March 1953 and before the year was out Beria had been shot.", None, id="stalin-died-march-before-2"
        ),
        pytest.param(
            "The summit met in July 1955. Before the year was out West Germany had joined NATO.",
            "Before the year was out",
            id="summit-met-july-before",
        ),
        pytest.param(
            "The Geneva summit met in July 1955, and the following spring Khrushchev visited Britain.",
            None,
            id="geneva-summit-met-july",
        ),
        pytest.param(
            "The Bay of Pigs failed in April 1961 and before the year was out the Wall had gone up.",
            None,
            id="bay-pigs-failed-april",
        ),
        pytest.param(
            "The Wall was built in August 1961, and the following winter was cold.", None, id="wall-built-august-following"
        ),
        pytest.param(
            "In 1956 Hungary rose, and the following autumn Sputnik was launched.", None, id="hungary-rose-following-autumn"
        ),
        pytest.param("After the Bay of Pigs in April 1961 the next winter was quiet.", None, id="after-bay-pigs-april"),
        pytest.param(
            "The Wall went up in August 1961, and before the year was out tanks had met at Checkpoint Charlie.",
            None,
            id="wall-went-up-august",
        ),
    ],
)
def test_a_season_or_the_rest_of_a_year_is_counted(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([] if flagged is None else [flagged])
