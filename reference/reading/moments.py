"""A time as a text gives it: first and last moment as far as they are given, and how it bounds what it dates.

A Time may lack its year ("on 22 October") or its month too ("the 24th"): `fits` then asks only what is given.
Periods without a sharp edge (early 1961, the summer) are kept wide, so that they contradict only what is clearly outside.
Does not read text: `times` and `offsets` do.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reference.spans import Days

Relation = Literal["at", "by", "before", "after", "since", "until", "from", "between"]
Precision = Literal["day", "month", "part", "year", "decade", "span"]
Moment = tuple[int | None, int | None, int | None]  # year, month, day


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: the first and last moment it names, each (year, month, day) as far as given."""

    start: int
    end: int
    text: str
    first: Moment
    last: Moment
    precision: Precision
    relation: Relation = "at"

    @property
    def has_year(self) -> bool:
        """True where the words themselves give the year."""
        return self.first[0] is not None

    @property
    def days(self) -> Days | None:
        """The days named, or None where the year is not given."""
        return self.in_year(self.first[0], self.last[0]) if self.has_year else None

    def in_year(self, first: int | None, last: int | None = None) -> Days | None:
        """The days named if the year is this one; None where day or month do not exist in it."""
        if first is None or (self.first[1] is None and self.first[2] is not None):
            return None
        try:
            start = date(first, self.first[1] or 1, self.first[2] or 1)
            year, month = last or first, self.last[1] or 12
            end = date(year, month, self.last[2] or calendar.monthrange(year, month)[1])
        except ValueError:
            return None
        return Days(start.toordinal(), end.toordinal()) if start <= end else None

    def fits(self, span: Days) -> bool:
        """True where some day of the span is a day this expression can mean, asking only for what is given."""
        if self.has_year:
            there = self.days
            return there is not None and there.meets(span)
        if span.length > 366:
            return True
        low, high = (self.first[1] or 0, self.first[2] or 1), (self.last[1] or 0, self.last[2] or 31)
        for ordinal in range(int(span.first), int(span.last) + 1):
            day = date.fromordinal(ordinal)
            here = (day.month if self.first[1] else 0, day.day)
            if low <= here <= high if low <= high else here >= low or here <= high:
                return True
        return False

    @property
    def value(self) -> str:
        """The expression as EDTF; X stands for what is not given."""
        if self.precision == "decade" and self.first[0] is not None and self.last[0] == self.first[0] + 9:
            return f"{self.first[0] // 10}X"
        one, two = _edtf(self.first), _edtf(self.last)
        return one if one == two else f"{one}/{two}"


def _edtf(moment: Moment) -> str:
    year, month, day = moment
    parts = [f"{year:04d}" if year else "XXXX"]
    if month or day:
        parts.append(f"{month:02d}" if month else "XX")
    if day:
        parts.append(f"{day:02d}")
    return "-".join(parts)
