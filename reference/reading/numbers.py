"""Read quantities in students' English: digits and words, millions, ranges, and the words that bend them.

In: a text and its offset.  Out: Quantities in reading order, each a closed range of values with its offsets.
"27,000", "two and a half million", "a quarter of a million", "2,500 to 3,000", "over 40,000", "nearly three thousand".
Ordinals, times of day and vague plurals ("thousands of people") are no quantities.
Does not know what is counted: `rubric.slips.figures` asks that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Bend = Literal["", "about", "over", "under", "nearly"]

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1_000, "k": 1_000, "million": 1_000_000, "m": 1_000_000, "mn": 1_000_000,
          "billion": 1_000_000_000, "bn": 1_000_000_000}  # fmt: skip
BENDS: dict[str, Bend] = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "something like": "about", "in the region of": "about", "round about": "about", "circa": "about", "perhaps": "about",
    "an estimated": "about", "estimated": "about",
    "over": "over", "more than": "over", "at least": "over", "upwards of": "over", "in excess of": "over", "well over": "over",
    "no fewer than": "over", "no less than": "over",
    "under": "under", "less than": "under", "fewer than": "under", "up to": "under", "at most": "under",
    "no more than": "under", "below": "under", "well under": "under",
    "nearly": "nearly", "almost": "nearly", "getting on for": "nearly", "close to": "nearly", "just under": "nearly",
    "just over": "about", "as many as": "nearly", "not far short of": "nearly",
}  # fmt: skip

WORD = "|".join(sorted(UNITS, key=len, reverse=True))
SCALE = r"(?:hundred|thousand|million|billion|bn|mn|m|k)"
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
MORE = rf"(?:[\s-]+(?:and\s+)?(?:(?:{WORD})|hundred|thousand|million|billion))*"
SPELT = rf"(?:(?:{WORD}){MORE}(?:\s+and\s+a\s+half(?:\s+(?:thousand|million|billion))?)?)"
FRACTION = (
    rf"(?:half\s+an?\s+(?:{SCALE}|dozen)|(?:a\s+quarter|three\s+quarters)\s+of\s+an?\s+{SCALE}|"
    rf"a\s+(?:hundred|thousand|million|billion|dozen))"
)
ONE = rf"(?:{FRACTION}|(?:{DIGITS})(?:\s?{SCALE}\b)?|{SPELT})"
# What is no quantity: 12:45, 6 o'clock, two-thirds, one of them, no one.
NOT_AFTER = r"(?![\w/:]|['’]s\b|[.,]\d|\s*(?:st|nd|rd|th)\b|\s*o['’]clock|[\s-](?:thirds?|quarters?|fifths?)\b)"
PAGE = re.compile(r"\b(?:pp?\.|pages?|chapters?|ch\.|vol\.|volume|room|paragraph|question|source|brigade)\s*$", re.IGNORECASE)
QUANTITY = re.compile(
    rf"(?<![\w.,£$€#/'’:-])(?<!\bno\s)(?P<currency>[£$€])?(?P<one>(?!one\s+(?:of|another|day|thing|side|hand)\b){ONE})"
    rf"(?:\s*(?:-|–|—|\bto\b|\bor\b|\band\b(?=[^.]{{0,12}}\d))\s*(?P<two>{ONE}))?{NOT_AFTER}",
    re.IGNORECASE,
)
BEND = re.compile(rf"\b({'|'.join(sorted(map(re.escape, BENDS), key=len, reverse=True))})\s+(?:the\s+|a\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its words: `low` and `high` are the same but for a range, `bend` is how it is hedged."""

    start: int
    end: int
    text: str
    low: float
    high: float
    bend: Bend = ""

    @property
    def value(self) -> str:
        """The quantity as data: "27000", "2500-3000", ">40000"."""
        sign = {"over": ">", "under": "<", "about": "~", "nearly": "~", "": ""}[self.bend]
        ends = [f"{number:g}" if number < 1e6 else f"{number:.0f}" for number in (self.low, self.high)]
        return sign + (ends[0] if self.low == self.high else "-".join(ends))


def quantities(text: str, offset: int = 0) -> list[Quantity]:
    """The quantities of a text."""
    found = []
    for match in QUANTITY.finditer(text):
        if PAGE.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        low = _number(match["one"])
        high = _number(match["two"]) if match["two"] else low
        if low is None or high is None:
            continue
        if match["two"] and low < high and low < 1000 <= high:  # "two or three thousand"
            scale = re.search(rf"{SCALE}\s*$", match["two"].lower())
            low = low * SCALES[scale[0].strip()] if scale and not re.search(SCALE, match["one"].lower()) else low
        if low > high:
            continue
        bend = BEND.search(text[max(0, match.start() - 24) : match.start()])
        end = match.end()
        found.append(
            Quantity(offset + match.start(), offset + end, match[0], low, high, BENDS[bend[1].lower()] if bend else "")
        )
    return found


def _number(text: str) -> float | None:
    low = re.sub(r"\s+", " ", text.lower().replace(",", "").replace("-", " ")).strip()
    if match := re.fullmatch(rf"(\d+(?:\.\d+)?)\s?({SCALE})?", low):
        return float(match[1]) * SCALES.get(match[2] or "", 1)
    if match := re.fullmatch(rf"(half|a quarter of|three quarters of|a)\s(?:an?\s)?({SCALE}|dozen)", low):
        part = {"half": 0.5, "a quarter of": 0.25, "three quarters of": 0.75, "a": 1.0}[match[1]]
        return part * ({"dozen": 12} | SCALES)[match[2]]
    half = re.search(r"\sand a half(?:\s(thousand|million|billion))?$", low)
    if half:
        low = low[: half.start()] + (f" {half[1]}" if half[1] else "")
    total = current = 0.0
    last = 1.0
    for word in low.split():
        if word in UNITS:
            current = current * UNITS[word] if word == "dozen" and current else current + UNITS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            last, current = SCALES[word], 0.0
        elif word != "and":
            return None
    return total + current + (0.5 * last if half else 0.0)
