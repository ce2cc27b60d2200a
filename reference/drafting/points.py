"""Candidate arguments: what the documents claim about the question, near-duplicates joined, each with its passages.

In: documents as read, the question, the period, and a way to encode.  Out: DraftPoints, the most promising first.
Every sentence of fair length is a candidate, worth more where it argues (`cues.yaml`) and where it stands near the question or
the documents' common theme. Candidates that say nearly the same are clustered (agglomerative, average cosine); one of each
cluster is the statement, to be reworded.
Passages of two documents that are near each other and judge in opposite ways are kept side by side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from reference.drafting.draft import DraftPoint, Passage, Read
from reference.drafting.named import named_things, names_happening
from reference.drafting.pages import Block, labelled
from reference.drafting.provenance import slug
from reference.drafting.words import cues, opposites, words_of
from reference.reading.moments import Time
from reference.reading.times import times
from reference.spans import Days, days, is_early

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]
Kind = Literal["change", "continuity", "cause", "turning-point", "counter", "judgement"]

SAME = 0.34  # cosine distance under which two candidates say nearly the same
NEAR = 0.55  # cosine from which a passage speaks of the same thing
OPPOSED = 0.45  # cosine from which passages on opposite sides are put side by side
MOST_NEAR, MOST_AGAINST = 4, 2  # passages beside a cluster's own
RARE = 0.08  # of all candidates: a name in no more of them is rare
FEWEST, LONGEST = 7, 60  # words of a candidate
REPEATS, APART = 0.7, 0.4  # what a cosine to a point already chosen, beyond the second figure, takes off
OUTSIDE = 0.6  # what years outside the period take off
SAME_PARAGRAPH = 0.2  # what each point already taken from a paragraph takes off: it mostly argues one thing
FEWEST_POINTS, PER_THOUSAND, MOST = 20, 7.0, 60  # points of a short text, per thousand words, and at most
PRONOUN = re.compile(r"(It|This|He|She|They)\s+(?=[a-z]+(?:s|ed|d|t)\b)")
COINED = re.compile(r"[“\"]([A-Za-z][\w’' -]{3,30}[,.]?)[”\"]")  # a phrase in quotation marks, such as “missile gap”
DANGLING = re.compile(r"(?:and|or|the|an?|of|in|to|for|by|on|with|from|his|her|its|their|that|which)[,;:]?")
OPENING = 8  # characters: a date that begins so early opens its sentence, as in a story
GENERIC = 4  # a heading of fewer words than this without a name says little


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence or bullet that may argue."""

    document: int
    block: Block
    text: str
    says: str
    kinds: tuple[Kind, ...]
    years: tuple[int, ...]
    about: tuple[int, ...]
    told: bool


def draft_points(documents: Sequence[Read], question: str, period: str, encode: Encode) -> list[DraftPoint]:
    """The draft points of a set of documents."""
    found = [one for i, document in enumerate(documents) for one in _candidates(i, document, is_early(period))]
    if not found:
        return []
    vectors = encode([one.says for one in found])
    worth = _worth(found, vectors, encode([question])[0], days(period))
    groups = _grouped(vectors)
    words = sum(len(block.text.split()) for document in documents for block in document.blocks if block.kind != "set_aside")
    most = min(MOST, max(FEWEST_POINTS, round(PER_THOUSAND * words / 1000)))
    ranked = _chosen(groups, found, vectors, worth, most)
    taken: set[str] = set()
    common = Counter(name for one in found for name in set(named_things(one.says)))
    return [_point(group, found, vectors, worth, documents, period, common, taken) for group in ranked]


def _candidates(number: int, document: Read, early: bool) -> list[Candidate]:
    found = []
    titled = _years(times(document.source.title, early=early))
    for block, sentences in document.sentences:
        if block.kind not in ("prose", "bullet", "answer"):
            continue
        label, rest = labelled(block.text) if block.kind == "bullet" else ("", "")
        carried = titled  # a sentence without a year speaks of the one named last in its paragraph, else of the title's
        spans = [rest] if label else [sentence.text for sentence in sentences]
        for number_in, text in enumerate(spans):
            dated = times(text, early=early)
            years = _years(dated)
            carried = years or carried
            says = _with_whom(stated(text), spans[number_in - 1] if number_in else "")
            count = len(says.split())
            kinds = _kinds(text)
            if not FEWEST <= count <= LONGEST:
                continue
            told = any(time.precision in ("day", "month", "part") or time.start < OPENING for time in dated)
            found.append(Candidate(number, block, text.strip(), says, kinds, years, carried, told))
    return found


def _years(dated: Sequence[Time]) -> tuple[int, ...]:
    return tuple(year for time in dated for year in (time.first[0], time.last[0]) if year)


