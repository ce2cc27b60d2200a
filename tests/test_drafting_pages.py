"""Source documents: what is text, what is furniture, and what a page is."""

from __future__ import annotations

import pytest

from reference.drafting.pages import labelled, read_blocks
from reference.drafting.provenance import about
from reference.drafting.web import read_web

PAGE = """Example Tutors logo
Log in

The Chartist Petitions

By Ann Example

3 March 2019

The petition of 1842 gathered more than three million names, and Parliament refused it because it feared the crowd.

Causes

• Economic distress: bad harvests drove wages down in the northern towns.

• Political exclusion: the Reform Act of 1832 left working men without a vote.

Why did the petitions fail?

They failed because the leaders disagreed about force and because the army was ready.

Hire a tutor today

2 comments

I think the Chartists were robbed in 1842, frankly, and so are we all by our politicians.

Posted by crowd1848 | Report as abusive

My history teacher said it all happened in 1066.

Posted by hastings | Report as abusive
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text[:24]) for block in read_blocks(text)]


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        pytest.param("Example Tutors logo", "set_aside", id="a-logo"),
        pytest.param("Log in", "set_aside", id="a-menu"),
        pytest.param("3 March 2019", "set_aside", id="the-page's-date"),
        pytest.param("By Ann Example", "set_aside", id="the-author"),
        pytest.param("Hire a tutor", "set_aside", id="an-advert"),
        pytest.param("I think the Chartists", "set_aside", id="a-comment"),
        pytest.param("My history teacher", "set_aside", id="the-last-comment"),
        pytest.param("The Chartist Petitions", "heading", id="the-title"),
        pytest.param("The petition of 1842", "prose", id="prose"),
        pytest.param("Economic distress", "bullet", id="a-bullet"),
        pytest.param("Why did the petitions", "question", id="a-question"),
        pytest.param("They failed because", "answer", id="its-answer"),
    ],
)
def test_blocks_are_told_apart(begins: str, kind: str) -> None:
    assert [block.kind for block in read_blocks(PAGE) if block.text.startswith(begins)] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Q: Why did it fail?\n\nA: It failed because Parliament feared the crowd.", ["question", "answer"], id="q-a"
        ),
        pytest.param("Last updated 3 March 2021", ["set_aside"], id="the-page's-own-date"),
        pytest.param("A strange year: 1842 saw strikes in every northern town.", ["prose"], id="an-article-is-no-mark"),
    ],
)
def test_marks_and_dates_of_a_page(text: str, kinds: list[str]) -> None:
    assert [block.kind for block in read_blocks(text)] == kinds


def test_what_is_set_aside_says_why() -> None:
    assert [block.text for block in read_blocks(PAGE) if block.kind == "set_aside" and not block.why] == []


def test_offsets_are_the_text() -> None:
    assert [block for block in read_blocks(PAGE) if not PAGE[block.start : block.end].startswith(block.text[:20])] == []


@pytest.mark.parametrize(
    "prose",
    [
        pytest.param(
            "The government signed in 1839 a new act, and the crowd read more into it than it held.", id="words-of-a-menu"
        ),
        pytest.param(
            "Parliament posted soldiers in the north, which was more than the magistrates had asked for.", id="posted"
        ),
    ],
)
def test_prose_stays(prose: str) -> None:
    text = f"A Title Of The Page\n\n{prose * 2}\n\nThe end came in 1848, when the last petition was laughed at."
    assert [block.kind for block in read_blocks(text)] == ["heading", "prose", "prose"]


def test_place_counts_paragraphs_and_bullets() -> None:
    places = [block.where for block in read_blocks(PAGE) if block.kind in ("prose", "bullet", "answer")]
    assert places == ["para. 1", "Causes, bullet 1", "Causes, bullet 2", "para. 2 (Why did the petitions fail?)"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Economic distress: bad harvests.", "Economic distress", id="labelled"),
        pytest.param("Bad harvests drove wages down.", "", id="plain"),
        pytest.param("He said that it was over: nobody believed it.", "", id="a-sentence-with-a-colon"),
    ],
)
def test_label_of_a_bullet(text: str, label: str) -> None:
    assert labelled(text)[0] == label


def test_provenance_is_guessed() -> None:
    source = about("chartists.txt", PAGE, read_blocks(PAGE), {"chartists"})
    assert (source.id, source.title, source.author) == ("chartists-2", "The Chartist Petitions", "Ann Example")
    assert (source.published, source.trust) == ("2019-03-03", "medium")


def test_unsigned_page_is_trusted_little() -> None:
    text = PAGE.replace("By Ann Example", "4 min read")
    assert about("x.txt", text, read_blocks(text), set()).trust == "low"


HTML = b"""<html><head><title>Peterloo</title><style>p {}</style></head><body><nav><a>Home</a> <a>Shop</a></nav>
<h1>Peterloo</h1><p>On 16 August 1819 cavalry rode into <b>a crowd</b> in Manchester.</p><ul><li>Fifteen died.</li></ul>
<script>alert(1)</script><footer>All rights reserved</footer></body></html>"""


def test_web_page_is_read() -> None:
    text, asides = read_web(HTML)
    assert text.split("\n\n") == [
        "# Peterloo", "On 16 August 1819 cavalry rode into a crowd in Manchester.", "\u2022 Fifteen died.",
    ]  # fmt: skip
    assert asides == ("Home Shop", "All rights reserved")
