"""The app in a real Chromium: paste, press, see the slip with its right date, on a laptop and on a phone.

Skips with a reason where no browser is found, and fails there where CI is true. The server is started and killed here.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import docx
import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]

ESSAY = (
    "Relations were poor after Vienna, because Khrushchev had threatened Kennedy over Berlin.\n\n"
    "On 15 August 1961 East German police closed the border in Berlin. "
    "This made the crisis less dangerous, since the refugees stopped."
)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PATIENCE = 120  # seconds for the server to answer, and for the first marking with its model


def no_browser(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        no_browser("no Chromium on this machine: install Debian's chromium")
    return str(found)


@pytest.fixture(scope="module")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(MARGINALIA_PACKS=str(tmp_path_factory.mktemp("shelf"))) as address:
        yield address


@contextlib.contextmanager
def serving(**environment: str) -> Iterator[str]:
    """The app at an address, with more in its environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rubric", "app", "--headless", "--port", str(port)]
    running = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env=os.environ | environment
    )
    try:
        _wait_for(port, running)
        yield f"http://127.0.0.1:{port}/"
    finally:
        _kill(running)


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert running.poll() is None, "the app ended before it answered"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.2)
    pytest.fail(f"the app did not answer within {PATIENCE} seconds")


def _kill(running: subprocess.Popen[bytes]) -> None:
    """End the command and the Streamlit that it started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(10)
            return


@pytest.fixture(params=[1280, 390], ids=["laptop", "phone"])
def page(request, chromium, server, tmp_path):
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            str(tmp_path / "profile"),
            executable_path=chromium,
            args=list(FLAGS),
            viewport={"width": request.param, "height": 900},
        )
        opened = browser.new_page()
        opened.set_default_timeout(PATIENCE * 1000)
        opened.goto(server)
        yield opened
        browser.close()


def sideways(page) -> int:
    return page.evaluate("() => document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth")


def test_paste_press_and_see_the_slip(page):
    page.get_by_role("button", name="Mark this essay").click()
    page.get_by_text("Paste or upload an essay first.").wait_for()
    page.get_by_label("Your essay").fill(ESSAY)
    page.get_by_role("button", name="Mark this essay").click()
    page.get_by_text("13 August 1961").first.wait_for()
    page.locator(".st-key-form").wait_for(state="detached")  # until the page is whole, the empty form stands below it
    assert page.locator("#e-s1 .w").inner_text() == "15 August 1961"
    assert page.locator(".mg .slip .w").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    assert sideways(page) == 0
    page.locator("#e-s1").click()
    page.wait_for_url("**#e-n1")
    page.get_by_role("tab", name="Facts").click()
    page.get_by_text("Correct the day").last.wait_for()
    page.get_by_text("Change the essay, or mark another").click()
    box = page.get_by_label("Your essay")
    pytest.importorskip("playwright.sync_api").expect(box).to_have_count(1, timeout=PATIENCE * 1000)
    assert box.input_value() == ESSAY


def test_download_the_word_file_with_the_comment_in_its_place(page, tmp_path):
    document = docx.Document()
    document.add_paragraph("They closed the border ").add_run(ESSAY).italic = True
    document.save(str(tmp_path / "mine.docx"))
    page.locator("input[type=file]").set_input_files(str(tmp_path / "mine.docx"))
    page.get_by_role("button", name="Remove mine.docx").wait_for()
    page.get_by_role("button", name="Mark this essay").click()
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="Word, with comments in the margin").click()
    started.value.save_as(tmp_path / "back.docx")
    assert started.value.suggested_filename == "mine.marked.docx"
    found = docx.Document(str(tmp_path / "back.docx"))
    assert "1. Correct the day" in "\n".join(comment.text for comment in found.comments)
    assert [run.italic for run in found.paragraphs[0].runs if run.text == "15 August 1961"] == [True]


def test_a_second_draft_lists_what_is_mended(page):
    page.get_by_label("Your essay").fill(ESSAY)
    page.get_by_role("button", name="Mark this essay").click()
    page.get_by_text("13 August 1961").first.wait_for()
    page.locator(".st-key-form").wait_for(state="detached")
    for tab in ("Arguments", "Facts", "Timeline", "Next draft", "Drafts"):
        page.get_by_role("tab", name=tab).click()
        assert sideways(page) == 0
    page.get_by_label("Your next draft").fill(ESSAY.replace("15 August", "13 August"))
    page.get_by_role("button", name="Mark this draft").click()
    page.get_by_role("heading", name="Corrected").wait_for()
    page.get_by_role("tab", name="Facts").click()
    page.get_by_text("Nothing to correct").first.wait_for()


def follow(page, name: str) -> None:
    """Follow a link of the bar, once the page with its style stands: on a phone the bar is not Streamlit's own."""
    page.get_by_role("heading", level=1).wait_for()
    page.locator(".stAppHeader a:visible, .st-key-bar a:visible").filter(has_text=name).click()


def test_check_facts_from_the_bar(page):
    follow(page, "Check facts")
    page.get_by_label("Your text").fill(f"{ESSAY} In February 1956 Khrushchev gave the Secret Speech.")
    page.get_by_role("button", name="Check the facts").click()
    page.get_by_text("not checked, and no mark against you").wait_for()
    assert "13 August 1961" in page.locator("#e-n1").inner_text()
    assert page.locator("#e-s1 .w").inner_text() == "15 August 1961"
    page.locator("#e-s1").click()
    page.wait_for_url("**#e-n1")
    assert sideways(page) == 0
    follow(page, "Mark an essay")
    page.get_by_role("button", name="Mark this essay").wait_for()
    follow(page, "Check facts")
    page.get_by_text("Change the text, or check another").click()
    assert page.get_by_label("Your text").input_value().startswith(ESSAY)


def test_the_bar_names_the_house_once_and_hides_nothing(page):
    page.get_by_role("button", name="Mark this essay").wait_for()
    assert page.locator(".mg", has_text="Marginalia").count() == 0
    named = page.locator(".stAppToolbar").evaluate("e => getComputedStyle(e, '::before').content")
    assert named == '"Marginalia"'
    header = page.locator(".stAppHeader").bounding_box()
    title = page.get_by_role("heading", name="Mark an essay").bounding_box()
    assert title["y"] >= header["y"] + header["height"]
    for name in ("Mark an essay", "Check facts", "Accuracy", "Your data"):
        links = page.locator(".stAppHeader a:visible, .st-key-bar a:visible").filter(has_text=name)
        assert links.count() == 1
    assert not page.locator(".stSidebar").is_visible()
