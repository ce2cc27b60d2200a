"""Intervals of days: what an EDTF string covers, and how two intervals stand to each other.

In: EDTF strings (ISO 8601-2, levels 0 and 1 without seasons).  Out: Days, a closed interval counted in day ordinals.
Open ends ("1958/..") become plus or minus infinity, so a Days is compared, never counted.
Does not read English: `reference.reading.times` does.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

PLAIN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[?~%]?")
DECADE = re.compile(r"(\d{3})X")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of days as proleptic Gregorian ordinals; an open end is infinite."""

    first: float
    last: float

    def meets(self, other: Days) -> bool:
        """True where the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: Days) -> bool:
        """True where every day of the other is a day of this one."""
        return self.first <= other.first and other.last <= self.last

    def gap(self, other: Days) -> float:
        """Days from one interval to the other; 0 where they meet."""
        return max(0.0, other.first - self.last, self.first - other.last)

    @property
    def length(self) -> float:
        """Number of days in the interval, infinite where an end is open."""
        return self.last - self.first + 1


def _one(text: str) -> Days:
    if decade := DECADE.fullmatch(text):
        year = int(decade[1]) * 10
        return Days(date(year, 1, 1).toordinal(), date(year + 9, 12, 31).toordinal())
    plain = PLAIN.fullmatch(text)
    if plain is None:
        raise ValueError(f"{text!r} is not an EDTF date such as 1961-08-13, 1961-08, 1961 or 196X")
    year, month, day = int(plain[1]), int(plain[2] or 0), int(plain[3] or 0)
    if day:
        there = date(year, month, day).toordinal()
        return Days(there, there)
    first, last = month or 1, month or 12
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Days(date(year, first, 1).toordinal(), end.toordinal())


@lru_cache(maxsize=4096)
def days(edtf: str) -> Days:
    """The days an EDTF string covers. Raises ValueError where it is no date, interval or decade."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one(start)
    first = float("-inf") if start in ("", "..") else _one(start).first
    last = float("inf") if end in ("", "..") else _one(end).last
    if first > last:
        raise ValueError(f"{edtf!r} ends before it begins")
    return Days(first, last)


def is_early(period: str) -> bool:
    """True where a period begins before 1800, so that bare numbers such as 1536 are years in its texts."""
    return days(period).first < date(1800, 1, 1).toordinal()


def in_words(edtf: str) -> str:
    """An EDTF date or interval as a British reader writes it: '13 August 1961', '3–4 June 1961', '1955–1962'."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _words(start)
    if start in ("", ".."):
        return f"before {_words(end)}"
    if end in ("", ".."):
        return f"from {_words(start)}"
    one, two = start.split("-"), end.split("-")
    if len(one) == len(two) == 3 and one[:2] == two[:2]:
        return f"{int(one[2])}–{_words(end)}"
    if len(one) == len(two) and len(one) > 1 and one[0] == two[0]:
        return f"{_words(start).rsplit(' ', 1)[0]} to {_words(end)}"
    if len(one) == len(two) == 1:
        return f"{start}–{end}"
    return f"{_words(start)} to {_words(end)}"


def _words(plain: str) -> str:
    if plain.endswith("X"):
        return f"the {plain[:3]}0s"
    parts = plain.rstrip("?~%").split("-")
    year, *rest = parts
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{month} {year}" if len(rest) == 1 else f"{int(rest[1])} {month} {year}"


def when_phrase(edtf: str) -> str:
    """An EDTF value as the end of a sentence: 'on 13 August 1961', 'in 1957', 'from 16 to 28 October 1962'."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return f"{'on' if start.count('-') == 2 else 'in'} {_words(start)}"
    if start in ("", ".."):
        return f"before {_words(end)}"
    if end in ("", ".."):
        return f"from {_words(start)}"
    one, two = start.split("-"), end.split("-")
    if len(one) == len(two) == 3 and one[:2] == two[:2]:
        if int(two[2]) - int(one[2]) == 1:
            return f"on {int(one[2])}–{_words(end)}"
        return f"from {int(one[2])} to {_words(end)}"
    if len(one) == len(two) > 1 and one[0] == two[0]:
        return f"from {_words(start).rsplit(' ', 1)[0]} to {_words(end)}"
    return f"from {_words(start)} to {_words(end)}"
