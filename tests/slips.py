"""What the tables of slips stand on: a text read as an essay, and the slips that are flagged in it."""

from __future__ import annotations

from reference import Pack
from reference.reading.lexicon import lexicon
from rubric.essay import read_essay
from rubric.pipeline import read_facts
from rubric.slips.claims import Finding


def findings(text: str, pack: Pack) -> list[Finding]:
    """Every finding on the facts of a text, in reading order."""
    known = lexicon(pack)
    return read_facts(read_essay(text, known), pack, known)


def marked(text: str, pack: Pack) -> list[tuple[str, str]]:
    """The words flagged in a text, and what is said to be right; spellings are no flags."""
    return [(found.text, found.slip.right) for found in findings(text, pack) if found.slip and found.verdict == "disagrees"]


def graded(text: str, pack: Pack) -> list[tuple[str, str]]:
    """The words flagged in a text, spellings too, and how severe each flag is."""
    return [(found.text, found.slip.severity) for found in findings(text, pack) if found.slip]


def agreed(text: str, pack: Pack) -> list[tuple[str, str | None]]:
    """The words of a text that agree with a fact, and which fact it is."""
    return [(found.text, found.fact) for found in findings(text, pack) if found.verdict == "agrees" and found.slip is None]
