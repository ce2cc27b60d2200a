"""An evening's marking in a real Chromium: a class set in, stopped and gone on with, reviewed, saved, its sheet out.

Twelve scripts here, for each costs about a second; MARGINALIA_CLASS_SIZE=30 has the whole class. Two files are broken. The
server is ended in between: the set, with what was decided, is in the gradebook.
"""

from __future__ import annotations

import csv
import io
import os
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from tests.class_files import BROKEN, class_files
from tests.test_accessibility import browser  # noqa: F401
from tests.test_browser import PATIENCE, chromium, follow, serving, sideways  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.model]

COUNT = int(os.environ.get("MARGINALIA_CLASS_SIZE", "12"))
READ = COUNT - len(BROKEN)
FIRST = "Zoe Power"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """The set as files in a folder."""
    folder = tmp_path / "12B"
    folder.mkdir()
    for name, data in class_files(COUNT):
        (folder / name).write_bytes(data)
    return [str(folder / name) for name, _ in class_files(COUNT)]


def opened(browser: Any, address: str) -> Any:  # noqa: F811
    """The page, asked for by its own address: as it is by a tab that is still open after a restart."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(f"{address}class_set")
    page.get_by_role("button", name="Mark the set").wait_for()
    assert page.locator(".stAppHeader a:visible").filter(has_text="Check facts").count() == 1
    assert not page.locator(".stSidebar").is_visible()
    return page


def marked(page: Any, files: list[str]) -> None:
    """The set given, begun, stopped in the middle, and gone on with to its end."""
    page.get_by_label("Class (optional)").fill("12B")
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_text(f"{len(files)} files chosen.").wait_for()
    page.get_by_role("button", name="Mark the set").click()
    page.get_by_text(f" of {COUNT}, about").wait_for()
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="Go on").wait_for()
    settled(page)
    assert page.get_by_role("button", name=FIRST, exact=True).count() == 1
    page.get_by_role("button", name="Go on").click()
    page.get_by_text(f": {READ} scripts, {len(BROKEN)} not read").wait_for()
    settled(page)


def settled(page: Any) -> None:
    """Wait until the page stands still."""
    page.wait_for_function("() => !document.querySelector('[data-stale=true], [data-testid=stStatusWidget]')")


def downloaded(page: Any, button: str) -> bytes:
    """What a button of Download gives."""
    page.get_by_role("button", name="Download", exact=True).click()
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    page.keyboard.press("Escape")
    return Path(started.value.path()).read_bytes()


def reviewed(page: Any) -> None:
    """One script gone through: a flag dismissed and a level given; then back."""
    page.get_by_role("button", name=f"Review: {FIRST}").click()
    page.get_by_role("heading", name=FIRST).or_(page.get_by_text(FIRST)).first.wait_for()
    page.get_by_role("button", name="Dismiss", exact=False).first.click()
    page.get_by_role("button", name="Level 5").click()
    page.get_by_text("You: Level 5.").wait_for()
    follow(page, "Class set")
    page.get_by_text("Level 5 (teacher)").wait_for()


def test_a_class_set_from_files_to_the_sheet_and_over_a_restart(browser, files, tmp_path):  # noqa: F811
    book = f"sqlite:///{tmp_path / 'book.db'}"
    with serving(MARGINALIA_DATABASE_URL=book) as address:
        page = opened(browser, address)
        marked(page, files)
        for name, why in (("Dan Ford.jpg", "a picture of a page is not read"), ("Kim Lee.pdf", "is a scan")):
            assert why in page.get_by_text(name).inner_text()
        slips = page.locator(".st-key-row-script-0 .script li").nth(2).inner_text()
        reviewed(page)
        assert page.locator(".st-key-row-script-0 .script li").nth(2).inner_text() != slips
        assert not (tmp_path / "book.db").exists()
        page.get_by_role("button", name="Save to the gradebook").click()
        page.get_by_text("Saved in the gradebook.").wait_for()
        page.get_by_role("tab", name="Class sheet").click()
        page.get_by_role("heading", name="Points most missed").wait_for()
        table = list(csv.reader(io.StringIO(downloaded(page, "Class sheet, as a table").decode("utf-8-sig"))))
        assert (len(table) - 1, table[1][0], table[1][2]) == (READ, FIRST, "5 (teacher)")
        book_sheets = openpyxl.load_workbook(io.BytesIO(downloaded(page, "Class sheet, as a workbook"))).sheetnames
        assert book_sheets[0] == "Scripts"
        with zipfile.ZipFile(io.BytesIO(downloaded(page, "Scripts to hand back"))) as returned:
            assert len(returned.namelist()) == READ
            own = docx.Document(io.BytesIO(returned.read(f"{FIRST}.docx")))
            assert own.paragraphs[0].text.startswith(FIRST)
        page.set_viewport_size({"width": 390, "height": 900})
        assert sideways(page) == 0
    with serving(MARGINALIA_DATABASE_URL=book) as address:
        page = opened(browser, address)
        page.get_by_role("button", name="12B, ").click()
        page.get_by_text("Level 5 (teacher)").wait_for()
        settled(page)
        assert page.locator("[class*=st-key-row-script]").count() == READ
        assert page.get_by_text(f": {READ} scripts").count() == 1
