"""The tab Points of the page Review: each point with its evidence and reasons, and the teacher's word on its status.

Thin: how a point reads is `rubric.report.review`.
"""

from __future__ import annotations

from typing import get_args

import streamlit as st

from pages.intake import show, word
from rubric.marking import PointFound, Status
from rubric.overrides import set_point, take_back
from rubric.report import html
from rubric.report.review import group, point_row, untaught
from rubric.report.summary import unjudged
from rubric.reviewing import untaught_points
from rubric.walk import Walk

WIDTHS = (6, 1)  # a point to its button


def points_tab(walk: Walk) -> None:
    """Partial first, then missing, covered, and those that were not taught."""
    marking = walk.reviewed.marking
    if said := unjudged(marking):
        show(html.line(said))
        return
    for status in ("partial", "missing", "covered"):
        points = [point for point in marking.points if point.status == status]
        if points:
            show(group(status))
        for point in points:
            row(walk, point)
    if rest := untaught_points(walk.reviewed):
        show(group("untaught") + untaught(rest))


def row(walk: Walk, point: PointFound) -> None:
    """A point, and where it is to be changed the choices under it."""
    with st.container(key=f"flag-row-{point.id}"):
        words, beside = st.columns(WIDTHS)
        show(point_row(walk.reviewed, point, walk.history), words)
        key = (walk.name, point.id)
        if st.session_state.get("open-point") == key:
            with words:
                choices(walk, point)
        else:
            beside.button(
                word("review", "points", "change"), key=f"change-{point.id}", type="tertiary", on_click=open_point, args=(key,)
            )


def open_point(key: tuple[str, str] | None) -> None:
    st.session_state["open-point"] = key


def choices(walk: Walk, point: PointFound) -> None:
    """A button for each other status, with a note."""
    note = f"kept-point-{walk.name}-{point.id}"
    st.text_input(word("review", "points", "note"), key=note, max_chars=500)
    with st.container(horizontal=True):
        for status in get_args(Status):
            if status != point.status:
                st.button(
                    word("status", status),
                    key=f"status-{status}",
                    on_click=change,
                    args=(walk, walk.name, point.id, status, note),
                )
        if any(one.change.target == point.id for one in walk.history):
            st.button(
                word("review", "points", "back"),
                type="tertiary",
                key="status-back",
                on_click=change,
                args=(walk, walk.name, point.id, None, note),
            )
        st.button(word("review", "cancel"), type="tertiary", key="status-cancel", on_click=open_point, args=(None,))


def change(walk: Walk, name: str, point: str, status: Status | None, note: str) -> None:
    """Give a point of the script that the button was shown for another status, or the tool's own again."""
    if name != walk.name:
        return
    said = str(st.session_state.get(note) or "").strip()
    st.session_state[note] = ""
    walk.decide(take_back("point", point, said) if status is None else set_point(point, status, said))
    open_point(None)
