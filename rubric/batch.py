"""A batch of essays marked one after another, and each result written as it comes: what `marginalia mark` does.

In: essays by name, a pack, how to mark and where to write.  Out: whether some essay failed.
Results go to standard output or to `--out`, talk and progress to standard error. One essay that cannot be read stops no
other. Reads no arguments: that is `cli.py`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rubric.returned import PRINTED, returned

if TYPE_CHECKING:
    from reference.pack import Pack
    from rubric.inputs import Input
    from rubric.marking import Marking


class BatchError(Exception):
    """Nothing more can be marked or written: one sentence that says what to do. `wrong` where an argument is at fault."""

    def __init__(self, message: str, *, wrong: bool = False) -> None:
        super().__init__(message)
        self.wrong = wrong


@dataclass(frozen=True, slots=True)
class Order:
    """How a batch is to be marked."""

    pack: Pack
    scheme: str | None
    format: str
    reader: str
    facts_only: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one essay: its name and its marking, or the one-line reason why there is none."""

    name: str
    marking: Marking | None = None
    word: bytes | None = None
    reason: str = ""


def is_an_essay(out: Path, named: list[str]) -> bool:
    """Would a result written here stand over one of the essays named, or of a folder named?"""
    from reference.reading.documents import READ_KINDS

    places = [Path(name) for name in named if name != "-"]
    held = out.is_file() and out.suffix.lower() in READ_KINDS
    return any(_same(place, out) if not place.is_dir() else held and _same(place, out.parent) for place in places)


def write_batch(sources: list[Input], order: Order, out: Path | None) -> bool:
    """Mark every essay and write every result; True where some essay failed. Raises BatchError."""
    from rich.console import Console
    from rich.progress import Progress

    failed = False
    target = _target(sources, order, out)
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not (len(sources) > 1 and console.is_terminal)) as progress:
        task = progress.add_task("Marking", total=len(sources))
        for done in _marked(sources, order):
            if done.reason:
                _say(done.reason)
                failed = True
            target.write(done)
            progress.advance(task)
    target.close()
    return failed


def _marked(sources: list[Input], order: Order) -> Iterator[Done]:
    from reference.reading.documents import DocumentError
    from reference.reading.encoder import EncoderError
    from reference.reading.parser import ParserError
    from rubric import mark

    for source in sources:
        try:
            document = source.read()
            for what in document.unread:
                _say(f"{document.name}: {what} could not be read and is not marked.")
            marking = mark(document.text, order.pack, order.scheme, name=document.name, facts_only=order.facts_only)
        except DocumentError as fault:
            yield Done(source.name, reason=str(fault))
        except (EncoderError, ParserError) as fault:
            raise BatchError(str(fault)) from None
        else:
            yield Done(document.name, marking, document.word)


class _Stream:
    """One result after another to one file or to standard output."""

    def __init__(self, order: Order, file: BinaryIO | None) -> None:
        self.order = order
        self.file = file

    def write(self, done: Done) -> None:
        if self.file is None and self.order.format == "text" and done.marking and _on_terminal():
            _print_coloured(done.marking, self.order.reader)
            return
        file = self.file or sys.stdout.buffer
        file.write(_bytes(done, self.order))
        file.flush()

    def close(self) -> None:
        if self.file is not None:
            self.file.close()


class _Folder:
    """One file for each essay; `taken` are the names in use, so that no result is written over another."""

    def __init__(self, order: Order, folder: Path) -> None:
        self.order = order
        self.folder = folder
        self.taken: set[str] = set()

    def write(self, done: Done) -> None:
        if done.marking is not None:
            _save(self.folder / self._name(done.name), _bytes(done, self.order))

    def close(self) -> None:
        """Nothing stays open."""

    def _name(self, essay: str) -> str:
        stem, number = Path(essay).stem or "essay", 2
        name = f"{stem}.marked.{self.order.format}"
        while name.casefold() in self.taken:  # a.txt and a.docx
            name, number = f"{stem}-{number}.marked.{self.order.format}", number + 1
        self.taken.add(name.casefold())
        return name


class _File:
    """The file of the one essay, which is not made where the essay cannot be read."""

    def __init__(self, order: Order, path: Path) -> None:
        self.order = order
        self.path = path

    def write(self, done: Done) -> None:
        if done.marking is not None:
            _save(self.path, _bytes(done, self.order))

    def close(self) -> None:
        """Nothing stays open."""


def _target(sources: list[Input], order: Order, out: Path | None) -> _Stream | _Folder | _File:
    if order.format not in PRINTED or out is None:
        return _Stream(order, _opened(out) if out else None)
    if len(sources) == 1 and not out.is_dir():
        if not out.absolute().parent.is_dir():
            raise BatchError(f"{out} cannot be written (no such folder): name another file in --out.", wrong=True)
        return _File(order, out)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        message = f"{out} cannot be a folder for {len(sources)} essays ({fault.strerror}): name another in --out."
        raise BatchError(message, wrong=True) from None
    return _Folder(order, out)


def _bytes(done: Done, order: Order) -> bytes:
    if done.marking is not None:
        return returned(done.marking, order.format, order.pack.about.question, order.reader, done.word)
    failed = json.dumps({"essay": {"name": done.name}, "error": done.reason}, ensure_ascii=False)
    return f"{failed}\n".encode() if order.format == "jsonl" else b""


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _print_coloured(marking: Marking, reader: str) -> None:
    from rich.console import Console

    from rubric.report.text import coloured

    Console().print(coloured(marking, "teacher" if reader == "teacher" else "student"), soft_wrap=True, end="")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as fault:
        raise BatchError(_unwritable(path, fault), wrong=True) from None


def _save(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as fault:
        raise BatchError(_unwritable(path, fault), wrong=True) from None


def _unwritable(path: Path, fault: OSError) -> str:
    return f"{path} cannot be written ({fault.strerror}): name another file in --out."


def _say(message: str) -> None:
    print(message, file=sys.stderr)
