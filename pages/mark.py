"""Mark one essay: choose the question, paste or upload, press, read the marking.

The text typed stays in the box whatever happens: every fault is one sentence beside it. The essay and its marking live
in `st.session_state` and nowhere else. Thin: the form is `pages.intake`, what a marking looks like is `rubric.report.html`,
what it says is `wording.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from pages.drafts import drafts_tab, put_in_box, remember
from pages.flags import facts_tab
from pages.intake import FORM_WIDTH, ask, begin, encoder_ready, parser_ready, readings_of, show, word
from pages.levels import level_part
from reference.pack import Pack
from reference.reading.documents import Document
from reference.shelves import installed_packs
from rubric import Marking, Memory, mark
from rubric.report import html
from rubric.report.summary import size_line
from rubric.report.timeline import chart, charted, timeline_lead, timeline_table
from rubric.returned import returned
from rubric.timeline import timeline

FILES = {
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("pdf", "application/pdf"),
    "html": ("html", "text/html"),
    "text": ("txt", "text/plain"),
    "json": ("json", "application/json"),
}


def load_sample(name: str) -> None:
    """Put the pack's sample essay in the box, and keep what was typed to hand."""
    sample = sample_of(name)
    typed = st.session_state.get("text", "")
    if typed.strip() and typed != sample:
        st.session_state.own = typed
    st.session_state.text = sample


def restore() -> None:
    st.session_state.text = st.session_state.pop("own")


def sample_of(name: str) -> str:
    """The sample essay of an installed pack, empty where it has none."""
    path = installed_packs().get(name, Path(name)) / "sample.txt"
    return path.read_text("utf-8").strip() if path.is_file() else ""


def form() -> Document | None:
    return ask("form", "text", keep, sample_buttons)


def sample_buttons(name: str) -> None:
    """One click to load the sample essay, and one click back."""
    if sample_of(name):
        st.button(word("form", "sample"), on_click=load_sample, args=(name,))
    if "own" in st.session_state:
        st.button(word("form", "restore"), on_click=restore, type="tertiary")


def by_scheme(scheme: str) -> None:
    """Mark the same text by another mark scheme, and show the page afresh."""
    essay = st.session_state.marking.essay
    st.session_state.marking = marked_here(essay.text, essay.name, st.session_state.marked["pack"], scheme)
    remember(st.session_state.marking)
    st.rerun()


def marked_here(text: str, name: str, pack: Pack, scheme: str | None = None) -> Marking:
    """The marking of a text, with the session's memory of what stood in it before."""
    return mark(text, pack, scheme, name=name, memory=st.session_state.setdefault("memory", Memory()))


def keep(document: Document, pack: Pack) -> None:
    """Mark the essay, keep the marking in the session, and show the page afresh. Raises EncoderError or ParserError."""
    with st.spinner(word("form", "loading")):
        encoder_ready()
        parser_ready()
    with st.spinner(word("form", "reading")):
        marking = marked_here(document.text, document.name, pack)
    with st.spinner(word("reading", "loading")):
        read = readings_of(pack)
    st.session_state.marking = marking
    st.session_state.marked = {
        "question": pack.about.question,
        "pack": pack,
        "unread": document.unread,
        "word": document.word,
        "timeline": timeline(marking, pack),
        "readings": read,
    }
    remember(marking)
    st.session_state.count = st.session_state.get("count", 0) + 1
    st.rerun()


def result(reader: str, document: Document | None) -> None:
    """The marking: what was read, and the tabs. `document` is the essay as it stands in the form."""
    marking, marked = st.session_state.marking, st.session_state.marked
    # What comes and goes above the tabs has a place of its own, or its coming would turn the tabs back to the first.
    stale = st.container()
    if document is not None and document.text != marking.essay.text:
        show(html.line(word("form", "stale")), stale)
    with st.expander(word("as_read", "title", size=size_line(marking)), type="compact"):
        show(html.as_read(marking, marked["unread"]))
    above = st.container()
    if reader == "teacher":
        with above:
            level_part(marking, marked["pack"], by_scheme)
    parts: dict[str, Callable[[], None]] = {
        "essay": lambda: show(html.annotated(marking, reader)),
        "arguments": lambda: show(html.arguments(marking, reader, marked["readings"])),
        "facts": lambda: facts_tab(marking, marked["readings"], reader),
        "timeline": timeline_tab,
        "next": lambda: show(html.next_draft(marking, reader)),
        "drafts": lambda: drafts_tab(marking, lambda document: keep(document, marked["pack"])),
    }
    for tab, part in zip(st.tabs([word("tabs", name) for name in parts]), parts.values(), strict=True):
        with tab:
            part()


def timeline_tab() -> None:
    """The events that the essay dates: a chart where there is room, the same as a table on a phone and on paper."""
    marking, line = st.session_state.marking, st.session_state.marked["timeline"]
    show(timeline_lead(line))
    if charted(line):
        with st.container(key="chart"):
            st.altair_chart(chart(line, st.context.theme.type), theme=None)
    show(timeline_table(line, marking))


def chosen_reader() -> str:
    """Who reads: student unless the switch says teacher."""
    st.session_state.setdefault("reader", "student")
    chosen = st.segmented_control(
        word("form", "reader"),
        ["student", "teacher"],
        required=True,
        format_func=lambda name: word("form", name),
        key="reader",
        label_visibility="collapsed",
    )
    return chosen or "student"


def downloads(reader: str) -> None:
    """The marking as files. Each is made when its button is pressed, for a file to print takes a moment to make."""
    marking, marked = st.session_state.marking, st.session_state.marked
    name = Path(marking.essay.name).stem or "essay"
    with st.popover(word("form", "download")):
        for format, (ending, kind) in FILES.items():
            st.download_button(
                word("form", f"download_{format}"),
                partial(returned, marking, format, marked["question"], reader, marked["word"]),
                f"{name}.marked.{ending}",
                kind,
                on_click="ignore",
            )


def main() -> None:
    """The page: empty, a form; once an essay is marked, the marking, with the form folded under its first lines."""
    put_in_box()
    begin("form")
    if "marking" not in st.session_state:
        show(html.masthead("form"))
        with st.container(key="form", width=FORM_WIDTH):
            form()
        return
    with st.container(key="head", horizontal=True):
        show(html.head(st.session_state.marking, st.session_state.marked["question"]))
        with st.container(key="tools", horizontal=True, vertical_alignment="center", width="content"):
            reader = chosen_reader()
            downloads(reader)
    with (
        st.container(key="change"),
        st.expander(word("form", "change"), type="compact", key=f"form-{st.session_state.count}"),
        st.container(width=FORM_WIDTH),
    ):
        document = form()
    result(reader, document)


main()
