"""The lines of a class set's page as HTML: what is to be said of each script, and the files that were not read.

In: Listed scripts and a ClassSheet.  Out: strings to put inside one `.mg` element. All text of students is escaped.
`progress` is what stands beside the bar while a set is marked.
"""

from __future__ import annotations

from collections import Counter

from rubric.class_sheet import ClassSheet, Script
from rubric.class_view import Listed
from rubric.report.quoting import esc
from rubric.report.table import level_words
from rubric.wording import say


def script_line(one: Listed) -> str:
    """What is to be said of a script, beside its name."""
    words = say("screen", "set", "row", "words", count=f"{one.script.words:,}")
    said = [words, _level(one), _facts(one.script), _points(one.script)]
    if one.reviewed:
        said.append(say("screen", "set", "row", "reviewed"))
    cells = "".join(f"<li>{esc(part)}</li>" for part in said)
    notes = list(one.notices)
    if one.unread:
        notes.append(say("screen", "set", "row", "unread", what=", ".join(one.unread)))
    return f'<ul class="script" role="list">{cells}</ul>' + "".join(f'<p class="quiet">{esc(note)}</p>' for note in notes)


def unread_files(sheet: ClassSheet) -> str:
    """The files that were not read, each with its reason; empty where all were."""
    if not sheet.unread:
        return ""
    head = f"<h3>{_say('not_read')} <small>{_say('not_read_about')}</small></h3>"
    items = "".join(f"<li>{esc(why)}</li>" for _, why in sheet.unread)
    return f'{head}<ul class="lines" role="list">{items}</ul>'


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


def _level(one: Listed) -> str:
    if one.hidden:
        return say("screen", "set", "row", "hidden")
    level = level_words(one.script)
    return say("screen", "set", "row", "level", level=level) if level else say("screen", "set", "row", "no_level")


def _facts(script: Script) -> str:
    severities = Counter(slip.severity for slip in script.slips)
    counts = [("errors", severities["error"]), *([("checks", severities["check"])] if severities["check"] else [])]
    return ", ".join(say("screen", "set", "row", what, "one" if n == 1 else "many", count=n) for what, n in counts)


def _points(script: Script) -> str:
    if not script.judged:
        return say("screen", "set", "row", "unjudged")
    counts = Counter(script.points.values())
    return say(
        "screen", "set", "row", "points", covered=counts["covered"], partial=counts["partial"], missing=counts["missing"]
    )


def _say(*path: str) -> str:
    return esc(say("screen", "set", *path))
