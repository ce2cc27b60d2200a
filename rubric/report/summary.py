"""The lines at the top of a result: what a teacher would say in two sentences, and how much was read.

In: a Marking.  Out: plain sentences; all words are in `wording.yaml` under `screen`.
One strength, how many facts to correct, then the one or two moves that matter most. Points are never counted.
"""

from __future__ import annotations

from rubric.data import data
from rubric.marking import UNJUDGED, Marking, PointFound
from rubric.wording import capital, say, years

NO_ADVICE = UNJUDGED | {"too_short"}  # a few words or another question: say what is right and wrong, no more
MOST_MOVES = 2


def unjudged(marking: Marking) -> str | None:
    """The notice's sentence where the arguments were not compared with the points, else None."""
    return next((notice.message for notice in marking.notices if notice.code in UNJUDGED), None)


def summary(marking: Marking) -> str:
    """Two sentences on the whole essay; one, on its facts, where it is too short or answers another question."""
    facts = _facts(marking)
    if not marking.points or NO_ADVICE & {notice.code for notice in marking.notices}:
        return capital(facts) + "."
    moves = _moves(marking)
    second = (
        facts if not moves else f"{facts}; {' and '.join(moves)}" if len(moves) == 1 else f"{facts}; {moves[0]}, and {moves[1]}"
    )
    return f"{_strength(marking)} {capital(second)}."


def read_line(marking: Marking) -> str:
    """How many facts were read and how they came out; what there is none of is left out."""
    checked = marking.checked
    if not checked.claims:
        return say("screen", "facts", "none_read")
    against = "disagree" if checked.agrees else "disagree_alone"
    counts = (("agree", checked.agrees), (against, checked.disagrees), ("not_in_pack", checked.not_in_pack))
    outcomes = ", ".join(_counted(what, count) for what, count in counts if count)
    line = say("screen", "facts", "read", facts=_counted("facts", checked.claims), outcomes=outcomes)
    return line if marking.slips else f"{line} {say('screen', 'facts', 'nothing_to_correct')}"


def size_line(marking: Marking) -> str:
    """The number of paragraphs and words, as read."""
    essay = marking.essay
    return f"{_counted('paragraphs', essay.paragraphs)}, {_counted('words', essay.words)}"


def _counted(what: str, count: int) -> str:
    return say("screen", "counted", what, "one" if count == 1 else "many", count=f"{count:,}")


def _number(count: int) -> str:
    names = data("wording")["screen"]["numbers"]
    return str(names[count]) if count < len(names) else str(count)


def _facts(marking: Marking) -> str:
    errors = sum(slip.severity == "error" for slip in marking.slips)
    checks = sum(slip.severity == "check" for slip in marking.slips)
    if not marking.checked.claims and not marking.slips:
        return say("screen", "summary", "facts", "none_read")
    if errors:
        return say("screen", "summary", "facts", "one" if errors == 1 else "many", count=_number(errors))
    if checks:
        return say("screen", "summary", "facts", "check_one" if checks == 1 else "check_many", count=_number(checks))
    return say("screen", "summary", "facts", "none")


def _strength(marking: Marking) -> str:
    seen = marking.structure
    best = _best(marking)
    if seen.get("judges"):
        return say("screen", "summary", "strength", "judges")
    if best:
        return say("screen", "summary", "strength", "argues", label=best.label)
    if marking.checked.agrees:
        return say("screen", "summary", "strength", "exact")
    return say("screen", "summary", "strength", "tells")


def _best(marking: Marking) -> PointFound | None:
    """The covered point that the feedback praises first."""
    praised = [comment.about for comment in marking.feedback.went_well]
    covered = {point.id: point for point in marking.points if point.status == "covered"}
    return next((covered[name] for name in praised if name in covered), None)


def _moves(marking: Marking) -> list[str]:
    """The moves that matter most: a gap in the period, the point that the feedback would develop first, the ending."""
    seen, moves = marking.structure, []
    partial = {point.id: point for point in marking.points if point.status == "partial"}
    named = [comment.about for comment in (*marking.feedback.next_steps, *marking.feedback.even_better_if)]
    first = next((partial[name] for name in named if name in partial), None)
    if gap := seen.get("gap"):
        moves.append(say("screen", "summary", "moves", "gap", years=years(gap)))
    if first:
        moves.append(say("screen", "summary", "moves", "develop", label=first.label))
    if seen.get("closes") and not seen.get("judges"):
        moves.append(say("screen", "summary", "moves", "judgement"))
    return moves[:MOST_MOVES]
