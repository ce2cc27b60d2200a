"""The lists of facts as HTML: three groups with their sources, no raw id, and what was not checked is said."""

from __future__ import annotations

import re

import pytest

from rubric.marking import Checked, Claim, Marking, Notice, PackUsed, SourcePlace
from rubric.report import html
from rubric.report.facts import checked_line, silent_line
from rubric.report.text import as_text
from tests.test_report_html import HOSTILE, SOURCE, TEXT, UNCHECKED, Tags, marked, slip

KINDS = {"agrees": "wall.agreed", "disagrees": "wall.when", "not_in_pack": None}


def claim(start: int, end: int, verdict: str, source: SourcePlace | None = None, text: str = TEXT) -> Claim:
    return Claim(
        id=f"a#{start}",
        start=start,
        end=end,
        text=text[start:end],
        fact=KINDS[verdict],
        value="v",
        verdict=verdict,
        source=source,
    )


def checked(*claims: Claim, text: str = TEXT, **parts: object) -> Marking:
    count = {kind: sum(c.verdict == kind for c in claims) for kind in KINDS}
    return marked(text, **{"claims": claims, "checked": Checked(claims=len(claims), **count)} | parts)


WHOLE = checked(
    claim(3, 17, "disagrees", SOURCE),
    claim(46, 50, "agrees", SOURCE),
    claim(56, 62, "agrees", UNCHECKED),
    claim(83, 91, "not_in_pack"),
    slips=(slip(3, 17), slip(46, 50, "spelling")),
    pack=PackUsed(id="pack-id", version="1", title="The Pack"),
)


def part(page: str, heading: str) -> str:
    """The words of a page from a heading to the next."""
    return Tags("<h3>" + page[page.index(f"<h3>{heading}") :].split("<h3>")[1].split("<details")[0]).words


def test_the_groups_keep_apart():
    page = html.checked(WHOLE)
    assert "Correct the day" in part(page, "Disagrees")
    assert "refugees" in part(page, "Not in this pack")
    assert "US Office" not in part(page, "Not in this pack")
    assert "“Wall”: US Office of the Historian, The Berlin Crisis, para. 5" in part(page, "Agrees")
    assert "“Berlin”: General knowledge, not yet checked against a document" in part(page, "Agrees")
    assert "1 of these rests on general knowledge" in part(page, "Agrees")
    assert "The Wall made Berlin calmer" in part(page, "Agrees")


@pytest.mark.parametrize("page", [html.checked(WHOLE), html.facts(WHOLE)], ids=["check-facts", "facts-tab"])
def test_no_id_is_printed_and_every_claim_is_in_the_table(page):
    words = Tags(page).words
    assert not re.search(r"wall\.\w+|a#|pack-id|not_in_pack", words)
    assert page.count("<tr><td") == len(WHOLE.claims)
    assert {"Disagrees, note 1", "Agrees", "Not in this pack"} <= set(re.findall(r'<td class="verdict">([^<]*)', page)) | {
        "Agrees"
    }


def test_a_claim_without_source_says_so():
    page = html.facts(checked(claim(46, 50, "agrees")))
    assert "In this pack, which names no source for it" in page


def test_numbers_in_the_text_lead_to_the_rows_and_back():
    tags = Tags(html.checked(WHOLE))
    assert {"e-s1", "e-n1", "e-s2", "e-n2"} <= set(tags.ids) & set(tags.links)
    assert len(tags.ids) == len(set(tags.ids))


def test_spelling_prints_no_source():
    marking = marked(slips=(slip(46, 50, "spelling"),))
    assert "US Office" not in html.annotated(marking) + html.facts(marking) + html.checked(marking) + as_text(marking)
    assert "US Office" in as_text(marked(slips=(slip(3, 17),)))


@pytest.mark.parametrize(
    ("marking", "said"),
    [
        pytest.param(checked(), "nothing was checked", id="nothing-read"),
        pytest.param(checked(claim(3, 17, "agrees")), "1 fact read: 1 agrees with this pack.", id="agrees"),
        pytest.param(checked(claim(3, 17, "disagrees")), "1 fact read: 1 disagrees with this pack.", id="disagrees"),
        pytest.param(checked(claim(3, 17, "not_in_pack")), "1 is not in this pack, and was not checked.", id="lacking"),
        pytest.param(WHOLE, "2 agree with this pack, 1 does not, 1 is not in it and was not checked.", id="all"),
    ],
)
def test_the_line_says_how_many_were_read(marking, said):
    assert said in checked_line(marking)
    assert "Nothing to correct" not in html.checked_head(marking) + html.checked(marking)
    assert "Not checked: every other statement" in html.checked_head(marking)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        pytest.param((), "Nothing was read in any paragraph.", id="none"),
        pytest.param((0,), "Nothing was read in paragraphs 2 and 3.", id="two-silent"),
        pytest.param((0, 5), "Nothing was read in paragraph 3.", id="one-silent"),
        pytest.param((0, 5, 10), "", id="all-read"),
    ],
)
def test_paragraphs_without_a_fact_are_named(at, said):
    text = "One.\nTwo.\nSix."
    spans = [{"paragraph": n, "start": s, "end": s + 4} for n, s in enumerate((0, 5, 10), 1)]
    claims = [claim(s, s + 3, "agrees", text=text) for s in at]
    read = marked().essay.model_copy(update={"text": text, "paragraphs": 3})
    assert silent_line(checked(*claims, text=text, structure={"paragraphs": spans}, essay=read)) == said


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        pytest.param("too_short", "", id="no-talk-of-levels"),
        pytest.param("off_topic", "little of it could be checked", id="off-topic"),
        pytest.param("other_language", "Facts are read in English only", id="language"),
        pytest.param("set_aside", "The message.", id="set-aside"),
    ],
)
def test_notices_speak_of_facts(code, shown):
    page = html.checked_head(checked(notices=(Notice(code=code, start=0, end=0, message="The message."),)))
    assert shown in page
    assert ("The message." in page) is (code == "set_aside")


def test_hostile_text_stays_text():
    text = HOSTILE * 2
    place = SourcePlace(source="s", where=HOSTILE, title=HOSTILE)
    marking = checked(
        claim(0, 8, "agrees", place, text), claim(9, 14, "not_in_pack", None, text), text=text,
        slips=(slip(0, 8, text=text, source=place),), pack=PackUsed(id="p", version="1", title=HOSTILE),
    )  # fmt: skip
    page = html.checked_head(marking) + html.checked(marking) + html.facts(marking) + html.next_draft(marking, "student")
    assert "<script" not in page
    assert Tags(page).words


def test_the_foot_prints_the_title():
    assert "The Pack, version 1" in html.next_draft(WHOLE, "student")
    assert "The Pack, version 1" in html.checked(WHOLE)
    assert "pack pack, version 1" in html.next_draft(marked(), "student")
