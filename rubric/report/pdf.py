"""A marking on paper: A4, black, the essay between its two margins, then what to do next.

In: a Marking, the question, who reads.  Out: the bytes of a PDF, the same for the same marking.
Labels of what is argued stand at the left of their line, notes at the right of theirs, or below where there is no room.
Set in lines by `setting`, in pages by `sheets`, drawn by `drawing`: reportlab alone, which installs with pip anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rubric.marking import Marking, Slip
from rubric.report.comments import Lettered, lettered
from rubric.report.drawing import drawn
from rubric.report.html import key_of
from rubric.report.margins import MOST_LABELS, QUOTED, WORST, Bracket, Underline, brackets, underlines
from rubric.report.quoting import between, is_set_aside, paragraphs, parted, shortened
from rubric.report.setting import Bit, Line, set_lines
from rubric.report.sheet import Entry, Section, Sheet, sheet
from rubric.report.sheets import LEFT, MM, ROOM, START, Block, Sheets, Spot
from rubric.wording import printed, say

LABELS, PROSE, NOTES = 31 * MM, 97 * MM, 47 * MM
LABEL_IN = 9 * MM  # room for the paragraph's number and the circle
PROSE_AT = LEFT + 33 * MM
NOTES_AT = PROSE_AT + PROSE + 5 * MM
NOTE_IN = 6.5 * MM  # a note's words stand so far from its mark
LEAD = 15.4  # points from one line of the essay to the next
NEXT = ("went_well", "even_better_if", "next_steps")
TEACHER = "teacher"
LABEL_DROP, NOTE_DROP = 3.4, 2.5  # points that bring their first line level with the essay's


def as_pdf(marking: Marking, question: str, reader: str = "student") -> bytes:
    """The PDF."""
    page, pages = sheet(marking, question, reader), Sheets()
    at = _head(pages, page)
    for section in page.sections:
        if section.code == TEACHER:
            at = _section(pages, section, (at[0], at[1] - 3 * MM), ruled=False)
            at = pages.rule(at)
    if key := list(_key(marking)):
        at = pages.rule(_put(pages, key, LEFT, ROOM, at, 12, 1.5 * MM))
    at = _essay(pages, marking, reader, at)
    at = _next(pages, page, (at[0], at[1] + 2 * MM))
    for section in page.sections:
        if section.code not in (*NEXT, TEACHER, "slips"):
            at = _section(pages, section, at)
    last = [say("report", "not_checked"), page.foot]
    _put(pages, [Bit(" ".join(last), size=8, grey=True)], LEFT, ROOM, (at[0], at[1] + 3 * MM), 11)
    foot = say("report", "foot", name=marking.essay.name, title=marking.pack.title or marking.pack.id)
    return drawn(pages.pages, foot, say("report", "title", name=marking.essay.name))


def _put(
    pages: Sheets, bits: Sequence[Bit], x: float, width: float, at: Spot, high: float, after: float = 0.0, below: float = 0.0
) -> Spot:
    return pages.put(_block(bits, x, width, high, after), at, below)


def _block(bits: Sequence[Bit], x: float, width: float, high: float, after: float = 0.0) -> Block:
    return Block(x, tuple((line, high) for line in set_lines(bits, width)), after)


def _head(pages: Sheets, page: Sheet) -> Spot:
    """The question, the summary, how much was read, the notices, and the level where it may be shown."""
    at = _put(pages, [Bit(page.question, grey=True)], LEFT, ROOM, START, 13, 2)
    at = _put(pages, [Bit(page.summary, size=13)], LEFT, ROOM, at, 17, 3)
    at = _put(pages, [Bit(page.read, size=8, grey=True)], LEFT, ROOM, at, 11, 4)
    for notice in page.notices:
        at = _put(pages, [Bit("! ", "bold", 8.5), Bit(notice, size=8.5)], LEFT, ROOM, at, 11.5, 3)
    if page.level:
        *reasons, found = page.level[:-1] or page.level
        for reason in reasons:
            at = _put(pages, [Bit(reason, size=8.5)], LEFT, ROOM, at, 11.5, 1)
        at = _put(pages, [Bit(f"{say('screen', 'level', 'name')} ", "bold"), Bit(found)], LEFT, ROOM, (at[0], at[1] + 2), 13, 1)
        at = _put(pages, [Bit(" ".join(page.level[len(reasons) + 1 :]), size=8, grey=True)], LEFT, ROOM, at, 11, 3)
    return pages.rule((at[0], at[1] + 1 * MM))


def _key(marking: Marking) -> Iterator[Bit]:
    """The marks that this essay carries, with their words."""
    for kind, sign in key_of(marking):
        name, means = (say("screen", "key", kind, part).replace(" ", "\u00a0") for part in ("name", "means"))
        yield Bit(sign or "o", "bold", 7.5, box=kind)
        yield Bit(f"\u00a0\u00a0{name}\u00a0", "bold", 8)
        yield Bit(means, size=8, grey=True)
        yield Bit(" " * 6, size=8)


def _essay(pages: Sheets, marking: Marking, reader: str, at: Spot) -> Spot:
    """Every paragraph between its margins, titles and what was set aside between them."""
    parts = [(start, end, n) for n, (start, end) in enumerate(paragraphs(marking), 1)]
    parts += [(start, end, 0) for start, end in between(marking)]
    beside, used, comments = at, 0, lettered(marking)
    for start, end, number in sorted(parts):
        if not number:
            words = [Bit(marking.essay.text[start:end].strip(), "serif", grey=True)]
            if is_set_aside(marking, start, end):
                words = [Bit(f"{say('screen', 'as_read', 'set_aside')} ", "bold", 8), *words]
            at = _put(pages, words, PROSE_AT, PROSE, at, 14, 4 * MM, below=2 * LEAD)
            continue
        lines = underlines(marking, start, end)
        marks = brackets(marking, start, end, lines, used)
        used += len(marks)
        here = [one for one in comments if start <= one.start < end]
        at, beside = _paragraph(pages, marking, number, (start, end), lines, marks, here, reader, at, beside)
    return max(at, beside)


def _paragraph(
    pages: Sheets,
    marking: Marking,
    number: int,
    span: tuple[int, int],
    lines: Sequence[Underline],
    marks: Sequence[Bracket],
    comments: Sequence[Lettered],
    reader: str,
    at: Spot,
    beside: Spot,
) -> tuple[Spot, Spot]:
    """A paragraph, its labels and its notes; the places after its words and after its notes."""
    prose = set_lines(_prose(marking.essay.text, span, lines, marks, comments), PROSE)
    at = pages.fitting(at, LEAD * min(2, len(prose)))
    pages.put(_block([Bit(str(number), "bold", 8, grey=True)], LEFT, LABELS, LEAD), at)
    labels, notes = at, max(at, beside)
    for line in prose:
        at = pages.fitting(at, LEAD)
        for placed in line:
            if placed.bit.name:
                for label in _labels(placed.bit.name, marks):
                    labels = pages.put(label, max((at[0], at[1] + LABEL_DROP), labels))
                for note in _notes(placed.bit.name, marking, marks, comments, reader):
                    notes = pages.put(note, max((at[0], at[1] + NOTE_DROP), notes))
        at = pages.put(Block(PROSE_AT, ((line, LEAD),)), at)
    return (max(at, labels)[0], max(at, labels)[1] + 4 * MM), notes


def _prose(
    text: str, span: tuple[int, int], lines: Sequence[Underline], marks: Sequence[Bracket], comments: Sequence[Lettered]
) -> Iterator[Bit]:
    """The words of a paragraph, with the corners of the evidence, the numbers of the slips, the letters of the comments."""
    letters = [(next((u.end for u in lines if u.start < one.at <= u.end), one.at), one.letter) for one in comments]
    edges = {span[0], span[1], *(e for m in marks for e in (m.start, m.end)), *(e for u in lines for e in (u.start, u.end))}
    edges |= {at for at, _ in letters}
    ordered = sorted(edge for edge in edges if span[0] <= edge <= span[1])
    for edge, following in zip(ordered, [*ordered[1:], span[1]], strict=True):
        if any(mark.end == edge for mark in marks):
            yield Bit("⌟", "sans", 6, rise=-2, box="close")
        for line in lines:
            if line.end == edge:
                yield from (
                    Bit(str(n), "bold", 6.5, rise=4, box=slip.severity, name=f"s{n}", to=f"n{n}") for n, slip in line.slips
                )
        for at, letter in letters:
            if at == edge:
                yield Bit(letter, "bold", 6.5, rise=4, box=TEACHER, name=f"c{letter}", to=f"m{letter}")
        for mark in marks:
            if mark.start == edge:
                yield Bit("⌜", "sans", 6, rise=5, box="open", name=f"p{mark.id}")
        under = next((_worst(u) for u in lines if u.start <= edge < u.end), "")
        if following > edge:
            yield Bit(text[edge:following], "serif", 10.25, under=under)


def _worst(line: Underline) -> str:
    return min((slip.severity for _, slip in line.slips), key=WORST.index)


def _labels(name: str, marks: Sequence[Bracket]) -> Iterator[Block]:
    """What is argued or touched at a mark, to stand at the left."""
    for mark in marks:
        if name != f"p{mark.id}":
            continue
        for status in ("covered", "partial"):
            if points := mark.having(status):
                topics = "; ".join(point.label for point in points[:MOST_LABELS])
                more = len(points) - MOST_LABELS
                topics += f" {say('screen', 'words', 'and_more', count=more)}" if more > 0 else ""
                words = [Bit(f"{say('screen', 'status', status)}: ", "bold", 8), Bit(topics, size=8)]
                lines = set_lines(words, LABELS - LABEL_IN)
                yield Block(LEFT + LABEL_IN, tuple((line, 10.8) for line in lines), 3, status)


def _notes(name: str, marking: Marking, marks: Sequence[Bracket], comments: Sequence[Lettered], reader: str) -> Iterator[Block]:
    """The note of a slip, the teacher's comment, or what to develop at a mark, to stand at the right."""
    for one in comments:
        if name == f"c{one.letter}":
            said = [Bit(one.comment.text.strip(), size=8)]
            quote = f"“{shortened(marking.essay.text[one.start : one.end], QUOTED)}”"
            lines = _note_lines(say("screen", "words", "teacher"), said, quote)
            yield _note(lines, f"{TEACHER} {one.letter}", f"m{one.letter}", name)
    if name.startswith("s"):
        number = int(name[1:])
        yield _note(
            _slip_lines(marking.slips[number - 1]), f"{marking.slips[number - 1].severity} {number}", f"n{number}", name
        )
    for mark in marks:
        points = mark.having("partial")[:MOST_LABELS] if name == f"p{mark.id}" else []
        if points:
            asked = " ".join(point.question for point in points)
            told = " ".join(point.statement for point in points) if reader == "teacher" else ""
            yield _note(_note_lines(say("screen", "words", "develop"), [Bit(asked, size=8)], told), "partial", "", "")


