"""What to read: the passages of a pack's own documents, with their places, and how to add documents that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from reference import load_pack
from reference.passages import documents_of, passages_of, sentences_of
from rubric import mark
from rubric.readings import readings
from rubric.report import html
from tests.conftest import Encode
from tests.pack_folders import write_pack_folder

ONE = (
    "The Chartist Movement\n\n"
    "The railways carried troops and the telegraph carried orders. Wages rose a little in those years.\n\n"
    "The second petition was refused on 2 May 1842. The petition of 1842 failed because Parliament feared the crowd.\n\n"
    "O'Connor divided the movement. He quarrelled with Lovett and with everybody else."
)
TWO = "Study notes\n\n• Better harvests took the hunger out of the movement.\n\n• The petition won over the northern towns."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MARGINALIA_PACKS", str(tmp_path))
    place = write_pack_folder(tmp_path)
    (place / "passages-points.yaml").unlink()
    (place / "sources").mkdir()
    (place / "sources" / "one.txt").write_text(ONE, "utf-8")
    (place / "sources" / "two.md").write_text(TWO, "utf-8")
    (place / "sources" / "two.aside.txt").write_text("[menu] Petition of 1842", "utf-8")
    return place


def test_a_point_has_the_passage_and_its_exact_place(folder: Path, fake_encode: Encode) -> None:
    pack = load_pack(folder)
    found = readings(pack, documents_of(pack), fake_encode)
    read = found.points["petition"][0]
    assert (read.source, read.where) == ("one", "para. 2")
    assert read.text == "The petition of 1842 failed because Parliament feared the crowd."
    assert found.points["harvests"][0].where == "bullet 1"
    assert found.wanted == ()


def test_only_what_the_point_cites_is_shown(folder: Path, fake_encode: Encode) -> None:
    pack = load_pack(folder)
    assert {one.source for one in readings(pack, documents_of(pack), fake_encode).points["leaders"]} == {"one"}


def test_what_a_reviewer_has_seen_stands_first(tmp_path: Path, fake_encode: Encode) -> None:
    pack = load_pack(write_pack_folder(tmp_path))
    read = readings(pack, documents_of(pack), fake_encode).points["petition"]
    assert [(one.source, one.against) for one in read] == [("one", False)]


def test_a_pack_without_its_documents_says_where_they_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARGINALIA_PACKS", str(tmp_path / "shelf"))
    pack = load_pack("usa-ussr-1955-62")
    documents = documents_of(pack)
    assert documents.files == {}
    assert documents.folder == tmp_path / "shelf" / "usa-ussr-1955-62" / "sources"
    assert "us-state-department-milestones-suez.txt" in documents.wanted


def test_documents_on_ones_own_shelf_serve_a_pack_that_came_with_marginalia(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_encode: Encode
) -> None:
    monkeypatch.setenv("MARGINALIA_PACKS", str(tmp_path))
    place = tmp_path / "usa-ussr-1955-62" / "sources"
    place.mkdir(parents=True)
    (place / "us-state-department-milestones-sputnik.txt").write_text("Sputnik\n\nSputnik was launched. It shone.", "utf-8")
    pack = load_pack("usa-ussr-1955-62")
    found = readings(pack, documents_of(pack), fake_encode)
    assert found.events["sputnik-1"][0].text == "Sputnik was launched. It shone."


def test_what_was_looked_up_is_kept_and_a_changed_document_is_looked_up_again(folder: Path, fake_encode: Encode) -> None:
    pack = load_pack(folder)
    first = readings(pack, documents_of(pack), fake_encode)

    def never(texts: object) -> object:
        raise AssertionError("encoded again")

    assert readings(pack, documents_of(pack), never) == first  # type: ignore[arg-type]
    (folder / "sources" / "one.txt").write_text(ONE.replace("feared", "dreaded"), "utf-8")
    with pytest.raises(AssertionError):
        readings(pack, documents_of(pack), never)  # type: ignore[arg-type]
    assert "dreaded" in readings(pack, documents_of(pack), fake_encode).points["petition"][0].text


def test_a_document_that_cannot_be_read_is_passed_over(folder: Path) -> None:
    (folder / "sources" / "one.txt").write_bytes(bytes(range(256)) * 40)
    assert {one.source for one in passages_of(documents_of(load_pack(folder)))} == {"two"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("He came. He saw.", 2, id="two"),
        pytest.param("President Dwight D. Eisenhower met the U.S. Senate.", 1, id="initials"),
        pytest.param("It was over in the USSR. Then came 1957.", 2, id="an-abbreviation-at-the-end"),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


@pytest.mark.model
def test_a_teacher_reads_the_source_beside_a_point_and_everybody_beside_a_slip(folder: Path, fake_encode: Encode) -> None:
    events = (folder / "events.yaml").read_text("utf-8").replace("confidence: low", "confidence: high")
    (folder / "events.yaml").write_text(events, "utf-8")
    pack = load_pack(folder)
    read = readings(pack, documents_of(pack), fake_encode)
    marking = mark("The Petition of 1842 was refused on 3 May 1842, because Parliament feared the crowd. " * 5, pack)
    assert "The source says: “The petition of 1842 failed" in html.arguments(marking, "teacher", read)
    assert "The source says" not in html.arguments(marking, "student", read)
    assert "The source says: “The second petition was refused on 2 May 1842." in html.facts(marking, read)
    assert "The source says" not in html.facts(marking)
    assert "para. 2" in html.flag_row(marking, 1, read)
