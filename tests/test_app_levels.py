"""The level in the teacher's view: the teacher's own first, then the range; another scheme marks the same text again."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parent.parent
ESSAY = "\n\n".join(
    [
        "Relations changed, although the quarrel underneath stayed the same.",
        *["The Berlin Wall mattered because it stopped the refugees, and it made war less likely for the leaders."] * 18,
        "In conclusion Cuba mattered most because it was nearest to war.",
    ]
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def app():
    st.cache_resource.clear()
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()
    page.text_area[0].set_value(ESSAY)
    next(button for button in page.button if button.label == "Mark this essay").click().run()
    yield page
    st.cache_resource.clear()


def shown(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(part.proto.body for part in app.get("html"))


def test_a_student_is_given_no_level(app):
    assert "most like Level" not in shown(app)
    assert "Strand by strand" in shown(app)


def test_the_range_waits_for_the_teachers_own_level(app):
    app.segmented_control[0].set_value("teacher").run()
    assert "most like Level" not in shown(app)
    mine = next(one for one in app.segmented_control if one.key and one.key.startswith("mine-"))
    mine.set_value(3).run()
    assert "most like Level" in shown(app)
    assert "Not higher" in shown(app)


def test_another_scheme_has_its_own_levels(app):
    before = app.session_state.marking.level
    scheme = next(one for one in app.selectbox if "Mark scheme" in one.label)
    scheme.select("ocr-h505").run()
    after = app.session_state.marking.level
    assert (before.scheme, after.scheme) == ("aqa-7042", "ocr-h505")
    assert [strand.stage for strand in after.strands] == [strand.stage for strand in before.strands]
    assert app.text_area[0].value == ESSAY
