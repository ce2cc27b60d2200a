"""A class set run into a folder: markings as they come, then the class sheet and the list of what was not read.

In: Inputs, what marks one, and the folder.  Out: markings.jsonl (a line a script, in order), class-sheet.csv and .xlsx,
unread.csv, and with pseudonyms the key that tells them apart; where asked for, class-sheet.html and returned/, a Word file a
script. A point that was not taught is missing in none of them. A run that was cut off goes on where it stopped: until the end
each marking is added to markings.part, and a script whose text, pack and program are the same is not marked again.
With pseudonyms, what tells who wrote is scrubbed, the names in the files' names too.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from reference.reading.documents import Document
from rubric.class_set import Step, mark_set, named, student_names, told_names
from rubric.class_sheet import ClassSheet, class_sheet, script_of
from rubric.inputs import Input
from rubric.marking import Marking
from rubric.overrides import overridden
from rubric.report.bundle import FileNames, HandBack, handed_back
from rubric.report.class_page import as_class_page
from rubric.report.table import safe, sheet_csv, sheet_xlsx, unread_csv
from rubric.scrub import scrubbed, scrubbed_text

MARKINGS, WORK, KEY = "markings.jsonl", "markings.part", "pseudonyms.csv"
PAGE, RETURNED = "class-sheet.html", "returned"
Place = tuple[Path, int]  # a file and where in it a line begins


class ClassFolder:
    """A class set and the folder for its results; `run` does the work, `sheet` is there when all of it is done.

    `taught` has the points that may be missing, None all; `word` and `page` ask for Word files and for the sheet as a page.
    """

    def __init__(
        self,
        out: Path,
        scripts: Sequence[Input],
        *,
        question: str = "",
        pseudonyms: bool = False,
        taught: Collection[str] | None = None,
        word: bool = False,
        page: bool = False,
    ) -> None:
        self.out = out
        self.question = question
        self.pseudonyms = pseudonyms
        self.taught = taught
        self.word = word
        self.page = page
        self.files = [script.name for script in scripts]
        self.names = student_names(self.files, pseudonyms=pseudonyms)
        self._told = told_names(self.files) if pseudonyms else []
        self.scripts = [named(script, name) for script, name in zip(scripts, self.names, strict=True)]
        self.sheet: ClassSheet | None = None

    def run(
        self,
        mark_one: Callable[[Document], Marking],
        same: Callable[[Marking], bool],
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[Step]:
        """Mark, and keep each marking as soon as it is there. `same` tells whether an earlier one was made alike.

        Raises OSError where the folder cannot be written, EncoderError or ParserError where a model is missing.
        """
        (self.out / RETURNED if self.word else self.out).mkdir(parents=True, exist_ok=True)
        names = FileNames("docx")
        earlier = _index(self.out / MARKINGS) | _index(self.out / WORK)
        scripts, unread, places, number = [], [], dict[int, Place | str](), 0
        with _added_to(self.out / WORK) as work:

            def done(document: Document) -> Marking | None:
                kept = _marking_at(earlier.get(document.name))
                kept = kept and self._as_taught(kept)
                text = scrubbed_text(document.text, self._told) if self.pseudonyms else document.text
                return kept if kept is not None and kept.essay.text == text and same(kept) else None

            def marked(document: Document) -> Marking:
                marking = self._as_taught(mark_one(document))
                return scrubbed(marking, self._told, document.name) if self.pseudonyms else marking

            for step in mark_set(self.scripts, marked, done=done, cancelled=cancelled):
                number = step.number
                if step.marking is None:
                    unread.append((self.files[number - 1], step.fault or ""))
                    places[number] = _error_line(step)
                else:
                    scripts.append(script_of(step.marking, step.name))
                    as_it_was = step.before and self.taught is None
                    places[number] = earlier[step.name] if as_it_was else (self.out / WORK, work.tell())
                    if not as_it_was:
                        work.write(step.marking.to_json().encode() + b"\n")
                        work.flush()
                    if self.word:
                        script = HandBack(step.name, step.marking, step.word, self.pseudonyms)
                        (self.out / RETURNED / names.of(step.name)).write_bytes(handed_back(script, self.question))
                yield step
        if number == len(self.scripts):
            self.sheet = class_sheet(scripts, unread)
            self._finish(self.sheet, [places[i] for i in sorted(places)])

    def _as_taught(self, marking: Marking) -> Marking:
        return marking if self.taught is None else overridden(marking, (), self.taught).marking

    def _finish(self, sheet: ClassSheet, places: Sequence[Place | str]) -> None:
        """Put the markings in order, and write what is made from them."""
        whole = self.out / f"{MARKINGS}.new"
        with whole.open("wb") as file:
            for place in places:
                file.write(place.encode() if isinstance(place, str) else _line_at(place))
        os.replace(whole, self.out / MARKINGS)
        (self.out / WORK).unlink(missing_ok=True)
        (self.out / "class-sheet.csv").write_bytes(sheet_csv(sheet))
        (self.out / "class-sheet.xlsx").write_bytes(sheet_xlsx(sheet))
        (self.out / "unread.csv").write_bytes(unread_csv(sheet))
        if self.page:
            (self.out / PAGE).write_text(as_class_page(sheet, self.question), "utf-8")
        if self.pseudonyms:
            rows = io.StringIO(newline="")
            csv.writer(rows).writerows([name, safe(file)] for name, file in zip(self.names, self.files, strict=True))
            (self.out / KEY).write_bytes(("\ufeff" + rows.getvalue()).encode())


def _error_line(step: Step) -> str:
    return json.dumps({"essay": {"name": step.name}, "error": step.fault}, ensure_ascii=False) + "\n"


def _added_to(path: Path) -> io.BufferedRandom:
    """The file, open at its end, less a last line that was cut off."""
    path.touch()
    file = path.open("r+b")
    file.truncate(file.read().rfind(b"\n") + 1)
    file.seek(0, os.SEEK_END)
    return file


def _index(path: Path) -> dict[str, Place]:
    """Where each essay's marking stands in a file of markings, by name; what is no marking is passed over."""
    found: dict[str, Place] = {}
    if not path.is_file():
        return found
    with path.open("rb") as file:
        at = 0
        for line in file:
            try:
                data = json.loads(line)
                if "error" not in data:
                    found[str(data["essay"]["name"])] = (path, at)
            except (ValueError, KeyError, TypeError):
                pass
            at += len(line)
    return found


def _line_at(place: Place) -> bytes:
    path, offset = place
    with path.open("rb") as file:
        file.seek(offset)
        return file.readline()


def _marking_at(place: Place | None) -> Marking | None:
    """The marking of an earlier run, None where there is none or it is of another form."""
    if place is None:
        return None
    try:
        return Marking.model_validate_json(_line_at(place))
    except ValidationError:
        return None
