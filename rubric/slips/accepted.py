"""Say which days are right for an event in the words of a sentence, and whether a date can be one of them.

In: a time, an event and the sentence.  Out: yes or no; intervals of days.
An alternative typed by its act counts only where a word of the act goes with the date. With a verb of beginning or ending,
something that lasted is held to its first or last days.
"""

from __future__ import annotations

from reference.pack import Event
from reference.reading.clauses import apart
from reference.reading.moments import Time
from reference.reading.words import words
from reference.spans import Days, days
from rubric.data import stems
from rubric.essay import Read
from rubric.slips.anchors import anchors_of, attributive


def impossible(time: Time, event: Event) -> bool:
    """True for "since 1945" of something that began only later: nothing goes on before it begins."""
    there = time.days
    return time.relation == "since" and there is not None and there.last < days(event.when).first


def date_agrees(time: Time, event: Event, read: Read) -> bool:
    """True where the date can be right for the event, in the words of this sentence."""
    there = _with(read, time)
    spans = accepted(event, there, sharp=time.precision != "part" and not attributive(read.sentence, time))
    if not time.has_year and (around := _years_around(read)) is not None:
        spans = [span for span in spans if span.meets(around)]
    return any(time.fits(span) for span in spans)


def _with(read: Read, time: Time) -> set[str]:
    """The stems of the words that a date may go with: all but those of coordinate clauses with a subject of their own."""
    place = anchors_of(read.sentence, time)[-1]
    return {word.stem for word in read.words if not apart(read.sentence, place, read.sentence.token_at(word.start) or 0)}


def _years_around(read: Read) -> Days | None:
    """The years that a date without its own can mean, a year to either side of those that the sentence gives in figures."""
    given = [time.days for time in read.times if time.days is not None and any(letter.isdigit() for letter in time.text)]
    if not given:
        return None
    return Days(min(span.first for span in given) - 400, max(span.last for span in given) + 400)


def accepted(event: Event, there: set[str], sharp: bool = True) -> list[Days]:
    """Every interval that is right for an event; an alternative typed by its act only where a word of the act is there.

    With a verb of beginning or ending, something that lasted is held to its first or last days, if the date is `sharp`.
    """
    begins, ends = stems("verbs", "begins"), stems("verbs", "ends")
    own = {word.stem for word in words(event.name)}
    begun = sharp and bool(there & begins) and not there & ends and not own & begins
    ended = sharp and bool(there & ends) and not there & begins and not own & ends
    spans = [_narrowed(days(event.when), begun, ended)]
    for other in event.accept:
        acts = [{word.stem for word in words(choice.replace("_", " "))} for choice in other.act.split("|") if choice]
        if not acts:
            spans.append(_narrowed(days(other.when), begun, ended))
        elif any(act <= there for act in acts):
            spans.append(days(other.when))
    return spans


def _narrowed(span: Days, begun: bool, ended: bool) -> Days:
    """The first or last days of something that lasted, where the clause says that it began or ended."""
    if span.length <= 3 or not (begun or ended):
        return span
    return Days(span.first, span.first + 1) if begun else Days(span.last - 1, span.last)
