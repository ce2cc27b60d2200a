"""A marking as text for a terminal.

In: a Marking and who reads it.  Out: plain lines, at most 96 columns; or the same lines in colour, for a terminal.
A student sees slips, what is made, and questions; never a statement of a missing or partial point, and no level but the
teacher's own.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rubric.marking import UNJUDGED, Marking, PointFound, Slip
from rubric.report.comments import every
from rubric.report.quoting import printable
from rubric.wording import printed, say

if TYPE_CHECKING:
    from rich.text import Text

WIDTH = 96
TITLE = "bold underline"
SEVERITY = {"error": "bold red", "check": "bold yellow", "spelling": "bold blue"}
Reader = Literal["student", "teacher"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line and how it looks in colour: a style as rich names it, plain where it is empty."""

    text: str
    style: str = ""


def as_text(marking: Marking, reader: Reader = "student") -> str:
    """The marking as text, ending in a newline."""
    return "".join(f"{line.text}\n" for line in _lines(marking, reader))


def coloured(marking: Marking, reader: Reader = "student") -> Text:
    """The same text with colours. They only repeat what the words say."""
    from rich.text import Text

    return Text.assemble(*((f"{line.text}\n", line.style) for line in _lines(marking, reader)))


def _lines(marking: Marking, reader: Reader) -> list[Line]:
    """The parts that have something to say, an empty line between two."""
    parts = [
        _head(marking),
        _notices(marking),
        _teacher(marking),
        _facts(marking),
        _points(marking, reader),
        _next(marking),
        _strands(marking, reader),
        _level(marking, reader),
    ]
    found: list[Line] = []
    for part in parts:
        lines = list(part)
        found += [Line(""), *lines] if found and lines else lines
    return found


def _wrap(text: str, indent: str = "", first: str | None = None, style: str = "") -> list[Line]:
    opening = first if first is not None else indent
    words = " ".join(printable(text).split())
    return [Line(line, style) for line in textwrap.wrap(words, WIDTH, initial_indent=opening, subsequent_indent=indent)]


def _quoted(words: str, most: int, indent: str) -> list[Line]:
    """Words of the essay between quotation marks, at most so many characters of them."""
    return _wrap(f"“{textwrap.shorten(words, most, placeholder=' …')}”", indent, style="italic")


def _head(marking: Marking) -> Iterator[Line]:
    essay, checked = marking.essay, marking.checked
    yield Line(f"{printable(essay.name)}: {essay.words} words, {essay.paragraphs} paragraphs.", "bold")
    yield Line(
        f"{checked.claims} facts read: {checked.agrees} agree with the pack, {checked.disagrees} do not, "
        f"{checked.not_in_pack} are not in it."
    )


def _notices(marking: Marking) -> Iterator[Line]:
    for notice in marking.notices:
        yield from _wrap(notice.message, "  ", "! ", style="yellow")


def _teacher(marking: Marking) -> Iterator[Line]:
    said = every(marking)
    if said:
        yield Line(say("report", "sections", "teacher").upper(), TITLE)
    for quote, text in said:
        yield from _wrap(text, "    ", "  - ")
        yield from _wrap(quote, "      ", style="italic")


def _facts(marking: Marking) -> Iterator[Line]:
    if not marking.slips:
        return
    yield Line("FACTS", TITLE)
    for number, slip in enumerate(marking.slips, 1):
        yield from _slip(number, slip, marking.essay.text)


def _slip(number: int, slip: Slip, text: str) -> Iterator[Line]:
    yield Line(f"{number:>3}  {slip.heading} (paragraph {slip.paragraph})", SEVERITY[slip.severity])
    yield from _wrap(_quote(text, slip.start, slip.end), "     ", style="italic")
    yield from _wrap(slip.message, "     ")
    if slip.severity != "spelling":
        yield from _wrap(printed(slip.source), "     ", style="dim")


def _quote(text: str, start: int, end: int, around: int = 40) -> str:
    """The words between brackets, with what stands on either side of them in their paragraph, cut at words."""
    before = text[:start].rsplit("\n", 1)[-1]
    after = text[end:].split("\n", 1)[0]
    if len(before) > around:
        before = "… " + before[-around:].split(" ", 1)[-1]
    if len(after) > around:
        after = after[:around].rsplit(" ", 1)[0] + " …"
    return f"“{before}[{text[start:end]}]{after}”"


def _points(marking: Marking, reader: Reader) -> Iterator[Line]:
    if not marking.points or any(notice.code in UNJUDGED for notice in marking.notices):
        return
    groups = {status: [p for p in marking.points if p.status == status] for status in ("covered", "partial", "missing")}
    yield Line("ARGUMENTS", TITLE)
    for status, about in (
        ("partial", "touched, not yet made: start here"),
        ("missing", "a menu: choose one or two"),
        ("covered", "made, with a reason or evidence"),
    ):
        if groups[status]:
            yield Line(f"  {status.capitalize()} ({about})", "bold cyan")
            for point in groups[status]:
                yield from _point(point, reader)


def _point(point: PointFound, reader: Reader) -> Iterator[Line]:
    yield Line(f"    {point.label}", "bold")
    for evidence in point.evidence[:1]:
        yield from _quoted(evidence.text, 200, "        ")
    if point.status != "covered":
        yield from _wrap(point.question, "        ")
    if reader == "teacher":
        yield from _wrap(point.statement, "          ", "        = ")
        yield from _wrap("; ".join(printed(source) for source in point.sources), "          ", "        @ ", style="dim")


def _next(marking: Marking) -> Iterator[Line]:
    feedback = marking.feedback
    for title, comments in (
        ("WHAT WENT WELL", feedback.went_well),
        ("EVEN BETTER IF", feedback.even_better_if),
        ("NEXT STEPS", feedback.next_steps),
    ):
        if not comments:
            continue
        yield Line(title, TITLE)
        for comment in comments:
            yield from _wrap(comment.text, "    ", "  - ")
            if comment.end and title != "NEXT STEPS":
                yield from _quoted(marking.essay.text[comment.start : comment.end], 160, "      ")


def _strands(marking: Marking, reader: Reader) -> Iterator[Line]:
    found = marking.level.strands if marking.level else ()
    if not any(strand.lifts or strand.holds for strand in found):
        return
    yield Line("STRANDS", TITLE)
    for strand in found:
        yield Line(f"  {strand.name}: {strand.stage}" if reader == "teacher" else f"  {strand.name}", "bold")
        for sign, remarks in (("+", strand.lifts), ("-", strand.holds)):
            for remark in remarks:
                yield from _wrap(remark.text, "      ", f"    {sign} ")
                yield from _quoted(marking.essay.text[remark.start : remark.end], 160, "      ")


def _level(marking: Marking, reader: Reader) -> Iterator[Line]:
    level = marking.level
    if level is None or (reader != "teacher" and not level.by_teacher):
        return
    yield Line("LEVEL", TITLE)
    if level.by_teacher:
        yield from _wrap(say("review", "given", level=level.low), "  ")
        return
    if level.low is None:
        yield from _wrap(level.abstained or "", "  ")
        return
    yield from _wrap(say("level", "range", low=level.low, high=level.high), "  ")
    for reason in level.reasons:
        yield from _wrap(reason, "    ", "  - ")
    yield from _wrap(say("level", "not_assessed"), "  ")
