"""The slip at hand and the level, on the page Review: accept, dismiss, edit, in one script or all; and the teacher's level.

A note that was typed stays until its decision is taken. A button is of one slip alone, so that a key that is pressed twice
before the next slip shows decides nothing about that one. Thin: what a decision does is `rubric.walk`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from pages.intake import show, word
from rubric.level import schemes
from rubric.marking import Slip
from rubric.overrides import claim_key, decide_slip, give_level, leave_level, levels_of, take_back
from rubric.report import html
from rubric.report.review import level_title, range_seen, slip_at, slip_line
from rubric.reviewing import dismissed_everywhere, has_range, range_shown, range_was_seen
from rubric.walk import Walk


def slip_part(walk: Walk) -> None:
    """The slip at hand, and what can be decided about it."""
    slip = walk.slip
    if slip is None:
        show(slip_at(walk.reviewed, walk.at, walk.history))
        undo(walk)
        return
    last = len(walk.reviewed.tool.slips) - 1
    key = here(walk)
    with st.container(key="way", horizontal=True, vertical_alignment="center"):
        show(slip_line(walk.reviewed, walk.at, walk.history))
        quiet(word("review", "previous_slip"), "P", walk.step_slip, -1, disabled=not walk.at)
        quiet(word("review", "next_slip"), "N", walk.step_slip, 1, disabled=walk.at == last)
    show(slip_at(walk.reviewed, walk.at, walk.history))
    opened = st.session_state.get("open-slip")
    if opened == (key, "edit"):
        edit(slip, walk, key)
    elif opened == (key, "all"):
        everywhere(walk, key)
    else:
        decisions(walk, slip, key)


def decisions(walk: Walk, slip: Slip, key: str) -> None:
    """Accept, dismiss, edit, here or in the whole set; undo."""
    hint = word("review", "note")
    st.text_input(hint, key=f"kept-note-{key}", placeholder=hint, label_visibility="collapsed", max_chars=500)
    with st.container(key="decisions", horizontal=True):
        st.button(word("review", "accept"), key=f"accept-{key}", shortcut="A", on_click=take, args=(walk, key, "accept"))
        st.button(word("review", "dismiss"), key=f"dismiss-{key}", shortcut="D", on_click=take, args=(walk, key, "dismiss"))
        st.button(word("review", "edit"), key=f"edit-{key}", shortcut="E", on_click=open_slip, args=(key, "edit"))
    with st.container(key="wide", horizontal=True):
        if dismissed_everywhere(slip.id, walk.history):
            quiet(word("review", "back_everywhere"), "W", walk.decide, take_back("claim", claim_key(slip.id)))
        else:
            count = len(walk.stands_in())
            quiet(word("review", "everywhere", "one" if count == 1 else "many", count=count), "W", open_slip, key, "all")
        undo(walk)


def quiet(label: str, shortcut: str | None, work: Callable[..., None], *given: object, disabled: bool = False) -> None:
    """A button that does not ask for attention."""
    st.button(label, shortcut=shortcut, type="tertiary", on_click=work, args=given, disabled=disabled)


def undo(walk: Walk) -> None:
    quiet(word("review", "undo"), "U", walk.undo, disabled=not walk.can_undo)


def open_slip(key: str, what: str) -> None:
    st.session_state["open-slip"] = (key, what)


def close_slip() -> None:
    st.session_state.pop("open-slip", None)


def here(walk: Walk) -> str:
    """What the boxes of the slip at hand are kept under, and what a decision about it was made for."""
    return f"{walk.name}-{walk.slip.id if walk.slip else ''}"


def take(walk: Walk, key: str, decision: Literal["accept", "dismiss"]) -> None:
    """Accept or dismiss the slip that the button was shown for; a second press before the next one shows does nothing."""
    if key == here(walk):
        walk.decide_slip(decide_slip(walk.reviewed.tool.slips[walk.at].id, decision, note(key)))
        drop(key)


def note(key: str) -> str:
    return str(st.session_state.get(f"kept-note-{key}") or "").strip()


def drop(key: str) -> None:
    """What was typed for this slip is in the history now, so its boxes are emptied."""
    close_slip()
    st.session_state[f"kept-note-{key}"] = ""
    for name in ("message", "right"):
        st.session_state.pop(f"kept-{name}-{key}", None)


def edit(slip: Slip, walk: Walk, key: str) -> None:
    """What the student reads and what is right, in the teacher's words."""
    st.session_state.setdefault(f"kept-message-{key}", slip.message)
    st.session_state.setdefault(f"kept-right-{key}", slip.should_be)
    with st.form(f"edited-{key}", border=False):
        st.text_area(word("review", "message"), key=f"kept-message-{key}", height=100, max_chars=1000)
        st.text_input(word("review", "should_be"), key=f"kept-right-{key}", max_chars=300)
        st.text_input(word("review", "note"), key=f"kept-note-{key}", max_chars=500)
        with st.container(horizontal=True):
            st.form_submit_button(word("review", "save"), type="primary", on_click=save_edit, args=(walk, key))
            st.form_submit_button(word("review", "cancel"), shortcut="Esc", on_click=drop, args=(key,))


