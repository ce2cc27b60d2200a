"""Mark one essay: choose the question, paste or upload, press, read the marking.

The text typed stays in the box whatever happens: every fault is one sentence beside it. The essay and its marking live
in `st.session_state` and nowhere else; only models and packs are cached, for Streamlit's cache is shared by all users.
Thin: what a marking looks like is `rubric.report.html`, what it says is `wording.yaml`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from reference.loading import PackError, installed_packs, load_pack
from reference.pack import Pack
from reference.reading.documents import Document, DocumentError, read_bytes, read_paste
from reference.reading.encoder import EncoderError
from reference.reading.parser import ParserError
from rubric import mark
from rubric.report import html
from rubric.report.summary import size_line
from rubric.report.text import as_text
from rubric.wording import say

DEFAULT_PACK = "usa-ussr-1955-62"
FORM_WIDTH = 752  # pixels: about 90 characters of the box
HERE = Path(__file__).parent


@st.cache_resource(show_spinner=False)
def models() -> bool:
    """Load the encoder and the parser, once for all sessions. Raises EncoderError or ParserError."""
    from reference.reading import encoder, parser

    encoder.load()
    parser.parse([(0, "Ready.")])
    return True


@st.cache_resource(show_spinner=False)
def pack_of(name: str) -> Pack:
    """A pack by id or folder. Raises PackError, which is not cached."""
    return load_pack(name)


def word(*path: str, **names: Any) -> str:
    return say("screen", *path, **names)


def show(part: str, place: Any = st) -> None:
    """Print a part of the page in the theme that the reader has chosen."""
    place.html(html.framed(part, st.context.theme.type))


def packs() -> list[str]:
    """The packs to choose from, the default one first."""
    chosen = os.environ.get("MARGINALIA_PACK") or DEFAULT_PACK
    return [chosen, *(name for name in installed_packs() if name != chosen)]


def question_of(name: str) -> str:
    """The question of a pack, or its name where it cannot be read."""
    try:
        return pack_of(name).about.question
    except PackError:
        return name


def in_words(fault: PackError) -> str:
    """A pack's faults as one sentence."""
    first = fault.faults[0] if fault.faults else str(fault)
    return first if len(fault.faults) < 2 else word("form", "more_faults", first=first.rstrip(".") + ".")


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


def essay_from(text: str, upload: Any) -> Document:
    """The essay to mark: the upload where there is one, else the box. Raises DocumentError."""
    if upload is not None:
        return read_bytes(upload.getvalue(), upload.name)
    if not text.strip():
        raise DocumentError(word("form", "empty"))
    return read_paste(text)


def form() -> Document | None:
    """The question, the box, the upload and the button; marks when it is pressed. Returns the essay as it stands."""
    name = st.selectbox(word("form", "question"), packs(), format_func=question_of, key="pack")
    text = st.text_area(word("form", "essay"), key="text", height=320, placeholder=word("form", "placeholder"))
    beside = st.container()
    upload = st.file_uploader(word("form", "upload"), key="upload")
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = st.button(word("form", "mark"), type="primary")
        if sample_of(name):
            st.button(word("form", "sample"), on_click=load_sample, args=(name,))
        if "own" in st.session_state:
            st.button(word("form", "restore"), on_click=restore, type="tertiary")
    show(html.line(word("form", "practice")))
    document = None
    try:
        pack = pack_of(name)
        if pressed or upload is not None or text.strip():
            document = essay_from(text, upload)
        if upload is not None and text.strip():
            show(html.line(word("form", "both", name=upload.name)), beside)
        if pressed and document is not None:
            with beside:
                keep(document, pack)
    except PackError as fault:
        show(html.fault(in_words(fault)), beside)
    except (DocumentError, EncoderError, ParserError) as fault:
        show(html.fault(str(fault)), beside)
    return document


def keep(document: Document, pack: Pack) -> None:
    """Mark the essay, keep the marking in the session, and show the page afresh. Raises EncoderError or ParserError."""
    with st.spinner(word("form", "loading")):
        models()
    with st.spinner(word("form", "reading")):
        marking = mark(document.text, pack, name=document.name)
    st.session_state.marking = marking
    st.session_state.marked = {"question": pack.about.question, "unread": document.unread}
    st.session_state.count = st.session_state.get("count", 0) + 1
    st.rerun()


def result(reader: str, document: Document | None) -> None:
    """The marking: what was read, the summary, and the tabs. `document` is the essay as it stands in the form."""
    marking, marked = st.session_state.marking, st.session_state.marked
    if document is not None and document.text != marking.essay.text:
        show(html.line(word("form", "stale")))
    show(html.head(marking, marked["question"]))
    with st.expander(word("as_read", "title", size=size_line(marking)), type="compact"):
        show(html.as_read(marking, marked["unread"]))
    if reader == "teacher" and marking.level is not None:
        show(html.level(marking))
    parts: dict[str, Callable[[], str]] = {
        "essay": lambda: html.annotated(marking, reader),
        "arguments": lambda: html.arguments(marking, reader),
        "facts": lambda: html.facts(marking),
        "next": lambda: html.next_draft(marking),
    }
    for tab, part in zip(st.tabs([word("tabs", name) for name in parts]), parts.values(), strict=True):
        with tab:
            show(part())


def chosen_reader() -> str:
    """Who reads: student unless the switch says teacher."""
    chosen = st.segmented_control(
        word("form", "reader"),
        ["student", "teacher"],
        default="student",
        required=True,
        format_func=lambda name: word("form", name),
        key="reader",
        label_visibility="collapsed",
    )
    return chosen or "student"


def downloads(reader: str) -> None:
    """The marking as files."""
    marking = st.session_state.marking
    name = Path(marking.essay.name).stem or "essay"
    with st.popover(word("form", "download")):
        st.download_button(
            word("form", "download_text"),
            as_text(marking, "teacher" if reader == "teacher" else "student"),
            f"{name}.marking.txt",
            "text/plain",
            on_click="ignore",
        )
        st.download_button(
            word("form", "download_json"),
            marking.to_json(indent=2),
            f"{name}.marking.json",
            "application/json",
            on_click="ignore",
        )


def main() -> None:
    """The page: empty, a form; once an essay is marked, the marking, with the form folded above it."""
    st.html(html.style())
    st.html(HERE / "page.css")
    if "marking" not in st.session_state:
        show(html.masthead(empty=True))
        with st.container(key="form", width=FORM_WIDTH):
            form()
        return
    with st.container(key="head", horizontal=True, vertical_alignment="center"):
        show(html.masthead(empty=False))
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
