"""The accuracy card as HTML: how often flags are right, measured on what, written by whom.

In: `data/accuracy.json`, which `python -m tests.accuracy.card --write` makes together with the card in README.
Out: HTML. The card is Markdown of the plainest kind (paragraphs, tables, code between backticks), so that the screen and
README cannot tell different figures. Computes nothing.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files

from rubric.report.quoting import esc
from rubric.wording import say

CODE, CODE_HTML = "`(.+?)`", r"<code>\1</code>"


def card() -> str:
    """The card as it stands in README, in Markdown."""
    return str(json.loads(files("rubric.data").joinpath("accuracy.json").read_text("utf-8"))["card"])


def accuracy() -> str:
    """The card, and what its figures mean."""
    body = "".join(_block(block) for block in card().split("\n\n") if block.strip())
    meaning = "".join(
        f"<li>{esc(say('screen', 'accuracy', 'meaning', name))}</li>" for name in ("precision", "recall", "sets", "silence")
    )
    return f'{body}<ul class="lines means">{meaning}</ul>'


def _block(block: str) -> str:
    lines = block.splitlines()
    if lines[0].startswith("|"):
        return _table(lines)
    return "".join(f"<p>{re.sub(CODE, CODE_HTML, esc(line))}</p>" for line in lines)


def _table(lines: list[str]) -> str:
    head, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    names = "".join(f'<th scope="col">{esc(name)}</th>' if name else "<td></td>" for name in head)
    body = "".join(
        f'<tr><th scope="row" data-of="{esc(head[0])}">{esc(row[0])}</th>'
        + "".join(f'<td data-of="{esc(name)}">{esc(cell)}</td>' for name, cell in zip(head[1:], row[1:], strict=True))
        + "</tr>"
        for row in rows
    )
    return f'<table class="figures"><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>'
