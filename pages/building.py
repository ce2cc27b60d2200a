"""Which pack is being built, and how a change is made: the fault of one that is refused stays beside the page's parts.

The pack's name is in the address, so that a reload opens it again. `revision` counts the changes after which boxes are drawn
anew from the files; what was typed and refused stays in its box.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from pages.intake import show
from reference.drafting.history import EditFault
from reference.shelves import own_packs
from rubric.report import html

PARTS_OF = ("build-part", "build-kind", "filter-", "at-", "build-fault")


def current() -> tuple[str, Path | None]:
    """The pack that is open, by name and folder; no folder where none is."""
    name = st.session_state.get("building") or st.query_params.get("pack") or ""
    folder = own_packs().get(name)
    if folder is not None:
        st.session_state["building"] = name
        st.query_params["pack"] = name
    return name, folder


def open_pack(name: str) -> None:
    forget()
    st.session_state["building"] = name


def leave() -> None:
    """Back to all packs."""
    forget()
    st.session_state.pop("building", None)
    st.query_params.clear()


def forget() -> None:
    """What was chosen while another pack was open."""
    for key in [key for key in st.session_state if str(key).startswith(PARTS_OF)]:
        del st.session_state[key]


def revision() -> int:
    return int(st.session_state.get("revision", 0))


def hold(widget: str, value: Any) -> None:
    """What a box holds at first, and what the file holds now."""
    st.session_state.setdefault(widget, value)
    st.session_state[f"held-{widget}"] = value


def save(widget: str, change: Callable[..., Any], *args: Any) -> None:
    """Make a change of what a box holds. A box that has left the page can report once more what it held: that is no change."""
    value = st.session_state[widget]
    if value == st.session_state.get(f"held-{widget}"):
        st.session_state.pop("build-fault", None)
    else:
        attempt(change, *args, value)


def act(change: Callable[..., Any], *args: Any, **names: Any) -> Any:
    """Make a change that redraws the boxes. Returns what it returns; None where it was refused."""
    done = attempt(change, *args, **names)
    if "build-fault" not in st.session_state:
        st.session_state.revision = revision() + 1
    return done


def attempt(change: Callable[..., Any], *args: Any, **names: Any) -> Any:
    """Make a change; what was refused is said, and stays in its box."""
    st.session_state.pop("build-fault", None)
    try:
        return change(*args, **names)
    except EditFault as fault:
        st.session_state["build-fault"] = fault.faults
    except OSError as fault:
        st.session_state["build-fault"] = [f"{fault.filename}: {fault.strerror}."]
    return None


def say_fault(place: Any = st) -> None:
    """Why the last change was refused."""
    for said in st.session_state.get("build-fault", ()):
        show(html.fault(said, "packs"), place)
