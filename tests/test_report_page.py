"""The saved web page: whole, self-contained, escaped, and nothing for a student that is the teacher's."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from rubric.marking import Feedback, Marking
from rubric.report.page import as_page
from tests.markings import ESSAY, HOSTILE, QUESTION, TEACHERS, marked

VOID = {"meta"}
LOADING = {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
WHOLE = marked(partial="they talked at Geneva", covered="because the refugees were leaving")


class Read(HTMLParser):
    """A page as a browser reads it: its tags, its text, and whether each tag is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not [name for name, _ in attrs if name.startswith("on")]
        self.tags.add(tag)
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += "" if self.open[-1:] == ["style"] else data


def shown(marking: Marking = WHOLE, reader: str = "student") -> str:
    """The text of the page."""
    return Read(as_page(marking, QUESTION, reader)).text


def test_the_page_holds_the_essay_the_correction_and_its_source() -> None:
    text = shown()
    assert "On August 15th 19611 the border was closed" in text  # the note's number follows the words
    assert "The border was closed on 13 August 1961." in text
    assert "US Office of the Historian, The Berlin Crises, para. 5" in text
    assert [part for part in (QUESTION, "János Kádár → Moscow’s man", "A notice.", "Say why.") if part not in text] == []


@pytest.mark.parametrize("reader", ["student", "teacher"])
def test_a_student_is_told_no_level_no_stage_and_no_statement_of_a_point(reader: str) -> None:
    text, theirs = shown(reader=reader), reader == "teacher"
    assert {words in text for words in TEACHERS} == {theirs}
    assert "What of the missing?" in text and "It opens on a claim." in text


def test_nothing_is_loaded_and_nothing_can_run() -> None:
    page = as_page(WHOLE, QUESTION)
    assert not LOADING & Read(page).tags
    assert "default-src 'none'" in page
    assert not re.search(r"https?://|url\(|@import", page)


def test_hostile_text_is_text() -> None:
    page = as_page(marked(HOSTILE), QUESTION)
    read = Read(page)
    assert "script" not in read.tags
    for words in ("<script>alert('x')</script> **bold** [link](http://example.org) # head", "🚀😀", "x" * 10_000, "</main>"):
        assert words in read.text
    assert "NUL\ufffd, a bell\ufffd, an escape \ufffd[31m" in read.text
    assert page.encode() == as_page(marked(HOSTILE), QUESTION).encode()


def test_a_hostile_name_stays_in_its_place() -> None:
    essay = WHOLE.essay.model_copy(update={"name": '"}</style><script>x</script>\n.txt'})
    read = Read(as_page(WHOLE.model_copy(update={"essay": essay}), QUESTION))
    assert not LOADING & read.tags
    assert read.text.count("</style><script>x</script>") == 2  # the title and the line on what was read


def test_facts_alone_are_shown_as_the_page_check_facts_shows_them() -> None:
    made_by = WHOLE.made_by.model_copy(update={"encoder": None})
    facts = WHOLE.model_copy(update={"made_by": made_by, "points": (), "level": None, "feedback": Feedback()})
    text = shown(facts)
    assert "Check facts: USA and USSR, 1955–62" in text
    assert "2 facts read: 1 agrees with this pack, 1 does not." in text
    assert "Arguments" not in text and QUESTION not in text


def test_an_essay_without_a_mark_is_a_page_too() -> None:
    assert ESSAY[:40] in shown(marked(slips=(), feedback=Feedback()))
