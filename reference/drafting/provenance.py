"""What a document is: title, author, date, kind and how far to trust it, guessed from its own words.

In: a document's name and blocks.  Out: a Source of the pack, every field of which a person can mend.
A guess is cautious: what shows no author and no institution is trusted little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

from reference.drafting.pages import Block, title_of
from reference.drafting.words import patterns, words_of
from reference.pack import Source
from reference.reading.times import times

BYLINE = re.compile(r"^(?i:written by|by|author:) (?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})$", re.MULTILINE)
HEAD, TAIL = 600, 400  # characters at either end of a page where it says what it is
Trust = Literal["high", "medium", "low"]


def slug(text: str, most: int = 6) -> str:
    """An id from words: lower case, joined by hyphens."""
    plain = re.sub(r"[’']", "", text.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:most]) or "untitled"


def about(name: str, text: str, blocks: Sequence[Block], taken: set[str]) -> Source:
    """The guessed Source of a document; its id is not one of those taken."""
    stem = PurePath(name).stem
    ends = f"{stem.replace('-', ' ')}\n{text[:HEAD]}\n{text[-TAIL:]}"
    kind = _kind(ends, blocks)
    byline = BYLINE.search(text[:HEAD])
    author = byline["who"] if byline else ""
    title = title_of(list(blocks)) or stem
    return Source(
        id=_unused(slug(stem), taken),
        title=title,
        author=author,
        published=_date(text, blocks),
        kind=kind,
        trust=_trust(kind, ends, author),
        file=f"sources/{_unused(slug(stem), taken)}.txt",
        note="title, author, date, kind and trust are guesses: check them",
    )


def _unused(wanted: str, taken: set[str]) -> str:
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def _kind(ends: str, blocks: Sequence[Block]) -> Literal["reference", "article", "study-notes"]:
    told = [block for block in blocks if block.kind in ("bullet", "prose", "answer")]
    if words_of("kinds", "study-notes").search(ends) or sum(block.kind == "bullet" for block in told) > len(told) / 2:
        return "study-notes"
    return "reference" if words_of("kinds", "reference").search(ends) else "article"


def _trust(kind: str, ends: str, author: str) -> Trust:
    if kind == "reference":
        return "high"
    if words_of("low_trust").search(ends) and not author:
        return "low"
    return "medium"


def _date(text: str, blocks: Sequence[Block]) -> str:
    """The date that stands alone near the head of the page, or in a line that the page's furniture shares."""
    for block in blocks[:12]:
        if block.kind == "set_aside" and (found := times(block.text)) and not patterns("signed").search(block.text):
            days = found[0]
            return days.value if days.has_year else ""
    return ""
