"""YAML that remembers its lines, and refuses what YAML would quietly change.

A bare date becomes a date object, `NO` becomes False and 0123 becomes 83 in plain YAML: here a bare date or time is a
fault that says how to mend it, only true and false are booleans, and a repeated key is a fault.
In: a file's text.  Out: plain values, with the line of every value by its path.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]


@dataclass
class Lined:
    """Plain values, the line (from 1) of each by its path, and what was wrong with the YAML itself."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of a path, or of the nearest thing above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str) -> Lined:
    """Read one YAML document. Faults of syntax are collected, never raised."""
    lined = Lined()
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        problem = getattr(fault, "problem", None) or "not valid YAML"
        lined.faults.append(((mark.line + 1) if mark else 1, f"this is not valid YAML ({problem}); check quotes and indents"))
        return lined
    lined.value = _plain(node, (), lined) if node is not None else None
    return lined


def _plain(node: Any, path: Path, lined: Lined, above: tuple[int, ...] = ()) -> Any:
    line = node.start_mark.line + 1
    lined.lines[path] = line
    if id(node) in above:
        lined.faults.append((line, "an entry refers to itself; write it out"))
        return None
    above = (*above, id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, i), lined, above) for i, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, child in node.value:
            name = str(key.value)
            if name in found:
                lined.faults.append((key.start_mark.line + 1, f"the key '{name}' stands twice in one entry; keep one"))
            found[name] = _plain(child, (*path, name), lined, above)
            lined.lines[(*path, name)] = key.start_mark.line + 1
        return found
    return _scalar(node, path, line, lined)


def _scalar(node: Any, path: Path, line: int, lined: Lined) -> Any:
    text = node.value
    if node.style:  # quoted; the C loader gives a plain scalar the style ""
        return text
    kind = node.tag.rsplit(":", 1)[-1]
    if kind == "timestamp":
        key = path[-1] if path and isinstance(path[-1], str) else None
        where = f"'{key}' is a bare date. Put it in quotes: {key}: " if key else "a bare date. Put it in quotes: "
        lined.faults.append((line, f'{where}"{text}"'))
        return text
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true" if text.lower() in ("true", "false") else text
    if kind in ("int", "float"):
        try:
            return int(text) if (text.lstrip("-").isdigit() and not text.startswith("0")) or text == "0" else float(text)
        except ValueError:
            return text
    return text
