"""The map of points by student as a chart, for a class that fits across a screen.

In: a ClassSheet and the theme.  Out: an altair chart: a row a point, a column a student, a tint and a glyph in each cell.
It shows nothing that the table of `class_page` does not; a phone and paper have that table.
"""

from __future__ import annotations

import json
from typing import Any

from rubric.class_sheet import ClassSheet
from rubric.report.charts import ink_of, styled
from rubric.report.class_page import status_of
from rubric.wording import say

STEP = 23  # pixels from one row to the next
FEW, MANY = 2, 45  # students: fewer are told sooner in words, more have no room for their names
LONGEST_LABEL, LONGEST_NAME = 260, 120  # pixels


def heat_charted(sheet: ClassSheet) -> bool:
    """True where there are enough students for a chart, and not too many."""
    return bool(sheet.points) and FEW <= len(sheet.scripts) <= MANY


def heat_chart(sheet: ClassSheet, theme: str | None) -> Any:
    """The chart."""
    import altair as alt

    ink = ink_of(theme)
    tints = {"covered": ink["point"], "partial": ink["touched"], "missing": ink["tint"], "none": ink["paper"]}
    glyphs = {"covered": ink["on"], "partial": ink["point"], "missing": ink["quiet"], "none": ink["quiet"]}
    names = {str(number): script.name for number, script in enumerate(sheet.scripts)}
    labels = {point.id: point.label for point in sheet.points}
    above = alt.Axis(orient="top", labelAngle=-90, labelLimit=LONGEST_NAME, labelExpr=_said(names))
    along = alt.X("number:N", sort=list(names), title=None, axis=above)
    down = alt.Y("point:N", sort=list(labels), title=None, axis=alt.Axis(labelExpr=_said(labels)))
    base = alt.Chart({"values": _cells(sheet)}).encode(x=along, y=down)
    drawn = alt.layer(
        base.mark_rect(stroke=ink["paper"], strokeWidth=2).encode(
            color=_by_status(tints), tooltip=[alt.Tooltip("told:N", title=" "), alt.Tooltip("student:N", title=" ")]
        ),
        base.mark_text(fontSize=13).encode(text="glyph:N", color=_by_status(glyphs)),
    ).resolve_scale(color="independent")
    drawn = drawn.properties(width="container", height=alt.Step(STEP), background="transparent")
    return styled(drawn, ink, say("class", "page", "map"), along={"grid": False}, longest=LONGEST_LABEL)


def _cells(sheet: ClassSheet) -> list[dict[str, str]]:
    return [
        {
            "point": point.id,
            "number": str(number),
            "student": script.name,
            "status": (status := status_of(script, point)),
            "glyph": say("class", "glyphs", status),
            "told": f"{point.label}: {say('class', 'page', 'is', status)}",
        }
        for point in sheet.points
        for number, script in enumerate(sheet.scripts)
    ]


def _said(labels: dict[str, str]) -> str:
    """What is printed for an id, in the chart's language: two students may bear one name, two points one label."""
    return f"{json.dumps(labels)}[datum.value]"


def _by_status(inks: dict[str, str]) -> Any:
    import altair as alt

    return alt.Color("status:N", legend=None, scale=alt.Scale(domain=list(inks), range=list(inks.values())))
