"""The page Review as HTML: the essay with the slip at hand, that slip, the points, the comments, the history.

In: a Reviewed script and its history.  Out: strings for `html.framed`.
The essay has every slip that the tool found, so that a number never moves: one that was dismissed loses its line and its
number is struck through. Only the slip at hand is a link, for the others have no note to lead to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, tzinfo

from rubric.marking import Marking, PointFound, TeacherComment
from rubric.overrides import Override, Reviewed, claim_key
from rubric.report.html import annotated, flag_row
from rubric.report.level import level, strands
from rubric.report.quoting import esc, paragraph_at, shortened
from rubric.report.rows import folded, quoted, where
from rubric.reviewing import Left, dismissed_everywhere, has_range, note_of, slips_as_they_stand
from rubric.wording import say

SLIP = re.compile(r'<a class="slip (\w+)" id="e-s(\d+)"[^>]*>(.*?)</a>', re.DOTALL)
POINT = re.compile(r'<a class="point partial" id="(e-p\d+)"[^>]*>(.*?)</a>', re.DOTALL)
LONGEST = 60  # characters of a quotation in the history


def walked(reviewed: Reviewed, at: int) -> str:
    """The essay, the slip at this place (from 0) current."""

    def slip(found: re.Match[str]) -> str:
        severity, number, inner = found[1], int(found[2]), found[3]
        gone = reviewed.decisions.get(slips[number - 1].id) == "dismiss"
        classes = f"slip {severity}{' dismissed' if gone else ''}"
        said = f'<span class="vh"> {_say("states", "dismiss")}</span>' if gone else ""
        if number == at + 1:
            return f'<a class="{classes} current" id="e-s{number}" href="#e-at" aria-current="true">{inner}{said}</a>'
        return f'<span class="{classes}" id="e-s{number}">{inner}{said}</span>'

    slips = slips_as_they_stand(reviewed)
    page = annotated(_with_all(reviewed), "teacher", noted=False)
    return SLIP.sub(slip, POINT.sub(r'<span class="point partial" id="\1">\2</span>', page))


def slip_at(reviewed: Reviewed, at: int, history: Sequence[Override]) -> str:
    """The slip at this place: where it stands in the row of slips, what was decided, the words, what is right, its source."""
    slips = slips_as_they_stand(reviewed)
    if not slips:
        return f'<p class="lead" id="e-at">{_say("no_slips")}</p>'
    slip, line = slips[at], _slip_line(at, len(slips))
    everywhere = dismissed_everywhere(slip.id, history)
    note = note_of("claim", claim_key(slip.id), history) if everywhere else note_of("slip", slip.id, history)
    said = f'<p class="quiet note-said">{esc(say("screen", "review", "noted", note=note))}</p>' if note else ""
    return (
        f'<section class="at-hand" id="e-at" role="status" aria-label="{esc(line)}">'
        f"{flag_row(_with_all(reviewed), at + 1)}{said}</section>"
    )


def slip_line(reviewed: Reviewed, at: int, history: Sequence[Override]) -> str:
    """Which slip this is, and what was decided about it."""
    return f'<p class="at"><b>{esc(_slip_line(at, len(reviewed.tool.slips)))}</b> {esc(state_of(reviewed, at, history))}</p>'


def state_of(reviewed: Reviewed, at: int, history: Sequence[Override]) -> str:
    """What was decided about a slip, in two words."""
    slip = reviewed.tool.slips[at]
    if dismissed_everywhere(slip.id, history):
        return say("screen", "review", "states", "everywhere")
    return say("screen", "review", "states", reviewed.decisions.get(slip.id, "open"))


def script_head(assignment: str, name: str, line: str) -> str:
    """Whose script this is, and how far the teacher is."""
    return f'<h1>{esc(assignment)}</h1><p class="summary">{esc(name)}</p><p class="quiet" role="status">{esc(line)}</p>'


def level_title() -> str:
    """The heading over the teacher's level."""
    return f'<h2 class="part">{_say("level")}</h2>'


def progress(left: Left, number: int, total: int, done: int) -> str:
    """Which script this is, how many are reviewed, and what is left here."""
    parts = [_counted("left_slips", len(left.slips))] if left.slips else []
    parts += [say("screen", "review", "left_level")] if left.level else []
    what = " and ".join(parts)
    here = say("screen", "review", "left", what=what) if parts else say("screen", "review", "done")
    return say("screen", "review", "progress", number=number, total=total, done=done, here=here)


def range_seen(reviewed: Reviewed) -> str:
    """The tool's range with its reasons and strands, folded under its one line; or why there is none."""
    found = reviewed.tool.level
    if not has_range(reviewed) or found is None:
        return level(reviewed.tool)
    line = esc(say("level", "range", low=found.low, high=found.high))
    inner = level(reviewed.tool) + f'<div class="next">{strands(reviewed.tool, "teacher")}</div>'
    return f'<p class="range">{line}</p>{folded(_say("why_range"), inner)}'


