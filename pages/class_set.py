"""Class set: set an assignment or open one, mark many scripts in one go, see the class, keep it.

The set is a Desk in `st.session_state.desk`; the page Review walks it. Nothing is stored before the teacher saves. Thin:
the desk is `rubric.desk`, its lines `rubric.class_view`, how they read `rubric.report.class_rows`.
"""

from __future__ import annotations

import streamlit as st

from pages.class_desk import desk_part
from pages.class_new import kept_sets, new_part, shelf_part
from pages.class_work import at_work, work_part
from pages.intake import FORM_WIDTH, begin, show
from rubric.report import html


def main() -> None:
    """The page: a form and what the gradebook has; at work, the bar; then the set."""
    begin("set")
    if at_work():
        work_part(st.session_state.desk)
    if not at_work():
        with st.container():  # work begins with a line in its place, so that what stood here goes at once
            if "desk" in st.session_state:
                desk_part(st.session_state.desk)
                return
            show(html.masthead("set"))
            kept = kept_sets()
            with st.container(key="form", width=FORM_WIDTH):
                new_part(kept)
            shelf_part(kept)


main()
