"""The HTML of a marking: everything escaped, every mark closed, every number linked to its note and back."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from rubric.marking import (
    Checked,
    Claim,
    Comment,
    EssayRead,
    Evidence,
    Feedback,
    Level,
    MadeBy,
    Marking,
    Notice,
    PackUsed,
    PointFound,
    Remark,
    Slip,
    SourcePlace,
    Strand,
)
from rubric.report import html
from rubric.report.margins import underlines
from rubric.report.quoting import in_context, shortened
from rubric.report.summary import read_line

TEXT = "On 15 August 1961 they closed the border. The Wall made Berlin calmer, because the refugees stopped."
SOURCE = SourcePlace(source="us-state-berlin", where="para. 5", title="US Office of the Historian, The Berlin Crisis")
UNCHECKED = SourcePlace(source="general-knowledge", where="", title="General knowledge", checked=False)


class Tags(HTMLParser):
    """Reads HTML, and keeps its ids, links and text; fails on a tag that closes another."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.described: list[str] = []
        self.words = ""
        self.feed(markup)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert not (tag == "a" and "a" in self.open)
        self.ids += [found["id"]] if found.get("id") else []
        self.links += [(found.get("href") or "").removeprefix("#")] if tag == "a" else []
        self.described += [found["aria-describedby"]] if found.get("aria-describedby") else []
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def slip(start: int, end: int, severity: str = "error", source: SourcePlace = SOURCE, text: str = TEXT) -> Slip:
    return Slip(
        id=f"a#{start}", claim_id=f"a#{start}", kind="day", severity=severity, effect="note", paragraph=1, start=start,
        end=end, text=text[start:end], claim="closed", should_be="13 August 1961", accepted="1961-08-13", fact="wall.when",
        confidence=0.97, heading="Correct the day", message="You give 15 August. It was on 13 August 1961.", source=source,
    )  # fmt: skip


def point(name: str, status: str, *places: tuple[int, int], text: str = TEXT) -> PointFound:
    return PointFound(
        id=name, label=f"Topic {name}", statement=f"Statement of {name}.", importance="core", status=status, score=0.5,
        evidence=tuple(Evidence(start=a, end=b, text=text[a:b]) for a, b in places), why=(),
        question=f"What of {name}?", sources=(SOURCE,),
    )  # fmt: skip


def marked(text: str = TEXT, **parts: object) -> Marking:
    whole: dict[str, object] = {
        "made_by": MadeBy(marginalia="0", encoder=None, parser="p", pack_sha="0"),
        "essay": EssayRead(name="essay.txt", words=len(text.split()), paragraphs=1, sentences=2, text=text),
        "pack": PackUsed(id="pack", version="1"),
        "notices": (), "points": (), "claims": (), "slips": (),
        "checked": Checked(claims=0, agrees=0, disagrees=0, not_in_pack=0),
        "structure": {"paragraphs": [{"paragraph": 1, "start": 0, "end": len(text)}]},
        "level": None, "feedback": Feedback(),
    }  # fmt: skip
    return Marking.model_validate(whole | parts)


def everything(marking: Marking) -> str:
    parts = (
        html.head(marking, "Why?"), html.annotated(marking, "teacher"), html.arguments(marking, "teacher"),
        html.facts(marking), html.next_draft(marking, "teacher"), html.level(marking), html.as_read(marking, ("a picture",)),
    )  # fmt: skip
    return html.framed("".join(parts))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("<script>alert(1)</script>", "<script>alert(1)</script>", id="script"),
        pytest.param("</div></style><img src=x onerror=a()>", "</div></style><img src=x onerror=a()>", id="closing-tags"),
        pytest.param('"a" & \'b\' &amp;', '"a" & \'b\' &amp;', id="quotes-and-entities"),
        pytest.param("**bold** `code` [x](http://y) $a$", "**bold** `code` [x](http://y) $a$", id="markdown-is-text"),
        pytest.param("a\x00b\x1bc", "a\ufffdb\ufffdc", id="control-characters"),
        pytest.param("half \ud83d pair", "half \ufffd pair", id="half-of-a-pair"),
        pytest.param("\u202eback\u202c \u05e9\u05dc", "\u202eback\u202c \u05e9\u05dc", id="rtl-marks"),
        pytest.param("🚀 e\u0301", "🚀 e\u0301", id="emoji-and-combining"),
        pytest.param("x" * 10_000, "x" * 10_000, id="a-very-long-word"),
    ],
)  # fmt: skip
def test_the_essay_is_shown_as_text(text, shown):
    page = html.annotated(marked(text, slips=(slip(0, len(text), text=text),)))
    assert shown in Tags(page).words
    assert page.encode()


