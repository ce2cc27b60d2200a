"""Lengths of time, and times that are told by their distance from another: "for three years", "two months later".

In: a text and its offset.  Out: Lengths (a stretch of days) and Offsets (a distance, its direction, and what it is from).
"the following year", "that year" and "the next day" are offsets whose size is the calendar's. What an offset starts from is
either what follows it ("six years after NATO") or what the text was speaking of; finding that date is the caller's work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reference.reading.numbers import BENDS, Bend, Quantity, quantities

UNIT_DAYS = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "fortnight": 14.0,
    "week": 7.0,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
}
UNIT = r"(?P<unit>minutes?|hours?|days?|nights?|fortnights?|weeks?|months?|years?|decades?)"
VAGUE = {
    "a few": (2, 6),
    "several": (3, 9),
    "a couple of": (2, 3),
    "a": (1, 1),
    "an": (1, 1),
    "one": (1, 1),
    "half a": (0.5, 0.5),
    "half an": (0.5, 0.5),
}
VAGUE_LENGTH = re.compile(
    rf"\b(?P<vague>{'|'.join(sorted(VAGUE, key=len, reverse=True))})\s+(?:whole\s+|full\s+)?{UNIT}\b", re.IGNORECASE
)
AND_A_HALF = re.compile(r"\b(?P<vague>an?|one)\s+(?P<unit>hour|day|week|month|year|decade)\s+and\s+a\s+half\b", re.IGNORECASE)
AFTER_NUMBER = re.compile(rf"[\s-]+(?:long\s+|short\s+|more\s+|whole\s+|tense\s+)?{UNIT}\b", re.IGNORECASE)
HEDGE = re.compile(
    rf"\b({'|'.join(sorted(map(re.escape, BENDS), key=len, reverse=True))}|only|just|barely|within)\s+$", re.IGNORECASE
)
WAY = re.compile(
    r"\s+(?P<way>later|afterwards|after|before|earlier|previously|ago|beforehand|on(?=\s*[,.;:)]))(?!\w)", re.IGNORECASE
)
# "three weeks after that Kennedy spoke", "two days before this,": what went before, not what follows.
THAT = re.compile(r"\s+(?:that|this)(?=\s+(?:[A-Z]|(?:he|she|it|they|the|there|a|an|and|but)\b)|\s*[,.;:)]|\s*$)")
LAST = r"(?=\s*(?:[,.;:)–—]|$)|\s+(?:and|but|when|by)\b)"  # "the day after the Wall" is no step of the calendar
CALENDAR = re.compile(
    r"\b(?:(?P<same>(?:in\s+|during\s+)?(?:the\s+same|that\s+same|that|this)\s+(?P<u1>year|month|day))|"
    rf"(?P<next>(?:the\s+(?:very\s+)?(?:next|following)\s+(?P<u2>year|month|day))|the\s+(?P<u3>year|month|day)\s+after{LAST})|"
    rf"(?P<last>(?:the\s+(?:previous|preceding)\s+(?P<u4>year|month|day))|the\s+(?P<u5>year|month|day)\s+before{LAST}))\b(?!\s+(?:that|last))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time in days, from `low` to `high`, and how it is hedged."""

    start: int
    end: int
    text: str
    low: float
    high: float
    bend: Bend = ""

    @property
    def value(self) -> str:
        """The length as data, in days."""
        sign = {"over": ">", "under": "<", "about": "~", "nearly": "~", "": ""}[self.bend]
        return f"{sign}{self.low:.4g}d" if self.low == self.high else f"{sign}{self.low:.4g}-{self.high:.4g}d"


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance in time: `sign` is -1, 0 or 1; `unit` is set for the calendar's steps; `of` says what it is counted from."""

    start: int
    end: int
    text: str
    low: float
    high: float
    sign: int
    of: Literal["context", "next"]
    unit: Literal["year", "month", "day"] | None = None


