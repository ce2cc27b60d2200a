"""What is deleted is gone from the file's bytes, history too, and nothing else is; what is held can be handed out."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from reference import Pack
from reference.reading.documents import read_bytes
from rubric import mark
from rubric.gradebook import Gradebook
from rubric.gradebook.forget import (
    forget_all,
    forget_assignment,
    forget_class,
    forget_draft,
    forget_student,
    held,
    held_as_json,
)
from rubric.gradebook.rows import Draft
from rubric.overrides import decide_slip, dismiss_claim, put_comment
from tests.desk import PACK, book_at, marking

# Words that stand nowhere else: of the essay, of the history, of the name.
ZOE = ("zanzibarwall", "quuxnote", "Zoe Vexworth")
BEN = ("brandywinewall", "frobnote", "Ben Zyskind")


class Desk:
    """Two students of two classes, each with a script, a history and a comment."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.book = book_at(place)
        self.mock = self.book.add_assignment("Mockexam", **PACK)
        self.zoe = self._script(ZOE, "12B")
        self.ben = self._script(BEN, "12C")
        self.book.override_all(self.mock.id, dismiss_claim("sputnik.when=1958#1", "wholenote"), marking())

    def _script(self, words: tuple[str, str, str], class_name: str) -> Draft:
        student = self.book.add_student(words[2], class_name=class_name)
        draft = self.book.save(self.mock.id, student.id, marking(f"1962 was the year of the {words[0]}. " * 200))
        self.book.override(draft.id, decide_slip("wall.when=1962#1", "dismiss", words[1]))
        self.book.override(draft.id, put_comment("c", f"{words[1]} again " * 300))
        return draft

    def found(self, *words: str) -> list[str]:
        """Which of the words stand in the bytes of the gradebook or of anything beside it."""
        data = b"".join(path.read_bytes() for path in self.place.parent.iterdir())
        return [word for word in words if word.encode() in data or word.encode("utf-16-le") in data]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "book.db")


def test_the_words_are_there_to_begin_with(desk: Desk) -> None:
    assert desk.found(*ZOE, *BEN, "wholenote") == [*ZOE, *BEN, "wholenote"]


Forget = Callable[[Gradebook, Desk], None]


@pytest.mark.parametrize(
    ("forget", "left"),
    [
        pytest.param(lambda book, desk: forget_draft(book, desk.zoe.id), [ZOE[2], *BEN, "wholenote"], id="script"),
        pytest.param(lambda book, desk: forget_student(book, desk.zoe.student), [*BEN, "wholenote"], id="student"),
        pytest.param(lambda book, desk: forget_class(book, "12C"), [*ZOE, "wholenote"], id="class"),
        pytest.param(lambda book, desk: forget_assignment(book, desk.mock.id), [ZOE[2], BEN[2]], id="assignment"),
        pytest.param(lambda book, desk: forget_all(book), [], id="all"),
        pytest.param(lambda book, desk: forget_class(book, "13A"), [*ZOE, *BEN, "wholenote"], id="a-class-that-is-not-there"),
    ],
)
def test_what_is_forgotten_is_gone_from_the_bytes(
    forget: Callable[[Gradebook, Desk], None], left: list[str], desk: Desk
) -> None:
    forget(desk.book, desk)
    assert desk.found(*ZOE, *BEN, "wholenote") == left
    assert [path.name for path in desk.place.parent.iterdir()] == ["book.db"]


def test_an_essay_that_was_not_saved_is_nowhere(desk: Desk) -> None:
    marking("1962 was the year of the unsavedword.")
    assert desk.found("unsavedword") == []


def test_the_author_of_a_file_is_never_kept(desk: Desk, pack: Pack) -> None:
    file = io.BytesIO()
    document = docx.Document()
    document.core_properties.author = document.core_properties.last_modified_by = "Vexauthor"
    document.sections[0].header.paragraphs[0].text = "Vexheader 12B"
    document.add_paragraph("The Berlin Wall went up in 1962, and the keptword stood.")
    document.save(file)
    read = read_bytes(file.getvalue(), "vexfile.docx")
    marked = mark(read.text, pack, facts_only=True, name=read.name)
    desk.book.save(desk.mock.id, desk.zoe.student, marked)
    assert desk.found("Vexauthor", "Vexheader", "vexfile", "keptword") == ["keptword"]


def test_marking_again_and_forgetting_leaves_no_earlier_marking(desk: Desk) -> None:
    desk.book.save(desk.mock.id, desk.zoe.student, marking("1962 was the year of the secondzanzibar."))
    forget_student(desk.book, desk.zoe.student)
    assert desk.found("secondzanzibar", *ZOE) == []


def test_everything_held_on_one_student_is_handed_out_and_nothing_of_others(desk: Desk) -> None:
    data = json.loads(held_as_json(desk.book, desk.zoe.student))
    draft = data["drafts"][0]
    assert (data["label"], data["class"], draft["assignment"], draft["number"]) == (ZOE[2], "12B", "Mockexam", 1)
    assert draft["markings"][0]["marking"]["essay"]["text"] == draft["text"]
    assert [one["kind"] for one in draft["overrides"]] == ["slip", "comment"]
    assert [word for word in BEN if word in json.dumps(data)] == []
    assert held(desk.book, desk.zoe.student) == data


def test_nothing_is_held_on_a_student_who_was_forgotten(desk: Desk) -> None:
    forget_student(desk.book, desk.zoe.student)
    with pytest.raises(KeyError):
        held(desk.book, desk.zoe.student)
