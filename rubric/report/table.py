"""The class sheet as tables: CSV and XLSX (the only importer of openpyxl), and the list of files that were not read.

In: a ClassSheet.  Out: bytes, the same bytes for the same sheet. A cell whose text begins as a formula does is made safe.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import datetime

from reference.zips import undated
from rubric.class_sheet import ClassSheet, Script
from rubric.wording import say

Cell = str | int
Row = Sequence[Cell]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST = 32_000  # characters: a cell holds no more than 32,767
FIXED = datetime(2000, 1, 1)
STAMP = f"{FIXED.isoformat()}Z".encode()
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    if not isinstance(cell, str):
        return cell
    text = ILLEGAL.sub("\ufffd", cell)[:LONGEST]
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA) else text


def sheet_csv(sheet: ClassSheet) -> bytes:
    """A row a script: words, level, slips, and how it stands to every point."""
    return _csv(_by_script(sheet))


def unread_csv(sheet: ClassSheet) -> bytes:
    """A row for every file that was not read, with the reason."""
    return _csv(_unread(sheet))


def sheet_xlsx(sheet: ClassSheet) -> bytes:
    """The whole sheet, a table a tab."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.properties.creator, book.properties.created = "Marginalia", FIXED
    tabs = (("scripts", _by_script), ("missed", _missed), ("slips", _slips), ("teach", _teach), ("unread", _unread))
    for number, (name, rows) in enumerate(tabs):
        tab = book.active if number == 0 else book.create_sheet()
        assert tab is not None and hasattr(tab, "append")
        tab.title = say("class", "tabs", name)
        for row in rows(sheet):
            tab.append([safe(cell) for cell in row])
        for cell in tab[1]:
            cell.font = Font(bold=True)
        tab.freeze_panes = "B2"
    file = io.BytesIO()
    book.save(file)
    return undated(file.getvalue(), _unstamped)


def _csv(rows: Sequence[Row]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([safe(cell) for cell in row] for row in rows)
    return ("\ufeff" + file.getvalue()).encode()  # the mark tells Excel that this is UTF-8


def _by_script(sheet: ClassSheet) -> list[Row]:
    head = [say("class", "columns", name) for name in ("name", "words", "level", "errors", "checks")]
    return [[*head, *(point.label for point in sheet.points)], *(_script(script, sheet) for script in sheet.scripts)]


def _script(script: Script, sheet: ClassSheet) -> Row:
    severities = [slip.severity for slip in script.slips]
    statuses = (script.points.get(point.id) if script.judged else None for point in sheet.points)
    return [
        script.name,
        script.words,
        level_words(script),
        severities.count("error"),
        severities.count("check"),
        *(say("screen", "status", status) if status else "" for status in statuses),
    ]


def level_words(script: Script) -> str:
    """A level range as it is printed, or the teacher's own level, said as such; "" where there is none."""
    if script.level is None:
        return ""
    low, high = script.level
    if script.by_teacher:
        return say("class", "given", level=low)
    return str(low) if low == high else say("class", "range", low=low, high=high)


def _missed(sheet: ClassSheet) -> list[Row]:
    head = [say("class", "columns", name) for name in ("point", "missing", "partial", "covered", "read")]
    rows: list[Row] = [[o.point.label, o.missing, o.partial, o.covered, "; ".join(o.point.read)] for o in sheet.missed]
    return [head, *rows]


def _slips(sheet: ClassSheet) -> list[Row]:
    head = [say("class", "columns", name) for name in ("said", "should_be", "count", "who", "read")]
    rows: list[Row] = [[o.slip.said, o.slip.should_be, len(o.scripts), ", ".join(o.scripts), o.slip.read] for o in sheet.slips]
    return [head, *rows]


def _teach(sheet: ClassSheet) -> list[Row]:
    head = [say("class", "columns", name) for name in ("teach", "why", "read")]
    return [head, *([one.what, one.why, one.read] for one in sheet.teach)]


def _unread(sheet: ClassSheet) -> list[Row]:
    return [[say("class", "columns", name) for name in ("file", "why")], *map(list, sheet.unread)]


def _unstamped(name: str, part: bytes) -> bytes:
    """A part of the workbook without the time at which it was saved."""
    if name != "docProps/core.xml":
        return part
    return re.sub(rb"(<dcterms:modified\b[^>]*>)[^<]*", rb"\g<1>" + STAMP, part)
