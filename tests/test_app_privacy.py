"""The page Your data without a browser: what is held is told, handed out, and gone from the file's bytes once it is deleted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rubric.gradebook import open_gradebook
from rubric.overrides import decide_slip, put_comment
from rubric.report.flag import save_report
from tests.desk import PACK, marking
from tests.markings import marked
from tests.test_app import ROOT, fault, fresh_cache, press, shown

__all__ = ["fresh_cache"]

BUTTON = "Delete for good"
ZOE, BEN = ("zanzibarwall", "quuxnote", "Zoe Vexworth"), ("brandywinewall", "frobnote", "Ben Zyskind")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gradebook and a folder of reports of the test's own, neither there yet."""
    monkeypatch.setenv("MARGINALIA_DATABASE_URL", f"sqlite:///{tmp_path / 'book.db'}")
    monkeypatch.setenv("MARGINALIA_REPORTS", str(tmp_path / "reports"))
    return tmp_path / "book.db"


@pytest.fixture
def kept(place: Path) -> Path:
    """Two students of two classes, a script each with a decision and a comment, and a reported flag."""
    book = open_gradebook()
    mock = book.add_assignment("Mockexam", **PACK)
    for (word, note, name), class_name in ((ZOE, "12B"), (BEN, "12C")):
        student = book.add_student(name, class_name=class_name)
        draft = book.save(mock.id, student.id, marking(f"1962 was the year of the {word}. " * 50))
        book.override(draft.id, decide_slip("wall.when=1962#1", "dismiss", note))
        book.override(draft.id, put_comment("c", f"{note} again"))
    book.close()
    found = marked()
    save_report(found, found.slips[0])
    return place


def page() -> AppTest:
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run().switch_page("pages/privacy.py").run()


def found(place: Path, *words: str) -> list[str]:
    """Which of the words stand in the bytes of the gradebook or of anything beside it."""
    data = b"".join(path.read_bytes() for path in place.parent.iterdir() if path.is_file())
    return [word for word in words if word.encode() in data]


def choose(app: AppTest, kind: str, which: str | None = None) -> AppTest:
    app.segmented_control(key="data-kind").set_value(kind).run()
    if which is not None:
        box = next(box for box in app.selectbox if (box.key or "").startswith("data-which"))
        box.select(which).run()
    return app


def typed(app: AppTest, words: str) -> AppTest:
    next(box for box in app.text_input if (box.key or "").startswith("data-typed")).set_value(words).run()
    return press(app, BUTTON)


def test_where_nothing_is_kept_it_says_so_and_makes_no_gradebook(place: Path) -> None:
    app = page()
    assert "The gradebook holds nothing. There is none yet" in shown(app)
    assert BUTTON not in [button.label for button in app.button]
    assert not place.exists()


def test_it_tells_what_is_kept_and_where(kept: Path) -> None:
    said = shown(page())
    for words in (
        str(kept),
        str(kept.parent / "reports"),
        "Nothing leaves this machine",
        "1 assignment, 2 students, 2 scripts, 0 comments of yours to use again.",
        '<th scope="row" data-of="">Zoe Vexworth</th><td data-of="Class">12B</td><td data-of="Scripts">1</td>'
        '<td data-of="Markings">1</td><td data-of="Your decisions">2</td>',
        "names in the prose",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("kind", "which", "name", "left"),
    [
        pytest.param("script", "Zoe Vexworth, Mockexam, draft 1", "Zoe Vexworth", [*BEN, ZOE[2]], id="a-script"),
        pytest.param("student", "Zoe Vexworth, 12B", " zoe  vexworth", list(BEN), id="a-student"),
        pytest.param("class", "12B", "12B", list(BEN), id="a-class"),
        pytest.param("assignment", None, "Mockexam", [BEN[2], ZOE[2]], id="an-assignment-the-students-stay"),
        pytest.param("all", None, "everything", [], id="everything"),
    ],
)
def test_what_is_deleted_is_gone_from_the_file(kind: str, which: str | None, name: str, left: list[str], kept: Path) -> None:
    assert found(kept, *BEN, *ZOE) == [*BEN, *ZOE]
    app = typed(choose(page(), kind, which), name)
    assert not fault(app)
    assert "Deleted" in shown(app)
    assert found(kept, *BEN, *ZOE) == left
    assert bool(list((kept.parent / "reports").iterdir())) is (kind != "all")


def test_without_the_name_nothing_is_deleted(kept: Path) -> None:
    app = typed(choose(page(), "all"), "every")
    assert fault(app) == [part for part in fault(app) if "“everything” was not typed, so nothing was deleted." in part]
    assert fault(app)
    assert found(kept, *BEN, *ZOE) == [*BEN, *ZOE]


def test_everything_clears_the_session_too(kept: Path) -> None:
    app = page()
    app.session_state["text"] = "An essay of mine."
    typed(choose(app, "all"), "everything")
    assert "text" not in app.session_state or not app.session_state["text"]


class Unsaved:
    unsaved = 3


def test_a_set_on_the_screen_that_is_not_saved_comes_first(kept: Path) -> None:
    app = page()
    app.session_state["desk"] = Unsaved()
    typed(choose(app, "student", "Zoe Vexworth, 12B"), "Zoe Vexworth")
    assert "Save it or close it first" in fault(app)[0]
    assert found(kept, *ZOE) == [*ZOE]


def test_reported_flags_can_go_where_there_is_no_gradebook(place: Path) -> None:
    one = marked()
    save_report(one, one.slips[0])
    assert not fault(typed(page(), "everything"))
    assert not list((place.parent / "reports").iterdir())
    assert not place.exists()


def test_a_gradebook_that_cannot_be_opened_is_one_sentence(place: Path) -> None:
    place.write_bytes(b"This is no database, and was never one. " * 50)
    app = page()
    assert "cannot be opened" in fault(app)[0]
    assert "Nothing leaves this machine" in shown(app)


def test_everything_on_a_student_is_handed_out(kept: Path) -> None:
    book = open_gradebook()
    from rubric.gradebook.forget import held_as_json

    zoe = next(one for one in book.students() if one.label == ZOE[2])
    given = json.loads(held_as_json(book, zoe.id))
    assert (given["label"], ZOE[0] in given["drafts"][0]["text"]) == (ZOE[2], True)
    assert [button.proto.label for button in page().get("download_button")] == ["Download what is held"]
