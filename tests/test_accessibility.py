"""Every page and tab for everybody: axe-core finds nothing serious, the keyboard reaches all, no phone scrolls sideways.

Runs in the Chromium and against the server of `test_browser`. axe-core comes inside the package axe-playwright-python.
"""

from __future__ import annotations

from importlib.resources import files

import pytest

from tests.test_browser import FLAGS, PATIENCE, chromium, follow, server, sideways  # noqa: F401
from tests.test_browser_packs import PARTS, draft, go_to

pytestmark = [pytest.mark.browser, pytest.mark.model]

FIRST = (
    "Relations were poor after Vienna, because Khrushchev had threatened Kennedy over Berlin, and neither would give way.\n\n"
    "On 15 August 1961 East German police closed the border in Berlin. The Bay of Pigs invasion failed in April 1961. "
    "This made the crisis less dangerous, since the refugees stopped. The hotline was agreed in 1963."
)
SECOND = FIRST.replace("15 August", "13 August").replace("April 1961", "April 1960")
TABS = ("Essay", "Arguments", "Facts", "Timeline", "Next draft", "Drafts")


@pytest.fixture
def browser(chromium):  # noqa: F811
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


def opened(browser, server, width: int, scheme: str):  # noqa: F811
    page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(server)
    page.get_by_role("button", name="Mark this essay").wait_for()
    return page


def serious(page) -> list[str]:
    """What axe-core finds that is serious or critical, each with the first place."""
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    page.wait_for_function("() => !document.querySelector('[data-stale=true]')")  # what goes is pale before it is gone
    page.wait_for_timeout(600)  # colours fade in
    if not page.evaluate("() => typeof window.axe === 'object'"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found if one["impact"] in ("serious", "critical")]


def mark_two_drafts(page) -> None:
    page.get_by_label("Your essay").fill(FIRST)
    page.get_by_role("button", name="Mark this essay").click()
    page.get_by_role("tab", name="Drafts").click()
    page.get_by_label("Your next draft").fill(SECOND)
    page.get_by_role("button", name="Mark this draft").click()
    page.get_by_text("Draft 2 against draft 1.").wait_for()
    page.get_by_text("You gave “15 August 1961”. Now right: 13 August 1961.").wait_for()


@pytest.mark.parametrize(
    ("width", "scheme"), [pytest.param(1280, "light", id="laptop-light"), pytest.param(390, "dark", id="phone-dark")]
)
def test_no_page_and_no_tab_shuts_anybody_out(browser, server, width, scheme):  # noqa: F811
    page = opened(browser, server, width, scheme)
    found = {"form": serious(page)}
    mark_two_drafts(page)
    page.get_by_text("Teacher", exact=True).click()
    page.get_by_text("Indication: most like").or_(page.get_by_text("Too short for a level")).first.wait_for()
    assert page.locator("[role=tab][aria-selected=true]").inner_text() == "Drafts"
    page.get_by_role("tab", name="Facts").click()
    page.get_by_text("Report this flag").first.click()
    page.get_by_role("button", name="Save the report").first.wait_for()
    found["report"] = serious(page)
    page.keyboard.press("Escape")
    for tab in TABS:
        page.get_by_role("tab", name=tab, exact=True).click()
        found[tab] = serious(page)
    follow(page, "Check facts")
    page.get_by_label("Your text").fill(SECOND)
    found["check"] = serious(page)
    page.get_by_role("button", name="Check the facts").click()
    page.get_by_role("heading", name="Agrees").last.wait_for()
    found["checked"] = serious(page)
    follow(page, "Review")
    page.get_by_text("There is no class set on the desk yet.").wait_for()
    found["review"] = serious(page)
    follow(page, "Accuracy")
    page.get_by_text("Precision: of the flags").wait_for()
    found["accuracy"] = serious(page)
    follow(page, "Your data")
    page.get_by_text("Nothing leaves this machine").wait_for()
    found["data"] = serious(page)
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("width", "scheme"), [pytest.param(1280, "dark", id="laptop-dark"), pytest.param(390, "light", id="phone-light")]
)
def test_a_class_set_shuts_nobody_out(browser, server, width, scheme, tmp_path):  # noqa: F811
    for name in ("Zoe.txt", "Ali.txt", "Mary.rtf"):
        (tmp_path / name).write_text(f"{FIRST}\n\n{name}", "utf-8")
    page = opened(browser, server, width, scheme)
    follow(page, "Class set")
    page.get_by_text("Points taught, level, pseudonyms").click()
    page.get_by_text("Switch all off").wait_for()
    found = {"form": serious(page)}
    page.locator("input[type=file]").set_input_files(sorted(tmp_path.iterdir()))
    page.get_by_text("3 files chosen.").wait_for()
    page.get_by_role("button", name="Mark the set").press("Enter")
    page.get_by_text(": 2 scripts, 1 not read").wait_for()
    wide = {}
    for tab in ("Scripts", "Class sheet", "Settings"):
        page.get_by_role("tab", name=tab, exact=True).press("Enter")
        found[tab], wide[tab] = serious(page), sideways(page)
    for button in ("Download", "Close"):
        page.get_by_role("button", name=button, exact=True).press("Enter")
        page.get_by_role("button", name="Close without saving").or_(page.get_by_text("to hand back")).first.wait_for()
        found[button] = serious(page)
        page.keyboard.press("Escape")
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert set(wide.values()) == {0}


