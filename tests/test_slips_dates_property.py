"""For every sure event of the pack: its own date never disagrees, nor a coarser form of it; a date far from it always does.

An event is taken where its name, put into "The ... took place", is the subject and is read as that event and nothing else;
dates that are right for it by an alternative are kept out of what must disagree, typed ones too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reference import Pack
from reference.pack import Event
from reference.reading.clauses import top
from reference.reading.lexicon import Lexicon
from reference.reading.times import times
from reference.spans import MONTHS, Days, days
from rubric.essay import read_essay
from tests.slips import findings

CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
LONGEST = 1200  # days: a state of things that lasted longer has no day of its own
FAR = 370  # days from anything accepted
LEADS = st.sampled_from(["{Name} took place {when}.", "{When} {name} took place.", "It was {when} that {name} took place."])
FRAMES = (
    "It is said that {} took place.",
    "On 3 March 1940 {} took place.",
    "In 1940 {} took place.",
    "It was in 1940 that {} took place.",
)
DAY_STYLES = st.sampled_from(["on {0} {1} {2}", "on {1} {0}, {2}", "on {0}th {1} {2}", "on the {0}th of {1} {2}"])
# See test_slips_dates.py: "end of ..." is held to the very last day, which is not when the war ended in Europe.
KNOWN_FALSE_ALARMS = {"second-world-war-ends"}


@dataclass(frozen=True)
class Sure:
    """The pack and its sure events that their names alone call up; what hypothesis prints of it is short."""

    pack: Pack = field(repr=False)
    events: dict[str, Event] = field(repr=False)

    def draw(self, data: st.DataObject) -> Event:
        return self.events[data.draw(st.sampled_from(sorted(self.events)), label="event")]


def accepted(event: Event) -> list[Days]:
    return [days(event.when), *(days(other.when) for other in event.accept)]


def called(event: Event) -> str:
    """The name with its article, but "Stalin's death" without."""
    return event.name if "'s " in event.name else f"the {event.name}"


def names_itself(event: Event, known: Lexicon) -> bool:
    return " as " not in event.name and all(is_subject(frame, event, known) for frame in FRAMES)


def is_subject(frame: str, event: Event, known: Lexicon) -> bool:
    (read,) = read_essay(frame.format(called(event)), known).sentences
    events = [mention for mention in read.mentions if mention.kind == "event"]
    place = top(read.sentence, events[0].start, events[0].end) if events else None
    if place is None or {mention.ids for mention in events} != {(event.id,)}:
        return False
    subject = read.sentence.tokens[place]
    return subject.dep == "nsubj" and read.sentence.tokens[subject.head].text == "took"


@pytest.fixture(scope="module")
def sure(pack: Pack, known: Lexicon) -> Sure:
    fit = [event for event in pack.events.values() if event.confidence == "high" and days(event.when).length <= LONGEST]
    fit = [event for event in fit if not times(event.name) and event.id not in KNOWN_FALSE_ALARMS]
    return Sure(pack, {event.id: event for event in fit if names_itself(event, known)})


def sentence(lead: str, event: Event, when: str) -> str:
    name = called(event)
    return lead.format(name=name, when=when, When=when[0].upper() + when[1:], Name=name[0].upper() + name[1:])


def verdicts(text: str, event: Event, sure: Sure) -> list[str]:
    return [found.verdict for found in findings(text, sure.pack) if found.fact == f"{event.id}.when"]


def flagged(text: str, sure: Sure) -> list[str]:
    return [found.text for found in findings(text, sure.pack) if found.verdict == "disagrees"]


def a_day(data: st.DataObject, event: Event) -> date:
    span = days(event.when)
    return date.fromordinal(data.draw(st.integers(int(span.first), int(span.last)), label="day"))


def test_there_are_events_enough(sure: Sure) -> None:
    assert len(sure.events) >= 100


@CALM
@given(data=st.data(), lead=LEADS, style=DAY_STYLES)
def test_a_right_day_never_disagrees(data: st.DataObject, lead: str, style: str, sure: Sure) -> None:
    event = sure.draw(data)
    day = a_day(data, event)
    assert flagged(sentence(lead, event, style.format(day.day, MONTHS[day.month - 1], day.year)), sure) == []


@CALM
@given(data=st.data(), lead=LEADS)
def test_the_month_of_a_right_day_agrees(data: st.DataObject, lead: str, sure: Sure) -> None:
    event = sure.draw(data)
    day = a_day(data, event)
    text = sentence(lead, event, f"in {MONTHS[day.month - 1]} {day.year}")
    assert (flagged(text, sure), verdicts(text, event, sure)) == ([], ["agrees"])


@CALM
@given(data=st.data(), lead=LEADS)
def test_the_year_of_a_right_day_agrees(data: st.DataObject, lead: str, sure: Sure) -> None:
    event = sure.draw(data)
    text = sentence(lead, event, f"in {a_day(data, event).year}")
    assert (flagged(text, sure), verdicts(text, event, sure)) == ([], ["agrees"])


@CALM
@given(data=st.data(), lead=LEADS)
def test_the_decade_of_a_right_day_agrees(data: st.DataObject, lead: str, sure: Sure) -> None:
    event = sure.draw(data)
    text = sentence(lead, event, f"in the {a_day(data, event).year // 10 * 10}s")
    assert (flagged(text, sure), verdicts(text, event, sure)) == ([], ["agrees"])


@CALM
@given(data=st.data(), lead=LEADS, year=st.integers(1917, 1999))
def test_a_year_far_from_all_that_is_accepted_disagrees(data: st.DataObject, lead: str, year: int, sure: Sure) -> None:
    event = sure.draw(data)
    assume(all(days(str(year)).gap(span) >= FAR for span in accepted(event)))
    assert verdicts(sentence(lead, event, f"in {year}"), event, sure) == ["disagrees"]


@CALM
@given(data=st.data(), lead=LEADS, style=DAY_STYLES, day=st.dates(date(1917, 1, 1), date(1999, 12, 31)))
def test_a_day_far_from_all_that_is_accepted_disagrees(
    data: st.DataObject, lead: str, style: str, day: date, sure: Sure
) -> None:
    event = sure.draw(data)
    there = Days(day.toordinal(), day.toordinal())
    assume(all(there.gap(span) >= FAR for span in accepted(event)))
    text = sentence(lead, event, style.format(day.day, MONTHS[day.month - 1], day.year))
    assert verdicts(text, event, sure) == ["disagrees"]
