"""Feedback: few remarks, in order of gain, each on words of the essay and about what those words are about; no answers."""

from __future__ import annotations

import pytest

from reference import Pack
from reference.reading.lexicon import Lexicon
from rubric.essay import read_essay
from rubric.feedback import feedback
from rubric.marking import Comment, Evidence, Feedback, PointFound, Slip, SourcePlace
from rubric.observations import observations
from rubric.strands import strands
from rubric.structure import structure
from rubric.targets import Marked, spoken, targets

SOURCE = SourcePlace(source="book", where="p. 1", title="A book")
TEXT = (
    "Relations changed, although the quarrel underneath stayed the same.\n\n"
    "In July 1955 the Geneva Summit met. In October 1956 the Hungarian Uprising began. It was crushed in November 1956.\n\n"
    "The Berlin Wall went up because the refugees left, and it made war less likely.\n\n"
    "There were many changes in the end."
)
WALL, TOLD, END = "The Berlin Wall went up because", "In July 1955", "There were many"


def at(words: str) -> tuple[int, int]:
    """The sentence that begins with these words."""
    start = TEXT.index(words)
    return start, TEXT.index(".", start) + 1


def point(name: str, status: str, score: float = 0.5, words: str = WALL) -> PointFound:
    start, end = at(words)
    evidence = () if status == "missing" else (Evidence(start=start, end=end, text=TEXT[start:end]),)
    return PointFound(
        id=name, label=f"Topic {name}", statement=f"ANSWER of {name}.", importance="core", status=status, score=score,
        evidence=evidence, why=(), question=f"What of {name}?", sources=(SOURCE,),
    )  # fmt: skip


def slip(severity: str = "error", effect: str = "note", words: str = "July 1955") -> Slip:
    start = TEXT.index(words)
    return Slip(
        id=f"wall.when=1962#{start}", claim_id="c", kind="year", severity=severity, effect=effect, paragraph=1, start=start,
        end=start + len(words), text=words, claim="c", should_be="1961", accepted="1961", fact="wall.when",
        confidence=0.9, heading="h", message="m", source=SOURCE,
    )  # fmt: skip


@pytest.fixture
def said(pack: Pack, known: Lexicon, request: pytest.FixtureRequest) -> Feedback:
    """The feedback on the essay with the points and slips of the row."""
    points, slips, *text = request.param
    essay = read_essay(text[0] if text else TEXT, known)
    seen = structure(essay, pack)
    errors = sum(one.severity == "error" for one in slips)
    marked = Marked(essay, points, slips, seen, strands(seen, essay.words, errors), pack)
    return feedback(marked, observations(essay, seen, pack))


def codes(comments: tuple[Comment, ...]) -> list[str]:
    return [comment.code for comment in comments]


HUNGARY, WALLS, SPUTNIK, VIENNA = (
    "hungary-limits-of-thaw", "berlin-wall-double-effect", "sputnik-and-arms-race", "vienna-1961",
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "better"),
    [
        pytest.param(([], []), ["CJ", "DR", "NV"], id="ending-and-story"),
        pytest.param(([point(WALLS, "partial")], []), ["CJ", "EX", "NV"], id="a-point-to-develop"),
        pytest.param(([point(WALLS, "missing")], []), ["CJ", "DR", "NV"], id="a-missing-point-has-no-sentence"),
        pytest.param(([point("turning-points-weighed", "partial")], []), ["CJ", "DR", "NV"], id="the-endings-work"),
        pytest.param(([], [slip(effect="weakens")]), ["CJ", "DR", "NV"], id="a-slip-in-an-argument-that-weighs-less"),
        pytest.param(([], [slip(effect="breaks")]), ["CJ", "DR", "ACB"], id="a-slip-that-breaks-the-argument"),
        pytest.param(([], [slip(effect="note")]), ["CJ", "DR", "NV"], id="a-slip-that-is-a-note"),
        pytest.param(([], [], "There were two powers."), [], id="nothing-to-stand-on"),
    ],
    indirect=["said"],
)
def test_even_better_if(said: Feedback, better: list[str]) -> None:
    assert sorted(codes(said.even_better_if)) == sorted(better)


