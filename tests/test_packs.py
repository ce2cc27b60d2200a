"""The second pack: its own facts prove themselves, its essays are marked as well as the first pack's, nothing is left to do.

The shared Cold War facts are proved with the first pack (test_pack_examples.py); here are only those of Vietnam.
"""

from __future__ import annotations

import json
import re

import pytest
import yaml

from reference import Pack, load_pack
from reference.drafting.left import left_to_do
from reference.loading import FACTS
from reference.pack import Examples
from rubric import mark
from rubric.proving import check_dates, prove_entry
from tests.accuracy.packs import VIETNAM, Figures, figures

NAME = "usa-vietnam-1954-65"
OWN = [
    entry["id"]
    for path in sorted((FACTS / "vietnam").glob("events*.yaml"))
    for entry in yaml.safe_load(path.read_text("utf-8"))
]
LABELS = json.loads((VIETNAM / "labels.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def vietnam() -> Pack:
    return load_pack(NAME)


@pytest.fixture(scope="module")
def reached() -> Figures:
    return figures(NAME, VIETNAM)


@pytest.mark.parametrize("name", OWN)
def test_examples_of(name: str, vietnam: Pack) -> None:
    assert [str(failure) for failure in prove_entry(vietnam.events[name], vietnam)] == []


def test_dates_are_edtf(vietnam: Pack) -> None:
    assert list(check_dates(vietnam)) == []


def test_nearly_every_event_has_examples(vietnam: Pack) -> None:
    assert len(OWN) >= 40
    assert [name for name in OWN if vietnam.events[name].examples == Examples()] == []


def test_every_point_has_a_bank(vietnam: Pack) -> None:
    banks = vietnam.banks
    assert set(banks) == set(vietnam.points)
    assert [name for name, bank in banks.items() if min(len(bank.made), len(bank.touched), len(bank.near)) < 3] == []


def test_labels_name_points_and_quote_their_essay(vietnam: Pack) -> None:
    texts = {name: (VIETNAM / f"{name}.txt").read_text("utf-8") for name in LABELS}
    points = [(name, point) for name, label in LABELS.items() for point in label["points"]]
    quotes = [(name, quote) for name, label in LABELS.items() for one in label["points"].values() for quote in one["evidence"]]
    assert [pair for pair in points if pair[1] not in vietnam.points] == []
    assert [pair for pair in quotes if pair[1] not in texts[pair[0]]] == []


def runs(text: str, length: int = 6) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w']+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_no_six_words_of_an_essay_stand_in_the_banks(vietnam: Pack) -> None:
    """The labelled essays measure the banks, so that no passage may be taken from them."""
    told = [text for bank in vietnam.banks.values() for text in (*bank.made, *bank.touched, *bank.near)]
    essays = {run for name in LABELS for run in runs((VIETNAM / f"{name}.txt").read_text("utf-8"))}
    assert [text for text in told if runs(text) & essays] == []


@pytest.mark.model
def test_slips_reach_the_first_packs_bars(reached: Figures) -> None:
    assert (reached.alarms, reached.checks) == (0, 0)
    assert reached.caught >= 0.85 * reached.slips


@pytest.mark.model
def test_points_reach_the_first_packs_bars(reached: Figures) -> None:
    assert reached.macro_f1 >= 0.65
    assert reached.kappa >= 0.7
    assert reached.missing_right >= 0.92
    assert reached.on_the_spot >= 0.85


@pytest.mark.model
def test_levels_lie_in_the_range(reached: Figures) -> None:
    assert reached.in_range >= 0.8 * reached.essays


@pytest.mark.model
def test_feedback_speaks_of_this_question(vietnam: Pack) -> None:
    text = " ".join(
        comment.text
        for name in LABELS
        for feedback in [mark((VIETNAM / f"{name}.txt").read_text("utf-8"), vietnam).feedback]
        for comment in (*feedback.went_well, *feedback.even_better_if, *feedback.next_steps)
    )
    assert "two powers" not in text
    assert "relations" not in text


def test_a_checked_pack_has_nothing_left(vietnam: Pack) -> None:
    assert list(left_to_do(vietnam)) == []
