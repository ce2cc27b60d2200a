"""The essays that a person names, one by one: files, folders, zip archives, standard input, an upload.

In: paths as they were typed.  Out: Inputs in the order given (a folder and an archive in name order), each read only when its
turn comes, so that memory stays flat. What is refused is an Input too: reading it raises its DocumentError, one sentence.
In a folder, files that are plainly no essay (a program, a table) are passed over; a picture or an old Word file is told.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reference.reading.archive import Archive, Member, too_many
from reference.reading.documents import (
    NOT_READ,
    READ_KINDS,
    Document,
    DocumentError,
    in_one_line,
    read_bytes,
    read_file,
)
from reference.reading.limits import FILES_LIMIT

STANDARD_INPUT = "standard input"
LIKE_ESSAYS = frozenset({*READ_KINDS, *(f".{kind}" for kind in NOT_READ)})


@dataclass(frozen=True, slots=True)
class Input:
    """An essay to come: its name, and how to read it. `read` raises DocumentError."""

    name: str
    read: Callable[[], Document]


def inputs(named: Sequence[str]) -> list[Input]:
    """The essays named."""
    return [found for name in named for found in _of(name)]


def read_upload(data: bytes, name: str) -> Document:
    """The one essay of an upload, also of a zip archive that holds just one. Raises DocumentError."""
    if not name.lower().endswith(".zip"):
        return read_bytes(data, name)
    archive = Archive(data, name)
    if len(archive.members) > 1:
        raise DocumentError(f"{archive.name} holds {len(archive.members)} files; unpack it and choose one essay.")
    return archive.read(archive.members[0])


def _of(name: str) -> Iterator[Input]:
    path = Path(name)
    if name == "-":
        yield Input(STANDARD_INPUT, lambda: read_bytes(sys.stdin.buffer.read(), STANDARD_INPUT))
    elif path.is_dir():
        yield from _of_folder(path)
    elif path.suffix.lower() == ".zip" and path.is_file():
        yield from _of_archive(path)
    else:
        yield Input(in_one_line(path.name or name), lambda: read_file(path))


def _of_folder(folder: Path) -> Iterator[Input]:
    try:
        files = sorted((entry for entry in folder.iterdir() if _is_like_an_essay(entry)), key=lambda entry: entry.name)
    except OSError as fault:
        yield _refused(str(folder), f"{folder} cannot be opened ({fault.strerror}); check the name or choose a copy.")
        return
    if not files:
        said = f"{folder} holds no essays; put {', '.join(READ_KINDS)} files in this folder."
        yield _refused(str(folder), in_one_line(said))
    elif len(files) > FILES_LIMIT:
        yield _refused(str(folder), too_many(str(folder), len(files)))
    else:
        for file in files:
            yield from _of_archive(file) if file.suffix.lower() == ".zip" else [_file(file)]


def _file(path: Path) -> Input:
    return Input(in_one_line(path.name), lambda: read_file(path))


def _of_archive(path: Path) -> Iterator[Input]:
    try:
        archive = Archive(path, path.name)
    except DocumentError as fault:
        yield _refused(path.name, str(fault))
        return
    except OSError as fault:
        yield _refused(path.name, in_one_line(f"{path} cannot be opened ({fault.strerror}); choose a copy."))
        return
    for member in archive.members:
        yield _member(archive, member)


def _member(archive: Archive, member: Member) -> Input:
    return Input(member.name, lambda: archive.read(member))


def _refused(name: str, said: str) -> Input:
    def read() -> Document:
        raise DocumentError(said)

    return Input(in_one_line(name), read)


def _is_like_an_essay(entry: Path) -> bool:
    return entry.suffix.lower() in LIKE_ESSAYS and not entry.name.startswith((".", "~$")) and entry.is_file()
