"""The walk: a script and a slip at hand, the next comes up, the last decision is undone, whatever happens to the desk."""

from __future__ import annotations

import pytest

from reference.reading.documents import DocumentError, read_paste
from rubric.desk import Desk
from rubric.inputs import Input
from rubric.overrides import decide_slip, give_level, leave_level, set_point
from rubric.walk import Walk
from tests.scripts import DAY, SCRIPT, SPELT, YEAR, mark_one, three

FIRST = f"{DAY.replace(' ', '-')}=a#1"


@pytest.fixture
def walk() -> Walk:
    return Walk(three())


def accept(walk: Walk, decision: str = "accept") -> None:
    walk.decide_slip(decide_slip(walk.reviewed.tool.slips[walk.at].id, decision))


def said(walk: Walk) -> tuple[str, str]:
    assert walk.slip is not None
    return walk.desk.scripts[walk.number].name, walk.slip.text


def test_slips_in_order_and_scripts_in_order(walk: Walk) -> None:
    seen = []
    for step in (lambda: None, *[lambda: walk.step_slip(1)] * 3, lambda: walk.step(1), lambda: walk.step_slip(-1)):
        step()
        seen.append(said(walk))
    zoe = [("Zoe Power", words) for words in (DAY, SPELT, YEAR, YEAR)]
    assert seen == [*zoe, ("Ali Khan", DAY), ("Ali Khan", DAY)]


def test_at_either_end_the_walk_stays(walk: Walk) -> None:
    walk.step(-1)
    assert walk.place == (1, 3)
    walk.step(2)
    walk.step(1)
    assert (walk.place, said(walk)) == ((3, 3), ("Bea Lund", DAY))


def test_the_next_undecided_slip_comes_up_and_a_script_is_done(walk: Walk) -> None:
    accept(walk)
    assert said(walk)[1] == SPELT
    walk.step_slip(1)
    accept(walk, "dismiss")
    assert said(walk)[1] == SPELT
    assert (walk.left(0).slips, walk.done()) == ((), 0)
    walk.decide(give_level(3, seen_range=False))
    assert walk.done() == 1


def test_a_walk_begins_at_what_is_not_reviewed() -> None:
    desk = three()
    first = Walk(desk)
    for _ in range(3):
        accept(first)
    first.decide(leave_level())
    assert said(Walk(desk)) == ("Ali Khan", DAY)
    assert said(Walk(desk, 0))[0] == "Zoe Power"
    assert said(Walk(desk, 7))[0] == "Ali Khan"


def test_the_whole_set_at_once_and_back(walk: Walk) -> None:
    assert walk.stands_in() == ["Zoe Power", "Ali Khan", "Bea Lund"]
    accept(walk)
    walk.step_slip(-1)
    walk.dismiss_everywhere("as the book has it")
    assert [walk.left(number).slips for number in (0, 1, 2)] == [(f"{YEAR.replace(' ', '-')}=a#1",)] * 2 + [()]
    walk.undo()
    assert (said(walk), walk.reviewed.decisions) == (("Zoe Power", DAY), {FIRST: "accept"})
    assert len(walk.left(1).slips) == 2


def test_undo_goes_back_one_decision_at_a_time(walk: Walk) -> None:
    accept(walk)
    walk.step_slip(-1)
    accept(walk, "dismiss")
    walk.step(1)
    walk.decide(set_point("a-missing", "covered"))
    seen = []
    while walk.can_undo:
        walk.undo()
        seen.append((walk.number, walk.reviewed.decisions.get(FIRST)))
    assert seen == [(1, None), (0, "accept"), (0, None)]
    assert [one.change.value for one in walk.desk.history(0)][-1] is None
    walk.undo()
    assert walk.number == 0


def test_what_is_left_is_worked_out_anew_for_a_script_marked_again(walk: Walk) -> None:
    accept(walk)
    assert len(walk.left(0).slips) == 1
    list(walk.desk.mark_again(lambda document: mark_one(read_paste(document.text.replace(YEAR, "May 1960"), document.name))))
    assert walk.left(0).slips == ()
    assert len(walk.reviewed.tool.slips) == 2


def test_a_late_file_that_moves_the_scripts_moves_the_walk_too() -> None:
    desk = Desk(three().assignment)

    def broken():
        raise DocumentError("a.png is a picture.")

    desk.lay(
        [Input("a.png", broken), Input("Zoe.txt", lambda: read_paste(SCRIPT)), Input("Ali.txt", lambda: read_paste(SCRIPT))]
    )
    list(desk.work(mark_one))
    walk = Walk(desk, 2)
    accept(walk)
    desk.lay([Input("a.png", lambda: read_paste(SCRIPT))])
    assert (walk.number, said(walk)) == (1, ("Ali", SPELT))
    walk.undo()
    assert (walk.number, walk.reviewed.decisions) == (1, {})
