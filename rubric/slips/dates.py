"""Compare the dates that an essay gives its events with the pack's.

In: an essay and a pack.  Out: Findings, one for each time expression that states when something was.
A coarser right date agrees; an interval agrees if it can hold; a date that fits any event its sentence speaks of is that
event's. "By 1958", "since", "until" and "before" bound a result and are left alone, but "not until 1961" is a date.
A name that several events share is wrong only where the date fits none of them.
Does not judge the order of events, and never marks a date whose event the pack lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reference.pack import Event, Pack
from reference.reading.clauses import apart, clause_head
from reference.reading.mentions import Mention
from reference.reading.moments import Time
from reference.spans import Days, days
from rubric.essay import Essay, Read
from rubric.slips.accepted import date_agrees, impossible
from rubric.slips.anchors import anchors_of, attributive, compared, given_for, long_since, negated_until
from rubric.slips.claims import SURE, Finding, Slip
from rubric.slips.corrections import date_slip, order_slip
from rubric.slips.relative import Told, told_times
from rubric.slips.retelling import event_retold
from rubric.slips.telling import telling
from rubric.slips.ties import Tie, ties
from rubric.slips.voice import asserted, denied
from rubric.wording import say

YEAR = 366  # days
PUT_ASIDE = re.compile(r"(?:\bnot|\brather than|\binstead of)\s+(?:(?:in|on)\s+)?(?:the\s+)?$")


def date_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The dated claims of an essay, in reading order."""
    for read, before in essay.with_before():
        spoken_of = _years_before(essay, read)
        distances = told_times(read, before, pack)
        told = replace(read, mentions=telling(read), times=_joined(_stated(read), [one.time for one in distances]))
        found = ties(told)
        wrong: set[int] = set()
        # A date first, then what is counted from it: one slip is not two.
        for time in sorted(told.times, key=lambda one: any(distance.time == one for distance in distances)):
            distance = next((one for one in distances if one.time == time), None)
            if distance and isinstance(distance.counted_from, Time) and distance.counted_from.start in wrong:
                continue
            finding = _finding(told, time, found, pack, distance)
            if finding is not None and _of_other_years(finding, time, found, spoken_of, pack):
                finding = replace(finding, fact=None, verdict="not_in_pack", slip=None)
            if finding is not None:
                wrong |= {time.start} if finding.verdict == "disagrees" else set()
                yield finding


def _years_before(essay: Essay, read: Read) -> Days | None:
    """The years that the paragraph has last given before a sentence."""
    earlier = [one for one in essay.in_paragraph(read.sentence.paragraph) if one.sentence.index < read.sentence.index]
    for one in reversed(earlier):
        given = [time.days for time in one.times if time.has_year and time.days is not None]
        if given:
            return Days(min(span.first for span in given), max(span.last for span in given))
    return None


def _of_other_years(finding: Finding, time: Time, found: Sequence[Tie], spoken_of: Days | None, pack: Pack) -> bool:
    """True for a day without a year, told by no name, where the text is speaking of years that the event was not in."""
    if (
        finding.slip is None
        or time.has_year
        or spoken_of is None
        or any(t.time == time and t.mention.how == "name" for t in found)
    ):
        return False
    return all(days(pack.events[name].when).gap(spoken_of) > YEAR for t in found if t.time == time for name in t.mention.ids)


def _stated(read: Read) -> list[Time]:
    """The times of a sentence, less one that is only put beside the right one to be denied: "in 1958, not 1961"."""
    base = read.sentence.start
    return [time for time in read.times if not PUT_ASIDE.search(read.sentence.text[: time.start - base])]


def _joined(given: Sequence[Time], told: Sequence[Time]) -> tuple[Time, ...]:
    """The times of a sentence in order; one told by distance takes the place of one inside it."""
    kept = [time for time in given if not any(one.start <= time.start and time.end <= one.end for one in told)]
    return tuple(sorted([*kept, *told], key=lambda time: time.start))


