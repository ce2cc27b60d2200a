"""Which points an essay makes, only touches, or lacks, with the student's own sentence as evidence.

In: an essay, a pack, and a way to encode.  Out: one Found for every point of the pack, in the pack's order.
Passages of one to three sentences of a paragraph are judged by every point's head (`rubric.heads`) and by their words
(`rubric.vocabulary`); the best for a point is the one that its head, the words, its names and words of reasoning favour most.
Two small logistics over what was seen give the chance that the point is made and the chance that it is touched. A point whose
event or idea is named nowhere is hardly ever touched; one that is only named is hardly ever made.
Does not check facts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from reference.pack import Pack, Point
from reference.reading.clauses import SUBJECTS
from reference.reading.encoder import Vectors, encode
from reference.reading.lexicon import name_words
from reference.reading.words import words
from rubric.arguing import argues
from rubric.data import data, threshold
from rubric.essay import Essay, Read
from rubric.heads import Encode, Heads
from rubric.marking import Status
from rubric.stance import rejected
from rubric.vocabulary import Weights, telling, vocabulary
from rubric.wording import say

Span = tuple[int, int]

# Shared vocabulary is summed in nats of rarity and brought to the scale of a head's judgement.
MOST_SHARED, SHARED_SCALE = 12.0, 10.0
LONGEST = 3  # sentences in a passage


@dataclass(frozen=True, slots=True)
class Found:
    """How far the essay makes a point: status, probability that it is covered, evidence as offsets, reasons in words."""

    point: str
    status: Status
    score: float
    evidence: tuple[Span, ...]
    why: tuple[str, ...]


@lru_cache(maxsize=8)
def _terms(pack: Pack) -> tuple[Mapping[str, float], ...]:
    """Each point's own words as stems, weighted by how few points share them (inverse document frequency)."""
    said = []
    for point in pack.points.values():
        events = [pack.events[served.event].name for served in point.events]
        text = " ".join((point.statement, *point.paraphrases, point.label, *point.named, *events))
        said.append({word.stem for word in words(text) if len(word.norm) > 3 or word.norm[0].isdigit()})
    spread = Counter(term for terms in said for term in terms)
    return tuple({term: math.log(len(said) / spread[term]) for term in sorted(terms)} for terms in said)


