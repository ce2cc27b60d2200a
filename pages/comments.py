"""The tab Comments of the page Review: comments on the whole script or on words of it, and the bank that they come from.

What was typed stays in its box until it is added. Thin: where words stand is `rubric.commenting`, the bank `rubric.bank`.
"""

from __future__ import annotations

import uuid

import streamlit as st

from pages.intake import show, word
from rubric.bank import Bank, SessionBank, bank_of
from rubric.commenting import Stretch, places_of, sentences_of
from rubric.gradebook import GradebookError
from rubric.marking import TeacherComment
from rubric.overrides import put_comment, take_back
from rubric.report import html
from rubric.report.quoting import paragraph_at, paragraphs, shortened
from rubric.report.review import comment_row
from rubric.walk import Walk

WORDS = 50  # characters of a stretch in a list to choose from


def say(*path: str, **names: object) -> str:
    return word("review", "comments", *path, **names)


def comments_tab(walk: Walk) -> None:
    """The comments of this script, a new one, and the bank."""
    comments = walk.reviewed.comments
    if not comments:
        show(html.line(say("none")))
    for comment in comments:
        row(walk, comment)
    own = st.session_state.setdefault("bank", SessionBank())
    try:
        bank = bank_of(walk.desk.book, own)
        kept = bank.bank()
    except GradebookError as fault:
        show(html.fault(str(fault), "review"))
        bank, kept = own, own.bank()
    new_comment(walk, kept)
    with st.expander(say("bank"), type="compact"):
        bank_part(walk, bank, kept)


def row(walk: Walk, comment: TeacherComment) -> None:
    """A comment, to be edited or removed."""
    with st.container(key=f"flag-row-{comment.id}"):
        show(comment_row(walk.reviewed.tool, comment))
        box = f"kept-edit-{comment.id}"
        if st.session_state.get("open-comment") == comment.id:
            st.session_state.setdefault(box, comment.text)
            st.text_area(say("text"), key=box, height=100, max_chars=2000)
            with st.container(horizontal=True):
                st.button(say("save"), type="primary", on_click=reword, args=(walk, comment, box))
                st.button(
                    word("review", "cancel"), type="tertiary", key="comment-cancel", on_click=open_comment, args=(None, box)
                )
            return
        with st.container(horizontal=True):
            st.button(say("edit"), key=f"edit-{comment.id}", type="tertiary", on_click=open_comment, args=(comment.id, box))
            gone = take_back("comment", comment.id)
            st.button(say("remove"), key=f"remove-{comment.id}", type="tertiary", on_click=walk.decide, args=(gone,))


def open_comment(comment: str | None, box: str) -> None:
    st.session_state["open-comment"] = comment
    st.session_state.pop(box, None)


def reword(walk: Walk, comment: TeacherComment, box: str) -> None:
    """Keep the new words of a comment; an empty one is left as it was."""
    if text := str(st.session_state.get(box) or "").strip():
        walk.decide(put_comment(comment.id, text, comment.start, comment.end))
        open_comment(None, box)


def new_comment(walk: Walk, kept: dict[str, str]) -> None:
    """Where, what, and the button that adds it."""
    key = f"kept-comment-{walk.name}"
    stretch = where(walk)
    box, bank = f"{key}-text", f"{key}-bank"
    st.selectbox(
        say("from_bank"),
        list(kept),
        index=None,
        format_func=kept.get,
        placeholder=say("choose"),
        key=bank,
        on_change=from_bank,
        args=(kept, bank, box),
    )
    st.text_area(say("text"), key=box, height=100, max_chars=2000)
    st.button(say("add"), type="primary", on_click=add, args=(walk, stretch, key))
    if said := st.session_state.pop("comment-fault", ""):
        show(html.fault(said, "review"))


def from_bank(kept: dict[str, str], bank: str, box: str) -> None:
    """Put a comment of the bank into the box, behind what was typed there."""
    chosen = st.session_state.get(bank)
    if chosen in kept:
        st.session_state[box] = f"{st.session_state.get(box) or ''} {kept[chosen]}".strip()
        st.session_state[bank] = None


