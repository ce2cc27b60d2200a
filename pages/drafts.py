"""The tab Drafts: a box for the next draft, and what changed since the last one.

Drafts live in `st.session_state` and nowhere else. A draft that is marked here goes into the box of the form, and what
was typed there is kept to hand. Thin: what changed is `rubric.drafts`, how it reads is `rubric.report.drafts`.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.intake import FORM_WIDTH, document_from, faults, show, word
from reference.reading.documents import Document
from rubric.drafts import changes, drafts_before
from rubric.marking import Marking
from rubric.report import html
from rubric.report.drafts import changed, first_draft

MOST = 20  # drafts that a session keeps


def remember(marking: Marking) -> None:
    """Keep a marking as the latest draft; a text that is marked again is no new draft."""
    text = marking.essay.text
    kept = [other for other in st.session_state.get("drafts", []) if other.essay.text != text]
    st.session_state.drafts = [*kept, marking][-MOST:]


def put_in_box() -> None:
    """Put a draft that was marked in this tab into the form's box, before the box is drawn."""
    draft = st.session_state.pop("marked-here", None)
    if draft is None:
        return
    typed, marked = st.session_state.get("text", ""), st.session_state.get("drafts", [])
    if typed.strip() and not any(typed.strip() == other.essay.text.strip() for other in marked):
        st.session_state.own = typed
    st.session_state.text = draft
    st.session_state["next-text"] = ""
    st.session_state.put = st.session_state.get("put", 0) + 1


def drafts_tab(marking: Marking, keep: Callable[[Document], None]) -> None:
    """What changed, and the box for the next draft; `keep` marks it and shows the page afresh."""
    others = [other for other in st.session_state.drafts if other is not marking]
    before = drafts_before(marking, others)
    if before:
        show(changed(changes(before[-1], marking), marking, len(before) + 1))
        show(html.line(word("drafts", "again")))
    else:
        show(first_draft(unlike=bool(others)))
    with st.container(key="next-draft", width=FORM_WIDTH):
        text = st.text_area(word("drafts", "essay"), key="next-text", height=240, placeholder=word("drafts", "placeholder"))
        beside = st.container()
        pressed = st.button(word("drafts", "mark"), type="primary")
        show(html.line(word("drafts", "kept")))
    if pressed:
        with faults("form", beside), beside:
            document = document_from("form", text, None)
            st.session_state["marked-here"] = text
            try:
                keep(document)
            except Exception:
                del st.session_state["marked-here"]
                raise
