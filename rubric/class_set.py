"""Mark many scripts one by one: a class set, with progress, cancelled at any time, gone on with later.

In: Inputs, what marks one text, what was marked before, and whether to stop.  Out: a Step for each script as it is done.
Nothing is held but the script at hand, so that a thousand cost the memory of one. A script that cannot be read, or that the
marking trips over, is a Step with its reason and never stops the rest; a missing model stops all, for none could be marked.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import PurePosixPath

from reference.reading.documents import Document, DocumentError
from reference.reading.encoder import EncoderError
from reference.reading.parser import ParserError
from rubric.inputs import Input
from rubric.marking import Marking
from rubric.wording import say

WHOLE_NAME = re.compile(r"[^\W\d_]+\.?(?:[ '’-]+[^\W\d_]+){1,3}")  # "Zoe Power" tells who wrote, "essay 2" does not
UPLOADED = re.compile(r"^(?P<who>.+?)_\d+_assignsubmission_", re.IGNORECASE)  # as Moodle names a class's files


@dataclass(frozen=True, slots=True)
class Step:
    """A script that is done: its marking, or why there is none. `left` is the time the rest will take, in seconds.

    `number` counts from 1, `before` is True where it had been marked in an earlier run, `unread` is what it held besides words,
    `word` its bytes where it was a Word file.
    """

    number: int
    total: int
    name: str
    marking: Marking | None
    fault: str | None = None
    before: bool = False
    unread: tuple[str, ...] = ()
    following: str | None = None
    left: float = 0.0
    word: bytes | None = None


def _nothing(_: Document) -> Marking | None:
    return None


def mark_set(
    scripts: Sequence[Input],
    mark_one: Callable[[Document], Marking],
    *,
    done: Callable[[Document], Marking | None] = _nothing,
    cancelled: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Step]:
    """The scripts, marked as they come. Raises EncoderError or ParserError where a model is missing."""
    spent, marked = 0.0, 0
    for number, script in enumerate(scripts, start=1):
        if cancelled():
            return
        begun = clock()
        step = _step(number, len(scripts), script, mark_one, done)
        if not step.before:
            spent, marked = spent + clock() - begun, marked + 1
        following = scripts[number].name if number < len(scripts) else None
        left = (len(scripts) - number) * spent / max(marked, 1)
        yield replace(step, following=following, left=round(left, 1))


def _step(
    number: int,
    total: int,
    script: Input,
    mark_one: Callable[[Document], Marking],
    done: Callable[[Document], Marking | None],
) -> Step:
    try:
        document = script.read()
        earlier = done(document)
        marking = earlier or mark_one(document)
    except DocumentError as fault:
        return Step(number, total, script.name, None, str(fault))
    except (EncoderError, ParserError):
        raise
    except Exception as fault:  # a fault of our own, met in one script, must not cost a teacher the other twenty-nine
        said = say("class", "tripped", name=script.name, fault=type(fault).__name__)
        return Step(number, total, script.name, None, said)
    before = earlier is not None
    return Step(number, total, script.name, marking, before=before, unread=document.unread, word=document.word)


def student_names(files: Sequence[str], *, pseudonyms: bool = False) -> list[str]:
    """Whose scripts these are, by their file names, each name once; or Student 01, 02 ... in their order."""
    if pseudonyms:
        width = max(2, len(str(len(files))))
        return [say("class", "student", number=f"{number:0{width}}") for number in range(1, len(files) + 1)]
    names: dict[str, None] = {}
    for file in files:
        tried = chain((student_name(file), file), (f"{file} ({number})" for number in count(2)))
        names[next(name for name in tried if name not in names)] = None
    return list(names)


def student_name(file: str) -> str:
    """The name that a file's name tells: no folder, no extension, no underscores, none of what Moodle adds."""
    path = PurePosixPath(file)
    stem = path.stem if re.fullmatch(r"\.[A-Za-z]\w{0,9}", path.suffix) else path.name
    uploaded = UPLOADED.match(path.parts[0] if len(path.parts) > 1 else stem) or UPLOADED.match(stem)
    return " ".join((uploaded["who"] if uploaded else stem).replace("_", " ").split()) or file


def told_names(files: Sequence[str]) -> list[str]:
    """The whole names that file names tell: what to scrub where the scripts stand under pseudonyms."""
    return [name for name in student_names(files) if WHOLE_NAME.fullmatch(name)]


def named(script: Input, name: str) -> Input:
    """The script under the name of its student."""
    return Input(name, lambda: replace(script.read(), name=name))
