"""What was worked out for the last draft of an essay, so that in the next one only what changed is read again.

It belongs to one reader's session and is never shared: it holds the essay's paragraphs. After every marking it holds that
draft alone. Parsed paragraphs and sentence vectors are kept, nothing that depends on a pack.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reference.reading.encoder import Encoded
    from reference.reading.parser import Parsed


@dataclass(frozen=True, slots=True)
class Memory:
    """Paragraphs by their text with their parse, and sentences by their text with their vectors."""

    parsed: Parsed = field(default_factory=dict)
    encoded: Encoded = field(default_factory=dict)
