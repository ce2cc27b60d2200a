"""Building a pack without a browser: documents in, points and facts decided, a trial essay marked, nothing lost on reload."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from reference import load_pack
from tests.pack_folders import write_pack_folder

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted((ROOT / "tests" / "department").iterdir())
KINDS = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html"}


@pytest.fixture(autouse=True)
def shelf(tmp_path, monkeypatch):
    st.cache_resource.clear()
    monkeypatch.setenv("MARGINALIA_PACKS", str(tmp_path / "shelf"))
    (tmp_path / "shelf").mkdir()
    yield tmp_path / "shelf"
    st.cache_resource.clear()


@pytest.fixture
def chartism(shelf):
    return write_pack_folder(shelf)


def opened(**query) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()
    app.switch_page("pages/packs.py")
    for key, value in query.items():
        app.query_params[key] = value
    return whole(app.run())


def whole(app: AppTest) -> AppTest:
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    return whole(next(one for one in app.button if one.label == label).click().run())


def labelled(listed, label):
    return next(one for one in listed if one.label.startswith(label))


def shown(app: AppTest) -> str:
    return "\n".join(part.proto.body for part in app.get("html"))


def fault(app: AppTest) -> str:
    return "\n".join(part.proto.body for part in app.get("html") if 'role="alert"' in part.proto.body)


def review(part: str = "points") -> AppTest:
    return opened(pack="chartism", part=part)


def upload(app: AppTest) -> None:
    app.file_uploader[0].set_value([(path.name, path.read_bytes(), KINDS[path.suffix]) for path in DOCUMENTS])


@pytest.mark.model
def test_from_documents_to_a_marked_trial_essay(shelf):
    app = opened()
    upload(app)
    labelled(app.text_input, "The essay's question").set_value("Why did civil war break out in England in 1642?")
    labelled(app.text_input, "A short title").set_value("Civil war, 1642")
    labelled(app.number_input, "First year").set_value(1625)
    labelled(app.number_input, "Last year").set_value(1642)
    press(app, "Draft the pack")
    folder = shelf / "civil-war-1642"
    pack = load_pack(folder)
    assert (pack.about.status, len(pack.sources), pack.about.title) == ("draft", 4, "Civil war, 1642")
    assert "Subscribe to our newsletter" in (folder / "sources" / "revision.aside.txt").read_text("utf-8")
    press(app, "Accept")
    assert load_pack(folder).about.checked["points"] == 1
    whole(app.segmented_control(key="build-part").set_value("trial").run())
    essay = "Charles could not be trusted, and Laud made Puritans fear a plot, so that war came in 1642."
    labelled(app.text_area, "A trial essay").set_value(essay)
    press(app, "Mark it with this pack")
    assert "paragraph, 18 words" in shown(app)
    assert "read them as suggestions" in shown(app)
    again = opened(pack="civil-war-1642", part="trial")
    assert labelled(again.text_area, "A trial essay").value == essay


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        pytest.param("documents", "Choose at least one document.", id="documents"),
        pytest.param("question", "question in full", id="question"),
        pytest.param("period", "the earlier one first", id="period"),
    ],
)
def test_what_is_missing_is_one_sentence_and_keeps_the_rest(missing, said, shelf):
    app = opened()
    if missing != "documents":
        upload(app)
    labelled(app.text_input, "The essay's question").set_value("Why?" if missing == "question" else "Why did war break out?")
    labelled(app.number_input, "First year").set_value(1642 if missing == "period" else 1625)
    labelled(app.number_input, "Last year").set_value(1641)
    press(app, "Draft the pack")
    assert said in fault(app)
    assert labelled(app.text_input, "The essay's question").value.startswith("Why")
    assert list(shelf.iterdir()) == []


def test_the_shelf_leads_back_into_a_pack(chartism):
    app = opened()
    assert "0 of 3 points and 2 of 2 events accepted" in shown(app)
    press(app, "Go on with Chartism, 1838-48")
    assert app.query_params["pack"] == ["chartism"] or app.query_params["pack"] == "chartism"
    assert labelled(app.text_area, "The argument").value.startswith("The petition of 1842 failed")
    press(app, "All packs")
    assert [one.label for one in app.button if one.label == "Draft the pack"]


@pytest.mark.model
def test_accepting_goes_on_and_can_be_taken_back(chartism):
    app = review()
    assert "The other side" in shown(app)
    press(app, "Accept")
    assert load_pack(chartism).passages["petition"].checked
    assert labelled(app.text_area, "The argument").value == "O'Connor divided the movement."
    press(app, "Take back: accepted: The petition of 1842")
    assert not load_pack(chartism).passages["petition"].checked
    assert not any(one.label.startswith("Take back") for one in app.button)


@pytest.mark.model
def test_a_box_saves_by_itself_and_keeps_the_comment(chartism):
    app = review()
    whole(labelled(app.text_area, "The argument").set_value("Parliament refused\nto hear the petition.").run())
    assert load_pack(chartism).points["petition"].statement == "Parliament refused to hear the petition."
    assert "# reworded by JS" in (chartism / "points.yaml").read_text("utf-8")
    whole(labelled(app.text_area, "Sentences that make").set_value("MPs were afraid.\n\nThey refused.").run())
    assert load_pack(chartism).banks["petition"].made == ("MPs were afraid.", "They refused.")
    assert labelled(review().text_area, "Sentences that make").value == "MPs were afraid.\nThey refused."


@pytest.mark.model
def test_a_date_that_is_none_is_refused_in_words_and_stays_in_its_box(chartism):
    app = review("facts")
    whole(app.segmented_control(key="filter-event").set_value("every").run())
    before = (chartism / "events.yaml").read_text("utf-8")
    whole(labelled(app.text_input, "Date").set_value("2nd of May").run())
    assert "2nd of May" in fault(app)
    assert ".yaml" not in fault(app)
    assert labelled(app.text_input, "Date").value == "2nd of May"
    assert (chartism / "events.yaml").read_text("utf-8") == before
    whole(labelled(app.text_input, "Date").set_value("1842-05").run())
    assert not fault(app)
    assert "Read as: May 1842." in shown(app)


@pytest.mark.model
def test_an_example_that_does_not_hold_is_said_at_the_entry(chartism):
    app = review("facts")
    whole(app.segmented_control(key="filter-event").set_value("every").run())
    assert "Not held against any essay" in shown(app)
    whole(labelled(app.selectbox, "How sure").set_value("high").run())
    whole(labelled(app.text_area, "Slips to catch").set_value("The petition of <<1842>> was refused. | 1842").run())
    assert "is not flagged" in shown(app)
    whole(labelled(app.text_area, "Slips to catch").set_value("no marks here").run())
    assert "no example of a slip yet" in fault(app)


@pytest.mark.model
def test_reject_put_back_merge_split_and_add(chartism):
    app = review()
    press(app, "Reject")
    assert list(load_pack(chartism).points) == ["leaders", "harvests"]
    press(app, "Put it back")
    assert list(load_pack(chartism).points) == ["leaders", "harvests", "petition"]
    labelled(app.selectbox, "Another entry").set_value("harvests")
    press(app, "Merge it into this one")
    assert list(load_pack(chartism).points) == ["leaders", "petition"]
    labelled(app.multiselect, "Passages for a point").set_value([1])
    press(app, "Split them off")
    assert len(load_pack(chartism).points) == 3
    labelled(app.text_input, "What the new point argues").set_value("The state was strong enough to wait.")
    press(app, "Add")
    assert labelled(app.text_area, "The argument").value == "The state was strong enough to wait."
    assert labelled(app.text_input, "What the new point argues").value == ""


def test_a_document_can_be_described(chartism):
    (chartism / "sources").mkdir()
    (chartism / "sources" / "one.txt").write_text("The Chartist Movement <b>", "utf-8")
    (chartism / "sources" / "one.aside.txt").write_text("[a reader's comment] Great!\n", "utf-8")
    app = review("documents")
    assert "1 line set aside" in shown(app)
    assert "Movement &lt;b&gt;" in shown(app)
    whole(labelled(app.text_input, "Author").set_value("J. Smith").run())
    assert load_pack(chartism).sources["one"].author == "J. Smith"


def test_a_pack_is_not_called_checked_before_it_is(chartism):
    app = review("share")
    assert "3 of 3 drafted points have not been checked" in shown(app)
    control = labelled(app.segmented_control, "What the pack is called")
    whole(control.set_value("checked").run())
    assert "have not been checked" in fault(app)
    assert load_pack(chartism).about.status == "draft"


def test_a_pack_that_is_made_can_be_chosen_for_an_essay(chartism):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180).run()
    assert "Why did the Chartist movement fail in the years 1838-48?" in app.selectbox[0].options
    about = (chartism / "pack.yaml").read_text("utf-8")
    (chartism / "pack.yaml").write_text(about.replace("Why did", "How far did"), "utf-8")
    assert "How far did the Chartist movement fail in the years 1838-48?" in app.run().selectbox[0].options


def test_a_pack_that_cannot_be_read_says_so_and_can_be_taken_back(chartism):
    (chartism / "points.yaml").write_text("- id: petition\n  label: x\n", "utf-8")
    app = review()
    assert "points.yaml:1" in fault(app)
    assert [one.label for one in app.button if one.label == "All packs"]
