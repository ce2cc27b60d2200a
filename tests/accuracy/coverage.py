"""Fit and measure coverage on labelled essays: baselines, what each idea adds, calibration, and how far examples leak.

    .venv/bin/python -m tests.accuracy.coverage [FOLDER...]

FOLDER holds NAME.txt and labels.json ({NAME: {"points": {ID: {"status": ...}}}}); without it, the essays beside this script.

Every figure is cross-validated by essay: the logistics that judge an essay are fitted on the others, of all folders. So are
the thresholds, but for the lines that name the thresholds in use. The last lines are the weights fitted on all of them, for
`rubric/data/thresholds.yaml`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reference import Pack, load_pack
from reference.reading.encoder import encode, encoder_name
from reference.reading.lexicon import lexicon
from rubric.coverage import seen_of
from rubric.data import threshold
from rubric.essay import Essay, read_essay
from rubric.heads import heads_of

Floats = NDArray[np.float64]
ESSAYS = Path(__file__).resolve().parent / "essays"
STATUSES = ("missing", "partial", "covered")
COVERED = ("head", "shared", "made", "given", "often", "whole")
TOUCHED = ("head", "shared", "touched", "given", "event", "often", "whole")
FEATURES = tuple(dict.fromkeys(COVERED + TOUCHED))
RIDGE = 1.0
GRID = np.arange(0.3, 0.66, 0.04)


@dataclass(frozen=True)
class Labelled:
    """Every point of every essay: features, statuses as 0 to 2, essays as numbers, and the cosines of the baselines."""

    rows: Floats
    labels: NDArray[np.int_]
    essays: NDArray[np.int_]
    statement: Floats
    paraphrases: Floats


def read(folder: Path, pack: Pack) -> tuple[Labelled, list[Essay]]:
    """The labelled essays of a folder."""
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    known, heads = lexicon(pack), heads_of(pack, encoder_name())
    points = list(pack.points.values())
    statements = encode([point.statement for point in points])
    others = [encode([point.statement, *point.paraphrases]) for point in points]
    rows, wanted, whose, plain, wide, essays = [], [], [], [], [], []
    for number, name in enumerate(sorted(labels)):
        essay = read_essay((folder / f"{name}.txt").read_text("utf-8"), known, name)
        essays.append(essay)
        vectors = encode([one.sentence.text for one in essay.sentences])
        for i, (point, seen) in enumerate(seen_of(essay, pack, heads)):
            rows.append([seen.features[feature] for feature in FEATURES])
            wanted.append(STATUSES.index(labels[name]["points"].get(point.id, {"status": "missing"})["status"]))
            whose.append(number)
            plain.append(float((vectors @ statements[i]).max()))
            wide.append(float((vectors @ others[i].T).max()))
    return Labelled(np.array(rows), np.array(wanted), np.array(whose), np.array(plain), np.array(wide)), essays


def joined(parts: Sequence[Labelled]) -> Labelled:
    """Several folders' essays as one set; no two share a number."""
    starts = np.cumsum([0, *(part.essays.max() + 1 for part in parts)])
    return Labelled(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in ("rows", "labels")),
        np.concatenate([part.essays + start for part, start in zip(parts, starts, strict=False)]),
        *(np.concatenate([getattr(part, name) for part in parts]) for name in ("statement", "paraphrases")),
    )


def logistic(inputs: Floats, target: NDArray[np.bool_]) -> Floats:
    """Weights of a ridge-held logistic regression by Newton's method; the first is the bias, which is not held."""
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-9
    rows = np.hstack([np.ones((len(inputs), 1)), (inputs - mean) / spread])
    held = RIDGE * np.diag([0.0, *[1.0] * inputs.shape[1]])
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - target) + held @ weights
        weights = weights - np.linalg.solve(
            (rows * (chance * (1 - chance))[:, None]).T @ rows + held + 1e-9 * np.eye(len(held)), slope
        )
    plain = weights[1:] / spread
    return np.array([weights[0] - (plain * mean).sum(), *plain])


def chances(inputs: Floats, weights: Floats) -> Floats:
    """The probability of every row."""
    return np.asarray(1 / (1 + np.exp(-(weights[0] + inputs @ weights[1:]))))


def macro_f1(labels: NDArray[np.int_], said: NDArray[np.int_]) -> float:
    """The mean of the three statuses' F1."""
    scores = []
    for status in range(3):
        hit = ((labels == status) & (said == status)).sum()
        scores.append(2 * hit / max(1, (labels == status).sum() + (said == status).sum()))
    return float(np.mean(scores))


def kappa(labels: NDArray[np.int_], said: NDArray[np.int_]) -> float:
    """Cohen's kappa with quadratic weights (Cohen 1968)."""
    table = np.zeros((3, 3))
    np.add.at(table, (labels, said), 1)
    weights = np.array([[(i - j) ** 2 for j in range(3)] for i in range(3)])
    chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return float(1 - (weights * table).sum() / (weights * chance).sum())


def decide(covered: Floats, touched: Floats, edges: tuple[float, float]) -> NDArray[np.int_]:
    """The statuses of two chances."""
    return np.where(covered >= edges[0], 2, np.where(touched >= edges[1], 1, 0))


def best_edges(covered: Floats, touched: Floats, labels: NDArray[np.int_]) -> tuple[float, float]:
    """The pair of thresholds with the best macro-F1 and kappa together."""
    pairs = [(float(one), float(two)) for one in GRID for two in GRID]
    return max(pairs, key=lambda edges: _merit(labels, decide(covered, touched, edges)))


