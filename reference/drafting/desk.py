"""The files of a pack's folder on a reviewer's desk: entries found, changed, moved, and what points to them.

In: a folder.  Out: the new texts of its files, saved as one step. Links between entries are followed, so that none is left
that leads nowhere. Does not know why something is changed: `editing` does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from reference.drafting import entries
from reference.drafting.history import EditFault, commit

Kind = Literal["point", "event", "person", "place"]
FILES: dict[str, str] = {"point": "points", "event": "events", "person": "people", "place": "places"}
LINKS = {"event": ("points", "events"), "person": ("events", "works"), "place": ("events", "people")}


class Desk:
    """The files of one folder as they will be: what is read is what was written last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts: dict[str, str] = {}

    def text(self, name: str) -> str:
        path = self.folder / name
        return self.texts[name] if name in self.texts else path.read_bytes().decode("utf-8") if path.is_file() else ""

    def files(self, stem: str) -> list[str]:
        """The files of a kind, such as events.yaml and events-1961.yaml."""
        names = {path.name for path in self.folder.glob("*.yaml")} | self.texts.keys()
        return sorted(name for name in names if name == f"{stem}.yaml" or name.startswith(f"{stem}-"))

    def file_of(self, stem: str, name: str) -> str:
        """The file that holds an entry. Raises EditFault where none does."""
        for file in self.files(stem):
            if name in entries.ids(self.text(file)):
                return file
        raise EditFault([f"{name} is no longer in this pack; it may have been merged or rejected."])

    def entry(self, stem: str, name: str) -> dict[str, Any]:
        return entries.read(self.text(self.file_of(stem, name)), name)

    def title(self, kind: str, name: str) -> str:
        """What an entry is called."""
        entry = self.entry(FILES[kind], name)
        return str(entry.get("label") or entry.get("name") or name)

    def change(self, stem: str, name: str, edit: Callable[[Any], None]) -> None:
        file = self.file_of(stem, name)
        self.texts[file] = entries.change(self.text(file), name, edit)

    def put(self, stem: str, name: str, values: Mapping[str, Any]) -> None:
        self.change(stem, name, lambda entry: entries.set_values(entry, values))

    def remove(self, stem: str, name: str) -> None:
        file = self.file_of(stem, name)
        self.texts[file] = entries.remove(self.text(file), name)

    def append(self, file: str, entry: Mapping[str, Any]) -> None:
        self.texts[file] = entries.append(self.text(file), entry)

    def has(self, stem: str, name: str) -> bool:
        return any(name in entries.ids(self.text(file)) for file in self.files(stem))

    def counts(self, kind: str, more: int) -> None:
        """Bring pack.yaml's count of entries, and of those that a person has been through, up to date."""
        about = entries.whole_values(self.text("pack.yaml"))
        expect = dict(about.get("expect", {}))
        if FILES[kind] in expect:
            expect[FILES[kind]] += more
        checked = {stem: sum(bool(row.get("checked")) for row in self._supports(stem)) for stem in FILES.values()}
        self.texts["pack.yaml"] = entries.whole(self.text("pack.yaml"), {"expect": expect, "checked": checked})

    def _supports(self, stem: str) -> list[dict[str, Any]]:
        return [row for file in self.files(f"passages-{stem}") for row in entries.rows(self.text(file))]

    def save(self, what: str) -> None:
        commit(self.folder, what, self.texts)


def relink(desk: Desk, kind: Kind, name: str, to: str | None) -> None:
    """What points to an entry points to another, or no longer."""
    for stem in LINKS.get(kind, ()):
        for file in desk.files(stem):
            for row in entries.rows(desk.text(file)):
                if values := _moved(row, kind, name, to):
                    desk.put(stem, row["id"], values)


def _moved(row: Mapping[str, Any], kind: Kind, name: str, to: str | None) -> dict[str, Any]:
    keys = {"person": ("who", "by"), "place": ("at",), "event": ("like",)}.get(kind, ())
    found: dict[str, Any] = {}
    for key in keys:
        if name in row.get(key, ()):
            moved = [to if one == name else one for one in row[key]]
            found[key] = [one for one in dict.fromkeys(moved) if one and one != row["id"]]
    if kind == "event" and any(one["event"] == name for one in row.get("events", ())):
        served = [{**one, "event": to if one["event"] == name else one["event"]} for one in row["events"]]
        found["events"] = list({one["event"]: one for one in served if one["event"]}.values())
    if kind == "place" and row.get("state") == name:
        found["state"] = to
    return found


def merge_rows(desk: Desk, stem: str, name: str, other: str, keys: Sequence[str]) -> None:
    """Join the row of one entry (its passages, its examples) to another's."""
    if not desk.has(stem, other):
        return
    theirs = desk.entry(stem, other)
    if desk.has(stem, name):
        mine = desk.entry(stem, name)
        values: dict[str, Any] = {key: union(mine.get(key), theirs.get(key)) for key in keys}
        if told := [row["conflict"] for row in (mine, theirs) if row.get("conflict")]:
            values["conflict"] = "; ".join(dict.fromkeys(told))
        desk.put(stem, name, values)
    else:
        desk.append(desk.files(stem)[-1], {**theirs, "id": name})
    desk.remove(stem, other)


def only_known(desk: Desk, entry: dict[str, Any]) -> None:
    """Take links out of a rejected entry that lead to what has been rejected since."""
    gone = {kind: {row["id"] for row in entries.rows(desk.text(f"rejected/{FILES[kind]}.yaml"))} for kind in FILES}
    for key, kind in (("who", "person"), ("by", "person"), ("at", "place"), ("like", "event")):
        if key in entry:
            entry[key] = [one for one in entry[key] if one not in gone[kind]]
    if "events" in entry:
        entry["events"] = [one for one in entry["events"] if one["event"] not in gone["event"]]
    for key in [key for key, value in entry.items() if value == []]:
        del entry[key]


def added(desk: Desk, kind: Kind, entry: Mapping[str, Any], support: Mapping[str, Any] | None) -> None:
    """Put an entry at the end of its file, and its passages at the end of theirs."""
    files = desk.files(FILES[kind])
    desk.append(files[-1] if files else f"{FILES[kind]}.yaml", entry)
    if support:
        desk.append(f"passages-{FILES[kind]}.yaml", support)


def union(mine: Any, theirs: Any) -> list[Any]:
    """Two lists as one, nothing twice."""
    found: list[Any] = list(mine or [])
    return found + [one for one in theirs or [] if one not in found]


def unused(desk: Desk, wanted: str) -> str:
    """An id that no entry has, in the pack or among what was rejected."""
    taken = {name for stem in FILES.values() for file in desk.files(stem) for name in entries.ids(desk.text(file))}
    taken |= {row["id"] for stem in FILES.values() for row in entries.rows(desk.text(f"rejected/{stem}.yaml"))}
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
