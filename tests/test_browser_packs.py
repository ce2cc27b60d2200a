"""Building a pack in a real Chromium: documents in, entries decided by keyboard, a trial essay marked, nothing lost on reload.

Runs against the server of `test_browser`, whose packs stand in a folder of its own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_browser import PATIENCE, chromium, follow, page, server, sideways  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.model]

DOCUMENTS = sorted((Path(__file__).parent / "department").iterdir())
QUESTION = "Why did civil war break out in England in 1642?"
ESSAY = (
    "Charles could not be trusted, and Laud's altar rails made Puritans fear a popish plot.\n\n"
    "The Long Parliament met on 13 November 1640. The Irish Rebellion destroyed trust, because neither side would let the "
    "other have the army that had to be sent."
)
PARTS = {
    "Documents": "How far to trust it",
    "Points": "The argument, in your own words",
    "Facts": "What happened",
    "Trial essay": "A trial essay",
    "Check and share": "Licence: who may use the pack",
}


def draft(page, title: str) -> None:  # noqa: F811
    """Draft a pack from the documents and wait for its first point."""
    page.locator("input[type=file]").set_input_files([str(path) for path in DOCUMENTS])
    page.get_by_role("button", name="Remove religion.html").wait_for()
    wishes = {"The essay's question, in full": QUESTION, "A short title for the pack": title}
    for label, value in (wishes | {"First year": "1625", "Last year": "1642"}).items():
        box = page.get_by_label(label)
        box.fill(value)
        box.press("Tab")
        settled(page)
    page.get_by_role("button", name="Draft the pack").click()
    alone(page.get_by_label("The argument, in your own words"))


def settled(page) -> None:  # noqa: F811
    """Wait until the page has taken in what was typed."""
    page.wait_for_timeout(200)
    page.locator(".stApp[data-test-script-state='notRunning']").wait_for()


def alone(found):
    """The one element, once the page is whole: while it is drawn anew, what it shows next stands beside what it showed."""
    pytest.importorskip("playwright.sync_api").expect(found).to_have_count(1, timeout=PATIENCE * 1000)
    return found


def go_to(page, part: str) -> None:  # noqa: F811
    """Look at another part of the pack."""
    page.get_by_role("radio", name=part, exact=True).or_(page.get_by_role("button", name=part, exact=True)).first.click()
    alone(page.get_by_label(PARTS[part], exact=True))


def test_from_documents_to_a_marked_trial_essay(page):  # noqa: F811
    follow(page, "Build a pack")
    page.get_by_role("button", name="Draft the pack").wait_for()
    width = page.viewport_size["width"]
    draft(page, f"Civil war {width}")
    page.keyboard.press("Alt+a")
    page.get_by_text("1 of 20 points").wait_for()
    box = alone(page.get_by_label("The argument, in your own words"))
    box.fill("Every rebellion in one kingdom became a crisis in the others.")
    box.press("Control+Enter")
    page.get_by_role("button", name="Take back:").filter(has_text="(statement)").wait_for()
    go_to(page, "Facts")
    alone(page.get_by_role("combobox", name="Entry")).click()
    page.get_by_role("option").filter(has_text="3 November 1640").click()
    page.get_by_label("Date: 1642").and_(page.locator("[value='1640-11-03']")).wait_for()
    page.keyboard.press("Alt+a")
    page.get_by_text("1 of 20 points and 1 of").wait_for()
    go_to(page, "Trial essay")
    page.get_by_label("A trial essay", exact=True).fill(ESSAY)
    page.get_by_label("A trial essay", exact=True).press("Control+Enter")
    settled(page)
    page.get_by_role("button", name="Mark it with this pack").click()
    page.get_by_text("3 November 1640", exact=True).first.wait_for()
    assert page.locator("#e-s1 .w").inner_text() == "13 November 1640"
    assert sideways(page) == 0
    page.reload()
    page.get_by_role("button", name="Mark it with this pack").wait_for()
    assert page.get_by_label("A trial essay", exact=True).input_value() == ESSAY
    go_to(page, "Points")
    page.get_by_text("1 of 20 points and 1 of").wait_for()
    with page.expect_download() as started:
        go_to(page, "Check and share")
        page.get_by_role("button", name="Download the pack").click()
    assert started.value.suggested_filename == f"civil-war-{width}.zip"
    page.get_by_role("button", name="Mark an essay with this pack").click()
    page.get_by_role("button", name="Mark this essay").wait_for()
    assert alone(page.get_by_role("combobox", name="Question")).input_value() == QUESTION
