"""Words as they are compared: case, accents and apostrophes folded, hyphens and letter-digit joins opened, stems cut.

"U-2", "U2" and "U 2" are the same two words; "Kádár's" is "kadar". Stems are Porter2 (snowballstemmer).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

WORD = re.compile(r"[^\W\d_]+|\d+(?:[,.]\d+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place: `norm` folded, `stem` cut, offsets into the text; whether it begins with, or is all, capitals."""

    norm: str
    stem: str
    start: int
    end: int
    capital: bool = False
    upper: bool = False


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text without case and accents, quotes straightened: "Kádár’s" becomes "kadar's"."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'").replace("ł", "l").replace("Ł", "L"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def stem(norm: str) -> str:
    """The stem of a folded word; numbers stay as they are."""
    return norm if norm[:1].isdigit() else str(_stemmer().stemWord(norm))


def words(text: str, offset: int = 0, *, stems: bool = True) -> list[Word]:
    """The words of a text, in order; a possessive s is no word. Without `stems` they are left empty, which is faster."""
    found = []
    for match in WORD.finditer(text):
        start, end = match.span()
        if match[0] in ("s", "S") and start and text[start - 1] in "'’`":
            continue
        norm = fold(match[0])
        found.append(
            Word(norm, stem(norm) if stems else "", offset + start, offset + end, match[0][:1].isupper(), match[0].isupper())
        )
    return found
