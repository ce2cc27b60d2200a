"""A drafted pack as HTML for its reviewer: passages with their places, sides that disagree, what is left to do.

In: a Pack, an entry's id, lines in words.  Out: strings to put inside one `.mg` element. Everything is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reference.loading import source_title
from reference.pack import Pack, Quoted
from rubric.candidates import Item
from rubric.report.quoting import esc
from rubric.report.rows import folded
from rubric.wording import capital, say


def passages(pack: Pack, name: str) -> str:
    """The documents' own words behind an entry; where they disagree, the two sides beside each other."""
    support = pack.passages.get(name)
    if support is None:
        return f'<p class="quiet">{_say("no_passages")}</p>'
    against = [one for one in support.passages if one.against]
    agreed = [one for one in support.passages if not one.against]
    if not against:
        return _heading("passages") + _quotes(pack, agreed)
    told = "" if support.checked else f'<ul class="notices" role="list"><li>{esc(capital(support.conflict))}</li></ul>'
    left, right = _heading("side") + _quotes(pack, agreed), _heading("other_side") + _quotes(pack, against)
    return f'{told}<div class="sides"><div>{left}</div><div>{right}</div></div>'


def shelf(rows: Iterable[tuple[str, str]]) -> str:
    """A heading and a quiet line for a pack on the shelf."""
    return "".join(f'<p class="pack"><b>{esc(title)}</b></p><p class="quiet">{esc(about)}</p>' for title, about in rows)


def overview(items: Sequence[Item]) -> str:
    """All entries of a kind in a folded list, each with its state."""
    rows = "".join(
        f"<li><span>{number}. {esc(item.name)}</span> <small>{_say('states', item.state)}"
        f"{' · ' + _say('disputed') if item.conflict else ''}</small></li>"
        for number, item in enumerate(items, 1)
    )
    count = esc(say("screen", "packs", "all", count=len(items)))
    return folded(count, f'<ul class="lines" role="list">{rows}</ul>') if items else ""


def notes(lines: Sequence[str]) -> str:
    """What check-pack says of one entry, a line each."""
    return _list("notices", lines)


def left(lines: Sequence[str]) -> str:
    """What is left to do before the pack is fit for a class."""
    if not lines:
        return f'<p class="lead">{_say("nothing_left")}</p>'
    return f"<h3>{_say('to_do')}</h3>{_list('lines', [capital(line) for line in lines])}"


def aside(lines: Sequence[str], text: str) -> str:
    """What was set aside of a document, and the document as read, both folded."""
    count = esc(say("screen", "packs", "aside", "one" if len(lines) == 1 else "many", count=len(lines)))
    parts = folded(count, _list("lines", lines)) if lines else ""
    return parts + folded(_say("as_read"), f'<div class="read"><p class="out">{esc(text)}</p></div>')


def _quotes(pack: Pack, found: Sequence[Quoted]) -> str:
    rows = "".join(f'<li><q>“{esc(one.text)}”</q><span class="src">{esc(_place(pack, one))}</span></li>' for one in found)
    return f'<ul class="rows said" role="list">{rows}</ul>'


def _place(pack: Pack, one: Quoted) -> str:
    title = capital(source_title(pack, one.source))
    return say("source", "printed", title=title, where=one.where) if one.where else title


def _list(name: str, lines: Sequence[str]) -> str:
    return f'<ul class="{name}" role="list">{"".join(f"<li>{esc(line)}</li>" for line in lines)}</ul>' if lines else ""


def _heading(name: str) -> str:
    return f"<h3>{_say(name)}</h3>"


def _say(*path: str) -> str:
    return esc(say("screen", "packs", *path))
