"""The level: a range of two neighbours with the reasons for both bounds, and none where there is none to give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reference import Pack
from reference.reading.lexicon import Lexicon
from rubric.essay import Essay, read_essay
from rubric.level import band, level, schemes
from rubric.marking import Level, Notice
from rubric.observations import observations
from rubric.strands import Strands, strands
from rubric.structure import Structure, structure
from rubric.wording import say

LONG = "\n\n".join(
    [
        "Relations changed, although the quarrel underneath stayed the same, and the real turning point was Cuba.",
        *["The Berlin Wall went up in August 1961. In October there were tanks. The Berlin Wall stood."] * 14,
        "In conclusion Cuba mattered most because it was nearest to war.",
    ]
)


@pytest.fixture(scope="module")
def essay(known: Lexicon) -> Essay:
    return read_essay(LONG, known)


@pytest.fixture(scope="module")
def seen(essay: Essay, pack: Pack) -> Structure:
    return structure(essay, pack)


def judged(essay: Essay, pack: Pack, *codes: str, scheme: str = "aqa-7042") -> Level:
    said = [Notice(code=code, start=0, end=0, message="") for code in codes]
    seen = structure(essay, pack)
    return level(essay, seen, strands(seen, essay.words, 0), observations(essay, seen, pack), said, scheme)


def even(place: float) -> Strands:
    return Strands(place, place, place, place, place)


@pytest.mark.parametrize(
    ("place", "low"),
    [
        pytest.param(1.0, 1, id="lowest"),
        pytest.param(1.79, 1, id="below-the-first-edge"),
        pytest.param(1.8, 2, id="at-the-first-edge"),
        pytest.param(3.0, 3, id="middle"),
        pytest.param(3.8, 4, id="at-the-last-edge"),
        pytest.param(5.0, 4, id="highest"),
    ],
)
def test_the_range_stands_where_the_mean_falls(place: float, low: int, seen: Structure) -> None:
    assert band(even(place), replace(seen, bare=0.1)) == low


def test_facts_without_a_claim_hold_it_down(seen: Structure) -> None:
    assert [band(even(5.0), replace(seen, bare=bare)) for bare in (0.49, 0.5)] == [4, 2]


def test_an_answer_outside_the_dates_is_at_the_bottom(seen: Structure) -> None:
    assert [band(even(5.0), replace(seen, bare=0.1, outside=share)) for share in (0.5, 0.51)] == [4, 1]


def test_reasons_stand_for_both_bounds_with_the_students_words(essay: Essay, pack: Pack) -> None:
    reasons = judged(essay, pack).reasons
    assert [reason.partition(":")[0] for reason in reasons] == ["Not lower"] * 2 + ["Not higher"] * 2 + [reasons[-1]]
    assert "“Relations changed, although" in reasons[0] + reasons[1]
    assert say("level", "bare") in reasons[2]
    assert "two trained markers" in reasons[-1]


def test_strands_say_what_lifts_and_what_holds(essay: Essay, pack: Pack) -> None:
    found = {strand.name: strand for strand in judged(essay, pack).strands}
    assert [remark.code for remark in found["Focus"].lifts] == ["intro_answers"]
    assert [remark.code for remark in found["Focus"].holds] == ["opens_as_story"]
    assert [remark.code for remark in found["Judgement"].lifts] == ["decides"]
    assert {strand.stage for strand in found.values()} <= {say("level", "stages", stage) for stage in range(1, 6)}


@pytest.mark.parametrize("scheme", sorted(schemes()))
def test_every_scheme_gives_two_neighbours(scheme: str) -> None:
    about = schemes()[scheme]
    bounds = [tuple(about["ranges"][low]) for low in (1, 2, 3, 4)]
    levels = {entry["level"] for entry in about["levels"]}
    assert all(high == low + 1 for low, high in bounds)
    assert {level for pair in bounds for level in pair} <= levels
    assert (bounds[0][0], bounds[-1][1]) == (min(levels), max(levels))


@pytest.mark.parametrize("scheme", sorted(schemes()))
def test_every_scheme_says_what_is_confirmed(scheme: str) -> None:
    about = schemes()[scheme]
    assert "needs checking" in about["confirmed"] or "need checking" in about["confirmed"]
    assert (about["assessed"], about["not_assessed"]) == (["AO1"], ["AO2", "AO3"])
    assert len({entry["gist"] for entry in about["levels"]}) == len(about["levels"])


def test_the_packs_schemes_exist(pack: Pack) -> None:
    assert set(pack.about.schemes) <= set(schemes())


@pytest.mark.parametrize(
    ("code", "abstained"),
    [
        pytest.param("off_topic", "off_topic", id="another-question"),
        pytest.param("other_language", "off_topic", id="another-language"),
        pytest.param("list_not_prose", "list_not_prose", id="notes"),
        pytest.param("repeated", None, id="a-repetition-is-no-reason"),
        pytest.param("set_aside", None, id="nor-is-furniture"),
    ],
)
def test_no_level_where_there_is_none(code: str, abstained: str | None, essay: Essay, pack: Pack) -> None:
    found = judged(essay, pack, code)
    assert found.abstained == (say("level", "abstained", abstained) if abstained else None)
    assert (found.low is None) == (found.strands == ()) == (abstained is not None)


@pytest.mark.parametrize(("words", "abstains"), [pytest.param(249, True, id="short"), pytest.param(250, False, id="enough")])
def test_no_level_for_a_short_text(words: int, abstains: bool, known: Lexicon, pack: Pack) -> None:
    essay = read_essay(" ".join(["word"] * (words - 1)) + " end.", known)
    assert (judged(essay, pack).abstained == say("level", "abstained", "short")) is abstains
