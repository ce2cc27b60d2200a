"""The page Your data as HTML: what is kept where, what is taken out, and what the gradebook holds.

In: where the gradebook and the reports stand, and a Holding, None where there is no gradebook.  Out: strings for one `.mg`.
Says plainly what is not reached: copies, downloads, the names in prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reference.spans import in_words
from rubric.gradebook.holding import Erasure, Holding
from rubric.gradebook.rows import Student
from rubric.report.quoting import esc
from rubric.wording import say

KEPT = ("essay", "set", "book", "flags", "packs", "files")


def kept_where(book: str, reports: str) -> str:
    """That nothing leaves the machine, what is kept where, and what is taken out of a script that is saved."""
    told = {name: _say("where", name, "place") for name in KEPT if name not in ("book", "flags")}
    told |= {"book": esc(book), "flags": esc(reports)}
    rows = [[_say("where", name, "what"), told[name], _say("where", name, "until")] for name in KEPT]
    columns = [_say("where", "columns", name) for name in ("what", "place", "until")]
    scrubbed = "".join(f"<p>{_say('scrubbed', name)}</p>" for name in ("out", "in"))
    return (
        f"<h2>{_say('alone', 'name')}</h2><p>{_say('alone', 'about')}</p>"
        f"<h2>{_say('where', 'name')}</h2>{_table(columns, rows, 'places')}"
        f"<h2>{_say('scrubbed', 'name')}</h2>{scrubbed}"
    )


def held_part(held: Holding | None) -> str:
    """What the gradebook holds, by assignment and by student."""
    title = f"<h2>{_say('held', 'name')}</h2>"
    if held is None or held.empty:
        return f"{title}<p>{_say('held', 'nothing' if held is None else 'empty')}</p>"
    sizes = {
        "assignments": len(held.assignments),
        "students": len(held.students),
        "scripts": len(held.scripts),
        "bank": held.bank,
    }
    said = say("screen", "data", "held", "sum", **{what: counted(what, count) for what, count in sizes.items()})
    return f"{title}<p>{esc(said)}</p>{_by_assignment(held)}{_by_student(held)}"


def goes(erasure: Erasure, flags: int) -> str:
    """What a deletion takes with it, as one sentence."""
    counts = {"scripts": counted("scripts", erasure.scripts), "students": counted("students", erasure.students)}
    return say("screen", "data", "erase", "goes", erasure.what, name=erasure.name, flags=counted("flags", flags), **counts)


def counted(what: str, count: int) -> str:
    """A count in words."""
    return say("screen", "data", "held", what, "one" if count == 1 else "many", count=f"{count:,}")


def labelled(student: Student) -> str:
    """A student's label, with the class where there is one."""
    return ", ".join(part for part in (student.label, student.class_name) if part)


def _by_assignment(held: Holding) -> str:
    counts = [sum(script.assignment == one.assignment.id for script in held.scripts) for one in held.assignments]
    rows = (
        [esc(one.assignment.name), esc(", ".join(one.classes)), f"{count:,}", esc(in_words(one.day.isoformat()))]
        for one, count in zip(held.assignments, counts, strict=True)
    )
    columns = [_column(name) for name in ("assignment", "classes", "scripts", "added")]
    return f"<h3>{_say('held', 'by_assignment')}</h3>{_table(columns, rows)}" if held.assignments else ""


def _by_student(held: Holding) -> str:
    rows = []
    for student in held.students:
        scripts = held.of(student)
        label = say("screen", "data", "held", "pseudonym", label=student.label) if student.pseudonym else student.label
        markings, decisions = sum(one.markings for one in scripts), sum(one.decisions for one in scripts)
        rows.append([esc(label), esc(student.class_name), f"{len(scripts):,}", f"{markings:,}", f"{decisions:,}"])
    columns = [_column(name) for name in ("student", "class", "scripts", "markings", "decisions")]
    return f"<h3>{_say('held', 'by_student')}</h3>{_table(columns, rows)}" if rows else ""


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]], name: str = "") -> str:
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    body = "".join(_row(columns, row) for row in rows)
    return f'<table class="figures class {name}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(columns: Sequence[str], row: Sequence[str]) -> str:
    first, *rest = row
    cells = "".join(f'<td data-of="{column}">{cell}</td>' for column, cell in zip(columns[1:], rest, strict=True))
    return f'<tr><th scope="row" data-of="">{first}</th>{cells}</tr>'


def _column(name: str) -> str:
    return _say("held", "columns", name)


def _say(*path: str) -> str:
    return esc(say("screen", "data", *path))
