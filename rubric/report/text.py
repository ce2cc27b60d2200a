"""A marking as text for a terminal.

In: a Marking and who reads it.  Out: plain lines, at most 96 columns.
A student sees slips, what is made, and questions; never a statement of a missing or partial point, and no level.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Literal

from rubric.marking import Marking, PointFound, Slip
from rubric.wording import printed, say

WIDTH = 96
Reader = Literal["student", "teacher"]


def as_text(marking: Marking, reader: Reader = "student") -> str:
    """The marking as text, ending in a newline."""
    parts = [
        _head(marking),
        _notices(marking),
        _facts(marking),
        _points(marking, reader),
        _next(marking),
        _strands(marking, reader),
        _level(marking, reader),
    ]
    return "\n\n".join("\n".join(part) for part in (list(p) for p in parts) if part) + "\n"


def _wrap(text: str, indent: str = "", first: str | None = None) -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()), WIDTH, initial_indent=first if first is not None else indent, subsequent_indent=indent
    )


def _head(marking: Marking) -> Iterator[str]:
    essay, checked = marking.essay, marking.checked
    yield f"{essay.name}: {essay.words} words, {essay.paragraphs} paragraphs."
    yield (
        f"{checked.claims} facts read: {checked.agrees} agree with the pack, {checked.disagrees} do not, "
        f"{checked.not_in_pack} are not in it."
    )


def _notices(marking: Marking) -> Iterator[str]:
    for notice in marking.notices:
        yield from _wrap(notice.message, "  ", "! ")


def _facts(marking: Marking) -> Iterator[str]:
    if not marking.slips:
        return
    yield "FACTS"
    for number, slip in enumerate(marking.slips, 1):
        yield from _slip(number, slip, marking.essay.text)


def _slip(number: int, slip: Slip, text: str) -> Iterator[str]:
    yield f"{number:>3}  {slip.heading} (paragraph {slip.paragraph})"
    yield from _wrap(_quote(text, slip.start, slip.end), "     ")
    yield from _wrap(slip.message, "     ")
    if slip.severity != "spelling":
        yield from _wrap(printed(slip.source), "     ")


def _quote(text: str, start: int, end: int, around: int = 40) -> str:
    before, after = text[max(0, start - around) : start], text[end : end + around]
    before = before.rsplit("\n", 1)[-1]
    after = after.split("\n", 1)[0]
    if start > around:
        before = "… " + before.split(" ", 1)[-1]
    if end + around < len(text):
        after = after.rsplit(" ", 1)[0] + " …"
    return f"“{before}[{text[start:end]}]{after}”"


def _points(marking: Marking, reader: Reader) -> Iterator[str]:
    if not marking.points or any(notice.code in ("off_topic", "other_language") for notice in marking.notices):
        return
    groups = {status: [p for p in marking.points if p.status == status] for status in ("covered", "partial", "missing")}
    yield "ARGUMENTS"
    for status, about in (
        ("partial", "touched, not yet made: start here"),
        ("missing", "a menu: choose one or two"),
        ("covered", "made, with a reason or evidence"),
    ):
        if groups[status]:
            yield f"  {status.capitalize()} ({about})"
            for point in groups[status]:
                yield from _point(point, reader)


def _point(point: PointFound, reader: Reader) -> Iterator[str]:
    yield f"    {point.label}"
    for evidence in point.evidence[:1]:
        yield from _wrap(f"“{textwrap.shorten(evidence.text, 200, placeholder=' …')}”", "        ")
    if point.status != "covered":
        yield from _wrap(point.question, "        ")
    if reader == "teacher":
        yield from _wrap(point.statement, "          ", "        = ")
        yield from _wrap("; ".join(printed(source) for source in point.sources), "          ", "        @ ")


def _next(marking: Marking) -> Iterator[str]:
    feedback = marking.feedback
    for title, comments in (
        ("WHAT WENT WELL", feedback.went_well),
        ("EVEN BETTER IF", feedback.even_better_if),
        ("NEXT STEPS", feedback.next_steps),
    ):
        if not comments:
            continue
        yield title
        for comment in comments:
            yield from _wrap(comment.text, "    ", "  - ")
            if comment.end and title != "NEXT STEPS":
                words = marking.essay.text[comment.start : comment.end]
                yield from _wrap(f"“{textwrap.shorten(words, 160, placeholder=' …')}”", "      ")


def _strands(marking: Marking, reader: Reader) -> Iterator[str]:
    found = marking.level.strands if marking.level else ()
    if not any(strand.lifts or strand.holds for strand in found):
        return
    yield "STRANDS"
    for strand in found:
        yield f"  {strand.name}: {strand.stage}" if reader == "teacher" else f"  {strand.name}"
        for sign, remarks in (("+", strand.lifts), ("-", strand.holds)):
            for remark in remarks:
                yield from _wrap(remark.text, "      ", f"    {sign} ")
                words = marking.essay.text[remark.start : remark.end]
                yield from _wrap(f"“{textwrap.shorten(words, 160, placeholder=' …')}”", "      ")


def _level(marking: Marking, reader: Reader) -> Iterator[str]:
    level = marking.level
    if reader != "teacher" or level is None:
        return
    yield "LEVEL"
    if level.low is None:
        yield from _wrap(level.abstained or "", "  ")
        return
    yield from _wrap(say("level", "range", low=level.low, high=level.high), "  ")
    for reason in level.reasons:
        yield from _wrap(reason, "    ", "  - ")
    yield from _wrap(say("level", "not_assessed"), "  ")
