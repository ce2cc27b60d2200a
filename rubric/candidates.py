"""A drafted pack's entries as their reviewer sees them, and what check-pack has to say of each.

In: a pack and its folder.  Out: Items in the pack's order, and lines in words for one item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reference.drafting.desk import FILES, Desk, Kind
from reference.drafting.entries import ids
from reference.drafting.left import FEWEST_EXAMPLES, examples_of, in_documents_words
from reference.pack import Pack
from reference.spans import in_words
from rubric.proving import Failure, check_dates, prove_entry
from rubric.wording import say

State = Literal["open", "accepted"]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: what it is called, whether a person has accepted it, and whether documents disagree about it."""

    id: str
    name: str
    state: State
    conflict: str


def items(pack: Pack, folder: Path, kind: Kind) -> list[Item]:
    """The entries of a kind that stand in the pack's own files; those without passages are a person's own."""
    desk, known = Desk(folder), getattr(pack, FILES[kind])
    found = []
    for name in [name for file in desk.files(FILES[kind]) for name in ids(desk.text(file))]:
        support, entry = pack.passages.get(name), known[name]
        state: State = "open" if support is not None and not support.checked else "accepted"
        title = entry.label if kind == "point" else entry.name
        title = f"{in_words(entry.when)}: {title}" if kind == "event" else title
        found.append(Item(name, title, state, support.conflict if support and state == "open" else ""))
    return found


def messages(pack: Pack, kind: Kind, name: str) -> list[str]:
    """What check-pack says of one entry, in words."""
    return list(_of_point(pack, name) if kind == "point" else _of_event(pack, name) if kind == "event" else ())


def _of_point(pack: Pack, name: str) -> Iterator[str]:
    if in_documents_words(pack, pack.points[name]):
        yield say("screen", "packs", "left", "reword")
    if (count := examples_of(pack, name)) < FEWEST_EXAMPLES:
        yield say("screen", "packs", "left", "examples", count=count, fewest=FEWEST_EXAMPLES)


def _of_event(pack: Pack, name: str) -> Iterator[str]:
    event = pack.events[name]
    if event.confidence == "low":
        yield say("screen", "packs", "left", "low")
        return
    yield from (line.partition(": ")[2] for line in check_dates(pack, [event]))
    yield from (_failed(failure) for failure in prove_entry(event, pack))
    if not (event.examples.slip and event.examples.fine):
        yield say("screen", "packs", "left", "proof")


def _failed(failure: Failure) -> str:
    return say("screen", "packs", "left", "failed", text=failure.text, what=failure.what)


def tally(pack: Pack, folder: Path, words: str) -> str:
    """How far a review has come, in one of the page's sentences."""
    kinds: tuple[Kind, ...] = ("point", "event", "person", "place")
    done, of = {}, {}
    for kind in kinds:
        found = items(pack, folder, kind)
        of[kind], done[kind] = len(found), sum(item.state == "accepted" for item in found)
    return say(
        "screen", "packs", words, question=pack.about.question,
        status=say("screen", "packs", "choices", "status", pack.about.status),
        points=done["point"], of_points=of["point"], events=done["event"], of_events=of["event"],
        facts=sum(done[kind] for kind in kinds[1:]), of_facts=sum(of[kind] for kind in kinds[1:]),
    )  # fmt: skip
