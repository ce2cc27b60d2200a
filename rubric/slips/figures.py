"""Compare the figures that an essay gives with the pack's.

In: an essay, a pack and its lexicon.  Out: Findings, one for each number whose sentence says what it counts.
What is counted is told by a figure's cues, near the number and in its clause; a number of days or years is never taken for
a number of people. Severity is the one rule of the project: an exact count that differs is an error; an estimate beyond
twice or below half the accepted range is an error; outside the range but within that factor, or a value that older books
give, is a check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reference.pack import UNCHECKED, Event, Figure, Pack
from reference.reading.clauses import apart, clause_head
from reference.reading.lexicon import Lexicon
from reference.reading.mentions import Mention, told
from reference.reading.moments import Time
from reference.reading.numbers import Quantity, quantities
from reference.reading.offsets import UNIT_DAYS, Length, lengths, steps_on
from reference.reading.words import words
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.marking import Severity
from rubric.slips.claims import SURE, Finding, Slip
from rubric.slips.durations import so_far, stated_lengths
from rubric.slips.voice import asserted, denied

REACH = 60  # characters between a number and the words that say what it counts: about ten words
ROUNDING = 0.1  # "about 1,300" for 1,400 is no slip
NEARBY = 3  # sentences before it in which a city may have been named as what happened there
FAR = 200  # students slip by a nought or two, not by three
Counted = tuple[int, Event, Figure]  # characters between, and what is counted
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
# "a man of 44", "Gagarin, 27, ...", "aged 44", "he was only 18": how old somebody is counts nobody.
OLD = re.compile(
    r"(?:\b(?:a|an|the|this|that|young|old)\s+(?:[\w-]+\s+)?(?:man|woman|boy|girl|youth|lad|person|president|leader|senator|"
    r"politician|statesman|pilot|general|soldier)\s+(?:of|in\s+his|in\s+her)\s+(?:only\s+|just\s+|about\s+)?|"
    r"\b(?:aged?|turned|turning)\s+(?:of\s+)?(?:only\s+|just\s+|about\s+)?|"
    r"\b(?:he|she|who)(?:['’]s|\s+(?:was|is))\s+(?:only\s+|just\s+|still\s+|about\s+|then\s+|already\s+)*)$",
    re.IGNORECASE,
)
THAN = re.compile(r"\bthan\s+(?:(?:either|any|the|even|both|that\s+of|those\s+of)\s+)*$", re.IGNORECASE)
YEARS_OLD = re.compile(r"[\s-]+years?[\s-]+old\b", re.IGNORECASE)


def figure_findings(essay: Essay, pack: Pack, known: Lexicon) -> Iterator[Finding]:
    """The figures of an essay that the pack knows, in reading order."""
    for read, before in essay.with_before():
        events = frozenset(
            mention.ids[0]
            for one in (read, before)
            if one is not None
            for mention in one.mentions
            if mention.kind == "event" and len(mention.ids) == 1
        )
        found = told(read.sentence, read.words, known.figures, before.words if before else (), events)
        found += _by_unit(read, found, pack, known)
        measure = _measures(read)
        found = [mention for mention in found if mention.ids[0].partition(".")[0] not in measure]
        times = [
            one
            for one in lengths(read.sentence.text, read.sentence.start)
            if not steps_on(read.sentence.text, one.end - read.sentence.start)
        ]
        whole = list(_of_wholes(read, times, essay, pack)) if times else []
        if found or whole:
            counted = [*_of_quantities(read, times, found, pack), *_of_lengths(read, times, found, pack)]
            yield from _settled([*whole, *(one for one in counted if all(one.start != other.start for other in whole))])


def _measures(read: Read) -> set[str]:
    """The events that only serve to measure another: "It weighed 31 pounds, far less than either Sputnik"."""
    text, base = read.sentence.text, read.sentence.start
    compared, told_too = set[str](), set[str]()
    for mention in read.mentions:
        if mention.kind == "event":
            measuring = THAN.search(text[: mention.start - base]) is not None
            (compared if measuring else told_too).update(mention.ids)
    return compared - told_too


def _by_unit(read: Read, found: list[Mention], pack: Pack, known: Lexicon) -> list[Mention]:
    """The figures of an event that the sentence names, told by their unit alone: "Sputnik, a ball of about 500 kg".

    Only for units that measure, or, with no word of loss, for those who were there; units of time are told by cues, and what
    a cue must not stand with is heeded here too.
    """
    there = {word.stem for word in read.words}
    already = {mention.ids[0].partition(".")[0] for mention in found}
    more = []
    for event in (m for m in read.mentions if m.kind == "event" and len(m.ids) == 1 and m.ids[0] not in already):
        figures = pack.events[event.ids[0]].figures
        for figure in figures:
            units = {word.stem for word in words(figure.unit)}
            alone = sum(bool(units & {word.stem for word in words(other.unit)}) for other in figures) == 1
            measure = alone and bool(units & stems("language", "measures")) and _unit_days(figure) is None
            lost = {word.stem for word in words(figure.what)} | there  # the captured are not those who were there
            present = figure.unit in ("men", "soldiers", "troops") and not lost & stems("language", "losses")
            if not (measure or present) or _spoilt(there, known, f"{event.ids[0]}.{figure.id}"):
                continue
            if (measure and units & there) or (present and there & stems("language", "people")):
                more.append(replace(event, ids=(f"{event.ids[0]}.{figure.id}",), how="cue"))
    return more


def _spoilt(there: set[str], known: Lexicon, owner: str) -> bool:
    """True where words are there that a cue of the figure may not stand with."""
    cues = (cue for rows in known.figures.values() for cue in rows if cue.owner == owner)
    return any(set(choice) <= there for cue in cues for choice in cue.absent)


def _settled(findings: list[Finding]) -> Iterator[Finding]:
    """The findings of a sentence; where one number is right for a figure, the others count something else."""
    right = {finding.fact for finding in findings if finding.verdict == "agrees"}
    yield from (finding for finding in findings if finding.verdict == "agrees" or finding.fact not in right)


def _of_quantities(read: Read, times: Sequence[Length], found: list[Mention], pack: Pack) -> Iterator[Finding]:
    for quantity in quantities(read.sentence.text, read.sentence.start):
        aged = _age(read, quantity)
        if not aged and not _inside(quantity, read.times) and not _inside(quantity, times):
            finding = _finding(read, quantity, _counted(read, quantity, found, pack), pack)
            if finding is not None:
                yield finding


def _age(read: Read, quantity: Quantity) -> bool:
    """True where a number says how old somebody is."""
    text, base = read.sentence.text, read.sentence.start
    return OLD.search(text[: quantity.start - base]) is not None or YEARS_OLD.match(text[quantity.end - base :]) is not None


def _of_lengths(read: Read, times: Sequence[Length], found: list[Mention], pack: Pack) -> Iterator[Finding]:
    for length in times:
        counted = [row for row in _near(read, length, found, pack) if _unit_days(row[2]) is not None]
        counted = [row for row in counted if not (so_far(read, length) and _as_unit(length, row[2]).high < row[2].low)]
        finding = _finding(read, length, counted, pack)
        if finding is not None:
            yield finding


def _of_wholes(read: Read, times: Sequence[Length], essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The lengths that are given to an event as a whole; of several figures one that fits acquits."""
    before = [one for one in essay.in_paragraph(read.sentence.paragraph) if one.sentence.index < read.sentence.index][-NEARBY:]
    stated = list(stated_lengths(read, before, times, pack))
    for length in dict.fromkeys(row[0] for row in stated):
        rows = [row for row in stated if row[0] == length]
        counted = [(0, event, figure) for _, event, figure, _ in rows]
        finding = _finding(read, length, counted, pack)
        partly = any(row[3] for row in rows)
        if finding and (finding.slip is None or not partly or all(_too_long(length, figure) for _, _, figure in counted)):
            yield finding


