"""A class set being marked: the bar, the script at hand, the time left, Stop and Go on.

Every script is on the desk before its step is handed out, so whatever ends this run of the page loses at most the one in hand.
`st.session_state.work` is new or again while there is work, and is not there else. Thin: the work is `rubric.desk`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.intake import FORM_WIDTH, encoder_ready, faults, pack_of, parser_ready, show, word
from reference.pack import Pack
from reference.reading.documents import Document
from rubric import Marking, mark
from rubric.desk import Desk
from rubric.report import html
from rubric.report.class_rows import progress
from rubric.today import of_today


def at_work() -> bool:
    return "work" in st.session_state


def begin_work(what: str = "new") -> None:
    """Go to work with the next run of the page: on what waits (new), or on what was marked by an earlier version (again)."""
    st.session_state.work = what


def stop() -> None:
    st.session_state.pop("work", None)


def work_part(desk: Desk) -> None:
    """Mark until all is done, it is stopped, or a part is missing, which is one sentence; then show the set."""
    show(html.masthead("set"))
    with st.container(key="work", width=FORM_WIDTH):
        bar = st.progress(0.0, text=progress(desk.following, len(desk.scripts), desk.total, 0))
        st.button(word("set", "stop"), on_click=stop)
        with faults("set", st):
            pack = pack_of(desk.assignment.pack)
            with st.spinner(word("set", "loading")):
                encoder_ready()
                parser_ready()
            (mark_new if st.session_state.work == "new" else mark_old)(desk, pack, bar)
            stop()
            st.rerun()
        stop()


def mark_new(desk: Desk, pack: Pack, bar: Any) -> None:
    """Mark what waits."""
    for step in desk.work(marker(desk, pack)):
        bar.progress(step.number / step.total, progress(step.following or step.name, step.number, step.total, step.left))
        if step.fault:
            show(html.line(step.fault))


def mark_old(desk: Desk, pack: Pack, bar: Any) -> None:
    """Mark anew what an earlier version marked."""
    total = len(desk.scripts)
    for number in desk.mark_again(marker(desk, pack), lambda marking: of_today(marking, pack, desk.assignment.scheme)):
        bar.progress((number + 1) / total, progress(desk.scripts[number].name, number + 1, total, 0))


def marker(desk: Desk, pack: Pack) -> Callable[[Document], Marking]:
    """What marks one script of the set."""
    return lambda document: mark(document.text, pack, desk.assignment.scheme, name=document.name)
