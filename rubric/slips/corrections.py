"""Make the slip of a date that disagrees with its event: what kind it is, and what is right, in words.

In: a time and an event, or two events.  Out: a Slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reference.pack import Event
from reference.reading.moments import Time
from reference.spans import Days, days, in_words
from rubric.marking import SlipKind
from rubric.slips.claims import SURE, Slip
from rubric.wording import say


def date_slip(time: Time, event: Event) -> Slip:
    """The slip of a date that disagrees with its event."""
    return Slip(
        kind=_kind(time, event),
        severity="error" if event.confidence == "high" else "check",
        what=event.happened,
        right=in_words(event.when) + _in_figures(time, event),
        accepted=event.when,
        source=event.source,
        confidence=SURE[event.confidence],
    )


def _in_figures(time: Time, event: Event) -> str:
    """The right day in figures too, where the student wrote theirs so: " (13/8/61)"."""
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", event.when)
    if day is None or not re.fullmatch(r"[\d/.-]+", time.text) or time.precision != "day":
        return ""
    return f" ({int(day[3])}/{int(day[2])}/{day[1][2:]})"


def order_slip(event: Event, other: Event, time: Time | None) -> Slip:
    """The slip of an event that is put on the wrong side of another, or at the wrong distance from it."""
    mine, theirs = days(event.when), days(other.when)
    way = "after" if mine.first >= theirs.first else "before"
    wrong_side = time is None or (way == "after") != (time.days is not None and time.days.first >= theirs.first)
    names = {"one": event.name, "when": in_words(event.when), "way": way, "other": other.name, "then": in_words(other.when)}
    return Slip(
        kind="order" if wrong_side else "duration",
        severity="error" if event.confidence == other.confidence == "high" else "check",
        what=event.happened,
        right=say("right", "order", **names),
        accepted=event.when,
        source=event.source,
        confidence=SURE[event.confidence],
    )


def _kind(time: Time, event: Event) -> SlipKind:
    """The coarsest part of the date that is wrong."""
    right = days(event.when)
    if time.precision == "decade":
        return "decade"
    if time.has_year:
        assert time.first[0] is not None and time.last[0] is not None
        years = {int(part) for part in re.findall(r"\d{4}", event.when)}
        if years and not any(time.first[0] <= year <= time.last[0] for year in years):
            return "year"
    months = {first.month for first in _months(right)}
    given = {time.first[1], time.last[1]} - {None}
    if given and not given & months:
        return "month"
    return "day"


def _months(span: Days) -> Iterator[date]:
    """The first day of every month that the span touches, at most a year of them."""
    at = date.fromordinal(int(span.first))
    end = date.fromordinal(int(min(span.last, span.first + 366)))
    while at <= end:
        yield at
        at = at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1, day=1)
