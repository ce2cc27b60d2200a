"""Read time expressions in students' English into dates with offsets (TIMEX3-like, values as EDTF).

In: a text and its offset.  Out: Times, in reading order, none overlapping.
Bare numbers are years only where nothing beside them says that they count or name something else.
Does not decide which event a date belongs to, and leaves "two months later" to `offsets`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from reference.reading.moments import Moment, Precision, Relation, Time
from reference.spans import MONTHS

SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH_NUMBERS = {name.lower(): i for i, name in enumerate(MONTHS, 1)} | {
    "febuary": 2, "feburary": 2, "janurary": 1, "setember": 9, "septemeber": 9, "novemeber": 11, "agust": 8, "ocotber": 10,
} | SHORT_MONTHS  # fmt: skip

D = r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th))?(?![\d:,.]\d|\w)"
LONG = "|".join(sorted((n for n in MONTH_NUMBERS if n not in SHORT_MONTHS), key=len, reverse=True))
SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
# Beside a day any case will do; alone, "may" and "march" are a month only with a capital.
BESIDE_DAY = rf"(?i:(?:{LONG})|{SHORT})"
SAFE = LONG.replace("|may", "").replace("|march", "")
M = rf"(?:May|MAY|March|MARCH|(?i:{SAFE})|{SHORT})"
Y = r"(?:(?:1[89]|20)\d\d(?![\d,.]\d|\d)|['’‘]\d\d(?!\d))"
TO = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b|/)\s*(?:the\s+)?"
AND = r"(?:\s*(?:-|–|—|/|&)\s*|\s+(?:and|to|until|till|through|or)\s+)(?:the\s+)?"
OF_YEAR = rf"(?:\s*,?[\s-]*(?:of\s+|in\s+)?(?P<y>{Y}))"
PART = (
    r"(?i:(?:(?:the\s+)?(?:very\s+)?(?P<part>early(?:\s+(?:days|part)\s+of)?|mid(?:dle)?(?:\s+of)?|late(?:r\s+part\s+of)?|"
    r"(?:start|beginning|opening|end|close)\s+of))[\s-]+(?:in\s+)?(?:the\s+)?)"
)
SEASONS = {"spring": (2, 20, 6, 10), "summer": (5, 25, 9, 20), "autumn": (8, 25, 12, 10), "fall": (8, 25, 12, 10)}
SEASON = "spring|summer|autumn|fall|winter"
NAMED_DAYS = {"may day": (5, 1), "new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25)}
TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")
DECADES = {name: 192 + i for i, name in enumerate(TENS)}  # the first three digits of the decade's years

COUNTED = (
    r"(?:\s*(?:%|per\s?cent|million|billion|thousand|hundred)|[\s-]+(?:troops?|men|man|people|soldiers?|missiles?|"
    r"miles?|km|kilomet\w+|warheads?|tons?|tonnes?|tanks?|planes?|aircraft|bombers?|flights?|words?|pages?|refugees|exiles|"
    r"dead|deaths|casualties|prisoners|reservists|citizens|workers|students|dollars|pounds|megatons?|kilotons?|ships|"
    r"advisers|technicians|experts|marines|Hungarians|Germans|Cubans|Russians|Berliners|Americans|members|delegates)\b)"
)
COUNTING = re.compile(COUNTED, re.IGNORECASE)
WHEN_LEAD = re.compile(r"\b(?:in|of|since|by|during|until|till|from|to|before|after|and|early|late|mid)[\s-]$", re.IGNORECASE)
NOT_A_YEAR = re.compile(
    r"(?:[£$€#]|\bpp?\.\s?|\bpages?\s|\broom\s|\bno\.\s?|\bnumber\s|\bparagraph\s|\bline\s)$", re.IGNORECASE
)
# "(Gaddis, 2005, p. 115)": the year of a work, where it is later than the years that are taught or a page follows.
CITING = re.compile(r"[(\[;]\s*(?:see\s+|cf\.?\s+)?(?:[A-Z][\w'’.-]+(?:\s+(?:and|&|et|al\.?))*,?\s*){1,4}$")
PAGED = re.compile(r"\s*[,:]\s*(?:pp?\.?\s*|pages?\s+)?\d")
LAST_TAUGHT = 1991
RELATION = re.compile(
    r"\b(by|before|after|since|until|till|from|between|prior to|up to|not until)\s+"
    r"(?:about\s+|around\s+|the\s+(?:\w+\s+of\s+)?)?$",
    re.IGNORECASE,
)
# "between the summit and October 1961", "from his return to the end of 1956": the far end of a stretch.
FAR_END = re.compile(
    r"\b(?:(?P<between>between)\s+(?:[\w’'-]+\s+){1,7}and|from\s+(?:[\w’'-]+\s+){1,7}(?:to|until|till))\s+"
    r"(?:the\s+(?:\w+\s+of\s+)?)?$",
    re.IGNORECASE,
)
RELATIONS: dict[str, Relation] = {
    "by": "by", "before": "before", "prior to": "before", "after": "after", "since": "since", "from": "from",
    "between": "between", "until": "until", "till": "until", "up to": "until", "not until": "until",
}  # fmt: skip

Make = Callable[[re.Match[str]], tuple[Moment, Moment, Precision] | None]


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = re.sub(r"\D", "", text)
    return 1900 + int(digits) if len(digits) == 2 else int(digits)


def _month(text: str | None) -> int | None:
    return MONTH_NUMBERS[text.rstrip(".").lower()] if text else None


def _day(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _end_year(first: int, text: str) -> int:
    """'62' after 1955 is 1962, '9' after 1958 is 1959."""
    digits = re.sub(r"\D", "", text)
    return int(digits) if len(digits) == 4 else first - first % 10 ** len(digits) + int(digits)


def _within(part: str, whole: tuple[int, int]) -> tuple[int, int]:
    """The stretch of a period (its first and last unit) that 'early', 'mid', 'late', 'start of' or 'end of' can mean."""
    low, high = whole
    size = high - low + 1
    if part.startswith(("early", "start", "beginning", "opening")):
        return low, low + round(size * 5 / 12) - 1
    if part.startswith("mid"):
        return low + size // 4, high - size // 4
    return high - round(size * 5 / 12) + 1, high


def _date(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    year, month = _year(m["y"]), _month(m["m"])
    first = _day(m["d"])
    last = _day(m.groupdict().get("d2")) or first
    return (year, month, first), (year, month, last), "day"


def _two_dates(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    last_year = _year(m["y"])
    year = _year(m.groupdict().get("y1")) or last_year
    return (year, _month(m["m"]), _day(m["d"])), (last_year, _month(m["m2"]), _day(m["d2"])), "span"


def _numeric(american: bool) -> Make:
    def make(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
        day, month, year = int(m["d"]), int(m["m"]), _year(m["y"])
        if month > 12 or (american and day <= 12):
            day, month = month, day
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        return (year, month, day), (year, month, day), "day"

    return make


def _iso(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    there = (int(m["y"]), int(m["m"]), int(m["d"]))
    return there, there, "day"


def _month_part(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    year, month = _year(m["y"]), _month(m["m"])
    assert month is not None
    low, high = _within(m["part"].lower(), (1, calendar.monthrange(year or 1960, month)[1]))
    return (year, month, low), (year, month, high), "part"


def _months(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    last_year = _year(m["y"])
    first_year = _year(m.groupdict().get("y1")) or last_year
    return (first_year, _month(m["m"]), None), (last_year, _month(m["m2"]), None), "span"


def _one_month(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    there = (_year(m["y"]), _month(m["m"]), None)
    return there, there, "month"


def _season(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    year, name = _year(m["y"]), m["season"].lower()
    if name == "winter":
        end = year + 1 if year else None
        return (year, 11, 20), (end, 3, 20), "part"
    a, b, c, d = SEASONS[name]
    return (year, a, b), (year, c, d), "part"


def _year_part(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    year = _year(m["y"])
    part = m["part"].lower()
    low, high = _within(part, (1, 12))
    if part.startswith(("end", "close")):
        low = 9
    return (year, low, None), (year, high, None), "part"


def _named_day(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    month, day = NAMED_DAYS[re.sub(r"\s+", " ", m["named"].lower().replace("’", "'"))]
    there = (_year(m["y"]), month, day)
    return there, there, "day"


def _years(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    first = _year(m["y"])
    assert first is not None
    last = _end_year(first, m["y2"])
    return ((first, None, None), (last, None, None), "span") if first < last <= first + 99 else None


def _decade(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    name = m["decade"].lower()
    start = DECADES.get(name)
    if start is None:
        digits = re.sub(r"\D", "", name)
        start = int(digits[:3]) if len(digits) == 4 else 190 + int(digits[0])
    low, high = start * 10, start * 10 + 9
    if m["part"]:
        low, high = _within(m["part"].lower(), (low, high))
    return (low, None, None), (high, None, None), "decade"


def _one_year(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    there = (_year(m["y"]), None, None)
    return there, there, "year"


def _day_only(m: re.Match[str]) -> tuple[Moment, Moment, Precision] | None:
    return (None, None, _day(m["d"])), (None, None, _day(m["d2"]) or _day(m["d"])), "day"


LEAD = (
    r"\b(?i:in|by|since|until|till|during|of|from|to|that|this|same|following|next|and|between|before|after|for|last|or|"
    r"early|late)\s+(?i:early\s+|late\s+)?"
)
FOLLOWS = r"(?=\s*(?:[.,;:)\]!?–—-]|$|\s(?!of\s)[a-z]|\sof\s(?:that|the)\b|\s(?:Kennedy|Khrushchev|Nagy|Eisenhower|Castro)\b))"
NOT_ORDINAL = (
    r"(?!\s+(?:century|congress|party|parallel|anniversary|president|time|day|member|state|country|floor|fleet|army|group|"
    r"special|republic|amendment|reich|summit|crisis|term|letter|of\s+(?:its|his|their|these|those)))"
)
SHAPES: tuple[tuple[str, Make], ...] = (
    (r"(?<![\d/-])(?P<y>(?:1[89]|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-2]\d|3[01])(?!\d)", _iso),
    (rf"(?:\bthe\s+)?\b(?P<d>{D}){AND}(?P<d2>{D})\s+(?:of\s+)?(?P<m>{BESIDE_DAY})\b\.?{OF_YEAR}?", _date),
    (rf"\b(?P<m>{M})\b\.?\s+(?:the\s+)?(?P<d>{D}){AND}(?P<d2>{D}){OF_YEAR}?", _date),
    (
        rf"(?:\bthe\s+)?\b(?P<d>{D})[\s-]+(?:of\s+)?(?P<m>{BESIDE_DAY})\b\.?(?:\s*,?\s*(?P<y1>{Y}))?{AND}"
        rf"(?P<d2>{D})\s+(?:of\s+)?(?P<m2>{BESIDE_DAY})\b\.?{OF_YEAR}?",
        _two_dates,
    ),
    (
        rf"\b(?P<m>{M})\b\.?\s+(?:the\s+)?(?P<d>{D})(?:\s*,?\s*(?P<y1>{Y}))?{AND}"
        rf"(?P<m2>{M})\b\.?\s+(?:the\s+)?(?P<d2>{D}){OF_YEAR}?",
        _two_dates,
    ),
    (rf"(?:\bthe\s+)?\b(?P<d>{D})[\s-]+(?:of\s+)?(?P<m>{BESIDE_DAY})\b\.?{OF_YEAR}?", _date),
    (rf"\b(?P<m>{M})\b\.?\s+(?:the\s+)?(?P<d>{D}){OF_YEAR}?", _date),
    (rf"\b{PART}(?P<m>{M})\b\.?{OF_YEAR}?", _month_part),
    (rf"\b(?P<m>{M})\b\.?(?:\s+(?P<y1>{Y}))?{AND}(?P<m2>{M})\b\.?{OF_YEAR}?", _months),
    (rf"\b(?P<m>{M})\b\.?{OF_YEAR}", _one_month),
    (rf"(?:\bthe\s+)?(?<!Prague\s)\b(?P<season>{SEASON})\s+(?:of\s+|in\s+)?(?P<y>{Y})(?:[-–/]\d\d?)?", _season),
    (r"\b(?:that|the\s+same)\s+(?P<season>spring|summer|autumn|winter)\b(?P<y>)", _season),
    (rf"\b(?P<named>May\s+Day|New\s+Year['’]s\s+(?:Day|Eve)|Christmas\s+Day){OF_YEAR}?", _named_day),
    (rf"\b{PART}(?P<y>{Y})(?!\s*[-–]\s*\d)", _year_part),
    (rf"(?<![\d.,/–-])(?P<y>{Y}){TO}(?P<y2>(?:(?:1[89]|20)\d\d|['’‘]?\d\d|\d)(?![\d%]))(?!\s*/|-\d)", _years),
    (rf"\b(?i:between)\s+(?P<y>{Y})\s+and\s+(?P<y2>(?:1[89]|20)\d\d|['’‘]\d\d)(?!\d)", _years),
    (r"(?<![\d.,/–'-])(?P<y>[4-6]\d)\s?[-–]\s?(?P<y2>[4-6]\d)(?![\d%]|\s*(?:per|%|votes?))", _years),
    (rf"(?<!\w){PART}?(?P<decade>(?:1[89]|20)\d0['’]?s|['’][2-8]0s|{'|'.join(DECADES)})\b", _decade),
    (rf"(?<![\d.,/–£$€#-])(?P<y>{Y})(?!s\b|[-–]\w)", _one_year),
    (rf"{LEAD}(?P<m>{M})\b\.?(?!\s+{D})(?P<y>)", _one_month),
    (
        rf"\b(?i:on|by|until|till|of|from|since|to|and|before|after|at)\s+the\s+(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\b"
        rf"(?:(?:\s+(?:and|to|until)\s+(?:the\s+)?|\s?[-–]\s?)(?P<d2>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)))?"
        rf"{NOT_ORDINAL}{FOLLOWS}",
        _day_only,
    ),
)  # fmt: skip
COMPILED = tuple(
    (re.compile(shape, re.IGNORECASE if make is _decade or make is _season else 0), make) for shape, make in SHAPES
)
NUMERIC = re.compile(r"(?<![\d/.])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)")


@cache
def _early() -> tuple[tuple[re.Pattern[str], Make], ...]:
    """The shapes with years from 1000 on: among students' numbers they would be read into counts of men and money."""
    return tuple((re.compile(shape.pattern.replace("1[89]", r"1\d"), shape.flags), make) for shape, make in COMPILED)


