"""A small pack by hand, with comments a person has left in it, and documents of our own to draft another from."""

from __future__ import annotations

from pathlib import Path

PACK = """# What the department agreed on in May.
id: chartism
title: Chartism, 1838-48
version: "0.1.0"
question: Why did the Chartist movement fail in the years 1838-48?
focus: [chartist*]  # the stem is enough
period: "1838/1848"
facts: []
schemes: [aqa-7042]
status: draft
authors: [not stated]
licence: 'not stated: say who may use it'
expect: {points: 3, events: 2}
checked: {points: 0, events: 0, people: 0, places: 0}
"""
POINTS = """# The arguments.

- id: petition
  label: The petition of 1842
  phase: '1842'
  kind: counter
  importance: strong
  statement: The petition of 1842 failed because Parliament feared the crowd.  # reworded by JS
  question: What became of the petition?
  events:
  - event: petition-of-1842
  sources:
  - from: one
    where: para. 2
  - from: two
    where: bullet 2
  confidence: low
# From the second lesson:
- id: leaders
  label: O'Connor
  phase: overview
  kind: cause
  importance: core
  statement: O'Connor divided the movement.
  question: How far was O'Connor to blame?
  paraphrases:
  - O'Connor split the Chartists.  # good
  - His quarrels broke the movement up.
  sources:
  - from: one
    where: para. 3
  confidence: low

# Last lesson:
- id: harvests
  label: Bread
  phase: overview
  kind: cause
  importance: strong
  statement: Better harvests took the hunger out of the movement.
  question: What did cheaper bread do?
  sources:
  - from: two
    where: bullet 1
  confidence: low
"""
EVENTS = """- id: petition-of-1842
  name: Petition of 1842
  happened: the second petition was refused
  when: "1842-05-02"  # the day of the vote
  tier: supporting
  who:
  - oconnor
  confidence: low
  source:
    from: one
    where: para. 2
- id: kennington
  name: Kennington Common meeting
  also: [Kennington meeting]
  happened: the Chartists met on Kennington Common
  when: "1848-04-10"
  tier: supporting
  who: [oconnor]
  confidence: low
  source: {from: two, where: para. 3}
"""
PEOPLE = """- id: oconnor
  name: Feargus O'Connor
  source: {from: one, where: para. 3}
- id: connor
  name: O'Conor
  source: {from: two, where: bullet 2}
"""
SOURCES = """- {id: one, title: The Chartist Movement, kind: article, trust: medium, file: sources/one.txt}
- {id: two, title: Study notes, kind: study-notes, trust: low, file: sources/two.txt}
"""
PASSAGES = """- id: petition
  of: point
  conflict: Study notes seems to say otherwise
  passages:
  - {from: one, where: para. 2, text: The petition of 1842 failed because Parliament feared the crowd.}
  - {from: two, where: bullet 2, text: The petition won over the northern towns., against: true}
  checked: false
- id: leaders
  of: point
  passages:
  - {from: one, where: para. 3, text: O'Connor divided the movement.}
  checked: false
- id: harvests
  of: point
  passages:
  - {from: two, where: bullet 1, text: Better harvests took the hunger out of it.}
  checked: false
"""
FILES = {
    "pack.yaml": PACK,
    "points.yaml": POINTS,
    "events.yaml": EVENTS,
    "people.yaml": PEOPLE,
    "sources.yaml": SOURCES,
    "passages-points.yaml": PASSAGES,
}


def write_pack_folder(place: Path) -> Path:
    """The small pack in a folder called chartism."""
    folder = place / "chartism"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    """The YAML files of a folder by name."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml"))}
