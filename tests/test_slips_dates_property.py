"""For every sure event of the pack: its own date never disagrees, nor a coarser form of it; a date far from it always does.

An event is taken where its name, put into "The ... took place", is read as that event and as nothing else; dates that are
right for it by an alternative are kept out of what must disagree, typed ones too.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reference import Pack
from reference.pack import Event
from reference.reading.mentions import Lexicon
from reference.reading.times import times
from reference.spans import MONTHS, Days, days
from rubric.essay import read_essay
from tests.slips import findings

CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
LONGEST = 1200  # days: a state of things that lasted longer has no day of its own
FAR = 370  # days from anything accepted
LEADS = st.sampled_from(
    ["The {name} took place {when}.", "{When} the {name} took place.", "It was {when} that the {name} took place."]
)
DAY_STYLES = st.sampled_from(["on {0} {1} {2}", "on {1} {0}, {2}", "on {0}th {1} {2}", "on the {0}th of {1} {2}"])


def accepted(event: Event) -> list[Days]:
    return [days(event.when), *(days(other.when) for other in event.accept)]


def names_itself(event: Event, known: Lexicon) -> bool:
    text = f"The {event.name} took place at last."
    (read,) = read_essay(text, known).sentences
    events = [mention for mention in read.mentions if mention.kind == "event"]
    return {mention.ids for mention in events} == {(event.id,)} and any(mention.how == "name" for mention in events)


@pytest.fixture(scope="module")
def plain(pack: Pack, known: Lexicon) -> list[Event]:
    """The sure events that their names alone call up, with no date in the name."""
    sure = [event for event in pack.events.values() if event.confidence == "high" and days(event.when).length <= LONGEST]
    return [event for event in sure if not times(event.name) and names_itself(event, known)]


def sentence(lead: str, event: Event, when: str) -> str:
    return lead.format(name=event.name, when=when, When=when[0].upper() + when[1:])


def verdicts(text: str, event: Event, pack: Pack) -> list[str]:
    return [found.verdict for found in findings(text, pack) if found.fact == f"{event.id}.when"]


def a_day(data: st.DataObject, span: Days) -> date:
    return date.fromordinal(data.draw(st.integers(int(span.first), int(span.last)), label="day"))


def test_there_are_events_enough(plain: list[Event]) -> None:
    assert len(plain) >= 60


@CALM
@given(data=st.data(), lead=LEADS, style=DAY_STYLES)
def test_a_right_day_never_disagrees(data: st.DataObject, lead: str, style: str, plain: list[Event], pack: Pack) -> None:
    event = data.draw(st.sampled_from(plain), label="event")
    day = a_day(data, days(event.when))
    text = sentence(lead, event, style.format(day.day, MONTHS[day.month - 1], day.year))
    assert [found.text for found in findings(text, pack) if found.verdict == "disagrees"] == []


@CALM
@given(data=st.data(), lead=LEADS)
def test_the_month_of_a_right_day_never_disagrees(data: st.DataObject, lead: str, plain: list[Event], pack: Pack) -> None:
    event = data.draw(st.sampled_from(plain), label="event")
    day = a_day(data, days(event.when))
    text = sentence(lead, event, f"in {MONTHS[day.month - 1]} {day.year}")
    assert [found.text for found in findings(text, pack) if found.verdict == "disagrees"] == []


@CALM
@given(data=st.data(), lead=LEADS)
def test_the_year_of_a_right_day_agrees(data: st.DataObject, lead: str, plain: list[Event], pack: Pack) -> None:
    event = data.draw(st.sampled_from(plain), label="event")
    text = sentence(lead, event, f"in {a_day(data, days(event.when)).year}")
    assert verdicts(text, event, pack) == ["agrees"]


@CALM
@given(data=st.data(), lead=LEADS)
def test_the_decade_of_a_right_day_never_disagrees(data: st.DataObject, lead: str, plain: list[Event], pack: Pack) -> None:
    event = data.draw(st.sampled_from(plain), label="event")
    text = sentence(lead, event, f"in the {a_day(data, days(event.when)).year // 10 * 10}s")
    assert [found.text for found in findings(text, pack) if found.verdict == "disagrees"] == []


@CALM
@given(data=st.data(), lead=LEADS, year=st.integers(1917, 1999))
def test_a_year_far_from_all_that_is_accepted_disagrees(
    data: st.DataObject, lead: str, year: int, plain: list[Event], pack: Pack
) -> None:
    event = data.draw(st.sampled_from(plain), label="event")
    assume(all(days(str(year)).gap(span) >= FAR for span in accepted(event)))
    assert verdicts(sentence(lead, event, f"in {year}"), event, pack) == ["disagrees"]


@CALM
@given(data=st.data(), lead=LEADS, style=DAY_STYLES, day=st.dates(date(1917, 1, 1), date(1999, 12, 31)))
def test_a_day_far_from_all_that_is_accepted_disagrees(
    data: st.DataObject, lead: str, style: str, day: date, plain: list[Event], pack: Pack
) -> None:
    event = data.draw(st.sampled_from(plain), label="event")
    there = Days(day.toordinal(), day.toordinal())
    assume(all(there.gap(span) >= FAR for span in accepted(event)))
    text = sentence(lead, event, style.format(day.day, MONTHS[day.month - 1], day.year))
    assert verdicts(text, event, pack) == ["disagrees"]