def _note(lines: Iterator[tuple[Line, float]], sign: str, name: str, to: str) -> Block:
    return Block(NOTES_AT + NOTE_IN, tuple(lines), 1.5 * MM, sign, name, to)


def _slip_lines(slip: Slip) -> Iterator[tuple[Line, float]]:
    said = [Bit(words, "bold" if strong else "sans", 8) for words, strong in parted(slip.message, slip.should_be)]
    return _note_lines(slip.heading, said, "" if slip.severity == "spelling" else printed(slip.source))


def _note_lines(do: str, said: Sequence[Bit], small: str) -> Iterator[tuple[Line, float]]:
    width = NOTES - NOTE_IN
    yield from ((line, 12.0) for line in set_lines([Bit(do, "bold", 8)], width))
    yield from ((line, 10.8) for line in set_lines(said, width))
    yield from ((line, 9.4) for line in set_lines([Bit(small, size=7.25, grey=True)], width))


def _next(pages: Sheets, page: Sheet, at: Spot) -> Spot:
    """What went well, even better if and next steps, side by side."""
    columns = [section for section in page.sections if section.code in NEXT]
    if not columns:
        return at
    width = (ROOM - (len(columns) - 1) * 6 * MM) / len(columns)
    blocks = [list(_column(section, LEFT + n * (width + 6 * MM), width, section.numbered)) for n, section in enumerate(columns)]
    tallest = max(sum(block.height + block.after for block in column) for column in blocks)
    at = pages.rule(pages.fitting(at, tallest + 12 * MM))
    at = _put(pages, [Bit(say("screen", "tabs", "next"), "bold", 11)], LEFT, ROOM, at, 16, 2)
    ends = []
    for column in blocks:
        end = at
        for block in column:
            end = pages.put(block, end)
        ends.append(end)
    return max(ends)