def _merit(labels: NDArray[np.int_], said: NDArray[np.int_]) -> float:
    return macro_f1(labels, said) + kappa(labels, said)


def cross_validated(
    data: Labelled, drop: str = "", only: str = "", fixed: tuple[float, float] | None = None
) -> tuple[NDArray[np.int_], Floats]:
    """The statuses and chances of every row, each essay judged by logistics and thresholds of the other essays; the thresholds
    are `fixed` where they are given."""
    said, chance = np.zeros(len(data.labels), dtype=int), np.zeros(len(data.labels))
    for essay in np.unique(data.essays):
        train, test = data.essays != essay, data.essays == essay
        made, touch = np.zeros(len(said)), np.zeros(len(said))
        for found, features, least in ((made, COVERED, 2), (touch, TOUCHED, 1)):
            columns = [FEATURES.index(one) for one in features if one != drop and (not only or one == only)]
            inputs = data.rows[:, columns]
            found[:] = chances(inputs, logistic(inputs[train], data.labels[train] >= least))
        edges = fixed or best_edges(made[train], touch[train], data.labels[train])
        chance[test], said[test] = made[test], decide(made[test], touch[test], edges)
    return said, chance


def baseline(data: Labelled, cosine: Floats) -> NDArray[np.int_]:
    """One cosine with the two best possible thresholds, chosen on these very essays: the most that it could reach."""
    edges = np.arange(0.2, 0.8, 0.02)
    pairs = [(float(low), float(high)) for low in edges for high in edges if low < high]
    ruled = [np.where(cosine >= high, 2, np.where(cosine >= low, 1, 0)) for low, high in pairs]
    return max(ruled, key=lambda said: _merit(data.labels, said))


def line(name: str, data: Labelled, said: NDArray[np.int_]) -> str:
    """One row of the table."""
    missing = float((data.labels[said == 0] == 0).mean()) if (said == 0).any() else float("nan")
    return f"| {name} | {macro_f1(data.labels, said):.2f} | {kappa(data.labels, said):.2f} | {missing:.2f} |"


def table(data: Labelled, said: NDArray[np.int_]) -> str:
    """The plain baselines, the heads, and everything together (`said`), as Markdown."""
    return "\n".join(
        [
            "| | macro-F1 | kappa | missing is right |",
            "| --- | --- | --- | --- |",
            line("one cosine to the statement, best thresholds", data, baseline(data, data.statement)),
            line("best cosine to statement and paraphrases, best thresholds", data, baseline(data, data.paraphrases)),
            line("heads alone", data, cross_validated(data, only="head")[0]),
            line("everything", data, said),
        ]
    )


def leaks(pack: Pack, essays: Sequence[Essay]) -> tuple[int, float]:
    """How near the banks come to these essays: the longest run of words that both have, and the highest cosine."""
    told = [text for bank in pack.banks.values() for text in (*bank.made, *bank.touched, *bank.near)]
    sentences = [one.sentence.text for essay in essays for one in essay.sentences]
    longest = 0
    split = [text.lower().split() for text in sentences]
    for text in (text.lower().split() for text in told):
        while any(_shares(text, other, longest + 1) for other in split):
            longest += 1
    return longest, float((encode(told) @ encode(sentences).T).max())


def _shares(one: Sequence[str], other: Sequence[str], length: int) -> bool:
    runs = {tuple(one[i : i + length]) for i in range(len(one) - length + 1)}
    return any(tuple(other[i : i + length]) in runs for i in range(len(other) - length + 1))


def main(folders: Sequence[Path]) -> None:
    """Print the table, the reliability of the chances, the leak and the weights."""
    pack = load_pack("usa-ussr-1955-62")
    parts, essays = zip(*(read(folder, pack) for folder in folders), strict=True)
    data, texts = joined(parts), [essay for some in essays for essay in some]
    print(f"{len(texts)} essays, {len(data.labels)} judgements, cross-validated by essay\n")
    said, chance = cross_validated(data)
    print(table(data, said))
    in_use = (threshold("covered_chance"), threshold("touched_chance"))
    kept, _ = cross_validated(data, fixed=in_use)
    print(line("everything, thresholds in use", data, kept))
    at = 0
    for folder, part in zip(folders, parts, strict=True):
        there, at = slice(at, at + len(part.labels)), at + len(part.labels)
        print(line(f"of these, {folder.name}", part, said[there]))
        print(line(f"of these, {folder.name}, thresholds in use", part, kept[there]))
    for feature in FEATURES:
        print(line(f"without {feature}", data, cross_validated(data, drop=feature)[0]))
    print("\n| chance said | points | made |\n| --- | --- | --- |")
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        there_too = (chance >= low) & (chance < low + 0.2 + 1e-9)
        share = (data.labels[there_too] == 2).mean() if there_too.any() else 0
        print(f"| {low:.1f}-{low + 0.2:.1f} | {there_too.sum()} | {share:.2f} |")
    print("\nlongest shared run of words {}, highest cosine of an example and a sentence {:.2f}".format(*leaks(pack, texts)))
    for name, features, least in (("covered_weights", COVERED, 2), ("touched_weights", TOUCHED, 1)):
        inputs = data.rows[:, [FEATURES.index(one) for one in features]]
        weights = logistic(inputs, data.labels >= least)
        print(name, dict(zip(("bias", *features), np.round(weights, 2).tolist(), strict=True)))


if __name__ == "__main__":
    main([Path(one) for one in sys.argv[1:]] or [ESSAYS])
