"""Notices: each said where it is true, silent beside it, and standing on the stretch it is about."""

from __future__ import annotations

import pytest

from reference import Pack
from reference.reading.lexicon import Lexicon
from rubric import mark
from rubric.essay import read_essay
from rubric.marking import Notice
from rubric.notices import notices

WALL = "The Berlin Wall went up in August 1961, because Khrushchev wanted the refugees to stop leaving the east."
GENEVA = "At Geneva in 1955 the leaders of both sides had talked, and they had found that they could trust each other a little."
CUBA = "Cuba was the most dangerous of all the crises, since both sides had missiles that could have reached the other."
ESSAY = f"{WALL}\n\n{GENEVA}\n\n{CUBA}"
OTHER = "The king wanted an heir and the queen had none, so he asked the bishops of that land to set her aside. "
GERMAN = (
    "Die beiden Mächte wollten damals keinen Krieg, aber sie konnten einander nicht vertrauen und redeten kaum noch darüber."
)
TAIL = "I'm Tamara!\n\nWould you like to get a custom essay? How about receiving a customized one?\n\nCheck it out"
NOTES = "- Geneva, a thaw\n- the Berlin Wall went up\n- Cuba, missiles\n- it was the U-2\n- Hungary and the rest\n- détente"
LISTED = "\n".join([NOTES, NOTES])


def noticed(text: str, known: Lexicon) -> list[Notice]:
    return notices(read_essay(text, known))


def codes(text: str, known: Lexicon) -> list[str]:
    return [notice.code for notice in noticed(text, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ESSAY, [], id="an-essay"),
        pytest.param(WALL, ["too_short"], id="a-sentence"),
        pytest.param(" ".join([CUBA.split(" ", 1)[0], *["and"] * 48]), ["too_short"], id="forty-nine-words"),
        pytest.param(" ".join([CUBA.split(" ", 1)[0], *["and"] * 49]), [], id="fifty-words"),
        pytest.param(f"A title on the Cold War?\n\n{WALL}", ["too_short"], id="title-is-not-counted"),
        pytest.param(OTHER * 3, ["off_topic"], id="another-topic"),
        pytest.param(OTHER, ["too_short"], id="too-short-to-tell-the-topic"),
        pytest.param(f"{OTHER * 3}\n\n{WALL}", [], id="another-topic-beside-ours"),
        pytest.param(f"{OTHER * 40}\n\n{WALL}", ["off_topic"], id="ours-named-once-in-passing"),
        pytest.param(GERMAN * 3, ["other_language"], id="german"),
        pytest.param(GERMAN, ["too_short"], id="too-short-to-tell-the-language"),
        pytest.param(f"{GERMAN}\n\n{ESSAY}", [], id="a-german-sentence-in-an-essay"),
        pytest.param(f"{ESSAY}\n\n{TAIL}", ["set_aside"], id="end-of-a-web-page"),
        pytest.param(f"{ESSAY}\n\nIt was the nearest that they came to war.", [], id="short-last-sentence"),
        pytest.param(f"{ESSAY}\n\n{WALL}", ["repeated"], id="paragraph-twice"),
        pytest.param(f"{ESSAY}\n\n{WALL.upper()}", ["repeated"], id="twice-but-for-case"),
        pytest.param(f"{ESSAY}\n\n{WALL}\n\n{WALL}", ["repeated", "repeated"], id="paragraph-three-times"),
        pytest.param(f"{ESSAY}\n\n{WALL[:-1]}, too.", [], id="nearly-the-same"),
        pytest.param(f"Relations were bad.\n\n{ESSAY}\n\nRelations were bad.", [], id="short-paragraph-twice"),
        pytest.param(LISTED, ["list_not_prose"], id="a-list"),
        pytest.param(f"{ESSAY}\n\n- Geneva\n- Cuba\n- Berlin", [], id="a-short-list-in-an-essay"),
        pytest.param(
            "\n".join(f"{line} It was so." for line in ESSAY.replace(", ", ".\n").split("\n") if line),
            [],
            id="sentences-line-by-line",
        ),
    ],
)
def test_codes(text: str, expected: list[str], known: Lexicon) -> None:
    assert codes(text, known) == expected


@pytest.mark.xfail(reason="a list has few small words and is taken for another language")
def test_a_bare_list_is_a_list_and_english(known: Lexicon) -> None:
    names = ["Berlin Wall 1961", "Cuba 1962", "U-2 1960", "Hungary 1956", "Geneva 1955", "Vienna 1961"]
    assert codes("\n".join(f"- {name}" for name in names * 4), known) == ["list_not_prose"]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        pytest.param(f"{ESSAY}\n\n{TAIL}", TAIL, id="set-aside"),
        pytest.param(f"{ESSAY}\n\n{GENEVA}", GENEVA, id="repeated"),
    ],
)
def test_a_notice_on_a_part_stands_on_it(text: str, stretch: str, known: Lexicon) -> None:
    assert [(n.start, n.end) for n in noticed(text, known)] == [(text.rindex(stretch), len(text))]


@pytest.mark.parametrize("text", [WALL, OTHER * 3, GERMAN * 3, LISTED], ids=["short", "topic", "language", "list"])
def test_a_notice_on_the_whole_has_no_stretch(text: str, known: Lexicon) -> None:
    assert [(n.start, n.end) for n in noticed(text, known)] == [(0, 0)]


def test_the_quote_is_one_short_line(known: Lexicon) -> None:
    (notice,) = noticed(f"{ESSAY}\n\n{TAIL}", known)
    quote = notice.message.split("“")[1].rstrip("”")
    assert quote == "I'm Tamara! Would you like to get a custom essay? How about …"


def test_too_short_gives_the_number_of_words(known: Lexicon) -> None:
    assert noticed(WALL, known)[0].message.startswith(f"{len(WALL.split())} words: ")


@pytest.mark.xfail(reason="the notice says 'it counts once', but words and claims count it twice")
def test_a_repeated_paragraph_counts_once(pack: Pack) -> None:
    once, twice = (mark(text, pack, facts_only=True) for text in (ESSAY, f"{ESSAY}\n\n{WALL}"))
    assert (twice.essay.words, twice.checked) == (once.essay.words, once.checked)
