"""Work on the desk: two at a time, late scripts, files given again, what an earlier version marked, what is still hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from reference.reading.documents import Document
from rubric.desk import Desk
from rubric.inputs import Input
from rubric.marking import Marking
from rubric.overrides import give_level
from tests.desk import book_at, marking
from tests.test_desk import MOCK, broken, desk_of, mark_one, script

SET = (script("Zoe.txt"), script("Ali.txt"), script("Mary.txt"))


def put(*scripts: Input) -> Desk:
    desk = Desk(MOCK)
    desk.lay(scripts)
    return desk


def names(desk: Desk) -> list[str]:
    return [one.name for one in desk.scripts]


def test_the_newer_worker_has_the_pile_and_the_older_puts_down_what_it_had() -> None:
    desk = put(*SET)
    marked: list[str] = []

    def slow(document: Document) -> Marking:
        """While the older worker marks its second script, a newer one begins and does all that waits."""
        marked.append(document.name)
        if document.name == "Ali" and marked.count("Ali") == 1:
            list(desk.work(slow))
        return mark_one(document)

    older = list(desk.work(slow))
    assert names(desk) == ["Zoe", "Ali", "Mary"]
    assert marked == ["Zoe", "Ali", "Ali", "Mary"]
    assert ([step.number for step in older], desk.waiting) == ([1], 0)


def test_late_scripts_laid_while_others_are_marked_are_marked_next() -> None:
    desk = put(*SET[:2])
    for number, _ in enumerate(desk.work(mark_one)):
        if number == 0:
            desk.lay([SET[2]])
    assert (names(desk), desk.waiting, desk.following) == (["Zoe", "Ali"], 1, "Mary")
    assert [(step.number, step.total) for step in desk.work(mark_one)] == [(3, 3)]


@pytest.mark.parametrize(
    ("again", "left", "there"),
    [
        pytest.param(("Zoe.txt",), ["Zoe.txt"], ["Zoe"], id="the-same-file"),
        pytest.param(("Zoe.docx",), [], ["Zoe", "Zoe.docx"], id="another-file-of-one-name"),
        pytest.param(("Zoe.txt", "Ali.txt"), ["Zoe.txt"], ["Zoe", "Ali"], id="a-folder-with-one-more"),
        pytest.param((), [], ["Zoe"], id="nothing"),
    ],
)
def test_a_file_that_is_there_already_is_left_and_told(again: tuple[str, ...], left: list[str], there: list[str]) -> None:
    desk = desk_of(script("Zoe.txt"))
    assert desk.lay([script(name) for name in again]) == left
    list(desk.work(mark_one))
    assert names(desk) == there


def test_a_script_of_a_saved_set_is_known_by_its_students_name(tmp_path: Path) -> None:
    book = book_at(tmp_path / "book.db")
    desk_of(script("Zoe.txt")).save(book)
    desk = Desk.opened(book, book.assignments()[0].id)
    assert desk.lay([script("Zoe.docx"), script("Ali.docx")]) == ["Zoe.docx"]
    assert [step.name for step in desk.work(mark_one)] == ["Ali"]


def test_a_file_that_could_not_be_read_makes_room_for_a_mended_one() -> None:
    desk = desk_of(broken("Zoe.pdf"), script("Ali.txt"))
    assert desk.lay([script("Zoe.pdf")]) == []
    list(desk.work(mark_one))
    assert (names(desk), desk.unread, desk.total) == (["Ali", "Zoe"], [], 2)


def test_what_would_be_lost_with_the_desk_is_counted(tmp_path: Path) -> None:
    desk = put(SET[0], broken("b.png"), SET[1])
    next(work := desk.work(mark_one))
    assert desk.unsaved == 3
    list(work)
    assert desk.unsaved == 2
    desk.save(book_at(tmp_path / "book.db"))
    assert desk.unsaved == 0
    desk.lay([SET[2]])
    assert (desk.unsaved, desk.saved) == (1, True)


def test_marking_anew_passes_over_what_is_fresh() -> None:
    desk = desk_of(*SET)

    def today(document: Document) -> Marking:
        return marking(document.text, name=document.name, pack="1.1.0")

    def fresh(one: Marking) -> bool:
        return one.pack.version == "1.1.0"

    next(desk.mark_again(today, fresh))
    assert list(desk.mark_again(today, fresh)) == [1, 2]
    assert list(desk.mark_again(today, fresh)) == []


def test_a_range_that_is_not_to_be_seen_yet_is_on_no_sheet() -> None:
    desk = desk_of(*SET)
    assert [one.level for one in desk.sheet().scripts] == [None, None, None]
    desk.decide(1, give_level(4, seen_range=False))
    assert [one.level for one in desk.sheet().scripts] == [None, (4, 4), None]
    desk.set_level_first(False)
    assert [one.level for one in desk.sheet().scripts] == [(2, 3), (4, 4), (2, 3)]


def test_every_change_is_a_new_revision(tmp_path: Path) -> None:
    desk = put(*SET)
    seen = [desk.revision]
    for _ in desk.work(mark_one):
        seen.append(desk.revision)
    desk.decide(0, give_level(3, seen_range=False))
    seen.append(desk.revision)
    desk.set_taught(["cuba"])
    seen.append(desk.revision)
    desk.set_level_first(False)
    seen.append(desk.revision)
    desk.save(book_at(tmp_path / "book.db"))
    seen.append(desk.revision)
    list(desk.mark_again(mark_one))
    seen.append(desk.revision)
    assert seen == sorted(set(seen))
