"""Packs from files: a good one loads, and a bad one says file, line and mend for every fault it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from reference import Pack, PackError, load_pack
from reference.loading import source_title
from reference.shelves import installed_packs

LINK = "is not in the pack; add it or correct the id"
UNKNOWN = "is not known here; remove it or check its spelling"
TWICE = "stands twice in one entry; keep one"
QUOTE = "must be text; put it in quotes"
CAN = "can be read"
EXAMPLES = "a core event needs at least one slip and one fine example"
FINE = '    fine:\n      - "The Wall went up in 1961."\n'
POINTS = """
relations-cyclical rivalry-constant-beneath geneva-thaw-1955 geneva-no-substance two-blocs-formalised-1955
peaceful-coexistence destalinisation-double-edged hungary-limits-of-thaw spheres-of-influence-accepted
rivalry-spreads-third-world sputnik-and-arms-race space-race-prestige missile-bluff-and-us-superiority
berlin-ultimatum-1958 refugee-crisis-drives-berlin second-thaw-1959 direct-contact-grows arms-control-beginnings
u2-turning-point-1960 khrushchev-domestic-pressure china-pressure leaders-personalities mutual-misperception
us-actions-raised-tension bay-of-pigs-consequences vienna-1961 berlin-wall-double-effect khrushchev-failed-in-berlin
militarised-autumn-1961 cuba-missiles-motives cuban-crisis-lowest-point cuban-compromise
crisis-turning-point-to-detente limits-of-change-after-cuba nuclear-fear-brake balance-of-winners turning-points-weighed
"""

# A whole pack, as small as can be. Each fault below is one change to one of these files.
FILES = {
    "pack.yaml": """\
id: small
title: A small pack
version: "1.0.0"
question: Why was the border closed?
period: "1955/1962"
facts: []
schemes: [aqa-7042]
status: draft
authors: [Marginalia]
licence: MIT
expect: {points: 1, events: 2}
""",
    "events.yaml": """\
- id: wall
  name: Berlin Wall
  happened: the border was closed
  when: "1961-08-13"
  tier: core
  by: [ulbricht]
  at: [berlin]
  confidence: high
  source: {from: book, where: "p. 1"}
  examples:
    slip:
      - {text: "The Wall went up in <<1962>>.", says: "1961"}
    fine:
      - "The Wall went up in 1961."

- id: vienna
  name: Vienna summit
  happened: they met
  when: "1961-06-03/1961-06-04"
  tier: context
  confidence: high
  source: {from: book}
""",
    "people.yaml": """\
- id: ulbricht
  name: Walter Ulbricht
  state: germany
  offices:
    - {office: leader, when: "1950/1971"}
  source: {from: book}
""",
    "offices.yaml": "- {id: leader, name: leader, titles: [leader], state: germany}\n",
    "places.yaml": """\
- {id: germany, name: Germany, kind: state}
- {id: berlin, name: Berlin, kind: city, within: germany}
""",
    "sources.yaml": """\
- {id: book, title: A book, kind: reference, trust: high}
- {id: general-knowledge, title: General knowledge, kind: knowledge, trust: medium}
""",
    "points.yaml": """\
- id: refugees
  label: The refugees
  phase: crisis
  kind: cause
  importance: core
  statement: They left, so the border was closed.
  question: Who left?
  events:
    - {event: wall}
    - {event: vienna}
  sources:
    - {from: book}
  mistakes: []
  confidence: high
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "small"
    there.mkdir()
    [(there / name).write_text(text, encoding="utf-8") for name, text in FILES.items()]
    return there


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = FILES[name]
    assert text.count(old) >= 1
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    return caught.value.faults


def test_a_good_pack_loads(folder):
    pack = load_pack(folder)
    assert isinstance(pack, Pack)
    assert (pack.about.id, list(pack.events), list(pack.points)) == ("small", ["wall", "vienna"], ["refugees"])
    assert pack.events["wall"].source.where == "p. 1"


