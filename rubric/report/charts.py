"""What the charts share: the ink of either theme, and one quiet style.

In: a theme, or an altair chart.  Out: colours by name, the chart styled. They are those of `essay.css`.
"""

from __future__ import annotations

from typing import Any

INK = {
    "light": {"ink": "#1f2328", "quiet": "#565c64", "rule": "#dedad2", "tint": "#f3f0ea", "on": "#ffffff",
              "error": "#a3270f", "check": "#7a4d00", "point": "#0b5a56", "touched": "#cfdcd8", "paper": "#fcfbf8"},
    "dark": {"ink": "#e8e5de", "quiet": "#a9aeb5", "rule": "#34383d", "tint": "#22262a", "on": "#15181b",
             "error": "#ff9d85", "check": "#e6b657", "point": "#6fcabe", "touched": "#27403f", "paper": "#15181b"},
}  # fmt: skip


def ink_of(theme: str | None) -> dict[str, str]:
    """The colours of a theme, light unless it is dark."""
    return INK["dark" if theme == "dark" else "light"]


def styled(drawn: Any, ink: dict[str, str], name: str, *, along: dict[str, Any], longest: int) -> Any:
    """The chart without frames, named for who listens; `along` is the look of its horizontal axis."""
    return (
        drawn.configure(font="Source Sans, system-ui, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(domain=False, ticks=False, labelColor=ink["ink"], labelFontSize=13, labelLimit=longest)
        .configure_axisX(labelColor=ink["quiet"], labelPadding=8, **along)
        .configure_axisY(grid=False)
        .properties(description=name, usermeta={"embedOptions": {"renderer": "svg", "actions": False}})
    )
