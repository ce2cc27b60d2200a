"""The essay with its margins: slips underlined and numbered, points at the left, what to do at the right.

In: a Marking.  Out: HTML for its paragraphs, built from sorted boundaries, so that no mark can cross another.
A teacher's comment is a letter behind its words, moved out of a slip, and a note that quotes them.
Slips that overlap share one underline and carry all their numbers; points on one sentence share a label; evidence that
overlaps is one bracketed stretch that breaks where the next point begins; a bracket inside a slip moves to its edge.
`--lead` and `--g` are the shares of a paragraph before a note's words and up to the next note's (see essay.css).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rubric.marking import Marking, PointFound, Slip
from rubric.report.comments import Lettered, lettered, with_lines
from rubric.report.quoting import between, emphasised, esc, is_set_aside, paragraphs, shortened
from rubric.wording import printed, say

KEPT = 17  # a slip of up to so many characters is not broken over two lines
QUOTED = 60  # characters of the words that a teacher's note quotes
MOST_LABELS = 2  # topics named on one label; the rest are in the list of arguments
WORST = ("error", "check", "spelling")


@dataclass(frozen=True, slots=True)
class Underline:
    """A stretch of text under one line, and the slips on it with their numbers."""

    start: int
    end: int
    slips: tuple[tuple[int, Slip], ...]


@dataclass(frozen=True, slots=True)
class Bracket:
    """A stretch of evidence between corner brackets, and the points that it serves."""

    id: int
    start: int
    end: int
    points: tuple[PointFound, ...]

    def having(self, status: str) -> list[PointFound]:
        """The points with this status, those that most answers use first."""
        return sorted((p for p in self.points if p.status == status), key=lambda p: p.importance != "core")


def essay(marking: Marking, reader: str, *, noted: bool = True) -> str:
    """Every paragraph with its notes, titles between them. Unless `noted`, the numbers lead to notes elsewhere."""
    spans = paragraphs(marking)
    last = spans[-1][0] if spans else 0
    titles = [(a, b) for a, b in between(marking) if b <= last or not is_set_aside(marking, a, b)]
    parts: list[tuple[int, str]] = [(start, _title(marking, start, end)) for start, end in titles]
    comments = lettered(marking) if noted else []
    used = 0
    for number, (start, end) in enumerate(spans, 1):
        lines = underlines(marking, start, end)
        marks = brackets(marking, start, end, lines, used)
        used += len(marks)
        here = [one for one in comments if start <= one.start < end]
        parts.append((start, _paragraph(marking, number, (start, end), lines, marks, here, reader if noted else None)))
    return "".join(part for _, part in sorted(parts))


def underlines(marking: Marking, start: int, end: int) -> list[Underline]:
    """The slips that begin in a stretch, those that overlap joined, in reading order."""
    numbered = [(n, slip) for n, slip in enumerate(marking.slips, 1) if start <= slip.start < end]
    found: list[Underline] = []
    for number, slip in sorted(numbered, key=lambda pair: (pair[1].start, pair[0])):
        stop = min(max(slip.end, slip.start), end)
        if found and slip.start < found[-1].end:
            last = found[-1]
            found[-1] = Underline(last.start, max(last.end, stop), (*last.slips, (number, slip)))
        else:
            found.append(Underline(slip.start, stop, ((number, slip),)))
    return found


def brackets(marking: Marking, start: int, end: int, lines: Sequence[Underline], used: int) -> list[Bracket]:
    """The evidence in a stretch, one bracket for each place where some point's evidence begins."""
    at: dict[int, list[PointFound]] = {}
    stops: dict[int, int] = {}
    for point in marking.points:
        if point.status == "missing" or not point.evidence:
            continue
        place = point.evidence[0]
        if start <= place.start < end:
            first = next((u.start for u in lines if u.start < place.start < u.end), place.start)
            last = next((u.end for u in lines if u.start < place.end < u.end), min(place.end, end))
            at.setdefault(first, []).append(point)
            stops[first] = max(stops.get(first, first), last)
    found: list[Bracket] = []
    reach = start
    for i, first in enumerate(starts := sorted(at)):
        reach = max(reach, stops[first])
        following = starts[i + 1] if i + 1 < len(starts) else end
        words = marking.essay.text[first : min(reach, following)].rstrip()
        found.append(Bracket(used + i + 1, first, first + len(words), tuple(at[first])))
    return found


