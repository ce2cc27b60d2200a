"""Remarks on how an essay is built: each on a sentence of it, made only where its sign is plain."""

from __future__ import annotations

import pytest

from reference import Pack
from reference.reading.lexicon import Lexicon
from rubric.essay import read_essay
from rubric.observations import Observation, observations
from rubric.structure import structure

ANSWER = "Relations changed often, although the quarrel underneath stayed the same."
STORY = "In August 1961 the Berlin Wall went up."
TOLD = "The Berlin Wall went up in August 1961. Then tanks met in October 1961. Then the Berlin Wall was made higher."
WHY = "The Berlin Wall mattered because it stopped the refugees."
WEIGHED = "In conclusion Cuba mattered most because war was nearest there. It outweighed Berlin by any measure of danger."
SPUTNIK = "Sputnik was the turning point, because it led to fear."
WALL = "The Berlin Wall was the turning point, because it led to calm."
ASSERTED = "In conclusion there were many changes. They went on for years. Cuba was one. Berlin was another."


@pytest.fixture
def seen(pack: Pack, known: Lexicon, request: pytest.FixtureRequest) -> tuple[str, tuple[Observation, ...]]:
    """The essay made of the paragraphs in the row, and what is remarked of it."""
    text = "\n\n".join(request.param)
    essay = read_essay(text, known)
    return text, observations(essay, structure(essay, pack), pack)


@pytest.mark.parametrize(
    ("seen", "said", "silent"),
    [
        pytest.param((ANSWER, TOLD, WEIGHED), "intro_answers", "intro_waits", id="answers-at-once"),
        pytest.param((STORY, TOLD, WEIGHED), "intro_tells", "intro_answers", id="begins-with-the-story"),
        pytest.param(("There were two powers.", TOLD, WEIGHED), "intro_waits", "intro_tells", id="names-the-topic"),
        pytest.param((ANSWER, STORY, STORY, WEIGHED), "opens_as_story", "opens_on_claims", id="opens-as-a-story"),
        pytest.param((ANSWER, WHY, WHY, WEIGHED), "opens_on_claims", "opens_as_story", id="opens-on-claims"),
        pytest.param((ANSWER, "The Berlin Blockade failed.", WHY), "outside", "gap_in_words", id="outside"),
        pytest.param((ANSWER, WHY), "exact", "vague", id="exact-and-argued"),
        pytest.param((ANSWER, "It was a big thing.", STORY), "vague", "exact", id="vague"),
        pytest.param((ANSWER, WHY, WEIGHED), "explains", "narrates", id="explains"),
        pytest.param((ANSWER, TOLD, WEIGHED), "narrates", "explains", id="narrates"),
        pytest.param((ANSWER, WHY), "continuity", "one_sided", id="weighs-continuity"),
        pytest.param(("The worst moment was Cuba.", WHY), "one_sided", "concedes", id="hears-no-one"),
        pytest.param((ANSWER, WHY, WEIGHED), "criterion", "sums_up", id="names-a-measure"),
        pytest.param((ANSWER, WHY, WEIGHED), "decides", "short_end", id="decides"),
        pytest.param((ANSWER, WHY, "There were many changes."), "short_end", "decides", id="one-line"),
        pytest.param((ANSWER, WHY, ASSERTED), "sums_up", "short_end", id="sums-up"),
        pytest.param((ANSWER, WHY, SPUTNIK), "new_at_end", "sums_up", id="new-at-end"),
        pytest.param((ANSWER, WHY, WALL), "decides", "new_at_end", id="argued-before"),
        pytest.param((ANSWER, "Nobody trusted anybody."), "no_events", "gap", id="nothing-named"),
        pytest.param((ANSWER, WHY), "gap", "no_events", id="years-passed-over"),
    ],
    indirect=["seen"],
)  # fmt: skip
def test_remarks(seen: tuple[str, tuple[Observation, ...]], said: str, silent: str) -> None:
    codes = [remark.code for remark in seen[1]]
    assert said in codes
    assert silent not in codes


@pytest.mark.parametrize(
    ("seen", "code", "words"),
    [
        pytest.param((ANSWER, WHY), "gap", WHY, id="the-first-words-after-the-gap"),
        pytest.param(
            (STORY, "The Secret Speech was read. Kennedy was told of the Berlin Wall."), "outside", None, id="nothing-outside"
        ),
        pytest.param((ANSWER, TOLD, WEIGHED), "narrates", "The Berlin Wall went up in August 1961.", id="where-the-run-begins"),
        pytest.param((ANSWER, WHY, WEIGHED), "explains", WHY, id="the-sentence-that-explains"),
    ],
    indirect=["seen"],
)
def test_a_remark_stands_on_its_sentence(seen: tuple[str, tuple[Observation, ...]], code: str, words: str | None) -> None:
    text, remarks = seen
    found = [text[remark.start : remark.end] for remark in remarks if remark.code == code]
    assert found == ([] if words is None else [words])


@pytest.mark.parametrize("seen", [("",)], indirect=True)
def test_nothing_is_remarked_of_nothing(seen: tuple[str, tuple[Observation, ...]]) -> None:
    assert seen[1] == ()
