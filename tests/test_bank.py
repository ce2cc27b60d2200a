"""The bank of comments: ten to begin with, in the session or in the gradebook, changed in the same way."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubric.bank import SessionBank, bank_of
from rubric.data import data
from tests.desk import book_at

STARTERS = data("comments")["starters"]


@pytest.mark.parametrize("saved", [pytest.param(False, id="session"), pytest.param(True, id="gradebook")])
def test_add_reword_retire(saved: bool, tmp_path: Path) -> None:
    bank = bank_of(book_at(tmp_path / "b.db") if saved else None, SessionBank())
    assert list(bank.bank().values()) == STARTERS
    first, second, *_ = bank.bank()
    bank.edit_bank(first, "Better words.")
    bank.edit_bank(second, None)
    new = bank.add_to_bank("Mine.")
    assert list(bank.bank().values()) == ["Better words.", *STARTERS[2:], "Mine."]
    assert bank.bank()[new] == "Mine."


def test_what_was_changed_before_saving_goes_into_a_new_gradebook_once(tmp_path: Path) -> None:
    own, book = SessionBank(), book_at(tmp_path / "b.db")
    own.add_to_bank("Mine.")
    assert list(bank_of(book, own).bank().values()) == [*STARTERS, "Mine."]
    for comment in book.bank():
        book.edit_bank(comment, None)
    assert bank_of(book, SessionBank()).bank() == {}


def test_the_starters_are_ten_and_short() -> None:
    assert len(STARTERS) == 10
    assert [text for text in STARTERS if len(text.split()) > 25 or "wrong" in text.lower()] == []
