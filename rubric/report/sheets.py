"""Pages filled from top to bottom: each column has a place, and what does not fit goes on to the next page.

In: lines and how high they are.  Out: pages of marks to draw, and the places after them.
A place is a page and a distance from its top, so that places compare as they are read. Knows no essay.
"""

from __future__ import annotations

from dataclasses import dataclass

from rubric.report.setting import Line

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM  # A4
LEFT, TOP, BOTTOM = 14 * MM, 14 * MM, 17 * MM
ROOM = WIDTH - 2 * LEFT
FLOOR = HEIGHT - BOTTOM

Spot = tuple[int, float]  # page from 0, distance from its top
START: Spot = (0, TOP)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stay on one page if it can hold them, at a distance from the left, each so high."""

    x: float
    lines: tuple[tuple[Line, float], ...]
    after: float = 0.0
    sign: str = ""  # drawn to the left of the first line: a dot, or a mark with its number
    name: str = ""
    to: str = ""

    @property
    def height(self) -> float:
        """How high the lines are together."""
        return sum(high for _, high in self.lines)


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to draw at x, y (from the top): a line of words, a rule, or a sign."""

    kind: str
    x: float
    y: float
    high: float = 0.0
    line: Line = ()
    sign: str = ""
    name: str = ""
    to: str = ""


class Sheets:
    """Pages being filled."""

    def __init__(self) -> None:
        self.pages: list[list[Mark]] = [[]]

    def put(self, block: Block, at: Spot, below: float = 0.0) -> Spot:
        """Draw a block at a place or, with `below` points free beneath it, where it next fits. Returns the place after it."""
        page, y = at
        needed = block.height + below
        if y + needed > FLOOR and (y > TOP and needed <= FLOOR - TOP):
            page, y = page + 1, TOP
        for number, (line, high) in enumerate(block.lines):
            if y + high > FLOOR and y > TOP:
                page, y = page + 1, TOP
            if number == 0 and (block.sign or block.name):
                self._draw(page, Mark("sign", block.x, y, high, sign=block.sign, name=block.name, to=block.to))
            self._draw(page, Mark("words", block.x, y, high, line))
            y += high
        return page, y + block.after

    def rule(self, at: Spot) -> Spot:
        """A hairline across the page, and the place beneath it."""
        page, y = at
        self._draw(page, Mark("rule", LEFT, y))
        return page, y + 3 * MM

    def fitting(self, at: Spot, height: float) -> Spot:
        """The place, or the top of the next page where so much does not fit."""
        return at if at[1] + height <= FLOOR or at[1] <= TOP else (at[0] + 1, TOP)

    def _draw(self, page: int, mark: Mark) -> None:
        while len(self.pages) <= page:
            self.pages.append([])
        self.pages[page].append(mark)
