"""Read packs and fact areas from their folders, and list every fault with its file and line.

In: a pack's id or folder.  Out: one Pack, its facts included, links checked, with the sha of the exact files.
Every fault of every file is listed, not only the first, each as `file:line: what is wrong and the mend`.
Does not run a pack's examples: that needs the marker, and is `rubric.proving`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from reference.pack import (
    GENERAL_KNOWLEDGE,
    About,
    Alliance,
    Bank,
    Entry,
    Event,
    Mistake,
    Office,
    Pack,
    Person,
    Place,
    Point,
    Shingles,
    Source,
    Support,
    Telling,
    Work,
)
from reference.packing import PackingError, unpacked
from reference.shelves import installed_packs
from reference.yaml_lines import Lined, read_yaml

HERE = Path(__file__).resolve().parent
FACTS = HERE / "facts"

SHINGLES = "shingles.json"

T = TypeVar("T", bound=Entry)

# The kinds of file of a fact area, by how the name starts.
SHAPES: dict[str, type[Entry]] = {
    "events": Event,
    "tellings": Telling,
    "people": Person,
    "offices": Office,
    "places": Place,
    "alliances": Alliance,
    "works": Work,
    "mistakes": Mistake,
    "sources": Source,
    "points": Point,
    "banks": Bank,
    "passages": Support,
}


class PackError(Exception):
    """A pack that cannot be used. `faults` lists what is wrong, each with its file, line and mend."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class _Reader:
    """Reads the YAML files of one pack, gathering entries, faults and the hash of what was read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[str] = []
        self.names: dict[Path, str] = {}
        self.places: dict[tuple[str, str], str] = {}
        self.sha = hashlib.sha256()

    def where(self, path: Path, line: int) -> str:
        if path not in self.names:
            base = self.root if path.is_relative_to(self.root) else HERE
            self.names[path] = (path.relative_to(base) if path.is_relative_to(base) else path).as_posix()
        return f"{self.names[path]}:{line}"

    def read(self, path: Path) -> Lined:
        try:
            data = path.read_bytes()
            text = data.decode("utf-8-sig")
        except FileNotFoundError:
            self.faults.append(f"{self.where(path, 1)}: the file is missing; a pack needs it")
            return Lined()
        except (OSError, UnicodeDecodeError):
            self.faults.append(f"{self.where(path, 1)}: the file cannot be read as UTF-8 text; save it again as UTF-8")
            return Lined()
        self.sha.update(path.name.encode() + b"\0" + data + b"\0")
        lined = read_yaml(text)
        self.faults.extend(f"{self.where(path, line)}: {what}" for line, what in lined.faults)
        return lined

    def one(self, path: Path, shape: type[T]) -> T | None:
        before = len(self.faults)
        lined = self.read(path)
        try:
            if lined.value is None and len(self.faults) == before:
                self.faults.append(f"{self.where(path, 1)}: the file is empty; a pack needs it filled in")
            return None if lined.value is None else shape.model_validate(lined.value)
        except ValidationError as fault:
            self._explain(path, lined, fault, ())
            return None

    def shingles(self, path: Path) -> Shingles | None:
        if not path.is_file():
            return None
        data = path.read_bytes()
        self.sha.update(path.name.encode() + b"\0" + data + b"\0")
        try:
            return Shingles.model_validate_json(data)
        except ValidationError:
            self.faults.append(f"{self.where(path, 1)}: the file is damaged; delete it, or draft the pack again")
            return None

    def many(self, path: Path, shape: type[T]) -> dict[str, T]:
        lined = self.read(path)
        if lined.value is None:
            return {}
        if not isinstance(lined.value, list):
            self.faults.append(f"{self.where(path, 1)}: the file must be a list, each entry beginning '- id: ...'")
            return {}
        found: dict[str, T] = {}
        adapter: TypeAdapter[T] = TypeAdapter(shape)
        for i, row in enumerate(lined.value):
            try:
                entry = adapter.validate_python(row)
            except ValidationError as fault:
                self._explain(path, lined, fault, (i,))
                continue
            name = str(getattr(entry, "id", ""))
            place = self.where(path, lined.line((i,)))
            if other := self.places.get((shape.__name__, name)):
                self.faults.append(f"{place}: the id '{name}' is already used at {other}; give this entry another id")
                continue
            self.places[shape.__name__, name] = place
            found[name] = entry
        return found

    def _explain(self, path: Path, lined: Lined, fault: ValidationError, prefix: tuple[int, ...]) -> None:
        for error in fault.errors(include_url=False):
            place = (*prefix, *error["loc"])
            entry = _entry_name(lined.value, prefix)
            self.faults.append(f"{self.where(path, lined.line(place))}: {entry}{_in_words(error)}")

    def check_links(self, owner: tuple[str, str], kind: str, names: Iterable[str], known: dict[str, Any]) -> None:
        for name in names:
            if name not in known:
                place = self.places.get(owner, "")
                self.faults.append(f"{place}: {owner[1]}: the {kind} '{name}' is not in the pack; add it or correct the id")


def _entry_name(value: Any, prefix: tuple[int, ...]) -> str:
    row = value[prefix[0]] if prefix and isinstance(value, list) else value
    return f"{row['id']}: " if isinstance(row, dict) and row.get("id") else ""


def _in_words(error: Any) -> str:
    key = ".".join(str(part) for part in error["loc"] if not isinstance(part, int))
    match error["type"]:
        case "extra_forbidden":
            return f"the key '{key}' is not known here; remove it or check its spelling"
        case "missing":
            return f"the key '{key}' is missing; add it"
        case "literal_error":
            return f"'{key}' is {error['input']!r}; it must be {error['ctx']['expected']}"
        case "value_error":
            return f"'{key}': {error['ctx']['error']}"
        case "string_type":
            return f"'{key}' must be text; put it in quotes"
        case "string_too_short":
            return f"'{key}' is empty; write something there"
        case "string_too_long":
            return f"'{key}' is longer than {error['ctx']['max_length']} characters; shorten it"
        case "string_pattern_mismatch":
            return f"'{key}' is {error['input']!r}; ids are lower case words joined by hyphens"
        case _:
            return f"'{key}': {error['msg']}"


def pack_folder(name: str | Path) -> Path:
    """The folder of a pack, by its id or its own path, a .zip unpacked. Raises PackError naming the packs there are."""
    installed = installed_packs()
    if str(name) in installed:
        return installed[str(name)]
    if str(name) and Path(name).is_dir():
        return Path(name).resolve()
    if Path(name).suffix.lower() == ".zip" and Path(name).is_file():
        try:
            return unpacked(Path(name).resolve())
        except PackingError as fault:
            raise PackError([str(fault)]) from None
    raise PackError(
        [f"There is no pack '{name}': name one of {', '.join(installed)}, or a folder or .zip that holds pack.yaml."]
    )


def load_facts(areas: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The entries of fact areas by kind ("events", "people" ...) and id. Raises PackError where one is not there."""
    reader = _Reader(HERE)
    parts: dict[str, dict[str, Any]] = {kind: {} for kind in SHAPES}
    for area in areas:
        if not (FACTS / area).is_dir():
            known = ", ".join(folder.name for folder in sorted(FACTS.iterdir()) if folder.is_dir())
            raise PackError([f"There are no facts called '{area}': name one of {known}."])
        for path in sorted((FACTS / area).glob("*.yaml")):
            if kind := _kind_of(path):
                parts[kind] |= reader.many(path, SHAPES[kind])
    if reader.faults:
        raise PackError(reader.faults)
    return parts