# What one entry says. `fault` is what follows "small/<file>:".
@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        pytest.param(
            "places.yaml",
            "kind: city, within",
            "kind: town, within",
            "2: berlin: 'kind' is 'town'; it must be 'state', 'region', 'city' or 'site'",
            id="wrong-literal",
        ),
        pytest.param("places.yaml", "kind: city,", "kind: city, in: de,", f"2: berlin: the key 'in' {UNKNOWN}", id="no-key"),
        pytest.param("places.yaml", "kind: city,", "kind: city, kind: city,", f"2: the key 'kind' {TWICE}", id="key-twice"),
        pytest.param("sources.yaml", ", trust: high", "", "1: book: the key 'trust' is missing; add it", id="missing-key"),
        pytest.param(
            "people.yaml",
            '"1950/1971"',
            '"until 1971"',
            "5: ulbricht: 'offices.when': 'until 1971' is not an EDTF date such as 1961-08-13, 1961-08, 1961 or 196X",
            id="date-in-english",
        ),
        pytest.param(
            "pack.yaml", '"1955/1962"', '"1962/1955"', "5: small: 'period': '1962/1955' ends before it begins", id="backwards"
        ),
        pytest.param(
            "pack.yaml",
            "id: small",
            "id: Small Pack",
            "1: Small Pack: 'id' is 'Small Pack'; ids are lower case words joined by hyphens",
            id="id-with-a-space",
        ),
        pytest.param("pack.yaml", "A small pack", "[A, pack]", f"2: small: 'title' {QUOTE}", id="list-for-text"),
        pytest.param("pack.yaml", '"1.0.0"', "1.0", f"3: small: 'version' {QUOTE}", id="number-for-text"),
        pytest.param(
            "events.yaml",
            '"1961-08-13"',
            "1961-08-13",
            "4: 'when' is a bare date. Put it in quotes: when: \"1961-08-13\"",
            id="bare-date",
        ),
        pytest.param("points.yaml", "label: The", "label: The:", "2: this is not valid YAML (", id="bad-yaml"),
    ],
)
def test_a_fault_of_shape(folder, name, old, new, fault):
    change(folder, name, old, new)
    assert any(said.startswith(f"small/{name}:{fault}") for said in faults(folder))


# What an entry says of other entries: one change to a good pack, one fault.
@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        pytest.param("events.yaml", "{from: book}", "{from: no}", f"16: vienna: the source 'no' {LINK}", id="event-source"),
        pytest.param("events.yaml", "[ulbricht]", "[mao]", f"1: wall: the person 'mao' {LINK}", id="event-person"),
        pytest.param("events.yaml", "[berlin]", "[bonn]", f"1: wall: the place 'bonn' {LINK}", id="event-place"),
        pytest.param("people.yaml", "leader", "king", f"1: ulbricht: the office 'king' {LINK}", id="person-office"),
        pytest.param("people.yaml", "germany", "spain", f"1: ulbricht: the place 'spain' {LINK}", id="person-state"),
        pytest.param("people.yaml", "{from: book}", "{from: no}", f"1: ulbricht: the source 'no' {LINK}", id="person-source"),
        pytest.param("offices.yaml", "germany", "spain", f"1: leader: the place 'spain' {LINK}", id="office-state"),
        pytest.param(
            "places.yaml", "within: germany", "within: spain", f"2: berlin: the place 'spain' {LINK}", id="place-within"
        ),
        pytest.param("points.yaml", "vienna", "bonn", f"1: refugees: the event 'bonn' {LINK}", id="point-event"),
        pytest.param("points.yaml", "{from: book}", "{from: no}", f"1: refugees: the source 'no' {LINK}", id="point-source"),
        pytest.param("points.yaml", "[]", "[none]", f"1: refugees: the mistake 'none' {LINK}", id="point-mistake"),
        pytest.param("events.yaml", "tier: context", "tier: core", f"16: vienna: {EXAMPLES}", id="core-without-examples"),
        pytest.param("events.yaml", FINE, "", f"1: wall: {EXAMPLES}", id="core-with-slips-only"),
        pytest.param(
            "events.yaml",
            "- id: vienna",
            "- id: wall",
            "16: the id 'wall' is already used at small/events.yaml:1; give this entry another id",
            id="duplicate-id",
        ),
        pytest.param("pack.yaml", "events: 2", "events: 3", f"1: 'expect' says 3 events, but 2 {CAN}", id="count-of-events"),
        pytest.param("pack.yaml", "points: 1", "points: 37", f"1: 'expect' says 37 points, but 1 {CAN}", id="count-of-points"),
        pytest.param("pack.yaml", "[]", "[tudors]", "1: there are no facts called 'tudors'", id="no-such-facts"),
    ],
)
def test_a_fault_of_links(folder, name, old, new, fault):
    change(folder, name, old, new)
    assert f"small/{name}:{fault}" in faults(folder)


