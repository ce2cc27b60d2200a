"""Zip archives: the essays in name order, one at a time; every hostile file is refused in one line."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reference.reading import archive as reading
from reference.reading.archive import Archive, leads_outside
from reference.reading.documents import DocumentError
from tests.essay_files import ESSAY, link, pdf, pdf_lines, pdf_scan, zipped

WALL = "The Wall went up in 1961."
WHOLE = zipped(("a.txt", WALL), ("b.txt", WALL))


def locked(data: bytes) -> bytes:
    """The archive with its first file marked as locked."""
    spoilt = bytearray(data)
    struct.pack_into("<H", spoilt, data.index(b"PK\x01\x02") + 8, 1)
    return bytes(spoilt)


def lying(data: bytes, size: int) -> bytes:
    """The archive whose first file says that it unpacks to another size."""
    spoilt = bytearray(data)
    struct.pack_into("<I", spoilt, data.index(b"PK\x01\x02") + 24, size)
    return bytes(spoilt)


def opened(data: bytes) -> dict[str, str]:
    """What each file of an archive holds, or why it is refused."""
    archive = Archive(data, "class.zip")
    found = {}
    for member in archive.members:
        try:
            found[member.name] = archive.read(member).text
        except DocumentError as refused:
            found[member.name] = str(refused)
    return found


def test_essays_of_every_kind_stand_in_name_order() -> None:
    data = zipped(("c/b.pdf", pdf(spaceAfter=9)), ("a.txt", WALL), ("c/", ""), ("b.md", WALL))
    assert list(opened(data).items()) == [("a.txt", WALL), ("b.md", WALL), ("c/b.pdf", ESSAY)]


def test_the_litter_of_systems_is_passed_over() -> None:
    litter = [(name, "x") for name in ("__MACOSX/._a.txt", ".DS_Store", "Thumbs.db", "c/~$a.docx", "c/._b.txt")]
    assert opened(zipped(("a.txt", WALL), *litter)) == {"a.txt": WALL}


@pytest.mark.parametrize(
    ("file", "says"),
    [
        pytest.param(("../a.txt", WALL), "has a name that leads out of the archive", id="dots"),
        pytest.param(("c/../../a.txt", WALL), "has a name that leads out of the archive", id="dots-inside"),
        pytest.param(("/etc/a.txt", WALL), "has a name that leads out of the archive", id="absolute"),
        pytest.param(("C:\\a.txt", WALL), "has a name that leads out of the archive", id="drive"),
        pytest.param((link("a.txt"), "/etc/hostname"), "is a link, not a file", id="symbolic-link"),
        pytest.param(("old.zip", WHOLE), "is an archive inside an archive", id="nested"),
        pytest.param(("old.tar.gz", b"x"), "is an archive inside an archive", id="nested-of-another-kind"),
        pytest.param(("B.TXT", WALL), "is there 2 times under one name", id="namesake-but-for-case"),
        pytest.param(("page.jpg", b"\xff\xd8\xff"), "a picture of a page is not read, typed text only", id="picture"),
        pytest.param(("scan.pdf", pdf_scan()), "is a scan", id="scan"),
        pytest.param(("locked.pdf", pdf_lines((72, 72, "x"), encrypt="x")), "is locked with a password", id="locked-pdf"),
        pytest.param(("bomb.txt", b" " * 15_000_000), "unpacks to far more than an essay", id="bomb"),
        pytest.param(("large.txt", bytes(range(256)) * 90_000), "unpacks to far more than an essay", id="too-large"),
        pytest.param(("empty.txt", ""), "is empty", id="empty"),
        pytest.param(("old.doc", b"x"), "old Word files (.doc) are not read", id="old-word"),
        pytest.param(("run.exe", b"MZ"), ".exe files are not read", id="program"),
        pytest.param(("a\nb.docx", b"x"), "is not a Word file", id="line-end-in-a-name"),
    ],
)
def test_a_hostile_file_is_one_line_and_spares_the_others(file: tuple[str, bytes], says: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warnings.warn", lambda *_, **__: None)  # zipfile warns of namesakes as they are written
        found = opened(zipped(("b.txt", WALL), ("z.txt", WALL), file))
    *_, said = [text for text in found.values() if text != WALL]
    assert says in said
    assert said.endswith(".")
    assert "\n" not in said
    assert found["z.txt"] == WALL


def test_a_locked_file_is_refused_and_the_next_is_read() -> None:
    assert opened(locked(WHOLE)) == {
        "a.txt": "a.txt (in class.zip) is locked with a password; zip it again without one.",
        "b.txt": WALL,
    }


def test_a_file_that_lies_about_its_size_is_damaged() -> None:
    said = opened(lying(zipped(("a.txt", b" " * 15_000_000), ("b.txt", WALL)), 99))["a.txt"]
    assert said.startswith("a.txt") and ("is damaged" in said or "is empty" in said)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"The Wall", "is damaged or no zip archive", id="no-zip"),
        pytest.param(WHOLE[:60], "is damaged or no zip archive", id="cut-short"),
        pytest.param(zipped((".DS_Store", "x")), "holds no essays", id="nothing-in-it"),
        pytest.param(zipped(*[(f"{n}.txt", "x") for n in range(2_001)]), "holds 2001 files; 2000 are read", id="too-many"),
    ],
)
def test_an_archive_is_refused_as_a_whole(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError) as refused:
        Archive(data, "class.zip")
    assert str(refused.value).startswith(f"class.zip {says}")


@pytest.mark.parametrize("limit", ["ARCHIVE_LIMIT", "UNPACKED_LIMIT"])
def test_the_limits_of_the_whole_are_enforced(limit: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = tmp_path / "class.zip"
    place.write_bytes(WHOLE)
    assert len(Archive(place, "class.zip").members) == 2
    monkeypatch.setattr(reading, limit, 20)
    with pytest.raises(DocumentError, match=r"give the essays in several archives|zip the essays alone"):
        Archive(place, "class.zip")


@pytest.mark.parametrize(
    ("name", "leads"),
    [
        pytest.param("..\\a.txt", True, id="backslash"),
        pytest.param("\\\\server\\a.txt", True, id="share"),
        pytest.param("a..txt", False, id="two-dots-in-a-name"),
        pytest.param("12B/essay 1.5.txt", False, id="folder"),
    ],
)
def test_a_name_that_leads_outside(name: str, leads: bool) -> None:
    assert leads_outside(name) is leads


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=6))
def test_spoilt_bytes_are_read_or_refused(place: int, noise: bytes) -> None:
    data = WHOLE[:place] + noise + WHOLE[place + len(noise) :]
    try:
        assert all(opened(data).values())
    except DocumentError as refused:
        assert str(refused).startswith("class.zip")


def test_reading_writes_nothing_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    opened(zipped(("../out.txt", WALL), ("in.txt", WALL)))
    assert list(tmp_path.rglob("*.txt")) == []
