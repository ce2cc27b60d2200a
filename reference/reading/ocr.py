"""What text recognition spoils, read as what it is: "l961", "O ctober", "Kh rushchev", "Ber1in", a word cut at a line end.

In: a text and the names a pack knows.  Out: Edits, in order, none overlapping; `sure` is False where digits were guessed.
Letters that were parted are sure where they make a month or a name and one of the pieces is no word. A digit that was read as
a letter is a guess: what stands beside it may be misread too, so nothing that rests on it may count as wrong.
A text that no machine has spoilt has no Edits. Does not change a text: `mending` does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reference.reading.hyphens import is_one_word, written_words
from reference.reading.parser import is_english
from reference.spans import MONTHS

ALIKE = str.maketrans({"l": "1", "I": "1", "|": "1", "!": "1", "O": "0", "o": "0", "S": "5", "B": "8", "Z": "2"})
LETTERS = str.maketrans({"1": "l", "0": "o", "5": "s"})
FULL_MONTHS = frozenset(name for name in MONTHS if len(name) > 3)
MONTH = "|".join(MONTHS)
YEAR = re.compile(r"(?<![\w£$€,.])[1lI|!][89][\dlIOoSBZ|!]{2}(?![\w|!]|[,.]\d)")
CENTURIES = re.compile(r"1[89]\d\d")
DAY_BEFORE = re.compile(rf"(?<![\w,.])([0-3lIO|][0-9lIO|])(?=(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})\b)")
DAY_AFTER = re.compile(rf"\b(?:{MONTH})\s+([0-3lIO|][0-9lIO|])(?![\w])")
PARTED_YEAR = re.compile(rf"\b(?:in|of|since|by|until|after|before|{MONTH})\s+(1 ?9 ?[3-9] ?\d)(?![\w]|[,.]\d)")
PIECES = re.compile(r"(?<![\w’'-])([^\W\d_]+)(?= )")
MIXED = re.compile(r"(?<!\w)[^\W\d_]+[105][^\W_]*[^\W\d_](?!\w)")
LINE_END = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-[ \t]*\n[ \t]*([^\W\d_]+)")
LEAST_LETTERS = 5  # of a name: what is shorter can be made of ordinary words


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the text and what it is read as; a guess where not `sure`."""

    start: int
    end: int
    text: str
    sure: bool

    @property
    def by_machine(self) -> bool:
        """True where a machine misread; a word cut at a line end is a person's or a printer's work."""
        return self.text not in ("", "-")


def edits(text: str, names: Collection[str]) -> list[Edit]:
    """The Edits of a text; `names` are folded words of five letters or more."""
    found = sorted(
        [*_line_ends(text), *_parted_words(text, names), *_mixed(text, names), *_digits(text)], key=lambda edit: edit.start
    )
    spoilt = any(edit.by_machine and edit.text != text[edit.start : edit.end] for edit in found)
    kept: list[Edit] = []
    for edit in found:
        if edit.text == text[edit.start : edit.end] and not spoilt:
            continue
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _line_ends(text: str) -> Iterator[Edit]:
    """Words cut at a line end: the hyphen and the line end go, or the line end alone."""
    cuts = list(LINE_END.finditer(text))
    seen = written_words(text) if cuts else ()
    for match in cuts:
        head, tail = match.groups()
        hyphen = "" if is_one_word(head, tail, seen) else "-"
        yield Edit(match.end(1), match.start(2), hyphen, True)


def _parted_words(text: str, names: Collection[str]) -> Iterator[Edit]:
    """Months and names in two or three pieces; a name whose pieces are all words (War saw) stays so, as a guess."""
    for match in PIECES.finditer(text):
        if not match[1][0].isupper():
            continue
        pieces = re.match(r"([^\W\d_]+) ([^\W\d_]+)(?: ([^\W\d_]+))?", text[match.start() : match.start() + 40])
        if pieces is None:
            continue
        parts = [part for part in pieces.groups() if part]
        for count in range(2, len(parts) + 1):
            here = parts[:count]
            word = "".join(here)
            if not all(part.islower() for part in here[1:]) or (word not in FULL_MONTHS and not _is_name(word, names)):
                continue
            end = match.start() + pieces.end(count)
            if text[end : end + 1].isalnum() or len(here[-1]) == 1:
                continue
            sure = word in FULL_MONTHS or not all(_is_word(part, names) for part in here)
            yield Edit(match.start(), end, word if sure else text[match.start() : end], sure)
            break


def _is_name(word: str, names: Collection[str]) -> bool:
    return len(word) > LEAST_LETTERS and word.lower() in names


def _is_word(piece: str, names: Collection[str]) -> bool:
    """True where a piece can stand alone: a word or a name. A single letter is none, but for "I" and "A"."""
    if len(piece) == 1:
        return piece in "IAa"
    return piece.lower() in names or is_english(piece.lower())


def _mixed(text: str, names: Collection[str]) -> Iterator[Edit]:
    """Names in which a letter was read as a digit."""
    for match in MIXED.finditer(text):
        word = match[0].translate(LETTERS)
        if word[0].isupper() and (word in FULL_MONTHS or _is_name(word, names)):
            yield Edit(match.start(), match.end(), word, True)


def _digits(text: str) -> Iterator[Edit]:
    """Years and days in which a digit was read as a letter, or which fell apart: guesses."""
    for match in YEAR.finditer(text):
        year = match[0].translate(ALIKE)
        letters = [char for char in match[0] if not char.isdigit()]
        if CENTURIES.fullmatch(year) and (len(letters) == 1 or (len(letters) == 2 and not {*letters} & {*"SBZ"})):
            yield Edit(match.start(), match.end(), year, False)
    for pattern in (DAY_BEFORE, DAY_AFTER):
        for match in pattern.finditer(text):
            day = match[1].translate(ALIKE)
            if day != match[1] and any(char.isdigit() for char in match[1]) and 1 <= int(day) <= 31:
                yield Edit(match.start(1), match.end(1), day, False)
    for match in PARTED_YEAR.finditer(text):
        if " " in match[1]:
            yield Edit(match.start(1), match.end(1), match[1].replace(" ", ""), False)