def test_not_utf8(folder):
    (folder / "points.yaml").write_bytes(FILES["points.yaml"].replace("crisis", "détente").encode("cp1252"))
    assert faults(folder)[0] == "small/points.yaml:1: the file cannot be read as UTF-8 text; save it again as UTF-8"


def test_a_byte_order_mark_is_no_fault(folder):
    (folder / "points.yaml").write_text(FILES["points.yaml"], encoding="utf-8-sig")
    assert list(load_pack(folder).points) == ["refugees"]


def test_missing_pack_yaml(folder):
    (folder / "pack.yaml").unlink()
    assert faults(folder) == ["small/pack.yaml:1: the file is missing; a pack needs it"]


def test_empty_pack_yaml(folder):
    (folder / "pack.yaml").write_text("")
    assert faults(folder)[0].startswith("small/pack.yaml:1: ")


def test_a_file_that_is_no_list(folder):
    (folder / "points.yaml").write_text("refugees: they left\n")
    assert "small/points.yaml:1: the file must be a list, each entry beginning '- id: ...'" in faults(folder)


def test_a_file_of_no_known_name(folder):
    (folder / "notes.yaml").write_text("- {id: a}\n")
    assert faults(folder)[0].startswith("small/notes.yaml:1: files here are called events.yaml, tellings.yaml, people.yaml,")


def test_an_id_used_in_two_files_names_both(folder):
    (folder / "places-more.yaml").write_text("- {id: bonn, name: Bonn, kind: city}\n- {id: berlin, name: Berlin, kind: city}\n")
    assert faults(folder) == [
        "small/places.yaml:2: the id 'berlin' is already used at small/places-more.yaml:2; give this entry another id"
    ]


def test_a_cue_without_an_act_is_a_fault_of_its_line(folder):
    change(folder, "events.yaml", "tier: core", "tier: core\n  cues:\n    - '-reopen'")
    assert faults(folder)[0].startswith("small/events.yaml:7: wall: ")


def test_every_fault_is_listed_not_only_the_first(folder):
    change(folder, "events.yaml", "[ulbricht]", "[ulbrict, hoenecker]")
    change(folder, "places.yaml", "kind: city,", "kind: town, river: spree,")
    change(folder, "points.yaml", "importance: core", "importance: vital")
    change(folder, "sources.yaml", "trust: high", "trust: full")
    found = "\n".join(faults(folder))
    expected = ["'ulbrict'", "'hoenecker'", "places.yaml:2: berlin: 'kind'", "'river'", "points.yaml:5", "sources.yaml:1"]
    assert [part for part in expected if part not in found] == []


@pytest.mark.parametrize("name", ["usa-ussr", "no/such/folder", "usa-ussr-1955-62.yaml"])
def test_a_pack_that_is_not_there_names_those_that_are(name):
    with pytest.raises(PackError, match=r"name one of .*usa-ussr-1955-62.*, or a folder or \.zip that holds pack\.yaml"):
        load_pack(name)


def test_sha_names_the_exact_files(folder):
    first = load_pack(folder)
    assert load_pack(str(folder)) == first
    change(folder, "points.yaml", "They left", "They fled")
    assert load_pack(folder) != first


def test_a_source_as_it_is_printed(folder):
    sources = "- {id: book, title: A book, author: A. Writer, kind: reference, trust: high}\n"
    (folder / "sources.yaml").write_text(sources + FILES["sources.yaml"].splitlines()[1] + "\n")
    pack = load_pack(folder)
    assert source_title(pack, "book") == "A. Writer, A book"
    assert source_title(pack, "general-knowledge") == "general knowledge, not yet checked against a document"


def test_the_installed_pack_is_found_by_id_and_by_folder(pack):
    assert load_pack(installed_packs()["usa-ussr-1955-62"]) == pack


def test_the_points_of_the_first_pack(pack):
    assert list(pack.points) == POINTS.split()
