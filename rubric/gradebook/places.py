"""Where a class set goes in the gradebook: the assignment and the students that are there already, else new ones.

In: an open Gradebook, and an assignment or a script as it stands on the desk.  Out: the same as it is kept.
An assignment is the same by its name, pack and scheme. A student whose name is known is the same by it within a class, a
pseudonymous one by the text.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rubric.gradebook.rows import Assignment, Student
from rubric.gradebook.store import Gradebook
from rubric.marking import Marking
from rubric.scrub import scrubbed_text


def same_assignment(book: Gradebook, mine: Assignment) -> Assignment | None:
    """The assignment of the same name, pack and scheme, None where there is none."""
    same = (one for one in book.assignments() if (one.name, one.pack, one.scheme) == (mine.name, mine.pack, mine.scheme))
    return next(same, None)


def kept_assignment(book: Gradebook, mine: Assignment) -> Assignment:
    """The assignment as it is kept: the same one, taught points and all as they are now, or a new one."""
    kept = same_assignment(book, mine)
    if kept is None:
        return book.add_assignment(
            mine.name,
            pack=mine.pack,
            question=mine.question,
            scheme=mine.scheme,
            taught=mine.taught,
            level_first=mine.level_first,
        )
    book.set_taught(kept.id, mine.taught)
    book.set_level_first(kept.id, mine.level_first)
    return replace(mine, id=kept.id)


def kept_student(book: Gradebook, assignment: str, marking: Marking, class_name: str, *, pseudonyms: bool) -> Student:
    """Whose script this is: by name, or where there is none by the text; else a new student."""
    label = marking.essay.name
    known = {student.label: student for student in book.students(class_name)}
    if not pseudonyms:
        return known.get(label) or book.add_student(label, class_name=class_name)
    text = scrubbed_text(marking.essay.text)
    for draft in book.drafts(assignment):
        if draft.text == text:
            return book.student(draft.student)
    return book.add_student(free(label, known), class_name=class_name, pseudonym=True)


def free(name: str, taken: Collection[str]) -> str:
    """A name that is not taken: with a number behind it where it is."""
    number = 2
    found = name
    while found in taken:
        found, number = f"{name} ({number})", number + 1
    return found
