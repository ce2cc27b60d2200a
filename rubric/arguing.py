"""Whether a sentence argues: gives a reason, a consequence or a judgement, by its words (`data/arguing.yaml`)."""

from __future__ import annotations

from functools import cache

from reference.reading.lexicon import name_words
from rubric.data import data
from rubric.essay import Read


def argues(read: Read) -> bool:
    """True where a sentence has a word of reasoning."""
    return any(f" {marker} " in read.line for marker in _markers())


@cache
def _markers() -> tuple[str, ...]:
    return tuple(" ".join(name_words(marker)) for group in data("arguing").values() for marker in group)
