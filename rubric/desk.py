"""The teacher's desk: a class set while it is worked on, and in the gradebook once the teacher saves it.

In: an assignment, scripts as Inputs, what marks one, and what the teacher decides.  Out: each script as it stands reviewed,
the class sheet, and a line in the gradebook for every decision as soon as the set is saved.
A script is on the desk as soon as it is marked, so that a set cut off goes on where it stopped; where work is begun anew while
another thread still marks, the newer has the pile, and what the older still had in hand is put down. Before saving, decisions
live here alone; saving hands them over with the time at which they were made, and what the gradebook refuses stays here until
it takes it. Scripts of students whose name is known are told apart by it, pseudonymous ones by their text. `revision` grows
with every change: what is made from a desk holds as long.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import Lock
from typing import Self

from reference.reading.documents import Document, read_paste
from rubric.class_set import Step, mark_set, named, student_name, student_names, told_names
from rubric.class_sheet import ClassSheet, class_sheet, script_of
from rubric.gradebook import Gradebook, GradebookError
from rubric.gradebook.places import free, kept_assignment, kept_student
from rubric.gradebook.rows import Assignment, pack_of
from rubric.inputs import Input
from rubric.marking import Marking
from rubric.overrides import Change, Override, Reviewed, faults, overridden, stood
from rubric.reviewing import range_shown
from rubric.scrub import scrubbed


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A script: its student's label, its file, and its marking or why there is none.

    `draft` is its id in the gradebook, empty until it is saved; `word` the Word file that came in, to be returned.
    """

    name: str
    file: str
    marking: Marking | None
    fault: str = ""
    unread: tuple[str, ...] = ()
    word: bytes | None = None
    draft: str = ""

    @property
    def key(self) -> str:
        """What its overrides are kept under."""
        return self.draft or self.name


