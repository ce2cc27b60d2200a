"""What a draft proposes that a fact area already has: left out of the pack, and linked to instead.

In: the names of fact areas.  Out: a Known, which answers for one draft.
An event is known where an area gives its name and a date that meets; a person or place by name. Nothing is joined on a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reference.drafting.draft import DraftEvent, DraftName
from reference.loading import load_facts
from reference.spans import days


@dataclass
class Known:
    """The entries of fact areas by kind and id, their ids by name, and which drafted entries turned out to be theirs."""

    parts: Mapping[str, Mapping[str, Any]]
    names: Mapping[tuple[str, str], str]
    same: dict[tuple[str, str], str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def event(self, event: DraftEvent) -> bool:
        """True where an area has the event, of a date that meets."""
        for name in (event.name, *event.also):
            found = self.names.get(("events", _key(name)))
            if found and days(self.parts["events"][found].when).meets(days(event.when)):
                return self._is("event", event.id, event.name, found)
        return False

    def person(self, person: DraftName) -> bool:
        """True where an area has the person."""
        return self._named("person", "people", person)

    def place(self, place: DraftName) -> bool:
        """True where an area has the place."""
        return self._named("place", "places", place)

    def _named(self, kind: str, part: str, entry: DraftName) -> bool:
        for name in (entry.name, *entry.also):
            if found := self.names.get((part, _key(name))):
                return self._is(kind, entry.id, entry.name, found)
        return False

    def _is(self, kind: str, drafted: str, name: str, found: str) -> bool:
        self.same[kind, drafted] = found
        self.left_out.append(f"{kind} {name}: the facts have it as {found}")
        return True

    def free_ids(self, made: Mapping[str, Sequence[Any]]) -> dict[tuple[str, str], str]:
        """An id for every drafted entry, none used twice in the draft and none that an area uses."""
        taken = {name for part in self.parts.values() for name in part}
        ids: dict[tuple[str, str], str] = {}
        for kind, entries in made.items():
            for entry in entries:
                name = entry.id
                for end in ("", f"-{kind}", *(f"-{kind}-{n}" for n in range(2, 99))):
                    if f"{entry.id}{end}" not in taken:
                        name = f"{entry.id}{end}"
                        break
                taken.add(name)
                ids[kind, entry.id] = name
        return ids


def known_in(areas: Iterable[str]) -> Known:
    """What fact areas hold. Raises PackError where one is not there."""
    parts = load_facts(areas)
    names: dict[tuple[str, str], str] = {}
    for kind in ("events", "people", "places"):
        for entry in parts[kind].values():
            for name in (entry.name, *entry.also):
                names.setdefault((kind, _key(name)), entry.id)
    return Known(parts, names)


def _key(name: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"^(?:the|an?)\s+", "", name.lower())))