def _finding(read: Read, time: Time, found: Sequence[Tie], pack: Pack, distance: Told | None = None) -> Finding | None:
    sentence = read.sentence
    tied = [tie for tie in found if tie.time == time]
    measured = distance.counted_from if distance and isinstance(distance.counted_from, str) else None
    if distance is not None:
        tied = [tie for tie in tied if measured not in tie.mention.ids]
        if not tied:
            return None
    if pack_period(time, pack):
        return None
    head = clause_head(sentence, anchors_of(sentence, time)[0])
    until = negated_until(sentence, time)
    taken_for_granted = bool(tied) and tied[0].strength == "near" and attributive(sentence, time)
    silent = (
        not asserted(sentence, head, time.start, not taken_for_granted)
        or compared(sentence, time)
        or given_for(sentence, time)
        or long_since(sentence, time)
    )
    if denied(sentence, head) and not until and not taken_for_granted:
        silent = True
    agreeing = _agreeing(read, time, tied, pack)
    if agreeing is not None and (not tied or not silent):
        return Finding(time.start, time.end, time.text, sentence.index, f"{agreeing}.when", time.value, "agrees")
    bound = time.relation not in ("at", "from") and time.precision != "span" and not until
    if silent or (bound and not (tied and impossible(time, _meant(time, tied[0].mention, pack)))):
        return None
    blamed = [tie for tie in tied if not _dated_elsewhere(read, tie, found, pack)]
    if not tied:
        return _of_retelling(read, time, pack)
    if not blamed:
        return None
    event = _meant(time, blamed[0].mention, pack)
    if event.confidence == "low" or _its_own_day(time, event):
        return Finding(time.start, time.end, time.text, sentence.index, f"{event.id}.when", time.value, "not_in_pack")
    meant = _taken_to(read, time, tied, pack) or _taken_for(read, time, event, pack)
    if meant is not None:
        return meant
    slip = order_slip(event, pack.events[measured], time) if measured else date_slip(time, event)
    return Finding(time.start, time.end, time.text, sentence.index, f"{event.id}.when", time.value, "disagrees", slip)


def _its_own_day(time: Time, event: Event) -> bool:
    """True for the event's own day, written without a year: which year is meant was gathered from other dates, not read."""
    own = days(event.when)
    return not time.has_year and own.length <= YEAR and time.fits(own)


def _of_retelling(read: Read, time: Time, pack: Pack) -> Finding:
    """A date whose clause neither names nor cues an event: wrong for the event it retells, or not in the pack."""
    event = event_retold(read, time, pack, lambda one: date_agrees(time, one, read))
    if event is None or event.confidence != "high":
        return Finding(time.start, time.end, time.text, read.sentence.index, None, time.value, "not_in_pack")
    fact = f"{event.id}.when"
    return Finding(time.start, time.end, time.text, read.sentence.index, fact, time.value, "disagrees", date_slip(time, event))


def _taken_for(read: Read, time: Time, event: Event, pack: Pack) -> Finding | None:
    """ "John Glenn's flight in May 1961": the date is right for another's flight, so the person is wrong.

    A bare year is right for too many things to say so.
    """
    if time.precision not in ("day", "month"):
        return None
    other = next(
        (one for name in event.like if date_agrees(time, one := pack.events[name], read) and (one.by or one.who)), None
    )
    people = [mention for mention in read.mentions if mention.kind == "person"]
    if other is not None and any(set(one.ids) & set(other.by or other.who) for one in people):
        return Finding(time.start, time.end, time.text, read.sentence.index, f"{other.id}.when", time.value, "agrees")
    person = next((one for one in people if set(one.ids) & {*event.by, *event.who}), None)
    named = next((m for m in read.mentions if m.kind == "event" and event.id in m.ids and m.how == "name"), None)
    wrong = person or named
    if other is None or wrong is None:
        return None
    right = (other.by or other.who)[0]
    slip = Slip(
        kind="person",
        severity="error",
        what=other.happened,
        right=say("right", "person", people=pack.people[right].name),
        accepted=right,
        source=other.source,
        confidence=SURE[other.confidence],
    )
    return Finding(wrong.start, wrong.end, wrong.text, read.sentence.index, f"{other.id}.who", wrong.ids[0], "disagrees", slip)


