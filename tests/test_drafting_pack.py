"""From documents to a pack folder: points with their passages, files that load, and what is left to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from reference import Pack, load_pack
from reference.drafting import DraftPoint, draft_of
from reference.drafting.folder import write_pack
from reference.drafting.left import left_to_do
from reference.drafting.points import draft_points, stated
from reference.drafting.reading import read_documents
from reference.loading import PackError
from reference.packing import pack_zip
from reference.shelves import installed_packs
from rubric import mark
from rubric.cli import app
from tests.conftest import Encode, Vectors

ONE = """The Chartist Movement, 1838-1848

The movement grew because bad harvests and low wages drove working men to politics.

However, the petition of 1842 failed because Parliament feared the crowd and refused to hear it.

The leader Feargus O'Connor divided the movement, which weakened it in the eyes of middle-class reformers.
"""
TWO = """Study notes: Chartism

• Causes: bad harvests and low wages drove working men to politics, so that the movement grew.

• Leadership: O'Connor strengthened the movement and won over the northern towns.

The Kennington Common meeting of 10 April 1848 was a failure, which led to the end of mass petitions.
"""
QUESTION = "Why did the Chartist movement fail in the years 1838-48?"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, text in (("one.txt", ONE), ("two.md", TWO)):
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / "one.txt", tmp_path / "two.md"]


def points(files: list[Path], encode: Encode) -> list[DraftPoint]:
    return draft_points(read_documents(files), QUESTION, "1838/1848", encode)


def test_near_duplicates_are_one_point_with_both_passages(files: list[Path], fake_encode: Encode) -> None:
    grown = [point for point in points(files, fake_encode) if "harvests" in point.statement]
    assert [sorted({passage.source for passage in point.passages}) for point in grown] == [["one", "two"]]
    assert [point.importance for point in grown] == ["core"]


def test_every_passage_stands_in_its_document(files: list[Path], fake_encode: Encode) -> None:
    texts = {"one": ONE, "two": TWO}
    passages = [passage for point in points(files, fake_encode) for passage in point.passages]
    assert passages
    assert [passage for passage in passages if passage.text not in texts[passage.source]] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("However, the petition (see p. 3) failed [2].", "The petition failed.", id="tie-brackets-notes"),
        pytest.param("The petition failed.", "The petition failed.", id="left-alone"),
        pytest.param("Howevermore was a place.", "Howevermore was a place.", id="a-longer-word"),
        pytest.param("In addition to raids, it sent troops.", "In addition to raids, it sent troops.", id="no-half-of-a-tie"),
    ],
)
def test_stated(text: str, said: str) -> None:
    assert stated(text) == said


@pytest.mark.parametrize(
    ("before", "said"),
    [
        pytest.param("Feargus O'Connor rose.", "He [Feargus O'Connor] divided the movement because of pride.", id="subject"),
        pytest.param("Crowds came to Leeds.", "He divided the movement because of pride.", id="only-named-by-the-way"),
    ],
)
def test_a_pronoun_is_filled_by_the_subject_before(before: str, said: str, tmp_path: Path, fake_encode: Encode) -> None:
    (tmp_path / "a.txt").write_text(f"{before} He divided the movement because of pride.", "utf-8")
    assert [point.statement for point in points([tmp_path / "a.txt"], fake_encode)] == [said]


def test_the_nearest_passages_stand_beside_a_point(tmp_path: Path) -> None:
    """The first sentence is the question's own; the others are the nearer to it the later they stand."""
    said = [f"The long petition failed because of {cause}." for cause in ("fear", "hunger", "rain", "pride", "noise", "haste")]
    near = [1.0, 0.56, 0.57, 0.58, 0.59, 0.6]
    (tmp_path / "a.txt").write_text("\n\n".join(said), "utf-8")

    def encode(texts: Sequence[str]) -> Vectors:
        rows = np.eye(len(said), dtype=np.float32)[[said.index(text) if text in said else 0 for text in texts]]
        for row, text in zip(rows, texts, strict=True):
            cosine = near[said.index(text)] if text in said else 1.0
            row *= (1 - cosine**2) ** 0.5
            row[0] = cosine
        return rows

    first = next(point for point in points([tmp_path / "a.txt"], encode) if point.statement == said[0])
    assert [passage.text for passage in first.passages] == [said[0], *said[2:]]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Causes\n\n• Finance: the men of Leeds had no money left to go on.", "Finance: Leeds", id="topic"),
        pytest.param(
            "Notes\n\nShort-term causes\n\n• The Newport Rising frightened the middle class for years.", "Newport Rising",
            id="a-heading-that-says-little",
        ),
    ],
)  # fmt: skip
def test_a_label_names_the_topic(text: str, label: str, tmp_path: Path, fake_encode: Encode) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert [point.label for point in points([tmp_path / "a.txt"], fake_encode)] == [label]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("draft")
    for name, text in (("one.txt", ONE), ("two.md", TWO)):
        (place / name).write_text(text, "utf-8")
    out = place / "chartism"
    run = CliRunner().invoke(
        app, ["draft-pack", str(place / "one.txt"), str(place / "two.md"), "--question", QUESTION, "--period", "1838/1848",
              "--out", str(out)],
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    return out


@pytest.fixture(scope="module")
def drafted(folder: Path) -> Pack:
    return load_pack(folder)


@pytest.mark.model
def test_a_draft_loads_and_says_that_it_is_one(drafted: Pack) -> None:
    assert (drafted.about.status, drafted.about.checked["points"]) == ("draft", 0)
    assert drafted.points and drafted.events
    assert set(drafted.passages) >= set(drafted.points)


@pytest.mark.model
def test_a_draft_accuses_nobody(drafted: Pack) -> None:
    text = "The Kennington Common meeting of 1851 was a failure. The movement grew because of bad harvests. " * 12
    assert mark(text, drafted).slips == ()


@pytest.mark.model
def test_what_is_left_is_listed(drafted: Pack) -> None:
    said = " ".join(left_to_do(drafted))
    assert "reword" in said and "licence" in said and "have not been checked" in said


@pytest.mark.model
def test_check_pack_accepts_a_draft(folder: Path) -> None:
    run = CliRunner().invoke(app, ["check-pack", str(folder)])
    assert (run.exit_code, "To do:" in run.output) == (0, True)


@pytest.mark.model
def test_a_zip_is_the_same_pack(folder: Path, drafted: Pack, tmp_path: Path) -> None:
    pack_zip(folder, tmp_path / "a.zip")
    pack_zip(folder, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert load_pack(tmp_path / "a.zip").sha == drafted.sha


@pytest.mark.model
def test_further_folders_are_named_by_a_variable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARGINALIA_PACKS", str(folder.parent))
    assert installed_packs()["chartism"] == folder


def test_a_checked_pack_has_nothing_left(pack: Pack) -> None:
    assert [line for line in left_to_do(pack) if "checked" in line or "reword" in line or "licence" in line] == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param(["--period", "1838-48", "--question", QUESTION], "two years", id="period"),
        pytest.param(["--period", "1838/1848", "--question", "Why?"], "question", id="question"),
        pytest.param(["--period", "1838/1848", "--question", QUESTION, "--facts", "moon"], "cold-war", id="facts"),
    ],
)
def test_wrong_wishes_are_said(more: list[str], said: str, files: list[Path], tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["draft-pack", str(files[0]), "--out", str(tmp_path / "new"), *more])
    assert (run.exit_code, said in run.output) == (1, True)


