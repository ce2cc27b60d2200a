"""What the gradebook says when it cannot be opened, read or written: one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

NOT_USED = "The gradebook {place} could not be used ({reason}); close it elsewhere, or make room on the disk."


class GradebookError(Exception):
    """A gradebook that cannot be opened or used: one sentence saying why and what to do."""


@contextmanager
def one_sentence(engine: Engine) -> Iterator[None]:
    """A database that is locked, full, read-only or gone raises GradebookError."""
    try:
        yield
    except OperationalError as fault:
        raise GradebookError(NOT_USED.format(place=engine.url.database, reason=first_line(fault))) from None


def first_line(fault: BaseException) -> str:
    """The first line of a fault, without the library's links."""
    return str(getattr(fault, "orig", None) or fault).splitlines()[0].rstrip(".")
