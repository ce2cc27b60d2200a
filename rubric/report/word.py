"""A marking as a Word file: the student's essay with comments in the margin at the exact words, then a page of feedback.

In: a Marking, the question, who reads and, where the essay came as a Word file, that file with the places of its text.
Out: the bytes of a .docx. The student's own file keeps its formatting, and comments that are there already; without one,
the essay is set afresh. A student's file has slips and questions; a teacher's also what is argued.
The same marking gives the same bytes: nothing is dated. The only module that opens python-docx.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reference.zips import undated
from rubric.marking import Marking, PointFound, Slip
from rubric.report.anchors import Anchors, Place
from rubric.report.comments import lettered
from rubric.report.quoting import between, paragraphs, parted, printable, shortened
from rubric.report.sheet import LONGEST, Entry, Section, Sheet, said_by_teacher, sheet
from rubric.wording import printed, say

TOOL_FONT, ESSAY_FONT = "Calibri", "Georgia"
UNPACKED_LIMIT = 200_000_000  # bytes: a file that unpacks to more than this is not opened; its essay is set afresh
INK = {"ink": "1F2328", "error": "A3270F", "check": "7A4D00", "spelling": "41527A", "point": "0B5A56", "quiet": "565C64"}


@dataclass(frozen=True, slots=True)
class Original:
    """The Word file that an essay was read from, and where each stretch of its text stands in it."""

    data: bytes
    places: Sequence[Place]


@dataclass(frozen=True, slots=True)
class _Here:
    """Words of an essay that was set afresh: a place, as `anchors` needs it."""

    start: int
    end: int
    element: int
    at: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the margin: at these words, this to do, that said of it, by the tool or by the teacher."""

    start: int
    end: int
    do: str
    ink: str
    said: str
    right: str = ""
    small: str = ""
    by_teacher: bool = False


def as_word(marking: Marking, question: str, reader: str = "student", original: Original | None = None) -> bytes:
    """The Word file."""
    document, places = _opened(original) or _afresh(marking, question)
    remarks = sorted(_remarks(marking, reader), key=lambda remark: (remark.start, -remark.end))
    anchors = Anchors(document.part.element, places, (edge for r in remarks for edge in (r.start, r.end)))
    unplaced = []
    for remark in remarks:
        if ends := anchors.runs(remark.start, remark.end):
            _comment(document, ends, remark)
        elif remark.by_teacher:
            unplaced.append((f"“{shortened(marking.essay.text[remark.start : remark.end], LONGEST)}”", remark.said))
    _feedback(document, sheet(marking, question, reader), said_by_teacher(unplaced))
    return _saved(document)


def _opened(original: Original | None) -> tuple[Any, Sequence[Place]] | None:
    """The student's own document; None where there is none, or none that can be written to safely."""
    import docx

    if original is None or not original.places:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(original.data)) as package:
            if sum(info.file_size for info in package.infolist()) > UNPACKED_LIMIT:
                return None
        document = docx.Document(io.BytesIO(original.data))
        _ = [comment.comment_id for comment in document.comments]
    except Exception:  # Word's Strict form, a template, a part that is missing: the reader is kinder than the writer
        return None
    return document, original.places


def _afresh(marking: Marking, question: str) -> tuple[Any, Sequence[Place]]:
    """A new document with the essay, and the places of its words."""
    from docx.shared import RGBColor

    document = _blank(marking.essay.name)
    document.add_heading(printable(question), level=1)
    prose = [(start, end, False) for start, end in paragraphs(marking)]
    rest = [(start, end, True) for start, end in between(marking)]
    texts: list[tuple[int, Any]] = []
    text = printable(marking.essay.text)
    for start, end, quiet in sorted(prose + rest):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        run = document.add_paragraph().add_run()
        run.font.color.rgb = RGBColor.from_string(INK["quiet"]) if quiet else None
        for number, line in enumerate(words.strip().split("\n")):
            if number:
                run.add_break()
                first += 1
            for place, part in enumerate(line.split("\t")):
                if place:
                    run.add_tab()
                    first += 1
                if part:
                    texts.append((first, _text(run, part)))
                first += len(part)
    order = {element: n for n, element in enumerate(document.part.element.iter("*"))}
    return document, [_Here(start, start + len(t.text), order[t]) for start, t in texts]


