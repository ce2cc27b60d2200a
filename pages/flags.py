"""Reporting a flag: a button beside each slip of the tab Facts, and one for all of them on the page Check facts.

Thin: the rows are `rubric.report.facts`, the saved file is `rubric.report.flag`. What was said of a report stays in the
session, by text and slip, so that it is still there when the essay is marked again.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.intake import show, word
from rubric.marking import Marking
from rubric.readings import Readings
from rubric.report import html
from rubric.report.flag import ReportError, save_report
from rubric.report.quoting import shortened

WIDTHS = (6, 1)  # a slip to its button
LONGEST = 60  # characters of a slip in the list to choose from


def facts_tab(marking: Marking, read: Readings, reader: str) -> None:
    """The facts of a marking, the source's own words beside each slip, and a way to doubt each flag."""
    show(html.facts_lead(marking))
    for number in range(1, len(marking.slips) + 1):
        with st.container(key=f"flag-row-{number}"):
            row, beside = st.columns(WIDTHS)
            show(html.flag_row(marking, number, read), row)
            if said := reported(marking, number):
                show(said, row)
            with beside, popover(f"{st.session_state.count}-{number}-{bool(said)}"):
                doubt(marking, number, f"{st.session_state.count}-{number}")
    show(html.facts_rest(marking))
    if reader == "teacher":
        show(html.add_documents(read))


def report_any(marking: Marking) -> None:
    """One button for all the flags of a text; the reader chooses which."""
    if not marking.slips:
        return
    for number in range(1, len(marking.slips) + 1):
        if said := reported(marking, number):
            show(said)
    count = st.session_state.check_count
    with popover(f"check-{count}"):
        numbers = range(1, len(marking.slips) + 1)
        number = st.selectbox(
            word("flag", "which"),
            numbers,
            format_func=lambda one: f"{one}. {shortened(marking.slips[one - 1].text, LONGEST)}",
            key=f"flag-which-{count}",
        )
        doubt(marking, number, f"check-{count}-{number}")


def popover(key: str) -> Any:
    """The button that opens the room for a report; under a new key it is closed."""
    return st.popover(word("flag", "name"), type="tertiary", key=f"flag-{key}")


def doubt(marking: Marking, number: int, key: str) -> None:
    """What is saved, room for a word, and the button that saves."""
    words = f"flag-words-{key}"
    show(html.line(word("flag", "about")))
    st.text_input(word("flag", "words"), key=words, max_chars=500)
    st.button(word("flag", "save"), key=f"flag-save-{key}", on_click=save, args=(marking, number, words))


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
