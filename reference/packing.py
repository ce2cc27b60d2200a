"""A pack as one .zip file, to share, and back again.

In: a pack's folder or .zip.  Out: a .zip with fixed times, or a folder that lasts as long as the program.
Only the files of a pack come out of a .zip (YAML, JSON, text), none outside its folder, within limits. Does not read them.
"""

from __future__ import annotations

import tempfile
import zipfile
from functools import cache
from pathlib import Path, PurePosixPath
from typing import IO

from reference.zips import put

KINDS = frozenset({".yaml", ".json", ".txt", ".md"})
MOST_FILES, MOST_BYTES = 500, 50_000_000


class PackingError(Exception):
    """A .zip that holds no pack, or too much; one sentence."""


def pack_zip(folder: Path, target: Path | IO[bytes]) -> None:
    """Write a pack's folder as a .zip, hidden files left out: the same files give the same bytes."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and path.suffix in KINDS and not any(part.startswith(".") for part in inside.parts):
                put(archive, inside.as_posix(), path.read_bytes())


@cache
def _shelf() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="marginalia-")


def unpacked(path: Path) -> Path:
    """The folder of a pack's .zip, in a place of its own until the program ends."""
    target = Path(_shelf().name) / f"{path.stem}-{path.stat().st_mtime_ns}-{path.stat().st_size}"
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and _is_wanted(entry.filename)]
            if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise PackingError(f"{path.name} holds more than a pack can; unpack it and choose the pack's folder.")
            home = next((entry.filename[: -len("pack.yaml")] for entry in entries if _is_pack(entry.filename)), None)
            if home is None:
                raise PackingError(f"{path.name} holds no pack.yaml; it is not a pack.")
            for entry in entries:
                if entry.filename.startswith(home):
                    place = target / entry.filename[len(home) :]
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(archive.read(entry))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        raise PackingError(f"{path.name} cannot be opened as a .zip; ask for it again, or unpack it yourself.") from None
    return target


def _is_wanted(name: str) -> bool:
    place = PurePosixPath(name)
    return place.suffix in KINDS and not place.is_absolute() and ".." not in place.parts and "\\" not in name


def _is_pack(name: str) -> bool:
    return PurePosixPath(name).name == "pack.yaml"
