"""The essays that a person names, one by one: files, folders, zip archives, standard input, an upload.

In: paths as they were typed, or the names and bytes of uploads.  Out: Inputs in the order given (a folder and an archive in
name order), each read only when its turn comes, so that memory stays flat. What is refused is an Input too: reading it raises
its DocumentError, one sentence.
In a folder, files that are plainly no essay (a program, a table) are passed over; a picture or an old Word file is told.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reference.reading.archive import Archive, Member, is_litter, too_many, twice
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


def uploads(files: Sequence[tuple[str, bytes]]) -> list[Input]:
    """The essays of an upload: files and archives in the order given. A file that is there twice is marked once."""
    given = list(dict.fromkeys((name, data) for name, data in files if not is_litter(name)))
    namesakes = Counter(name.casefold() for name, _ in given)
    found = [one for name, data in given for one in _of_upload(name, data, namesakes[name.casefold()])]
    if len(found) > FILES_LIMIT:
        return [_refused("upload", too_many("The upload", len(found)))]
    return found


def _of_upload(name: str, data: bytes, namesakes: int) -> Iterator[Input]:
    if namesakes > 1:
        yield _refused(name, in_one_line(f"{name} {twice(namesakes)}"))
    elif name.lower().endswith(".zip"):
        yield from _of_archive(data, name)
    else:
        yield Input(in_one_line(name), lambda: read_bytes(data, name))


def _of(name: str) -> Iterator[Input]:
    path = Path(name)
    if name == "-":
        yield Input(STANDARD_INPUT, lambda: read_bytes(sys.stdin.buffer.read(), STANDARD_INPUT))
    elif path.is_dir():
        yield from _of_folder(path)
    elif path.suffix.lower() == ".zip" and path.is_file():
        yield from _of_archive(path, path.name)
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
            yield from _of_archive(file, file.name) if file.suffix.lower() == ".zip" else [_file(file)]


def _file(path: Path) -> Input:
    return Input(in_one_line(path.name), lambda: read_file(path))


def _of_archive(source: bytes | Path, name: str) -> Iterator[Input]:
    try:
        archive = Archive(source, name)
    except DocumentError as fault:
        yield _refused(name, str(fault))
        return
    except OSError as fault:
        yield _refused(name, in_one_line(f"{source!s} cannot be opened ({fault.strerror}); choose a copy."))
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