def stated(text: str) -> str:
    """A sentence as a statement: without the word that ties it to the one before, brackets and footnote marks."""
    said = re.sub(r"\s*(?:\[[^\]]*\]|\([^)]{0,60}\))", "", " ".join(text.split()))
    openers = "|".join(sorted(map(re.escape, cues()["openers"]), key=len, reverse=True))
    said = re.sub(rf"^(?:{openers})\b(?!\s+(?:to|of)\b),?\s+", "", said, flags=re.IGNORECASE)
    return said[:1].upper() + said[1:]


def _with_whom(says: str, before: str) -> str:
    """A statement that begins with a pronoun, with the name that opens the sentence before, its likely subject, in brackets."""
    things = named_things(before)
    match = PRONOUN.match(says)
    opens = bool(things) and before.removeprefix("The ").startswith(things[0])
    return f"{match[1]} [{things[0]}] {says[match.end() :]}" if match and opens else says


def _kinds(text: str) -> tuple[Kind, ...]:
    groups: list[Kind] = ["turning-point", "counter", "continuity", "judgement", "cause", "change"]
    return tuple(group for group in groups if words_of("kind_of_point", group).search(text))


def _worth(found: Sequence[Candidate], vectors: Vectors, question: Vectors, period: Days) -> NDArray[np.float64]:
    """How promising each candidate is: near the question and the common theme, arguing, in the period, standing alone."""
    theme = vectors.mean(axis=0)
    theme = theme / max(1e-9, float(np.linalg.norm(theme)))
    hanging = tuple(f"{word} " for word in cues()["hanging"])
    worth = []
    for one, vector in zip(found, vectors, strict=True):
        score = float(vector @ question) + 0.8 * float(vector @ theme) + 0.12 * min(3, len(one.kinds))
        score += 0.1 * (one.block.kind == "bullet")
        score -= 0.15 * one.says.lower().startswith(hanging)
        score -= 0.1 * (len(one.says.split()) > 40) + 0.15 * ("“" in one.says and one.says.count("“") > 1)
        score -= 0.05 * one.told + 0.3 * (one.says.count("“") != one.says.count("”"))  # half of a quotation
        if one.about and not any(days(str(year)).meets(period) for year in one.about):
            score -= OUTSIDE
        worth.append(round(score, 3))
    return np.array(worth)


def _grouped(vectors: Vectors) -> list[list[int]]:
    """Places of candidates that say nearly the same, together."""
    if len(vectors) < 2:
        return [[i] for i in range(len(vectors))]
    from sklearn.cluster import AgglomerativeClustering

    model = AgglomerativeClustering(n_clusters=None, metric="cosine", linkage="average", distance_threshold=SAME)
    labels = model.fit_predict(vectors.astype(np.float64))
    return [[int(i) for i in np.flatnonzero(labels == label)] for label in dict.fromkeys(labels.tolist())]


def _chosen(
    groups: Sequence[Sequence[int]], found: Sequence[Candidate], vectors: Vectors, worth: NDArray[np.float64], most: int
) -> list[Sequence[int]]:
    """The best groups, one after another: what stands near a group already chosen, or in its paragraph, counts for less."""
    centres = np.stack([vectors[list(group)].mean(axis=0) for group in groups])
    centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-9)
    merit = np.array([_merit(group, found, worth) for group in groups])
    nearest = np.zeros(len(groups))
    paragraphs = [{(found[i].document, found[i].block.start) for i in group} for group in groups]
    used: Counter[tuple[int, int]] = Counter()
    chosen: list[Sequence[int]] = []
    for _ in range(min(most, len(groups))):
        again = np.array([min(used[one] for one in stands) for stands in paragraphs])
        best = int(np.argmax(np.round(merit - REPEATS * np.maximum(0.0, nearest - APART) - SAME_PARAGRAPH * again, 3)))
        chosen.append(groups[best])
        merit[best] = -np.inf
        nearest = np.maximum(nearest, centres @ centres[best])
        used.update(paragraphs[best])
    return chosen


def _merit(group: Sequence[int], found: Sequence[Candidate], worth: NDArray[np.float64]) -> float:
    sources = len({found[i].document for i in group})
    return float(worth[list(group)].max()) + 0.12 * (sources - 1) + 0.04 * min(3, len(group) - 1)


def _point(
    group: Sequence[int],
    found: Sequence[Candidate],
    vectors: Vectors,
    worth: NDArray[np.float64],
    documents: Sequence[Read],
    period: str,
    common: Counter[str],
    taken: set[str],
) -> DraftPoint:
    members = list(group)
    centre = vectors[members].mean(axis=0)
    best = max(members, key=lambda i: (round(float(vectors[i] @ centre) + float(worth[i]), 3), -i))
    chosen = found[best]
    kept = _kept(best, members, found, vectors, common)
    passages, conflict = _passages(best, kept, found, documents, common)
    label = _label(chosen, common, documents[chosen.document].source.title)
    name = slug(label)
    while name in taken:
        name += "-more"
    taken.add(name)
    return DraftPoint(
        id=name,
        label=label,
        phase=_phase([year for i in members for year in found[i].years], period),
        kind=chosen.kinds[0] if chosen.kinds else "change",
        importance="core" if len({found[i].document for i in kept}) > 1 else "strong",
        statement=chosen.says,
        question=f"{label}: what does it tell you about the question?",
        passages=tuple(passages),
        score=round(_merit(group, found, worth), 3),
        conflict=conflict,
    )