def _too_long(length: Length, figure: Figure) -> bool:
    return _as_unit(length, figure).low > figure.high * (1 + ROUNDING)


def _inside(quantity: Quantity, others: Sequence[Time | Length]) -> bool:
    return any(other.start < quantity.end and quantity.start < other.end for other in others)


def _near(read: Read, number: Quantity | Length, found: list[Mention], pack: Pack) -> list[Counted]:
    """The figures whose cue stands within reach of a number."""
    near = []
    place = read.sentence.token_at(number.start) or 0
    for mention in found:
        if apart(read.sentence, mention.head, place):
            continue
        gap = max(0, mention.start - number.end, number.start - mention.end)
        event, figure = _figure(pack, mention.ids[0])
        if gap <= REACH and not _worlds_apart(_as_unit(number, figure), figure):
            near.append((gap, event, figure))
    return near


def _counted(read: Read, quantity: Quantity, found: list[Mention], pack: Pack) -> list[Counted]:
    return [row for row in _near(read, quantity, found, pack) if measured_alike(read, quantity, row[2])]


def _worlds_apart(quantity: Quantity, figure: Figure) -> bool:
    """True where a number is so far off that it must count something else: "four armies" are no 200,000 refugees."""
    scale = next((size for word, size in SCALES.items() if word in figure.unit.split()), 1.0)
    low, high = figure.low * scale, figure.high * scale
    return quantity.high * FAR < low or quantity.low > high * FAR > 0


def _unit_days(figure: Figure) -> float | None:
    """How many days the figure's unit is, or None where it is no unit of time."""
    return UNIT_DAYS.get(figure.unit.rstrip("s"))


