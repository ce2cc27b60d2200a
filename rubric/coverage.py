"""Which points an essay makes, only touches, or lacks, with the student's own sentence as evidence.

In: an essay, a pack, and a way to encode.  Out: one Found for every point of the pack, in the pack's order.
A point is covered where a sentence, or two together, says what the point says and argues it; it is partial where its
event or idea is named, or where something like it is said without an argument; else it is missing.
Embeddings say what a sentence is about; mentions say what it names; words of reasoning say whether it argues.
First form: one passage a point. Does not check facts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from reference.pack import Pack, Point
from reference.reading.encoder import Vectors, encode
from reference.reading.mentions import name_words
from rubric.data import data, threshold
from rubric.essay import Essay, Read
from rubric.marking import Status

Encode = Callable[[Sequence[str]], Vectors]
Span = tuple[int, int]


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
    """The statements and paraphrases of a pack's points as unit vectors; `owner` says whose each row is."""

    vectors: Vectors
    owner: tuple[int, ...]


def point_anchors(pack: Pack, encode_with: Encode) -> Anchors:
    """Encode what the points say. Shape of vectors: (statements and paraphrases, dimensions)."""
    texts, owner = [], []
    for i, point in enumerate(pack.points.values()):
        for text in (point.statement, *point.paraphrases):
            texts.append(text)
            owner.append(i)
    return Anchors(encode_with(texts), tuple(owner))


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
    vectors = encode_with([read.sentence.text for read in reads])
    passages = _passages(reads)
    likeness = _likeness(vectors, passages, anchors, len(points))
    return [_judge(point, reads, passages, likeness[:, i]) for i, point in enumerate(points)]


def _passages(reads: Sequence[Read]) -> list[Passage]:
    found = [Passage(i, i, argues(read)) for i, read in enumerate(reads)]
    for i, (one, two) in enumerate(zip(reads, reads[1:], strict=False)):
        if one.sentence.paragraph == two.sentence.paragraph:
            found.append(Passage(i, i + 1, argues(one) or argues(two)))
    return found


def argues(read: Read) -> bool:
    """True where a sentence gives a reason, a consequence or a judgement, by its words."""
    text = f" {' '.join(word.norm for word in read.words)} "
    return any(f" {marker} " in text for marker in _markers())


@cache
def _markers() -> tuple[str, ...]:
    return tuple(" ".join(name_words(marker)) for group in data("arguing").values() for marker in group)


def _likeness(vectors: Vectors, passages: Sequence[Passage], anchors: Anchors, points: int) -> Vectors:
    """Best cosine of each passage to each point, shape (passages, points), rounded to three decimals."""
    rows = np.stack([vectors[p.first : p.last + 1].mean(axis=0) for p in passages])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    all_rows = rows @ anchors.vectors.T
    best = np.full((len(passages), points), -1.0, dtype=np.float32)
    for column, owner in enumerate(anchors.owner):
        best[:, owner] = np.maximum(best[:, owner], all_rows[:, column])
    return np.round(best, 3)


def _judge(point: Point, reads: Sequence[Read], passages: Sequence[Passage], likeness: Vectors) -> Found:
    named = _names(point, reads)
    order = sorted(range(len(passages)), key=lambda i: (-_merit(passages[i], float(likeness[i]), named), i))
    best = order[0]
    passage, like = passages[best], float(likeness[best])
    touched = any(passage.first <= i <= passage.last for i in named)
    score = round(_chance(like, passage.argues, touched, point.whole), 3)
    evidence = ((reads[passage.first].sentence.start, reads[passage.last].sentence.end),)
    why = [f"likeness {like:.2f} to the point"]
    if passage.argues:
        why.append("the passage gives a reason, a result or a judgement")
    if score >= threshold("covered_chance"):
        return Found(point.id, "covered", score, evidence, tuple(why))
    if named and not point.whole:
        first = max(named, key=lambda i: (float(likeness[i]), -i))
        sentence = reads[first].sentence
        return Found(point.id, "partial", score, ((sentence.start, sentence.end),), ("it is named, and not yet argued",))
    if like >= threshold("partial_likeness_whole" if point.whole else "partial_likeness"):
        return Found(point.id, "partial", score, evidence, tuple(why[:1]))
    return Found(point.id, "missing", score, (), ())


def _merit(passage: Passage, like: float, named: set[int]) -> float:
    """What makes a passage the best evidence: likeness first, a reason given, its names there, and brevity."""
    touched = any(passage.first <= i <= passage.last for i in named)
    return like + 0.06 * passage.argues + 0.04 * touched - 0.02 * (passage.last - passage.first)


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


def _chance(like: float, reasoned: bool, touched: bool, whole: bool) -> float:
    """The probability that the point is covered: a logistic over likeness, argument and names (weights as data)."""
    weights = data("thresholds")["covered_weights"]["value"]
    total = (
        weights["bias"]
        + weights["likeness"] * like
        + weights["argues"] * reasoned
        + weights["touched"] * touched
        + weights["whole"] * whole
    )
    return 1 / (1 + math.exp(-total))
