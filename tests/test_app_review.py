"""The page Review without a browser: decide, see the next slip, give a level, comment, undo; nothing typed is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from rubric.desk import Desk
from rubric.gradebook import open_gradebook
from tests.scripts import DAY, SPELT, YEAR, three

ROOT = Path(__file__).resolve().parent.parent
RANGE = "most like Level 2"


@pytest.fixture(autouse=True)
def fresh_cache():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def review(desk: Desk | None = None) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if desk is not None:
        app.session_state.desk = desk
    app.run()
    return app.switch_page("pages/review.py").run()


def press(app: AppTest, label: str) -> AppTest:
    assert not app.exception
    return next(one for one in app.button if one.label == label).click().run()


def shown(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(part.proto.body for part in app.get("html"))


def tab(app: AppTest, name: str) -> AppTest:
    app.session_state["review-tab"] = name
    return app.run()


def box(app: AppTest, label: str):
    return next(one for one in (*app.text_input, *app.text_area, *app.selectbox) if one.label == label)


def said(app: AppTest) -> str:
    """The line over the slip at hand."""
    return next(part.proto.body for part in app.get("html") if 'class="at"' in part.proto.body)


def test_without_a_set_there_is_one_sentence_and_the_way_to_one():
    app = review()
    assert "There is no class set on the desk yet." in shown(app)
    assert "Mark a class set, or open one that is saved" in [link.label for link in app.get("page_link")]
    assert not app.button


def test_a_decision_brings_up_the_next_slip_and_undo_brings_it_back():
    desk = three()
    app = review(desk)
    box(app, "A note on your decision (optional)").set_value("a quotation")
    press(app, "Dismiss")
    assert "Slip 2 of 3:</b> to decide" in said(app)
    assert desk.history(0)[0].change.note == "a quotation"
    press(app, "Accept")
    press(app, "Accept")
    assert "Left here: the level." in shown(app)
    press(app, "Undo")
    assert "Slip 3 of 3:</b> to decide" in said(app)
    assert [slip.text for slip in desk.reviewed(0).marking.slips] == [SPELT, YEAR]


def test_an_edited_slip_says_what_the_teacher_wrote():
    desk = three()
    app = press(review(desk), "Edit")
    assert box(app, "What is right").value == "13 August 1961"
    box(app, "What the student reads").set_value("Look at the day again.")
    press(app, "Save")
    assert desk.reviewed(0).marking.slips[0].message == "Look at the day again."
    assert "Slip 2 of 3" in said(app)
    press(app, "Previous")
    assert "Look at the day again." in shown(app)
    assert "edited" in said(app)


def test_the_whole_set_is_told_before_it_is_dismissed():
    desk = three()
    app = press(review(desk), "Dismiss in all 3 scripts")
    assert "This stands in 3 scripts: Zoe Power, Ali Khan, Bea Lund." in shown(app)
    assert len(desk.reviewed(1).marking.slips) == 3
    press(app, "Cancel")
    assert "This stands in" not in shown(app)
    press(app, "Dismiss in all 3 scripts")
    box(app, "A note on your decision (optional)").set_value("as the book has it")
    press(app, "Dismiss everywhere")
    assert [len(desk.reviewed(number).marking.slips) for number in desk.read] == [2, 2, 0]
    press(press(app, "Previous"), "Bring back in the whole set")
    assert [len(desk.reviewed(number).marking.slips) for number in desk.read] == [3, 3, 1]


def test_the_range_waits_for_the_level():
    desk = three()
    app = review(desk)
    assert RANGE not in shown(app)
    assert "analytical, partly supported" not in shown(app)
    press(app, "Level 3")
    assert RANGE in shown(app)
    assert "You: Level 3. 11-15 marks." in shown(app)
    assert (desk.reviewed(0).level, desk.reviewed(0).seen_range) == (3, False)
    press(app, "Level 4")
    assert (desk.reviewed(0).level, desk.reviewed(0).seen_range) == (4, True)
    press(app, "Take my level back")
    assert RANGE not in shown(app)
    press(app, "Next script")
    press(app, "Show the range without mine")
    assert RANGE in shown(app)
    assert (desk.reviewed(1).level, desk.reviewed(1).seen_range) == (None, True)


def test_no_tab_gives_the_range_away():
    app = review(three())
    for name in ("Points", "Comments", "History"):
        assert RANGE not in shown(tab(app, name))
    assert RANGE in shown(review(three(level_first=False)))


def test_a_point_is_changed_with_a_reason_and_back():
    desk = three(taught=["a-covered", "a-partial"])
    app = tab(review(desk), "Points")
    assert "Not taught" in shown(app)
    app.button(key="change-a-partial").click().run()
    box(app, "Why (optional)").set_value("argued on the last page")
    press(app, "Covered")
    partial = next(point for point in desk.reviewed(0).marking.points if point.id == "a-partial")
    assert partial.status == "covered"
    assert "You changed this; the tool said: Partial. Your note: argued on the last page" in shown(app)
    app.button(key="change-a-partial").click().run()
    press(app, "The tool’s own word")
    assert "You changed this" not in shown(app)


@pytest.mark.parametrize(
    ("where", "words", "quoted"),
    [
        pytest.param("whole", None, "", id="the-whole-script"),
        pytest.param("slip", None, DAY, id="the-slip-at-hand"),
        pytest.param("3", None, f"The U-2 was shot down in {YEAR}.", id="a-sentence"),
        pytest.param("typed", "the REFUGEES were", "the refugees were", id="words-typed"),
    ],
)
def test_a_comment_from_the_bank_is_put_to_its_words(where, words, quoted):
    desk = three()
    app = tab(review(desk), "Comments")
    box(app, "Where").set_value(where).run()
    if words:
        box(app, "Words of the script").set_value(words).run()
    if where == "3":
        box(app, "Which part").set_value(1).run()
    bank = box(app, "From the bank")
    bank.set_value(next(iter(app.session_state.bank.bank()))).run()
    assert box(app, "Comment").value.startswith("You answer the question")
    box(app, "Comment").set_value("Yes.").run()
    press(app, "Add the comment")
    comment = desk.reviewed(0).comments[0]
    assert (comment.text, desk.scripts[0].marking.essay.text[comment.start : comment.end]) == ("Yes.", quoted)
    press(app, "Remove")
    assert desk.reviewed(0).comments == ()


def test_words_that_are_not_there_and_an_empty_comment_are_a_sentence_and_keep_the_text():
    app = tab(review(three()), "Comments")
    assert "The comment is empty" in shown(press(app, "Add the comment"))
    box(app, "Where").set_value("typed").run()
    box(app, "Words of the script").set_value("the hotline").run()
    box(app, "Comment").set_value("Well seen.").run()
    assert "These words do not stand in the script" in shown(press(app, "Add the comment"))
    assert box(app, "Comment").value == "Well seen."


def test_what_was_typed_is_there_after_another_tab_script_and_page():
    app = review(three())
    box(app, "A note on your decision (optional)").set_value("half a note").run()
    tab(app, "Comments")
    box(app, "Comment").set_value("Half a comment").run()
    tab(app, "History")
    press(app, "Next script")
    app.switch_page("pages/facts.py").run()
    app.switch_page("pages/review.py").run()
    press(tab(app, "Comments"), "Previous script")
    assert box(app, "Comment").value == "Half a comment"
    assert box(app, "A note on your decision (optional)").value == "half a note"


def test_what_was_typed_for_one_set_is_not_in_the_next():
    app = review(three())
    box(app, "A note on your decision (optional)").set_value("half a note").run()
    app.session_state.desk = three()
    assert box(app.run(), "A note on your decision (optional)").value == ""


def test_a_second_press_before_the_next_slip_shows_decides_nothing():
    desk = three()
    app = review(desk)
    first = next(one for one in app.button if one.label == "Dismiss")
    first.click().run()
    first.click().run()
    assert [one.change.target for one in desk.history(0)] == [desk.scripts[0].marking.slips[0].id]


def test_the_history_is_told():
    app = press(review(three()), "Dismiss")
    assert f"Slip “{DAY}”:</b> dismissed (before: as the tool has it)" in shown(tab(app, "History"))


def test_a_gradebook_that_refuses_loses_nothing(tmp_path):
    desk = three()
    desk.save(open_gradebook(f"sqlite:///{tmp_path / 'book.db'}?timeout=0.05", environment={}))
    app = review(desk)
    with closing(sqlite3.connect(tmp_path / "book.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        press(app, "Accept")
    assert "database is locked" in shown(app)
    assert "Your decisions are kept on the desk" in shown(app)
    assert "Slip 2 of 3" in said(app)
    press(app, "Accept")
    assert "database is locked" not in shown(app)
    again = Desk.opened(open_gradebook(f"sqlite:///{tmp_path / 'book.db'}", environment={}), desk.assignment.id)
    assert len(again.reviewed([one.name for one in again.scripts].index("Zoe Power")).decisions) == 2


def test_the_bank_is_added_to_reworded_and_retired():
    app = tab(review(three()), "Comments")
    box(app, "A new comment for the bank").set_value("Name the treaty.").run()
    press(app, "Add to the bank")
    assert "Name the treaty." in app.session_state.bank.bank().values()
    assert box(app, "A new comment for the bank").value == ""
    box(app, "Reword it").set_value("Answer the question.").run()
    press(app, "Save the new words")
    assert next(iter(app.session_state.bank.bank().values())) == "Answer the question."
    press(app, "Retire")
    assert "Answer the question." not in app.session_state.bank.bank().values()


def test_nothing_read_is_one_sentence():
    desk = three()
    desk.scripts = []
    assert "None of the scripts on the desk could be read" in shown(review(desk))