def _text(run: Any, words: str) -> Any:
    """The element that holds these words, spaces kept."""
    element = run._r.add_t(words)
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _blank(name: str) -> Any:
    """A new document: A4, the student's words in a serif, British English."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    document.core_properties.title = printable(name)[:255]
    document.core_properties.author = say("report", "author")
    document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    for style, font, size, after in (("Normal", ESSAY_FONT, 11.5, 10), ("Heading 1", TOOL_FONT, 16, 14)):
        found = document.styles[style]
        found.font.name, found.font.size = font, Pt(size)
        found.font.color.rgb = RGBColor.from_string(INK["ink"])
        _plain_fonts(found, font)
        found.paragraph_format.space_before = Pt(0)
        found.paragraph_format.space_after = Pt(after)
        found.paragraph_format.line_spacing = 1.0 if style == "Heading 1" else 1.5
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-GB")
    return document


def _plain_fonts(style: Any, font: str) -> None:
    """The style's font by name: a theme's font, where one is set, would come before it."""
    from docx.oxml.ns import qn

    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), font)


def _remarks(marking: Marking, reader: str) -> Iterator[Remark]:
    """What the teacher says; slips by number; what to develop; and, for a teacher, what is argued."""
    for one in lettered(marking):
        yield Remark(one.start, one.end, "", "ink", one.comment.text.strip(), by_teacher=True)
    for number, slip in enumerate(marking.slips, 1):
        yield _slip(number, slip)
    for status in ("partial", "covered"):
        at: dict[tuple[int, int], list[PointFound]] = {}
        for point in marking.points:
            if point.status == status and point.evidence:
                at.setdefault((point.evidence[0].start, point.evidence[0].end), []).append(point)
        for (start, end), points in at.items():
            labels = "; ".join(point.label for point in points)
            statements = " ".join(point.statement for point in points) if reader == "teacher" else ""
            if status == "partial":
                asked = " ".join(point.question for point in points)
                yield Remark(start, end, say("screen", "words", "develop"), "point", asked, small=statements)
            elif reader == "teacher":
                yield Remark(start, end, say("screen", "status", "covered"), "point", labels)


def _slip(number: int, slip: Slip) -> Remark:
    source = "" if slip.severity == "spelling" else printed(slip.source)
    return Remark(
        slip.start, slip.end, f"{number}. {slip.heading}", slip.severity, slip.message, right=slip.should_be, small=source
    )


def _comment(document: Any, ends: tuple[Any, Any], remark: Remark) -> None:
    from docx.text.run import Run

    runs = [Run(end, document) for end in ends]
    who = ("report", "teacher") if remark.by_teacher else ("report",)
    comment = document.add_comment(runs, author=say(*who, "author"), initials=say(*who, "initials"))
    comment._comment_elm.date = None
    said = comment.paragraphs[0]
    if remark.do:
        _write(said, remark.do, bold=True, ink=remark.ink)
        said = comment.add_paragraph()
    for number, line in enumerate(remark.said.splitlines()):
        said = comment.add_paragraph() if number else said
        for words, bold in parted(line, remark.right):
            _write(said, words, bold=bold)
    if remark.small:
        _write(comment.add_paragraph(), remark.small, size=9, ink="quiet")
    for paragraph in comment.paragraphs:
        _set(paragraph)


def _write(
    paragraph: Any,
    words: str,
    *,
    bold: bool = False,
    size: float = 10,
    ink: str = "ink",
    font: str = TOOL_FONT,
    italic: bool = False,
) -> None:
    """Words in the tool's hand: every property is given, for the styles of a student's file may be anything."""
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run()
    for number, line in enumerate(printable(words).splitlines() or [""]):
        if number:
            run.add_break()
        _text(run, line)
    run.font.name, run.font.size, run.font.bold, run.font.italic = font, Pt(size), bold, italic
    run.font.color.rgb = RGBColor.from_string(INK[ink])


def _set(paragraph: Any, *, before: float = 0, after: float = 0, indent: float = 0, hang: float = 0) -> None:
    """Single-spaced, at the left, whatever the style says."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    form = paragraph.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.LEFT
    form.line_spacing = 1.0
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.left_indent, form.first_line_indent = Pt(indent), Pt(-hang)


def _feedback(document: Any, page: Sheet, unplaced: Section) -> None:
    """The page of feedback, after the essay; first the teacher's comments whose words stand in no run."""
    title = _line(document, say("report", "feedback"), size=16, bold=True, after=4)
    title.paragraph_format.page_break_before = True
    _line(document, page.question, ink="quiet", after=6)
    _line(document, page.summary, size=13, after=4)
    _line(document, page.read, size=9.5, ink="quiet", after=4)
    for notice in page.notices:
        _line(document, notice, ink="check", after=4)
    if page.level:
        _line(document, say("report", "level"), size=12, bold=True, before=10, after=3)
        for line in page.level:
            _line(document, line, after=2)
    for section in (unplaced, *page.sections) if unplaced.entries else page.sections:
        _section(document, section)
    _line(document, say("report", "not_checked"), size=9.5, ink="quiet", before=12, after=2)
    _line(document, page.foot, size=9.5, ink="quiet")


def _section(document: Any, section: Section) -> None:
    title = _line(document, section.title, size=12, bold=True, before=12, after=3)
    title.paragraph_format.keep_with_next = True
    if section.about:
        _write(title, f"  {section.about}", size=9.5, ink="quiet")
    for number, entry in enumerate(section.entries, 1):
        _entry(document, f"{number}." if section.numbered else "•", entry)


def _entry(document: Any, sign: str, entry: Entry) -> None:
    """One paragraph: the sign hanging, then name, what is said, the essay's words and the source on lines of their own."""
    paragraph = document.add_paragraph()
    _set(paragraph, after=5, indent=18, hang=18)
    paragraph.paragraph_format.tab_stops.add_tab_stop(paragraph.paragraph_format.left_indent)
    _write(paragraph, sign)
    paragraph.add_run().add_tab()
    parts = [
        (entry.name, {"bold": True}),
        (entry.said, {}),
        (entry.quote, {"font": ESSAY_FONT, "size": 9.5, "ink": "quiet"}),
        (entry.source, {"size": 9, "ink": "quiet"}),
    ]
    for number, (words, look) in enumerate([part for part in parts if part[0]]):
        if number:
            paragraph.add_run().add_break()
        _write(paragraph, words, **look)  # type: ignore[arg-type]


def _line(document: Any, words: str, *, before: float = 0, after: float = 0, **look: Any) -> Any:
    paragraph = document.add_paragraph()
    _set(paragraph, before=before, after=after)
    _write(paragraph, words, **look)
    return paragraph


def _saved(document: Any) -> bytes:
    """The file's bytes, with no time of writing in them."""
    written = io.BytesIO()
    document.save(written)
    return undated(written.getvalue())
