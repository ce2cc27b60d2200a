"""The class sheet as a page to print, and as parts for the screen: what to teach again, points, slips, scripts, the map.

In: a ClassSheet, the question, the assignment's name.  Out: one HTML document, A4 across; or a ClassParts of HTML.
A status is a tint and a glyph, and a word for who listens. More students than fit on a sheet of paper are a second table.
What was not judged or not taught is a dash, never a missing point.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rubric.class_sheet import ClassSheet, Made, Missed, PointAbout, Script
from rubric.report.page import document
from rubric.report.quoting import esc
from rubric.report.table import level_words
from rubric.wording import capital, say

MOST_ROWS = 10  # points and slips in full; the rest is in the map, and in the scripts
COUNTS = ("missing", "partial", "covered", "words", "level", "errors", "checks")  # columns of figures
ACROSS = 30  # students on one sheet of paper


@dataclass(frozen=True, slots=True)
class ClassParts:
    """The sheet in parts, each HTML for inside one `.mg` element; empty where there is nothing to say."""

    lead: str
    teach: str
    missed: str
    slips: str
    scripts: str
    heat_lead: str
    heat: str
    unread: str


def as_class_page(sheet: ClassSheet, question: str, name: str = "") -> str:
    """The page. `name` is the assignment's or the class's."""
    title = say("class", "page", "title", name=name) if name else say("class", "page", "plain")
    parts = class_parts(sheet)
    head = f'<header><h1>{esc(question)}</h1><p class="summary">{esc(title)}</p>{parts.lead}</header>'
    shown = (parts.teach, parts.missed, parts.slips, parts.scripts, parts.unread)
    body = [head, *(f'<section class="part">{part}</section>' for part in shown if part)]
    body.append(f'<p class="quiet foot">{_say("foot")}</p>')
    if parts.heat:
        body.append(f'<section class="part map">{parts.heat_lead}{parts.heat}</section>')
    return document(title, "\n".join(body), f"{title} · {question}", "A4 landscape")


def class_parts(sheet: ClassSheet, *, charted: bool = False) -> ClassParts:
    """The parts, for the app; where there is a chart above it, the map gives way to it if it has room."""
    heat = "".join(_map(sheet.points, scripts) for scripts in _even(sheet.scripts)) if sheet.points else ""
    return ClassParts(
        lead=_lead(sheet),
        teach=_teach(sheet),
        missed=_missed(sheet) if sheet.points else "",
        slips=_slips(sheet) if sheet.scripts else "",
        scripts=_scripts(sheet.scripts) if sheet.scripts else "",
        heat_lead=_heading("heat") if heat else "",
        heat=f'<div class="spare">{heat}</div>' if charted and heat else heat,
        unread=_unread(sheet),
    )


def status_of(script: Script, point: PointAbout) -> str:
    """How a script stands to a point: covered, partial, missing; or none, where that was not judged or not taught."""
    return (script.points.get(point.id) if script.judged else None) or "none"


def _lead(sheet: ClassSheet) -> str:
    """How many scripts, what was left out, and the levels."""
    if not sheet.scripts and not sheet.unread:
        return f'<p class="quiet">{_say("nothing")}</p>'
    aside = sum(bool(script.points) and not script.judged for script in sheet.scripts)
    counts = [_count("scripts", len(sheet.scripts))]
    counts += [_count("unread", len(sheet.unread))] if sheet.unread else []
    counts += [_count("aside", aside)] if aside else []
    levels = Counter(level_words(script) for script in sheet.scripts)
    without = levels.pop("", 0)
    placed = [_count("level", count, level=level) for level, count in sorted(levels.items())]
    placed += [_count("no_level", without)] if without and placed else []
    said = f" {_say('levels', levels=', '.join(placed))}" if placed else ""
    return f'<p class="quiet">{esc("; ".join(counts))}.{said}</p>'


def _teach(sheet: ClassSheet) -> str:
    if not sheet.teach:
        return ""
    read = _say("read")
    items = "".join(
        f'<li><b>{esc(one.what)}</b> {esc(one.why)}<span class="src">{read}: {esc(one.read)}</span></li>' for one in sheet.teach
    )
    return f'{_heading("teach")}<ol class="teach">{items}</ol>'


def _missed(sheet: ClassSheet) -> str:
    behind = [one for one in sheet.missed if one.missing + one.partial]
    if not behind:
        return f'{_heading("missed")}<p class="lead">{_say("none_missed")}</p>'
    table = _table("missed", ("point", "missing", "partial", "covered", "read"), map(_missed_row, behind[:MOST_ROWS]))
    return _heading("missed") + table + _more("more_missed", len(behind) - MOST_ROWS)


def _missed_row(one: Missed) -> str:
    counts = "".join(
        f'<td class="count" data-of="{_column(name)}">{count}</td>'
        for name, count in (("missing", one.missing), ("partial", one.partial), ("covered", one.covered))
    )
    read = one.point.read[0] if one.point.read else say("class", "nowhere")
    return f'<th scope="row" data-of="">{esc(one.point.label)}</th>{counts}{_source(read)}'


def _slips(sheet: ClassSheet) -> str:
    if not sheet.slips:
        return f'{_heading("slips")}<p class="lead">{_say("none_slips")}</p>'
    table = _table("slips", ("said", "should_be", "who", "read"), map(_slip_row, sheet.slips[:MOST_ROWS]))
    return _heading("slips") + table + _more("more_slips", len(sheet.slips) - MOST_ROWS)


def _slip_row(one: Made) -> str:
    weight = "" if one.slip.severity == "error" else f" <small>({_say(one.slip.severity)})</small>"
    who = f"{len(one.scripts)}: {', '.join(one.scripts)}"
    return (
        f'<th scope="row" data-of="">{esc(capital(one.slip.said))}</th><td class="right" data-of="{_column("should_be")}">'
        f'<b>{esc(capital(one.slip.should_be))}</b>{weight}</td><td class="who" data-of="{_column("who")}">{esc(who)}</td>'
        f"{_source(one.slip.read)}"
    )


def _scripts(scripts: Sequence[Script]) -> str:
    rows = []
    for script in scripts:
        severities = [slip.severity for slip in script.slips]
        cells = (
            ("words", f"{script.words:,}"),
            ("level", level_words(script) or say("class", "glyphs", "none")),
            ("errors", str(severities.count("error"))),
            ("checks", str(severities.count("check"))),
        )
        counts = "".join(f'<td class="count" data-of="{_column(name)}">{esc(cell)}</td>' for name, cell in cells)
        rows.append(f'<th scope="row" data-of="">{esc(script.name)}</th>{counts}')
    return _heading("students") + _table("students", ("name", "words", "level", "errors", "checks"), rows)


def _unread(sheet: ClassSheet) -> str:
    if not sheet.unread:
        return ""
    rows = (
        f'<th scope="row" data-of="">{esc(file)}</th><td data-of="{_column("why")}">{esc(why)}</td>'
        for file, why in sheet.unread
    )
    return _heading("unread_files") + _table("unread", ("file", "why"), rows)


def _map(points: Sequence[PointAbout], scripts: Sequence[Script]) -> str:
    """Points by student: a row a point, a column a student."""
    names = "".join(f'<th scope="col"><span>{esc(script.name)}</span></th>' for script in scripts)
    cells = {name: _cell(name) for name in ("covered", "partial", "missing", "none")}
    rows = "".join(
        f'<tr><th scope="row">{esc(point.label)}</th>{"".join(cells[status_of(script, point)] for script in scripts)}</tr>'
        for point in points
    )
    name = _say("map")
    return (
        f'<div class="scrolled" role="region" tabindex="0" aria-label="{name}"><table class="heat">'
        f'<caption class="vh">{name}</caption><thead><tr><td></td>{names}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _cell(status: str) -> str:
    glyph, said = esc(say("class", "glyphs", status)), _say("is", status)
    return f'<td class="{status}"><span aria-hidden="true">{glyph}</span><span class="vh">{said}</span></td>'


def _even(scripts: Sequence[Script]) -> Iterator[Sequence[Script]]:
    """The scripts in groups that fit across the paper, about as many in each."""
    groups = -(-len(scripts) // ACROSS)
    for n in range(groups):
        yield scripts[n * len(scripts) // groups : (n + 1) * len(scripts) // groups]


def _table(name: str, columns: Sequence[str], rows: Iterable[str]) -> str:
    head = "".join(f'<th scope="col"{" class=count" if column in COUNTS else ""}>{_column(column)}</th>' for column in columns)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table class="figures class {name}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _source(read: str) -> str:
    return f'<td class="source" data-of="{_column("read")}">{esc(read)}</td>'


def _heading(name: str) -> str:
    return f"<h2>{_say(name, 'name')} <small>{_say(name, 'about')}</small></h2>"


def _more(name: str, count: int) -> str:
    return f'<p class="quiet">{esc(_count(name, count))}</p>' if count > 0 else ""


def _column(name: str) -> str:
    return esc(say("class", "columns", name))


def _count(name: str, count: int, **names: str) -> str:
    return say("class", "page", name, "one" if count == 1 else "many", count=f"{count:,}", **names)


def _say(*path: str, **names: str) -> str:
    return esc(say("class", "page", *path, **names))