def _taken_to(read: Read, time: Time, tied: Sequence[Tie], pack: Pack) -> Finding | None:
    """ "Kennedy and Khrushchev held their summit in Geneva in June 1961": who and when are Vienna's, so the place is wrong."""
    wrong = tied[0].mention
    city = next(
        (p for p in pack.places.values() if p.kind == "city" and wrong.how == "name" and wrong.text.endswith(p.name)), None
    )
    for other in (pack.events[name] for tie in tied[1:] for name in tie.mention.ids):
        if city is not None and other.at and city.id not in other.at and date_agrees(time, other, read):
            right = say("right", "place", places=pack.places[other.at[0]].name)
            slip = replace(date_slip(time, other), kind="place", right=right, accepted=other.at[0])
            start, fact = wrong.end - len(city.name), f"{other.id}.at"
            return Finding(start, wrong.end, city.name, read.sentence.index, fact, city.id, "disagrees", slip)
    return None


def _dated_elsewhere(read: Read, tie: Tie, found: Sequence[Tie], pack: Pack) -> bool:
    """True where another date of the sentence, not a coarser form of this one, is right for the mention's event.

    Beside the name itself ("the Doctrine of 1958") only a date that is also tied to it acquits.
    """
    time, mention = tie.time, tie.mention
    mine, beside = time.days, tie.strength == "near" and attributive(read.sentence, time)
    for other in read.times:
        if other == time or (beside and not any(t.time == other and t.mention.ids == mention.ids for t in found)):
            continue
        earlier = tie.strength == "near" and other.end <= mention.start
        if earlier and apart(read.sentence, anchors_of(read.sentence, other)[0], mention.head):
            continue  # "West Germany joined in May 1955, so they made the Warsaw Pact on 14 June": each clause has its own
        if _holds(other, time) or _refines(other, time):
            continue
        theirs = other.days
        if mine is not None and theirs is not None and theirs.holds(mine):
            continue
        if any(date_agrees(other, pack.events[name], read) for name in mention.ids):
            return True
    return False


def _holds(other: Time, time: Time) -> bool:
    """True for "in the same spring, on 5 April": without a year too, the one is only a coarser form of the other."""
    if other.has_year or time.has_year or other.first[1] is None or time.first[1] is None or other.precision == "day":
        return False
    low, high = (other.first[1], other.first[2] or 1), ((other.last[1] or 12), other.last[2] or 31)
    return low <= (time.first[1], time.first[2] or 1) and ((time.last[1] or 12), time.last[2] or 1) <= high


def _refines(other: Time, time: Time) -> bool:
    """True for "in September 1958, from the 15th to the 27th": days without a year of their own are days of the same date."""
    if other.has_year or not time.has_year or other.first[2] is None:
        return False
    return other.first[1] in (None, time.first[1])


def pack_period(time: Time, pack: Pack) -> bool:
    """True where the expression only repeats the question's own dates."""
    return time.precision == "span" and time.days == days(pack.about.period)


def _agreeing(read: Read, time: Time, tied: Sequence[Tie], pack: Pack) -> str | None:
    """The event that the date is right for: one it is tied to, or, where it is tied to none, one its sentence names."""
    near = [tie.mention for tie in tied if tie.strength == "near"]
    if near and all(_is_city(mention, read) for mention in near):
        near = [tie.mention for tie in tied]  # "held their summit in Geneva in June 1961": the date may be the summit's
    pool = near or [tie.mention for tie in tied] or [mention for mention in read.mentions if mention.kind == "event"]
    for mention in pool:
        for name in mention.ids:
            if date_agrees(time, pack.events[name], read):
                return name
    return None


def _is_city(mention: Mention, read: Read) -> bool:
    """True where an event is only told by the city that stands for it."""
    return any(place.kind == "place" and (place.start, place.end) == (mention.start, mention.end) for place in read.mentions)


def _meant(time: Time, mention: Mention, pack: Pack) -> Event:
    """Of the events that a name may mean, the one of the month given, else the one whose date is nearest to the date given."""
    events = [pack.events[name] for name in mention.ids]
    there = time.days
    if there is None or len(events) == 1:
        return events[0]
    month = Time(time.start, time.end, time.text, (None, *time.first[1:2], None), (None, *time.last[1:2], None), "month")
    sharp = time.precision in ("day", "month")

    def far(event: Event) -> tuple[bool, float]:
        span = days(event.when)
        return not (sharp and span.length < YEAR and month.fits(span)), span.gap(there)

    return min(events, key=far)