class Desk:
    """One class set. `scripts` are in the order of their files; numbers of scripts are places in it, from 0."""

    def __init__(
        self,
        assignment: Assignment,
        *,
        class_name: str = "",
        pseudonyms: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self.assignment = assignment
        self.class_name = class_name
        self.pseudonyms = pseudonyms
        self.scripts: list[OnDesk] = []
        self.revision = 0
        self._turn = 0
        self._lock = Lock()
        self._waiting: list[Input] = []
        self._files: list[str] = []
        self._decided: list[Override] = []
        self._refused: list[tuple[Marking, Override]] = []
        self.trouble = ""
        self._book: Gradebook | None = None
        self._clock = clock
        self._new_id = new_id

    @classmethod
    def opened(cls, book: Gradebook, assignment: str) -> Self:
        """The desk of an assignment that was saved: the last draft of each student. Raises KeyError."""
        last = {draft.student: draft for draft in book.drafts(assignment)}
        students = sorted((book.student(student) for student in last), key=lambda one: one.label)
        some = students[0] if students else None
        desk = cls(
            book.assignment(assignment),
            class_name=some.class_name if some else "",
            pseudonyms=some.pseudonym if some else False,
        )
        for student in students:
            draft = last[student.id].id
            desk.scripts.append(OnDesk(student.label, student.label, book.marking(draft), draft=draft))
            desk._files.append(student.label)
        desk._book = book
        desk._decided = book.overrides(assignment=assignment)
        return desk

    @property
    def book(self) -> Gradebook | None:
        """The gradebook that this set is kept in, once it was saved."""
        return self._book

    @property
    def saved(self) -> bool:
        """Whether every script that was read, and every decision, is in the gradebook."""
        kept = all(script.draft for script in self.scripts if script.marking is not None)
        return self._book is not None and kept and not self._refused

    @property
    def total(self) -> int:
        """How many scripts there are, those still to be marked too."""
        return len(self._files)

    @property
    def waiting(self) -> int:
        """How many scripts are still to be marked."""
        return len(self._waiting)

    @property
    def following(self) -> str:
        """The name of the script that is marked next, empty where none waits."""
        return next((script.name for script in self._waiting), "")

    @property
    def unsaved(self) -> int:
        """How many scripts are lost with the desk: those that were marked and are not in the gradebook, and those that wait."""
        return sum(not self.scripts[number].draft for number in self.read) + self.waiting

    @property
    def read(self) -> list[int]:
        """The numbers of the scripts that were marked."""
        return [number for number, script in enumerate(self.scripts) if script.marking is not None]

    @property
    def unread(self) -> list[tuple[str, str]]:
        """The files that could not be read, each with its reason."""
        return [(script.file, script.fault) for script in self.scripts if script.marking is None]

    def lay(self, scripts: Sequence[Input]) -> list[str]:
        """Put scripts on the pile of those to be marked; late ones keep the names of those before them.

        A file that could not be read makes room for another of its name. Returns the files that are left where they are,
        because a script of that name is there already.
        """
        with self._lock:
            self._clear({script.name for script in scripts})
            there = set(self._files)
            new = [script for script in scripts if not {script.name, student_name(script.name)} & there]
            self._files += [script.name for script in new]
            names = student_names(self._files, pseudonyms=self.pseudonyms)[len(self._files) - len(new) :]
            taken = {script.name for script in self.scripts}
            self._waiting += [named(script, free(name, taken)) for script, name in zip(new, names, strict=True)]
            self.revision += 1
        return [script.name for script in scripts if script not in new]

    def work(self, mark_one: Callable[[Document], Marking]) -> Iterator[Step]:
        """Mark what waits. Each script is on the desk before its Step is handed out.

        Raises EncoderError or ParserError where a model is missing.
        """

        def marked(document: Document) -> Marking:
            marking = mark_one(document)
            return scrubbed(marking, told, document.name) if self.pseudonyms else marking

        with self._lock:
            self._turn += 1
            mine, done, pile = self._turn, len(self.scripts), tuple(self._waiting)
            told = told_names(self._files) if self.pseudonyms else []
        for step in mark_set(pile, marked):
            word = None if self.pseudonyms else step.word
            with self._lock:
                if self._turn != mine:
                    return
                file = self._files[len(self.scripts)]
                self.scripts.append(OnDesk(step.name, file, step.marking, step.fault or "", step.unread, word))
                self._waiting.pop(0)
                self.revision += 1
            yield replace(step, number=done + step.number, total=self.total)

    def reviewed(self, number: int) -> Reviewed:
        """A script with every decision in its place. Raises KeyError where it was not read."""
        return overridden(self._marking(number), self.history(number), self.assignment.taught)

    def history(self, number: int) -> list[Override]:
        """What was decided about a script, with what was decided for the whole set, in order."""
        key = self.scripts[number].key
        return [one for one in self._decided if one.draft in (None, key)]

    def decide(self, number: int, change: Change) -> Override:
        """Take a decision about one script. Raises ValueError where it makes no sense there."""
        marking = self._marking(number)
        if fault := faults(change, marking):
            raise ValueError(fault)
        return self._take(number, self._made(self.scripts[number].key, change, marking, self.history(number)))

    def decide_all(self, number: int, change: Change) -> Override:
        """Take a decision for the whole set: a claim dismissed, met in this script. Raises ValueError for any other."""
        if change.kind != "claim":
            raise ValueError("Only a claim can be dismissed for a whole assignment.")
        return self._take(number, self._made(None, change, self._marking(number), self._decided))

    def hand_over(self) -> None:
        """Keep in the gradebook, in order, what it has refused so far; where it refuses again, `trouble` says why."""
        self.trouble = ""
        try:
            while self._refused and self._book is not None:
                marking, one = self._refused[0]
                if one.draft is None:
                    kept = self._book.override_all(self.assignment.id, one.change, marking, one.at)
                else:
                    kept = self._book.override(one.draft, one.change, one.at)
                self._decided[self._decided.index(one)] = kept
                self._refused.pop(0)
        except GradebookError as fault:
            self.trouble = str(fault)

    def set_taught(self, taught: Collection[str] | None) -> None:
        """Say which points were taught, None for all."""
        self.assignment = replace(self.assignment, taught=None if taught is None else frozenset(taught))
        self.revision += 1
        if self._book is not None:
            self._book.set_taught(self.assignment.id, taught)

    def set_level_first(self, level_first: bool) -> None:
        """Say whether the teacher's level is asked before the tool's range is shown."""
        self.assignment = replace(self.assignment, level_first=level_first)
        self.revision += 1
        if self._book is not None:
            self._book.set_level_first(self.assignment.id, level_first)

    def hidden(self, reviewed: Reviewed) -> bool:
        """Whether the tool's range is not to be shown yet, because the teacher's own level comes first."""
        return not range_shown(reviewed, level_first=self.assignment.level_first)

    def sheet(self) -> ClassSheet:
        """The class sheet, with every decision in its place, and no range that is still hidden."""
        scripts = []
        for number in self.read:
            reviewed = self.reviewed(number)
            script = script_of(reviewed.marking, self.scripts[number].name)
            scripts.append(replace(script, level=None) if self.hidden(reviewed) else script)
        return class_sheet(scripts, self.unread)

    def save(self, book: Gradebook) -> None:
        """Keep in the gradebook what is not there yet: the assignment, its students, texts, markings and decisions.

        An assignment of the same name, pack and scheme is gone on with, and so is a text that stands in it already.
        Raises GradebookError.
        """
        self.hand_over()
        if self.trouble:
            raise GradebookError(self.trouble)
        if self._book is None:
            self.assignment = kept_assignment(book, self.assignment)
            for one in self._decided:
                if one.draft is None:
                    book.override_all(self.assignment.id, one.change, self._marking(self.read[0]), one.at)
        self._book = book
        self.revision += 1
        for number in self.read:
            script = self.scripts[number]
            if not script.draft:
                marking = self._marking(number)
                student = kept_student(book, self.assignment.id, marking, self.class_name, pseudonyms=self.pseudonyms)
                draft = book.save(self.assignment.id, student.id, marking).id
                for one in self._decided:
                    if one.draft == script.name:
                        book.override(draft, one.change, one.at)
                self.scripts[number] = replace(script, name=student.label, draft=draft)
        self._decided = book.overrides(assignment=self.assignment.id)

    def mark_again(
        self, mark_one: Callable[[Document], Marking], fresh: Callable[[Marking], bool] = lambda _: False
    ) -> Iterator[int]:
        """Mark scripts anew, by the pack and program of today; what was decided stands. Hands out each number done.

        Those whose marking is `fresh` are passed over.
        """
        for number in self.read:
            script = self.scripts[number]
            if fresh(self._marking(number)):
                continue
            marking = mark_one(read_paste(self._marking(number).essay.text, script.name))
            if self._book is not None and script.draft:
                self._book.save(self.assignment.id, self._book.draft(script.draft).student, marking)
            self.scripts[number] = replace(script, marking=marking)
            self.revision += 1
            yield number

    def _clear(self, files: Collection[str]) -> None:
        """Take away the files that could not be read and are given again."""
        gone = [n for n, script in enumerate(self.scripts) if script.marking is None and script.file in files]
        for number in reversed(gone):
            del self.scripts[number], self._files[number]

    def _marking(self, number: int) -> Marking:
        marking = self.scripts[number].marking
        if marking is None:
            raise KeyError(number)
        return marking

    def _take(self, number: int, made: Override) -> Override:
        """A decision counts at once, and is in the gradebook before anything else happens unless the gradebook refuses it."""
        self._decided.append(made)
        self.revision += 1
        if self._book is not None and (made.draft is None or self.scripts[number].draft):
            self._refused.append((self._marking(number), made))
            self.hand_over()
        return made

    def _made(self, draft: str | None, change: Change, marking: Marking, history: Sequence[Override]) -> Override:
        before, now = stood(change, marking, history), self._clock().isoformat()
        made_by = marking.made_by.model_dump()
        return Override(self._new_id(), now, self.assignment.id, draft, change, before, pack_of(marking), made_by)
