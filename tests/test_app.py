"""The first screen without a browser: paste, press, see the slip; and every fault is one sentence that keeps the text."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from reference.loading import PackError
from reference.reading.encoder import EncoderError
from reference.reading.parser import ParserError

ROOT = Path(__file__).resolve().parent.parent
ESSAY = (
    "In February 1956 Khrushchev spoke of peaceful coexistence, which eased relations with the USA. "
    "On 15 August 1961 East German police closed the border in Berlin."
)


@pytest.fixture(autouse=True)
def fresh_cache():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def app():
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()


def press(app: AppTest, label: str = "Mark this essay") -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def shown(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(part.proto.body for part in app.get("html"))


def fault(app: AppTest) -> list[str]:
    return [part.proto.body for part in app.get("html") if 'role="alert"' in part.proto.body]


def test_the_empty_page_offers_the_question_and_no_later_screen(app):
    assert "USA and USSR" in app.selectbox[0].options[0]
    assert [button.label for button in app.button] == ["Mark this essay", "Load the sample essay"]
    assert not app.tabs
    assert not fault(app)


@pytest.mark.parametrize("text", [pytest.param("", id="nothing"), pytest.param(" \n\t ", id="white-space")])
def test_nothing_to_mark_is_one_sentence(app, text):
    app.text_area[0].set_value(text)
    assert "Paste or upload an essay first." in fault(press(app))[0]
    assert app.text_area[0].value == text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("essay.pdf", b"%PDF-1.7", "is damaged or no PDF file", id="pdf"),
        pytest.param("essay.docx", b"not a zip", "is not a Word file", id="docx-that-is-no-zip"),
        pytest.param("essay.txt", bytes(range(256)) * 40, "is not plain text", id="binary"),
        pytest.param("essay.txt", b"", "is empty", id="empty-file"),
        pytest.param("<script>.rtf", b"{\\rtf", "&lt;script&gt;.rtf", id="name-is-escaped"),
    ],
)
def test_a_bad_upload_is_a_sentence_and_keeps_the_text(app, name, data, said):
    app.text_area[0].set_value(ESSAY)
    app.file_uploader[0].set_value((name, data, "application/octet-stream")).run()
    assert said in fault(press(app))[0]
    assert app.text_area[0].value == ESSAY
    assert not app.tabs


def test_upload_and_paste_says_which_is_used(app):
    app.text_area[0].set_value(ESSAY)
    app.file_uploader[0].set_value(("mine.txt", b"An essay of my own.", "text/plain")).run()
    assert "The file mine.txt is marked, not the text in the box." in shown(app)
    assert app.text_area[0].value == ESSAY


@pytest.mark.parametrize(
    ("where", "raised", "said"),
    [
        pytest.param("reference.loading.load_pack", PackError(["packs/a/pack.yaml:3: a bare date"]), "pack.yaml:3", id="pack"),
        pytest.param("reference.reading.encoder.load", EncoderError("The model is missing: run pip."), "run pip", id="encoder"),
        pytest.param("reference.reading.parser.parse", ParserError("The parser is missing: run pip."), "run pip", id="parser"),
    ],
)  # fmt: skip
def test_a_part_that_is_missing_is_a_sentence_and_keeps_the_text(monkeypatch, where, raised, said):
    def fail(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("reference.reading.encoder.load", lambda: None)
    monkeypatch.setattr(where, fail)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app.text_area[0].set_value(ESSAY)
    assert said in fault(press(app))[0]
    assert app.text_area[0].value == ESSAY


def test_the_sample_is_one_click_and_one_click_back(app):
    app.text_area[0].set_value(ESSAY).run()
    press(app, "Load the sample essay")
    assert 600 <= len(app.text_area[0].value.split()) <= 800
    press(app, "Put my own text back")
    assert app.text_area[0].value == ESSAY


@pytest.mark.model
def test_paste_press_and_see_the_slip(app):
    app.text_area[0].set_value(ESSAY)
    page = shown(press(app))
    assert "<b>13 August 1961</b>" in page
    assert 'aria-describedby="e-n1"' in page
    assert [tab.label for tab in app.tabs] == ["Essay", "Arguments", "Facts", "Timeline", "Next draft", "Drafts"]
    assert app.text_area[0].value == ESSAY
    assert "marking" in app.session_state


@pytest.mark.model
def test_statements_are_for_the_teacher_and_an_error_keeps_the_marking(app):
    app.text_area[0].set_value(ESSAY)
    assert 'class="told"' not in shown(press(app))
    app.segmented_control[0].set_value("teacher").run()
    assert 'class="told"' in shown(app)
    app.text_area[0].set_value("")
    assert fault(press(app))
    assert "13 August 1961" in shown(app)


@pytest.mark.model
def test_hostile_text_is_marked_and_shown_as_text(app):
    text = f"<script>alert(1)</script> **bold** \u202e🚀 {'x' * 10_000} {ESSAY}"
    app.text_area[0].set_value(text)
    page = shown(press(app))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert app.text_area[0].value == text
