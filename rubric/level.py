"""The level of a mark scheme that an essay is most like, as a range of two neighbours, with the reasons for both bounds.

In: an essay's structure, strands, observations, notices, and a scheme of `data/schemes`.  Out: one Level.
The range stands where the strands' weighted mean falls; facts without a claim, and an answer outside the dates, hold it down.
Rules, not fitted weights: points are never counted, no historian is required, one slip moves nothing. No mark, no grade;
a teacher decides. AO2 and AO3 are not assessed. Gives none for short texts, notes, or another question.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from textwrap import shorten
from typing import Any

import yaml

from rubric.data import data, threshold
from rubric.essay import Essay
from rubric.marking import Level, Notice, Remark, Strand
from rubric.observations import Observation
from rubric.strands import Strands, strays
from rubric.structure import Structure
from rubric.wording import say

MOST_REASONS = 2  # a bound
QUOTE = 70  # characters of a sentence
ABSTAINS = {"off_topic": "off_topic", "other_language": "off_topic", "list_not_prose": "list_not_prose"}


@cache
def schemes() -> dict[str, dict[str, Any]]:
    """The mark schemes there are, by id."""
    folder = files("rubric.data").joinpath("schemes")
    found = [
        yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".yaml")
    ]
    return {scheme["id"]: scheme for scheme in found}


def level(
    essay: Essay, seen: Structure, placed: Strands, remarks: Sequence[Observation], notices: Sequence[Notice], scheme: str
) -> Level:
    """The level range, or why there is none. Raises KeyError for a scheme that does not exist."""
    about = schemes()[scheme]
    left_out = tuple(about["not_assessed"])
    why_none = abstention(essay, notices)
    if why_none:
        return Level(scheme=scheme, low=None, high=None, reasons=(), abstained=why_none, not_assessed=left_out)
    low, high = about["ranges"][band(placed, seen)]
    return Level(
        scheme=scheme,
        low=low,
        high=high,
        reasons=(*_reasons(essay, placed, seen, remarks), about["reliability"]),
        abstained=None,
        not_assessed=left_out,
        strands=tuple(_strand(name, place, remarks) for name, place in placed.placed().items()),
    )


def abstention(essay: Essay, notices: Sequence[Notice]) -> str | None:
    """Why there is no level, or None."""
    for notice in notices:
        if notice.code in ABSTAINS:
            return say("level", "abstained", ABSTAINS[notice.code])
    return say("level", "abstained", "short") if essay.words < threshold("level_words") else None


def band(placed: Strands, seen: Structure) -> int:
    """The lower of the two neighbouring stages, 1 to 4, between which an essay stands."""
    low = 1 + sum(placed.mean >= edge for edge in data("thresholds")["level_edges"]["value"])
    if seen.bare >= threshold("most_bare"):
        low = min(low, 2)
    return 1 if strays(seen) else low


def _reasons(essay: Essay, placed: Strands, seen: Structure, remarks: Sequence[Observation]) -> list[str]:
    """Why not lower, why not higher: the strongest remark of the best strands and of the weakest, then the caps."""
    ranked = sorted(placed.placed().items(), key=lambda item: -item[1])
    up = [text for name, _ in ranked for text in _of(essay, remarks, name, lifts=True)[:1]][:MOST_REASONS]
    down = [text for name, _ in reversed(ranked) for text in _of(essay, remarks, name, lifts=False)[:1]][:MOST_REASONS]
    caps = [
        *([say("level", "bare")] if seen.bare >= threshold("most_bare") else []),
        *([say("level", "strays")] if strays(seen) else []),
    ]
    return [
        *(say("level", "not_lower", why=text) for text in up),
        *(say("level", "not_higher", why=text) for text in (*caps, *down)[:MOST_REASONS]),
    ]


def _of(essay: Essay, remarks: Sequence[Observation], strand: str, *, lifts: bool) -> list[str]:
    """The remarks of a strand, each with the first words of its sentence."""
    mine = [remark for remark in remarks if remark.strand == strand and remark.lifts is lifts]
    quotes = [shorten(essay.text[remark.start : remark.end], QUOTE, placeholder=" …") for remark in mine]
    return [say("level", "quoted", text=remark.text, quote=quote) for remark, quote in zip(mine, quotes, strict=True)]


def _strand(name: str, place: float, remarks: Sequence[Observation]) -> Strand:
    mine = [remark for remark in remarks if remark.strand == name]
    return Strand(
        name=name,
        stage=say("level", "stages", round(place)),
        lifts=tuple(_remark(remark) for remark in mine if remark.lifts),
        holds=tuple(_remark(remark) for remark in mine if not remark.lifts),
    )


def _remark(seen: Observation) -> Remark:
    return Remark(code=seen.code, text=seen.text, start=seen.start, end=seen.end)
