"""Recognisers of a pack's points: directions in the embedding space that tell each one's argument and topic from all else.

In: a pack with banks of passages, and a way to encode.  Out: Heads, two weight vectors with a bias for every point.
A head is a ridge regression over frozen embeddings: the statement, its paraphrases and the bank's `made` passages against
what only touches the point, what is near it, and every other point's passages (few-shot classification as in SetFit, Tunstall
et al. 2022, without the fine-tuning). A second one takes what touches the point to its side and so tells the topic alone.
The sum has one solution, so a pack gives the same heads wherever it is fitted. An installed pack keeps its heads in
`heads.json`, with the key of what they were fitted on; another is fitted on first use.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reference.pack import Pack
from reference.reading.encoder import Vectors, encode
from reference.shelves import installed_packs
from rubric.data import threshold

Mask = NDArray[np.bool_]
Encode = Callable[[Sequence[str]], Vectors]
FILE = "heads.json"
DECIMALS = 4
SPEAK = {"made": ("made",), "touched": ("made", "touched")}  # the passages that speak for a point, by head


@dataclass(frozen=True, slots=True)
class Heads:
    """`made` and `touched`, shape (points, dimensions + 1): the last column is the bias."""

    made: Vectors
    touched: Vectors

    def judge(self, vectors: Vectors) -> Vectors:
        """How far each vector makes each point, shape (vectors, points): about 1 where it does, about -1 where not."""
        return _along(vectors, self.made)

    def judge_topic(self, vectors: Vectors) -> Vectors:
        """How far each vector is on the topic of each point, made or only touched, in the same way."""
        return _along(vectors, self.touched)


def _along(vectors: Vectors, weights: Vectors) -> Vectors:
    return np.asarray(vectors @ weights[:, :-1].T + weights[:, -1], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Row:
    """A passage of a pack: the point it belongs to, by place; whether it makes it, touches it or stands near; its words."""

    point: int
    kind: str
    text: str


def rows(pack: Pack) -> list[Row]:
    """The passages of a pack's points, in the pack's order."""
    found = []
    for i, point in enumerate(pack.points.values()):
        found += [Row(i, "made", text) for text in (point.statement, *point.paraphrases)]
        bank = pack.banks.get(point.id)
        if bank is not None:
            for kind, texts in (("made", bank.made), ("touched", bank.touched), ("near", bank.near)):
                found += [Row(i, kind, text) for text in texts]
    return found


def key(pack: Pack, model: str) -> str:
    """What a pack's heads are fitted on, as a hash: the passages, the model, the strength of the ridge, and what is fitted."""
    said = [[row.point, row.kind, row.text] for row in rows(pack)]
    return hashlib.sha256(json.dumps([said, model, threshold("head_ridge"), DECIMALS, SPEAK]).encode()).hexdigest()


def fit(pack: Pack, encode_with: Encode) -> Heads:
    """Fit the heads of a pack. Every side weighs one half, so that long banks do not drown short ones."""
    inputs, owner, kind = _inputs(pack, encode_with)
    made, touched = (
        np.array([_head(inputs, owner == i, np.isin(kind, kinds), kind) for i in range(len(pack.points))])
        for kinds in SPEAK.values()
    )
    return Heads(np.round(made, DECIMALS).astype(np.float32), np.round(touched, DECIMALS).astype(np.float32))


def recognised(pack: Pack, encode_with: Encode) -> dict[str, tuple[int, int, int, int]]:
    """Each point's bank judged by itself: of its passages that make it, and of those that do not, how many stand on the right
    side of nought, and of how many. A passage is judged as if the head had been fitted without it (leave-one-out residuals
    of a ridge, Allen 1974), so a passage cannot vouch for itself."""
    inputs, owner, kind = _inputs(pack, encode_with)
    found = {}
    for i, point in enumerate(pack.points.values()):
        own = owner == i
        judged = _held_out(inputs, own, kind == "made", kind)
        made, beside = judged[own & (kind == "made")], judged[own & (kind != "made")]
        found[point.id] = (int((made > 0).sum()), len(made), int((beside <= 0).sum()), len(beside))
    return found


def _inputs(pack: Pack, encode_with: Encode) -> tuple[NDArray[np.float64], NDArray[np.int_], NDArray[np.str_]]:
    passages = rows(pack)
    vectors = encode_with([row.text for row in passages]).astype(np.float64)
    inputs = np.hstack([vectors, np.ones((len(passages), 1))])
    return inputs, np.array([row.point for row in passages]), np.array([row.kind for row in passages])


def _held_out(inputs: NDArray[np.float64], own: Mask, speaks: Mask, kind: NDArray[np.str_]) -> NDArray[np.float64]:
    weight, target = _weights(own, speaks, kind), np.where(own & speaks, 1.0, -1.0)
    inverse = np.linalg.inv((inputs * weight[:, None]).T @ inputs + threshold("head_ridge") * np.eye(inputs.shape[1]))
    said = inputs @ (inverse @ ((inputs * weight[:, None]).T @ target))
    pull = weight * np.einsum("ij,jk,ik->i", inputs, inverse, inputs)
    return np.asarray((said - pull * target) / (1 - pull), dtype=np.float64)


def _weights(own: Mask, speaks: Mask, kind: NDArray[np.str_]) -> NDArray[np.float64]:
    """What each passage weighs in a point's head: those that speak for it one half, those of the point that do not go so far
    and those of other points one quarter each."""
    beside, others = own & ~speaks, ~own & (kind != "near")  # what is near another point may well make this one
    share = 0.5 if beside.any() else 1.0
    weight = np.where(own & speaks, 1 / (own & speaks).sum(), 0.0) + np.where(others, share / others.sum(), 0.0)
    return np.asarray(weight + (np.where(beside, 0.5 / beside.sum(), 0.0) if beside.any() else 0.0), dtype=np.float64)


def _head(inputs: NDArray[np.float64], own: Mask, speaks: Mask, kind: NDArray[np.str_]) -> NDArray[np.float64]:
    weighted = inputs * _weights(own, speaks, kind)[:, None]
    ridge = threshold("head_ridge") * np.eye(inputs.shape[1])
    solution = np.linalg.solve(weighted.T @ inputs + ridge, weighted.T @ np.where(own & speaks, 1.0, -1.0))
    return np.asarray(solution, dtype=np.float64)


@lru_cache(maxsize=8)
def heads_of(pack: Pack, model: str) -> Heads:
    """The heads of a pack with the model in use, read or fitted once; `model` is its name and keeps two models apart."""
    kept = _kept(pack, model)
    return kept if kept is not None else fit(pack, encode)


def _kept(pack: Pack, model: str) -> Heads | None:
    folder = installed_packs().get(pack.about.id)
    if folder is None or not (folder / FILE).is_file():
        return None
    kept = json.loads((folder / FILE).read_text("utf-8"))
    if kept["key"] != key(pack, model):
        return None
    return Heads(*(np.array(kept[name], dtype=np.float32) for name in SPEAK))


def write(pack: Pack, folder: Path, model: str) -> None:
    """Fit a pack's heads and keep them in its folder, a line for each point."""
    heads = fit(pack, encode)
    parts = [f'"key": "{key(pack, model)}"']
    for name, weights in (("made", heads.made), ("touched", heads.touched)):
        lines = ",\n".join(json.dumps([round(float(weight), DECIMALS) for weight in row]) for row in weights)
        parts.append(f'"{name}": [\n{lines}\n]')
    (folder / FILE).write_text("{" + ",\n".join(parts) + "}\n", "utf-8")
