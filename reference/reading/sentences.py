"""Paragraphs of a text as read, told from titles and from the furniture of web pages.

In: text.  Out: Blocks, each with offsets into the text and what it is: prose, a heading, or set aside.
A line is set aside only at the end of the text, only where it is short, and only where something in that tail is plainly
not an essay's (an offer to write one, a share button, a cookie notice): what is doubtful stays and is marked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

BLANK = re.compile(r"\n[ \t]*\n\s*")
ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
FURNITURE = re.compile(
    r"custom essay|customi[sz]ed one|check it out|get (?:a|your) (?:custom|free)|order (?:now|your)|hire (?:a|us)|"
    r"our writers|sign (?:up|in)|log in|subscribe|newsletter|cookie|privacy policy|terms of (?:use|service)|"
    r"all rights reserved|©|share this|related (?:posts|essays|articles)|read more|leave a (?:reply|comment)|"
    r"posted (?:in|by|on)|click here|download (?:now|the app)|follow us|more essays|cite this|\bplagiarism\b|"
    r"word count:?\s*\d+$",
    re.IGNORECASE,
)
TO_READER = re.compile(r"\b(?:you|your|us|our|i['’]m)\b", re.IGNORECASE)
WRAPPED = 100  # a line shorter than this may be one line of a hard-wrapped paragraph
SHORT = 25  # words: no paragraph of an essay's last lines is shorter and is still argument

Kind = Literal["prose", "heading", "set_aside"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: offsets into the text, its text, and whether it is prose."""

    start: int
    end: int
    text: str
    kind: Kind


def blocks(text: str) -> list[Block]:
    """The text's paragraphs in order, furniture at the end and a title at the start told apart."""
    spans = _paragraphs(text)
    tail = _tail(text, spans)
    found = []
    for i, (start, end) in enumerate(spans):
        body = text[start:end]
        kind: Kind = "set_aside" if i >= tail else "heading" if _is_heading(body, i, len(spans)) else "prose"
        found.append(Block(start, end, body, kind))
    return found


def _paragraphs(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = 0
    for gap in [*BLANK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        spans.extend(_lines(text, at, end))
        at = gap.end() if gap else end
    return spans


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """One block between blank lines: whole where its lines are wrapped, line by line where each is a paragraph."""
    placed = []
    at = start
    for row in text[start:end].split("\n"):
        placed.append((at, at + len(row)))
        at += len(row) + 1
    lines = [trimmed for line in placed if (trimmed := _trim(text, *line))]
    if not lines:
        return []
    joined: list[tuple[int, int]] = [lines[0]]
    for before, line in pairwise(lines):
        whole = before[1] - before[0] >= WRAPPED and ENDS_SENTENCE.search(text[before[0] : before[1]])
        title = len(joined) == 1 and joined[0] == before and _is_title(text[before[0] : before[1]])
        if whole or title or _furniture_line(text[line[0] : line[1]]):
            joined.append(line)
        else:
            joined[-1] = (joined[-1][0], line[1])
    return joined


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    body = text[start:end]
    left = len(body) - len(body.lstrip())
    body = body.strip()
    return (start + left, start + left + len(body)) if body else None


def _is_title(body: str) -> bool:
    return len(body.split()) <= SHORT and bool(re.search(r"[?]\W*(?:essay)?\W*$|\bessay\W*$", body, re.IGNORECASE))


def _is_heading(body: str, i: int, total: int) -> bool:
    if total == 1 or len(body.split()) > SHORT:
        return False
    if i == 0 and _is_title(body):
        return True
    return len(body.split()) <= 12 and not re.search(r"[.!?,;:…][\"'”’)\]]*\s*$", body)


def _furniture_line(body: str) -> bool:
    return len(body.split()) <= SHORT and bool(FURNITURE.search(body))


def _tail(text: str, spans: list[tuple[int, int]]) -> int:
    """The index of the first paragraph of the furniture at the end, or the number of paragraphs."""
    first = len(spans)
    for i in range(len(spans) - 1, 0, -1):
        if len(text[spans[i][0] : spans[i][1]].split()) > SHORT:
            break
        first = i
    while first < len(spans) and not any(_furniture_line(text[a:b]) for a, b in spans[first:]):
        first += 1
    if first == len(spans):
        return first
    # An essay's own short last sentence stays: furniture begins at a line that speaks to a buyer or is no sentence.
    while first < len(spans) and _reads_as_argument(text[spans[first][0] : spans[first][1]]):
        first += 1
    return first


def _reads_as_argument(body: str) -> bool:
    return (
        len(body.split()) >= 4
        and body.rstrip().endswith((".", "?"))
        and not FURNITURE.search(body)
        and not TO_READER.search(body)
    )
