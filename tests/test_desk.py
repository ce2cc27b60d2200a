"""The desk: a set goes on where it stopped, decisions count at once, and saving hands all of it to the gradebook."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from reference.reading.documents import Document, DocumentError, read_paste
from rubric.desk import Desk
from rubric.gradebook import Gradebook, GradebookError, open_gradebook
from rubric.gradebook.rows import Assignment
from rubric.inputs import Input
from rubric.marking import Marking
from rubric.overrides import decide_slip, dismiss_claim, give_level, put_comment, set_point, take_back
from tests.desk import book_at, marking, point

WALL = "wall.when=1962#1"
POINTS = (point("berlin"), point("cuba", "covered"))
MOCK = Assignment("", "Mock", "usa-ussr-1955-62", "How did relations change?", "aqa-7042", None, level_first=True)


def script(file: str, text: str = "") -> Input:
    return Input(file, lambda: read_paste(text or f"1962 was the year of the Wall, says {file}."))


def broken(file: str) -> Input:
    def read() -> Document:
        raise DocumentError(f"{file} is a picture.")

    return Input(file, read)


def mark_one(document: Document) -> Marking:
    return marking(document.text, points=POINTS, name=document.name)


def desk_of(*scripts: Input, pseudonyms: bool = False) -> Desk:
    """A desk with a set that was marked, its clock at nine."""
    desk = Desk(MOCK, class_name="12B", pseudonyms=pseudonyms, clock=lambda: datetime(2026, 11, 1, 9, tzinfo=UTC))
    desk.lay(scripts)
    list(desk.work(mark_one))
    return desk


@pytest.fixture
def book(tmp_path: Path) -> Gradebook:
    return book_at(tmp_path / "book.db")


def test_a_set_goes_on_where_it_stopped_and_marks_nothing_twice() -> None:
    seen: list[str] = []

    def counted(document: Document) -> Marking:
        seen.append(document.name)
        return mark_one(document)

    desk = Desk(MOCK)
    desk.lay([script("Zoe.txt"), broken("b.png"), script("Ali.txt")])
    first = list(islice(desk.work(counted), 2))
    assert ([step.number for step in first], desk.waiting, desk.total) == ([1, 2], 1, 3)
    rest = list(desk.work(counted))
    assert ([(step.number, step.total) for step in rest], seen, desk.waiting) == ([(3, 3)], ["Zoe", "Ali"], 0)
    assert (desk.read, desk.unread) == ([0, 2], [("b.png", "b.png is a picture.")])


def test_late_scripts_keep_the_names_of_those_before() -> None:
    desk = desk_of(script("Zoe.txt"))
    desk.lay([script("Zoe.docx"), script("Ali.txt")])
    assert [step.number for step in desk.work(mark_one)] == [2, 3]
    assert [one.name for one in desk.scripts] == ["Zoe", "Zoe.docx", "Ali"]


def test_decisions_count_at_once_and_can_be_taken_back() -> None:
    desk = desk_of(script("Zoe.txt"), script("Ali.txt"))
    desk.decide(0, decide_slip(WALL, "dismiss", "a quotation"))
    assert ([len(desk.reviewed(n).marking.slips) for n in (0, 1)], desk.history(1)) == ([0, 1], [])
    desk.decide_all(1, dismiss_claim(WALL, "as the book has it"))
    assert [len(desk.reviewed(n).marking.slips) for n in (0, 1)] == [0, 0]
    desk.decide(0, set_point("berlin", "covered"))
    made = desk.decide(0, take_back("point", "berlin"))
    assert made.before == {"status": "covered"}
    assert desk.reviewed(0).marking.points[0].status == "missing"
    assert [one.slip.key for one in desk.sheet().slips] == []


def test_what_makes_no_sense_is_refused() -> None:
    desk = desk_of(script("Zoe.txt"), broken("b.png"))
    with pytest.raises(ValueError, match="no point 'rome'"):
        desk.decide(0, set_point("rome", "covered"))
    with pytest.raises(ValueError, match="Only a claim"):
        desk.decide_all(0, set_point("berlin", "covered"))
    with pytest.raises(KeyError):
        desk.reviewed(1)
    assert desk.history(0) == []


def test_a_point_that_was_not_taught_is_missing_nowhere() -> None:
    desk = desk_of(script("Zoe.txt"))
    desk.set_taught(["cuba"])
    assert [point.id for point in desk.reviewed(0).marking.points] == ["cuba"]
    assert [one.point.id for one in desk.sheet().missed if one.missing] == []


def test_saving_hands_over_every_decision_with_its_time(book: Gradebook) -> None:
    desk = desk_of(script("Zoe.txt"), broken("b.png"), script("Ali.txt"))
    desk.decide(2, give_level(3, seen_range=False))
    desk.decide_all(0, dismiss_claim(WALL, "as the book has it"))
    desk.save(book)
    again = Desk.opened(open_gradebook(str(book.engine.url)), book.assignments()[0].id)
    assert ([one.name for one in again.scripts], again.class_name, again.saved) == (["Ali", "Zoe"], "12B", True)
    assert (again.reviewed(0).level, again.reviewed(1).level) == (3, None)
    assert [len(again.reviewed(n).marking.slips) for n in again.read] == [0, 0]
    assert {one.at for one in again.history(0)} == {"2026-11-01T09:00:00+00:00"}


def test_once_saved_a_decision_is_in_the_gradebook_before_it_shows(book: Gradebook) -> None:
    desk = desk_of(script("Zoe.txt"))
    desk.save(book)
    desk.decide(0, put_comment("c1", "Well argued."))
    desk.set_taught(["cuba"])
    desk.set_level_first(False)
    again = Desk.opened(open_gradebook(str(book.engine.url)), desk.assignment.id)
    assert [one.text for one in again.reviewed(0).comments] == ["Well argued."]
    assert (again.assignment.taught, again.assignment.level_first) == ({"cuba"}, False)


def test_the_same_set_saved_again_keeps_what_was_decided(book: Gradebook) -> None:
    first = desk_of(script("Zoe.txt"), script("Ali.txt"))
    first.save(book)
    first.decide(0, set_point("berlin", "covered", "on the last page"))
    again = desk_of(script("Zoe.txt"), script("Ali.txt", "1962 was a new draft."))
    again.save(book)
    assert (len(book.assignments()), len(book.students()), len(book.drafts())) == (1, 2, 3)
    assert [again.reviewed(n).marking.points[0].status for n in (0, 1)] == ["covered", "missing"]


def test_a_set_marked_anew_keeps_what_was_decided(book: Gradebook) -> None:
    desk = desk_of(script("Zoe.txt"))
    desk.save(book)
    desk.decide(0, decide_slip(WALL, "edit", should_be="August 1961"))
    assert list(desk.mark_again(lambda document: marking(document.text, points=POINTS, name=document.name, pack="1.1.0"))) == [
        0
    ]
    shown = desk.reviewed(0).marking
    assert (shown.pack.version, shown.slips[0].should_be) == ("1.1.0", "August 1961")
    assert book.marking(desk.scripts[0].draft).pack.version == "1.1.0"


def test_pseudonyms_are_told_apart_by_their_text(book: Gradebook) -> None:
    one, two = script("Zoe Power.txt", "Zoe Power\n\n1962 was early."), script("Ali Khan.txt", "1962 was late.")
    desk = desk_of(one, two, pseudonyms=True)
    assert [on.name for on in desk.scripts] == ["Student 01", "Student 02"]
    assert "Zoe" not in str(desk.scripts[0].marking)
    desk.save(book)
    swapped = desk_of(two, one, script("New Boy.txt", "1962 was new."), pseudonyms=True)
    swapped.save(book)
    assert [on.name for on in swapped.scripts] == ["Student 02", "Student 01", "Student 03"]
    assert len(book.drafts()) == len(book.students()) == 3
    assert all(student.pseudonym for student in book.students())


def test_a_pseudonym_that_another_has_is_not_given_twice(book: Gradebook) -> None:
    desk_of(script("Zoe Power.txt"), pseudonyms=True).save(book)
    other = desk_of(script("Ali Khan.txt", "1962 was another's."), pseudonyms=True)
    other.save(book)
    assert [student.label for student in book.students()] == ["Student 01", "Student 01 (2)"]
    assert other.scripts[0].name == "Student 01 (2)"


def test_what_the_gradebook_refuses_stays_on_the_desk_until_it_takes_it(tmp_path: Path) -> None:
    book = open_gradebook(f"sqlite:///{tmp_path / 'book.db'}?timeout=0.05", environment={})
    desk = desk_of(script("Zoe.txt"), script("Ali.txt"))
    desk.save(book)
    with closing(sqlite3.connect(tmp_path / "book.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        desk.decide(0, decide_slip(WALL, "dismiss", "a quotation"))
        desk.decide_all(1, dismiss_claim(WALL, "as the book has it"))
    assert "book.db cannot be read or written (database is locked)" in desk.trouble
    assert ([len(desk.reviewed(n).marking.slips) for n in (0, 1)], desk.saved) == ([0, 0], False)
    assert book.overrides(assignment=desk.assignment.id) == []
    desk.decide(1, give_level(3, seen_range=False))
    assert (desk.trouble, desk.saved) == ("", True)
    kept = book.overrides(assignment=desk.assignment.id)
    assert [one.change.kind for one in kept] == ["slip", "claim", "level"]
    assert kept == desk.history(0)[:2] + desk.history(1)[1:]


def test_a_desk_that_is_refused_is_saved_once_it_is_taken(tmp_path: Path) -> None:
    book = open_gradebook(f"sqlite:///{tmp_path / 'book.db'}?timeout=0.05", environment={})
    desk = desk_of(script("Zoe.txt"))
    desk.save(book)
    with closing(sqlite3.connect(tmp_path / "book.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        desk.decide(0, give_level(3, seen_range=False))
        with pytest.raises(GradebookError, match="database is locked"):
            desk.save(book)
    desk.save(book)
    assert [one.change.kind for one in book.overrides(assignment=desk.assignment.id)] == ["level"]
    assert desk.saved
