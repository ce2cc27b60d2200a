"""Returned scripts in one .zip, one a student, written as they come so that a thousand need the memory of one.

In: HandBacks (whose, the marking as it stands, the student's own Word file), the question, and a file to write to.  Out: how
many were written. Names are the students', safe on every system and each once; the same scripts give the same bytes.
Where a student goes by a pseudonym the own file never comes back: its author and its header would tell who wrote it.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from reference.zips import put
from rubric.marking import Marking
from rubric.returned import returned
from rubric.wording import say

UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # names that Windows keeps to itself
LONGEST = 120  # bytes of a name: with its ending and a number it fits every system, and mail
ENDINGS = {"text": "txt"}


@dataclass(frozen=True, slots=True)
class HandBack:
    """One script to hand back. `word` is the student's own Word file, where the essay came as one."""

    label: str
    marking: Marking
    word: bytes | None = None
    pseudonym: bool = False


def write_bundle(
    scripts: Iterable[HandBack],
    target: IO[bytes],
    question: str,
    *,
    format: str = "docx",
    reader: str = "student",
    levels: bool = True,
) -> int:
    """Write the archive. Without `levels` a student's file leaves out the level that the teacher gave, too."""
    names = FileNames(ENDINGS.get(format, format))
    count = 0
    with zipfile.ZipFile(target, "w") as archive:
        for script in scripts:
            put(archive, names.of(script.label), handed_back(script, question, format=format, reader=reader, levels=levels))
            count += 1
    return count


def handed_back(
    script: HandBack, question: str, *, format: str = "docx", reader: str = "student", levels: bool = True
) -> bytes:
    """The bytes of one returned script. An own file that trips the writer costs its formatting, not the class's scripts."""
    marking = script.marking
    if marking.level is not None and reader != "teacher" and not levels:
        marking = marking.model_copy(update={"level": marking.level.model_copy(update={"by_teacher": False})})
    if script.word is not None and not script.pseudonym:
        with suppress(Exception):
            return returned(marking, format, question, reader, script.word)
    return returned(marking, format, question, reader)


class FileNames:
    """Names for files in one folder, by the students' labels: safe on every system, and each once."""

    def __init__(self, ending: str) -> None:
        self.ending = ending
        self._taken: set[str] = set()

    def of(self, label: str) -> str:
        """The name of the next file."""
        stem, number = safe_name(label), 1
        name = f"{stem}.{self.ending}"
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem} ({number}).{self.ending}"
        self._taken.add(name.casefold())
        return name


def safe_name(label: str) -> str:
    """A label as the stem of a file's name: no path, no sign that some system forbids, never empty."""
    words = " ".join(UNSAFE.sub("-", unicodedata.normalize("NFC", label)).split())
    words = words.encode()[:LONGEST].decode(errors="ignore").strip(" .-")
    if not words:
        return say("class", "script")
    return f"{words}_" if RESERVED.fullmatch(words) else words
