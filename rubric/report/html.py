"""A marking as HTML: the parts of the result page, for the screen now and for a saved page later.

In: a Marking, who reads it.  Out: strings to put inside one `.mg` element (`framed`), whose style is `style()`.
All text of essay and pack is escaped; ids begin `e-`; every selector begins `.mg`; nothing is told by colour alone.
Pure functions: the same marking gives the same string. Does not know Streamlit.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from rubric.marking import Comment, Marking
from rubric.report.comments import comments_part, lettered
from rubric.report.facts import checked, checked_head, facts, facts_lead, facts_rest, flag_row
from rubric.report.level import level, strands
from rubric.report.margins import essay
from rubric.report.quoting import between, esc, is_set_aside, paragraph_at, paragraphs, shortened
from rubric.report.rows import add_documents, arguments, quoted, where
from rubric.report.summary import read_line, size_line, summary, unjudged
from rubric.wording import say

__all__ = [
    "add_documents",
    "annotated",
    "arguments",
    "as_read",
    "checked",
    "checked_head",
    "comments_part",
    "esc",
    "facts",
    "facts_lead",
    "facts_rest",
    "fault",
    "flag_row",
    "framed",
    "head",
    "level",
    "masthead",
    "next_draft",
    "style",
]

KEY = (("error", "1"), ("check", "2"), ("spelling", "3"), ("covered", ""), ("partial", ""), ("teacher", "a"))


def style() -> str:
    """The style element of every part."""
    css = files("rubric.report").joinpath("essay.css").read_text("utf-8")
    return f"<style>{css}</style>"


def framed(inner: str, theme: str | None = None) -> str:
    """A part in its frame. `theme` is light or dark; without one the reader's system decides."""
    data = f' data-theme="{theme}"' if theme in ("light", "dark") else ""
    return f'<div class="mg"{data}>{inner}</div>'


def masthead(page: str) -> str:
    """What an empty page is called and what it does. `page` is form or check, as in the wording."""
    return f'<h1 class="name">{_say(page, "title")}</h1><p class="intro">{_say(page, "intro")}</p>'


def fault(message: str, page: str = "form") -> str:
    """One sentence about what went wrong, beside the box."""
    return f'<p class="fault" role="alert"><b>{_say(page, "fault")}</b> {esc(message)}</p>'


def line(message: str) -> str:
    """One quiet sentence."""
    return f'<p class="quiet">{esc(message)}</p>'


def head(marking: Marking, question: str, title: str = "") -> str:
    """The question, the summary, how much was read, and the notices."""
    said = "".join(f"<li>{esc(notice.message)}</li>" for notice in marking.notices)
    notices = f'<ul class="notices" role="list" aria-label="{_say("words", "notices")}">{said}</ul>' if said else ""
    read = f"{esc(title or marking.essay.name)}: {esc(size_line(marking))}. {esc(read_line(marking))}"
    return f'<h1>{esc(question)}</h1><p class="summary">{esc(summary(marking))}</p><p class="quiet">{read}</p>{notices}'


def annotated(marking: Marking, reader: str = "student", *, noted: bool = True) -> str:
    """What the teacher says on the whole, then the essay with its key and margins; unless `noted`, in one column alone."""
    name, body = _say("words", "essay"), essay(marking, reader, noted=noted)
    above, look = comments_part(marking) + _key(marking), "essay" if noted else "essay plain"
    return f'{above}<article class="{look}" aria-labelledby="e-h0"><h2 class="vh" id="e-h0">{name}</h2>{body}</article>'


def as_read(marking: Marking, unread: Sequence[str] = ()) -> str:
    """The text as it was read: paragraphs numbered, titles and what was set aside told apart, what was not read."""
    text = marking.essay.text
    parts = [
        (start, f'<p><span class="num">{n}</span>{esc(text[start:end])}</p>')
        for n, (start, end) in enumerate(paragraphs(marking), 1)
    ]
    for start, end in between(marking):
        code = "set_aside" if is_set_aside(marking, start, end) else "title_short"
        name, words = _say("as_read", code), esc(text[start:end].strip())
        parts.append((start, f'<p class="out"><span class="num"></span><b>{name}</b> {words}</p>'))
    lines = [line(say("screen", "as_read", "unread", what=", ".join(unread)))] if unread else []
    if marking.essay.paragraphs == 1 and marking.level is not None and marking.level.low is not None:
        lines.append(line(say("screen", "as_read", "one_block", words=f"{marking.essay.words:,}")))
    return "".join(lines) + f'<div class="read">{"".join(part for _, part in sorted(parts))}</div>'


def next_draft(marking: Marking, reader: str) -> str:
    """What went well, even better if, next steps, each with the student's words; then what lifts and holds each strand."""
    name, said = _say("tabs", "next"), marking.feedback
    columns = (
        ("went_well", said.went_well, "ul"),
        ("even_better_if", said.even_better_if, "ul"),
        ("next_steps", said.next_steps, "ol"),
    )
    shown = "".join(_column(marking, code, comments, tag) for code, comments, tag in columns if comments)
    foot = say("screen", "next", "foot", pack=marking.pack.title or marking.pack.id, version=marking.pack.version)
    last = f'<p class="quiet foot">{esc(foot)}</p>'
    by_strand = strands(marking, reader)
    if not shown:
        nothing = unjudged(marking) or say("screen", "next", "nothing")
        return f'<h2 class="vh">{name}</h2><p class="lead">{esc(nothing)}</p>{last}'
    return f'<section class="next"><h2 class="vh">{name}</h2><div class="cols">{shown}</div>{by_strand}{last}</section>'


def _column(marking: Marking, code: str, comments: Sequence[Comment], tag: str) -> str:
    items = "".join(f"<li>{esc(comment.text)}{_words(marking, comment) if tag == 'ul' else ''}</li>" for comment in comments)
    return f"<div><h3>{_say('next', code)}</h3><{tag}>{items}</{tag}></div>"


def _words(marking: Marking, comment: Comment) -> str:
    if comment.end <= comment.start:
        return ""
    words = shortened(marking.essay.text[comment.start : comment.end], 160)
    return f"{quoted(words)}{where(paragraph_at(marking, comment.start))}"


def key_of(marking: Marking) -> list[tuple[str, str]]:
    """The marks that this essay carries: kind, and the number that stands for it, if it has one."""
    present: set[str] = {slip.severity for slip in marking.slips} | {point.status for point in marking.points if point.evidence}
    present |= {"teacher"} if lettered(marking) else set()
    return [(kind, sign) for kind, sign in KEY if kind in present]


def _key(marking: Marking) -> str:
    """The marks that this essay carries, with their words."""
    items = "".join(
        f'<li class="{kind}">{_mark(sign)}<span><b>{_say("key", kind, "name")}</b> {_say("key", kind, "means")}</span></li>'
        for kind, sign in key_of(marking)
    )
    return f'<ul class="key" role="list" aria-label="{_say("words", "key")}">{items}</ul>' if items else ""


def _mark(sign: str) -> str:
    return f'<span class="n" aria-hidden="true">{sign}</span>' if sign else '<span class="dot"></span>'


def _say(*path: str) -> str:
    return esc(say("screen", *path))
