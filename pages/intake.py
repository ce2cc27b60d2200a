"""What both pages ask for: a pack, a text pasted or uploaded, and a button.

The text typed stays in the box whatever happens, also when the reader visits the other page: every fault is one sentence
beside the box. Only models and packs are cached, for Streamlit's cache is shared by all users.
`page` is form or check: the page's words in `wording.yaml`, under screen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from reference import loading, shelves
from reference.loading import PackError
from reference.pack import Pack
from reference.passages import Documents, documents_of, stamp_of
from reference.reading.documents import Document, DocumentError, read_paste
from reference.reading.encoder import EncoderError
from reference.reading.limits import FILE_LIMIT
from reference.reading.parser import ParserError
from rubric.gradebook import GradebookError
from rubric.inputs import read_upload
from rubric.readings import Readings, readings
from rubric.report import html
from rubric.wording import say

DEFAULT_PACK = "usa-ussr-1955-62"
FORM_WIDTH = 752  # pixels: about 90 characters of the box
UPLOAD_MB = FILE_LIMIT // 1_000_000
PAGES = {
    "pages/mark.py": "form",
    "pages/facts.py": "check",
    "pages/class_set.py": "set",
    "pages/review.py": "review",
    "pages/packs.py": "packs",
    "pages/accuracy.py": "accuracy",
    "pages/privacy.py": "data",
}
WISHES = ("build-question", "build-title", "build-first", "build-last", "build-areas")
KEPT = (  # widgets whose state Streamlit drops on another page
    *("pack", "text", "check-text", "next-text", "reader", *WISHES),
    *("set-name", "set-class", "set-scheme", "set-pseudonyms", "set-level-first"),
)
DESK = (  # a class set on the screen, and where the teacher is in it
    *("desk", "viewed", "set-left", "script", "walk"),
    *("open-slip", "open-comment", "open-point"),
)
KEPT_TOO = "kept-"  # how the key of a widget begins whose state is kept likewise


@st.cache_resource(show_spinner=False)
def encoder_ready() -> bool:
    """Load the encoder, once for all sessions. Raises EncoderError."""
    from reference.reading import encoder

    encoder.load()
    return True


@st.cache_resource(show_spinner=False)
def parser_ready() -> bool:
    """Load the parser, once for all sessions. Raises ParserError."""
    from reference.reading import parser

    parser.parse([(0, "Ready.")])
    return True


def pack_of(name: str) -> Pack:
    """A pack by id or folder, as its files stand now. Raises PackError, which is not cached."""
    return _pack_of(name, shelves.stamp(name))


@st.cache_resource(show_spinner=False, max_entries=8)
def _pack_of(name: str, stamp: shelves.Stamp) -> Pack:
    return loading.load_pack(name)


def readings_of(pack: Pack) -> Readings:
    """What the sources say to each point and event of a pack, as its documents stand now. Raises EncoderError."""
    documents = documents_of(pack)
    return _readings_of(pack.sha, stamp_of(documents), pack, documents)


@st.cache_resource(show_spinner=False, max_entries=8)
def _readings_of(sha: str, stamp: shelves.Stamp, _pack: Pack, _documents: Documents) -> Readings:
    from reference.reading.encoder import encode, encoder_name

    return readings(_pack, _documents, encode, encoder_name())


def word(*path: str, **names: Any) -> str:
    return say("screen", *path, **names)


def show(part: str, place: Any = st) -> None:
    """Print a part of the page in the theme that the reader has chosen."""
    place.html(html.framed(part, st.context.theme.type))


def begin(page: str) -> None:
    """The style of a page, the links to the pages for a phone, and what was typed on the other page kept."""
    by_the_front_door()
    st.html(html.style())
    st.html(Path(__file__).parent / "page.css")
    with st.container(key="bar", horizontal=True):
        for path, other in PAGES.items():
            title = word(other, "title")
            st.page_link(path, label=f"**{title}**" if other == page else title)
    for key in list(st.session_state):
        if key in KEPT or str(key).startswith(KEPT_TOO):
            st.session_state[key] = st.session_state[key]


def by_the_front_door() -> None:
    """Start again from app.py where Streamlit has taken every file of this folder for a page.

    So it does until app.py has run once: after a restart of the server, a page that is still open asks for itself first.
    """
    if "entered" not in st.session_state and PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()
    st.session_state.entered = True


def ask(
    page: str, text_key: str, work: Callable[[Document, Pack], None], beside_button: Callable[[str], None]
) -> Document | None:
    """The pack, the box, the upload and the button; works when it is pressed. Returns the text as it stands."""
    name = st.selectbox(word(page, "question"), packs(), format_func=lambda name: pack_label(name, page), key="pack")
    text = st.text_area(word(page, "essay"), key=text_key, height=320, placeholder=word(page, "placeholder"))
    beside = st.container()
    again = st.session_state.get("put", 0)
    upload = st.file_uploader(word(page, "upload"), key=f"{text_key}-upload-{again}", max_upload_size=UPLOAD_MB)
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = st.button(word(page, "mark"), type="primary")
        beside_button(name)
    show(html.line(word(page, "practice")))
    document = None
    with faults(page, beside):
        pack = pack_of(name)
        if pressed or upload is not None or text.strip():
            document = document_from(page, text, upload)
        if upload is not None and text.strip():
            show(html.line(word(page, "both", name=upload.name)), beside)
        if pressed and document is not None:
            with beside:
                work(document, pack)
    return document


@contextmanager
def faults(page: str, place: Any) -> Iterator[None]:
    """Whatever cannot be read or kept, or is not installed, is one sentence at this place."""
    try:
        yield
    except PackError as fault:
        show(html.fault(in_words(page, fault), page), place)
    except (DocumentError, EncoderError, ParserError, GradebookError) as fault:
        show(html.fault(str(fault), page), place)


def document_from(page: str, text: str, upload: Any) -> Document:
    """The text to read: the upload where there is one, else the box. Raises DocumentError."""
    if upload is not None:
        return read_upload(upload.getvalue(), upload.name)
    if not text.strip():
        raise DocumentError(word(page, "empty"))
    return read_paste(text)


def packs() -> list[str]:
    """The packs to choose from, the default one first."""
    chosen = os.environ.get("MARGINALIA_PACK") or DEFAULT_PACK
    return [chosen, *(name for name in shelves.installed_packs() if name != chosen)]


def pack_label(name: str, page: str) -> str:
    """The question of a pack, or its title where no question is answered; its name where it cannot be read."""
    try:
        about = pack_of(name).about
    except PackError:
        return name
    return about.question if page == "form" else about.title


def in_words(page: str, fault: PackError) -> str:
    """A pack's faults as one sentence."""
    first = fault.faults[0] if fault.faults else str(fault)
    return first if len(fault.faults) < 2 else word(page, "more_faults", first=first.rstrip(".") + ".")
