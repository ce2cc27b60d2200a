"""What a person names, as essays one by one: files, folders, archives; what is refused comes in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reference.reading.documents import DocumentError
from rubric import inputs as gathering
from rubric.inputs import inputs, read_upload, uploads
from tests.essay_files import zipped

WALL = "The Wall went up in 1961."
CLASS = zipped(("b/x.txt", WALL), ("a.txt", WALL), ("page.png", b"x"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.DOCX", "c.md", ".e.txt", "~$a.docx", "markings.jsonl", "sheet.csv"):
        (tmp_path / name).write_text("x")
    (tmp_path / "bz.zip").write_bytes(CLASS)
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / "folder.txt").mkdir()
    return tmp_path


def said(*named: Path) -> str:
    with pytest.raises(DocumentError) as refused:
        [one.read() for one in inputs([str(name) for name in named])]
    return str(refused.value)


def test_a_folder_and_its_archives_stand_in_name_order(folder: Path) -> None:
    assert [one.name for one in inputs([str(folder)])] == [
        "a.DOCX", "b.txt", "a.txt", "b/x.txt", "page.png", "c.md", "photo.jpg"
    ]  # fmt: skip


def test_each_is_read_in_its_turn(folder: Path) -> None:
    found = inputs([str(folder / "b.txt"), str(folder / "bz.zip")])
    (folder / "b.txt").write_text("later")
    assert [one.read().text for one in found[:3]] == ["later", WALL, WALL]
    with pytest.raises(DocumentError, match="typed text only"):
        found[3].read()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("none.txt", "there is no such file; check the name", id="missing"),
        pytest.param("none.zip", "there is no such file; check the name", id="missing-archive"),
        pytest.param("folder.txt", "holds no essays; put .txt, .md, .docx, .odt, .pdf files", id="empty-folder"),
        pytest.param("photo.jpg", "a picture of a page is not read, typed text only", id="picture"),
    ],
)
def test_what_is_refused_comes_in_its_place(name: str, says: str, folder: Path) -> None:
    found = inputs([str(folder / name), str(folder / "b.txt")])
    assert len(found) == 2
    assert says in said(folder / name)
    assert found[1].read().text == "x"


def test_a_folder_of_too_many_files_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "FILES_LIMIT", 3)
    assert "holds 5 files" in said(folder)


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        pytest.param(WALL.encode(), "a.txt", WALL, id="file"),
        pytest.param(zipped(("in/a.txt", WALL)), "a.zip", WALL, id="archive-of-one"),
    ],
)
def test_an_upload_of_one_essay_is_read(data: bytes, name: str, text: str) -> None:
    assert read_upload(data, name).text == text


def test_an_upload_of_several_is_refused() -> None:
    with pytest.raises(DocumentError, match="holds 3 files; unpack it and choose one essay"):
        read_upload(CLASS, "class.zip")


@pytest.mark.parametrize(
    ("files", "names"),
    [
        pytest.param([("b.txt", b"x"), ("a.docx", b"x")], ["b.txt", "a.docx"], id="in-the-order-given"),
        pytest.param(
            [("z.zip", CLASS), ("a.txt", b"x")], ["a.txt", "b/x.txt", "page.png", "a.txt"], id="an-archive-in-name-order"
        ),
        pytest.param([("a.txt", b"x"), ("a.txt", b"x")], ["a.txt"], id="given-twice-is-there-once"),
        pytest.param([("~$a.docx", b"x"), (".DS_Store", b"x")], [], id="litter-is-passed-over"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_an_upload_of_a_class_is_read_one_by_one(files: list[tuple[str, bytes]], names: list[str]) -> None:
    assert [one.name for one in uploads(files)] == names


def test_two_files_of_one_name_are_refused_and_a_third_is_read() -> None:
    found = uploads([("Zoe.txt", b"one"), ("zoe.TXT", b"two"), ("Ali.txt", WALL.encode())])
    for one in found[:2]:
        with pytest.raises(DocumentError, match="is there 2 times under one name; give each essay its own name"):
            one.read()
    assert found[2].read().text == WALL


def test_an_upload_of_too_many_is_refused_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "FILES_LIMIT", 3)
    assert len(uploads([("z.zip", CLASS)])) == 3
    [refused] = uploads([("z.zip", CLASS), ("a.txt", b"x")])
    with pytest.raises(DocumentError, match="The upload holds 4 files; 2000 are read at a time"):
        refused.read()
