"""The gradebook keeps what it is given, in order, with what was before; it opens, migrates, and says why where it cannot."""

from __future__ import annotations

import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy

from rubric.gradebook import Gradebook, GradebookError, open_gradebook
from rubric.gradebook.rows import Draft
from rubric.gradebook.tables import metadata
from rubric.overrides import decide_slip, dismiss_claim, give_level, put_comment, set_point, take_back
from tests.desk import PACK, book_at, marking, point

WALL = "wall.when=1962#1"
ESSAY = marking(points=(point("berlin"), point("cuba", "covered")))


@pytest.fixture
def book(tmp_path: Path) -> Gradebook:
    return book_at(tmp_path / "book.db")


@pytest.fixture
def draft(book: Gradebook) -> Draft:
    mock = book.add_assignment("Mock", **PACK)
    return book.save(mock.id, book.add_student("Zoe Power", class_name="12B").id, ESSAY)


def again(book: Gradebook) -> Gradebook:
    """The same file, opened anew."""
    return open_gradebook(str(book.engine.url))


def test_what_is_kept_is_read_back_by_another(book: Gradebook) -> None:
    mock = book.add_assignment("Mock", taught=["cuba"], level_first=False, **PACK)
    zoe, other = book.add_student("Zoe Power", class_name="12B"), book.add_student("Student 02", pseudonym=True)
    draft = book.save(mock.id, zoe.id, ESSAY)
    reader = again(book)
    assert (reader.assignments(), reader.students(), reader.students("12B")) == ([mock], [zoe, other], [zoe])
    assert (reader.drafts(mock.id), reader.draft(draft.id).text) == ([draft], ESSAY.essay.text)
    assert reader.marking(draft.id) == ESSAY.model_copy(update={"essay": ESSAY.essay.model_copy(update={"name": "Zoe Power"})})


def test_the_same_calls_make_the_same_rows(tmp_path: Path) -> None:
    made = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        book = book_at(tmp_path / folder / "book.db")
        draft = book.save(book.add_assignment("Mock", **PACK).id, book.add_student("A").id, ESSAY)
        made.append((draft, book.override(draft.id, decide_slip(WALL, "dismiss"))))
    assert made[0] == made[1]
    assert made[0][1].at == "2026-11-24T09:03:00+00:00"


def test_an_override_is_kept_with_when_what_was_before_and_by_what(book: Gradebook, draft: Draft) -> None:
    first = book.override(draft.id, set_point("berlin", "partial", "half a line on it"))
    second = book.override(draft.id, set_point("berlin", "covered"))
    assert (first.before, second.before) == ({"status": "missing"}, {"status": "partial"})
    assert (first.pack, first.made_by["pack_sha"]) == ("usa-ussr-1955-62@1.0.0", "f00d")
    assert first.at < second.at
    assert again(book).overrides(draft=draft.id) == [first, second]
    assert book.override(draft.id, give_level(4, seen_range=False)).before == {"low": 2, "high": 3}
    assert book.override(draft.id, decide_slip(WALL, "accept")).before == {"message": "You give 1962.", "should_be": "1961"}


def test_overrides_survive_marking_again_where_the_text_is_the_same(book: Gradebook, draft: Draft) -> None:
    book.override(draft.id, decide_slip(WALL, "dismiss"))
    newer = marking(slips=(WALL, "sputnik.when=1958#1"), pack="1.1.0")
    assert book.save(draft.assignment, draft.student, newer) == draft
    assert [slip.id for slip in book.reviewed(draft.id).marking.slips] == ["sputnik.when=1958#1"]
    assert book.reviewed(draft.id).tool.pack.version == "1.1.0"


def test_another_text_is_another_draft_without_them(book: Gradebook, draft: Draft) -> None:
    book.override(draft.id, decide_slip(WALL, "dismiss"))
    second = book.save(draft.assignment, draft.student, marking("1962 was the year of the Wall, I think."))
    assert (second.number, len(book.drafts(student=draft.student))) == (2, 2)
    assert [slip.id for slip in book.reviewed(second.id).marking.slips] == [WALL]


def test_a_claim_dismissed_for_all_counts_in_every_script_of_that_assignment(book: Gradebook, draft: Draft) -> None:
    other = book.save(draft.assignment, book.add_student("B").id, marking(slips=("wall.when=1962#2",)))
    elsewhere = book.save(book.add_assignment("Second", **PACK).id, draft.student, ESSAY)
    book.override_all(draft.assignment, dismiss_claim(WALL, "our book has 1962"), ESSAY)
    left = [len(book.reviewed(one.id).marking.slips) for one in (draft, other, elsewhere)]
    assert left == [0, 0, 1]
    with pytest.raises(ValueError, match="Only a claim"):
        book.override_all(draft.assignment, set_point("berlin", "covered"), ESSAY)


