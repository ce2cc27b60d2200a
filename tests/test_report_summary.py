"""The summary line: one strength, the facts to correct, the moves that matter most; and the line of what was read."""

from __future__ import annotations

import pytest

from rubric.marking import Checked, Comment, Feedback
from rubric.report.summary import read_line, summary
from tests.markings import ESSAY, marked, point

WRONG = ("August 15th 1961", "July 1955")


@pytest.mark.parametrize(
    ("slips", "structure", "said"),
    [
        pytest.param(2, {"closes": {}, "judges": True}, "Two facts need correcting.", id="two-slips"),
        pytest.param(1, {"gap": [1957, 1960]}, "One fact needs correcting; 1957–60 needs a paragraph of its own", id="gap"),
        pytest.param(0, {"judges": True}, "You weigh the changes and come to a judgement.", id="judges"),
        pytest.param(0, {}, "needs a reason", id="a-point-to-develop"),
    ],
)
def test_summary_says_facts_and_moves(slips: int, structure: dict[str, object], said: str) -> None:
    touched = point(ESSAY, "missing" if "judges" in structure else "partial", "talked at Geneva")
    feedback = Feedback(next_steps=(Comment(code="EX", text="", start=0, end=0, about=touched.id),))
    marking = marked(slips=WRONG[:slips], points=(touched,), feedback=feedback, structure=structure)
    assert said in summary(marking)
    assert summary(marking).count(". ") == 1


@pytest.mark.parametrize(
    ("agrees", "disagrees", "lacking", "said"),
    [
        pytest.param(0, 0, 0, "No date, name or figure here that this pack knows.", id="none"),
        pytest.param(0, 1, 0, "1 fact read: 1 disagrees with the sources.", id="only-a-slip"),
        pytest.param(2, 0, 1, "3 facts read: 2 agree with the sources, 1 is not in this pack. Nothing", id="no-slip"),
    ],
)
def test_the_line_leaves_out_what_there_is_none_of(agrees: int, disagrees: int, lacking: int, said: str) -> None:
    checked = Checked(claims=agrees + disagrees + lacking, agrees=agrees, disagrees=disagrees, not_in_pack=lacking)
    assert read_line(marked(checked=checked, slips=WRONG[:disagrees])).startswith(said)
