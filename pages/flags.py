"""The tab Facts: each slip with a button that reports the flag, then what the pack lacks and what agrees.

Thin: the rows are `rubric.report.facts`, the saved file is `rubric.report.flag`.
"""

from __future__ import annotations

import streamlit as st

from pages.intake import show, word
from rubric.marking import Marking
from rubric.report import html
from rubric.report.flag import ReportError, save_report

WIDTHS = (6, 1)  # a slip to its button


def facts_tab(marking: Marking) -> None:
    """The facts of a marking, with a way to doubt each flag."""
    show(html.facts_lead(marking))
    for number in range(1, len(marking.slips) + 1):
        with st.container(key=f"flag-row-{number}"):
            row, beside = st.columns(WIDTHS)
            show(html.flag_row(marking, number), row)
            with beside:
                report(marking, number)
            if said := reported(marking, number):
                show(said, row)
    show(html.facts_rest(marking))


def report(marking: Marking, number: int) -> None:
    """The button, and behind it room for a word and what is saved."""
    key = f"{st.session_state.count}-{number}"
    done = bool(reported(marking, number))  # under a new key the popover closes once the report is saved
    with st.popover(word("flag", "name"), type="tertiary", key=f"flag-{key}-{done}"):
        show(html.line(word("flag", "about")))
        st.text_input(word("flag", "words"), key=f"flag-words-{key}", max_chars=500)
        st.button(word("flag", "save"), key=f"flag-save-{key}", on_click=save, args=(marking, number, f"flag-words-{key}"))


def save(marking: Marking, number: int, words: str) -> None:
    """Save the report, and keep what is to be said about it."""
    slip = marking.slips[number - 1]
    said = st.session_state.setdefault("reported", {})
    try:
        path = save_report(marking, slip, st.session_state.get(words, ""))
    except ReportError as fault:
        said[marking.essay.text, slip.id] = html.fault(str(fault), "flag")
    else:
        said[marking.essay.text, slip.id] = html.line(word("flag", "saved", path=path))


def reported(marking: Marking, number: int) -> str:
    """What was said when the flag was reported; empty where it was not."""
    return str(st.session_state.get("reported", {}).get((marking.essay.text, marking.slips[number - 1].id), ""))
