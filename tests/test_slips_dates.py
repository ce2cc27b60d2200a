"""Dates against the pack's: precision, bounds, intervals, typed alternatives, the kind of slip and its severity."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import agreed, findings, graded, marked

WALL, SPUTNIK, SPEECH, VIENNA = "13 August 1961", "4 October 1957", "25 February 1956", "3–4 June 1961"


@pytest.mark.parametrize(
    ("phrase", "flagged"),
    [
        pytest.param("on 13 August 1961", None, id="day"),
        pytest.param("on 15 August 1961", "15 August 1961", id="day-off"),
        pytest.param("on August 13th, 1961", None, id="month-first"),
        pytest.param("on August 16th, 1961", "August 16th, 1961", id="month-first-off"),
        pytest.param("on 13/8/61", None, id="in-figures"),
        pytest.param("on 13/8/62", "13/8/62", id="in-figures-off"),
        pytest.param("in August 1961", None, id="month"),
        pytest.param("in September 1961", "September 1961", id="month-off"),
        pytest.param("in Aug '61", None, id="short-month"),
        pytest.param("in Aug '62", "Aug '62", id="short-month-off"),
        pytest.param("in 1961", None, id="year"),
        pytest.param("in 1962", "1962", id="year-off"),
        pytest.param("in the summer of 1961", None, id="season"),
        pytest.param("in the spring of 1961", "spring of 1961", id="season-off"),
        pytest.param("in late 1961", None, id="late"),
        pytest.param("in early 1961", "early 1961", id="early-off"),
        pytest.param("in mid-1961", None, id="mid"),
        pytest.param("in the early 1960s", None, id="early-decade"),
        pytest.param("in the late 1950s", "late 1950s", id="late-decade-off"),
        pytest.param("in the 1960s", None, id="decade"),
        pytest.param("in the 1950s", "1950s", id="decade-off"),
        pytest.param("between 1958 and 1961", None, id="between"),
        pytest.param("between 1955 and 1958", "1955 and 1958", id="between-off"),
        pytest.param("on the 13th of August", None, id="no-year"),
        pytest.param("on the 23rd of August", "23rd of August", id="no-year-off"),
        pytest.param("in August", None, id="month-alone"),
        pytest.param("in September", "September", id="month-alone-off"),
    ],
)
def test_a_date_is_compared_at_its_own_precision(phrase: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(f"The Berlin Wall went up {phrase}.", pack)] == ([flagged] if flagged else [])


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("By 1962 the Berlin Wall had stopped the flow.", [], id="by"),
        pytest.param("The Berlin Wall went up before 1962.", [], id="before"),
        pytest.param("The Berlin Wall stood until 1989.", [], id="until"),
        pytest.param("After 1962 the Berlin Wall was made higher.", [], id="after"),
        pytest.param("Since 1961 the Berlin Wall has stood for division.", [], id="since-the-right-year"),
        pytest.param("Since 1962 the Berlin Wall has stood for division.", [], id="since-a-later-year"),
        pytest.param("The Vienna summit lasted from 3 to 4 June 1961.", [], id="from-to"),
        pytest.param("By 1958 Sputnik had changed the mood of Congress.", [], id="by-dates-the-result"),
        pytest.param("Since 1958 the Berlin Wall had stood in the city.", [("1958", WALL)], id="since-before-it-began"),
        pytest.param("The Berlin Wall was not built until 1962.", [("1962", WALL)], id="not-until"),
        pytest.param("From 1962 the Berlin Wall cut the city.", [("1962", WALL)], id="from"),
        pytest.param("The Vienna summit met on 13–14 June 1961.", [("13–14 June 1961", VIENNA)], id="two-days-off"),
        pytest.param("The Vienna summit met from 5 to 9 June 1961.", [("5 to 9 June 1961", VIENNA)], id="from-to-off"),
        pytest.param("The Vienna summit met in 1960–61.", [], id="two-years-that-hold"),
        pytest.param("The Vienna summit met in 1959–60.", [("1959–60", VIENNA)], id="two-years-that-do-not"),
    ],
)
def test_bounds_and_intervals(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("The quarantine was announced on 22 October 1962.", None, id="announced"),
        pytest.param("The quarantine was announced on 24 September 1962.", "24 September 1962", id="announced-off"),
        pytest.param("The quarantine came into force on 24 October 1962.", None, id="in-force"),
        pytest.param("The quarantine came into force on 22 October 1962.", "22 October 1962", id="the-other-act-s-day"),
        pytest.param("The quarantine was lifted on 20 November 1962.", None, id="lifted"),
        pytest.param("The quarantine was lifted on 20 December 1962.", "20 December 1962", id="lifted-off"),
        pytest.param("Concrete blocks replaced the wire of the Berlin Wall from 15 August 1961.", None, id="blocks"),
        pytest.param("The Berlin Wall was begun on 15 August 1961.", "15 August 1961", id="begun"),
        pytest.param("The Berlin Wall fell on 9 November 1989.", None, id="fell"),
        pytest.param("The Berlin Wall went up in November 1989.", "November 1989", id="fall-s-date-for-the-building"),
        pytest.param("Khrushchev gave the Secret Speech on 24 February 1956.", None, id="night-of-the-24th"),
        pytest.param(
            "Khrushchev gave the Secret Speech on 14 February 1956.", "14 February 1956", id="the-congress-s-first-day"
        ),
        pytest.param("The Secret Speech was published in June 1956.", None, id="published"),
        pytest.param("Khrushchev gave the Secret Speech in June 1956.", "June 1956", id="published-s-date-for-the-speech"),
        pytest.param("The Warsaw Pact was dissolved in 1991.", None, id="dissolved"),
        pytest.param("The Warsaw Pact was signed in 1991.", "1991", id="dissolved-s-date-for-the-signing"),
        pytest.param("The Cuban Missile Crisis began on 16 October 1962.", None, id="first-day"),
        pytest.param("The Cuban Missile Crisis ended on 28 October 1962.", None, id="last-day"),
        pytest.param(
            "The Cuban Missile Crisis ended on 16 October 1962.",
            "16 October 1962",
            id="first-day-for-the-last",
            marks=pytest.mark.xfail(reason="an untyped alternative of the whole event is not held to its last days"),
        ),
        pytest.param(
            "The Cuban Missile Crisis began on 28 October 1962.",
            "28 October 1962",
            id="last-day-for-the-first",
        ),
        pytest.param(
            "In 1963 Kennedy gave a speech in London. The Berlin Wall was built in 1963.", "1963", id="act-of-another-sentence"
        ),
    ],
)
def test_an_alternative_counts_for_its_own_act(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([flagged] if flagged else [])


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("Sputnik was launched on 14 October 1957.", "day", id="day"),
        pytest.param("Sputnik was launched on 4 November 1957.", "month", id="month-of-a-day"),
        pytest.param("Sputnik was launched in November 1957.", "month", id="month"),
        pytest.param("Sputnik was launched on 4 October 1958.", "year", id="year-of-a-day"),
        pytest.param("Sputnik was launched in October 1958.", "year", id="year-of-a-month"),
        pytest.param("Sputnik was launched in 1958.", "year", id="year"),
        pytest.param("Sputnik was launched in the 1960s.", "decade", id="decade"),
        pytest.param("The Bay of Pigs invasion took place on 27 April 1961.", "day", id="day-of-several"),
        pytest.param("The Bay of Pigs invasion took place in May 1961.", "month", id="month-of-several"),
    ],
)
def test_the_kind_is_the_coarsest_part_that_is_wrong(sentence: str, kind: str, pack: Pack) -> None:
    assert [found.slip.kind for found in findings(sentence, pack) if found.slip] == [kind]


def test_a_wrong_date_of_a_sure_event_is_an_error(pack: Pack) -> None:
    assert graded("Sputnik was launched in 1958.", pack) == [("1958", "error")]


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        pytest.param("Stalin died on 5 March 1953.", [("5 March 1953", "stalin-death.when")], id="told"),
        pytest.param("The U-2 was shot down on 1 May 1960.", [("1 May 1960", "u2-incident.when")], id="told-passive"),
        pytest.param("Sputnik was launched in 1957.", [("1957", "sputnik-1.when")], id="named"),
        pytest.param("The Hotline was agreed in June 1963.", [("June 1963", "hotline.when")], id="month"),
        pytest.param("The Berlin Wall was not built in 1958.", [], id="denied-is-no-agreement"),
        pytest.param("The harvest of 1957 was poor.", [], id="no-event-is-no-agreement"),
        pytest.param("Sputnik was launched in 1958.", [], id="wrong-is-no-agreement"),
        pytest.param("A plane came down in 1960.", [], id="no-name-is-no-agreement"),
    ],
)
def test_a_right_date_agrees_with_its_event(sentence: str, agrees: list[tuple[str, str]], pack: Pack) -> None:
    assert agreed(sentence, pack) == agrees


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        pytest.param("The harvest of 1957 was poor.", ["not_in_pack"], id="no-event"),
        pytest.param("The harvest was poor.", [], id="no-date"),
        pytest.param("There were 1,957 men on page 182.", [], id="numbers-that-are-no-years"),
        pytest.param("Sputnik was launched in 1957.", ["agrees"], id="agrees"),
        pytest.param("Sputnik was launched in 1958.", ["disagrees"], id="disagrees"),
    ],
)
def test_a_date_ends_one_of_three_ways(sentence: str, verdicts: list[str], pack: Pack) -> None:
    assert [found.verdict for found in findings(sentence, pack)] == verdicts


def test_a_finding_stands_on_its_exact_words(pack: Pack) -> None:
    text = "All was quiet in 1957.\n\nThe U-2 was shot down on 5 May 1960, and the Paris summit failed."
    found = [one for one in findings(text, pack) if one.slip]
    assert [text[one.start : one.end] for one in found] == [one.text for one in found] == ["5 May 1960"]


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("The Korean War began in June 1950 and ended in July 1953.", None, id="both-ends"),
        pytest.param("The Korean War ended in 1952.", "1952", id="end-off"),
        pytest.param("The Korean War began in June 1951.", "June 1951", id="beginning-off"),
        pytest.param("The Berlin Blockade ended in May 1949.", None, id="end"),
        pytest.param("The Berlin Blockade ended in May 1950.", "May 1950", id="end-of-the-blockade-off"),
        pytest.param("The Vienna summit of 3 June 1961 ended in deadlock.", None, id="ended-in-a-state"),
        pytest.param("The Bay of Pigs invasion of 17 April 1961 ended in disaster.", None, id="ended-in-disaster"),
        pytest.param("The Hungarian Uprising broke out in March 1956.", "March 1956", id="broke-out-off"),
        pytest.param(
            "The Second World War ended in May 1945.",
            None,
            id="end-that-took-months",
        ),
        pytest.param(
            "The Potsdam Conference on 17 July 1945 ended in mistrust.",
            None,
            id="first-day-beside-an-ending-verb",
        ),
        pytest.param(
            "The Bandung Conference of 24 April 1955 began a new movement.",
            None,
            id="last-day-beside-a-beginning-verb",
        ),
    ],
)
def test_a_verb_of_beginning_or_ending(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([flagged] if flagged else [])
