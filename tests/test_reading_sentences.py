"""Paragraphs: blank lines, single newlines, hard wraps, titles, and web-page furniture set aside at the end only."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.reading.sentences import blocks

QUESTION = "How did relations between the USA and USSR change in the years 1955-62?"
ONE = (
    "Relations improved in 1955, because the Austrian State Treaty and the Geneva summit showed that both sides were now "
    "willing to talk, and because neither wanted a war that nobody could win."
)
TWO = (
    "However, the crushing of Hungary in 1956 showed how far the thaw could go, since Khrushchev would not let a state leave "
    "the Warsaw Pact, and the United States would not fight for it."
)
SHORT = "In the end, both had changed and neither had won."
OFFER = "Would you like to get a custom essay? How about receiving a customized one?"


def kinds(*parts: str, between: str = "\n\n") -> list[str]:
    return [block.kind for block in blocks(between.join(parts))]


def prose(text: str) -> list[str]:
    return [block.text for block in blocks(text) if block.kind == "prose"]


def aside(text: str) -> list[str]:
    return [block.text for block in blocks(text) if block.kind == "set_aside"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{ONE}\n\n{TWO}", [ONE, TWO], id="blank-line"),
        pytest.param(f"{ONE}\n \t \n\n{TWO}", [ONE, TWO], id="blank-line-with-spaces"),
        pytest.param(f"\n\n{ONE}\n\n\n\n{TWO}\n\n", [ONE, TWO], id="many-blank-lines"),
        pytest.param(f"{ONE}\n{TWO}", [ONE, TWO], id="single-newline-between-long-paragraphs"),
        pytest.param(f"   {ONE}  \n\n\t{TWO} ", [ONE, TWO], id="indented"),
        pytest.param(textwrap.fill(ONE, 72), [textwrap.fill(ONE, 72)], id="hard-wrapped"),
        pytest.param(textwrap.fill(ONE, 40), [textwrap.fill(ONE, 40)], id="wrapped-narrowly"),
        pytest.param(
            f"{textwrap.fill(ONE, 72)}\n\n{textwrap.fill(TWO, 72)}",
            [textwrap.fill(ONE, 72), textwrap.fill(TWO, 72)],
            id="two-hard-wrapped",
        ),
        pytest.param(f"{SHORT}\n{SHORT}\n{SHORT}", [f"{SHORT}\n{SHORT}\n{SHORT}"], id="short-lines-are-one"),
        pytest.param(f"{ONE}\n\n{SHORT}", [ONE, SHORT], id="short-last-paragraph"),
        pytest.param(f"{ONE}\n\nSo it failed.", [ONE, "So it failed."], id="very-short-last-paragraph"),
        pytest.param(SHORT, [SHORT], id="one-sentence"),
        pytest.param("Berlin", ["Berlin"], id="one-word-alone-is-marked"),
        pytest.param("", [], id="nothing"),
        pytest.param("\n \n\t\n", [], id="white-space"),
    ],
)
def test_paragraphs(text, expected):
    assert prose(text) == expected


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        pytest.param(QUESTION, "heading", id="the-question"),
        pytest.param("USA and USSR Relations Essay", "heading", id="title-that-says-essay"),
        pytest.param("The Thaw, 1955-1960", "heading", id="title-without-a-stop"),
        pytest.param("Did they change?", "heading", id="short-question"),
        pytest.param("They changed.", "prose", id="short-sentence"),
        pytest.param("They changed in three ways:", "prose", id="line-that-leads-on"),
        pytest.param(ONE, "prose", id="paragraph"),
    ],
)
def test_the_first_line(first, kind):
    assert kinds(first, TWO) == [kind, "prose"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("The Second Thaw", "heading", id="heading-in-the-middle"),
        pytest.param("Why did it fail?", "prose", id="question-in-the-middle-is-argument"),
        pytest.param("It failed.", "prose", id="sentence-in-the-middle"),
        pytest.param("You can read more about Berlin and subscribe to our newsletter.", "prose", id="furniture-in-the-middle"),
    ],
)
def test_a_line_in_the_middle(line, kind):
    assert kinds(ONE, line, TWO) == ["prose", kind, "prose"]


def test_a_title_above_its_essay_without_a_blank_line():
    assert kinds(QUESTION, ONE, between="\n") == ["heading", "prose"]


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank-lines", "single-newlines"])
def test_the_furniture_of_an_essay_site(between):
    text = between.join([ONE, TWO, "I'm Tamara!", OFFER, "Check it out"])
    assert prose(text) == [ONE, TWO]
    assert " ".join(" ".join(aside(text)).split()) == f"I'm Tamara! {OFFER} Check it out"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Check it out", id="check-it-out"),
        pytest.param("Get your free quote", id="offer"),
        pytest.param("You can get a custom essay on this from our writers.", id="whole-sentence"),
        pytest.param("Share this", id="share"),
        pytest.param("Related essays", id="related"),
        pytest.param("Leave a comment", id="comment"),
        pytest.param("We use cookies. Accept cookie settings", id="cookies"),
        pytest.param("© 2024 Essays Online. All rights reserved", id="copyright"),
        pytest.param("Privacy policy", id="privacy"),
        pytest.param("Posted by Tamara", id="posted"),
        pytest.param("Word count: 812", id="word-count"),
    ],
)
def test_a_line_of_furniture_at_the_end_is_set_aside(line):
    assert kinds(ONE, TWO, line) == ["prose", "prose", "set_aside"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(SHORT, id="short-conclusion"),
        pytest.param("So nothing had changed.", id="four-words"),
        pytest.param("Was it a thaw at all?", id="question"),
        pytest.param("Khrushchev asked his writers for more books on the thaw.", id="writers"),
        pytest.param("Both sides shared this fear, and neither could leave it.", id="shared"),
        pytest.param("The hotline was ordered in 1963.", id="ordered"),
        pytest.param("Kennedy signed in July what he had refused in May.", id="signed"),
        pytest.param(f"{TWO} He did not sign up to it, and {SHORT.lower()}", id="long-paragraph-with-such-words"),
    ],
)
def test_an_essay_s_own_last_line_stays(line):
    assert kinds(ONE, TWO, line) == ["prose", "prose", "prose"]


@pytest.mark.parametrize(
    ("own", "furniture"),
    [
        pytest.param([ONE, TWO, SHORT], ["I'm Tamara!", OFFER, "Check it out"], id="short-conclusion"),
        pytest.param([ONE, "So it had failed by 1960."], ["Check it out"], id="six-words-of-conclusion"),
        pytest.param([ONE, "They met. They talked."], ["Share this"], id="two-short-sentences"),
        pytest.param(["They met in 1955.", "They fought in 1956."], ["Check it out"], id="short-essay"),
        pytest.param([ONE, "Was it a thaw at all, or only a pause?"], ["Check it out"], id="last-question"),
    ],
)
def test_an_essay_s_own_last_line_above_furniture_stays(own, furniture):
    assert kinds(*own, *furniture) == ["prose"] * len(own) + ["set_aside"] * len(furniture)


def test_furniture_alone_is_marked_not_lost():
    assert kinds("Check it out") == ["prose"]


@given(st.lists(st.sampled_from([QUESTION, ONE, TWO, SHORT, OFFER, "Check it out", "I'm Tamara!", " ", "\n", "\n\n", "\t"])))
def test_blocks_are_slices_in_order_and_lose_no_word(parts):
    text = "".join(parts)
    found = blocks(text)
    assert [text[block.start : block.end] for block in found] == [block.text for block in found]
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert " ".join(block.text for block in found).split() == text.split()
