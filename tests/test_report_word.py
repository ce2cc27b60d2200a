"""The Word file: comments on the exact words, the student's own formatting kept, the same bytes twice."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from reference.reading.documents import read_bytes
from rubric.marking import Feedback, Marking
from rubric.returned import returned
from tests.markings import ESSAY, HOSTILE, QUESTION, TEACHERS, marked
from tests.test_reading_documents import note, p, run, word_file, word_xml, zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOLD = "<w:rPr><w:b/><w:color w:val='FF0000'/></w:rPr>"
WHOLE = marked(partial="they talked at Geneva", covered="because the refugees were leaving")


def opened(marking: Marking = WHOLE, reader: str = "student", word: bytes | None = None) -> Any:
    """The Word file of a marking, opened."""
    return docx.Document(io.BytesIO(returned(marking, "docx", QUESTION, reader, word)))


def commented(document: Any) -> dict[str, str]:
    """The words that each comment stands on, and the comment."""
    on: dict[str, str] = {}
    words: dict[str, str] = {}
    for element in document.element.body.iter("*"):
        if element.tag == qn("w:commentRangeStart"):
            on[element.get(qn("w:id"))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            words[element.get(qn("w:id"))] = on.pop(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            on = {name: text + element.text for name, text in on.items()}
    assert not on
    return {words[str(comment.comment_id)]: comment.text for comment in document.comments}


def text_of(document: Any) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def theirs(*paragraphs: str) -> bytes:
    """A student's own Word file, each paragraph as XML."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.element.body.insert(-1, parse_xml(paragraph.replace("<w:p>", f"<w:p {W}>").replace("<w:tbl>", f"<w:tbl {W}>")))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_parts(data: bytes, body: str, footnotes: str) -> bytes:
    """A Word file with another body, and with footnotes."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    link = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    listed = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    parts |= {"word/document.xml": word_xml(body).encode(), "word/footnotes.xml": footnotes.encode()}
    for name, end, more in (
        ("word/_rels/document.xml.rels", b"</Relationships>", f'{link} Target="footnotes.xml"/></Relationships>'),
        ("[Content_Types].xml", b"</Types>", listed),
    ):
        parts[name] = parts[name].replace(end, more.encode())
    return zipped(parts)


def marked_file(data: bytes, *slips: str) -> Any:
    """A student's file handed back with comments on these words."""
    return opened(marked(read_bytes(data, "mine.docx").text, slips), word=data)


def test_a_comment_stands_on_the_exact_words_with_correction_and_source() -> None:
    document = opened()
    note = commented(document)["August 15th 1961"]
    assert note.splitlines() == [
        "1. Correct the day",
        "You give August 15th 1961. The border was closed on 13 August 1961.",
        "US Office of the Historian, The Berlin Crises, para. 5",
    ]
    assert {(c.author, c.timestamp) for c in document.comments} == {("Marginalia", None)}


def test_the_essay_is_set_afresh_word_for_word() -> None:
    paragraphs = [paragraph.text for paragraph in opened().paragraphs]
    assert paragraphs[:4] == [QUESTION, *ESSAY.split("\n\n")]


@pytest.mark.parametrize("reader", ["student", "teacher"])
def test_a_student_is_told_no_level_no_stage_and_no_statement_of_a_point(reader: str) -> None:
    document = opened(reader=reader)
    told, teacher = text_of(document) + "\n".join(c.text for c in document.comments), reader == "teacher"
    assert {words in told for words in TEACHERS} == {teacher}
    assert commented(document)["they talked at Geneva"].startswith("Develop this point\nWhat of the partial?")
    assert ("because the refugees were leaving" in commented(document)) is teacher


def test_a_page_of_feedback_follows_the_essay() -> None:
    document = opened()
    title = next(paragraph for paragraph in document.paragraphs if paragraph.text == "Feedback")
    assert title.paragraph_format.page_break_before
    text = text_of(document)
    after = text[text.index("\nFeedback\n") :]
    wanted = (
        "A notice.",
        "What went well",
        "You argue this.",
        "Say why.",
        "Correct the fact.",
        "Facts to look at",
        "Not checked:",
    )
    assert [part for part in wanted if part not in after] == []


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        pytest.param(f"<w:r>{BOLD}<w:t>It went up in 1962, they say.</w:t></w:r>", "w:r", id="cut-out-of-a-run"),
        pytest.param(f"<w:r>{BOLD}<w:t>In 19</w:t></w:r><w:r><w:t>62 it went up.</w:t></w:r>", "w:r", id="across-two-runs"),
        pytest.param(
            f"<w:hyperlink w:anchor='a'><w:r>{BOLD}<w:t>Up in 1962.</w:t></w:r></w:hyperlink>", "w:hyperlink", id="link"
        ),
        pytest.param(f"<w:ins w:id='9' w:author='a'><w:r>{BOLD}<w:t>Up in 1962.</w:t></w:r></w:ins>", "w:ins", id="insertion"),
        pytest.param(f"<w:r>{BOLD}<w:t>Up</w:t><w:tab/><w:t>1962</w:t><w:br/><w:t>.</w:t></w:r>", "w:r", id="between-tabs"),
    ],
)
def test_the_students_own_file_keeps_its_look(inside: str, kept: str) -> None:
    data = theirs(f"<w:p>{inside}</w:p>")
    document = marked_file(data, "1962")
    assert list(commented(document)) == ["1962"]
    first = docx.Document(io.BytesIO(data)).paragraphs[0]
    assert document.paragraphs[0].text.replace("\t", "") == first.text.replace("\t", "")
    started = next(document.element.body.iter(qn("w:commentRangeStart")))
    assert kept in ("w:r", started.getparent().prefix + ":" + started.getparent().tag.rpartition("}")[2])
    assert started.getnext().find(qn("w:rPr")).find(qn("w:b")) is not None
    words = "".join(t.text for t in document.paragraphs[0]._p.iter(qn("w:t")))
    assert words == "".join(t.text for t in first._p.iter(qn("w:t")))


