"""The points that were taught: a switch for each, all on at first; core points and further ones apart.

What is chosen is handed to `keep` with every change, None for all, so that nothing waits for another button.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.intake import show, word
from reference.pack import Pack
from rubric.report import html

Taught = frozenset[str] | None


def taught_part(pack: Pack, key: str, taught: Taught, keep: Callable[[Taught], None]) -> None:
    """The switches of a pack's points, as they stand, under keys that begin so."""
    if not pack.points:
        show(html.line(word("set", "no_points")))
        return
    every = frozenset(pack.points)
    turn = st.session_state.setdefault(f"{key}-turn", 0)

    def flip(point: str) -> None:
        on = every if taught is None else taught
        on = on | {point} if st.session_state[f"{key}-{turn}-{point}"] else on - {point}
        keep(None if on == every else on)

    def put(points: Taught) -> None:
        st.session_state[f"{key}-turn"] += 1  # new switches, which begin as they are put
        keep(points)

    show(html.line(f"{how_many(pack, taught)} {word('set', 'taught', 'about')}"))
    with st.container(key="put-taught", horizontal=True):
        st.button(word("set", "taught", "every"), key=f"{key}-every", on_click=put, args=(None,), type="tertiary")
        st.button(word("set", "taught", "none"), key=f"{key}-none", on_click=put, args=(frozenset(),), type="tertiary")
    for name, core in (("core", True), ("further", False)):
        points = [point for point in pack.points.values() if (point.importance == "core") == core]
        show(f"<h3>{word('set', 'taught', name)}</h3>" if points else "")
        columns = st.columns(2)
        for number, point in enumerate(points):
            on = taught is None or point.id in taught
            columns[number >= (len(points) + 1) // 2].checkbox(
                point.label, value=on, key=f"{key}-{turn}-{point.id}", on_change=flip, args=(point.id,)
            )


def how_many(pack: Pack, taught: Taught) -> str:
    """How many points were taught, in words."""
    total = len(pack.points)
    if taught is None:
        return word("set", "taught", "all", count=total)
    return word("set", "taught", "some", count=len(taught), total=total)
