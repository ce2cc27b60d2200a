"""The lines of a class set's page as HTML: what is to be said of each script, the files that were not read, the tables.

In: Listed scripts and a ClassSheet.  Out: strings to put inside one `.mg` element. All text of students is escaped.
`progress` is what stands beside the bar while a set is marked.
"""

from __future__ import annotations

from collections.abc import Sequence

from rubric.class_sheet import ClassSheet
from rubric.class_view import Listed
from rubric.report.quoting import esc
from rubric.report.table import Row, level_words, tables
from rubric.wording import say


def script_line(script: Listed) -> str:
    """What is to be said of a script, beside its name."""
    said = [say("screen", "set", "row", "words", count=f"{script.words:,}"), _level(script), _facts(script), _points(script)]
    if script.reviewed:
        said.append(say("screen", "set", "row", "reviewed"))
    cells = "".join(f"<li>{esc(one)}</li>" for one in said)
    notes = list(script.notices)
    if script.unread:
        notes.append(say("screen", "set", "row", "unread", what=", ".join(script.unread)))
    return f'<ul class="script" role="list">{cells}</ul>' + "".join(f'<p class="quiet">{esc(note)}</p>' for note in notes)


def unread_files(sheet: ClassSheet) -> str:
    """The files that were not read, each with its reason; empty where all were."""
    if not sheet.unread:
        return ""
    head = f"<h3>{_say('not_read')} <small>{_say('not_read_about')}</small></h3>"
    items = "".join(f"<li>{esc(why)}</li>" for _, why in sheet.unread)
    return f'{head}<ul class="lines" role="list">{items}</ul>'


def sheet_tables(sheet: ClassSheet) -> str:
    """What to teach again, the points most missed and the slips most made, as plain tables."""
    found = tables(sheet)
    return "".join(
        f"<h3>{esc(say('class', 'tabs', name))}</h3>{_table(found[name])}"
        for name in ("teach", "missed", "slips")
        if len(found[name]) > 1
    )


def progress(name: str, number: int, total: int, left: float) -> str:
    """What is being read, how many are done, and the time that the rest will take; 0 where it is not known yet."""
    at = say("screen", "set", "at", name=name, number=number, total=total)
    if left < 1:
        return at
    if left < 50:
        return say("screen", "set", "left_seconds", at=at, count=max(5, 5 * round(left / 5)))
    if left < 90:
        return say("screen", "set", "left_minute", at=at)
    return say("screen", "set", "left_minutes", at=at, count=round(left / 60))


def counted(what: str, count: int) -> str:
    """A count in words, of the page's own counts."""
    return say("screen", "set", what, "one" if count == 1 else "many", count=f"{count:,}")


def _level(script: Listed) -> str:
    if script.hidden:
        return say("screen", "set", "row", "hidden")
    if script.mine is not None:
        return say("screen", "set", "row", "mine", level=script.mine)
    if script.level is None:
        return say("screen", "set", "row", "no_level")
    return say("screen", "set", "row", "level", level=level_words(script.level))


def _facts(script: Listed) -> str:
    counts = [("errors", script.errors), *([("checks", script.checks)] if script.checks else [])]
    return ", ".join(say("screen", "set", "row", what, "one" if n == 1 else "many", count=n) for what, n in counts)


def _points(script: Listed) -> str:
    if script.points is None:
        return say("screen", "set", "row", "unjudged")
    covered, partial, missing = script.points
    return say("screen", "set", "row", "points", covered=covered, partial=partial, missing=missing)


def _table(rows: Sequence[Row]) -> str:
    head, *body = ([esc(str(cell)) for cell in row] for row in rows)
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    cells = ([f'<td data-of="{of}">{cell}</td>' for of, cell in zip(head, row, strict=True)] for row in body)
    lines = "".join(f"<tr>{''.join(row)}</tr>" for row in cells)
    return f'<table class="figures"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'


def _say(*path: str) -> str:
    return esc(say("screen", "set", *path))
