"""Structure: what opens and closes an essay, where it argues, which years it covers; observed, never counted as points."""

from __future__ import annotations

import pytest

from reference import Pack
from reference.reading.lexicon import Lexicon
from rubric.essay import read_essay
from rubric.structure import Structure, structure

OPENS = "Relations between the two powers changed often, and the most important change was in 1962."
TELLS = "The Berlin Wall went up in August 1961. Soldiers brought wire and posts."
ARGUES = "The Berlin Wall mattered because it stopped the refugees. It therefore made war less likely."
JUDGES = "In conclusion Cuba was the turning point. It was more important than Berlin, and relations were ultimately safer."
SUMS_UP = "There were many changes. They happened in Europe and in Cuba."


@pytest.fixture
def seen(pack: Pack, known: Lexicon, request: pytest.FixtureRequest) -> Structure:
    """The structure of the text in the row."""
    return structure(read_essay(request.param, known), pack)


def of(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    ("seen", "judges"),
    [
        pytest.param(of(OPENS, TELLS, JUDGES), True, id="weighs-at-the-end"),
        pytest.param(of(OPENS, TELLS, SUMS_UP), False, id="sums-up"),
        pytest.param(of(OPENS, JUDGES, TELLS), False, id="weighs-in-the-middle"),
        pytest.param(of(OPENS, TELLS, "In conclusion there were many changes."), False, id="one-word-is-a-habit"),
        pytest.param(
            of(OPENS, TELLS, "Cuba mattered most because war was near."), True, id="one-sentence-that-judges-and-says-why"
        ),
        pytest.param(of(OPENS, TELLS, "Cuba mattered most. It ended soon."), False, id="asserted"),
        pytest.param(JUDGES, False, id="one-paragraph-has-no-conclusion"),
    ],
    indirect=["seen"],
)
def test_judgement(seen: Structure, judges: bool) -> None:
    assert seen.judges is judges


@pytest.mark.parametrize(
    ("seen", "answers"),
    [
        pytest.param(of(OPENS, TELLS), True, id="answers-at-once"),
        pytest.param(of(TELLS, OPENS), False, id="answers-later"),
        pytest.param(of("Relations changed in these years.", TELLS), False, id="names-relations-and-judges-nothing"),
        pytest.param(of("The main event was Cuba. Relations changed.", TELLS), False, id="in-two-sentences"),
    ],
    indirect=["seen"],
)
def test_answer(seen: Structure, answers: bool) -> None:
    assert seen.answers is answers


@pytest.mark.parametrize(
    ("seen", "shares"),
    [
        pytest.param(of(ARGUES, TELLS), [1.0, 0.0], id="argued-then-told"),
        pytest.param(of(f"{TELLS} {ARGUES}"), [0.5], id="half-and-half"),
        pytest.param(of(TELLS), [0.0], id="told"),
    ],
    indirect=["seen"],
)
def test_share_that_argues(seen: Structure, shares: list[float]) -> None:
    assert [paragraph.argues for paragraph in seen.paragraphs] == shares


@pytest.mark.parametrize(
    ("seen", "opens"),
    [
        pytest.param("In August 1961 the border was closed.", "story", id="on-a-date"),
        pytest.param("The Berlin Wall went up in August 1961.", "story", id="on-an-event-told"),
        pytest.param("The Berlin Wall mattered because it stopped the refugees.", "claim", id="on-an-event-judged"),
        pytest.param(
            "In August 1961 relations were at their worst because Berlin was closed.", "claim", id="a-date-and-two-reasons"
        ),
        pytest.param("Historians see 1961 as the year of the Wall.", "claim", id="on-a-view"),
        pytest.param("Relations were bad.", "claim", id="on-relations"),
        pytest.param("There were soldiers there.", "topic", id="on-neither"),
        pytest.param("In this essay I will look at the Berlin Wall.", "topic", id="on-what-will-be-said"),
    ],
    indirect=["seen"],
)
def test_opening(seen: Structure, opens: str) -> None:
    assert [paragraph.opens for paragraph in seen.paragraphs] == [opens]


