"""Targets for the next draft: places in an essay where a change would lift a strand, each with a question and a task.

In: an essay, its points, slips, structure and strands, and the pack.  Out: Targets, the most gainful first.
Codes are those that History departments put in margins (QF, NV, EX ...); their questions and tasks stand in `wording.yaml`.
Every target stands on a sentence of the essay and names what that sentence is about, so that it fits no other essay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reference.pack import Event, Pack
from rubric.data import data, threshold
from rubric.essay import Essay, Read
from rubric.marking import PointFound, Slip
from rubric.observations import beside_gap, most_told, vague
from rubric.signs import reasons, speaks
from rubric.strands import Strands
from rubric.structure import Structure, lies_outside, named_events, on_focus, opening
from rubric.wording import years

POSSESSIVE = re.compile(r"(?:\S+ ){0,2}[A-Z]\S+'s? ")
MOST_WORDS = 5  # of a name that can be spoken in a sentence


@dataclass(frozen=True, slots=True)
class Target:
    """What to change: code, gain, the sentence's offsets, what it is about (a point or slip id), names for the words."""

    code: str
    gain: float
    start: int
    end: int
    about: str = ""
    names: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marked:
    """What targets are read from."""

    essay: Essay
    points: Sequence[PointFound]
    slips: Sequence[Slip]
    seen: Structure
    placed: Strands
    pack: Pack


def targets(marked: Marked) -> list[Target]:
    """Every target of an essay, the most gainful first; ties stand in reading order."""
    found = [
        *_facts(marked),
        *_develop(marked),
        *_told(marked),
        *_openings(marked),
        *_vague(marked),
        *_dates(marked),
        *_outside(marked),
        *_balance(marked),
        *_links(marked),
        *_ending(marked),
    ]
    return sorted(found, key=lambda target: (-target.gain, target.start))


def _gain(marked: Marked, code: str) -> float:
    """What a target of this code can lift: its strand's distance from the top, weighed by the worth of the code."""
    strand, worth = data("thresholds")["target_worth"]["value"][code]
    return round((5.25 - marked.placed.placed()[strand]) * float(worth), 3)


def _at(marked: Marked, code: str, read: Read, about: str = "", **names: object) -> Target:
    names |= {"subject": marked.pack.about.subject, "measures": marked.pack.about.measures}
    return Target(code, _gain(marked, code), read.sentence.start, read.sentence.end, about, names)


def _facts(marked: Marked) -> Iterator[Target]:
    """AC: a slip that bears on what its sentence argues."""
    for slip in marked.slips:
        if slip.severity == "error" and slip.effect != "note":
            code = "AC" if slip.effect == "weakens" else "ACB"
            yield _at(marked, code, sentence_of(marked.essay, slip.start), slip.id, right=slip.should_be)


def _develop(marked: Marked) -> Iterator[Target]:
    """EX: points touched and not made, those first whose sentence names their event, then the nearest to being made."""
    partial = [point for point in marked.points if point.status == "partial" and point.evidence]
    partial = [point for point in partial if not marked.pack.points[point.id].whole]  # those are the ending's work
    ranked = sorted(partial, key=lambda point: (-_ripe(marked, point), point.id))
    used: set[int] = set()
    for point in ranked:
        place = point.evidence[0]
        if place.start not in used:
            gain = _gain(marked, "EX") * threshold("next_point") ** len(used)
            yield Target("EX", gain, place.start, place.end, point.id, {"label": point.label, "question": point.question})
        used.add(place.start)


def _ripe(marked: Marked, point: PointFound) -> float:
    """How near a touched point is to being made: its chance, more where its sentence names an event of the point."""
    place, events = point.evidence[0], {use.event for use in marked.pack.points[point.id].events}
    reads = [read for read in marked.essay.sentences if place.start <= read.sentence.start < place.end]
    named = {name for read in reads for mention in read.mentions if mention.kind == "event" for name in mention.ids}
    return point.score + float(bool(named & events)) + (0.2 if point.importance == "core" else 0.0)


def _told(marked: Marked) -> Iterator[Target]:
    """NV: the longest run of sentences that tell."""
    told = most_told(marked.essay, marked.seen)
    if told is None:
        return
    paragraph, reads = told
    topics = topics_of(marked, reads)
    if len(topics) > 1:
        yield _at(marked, "NV", reads[0], paragraph=paragraph, first=topics[0], last=topics[-1])
    elif topics:
        yield _at(marked, "NV1", reads[0], paragraph=paragraph, first=topics[0])


def _openings(marked: Marked) -> Iterator[Target]:
    """QF: a paragraph that opens as a story goes on."""
    for part in marked.seen.paragraphs[1:]:
        reads = marked.essay.in_paragraph(part.paragraph - 1)
        topics = topics_of(marked, reads[:1])
        if reads and topics and opening(reads[0], marked.pack) == "story":
            yield _at(marked, "QF", reads[0], paragraph=part.paragraph, first=topics[0])
            return


