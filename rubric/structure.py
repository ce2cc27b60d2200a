"""How an essay is built: what opens and closes it, where it argues, which years it covers.

In: an essay and a pack.  Out: one Structure, each observation with its offsets.
First form: signs in the words. They are observations for feedback and for the level's reasons, never points to be counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from reference.pack import Pack
from reference.reading.lexicon import name_words
from reference.spans import days
from rubric.arguing import argues
from rubric.data import data, threshold
from rubric.essay import Essay, Read


@dataclass(frozen=True, slots=True)
class ParagraphSeen:
    """A paragraph (from 1): the share of its sentences that argue, and whether it speaks about relations at either end."""

    paragraph: int
    start: int
    end: int
    argues: float
    focused: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """What was seen. `years` are those of the period on which the essay names an event, `gap` the longest without one."""

    paragraphs: tuple[ParagraphSeen, ...]
    opens: tuple[int, int] | None
    closes: tuple[int, int] | None
    judges: bool
    answers: bool
    argues: float
    years: tuple[int, ...]
    gap: tuple[int, int] | None

    def as_data(self) -> dict[str, Any]:
        """The structure as plain JSON values."""
        plain = asdict(self)
        for key in ("opens", "closes"):
            plain[key] = {"start": plain[key][0], "end": plain[key][1]} if plain[key] else None
        plain["paragraphs"] = list(plain["paragraphs"])
        plain["years"] = list(plain["years"])
        plain["gap"] = list(plain["gap"]) if plain["gap"] else None
        return plain


def structure(essay: Essay, pack: Pack) -> Structure:
    """Read the structure of an essay."""
    seen = []
    for number, block in enumerate(essay.paragraphs):
        reads = essay.in_paragraph(number)
        ends = [reads[0], reads[-1]] if reads else []
        focused = any(speaks(read, "relations") for read in ends)
        seen.append(ParagraphSeen(number + 1, block.start, block.end, _share(reads), focused))
    first, last = (essay.paragraphs[0], essay.paragraphs[-1]) if essay.paragraphs else (None, None)
    closing = essay.in_paragraph(len(essay.paragraphs) - 1) if len(essay.paragraphs) > 1 else []
    opening = essay.in_paragraph(0)
    years = years_covered(essay, pack)
    return Structure(
        paragraphs=tuple(seen),
        opens=(first.start, first.end) if first else None,
        closes=(last.start, last.end) if last and len(essay.paragraphs) > 1 else None,
        judges=sum(speaks(read, "judging") for read in closing) >= threshold("judging_sentences"),
        answers=any(speaks(read, "judging") and speaks(read, "relations") for read in opening),
        argues=_share(essay.sentences),
        years=years,
        gap=_gap(years, pack),
    )


def speaks(read: Read, group: str) -> bool:
    """True where a sentence has a word of this group of `data/language.yaml`."""
    text = f" {' '.join(word.norm for word in read.words)} "
    return any(f" {' '.join(name_words(entry))} " in text for entry in data("language")[group])


def _share(reads: Sequence[Read]) -> float:
    return round(sum(argues(read) for read in reads) / len(reads), 3) if reads else 0.0


def years_covered(essay: Essay, pack: Pack) -> tuple[int, ...]:
    """The years of the pack's period in which an event lies that the essay names."""
    first, last = _period(pack)
    found: set[int] = set()
    for read in essay.sentences:
        for mention in read.mentions:
            if mention.kind == "event" and len(mention.ids) == 1:
                span = days(pack.events[mention.ids[0]].when)
                if span.length <= 400:
                    found.update({date.fromordinal(int(span.first)).year, date.fromordinal(int(span.last)).year})
    return tuple(year for year in range(first, last + 1) if year in found)


def _period(pack: Pack) -> tuple[int, int]:
    span = days(pack.about.period)
    return date.fromordinal(int(span.first)).year, date.fromordinal(int(span.last)).year


def _gap(years: Sequence[int], pack: Pack) -> tuple[int, int] | None:
    """The longest run of at least three years of the period without an event, or None."""
    first, last = _period(pack)
    best: tuple[int, int] | None = None
    start = first
    for year in [*years, last + 1]:
        if year - start >= threshold("gap_years") and (best is None or year - start > best[1] - best[0] + 1):
            best = (start, year - 1)
        start = year + 1
    return best
