"""What changed since the last draft, as lists by label.

In: Changes and the new draft's Marking.  Out: HTML; rows divided by hairlines, what there is none of left out.
What went well comes first: now covered, corrected. A student sees no statement of a point here, only its label and words.
"""

from __future__ import annotations

from collections.abc import Sequence

from rubric.drafts import Changes
from rubric.marking import Marking, PointFound, Slip
from rubric.report.quoting import emphasised, esc, paragraph_at, shortened
from rubric.report.rows import quoted, where
from rubric.wording import capital, say

LONGEST = 120  # characters of a slip that are quoted


def changed(found: Changes, marking: Marking, number: int) -> str:
    """The changes that made draft `number`; a sentence where there are none."""
    title = f'<h2 class="vh">{_say("title")}</h2>'
    lead = f'{title}<p class="lead">{esc(say("screen", "drafts", "compared", now=number, then=number - 1))}</p>'
    if not found.any:
        lead += f'<p class="lead">{_say("nothing")}</p>'
    parts = (
        _group("covered", [_point(point, marking) for point in found.covered]),
        _group("corrected", [_old(slip, "now") for slip in found.corrected]),
        _group("begun", [_point(point, marking) for point in found.begun]),
        _group("new", [_slip(slip) for slip in found.new]),
        _group("still", [_slip(slip) for slip in found.still]),
        _group("gone", [_old(slip, "was") for slip in found.gone]),
        _group("lost", [_point(point, marking) for point in found.lost]),
    )
    return lead + "".join(parts)


def first_draft(*, unlike: bool) -> str:
    """What stands here before there is a second draft; `unlike` where the essay marked before is another one."""
    said = f'<p class="lead">{_say("unlike")}</p>' if unlike else ""
    return f'<h2 class="vh">{_say("title")}</h2>{said}<p class="lead">{_say("first")}</p>'


def _group(name: str, rows: Sequence[str]) -> str:
    if not rows:
        return ""
    heading = f"<h3>{_say(name, 'name')} <small>{_say(name, 'about')}</small></h3>"
    return f'{heading}<ul class="rows args" role="list">{"".join(rows)}</ul>'


def _point(point: PointFound, marking: Marking) -> str:
    body, place = "", ""
    for evidence in point.evidence[:1]:
        body, place = quoted(evidence.text), where(paragraph_at(marking, evidence.start))
    if point.status != "covered":
        body += f'<span class="ask">{esc(point.question)}</span>'
    return f"<li><div><h4>{esc(point.label)}</h4>{place}</div><div>{body}</div></li>"


def _old(slip: Slip, said: str) -> str:
    """A slip of the last draft: what it is about, and what stood there."""
    what = capital(slip.claim.removesuffix(f": {slip.text}"))
    words = say("screen", "drafts", said, said=shortened(slip.text, LONGEST), right=slip.should_be)
    return f"<li><div><h4>{esc(what)}</h4></div><div>{emphasised(words, slip.should_be)}</div></li>"


def _slip(slip: Slip) -> str:
    """A slip of the new draft; its words are quoted where the message does not give them."""
    words = "" if slip.text in slip.message else quoted(slip.text)
    return (
        f"<li><div><h4>{esc(slip.heading)}</h4>{where(slip.paragraph)}</div>"
        f"<div>{words}{emphasised(slip.message, slip.should_be)}</div></li>"
    )


def _say(*path: str) -> str:
    return esc(say("screen", "drafts", *path))
