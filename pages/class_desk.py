"""A class set that was marked: what it holds, saving it, its scripts, the class sheet, its settings.

What is made from the desk is kept in the session until the desk changes. Thin: the lines are `rubric.class_view` and
`rubric.report.class_rows`; the sheet is `pages.class_sheet`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.class_files import chosen_files, files_taken
from pages.class_new import pack_or_none
from pages.class_sheet import downloads, sheet_tab
from pages.class_work import begin_work
from pages.intake import DESK, faults, show, word
from pages.taught import taught_part
from reference.pack import Pack
from reference.reading.documents import DocumentError
from rubric.class_view import ClassView, Listed, class_view, older
from rubric.desk import Desk
from rubric.gradebook import GradebookError, open_gradebook
from rubric.inputs import uploads
from rubric.report import html
from rubric.report.class_rows import counted, script_line, unread_files
from rubric.report.quoting import esc

REVIEW = "pages/review.py"
WIDTHS = (2, 7)  # a name to what is said of the script


def desk_part(desk: Desk) -> None:
    """The whole set."""
    view, pack = viewed(desk), pack_or_none(desk.assignment.pack)
    with st.container(key="head", horizontal=True):
        show(head(desk, view))
        with st.container(key="tools", horizontal=True, vertical_alignment="center", width="content"):
            downloads(desk, view)
            closing(desk)
    notes(desk, pack)
    saving(desk)
    parts = {"scripts": partial(scripts_tab, desk, view), "sheet": partial(sheet_tab, view)}
    parts["settings"] = partial(settings_tab, desk, pack)
    for tab, part in zip(st.tabs([word("set", "tabs", name) for name in parts]), parts.values(), strict=True):
        with tab:
            part()


def viewed(desk: Desk) -> ClassView:
    """The lines and the sheet of the desk, made anew only where something changed."""
    of, view = st.session_state.get("viewed", (None, None))
    if of is not desk or view.revision != desk.revision:
        view = class_view(desk)
        st.session_state.viewed = (desk, view)
    return view


def head(desk: Desk, view: ClassView) -> str:
    """The question, what the set is called, how many scripts, how many reviewed."""
    called = desk.assignment.name
    if desk.class_name and desk.class_name not in called:
        called = word("set", "of_class", name=called, **{"class": desk.class_name})
    said = word("set", "head", name=called, scripts=counted("counted", len(view.scripts)))
    if view.sheet.unread:
        said = word("set", "head_unread", head=said, count=len(view.sheet.unread))
    done = word("set", "to_review", count=sum(one.reviewed for one in view.scripts), total=len(view.scripts))
    return f'<h1>{esc(desk.assignment.question)}</h1><p class="summary">{esc(said)}</p><p class="quiet">{esc(done)}</p>'


def closing(desk: Desk) -> None:
    """Take the set off the desk; one that is not saved is never lost by a single press."""
    with st.popover(word("set", "close")):
        lost = counted("close_unsaved", desk.unsaved) if desk.unsaved else desk.trouble
        show(html.line(lost or word("set", "close_about")))
        st.button(word("set", "close_anyway" if lost else "close_now"), on_click=close)


def close() -> None:
    for key in DESK:
        st.session_state.pop(key, None)


def notes(desk: Desk, pack: Pack | None) -> None:
    """What is still to be done: scripts that wait, files that were left, markings that an earlier version made."""
    if desk.waiting:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(word("set", "go_on"), type="primary", on_click=begin_work)
            show(html.line(word("set", "stopped", done=len(desk.scripts), total=desk.total)))
    if left := st.session_state.get("set-left"):
        show(html.line(word("set", "left", names=", ".join(left))))
    if pack is not None and (old := older(desk, pack)):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(word("set", "mark_again"), on_click=begin_work, args=("again",))
            show(html.line(counted("again", len(old))))


def saving(desk: Desk) -> None:
    """Whether the set is saved, the button that saves it, and what that stores."""
    if not desk.unsaved and not desk.trouble:
        show(html.line(word("set", "saved")) if desk.scripts else "")
        return
    if desk.trouble:
        show(html.fault(desk.trouble, "set"))
    with st.container(key="save"):
        with st.container(horizontal=True, vertical_alignment="center"):
            pressed = st.button(word("set", "save"), type="primary" if not desk.waiting else "secondary")
            show(html.line(word("set", "unsaved")))
        with st.expander(word("set", "stored", "title"), type="compact"):
            kind = "pseudonyms" if desk.pseudonyms else "names"
            show(html.line(word("set", "stored", kind)) + html.line(word("set", "stored", "scrubbed")))
        if pressed:
            with faults("set", st):
                with st.spinner(word("set", "saving")):
                    desk.save(open_gradebook())
                st.rerun()


def scripts_tab(desk: Desk, view: ClassView) -> None:
    """The scripts, each a button to its review; files that were not read; room for late ones."""
    if following := view.next_to_review:
        if st.button(word("set", "review", name=following.name), type="secondary" if desk.unsaved else "primary"):
            review(following)
    elif view.scripts:
        show(html.line(word("set", "all_reviewed")))
    if not view.scripts:
        show(html.line(word("set", "nothing")))
    for one in view.scripts:
        with st.container(key=f"row-script-{one.number}"):
            name, said = st.columns(WIDTHS)
            if name.button(one.name, type="tertiary", key=f"review-{one.number}"):
                review(one)
            show(script_line(one), said)
    show(unread_files(view.sheet))
    with st.expander(word("set", "late"), type="compact", key=f"late-{st.session_state.get('laid', 0)}"):
        late(desk)


def review(one: Listed) -> None:
    """Go to the page Review with this script."""
    st.session_state.script = one.number
    st.switch_page(REVIEW)


def late(desk: Desk) -> None:
    """Files to be added to the set."""
    files = chosen_files()
    beside = st.container()
    if st.button(word("set", "late_start"), type="primary"):
        with faults("set", beside):
            if not files:
                raise DocumentError(word("set", "no_files"))
            st.session_state["set-left"] = desk.lay(uploads(files))
            files_taken()
            if desk.waiting:
                begin_work()
            st.rerun()


def settings_tab(desk: Desk, pack: Pack | None) -> None:
    """What can still be changed: whose level comes first, and which points were taught. What is chosen counts at once."""
    key, beside = f"desk-{desk.assignment.id}", st.container()
    st.checkbox(
        word("set", "level_first"),
        value=desk.assignment.level_first,
        key=f"{key}-level-first",
        help=word("set", "level_first_about"),
        on_change=lambda: kept(lambda: desk.set_level_first(st.session_state[f"{key}-level-first"])),
    )
    if pack is not None:
        show(f"<h3>{esc(word('set', 'taught', 'title'))}</h3>")
        taught_part(pack, key, desk.assignment.taught, lambda taught: kept(lambda: desk.set_taught(taught)))
    if said := st.session_state.pop("set-fault", None):
        show(html.fault(said, "set"), beside)


def kept(change: Callable[[], None]) -> None:
    """Make a change; where the gradebook does not take it, it stands on the desk all the same, and the page says so."""
    try:
        change()
    except GradebookError as fault:
        st.session_state["set-fault"] = str(fault)
