"""Three parts of building a pack: its documents, a trial essay, and what is left to do before it is shared.

Thin: see `pages.packs`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from pages.building import attempt, hold, revision, save
from pages.intake import FORM_WIDTH, faults, parser_ready, readings_of, show, word
from pages.pack_review import choices
from reference.drafting import editing, history
from reference.drafting.left import left_to_do
from reference.pack import Pack
from rubric import mark
from rubric.building import aside_of, lines, set_status, zipped
from rubric.report import drafted, html

SOURCE_FIELDS = {"title": "", "author": "", "published": "", "kind": "source_kind", "trust": "trust"}


def documents_part(pack: Pack, folder: Path) -> None:
    """The documents: what each is, which is a guess to be mended, and what was set aside of it."""
    found = {name: source for name, source in pack.sources.items() if (folder / source.file).is_file()}
    if not found:
        show(html.line(word("packs", "nothing")))
        return
    name = st.selectbox(word("packs", "document"), list(found), format_func=lambda one: found[one].title, key="at-document")
    with st.container(width=FORM_WIDTH):
        for key, shape in SOURCE_FIELDS.items():
            widget = f"source-{pack.about.id}-{name}-{key}-{revision()}"
            hold(widget, getattr(found[name], key))
            saved = {"key": widget, "on_change": save, "args": (widget, save_source, folder, name, key)}
            if shape:
                label = partial(word, "packs", "choices", shape)
                st.selectbox(word("packs", "fields", key), list(choices(shape)), format_func=label, **saved)
            else:
                st.text_input(word("packs", "fields", key), **saved)
    show(drafted.aside(*aside_of(folder, found[name].file)))


def save_source(folder: Path, name: str, key: str, value: str) -> None:
    editing.edit_source(folder, name, {key: value})


def trial_part(pack: Pack, folder: Path) -> None:
    """A trial essay, marked with the pack as it stands; it is kept beside the pack and goes into no .zip."""
    key = f"trial-{pack.about.id}"
    st.session_state.setdefault(key, history.kept_trial(folder))
    with st.container(width=FORM_WIDTH):
        text = st.text_area(
            word("packs", "trial"), key=key, height=240, placeholder=word("packs", "trial_placeholder"),
            on_change=keep_trial, args=(folder, key),
        )  # fmt: skip
        pressed = st.button(word("packs", "trial_mark"), type="primary")
    if pressed and not text.strip():
        show(html.fault(word("packs", "trial_empty"), "packs"))
    elif pressed:
        with faults("packs", st), st.spinner(word("packs", "trial_loading")):
            parser_ready()
            st.session_state["trial-marked"] = (pack, mark(text, pack, name=word("packs", "trial")), readings_of(pack))
    done = st.session_state.get("trial-marked")
    if done is None or done[0].about.id != pack.about.id:
        return
    marking = done[1]
    if done[0] != pack or marking.essay.text.strip() != text.strip():
        show(html.line(word("packs", "trial_stale")))
    show(html.head(marking, pack.about.question))
    show(html.annotated(marking, "teacher"))
    show(html.arguments(marking, "teacher", done[2]))
    show(html.facts(marking, done[2]))


def keep_trial(folder: Path, key: str) -> None:
    attempt(history.keep_trial, folder, st.session_state[key])


def share_part(pack: Pack, folder: Path) -> None:
    """What is left to do, what the pack is called, and the pack as a file."""
    show(drafted.left(list(left_to_do(pack))))
    with st.container(width=FORM_WIDTH):
        for key in ("title", "licence", "authors"):
            widget = f"about-{pack.about.id}-{key}-{revision()}"
            held = getattr(pack.about, key)
            hold(widget, "\n".join(held) if isinstance(held, tuple) else held)
            make = st.text_area if key == "authors" else st.text_input
            make(word("packs", "fields", key), key=widget, on_change=save, args=(widget, save_about, folder, key))
        status = f"status-{pack.about.id}-{revision()}-{pack.about.status}"
        st.session_state.setdefault(status, pack.about.status)
        st.segmented_control(
            word("packs", "status"), list(choices("status")), key=status, required=True, on_change=save_status,
            format_func=partial(word, "packs", "choices", "status"), args=(folder, status),
        )  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="center"):
            name = f"{pack.about.id}.zip"
            st.download_button(word("packs", "download"), partial(zipped, folder), name, "application/zip", on_click="ignore")
            if st.button(word("packs", "use")):
                st.session_state["pack"] = pack.about.id
                st.switch_page("pages/mark.py")


def save_about(folder: Path, key: str, value: str) -> None:
    editing.describe(folder, {key: lines(value) if key == "authors" else " ".join(value.split())})


def save_status(folder: Path, key: str) -> None:
    """Call the pack something else; where it is refused, it is still called what it was."""
    attempt(set_status, folder, st.session_state[key])
    if "build-fault" in st.session_state:
        del st.session_state[key]
