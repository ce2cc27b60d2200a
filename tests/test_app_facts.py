"""The page Check facts without a browser: paste, press, see three groups; no embedding model; the text is never lost."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from reference.loading import PackError
from reference.reading.encoder import EncoderError
from reference.reading.parser import ParserError
from tests.test_app import ROOT, fault, fresh_cache, press, shown

__all__ = ["fresh_cache"]

TEXT = (
    "On 15 August 1961 East German police closed the border in Berlin. "
    "In February 1956 Khrushchev gave the Secret Speech. In 1957 my grandmother bought a dog."
)
CHECK = "Check the facts"


@pytest.fixture
def app(monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise EncoderError("The embedding model was asked for.")

    monkeypatch.setattr("reference.reading.encoder.load", fail)
    started = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()
    return started.switch_page("pages/facts.py").run()


def test_paste_press_and_see_three_groups_without_the_embedding_model(app):
    app.text_area[0].set_value(TEXT)
    page = shown(press(app, CHECK))
    assert not fault(app)
    assert "<b>13 August 1961</b>" in page
    assert "<b>February 1956</b>" in page.split("<h3>Agrees")[1].split("<details")[0]
    assert "<b>1957</b>" in page.split("<h3>Not in this pack")[1].split("<h3>")[0]
    assert "Not checked: every other statement" in page
    assert app.text_area[0].value == TEXT


def test_no_level_no_points(app):
    app.text_area[0].set_value(TEXT)
    press(app, CHECK)
    marking = app.session_state["checked"]["marking"]
    assert (marking.points, marking.level, marking.made_by.encoder) == ((), None, None)
    assert not app.tabs
    assert "Level" not in shown(app)


@pytest.mark.parametrize("text", [pytest.param("", id="nothing"), pytest.param(" \n\t ", id="white-space")])
def test_nothing_to_check_is_one_sentence(app, text):
    app.text_area[0].set_value(text)
    assert "Paste or upload a text first." in fault(press(app, CHECK))[0]
    assert app.text_area[0].value == text


def test_a_text_without_facts_is_not_called_right(app):
    app.text_area[0].set_value("My dog is brown and likes to run. It sleeps in the kitchen.")
    page = shown(press(app, CHECK))
    assert "nothing was checked" in page
    assert "Nothing was read in any paragraph." in page
    assert page.count("None of the facts that were read.") == 0


def test_a_bad_upload_is_a_sentence_and_keeps_the_text(app):
    app.text_area[0].set_value(TEXT)
    app.file_uploader[0].set_value(("text.pdf", b"%PDF-1.7", "application/pdf")).run()
    assert "is damaged or no PDF file" in fault(press(app, CHECK))[0]
    assert app.text_area[0].value == TEXT


@pytest.mark.parametrize(
    ("where", "raised", "said"),
    [
        pytest.param("reference.loading.load_pack", PackError(["packs/a/pack.yaml:3: a bare date"]), "pack.yaml:3", id="pack"),
        pytest.param("reference.reading.parser.parse", ParserError("The parser is missing: run pip."), "run pip", id="parser"),
    ],
)
def test_a_part_that_is_missing_is_a_sentence_and_keeps_the_text(monkeypatch, where, raised, said):
    def fail(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(where, fail)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run().switch_page("pages/facts.py").run()
    app.text_area[0].set_value(TEXT)
    assert said in fault(press(app, CHECK))[0]
    assert app.text_area[0].value == TEXT


def test_the_other_page_does_not_empty_the_box(app):
    app.text_area[0].set_value(TEXT)
    press(app, CHECK)
    app.switch_page("pages/mark.py").run()
    assert app.text_area[0].value == ""
    app.switch_page("pages/facts.py").run()
    assert app.text_area[0].value == TEXT
    assert "13 August 1961" in shown(app)


def test_a_flag_is_reported_from_this_page_too(app, tmp_path, monkeypatch):
    monkeypatch.setenv("MARGINALIA_REPORTS", str(tmp_path))
    app.text_area(key="check-text").set_value(
        "On 15 August 1961 the border in Berlin was closed. Khrushchev became leader in 1953."
    )
    press(app, "Check the facts")
    assert not list(tmp_path.iterdir())
    page = shown(press(app, "Save the report"))
    assert f"Reported. Saved as {next(tmp_path.iterdir())}" in page