def lengths(text: str, offset: int = 0) -> list[Length]:
    """The lengths of time in a text, in order."""
    found: list[Length] = []
    for quantity in quantities(text):
        after = AFTER_NUMBER.match(text[quantity.end :])
        if after is not None and quantity.text[:1] not in "$£€":
            found.append(_counted(text, quantity, quantity.end + after.end(), after["unit"], offset))
    halves = list(AND_A_HALF.finditer(text))
    for match in (*halves, *VAGUE_LENGTH.finditer(text)):
        if any(length.start - offset <= match.start() < length.end - offset for length in found):
            continue
        low, high = (1.5, 1.5) if match in halves else VAGUE[match["vague"].lower()]
        size = _days(match["unit"])
        hedge = HEDGE.search(text[: match.start()])
        bend = BENDS.get(hedge[1].lower(), "") if hedge else ""
        found.append(Length(offset + match.start(), offset + match.end(), match[0], low * size, high * size, bend))
    return _joined(text, offset, sorted(found, key=lambda length: length.start))


def _joined(text: str, offset: int, found: list[Length]) -> list[Length]:
    """ "two years and nine months" is one length."""
    joined: list[Length] = []
    for length in found:
        last = joined[-1] if joined else None
        if last is not None and text[last.end - offset : length.start - offset] in (" and ", ", ", " "):
            whole = text[last.start - offset : length.end - offset]
            joined[-1] = Length(last.start, length.end, whole, last.low + length.low, last.high + length.high, last.bend)
        else:
            joined.append(length)
    return joined


def _counted(text: str, quantity: Quantity, end: int, unit: str, offset: int) -> Length:
    size = _days(unit)
    start = quantity.start
    return Length(offset + start, offset + end, text[start:end], quantity.low * size, quantity.high * size, quantity.bend)


def _days(unit: str) -> float:
    name = unit.lower().rstrip("s")
    return UNIT_DAYS["day" if name == "night" else name]


def offsets(text: str, offset: int = 0) -> list[Offset]:
    """The distances in time of a text, in order."""
    found: list[Offset] = []
    for length in lengths(text):
        way = WAY.match(text[length.end :])
        if way is None:
            continue
        word = way["way"].lower()
        end = length.end + way.end()
        hedge = HEDGE.search(text[: length.start])
        start = hedge.start(1) if hedge else length.start
        low, high = _slack(length, hedge[1].lower() if hedge else "")
        if word == "ago":
            continue
        follows = word in ("after", "before") and re.match(r"\s+[\w“‘\"']", text[end:]) is not None
        follows = follows and THAT.match(text[end:]) is None
        sign = 1 if word in ("later", "afterwards", "after", "on") else -1
        found.append(Offset(offset + start, offset + end, text[start:end], low, high, sign, "next" if follows else "context"))
    for match in CALENDAR.finditer(text):
        unit = next(match[f"u{i}"] for i in range(1, 6) if match[f"u{i}"]).lower()
        sign = 0 if match["same"] else 1 if match["next"] else -1
        size = UNIT_DAYS[unit]
        step: Literal["year", "month", "day"] = "year" if unit == "year" else "month" if unit == "month" else "day"
        found.append(Offset(offset + match.start(), offset + match.end(), match[0], size, size, sign, "context", step))
    return sorted(found, key=lambda one: one.start)


def steps_on(text: str, end: int) -> bool:
    """True where a length that ends here is a step from one time to another ("five days on,") and lasts nothing."""
    way = WAY.match(text[end:])
    return way is not None and way["way"].lower() not in ("after", "before")


def _slack(length: Length, hedge: str) -> tuple[float, float]:
    """What a told distance can mean: students round, so half a unit or a tenth either way; "within" starts at 0."""
    unit = max((size for size in UNIT_DAYS.values() if size <= length.low + 0.01), default=1.0)
    margin = max(0.6 * unit, 0.15 * length.high) if unit >= 7 else max(1.0, 0.15 * length.high)
    low, high = max(0.0, length.low - margin), length.high + margin
    if hedge in (
        "within",
        "under",
        "less than",
        "fewer than",
        "barely",
        "nearly",
        "almost",
        "just under",
        "up to",
        "only",
        "just",
    ):
        low = 0.0 if hedge in ("within", "under", "less than", "fewer than", "up to") else low * 0.8
    if hedge in ("over", "more than", "at least", "well over"):
        high *= 1.6
    return low, high
