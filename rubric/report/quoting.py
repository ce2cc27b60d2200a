"""Words of an essay as HTML: escaped, shortened, and set in the sentence they stand in.

In: a Marking and offsets into its text.  Out: strings that are safe to print, and paragraph numbers.
Every string that comes from an essay or a pack passes `esc`, or `printable` where no HTML is made: control characters and
halves of a pair become U+FFFD, one for one.
Does not lay anything out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rubric.marking import Marking

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(]*[A-Z0-9])")
BEFORE, AFTER = 90, 70  # characters of a sentence shown on either side of the words that a note is about
LONGEST_WORD = 30  # no word of English is cut in two by this; a run of 10,000 letters is


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the essay with what stands before and after them in their sentence, cut at words."""

    before: str
    words: str
    after: str


def esc(text: str) -> str:
    """The text as HTML that shows it, whatever it holds."""
    return html.escape(printable(text), quote=True)


def printable(text: str) -> str:
    """The text without characters that XML and fonts do not know, every offset kept."""
    return UNSEEN.sub("\ufffd", text)


def shortened(text: str, most: int) -> str:
    """The text on one line, cut after a word where it is longer than `most` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    cut = flat[:most]
    space = cut.rfind(" ", most - LONGEST_WORD)
    return (cut[:space] if space > 0 else cut).rstrip(" .,;:–-") + " …"


def parted(message: str, right: str) -> list[tuple[str, bool]]:
    """A message in parts, and which of them says what is right; parts without words are left out."""
    at = message.rfind(right) if right else -1
    if at < 0:
        return [(message, False)]
    parts = ((message[:at], False), (right, True), (message[at + len(right) :], False))
    return [(words, strong) for words, strong in parts if words]


def emphasised(message: str, right: str) -> str:
    """A message as HTML, with what is right in bold where the message says it."""
    return "".join(f"<b>{esc(words)}</b>" if strong else esc(words) for words, strong in parted(message, right))


def paragraphs(marking: Marking) -> list[tuple[int, int]]:
    """The offsets of the essay's paragraphs, in order: those that the marking counts."""
    seen = marking.structure.get("paragraphs") or []
    return [(int(part["start"]), int(part["end"])) for part in seen]


def between(marking: Marking) -> list[tuple[int, int]]:
    """The stretches of text that stand in no paragraph: titles, and what was set aside."""
    edges = [(0, 0), *paragraphs(marking), (len(marking.essay.text), len(marking.essay.text))]
    gaps = [(before[1], after[0]) for before, after in pairwise(edges)]
    return [(start, end) for start, end in gaps if marking.essay.text[start:end].strip()]


def is_set_aside(marking: Marking, start: int, end: int) -> bool:
    """Is some of this stretch no part of the essay, but of the web page that it was pasted from?"""
    return any(n.code == "set_aside" and n.start < end and start < n.end for n in marking.notices)


def paragraph_at(marking: Marking, offset: int) -> int | None:
    """The number, from 1, of the paragraph that holds an offset."""
    for number, (start, end) in enumerate(paragraphs(marking), 1):
        if start <= offset < end:
            return number
    return None


def sentence_at(marking: Marking, start: int, end: int) -> tuple[int, int]:
    """The offsets of the sentence, within its paragraph, that words of the essay stand in."""
    text = marking.essay.text
    number = paragraph_at(marking, start)
    first, last = paragraphs(marking)[number - 1] if number else (start, end)
    last = max(last, end)
    if ends := list(SENTENCE_END.finditer(text[first:start])):
        first += ends[-1].end()
    if stop := SENTENCE_END.search(text[end:last]):
        last = end + len(text[end : end + stop.end()].rstrip())
    return first, last


def in_context(marking: Marking, start: int, end: int) -> Quote:
    """Words of the essay in their sentence."""
    text = marking.essay.text
    first, last = sentence_at(marking, start, end)
    return Quote(_tail(text[first:start]), text[start:end], _head(text[end:last]))


def marked_quote(marking: Marking, spans: Sequence[tuple[int, int]]) -> str:
    """Words of one sentence in it, as HTML: each span bold, those that overlap as one."""
    text = marking.essay.text
    ordered = sorted(spans)
    at, stop = ordered[0][0], max(end for _, end in ordered)
    first, last = sentence_at(marking, at, stop)
    out = [esc(_tail(text[first:at]))]
    for start, end in joined(ordered):
        out.append(f"{esc(text[at:start])}<b>{esc(text[start:end])}</b>")
        at = end
    return f"<q>“{''.join(out)}{esc(_head(text[at:last]))}”</q>"


def joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _tail(text: str) -> str:
    if len(text) <= BEFORE:
        return text
    cut = text[-BEFORE:]
    space = cut.find(" ", 0, LONGEST_WORD)
    return "… " + cut[space + 1 :]


def _head(text: str) -> str:
    if len(text) <= AFTER:
        return text
    cut = text[:AFTER]
    space = cut.rfind(" ", AFTER - LONGEST_WORD)
    return (cut[:space] if space > 0 else cut) + " …"
