"""The values of a draft: documents as read, passages with their places, and what is proposed from them.

A proposal keeps every passage it stands on; where two documents disagree, both are there and `conflict` says how.
Does not hold anything that a person decided: the pack's files do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reference.drafting.pages import Block
from reference.pack import Source
from reference.reading.parser import Sentence


@dataclass(frozen=True, slots=True)
class Read:
    """A document as read: its text, blocks, the parse of those that are text, and what its own tags set aside."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[tuple[Block, tuple[Sentence, ...]], ...]
    asides: tuple[str, ...] = ()

    @property
    def set_aside(self) -> list[tuple[str, str]]:
        """The lines set aside, each with the reason."""
        told = [(block.text, block.why) for block in self.blocks if block.kind == "set_aside"]
        return [*told, *((line, "navigation, footer or running head") for line in self.asides)]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document and where they stand. `against` marks one that disagrees with the others."""

    source: str
    where: str
    text: str
    against: bool = False


@dataclass(frozen=True, slots=True)
class DraftPoint:
    """A candidate argument: a statement as a document gives it, the passages that support it, and how sure the draft is."""

    id: str
    label: str
    phase: str
    kind: Literal["change", "continuity", "cause", "turning-point", "counter", "judgement"]
    importance: Literal["core", "strong"]
    statement: str
    question: str
    passages: tuple[Passage, ...]
    score: float
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A number and what it counts."""

    what: str
    value: float
    low: float
    high: float
    text: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """Something dated. `others` are dates that other passages give, never resolved here."""

    id: str
    name: str
    also: tuple[str, ...]
    happened: str
    when: str
    others: tuple[str, ...]
    in_period: bool
    who: tuple[str, ...]
    figures: tuple[DraftFigure, ...]
    passages: tuple[Passage, ...]
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class DraftName:
    """A person or a place with its other names, roles as the documents give them, and where it is named."""

    id: str
    name: str
    also: tuple[str, ...]
    roles: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """All that is proposed for one question."""

    question: str
    period: str
    documents: tuple[Read, ...]
    points: tuple[DraftPoint, ...]
    events: tuple[DraftEvent, ...]
    people: tuple[DraftName, ...]
    places: tuple[DraftName, ...]
