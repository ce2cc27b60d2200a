"""The signs by which a sentence shows what it does: tells, gives a reason, concedes, weighs, names its criterion.

In: a sentence as read.  Out: true or false, by the words of `data/signs.yaml` and by how the sentence opens.
Signs are hints for observations and strands; they know nothing of a pack and judge no fact.
"""

from __future__ import annotations

import re
from functools import cache

from reference.reading.words import words
from rubric.data import data
from rubric.essay import Read

REASONING = ("reason", "consequence", "judgement", "concession", "criterion", "continuity")
# What may stand before a date that opens a sentence: "And in late August 1961 ...".
BEFORE_DATE = re.compile(
    r"\W*(?:(?:and|but|so|then|also|just|only)\W+)?(?:(?:in|on|at|during|from|around|about|early|late|the|that|same)\W+)*$"
)
PREPOSED = re.compile(r"\b(?:in|on|at|during|from|around|about)\b|^\W*$")


def speaks(read: Read, group: str) -> bool:
    """True where a sentence has a word of this group of `data/signs.yaml`."""
    return _pattern(group).search(read.line) is not None


def says_any(read: Read, entries: tuple[str, ...]) -> bool:
    """True where a sentence has one of these words, a * standing for any ending."""
    return bool(entries) and pattern(entries).search(read.line) is not None


def reasons(read: Read) -> int:
    """How many kinds of reasoning a sentence shows, 0 to 6."""
    return sum(speaks(read, group) for group in REASONING)


def tells(read: Read) -> bool:
    """True where a sentence opens as a story does: with a date, or with a word that goes on to the next thing."""
    opening = " ".join(word.norm for word in read.words[:4])
    if _opening().match(f"{opening} "):
        return True
    for time in read.times:
        before = read.sentence.text[: time.start - read.sentence.start].lower()
        if BEFORE_DATE.match(before) and not _subject(read, time.start, time.end):
            return time.relation in ("at", "from", "after") and PREPOSED.search(before) is not None
    return False


def _subject(read: Read, start: int, end: int) -> bool:
    """True where a stretch is what its sentence speaks of: "October 1962 was the lowest point"."""
    return any(start <= token.start < end and token.dep in ("nsubj", "nsubjpass") for token in read.sentence.tokens)


def exact(read: Read) -> bool:
    """True where a sentence names an event or gives a date: evidence that a reader can check."""
    return bool(read.times) or any(mention.kind == "event" for mention in read.mentions)


def told_bare(read: Read) -> bool:
    """True where a sentence names an event or a date and shows no reasoning at all."""
    return exact(read) and not reasons(read)


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return pattern(tuple(data("signs")[group]))


@cache
def pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words in a line of folded words, a * standing for any ending."""
    return re.compile(f"(?<= )(?:{'|'.join(_entry(entry) for entry in entries)})(?= )")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_entry(entry) for entry in data('signs')['sequence'])}) ")


def _entry(entry: str) -> str:
    """An entry as a pattern over folded words."""
    body = " ".join(re.escape(word.norm) for word in words(entry.rstrip("*"), stems=False))
    return body + r"\w*" if entry.endswith("*") else body
