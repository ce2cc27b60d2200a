"""The blocks of a source document: its prose, bullets, headings, questions and answers, told from a page's furniture.

In: text as read.  Out: Blocks in order, each with its offsets, what it is, its heading and its place in words.
What is set aside stays in the list with the reason, so that a person sees it: menus, adverts, forms, readers' comments.
Does not judge what a block says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from reference.drafting.words import patterns

Kind = Literal["heading", "prose", "bullet", "question", "answer", "set_aside"]

MARK = re.compile(r"^\s*(?:[•◦▪●○·‣*–-]|\d{1,2}[.)]|\(?[a-z]\))\s+")
ASKED = re.compile(r"^\s*(?:Q|A|Question|Answer)(?: ?\d+)?[:.]\s+")  # before a question or its answer
HASHES = re.compile(r"^\s*#{1,6}\s+")
SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
LABEL = re.compile(r"^(?P<label>[A-Z0-9][^.:;!?]{1,60}):\s*(?P<rest>.*)$", re.DOTALL)
BYLINE = re.compile(r"(?i:written by|by|author:) (?:[A-Z][\w.’'-]+ ?){2,4}")
DATED = re.compile(
    r"(?:(?:last )?(?:published|updated|posted)(?: on)?[: ]+)?(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8} (?:\d{1,2}, )?\d{4}",
    re.IGNORECASE,
)
SHORT, LONG = 14, 30  # words: a heading has at most so many; a line of furniture is shorter than LONG
WRAPPED = 60  # characters: a line this long without a full stop goes on in the next


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet or heading: `heading` is what it stands under, `where` its place in words, `why` it is set aside."""

    start: int
    end: int
    text: str
    kind: Kind
    heading: str = ""
    where: str = ""
    why: str = ""


def read_blocks(text: str) -> list[Block]:
    """The blocks of a document."""
    blocks = [_told(text, start, end) for start, end in _lines(text)]
    blocks = _without_comments(blocks)
    blocks = _without_edges(blocks)
    return _placed(_answered(blocks))


def title_of(blocks: list[Block]) -> str:
    """The first heading, else the first line, shortened."""
    first = next((block for block in blocks if block.kind in ("heading", "question")), None)
    first = first or next((block for block in blocks if block.kind != "set_aside"), None)
    return " ".join(first.text.split()[:24]) if first else ""


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines of a text, those of a hard-wrapped paragraph joined."""
    found: list[tuple[int, int]] = []
    at, broken = 0, True
    for row in text.split("\n"):
        start, end = at + len(row) - len(row.lstrip()), at + len(row.rstrip())
        at += len(row) + 1
        if end <= start:
            broken = True
            continue
        before = text[found[-1][0] : found[-1][1]] if found else ""
        last = before.rsplit("\n", 1)[-1]
        goes_on = not broken and len(last) >= WRAPPED and not MARK.match(row) and not HASHES.match(row)
        if goes_on and (not SENTENCE.search(last) or len(last) < 2 * WRAPPED) and len(last) < 4 * WRAPPED:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        broken = False
    return found


def _told(text: str, start: int, end: int) -> Block:
    body = text[start:end]
    if asked := ASKED.match(body):
        start += asked.end()
        body = body[asked.end() :]
    marked = HASHES.match(body)
    bullet = None if marked else MARK.match(body)
    if cut := marked or bullet:
        start += cut.end()
        body = body[cut.end() :]
    count = len(body.split())
    if count < LONG and (patterns("furniture").search(body) or patterns("signed").search(body)):
        return Block(start, end, body, "set_aside", why="words of a page's menu, advert or form")
    if count < 70 and len(patterns("furniture").findall(body)) > 1:
        return Block(start, end, body, "set_aside", why="words of a page's menu, advert or form")
    if count <= LONG and (body.rstrip().endswith("?") or patterns("asks").match(body)) and not bullet:
        return Block(start, end, body, "question")
    if BYLINE.fullmatch(body.strip()):
        return Block(start, end, body, "set_aside", why="the author's name")
    if DATED.fullmatch(body.strip()):
        return Block(start, end, body, "set_aside", why="the page's own date")
    if marked or (count <= SHORT and not SENTENCE.search(body) and not (bullet and not body.endswith(":") and count > 6)):
        return Block(start, end, body.rstrip(": "), "heading")
    return Block(start, end, body, "bullet" if bullet else "prose")


def _without_comments(blocks: list[Block]) -> list[Block]:
    """Readers' comments: all that follows the line that opens them, or the first of several that are signed."""
    first = len(blocks)
    for i, block in enumerate(blocks):
        if i and len(block.text.split()) < 80 and patterns("comments").search(block.text):
            first = i
            break
    signed = [i for i, block in enumerate(blocks) if patterns("signed").search(block.text)]
    if len(signed) > 1:
        first = min(first, max(1, signed[0] - 1))
    return [_aside(block, "a reader's comment") if i >= first else block for i, block in enumerate(blocks)]


def _without_edges(blocks: list[Block]) -> list[Block]:
    """Short lines at either end of the page, where something there is plainly furniture."""
    said = [i for i, block in enumerate(blocks) if block.kind in ("prose", "bullet") and len(block.text.split()) >= 10]
    if not said:
        return blocks
    found = list(blocks)
    tail = range(said[-1] + 1, len(blocks))
    if any(blocks[i].kind == "set_aside" for i in tail):
        for i in tail:
            found[i] = _aside(blocks[i], "a short line at the end of the page")
    head = range(said[0])
    if any(blocks[i].kind == "set_aside" for i in head):
        for i in head:
            if len(blocks[i].text.split()) < 3:
                found[i] = _aside(blocks[i], "a short line at the head of the page")
    return found


def _aside(block: Block, why: str) -> Block:
    return block if block.kind == "set_aside" else replace(block, kind="set_aside", why=why)


def _answered(blocks: list[Block]) -> list[Block]:
    """The prose straight after a question is its answer."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1].kind if found else ""
        found.append(replace(block, kind="answer") if block.kind == "prose" and before == "question" else block)
    return found


def _placed(blocks: list[Block]) -> list[Block]:
    """Each block with its heading and its place: the number of the paragraph, the title not counted, or of the bullet."""
    found: list[Block] = []
    heading, paragraph, bullet = "", 0, 0
    title = next((i for i, block in enumerate(blocks) if block.kind in ("heading", "question")), None)
    for i, block in enumerate(blocks):
        where = ""
        if block.kind in ("heading", "question"):
            bullet = 0
            heading = "" if i == title else block.text
            where = "title" if i == title else "heading"
        elif block.kind == "bullet":
            bullet += 1
            where = f"{heading}, bullet {bullet}" if heading else f"bullet {bullet}"
        elif block.kind != "set_aside":
            paragraph += 1
            where = f"para. {paragraph}" + (f" ({heading})" if heading else "")
        found.append(replace(block, heading=heading, where=where))
    return found


def labelled(text: str) -> tuple[str, str]:
    """A bullet's label and what follows it: "Security concerns: Moscow refused ..."; no label where there is none."""
    match = LABEL.match(text)
    if match is None or len(match["label"].split()) > 5:
        return "", text
    return match["label"].strip(), match["rest"].strip()
