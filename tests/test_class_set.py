"""Many scripts one by one: progress, cancel, what was done before; one bad file never stops the rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reference.reading.documents import Document, DocumentError
from reference.reading.parser import ParserError
from rubric.class_set import mark_set, student_name, student_names
from rubric.inputs import Input
from rubric.marking import Marking
from tests.desk import marking


def script(name: str) -> Input:
    def read() -> Document:
        if name.startswith("bad"):
            raise DocumentError(f"{name} is empty: paste or upload an essay first.")
        return Document(name, f"{name} says 1962.", ("a picture",) if name == "drawn" else ())

    return Input(name, read)


def mark_one(document: Document) -> Marking:
    if document.name == "trips":
        raise IndexError("a bug")
    return marking(document.text, name=document.name)


SET = [script(name) for name in ("a", "bad", "trips", "drawn")]


def test_one_bad_file_never_stops_the_rest() -> None:
    steps = list(mark_set(SET, mark_one))
    assert [(step.number, step.total, step.name, step.marking is not None) for step in steps] == [
        (1, 4, "a", True), (2, 4, "bad", False), (3, 4, "trips", False), (4, 4, "drawn", True)
    ]  # fmt: skip
    assert steps[1].fault == "bad is empty: paste or upload an essay first."
    assert steps[2].fault == (
        "trips could not be marked, through a fault of Marginalia's own (IndexError); the other scripts are not touched by it."
    )
    assert steps[3].unread == ("a picture",)


def test_a_missing_model_stops_all() -> None:
    def no_model(_: Document) -> Marking:
        raise ParserError("The parser is missing: run pip.")

    with pytest.raises(ParserError):
        list(mark_set(SET, no_model))


def test_progress_names_the_next_and_tells_the_time_left() -> None:
    ticks: Iterator[float] = iter([0.0, 4.0, 4.0, 6.0, 6.0, 9.0, 9.0, 10.0])
    steps = list(mark_set(SET, mark_one, clock=lambda: next(ticks)))
    assert [(step.following, step.left) for step in steps] == [("bad", 12.0), ("trips", 6.0), ("drawn", 3.0), (None, 0.0)]


def test_what_was_done_before_is_not_marked_again_and_costs_no_time() -> None:
    earlier = marking("a says 1962.", name="a")
    ticks: Iterator[float] = iter([0.0, 0.0, 2.0, 0.0, 2.0, 0.0, 2.0])
    steps = list(mark_set(SET, mark_one, done=lambda one: earlier if one.name == "a" else None, clock=lambda: next(ticks)))
    assert [(step.before, step.left) for step in steps] == [(True, 0.0), (False, 4.0), (False, 2.0), (False, 0.0)]
    assert steps[0].marking is earlier


def test_cancelled_between_two_scripts() -> None:
    done: list[str] = []
    for step in mark_set(SET, mark_one, cancelled=lambda: len(done) == 2):
        done.append(step.name)
    assert done == ["a", "bad"]


def test_each_is_read_only_in_its_turn() -> None:
    read: list[str] = []

    def watched(name: str) -> Input:
        def reading() -> Document:
            read.append(name)
            return Document(name, "1962.")

        return Input(name, reading)

    steps = mark_set([watched("a"), watched("b")], mark_one)
    next(steps)
    assert read == ["a"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        pytest.param("Zoe_Power.docx", "Zoe Power", id="underscores"),
        pytest.param("12B/Zoe Power.pdf", "Zoe Power", id="folder"),
        pytest.param("Zoe Power_123456_assignsubmission_file_my essay.docx", "Zoe Power", id="moodle-file"),
        pytest.param("Zoe Power_123456_assignsubmission_file_/my essay.docx", "Zoe Power", id="moodle-folder"),
        pytest.param("Draft 1.2", "Draft 1.2", id="no-extension"),
        pytest.param("Z. Power.txt", "Z. Power", id="initial"),
        pytest.param("___.txt", "___.txt", id="nothing-left"),
    ],
)
def test_a_name_from_a_file_name(file: str, name: str) -> None:
    assert student_name(file) == name


@pytest.mark.parametrize(
    ("files", "pseudonyms", "names"),
    [
        pytest.param(["a.txt", "b.txt"], False, ["a", "b"], id="names"),
        pytest.param(["a.txt", "a.docx", "x/a.txt"], False, ["a", "a.docx", "x/a.txt"], id="namesakes-are-told-apart"),
        pytest.param(["a.txt", "a.txt", "a.txt"], False, ["a", "a.txt", "a.txt (2)"], id="one-file-given-three-times"),
        pytest.param(["zoe.txt", "ben.txt"], True, ["Student 01", "Student 02"], id="pseudonyms"),
        pytest.param([], True, [], id="none"),
    ],
)
def test_names_of_a_set(files: list[str], pseudonyms: bool, names: list[str]) -> None:
    assert student_names(files, pseudonyms=pseudonyms) == names
