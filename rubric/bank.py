"""The bank of comments: short ones to be used again, in the gradebook, or in the session until something is saved.

In: a Gradebook, or none yet.  Out: a bank that is read, added to, reworded and retired in the same way.
A bank begins with the ten comments of `data/comments.yaml`; what was changed in the session goes along into a new gradebook.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Protocol

from rubric.data import data
from rubric.gradebook import Gradebook


class Bank(Protocol):
    """What both banks can do; the Gradebook does it on disk."""

    def bank(self) -> dict[str, str]:
        """The comments in use, oldest first, by id."""

    def add_to_bank(self, text: str) -> str:
        """Keep a comment; its id."""

    def edit_bank(self, comment: str, text: str | None) -> None:
        """Reword a comment, or retire it (None)."""


class SessionBank:
    """A bank that lasts as long as the session."""

    def __init__(self, new_id: Callable[[], str] = lambda: uuid.uuid4().hex) -> None:
        self._new_id = new_id
        self._comments: dict[str, str] = {new_id(): text for text in data("comments")["starters"]}

    def bank(self) -> dict[str, str]:
        """The comments in use, oldest first, by id."""
        return dict(self._comments)

    def add_to_bank(self, text: str) -> str:
        """Keep a comment; its id."""
        made = self._new_id()
        self._comments[made] = text
        return made

    def edit_bank(self, comment: str, text: str | None) -> None:
        """Reword a comment, or retire it (None)."""
        if text is None:
            self._comments.pop(comment, None)
        else:
            self._comments[comment] = text


def bank_of(book: Gradebook | None, own: SessionBank) -> Bank:
    """The gradebook's bank where there is one, begun with the session's. Raises GradebookError."""
    if book is None:
        return own
    if book.bank_is_new():
        for text in own.bank().values():
            book.add_to_bank(text)
    return book
