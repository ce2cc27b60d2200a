"""Exact words in a Word file: runs cut where a comment begins and ends.

In: the elements of a document's main part, and where its text stands among them.  Out: the runs of any stretch of text.
A run that is cut keeps its properties on both sides. Words in a text box have the run that holds the box, for Word takes
no comment inside one; words of a note have the run that calls it. Adds no comment itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any, Protocol

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Place(Protocol):
    """Characters start to end of the text are those of an element, by its place in the document, from character `at` on."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def element(self) -> int: ...
    @property
    def at(self) -> int: ...


class Anchors:
    """The runs of a text, once they are cut at every offset that is wanted."""

    def __init__(self, root: Any, places: Sequence[Place], cuts: Iterable[int]) -> None:
        elements = list(root.iter("*"))
        edges = sorted(set(cuts))
        self.stretches: list[tuple[int, int, Any]] = []
        for place in reversed(places):  # from the end, so that what stands before keeps its place
            self._cut(place, elements[place.element], edges)
        self.stretches.reverse()
        self.starts = [start for start, _, _ in self.stretches]
        self.order = {run: n for n, run in enumerate(root.iter("{*}r"))}

    def runs(self, start: int, end: int) -> tuple[Any, Any] | None:
        """The first and the last run of a stretch, or None where no word of it is in the document.

        Where the text is read in another order than the file has it (a text box follows its paragraph), the first alone.
        """
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_right(self.starts, max(end - 1, start))
        found = [element for _, stop, element in self.stretches[first:last] if stop > start]
        if not found:
            return None
        opens, closes = _run(found[0])[0], _run(found[-1])[0]
        return (opens, closes) if self.order[opens] <= self.order[closes] else (opens, opens)

    def _cut(self, place: Place, element: Any, edges: Sequence[int]) -> None:
        """Note the elements of a place, those later in the text first; a word that is cut becomes two elements."""
        run, whole = _run(element)
        end = place.end
        if run is None:
            return
        inside = {edge for edge in edges if place.start <= edge <= end}
        inside |= {place.start} if place.at else set()  # so that a cut in the words before leaves this element alone
        for edge in sorted(inside, reverse=True) if whole else ():
            part = _divided(element, place.at + edge - place.start)
            if part is not None:
                _split(run, part)
            if edge < end:
                self.stretches.append((edge, end, part))
                end = edge
        if end > place.start:
            self.stretches.append((place.start, end, element))


def _run(element: Any) -> tuple[Any, bool]:
    """The run that a comment on this element is set on, and whether it may be cut: not one that holds a text box."""
    above = [one for one in element.iterancestors() if _local(one) in ("r", "txbxContent")]
    boxes = [n for n, one in enumerate(above) if _local(one) == "txbxContent"]
    if boxes:
        above = above[boxes[-1] + 1 :]
    run = next((one for one in above if _local(one) == "r"), None)
    called = _local(element) in ("footnoteReference", "endnoteReference")
    return run, not boxes and not called and run is element.getparent()


def _divided(element: Any, at: int) -> Any:
    """The element that holds the text from `at` on, parted from what stands before; past its end, the next one or None."""
    text = (element.text or "") if _local(element) == "t" else " "  # a tab or a line break is one character
    if at <= 0:
        return element
    if at >= len(text):
        return element.getnext()
    tail = deepcopy(element)
    tail.tail = None
    element.text, tail.text = text[:at], text[at:]
    for part in (element, tail):
        part.set(SPACE, "preserve")
    element.addnext(tail)
    return tail


def _split(run: Any, child: Any) -> None:
    """A new run with the same properties from this child on, unless nothing stands before it."""
    if not [one for one in child.itersiblings(preceding=True) if _local(one) != "rPr"]:
        return
    tail = run.makeelement(run.tag, dict(run.attrib))
    properties = next((one for one in run if _local(one) == "rPr"), None)
    if properties is not None:
        tail.append(deepcopy(properties))
    for part in [child, *child.itersiblings()]:
        tail.append(part)
    run.addnext(tail)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
