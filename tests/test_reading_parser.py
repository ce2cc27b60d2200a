"""Sentences and their parse: offsets into the whole text, nothing that hangs, and paragraphs that do not disturb each other."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reference.reading.parser import Parsed, Sentence, is_english, parse

FIRST = "Khrushchev gave the Secret Speech in 1956. It shook the bloc, and Hungary rose that autumn."
SECOND = "The Wall went up on 13 August 1961, because the refugees had to be stopped."
THIRD = "Mr. Kennedy did not fight for it. He said: “A wall is a hell of a lot better than a war.”"
TEXT = f"{FIRST}\n\n  {SECOND}\n\n{THIRD}"
LIMIT = 10.0  # seconds; spaCy alone takes 346 s for 50,000 brackets


def placed(*paragraphs: str) -> list[tuple[int, str]]:
    return [(TEXT.index(paragraph), paragraph) for paragraph in paragraphs]


def shape(sentences: list[Sentence]) -> list[tuple[str, list[tuple[str, str, int]]]]:
    return [(s.text, [(token.text, token.dep, token.head) for token in s.tokens]) for s in sentences]


def test_sentences_in_order_with_their_paragraph():
    found = parse(placed(FIRST, SECOND, THIRD))
    assert [s.index for s in found] == list(range(len(found)))
    assert [(s.paragraph, s.text[:9]) for s in found] == [
        (0, "Khrushche"),
        (0, "It shook "),
        (1, "The Wall "),
        (2, "Mr. Kenne"),
        (2, "He said: "),
    ]


def test_sentences_and_tokens_are_slices_of_the_text():
    found = parse(placed(FIRST, SECOND, THIRD))
    assert [TEXT[s.start : s.end] for s in found] == [s.text for s in found]
    tokens = [token for s in found for token in s.tokens]
    assert [TEXT[token.start : token.end] for token in tokens] == [token.text for token in tokens]


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param(" \n\t ", 0, id="white-space"),
        pytest.param("(((((((((((((((((((((((((((((((((((((", 0, id="only-a-run"),
        pytest.param("Berlin", 1, id="one-word"),
        pytest.param("They met at Geneva.\nThey talked.", 2, id="newline-between"),
        pytest.param("They met at Geneva\nand talked.", 1, id="hard-wrap"),
    ],
)
def test_how_many_sentences(paragraph, count):
    assert len(parse([(0, paragraph)])) == count


def test_no_paragraphs_no_sentences():
    assert parse([]) == []


def test_a_sentence_has_one_root_and_heads_inside_it():
    (sentence,) = parse(placed(SECOND))
    assert [token.i for token in sentence.tokens] == list(range(len(sentence.tokens)))
    assert [token.text for token in sentence.tokens if token.head == token.i] == ["went"]
    assert {token.head for token in sentence.tokens} <= set(range(len(sentence.tokens)))


def test_ancestors_lead_to_the_root():
    (sentence,) = parse(placed(SECOND))
    year = sentence.token_at(TEXT.index("1961"))
    assert [sentence.tokens[i].text for i in sentence.ancestors(year)][-1] == "went"
    root = sentence.token_at(TEXT.index("went"))
    assert list(sentence.ancestors(root)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Wall", "Wall", id="start-of-a-word"),
        pytest.param("all went", "Wall", id="inside-a-word"),
        pytest.param(" went", "went", id="space-before-a-word"),
    ],
)
def test_the_token_at_an_offset(words, expected):
    (sentence,) = parse(placed(SECOND))
    assert sentence.tokens[sentence.token_at(TEXT.index(words))].text == expected


def test_no_token_after_the_end():
    (sentence,) = parse(placed(SECOND))
    assert sentence.token_at(sentence.end) is None


@pytest.mark.parametrize("neighbours", [(FIRST,), (THIRD,), (FIRST, THIRD)], ids=["first", "third", "both"])
def test_a_paragraph_s_parse_does_not_depend_on_its_neighbours(neighbours):
    together = parse(placed(SECOND, *neighbours))
    assert shape([s for s in together if s.paragraph == 0]) == shape(parse(placed(SECOND)))


def test_the_same_text_is_parsed_the_same_twice():
    assert parse(placed(FIRST, SECOND, THIRD)) == parse(placed(FIRST, SECOND, THIRD))


@pytest.mark.parametrize(
    "run",
    [
        pytest.param("(" * 50_000, id="brackets"),
        pytest.param("[({})]" * 8_000, id="mixed-brackets"),
        pytest.param("( " * 25_000, id="brackets-with-spaces"),
        pytest.param("1" * 50_000, id="digits"),
        pytest.param("1 " * 25_000, id="digits-with-spaces"),
        pytest.param(" " * 50_000, id="spaces"),
        pytest.param("." * 50_000, id="full-stops"),
        pytest.param("a" * 10_000, id="one-long-word"),
        pytest.param("a-" * 5_000, id="one-long-hyphenated-word"),
        pytest.param("(1)" * 16_000, id="numbered-brackets"),
    ],
)
def test_a_run_does_not_hang(run):
    is_english("wall")  # the model is loaded before the clock starts
    text = f"The Wall went up. {run} It stood until 1989."
    began = time.perf_counter()
    found = parse([(0, text)])
    assert time.perf_counter() - began < LIMIT
    assert found[0].text == "The Wall went up."
    assert found[-1].text.endswith("until 1989.")
    assert [text[s.start : s.end] for s in found] == [s.text for s in found]


@pytest.mark.parametrize(
    ("word", "english"),
    [
        pytest.param("hungry", True, id="hungry"),
        pytest.param("stalling", True, id="stalling"),
        pytest.param("western", True, id="western"),
        pytest.param("krushchev", False, id="krushchev"),
        pytest.param("eisenhour", False, id="eisenhour"),
        pytest.param("budapesht", False, id="budapesht"),
    ],
)
def test_a_word_of_english(word, english):
    assert is_english(word) is english


def test_parsing_a_word_does_not_make_it_english():
    parse([(0, "Then Khrushtchev met Ulbrightt.")])
    assert not is_english("khrushtchev")
    assert not is_english("ulbrightt")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["The Wall fell.", " ", "\n", "(", "U-2", "1961", "“", "’", "…", "é", "\u200b", "😀", "?"])))
def test_any_text_is_parsed_into_slices(parts):
    text = "".join(parts)
    found = parse([(3, text)])
    assert [text[s.start - 3 : s.end - 3] for s in found] == [s.text for s in found]
    assert [len(s.tokens) > 0 for s in found] == [True] * len(found)


PARAGRAPHS = ["The Wall went up. It stood.", "Khrushchev was pleased. Kennedy was not.", "The Wall went up. It stood."]


def placed(paragraphs: list[str]) -> list[tuple[int, str]]:
    starts = [sum(len(other) + 2 for other in paragraphs[:i]) for i in range(len(paragraphs))]
    return list(zip(starts, paragraphs, strict=True))


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(PARAGRAPHS, id="the-same"),
        pytest.param([*PARAGRAPHS[:1], "Nobody was.", *PARAGRAPHS[1:]], id="one-put-in"),
        pytest.param(PARAGRAPHS[::-1], id="in-another-order"),
        pytest.param(PARAGRAPHS[1:2], id="some-gone"),
    ],
)
def test_what_was_parsed_before_reads_the_same_in_its_new_place(second: list[str]) -> None:
    kept: Parsed = {}
    parse(placed(PARAGRAPHS), kept)
    assert parse(placed(second), kept) == parse(placed(second))
    assert set(kept) == set(second)


def test_what_was_parsed_before_is_taken_as_it_is() -> None:
    kept: Parsed = {}
    parse(placed(PARAGRAPHS), kept)
    kept[PARAGRAPHS[0]] = kept[PARAGRAPHS[0]][:1]
    assert [sentence.text for sentence in parse(placed(PARAGRAPHS[:1]), kept)] == ["The Wall went up."]