def save_edit(walk: Walk, key: str) -> None:
    """Keep the teacher's words."""
    if key != here(walk):
        return
    message, right = (str(st.session_state.get(f"kept-{name}-{key}") or "").strip() for name in ("message", "right"))
    slip = walk.reviewed.tool.slips[walk.at].id
    walk.decide_slip(decide_slip(slip, "edit", note(key), message=message, should_be=right))
    drop(key)


def everywhere(walk: Walk, key: str) -> None:
    """In how many scripts the claim stands, and the button that dismisses it in all."""
    names = walk.stands_in()
    show(html.line(word("review", "stands_in", "one" if len(names) == 1 else "many", count=len(names), names=", ".join(names))))
    with st.form(f"all-{key}", border=False):
        st.text_input(word("review", "note"), key=f"kept-note-{key}", max_chars=500)
        with st.container(horizontal=True):
            st.form_submit_button(word("review", "confirm"), type="primary", on_click=dismiss_all, args=(walk, key))
            st.form_submit_button(word("review", "cancel"), shortcut="Esc", on_click=close_slip)


def dismiss_all(walk: Walk, key: str) -> None:
    """Dismiss the claim in every script."""
    if key == here(walk):
        walk.dismiss_everywhere(note(key))
        drop(key)


def level_part(walk: Walk) -> None:
    """The teacher's level; the tool's range once it may be shown."""
    reviewed, first = walk.reviewed, walk.desk.assignment.level_first
    if reviewed.tool.level is None:
        return
    shown = range_shown(reviewed, level_first=first)
    show(level_title())
    with st.container(key="levels", horizontal=True, gap="small"):
        for level in levels_of(reviewed.tool):
            st.button(
                word("review", "level_of", level=level),
                key=f"level-{level}-{walk.name}",
                shortcut=str(level),
                type="primary" if level == reviewed.level else "secondary",
                on_click=decide_level,
                args=(walk, walk.name, level),
            )
    if reviewed.level is not None:
        about = next(one for one in schemes()[reviewed.tool.level.scheme]["levels"] if one["level"] == reviewed.level)
        show(html.line(word("review", "level_now", **about)))
        quiet(word("review", "take_back"), None, walk.decide, take_back("level", ""))
    elif reviewed.seen_range:
        show(html.line(word("review", "level_none")))
    elif has_range(reviewed):
        quiet(word("review", "leave" if shown else "show"), None, walk.decide, leave_level())
    if shown or not has_range(reviewed):
        show(range_seen(reviewed))
    else:
        show(html.line(word("review", "level_first")))


def decide_level(walk: Walk, name: str, level: int) -> None:
    """Give the script that the button was shown for a level, or another."""
    if name != walk.name:
        return
    seen = range_was_seen(walk.reviewed, walk.history, level_first=walk.desk.assignment.level_first)
    walk.decide(give_level(level, seen_range=seen))
