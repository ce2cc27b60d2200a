"""Feedback: what went well, even better if, next steps; few, in order of gain, tied to words, questions and no answers."""

from __future__ import annotations

import pytest

from reference.reading.lexicon import Lexicon
from rubric.essay import Essay, read_essay
from rubric.feedback import feedback
from rubric.marking import Comment, Evidence, Feedback, PointFound, Slip, SourcePlace
from rubric.structure import Structure

TEXT = "The Wall went up because the refugees left. It was in Berlin. There were many changes in the end."
CLOSES = (TEXT.index("There"), len(TEXT))
SOURCE = SourcePlace(source="book", where="p. 1", title="A book")
TIDY = Structure((), (0, 10), CLOSES, True, True, 0.5, (1955, 1958, 1961), None)
GAP = Structure((), (0, 10), CLOSES, True, True, 0.5, (1961,), (1955, 1960))
NO_END = Structure((), (0, 10), CLOSES, False, True, 0.5, (1955, 1958, 1961), None)
ONE_PARAGRAPH = Structure((), (0, 10), None, False, True, 0.5, (1955, 1958, 1961), None)
ALL_WRONG = Structure((), (0, 10), CLOSES, False, True, 0.5, (1961,), (1955, 1960))


@pytest.fixture(scope="module")
def essay(known: Lexicon) -> Essay:
    return read_essay(TEXT, known)


def point(name: str, status: str, score: float = 0.5, importance: str = "core", start: int = 0) -> PointFound:
    evidence = () if status == "missing" else (Evidence(start=start, end=start + 8, text=TEXT[start : start + 8]),)
    return PointFound(
        id=name, label=f"Topic {name}", statement=f"ANSWER of {name}.", importance=importance, status=status, score=score,
        evidence=evidence, why=(), question=f"What of {name}?", sources=(SOURCE,),
    )  # fmt: skip


def slip(severity: str, start: int = 4) -> Slip:
    return Slip(
        id=f"wall.when=1962#{start}", claim_id="c", kind="year", severity=severity, effect="note", paragraph=1, start=start,
        end=start + 4, text=TEXT[start : start + 4], claim="c", should_be="1961", accepted="1961", fact="wall.when",
        confidence=0.9, heading="h", message="m", source=SOURCE,
    )  # fmt: skip


def codes(comments: tuple[Comment, ...]) -> list[str]:
    return [comment.code if not comment.about else f"{comment.code} {comment.about}" for comment in comments]


def shape(found: Feedback) -> list[list[str]]:
    return [codes(found.went_well), codes(found.even_better_if), codes(found.next_steps)]


@pytest.mark.parametrize(
    ("points", "seen", "expected"),
    [
        pytest.param([], TIDY, [[], [], []], id="nothing-to-say"),
        pytest.param([point("a", "covered")], TIDY, [["well_argued a"], [], []], id="argued"),
        pytest.param([point("a", "partial")], TIDY, [[], ["better_partial a"], ["step_develop a"]], id="touched"),
        pytest.param([point("a", "missing")], TIDY, [[], [], ["step_missing a"]], id="missing"),
        pytest.param([point("a", "missing", importance="strong")], TIDY, [[], [], []], id="missing-and-not-core"),
        pytest.param([], GAP, [[], ["better_period"], []], id="gap"),
        pytest.param([], NO_END, [[], ["better_judgement"], ["step_judgement"]], id="no-judgement"),
        pytest.param([], ONE_PARAGRAPH, [[], [], []], id="one-paragraph-has-no-end-to-mend"),
        pytest.param(
            [point("a", "partial")],
            ALL_WRONG,
            [[], ["better_partial a", "better_period", "better_judgement"], ["step_develop a", "step_judgement"]],
            id="point-then-period-then-judgement",
        ),
    ],
)
def test_what_is_said(points: list[PointFound], seen: Structure, expected: list[list[str]], essay: Essay) -> None:
    assert shape(feedback(essay, points, [], seen)) == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        pytest.param(
            [point("a", "covered", 0.5), point("b", "covered", 0.9, start=8)],
            [["well_argued b", "well_argued a"], [], []],
            id="surest-first",
        ),
        pytest.param(
            [point("a", "covered", 0.5), point("b", "covered", 0.9)],
            [["well_argued b"], [], []],
            id="one-sentence-praised-once",
        ),
        pytest.param(
            [point(name, "covered", start=8 * i) for i, name in enumerate("abcd")],
            [["well_argued a", "well_argued b"], [], []],
            id="at-most-two",
        ),
        pytest.param(
            [point("a", "partial", 0.9, "strong"), point("b", "partial", 0.1), point("c", "partial", 0.3)],
            [[], ["better_partial c", "better_partial b", "better_partial a"], ["step_develop c"]],
            id="core-before-strong-then-surest",
        ),
        pytest.param(
            [point("a", "missing"), point("b", "missing")], [[], [], ["step_missing a"]], id="one-more-argument-is-enough"
        ),
    ],
)
def test_few_and_in_order(points: list[PointFound], expected: list[list[str]], essay: Essay) -> None:
    assert shape(feedback(essay, points, [], TIDY)) == expected


@pytest.mark.parametrize(
    ("slips", "steps"),
    [
        pytest.param([slip("error")], ["step_facts_one wall.when=1962#4"], id="one-error"),
        pytest.param([slip("error"), slip("error", 9)], ["step_facts_more wall.when=1962#4"], id="two-errors"),
        pytest.param([slip("check")], [], id="a-check-is-no-error"),
        pytest.param([slip("spelling")], [], id="a-spelling-is-no-error"),
        pytest.param([slip("check"), slip("error", 9)], ["step_facts_one wall.when=1962#9"], id="one-error-among-checks"),
    ],
)
def test_facts_to_correct(slips: list[Slip], steps: list[str], essay: Essay) -> None:
    assert codes(feedback(essay, [], slips, TIDY).next_steps) == steps


def test_never_more_than_three_of_a_kind(essay: Essay) -> None:
    points = [*(point(n, "partial") for n in "abcde"), *(point(n, "missing") for n in "fgh")]
    found = feedback(essay, points, [slip("error"), slip("error", 9)], ALL_WRONG)
    assert codes(found.next_steps) == ["step_facts_more wall.when=1962#4", "step_develop a", "step_judgement"]
    assert codes(found.even_better_if) == ["better_partial a", "better_period", "better_partial b"]


def test_a_comment_stands_on_the_students_words(essay: Essay) -> None:
    points = [point("a", "covered", start=0), point("b", "partial", start=9)]
    found = feedback(essay, points, [slip("error")], NO_END)
    assert [(c.start, c.end) for c in found.went_well] == [(0, 8)]
    assert [(c.start, c.end) for c in found.even_better_if] == [(9, 17), CLOSES]
    assert [(c.start, c.end) for c in found.next_steps] == [(4, 8), (9, 17), (0, 0)]


def test_the_years_of_the_gap_are_named(essay: Essay) -> None:
    assert "1955–60" in feedback(essay, [], [], GAP).even_better_if[0].text


def test_the_number_of_facts_is_named(essay: Essay) -> None:
    assert "the 2 facts" in feedback(essay, [], [slip("error"), slip("error", 9)], TIDY).next_steps[0].text


@pytest.mark.parametrize("status", ["covered", "partial", "missing"])
def test_the_answer_is_never_written_for_them(status: str, essay: Essay) -> None:
    found = feedback(essay, [point("a", status)], [], ALL_WRONG)
    said = [c.text for c in (*found.went_well, *found.even_better_if, *found.next_steps)]
    assert said
    assert [text for text in said if "ANSWER" in text] == []
