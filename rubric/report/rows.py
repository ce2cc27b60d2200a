"""The list of arguments below the essay.

In: a Marking and who reads it.  Out: HTML; rows divided by hairlines, the long tails folded.
A student sees the question that prompts for a point, never its statement; a teacher sees statement and sources too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reference.pack import Quoted
from rubric.marking import Marking, PointFound
from rubric.readings import Readings
from rubric.report.quoting import esc, paragraph_at, shortened
from rubric.report.summary import unjudged
from rubric.wording import printed, say

SHOWN = 3  # covered points in full; the rest are folded
LONGEST = 240  # characters of evidence quoted in a row
LONGEST_PASSAGE = 420  # characters of a source's passage
MOST_NAMES = 6  # files named where documents are wanted


def arguments(marking: Marking, reader: str, read: Readings | None = None) -> str:
    """The points: partial first, then missing, then covered; for a teacher with what to read in the sources."""
    read = read or Readings()
    title = esc(say("screen", "tabs", "arguments"))
    if said := unjudged(marking):
        return f'<h2 class="vh">{title}</h2><p class="lead">{esc(said)}</p>'
    partial, missing, covered = (_having(marking, status) for status in ("partial", "missing", "covered"))
    core = [point for point in missing if point.importance == "core"]
    other = [point for point in missing if point.importance != "core"]
    parts = [f'<h2 class="vh">{title}</h2><p class="lead">{_say("arguments", "lead")}</p>']
    if not marking.made_by.calibrated:
        parts.append(f'<p class="lead">{esc(say("why", "uncalibrated"))}</p>')
    if partial:
        parts.append(_heading("partial") + _rows(marking, partial, reader, read))
    if missing:
        parts.append(_heading("missing") + _rows(marking, core, reader, read, tight=True))
        parts.append(
            folded(_count("arguments", "other", len(other)), _rows(marking, other, reader, read, tight=True)) if other else ""
        )
    if covered:
        parts.append(_heading("covered") + _rows(marking, covered[:SHOWN], reader, read))
        rest = covered[SHOWN:]
        parts.append(folded(_count("arguments", "more", len(rest)), _rows(marking, rest, reader, read)) if rest else "")
    return "".join(parts) + (add_documents(read) if reader == "teacher" else "")


def says(passages: Sequence[Quoted], pack_titles: Mapping[str, str]) -> str:
    """The sources' own words, each with its place."""
    rows = ""
    for one in passages:
        title = pack_titles.get(one.source, "")
        place = say("source", "printed", title=title, where=one.where) if title and one.where else title or one.where
        said = esc(say("screen", "reading", "says", text=shortened(one.text, LONGEST_PASSAGE)))
        rows += f'<span class="read-this">{said} <span class="src">{esc(place)}</span></span>'
    return rows


def add_documents(read: Readings) -> str:
    """How to add the documents that are not at hand; nothing where none is wanted."""
    if not read.wanted:
        return ""
    names = ", ".join(read.wanted[:MOST_NAMES]) + (" …" if len(read.wanted) > MOST_NAMES else "")
    how = esc(say("screen", "reading", "add", folder=read.folder, names=names))
    return f'<p class="quiet foot">{how}</p>'


def quoted(text: str, most: int = LONGEST) -> str:
    """Words of the essay between quotation marks, shortened."""
    return f"<q>“{esc(shortened(text, most))}”</q>"


def where(number: int | None) -> str:
    """The paragraph that a row is about, as a line."""
    return "" if number is None else f'<span class="where">{esc(say("screen", "words", "paragraph"))} {number}</span>'


def _say(*path: str) -> str:
    return esc(say("screen", *path))


def _count(part: str, name: str, count: int) -> str:
    return esc(say("screen", part, name, "one" if count == 1 else "many", count=count))


def _having(marking: Marking, status: str) -> list[PointFound]:
    found = [point for point in marking.points if point.status == status]
    return sorted(found, key=lambda point: point.importance != "core") if status == "partial" else found


def _heading(status: str) -> str:
    name, about = _say("status", status), _say("arguments", status)
    return f'<h3 class="{status}"><span class="dot"></span>{name} <small>{about}</small></h3>'


def folded(title: str, body: str) -> str:
    """A part that opens on demand."""
    return f"<details><summary>{title}</summary>{body}</details>"


def _rows(marking: Marking, points: Sequence[PointFound], reader: str, read: Readings, *, tight: bool = False) -> str:
    rows = "".join(_point(marking, point, reader, read) for point in points)
    return f'<ul class="rows args{" tight" if tight else ""}" role="list">{rows}</ul>' if points else ""


def _point(marking: Marking, point: PointFound, reader: str, read: Readings) -> str:
    body, place = "", ""
    for evidence in point.evidence[:1]:
        body += quoted(evidence.text)
        place = where(paragraph_at(marking, evidence.start))
    if point.status != "covered":
        body += f'<span class="ask">{esc(point.question)}</span>'
    if reader == "teacher":
        sources = "; ".join(printed(source) for source in point.sources)
        body += f'<span class="told">{esc(point.statement)}</span><span class="src">{esc(sources)}</span>'
        body += says(read.points.get(point.id, ()), read.titles)
    return f"<li><div><h4>{esc(point.label)}</h4>{place}</div><div>{body}</div></li>"
