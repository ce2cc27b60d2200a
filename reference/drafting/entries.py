"""The entries of a pack's YAML files as text, so that a change touches only the entry that it is about.

In: a file's text.  Out: the new text. An entry goes through ruamel.yaml, which keeps its comments and the order of its keys;
every other line of the file stays as it is, to the byte. Comment lines just above an entry belong to it.
Does not know what an entry means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

import yaml

from reference.yaml_lines import read_yaml

DATES = frozenset({"when", "period", "version", "published", "read"})  # always in quotes: bare, YAML makes dates of them


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in a list file: its lines, those of the comments above it included, and its indent."""

    id: str
    above: int
    start: int
    end: int
    indent: int


def places(text: str) -> list[Place]:
    """The entries of a list file, in order. Raises ValueError for text that is no list of entries."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as fault:
        raise ValueError("this is not valid YAML") from fault
    if node is None or (isinstance(node, yaml.SequenceNode) and not node.value):
        return []
    if not isinstance(node, yaml.SequenceNode) or not all(isinstance(one, yaml.MappingNode) for one in node.value):
        raise ValueError("the file must be a list, each entry beginning '- id: ...'")
    lines = text.split("\n")
    starts = [one.start_mark.line for one in node.value]
    ends = [*starts[1:], len(lines)]
    found: list[Place] = []
    for one, start, end in zip(node.value, starts, ends, strict=True):
        name = next((str(value.value) for key, value in one.value if key.value == "id"), "")
        above = start
        while above > (found[-1].start + 1 if found else 0) and _is_aside(lines[above - 1]):
            above -= 1
        if not found:  # what stands above the first entry speaks of the file
            above = start
        else:
            found[-1] = Place(found[-1].id, found[-1].above, found[-1].start, above, found[-1].indent)
        found.append(Place(name, above, start, end, len(lines[start]) - len(lines[start].lstrip())))
    return found


def ids(text: str) -> list[str]:
    """The ids of a list file's entries."""
    return [place.id for place in places(text)]


def rows(text: str) -> list[dict[str, Any]]:
    """All entries as plain values, every scalar that YAML would change left as text."""
    found: list[dict[str, Any]] = read_yaml(text).value or []
    return found


def whole_values(text: str) -> dict[str, Any]:
    """A file that is one mapping, as plain values."""
    found: dict[str, Any] = read_yaml(text).value or {}
    return found


def read(text: str, name: str) -> dict[str, Any]:
    """One entry as plain values. Raises KeyError where there is none."""
    entry: dict[str, Any] = read_yaml(_body(text, _place(text, name))).value[0]
    return entry


def change(text: str, name: str, edit: Callable[[Any], None]) -> str:
    """The file with one entry edited in place; `edit` gets a ruamel map. Raises KeyError."""
    place = _place(text, name)
    loaded = _yaml().load(_body(text, place))
    edit(loaded[0])
    return _put(text, place.start, place.end, _indented(_dumped(loaded), place.indent))


def remove(text: str, name: str) -> str:
    """The file without one entry and the comments above it. Raises KeyError."""
    place = _place(text, name)
    left = _put(text, place.above, place.end, "")
    return left if places(left) else f"{left.rstrip()}\n[]\n".lstrip("\n")


def append(text: str, entry: Mapping[str, Any]) -> str:
    """The file with one more entry at its end."""
    known = places(text)
    body = _indented(_dumped([quoted(dict(entry))]), known[0].indent if known else 0)
    head = text if known else "".join(line for line in text.splitlines(keepends=True) if line.strip() != "[]")
    return f"{head.rstrip()}\n{'' if known else chr(10)}{body}" if head.strip() else body


def set_values(entry: Any, values: Mapping[str, Any]) -> None:
    """Give keys of a ruamel map new values: what is unchanged is left alone, what is empty goes, comments stay."""
    for key, value in values.items():
        if value in ("", [], (), None, {}):
            if key in entry:
                _drop(entry, key)
        elif isinstance(value, list) and isinstance(entry.get(key), list):
            _relist(entry[key], [quoted(one) for one in value])
        elif isinstance(value, dict) and isinstance(entry.get(key), dict):
            gone = {old: None for old in entry[key] if old not in value}
            set_values(entry[key], {**gone, **value})
        elif entry.get(key) != value:
            entry[key] = quoted({key: value})[key]


def quoted(part: Any) -> Any:
    """Plain values with every date in quotation marks."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(part, dict):
        return {key: DoubleQuotedScalarString(one) if key in DATES else quoted(one) for key, one in part.items()}
    return [quoted(one) for one in part] if isinstance(part, list) else part


def whole(text: str, values: Mapping[str, Any]) -> str:
    """A file that is one mapping, such as pack.yaml, with keys given new values."""
    loader = _yaml()
    loader.indent(mapping=2, sequence=4, offset=2)
    loaded = loader.load(text)
    set_values(loaded, values)
    out = StringIO()
    loader.dump(loaded, out)
    return out.getvalue()


def dumped(value: Any) -> str:
    """Plain values as YAML, dates in quotation marks."""
    loader = _yaml()
    if isinstance(value, dict):
        loader.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    loader.dump(quoted(value), out)
    return out.getvalue()


def _yaml() -> Any:
    from ruamel.yaml import YAML

    loader = YAML()
    loader.width = 120
    loader.preserve_quotes = True
    loader.indent(mapping=2, sequence=2, offset=0)
    return loader


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _place(text: str, name: str) -> Place:
    return next(place for place in places(text) if place.id == name) if name in ids(text) else _missing(name)


def _missing(name: str) -> Place:
    raise KeyError(name)


def _body(text: str, place: Place) -> str:
    return "\n".join(line[place.indent :] if line.strip() else "" for line in text.split("\n")[place.start : place.end])


def _indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}" if line.strip() else line for line in text.splitlines(keepends=True))


def _dumped(value: Any) -> str:
    out = StringIO()
    _yaml().dump(value, out)
    return out.getvalue()


def _put(text: str, start: int, end: int, body: str) -> str:
    lines = text.split("\n")
    tail = "\n".join(lines[end:])
    gap = "\n" * _blank_tail(lines[start:end]) if body and tail else ""
    return "\n".join(lines[:start]) + ("\n" if start else "") + body.rstrip("\n") + ("\n" if body else "") + gap + tail


def _blank_tail(lines: list[str]) -> int:
    count = 0
    while count < len(lines) and not lines[-1 - count].strip():
        count += 1
    return count


def _drop(entry: Any, key: str) -> None:
    """Take a key out; one that carries comments stays, empty."""
    value = entry[key]
    if key in entry.ca.items or getattr(getattr(value, "ca", None), "items", None):
        if isinstance(value, list):
            _relist(value, [])
        elif isinstance(value, str):
            entry[key] = ""
        return
    del entry[key]


def _relist(old: Any, new: list[Any]) -> None:
    """Fill a ruamel list anew, each comment staying with its value, the last one at the end."""
    if list(old) == new:
        return
    kept = {str(value): old.ca.items[i] for i, value in enumerate(old) if i in old.ca.items}
    last = old.ca.items.get(len(old) - 1)
    was = {str(value): value for value in old}
    while old:
        old.pop()
    old.ca.items.clear()
    old.extend(was.get(str(value), value) for value in new)
    for i, value in enumerate(old):
        if str(value) in kept and kept[str(value)] is not last:
            old.ca.items[i] = kept[str(value)]
    if last is not None and old:
        old.ca.items[len(old) - 1] = last