def _as_unit(number: Quantity | Length, figure: Figure) -> Quantity:
    """A length of time in the figure's unit; a quantity as it is."""
    if isinstance(number, Quantity):
        return number
    size = _unit_days(figure) or 1.0
    low, high = round(number.low / size, 1), round(number.high / size, 1)  # half a year is six months
    return Quantity(number.start, number.end, number.text, low or number.low / size, high or number.high / size, number.bend)


def _finding(read: Read, number: Quantity | Length, counted: list[Counted], pack: Pack) -> Finding | None:
    sentence = read.sentence
    head = clause_head(sentence, sentence.token_at(number.start) or 0)
    if not counted or denied(sentence, head) or not asserted(sentence, head, number.start):
        return None
    for _, event, figure in counted:
        if figure_severity(_as_unit(number, figure), figure) is None:
            return _claim(sentence.index, _as_unit(number, figure), event, figure, None)
    _, event, figure = min(counted, key=lambda row: (row[0], row[2].id))
    if figure.confidence == "low":
        return None
    quantity = _as_unit(number, figure)
    return _claim(sentence.index, quantity, event, figure, figure_severity(quantity, figure))


def _figure(pack: Pack, owner: str) -> tuple[Event, Figure]:
    event_id, figure_id = owner.split(".")
    event = pack.events[event_id]
    return event, next(figure for figure in event.figures if figure.id == figure_id)


def _claim(sentence: int, quantity: Quantity, event: Event, figure: Figure, severity: Severity | None) -> Finding:
    fact = f"{event.id}.{figure.id}"
    if severity is None:
        return Finding(quantity.start, quantity.end, quantity.text, sentence, fact, quantity.value, "agrees")
    old = next((row for row in figure.outdated if row.low <= quantity.low <= row.high), None)
    confidence = figure.confidence if event.confidence == "high" else event.confidence
    slip = Slip(
        kind="figure" if _unit_days(figure) is None else "duration",
        severity="check" if figure.confidence == "medium" else severity,
        what=figure.what,
        right=_says(figure),
        accepted=f"{figure.low:g}-{figure.high:g} {figure.unit}"
        if figure.low != figure.high
        else f"{figure.value:g} {figure.unit}",
        source=figure.source or UNCHECKED,
        confidence=SURE[confidence],
        why=old.why if old else "",
    )
    return Finding(quantity.start, quantity.end, quantity.text, sentence, fact, quantity.value, "disagrees", slip)


def _says(figure: Figure) -> str:
    """The right figure in words, with the number in digits where the words lack it."""
    number = f"{figure.value:,.10g}"
    said = number.replace(",", "") in figure.says.replace(",", "") or figure.value <= 12
    if said or "million" in figure.unit or "billion" in figure.unit:
        return figure.says
    return f"{figure.says} ({number} {figure.unit})" if figure.value < 1e6 else figure.says


def measured_alike(read: Read, quantity: Quantity, figure: Figure) -> bool:
    """True where the words after a number do not measure something else than the figure counts."""
    after = read.sentence.text[quantity.end - read.sentence.start :]
    if re.match(r"\s?(?:%|per\s?cent)", after):
        return figure.unit in ("per cent", "%")
    money = quantity.text[:1] in "$£€"
    unit = {word.stem for word in words(figure.unit)} - {"us"}
    if money != ("dollar" in unit or "pound" in unit) and money:
        return False
    following = [word.stem for word in words(after)[:2]]
    measures = {word for word in following[:1] if word in stems("language", "measures")} or {
        word for word in following if word in stems("language", "measures")
    }
    if unit & stems("language", "measures"):
        return money or bool(unit & set(following))
    return not measures


def figure_severity(quantity: Quantity, figure: Figure) -> Severity | None:
    """None where the quantity can be right for the figure, else how wrong it is (DESIGN, section 2)."""
    scale = next((size for word, size in SCALES.items() if word in figure.unit.split()), 1.0)
    low, high = figure.low * scale, figure.high * scale
    if _fits(quantity, low, high, figure.exact):
        return None
    if any(row.low * scale <= quantity.low and quantity.high <= row.high * scale for row in figure.outdated):
        return "check"
    if figure.exact or quantity.low > 2 * high or quantity.high < low / 2:
        return "error"
    return "check"


def _fits(quantity: Quantity, low: float, high: float, exact: bool) -> bool:
    slack = 0.0 if exact and quantity.bend == "" else ROUNDING
    match quantity.bend:
        case "over":
            return low / 2 <= quantity.high <= high * (1 + slack)
        case "under":
            return low * (1 - slack) <= quantity.low <= high * 2
        case _:
            return quantity.low <= high * (1 + slack) and quantity.high >= low * (1 - slack)
