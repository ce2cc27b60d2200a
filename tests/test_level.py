"""The level: five strands by rules, a range of two neighbours with reasons, and no level where there is none to give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reference import Pack
from reference.reading.lexicon import Lexicon
from rubric.essay import Essay, read_essay
from rubric.level import STRANDS, level, schemes, strands
from rubric.marking import Checked, Level, Notice
from rubric.structure import ParagraphSeen, Structure, structure
from rubric.wording import say

LONG = " ".join(["The Berlin Wall went up in August 1961, and it stood."] * 30)
WEAK = Structure((), (0, 9), (0, 9), False, False, 0.1, (1961,), (1955, 1960))
STRONG = Structure(
    (ParagraphSeen(1, 0, 9, 0.8, True),), (0, 9), (0, 9), True, True, 0.8, (1955, 1956, 1957, 1959, 1960, 1961, 1962), None
)
EXACT, NOTHING = (
    Checked(claims=30, agrees=30, disagrees=0, not_in_pack=0),
    Checked(claims=0, agrees=0, disagrees=0, not_in_pack=0),
)


@pytest.fixture(scope="module")
def essay(known: Lexicon) -> Essay:
    return read_essay(LONG, known)


def placed(seen: Structure, essay: Essay, checked: Checked = NOTHING, errors: int = 0) -> list[int]:
    """The five strands, in the order of their names."""
    return list(strands(essay, seen, checked, errors).placed().values())


def judged(seen: Structure, essay: Essay, checked: Checked = NOTHING, errors: int = 0, *codes: str) -> Level:
    said = [Notice(code=code, start=0, end=0, message="") for code in codes]
    return level(essay, seen, checked, errors, said, "aqa-7042")


def test_strands_run_from_one_to_five(essay: Essay) -> None:
    assert placed(WEAK, essay) == [1, 1, 1, 1, 1]
    assert placed(STRONG, essay, EXACT) == [5, 5, 5, 5, 5]


@pytest.mark.parametrize(
    ("changed", "places"),
    [
        pytest.param({"paragraphs": STRONG.paragraphs}, [5, 1, 1, 1, 1], id="focus-is-the-ends-of-paragraphs"),
        pytest.param({"argues": 0.61}, [1, 1, 4, 1, 1], id="analysis-is-the-share-that-argues"),
        pytest.param({"argues": 0.6}, [1, 1, 4, 1, 1], id="analysis-at-its-edge"),
        pytest.param({"argues": 0.59}, [1, 1, 3, 1, 1], id="analysis-below-its-edge"),
        pytest.param({"years": STRONG.years}, [1, 1, 1, 3, 1], id="balance-less-where-there-is-a-gap"),
        pytest.param({"years": STRONG.years, "gap": None}, [1, 1, 1, 5, 1], id="balance-is-the-years-used"),
        pytest.param({"judges": True}, [1, 1, 1, 1, 3], id="judgement-at-the-end"),
        pytest.param({"answers": True}, [1, 1, 1, 1, 2], id="answer-at-the-start"),
        pytest.param({"opens": None, "closes": None}, [1, 1, 1, 1, 1], id="where-it-opens-decides-nothing"),
    ],
)
def test_each_strand_has_its_own_sign(changed: dict[str, object], places: list[int], essay: Essay) -> None:
    assert placed(replace(WEAK, **changed), essay) == places  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("agrees", "errors", "evidence"),
    [
        pytest.param(0, 0, 1, id="no-exact-fact"),
        pytest.param(3, 0, 3, id="one-in-a-hundred-words"),
        pytest.param(7, 0, 5, id="two-in-a-hundred-words"),
        pytest.param(7, 1, 4, id="one-slip-takes-one-fact-away"),
        pytest.param(3, 9, 1, id="never-below-the-lowest"),
    ],
)
def test_evidence_is_exact_facts_less_errors(agrees: int, errors: int, evidence: int, essay: Essay) -> None:
    assert essay.words == 330
    checked = Checked(claims=agrees + errors, agrees=agrees, disagrees=errors, not_in_pack=0)
    assert placed(WEAK, essay, checked, errors) == [1, evidence, 1, 1, 1]


def test_what_the_pack_lacks_and_checks_move_nothing(essay: Essay) -> None:
    checked = Checked(claims=40, agrees=7, disagrees=13, not_in_pack=20)
    assert placed(WEAK, essay, checked, 0) == [1, 5, 1, 1, 1]


@pytest.mark.parametrize(
    ("seen", "bounds"),
    [
        pytest.param(WEAK, (1, 2), id="lowest"),
        pytest.param(replace(WEAK, argues=0.8, judges=True), (2, 3), id="middle-is-rounded-down"),
        pytest.param(STRONG, (4, 5), id="highest-is-still-two-levels"),
    ],
)
def test_the_range_is_two_neighbours(seen: Structure, bounds: tuple[int, int], essay: Essay) -> None:
    found = judged(seen, essay, EXACT if seen is STRONG else NOTHING)
    assert (found.low, found.high, found.abstained) == (*bounds, None)


@pytest.mark.parametrize(
    ("seen", "lifting", "holding"),
    [
        pytest.param(replace(WEAK, argues=0.8), ["Analysis"], ["Focus", "Evidence", "Balance", "Judgement"], id="one-lifts"),
        pytest.param(WEAK, [], [], id="all-alike-neither-lift-nor-hold"),
        pytest.param(replace(WEAK, judges=True), ["Judgement"], ["Focus", "Evidence", "Analysis", "Balance"], id="judgement"),
    ],
)
def test_reasons_are_the_strands_above_and_below(seen: Structure, lifting: list[str], holding: list[str], essay: Essay) -> None:
    up = [say("level", "lifting", name) for name in lifting]
    down = [say("level", "holding", name, gap="1955–60") for name in holding]
    assert list(judged(seen, essay).reasons) == [*up, *down, say("level", "reliability")]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        pytest.param("off_topic", "No level for an answer to another question.", id="another-topic"),
        pytest.param("other_language", "No level for an answer to another question.", id="another-language"),
        pytest.param("list_not_prose", "No level for notes.", id="a-list"),
        pytest.param("set_aside", None, id="furniture-hinders-nothing"),
        pytest.param("repeated", None, id="repetition-hinders-nothing"),
    ],
)
def test_abstains_where_there_is_no_essay_to_judge(code: str, reason: str | None, essay: Essay) -> None:
    found = judged(STRONG, essay, EXACT, 0, code)
    assert found.abstained == reason
    assert (found.low is None, found.high is None, found.reasons == ()) == ((reason is not None,) * 3)


@pytest.mark.parametrize(
    ("words", "abstained"),
    [pytest.param(249, "Too short for a level.", id="a-paragraph"), pytest.param(250, None, id="enough")],
)
def test_abstains_on_a_short_text(words: int, abstained: str | None, pack: Pack, known: Lexicon) -> None:
    text = " ".join((LONG.split() * 2)[: words - 1]) + " end."
    essay = read_essay(text, known)
    assert essay.words == words
    assert judged(structure(essay, pack), essay).abstained == abstained


def test_other_objectives_are_never_assessed(essay: Essay) -> None:
    assert judged(STRONG, essay, EXACT).not_assessed == ("AO2", "AO3")
    assert judged(STRONG, essay, EXACT, 0, "off_topic").not_assessed == ("AO2", "AO3")


def test_a_scheme_that_is_not_there(essay: Essay) -> None:
    with pytest.raises(KeyError):
        level(essay, STRONG, EXACT, 0, [], "ocr")


def test_every_scheme_has_five_levels_whose_marks_meet() -> None:
    tops = {name: [tuple(map(int, str(one["marks"]).split("-"))) for one in s["levels"]] for name, s in schemes().items()}
    assert tops["aqa-7042"] == [(21, 25), (16, 20), (11, 15), (6, 10), (1, 5)]


def test_every_strand_has_words() -> None:
    assert [name for name in STRANDS if not say("level", "lifting", name)] == []
    assert ["x–y" in say("level", "holding", name, gap="x–y") for name in STRANDS] == [False, False, False, True, False]