def test_points_that_were_not_taught_are_not_missing(book: Gradebook, draft: Draft) -> None:
    book.set_taught(draft.assignment, ["cuba"])
    assert [one.id for one in book.reviewed(draft.id).marking.points] == ["cuba"]
    book.set_taught(draft.assignment, None)
    assert [one.id for one in book.reviewed(draft.id).marking.points] == ["berlin", "cuba"]


def test_what_makes_no_sense_is_not_kept(book: Gradebook, draft: Draft) -> None:
    with pytest.raises(ValueError, match="There is no point 'moon'"):
        book.override(draft.id, set_point("moon", "covered"))
    with pytest.raises(KeyError):
        book.override("none", give_level(3, seen_range=False))
    assert book.overrides(draft=draft.id) == []


def test_history_is_only_added_to(book: Gradebook, draft: Draft) -> None:
    book.override(draft.id, decide_slip(WALL, "dismiss"))
    book.override(draft.id, take_back("slip", WALL, "I looked it up"))
    with pytest.raises(sqlalchemy.exc.IntegrityError, match="an override is history"), book.engine.begin() as connection:
        connection.execute(sqlalchemy.text("UPDATE overrides SET note = ''"))
    assert [one.change.note for one in book.overrides(draft=draft.id)] == ["", "I looked it up"]
    assert len(book.reviewed(draft.id).marking.slips) == 1


def test_the_bank_is_edited_and_the_comments_stay(book: Gradebook, draft: Draft) -> None:
    good, why = book.add_to_bank("Good."), book.add_to_bank("Why?")
    book.override(draft.id, put_comment("c", book.bank()[good]))
    book.edit_bank(good, "Well argued.")
    book.edit_bank(why, None)
    assert again(book).bank() == {good: "Well argued."}
    assert [one.text for one in book.reviewed(draft.id).comments] == ["Good."]


def test_the_tables_are_those_that_the_code_knows(book: Gradebook) -> None:
    found = sqlalchemy.inspect(book.engine)
    made = {name: {column["name"] for column in found.get_columns(name)} for name in found.get_table_names()}
    made.pop("alembic_version")
    assert made == {table.name: set(table.columns.keys()) for table in metadata.tables.values()}


def test_the_settings_hold_on_every_connection(book: Gradebook) -> None:
    with book.engine.connect() as one, book.engine.connect().execution_options() as two:
        del two
        asked = ("secure_delete", "journal_mode", "synchronous", "foreign_keys")
        assert [one.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked] == [1, "delete", 2, 1]


def test_it_lives_in_the_home_folder_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    open_gradebook(environment={}).close()
    place = tmp_path / ".marginalia" / "gradebook.db"
    assert [stat.S_IMODE(os.stat(one).st_mode) for one in (place.parent, place)] == [0o700, 0o600]


def test_many_may_open_it_at_once_and_write(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'book.db'}"

    def add(number: int) -> str:
        return open_gradebook(url).add_student(f"Student {number:02}").id

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(add, range(16)))
    assert {student.id for student in open_gradebook(url).students()} == made
    assert len(made) == 16


def spoilt(place: Path) -> None:
    place.write_bytes(b"not a database, but long enough to be told from an empty one" * 20)


def later(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES ('999')")
    connection.close()


def folder(place: Path) -> None:
    place.mkdir()


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        pytest.param(spoilt, "cannot be opened (file is not a database)", id="no-database"),
        pytest.param(later, "was made by a later version", id="later-version"),
        pytest.param(folder, "cannot be opened (unable to open database file)", id="a-folder"),
    ],
)
def test_what_cannot_be_opened_is_one_sentence(damage, says: str, tmp_path: Path) -> None:
    damage(tmp_path / "book.db")
    with pytest.raises(GradebookError) as refused:
        book_at(tmp_path / "book.db")
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("url", ["nonsense", "nosuchdb://x", "postgresql+nosuchdriver://x/y"])
def test_a_bad_database_url_is_one_sentence(url: str) -> None:
    with pytest.raises(GradebookError, match=r"^MARGINALIA_DATABASE_URL cannot be used \(.*\); write it as"):
        open_gradebook(environment={"MARGINALIA_DATABASE_URL": url})


def test_the_environment_names_the_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'named.db'}"
    open_gradebook(environment={"MARGINALIA_DATABASE_URL": url}).close()
    assert (tmp_path / "named.db").is_file()
