"""A word cut at the end of a line, put together again: "Khrush-" and "chev", but "decision-" and "making".

In: the text before a line end, the text after it, and the words that the whole text writes.  Out: the two joined.
The text itself decides where it has the word elsewhere; else the English words that the parser knows do; else it is one word.
"""

from __future__ import annotations

import re
from collections.abc import Collection

WRITTEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
CUT = re.compile(r"(?<![^\W_])(?P<head>[^\W_]+)[-\u00ad\u2010]$")
NEXT = re.compile(r"(?P<tail>[^\W\d_]+)")


def written_words(text: str) -> frozenset[str]:
    """The words of a text in lower case, compounds with their hyphens."""
    return frozenset(word.lower() for word in WRITTEN.findall(text))


def joined_at_line_end(before: str, after: str, seen: Collection[str] = ()) -> str:
    """Two pieces of a text that a line end parted."""
    cut, follows = CUT.search(before), NEXT.match(after)
    if cut is None:
        return f"{before} {after}"
    if follows is None or before.endswith("\u00ad"):
        return (before[:-1] if before.endswith("\u00ad") else before) + after
    return (before[:-1] if is_one_word(cut["head"], follows["tail"], seen) else before) + after


def is_one_word(head: str, tail: str, seen: Collection[str] = ()) -> bool:
    """True where a hyphen at a line end is the printer's: the two pieces are one word."""
    if not tail.islower() or not head.isalpha() or (len(head) == 1 and head.isupper()):
        return False
    if f"{head}{tail}".lower() in seen:
        return True
    if f"{head}-{tail}".lower() in seen:
        return False
    if _is_english(head + tail):
        return True
    return not (len(head) > 3 and len(tail) > 3 and _is_english(head) and _is_english(tail))


def _is_english(word: str) -> bool:
    from reference.reading.parser import ParserError, is_english

    try:
        return is_english(word.lower())
    except ParserError:  # marking will say so; the words are read all the same
        return False