def test_words_in_a_table_and_in_a_second_paragraph_have_their_comments() -> None:
    cell = "<w:tc><w:p><w:r><w:t>The Wall: 1962.</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    data = theirs("<w:p><w:r><w:t>Sputnik, 1958, came first.</w:t></w:r></w:p>", table)
    assert list(commented(marked_file(data, "1958", "1962"))) == ["1958", "1962"]


def test_slips_that_overlap_are_two_comments() -> None:
    data = theirs("<w:p><w:r><w:t>Khrushchev went up in 1962.</w:t></w:r></w:p>")
    assert list(commented(marked_file(data, "up in 1962", "1962"))) == ["up in 1962", "1962"]


def test_a_comment_on_words_in_a_text_box_stands_on_the_run_that_holds_it() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>The Wall: 1962.</w:t></w:r></w:p></w:txbxContent>"
    data = theirs(f"<w:p><w:r><w:t>Before. </w:t></w:r><w:r><w:pict>{box}</w:pict></w:r></w:p>")
    document = marked_file(data, "1962")
    assert list(commented(document)) == ["The Wall: 1962."]
    assert next(document.element.body.iter(qn("w:commentRangeStart"))).getnext().find(qn("w:pict")) is not None


def test_a_comment_on_words_of_a_footnote_stands_where_it_is_called() -> None:
    call = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    body = p(run("The Wall"), call.replace("'", '"'), run(" stood."))
    data = with_parts(theirs(), body, word_xml(note("footnote", 2, "Built in 1962."), "footnotes"))
    document = marked_file(data, "1962")
    started = next(document.element.body.iter(qn("w:commentRangeStart")))
    assert started.getnext().find(qn("w:footnoteReference")) is not None


def test_a_cut_before_a_character_that_is_not_shown_leaves_the_words_after_it_alone() -> None:
    data = theirs("<w:p><w:r><w:t>The co\u00adoperation of 1962.</w:t></w:r></w:p>")
    words = {text.replace("\u00ad", "") for text in commented(marked_file(data, "The c", "cooperation"))}
    assert words == {"The c", "cooperation"}


def test_words_read_in_another_order_than_the_file_has_are_marked_where_they_begin() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent>"
    data = theirs(f"<w:p><w:r><w:pict>{box}</w:pict></w:r><w:r><w:t>The Wall.</w:t></w:r></w:p>")
    assert list(commented(marked_file(data, "Wall.\n\nin a"))) == ["Wall."]


def test_a_comment_that_is_there_already_is_kept() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("The Wall went up in 1962.")
    document.add_comment(run, "My teacher's own.", author="Ms Hall")
    file = io.BytesIO()
    document.save(file)
    found = marked_file(file.getvalue(), "1962")
    assert [comment.author for comment in found.comments] == ["Ms Hall", "Marginalia"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"PK\x03\x04 no zip at all", id="no-zip"),
        pytest.param(word_file(p(run(ESSAY))), id="without-its-list-of-parts"),
        pytest.param(theirs("<w:p><w:r><w:t>Another text.</w:t></w:r></w:p>"), id="another-text"),
    ],
)
def test_a_file_that_cannot_be_written_to_is_set_afresh(data: bytes) -> None:
    assert opened(word=data).paragraphs[0].text == QUESTION


def test_hostile_text_is_text() -> None:
    document = opened(marked(HOSTILE, slips=("August 15th 1961",), partial="RTL"))
    text = text_of(document)
    assert "<script>alert('x')</script> **bold** [link](http://example.org) # head" in text
    assert "🚀😀 and a NUL\ufffd, a bell\ufffd, an escape \ufffd[31m and \ufffd\ufffd." in text
    assert "x" * 10_000 + " On" in text
    assert list(commented(document)) == ["RTL", "August 15th 1961"]


def test_facts_alone_are_a_file_too() -> None:
    made_by = WHOLE.made_by.model_copy(update={"encoder": None})
    facts = WHOLE.model_copy(update={"made_by": made_by, "points": (), "level": None, "feedback": Feedback()})
    assert "2 facts read: 1 agrees with this pack, 1 does not." in text_of(opened(facts))


@pytest.mark.parametrize(
    "word", [None, theirs("<w:p><w:r><w:t>It went up in 1962.</w:t></w:r></w:p>")], ids=["afresh", "theirs"]
)
def test_the_same_marking_is_the_same_bytes_and_no_part_is_dated(word: bytes | None) -> None:
    marking = marked("It went up in 1962.", ("1962",))
    one, two = (returned(marking, "docx", QUESTION, "student", word) for _ in range(2))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}