def _kind_of(path: Path) -> str | None:
    return next((kind for kind in SHAPES if path.stem == kind or path.stem.startswith(f"{kind}-")), None)


def load_pack(name: str | Path) -> Pack:
    """Load a pack by id or folder, with its facts. Raises PackError listing every fault as file:line and mend."""
    folder = pack_folder(name)
    reader = _Reader(folder.parent)
    about = reader.one(folder / "pack.yaml", About)
    parts: dict[str, dict[str, Any]] = {kind: {} for kind in SHAPES}
    areas = [FACTS / area for area in about.facts] if about else []
    for area in areas:
        if not area.is_dir():
            reader.faults.append(f"{reader.where(folder / 'pack.yaml', 1)}: there are no facts called '{area.name}'")
    files = [path for place in (*areas, folder) for path in sorted(place.glob("*.yaml")) if path.name != "pack.yaml"]
    for path in files:
        kind = _kind_of(path)
        if kind is None:
            known = ", ".join(f"{kind}.yaml" for kind in SHAPES)
            reader.faults.append(f"{reader.where(path, 1)}: files here are called {known} or, say, events-1961.yaml")
            continue
        parts[kind] |= reader.many(path, SHAPES[kind])
    shingles = [one for place in (*areas, folder) if (one := reader.shingles(place / SHINGLES))]
    _check_links(reader, parts)
    if about:
        _check_counts(reader, folder, about, parts)
    if reader.faults or about is None:
        raise PackError(reader.faults)
    return Pack(about=about, sha=reader.sha.hexdigest(), shingles=tuple(shingles), **parts)


