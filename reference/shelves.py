"""Where packs stand: those that came with Marginalia, those of MARGINALIA_PACKS, and a person's own.

In: the environment.  Out: folders. A shelf is a folder of packs; MARGINALIA_PACKS names packs or shelves, parted as in PATH.
A person's own packs are made in the first shelf that the variable names, else in `.marginalia/packs` in the home folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

PACKS = Path(__file__).resolve().parent / "packs"
MANIFEST = "pack.yaml"

Stamp = tuple[tuple[str, int, int], ...]


def shelves() -> list[Path]:
    """The folders where packs are looked for, in order: an id that is taken already is passed over."""
    return [PACKS, *_named(), _home()]


def own_shelf() -> Path:
    """The shelf on which new packs are made; it may not be there yet."""
    return next((place for place in _named() if not (place / MANIFEST).is_file()), _home())


def installed_packs() -> dict[str, Path]:
    """The packs that can be named by id, to their folders."""
    found: dict[str, Path] = {}
    for shelf in shelves():
        inside = sorted(shelf.iterdir()) if shelf.is_dir() else []
        for folder in (shelf, *inside):
            if (folder / MANIFEST).is_file():
                found.setdefault(folder.name, folder)
    return found


def own_packs() -> dict[str, Path]:
    """The packs that may be edited: all but those that came with Marginalia."""
    return {name: folder for name, folder in installed_packs().items() if folder.parent != PACKS}


def stamp(name: str) -> Stamp:
    """What tells one state of a pack's files from another: their names, times and sizes; empty where there is no folder."""
    folder = installed_packs().get(name, Path(name))
    files = sorted(folder.glob("*.*")) if folder.is_dir() else [folder] if folder.is_file() else []
    return stamped((path.name, path) for path in files)


def stamped(files: Iterable[tuple[str, Path]]) -> Stamp:
    """What tells one state of files from another: what each is called here, its time and its size."""
    states = ((name, path.stat()) for name, path in files)
    return tuple((name, state.st_mtime_ns, state.st_size) for name, state in states)


def _named() -> list[Path]:
    return [Path(part) for part in os.environ.get("MARGINALIA_PACKS", "").split(os.pathsep) if part]


def _home() -> Path:
    return Path.home() / ".marginalia" / "packs"
