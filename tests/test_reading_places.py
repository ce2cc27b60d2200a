"""Places: which element of a Word file each character of its text comes from, whatever is left out on the way."""

from __future__ import annotations

import io

import docx
import pytest

from reference.reading.documents import read_bytes
from reference.reading.places import word_places

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs, each the inside of a `w:p`."""
    document = docx.Document()
    for inside in paragraphs:
        document.element.body.insert(-1, docx.oxml.parse_xml(f"<w:p {W}>{inside}</w:p>"))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def traced(data: bytes) -> list[tuple[str, str, int]]:
    """Each place as its text, the text of its element, and where in it."""
    text = read_bytes(data, "a.docx").text
    elements = list(docx.Document(io.BytesIO(data)).element.iter("*"))
    return [(text[p.start : p.end], elements[p.element].text or "", p.at) for p in word_places(data, text)]


@pytest.mark.parametrize(
    ("inside", "places"),
    [
        pytest.param("<w:r><w:t>One two</w:t></w:r>", [("One two", "One two", 0)], id="a-run"),
        pytest.param(
            "<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r>",
            [("One", "One", 0), ("\t", "", 0), ("two", "two", 0)],
            id="a-tab-is-a-character",
        ),
        pytest.param(
            "<w:r><w:t>co\u00adoperate</w:t></w:r>",
            [("co", "co\u00adoperate", 0), ("operate", "co\u00adoperate", 3)],
            id="soft-hyphen",
        ),
        pytest.param(
            '<w:del w:id="1" w:author="a"><w:r><w:delText>no</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="a"><w:r><w:t>yes</w:t></w:r></w:ins>',
            [("yes", "yes", 0)],
            id="tracked-changes",
        ),
        pytest.param("<w:r><w:br/><w:t>One</w:t><w:br/></w:r>", [("One", "One", 0)], id="breaks-at-the-ends-are-not-read"),
    ],
)
def test_a_paragraph_is_traced(inside: str, places: list[tuple[str, str, int]]) -> None:
    assert traced(word_file(inside)) == places


def test_paragraphs_and_empty_ones_keep_their_offsets() -> None:
    data = word_file("<w:r><w:t>One</w:t></w:r>", "<w:r><w:t> </w:t></w:r>", "<w:r><w:t>two</w:t></w:r>")
    assert traced(data) == [("One", "One", 0), ("two", "two", 0)]
    assert [(place.start, place.end) for place in word_places(data, "One\n\ntwo")] == [(0, 3), (5, 8)]


@pytest.mark.parametrize("text", [pytest.param("Another text", id="not-its-text"), pytest.param("", id="empty")])
def test_another_text_has_no_places(text: str) -> None:
    assert word_places(word_file("<w:r><w:t>One</w:t></w:r>"), text) == ()


def test_what_is_no_word_file_has_no_places() -> None:
    assert word_places(b"PK\x03\x04 but not a zip", "text") == ()