def _check_links(reader: _Reader, parts: dict[str, dict[str, Any]]) -> None:
    for event in parts["events"].values():
        owner = ("Event", event.id)
        cited = [event.source, *(figure.source for figure in event.figures if figure.source)]
        reader.check_links(owner, "person", [*event.by, *event.who], parts["people"])
        reader.check_links(owner, "place", event.at, parts["places"])
        reader.check_links(owner, "event", event.like, parts["events"])
        reader.check_links(owner, "source", [citation.source for citation in cited], parts["sources"])
        if event.tier == "core" and not (event.examples.slip and event.examples.fine):
            reader.faults.append(
                f"{reader.places[owner]}: {event.id}: a core event needs at least one slip and one fine example"
            )
    for telling in parts["tellings"].values():
        reader.check_links(("Telling", telling.id), "event", [telling.id], parts["events"])
    for person in parts["people"].values():
        owner = ("Person", person.id)
        reader.check_links(owner, "office", [term.office for term in person.offices], parts["offices"])
        reader.check_links(owner, "place", [person.state] if person.state else [], parts["places"])
        reader.check_links(owner, "source", [person.source.source], parts["sources"])
    for office in parts["offices"].values():
        reader.check_links(("Office", office.id), "place", [office.state], parts["places"])
    for place in parts["places"].values():
        reader.check_links(("Place", place.id), "place", [place.within] if place.within else [], parts["places"])
    for alliance in parts["alliances"].values():
        owner = ("Alliance", alliance.id)
        reader.check_links(owner, "place", [*(member.state for member in alliance.members), *alliance.never], parts["places"])
        reader.check_links(owner, "source", [alliance.source.source], parts["sources"])
    for work in parts["works"].values():
        reader.check_links(("Work", work.id), "person", work.by, parts["people"])
    for mistake in parts["mistakes"].values():
        reader.check_links(("Mistake", mistake.id), "event", [mistake.event] if mistake.event else [], parts["events"])
    for bank in parts["banks"].values():
        reader.check_links(("Bank", bank.id), "point", [bank.id], parts["points"])
    kinds = {"point": "points", "event": "events", "person": "people", "place": "places"}
    for support in parts["passages"].values():
        owner = ("Support", support.id)
        reader.check_links(owner, support.of, [support.id], parts[kinds[support.of]])
        reader.check_links(owner, "source", [passage.source for passage in support.passages], parts["sources"])
    for point in parts["points"].values():
        owner = ("Point", point.id)
        reader.check_links(owner, "event", [served.event for served in point.events], parts["events"])
        reader.check_links(owner, "mistake", point.mistakes, parts["mistakes"])
        reader.check_links(owner, "source", [citation.source for citation in point.sources], parts["sources"])


def _check_counts(reader: _Reader, folder: Path, about: About, parts: dict[str, dict[str, Any]]) -> None:
    for kind, expected in about.expect.items():
        if len(parts[kind]) != expected:
            place = reader.where(folder / "pack.yaml", 1)
            reader.faults.append(f"{place}: 'expect' says {expected} {kind}, but {len(parts[kind])} can be read")


def source_title(pack: Pack, source: str) -> str:
    """A source as it is printed beside a correction: author and title, or that it is general knowledge."""
    if source == GENERAL_KNOWLEDGE:
        return "general knowledge, not yet checked against a document"
    entry = pack.sources[source]
    who = entry.publisher if entry.author in ("", "Office of the Historian") else entry.author
    return f"{'US Office of the Historian' if entry.author == 'Office of the Historian' else who}, {entry.title}".strip(", ")
