"""A class set from its page into the gradebook and out again: on purpose, scrubbed, one sentence where it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rubric.gradebook import GradebookError, open_gradebook
from rubric.overrides import decide_slip, give_level
from tests.test_app import ROOT, fault, fresh_cache, press, shown
from tests.test_app_class import SAVE, START, app, desk_in, give, labels, marked

__all__ = ["app", "fresh_cache", "marked"]


def test_saving_is_on_purpose_and_the_set_is_there_in_another_session(app: AppTest, tmp_path: Path) -> None:
    app.text_input(key="set-name").set_value("Mock")
    give(app)
    desk_in(app).decide(0, give_level(4, seen_range=False))
    page = shown(press(app, SAVE))
    assert "Saved in the gradebook." in page
    assert SAVE not in labels(app)
    other = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run().switch_page("pages/class_set.py").run()
    assert "2 scripts" in shown(other)
    page = shown(press(other, "Mock"))
    assert "Level 4 (teacher)" in page
    assert "Saved in the gradebook." in page


def test_a_name_that_the_gradebook_has_is_said_before_the_set_is_marked(app: AppTest) -> None:
    app.text_input(key="set-name").set_value("Mock")
    give(app)
    press(app, SAVE)
    press(app, "Close this set")
    assert "“Mock” is in the gradebook already." in shown(app)
    app.text_input(key="set-name").set_value("Another").run()
    assert "is in the gradebook already." not in shown(app)


def test_a_gradebook_that_cannot_be_read_is_told_and_spares_the_form(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "book.db").write_bytes(b"no database" * 100)
    app.run()
    assert "cannot be opened" in fault(app)[0]
    give(app)
    assert len(desk_in(app).read) == 2


def test_a_gradebook_that_cannot_be_opened_is_one_sentence_and_the_set_stays(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    give(app)
    monkeypatch.setenv("MARGINALIA_DATABASE_URL", f"sqlite:///{tmp_path}/no/such/folder/book.db")
    press(app, SAVE)
    assert "cannot be opened" in fault(app)[0]
    assert (len(desk_in(app).read), SAVE in labels(app)) == (2, True)


def test_a_set_that_is_not_saved_is_not_lost_by_one_press(app: AppTest) -> None:
    give(app)
    assert "2 scripts are not saved and would be lost." in shown(app)
    assert "Close this set" not in labels(app)
    press(app, "Close without saving")
    assert "desk" not in app.session_state
    assert START in labels(app)


def test_a_saved_set_is_closed_without_a_warning(app: AppTest) -> None:
    give(app)
    press(app, SAVE)
    assert "would be lost" not in shown(app)
    press(app, "Close this set")
    assert "In the gradebook" in shown(app)


def test_what_an_earlier_version_marked_can_be_marked_again(app: AppTest, marked: list[str]) -> None:
    give(app)
    desk_in(app).decide(0, decide_slip("wall.when=1962#1", "dismiss"))
    assert "2 scripts were marked by an earlier version" in shown(app.run())
    press(app, "Mark them again")
    assert marked == ["Zoe", "Ali", "Zoe", "Ali"]
    assert "0 facts to correct" in shown(app)


def test_a_refused_setting_is_told_and_stands_on_the_desk(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    give(app)
    press(app, SAVE)

    def refuse(*_: object) -> None:
        raise GradebookError("The gradebook is locked; close it elsewhere.")

    monkeypatch.setattr("rubric.gradebook.store.Gradebook.set_level_first", refuse)
    next(box for box in app.checkbox if box.label.startswith("Ask for my level")).uncheck().run()
    assert "The gradebook is locked" in fault(app)[0]
    assert "Level 2 to 3" in shown(app)


def test_the_gradebook_has_what_was_scrubbed(app: AppTest, tmp_path: Path) -> None:
    give(
        app,
        [("Zoe Power.txt", b"Zoe Power, candidate no. 4711\n\n1962 was when the Wall went up, or so this script tells us.")],
    )
    press(app, SAVE)
    book = open_gradebook(f"sqlite:///{tmp_path}/book.db")
    text = book.drafts()[0].text
    assert ("Zoe" in text, "4711" in text, "the Wall went up" in text) == (False, False, True)
