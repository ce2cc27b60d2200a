"""Open the gradebook: find it, bring its tables up to date, hand it over.

A SQLite file in the person's own folder by default; MARGINALIA_DATABASE_URL names another database. What cannot be opened, and
what cannot be read or written later, raises GradebookError, one sentence. SQLite is set so that what is deleted is wiped
(secure_delete), that nothing is left beside the file (no write-ahead log), and that a change is on the disk before it counts.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError

from rubric.gradebook.store import Gradebook

FILE = Path(".marginalia") / "gradebook.db"
VARIABLE = "MARGINALIA_DATABASE_URL"
SETTINGS = ("secure_delete = ON", "journal_mode = DELETE", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY")
NOT_OPENED = "The gradebook {place} cannot be opened ({reason}); close it elsewhere, or name another."
LATER = "The gradebook {place} was made by a later version of Marginalia; install that version."
NOT_WRITTEN = (
    "The gradebook {place} cannot be read or written ({reason}); close it elsewhere, or make room on the disk, and try again."
)
BAD_URL = (
    "MARGINALIA_DATABASE_URL cannot be used ({reason}); write it as sqlite:///FILE, or as postgresql+psycopg://HOST/NAME "
    "after `pip install psycopg[binary]`."
)
MIGRATING = Lock()


class GradebookError(Exception):
    """A gradebook that cannot be opened, read or written: one sentence saying why and what to do."""


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def open_gradebook(
    url: str | None = None,
    *,
    clock: Callable[[], datetime] = now,
    new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    environment: Mapping[str, str] = os.environ,
) -> Gradebook:
    """The gradebook at a database URL, else where the environment says, else in the home folder. Raises GradebookError."""
    if not (url or environment.get(VARIABLE)):
        _make_ready(home_file())
    url = url or address(environment)
    try:
        engine = create_engine(url)
    except (ArgumentError, NoSuchModuleError, ImportError) as fault:
        raise GradebookError(BAD_URL.format(reason=_line(fault))) from None
    if engine.dialect.name == "sqlite":
        _set_up(engine)
    try:
        with engine.begin() as connection:
            _migrate(connection)
    except CommandError:
        engine.dispose()
        raise GradebookError(LATER.format(place=engine.url.database)) from None
    except (SQLAlchemyError, OSError) as fault:
        engine.dispose()
        raise GradebookError(NOT_OPENED.format(place=engine.url.database, reason=_line(fault))) from None
    _say_what_fails(engine)
    return Gradebook(engine, clock, new_id)


def home_file() -> Path:
    """Where the gradebook stands if nothing else is said."""
    return Path.home() / FILE


def address(environment: Mapping[str, str] = os.environ) -> str:
    """The database URL of the gradebook: the environment's, else of the file in the home folder."""
    return environment.get(VARIABLE) or f"sqlite:///{home_file()}"


def _make_ready(place: Path) -> None:
    """Make the file with its folder, both the person's own alone. Raises GradebookError."""
    try:
        place.parent.mkdir(mode=0o700, exist_ok=True)
        place.touch(mode=0o600)
    except OSError as fault:
        raise GradebookError(NOT_OPENED.format(place=place, reason=fault.strerror)) from None


def _set_up(engine: Engine) -> None:
    """SQLite's settings on every connection; transactions begin when they are told to, tables included."""

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: object) -> None:
        connection.isolation_level = None
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        reads = connection.get_execution_options().get("reads", False)  # who only reads need not wait for who writes
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _say_what_fails(engine: Engine) -> None:
    """A database that is locked, full or gone while it is used raises GradebookError too."""

    @event.listens_for(engine, "handle_error")
    def _failed(context: ExceptionContext) -> None:
        if isinstance(context.sqlalchemy_exception, OperationalError):
            said = NOT_WRITTEN.format(place=engine.url.database, reason=_line(context.sqlalchemy_exception))
            raise GradebookError(said) from None


def _migrate(connection: Connection) -> None:
    """Bring the tables up to date. Alembic keeps the migration under way in its module, so one thread at a time."""
    config = Config()
    config.set_main_option("script_location", "rubric.gradebook:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    with MIGRATING:
        command.upgrade(config, "head")


def _line(fault: BaseException) -> str:
    """The first line of a fault, without the library's links."""
    return str(getattr(fault, "orig", None) or fault).splitlines()[0].rstrip(".")
