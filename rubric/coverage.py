"""Which points an essay makes, only touches, or lacks, with the student's own sentence as evidence.

In: an essay, a pack, and a way to encode.  Out: one Found for every point of the pack, in the pack's order.
The best passage for a point is the sentence, or two together, most like its statement and paraphrases, among those that
name its events or idea where any do. Two small logistics over what was seen of that passage give the chance that the
point is made and the chance that it is touched: likeness, its margin over the other points, words that few points share,
words of reasoning, names.
First form: one passage a point, words of reasoning from a list. Does not check facts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from reference.pack import Pack, Point
from reference.reading.encoder import Vectors, encode
from reference.reading.lexicon import name_words
from reference.reading.words import words
from rubric.arguing import argues
from rubric.data import data, threshold
from rubric.essay import Essay, Read
from rubric.marking import Status
from rubric.wording import say

Encode = Callable[[Sequence[str]], Vectors]
Span = tuple[int, int]

# Shared vocabulary is summed in nats of rarity and brought to the scale of a cosine.
MOST_SHARED, SHARED_SCALE, SHARED_IN_MERIT = 12.0, 10.0, 0.2


@dataclass(frozen=True, slots=True)
class Found:
    """How far the essay makes a point: status, probability that it is covered, evidence as offsets, reasons in words."""

    point: str
    status: Status
    score: float
    evidence: tuple[Span, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Anchors:
    """The statements and paraphrases of a pack's points as unit vectors; `owner` says whose each row is.

    `terms` are each point's own words as stems, weighted by how few points share them (inverse document frequency).
    """

    vectors: Vectors
    owner: tuple[int, ...]
    terms: tuple[Mapping[str, float], ...]


def point_anchors(pack: Pack, encode_with: Encode) -> Anchors:
    """Encode what the points say. Shape of vectors: (statements and paraphrases, dimensions)."""
    texts, owner = [], []
    for i, point in enumerate(pack.points.values()):
        for text in (point.statement, *point.paraphrases):
            texts.append(text)
            owner.append(i)
    return Anchors(encode_with(texts), tuple(owner), _terms(pack))


def _terms(pack: Pack) -> tuple[Mapping[str, float], ...]:
    said = []
    for point in pack.points.values():
        events = [pack.events[served.event].name for served in point.events]
        text = " ".join((point.statement, *point.paraphrases, point.label, *point.named, *events))
        said.append({word.stem for word in words(text) if len(word.norm) > 3 or word.norm[0].isdigit()})
    spread = Counter(term for terms in said for term in terms)
    return tuple({term: math.log(len(said) / spread[term]) for term in sorted(terms)} for terms in said)


@cache
def default_anchors(pack: Pack, model: str) -> Anchors:
    """The anchors of a pack with the model in use, made once; `model` is its name and keeps two models apart."""
    return point_anchors(pack, encode)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, or two that stand together, as a candidate for evidence."""

    first: int
    last: int
    argues: bool


def coverage(essay: Essay, pack: Pack, anchors: Anchors, encode_with: Encode = encode) -> list[Found]:
    """Judge every point of the pack. Scores are rounded to three decimals before any threshold."""
    points = list(pack.points.values())
    reads = list(essay.sentences)
    if not reads:
        return [Found(point.id, "missing", 0.0, (), ()) for point in points]
    passages = _passages(reads)
    likeness = _likeness(encode_with([read.sentence.text for read in reads]), passages, anchors, len(points))
    shared = [[_shared(passage, reads, terms) for passage in passages] for terms in anchors.terms]
    return [_judge(point, i, reads, passages, likeness, shared[i]) for i, point in enumerate(points)]


def _shared(passage: Passage, reads: Sequence[Read], terms: Mapping[str, float]) -> float:
    """How much of a point's own vocabulary a passage has, 0 to about 1."""
    here = {word.stem for read in reads[passage.first : passage.last + 1] for word in read.words}
    return round(min(MOST_SHARED, sum(terms[term] for term in sorted(here & terms.keys()))) / SHARED_SCALE, 3)


def _passages(reads: Sequence[Read]) -> list[Passage]:
    found = [Passage(i, i, argues(read)) for i, read in enumerate(reads)]
    for i, (one, two) in enumerate(pairwise(reads)):
        if one.sentence.paragraph == two.sentence.paragraph:
            found.append(Passage(i, i + 1, argues(one) or argues(two)))
    return found


def _likeness(vectors: Vectors, passages: Sequence[Passage], anchors: Anchors, points: int) -> Vectors:
    """Best cosine of each passage to each point, shape (passages, points), rounded to three decimals."""
    rows = np.stack([vectors[p.first : p.last + 1].mean(axis=0) for p in passages])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    all_rows = rows @ anchors.vectors.T
    best = np.full((len(passages), points), -1.0, dtype=np.float32)
    for column, owner in enumerate(anchors.owner):
        best[:, owner] = np.maximum(best[:, owner], all_rows[:, column])
    return np.round(best, 3)


def _judge(
    point: Point,
    column: int,
    reads: Sequence[Read],
    passages: Sequence[Passage],
    likeness: Vectors,
    shared: Sequence[float],
) -> Found:
    named = set() if point.whole else _names(point, reads)
    pool = [i for i, p in enumerate(passages) if any(p.first <= place <= p.last for place in named)] or range(len(passages))
    best = max(pool, key=lambda i: (float(likeness[i, column]) + SHARED_IN_MERIT * shared[i], -i))
    passage, like = passages[best], float(likeness[best, column])
    rivals = float(np.delete(likeness[best], column).max()) if likeness.shape[1] > 1 else 0.0
    seen = {
        "likeness": like,
        "argues": float(passage.argues),
        "margin": like - rivals,
        "named": float(bool(named)),
        "whole": float(point.whole),
        "shared": shared[best],
    }
    score = round(_chance("covered_weights", seen), 3)
    touched = round(_chance("touched_weights", seen), 3)
    evidence = ((reads[passage.first].sentence.start, reads[passage.last].sentence.end),)
    why = tuple(say("why", reason, **seen) for reason in _reasons(passage, named))
    if score >= threshold("covered_chance"):
        return Found(point.id, "covered", score, evidence, why)
    if touched >= threshold("touched_chance"):
        return Found(point.id, "partial", score, evidence, why)
    return Found(point.id, "missing", score, (), ())


def _reasons(passage: Passage, named: set[int]) -> list[str]:
    return ["named" if named else "alike", "argues" if passage.argues else "tells"]


def _names(point: Point, reads: Sequence[Read]) -> set[int]:
    """The sentences that name the point's events or idea."""
    events = {served.event for served in point.events}
    phrases = [name_words(name) for name in point.named]
    found = set()
    for i, read in enumerate(reads):
        if any(mention.kind == "event" and events.intersection(mention.ids) for mention in read.mentions):
            found.add(i)
            continue
        norms = f" {' '.join(word.norm for word in read.words)} "
        if any(f" {' '.join(phrase)} " in norms for phrase in phrases):
            found.add(i)
    return found


def _chance(name: str, seen: dict[str, float]) -> float:
    """A probability: a logistic over what was seen of a passage, with the weights of `thresholds.yaml`."""
    weights = data("thresholds")[name]["value"]
    total = weights["bias"] + sum(weights[feature] * value for feature, value in seen.items())
    return 1 / (1 + math.exp(-float(total)))
