"""The class sheet on the page of a class set, and the files to take away: tables, a page to print, scripts to hand back.

Thin: the sheet's parts are `rubric.report.class_page`, the map `rubric.report.heat`, the zip `rubric.report.bundle`. Each file
is made when its button is pressed.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.intake import show, word
from rubric.class_view import ClassView, hand_backs
from rubric.desk import Desk
from rubric.report.bundle import write_bundle
from rubric.report.class_page import as_class_page, class_parts
from rubric.report.heat import heat_chart, heat_charted
from rubric.report.table import sheet_csv, sheet_xlsx

KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "html": "text/html",
    "zip": "application/zip",
}


def sheet_tab(view: ClassView) -> None:
    """What to teach again, the points most missed, the slips most made, and the map of points by student."""
    charted = heat_charted(view.sheet)
    parts = class_parts(view.sheet, charted=charted)
    for part in (parts.lead, parts.teach, parts.missed, parts.slips, parts.heat_lead):
        if part:
            show(part)
    if charted:
        with st.container(key="chart"):
            st.altair_chart(heat_chart(view.sheet, st.context.theme.type), theme=None)
    if parts.heat:
        show(parts.heat)


def downloads(desk: Desk, view: ClassView) -> None:
    """The class sheet as tables and as a page, and the scripts as Word files with comments, one a student."""
    question, name = desk.assignment.question, desk.assignment.name
    makers: dict[str, Callable[[], bytes | str]] = {
        "xlsx": partial(sheet_xlsx, view.sheet),
        "csv": partial(sheet_csv, view.sheet),
        "html": partial(as_class_page, view.sheet, question, name),
    }
    with st.popover(word("set", "download")):
        levels = True
        if any(script.by_teacher for script in view.sheet.scripts):
            st.session_state.setdefault("kept-levels-out", True)
            levels = st.checkbox(word("set", "levels_out"), key="kept-levels-out")
        makers["zip"] = partial(scripts_to_return, desk, levels=levels)
        for ending, made in makers.items():
            file = word("set", "file", ending)
            st.download_button(word("set", "download_as", ending), made, file, KINDS[ending], on_click="ignore")


def scripts_to_return(desk: Desk, *, levels: bool = True) -> bytes:
    """The scripts in one archive, as the teacher's decisions have left them, with the teacher's levels or without."""
    file = io.BytesIO()
    write_bundle(hand_backs(desk), file, desk.assignment.question, levels=levels)
    return file.getvalue()
