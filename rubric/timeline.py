"""The events that an essay dates, in the essay's order, against the pack's dates.

In: a Marking and the pack that it was marked with.  Out: one Timeline, a row for each event that is dated.
A row tells where the essay differs, whether the event lies outside the question's years, and whether it is told after a
later event; going back in time is said and never called a fault. An event that is dated twice has one row, at its first.
Does not read text and does not draw: `rubric.report.timeline` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reference.pack import Event, Pack
from reference.spans import Days, days, in_words
from rubric.marking import Claim, Marking, Severity, Slip

Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Differs:
    """A date of the essay that the sources do not give: the number of its note, its value, and the two in few words."""

    number: int
    severity: Severity
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Dated:
    """An event that the essay dates. `start` and `end` are the words of its first date; `told_after` is a later event."""

    event: str
    label: str
    when: str
    start: int
    end: int
    differs: tuple[Differs, ...] = ()
    outside: Side | None = None
    told_after: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows in the essay's order, and the years of the question as EDTF."""

    rows: tuple[Dated, ...]
    period: str


def timeline(marking: Marking, pack: Pack) -> Timeline:
    """The dated events of a marking; empty where it dates none that the pack knows."""
    told: dict[str, list[Claim]] = {}
    for claim in marking.claims:
        name, _, what = (claim.fact or "").rpartition(".")
        if what == "when" and name in pack.events and claim.verdict != "not_in_pack":
            told.setdefault(name, []).append(claim)
    numbered = {slip.claim_id: (number, slip) for number, slip in enumerate(marking.slips, 1)}
    period = days(pack.about.period)
    rows: list[Dated] = []
    for name, claims in told.items():
        event, last = pack.events[name], pack.events[rows[-1].event] if rows else None
        rows.append(
            Dated(
                event=name,
                label=event.name,
                when=event.when,
                start=claims[0].start,
                end=claims[0].end,
                differs=tuple(differs(claims, numbered, event)),
                outside=_outside(days(event.when), period),
                told_after=last.name if last and days(event.when).last < days(last.when).first else None,
            )
        )
    return Timeline(tuple(rows), pack.about.period)


def differs(claims: Sequence[Claim], numbered: dict[str, tuple[int, Slip]], event: Event) -> list[Differs]:
    """The dates among these claims of an event that the sources do not give."""
    found = [(claim, *numbered[claim.id]) for claim in claims if claim.id in numbered and is_date(claim.value)]
    return [Differs(number, slip.severity, claim.value, compared(event.when, claim.value)) for claim, number, slip in found]


def is_date(value: str) -> bool:
    """True where a claim's value is an EDTF date."""
    try:
        days(value)
    except ValueError:
        return False
    return True


def compared(right: str, said: str) -> str:
    """Two dates as 'this, not that', no longer than it takes to tell them apart: '14 May, not 14 June', '1957, not 1958'."""
    one, two = in_words(right), in_words(said)
    years = year_of(right), year_of(said)
    if all(years) and years[0] == years[1]:
        one, two = (words.removesuffix(f" {years[0]}") for words in (one, two))
    elif all(years):
        one, two = years
    return f"{one}, not {two}"


def year_of(edtf: str) -> str:
    """The year that a date or interval lies in, empty where it is no single one."""
    years = {part[:4] for part in edtf.split("/")}
    year = years.pop()
    return year if not years and year.isdigit() else ""


def _outside(event: Days, period: Days) -> Side | None:
    return "before" if event.last < period.first else "after" if event.first > period.last else None
