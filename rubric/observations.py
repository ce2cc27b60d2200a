"""What a teacher would remark on in how an essay is built: each remark rests on a sentence of it, and lifts or holds a strand.

In: an essay, its structure, a pack.  Out: Observations, by strand and in reading order.
A remark is made only where its sign is plain; an essay in which little is plain gets few. Wording is data (`structure`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from reference.pack import Pack
from rubric.data import threshold
from rubric.essay import Essay, Read
from rubric.signs import exact, reasons, speaks, tells, told_bare
from rubric.structure import Structure, answers, decides, lies_outside, named_spans, opening
from rubric.wording import say, years

QUOTED = re.compile('["“”‘]')


@dataclass(frozen=True, slots=True)
class Observation:
    """A remark: its code in `wording.yaml`, the strand, whether it lifts it or holds it down, and the sentence's offsets."""

    code: str
    strand: str
    lifts: bool
    start: int
    end: int
    names: dict[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The remark in words."""
        return say("structure", self.code, **self.names)

    def as_data(self) -> dict[str, object]:
        """The remark as plain JSON values."""
        return {
            "code": self.code,
            "strand": self.strand,
            "lifts": self.lifts,
            "text": self.text,
            "start": self.start,
            "end": self.end,
        }


def observations(essay: Essay, seen: Structure, pack: Pack) -> tuple[Observation, ...]:
    """What is remarked of an essay."""
    if not essay.sentences:
        return ()
    found = [
        *_focus(essay, seen, pack),
        *_evidence(essay, seen),
        *_analysis(essay, seen),
        *_balance(essay, seen, pack),
        *_judgement(essay, seen, pack),
    ]
    return tuple(found)


def _seen(code: str, strand: str, lifts: bool, read: Read, **names: object) -> Observation:
    return Observation(code, strand, lifts, read.sentence.start, read.sentence.end, names)


def _focus(essay: Essay, seen: Structure, pack: Pack) -> Iterator[Observation]:
    first = essay.in_paragraph(0)
    answer = next((read for read in first if answers(read, pack)), None)
    if answer:
        yield _seen("intro_answers", "Focus", True, answer)
    elif first:
        yield _seen("intro_tells" if opening(first[0], pack) == "story" else "intro_waits", "Focus", False, first[0])
    openings = [read for part in seen.paragraphs[1:] for read in essay.in_paragraph(part.paragraph - 1)[:1]]
    claims = [read for read in openings if opening(read, pack) == "claim"]
    stories = [read for read in openings if opening(read, pack) == "story"]
    if len(claims) > len(stories):
        yield _seen("opens_on_claims", "Focus", True, _fullest(claims))
    elif len(stories) >= threshold("story_openings") and 2 * len(stories) >= len(openings):
        yield _seen("opens_as_story", "Focus", False, stories[0], count=len(stories), of=len(openings))
    strays = [read for read in essay.sentences if lies_outside(read, pack)]
    if seen.outside > threshold("outside_share") and strays:
        yield _seen("outside", "Focus", False, strays[0])


def _evidence(essay: Essay, seen: Structure) -> Iterator[Observation]:
    tied = [read for read in essay.sentences if exact(read) and reasons(read) >= 1 and not tells(read)]
    if tied:
        yield _seen("exact", "Evidence", True, _fullest(tied))
    loose = vague(essay)
    if seen.vague >= threshold("vague_share") and loose:
        yield _seen("vague", "Evidence", False, loose[0])


def _analysis(essay: Essay, seen: Structure) -> Iterator[Observation]:
    body = [read for read in essay.sentences if 0 < read.sentence.paragraph < len(essay.paragraphs) - 1] or essay.sentences
    because = [read for read in body if speaks(read, "reason") or speaks(read, "consequence")]
    best = _fullest([read for read in because if reasons(read) > 1] or because) if because else None
    if best and seen.argues >= threshold("argued_share"):
        yield _seen("explains", "Analysis", True, best)
    told = most_told(essay, seen)
    if told:
        paragraph, reads = told
        yield _seen("narrates", "Analysis", False, reads[0], paragraph=paragraph, count=len(reads))


def _balance(essay: Essay, seen: Structure, pack: Pack) -> Iterator[Observation]:
    conceded = [read for read in essay.sentences if speaks(read, "weighing") and reasons(read) > 1]
    constant = [read for read in essay.sentences if speaks(read, "continuity") and answers(read, pack)]
    if constant:
        yield _seen("continuity", "Balance", True, _fullest(constant))
    if conceded and seen.weighs >= threshold("weighed_share"):
        yield _seen("concedes", "Balance", True, _fullest(conceded))
    flat = [read for read in essay.sentences if speaks(read, "judgement") and not speaks(read, "concession")]
    if not conceded and not constant and flat:
        yield _seen("one_sided", "Balance", False, flat[-1])
    if not seen.years:
        yield _seen("no_events", "Evidence", False, essay.sentences[0])
    elif seen.gap:
        yield _seen("gap", "Balance", False, beside_gap(essay, seen.gap, pack), gap=years(seen.gap))


def _judgement(essay: Essay, seen: Structure, pack: Pack) -> Iterator[Observation]:
    yardstick = [read for read in essay.sentences if speaks(read, "criterion")]
    if yardstick:
        yield _seen("criterion", "Judgement", True, _fullest(yardstick))
    if seen.closes is None:
        return
    ending = essay.in_paragraph(len(essay.paragraphs) - 1)
    if not ending:
        return
    weighing = [read for read in ending if decides(read) and answers(read, pack)] or [read for read in ending if decides(read)]
    if seen.judges:
        yield _seen("decides", "Judgement", True, _fullest(weighing))
    elif len(ending) <= threshold("short_ending"):
        yield _seen("short_end", "Judgement", False, ending[-1])
    else:
        yield _seen("sums_up", "Judgement", False, ending[0])
    late = new_at_end(essay, ending)
    if late:
        yield _seen("new_at_end", "Judgement", False, late)


def vague(essay: Essay) -> list[Read]:
    """The sentences with a vague word of the student's own and neither event nor date nor reasoning, the longest first."""
    loose = [read for read in essay.sentences if speaks(read, "vague") and not exact(read) and not reasons(read)]
    own = [read for read in loose if not QUOTED.search(read.sentence.text)]
    return sorted(own, key=lambda read: -len(read.words))


def most_told(essay: Essay, seen: Structure) -> tuple[int, list[Read]] | None:
    """The paragraph (from 1) with the longest run of sentences that tell, and that run; None where no run is long enough."""
    best: tuple[int, list[Read]] | None = None
    for part in seen.paragraphs:
        run: list[Read] = []
        for read in essay.in_paragraph(part.paragraph - 1):
            run = [*run, read] if (tells(read) or told_bare(read)) and not reasons(read) else []
            if len(run) >= threshold("told_run") and (best is None or len(run) > len(best[1])):
                best = (part.paragraph, run)
    return best


def beside_gap(essay: Essay, gap: tuple[int, int], pack: Pack) -> Read:
    """The first sentence that names an event after the gap, or the last of all: the words beside what is missing."""
    end = date(gap[1], 12, 31).toordinal()
    after = (read for read in essay.sentences if any(span.first > end for span in named_spans(read, pack)))
    return next(after, essay.sentences[-1])


def new_at_end(essay: Essay, ending: Sequence[Read]) -> Read | None:
    """The sentence of the last paragraph that names an event named nowhere before it, or None."""
    first = ending[0].sentence.index
    before = {m.ids for read in essay.sentences if read.sentence.index < first for m in read.mentions if m.kind == "event"}
    for read in ending:
        if any(m.kind == "event" and len(m.ids) == 1 and m.how == "name" and m.ids not in before for m in read.mentions):
            return read
    return None


def _fullest(reads: Sequence[Read]) -> Read:
    """The sentence that shows most kinds of reasoning, the first of them."""
    return max(reads, key=lambda read: (reasons(read), -read.sentence.index))
