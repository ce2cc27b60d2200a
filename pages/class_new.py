"""A new class set, or one from the gradebook: what was set, which points were taught, the files, and a button.

What is typed stays whatever happens. Thin: the set is `rubric.desk.Desk`, the list `rubric.gradebook.listing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from pages.class_files import chosen_files, files_taken
from pages.class_work import begin_work
from pages.intake import faults, pack_label, pack_of, packs, show, word
from pages.taught import taught_part
from reference.loading import PackError
from reference.pack import Pack
from reference.reading.documents import DocumentError
from reference.spans import in_words
from rubric.class_view import set_name
from rubric.desk import Desk
from rubric.gradebook import open_gradebook
from rubric.gradebook.listing import Shelved, is_kept, shelf
from rubric.gradebook.rows import Assignment
from rubric.inputs import uploads
from rubric.level import schemes
from rubric.report import html
from rubric.report.class_rows import counted
from rubric.report.quoting import esc

SHOWN = 6  # sets of the gradebook; the older ones are folded
WIDTHS = (2, 5)  # the button of a set to what is said of it


def kept_sets() -> list[Shelved]:
    """The sets in the gradebook, the latest first; none where there is no gradebook, or where it says why it cannot be read."""
    found: list[Shelved] = []
    if is_kept():
        with faults("set", st):
            book = open_gradebook()
            found = shelf(book)
            book.close()
    return found


def new_part(kept: Sequence[Shelved]) -> None:
    """The form. It stays as it is where something is missing."""
    state = st.session_state
    name = st.selectbox(word("set", "question"), packs(), format_func=lambda name: pack_label(name, "form"), key="pack")
    above = st.container()
    with faults("set", above):
        pack = pack_of(name)
        left, right = st.columns(2)
        class_name = left.text_input(word("set", "class"), key="set-class", max_chars=60)
        hint = word("set", "name_hint", name=set_name("", class_name, date.today()))
        typed = right.text_input(word("set", "name"), key="set-name", placeholder=hint, max_chars=120)
        if state.get("set-scheme") not in pack.about.schemes:
            state.pop("set-scheme", None)
        scheme = st.selectbox(
            word("set", "scheme"), pack.about.schemes, format_func=lambda name: schemes()[name]["title"], key="set-scheme"
        )
        called = set_name(typed, class_name, date.today())
        if (called, name, scheme) in {(one.assignment.name, one.assignment.pack, one.assignment.scheme) for one in kept}:
            show(html.line(word("set", "same", name=called)))
        files = chosen_files()
        with st.expander(word("set", "more"), type="compact"):
            settings(name, pack)
        beside = st.container()
        pressed = st.button(word("set", "start"), type="primary")
        show(html.line(word("set", "practice")))
        with faults("set", beside):
            if pressed:
                if not files:
                    raise DocumentError(word("set", "no_files"))
                taught = state.get("taught", {}).get(name)
                set_up = Assignment("", called, name, pack.about.question, scheme, taught, state["set-level-first"])
                desk = Desk(set_up, class_name=class_name.strip(), pseudonyms=state["set-pseudonyms"])
                desk.lay(uploads(files))
                files_taken()
                state.desk = desk
                begin_work()
                st.rerun()


def settings(name: str, pack: Pack) -> None:
    """What most teachers leave as it is: the level before the range, pseudonyms, the points that were taught."""
    state = st.session_state
    state.setdefault("set-level-first", True)
    st.checkbox(word("set", "level_first"), key="set-level-first", help=word("set", "level_first_about"))
    st.checkbox(word("set", "pseudonyms"), key="set-pseudonyms")
    show(html.line(word("set", "pseudonyms_about")))
    kept = state.setdefault("taught", {})
    show(f"<h3>{word('set', 'taught', 'title')}</h3>")
    taught_part(pack, f"new-{name}", kept.get(name), lambda taught: kept.__setitem__(name, taught))


def shelf_part(kept: Sequence[Shelved]) -> None:
    """The sets in the gradebook, each with a button that opens it."""
    with st.container(key="shelf"):
        if kept:
            show(f"<h2>{esc(word('set', 'shelf'))}</h2>")
        for one in kept[:SHOWN]:
            shelved(one)
        if kept[SHOWN:]:
            with st.expander(counted("older", len(kept) - SHOWN), type="compact"):
                for one in kept[SHOWN:]:
                    shelved(one)


def shelved(one: Shelved) -> None:
    """A set in the gradebook: its name to press, its question, class, scripts and day."""
    with st.container(key=f"row-shelf-{one.assignment.id}"):
        name, about = st.columns(WIDTHS)
        if name.button(one.assignment.name, type="tertiary", key=f"open-{one.assignment.id}"):
            with faults("set", about):
                opened(one.assignment.id)
                st.rerun()
        said = [", ".join(one.classes), counted("counted", one.scripts), in_words(one.day.isoformat())]
        items = "".join(f"<li>{esc(part)}</li>" for part in said if part)
        show(f'<p class="asked">{esc(one.assignment.question)}</p><ul class="script" role="list">{items}</ul>', about)


def opened(assignment: str) -> None:
    """Put a set from the gradebook on the desk."""
    st.session_state.desk = Desk.opened(open_gradebook(), assignment)


def pack_or_none(name: str) -> Pack | None:
    """The pack of a set, None where it is not installed any more."""
    try:
        return pack_of(name)
    except PackError:
        return None
