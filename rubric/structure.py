"""How an essay is built: where it tells and where it argues, what opens and closes it, which years it covers.

In: an essay and a pack.  Out: one Structure of plain figures, each paragraph with its offsets.
The figures are shares of sentences that show a sign (`signs`); they feed observations, strands and feedback, and no figure is
a count of points. Says nothing in words: that is `observations`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from reference.pack import Event, Pack
from reference.spans import Days, days
from rubric.data import threshold
from rubric.essay import Essay, Read
from rubric.signs import reasons, says_any, speaks, tells, told_bare

Opening = Literal["claim", "story", "topic"]


@dataclass(frozen=True, slots=True)
class ParagraphSeen:
    """A paragraph (from 1): the share of its sentences that reason and that tell, how it opens, whether its ends speak of
    what is asked."""

    paragraph: int
    start: int
    end: int
    argues: float
    tells: float
    opens: Opening
    focused: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """What was seen. Shares are of all sentences, 0 to 1: `argues` show reasoning, `tells` open as a story does, `bare` name an
    event or date without reasoning, `ideas` judge or use a historian's idea, `criteria` name a yardstick, `weighs` concede or
    speak of continuity, `vague` have a word in place of a fact. `outside` is the share of the named events that lie outside
    the period; `years` are those on which the essay names an event, `gap` the longest run without one."""

    paragraphs: tuple[ParagraphSeen, ...]
    opens: tuple[int, int] | None
    closes: tuple[int, int] | None
    answers: bool
    judges: bool
    argues: float
    tells: float
    bare: float
    ideas: float
    criteria: float
    weighs: float
    vague: float
    closing: int
    outside: float
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
    reads = essay.sentences
    several = len(essay.paragraphs) > 1
    first, last = (essay.paragraphs[0], essay.paragraphs[-1]) if essay.paragraphs else (None, None)
    ending = essay.in_paragraph(len(essay.paragraphs) - 1) if several else []
    years = years_covered(essay, pack)
    return Structure(
        paragraphs=tuple(_paragraph(essay, number, pack) for number in range(len(essay.paragraphs))),
        opens=(first.start, first.end) if first else None,
        closes=(last.start, last.end) if last and several else None,
        answers=any(answers(read, pack) for read in essay.in_paragraph(0)),
        judges=any(concludes(read) for read in ending)
        or sum(decides(read) for read in ending) >= threshold("judging_sentences"),
        argues=_share(reads, lambda read: reasons(read) > 0),
        tells=_share(reads, tells),
        bare=_share(reads, told_bare),
        ideas=_share(reads, lambda read: speaks(read, "judgement")) + _share(reads, lambda read: speaks(read, "idea")),
        criteria=_share(reads, lambda read: speaks(read, "criterion")),
        weighs=_share(reads, lambda read: speaks(read, "concession")) + _share(reads, lambda read: speaks(read, "continuity")),
        vague=_share(reads, lambda read: speaks(read, "vague")),
        closing=sum(reasons(read) for read in ending),
        outside=_outside(essay, pack),
        years=years,
        gap=_gap(years, pack),
    )


def answers(read: Read, pack: Pack) -> bool:
    """True where a sentence speaks of what is asked, or of better and worse, and judges: an answer to the question."""
    moved = on_focus(read, pack) or any(speaks(read, group) for group in ("improvement", "worsening"))
    judged = any(speaks(read, group) for group in ("judgement", "continuity", "concession", "criterion"))
    return moved and judged and not tells(read) and not speaks(read, "announcing")


def on_focus(read: Read, pack: Pack) -> bool:
    """True where a sentence has a word for what the question asks about."""
    return says_any(read, pack.about.focus)


def decides(read: Read) -> bool:
    """True where a sentence ranks, weighs or measures."""
    return any(speaks(read, group) for group in ("judgement", "concession", "criterion"))


def concludes(read: Read) -> bool:
    """True where one sentence both judges and says why, or by what measure."""
    grounds = ("reason", "consequence", "criterion")
    return speaks(read, "judgement") and any(speaks(read, group) for group in grounds) and not tells(read)


def opening(read: Read, pack: Pack) -> Opening:
    """How a paragraph's first sentence opens it: with a claim, as a story goes on, or by naming a topic."""
    if speaks(read, "announcing"):
        return "topic"
    if speaks(read, "view") or reasons(read) > 1:
        return "claim"
    if tells(read) or told_bare(read):
        return "story"
    return "claim" if reasons(read) or speaks(read, "idea") or on_focus(read, pack) else "topic"


def lies_outside(read: Read, pack: Pack) -> bool:
    """True where every event that a sentence names lies outside the pack's period, and there is one."""
    spans = named_spans(read, pack)
    period = days(pack.about.period)
    return bool(spans) and not any(span.meets(period) for span in spans)


def years_covered(essay: Essay, pack: Pack) -> tuple[int, ...]:
    """The years of the pack's period in which an event lies that the essay names."""
    first, last = _period(pack)
    found: set[int] = set()
    for read in essay.sentences:
        for span in named_spans(read, pack):
            if span.length <= threshold("event_days"):
                found.update({date.fromordinal(int(span.first)).year, date.fromordinal(int(span.last)).year})
    return tuple(year for year in range(first, last + 1) if year in found)


def named_events(read: Read, pack: Pack) -> list[Event]:
    """The events that a sentence names, in reading order; where a name has several, the one of them inside the period."""
    found = []
    for mention in read.mentions:
        if mention.kind == "event":
            inside = [name for name in mention.ids if days(pack.events[name].when).meets(days(pack.about.period))]
            ids = mention.ids if len(mention.ids) == 1 else inside
            found += [pack.events[ids[0]]] if len(ids) == 1 else []
    return found


def named_spans(read: Read, pack: Pack) -> list[Days]:
    """The dates of the events that a sentence names."""
    return [days(event.when) for event in named_events(read, pack)]


def _paragraph(essay: Essay, number: int, pack: Pack) -> ParagraphSeen:
    block, reads = essay.paragraphs[number], essay.in_paragraph(number)
    ends = [reads[0], reads[-1]] if reads else []
    return ParagraphSeen(
        paragraph=number + 1,
        start=block.start,
        end=block.end,
        argues=_share(reads, lambda read: reasons(read) > 0),
        tells=_share(reads, lambda read: tells(read) or told_bare(read)),
        opens=opening(reads[0], pack) if reads else "topic",
        focused=any(on_focus(read, pack) for read in ends),
    )


def _share(reads: Sequence[Read], holds: Callable[[Read], bool]) -> float:
    return round(sum(holds(read) for read in reads) / len(reads), 3) if reads else 0.0


def _outside(essay: Essay, pack: Pack) -> float:
    """The share of the sentences that name an event in which all of them lie outside the period."""
    naming = [read for read in essay.sentences if named_spans(read, pack)]
    return _share(naming, lambda read: lies_outside(read, pack))


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
