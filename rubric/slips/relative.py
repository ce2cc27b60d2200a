"""Dates that are told by their distance from another date or event, turned into times that can be compared.

In: the sentences of an essay, in order, and a pack.  Out: for a sentence, the Times that its offsets come to.
"six years after NATO" counts from the event or date that follows; "two months later" and "the following year" from the
last date before it, in the sentence or the one before. Where that is not plain there is no time and so no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reference.pack import Pack
from reference.reading.mentions import Mention
from reference.reading.moments import Moment, Time
from reference.reading.offsets import Offset, offsets
from reference.spans import Days, days
from rubric.essay import Read

LONG = 366  # days: from what lasted longer nothing follows
LEAST, MOST = date(1900, 1, 1).toordinal(), date(2030, 12, 31).toordinal()
SEASONS = {"spring": (2, 20, 6, 10), "summer": (5, 25, 9, 20), "autumn": (8, 25, 12, 10), "winter": (11, 20, 12, 31)}
NEXT_SEASON = re.compile(r"\b(?:the\s+)?(?:following|next)\s+(?P<season>spring|summer|autumn|winter)\b", re.IGNORECASE)
REST = re.compile(r"\bbefore\s+(?:the|that)\s+(?:same\s+)?year\s+(?:was|had)\s+(?:out|over|ended)\b", re.IGNORECASE)
OF = re.compile(r"\s+(?:of|in)\s+")
BESIDE = re.compile(r"\s*[,(–—-]?\s*")
NEXT_TO = re.compile(r"\s*(?:the\s+|his\s+|her\s+|their\s+|its\s+|that\s+|[A-Z]\w+['’]s\s+)?[“‘\"']?")


@dataclass(frozen=True, slots=True)
class Told:
    """A time told by distance: the Time it comes to, and the event or the time of the text that it was counted from."""

    time: Time
    offset: Offset
    counted_from: str | Time | None


def told_times(read: Read, before: Read | None, pack: Pack) -> list[Told]:
    """The times that a sentence tells by distance, in reading order."""
    found = []
    for offset in offsets(read.sentence.text, read.sentence.start):
        if any(time.start < offset.end and offset.start < time.end for time in read.times):
            continue
        start, event = _start(read, before, offset, pack)
        if start is None:
            continue
        time = _time(offset, start)
        if time is not None:
            found.append(Told(_with_month(read, time), offset, event))
    return sorted([*found, *_in_turn(read, before, pack)], key=lambda told: told.time.start)


def _in_turn(read: Read, before: Read | None, pack: Pack) -> Iterator[Told]:
    """ "the following spring", "before the year was out": the season that comes next, and what is left of a year."""
    base = read.sentence.start
    for match in (*NEXT_SEASON.finditer(read.sentence.text), *REST.finditer(read.sentence.text)):
        start, end = base + match.start(), base + match.end()
        offset = Offset(start, end, match[0], 0, 0, 1, "context", "year")
        days_, counted_from = _start(read, before, offset, pack)
        later = isinstance(counted_from, Time) and counted_from.start >= end
        if days_ is None or later or days_.length > LONG or any(time.start < end and start < time.end for time in read.times):
            continue
        first, last = date.fromordinal(int(days_.first)), date.fromordinal(int(days_.last))
        season = match.groupdict().get("season")
        if season is None and first.year == last.year:
            yield Told(Time(start, end, match[0], _moment(days_.first), (first.year, 12, 31), "span"), offset, counted_from)
        elif season is not None:
            a, b, c, d = SEASONS[season.lower()]
            early = date(first.year, a, b) if date(first.year, a, b) > last else date(first.year + 1, a, b)
            # In spring "the following autumn" may be this year's or the next.
            late = date(first.year + 1, c, d) if season != "winter" else date(first.year + 2, 3, 20)
            moments = _moment(early.toordinal()), _moment(late.toordinal())
            yield Told(Time(start, end, match[0], *moments, "span"), offset, counted_from)


def _with_month(read: Read, time: Time) -> Time:
    """ "November of the following year": the month or day before it takes its year."""
    base, year = read.sentence.start, time.first[0]
    for other in read.times:
        between = read.sentence.text[other.end - base : time.start - base] if other.end <= time.start else ""
        if time.precision == "year" and not other.has_year and other.first[1] is not None and OF.fullmatch(between):
            text = read.sentence.text[other.start - base : time.end - base]
            return replace(other, end=time.end, text=text, first=(year, *other.first[1:]), last=(year, *other.last[1:]))
    return time


def _start(read: Read, before: Read | None, offset: Offset, pack: Pack) -> tuple[Days | None, str | Time | None]:
    """The days an offset is counted from, and the event or time whose they are."""
    if offset.of == "next":
        return _following(read, offset, pack)
    if offset.unit is None and any(time.end <= offset.start and not time.has_year for time in read.times):
        return None, None  # "on 5 May, and three weeks after that": counted from a day whose year is not given
    dated = [time for time in read.times if time.has_year]
    earlier = [time for time in dated if time.end <= offset.start]
    if earlier:
        return earlier[-1].days, earlier[-1]
    if dated:  # "shaken by Sputnik the previous year, he did nothing in November 1956"
        return (dated[0].days, dated[0]) if len(dated) == 1 else (None, None)
    if offset.unit is None:
        if offset.sign < 0 and _placed(read, offset):
            return None, None
        mention = _last_event([m for m in read.mentions if m.end <= offset.start], pack)
        if mention is not None:
            return days(pack.events[mention].when), mention
    if before is None:
        return None, None
    dated = [time for time in before.times if time.has_year]
    if len(dated) == 1:
        return dated[0].days, dated[0]
    return None, None


def _placed(read: Read, offset: Offset) -> bool:
    """True for "since Potsdam ten years earlier": the distance says how far back the name lies, and counts nothing from it."""
    base = read.sentence.start
    return any(
        mention.kind == "event"
        and mention.how == "name"
        and BESIDE.fullmatch(read.sentence.text[mention.end - base : offset.start - base])
        for mention in read.mentions
        if mention.end <= offset.start
    )


def _following(read: Read, offset: Offset, pack: Pack) -> tuple[Days | None, str | Time | None]:
    base = read.sentence.start
    for time in read.times:
        if offset.end <= time.start and NEXT_TO.fullmatch(read.sentence.text[offset.end - base : time.start - base]):
            return (time.days, time) if time.has_year else (None, None)
    for mention in read.mentions:
        if mention.kind == "event" and len(mention.ids) == 1 and offset.end <= mention.start:
            if NEXT_TO.fullmatch(read.sentence.text[offset.end - base : mention.start - base]):
                return days(pack.events[mention.ids[0]].when), mention.ids[0]
            return None, None
    return None, None


def _last_event(mentions: Sequence[Mention], pack: Pack) -> str | None:
    events = [m for m in mentions if m.kind == "event" and len(m.ids) == 1]
    if not events or days(pack.events[events[-1].ids[0]].when).length > 62:
        return None
    return events[-1].ids[0]


def _time(offset: Offset, start: Days) -> Time | None:
    if offset.unit == "year":
        first, last = date.fromordinal(int(start.first)).year, date.fromordinal(int(start.last)).year
        if first != last:
            return None
        moment: Moment = (first + offset.sign, None, None)
        return Time(offset.start, offset.end, offset.text, moment, moment, "year")
    if offset.unit == "month":
        first_day = date.fromordinal(int(start.first))
        if start.length > 31:
            return None
        count = first_day.year * 12 + first_day.month - 1 + offset.sign
        moment = (count // 12, count % 12 + 1, None)
        return Time(offset.start, offset.end, offset.text, moment, moment, "month")
    if offset.unit == "day" and start.length > 3:
        return None
    if offset.unit == "day":
        low = high = offset.low * abs(offset.sign)
    else:
        low, high = offset.low, offset.high
    early, late = (start.first + low, start.last + high) if offset.sign >= 0 else (start.first - high, start.last - low)
    if offset.low >= 300:  # "a year after" also as students count it, from calendar year to calendar year
        year = date.fromordinal(int(start.first)).year + (1 if offset.sign >= 0 else -1) * round(offset.low / 365.25)
        if 1900 <= year <= 2030:
            early, late = min(early, date(year, 1, 1).toordinal()), max(late, date(year, 12, 31).toordinal())
    if not LEAST <= early <= late <= MOST:
        return None
    return Time(offset.start, offset.end, offset.text, _moment(early), _moment(late), "span")


def _moment(ordinal: float) -> Moment:
    day = date.fromordinal(round(ordinal))
    return day.year, day.month, day.day
