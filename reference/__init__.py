"""What is known: documents, facts and packs, and the readers that serve source and essay alike. Never imports rubric."""

from __future__ import annotations

from reference.loading import PackError, load_pack
from reference.pack import Pack

__all__ = ["Pack", "PackError", "load_pack"]