@pytest.mark.parametrize(("width", "scheme"), [pytest.param(390, "dark", id="phone-dark")])
def test_building_a_pack_shuts_nobody_out(browser, server, width, scheme):  # noqa: F811
    page = opened(browser, server, width, scheme)
    follow(page, "Build a pack")
    page.get_by_role("button", name="Draft the pack").wait_for()
    found, wide = {"shelf": serious(page)}, {"shelf": sideways(page)}
    draft(page, f"Civil war {width}")
    for part in PARTS:
        go_to(page, part)
        found[part], wide[part] = serious(page), sideways(page)
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert set(wide.values()) == {0}


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        pytest.param("<p style='color: #ccc; background: #fff'>Pale</p>", ["color-contrast"], id="pale-words"),
        pytest.param("<main><button></button></main>", ["button-name"], id="a-button-without-a-name"),
        pytest.param("<main><h1>Title</h1><p>Plain words.</p></main>", [], id="nothing-wrong"),
    ],
)
def test_this_test_sees_a_fault(browser, body, ids):
    page = browser.new_page()
    page.set_content(f"<html lang='en'><title>A</title>{body}")
    assert [fault.split(":")[0] for fault in serious(page)] == ids


def test_the_keyboard_reaches_every_tab_and_what_is_in_it(browser, server):  # noqa: F811
    page = opened(browser, server, 1280, "light")
    page.get_by_label("Your essay").fill(FIRST)
    page.get_by_label("Your essay").press("Control+Enter")
    page.get_by_role("button", name="Mark this essay").press("Enter")
    page.get_by_role("tab", name="Essay").focus()
    reached = []
    for _ in TABS:
        page.keyboard.press("Enter")
        reached.append(page.locator("[role=tab][aria-selected=true]").inner_text())
        page.keyboard.press("ArrowRight")
    assert reached == list(TABS)
    page.get_by_role("tab", name="Facts").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText").strip().startswith("Report this flag")
    page.keyboard.press("Enter")
    page.get_by_label("What is wrong with the flag?").first.wait_for()


def test_a_small_phone_scrolls_down_only_and_reads_the_timeline_as_a_list(browser, server):  # noqa: F811
    page = opened(browser, server, 320, "light")
    wide = {"form": sideways(page)}
    mark_two_drafts(page)
    for tab in TABS:
        page.get_by_role("tab", name=tab, exact=True).click()
        wide[tab] = sideways(page)
    page.get_by_role("tab", name="Timeline").click()
    page.locator("table.dates").get_by_text("1961, not 1960 (note 1)").wait_for()
    assert not page.locator(".st-key-chart").is_visible()
    follow(page, "Accuracy")
    page.get_by_text("Precision: of the flags").wait_for()
    wide["accuracy"] = sideways(page)
    follow(page, "Your data")
    page.get_by_text("Nothing leaves this machine").wait_for()
    wide["data"] = sideways(page)
    assert set(wide.values()) == {0}