def times(text: str, offset: int = 0, *, american: bool = False, early: bool = False) -> list[Time]:
    """The time expressions of a text. `american` reads 8/13/61 order where both orders are possible; `early` reads bare years
    from 1000 on, for a period before 1800."""
    found = sorted(_candidates(text, offset, american, early), key=lambda t: (t.start, -(t.end)))
    kept: list[Time] = []
    for time in found:
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return kept


def _candidates(text: str, offset: int, american: bool, early: bool) -> Iterator[Time]:
    if not any(c.isdigit() for c in text) and not re.search(r"(?i)ties\b|day\b|\b(?:in|of|that|by|until|since)\s", text):
        return
    for pattern, make in (*(_early() if early else COMPILED), (NUMERIC, _numeric(american))):
        for match in pattern.finditer(text):
            made = make(match)
            if made is None:
                continue
            first, last, precision = made
            start, end = _edges(match)
            if precision == "year" and _counts(text, start, end):
                continue
            time = Time(offset + start, offset + end, text[start:end], first, last, precision)
            if relation := RELATION.search(text[max(0, start - 40) : start]):
                time = replace(time, relation=RELATIONS[relation[1].lower()])
            elif far := FAR_END.search(text[max(0, start - 90) : start]):
                time = replace(time, relation="between" if far["between"] else "until")
            yield time