def _column(section: Section, x: float, width: float, numbered: bool) -> Iterator[Block]:
    yield _block([Bit(section.title, "bold", 9)], x, width, 13, 1)
    for number, entry in enumerate(section.entries, 1):
        yield Block(x + 4 * MM, tuple(_entry_lines(entry, width - 4 * MM)), 3, sign=f"text {number}." if numbered else "text •")


def _entry_lines(entry: Entry, width: float) -> Iterator[tuple[Line, float]]:
    for words, font, size, grey, high in (
        (entry.name, "bold", 8.5, False, 12.0),
        (entry.said, "sans", 8.5, False, 12.0),
        (entry.quote, "serif", 8.5, True, 12.0),
        (entry.source, "sans", 7.25, True, 9.6),
    ):
        if words:
            yield from ((line, high) for line in set_lines([Bit(words, font, size, grey)], width))


def _section(pages: Sheets, section: Section, at: Spot, *, ruled: bool = True) -> Spot:
    """A list across the page; what a line is called stands at its left."""
    title = [Bit(section.title, "bold", 11), Bit(f"  {section.about}", size=8, grey=True)]
    at = pages.fitting((at[0], at[1] + 2 * MM), 60)
    at = _put(pages, title, LEFT, ROOM, pages.rule(at) if ruled else at, 15, 3)
    inset = 40 * MM if any(entry.name for entry in section.entries) else 0.0
    for entry in section.entries:
        lines = tuple(_entry_lines(Entry("", entry.quote, entry.said, entry.source), ROOM - inset))
        names = _block([Bit(entry.name, "bold", 8.5)], LEFT, inset - 4 * MM, 12)
        at = pages.fitting(at, max(sum(high for _, high in lines), names.height))
        name_end = pages.put(names, at)
        at = max(name_end, pages.put(Block(LEFT + inset, lines), at))
        at = (at[0], at[1] + 3)
    return at
