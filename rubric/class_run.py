"""The command `marginalia class`: a class set into a folder, with a progress bar, and one line for every file not read.

In: what was typed, and a ClassOrder.  Out: whether some file was not read; ClassFault where nothing could be done, or it was
stopped, with the exit code. Talk goes to standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from reference.pack import Pack
from reference.reading.documents import Document
from reference.reading.encoder import EncoderError
from reference.reading.parser import ParserError
from rubric.class_folder import ClassFolder
from rubric.inputs import inputs
from rubric.marking import Marking
from rubric.today import of_today
from rubric.wording import say


class ClassFault(Exception):
    """A class set that was not marked to its end: one sentence, and the exit code."""

    def __init__(self, said: str, code: int) -> None:
        super().__init__(said)
        self.code = code


@dataclass(frozen=True, slots=True)
class ClassOrder:
    """How a class set is to be marked, and what is to be made of it besides the tables."""

    pack: Pack
    scheme: str | None = None
    pseudonyms: bool = False
    facts_only: bool = False
    not_taught: tuple[str, ...] = ()
    word: bool = False
    page: bool = False


def run_class(essays: Sequence[str], out: Path, order: ClassOrder) -> bool:
    """Mark the set; True where some file was not read. Raises ClassFault."""
    from rubric import mark

    pack, facts_only = order.pack, order.facts_only
    folder = ClassFolder(
        out,
        inputs(essays),
        question=pack.about.question,
        pseudonyms=order.pseudonyms,
        taught=_taught(order),
        word=order.word,
        page=order.page,
    )
    chosen = order.scheme or pack.about.schemes[0]

    def mark_one(document: Document) -> Marking:
        return mark(document.text, pack, chosen, name=document.name, facts_only=facts_only)

    def same(earlier: Marking) -> bool:
        left_out = set(pack.points) - {point.id for point in earlier.points}
        if not facts_only and not left_out <= set(order.not_taught):  # left out as not taught, and wanted now
            return False
        return of_today(earlier, pack, chosen, facts_only=facts_only)

    done = 0
    try:
        for number in _shown(folder, mark_one, same):
            done = number
    except KeyboardInterrupt:
        raise ClassFault(say("class", "stopped", done=done, total=len(folder.scripts)), 130) from None
    except OSError as fault:
        raise ClassFault(f"{out} cannot be written ({fault.strerror}): name another folder in --out.", 2) from None
    except (EncoderError, ParserError) as fault:
        raise ClassFault(str(fault), 1) from None
    return bool(folder.sheet and folder.sheet.unread)


def _taught(order: ClassOrder) -> frozenset[str] | None:
    """The points that may be missing, None for all. Raises ClassFault where one that was not taught is none of the pack's."""
    known = list(order.pack.points)
    for point in order.not_taught:
        if point not in known:
            near = get_close_matches(point, known, n=3, cutoff=0.4) or known[:3]
            said = say("class", "no_point", point=point, pack=order.pack.about.id, near=", ".join(near))
            raise ClassFault(said, 2)
    return frozenset(known) - set(order.not_taught) if order.not_taught else None


def _shown(folder: ClassFolder, mark_one: Callable[[Document], Marking], same: Callable[[Marking], bool]) -> Iterator[int]:
    """How many scripts are done, as they are, with a bar that names the file at hand and the time left."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    total = len(folder.scripts)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[left]}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(folder.names[0] if folder.names else "", total=total, left="")
        for step in folder.run(mark_one, same):
            if step.fault:
                print(step.fault, file=sys.stderr)
            for what in step.unread:
                print(f"{step.name}: {what} could not be read and is not marked.", file=sys.stderr)
            left = f"{step.left // 60:.0f}:{step.left % 60:02.0f}"
            progress.update(task, advance=1, description=step.following or "", left=left)
            yield step.number
    unread = len(folder.sheet.unread) if folder.sheet else 0
    said = say("class", "done", marked=total - unread, total=total, unread=unread, out=folder.out)
    print(said, file=sys.stderr)