def _kept(best: int, members: Sequence[int], found: Sequence[Candidate], vectors: Vectors, common: Counter[str]) -> list[int]:
    """The passages of a point: its cluster, the nearest outside it, and those of other documents that disagree."""
    cosines = vectors @ vectors[best]
    outside = [i for i in range(len(found)) if i not in members and float(cosines[i]) >= OPPOSED]
    nearest = sorted(outside, key=lambda i: (-round(float(cosines[i]), 3), i))
    near = [i for i in nearest if float(cosines[i]) >= NEAR][:MOST_NEAR]
    against = [
        i
        for i in outside
        if i not in near
        and found[i].document != found[best].document
        and _disagree(found[i].text, found[best].text, common, len(found))
    ]
    return [*members, *near, *against[:MOST_AGAINST]]


def _passages(
    best: int, kept: Sequence[int], found: Sequence[Candidate], documents: Sequence[Read], common: Counter[str]
) -> tuple[list[Passage], str]:
    """The passages of a point, the statement's own first, and how one of another document disagrees."""
    passages, conflict = [], ""
    for i in sorted(kept, key=lambda i: (i != best, i)):
        one = found[i]
        source = documents[one.document].source
        against = one.document != found[best].document and _disagree(one.text, found[best].text, common, len(found))
        if against and not conflict:
            conflict = f"{source.title} seems to say otherwise ({one.block.where}): read both passages and decide"
        passages.append(Passage(source.id, one.block.where, one.text, against))
    return passages, conflict


def _sides(text: str) -> dict[int, int]:
    """On which side of each pair of opposites a passage stands: 1, -1, or 0 on both; what is averted counts for the other."""
    found: dict[int, int] = {}
    for pair, sides in enumerate(opposites()):
        for sign, side in zip((1, -1), sides, strict=True):
            for match in side.finditer(text):
                averted = words_of("averting").search(" ".join(text[: match.start()].split()[-3:]))
                stands = -sign if averted else sign
                found[pair] = stands if found.get(pair, stands) == stands else 0
    return found


def _disagree(one: str, other: str, common: Counter[str], total: int) -> bool:
    """True where two passages name one rare thing and stand on opposite sides about it."""
    shared = {name for name in {*named_things(one)} & {*named_things(other)} if common[name] <= max(4, RARE * total)}
    sides = _sides(one), _sides(other)
    return bool(shared) and any(sides[0][pair] * sides[1][pair] < 0 for pair in sides[0].keys() & sides[1].keys())


def _label(one: Candidate, common: Counter[str], title: str) -> str:
    """A short topic: the bullet's label or heading where it names something, else the first thing named in the sentence."""
    own = labelled(one.block.text)[0] if one.block.kind == "bullet" else ""
    for label in (own, one.block.heading if one.block.kind == "bullet" else ""):
        if label and (len(label.split()) >= GENERIC or named_things(f"the {label[:1].lower()}{label[1:]}")):
            return _short(label)
    coined = [match[1].strip(" ,.") for match in COINED.finditer(one.text)]
    names = [*coined, *named_things(one.says)]
    things = sorted(
        names,
        key=lambda name: (
            name not in coined,
            not names_happening(name),
            len(name.split()) < 2,
            common[name],
            names.index(name),
        ),
    )
    things = list({name.lower().removeprefix("the "): name for name in reversed(things)}.values())[::-1]
    if things and own:  # a bare topic, such as "Finance", with the first thing named
        return _short(f"{own}: {things[0]}")
    if things:
        both = " and ".join(things[:2])
        return _short(both if len(both) <= 46 else things[0])
    return _short(own or one.block.heading or title)


def _short(text: str) -> str:
    words: list[str] = []
    for word in re.sub(r"\s*\([^)]*\)", "", text).strip(" .,:;").split():
        if len(" ".join([*words, word])) > 46:
            break
        words.append(word)
    while len(words) > 1 and DANGLING.fullmatch(words[-1]):
        words.pop()
    return " ".join(words) or text[:46]


def _phase(years: Sequence[int], period: str) -> str:
    inside = sorted({year for year in years if days(str(year)).meets(days(period))})
    if not inside:
        return "overview"
    return str(inside[0]) if inside[0] == inside[-1] else f"{inside[0]}-{inside[-1] % 100:02d}"
