"""The page Review in words and marks: the essay with the slip at hand, that slip, points, comments, history."""

from __future__ import annotations

import re
from datetime import UTC

import pytest

from rubric.overrides import decide_slip, give_level, leave_level, put_comment, set_point, take_back
from rubric.report.review import (
    comment_row,
    past,
    point_row,
    progress,
    range_seen,
    slip_at,
    slip_line,
    walked,
)
from rubric.reviewing import left_to_decide
from rubric.walk import Walk
from tests.markings import HOSTILE
from tests.scripts import DAY, desk_with, three


@pytest.fixture
def walk() -> Walk:
    return Walk(three())


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def dismiss(walk: Walk, note: str = "") -> None:
    walk.decide(decide_slip(walk.reviewed.tool.slips[0].id, "dismiss", note))


def test_one_slip_is_current_and_the_only_link(walk: Walk) -> None:
    page = walked(walk.reviewed, 1)
    assert re.findall(r'<a class="slip [^>]*id="(e-s\d)"[^>]*aria-current="true"', page) == ["e-s2"]
    assert re.findall(r'href="#([^"]*)"', page) == ["e-at"]
    assert page.count('class="slip ') == 3


def test_a_dismissed_slip_keeps_its_number_and_says_so(walk: Walk) -> None:
    dismiss(walk)
    page = walked(walk.reviewed, 1)
    assert 'class="slip error dismissed" id="e-s1"' in page
    assert "1 dismissed" in plain(page)
    assert page.count("dismissed") == 2


def test_the_slip_at_hand_has_words_correction_source_and_note(walk: Walk) -> None:
    said = plain(slip_at(walk.reviewed, 0, walk.history))
    assert f"On {DAY} the border was closed" in said
    assert "The border was closed on 13 August 1961" in said
    assert "US Office of the Historian, The Berlin Crises, para. 5" in said
    assert "note" not in said
    dismiss(walk, "a misprint of mine")
    assert "Your note: a misprint of mine" in plain(slip_at(walk.reviewed, 0, walk.history))


def test_what_was_decided_is_said_beside_the_number(walk: Walk) -> None:
    seen = [plain(slip_line(walk.reviewed, 0, walk.history))]
    dismiss(walk)
    seen.append(plain(slip_line(walk.reviewed, 0, walk.history)))
    walk.undo()
    walk.at = 0
    walk.dismiss_everywhere("")
    seen.append(plain(slip_line(walk.reviewed, 0, walk.history)))
    assert seen == ["Slip 1 of 3: to decide", "Slip 1 of 3: dismissed", "Slip 1 of 3: dismissed in the whole set"]


def test_a_script_without_slips_says_so() -> None:
    walk = Walk(desk_with({"Zoe": "The leaders talked. Relations had a pattern, and this mattered."}))
    assert "Nothing that this pack knows needs correcting" in slip_at(walk.reviewed, walk.at, walk.history)
    assert (walk.slip, "aria-current" in walked(walk.reviewed, walk.at)) == (None, False)


def test_progress_counts_what_is_left(walk: Walk) -> None:
    seen = [progress(left_to_decide(walk.reviewed), 1, 3, 0)]
    dismiss(walk)
    walk.decide(leave_level())
    seen.append(progress(left_to_decide(walk.reviewed), 1, 3, 0))
    walk.decide(decide_slip(walk.reviewed.tool.slips[2].id, "accept"))
    seen.append(progress(left_to_decide(walk.reviewed), 1, 3, 1))
    here = ["Left here: 2 slips and the level. 0", "Left here: 1 slip. 0", "Reviewed. 1"]
    assert seen == [f"Script 1 of 3. {what} of 3 reviewed." for what in here]


def test_the_range_with_reasons_and_strands(walk: Walk) -> None:
    said = plain(range_seen(walk.reviewed))
    assert "most like Level 2; a colleague could say Level 3" in said
    assert "Not lower: evidence is exact." in said
    assert "analytical, partly supported" in said


def test_a_point_that_was_changed_says_what_the_tool_had(walk: Walk) -> None:
    walk.decide(set_point("a-missing", "covered", "on page two"))
    missing = next(point for point in walk.reviewed.marking.points if point.id == "a-missing")
    said = plain(point_row(walk.reviewed, missing, walk.history))
    assert "You changed this; the tool said: Missing. Your note: on page two" in said
    partial = next(point for point in walk.reviewed.marking.points if point.status == "partial")
    assert "“Relations had a pattern.”" in plain(point_row(walk.reviewed, partial, walk.history))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        pytest.param(0, 0, "On the whole script Well argued.", id="the-whole"),
        pytest.param(4, 18, "“leaders talked” Paragraph 1 Well argued.", id="words"),
    ],
)
def test_a_comment_stands_at_its_words(walk: Walk, start: int, end: int, words: str) -> None:
    walk.decide(put_comment("c", "Well argued.", start, end))
    assert plain(comment_row(walk.reviewed.tool, walk.reviewed.comments[0])) == words


def test_the_history_in_words_names_no_id(walk: Walk) -> None:
    first, second = (slip.id for slip in walk.reviewed.tool.slips[:2])
    for change in (
        decide_slip(first, "dismiss", "a misprint"),
        decide_slip(first, "accept"),
        decide_slip(second, "edit", message="Look again."),
        set_point("a-missing", "covered"),
        take_back("point", "a-missing"),
        give_level(3, seen_range=False),
        leave_level(),
        put_comment("c", "Well argued."),
        take_back("comment", "c"),
    ):
        walk.decide(change)
    page = past(walk.history, walk.reviewed.tool, UTC)
    rows = [plain(row).split(" 1 November 2026, 09:00. Pack a 1.")[0] for row in re.findall(r"<li>(.*?)</li>", page)]
    assert rows == [
        f"Slip “{DAY}”: dismissed (before: as the tool has it) Your note: a misprint",
        f"Slip “{DAY}”: accepted (before: dismissed)",
        "Slip “Krushchev”: edited: Look again. (before: as the tool has it)",
        "Point “Topic missing”: Covered (before: Missing)",
        "Point “Topic missing”: as the tool has it (before: Covered)",
        "The level: Level 3, before seeing the range (before: the tool’s range, 2 to 3)",
        "The level: no level of yours, after seeing the range (before: Level 3, before seeing the range)",
        "A comment: “Well argued.” (before: nothing)",
        "A comment: nothing (before: “Well argued.”)",
    ]


def test_the_history_of_a_script_leaves_out_what_is_not_its_own(walk: Walk) -> None:
    walk.step_slip(1)
    walk.dismiss_everywhere("spelt so in the book")
    assert "in the whole set: dismissed" in plain(past(walk.history, walk.reviewed.tool, UTC))
    bea = walk.desk.reviewed(2).tool
    assert "Nothing was decided about this script yet." in past(walk.desk.history(2), bea, UTC)


def test_hostile_text_is_shown_as_text() -> None:
    walk = Walk(desk_with({"<script>alert(1)</script>": HOSTILE.replace("x" * 10_000, "x").replace("\x00", "")}))
    walk.decide(put_comment("c", "<img src=x>", 0, 20), decide_slip(walk.reviewed.tool.slips[0].id, "dismiss", "<b>no</b>"))
    reviewed, history = walk.reviewed, walk.history
    pages = [walked(reviewed, 0), slip_at(reviewed, 0, history), past(history, reviewed.tool, UTC)]
    pages.append(comment_row(reviewed.tool, reviewed.comments[0]))
    assert [tag for page in pages for tag in ("<script", "<img", "<b>no") if tag in page] == []
    assert "&lt;script&gt;" in pages[0]
