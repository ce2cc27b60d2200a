"""Your data: what is kept where, what the gradebook holds, everything on one student to hand out, deleting for good.

Opens no gradebook where there is none. Thin: what is held and how it goes is `rubric.gradebook.holding`, how it reads
`rubric.report.privacy`.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.intake import DESK, FORM_WIDTH, begin, show, word
from rubric.gradebook import Gradebook, GradebookError, open_gradebook
from rubric.gradebook.forget import held_as_json
from rubric.gradebook.holding import KINDS, Erasure, Holding, confirmed, erase, erasures, holding, place
from rubric.gradebook.listing import is_kept
from rubric.report import html
from rubric.report.bundle import safe_name
from rubric.report.flag import ReportError, forget_reports, reported, reports
from rubric.report.privacy import goes, held_part, kept_where, labelled
from rubric.report.quoting import esc

NOTHING = Holding((), (), (), 0)


def export_part(book: Gradebook, held: Holding) -> None:
    """Everything on one student, as one file."""
    show(f"<h2>{word('data', 'export', 'name')}</h2><p>{word('data', 'export', 'about')}</p>")
    student = st.selectbox(word("data", "export", "student"), held.students, format_func=labelled, key="data-student")
    st.download_button(
        word("data", "export", "save"),
        partial(held_as_json, book, student.id),
        word("data", "export", "file", label=safe_name(student.label)),
        "application/json",
        on_click="ignore",
    )


def erase_part(held: Holding) -> None:
    """Choose what goes, read what goes with it, type its name, press."""
    show(f"<h2>{word('data', 'erase', 'name')}</h2><p>{word('data', 'erase', 'about')}</p>")
    if "://" in place():
        show(html.line(word("data", "erase", "server")))
    kinds = [kind for kind in KINDS if erasures(held, kind)]
    kind = st.segmented_control(
        word("data", "erase", "kind"),
        kinds,
        default=kinds[0],
        required=True,
        format_func=lambda one: word("data", "erase", "kinds", one),
        key="data-kind",
    )
    found = erasures(held, kind or kinds[0])
    chosen = found[0]
    if chosen.what != "all":
        which = {one.id: one for one in found}
        key = f"data-which-{chosen.what}"
        chosen = which[st.selectbox(word("data", "erase", "which"), which, format_func=lambda one: which[one].label, key=key)]
    show(f"<p>{esc(goes(chosen, reported()))}</p>")
    typed = st.text_input(word("data", "erase", "confirm", name=chosen.name), key=f"data-typed-{chosen.what}-{chosen.id}")
    if st.button(word("data", "erase", "button"), key="data-erase"):
        delete(chosen, typed)


def delete(chosen: Erasure, typed: str) -> None:
    """Delete what was chosen if its name was typed, and begin the page anew; else say why not."""
    desk = st.session_state.get("desk")
    if not confirmed(chosen, typed):
        show(html.fault(word("data", "erase", "mismatch", name=chosen.name), "data"))
        return
    if chosen.what != "all" and desk is not None and desk.unsaved:
        show(html.fault(word("data", "erase", "unsaved"), "data"))
        return
    if is_kept():
        erase(open_gradebook(), chosen)
    if chosen.what == "all":
        st.session_state.clear()
        forget_reports()
    for key in DESK:  # what is deleted must not come back by a set on the screen
        st.session_state.pop(key, None)
    st.session_state["data-gone"] = word("data", "erase", "gone", chosen.what, name=chosen.name)
    st.rerun()


def main() -> None:
    """The page."""
    begin("data")
    show(html.masthead("data"))
    if said := st.session_state.pop("data-gone", None):
        show(f'<p role="status"><b>{esc(said)}</b></p>')
    show(kept_where(place(), str(reports())))
    try:
        book = open_gradebook() if is_kept() else None
        held = holding(book) if book is not None else None
        show(held_part(held))
        with st.container(width=FORM_WIDTH):
            if book is not None and held is not None and held.students:
                export_part(book, held)
            if reported() or (held is not None and not held.empty):
                erase_part(held or NOTHING)
    except (GradebookError, ReportError) as fault:
        show(html.fault(str(fault), "data"))


main()