HOSTILE = '<script>alert("1")</script>\x00'
REMARK = Remark(code="c", text=HOSTILE, start=0, end=20)


def test_nothing_of_essay_or_pack_becomes_markup():
    text = HOSTILE * 3
    place = SourcePlace(source="s", where=HOSTILE, title=HOSTILE)
    bad = slip(0, 8, text=text).model_copy(update={"heading": HOSTILE, "message": HOSTILE, "source": place})
    topic = point("a", "partial", (0, 20), text=text).model_copy(
        update={"label": HOSTILE, "question": HOSTILE, "statement": HOSTILE}
    )
    marking = marked(
        text,
        notices=(Notice(code="repeated", start=0, end=0, message=HOSTILE),),
        points=(topic, point("b", "covered", (0, 20), text=text)),
        slips=(bad,),
        claims=(Claim(id="c", start=0, end=5, text=text[:5], fact=None, value="", verdict="not_in_pack"),),
        level=Level(scheme="s", low=2, high=3, reasons=(HOSTILE, HOSTILE), abstained=None, not_assessed=("AO2",),
            strands=(Strand(name=HOSTILE, stage=HOSTILE, lifts=(REMARK,), holds=(REMARK,)),)),
        feedback=Feedback(went_well=(Comment(code="c", text=HOSTILE, start=0, end=20, about="a"),)),
    )  # fmt: skip
    page = everything(marking)
    assert "<script" not in page
    assert "\x00" not in page
    assert HOSTILE[:-1] in Tags(page).words


@pytest.mark.parametrize(
    ("slips", "groups"),
    [
        pytest.param([(3, 17)], [[1]], id="one"),
        pytest.param([(3, 17), (46, 50)], [[1], [2]], id="apart"),
        pytest.param([(3, 17), (6, 30)], [[1, 2]], id="crossing"),
        pytest.param([(3, 30), (6, 17)], [[1, 2]], id="inside"),
        pytest.param([(3, 17), (3, 17)], [[1, 2]], id="the-same-words"),
        pytest.param([(3, 17), (17, 22)], [[1], [2]], id="touching"),
    ],
)
def test_slips_that_overlap_share_an_underline(slips, groups):
    marking = marked(slips=tuple(slip(a, b) for a, b in slips))
    lines = underlines(marking, 0, len(TEXT))
    assert [[number for number, _ in line.slips] for line in lines] == groups
    assert TEXT in _prose(html.annotated(marking))


@pytest.mark.parametrize(
    "places",
    [
        pytest.param([(0, 41), (42, 100)], id="side-by-side"),
        pytest.param([(0, 41), (0, 100)], id="one-start"),
        pytest.param([(0, 60), (42, 100)], id="crossing"),
        pytest.param([(0, 100), (42, 60)], id="inside"),
        pytest.param([(5, 41), (9, 12)], id="within-a-slip"),
        pytest.param([(0, 10), (12, 100)], id="ends-within-a-slip"),
        pytest.param([(0, 0), (0, 500)], id="outside-the-text"),
    ],
)
def test_brackets_never_cross(places):
    points = tuple(point(str(i), ("covered", "partial")[i % 2], place) for i, place in enumerate(places))
    page = html.annotated(marked(points=points, slips=(slip(3, 17), slip(8, 20))))
    tags = Tags(page)
    assert TEXT in _prose(page)
    assert set(tags.links) <= set(tags.ids)