@pytest.mark.parametrize("data", [pytest.param(b"no zip", id="no-zip"), pytest.param(b"", id="empty")])
def test_a_spoilt_zip_is_a_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(PackError, match="cannot be opened"):
        load_pack(tmp_path / "x.zip")


@pytest.mark.parametrize(
    ("period", "flagged"),
    [pytest.param("1529/1540", ["1536"], id="an-early-period"), pytest.param("1815/1850", [], id="a-number-is-no-year")],
)
def test_an_early_pack_reads_its_years(period: str, flagged: list[str], tmp_path: Path) -> None:
    text = "Henry VIII and Rome\n\nParliament passed the Supremacy Act in 1534 because the king wanted it."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    made = draft_of(read_documents([tmp_path / "a.txt"]), "Why did Henry break with Rome?", "1529/1540")
    write_pack(replace(made, period=period), tmp_path / "pack", schemes=["aqa-7042"])
    facts = (tmp_path / "pack" / "events.yaml").read_text("utf-8")
    (tmp_path / "pack" / "events.yaml").write_text(facts.replace("confidence: low", "confidence: high"), "utf-8")
    slips = mark("The Supremacy Act was passed in 1536.", load_pack(tmp_path / "pack"), facts_only=True).slips
    assert [slip.text for slip in slips] == flagged
