"""The words that speak for a point of a pack, and those that speak against it: weights of evidence learned from the banks.

In: a pack.  Out: Vocabulary, for every word that a bank has two weights a point, in tens of nats: that the point is made, and
that it is at least touched. A weight is the logarithm of how much oftener the passages on one side have the word than those on
the other (Good 1950; the naive Bayes classifier over words present), each rate held towards the rate in all passages. A word
may speak for a point as loudly as it will, but against it only softly: an essay says other things as well.
Where the embedding (`rubric.heads`) hears what a passage is like, this hears the very words: "six months", "free city".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reference.pack import Pack
from reference.reading.words import Word, words
from rubric.data import data, threshold
from rubric.heads import SPEAK, Mask, Row, rows

Weights = NDArray[np.float64]
SCALE = 10.0  # ten nats are one, so that weights stand beside a head's judgement


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`made` and `touched`, shape (words, points): the weight of every word of `place`, which gives its row."""

    place: Mapping[str, int]
    made: Weights
    touched: Weights

    def weigh(self, passages: Sequence[Set[str]]) -> tuple[Weights, Weights]:
        """What the words of each passage say, that a point is made and that it is touched: two of shape (passages, points)."""
        here = np.zeros((len(passages), len(self.place)))
        for i, said in enumerate(passages):
            here[i, [self.place[word] for word in said if word in self.place]] = 1.0
        return np.round(here @ self.made, 3), np.round(here @ self.touched, 3)


def telling(said: Iterable[Word]) -> frozenset[str]:
    """The words of a passage that can tell something, as stems: those of three letters and more, and numbers."""
    return frozenset(word.stem for word in said if len(word.norm) > 2 or word.norm[0].isdigit())


@lru_cache(maxsize=8)
def vocabulary(pack: Pack) -> Vocabulary:
    """The words of a pack's banks, statements and paraphrases, weighed for every point."""
    passages = rows(pack)
    said = [telling(words(row.text)) for row in passages]
    place = {word: i for i, word in enumerate(sorted(frozenset[str]().union(*said)))}
    has = np.zeros((len(said), len(place)), dtype=bool)
    for i, here in enumerate(said):
        has[i, [place[word] for word in here]] = True
    return Vocabulary(place, *(_weighed(passages, has, name) for name in SPEAK))


def _weighed(passages: Sequence[Row], has: Mask, name: str) -> Weights:
    """The weight of every word for every point, made or touched."""
    owner, kind = np.array([row.point for row in passages]), np.array([row.kind for row in passages])
    usual, share = has.mean(axis=0), data("thresholds")["word_beside"]["value"][name]
    columns = []
    for point in range(int(owner.max()) + 1):
        own = owner == point
        speaks = own & np.isin(kind, SPEAK[name])
        beside, others = own & ~speaks, ~own & (kind != "near")  # what is near another point may well make this one
        against = _rate(has[others], usual)
        if beside.any():
            against = share * _rate(has[beside], usual) + (1 - share) * against
        columns.append(np.log(_rate(has[speaks], usual) / against))
    weights = np.maximum(np.array(columns).T, -threshold("word_against"))
    return np.asarray(np.round(weights / SCALE, 4), dtype=np.float64)


def _rate(has: Mask, usual: Weights) -> Weights:
    """How often each word stands in these passages, held towards how often it stands in all."""
    held = threshold("word_held")
    return np.asarray((has.sum(axis=0) + held * usual) / (len(has) + held), dtype=np.float64)