def _title(marking: Marking, start: int, end: int) -> str:
    return f'<p class="title">{esc(marking.essay.text[start:end].strip())}</p>'


def _paragraph(
    marking: Marking,
    number: int,
    span: tuple[int, int],
    lines: Sequence[Underline],
    marks: Sequence[Bracket],
    comments: Sequence[Lettered],
    reader: str | None,
) -> str:
    long = esc(say("screen", "words", "paragraph"))
    prose = _prose(marking.essay.text, span, lines, marks, comments)
    noted = [] if reader is None else [*_noted(lines, marks, reader), *_commented(marking, comments)]
    notes = _notes(number, span, noted)
    return (
        f'<div class="para" role="group" aria-labelledby="e-h{number}"><h3 id="e-h{number}">'
        f'<span class="long">{long} </span>{number}</h3><p>{prose}</p>{notes}</div>'
    )


def _prose(
    text: str, span: tuple[int, int], lines: Sequence[Underline], marks: Sequence[Bracket], comments: Sequence[Lettered]
) -> str:
    out: list[str] = []
    at = span[0]
    for mark in marks:
        out.append(_stretch(text, at, mark.start, lines, comments))
        out.append(_labels(mark))
        out.append(f'<span class="ev">{_stretch(text, mark.start, mark.end, lines, comments)}</span>')
        at = mark.end
    out.append(_stretch(text, at, span[1], lines, comments))
    return "".join(out)


def _stretch(text: str, start: int, end: int, lines: Sequence[Underline], comments: Sequence[Lettered]) -> str:
    """The text from start to end, with the underlines that begin in it."""
    out: list[str] = []
    at = start
    for line in lines:
        if start <= line.start < end:
            out.append(_plain(text, at, line.start, comments))
            out.append(_underlined(text, line))
            out += [_letter(one) for one in comments if line.start < one.at <= line.end]
            at = line.end
    out.append(_plain(text, at, end, comments))
    return "".join(out)


def _plain(text: str, start: int, end: int, comments: Sequence[Lettered]) -> str:
    """Text that no slip stands in, with the letters of the comments that end in it."""
    out: list[str] = []
    for one in sorted(comments, key=lambda one: one.at):
        if start < one.at <= end:
            out.append(esc(text[start : one.at]))
            out.append(_letter(one))
            start = one.at
    out.append(esc(text[start:end]))
    return "".join(out)


def _letter(one: Lettered) -> str:
    to = f"e-c{one.letter}"
    return (
        f'<a class="said-by" id="e-w{one.letter}" href="#{to}" aria-describedby="{to}"><span class="n">{one.letter}</span></a>'
    )


def _underlined(text: str, line: Underline) -> str:
    severity = min((slip.severity for _, slip in line.slips), key=WORST.index)
    keep = " keep" if line.end - line.start <= KEPT else ""
    words = f'<span class="w{keep}">{esc(text[line.start : line.end])}</span>'
    if len(line.slips) == 1:
        number = line.slips[0][0]
        return (
            f'<a class="slip {severity}" id="e-s{number}" href="#e-n{number}" aria-describedby="e-n{number}">'
            f'{words}<span class="n">{number}</span></a>'
        )
    links = "".join(
        f'<a class="slip {slip.severity}" id="e-s{n}" href="#e-n{n}" aria-describedby="e-n{n}"><span class="n">{n}</span></a>'
        for n, slip in line.slips
    )
    return f'<span class="slip {severity}">{words}</span>{links}'


