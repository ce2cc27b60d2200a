"""The level, in a teacher's view: the mark scheme, the teacher's own level first, then the tool's range with its reasons.

A range that is seen first pulls the eye, so it is shown when the teacher has put a level down, or asks for it. The teacher's
level lives in `st.session_state` and nowhere else. Thin: what the range is and why is `rubric.level`.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.intake import show, word
from reference.pack import Pack
from rubric.level import schemes
from rubric.marking import Marking
from rubric.report import html


def level_part(marking: Marking, pack: Pack, again: Callable[[str], None]) -> None:
    """The level of a marking; `again` marks the same text by another scheme and shows the page afresh."""
    if marking.level is None:
        return
    given = list(pack.about.schemes)
    scheme = st.selectbox(
        word("level", "scheme"),
        given,
        index=given.index(marking.level.scheme) if marking.level.scheme in given else 0,
        format_func=lambda name: str(schemes()[name]["title"]),
        width=380,
    )
    if scheme != marking.level.scheme:
        again(scheme)
    if marking.level.low is None or chosen(marking):
        show(html.level(marking))


def chosen(marking: Marking) -> bool:
    """True once the teacher has put a level down for this text, or has asked for the range without."""
    text = str(st.session_state.count)
    levels = sorted(entry["level"] for entry in schemes()[marking.level.scheme]["levels"]) if marking.level else []
    mine = st.segmented_control(word("level", "mine"), levels, key=f"mine-{text}")
    if mine is None and not st.session_state.get(f"shown-{text}"):
        st.button(word("level", "show"), type="tertiary", on_click=st.session_state.__setitem__, args=(f"shown-{text}", True))
        return False
    return True
