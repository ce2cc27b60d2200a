"""The page Class set without a browser and without models: set, mark, stop and go on, save, open again; nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rubric.desk import Desk
from rubric.gradebook.rows import Assignment
from rubric.inputs import uploads
from rubric.marking import Marking
from rubric.overrides import give_level
from tests.desk import marking, point
from tests.essay_files import pdf_scan, zipped
from tests.test_app import ROOT, fault, fresh_cache, press, shown

__all__ = ["fresh_cache"]

QUESTION = "How did relations between the USA and USSR change in the years 1955-62?"
SET = [("Zoe.txt", b"1962 was Zoe's."), ("scan.pdf", pdf_scan()), ("rest.zip", zipped(("Ali.txt", "1962 was Ali's.")))]
POINTS = (point("peaceful-coexistence"), point("geneva-thaw", "covered"))
START, SAVE = "Mark the set", "Save to the gradebook"


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names of the scripts that were marked, in order; the models are not loaded, and the gradebook is a new one."""
    found: list[str] = []

    def mark(text: str, pack: object, scheme: str, *, name: str) -> Marking:
        found.append(name)
        return marking(text, points=POINTS, name=name)

    monkeypatch.setattr("pages.class_work.mark", mark)
    monkeypatch.setattr("pages.class_work.encoder_ready", lambda: True)
    monkeypatch.setattr("pages.class_work.parser_ready", lambda: True)
    monkeypatch.setenv("MARGINALIA_DATABASE_URL", f"sqlite:///{tmp_path}/book.db")
    return found


@pytest.fixture
def app(marked: list[str]) -> AppTest:
    started = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return started.switch_page("pages/class_set.py").run()


def give(app: AppTest, files: list[tuple[str, bytes]] = SET, button: str = START) -> str:
    """Put files in the uploader and press; what the page shows then."""
    app.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files]).run()
    return shown(press(app, button))


def desk_in(app: AppTest) -> Desk:
    desk = app.session_state["desk"]
    assert isinstance(desk, Desk)
    return desk


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_the_empty_page_asks_for_what_was_set_and_states_its_limits(app: AppTest) -> None:
    page = shown(app)
    assert QUESTION in app.selectbox[0].options[0]
    assert "2,000 files at a time, 20 MB and 250,000 words a script, 200 MB an archive" in page
    assert "In the gradebook" not in page
    assert [box.value for box in app.checkbox if box.label.startswith("Ask for my level")] == [True]


def test_asking_for_the_page_makes_no_gradebook(app: AppTest, tmp_path: Path) -> None:
    assert START in labels(app)
    assert list(tmp_path.iterdir()) == []


def test_nothing_chosen_is_one_sentence_and_keeps_what_was_typed(app: AppTest) -> None:
    app.text_input(key="set-class").set_value("12B")
    press(app, START)
    assert "Choose the scripts first." in fault(app)[0]
    assert app.text_input(key="set-class").value == "12B"


def test_files_and_an_archive_are_marked_and_what_is_not_read_is_told(app: AppTest, marked: list[str], tmp_path: Path) -> None:
    app.text_input(key="set-class").set_value("12B")
    page = give(app)
    assert marked == ["Zoe", "Ali"]
    assert f"{QUESTION}</h1>" in page
    assert ": 2 scripts, 1 not read" in page
    assert "scan.pdf is a scan" in page
    assert {"Zoe", "Ali", SAVE} <= set(labels(app))
    assert page.count("Level: yours first") == 2
    assert list(tmp_path.iterdir()) == []


def test_files_chosen_are_still_there_after_another_page(app: AppTest, marked: list[str]) -> None:
    app.file_uploader[0].set_value([("Zoe.txt", b"1962.", "text/plain")]).run()
    app.switch_page("pages/facts.py").run()
    app.switch_page("pages/class_set.py").run()
    assert "The file that you chose before is still here." in shown(app)
    give(app, [("Ali.txt", b"1962.")])
    assert marked == ["Zoe", "Ali"]