def _labels(mark: Bracket) -> str:
    covered, partial = mark.having("covered"), mark.having("partial")
    out = ""
    if covered:
        out += f'<span class="point covered">{_label("covered", covered)}</span> '
    if partial:
        out += f'<a class="point partial" id="e-p{mark.id}" href="#e-d{mark.id}">{_label("partial", partial)}</a> '
    return out


def _label(status: str, points: Sequence[PointFound]) -> str:
    topics = "; ".join(esc(point.label) for point in points[:MOST_LABELS])
    if more := len(points) - MOST_LABELS:
        topics += f" {esc(say('screen', 'words', 'and_more', count=more))}" if more > 0 else ""
    name = esc(say("screen", "status", status))
    return f'<span class="is"><span class="dot"></span>{name}<span class="c">:</span></span> {topics}'


def _noted(lines: Sequence[Underline], marks: Sequence[Bracket], reader: str) -> Iterator[tuple[int, str]]:
    """Each note with the place of its words."""
    for line in lines:
        for number, slip in line.slips:
            yield slip.start, slip_note(number, slip)
    for mark in marks:
        if partial := mark.having("partial"):
            yield mark.start, _develop(mark.id, partial[:MOST_LABELS], reader)


def _commented(marking: Marking, comments: Sequence[Lettered]) -> Iterator[tuple[int, str]]:
    """Each of the teacher's notes with the place of its words."""
    back, do = esc(say("screen", "words", "back_to")), esc(say("screen", "words", "teacher"))
    for one in comments:
        words = esc(shortened(marking.essay.text[one.start : one.end], QUOTED))
        yield (
            one.start,
            f'<div class="note teacher" id="e-c{one.letter}">'
            f'<a class="n" href="#e-w{one.letter}"><span class="vh">{back} </span>{one.letter}</a>'
            f'<b class="do">{do}</b> {with_lines(one.comment.text)}<span class="src">“{words}”</span></div>',
        )


def _notes(number: int, span: tuple[int, int], noted: list[tuple[int, str]]) -> str:
    if not noted:
        return ""
    noted.sort(key=lambda pair: pair[0])
    length = max(span[1] - span[0], 1)
    places = [*(100 * (at - span[0]) // length for at, _ in noted), 100]
    items = "".join(f'<li style="--g:{places[i + 1] - places[i]}">{note}</li>' for i, (_, note) in enumerate(noted))
    name = esc(say("screen", "words", "notes_on", number=number))
    return f'<ul class="notes" role="list" aria-label="{name}" style="--lead:{places[0]}">{items}</ul>'


def slip_note(number: int, slip: Slip) -> str:
    """The note of a slip, with its link back to the words."""
    back = esc(say("screen", "words", "back_to"))
    return (
        f'<div class="note {slip.severity}" id="e-n{number}">'
        f'<a class="n" href="#e-s{number}"><span class="vh">{back} </span>{number}</a>'
        f'<b class="do">{esc(slip.heading)}</b> {emphasised(slip.message, slip.should_be)}'
        f"{source_line(slip)}</div>"
    )


def source_line(slip: Slip) -> str:
    """The source beneath a correction; a spelling needs none."""
    return "" if slip.severity == "spelling" else f'<span class="src">{esc(printed(slip.source))}</span>'


def _develop(mark: int, points: Sequence[PointFound], reader: str) -> str:
    back, do = esc(say("screen", "words", "back_to_sentence")), esc(say("screen", "words", "develop"))
    questions = " ".join(esc(point.question) for point in points)
    told = "".join(f'<span class="src">{esc(point.statement)}</span>' for point in points) if reader == "teacher" else ""
    return (
        f'<div class="note partial" id="e-d{mark}">'
        f'<a class="n" href="#e-p{mark}"><span class="vh">{back}</span><span class="dot"></span></a>'
        f'<b class="do">{do}</b> {questions}{told}</div>'
    )
