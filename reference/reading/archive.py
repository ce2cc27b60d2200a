"""The essays of a zip archive, opened one at a time, and what in it is refused and why.

In: the archive's bytes or its path.  Out: an Archive, whose Members stand in name order, each to be read or refused.
Nothing is ever unpacked to disk. Refused are names that lead out of the archive, symbolic links, archives in archives, two
files of one name, locked files, bombs, and every kind that is not read; the litter of operating systems is passed over.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reference.reading.documents import Document, DocumentError, in_one_line, read_bytes
from reference.reading.limits import ARCHIVE_LIMIT, FILE_LIMIT, FILES_LIMIT, UNPACKED_LIMIT, unpacks_to_too_much

LITTER = ("__MACOSX", "Thumbs.db", "desktop.ini")
ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")
LINK = 0o120000  # the file type of a symbolic link in a Unix mode
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its name there, and why it is refused, None where it is to be read."""

    name: str
    fault: str | None
    place: zipfile.ZipInfo


class Archive:
    """An open zip archive. Raises DocumentError where it cannot be opened or is over a limit."""

    def __init__(self, source: bytes | Path, name: str) -> None:
        self.name = in_one_line(name)
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > ARCHIVE_LIMIT:
            raise DocumentError(f"{self.name} is over {ARCHIVE_LIMIT // 1_000_000} MB; give the essays in several archives.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        except BROKEN:
            raise DocumentError(f"{self.name} is damaged or no zip archive; zip the essays again.") from None
        self.members = self._members()

    def _members(self) -> tuple[Member, ...]:
        files = [info for info in self._zip.infolist() if not info.is_dir() and not is_litter(info.filename)]
        if not files:
            raise DocumentError(f"{self.name} holds no essays; zip .txt, .md, .docx, .odt or .pdf files.")
        if len(files) > FILES_LIMIT:
            raise DocumentError(too_many(self.name, len(files)))
        if sum(info.file_size for info in files) > UNPACKED_LIMIT:
            raise DocumentError(f"{self.name} unpacks to far more than essays; zip the essays alone.")
        count = Counter(_key(info.filename) for info in files)
        return tuple(
            Member(in_one_line(info.filename), self._fault(info, count[_key(info.filename)]), info)
            for info in sorted(files, key=lambda info: info.filename)
        )

    def _fault(self, info: zipfile.ZipInfo, namesakes: int) -> str | None:
        """Why a file is refused, in one sentence, or None."""
        said = _refusal(info, namesakes)
        return f"{in_one_line(info.filename)} (in {self.name}) {said}" if said else None

    def read(self, member: Member) -> Document:
        """The Document of a member. Raises DocumentError."""
        if member.fault:
            raise DocumentError(member.fault)
        try:
            with self._zip.open(member.place) as file:  # no more than stated: a bomb may lie about its size
                data = file.read(FILE_LIMIT + 1)
        except BROKEN:
            raise DocumentError(f"{member.name} (in {self.name}) is damaged; zip the essay again.") from None
        return read_bytes(data, member.name)


def _refusal(info: zipfile.ZipInfo, namesakes: int) -> str | None:
    name = info.filename
    if leads_outside(name):
        return "has a name that leads out of the archive, so it is not read; zip the essay again."
    if info.external_attr >> 16 & 0o170000 == LINK:
        return "is a link, not a file; put the essay itself into the archive."
    if name.lower().endswith(ARCHIVES):
        return "is an archive inside an archive, which is not opened; unpack it and give its essays."
    if namesakes > 1:
        return twice(namesakes)
    if info.flag_bits & 1:
        return "is locked with a password; zip it again without one."
    if unpacks_to_too_much(info.file_size, info.compress_size, FILE_LIMIT):
        return "unpacks to far more than an essay; save the text alone, or paste it."
    return None


def too_many(name: str, count: int) -> str:
    """What to say of a folder or an archive over the limit."""
    return in_one_line(f"{name} holds {count} files; {FILES_LIMIT} are read at a time, so give them in parts.")


def twice(namesakes: int) -> str:
    """What to say of files that have one name: nobody can tell whose is whose."""
    return f"is there {namesakes} times under one name; give each essay its own name."


def leads_outside(name: str) -> bool:
    """True for a name that would be written outside the folder it is unpacked to."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or plain[1:2] == ":" or ".." in plain.split("/")


def is_litter(name: str) -> bool:
    """True for what operating systems and Word leave about: hidden files, resource forks, lock files."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or leads_outside(name):
        return not parts
    return parts[0] in LITTER or parts[-1] in LITTER or parts[-1].startswith((".", "~$"))


def _key(name: str) -> str:
    """A name as a file system that folds case tells it apart."""
    return name.replace("\\", "/").casefold()
