"""A crash at any moment leaves a readable gradebook with every override that was saved."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from rubric.gradebook import open_gradebook
from rubric.overrides import put_comment
from tests.desk import PACK, book_at, marking

WRITER = """
import sys
from pathlib import Path
from rubric.gradebook import open_gradebook
from rubric.overrides import put_comment
book = open_gradebook(f"sqlite:///{sys.argv[1]}")
draft = book.drafts()[0]
for number in range(100_000):
    print(book.override(draft.id, put_comment(f"c{number}", "x" * 500)).id, flush=True)
"""
OPENER = """
import sys
from rubric.gradebook import open_gradebook
print("open", flush=True)
open_gradebook(f"sqlite:///{sys.argv[1]}")
"""


def sound(place: Path) -> bool:
    with sqlite3.connect(place) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


@pytest.mark.parametrize("after", [1, 7, 40])
def test_killed_while_saving(after: int, tmp_path: Path) -> None:
    place = tmp_path / "book.db"
    book = book_at(place)
    draft = book.save(book.add_assignment("Mock", **PACK).id, book.add_student("A").id, marking())
    book.close()
    with subprocess.Popen([sys.executable, "-c", WRITER, str(place)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline().strip() for _ in range(after)]
        writer.send_signal(signal.SIGKILL)
        said += [line.strip() for line in writer.stdout if line.endswith("\n")]
    assert len(said) >= after
    book = open_gradebook(f"sqlite:///{place}")
    found = [override.id for override in book.overrides(draft=draft.id)]
    assert found[: len(said)] == said  # perhaps one more, saved and not yet told
    assert len(found) <= len(said) + 1
    assert sound(place)
    book.override(draft.id, put_comment("after", "still works"))


def test_killed_while_it_is_made(tmp_path: Path) -> None:
    place = tmp_path / "book.db"
    with subprocess.Popen([sys.executable, "-c", OPENER, str(place)], stdout=subprocess.PIPE, text=True) as opener:
        assert opener.stdout is not None
        opener.stdout.readline()
        opener.send_signal(signal.SIGKILL)
    book = open_gradebook(f"sqlite:///{place}")
    assert (book.assignments(), sound(place)) == ([], True)


def test_half_made_tables_are_never_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables come in one transaction: where the last step fails, none of them is there."""
    place = tmp_path / "book.db"
    from alembic import op

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(op, "execute", fails)
        with pytest.raises(RuntimeError, match="the power went"):
            open_gradebook(f"sqlite:///{place}")
    with sqlite3.connect(place) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert open_gradebook(f"sqlite:///{place}").assignments() == []
