"""The points that were taught: a switch for each, all on at first; core points and further ones apart.

What is chosen is handed to `keep` with every change, None for all, so that nothing waits for another button.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

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
    every = list(pack.points)
    for point in every:
        st.session_state.setdefault(f"{key}-{point}", taught is None or point in taught)

    def changed() -> None:
        on = frozenset(point for point in every if st.session_state[f"{key}-{point}"])
        keep(None if len(on) == len(every) else on)

    def put(points: Collection[str], on: bool) -> None:
        for point in points:
            st.session_state[f"{key}-{point}"] = on
        changed()

    show(html.line(f"{how_many(pack, taught)} {word('set', 'taught', 'about')}"))
    with st.container(horizontal=True):
        for name, on in (("every", True), ("none", False)):
            st.button(word("set", "taught", name), key=f"{key}-put-{name}", on_click=put, args=(every, on), type="tertiary")
    for name, core in (("core", True), ("further", False)):
        points = [point for point in pack.points.values() if (point.importance == "core") == core]
        show(f"<h3>{word('set', 'taught', name)}</h3>" if points else "")
        columns = st.columns(2)
        for number, point in enumerate(points):
            column = columns[number >= (len(points) + 1) // 2]
            column.checkbox(point.label, key=f"{key}-{point.id}", on_change=changed)


def how_many(pack: Pack, taught: Taught) -> str:
    """How many points were taught, in words."""
    total = len(pack.points)
    if taught is None:
        return word("set", "taught", "all", count=total)
    return word("set", "taught", "some", count=len(taught), total=total)
