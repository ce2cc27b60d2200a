"""A teacher's comments and level in everything that is handed back: at their words, or on the whole, and never lost."""

from __future__ import annotations

import io
import re

import docx
import pypdfium2
import pytest

from reference.reading.places import Place
from rubric.marking import Marking
from rubric.overrides import Change, decide_slip, give_level, overridden, put_comment
from rubric.report.comments import every, lettered, overall
from rubric.report.word import Original, as_word
from rubric.returned import PRINTED, returned
from tests.desk import kept
from tests.markings import ESSAY, QUESTION, TEACHERS, marked
from tests.test_report_word import commented, theirs

WHOLE = marked(partial="they talked at Geneva", covered="because the refugees were leaving")
BLANK = ESSAY.index("\n\n")  # between two paragraphs


def at(words: str) -> tuple[int, int]:
    start = ESSAY.index(words)
    return start, start + len(words)


def reviewed(*changes: Change, marking: Marking = WHOLE) -> Marking:
    return overridden(marking, [kept(change, number=n) for n, change in enumerate(changes)]).marking


SAID = reviewed(
    put_comment("c1", "Two crises,\nweighed well."),
    put_comment("c2", "Whose idea?", *at("they talked at Geneva")),
    put_comment("c3", "Read <this> again.", *at("August 15th")),
    give_level(4, seen_range=False),
)


def words_of(marking: Marking, format: str, reader: str = "student") -> str:
    """What a reader of the file reads, on one line, tags left out."""
    data = returned(marking, format, QUESTION, reader)
    if format == "pdf":
        text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    elif format == "docx":
        document = docx.Document(io.BytesIO(data))
        text = "\n".join([*(p.text for p in document.paragraphs), *(comment.text for comment in document.comments)])
    else:
        text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", data.decode(), flags=re.DOTALL)
    return " ".join(text.split())


@pytest.mark.parametrize("format", [*PRINTED, "text"])
def test_every_file_says_the_comments_and_the_teacher_s_level(format: str) -> None:
    said = words_of(SAID, format)
    assert [words for words in ("weighed well.", "Whose idea?", "Level 4, given by the teacher.") if words not in said] == []
    assert "given by the teacher" not in words_of(WHOLE, format)


@pytest.mark.parametrize("format", [*PRINTED, "text"])
def test_the_teacher_s_level_takes_the_place_of_the_range(format: str) -> None:
    said = words_of(SAID, format, "teacher")
    assert "Level 4, given by the teacher." in said
    assert "most like Level" not in said


@pytest.mark.parametrize("format", PRINTED)
def test_a_student_still_sees_no_stage_and_no_statement(format: str) -> None:
    assert [words for words in TEACHERS if words in words_of(SAID, format)] == []


def test_a_word_comment_is_the_teacher_s_at_the_exact_words() -> None:
    document = docx.Document(io.BytesIO(returned(SAID, "docx", QUESTION, "student")))
    assert commented(document)["August 15th"] == "Read <this> again."
    assert sorted((one.author, one.initials, one.timestamp) for one in document.comments) == [
        ("Marginalia", "M", None), ("Marginalia", "M", None), ("Teacher", "T", None), ("Teacher", "T", None)
    ]  # fmt: skip


def test_a_comment_whose_words_stand_nowhere_in_the_student_s_own_file_is_on_the_page_of_feedback() -> None:
    data = theirs("<w:p><w:r><w:t>The two powers</w:t></w:r></w:p>")
    root = docx.Document(io.BytesIO(data)).part.element
    number = next(n for n, element in enumerate(root.iter("*")) if element.text == "The two powers")
    document = docx.Document(io.BytesIO(as_word(SAID, QUESTION, "student", Original(data, [Place(0, 14, number, 0)]))))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Whose idea?\n“they talked at Geneva”" in text
    assert "Teacher" not in {one.author for one in document.comments}


def test_on_the_page_a_letter_leads_to_the_note_and_back() -> None:
    page = returned(SAID, "html", QUESTION, "student").decode()
    assert re.search(r'id="e-wa" href="#e-ca".*id="e-ca"><a class="n" href="#e-wa">', page, re.DOTALL)
    assert 'August 15th 1961</span><span class="n">1</span></a><a class="said-by" id="e-wb"' in page  # behind the slip
    assert "Read &lt;this&gt; again." in page


@pytest.mark.parametrize(
    ("start", "end", "where"),
    [
        pytest.param(0, 0, "whole", id="nothing-chosen"),
        pytest.param(*at("talked"), "talked", id="a-word"),
        pytest.param(4, 4, "The two", id="a-place-has-the-word-behind-it"),
        pytest.param(BLANK, BLANK + 4, "On", id="from-the-gap-before-a-paragraph"),
        pytest.param(BLANK, BLANK + 1, "whole", id="nothing-but-a-gap"),
        pytest.param(0, len(ESSAY), ESSAY[:BLANK], id="over-all-paragraphs-its-letter-is-in-the-first"),
    ],
)
def test_where_a_comment_stands(start: int, end: int, where: str) -> None:
    marking = reviewed(put_comment("c", "x", start, end))
    placed = [ESSAY[: one.at].split("\n\n")[-1] for one in lettered(marking)]
    assert (placed or ["whole"])[0].endswith(where)
    assert len(placed) + len(overall(marking)) == len(every(marking)) == 1


def test_after_z_come_two_letters() -> None:
    marking = reviewed(*(put_comment(f"c{n:02}", "x", n, n + 1) for n in range(28)))
    assert [one.letter for one in lettered(marking)][24:] == ["y", "z", "aa", "ab"]


def test_facts_alone_have_no_margin_and_lose_no_comment() -> None:
    facts = WHOLE.model_copy(update={"made_by": WHOLE.made_by.model_copy(update={"encoder": None})})
    assert "“August 15th” Look." in words_of(reviewed(put_comment("c", "Look.", *at("August 15th")), marking=facts), "html")


@pytest.mark.parametrize("format", [*PRINTED, "json"])
def test_the_same_review_is_the_same_bytes(format: str) -> None:
    assert returned(SAID, format, QUESTION, "student") == returned(SAID.model_copy(), format, QUESTION, "student")


def test_what_the_teacher_wrote_in_a_slip_is_what_is_returned() -> None:
    mine = reviewed(decide_slip(WHOLE.slips[0].id, "edit", message="Look at your notes."))
    assert "Look at your notes." in words_of(mine, "pdf")
    assert "The border was closed on" not in words_of(mine, "pdf")
