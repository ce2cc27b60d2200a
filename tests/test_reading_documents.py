"""Reading: every way a text comes in, and every way it fails to. The files are built here, not kept."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reference.reading.documents import Document, DocumentError, read_bytes, read_file, read_paste

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v" '
    'xmlns:wps="urn:wps" xmlns:pic="urn:pic" xmlns:m="urn:m" xmlns:c="urn:c" xmlns:o="urn:o"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PLAIN = "<w:p><w:r><w:t>The Wall went up in 1961.</w:t></w:r></w:p>"
CURLY = "Khrushchev’s “secret speech” – 1956"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        [package.writestr(name, data) for name, data in parts.items()]
    return file.getvalue()


def relations(**targets: str) -> str:
    links = "".join(f'<Relationship Type="{REL}/{kind}" Target="{to}"/>' for kind, to in targets.items())
    return f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'


def word_xml(body: str, kind: str = "document") -> str:
    inner = f"<w:body>{body}</w:body>" if kind == "document" else body
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{kind} {NAMESPACES}>{inner}</w:{kind}>'


def word_file(body: str, **others: str | bytes) -> bytes:
    return zipped(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/document.xml": word_xml(body),
            "word/_rels/document.xml.rels": relations(footnotes="footnotes.xml", endnotes="/word/endnotes.xml"),
            **{f"word/{name}.xml": data for name, data in others.items()},
        }
    )


def run(text: str, before: str = "") -> str:
    return f'<w:r>{before}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def note(kind: str, number: int, *texts: str) -> str:
    return f'<w:{kind} w:id="{number}">{"".join(p("<w:r><w:noteRef/></w:r>", run(text)) for text in texts)}</w:{kind}>'


def cell(*paragraphs: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(p(run(text)) for text in paragraphs)}</w:tc>"


def fault(data: bytes, name: str) -> str:
    with pytest.raises(DocumentError) as raised:
        read_bytes(data, name)
    message = str(raised.value)
    assert message.startswith(name) and message.endswith(".") and "\n" not in message
    return message


GONE = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
BEGIN, RESULT, END = map('<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format, ("begin", "separate", "end"))
BOX = f"<wps:txbx><w:txbxContent>{p(run('in a box'))}</w:txbxContent></wps:txbx>"
CALL = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


@pytest.mark.parametrize(("body", "text"), [
    pytest.param(p(run("In "), "<w:ins>", run("August "), "</w:ins>", run("1961.")), "In August 1961.", id="insertion"),
    pytest.param(p(run("In "), "<w:del><w:r><w:delText>May</w:delText></w:r>", run("or"), "</w:del>", run("1961")),
                 "In 1961", id="deletion"),
    pytest.param(p("<w:ins><w:del>", run("no"), "</w:del>", run("yes"), "</w:ins>"), "yes", id="deleted-insertion"),
    pytest.param(p("<w:moveFrom>", run("A"), "</w:moveFrom>", run("B"), "<w:moveTo>", run("A"), "</w:moveTo>"), "BA",
                 id="moved-text-once"),
    pytest.param(p(GONE, run("The Wall ")) + p(run("went up.")), "The Wall went up.", id="deleted-paragraph-end"),
    pytest.param(p(run("Keep")) + p(GONE, run("end")), "Keep\n\nend", id="deleted-end-of-the-last-paragraph"),
    pytest.param(p(run("See "), '<w:hyperlink w:anchor="x">', run("Berlin"), "</w:hyperlink>"), "See Berlin", id="url"),
    pytest.param(f"<w:tbl><w:tr>{cell('When', 'Year')}{cell('What')}</w:tr><w:tr>{cell('1961')}{cell('Wall')}</w:tr>"
                 f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}</w:tr></w:tbl>",
                 "When\n\nYear\n\nWhat\n\n1961\n\nWall", id="table-in-reading-order-without-deleted-row"),
    pytest.param("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p(run("Click here")) +
                 "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" + p(run("Typed")) + "</w:sdtContent></w:sdt>", "Typed",
                 id="content-control-without-placeholder"),
    pytest.param(p(BEGIN, "<w:r><w:instrText/></w:r>", run("x"), RESULT, run("(Gaddis)"), END, run(" says")),
                 "(Gaddis) says", id="field-result"),
    pytest.param(p(BEGIN, run("lost")) + p(run("kept")), "kept", id="open-field-ends-with-its-paragraph"),
    pytest.param(p(END, "<w:fldSimple>", run("1961"), "</w:fldSimple>"), "1961", id="stray-field-end"),
    pytest.param(p("<w:r><w:t>U</w:t><w:noBreakHyphen/><w:t>2</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r>",
                   run("c")), "U-2\ta\nb\nc", id="hyphen-tab-and-breaks"),
    pytest.param(p('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>', run("a")), "a", id="tab-stops-are-no-tabs"),
    pytest.param(p(run("USSR "), '<w:r><w:sym w:char="F0E0"/><w:sym w:char="00A7"/></w:r>'), "USSR →§", id="symbols"),
    pytest.param(p(run("seen"), run("unseen", "<w:rPr><w:vanish/></w:rPr>"),
                   run(" too", '<w:rPr><w:vanish w:val="0"/></w:rPr>')), "seen too", id="hidden-text"),
    pytest.param(p(run("A")) + p() + p(run("  ")) + p(run("B")), "A\n\nB", id="empty-paragraphs-dropped"),
    pytest.param(p(run("A "), f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{BOX}</mc:Choice>'
                   f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>", run("whole")),
                 "A whole\n\nin a box", id="text-box-once-after-its-paragraph"),
    pytest.param(p("<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>old</w:t></mc:Fallback>"
                   "</mc:AlternateContent></w:r>"), "old", id="fallback-where-only-it-has-words"),
    pytest.param(p(run("so<!-- x -->viet\nbloc")), "soviet bloc", id="xml-comment-and-line-end-inside-a-word-run"),
    pytest.param(p('<w:commentRangeStart w:id="0"/>', run("The Wall"), '<w:r><w:commentReference w:id="0"/></w:r>'),
                 "The Wall", id="margin-comment"),
])  # fmt: skip
def test_words_of_a_word_file(body, text):
    comments = word_xml(f'<w:comment w:id="0">{p(run("Well put"))}</w:comment>', "comments")
    assert read_bytes(word_file(body, comments=comments, header1=word_xml(p(run("Name")), "hdr")), "a.docx").text == text


def test_notes_follow_the_text_in_the_order_called():
    body = p(run("One"), CALL.format(3), '<w:r><w:endnoteReference w:id="1"/></w:r>', run(" two"), CALL.format(2))
    again = p(CALL.format(3), run("End."), "<w:del>", CALL.format(4), "</w:del>")
    feet = note("footnote", 2, "two") + note("footnote", 3, " three", "on") + note("footnote", 4, "deleted")
    ends = word_xml(note("endnote", 1, "end"), "endnotes")
    read = read_bytes(word_file(body + again, footnotes=word_xml(feet, "footnotes"), endnotes=ends), "a.docx")
    assert read.text == "One two\n\nEnd.\n\n[1] three\n\non\n\n[2] end\n\n[3] two"
    assert read.text[read.notes_start :].startswith("[1] three")


def test_what_is_not_words_is_named():
    drawing = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
    math = "<m:oMath><m:r><m:t>E</m:t></m:r></m:oMath>"
    other = '<w:r><w:object><v:imagedata/></w:object><w:sym w:char="F0AA"/></w:r>'
    read = read_bytes(word_file(p(run("Text"), drawing, drawing, math, other)), "a.docx")
    assert read == Document("a.docx", "Text\ufffd", ("2 pictures", "an equation", "an embedded object", "a symbol"))


def test_a_file_that_python_docx_wrote(tmp_path):
    document = docx.Document()
    document.add_heading("The Thaw", 1)
    document.add_paragraph("Stalin died in 1953.").add_run().add_break()
    document.add_table(1, 2).cell(0, 1).text = "Geneva"
    document.sections[0].header.paragraphs[0].text = "A. Student"
    document.save(str(tmp_path / "essay.docx"))
    assert read_file(tmp_path / "essay.docx") == Document("essay.docx", "The Thaw\n\nStalin died in 1953.\n\nGeneva")


@pytest.mark.parametrize("parts", [
    pytest.param({"word/document.xml": word_xml(PLAIN).replace(W, STRICT)}, id="strict-namespace"),
    pytest.param({"_rels/.rels": relations(officeDocument="word/document2.xml"),
                  "word/document2.xml": word_xml(PLAIN)}, id="main-part-of-another-name"),
    pytest.param({"word/document.xml": word_xml(PLAIN).replace("UTF-8", "UTF-16").encode("utf-16")}, id="utf-16"),
])  # fmt: skip
@pytest.mark.parametrize("name", ["a.docx", "a.txt", "pipe"])
def test_word_files_of_other_makers_and_names(parts, name):
    assert read_bytes(zipped(parts), name).text == "The Wall went up in 1961."


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITY = '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
WHOLE = word_file(PLAIN * 50)
SECRET = bytearray(WHOLE)
struct.pack_into("<H", SECRET, SECRET.index(b"PK\x01\x02", SECRET.index(b"PK\x01\x02") + 4) + 8, 1)


@pytest.mark.parametrize(("data", "says"), [
    pytest.param(b"", "is empty", id="no-bytes"),
    pytest.param(word_file(p()), "is empty", id="no-words"),
    pytest.param(word_file(p("<w:r><pic:pic/></w:r>")), "holds no text, only a picture", id="only-a-picture"),
    pytest.param(b"The Wall went up.", "plain text; rename it to .txt", id="plain-text"),
    pytest.param(b"%PDF-1.7\n", "a PDF file", id="pdf-renamed"),
    pytest.param(bytes(range(256)), "is not a Word file, or it is damaged", id="noise"),
    pytest.param(OLE, "locked with a password", id="password-protected"),
    pytest.param(OLE + "WordDocument".encode("utf-16-le"), "old Word file (.doc)", id="old-word"),
    pytest.param(bytes(SECRET), "locked with a password", id="zip-password"),
    pytest.param(WHOLE[: len(WHOLE) // 2], "damaged or cut short", id="truncated"),
    pytest.param(WHOLE.replace(b"document.xml", b"documens.xml"), "word/document.xml, is missing", id="no-main-part"),
    pytest.param(zipped({"word/document.xml": word_xml(PLAIN)[:-9]}), "damaged or cut short", id="xml-cut-short"),
    pytest.param(zipped({"word/document.xml": "<a>" * 999 + "</a>" * 999}), "damaged or cut short", id="endless-depth"),
    pytest.param(zipped({"word/document.xml": ENTITY + word_xml(p(run("&e;")))[38:]}), "entities", id="entity"),
    pytest.param(zipped({"xl/workbook.xml": "<a/>"}), "an Excel workbook", id="excel-renamed"),
    pytest.param(zipped({"word/document.xml": b" " * 11_000_000}), "unpacks to far more", id="bomb-by-ratio"),
    pytest.param(b"PK\x03\x04" + bytes(20_000_000), "over 20 MB", id="too-big"),
])  # fmt: skip
def test_spoilt_word_files(data, says):
    assert says in fault(data, "essay.docx")


@pytest.mark.parametrize(("data", "says"), [
    pytest.param(b" \r\n\t\0\n", "is empty: paste or upload an essay first", id="blank"),
    pytest.param("\ufeff\u200b".encode(), "is empty", id="only-invisible-characters"),
    pytest.param(zipped({"a.txt": "x"}), "a zip archive", id="zip"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(99), "a picture", id="png"),
    pytest.param(b"\xff\xd8\xff\xe0JFIF", "a picture", id="jpeg"),
    pytest.param(OLE, "locked with a password", id="old-word-or-password"),
    pytest.param(b"MZ\x90\0\x03", "a program", id="windows-program"),
    pytest.param(b"\x7fELF\x02\x01", "a program", id="linux-program"),
    pytest.param(bytes(range(256)) * 4, "binary data", id="noise"),
])  # fmt: skip
def test_files_that_are_no_text(data, says):
    assert says in fault(data, "essay.txt")


@pytest.mark.parametrize(("name", "says"), [
    pytest.param("essay.pdf", "is damaged or no PDF file", id="pdf-that-is-none"),
    pytest.param("essay.ODT", "it seems to be plain text; save it again as .odt", id="odt-in-capitals"),
    pytest.param("class.zip", "unpack it", id="zip"),
    pytest.param("page1.JPG", "a picture of a page is not read, typed text only", id="picture-of-a-page"),
    pytest.param("essay.doc", "save it as .docx", id="doc"),
    pytest.param("essay.xyz", ".xyz files are not read; paste the text", id="unknown"),
])  # fmt: skip
def test_kinds_not_read(name, says):
    assert says in fault(b"words", name)


@pytest.mark.parametrize(("data", "text"), [
    pytest.param(CURLY.encode(), CURLY, id="utf-8"),
    pytest.param(CURLY.encode("utf-8-sig"), CURLY, id="utf-8-with-mark"),
    pytest.param(CURLY.encode("cp1252"), CURLY, id="windows-1252"),
    pytest.param(CURLY.encode("utf-16"), CURLY, id="utf-16-with-mark"),
    pytest.param(b"\xfe\xff" + CURLY.encode("utf-16-be"), CURLY, id="utf-16-be-with-mark"),
    pytest.param(CURLY.encode("utf-16-le"), CURLY, id="utf-16-le-bare"),
    pytest.param(CURLY.encode("utf-16-be"), CURLY, id="utf-16-be-bare"),
    pytest.param(b"a\r\nb\rc\x0bd\x0ce\xe2\x80\xa8f\xe2\x80\xa9g", "a\nb\nc\nd\ne\nf\ng", id="line-ends"),
    pytest.param("So\u00adviet\0 \ufeffbloc\x07,\tno\u00a0way".encode(), "Soviet bloc,\tno\u00a0way", id="controls"),
    pytest.param(b"MZ is a station.", "MZ is a station.", id="text-that-begins-like-a-program"),
])  # fmt: skip
@pytest.mark.parametrize("name", ["essay.txt", "essay.MD", "-", "Mr. Smith's essay", "Draft 1.2"])
def test_text_in_every_coding(data, text, name):
    assert read_bytes(data, name) == Document(name, text)


def test_what_is_no_text_in_a_text_or_a_name_spares_the_rest():
    assert read_bytes(CURLY.encode() + b"\xe2\x80", "a.txt") == Document("a.txt", CURLY + "\ufffd", ("a character",))
    assert read_paste("x", "a\nb\udcff").name == "a b\ufffd"


def test_paste_of_any_length_is_quick_and_has_its_limit():
    essay = "The Wall’s building, 1961. " * 50_000
    assert read_paste(essay) == Document("Pasted text", essay)
    with pytest.raises(DocumentError, match="over 20 MB"):
        read_paste("x" * 20_000_001)
    with pytest.raises(DocumentError, match="has 250001 words; at most 250000 are read"):
        read_paste("a " * 250_001)
    assert read_paste("a " * 250_000)


@settings(deadline=None)
@given(st.text(st.characters(codec=None)) | st.text("\ud83d\ude00\0\r\n\u2028 a"))
def test_any_paste_is_read_or_refused(text):
    try:
        read = read_paste(text).text
    except DocumentError:
        return
    assert not set(read) & set("\0\r\x0b\u2028\ufeff") and read.encode().decode() == read


@settings(deadline=None)
@given(st.binary(), st.sampled_from(["a.txt", "a.docx", "a"]))
def test_any_bytes_are_read_or_refused(data, name):
    try:
        assert read_bytes(data, name).text.strip()
    except DocumentError as refused:
        assert str(refused).startswith(name)


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4))
def test_a_word_file_with_spoilt_bytes_is_read_or_refused(place, noise):
    try:
        assert read_bytes(WHOLE[:place] + noise + WHOLE[place + len(noise) :], "a.docx").text
    except DocumentError as refused:
        assert str(refused).startswith("a.docx")


@pytest.mark.parametrize(("read", "says"), [
    pytest.param(read_file, "no such file", id="reading-a-missing-path"),
    pytest.param(lambda path: read_file(path.parent), "is a folder", id="reading-a-folder"),
    pytest.param(lambda path: read_file(Path("a\0b")), "cannot be opened", id="name-with-a-nul"),
])  # fmt: skip
def test_paths_that_lead_nowhere(read, says, tmp_path):
    with pytest.raises(DocumentError, match=says):
        read(tmp_path / "none.txt")
