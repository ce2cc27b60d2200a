"""A marking as a web page to save, send and print: one file, nothing loaded from elsewhere, no script.

In: a Marking, the question, who reads it.  Out: the whole HTML document; `document` is the shell of every such page.
The parts are those of the screen (`html.py`), one below the other; the same marking gives the same page.
"""

from __future__ import annotations

from importlib.resources import files

from rubric.marking import Marking
from rubric.report import html
from rubric.report.quoting import esc, printable
from rubric.wording import say

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
SHEET = "@page { size: %s; margin: 14mm 14mm 17mm; @bottom-left { %s } @bottom-right { %s } }"
FONT = 'font: 8pt "Source Sans", "Segoe UI", Arial, sans-serif;'


def as_page(marking: Marking, question: str, reader: str = "student") -> str:
    """The page. Where facts alone were checked, what Check facts shows."""
    body = _facts(marking) if marking.made_by.encoder is None else _whole(marking, question, reader)
    foot = say("report", "foot", name=marking.essay.name, title=marking.pack.title or marking.pack.id)
    return document(say("report", "title", name=marking.essay.name), body, foot)


def document(title: str, body: str, foot: str, paper: str = "A4") -> str:
    """A whole page around its body; the foot, with the page number, is printed on every sheet of paper."""
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{esc(title)}</title>\n{html.style()}\n<style>{_css(foot, paper)}</style>\n</head>\n"
        f'<body>\n<main class="mg saved">\n{body}\n</main>\n</body>\n</html>\n'
    )


def _whole(marking: Marking, question: str, reader: str) -> str:
    parts = [f"<header>{html.head(marking, question)}</header>"]
    if reader == "teacher" or (marking.level is not None and marking.level.by_teacher):
        parts.append(html.level(marking))
    parts.append(html.annotated(marking, reader))
    parts += [_part(part) for part in (html.next_draft(marking, reader), html.arguments(marking, reader), html.facts(marking))]
    return "\n".join(part for part in parts if part)


def _facts(marking: Marking) -> str:
    said = html.comments_part(marking, all_of_them=True)  # this text has no margin
    return f"<header>{html.checked_head(marking)}</header>\n{said}{_part(html.checked(marking))}"


def _part(inner: str) -> str:
    return f'<section class="part">{inner}</section>'


def _css(foot: str, paper: str) -> str:
    """The style of the page, with the foot and the page number at the foot of the paper."""
    number = say("report", "page", page='" counter(page) "', pages='" counter(pages) "')
    css = files("rubric.report").joinpath("page.css").read_text("utf-8")
    return css + SHEET % (paper, f'content: "{_css_words(foot)}"; {FONT}', f'content: "{number}"; {FONT}')


def _css_words(text: str) -> str:
    """Text inside a CSS string: all but letters, digits and spaces by number."""
    return "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in printable(text))
