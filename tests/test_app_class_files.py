"""The files to take away from the page Class set, as they are made from the desk."""

from __future__ import annotations

import io
import zipfile

import docx
from streamlit.testing.v1 import AppTest

from pages.class_sheet import scripts_to_return
from rubric.overrides import give_level
from tests.test_app import fresh_cache
from tests.test_app_class import app, desk_in, give, marked

__all__ = ["app", "fresh_cache", "marked"]


def test_levels_go_out_with_the_scripts_only_where_the_teacher_wants_it(app: AppTest) -> None:
    give(app)
    assert "My levels on the scripts that I hand back" not in [box.label for box in app.checkbox]
    desk_in(app).decide(0, give_level(3, seen_range=False))
    box = next(box for box in app.run().checkbox if box.label == "My levels on the scripts that I hand back")
    assert box.value
    for levels in (True, False):
        data = scripts_to_return(desk_in(app), levels=levels)
        with zipfile.ZipFile(io.BytesIO(data)) as scripts:
            parts = docx.Document(io.BytesIO(scripts.read("Zoe.docx"))).paragraphs
        assert ("Level 3, given by the teacher." in [part.text for part in parts]) is levels
