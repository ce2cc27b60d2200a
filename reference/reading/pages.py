"""Printed lines put back into paragraphs, as the writer typed them.

In: Lines of a PDF.  Out: Rejoined: paragraphs in order, and the page numbers and running heads that were left out.
A line ends a paragraph where the next word would still have fitted on it, where the next line is indented or stands further
down than lines do, or is set in another size. Hyphens at line ends are mended by `hyphens`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reference.reading.hyphens import joined_at_line_end, written_words
from reference.reading.pdf import Line

ENDS = 2  # lines at the head and at the foot of a page that can be furniture
SAME_PLACE = 4.0  # points: a running head stands at one height on every page
GAP = 1.35  # of the usual distance between lines: more is a new paragraph
INDENT = 0.8  # of a line's height: a first line that is set in
ROOM = 1.0  # of a line's height: room on a line besides the next word, before it counts as ended on purpose
OTHER_SIZE = 1.2  # times larger or smaller: a heading
NUMBER_ALONE = re.compile(r"[\W_]*(?:(?:page|p\.?)\s*)?(?:\d{1,3}|[ivxl]{1,5})(?:\s*(?:of|/)\s*\d{1,3})?[\W_]*", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Rejoined:
    """The paragraphs, and each line that was left out, once."""

    paragraphs: tuple[str, ...]
    left_out: tuple[str, ...]


def rejoined(lines: Sequence[Line]) -> Rejoined:
    """The paragraphs that printed lines were cut from."""
    lines = [line for line in lines if line.text.strip()]
    furniture = _furniture(lines)
    body = [line for line in lines if line not in furniture]
    if not body:
        return Rejoined(tuple(line.text.strip() for line in lines), ())
    right = max(line.right for line in body)
    step = _usual_step(body)
    seen = written_words("\n".join(line.text for line in body))
    paragraphs = [body[0].text.strip()]
    before = body[0]
    left = before.left
    for line in body[1:]:
        if _begins(line, before, left, right, step):
            paragraphs.append(line.text.strip())
            left = line.left
        else:
            paragraphs[-1] = joined_at_line_end(paragraphs[-1], line.text.strip(), seen)
            left = line.left
        before = line
    return Rejoined(tuple(paragraphs), tuple(dict.fromkeys(line.text.strip() for line in lines if line in furniture)))


def _begins(line: Line, before: Line, left: float, right: float, step: float) -> bool:
    """True where a line begins a paragraph. `left` is where the line before begins, `right` the text's right edge."""
    height = max(before.top - before.bottom, 1.0)
    words = line.text.split()
    first = (line.right - line.left) * len(words[0]) / max(len(line.text.strip()), 1)
    had_room = before.right + first + ROOM * height < right
    indented = line.left > left + INDENT * height and SENTENCE_END.search(before.text.rstrip()) is not None
    if line.page != before.page or line.bottom > before.top:  # another page or column: distance says nothing
        return (had_room or indented) and SENTENCE_END.search(before.text.rstrip()) is not None
    size = (line.top - line.bottom) / height
    lower = before.bottom - line.bottom > GAP * step
    return had_room or indented or lower or (size > OTHER_SIZE or size < 1 / OTHER_SIZE)


def _usual_step(lines: Sequence[Line]) -> float:
    """The distance from line to line inside a paragraph: the middle of what there is."""
    steps = [one.bottom - two.bottom for one, two in pairwise(lines) if one.page == two.page and one.bottom > two.bottom]
    return median(steps) if steps else 1e9


def _furniture(lines: Sequence[Line]) -> set[Line]:
    """Page numbers, and the lines that stand at the same place, in the same words but for numbers, on several pages."""
    edges = _edges(lines, GAP * _usual_step(lines))
    pages = len({line.page for line in lines})
    places: dict[str, list[Line]] = defaultdict(list)
    for line in edges:
        places[re.sub(r"\d+", "#", line.text.strip())].append(line)
    found = set()
    for same in places.values():
        heights = Counter(round(line.bottom / SAME_PLACE) for line in same)
        most = heights.most_common(1)[0][1]
        if most >= 2 and 2 * most >= pages:
            found |= set(same)
    ends = (line for line in _edges(lines, 0) if NUMBER_ALONE.fullmatch(line.text.strip()))
    by_page = _by_page(lines)
    return found | {line for line in ends if _stands_apart(line, by_page[line.page])}


def _edges(lines: Sequence[Line], least: float) -> list[Line]:
    """The highest and the lowest lines of every page that a gap of at least so much parts from the others."""
    found: dict[Line, None] = {}
    for page in _by_page(lines).values():
        page.sort(key=lambda line: -line.bottom)
        gaps = [one.bottom - two.bottom > least for one, two in pairwise(page)]
        head = next((i + 1 for i, gap in enumerate(gaps[:ENDS]) if gap), 0)
        foot = next((i + 1 for i, gap in enumerate(gaps[::-1][:ENDS]) if gap), 0)
        found |= dict.fromkeys([*page[:head], *page[len(page) - foot :]])
    return list(found)


def _by_page(lines: Iterable[Line]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.page].append(line)
    return found


def _stands_apart(line: Line, page: Iterable[Line]) -> bool:
    """True where no line of its page is as near as lines of a paragraph are."""
    height = max(line.top - line.bottom, 4.0)
    others = (one for one in page if one is not line)
    return all(one.bottom > line.top + height or one.top < line.bottom - height for one in others)
