"""The gradebook: what a teacher has chosen to keep. `open_gradebook()` is the door; SQLAlchemy and Alembic stay behind it.

Start from `store` (keeping and reading), then `forget` (deleting for good), `opening`.
"""

from __future__ import annotations

from rubric.gradebook.opening import GradebookError, open_gradebook
from rubric.gradebook.store import Gradebook

__all__ = ["Gradebook", "GradebookError", "open_gradebook"]
