"""The tabs Facts, Timeline and Drafts and the page on accuracy, without a browser: one click, and nothing typed is lost."""

from __future__ import annotations

import pytest
import streamlit as st
import yaml
from streamlit.testing.v1 import AppTest

from rubric.report.accuracy import accuracy, card
from tests.test_app import ESSAY, ROOT, fault, press, shown

SECOND = ESSAY.replace("15 August 1961", "13 August 1961")


@pytest.fixture(autouse=True)
def fresh_cache():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def app(tmp_path, monkeypatch):
    monkeypatch.setenv("MARGINALIA_REPORTS", str(tmp_path))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()
    app.text_area(key="text").set_value(ESSAY)
    return press(app)


@pytest.mark.model
def test_a_second_draft_is_compared_and_goes_into_the_box(app):
    assert "Mark your next draft here to see what changed." in shown(app)
    app.text_area(key="next-text").set_value(SECOND)
    page = shown(press(app, "Mark this draft"))
    assert "Draft 2 against draft 1." in page
    assert "You gave “15 August 1961”. Now right: <b>13 August 1961</b>." in page
    assert app.text_area(key="text").value == SECOND
    assert app.text_area(key="next-text").value == ""
    app.text_area(key="next-text").set_value(f"{SECOND} The Wall went up in 1962.")
    assert "Draft 3 against draft 2." in shown(press(app, "Mark this draft"))


@pytest.mark.model
def test_what_was_typed_elsewhere_is_kept_to_hand(app):
    app.text_area(key="text").set_value("Half a sentence")
    app.text_area(key="next-text").set_value(SECOND)
    press(app, "Mark this draft")
    press(app, "Put my own text back")
    assert app.text_area(key="text").value == "Half a sentence"


@pytest.mark.model
def test_an_empty_draft_is_one_sentence_and_keeps_the_marking(app):
    press(app, "Mark this draft")
    assert "Paste or upload an essay first." in fault(app)[0]
    assert "13 August 1961" in shown(app)


@pytest.mark.model
def test_the_same_text_again_is_no_new_draft_and_another_essay_is_not_compared(app):
    assert "Draft 2" not in shown(press(app))
    app.text_area(key="text").set_value(" ".join(f"Grain of sort {n} sold well for most traders." for n in range(40)))
    page = shown(press(app))
    assert "reads like another essay" in page
    assert "Draft 2" not in page


@pytest.mark.model
def test_a_flag_is_reported_once_with_the_readers_words(app, tmp_path):
    app.text_input(key="flag-words-1-1").set_value("My book has **another** <b>date</b>.")
    page = shown(press(app, "Save the report"))
    saved = list(tmp_path.iterdir())
    assert len(saved) == 1
    assert f"Reported. Saved as {saved[0]}" in page
    assert yaml.safe_load(saved[0].read_text("utf-8"))["reader_says"] == "My book has **another** <b>date</b>."
    press(app, "Save the report")
    assert list(tmp_path.iterdir()) == saved


@pytest.mark.model
def test_a_report_that_cannot_be_saved_is_one_sentence(app, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x", "utf-8")
    monkeypatch.setenv("MARGINALIA_REPORTS", str(tmp_path / "file"))
    assert "Not reported:" in fault(press(app, "Save the report"))[0]


@pytest.mark.model
def test_the_timeline_is_a_chart_and_a_table(app):
    assert not app.get("vega_lite_chart")
    app.text_area(key="text").set_value(f"{ESSAY} The Bay of Pigs invasion failed in April 1961.")
    page = shown(press(app))
    assert '<table class="dates">' in page
    assert "13 August, not 15 August" in page
    assert len(app.get("vega_lite_chart")) == 1


def test_the_page_on_accuracy_shows_the_card_of_readme():
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    page = shown(app.switch_page("pages/accuracy.py").run())
    assert accuracy() in page
    assert "none is a pupil&#x27;s work" in page
    assert card() in (ROOT / "README.md").read_text("utf-8")
    assert all(
        f">{cell.strip()}<" in page
        for line in card().splitlines()
        if line.startswith("| early")
        for cell in line[1:-1].split("|")
    )


@pytest.mark.model
def test_hostile_text_is_shown_as_text_in_every_tab(app):
    hostile = (
        f"<script>alert(1)</script> **bold** \u202e🚀\x00 {'x' * 10_000} {ESSAY} The Bay of Pigs invasion failed in April 1961."
    )
    app.text_area(key="next-text").set_value(hostile)
    page = shown(press(app, "Mark this draft"))
    assert "Draft 2 against draft 1." in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\x00" not in page
