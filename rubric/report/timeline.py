"""The timeline: a chart of the events that an essay dates, the same as a table, and what is out of place in words.

In: a Timeline, its Marking.  Out: HTML (`timeline_lead`, `timeline_table`) and an altair chart (`chart`).
A dot is the date in the sources, a numbered square is the essay's where it differs; the tint lies outside the question.
The chart shows nothing that the table and the lines below it do not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import isfinite
from typing import Any

from reference.spans import days, in_words
from rubric.marking import Marking
from rubric.report.charts import ink_of, styled
from rubric.report.quoting import esc, paragraph_at
from rubric.timeline import Dated, Timeline
from rubric.wording import say

STEP = 27  # pixels from one row to the next
FEW = 2  # rows from which a chart shows more than a sentence would
RIGHT = 0.8  # of the width: from here on a label stands at the left of its mark
APART = 0.02  # of the width: a square is drawn at least so far from its dot that both can be seen
LETTER, LONGEST_LABEL = 6.4, 280  # pixels


def charted(line: Timeline) -> bool:
    """True where there are enough events for a chart."""
    return len(line.rows) >= FEW


def timeline_lead(line: Timeline) -> str:
    """How to read the chart; or that no event is dated."""
    title = f'<h2 class="vh">{_say("title")}</h2>'
    if not line.rows:
        return f'{title}<p class="lead">{_say("none")}</p>'
    marks = f' <span class="of-chart">{_say("marks")}</span>' if charted(line) else ""
    return f'{title}<p class="lead">{_say("lead")}{marks}</p>'


def timeline_table(line: Timeline, marking: Marking) -> str:
    """What is out of place, in words, and every row as a table; the table gives way where the chart has room."""
    if not line.rows:
        return ""
    parts = [_out_of_place("outside", _outside(line, marking)), _out_of_place("steps_back", _steps_back(line, marking))]
    head = "".join(f'<th scope="col">{_say("columns", name)}</th>' for name in ("event", "sources", "yours", "paragraph"))
    rows = "".join(_row(row, marking) for row in line.rows)
    spare = " spare" if charted(line) else ""
    caption = f'<caption class="vh">{_say("caption")}</caption>'
    table = f'<table class="dates">{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<div class="dated{spare}">{table}</div>' + "".join(parts)


def chart(line: Timeline, theme: str | None) -> Any:
    """The chart as an altair chart: rows in the essay's order, years along the foot."""
    import altair as alt

    ink = ink_of(theme)
    first, last = _years(line)
    years = alt.Axis(values=[f"{year}-01-01" for year in range(first, last + 1)])
    x = alt.X("at:T", title=None, axis=years, scale=alt.Scale(domain=[f"{first}-01-01", f"{last + 1}-01-01"], nice=False))
    column = min(LONGEST_LABEL, max(len(row.label) for row in line.rows) * LETTER)
    names = alt.Axis(labelAlign="left", labelPadding=column)
    y = alt.Y("event:N", title=None, axis=names, sort=[row.label for row in line.rows])
    marks = list(_marks(line, first, last))
    base = alt.Chart({"values": marks}).encode(x=x, y=y)
    differing = base.transform_filter("datum.said")
    tint = alt.Chart({"values": _tints(line, first, last)}).mark_rect(color=ink["tint"])
    layers = [
        tint.encode(x=alt.X("from:T"), x2="to:T"),
        *_bands(tint, ink),
        differing.mark_rule(strokeWidth=2).encode(x=alt.X("said:T"), x2="at:T", color=_by_severity(ink, "error", "check")),
        base.mark_circle(size=110, opacity=1, color=ink["ink"]),
        differing.mark_square(size=320, opacity=1, strokeWidth=2).encode(
            x=alt.X("said:T"), fill=_by_severity(ink, "error", "paper"), stroke=_by_severity(ink, "error", "check")
        ),
        differing.mark_text(fontWeight=600, fontSize=12).encode(
            x=alt.X("said:T"), text="number:N", color=_by_severity(ink, "on", "check")
        ),
        *_labels(base, ink),
    ]
    drawn = alt.layer(*layers).properties(width="container", height=alt.Step(STEP), background="transparent")
    years_along = {"grid": True, "gridColor": ink["rule"], "format": "%Y", "labelFlush": False}
    return styled(drawn, ink, say("screen", "timeline", "caption"), along=years_along, longest=LONGEST_LABEL)


def _by_severity(ink: dict[str, str], error: str, check: str) -> Any:
    import altair as alt

    return alt.condition("datum.severity == 'error'", alt.value(ink[error]), alt.value(ink[check]))