def point_row(reviewed: Reviewed, point: PointFound, history: Sequence[Override]) -> str:
    """A point: its evidence, why it was judged so, its statement, and what the teacher noted."""
    marking = reviewed.tool
    body, place = "", ""
    for evidence in point.evidence[:1]:
        body += quoted(evidence.text)
        place = where(paragraph_at(marking, evidence.start))
    body += f'<span class="told">{esc(point.statement)}</span>'
    why = " ".join(point.why)
    before = next(one.status for one in marking.points if one.id == point.id)
    if before != point.status:
        why = say("screen", "review", "points", "changed", before=say("screen", "status", before))
        if note := note_of("point", point.id, history):
            why += " " + say("screen", "review", "noted", note=note)
    body += f'<span class="why">{esc(why)}</span>'
    row = f"<li><div><h4>{esc(point.label)}</h4>{place}</div><div>{body}</div></li>"
    return f'<ul class="rows args" role="list">{row}</ul>'


def group(status: str) -> str:
    """The heading over the points with this status, or over those that were not taught."""
    about = _say("points", "about", status)
    if status == "untaught":
        return f"<h3>{_say('points', 'untaught')} <small>{about}</small></h3>"
    return f'<h3 class="{status}"><span class="dot"></span>{esc(say("screen", "status", status))} <small>{about}</small></h3>'


def untaught(points: Sequence[PointFound]) -> str:
    """The points that were not taught and are not made: by name, for nothing is held against the student."""
    return f'<ul class="lines" role="list">{"".join(f"<li>{esc(point.label)}</li>" for point in points)}</ul>'


def comment_row(marking: Marking, comment: TeacherComment) -> str:
    """A comment with the words that it stands at."""
    whole = comment.end <= comment.start
    words = f'<span class="where">{_say("comments", "whole")}</span>' if whole else _words(marking, comment)
    return f'<ul class="rows said" role="list"><li><div>{words}<span class="told">{esc(comment.text)}</span></div></li></ul>'


def past(history: Sequence[Override], marking: Marking, zone: tzinfo | None = None) -> str:
    """Every decision, the first at the top: about what, from what to what, when, the note, the pack."""
    claims = {claim_key(slip.id) for slip in marking.slips}
    history = [one for one in history if one.change.kind != "claim" or one.change.target in claims]
    if not history:
        return f'<p class="lead">{_say("history", "none")}</p>'
    rows = "".join(_decided(one, marking, zone) for one in history)
    return f'<p class="lead">{_say("history", "lead")}</p><ol class="rows past" role="list">{rows}</ol>'


def _decided(one: Override, marking: Marking, zone: tzinfo | None) -> str:
    """One decision: about what, from what to what, then when, the note and the pack."""
    change, path = one.change, ("screen", "review", "history")
    before, now = _value(change.kind, one.before), _value(change.kind, change.value)
    note = f'<span class="told">{esc(say("screen", "review", "noted", note=change.note))}</span>' if change.note else ""
    foot = say(*path, "foot", when=_when(one.at, zone), pack=one.pack.replace("@", " "))
    return (
        f"<li><div><b>{esc(_about(one, marking))}</b> {esc(say(*path, 'turned', before=before, now=now))}{note}"
        f'<span class="src">{esc(foot)}</span></div></li>'
    )


def _slip_line(at: int, total: int) -> str:
    return say("screen", "review", "slip", number=at + 1, total=total)


def _with_all(reviewed: Reviewed) -> Marking:
    return reviewed.marking.model_copy(update={"slips": slips_as_they_stand(reviewed), "teacher_comments": ()})


def _words(marking: Marking, comment: TeacherComment) -> str:
    words = marking.essay.text[comment.start : comment.end]
    return quoted(words, LONGEST * 2) + where(paragraph_at(marking, comment.start))


def _when(at: str, zone: tzinfo | None) -> str:
    time = datetime.fromisoformat(at).astimezone(zone)
    return f"{time.day} {time:%B %Y, %H:%M}"


def _about(one: Override, marking: Marking) -> str:
    """What a decision is about: a slip by its words, a point by its topic, never an id."""
    kind, target = one.change.kind, one.change.target
    labels = {point.id: point.label for point in marking.points} if kind == "point" else {}
    if kind in ("slip", "claim"):
        labels = {key: slip.text for slip in reversed(marking.slips) for key in (slip.id, claim_key(slip.id))}
    if kind not in ("level", "comment") and target not in labels:
        return say("screen", "review", "history", "gone")
    return say("screen", "review", "history", "kinds", kind, what=shortened(labels.get(target, ""), LONGEST))


def _value(kind: str, value: object) -> str:
    """A value of a decision in words; nothing stands for the tool's own word."""
    path = ("screen", "review", "history")
    if not isinstance(value, dict):
        return say(*path, "nothing" if kind == "comment" else "own")
    if "decision" in value:
        edited = value.get("should_be") or value.get("message") or ""
        return say(*path, "decisions", value["decision"], edited=shortened(edited, LONGEST))
    if "status" in value:
        return say("screen", "status", value["status"])
    if kind == "level" and "level" not in value:
        return say(*path, "range", low=value["low"], high=value["high"]) if value["low"] else say(*path, "own")
    if kind == "level":
        said = say(*path, "level", level=value["level"]) if value["level"] else say(*path, "no_level")
        return say(*path, "seen" if value["seen_range"] else "unseen", level=said)
    return f"“{shortened(value['text'], LONGEST)}”" if "text" in value else say(*path, "own")


def _counted(name: str, count: int) -> str:
    return say("screen", "review", name, "one" if count == 1 else "many", count=count)


def _say(*path: str) -> str:
    return esc(say("screen", "review", *path))
