"""The downloads of the first page: five kinds of file, each made when it is asked for and not before."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.markings import ESSAY

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The formats that were made, in order."""
    found: list[str] = []
    monkeypatch.setattr("rubric.returned.returned", lambda marking, format, *_: found.append(format) or b"")
    return found


@pytest.mark.model
def test_five_kinds_and_none_is_made_before_it_is_asked_for(made: list[str]) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()
    app.text_area[0].set_value(ESSAY)
    next(button for button in app.button if button.label == "Mark this essay").click().run()
    assert not app.exception
    assert [button.label for button in app.get("download_button")] == [
        "Word, with comments in the margin",
        "PDF, to print",
        "Web page",
        "The report as text",
        "The whole marking (JSON)",
    ]
    assert made == []
