"""Review in a real Chromium, by keyboard alone: two scripts walked, and what was decided is in the gradebook's file.

Needs no model: the set is marked by hand and saved before the app starts. Keys do nothing while one types in a field.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from rubric.desk import Desk
from rubric.gradebook import open_gradebook
from tests.scripts import DAY, SPELT, YEAR, three
from tests.test_accessibility import browser, serious  # noqa: F401
from tests.test_browser import chromium, follow, serving, sideways  # noqa: F401

pytestmark = pytest.mark.browser
PATIENCE = 60_000  # milliseconds: no model is loaded


@pytest.fixture
def book(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'book.db'}"
    three().save(open_gradebook(url, environment={}))
    return url


def opened(browser, address: str, width: int, scheme: str):  # noqa: F811
    """The page Review, on the set that the gradebook holds."""
    page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    follow(page, "Class set")
    page.get_by_role("button", name="Mock").click()
    page.get_by_role("tab", name="Class sheet").wait_for()
    follow(page, "Review")
    at(page, "Slip 1 of 3: to decide")
    return page


def at(page, words: str) -> None:
    """Wait until this is the line over the slip at hand, and all the rest of the page is there too."""
    page.locator(".at").filter(has_text=words).wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def keys(page, *pressed: tuple[str, str]) -> None:
    """Press keys, each with the line that it brings up."""
    for key, words in pressed:
        page.keyboard.press(key)
        at(page, words)


def test_two_scripts_by_keyboard_into_the_gradebook(browser, book):  # noqa: F811
    with serving(MARGINALIA_DATABASE_URL=book) as address:
        page = opened(browser, address, 1280, "light")
        assert page.locator("[aria-current=true] .w").inner_text() == DAY
        keys(page, ("n", "Slip 2 of 3"), ("n", "Slip 3 of 3"))
        box = page.locator(".st-key-walked").bounding_box()
        slip = page.locator(".st-key-walked [aria-current=true]").bounding_box()
        assert box["y"] <= slip["y"] <= box["y"] + box["height"]
        keys(page, ("p", "Slip 2 of 3"), ("p", "Slip 1 of 3"))
        for _ in range(12):
            page.keyboard.down("d")  # held down: it repeats
            page.wait_for_timeout(50)
        page.keyboard.up("d")
        at(page, "Slip 2 of 3: to decide")
        keys(page, ("u", "Slip 1 of 3"), ("d", "Slip 2 of 3"))
        page.keyboard.press("e")
        page.get_by_label("What the student reads").click()
        page.keyboard.press("Control+a")
        page.keyboard.type("Add a n: napdeuw 3")
        keys(page, ("Control+Enter", "Slip 3 of 3: to decide"), ("a", "Slip 3 of 3: accepted"))
        page.keyboard.press("3")
        page.get_by_text("You: Level 3.").wait_for()
        page.get_by_text("Indication: most like Level 2").first.wait_for()
        page.get_by_text("1 of 3 reviewed").wait_for()
        page.get_by_role("tab", name="Comments").click()
        page.get_by_label("Comment", exact=True).fill("Well seen.")
        page.get_by_role("button", name="Add the comment").click()
        page.locator(".told").filter(has_text="Well seen.").wait_for()
        page.wait_for_function("() => !document.querySelector('textarea[aria-label=Comment]').value")
        page.keyboard.press("Shift+N")
        page.locator(".summary").filter(has_text="Bea Lund").wait_for()
        at(page, "Slip 1 of 1: to decide")
        page.keyboard.press("w")
        page.get_by_text("This stands in 3 scripts").wait_for()
        page.get_by_role("button", name="Dismiss everywhere").press("Enter")
        at(page, "Slip 1 of 1: dismissed in the whole set")
    desk = Desk.opened(open_gradebook(book, environment={}), open_gradebook(book, environment={}).assignments()[0].id)
    found = {desk.scripts[number].name: desk.reviewed(number) for number in desk.read}
    assert {name: [slip.text for slip in one.marking.slips] for name, one in found.items()} == {
        "Ali Khan": [SPELT, YEAR],
        "Bea Lund": [],
        "Zoe Power": [SPELT, YEAR],
    }
    first = found["Ali Khan"]
    assert first.marking.slips[0].message == "Add a n: napdeuw 3"
    assert (first.level, first.seen_range, [one.text for one in first.comments]) == (3, False, ["Well seen."])


@pytest.fixture(scope="module")
def address(chromium, tmp_path_factory):  # noqa: F811
    """An app on a set of its own, for what only looks."""
    url = f"sqlite:///{tmp_path_factory.mktemp('shared') / 'book.db'}"
    three().save(open_gradebook(url, environment={}))
    with serving(MARGINALIA_DATABASE_URL=url) as found:
        yield found


@pytest.mark.parametrize(
    ("width", "scheme"), [pytest.param(1280, "dark", id="laptop-dark"), pytest.param(390, "light", id="phone-light")]
)
def test_review_shuts_nobody_out(browser, address, width, scheme):  # noqa: F811
    page = opened(browser, address, width, scheme)
    found = {"slip": serious(page)}
    keys(page, ("d", "Slip 2 of 3"))
    page.keyboard.press("3")
    page.get_by_text("You: Level 3.").wait_for()
    at(page, "Slip 2 of 3")
    page.keyboard.press("e")
    page.get_by_label("What the student reads").wait_for()
    page.get_by_text("Why, strand by strand").click()
    found["edit"] = serious(page)
    wide = [sideways(page)]
    for name in ("Points", "Comments", "History"):
        page.get_by_role("tab", name=name).click()
        page.wait_for_timeout(500)
        found[name] = serious(page)
        wide.append(sideways(page))
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("Undo").click()  # the next one finds the set as it was
    page.get_by_text("Show the range without mine").wait_for()
    keys(page, ("u", "Slip 1 of 3: to decide"))
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert set(wide) == {0}
