"""Where a teacher's comments stand: each in its paragraph under a letter, or on the whole essay.

In: a Marking.  Out: Lettered comments in reading order, and those that stand in no paragraph, with the words they quote.
A letter follows the words of its comment, so that a slip's number is never taken for it. A comment whose words begin in no
paragraph (a title, what was set aside) is printed with those on the whole, so that none is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rubric.marking import Marking, TeacherComment
from rubric.report.quoting import esc, paragraph_at, paragraphs, shortened
from rubric.wording import say

LETTERS = "abcdefghijklmnopqrstuvwxyz"
QUOTE = 160  # characters of the essay quoted beside a comment that stands apart from it


@dataclass(frozen=True, slots=True)
class Lettered:
    """A comment, its letter, the stretch of its words, and where its letter is set: behind them, inside their paragraph."""

    letter: str
    comment: TeacherComment
    start: int
    end: int
    at: int


def lettered(marking: Marking) -> list[Lettered]:
    """The comments that stand in a paragraph, in reading order."""
    spans = paragraphs(marking)
    found: list[Lettered] = []
    for comment in sorted(marking.teacher_comments, key=lambda one: (one.start, one.end)):
        start, number = _begins(marking, comment)
        if number is None:
            continue
        at = min(comment.end if comment.end > start else _word_end(marking.essay.text, start), spans[number - 1][1])
        found.append(Lettered(_letter(len(found)), comment, start, max(comment.end, at), at))
    return found


def overall(marking: Marking) -> list[tuple[str, str]]:
    """The comments on the whole essay, in the order in which they were made: the words quoted, if any, and what is said."""
    apart = [one for one in marking.teacher_comments if _begins(marking, one)[1] is None]
    return [(_quoted(marking, one), one.text.strip()) for one in apart]


def every(marking: Marking) -> list[tuple[str, str]]:
    """All comments, those on the whole first, then in reading order: the words quoted, if any, and what is said."""
    return [*overall(marking), *((_quoted(marking, one.comment), one.comment.text.strip()) for one in lettered(marking))]


def comments_part(marking: Marking, *, all_of_them: bool = False) -> str:
    """The comments on the whole essay as HTML, or all of them where the essay has no margin; empty where there are none."""
    said = every(marking) if all_of_them else overall(marking)
    if not said:
        return ""
    name = esc(say("report", "sections", "teacher"))
    items = "".join(f"<li>{f'<q>{esc(quote)}</q>' if quote else ''}{with_lines(text)}</li>" for quote, text in said)
    return f'<section class="teacher" aria-label="{name}"><h2>{name}</h2><ul role="list">{items}</ul></section>'


def with_lines(text: str) -> str:
    """What a teacher wrote as HTML, in the lines in which it was written."""
    return "<br>".join(esc(line) for line in text.strip().splitlines())


def _begins(marking: Marking, comment: TeacherComment) -> tuple[int, int | None]:
    """Where the words of a comment begin, and the number of their paragraph; 0 to 0 is the whole essay, in none."""
    if comment.start == comment.end == 0:
        return 0, None
    words = marking.essay.text[comment.start : comment.end]
    start = comment.start + len(words) - len(words.lstrip())
    return start, paragraph_at(marking, start)


def _quoted(marking: Marking, comment: TeacherComment) -> str:
    words = shortened(marking.essay.text[comment.start : comment.end], QUOTE)
    return f"“{words}”" if words else ""


def _word_end(text: str, start: int) -> int:
    word = re.compile(r"\w+").match(text, start)
    return word.end() if word else start + 1


def _letter(number: int) -> str:
    """a to z, then aa, ab ..."""
    before = _letter(number // len(LETTERS) - 1) if number >= len(LETTERS) else ""
    return before + LETTERS[number % len(LETTERS)]