@pytest.mark.parametrize("said", [([point(WALLS, "partial"), point(HUNGARY, "partial", words=TOLD)], [slip()])], indirect=True)
def test_every_remark_stands_on_a_sentence_and_no_two_on_one(said: Feedback) -> None:
    starts = [comment.start for comment in said.even_better_if]
    assert all(comment.end > comment.start for comment in said.even_better_if)
    assert len(set(starts)) == len(starts) == 3


@pytest.mark.parametrize(
    ("said", "steps"),
    [
        pytest.param(([], [slip()]), ["facts_one", "CJ", "NV"], id="facts-first"),
        pytest.param(([], [slip(), slip(words="October 1956")]), ["facts_more", "CJ", "NV"], id="several-facts"),
        pytest.param(([], [slip("check")]), ["CJ", "DR", "NV"], id="a-check-is-no-error"),
        pytest.param(([], [slip("spelling")]), ["CJ", "DR", "NV"], id="a-spelling-is-no-error"),
        pytest.param(([], [slip(effect="breaks")]), ["CJ", "DR", "ACB"], id="the-fact-that-the-argument-stands-on"),
        pytest.param(
            ([point(SPUTNIK, "missing"), point(VIENNA, "missing")], [], "There were two powers."),
            ["missing"],
            id="one-more-argument",
        ),
    ],
    indirect=["said"],
)
def test_next_steps(said: Feedback, steps: list[str]) -> None:
    assert sorted(codes(said.next_steps)) == sorted(steps)
    assert "facts" not in "".join(codes(said.next_steps)[1:])


@pytest.mark.parametrize(
    ("said", "well"),
    [
        pytest.param(([point(WALLS, "covered")], []), ["reasoned", "continuity"], id="a-point-and-a-strength"),
        pytest.param(([], []), ["continuity", "exact"], id="strengths-alone"),
        pytest.param(
            ([point(WALLS, "covered", 0.5), point(HUNGARY, "covered", 0.9, TOLD)], []),
            ["proved", "exact"],
            id="surest-first",
        ),
        pytest.param(([], [], "There were two powers."), [], id="nothing-to-praise"),
    ],
    indirect=["said"],
)
def test_what_went_well(said: Feedback, well: list[str]) -> None:
    assert len(said.went_well) <= 2
    assert set(codes(said.went_well)) == set(well)


@pytest.mark.parametrize("status", ["covered", "partial", "missing"])
def test_the_answer_is_never_written_for_them(status: str, pack: Pack, known: Lexicon) -> None:
    essay = read_essay(TEXT, known)
    seen = structure(essay, pack)
    marked = Marked(essay, [point(WALLS, status)], [], seen, strands(seen, essay.words, 0), pack)
    found = feedback(marked, observations(essay, seen, pack))
    said = [comment.text for comment in (*found.went_well, *found.even_better_if, *found.next_steps)]
    assert len(said) >= 5
    assert [text for text in said if "ANSWER" in text] == []


def test_targets_come_most_gainful_first(pack: Pack, known: Lexicon) -> None:
    essay = read_essay(TEXT, known)
    seen = structure(essay, pack)
    found = targets(Marked(essay, [point(WALLS, "partial")], [slip(effect="weakens")], seen, strands(seen, 90, 1), pack))
    gains = [target.gain for target in found]
    assert gains == sorted(gains, reverse=True)
    assert {"CJ", "EX", "NV", "AC", "QF"} <= {target.code for target in found}


@pytest.mark.parametrize(
    ("event", "name"),
    [
        pytest.param("berlin-wall", "the Berlin Wall", id="a-thing-with-its-article"),
        pytest.param("stalin-death", "Stalin's death", id="someones"),
        pytest.param("u2-incident", "the U-2 incident", id="another-name-that-can-be-spoken"),
        pytest.param("nasa-founded", "NASA's creation", id="someones-in-another-name"),
        pytest.param("shepard-flight", "Alan Shepard's flight", id="ends-on-a-flight"),
    ],
)
def test_events_as_one_speaks_of_them(event: str, name: str, pack: Pack) -> None:
    assert spoken(pack.events[event]) == name
