"""Findings in words: every sentence that a reader sees is made here from `data/wording.yaml`.

In: slips, notices, counts.  Out: one sentence each. Codes stand in Python, words in YAML, so that a teacher can edit them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reference.loading import source_title
from reference.pack import Citation, Pack
from reference.spans import when_phrase
from rubric.data import data
from rubric.marking import SourcePlace
from rubric.slips.claims import Finding


def say(*path: str | int, **names: Any) -> str:
    """The wording at a path of `wording.yaml`, its {names} filled in."""
    entry = data("wording")
    for step in path:
        entry = entry[step]
    return str(entry).format(**names)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def years(run: Sequence[int]) -> str:
    """A run of years, by its first and last, as printed: 1957–59."""
    return f"{run[0]}–{run[1] % 100:02d}"


def slip_words(finding: Finding) -> tuple[str, str]:
    """The heading and the message of a finding's slip: what the student gives, and what is right."""
    slip = finding.slip
    assert slip is not None
    group = {"error": "slips", "check": "checks", "spelling": "spelling"}[slip.severity]
    kind = "outdated" if slip.why and group == "checks" else slip.kind
    if kind not in data("wording")[group]:
        kind = "other"
    names = {"said": finding.text, "right": slip.right, "Right": capital(slip.right), "Happened": capital(slip.what)}
    names["when"] = when_phrase(slip.accepted) if slip.kind in ("day", "month", "year", "decade") else ""
    return say(group, kind, "heading"), say(group, kind, "says", **names)


def source_place(pack: Pack, citation: Citation) -> SourcePlace:
    """A citation as the marking gives it, with the source's printed title."""
    return SourcePlace(
        source=citation.source,
        where=citation.where,
        title=capital(source_title(pack, citation.source)),
        checked=citation.checked,
    )


def printed(place: SourcePlace) -> str:
    """A source and place on one line, as printed beneath a correction."""
    if not place.checked:
        return say("source", "unchecked")
    return (
        say("source", "printed", title=place.title, where=place.where)
        if place.where
        else say("source", "bare", title=place.title)
    )