def _bands(tint: Any, ink: dict[str, str]) -> Iterator[Any]:
    """The words above a tint, from its outer edge inwards, so that they never leave the chart."""
    import altair as alt

    for side, align, edge in (("before", "left", "from"), ("after", "right", "to")):
        yield (
            tint.transform_filter(f"datum.side == '{side}'")
            .mark_text(align=align, baseline="bottom", dy=-6, fontSize=12, color=ink["quiet"])
            .encode(x=alt.X(f"{edge}:T"), y=alt.value(0), text=alt.value(say("screen", "timeline", "band", side)))
        )


def _labels(base: Any, ink: dict[str, str]) -> Iterator[Any]:
    """The words beside a mark that differs: at its right, or at its left near the edge."""
    for side, align, dx in (("right", "left", 16), ("left", "right", -16)):
        yield (
            base.transform_filter(f"datum.side == '{side}'")
            .mark_text(align=align, dx=dx, fontSize=13, color=ink["ink"])
            .encode(x=f"{side}:T", text="words:N")
        )


def _marks(line: Timeline, first: int, last: int) -> Iterator[dict[str, Any]]:
    """One datum for each dot, and one more for each further date of the essay that differs."""
    whole = (date(last + 1, 1, 1) - date(first, 1, 1)).days
    for row in line.rows:
        at = _middle(row.when)
        if not row.differs:
            yield {"event": row.label, "at": at.isoformat()}
        for one in row.differs:
            said = _apart(at, _middle(one.value), int(APART * whole))
            ends = sorted((at, said))
            side = "left" if (ends[1] - date(first, 1, 1)).days > RIGHT * whole else "right"
            yield {
                "event": row.label,
                "at": at.isoformat(),
                "said": said.isoformat(),
                "number": one.number,
                "severity": one.severity,
                "words": one.words,
                "side": side,
                "left": ends[0].isoformat(),
                "right": ends[1].isoformat(),
            }


def _apart(dot: date, square: date, least: int) -> date:
    """Where a square is drawn: on its date, or a little further from a dot that it would cover."""
    if abs((square - dot).days) >= least:
        return square
    return dot + timedelta(least if square >= dot else -least)


def _middle(edtf: str) -> date:
    """The middle day of a date or interval; its one end where the other is open."""
    found = days(edtf)
    ends = [end for end in (found.first, found.last) if isfinite(end)]
    return date.fromordinal(int(sum(ends) / len(ends)))


def _years(line: Timeline) -> tuple[int, int]:
    """The first and last year that the chart shows: the question's, and whatever the essay dates beyond them."""
    found = [*(row.when for row in line.rows), *(one.value for row in line.rows for one in row.differs)]
    period = days(line.period)
    ends = [date.fromordinal(int(end)).year for end in (period.first, period.last) if isfinite(end)]
    years = [*ends, *(_middle(value).year for value in found)]
    return min(years), max(years)


def _tints(line: Timeline, first: int, last: int) -> list[dict[str, str]]:
    """What the chart shows beyond the question's years."""
    period = days(line.period)
    start, end = date(first, 1, 1), date(last + 1, 1, 1)
    tints = []
    if isfinite(period.first) and (opens := date.fromordinal(int(period.first))) > start:
        tints.append({"from": start.isoformat(), "to": opens.isoformat(), "side": "before"})
    if isfinite(period.last) and (closes := date.fromordinal(int(period.last)) + timedelta(1)) < end:
        tints.append({"from": closes.isoformat(), "to": end.isoformat(), "side": "after"})
    return tints


def _row(row: Dated, marking: Marking) -> str:
    number = str(paragraph_at(marking, row.start) or "")
    words = f"<q>“{esc(marking.essay.text[row.start : row.end])}”</q>"
    notes = "".join(f"<span>{esc(one.words)} ({_say('note', number=one.number)})</span>" for one in row.differs)
    cells = (("event", esc(row.label)), ("sources", esc(in_words(row.when))), ("yours", words + notes), ("paragraph", number))
    return (
        "<tr>" + "".join(f'<td class="{name}" data-of="{_say("columns", name)}">{cell}</td>' for name, cell in cells) + "</tr>"
    )


def _outside(line: Timeline, marking: Marking) -> list[str]:
    return [
        _say(row.outside, event=row.label, when=in_words(row.when), paragraph=paragraph_at(marking, row.start) or "")
        for row in line.rows
        if row.outside
    ]


def _steps_back(line: Timeline, marking: Marking) -> list[str]:
    return [
        _say(
            "told_after",
            event=row.label,
            when=in_words(row.when),
            later=row.told_after,
            paragraph=paragraph_at(marking, row.start),
        )
        for row in line.rows
        if row.told_after
    ]


def _out_of_place(name: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f'<h3>{_say(name, "name")} <small>{_say(name, "about")}</small></h3><ul class="lines" role="list">{items}</ul>'


def _say(*path: str, **names: Any) -> str:
    return esc(say("screen", "timeline", *path, **names))
