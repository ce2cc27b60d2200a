"""Build a pack: documents in, points and facts to accept, a trial essay, and a pack to mark with.

Every change is saved in the pack's folder at once, and its name stands in the address, so that nothing is lost on reload.
Thin: what a change does is `reference.drafting.editing`, what the boxes hold is `rubric.building`, the words are wording.yaml.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.building import act, current, leave, open_pack, say_fault
from pages.intake import FORM_WIDTH, UPLOAD_MB, begin, in_words, pack_of, show, word
from pages.pack_parts import documents_part, share_part, trial_part
from pages.pack_review import facts_part, points_part
from reference.drafting import history
from reference.loading import PackError
from reference.pack import Pack
from reference.shelves import own_packs
from rubric.building import BuildFault, Wish, areas
from rubric.building import begin as draft_pack
from rubric.candidates import tally
from rubric.report import html
from rubric.report.drafted import shelf

PARTS = {
    "documents": documents_part,
    "points": points_part,
    "facts": facts_part,
    "trial": trial_part,
    "share": share_part,
}


def shelf_part() -> None:
    """The packs that are being built, each with a way back into it."""
    found = own_packs()
    if not found:
        return
    show(f"<h2>{word('packs', 'mine')}</h2>")
    for name in found:
        try:
            pack = pack_of(name)
            title, about = pack.about.title, tally(pack, found[name], "shelf_line")
        except PackError as fault:
            title, about = name, in_words("packs", fault)
        with st.container(key=f"shelf-{name}"):
            show(shelf([(title, about)]))
            st.button(word("packs", "go_on", title=title), key=f"open-{name}", on_click=open_pack, args=(name,))


def new_part() -> None:
    """The documents, the question and the period of a new pack, and the button that drafts it."""
    show(f"<h2>{word('packs', 'new')}</h2>")
    uploads = st.file_uploader(
        word("packs", "documents"), accept_multiple_files=True, key="build-documents", max_upload_size=UPLOAD_MB
    )
    question = st.text_input(word("packs", "question"), key="build-question")
    title = st.text_input(word("packs", "name"), key="build-title", max_chars=80)
    with st.container(horizontal=True):
        first = st.number_input(word("packs", "first"), 1, 2100, None, key="build-first", width=160)
        last = st.number_input(word("packs", "last"), 1, 2100, None, key="build-last", width=160)
    chosen = st.multiselect(word("packs", "areas"), areas(), key="build-areas")
    if not st.button(word("packs", "draft"), type="primary"):
        return
    wish = Wish(title, question, first, last, tuple(chosen))
    with st.status(word("packs", "drafting")) as status:
        try:
            name = draft_pack([(one.name, one.getvalue()) for one in uploads], wish, lambda step: status.update(label=step))
        except BuildFault as fault:
            status.update(state="error")
            show(html.fault(str(fault), "packs"))
            return
    open_pack(name)
    st.rerun()


def opened(name: str, folder: Path) -> None:
    """One pack: its head, the way back, and the part that is looked at."""
    try:
        pack: Pack | None = pack_of(name)
    except PackError as fault:
        pack = None
        show(html.fault(word("packs", "unreadable", fault=in_words("packs", fault)), "packs"))
    if pack:
        show(f'<h1>{word("packs", "title")}</h1><p class="summary">{html.esc(pack.about.question)}</p>')
        show(html.line(f"{tally(pack, folder, 'summary')} {word('packs', 'where', folder=folder)}"))
    last = history.last_step(folder)
    with st.container(key="build-tools", horizontal=True):
        st.button(word("packs", "leave"), on_click=leave, type="tertiary")
        undo = word("packs", "undo", what=last) if last else word("packs", "nothing_to_undo")
        st.button(
            undo, key="undo", on_click=act, args=(history.undo, folder), disabled=not last, type="tertiary", shortcut="Alt+Z"
        )
    if pack is None:
        return
    st.session_state.setdefault("build-part", st.query_params.get("part", "points"))
    if st.session_state["build-part"] not in PARTS:
        st.session_state["build-part"] = "points"
    part = st.segmented_control(
        word("packs", "part"),
        list(PARTS),
        format_func=lambda one: word("packs", "parts", one),
        key="build-part",
        required=True,
        label_visibility="collapsed",
    )
    st.query_params["part"] = part
    say_fault()
    PARTS[part](pack, folder)


def main() -> None:
    """The page: the shelf and a form for a new pack; once one is open, that pack."""
    begin("packs")
    name, folder = current()
    if folder is not None:
        opened(name, folder)
        return
    show(html.masthead("packs"))
    with st.container(key="form", width=FORM_WIDTH):
        shelf_part()
        new_part()


main()