def add(walk: Walk, stretch: Stretch | None, key: str) -> None:
    """Put the comment to its stretch."""
    text = str(st.session_state.get(f"{key}-text") or "").strip()
    if stretch is None or not text:
        st.session_state["comment-fault"] = say("not_found" if stretch is None else "empty")
        return
    walk.decide(put_comment(uuid.uuid4().hex, text, *stretch))
    for name in ("text", "words"):
        st.session_state[f"{key}-{name}"] = ""


def where(walk: Walk) -> Stretch | None:
    """The stretch that is chosen; None where the words typed are not found."""
    marking, slip = walk.reviewed.tool, walk.slip
    spans = dict(enumerate(paragraphs(marking), 1))
    text = marking.essay.text
    names = {"whole": say("whole"), "typed": say("typed")}
    if slip is not None:
        names["slip"] = say("slip", words=shortened(slip.text, WORDS))
    for number, (start, end) in spans.items():
        names[str(number)] = say("paragraph", number=number, words=shortened(text[start:end], WORDS))
    chosen = st.selectbox(say("where"), list(names), format_func=names.get, key=f"kept-comment-{walk.name}-where")
    if chosen == "slip" and slip is not None:
        return slip.start, slip.end
    if chosen == "typed":
        return typed(walk)
    if chosen == "whole" or chosen is None:
        return 0, 0
    parts = [spans[int(chosen)], *sentences_of(marking, int(chosen))]
    part = st.selectbox(
        say("part"),
        range(len(parts)),
        format_func=lambda at: shortened(text[slice(*parts[at])], 2 * WORDS) if at else say("all"),
        key=f"kept-comment-{walk.name}-part-{chosen}",
    )
    return parts[part or 0]


def typed(walk: Walk) -> Stretch | None:
    """The first place of the words typed, and how many there are."""
    words = st.text_input(say("words"), key=f"kept-comment-{walk.name}-words", max_chars=500)
    places = places_of(walk.reviewed.tool, words or "")
    if places:
        at = paragraph_at(walk.reviewed.tool, places[0][0])
        show(html.line(say("found", "one" if len(places) == 1 else "many", count=len(places), paragraph=at)))
    elif (words or "").strip():
        show(html.line(say("not_found")))
    return places[0] if places else None


def bank_part(walk: Walk, bank: Bank, kept: dict[str, str]) -> None:
    """Add to the bank, reword a comment, retire one."""
    show(html.line(say("bank_about") + ("" if walk.desk.book else f" {say('bank_here')}")))
    st.text_area(say("bank_new"), key="kept-bank-new", height=80, max_chars=2000)
    st.button(say("bank_add"), on_click=change_bank, args=(bank, None, "kept-bank-new"))
    which = st.selectbox(say("bank_which"), list(kept), format_func=kept.get, key="bank-which")
    if which is not None:
        box = f"kept-bank-{which}"
        st.session_state.setdefault(box, kept[which])
        st.text_area(say("bank_text"), key=box, height=80, max_chars=2000)
        with st.container(horizontal=True):
            st.button(say("reword"), on_click=change_bank, args=(bank, which, box))
            st.button(say("retire"), type="tertiary", on_click=change_bank, args=(bank, which, None))
    if said := st.session_state.pop("bank-fault", ""):
        show(html.fault(said, "review"))


def change_bank(bank: Bank, comment: str | None, box: str | None) -> None:
    """Add, reword or retire; what the gradebook refuses stays in its box."""
    text = str(st.session_state.get(box) or "").strip() if box else None
    if text == "":
        return
    try:
        if comment is None:
            bank.add_to_bank(text or "")
            st.session_state["kept-bank-new"] = ""
        else:
            bank.edit_bank(comment, text)
    except GradebookError as fault:
        st.session_state["bank-fault"] = str(fault)