def _prose(page: str) -> str:
    """The student's own words of an annotated page: without labels and numbers."""
    body = re.sub(r'<ul class="(?:notes|key)".*?</ul>', "", page, flags=re.DOTALL)
    body = re.sub(r'<a class="point.*?</a> |<span class="point.*?(?=<span class="ev">)', "", body, flags=re.DOTALL)
    return Tags(re.sub(r'<span class="n">\d+</span>', "", body)).words


def test_every_number_links_to_its_note_and_back():
    marking = marked(
        slips=(slip(3, 17), slip(8, 20), slip(46, 50, "check"), slip(57, 63, "spelling")),
        points=(point("a", "partial", (42, 100)),),
    )
    tags = Tags(html.annotated(marking))
    numbers = [f"e-{kind}{n}" for n in range(1, 5) for kind in "sn"]
    assert set(numbers) | {"e-p1", "e-d1"} <= set(tags.ids)
    assert max(Counter(tags.ids).values()) == 1
    assert set(numbers) <= set(tags.links)
    assert tags.described == ["e-n1", "e-n2", "e-n3", "e-n4"]


def test_colour_is_never_alone():
    page = html.annotated(marked(slips=(slip(3, 17), slip(46, 50, "check")), points=(point("a", "partial", (42, 100)),)))
    words = Tags(page).words
    assert "Correct the sources disagree" in words
    assert "Partial:" in words
    assert "Develop this point" in words


def test_a_student_sees_no_statement():
    marking = marked(points=(point("a", "partial", (42, 100)), point("b", "missing"), point("c", "covered", (0, 41))))
    student = html.annotated(marking, "student") + html.arguments(marking, "student")
    teacher = html.arguments(marking, "teacher")
    assert "Statement of" not in student
    assert "What of b?" in student
    assert "Statement of b." in teacher


def test_off_topic_hides_the_list():
    notice = Notice(code="off_topic", start=0, end=0, message="This reads like an answer to another question.")
    page = html.arguments(marked(points=(point("b", "missing"),), notices=(notice,)), "teacher")
    assert "another question" in page
    assert "Topic b" not in page


def test_facts_name_source_paragraph_and_what_is_not_checked():
    marking = marked(
        slips=(slip(3, 17), slip(46, 50, "check", UNCHECKED)),
        claims=(Claim(id="c", start=46, end=50, text="Wall", fact=None, value="", verdict="not_in_pack"),),
        checked=Checked(claims=3, agrees=1, disagrees=1, not_in_pack=1),
    )
    page = html.facts(marking)
    assert "<b>13 August 1961</b>" in page
    assert "US Office of the Historian, The Berlin Crisis, para. 5" in page
    assert "General knowledge, not yet checked against a document" in page
    assert "no mark against you" in page
    assert read_line(marking) == "3 facts read: 1 agrees with the sources, 1 does not, 1 is not in this pack."


def test_the_text_as_read_tells_titles_and_furniture_apart():
    text = "A title\n\nThe essay itself.\n\nShare this"
    start = text.index("Share")
    marking = marked(
        text,
        structure={"paragraphs": [{"paragraph": 1, "start": 9, "end": 26}]},
        notices=(Notice(code="set_aside", start=start, end=len(text), message="Set aside."),),
    )
    words = Tags(html.as_read(marking, ("2 pictures",))).words
    assert "Title, not counted. A title" in words
    assert "Set aside, not marked. Share this" in words
    assert "not marked: 2 pictures." in words


def test_the_style_survives_streamlit():
    css = re.sub(r"/\*.*?\*/", "", html.style().removeprefix("<style>").removesuffix("</style>"), flags=re.DOTALL)
    assert not re.search(r"<[A-Za-z0-9]", css)
    selectors = re.findall(r"(?:^|[{};])\s*([^@{};]+)\{", css)
    assert [name for name in selectors for part in name.split(",") if not part.strip().startswith(".mg")] == []


def test_quotes_are_cut_at_words():
    quote = in_context(marked(), 46, 50)
    assert (quote.before, quote.words) == ("The ", "Wall")
    assert shortened("one two three four", 12) == "one two …"
