"""How an essay is marked: `mark(text, pack, scheme)` returns a Marking, and is the only door."""

from __future__ import annotations

from reference.pack import Pack
from rubric.marking import Marking
from rubric.memory import Memory

__all__ = ["Marking", "Memory", "mark"]


def mark(
    text: str,
    pack: Pack,
    scheme: str | None = None,
    *,
    name: str = "essay",
    facts_only: bool = False,
    memory: Memory | None = None,
) -> Marking:
    """Mark one essay against a pack.

    `scheme` is a mark scheme's id, the pack's first if None. `facts_only` leaves out points and level and needs no
    embedding model. `memory` is kept by whoever marks drafts of one essay: what has not changed is not read again. The same
    text gives the same bytes. Raises ValueError for a text that is empty or a scheme that does not exist, ParserError or
    EncoderError where a model is missing.
    """
    from rubric.level import schemes
    from rubric.pipeline import mark_text

    chosen = scheme or pack.about.schemes[0]
    if chosen not in schemes():
        raise ValueError(f"There is no mark scheme '{chosen}': name one of {', '.join(schemes())}.")
    if not text.strip():
        raise ValueError("The text is empty: paste or upload an essay first.")
    return mark_text(text, pack, chosen, name=name, facts_only=facts_only, memory=memory)
