"""The words that speak for a point: those of its banks, loudly; others' against it, softly."""

from __future__ import annotations

import numpy as np
import pytest

from reference import Pack
from reference.reading.words import words
from rubric.data import threshold
from rubric.vocabulary import SCALE, Vocabulary, telling, vocabulary

ULTIMATUM, WALL = "berlin-ultimatum-1958", "berlin-wall-double-effect"


@pytest.fixture(scope="module")
def learned(pack: Pack) -> Vocabulary:
    return vocabulary(pack)


def weighed(learned: Vocabulary, pack: Pack, text: str, point: str) -> tuple[float, float]:
    made, touched = learned.weigh([telling(words(text))])
    column = list(pack.points).index(point)
    return float(made[0, column]), float(touched[0, column])


@pytest.mark.parametrize(
    ("more", "less", "point"),
    [
        pytest.param("six months to leave Berlin", "the bay, the exiles and the beach", ULTIMATUM, id="its-own-words"),
        pytest.param("ultimatum ultimatum", "ultimately", ULTIMATUM, id="not-a-word-like-it"),
        pytest.param("barbed wire", "six months", WALL, id="the-wall"),
        pytest.param("six months", "barbed wire", ULTIMATUM, id="not-the-wall"),
    ],
)
def test_a_points_own_words_speak_for_it(more: str, less: str, point: str, learned: Vocabulary, pack: Pack) -> None:
    assert weighed(learned, pack, more, point)[1] > weighed(learned, pack, less, point)[1]


def test_a_word_said_twice_speaks_once(learned: Vocabulary, pack: Pack) -> None:
    once, twice = (weighed(learned, pack, text, ULTIMATUM) for text in ("an ultimatum", "an ultimatum, an ultimatum"))
    assert once == twice != (0.0, 0.0)


def test_words_that_no_bank_has_say_nothing(learned: Vocabulary, pack: Pack) -> None:
    assert weighed(learned, pack, "zebra xylophone qx", ULTIMATUM) == (0.0, 0.0)


def test_no_word_speaks_loudly_against_a_point(learned: Vocabulary) -> None:
    least = -threshold("word_against") / SCALE
    assert learned.made.min() == learned.touched.min() == pytest.approx(least)
    assert learned.made.max() > 5 * -least


def test_a_pack_without_banks_learns_from_its_statements(pack: Pack) -> None:
    bare = vocabulary(pack.model_copy(update={"banks": {}, "sha": "bare"}))
    assert weighed(bare, pack, pack.points[WALL].statement, WALL)[0] > 0.5


def test_every_passage_is_weighed_for_every_point(learned: Vocabulary, pack: Pack) -> None:
    made, touched = learned.weigh([frozenset(), telling(words("the Wall"))])
    assert made.shape == touched.shape == (2, len(pack.points))
    assert not np.any(made[0]) and np.any(made[1])
