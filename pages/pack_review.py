"""The review of points and facts: one entry at a time, with its passages beside its boxes, workable by keyboard.

Every box saves when it is left; every button is one step that can be taken back. Thin: see `pages.packs`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from pages.building import act, hold, revision, save
from pages.intake import parser_ready, show, word
from reference.drafting import editing
from reference.drafting.desk import Kind
from reference.pack import Pack
from reference.spans import in_words
from rubric.building import field, save_field, save_figure
from rubric.candidates import Item, items, messages
from rubric.report import drafted, html
from rubric.report.quoting import shortened

FIELDS: dict[Kind, dict[str, str]] = {
    "point": {
        "statement": "area", "label": "line", "question": "line", "importance": "importance", "kind": "point_kind",
    },
    "event": {"name": "line", "happened": "area", "when": "line", "confidence": "confidence", "tier": "tier"},
    "person": {"name": "line", "note": "area"},
    "place": {"name": "line", "kind": "place_kind"},
}  # fmt: skip
MORE: dict[Kind, dict[str, str]] = {  # in two columns below
    "point": {"paraphrases": "lines", "made": "lines", "touched": "lines", "near": "lines", "named": "lines"},
    "event": {"also": "lines", "who": "people", "slip": "lines", "fine": "lines"},
    "person": {"also": "lines"},
    "place": {"also": "lines"},
}
WORDS = 60  # characters of a passage in the list to split by


def points_part(pack: Pack, folder: Path) -> None:
    """The points."""
    review(pack, folder, "point")


def facts_part(pack: Pack, folder: Path) -> None:
    """The events, people and places; figures stand with their events."""
    kinds: list[Kind] = ["event", "person", "place"]
    kind = choose(word("packs", "kind"), kinds, ("kinds",), "build-kind")
    review(pack, folder, kind)


def review(pack: Pack, folder: Path, kind: Kind) -> None:
    """One kind of entry: the filter, the entry that is looked at, and what stands below all."""
    every = items(pack, folder, kind)
    chosen = choose(word("packs", "filter"), ["open", "accepted", "every"], ("filters",), f"filter-{kind}")
    listed = [item for item in every if chosen in ("every", item.state)]
    if listed:
        one(pack, folder, kind, listed, every)
    else:
        show(html.line(word("packs", "nothing_open" if every and chosen == "open" else "nothing")))
    show(drafted.overview(every))
    add(folder, kind)
    put_back(folder, kind)


def choose(label: str, options: list[Any], path: tuple[str, ...], key: str) -> Any:
    """One of a few, the first at first."""
    st.session_state.setdefault(key, options[0])
    return st.segmented_control(
        label, options, format_func=lambda one: word("packs", *path, one), key=key, required=True, label_visibility="collapsed"
    )


def one(pack: Pack, folder: Path, kind: Kind, listed: list[Item], every: list[Item]) -> None:
    """The entry that is looked at: what it is called, what to do with it, its passages, its boxes."""
    key, names = f"at-{kind}", [item.id for item in listed]
    at = place_of(key, names)
    item = listed[at]
    titles = {one.id: title(number, one) for number, one in enumerate(listed, 1)}
    with st.container(key="at", horizontal=True, vertical_alignment="bottom"):
        st.selectbox(word("packs", "item"), names, format_func=lambda name: titles.get(name, name), key=key)
        go("before", key, names[at - 1] if at else None, "Alt+P")
        go("next", key, names[at + 1] if at + 1 < len(names) else None, "Alt+N")
    with st.container(key="decide", horizontal=True):
        decide(folder, kind, item, key, names[at + 1] if at + 1 < len(names) else names[at - 1] if at else None)
    with st.spinner(word("packs", "trial_loading")):
        parser_ready()
        said = messages(pack, kind, item.id)
    show(drafted.notes(said))
    left, right = st.columns(2, gap="large")
    with left:
        show(drafted.passages(pack, item.id))
        merge_or_split(pack, folder, kind, item, every)
    with right:
        for name, shape in FIELDS[kind].items():
            box(pack, folder, kind, item.id, name, shape)
    sides = st.columns(2, gap="large")
    for number, (name, shape) in enumerate(MORE[kind].items()):
        with sides[number % 2]:
            box(pack, folder, kind, item.id, name, shape)
    if kind == "event":
        figures(pack, folder, item.id)


def place_of(key: str, names: list[str]) -> int:
    """Where the entry that is looked at stands in the list; one that has left it gives way to its neighbour."""
    if st.session_state.get(key) not in names:
        st.session_state[key] = names[min(int(st.session_state.get(f"{key}-place", 0)), len(names) - 1)]
    place = names.index(st.session_state[key])
    st.session_state[f"{key}-place"] = place
    return place


def title(number: int, item: Item) -> str:
    state = word("packs", "states", item.state)
    state = f"{state}, {word('packs', 'disputed')}" if item.conflict else state
    return word("packs", "item_line", number=number, name=item.name, state=state)


def go(name: str, key: str, to: str | None, shortcut: str) -> None:
    st.button(
        word("packs", name), on_click=st.session_state.__setitem__, args=(key, to), disabled=to is None, shortcut=shortcut,
        key=f"go-{name}",
    )  # fmt: skip


def decide(folder: Path, kind: Kind, item: Item, key: str, to: str | None) -> None:
    """Accept, or look again; reject. The next entry comes up by itself."""
    on = partial_to(key, to)
    if item.state == "open":
        st.button(
            word("packs", "accept"), type="primary", key="accept", shortcut="Alt+A",
            on_click=on, args=(editing.accept, folder, kind, item.id),
        )  # fmt: skip
    else:
        again = {"checked": False}
        st.button(
            word("packs", "reopen"), key="reopen", on_click=act, args=(editing.accept, folder, kind, item.id), kwargs=again
        )
    st.button(
        word("packs", "reject"), key="reject", shortcut="Alt+X", on_click=on, args=(editing.reject, folder, kind, item.id)
    )


def partial_to(key: str, to: str | None) -> Callable[..., None]:
    """A callback that makes a change and, where it was made, goes on to another entry."""

    def change(*args: Any) -> None:
        act(*args)
        if to is not None and "build-fault" not in st.session_state:
            st.session_state[key] = to

    return change


def box(pack: Pack, folder: Path, kind: Kind, name: str, key: str, shape: str) -> None:
    """One field of an entry, saved when it is left."""
    widget = f"box-{pack.about.id}-{kind}-{name}-{key}-{revision()}"
    label, value = word("packs", "fields", key), field(pack, kind, name, key)
    saved: dict[str, Any] = {"on_change": save, "args": (widget, save_field, folder, kind, name, key), "key": widget}
    hold(widget, value)
    if shape == "line":
        st.text_input(label, **saved)
    elif shape in ("area", "lines"):
        st.text_area(label, height="content", **saved)
    elif shape == "people":
        people = {person.id: person.name for person in pack.people.values()}
        st.multiselect(label, list(people), format_func=lambda one: people.get(one, one), **saved)
    else:
        options = list(choices(shape))
        st.selectbox(label, options, format_func=lambda one: word("packs", "choices", shape, one), **saved)
    if key == "when":
        show(html.line(word("packs", "read_as", when=in_words(pack.events[name].when))))


def choices(shape: str) -> dict[str, str]:
    from rubric.data import data

    found: dict[str, str] = data("wording")["screen"]["packs"]["choices"][shape]
    return found


def figures(pack: Pack, folder: Path, name: str) -> None:
    """The figures of an event: what the documents give, the range that is right, and a way to take one out."""
    for number, figure in enumerate(pack.events[name].figures):
        show(f"<h3>{html.esc(word('packs', 'figure', what=figure.what))}</h3>")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for key in ("says", "low", "high"):
                widget = f"figure-{pack.about.id}-{name}-{number}-{key}-{revision()}"
                hold(widget, getattr(figure, key))
                make = st.text_input if key == "says" else st.number_input
                make(
                    word("packs", "figure_fields", key), key=widget, width=220 if key == "says" else 150,
                    on_change=save, args=(widget, save_figure, folder, name, number, key),
                )  # fmt: skip
            st.button(
                word("packs", "figure_remove"), key=f"no-figure-{name}-{number}", type="tertiary",
                on_click=act, args=(save_figure, folder, name, number, None, None),
            )  # fmt: skip


def merge_or_split(pack: Pack, folder: Path, kind: Kind, item: Item, every: list[Item]) -> None:
    """Join another entry to this one, or make some of its passages a point of their own."""
    others = {other.id: other.name for other in every if other.id != item.id}
    support = pack.passages.get(item.id)
    with st.expander(word("packs", "merge"), type="compact", key=f"merge-{kind}-{item.id}-{revision()}"):
        if others:
            key = f"merge-with-{kind}-{item.id}"
            st.selectbox(
                word("packs", "merge_with"), list(others), format_func=lambda one: others.get(one, one), key=key, index=None
            )
            st.button(word("packs", "merge_do"), key="merge", on_click=merge, args=(folder, kind, item.id, key))
        if kind == "point" and support is not None and len(support.passages) > 1:
            key = f"split-{item.id}"
            words = {i: shortened(one.text, WORDS) for i, one in enumerate(support.passages)}
            st.multiselect(
                word("packs", "split_with"), list(words), key=key,
                format_func=lambda i: word("packs", "passage", number=i + 1, words=words.get(i, "")),
            )  # fmt: skip
            st.button(word("packs", "split_do"), key="split", on_click=split, args=(folder, item.id, key))


def merge(folder: Path, kind: Kind, name: str, key: str) -> None:
    if other := st.session_state.get(key):
        act(editing.merge, folder, kind, name, other)


def split(folder: Path, name: str, key: str) -> None:
    act(editing.split, folder, name, st.session_state.get(key, []))


def add(folder: Path, kind: Kind) -> None:
    """A new entry of one's own."""
    with st.expander(word("packs", "add"), type="compact", key=f"add-{kind}-{revision()}"):
        st.text_input(word("packs", "add_words", kind), key=f"add-words-{kind}")
        if kind == "event":
            st.text_input(word("packs", "add_when"), key="add-when")
        st.button(word("packs", "add_do"), key="add", on_click=added, args=(folder, kind))


def added(folder: Path, kind: Kind) -> None:
    """Add the entry, look at it, and empty the boxes; what was refused stays in them."""
    said, when = st.session_state.get(f"add-words-{kind}", ""), st.session_state.get("add-when", "")
    new = act(editing.add, folder, kind, said, **({"when": when.strip()} if kind == "event" else {}))
    if new:
        st.session_state[f"add-words-{kind}"] = ""
        if kind == "event":
            st.session_state["add-when"] = ""
        st.session_state[f"filter-{kind}"] = "every"
        st.session_state[f"at-{kind}"] = new


def put_back(folder: Path, kind: Kind) -> None:
    """What was rejected, to be put back."""
    gone = dict(editing.rejected(folder, kind))
    if not gone:
        return
    with st.expander(word("packs", "put_back"), type="compact", key=f"rejected-{kind}-{revision()}"):
        name = st.selectbox(
            word("packs", "put_back_which"),
            list(gone),
            format_func=lambda one: gone.get(one, one),
            key=f"rejected-which-{kind}",
        )
        st.button(word("packs", "put_back_do"), key="put-back", on_click=act, args=(editing.put_back, folder, kind, name))