def _vague(marked: Marked) -> Iterator[Target]:
    """FE: a general word where evidence could stand, beside an event that the paragraph names."""
    if marked.seen.vague < threshold("vague_share"):
        return
    for read in vague(marked.essay):
        near = beside(marked.essay, read)
        before = topics_of(marked, [other for other in near if other.sentence.index <= read.sentence.index])
        topics = before[-1:] or topics_of(marked, near)[:1]
        if topics:
            yield _at(marked, "FE", read, paragraph=read.sentence.paragraph + 1, first=topics[0])
            return


def _dates(marked: Marked) -> Iterator[Target]:
    """DR: years of the period that the answer passes over."""
    gap = marked.seen.gap
    if gap is None or not marked.seen.years:
        return
    read = beside_gap(marked.essay, gap, marked.pack)
    topics = topics_of(marked, [read])
    if topics:
        yield _at(marked, "DR", read, gap=years(gap), first=topics[0])


def _outside(marked: Marked) -> Iterator[Target]:
    """OD: material outside the dates of the question, where there is a good deal of it."""
    if marked.seen.outside <= threshold("outside_share"):
        return
    for read in marked.essay.sentences:
        if lies_outside(read, marked.pack):
            topics = topics_of(marked, [read])
            yield from [_at(marked, "OD", read, first=topics[0])] if topics else []
            return


def _balance(marked: Marked) -> Iterator[Target]:
    """BA: the judgement that reasons most among those in a paragraph without a word for the other side."""
    flat = [
        (reasons(read), point, read)
        for point in marked.points
        if point.status == "covered" and point.evidence
        for read in [sentence_of(marked.essay, point.evidence[0].start)]
        if speaks(read, "judgement") and not any(speaks(other, "concession") for other in beside(marked.essay, read))
    ]
    if flat:
        _, point, read = max(flat, key=lambda found: found[0])
        yield _at(marked, "BA", read, point.id, label=point.label)


def _links(marked: Marked) -> Iterator[Target]:
    """LK: a paragraph that starts afresh after another, with no word that joins them."""
    for part in marked.seen.paragraphs[2:-1]:
        reads, before = marked.essay.in_paragraph(part.paragraph - 1), marked.essay.in_paragraph(part.paragraph - 2)
        if not reads or reasons(reads[0]) or on_focus(reads[0], marked.pack):
            continue
        here, there = topics_of(marked, reads[:1]), topics_of(marked, before)
        if here and there and here[0] not in there:
            yield _at(marked, "LK", reads[0], paragraph=part.paragraph, first=there[0], last=here[0])
            return


def _ending(marked: Marked) -> Iterator[Target]:
    """CJ: an ending that does not rank, beside the two events that the essay speaks of most."""
    if marked.seen.closes is None:
        return
    ending = marked.essay.in_paragraph(len(marked.essay.paragraphs) - 1)
    topics = topics_of(marked, [read for read in marked.essay.sentences if not lies_outside(read, marked.pack)], most=True)
    if not ending or len(topics) < 2:
        return
    if not marked.seen.judges:
        yield _at(marked, "CJ", ending[-1], first=topics[0], last=topics[1])
    elif not any(speaks(read, "criterion") for read in ending):
        weighing = next((read for read in ending if speaks(read, "judgement")), ending[-1])
        yield _at(marked, "CM", weighing, first=topics[0], last=topics[1])


def sentence_of(essay: Essay, offset: int) -> Read:
    """The sentence that holds an offset of the text, or the nearest before it."""
    before = [read for read in essay.sentences if read.sentence.start <= offset]
    return before[-1] if before else essay.sentences[0]


def beside(essay: Essay, read: Read) -> list[Read]:
    """The sentences of a sentence's paragraph."""
    return essay.in_paragraph(read.sentence.paragraph)


def topics_of(marked: Marked, reads: Sequence[Read], *, most: bool = False) -> list[str]:
    """The events that sentences name, as one would speak of them: in reading order, or the weightiest and most named first."""
    count = Counter(event.id for read in reads for event in named_events(read, marked.pack))
    events = [marked.pack.events[name] for name in count if spoken(marked.pack.events[name])]
    if most:
        events.sort(key=lambda event: (event.tier != "core", -count[event.id]))
    return [spoken(event) for event in events]


def spoken(event: Event) -> str:
    """An event as one speaks of it: "the Berlin Wall", "Stalin's death"; empty where none of its names makes such a phrase."""
    for name in (event.name, *event.also):
        if POSSESSIVE.match(name) and len(name.split()) <= MOST_WORDS:
            return name
        common = name.lower().split()[-1] in data("language")["descriptions"]
        if common and " of " not in name and len(name.split()) < MOST_WORDS:
            return name if name.lower().startswith("the ") else f"the {name}"
    return ""