def _counts(text: str, start: int, end: int) -> bool:
    """True where a bare number names a page or counts something, and so is no year."""
    before = text[max(0, start - 24) : start]
    if NOT_A_YEAR.search(before):
        return True
    if CITING.search(text[max(0, start - 60) : start]) and (int(text[start:end][:4]) > LAST_TAUGHT or PAGED.match(text[end:])):
        return True
    return COUNTING.match(text[end:]) is not None and WHEN_LEAD.search(before) is None


def _edges(match: re.Match[str]) -> tuple[int, int]:
    """The expression's own words: a lead word that was only a condition, and a leading article, are left out."""
    named = [match.start(g) for g, value in match.groupdict().items() if value]
    start, end = min([*named, match.end()]), match.end()
    while end > start and not (match.string[end - 1].isalnum() or match.string[end - 1] == "."):
        end -= 1
    if match.string[end - 1] == "." and not re.search(
        r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$", match.string[start:end]
    ):
        end -= 1
    return start, end


def american_order(text: str) -> bool:
    """True where every numeric date of the text that can be told is month first, and there is one."""
    pairs = [(int(m["d"]), int(m["m"])) for m in NUMERIC.finditer(text)]
    told = [day <= 12 < month for day, month in pairs if day > 12 or month > 12]
    return bool(told) and all(told)
