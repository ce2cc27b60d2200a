"""Reading an .odt: what the page shows, nothing of the file's own data."""

from __future__ import annotations

import io
from datetime import datetime

import odfdo
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reference.reading.documents import Document, DocumentError, read_bytes
from tests.essay_files import zipped

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{place}:1.0"'
    for name, place in {"office": "office", "text": "text", "table": "table", "draw": "drawing"}.items()
)
NOTE = (
    "<text:note><text:note-citation>7</text:note-citation><text:note-body>\n <text:p>Gaddis, <text:span>p. 4</text:span>"
    "</text:p>\n</text:note-body></text:note>"
)
BOX = "<draw:frame><draw:text-box>\n<text:p>in a box</text:p>\n</draw:text-box></draw:frame>"
LOCK = '<manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></manifest>'


def odt(body: str, *others: tuple[str, str]) -> bytes:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {NAMES}>{text}</office:document-content>"
    return zipped(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), *others)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<text:h>The Thaw</text:h>\n<text:p>In <text:span>1955</text:span> it\n began.</text:p>",
                     "The Thaw\n\nIn 1955 it began.", id="heading-span-and-white-space"),
        pytest.param("<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d<text:s/>e</text:p>", "a  b\tc\nd e",
                     id="spaces-tabs-breaks"),
        pytest.param("<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p>"
                     "</text:list-item></text:list>", "one\n\ntwo", id="list"),
        pytest.param("<table:table><table:table-row><table:table-cell><text:p>1961</text:p></table:table-cell>"
                     "<table:table-cell><text:p>Wall</text:p></table:table-cell></table:table-row></table:table>",
                     "1961\n\nWall", id="table"),
        pytest.param("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>kept<text:change/> on</text:p>",
                     "kept on", id="tracked-deletion"),
        pytest.param("<text:p>The Wall<office:annotation><text:p>Well put</text:p></office:annotation> went up.</text:p>",
                     "The Wall went up.", id="margin-comment"),
        pytest.param(f"<text:p>One{NOTE} two{NOTE}.</text:p><text:p>End.</text:p>",
                     "One two.\n\nEnd.\n\n[1] Gaddis, p. 4\n\n[2] Gaddis, p. 4", id="notes-after-the-text"),
        pytest.param(f"<text:p>A {BOX}whole</text:p>", "A whole\n\nin a box", id="text-box-after-its-paragraph"),
    ],
)  # fmt: skip
def test_words_of_an_opendocument_text(body: str, text: str) -> None:
    assert read_bytes(odt(body), "a.odt").text == text


def test_pictures_are_counted() -> None:
    read = read_bytes(odt("<text:p>Text<draw:frame><draw:image/></draw:frame></text:p>"), "a.odt")
    assert read == Document("a.odt", "Text", ("a picture",))


def test_a_file_that_another_library_wrote_is_read_without_its_author() -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "The Thaw"))
    document.body.append(odfdo.Paragraph("Stalin died in 1953."))
    document.meta.creator = "A. Student"
    document.meta.date = datetime(2026, 1, 1)
    file = io.BytesIO()
    document.save(file)
    assert read_bytes(file.getvalue(), "a.odt") == Document("a.odt", "The Thaw\n\nStalin died in 1953.")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(odt("<text:p/>"), "is empty", id="no-words"),
        pytest.param(odt("<text:p>x</text:p>", ("META-INF/manifest.xml", LOCK)), "is locked with a password", id="locked"),
        pytest.param(zipped(("word/document.xml", "<a/>")), "is not an OpenDocument text", id="another-kind"),
        pytest.param(zipped(("content.xml", "<a/>")), "is not an OpenDocument text", id="no-body"),
        pytest.param(zipped(("content.xml", "<a>")), "is damaged or cut short; open it in LibreOffice", id="broken-xml"),
        pytest.param(zipped(("content.xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")), "holds a document type", id="entity"),
        pytest.param(zipped(("content.xml", b" " * 11_000_000)), "unpacks to far more than an essay", id="bomb"),
        pytest.param(odt("<text:p>x</text:p>")[:90], "is damaged or cut short", id="cut-short"),
        pytest.param(b"%PDF-1.7", "is not an OpenDocument file: it seems to be a PDF file", id="pdf-renamed"),
    ],
)
def test_what_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read_bytes(data, "a.odt")
    assert str(refused.value).startswith(f"a.odt {says}")


TAGS = st.sampled_from(
    ["text:p", "text:h", "text:span", "text:note", "text:note-body", "text:list", "draw:frame", "draw:text-box", "draw:image"]
)
TREES = st.recursive(
    st.just("w "), lambda inner: st.tuples(TAGS, st.lists(inner, max_size=3)).map(lambda t: f"<{t[0]}>{''.join(t[1])}</{t[0]}>")
)


@settings(deadline=None)
@given(TREES)
def test_any_nesting_is_read_or_refused(body: str) -> None:
    try:
        assert read_bytes(odt(body), "a.odt").text.strip()
    except DocumentError as refused:
        assert str(refused).startswith("a.odt")
