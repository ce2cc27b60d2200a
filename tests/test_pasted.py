"""Pasted sources: what stands word for word in a document is said; what is quoted, short or reworded is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reference import Pack, load_pack
from reference.drafting.folder import write_shingles
from reference.loading import PackError
from reference.reading.lexicon import lexicon
from reference.reading.shingles import packed, shingles, unpacked
from rubric.essay import read_essay
from rubric.pasted import pasted_sources
from tests.pack_folders import write_pack_folder

SOURCE = (
    "The petition of 1842 bore more than three million names, yet the House of Commons refused even to hear the men who "
    "brought it, and the strikes that followed were put down by troops sent north on the new railways.\n\n"
    "O'Connor's Land Plan drew small savings from thousands of weavers who hoped to leave the mills for good."
)
FIRST, SECOND = SOURCE.split("\n\n")
WORDS = FIRST.split()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = write_pack_folder(tmp_path_factory.mktemp("pasted"))
    write_shingles(place, {"one": SOURCE, "two": "Nothing of the sort stands in these notes of ours, which are about bread."})
    return place


@pytest.fixture(scope="module")
def chartism(folder: Path) -> Pack:
    return load_pack(folder)


def found(text: str, pack: Pack) -> list[str]:
    return [text[notice.start : notice.end] for notice in pasted_sources(read_essay(text, lexicon(pack)), pack)]


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        pytest.param(f"I think so. {FIRST}", [FIRST.rstrip(".")], id="a-sentence"),
        pytest.param(FIRST.upper().replace(",", ""), [FIRST.upper().replace(",", "").rstrip(".")], id="case-and-commas"),
        pytest.param(SECOND.replace("'", "’"), [SECOND.replace("'", "’").rstrip(".")], id="apostrophe"),
        pytest.param(SOURCE, [SOURCE.rstrip(".")], id="two-paragraphs-are-one-paste"),
        pytest.param(f"One historian writes: “{FIRST}” I agree.", [], id="quoted"),
        pytest.param(f"It is said that {' '.join(WORDS[:13])}.", [], id="thirteen-words"),
        pytest.param(f"It is said that {' '.join(WORDS[:14])}.", [" ".join(WORDS[:14]).rstrip(",")], id="fourteen-words"),
        pytest.param("Three million signed the petition, but the Commons would not hear it, and troops ended the strikes.", [],
                     id="reworded"),
    ],
)  # fmt: skip
def test_what_is_pasted_is_marked_exactly(text: str, pasted: list[str], chartism: Pack) -> None:
    assert found(text, chartism) == pasted


def test_the_notice_names_the_source_and_what_to_do(chartism: Pack) -> None:
    notice = pasted_sources(read_essay(FIRST, lexicon(chartism)), chartism)[0]
    assert "The Chartist Movement" in notice.message
    assert "quotation marks" in notice.message


def test_no_word_of_the_document_is_kept(folder: Path) -> None:
    kept = (folder / "shingles.json").read_text("utf-8").lower()
    assert [word for word in FIRST.lower().split() if len(word) > 5 and word in kept] == []


def test_another_salt_gives_other_hashes() -> None:
    assert unpacked(packed(SOURCE, "a")) & unpacked(packed(SOURCE, "b")) == frozenset()
    assert unpacked(packed(SOURCE, "a")) == {run for _, _, run in shingles(SOURCE, "a")}


def test_too_few_words_have_no_run() -> None:
    assert list(shingles("Only seven words stand in this line", "a")) == []


def test_a_damaged_file_is_said(folder: Path, tmp_path: Path) -> None:
    place = write_pack_folder(tmp_path)
    (place / "shingles.json").write_text("{", "utf-8")
    with pytest.raises(PackError, match=r"shingles\.json:1: the file is damaged"):
        load_pack(place)
