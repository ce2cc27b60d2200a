"""A flag that is reported: one small file, with the sentence and what the pack says, and nothing else of the essay."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from rubric.report.flag import LONGEST, ReportError, report, reports, save_report
from tests.test_report_html import HOSTILE, TEXT, marked, slip

SLIP = slip(3, 17)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("MARGINALIA_REPORTS", str(tmp_path / "reports"))
    return tmp_path / "reports"


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_file_holds_what_a_packs_author_needs(folder):
    path = save_report(marked(slips=(SLIP,)), SLIP, "The book says so.")
    saved = read(path)
    assert path.parent == folder
    assert saved["flag"] == SLIP.id
    assert saved["sentence"] == "On 15 August 1961 they closed the border."
    assert saved["pack_says"]["should_be"] == "13 August 1961"
    assert saved["source"] == {"from": "us-state-berlin", "where": "para. 5"}
    assert saved["pack"] == {"id": "pack", "version": "1", "sha": "0"}
    assert saved["reader_says"] == "The book says so."
    assert saved["example"] == {"not_yet": [{"text": saved["sentence"], "want": "fine"}]}


def test_no_other_words_of_the_essay_are_kept(folder):
    text = save_report(marked(slips=(SLIP,)), SLIP).read_text("utf-8")
    assert "refugees" in TEXT
    assert "refugees" not in text
    assert "essay.txt" not in text


def test_the_same_flag_twice_is_one_file(folder):
    first = save_report(marked(slips=(SLIP,)), SLIP)
    second = save_report(marked(f"A new opening. {TEXT}", slips=(SLIP,)), slip(18, 32, text=f"A new opening. {TEXT}"), "Why?")
    assert read(first)["sentence"] == "On 15 August 1961 they closed the border."
    assert sorted(folder.iterdir()) == sorted({first, second})


def test_the_same_bytes_twice(folder):
    once = save_report(marked(slips=(SLIP,)), SLIP, "Why?").read_bytes()
    assert save_report(marked(slips=(SLIP,)), SLIP, "Why?").read_bytes() == once
    assert len(list(folder.iterdir())) == 1


def test_another_flag_is_another_file(folder):
    other = slip(46, 50)
    assert save_report(marked(slips=(SLIP, other)), SLIP) != save_report(marked(slips=(SLIP, other)), other)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(HOSTILE, id="hostile"),
        pytest.param("a\x00b\ud800c", id="nul-and-half-a-pair"),
        pytest.param("\u202eturned", id="right-to-left"),
        pytest.param("- a: [\n!!python/object:os.system x", id="yaml"),
        pytest.param("x" * 10_000, id="a-long-word"),
    ],
)
def test_hostile_words_are_text_on_one_line(folder, words):
    text = f"{words} On 15 August 1961 they closed it."
    at = text.index("15 August")
    flag = slip(at, at + 14, text=text)
    saved = read(save_report(marked(text, slips=(flag,)), flag, words))
    assert isinstance(saved["reader_says"], str)
    assert "15 August 1961" in saved["sentence"]
    assert not {"\n", "\x00", "\u202e"} & set(saved["reader_says"] + saved["sentence"])
    assert max(len(saved["reader_says"]), len(saved["sentence"])) <= LONGEST + 2


def test_a_folder_that_cannot_be_written_is_one_sentence(folder):
    folder.write_text("a file stands in the way", "utf-8")
    with pytest.raises(ReportError, match=r"nothing can be saved in .*MARGINALIA_REPORTS"):
        save_report(marked(slips=(SLIP,)), SLIP)


def test_without_a_chosen_folder_it_is_the_users_own(monkeypatch):
    monkeypatch.delenv("MARGINALIA_REPORTS", raising=False)
    assert reports().parts[-2:] == ("marginalia", "reports")


def test_a_report_is_plain_values():
    assert yaml.safe_load(yaml.safe_dump(report(marked(slips=(SLIP,)), SLIP))) == report(marked(slips=(SLIP,)), SLIP)
