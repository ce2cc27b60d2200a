"""Review: walk the scripts of the desk by keyboard, decide about each slip, give a level, put comments.

The desk is `st.session_state.desk`, put there by the page Class set, and `st.session_state.script` the number of the script to
begin with, if one was chosen there. Thin: where the teacher is and what is decided is `rubric.walk`, what is left is
`rubric.reviewing`, how it reads is `rubric.report.review`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from pages.comments import comments_tab
from pages.intake import KEPT_TOO, PAGES, begin, show, word
from pages.points import points_tab
from pages.slip import level_part, slip_part
from rubric.report import html
from rubric.report.review import past, progress, script_head, walked
from rubric.walk import Walk

CLASS_PAGE = "pages/class_set.py"
OPENED = ("open-slip", "open-point", "open-comment")
WIDTHS = (7, 5)  # the script to the slip at hand
SCRIPT_KEYS = (*(f"{KEPT_TOO}{what}-" for what in ("note", "message", "right", "point", "comment", "edit")), *OPENED)
SCROLL = Path(__file__).parent / "review.js"


def walk_here() -> Walk | None:
    """The walk over the desk of this session; None where there is nothing to walk."""
    desk = st.session_state.get("desk")
    if desk is None or not desk.read:
        return None
    walk: Walk | None = st.session_state.get("walk")
    asked = st.session_state.pop("script", None)
    if walk is None or walk.desk is not desk:
        walk = Walk(desk, asked)
        st.session_state.walk = walk
        forget_typed()
    elif asked is not None:
        walk.go_to(asked)
    return walk


def forget_typed() -> None:
    """Let go of what was typed or opened for the scripts of another set; what was typed for the bank stays."""
    for key in list(st.session_state):
        if str(key).startswith(SCRIPT_KEYS):
            del st.session_state[key]


def nothing() -> None:
    """What stands here before there is a class set."""
    show(html.masthead("review"))
    show(html.line(word("review", "nothing" if "desk" not in st.session_state else "no_read")))
    if CLASS_PAGE in PAGES:
        st.page_link(CLASS_PAGE, label=word("review", "to_class"))


def head(walk: Walk) -> None:
    """Whose script this is, how far the teacher is, and the way to the others."""
    number, total = walk.place
    with st.container(key="head", horizontal=True):
        show(
            script_head(
                walk.desk.assignment.name,
                walk.desk.scripts[walk.number].name,
                progress(walk.left(walk.number), number, total, walk.done()),
            )
        )
        with st.container(key="tools", horizontal=True, vertical_alignment="center", width="content"):
            step(word("review", "previous_script"), "Shift+P", walk.step, -1, disabled=number == 1)
            step(word("review", "next_script"), "Shift+N", walk.step, 1, disabled=number == total)
    if walk.desk.trouble:
        show(html.fault(word("review", "refused", why=walk.desk.trouble), "review"))
    elif walk.desk.book is None:
        show(html.line(word("review", "unsaved")))


def step(label: str, key: str, work: Callable[[int], None], by: int, *, disabled: bool) -> None:
    """A button that goes on or back."""
    st.button(label, shortcut=key, on_click=work, args=(by,), disabled=disabled)


def essay_tab(walk: Walk) -> None:
    """The script, its slip at hand brought into view."""
    with st.container(key="walked"):
        show(walked(walk.reviewed, walk.at))
    st.html(f"<script>/* {walk.number}-{walk.at} */ {SCROLL.read_text('utf-8')}</script>", unsafe_allow_javascript=True)


def main() -> None:
    """The page: the script at the left in tabs, what is decided at the right; on a phone one below the other."""
    begin("review")
    walk = walk_here()
    if walk is None:
        nothing()
        return
    head(walk)
    left, right = st.columns(WIDTHS, gap="large")
    parts: dict[str, Callable[[Walk], None]] = {
        "essay": essay_tab,
        "points": points_tab,
        "comments": comments_tab,
        "history": lambda walk: show(past(walk.history, walk.reviewed.tool)),
    }
    tabs = left.tabs([word("review", "tabs", name) for name in parts], key="review-tab", on_change="rerun")
    for tab, part in zip(tabs, parts.values(), strict=True):
        if tab.open:
            with tab:
                part(walk)
    with right, st.container(key="decide"):
        slip_part(walk)
        level_part(walk)


main()