@pytest.mark.parametrize(
    ("seen", "outside"),
    [
        pytest.param("The Berlin Wall went up.", 0.0, id="inside"),
        pytest.param("The Berlin Blockade failed. The Berlin Wall went up.", 0.5, id="half"),
        pytest.param("The Berlin Blockade was over long before the Berlin Wall.", 0.0, id="both-in-one-sentence"),
        pytest.param("Nothing is named here.", 0.0, id="nothing-named"),
    ],
    indirect=["seen"],
)
def test_share_outside_the_period(seen: Structure, outside: float) -> None:
    assert seen.outside == outside


@pytest.mark.parametrize("seen", [of(f"{TELLS} It was a big thing.", ARGUES)], indirect=True)
def test_shares_of_all_sentences(seen: Structure) -> None:
    assert (seen.tells, seen.bare, seen.vague, seen.argues, seen.criteria) == (0.0, 0.2, 0.2, 0.4, 0.0)


@pytest.mark.parametrize(
    ("seen", "focused"),
    [
        pytest.param(f"{TELLS} It spoilt relations.", True, id="at-the-end"),
        pytest.param(f"Relations were bad. {TELLS}", True, id="at-the-start"),
        pytest.param(TELLS, False, id="nowhere"),
        pytest.param(f"{TELLS} Relations were bad. {TELLS}", False, id="only-in-the-middle"),
    ],
    indirect=["seen"],
)
def test_focus(seen: Structure, focused: bool) -> None:
    assert [paragraph.focused for paragraph in seen.paragraphs] == [focused]


@pytest.mark.parametrize(
    ("seen", "years", "gap"),
    [
        pytest.param("The Berlin Wall went up.", (1961,), (1955, 1960), id="one-event"),
        pytest.param("Sputnik flew. The Berlin Wall went up.", (1957, 1961), (1958, 1960), id="gap-in-the-middle"),
        pytest.param("The Secret Speech was read. Sputnik flew.", (1956, 1957), (1958, 1962), id="gap-at-the-end"),
        pytest.param("In 1961 much was said of 1957.", (), (1955, 1962), id="years-alone-name-no-event"),
        pytest.param("The Hungarian Uprising failed.", (1956,), (1957, 1962), id="what-lasted-for-weeks"),
        pytest.param("The nuclear test moratorium held.", (), (1955, 1962), id="what-lasted-for-years-is-in-no-year"),
        pytest.param("The Berlin Blockade had failed.", (), (1955, 1962), id="outside-the-period"),
        pytest.param(
            "The Warsaw Pact was made. Sputnik flew. The U-2 was shot down. The Berlin Wall went up.",
            (1955, 1957, 1960, 1961),
            None,
            id="two-years-are-no-gap",
        ),
    ],
    indirect=["seen"],
)
def test_years_and_gap(seen: Structure, years: tuple[int, ...], gap: tuple[int, int] | None) -> None:
    assert (seen.years, seen.gap) == (years, gap)


@pytest.mark.parametrize("seen", [of("How did relations change?", OPENS, TELLS, JUDGES)], indirect=True)
def test_observations_stand_on_their_paragraphs(seen: Structure) -> None:
    text = of("How did relations change?", OPENS, TELLS, JUDGES)
    assert seen.opens and seen.closes
    assert (text[slice(*seen.opens)], text[slice(*seen.closes)]) == (OPENS, JUDGES)
    assert [text[p.start : p.end] for p in seen.paragraphs] == [OPENS, TELLS, JUDGES]
    assert [p.paragraph for p in seen.paragraphs] == [1, 2, 3]


@pytest.mark.parametrize("seen", [TELLS], indirect=True)
def test_as_data_is_plain(seen: Structure) -> None:
    plain = seen.as_data()
    assert plain["opens"] == {"start": 0, "end": len(TELLS)}
    assert plain["closes"] is None
    assert (plain["years"], plain["gap"]) == ([1961], [1955, 1960])
    assert plain["paragraphs"] == [
        {"paragraph": 1, "start": 0, "end": len(TELLS), "argues": 0.0, "tells": 0.5, "opens": "story", "focused": False}
    ]


def test_a_text_without_prose_has_no_structure(pack: Pack, known: Lexicon) -> None:
    seen = structure(read_essay("", known), pack)
    assert (seen.paragraphs, seen.opens, seen.closes, seen.argues, seen.years) == ((), None, None, 0.0, ())
