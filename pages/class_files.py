"""The files chosen for a class set: many, or one archive. They are still there after a visit to another page.

Thin: what is read and refused is `rubric.inputs.uploads`.
"""

from __future__ import annotations

import streamlit as st

from pages.intake import show, word
from reference.reading.documents import READ_KINDS
from reference.reading.limits import FILE_LIMIT, FILES_LIMIT, UPLOAD_LIMIT, WORDS_LIMIT
from rubric.report import html
from rubric.report.class_rows import counted

MB = 1_000_000
Files = list[tuple[str, bytes]]


def chosen_files() -> Files:
    """The uploader, its limits, and what was chosen here and before."""
    state = st.session_state
    key = f"set-files-{state.get('laid', 0)}"
    if key not in state:  # Streamlit has forgotten the uploader, or it is new
        state.carried = state.pop("chosen", [])
    found = st.file_uploader(word("set", "files"), accept_multiple_files=True, key=key, max_upload_size=UPLOAD_LIMIT // MB)
    if state.carried:
        with st.container(horizontal=True, vertical_alignment="center"):
            show(html.line(counted("carried", len(state.carried))))
            st.button(word("set", "uncarry"), on_click=state.carried.clear, type="tertiary")
    state.chosen = [*state.carried, *((file.name, file.getvalue()) for file in found)]
    if state.chosen:
        show(html.line(counted("chosen", len(state.chosen))))
    sizes = {"size": FILE_LIMIT // MB, "upload": UPLOAD_LIMIT // MB, "words": f"{WORDS_LIMIT:,}", "files": f"{FILES_LIMIT:,}"}
    show(html.line(word("set", "limits", kinds=", ".join(READ_KINDS), **sizes)))
    return list(state.chosen)


def files_taken() -> None:
    """Empty the uploader: its files lie on the desk now."""
    st.session_state.pop("chosen", None)
    st.session_state.laid = st.session_state.get("laid", 0) + 1
