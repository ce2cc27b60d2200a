"""The names in a sentence by their shape: runs of capitalised words, with the small words inside them.

In: text.  Out: the things named, in reading order, each once: "Bay of Pigs invasion", "U-2", "Gulf of Tonkin Resolution".
A word that only opens its sentence counts where it is no common word. Does not know what a name names.
"""

from __future__ import annotations

import re

from reference.drafting.words import words_of
from reference.reading.parser import is_english

CAPITAL = r"(?:[A-Z]\.(?:[A-Z]\.)+|[A-Z]\.(?=\s+[A-Z])|[A-ZÀ-Þ][\w’'.-]*[\w]|[A-Z])"
RUN = re.compile(
    rf"\b{CAPITAL}(?:(?:(?:(?:(?<=s)[’'])?\s+|(?<=\w)[–/](?=[A-Z])){CAPITAL}|\s+\d(?!\d))|"
    rf"(?:\s+(?:of|de|du|la|van|von)(?:\s+the)?)\s+{CAPITAL})*"
)
OPENS = re.compile(r"(?:^|[.!?:;]\s+|[“\"(])$")
MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|Sunday|Early|Mid|Late)\b"
)
ADJECTIVE = re.compile(r"U\.?S\.?|[A-Z]\w+(?:ian|ish|ean|ese|ist|iet|ern|can|man|nch|rab|tch)s?")


def named_things(text: str) -> list[str]:
    """The names of a text, with an event's noun that follows one ("Suez crisis")."""
    found: list[str] = []
    for match in RUN.finditer(text):
        words = match[0].split()
        opening = bool(OPENS.search(text[: match.start()]))
        while words and (
            words_of("no_name").fullmatch(words[0]) or MONTH.fullmatch(words[0]) or (opening and _common(words[0], len(words)))
        ):
            words = words[1:]
            opening = False
        while words and _no_end(words):
            words = words[:-1]
        if not words or (len(words) == 1 and (len(words[0]) < 3 or MONTH.search(words[0]))):
            continue
        if len(words) == 1 and ADJECTIVE.fullmatch(words[0]):
            words = words if _event_noun_after(text, match.end()) else []
        if not words:
            continue
        name = re.sub(r"[’']s$", "", " ".join(words))
        if name == " ".join(words) and (tail := _event_noun_after(text, match.end())):
            name = f"{name} {tail}"
        if name not in found:
            found.append(name)
    return found


def _no_end(words: list[str]) -> bool:
    """True where the last word is part of no name; "I" after a name numbers a king."""
    last = words[-1]
    numbers = last == "I" and len(words) > 1
    return (bool(words_of("no_name").fullmatch(last)) and not numbers) or bool(MONTH.fullmatch(last)) or last.islower()


def _event_noun_after(text: str, end: int) -> str:
    """The words after a name as far as an event's noun: "spy-plane incident", "invasion"; none where none follows."""
    after = re.match(r"\s+((?:[a-z]+\s+)?[a-z]+)\b", text[end:])
    words = after[1].split() if after else []
    for i, word in enumerate(words):
        if words_of("happening").fullmatch(word):
            return " ".join(words[: i + 1])
    return ""


def _common(word: str, length: int) -> bool:
    return length == 1 and is_english(word.lower())


def names_happening(name: str) -> bool:
    """True where a name holds the noun of an event: a crisis, a treaty, a speech."""
    return bool(words_of("happening").search(name))
