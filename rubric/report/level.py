"""The level and the strands of a marking as HTML.

In: a Marking.  Out: `level` for a teacher, the range with its reasons first; `strands` for either reader, what lifts and what
holds each strand, with the student's words. A student sees no stage, and no level but one that the teacher has given.
"""

from __future__ import annotations

from collections.abc import Sequence

from rubric.marking import Marking, Remark, Strand
from rubric.report.quoting import esc
from rubric.report.rows import quoted
from rubric.wording import say

QUOTE = 160  # characters


def level(marking: Marking) -> str:
    """The level range with its reasons, or the teacher's own level; empty where there is none."""
    found = marking.level
    if found is None:
        return ""
    name = esc(say("screen", "level", "name"))
    if found.low is None or found.high is None:
        return f'<section class="level" aria-label="{name}"><p><b>{name}</b> {esc(found.abstained or "")}</p></section>'
    left_out = say("screen", "level", "not_assessed", what=" and ".join(found.not_assessed)) if found.not_assessed else ""
    if found.by_teacher:
        given, last = esc(say("review", "given", level=found.low)), f'<p class="quiet">{esc(left_out)}</p>' if left_out else ""
        return f'<section class="level" aria-label="{name}"><p><b>{name}</b> {given}</p>{last}</section>'
    *reasons, reliability = found.reasons
    range_line = esc(say("level", "range", low=found.low, high=found.high))
    listed = "".join(f"<li>{esc(reason)}</li>" for reason in reasons)
    quiet = f"{esc(left_out)} {esc(reliability)} {esc(say('screen', 'level', 'decides'))}".strip()
    return (
        f'<section class="level" aria-label="{name}"><ul class="reasons">{listed}</ul>'
        f'<p><b>{name}</b> {range_line}</p><p class="quiet">{quiet}</p></section>'
    )


def strands(marking: Marking, reader: str) -> str:
    """What lifts and what holds each strand, each with its sentence; empty where no strand was placed."""
    found = marking.level.strands if marking.level else ()
    rows = "".join(_strand(marking, strand, reader) for strand in found)
    return f'<h3 class="by-strand">{esc(say("screen", "strands", "title"))}</h3><dl class="strands">{rows}</dl>' if rows else ""


def _strand(marking: Marking, strand: Strand, reader: str) -> str:
    stage = f' <span class="quiet">{esc(strand.stage)}</span>' if reader == "teacher" else ""
    remarks = _remarks(marking, "lifts", strand.lifts) + _remarks(marking, "holds", strand.holds)
    return f"<div><dt>{esc(strand.name)}{stage}</dt>{remarks}</div>" if remarks else ""


def _remarks(marking: Marking, group: str, remarks: Sequence[Remark]) -> str:
    label = esc(say("screen", "strands", group))
    quotes = [quoted(marking.essay.text[remark.start : remark.end], QUOTE) for remark in remarks]
    said = zip(remarks, quotes, strict=True)
    return "".join(f"<dd><b>{label}</b> {esc(remark.text)} {quote}</dd>" for remark, quote in said)
