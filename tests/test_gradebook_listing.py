"""What stands in the gradebook: a line an assignment; and a gradebook that refuses says so in one sentence."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from rubric.gradebook import GradebookError, open_gradebook
from rubric.gradebook.listing import is_kept, shelf
from tests.desk import PACK, book_at, marking


def test_a_line_an_assignment_the_last_added_to_first(tmp_path: Path) -> None:
    book = book_at(tmp_path / "book.db")
    first, second = book.add_assignment("Mock", **PACK), book.add_assignment("Empty", **PACK)
    students = [book.add_student("Zoe", class_name="12B"), book.add_student("Ali", class_name="12A"), book.add_student("Mary")]
    for student in students:
        book.save(first.id, student.id, marking(f"1962, says {student.label}."))
    book.save(first.id, students[0].id, marking("1962, in a second draft."))
    assert [(one.assignment, one.classes, one.scripts) for one in shelf(book)] == [
        (first, ("12A", "12B"), 3),
        (second, (), 0),
    ]
    assert {one.day for one in shelf(book)} == {date(2026, 11, 24)}


def test_an_empty_gradebook_has_no_lines(tmp_path: Path) -> None:
    assert shelf(book_at(tmp_path / "book.db")) == []


def test_asking_whether_there_is_a_gradebook_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert not is_kept({})
    assert list(tmp_path.iterdir()) == []
    open_gradebook(environment={}).close()
    assert is_kept({})


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        pytest.param("sqlite:///{folder}/none.db", False, id="no-file-yet"),
        pytest.param("postgresql+psycopg://host/name", True, id="a-server-is-left-to-opening"),
        pytest.param("nonsense", True, id="a-bad-address-is-left-to-opening"),
    ],
)
def test_another_database_is_asked_for(url: str, kept: bool, tmp_path: Path) -> None:
    assert is_kept({"MARGINALIA_DATABASE_URL": url.format(folder=tmp_path)}) is kept


def test_a_gradebook_that_refuses_says_so_in_one_sentence(tmp_path: Path) -> None:
    place = tmp_path / "book.db"
    book = open_gradebook(f"sqlite:///{place}?timeout=0.1")
    other = sqlite3.connect(place)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(GradebookError) as refused:
        book.add_student("Zoe")
    assert "cannot be read or written (database is locked); close it elsewhere" in str(refused.value)
    assert "\n" not in str(refused.value)
    other.rollback()
    other.close()
    assert book.add_student("Zoe").label == "Zoe"