@dataclass(frozen=True, slots=True)
class Passage:
    """One to three sentences that stand together, as a candidate for evidence; `disowned` where one of them reports a view that
    the essay rejects, which can touch a point and cannot make it."""

    first: int
    last: int
    argues: bool
    disowned: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """What every passage shows of every point, each of shape (passages, points): the heads' judgement that it makes the point
    and that it is on its topic, the point's own vocabulary, and what the words say by the banks, made and touched."""

    heads: Vectors
    topics: Vectors
    shared: Weights
    made: Weights
    touched: Weights

    def given(self, sentences: Sequence[int]) -> Weights:
        """How many of these passages are about each point, where the points share every passage out among them (softmax over
        their topics) and something else may have its part."""
        rule = data("thresholds")["sentence_share"]["value"]
        claims = np.exp(rule["sharpness"] * (self.topics[sentences] + rule["words"] * self.touched[sentences]))
        parts = claims / (claims.sum(axis=1, keepdims=True) + math.exp(rule["sharpness"] * rule["else"]))
        return np.asarray(np.round(parts.sum(axis=0), 3), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Seen:
    """The best passage of an essay for a point, and what was seen of it, as the logistics' features.

    `named` is the sentence that fits best among those that name the point's event or idea, or None where none does; `plainly`
    where it is named by its event or by a phrase of several words, which cannot be missing.
    """

    passage: Passage
    features: Mapping[str, float]
    named: int | None
    plainly: bool


def coverage(essay: Essay, pack: Pack, heads: Heads, encode_with: Encode = encode) -> list[Found]:
    """Judge every point of the pack. Scores are rounded to three decimals before any threshold."""
    reads = list(essay.sentences)
    if not reads:
        return [Found(point.id, "missing", 0.0, (), ()) for point in pack.points.values()]
    return [_judged(point, reads, seen) for point, seen in seen_of(essay, pack, heads, encode_with)]


def seen_of(essay: Essay, pack: Pack, heads: Heads, encode_with: Encode = encode) -> list[tuple[Point, Seen]]:
    """What an essay shows of every point, in the pack's order; the features that the logistics weigh."""
    reads = list(essay.sentences)
    passages = _passages(reads)
    stems = [telling(read.words) for read in reads]
    said = [frozenset[str]().union(*stems[p.first : p.last + 1]) for p in passages]
    vectors = _together(encode_with([read.sentence.text for read in reads]), passages)
    judged = Judged(
        np.round(heads.judge(vectors), 3),
        np.round(heads.judge_topic(vectors), 3),
        np.array([[_shared(here, terms) for terms in _terms(pack)] for here in said]),
        *vocabulary(pack).weigh(said),
    )
    # The first passages are the single sentences, in their order; what is said twice counts once.
    given = judged.given(list({read.line: i for i, read in enumerate(reads)}.values()))
    return [(point, _seen(point, i, reads, passages, judged, float(given[i]))) for i, point in enumerate(pack.points.values())]


def _shared(here: Set[str], terms: Mapping[str, float]) -> float:
    """How much of a point's own vocabulary a passage's stems have, 0 to about 1."""
    return round(min(MOST_SHARED, sum(terms[term] for term in sorted(here & terms.keys()))) / SHARED_SCALE, 3)


def _passages(reads: Sequence[Read]) -> list[Passage]:
    arguing, turned_down = [argues(read) for read in reads], rejected(reads)
    return [
        Passage(
            first,
            first + more,
            any(arguing[first : first + more + 1]),
            not turned_down.isdisjoint(range(first, first + more + 1)),
        )
        for more in range(LONGEST)
        for first in range(len(reads) - more)
        if reads[first].sentence.paragraph == reads[first + more].sentence.paragraph
    ]


def _together(vectors: Vectors, passages: Sequence[Passage]) -> Vectors:
    """A unit vector for every passage: its sentences' mean."""
    rows = np.stack([vectors[p.first : p.last + 1].mean(axis=0) for p in passages])
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _seen(point: Point, column: int, reads: Sequence[Read], passages: Sequence[Passage], judged: Judged, given: float) -> Seen:
    events = set() if point.whole else _event_places(point, reads)
    phrases = [name_words(name) for name in point.named]
    named = events | _places(phrases, reads)
    plainly = not point.whole and bool(events or _places([phrase for phrase in phrases if len(phrase) > 1], reads))
    pull = data("thresholds")["passage_pull"]["value"]
    merit = [
        float(judged.heads[i, column])
        + pull["shared"] * float(judged.shared[i, column])
        + pull["words"] * float(judged.made[i, column])
        + pull["named"] * any(passage.first <= place <= passage.last for place in named)
        + pull["argues"] * passage.argues
        for i, passage in enumerate(passages)
    ]
    owned = [i for i, passage in enumerate(passages) if not passage.disowned] or range(len(passages))
    best = max(owned, key=lambda i: (round(merit[i], 3), -i))
    features = {
        "head": float(judged.heads[best, column]),
        "shared": float(judged.shared[best, column]),
        "argues": float(passages[best].argues),
        "made": float(judged.made[owned, column].max()),
        "touched": float(judged.touched[:, column].max()),
        "given": round(math.log1p(given), 3),
        "event": float(bool(events)),
        "often": round(math.log1p(len({reads[place].line for place in named})), 3),
        "whole": float(point.whole),
    }
    closest = max(sorted(named), key=lambda place: merit[place], default=None)
    return Seen(passages[best], features, closest, plainly)


def _judged(point: Point, reads: Sequence[Read], seen: Seen) -> Found:
    passage, features = seen.passage, seen.features
    score = round(_chance("covered_weights", features), 3)
    touched = round(_chance("touched_weights", features), 3)
    evidence = ((reads[passage.first].sentence.start, reads[passage.last].sentence.end),)
    why = tuple(say("why", reason, made=features["head"]) for reason in _reasons(features))
    states = _states(reads[passage.first : passage.last + 1]) and not passage.disowned
    if score >= threshold("covered_chance") and states:
        return Found(point.id, "covered", score, evidence, why)
    if seen.plainly or touched >= threshold("touched_chance"):
        if seen.named is not None and not passage.first <= seen.named <= passage.last:
            evidence = ((reads[seen.named].sentence.start, reads[seen.named].sentence.end),)
        return Found(point.id, "partial", score, evidence, why)
    return Found(point.id, "missing", score, (), ())


def _states(reads: Sequence[Read]) -> bool:
    """True where a sentence says something of something: notes without a verb argue nothing."""
    return any(token.dep in SUBJECTS for read in reads for token in read.sentence.tokens)


def _reasons(features: Mapping[str, float]) -> list[str]:
    return ["named" if features["often"] else "alike", "argues" if features["argues"] else "tells"]


def _event_places(point: Point, reads: Sequence[Read]) -> set[int]:
    """The sentences that name or tell one of the point's events."""
    events = {served.event for served in point.events}
    return {
        i
        for i, read in enumerate(reads)
        if any(mention.kind == "event" and events.intersection(mention.ids) for mention in read.mentions)
    }


def _places(phrases: Sequence[Sequence[str]], reads: Sequence[Read]) -> set[int]:
    """The sentences with one of these phrases."""
    lines = [f" {' '.join(phrase)} " for phrase in phrases]
    return {i for i, read in enumerate(reads) if any(line in read.line for line in lines)}


def _chance(name: str, seen: Mapping[str, float]) -> float:
    """A probability: a logistic over what was seen, with the weights of `thresholds.yaml`."""
    weights = data("thresholds")[name]["value"]
    total = weights["bias"] + sum(weight * seen[feature] for feature, weight in weights.items() if feature != "bias")
    return 1 / (1 + math.exp(-float(total)))
