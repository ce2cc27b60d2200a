"""Recognisers of a pack's points: for each a direction in the embedding space that tells its argument from all else.

In: a pack with banks of passages, and a way to encode.  Out: Heads, a weight vector and a bias for every point.
A head is a ridge regression over frozen embeddings: the statement, its paraphrases and the bank's `made` passages against
what only touches the point, what is near it, and every other point's passages (few-shot classification as in SetFit, Tunstall
et al. 2022, without the fine-tuning). The sum has one solution, so a pack gives the same heads wherever it is fitted.
An installed pack keeps its heads in `heads.json`, with the key of what they were fitted on; another is fitted on first use.
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

Encode = Callable[[Sequence[str]], Vectors]
FILE = "heads.json"
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Heads:
    """`weights`, shape (points, dimensions + 1): the last column is the bias."""

    weights: NDArray[np.float32]

    def judge(self, vectors: Vectors) -> Vectors:
        """How far each vector makes each point, shape (vectors, points): about 1 where it does, about -1 where not."""
        return np.asarray(vectors @ self.weights[:, :-1].T + self.weights[:, -1], dtype=np.float32)


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
    """What a pack's heads are fitted on, as a hash: the passages, the model, and the strength of the ridge."""
    said = [[row.point, row.kind, row.text] for row in rows(pack)]
    return hashlib.sha256(json.dumps([said, model, threshold("head_ridge"), DECIMALS]).encode()).hexdigest()


def fit(pack: Pack, encode_with: Encode) -> Heads:
    """Fit the heads of a pack. Every side weighs one half, so that long banks do not drown short ones."""
    inputs, owner, kind = _inputs(pack, encode_with)
    heads = [_head(inputs, owner == i, kind) for i in range(len(pack.points))]
    return Heads(np.round(np.array(heads), DECIMALS).astype(np.float32))


def recognised(pack: Pack, encode_with: Encode) -> dict[str, tuple[int, int, int, int]]:
    """Each point's bank judged by itself: of its passages that make it, and of those that do not, how many stand on the right
    side of nought, and of how many. A passage is judged as if the head had been fitted without it (leave-one-out residuals
    of a ridge, Allen 1974), so a passage cannot vouch for itself."""
    inputs, owner, kind = _inputs(pack, encode_with)
    found = {}
    for i, point in enumerate(pack.points.values()):
        own = owner == i
        judged = _held_out(inputs, own, kind)
        made, beside = judged[own & (kind == "made")], judged[own & (kind != "made")]
        found[point.id] = (int((made > 0).sum()), len(made), int((beside <= 0).sum()), len(beside))
    return found


def _inputs(pack: Pack, encode_with: Encode) -> tuple[NDArray[np.float64], NDArray[np.int_], NDArray[np.str_]]:
    passages = rows(pack)
    vectors = encode_with([row.text for row in passages]).astype(np.float64)
    inputs = np.hstack([vectors, np.ones((len(passages), 1))])
    return inputs, np.array([row.point for row in passages]), np.array([row.kind for row in passages])


def _held_out(inputs: NDArray[np.float64], own: NDArray[np.bool_], kind: NDArray[np.str_]) -> NDArray[np.float64]:
    weight, target = _weights(own, kind), np.where(own & (kind == "made"), 1.0, -1.0)
    inverse = np.linalg.inv((inputs * weight[:, None]).T @ inputs + threshold("head_ridge") * np.eye(inputs.shape[1]))
    said = inputs @ (inverse @ ((inputs * weight[:, None]).T @ target))
    pull = weight * np.einsum("ij,jk,ik->i", inputs, inverse, inputs)
    return np.asarray((said - pull * target) / (1 - pull), dtype=np.float64)


def _weights(own: NDArray[np.bool_], kind: NDArray[np.str_]) -> NDArray[np.float64]:
    made = own & (kind == "made")
    beside = own & ~made
    others = ~own & (kind != "near")  # what is near another point may well make this one
    share = 0.5 if beside.any() else 1.0
    weight = np.where(made, 1 / made.sum(), 0.0) + np.where(others, share / others.sum(), 0.0)
    return np.asarray(weight + (np.where(beside, 0.5 / beside.sum(), 0.0) if beside.any() else 0.0), dtype=np.float64)


def _head(inputs: NDArray[np.float64], own: NDArray[np.bool_], kind: NDArray[np.str_]) -> NDArray[np.float64]:
    made = own & (kind == "made")
    weighted = inputs * _weights(own, kind)[:, None]
    ridge = threshold("head_ridge") * np.eye(inputs.shape[1])
    solution = np.linalg.solve(weighted.T @ inputs + ridge, weighted.T @ np.where(made, 1.0, -1.0))
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
    return Heads(np.array(kept["weights"], dtype=np.float32)) if kept["key"] == key(pack, model) else None


def write(pack: Pack, folder: Path, model: str) -> None:
    """Fit a pack's heads and keep them in its folder, a line for each point."""
    weights = fit(pack, encode).weights
    lines = ",\n".join(json.dumps([round(float(weight), DECIMALS) for weight in row]) for row in weights)
    text = f'{{"key": "{key(pack, model)}",\n"weights": [\n{lines}\n]}}\n'
    (folder / FILE).write_text(text, "utf-8")