def test_files_chosen_before_can_be_taken_away(app: AppTest) -> None:
    app.file_uploader[0].set_value([("Zoe.txt", b"1962.", "text/plain")]).run()
    app.switch_page("pages/facts.py").run()
    app.switch_page("pages/class_set.py").run()
    press(app, "Take them away")
    press(app, START)
    assert "Choose the scripts first." in fault(app)[0]


def half_done(app: AppTest) -> Desk:
    """A set that was stopped after its first script."""
    desk = Desk(Assignment("", "Mock", "usa-ussr-1955-62", QUESTION, "aqa-7042", None, level_first=True))
    desk.lay(uploads(SET))
    next(desk.work(lambda document: marking(document.text, points=POINTS, name=document.name)))
    app.session_state["desk"] = desk
    app.run()
    return desk


def test_a_set_that_was_stopped_goes_on_where_it_stopped(app: AppTest, marked: list[str]) -> None:
    half_done(app)
    assert "Stopped: 1 of 3 scripts are done." in shown(app)
    page = shown(press(app, "Go on"))
    assert marked == ["Ali"]
    assert "Mock: 2 scripts, 1 not read" in page
    assert "Go on" not in labels(app)


def test_a_missing_model_is_one_sentence_and_the_set_waits(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    from reference.reading.encoder import EncoderError

    def fail() -> None:
        raise EncoderError("The model is missing: run pip.")

    monkeypatch.setattr("pages.class_work.encoder_ready", fail)
    give(app)
    assert "The model is missing: run pip." in fault(app)[0]
    assert (desk_in(app).waiting, "Go on" in labels(app)) == (3, True)


def test_late_scripts_join_and_those_that_are_there_are_left(app: AppTest, marked: list[str]) -> None:
    give(app)
    page = give(app, [("Zoe.txt", b"1962 again."), ("Mary.txt", b"1962 was Mary's.")], "Mark these too")
    assert marked == ["Zoe", "Ali", "Mary"]
    assert "because a script of that name is there already: Zoe.txt." in page
    assert ": 3 scripts, 1 not read" in page


def test_points_that_were_not_taught_are_missing_nowhere(app: AppTest) -> None:
    give(app)
    assert "1 covered, 0 partial, 1 missing" in shown(app)
    switch = next(box for box in app.checkbox if box.label == "Peaceful coexistence")
    assert "36 of 37 points were taught." in shown(switch.uncheck().run())
    assert "1 covered, 0 partial, 0 missing" in shown(app)
    press(app, "Switch all off")
    assert desk_in(app).assignment.taught == frozenset()
    press(app, "Switch all on")
    assert desk_in(app).assignment.taught is None
    assert all(box.value for box in app.checkbox)


def test_what_was_taught_is_chosen_before_marking_too(app: AppTest) -> None:
    next(box for box in app.checkbox if box.label == "Peaceful coexistence").uncheck().run()
    app.switch_page("pages/facts.py").run()
    app.switch_page("pages/class_set.py").run()
    give(app)
    taught = desk_in(app).assignment.taught
    assert taught is not None and len(taught) == 36 and "peaceful-coexistence" not in taught


def test_pseudonyms_stand_for_names(app: AppTest) -> None:
    next(box for box in app.checkbox if box.label.startswith("Pseudonyms")).check().run()
    page = give(app)
    assert {"Student 01", "Student 03"} <= set(labels(app))
    assert "Zoe" not in page.replace("Zoe's", "")


def test_what_is_made_from_the_desk_is_made_once_a_revision(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    give(app)
    view = app.session_state["viewed"][1]
    app.run()
    assert app.session_state["viewed"][1] is view
    desk_in(app).decide(0, give_level(3, seen_range=False))
    app.run()
    assert app.session_state["viewed"][1] is not view


def test_the_files_to_take_away(app: AppTest) -> None:
    give(app)
    assert [button.label for button in app.get("download_button")] == [
        "Class sheet, as a workbook (Excel)",
        "Class sheet, as a table (CSV)",
        "Class sheet, as a page to print",
        "Scripts to hand back (Word, with comments)",
    ]
    assert "Points most missed" in shown(app)


def test_a_name_goes_to_its_review(app: AppTest) -> None:
    give(app)
    page = shown(press(app, "Ali"))
    assert "Ali" in page
    assert app.session_state["walk"].number == 2
