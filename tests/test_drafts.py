"""Two drafts: what is now covered, corrected, new, still there or gone; and two essays are not compared."""

from __future__ import annotations

from html import unescape

import pytest

from rubric import mark
from rubric.drafts import Changes, changes, comparable, drafts_before
from rubric.report.drafts import changed, first_draft
from tests.test_report_html import HOSTILE, marked, point

FILL = "Relations were poor, because neither side trusted the other, and every crisis in Berlin made that worse for both. "
WALL = "On {} East German police closed the border in Berlin. "
SPEECH = "In {} Khrushchev gave the Secret Speech. "


def facts(text, pack):
    return mark(FILL + text, pack, facts_only=True)


def ids(slips) -> list[str]:
    return [slip.id.partition("#")[0] for slip in slips]


@pytest.mark.parametrize(
    ("before", "after", "part", "found"),
    [
        pytest.param("16 August 1961", "13 August 1961", "corrected", ["berlin-wall.when=1961-08-16"], id="put-right"),
        pytest.param("16 August 1961", "August 1961", "corrected", ["berlin-wall.when=1961-08-16"], id="put-right-by-month"),
        pytest.param("13 August 1961", "16 August 1961", "new", ["berlin-wall.when=1961-08-16"], id="a-slip-comes-in"),
        pytest.param("16 August 1961", "16 August 1961", "still", ["berlin-wall.when=1961-08-16"], id="left"),
        pytest.param("16 August 1961", "16 August 1962", "still", ["berlin-wall.when=1962-08-16"], id="wrong-another-way"),
        pytest.param("13 August 1961", "August 1961", "corrected", [], id="right-both-times"),
        pytest.param("13 August 1961", "August 1961", "new", [], id="nothing-new"),
    ],
)
def test_a_slip_from_one_draft_to_the_next(pack, before, after, part, found):
    moved = changes(facts(WALL.format(before), pack), facts(WALL.format(after) + "This mattered.", pack))
    assert ids(getattr(moved, part)) == found


def test_a_slip_whose_sentence_is_cut_is_gone_and_not_corrected(pack):
    moved = changes(facts(WALL.format("16 August 1961"), pack), facts("", pack))
    assert ids(moved.gone) == ["berlin-wall.when=1961-08-16"]
    assert moved.corrected == ()


def test_a_slip_keeps_its_name_when_the_text_before_it_changes(pack):
    moved = changes(
        facts(WALL.format("16 August 1961"), pack),
        facts("Much else is new here. " + SPEECH.format("March 1956") + WALL.format("16 August 1961"), pack),
    )
    assert ids(moved.still) == ["berlin-wall.when=1961-08-16"]
    assert ids(moved.new) == ["secret-speech.when=1956-03"]


def test_a_name_that_is_now_spelt_right_is_corrected(pack):
    moved = changes(facts("Krushchev spoke in 1956.", pack), facts("Khrushchev spoke in 1956.", pack))
    assert [slip.should_be for slip in moved.corrected] == ["Khrushchev"]


@pytest.mark.parametrize(
    ("was", "is_now", "part"),
    [
        pytest.param("missing", "covered", "covered", id="from-nothing"),
        pytest.param("partial", "covered", "covered", id="from-a-mention"),
        pytest.param("missing", "partial", "begun", id="a-mention"),
        pytest.param("covered", "partial", "lost", id="cut-down"),
        pytest.param("covered", "missing", "lost", id="cut-out"),
        pytest.param("covered", "covered", None, id="still-covered"),
        pytest.param("partial", "missing", None, id="a-mention-less"),
        pytest.param("missing", "missing", None, id="still-missing"),
    ],
)
def test_a_point_from_one_draft_to_the_next(was, is_now, part):
    moved = changes(marked(points=(point("a", was),)), marked(points=(point("a", is_now),)))
    parts = {name: getattr(moved, name) for name in ("covered", "begun", "lost")}
    assert {name for name, points in parts.items() if points} == ({part} if part else set())
    assert moved.any == bool(part)


ESSAYS = ("chatty", "hasty", "careful")


@pytest.mark.parametrize("name", ESSAYS)
def test_two_essays_are_not_compared_and_two_drafts_are(pack, name, essays):
    text = essays[name]
    cut = text[: len(text) // 2]
    others = [mark(essays[other], pack, facts_only=True) for other in ESSAYS if other != name]
    draft = mark(cut, pack, facts_only=True)
    assert drafts_before(mark(text, pack, facts_only=True), [*others, draft]) == [draft]


def test_another_pack_is_not_compared():
    here, there = marked(), marked()
    there = there.model_copy(update={"made_by": there.made_by.model_copy(update={"pack_sha": "other"})})
    assert comparable(here, here)
    assert not comparable(here, there)


@pytest.fixture(scope="module")
def essays():
    from pathlib import Path

    folder = Path(__file__).with_name("essays")
    return {name: folder.joinpath(f"{name}.txt").read_text("utf-8") for name in ESSAYS}


def test_the_page_tells_them_by_label(pack):
    before = facts(WALL.format("16 August 1961") + SPEECH.format("February 1956"), pack)
    after = facts(WALL.format("13 August 1961") + SPEECH.format("March 1956"), pack)
    page = unescape(changed(changes(before, after), after, 2))
    assert page.index("Draft 2 against draft 1.") < page.index("Corrected") < page.index("New")
    assert "You gave “16 August 1961”. Now right: <b>13 August 1961</b>." in page
    assert "You give March 1956." in page
    assert "Gone" not in page


def test_where_nothing_came_out_otherwise_it_says_so():
    assert "no argument and no fact came out otherwise" in changed(Changes(), marked(), 3)
    assert "Mark your next draft here to see what changed." in first_draft(unlike=False)
    assert "another essay" not in first_draft(unlike=False)
    assert "another essay" in first_draft(unlike=True)


def test_hostile_text_is_shown_as_text():
    marking = marked(HOSTILE, points=(point("a", "covered", (0, len(HOSTILE)), text=HOSTILE),))
    before = marked(HOSTILE, points=(point("a", "missing"),))
    page = changed(changes(before, marking), marking, 2)
    assert "<script" not in page
    assert "&lt;script" in page
    assert "\x00" not in page
