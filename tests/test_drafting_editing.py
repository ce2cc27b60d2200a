"""Editing a drafted pack: every operation, what it leaves alone, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reference import load_pack
from reference.drafting import editing, history
from reference.drafting.history import EditFault
from reference.packing import pack_zip
from tests.pack_folders import FILES, POINTS, texts, write_pack_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack_folder(tmp_path)


def changed(folder: Path) -> set[str]:
    return {name for name, text in texts(folder).items() if FILES.get(name) != text}


def comments(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.splitlines() if "#" in line]


OPERATIONS = [
    pytest.param(lambda f: editing.edit(f, "point", "leaders", {"statement": "He divided it."}), id="reword"),
    pytest.param(lambda f: editing.edit(f, "event", "kennington", {"when": "1848-04", "also": ["meeting"]}), id="event"),
    pytest.param(lambda f: editing.accept(f, "point", "leaders"), id="accept"),
    pytest.param(lambda f: editing.reject(f, "point", "petition"), id="reject"),
    pytest.param(lambda f: editing.merge(f, "point", "petition", "leaders"), id="merge"),
    pytest.param(lambda f: editing.split(f, "petition", [1]), id="split"),
    pytest.param(lambda f: editing.examples(f, "leaders", made=["He split it."], touched=[], near=[]), id="examples"),
    pytest.param(lambda f: editing.add(f, "point", "The state was strong."), id="add"),
    pytest.param(lambda f: editing.describe(f, {"authors": ["The History department"]}), id="describe"),
    pytest.param(lambda f: editing.edit_source(f, "two", {"trust": "medium", "published": "2019"}), id="document"),
]  # fmt: skip


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_step_can_be_taken_back_to_the_byte(operation: Callable[[Path], object], folder: Path) -> None:
    operation(folder)
    assert changed(folder)
    assert len(history.steps(folder)) == 1
    load_pack(folder)
    assert history.undo(folder)
    assert {name: text for name, text in texts(folder).items() if not name.startswith("rejected/")} == FILES
    assert history.undo(folder) == ""


@pytest.mark.parametrize("operation", OPERATIONS)
def test_comments_and_order_survive(operation: Callable[[Path], object], folder: Path) -> None:
    operation(folder)
    now = texts(folder)
    gone = {"# reworded by JS"} if "statement: The petition of 1842" not in now["points.yaml"] else set()
    gone |= {"# From the second lesson:", "# good"} if "id: leaders" not in now["points.yaml"] else set()
    assert [one for one in comments(POINTS) if one not in gone] == comments(now["points.yaml"])
    assert comments(now["pack.yaml"]) == comments(FILES["pack.yaml"])
    assert comments(now["events.yaml"]) == comments(FILES["events.yaml"])


def test_a_change_touches_no_line_of_another_entry(folder: Path) -> None:
    editing.edit(folder, "point", "leaders", {"statement": "He divided it."})
    before, after = POINTS.splitlines(), (folder / "points.yaml").read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == ["  statement: He divided it."]


def test_a_list_keeps_the_comment_of_what_stays(folder: Path) -> None:
    editing.edit(folder, "point", "leaders", {"paraphrases": ["New.", "O'Connor split the Chartists."]})
    assert "  - New.\n  - O'Connor split the Chartists.  # good\n" in (folder / "points.yaml").read_text("utf-8")


def test_accepting_makes_a_fact_count_and_is_counted(folder: Path) -> None:
    editing.accept(folder, "point", "leaders")
    editing.accept(folder, "event", "kennington")
    pack = load_pack(folder)
    assert (pack.passages["leaders"].checked, pack.about.checked["points"]) == (True, 1)
    assert (pack.events["kennington"].confidence, pack.events["petition-of-1842"].confidence) == ("high", "low")
    editing.accept(folder, "point", "leaders", checked=False)
    assert load_pack(folder).about.checked["points"] == 0


def test_what_is_rejected_can_be_put_back(folder: Path) -> None:
    editing.examples(folder, "petition", made=["It failed."], touched=[], near=[])
    editing.reject(folder, "point", "petition")
    editing.reject(folder, "person", "oconnor")
    pack = load_pack(folder)
    assert ("petition" in pack.points, "petition" in pack.passages, "petition" in pack.banks) == (False, False, False)
    assert pack.events["kennington"].who == ()
    assert editing.rejected(folder, "person") == [("oconnor", "Feargus O'Connor")]
    editing.put_back(folder, "point", "petition")
    pack = load_pack(folder)
    assert (pack.points["petition"].label, pack.banks["petition"].made) == ("The petition of 1842", ("It failed.",))
    assert (pack.passages["petition"].conflict != "", editing.rejected(folder, "point")) == (True, [])


def test_an_event_comes_back_without_the_person_that_was_rejected_since(folder: Path) -> None:
    editing.reject(folder, "event", "kennington")
    editing.reject(folder, "person", "oconnor")
    editing.put_back(folder, "event", "kennington")
    assert load_pack(folder).events["kennington"].who == ()


def test_rejecting_an_event_leaves_no_point_that_leads_to_it(folder: Path) -> None:
    editing.reject(folder, "event", "petition-of-1842")
    assert load_pack(folder).points["petition"].events == ()


def test_merging_points_loses_no_passage_and_no_words(folder: Path) -> None:
    editing.examples(folder, "leaders", made=["He split it."], touched=["O'Connor led."], near=[])
    editing.merge(folder, "point", "petition", "leaders")
    pack = load_pack(folder)
    point = pack.points["petition"]
    assert list(pack.points) == ["petition", "harvests"]
    assert [passage.source for passage in pack.passages["petition"].passages] == ["one", "two", "one"]
    assert "O'Connor divided the movement." in point.paraphrases and len(point.sources) == 3
    assert pack.banks["petition"].touched == ("O'Connor led.",)


def test_merging_people_moves_what_pointed_to_them(folder: Path) -> None:
    editing.merge(folder, "person", "connor", "oconnor")
    pack = load_pack(folder)
    assert pack.people["connor"].also == ("Feargus O'Connor",)
    assert {event.who for event in pack.events.values()} == {("connor",)}


def test_merging_events_moves_the_points(folder: Path) -> None:
    editing.merge(folder, "event", "kennington", "petition-of-1842")
    pack = load_pack(folder)
    assert [served.event for served in pack.points["petition"].events] == ["kennington"]
    assert "Petition of 1842" in pack.events["kennington"].also


def test_a_split_point_takes_its_passages_and_settles_the_conflict(folder: Path) -> None:
    new = editing.split(folder, "petition", [1])
    pack = load_pack(folder)
    assert pack.points[new].statement == "The petition won over the northern towns."
    assert [citation.source for citation in pack.points["petition"].sources] == ["one"]
    assert (pack.passages["petition"].conflict, pack.passages[new].passages[0].against) == ("", False)


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        pytest.param(lambda f: editing.edit(f, "event", "kennington", {"when": "10 April"}), "10 April", id="no-date"),
        pytest.param(lambda f: editing.edit(f, "point", "leaders", {"label": "x" * 60}), "48 characters", id="too-long"),
        pytest.param(lambda f: editing.edit(f, "point", "leaders", {"statement": ""}), "missing", id="empty"),
        pytest.param(lambda f: editing.edit(f, "event", "kennington", {"who": ["nobody"]}), "nobody", id="no-such-person"),
        pytest.param(lambda f: editing.split(f, "leaders", [0]), "leave at least one", id="all-taken"),
        pytest.param(lambda f: editing.merge(f, "point", "leaders", "leaders"), "itself", id="with-itself"),
        pytest.param(lambda f: editing.reject(f, "point", "gone"), "no longer in this pack", id="gone"),
        pytest.param(lambda f: editing.put_back(f, "point", "gone"), "not among", id="never-rejected"),
        pytest.param(lambda f: editing.add(f, "point", "  "), "Write what", id="nothing-written"),
    ],
)  # fmt: skip
def test_what_leaves_no_pack_is_refused_in_words_and_changes_nothing(
    operation: Callable[[Path], object], said: str, folder: Path
) -> None:
    with pytest.raises(EditFault) as fault:
        operation(folder)
    assert said in fault.value.faults[0]
    assert ".yaml" not in fault.value.faults[0]
    assert texts(folder) == FILES
    assert history.steps(folder) == []


def test_steps_are_taken_back_in_order(folder: Path) -> None:
    editing.edit(folder, "point", "leaders", {"importance": "strong"})
    editing.reject(folder, "point", "petition")
    editing.add(folder, "person", "Lovett")
    assert [step.split(":")[0] for step in history.steps(folder)] == ["added", "rejected", "O'Connor (importance)"]
    assert [history.undo(folder).split(":")[0] for _ in range(2)] == ["added", "rejected"]
    assert "petition" in load_pack(folder).points
    assert load_pack(folder).points["leaders"].importance == "strong"


def test_a_pack_can_be_emptied_and_filled_again(folder: Path) -> None:
    for name in ("petition", "leaders", "harvests"):
        editing.reject(folder, "point", name)
    assert load_pack(folder).points == {}
    new = editing.add(folder, "point", "The state was strong.")
    assert list(load_pack(folder).points) == [new]
    assert (folder / "points.yaml").read_text("utf-8").startswith("# The arguments.\n")


def test_the_way_back_goes_into_no_zip(folder: Path, tmp_path: Path) -> None:
    history.keep_trial(folder, "A pupil's essay.")
    editing.accept(folder, "point", "leaders")
    pack_zip(folder, tmp_path / "a.zip")
    assert load_pack(tmp_path / "a.zip").sha == load_pack(folder).sha
    assert b".history" not in (tmp_path / "a.zip").read_bytes()
    assert history.kept_trial(folder) == "A pupil's essay."
