"""Check the facts of any text: paste or upload, choose the pack, press. No level, no points, no embedding model.

The text and its marking live in `st.session_state` and nowhere else. Thin: the result is `rubric.report.facts`.
"""

from __future__ import annotations

import streamlit as st

from pages.flags import report_any
from pages.intake import FORM_WIDTH, ask, begin, parser_ready, show, word
from reference.pack import Pack
from reference.reading.documents import Document
from rubric import mark
from rubric.report import html
from rubric.report.summary import size_line


def form() -> Document | None:
    return ask("check", "check-text", keep, lambda name: None)


def keep(document: Document, pack: Pack) -> None:
    """Check the text, keep the result in the session, and show the page afresh. Raises ParserError."""
    with st.spinner(word("check", "loading")):
        parser_ready()
    with st.spinner(word("check", "reading")):
        marking = mark(document.text, pack, name=document.name, facts_only=True)
    st.session_state.checked = {"marking": marking, "unread": document.unread}
    st.session_state.check_count = st.session_state.get("check_count", 0) + 1
    st.rerun()


def main() -> None:
    """The page: empty, a form; once a text is checked, the result, with the form folded under its first lines."""
    begin("check")
    if "checked" not in st.session_state:
        show(html.masthead("check"))
        with st.container(key="form", width=FORM_WIDTH):
            form()
        return
    marking, unread = st.session_state.checked["marking"], st.session_state.checked["unread"]
    show(html.checked_head(marking))
    with (
        st.container(key="change"),
        st.expander(word("check", "change"), type="compact", key=f"check-form-{st.session_state.check_count}"),
        st.container(width=FORM_WIDTH),
    ):
        document = form()
    if document is not None and document.text != marking.essay.text:
        show(html.line(word("check", "stale")))
    with st.expander(word("as_read", "title", size=size_line(marking)), type="compact"):
        show(html.as_read(marking, unread))
    show(html.checked(marking))
    report_any(marking)


main()
