"""What fresh essays were once accused of wrongly, by its cause: the true sentence and its neighbours are left alone."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param(
            "Between the Potsdam conference and the summer of 1955 no President sat with a Soviet leader.", [], id="between"
        ),
        pytest.param("From the Geneva summit until November 1958 Berlin was quiet.", [], id="from-until"),
        pytest.param("From 1955 to the Cuban missile crisis relations were mixed.", [], id="from-a-year"),
        pytest.param("From the launch of Sputnik to April 1961 the firsts were Soviet.", [], id="from-to"),
        pytest.param("The Wall was built between the Vienna summit and October 1961.", [], id="it-lies-between"),
        pytest.param("The Wall was built in October 1961.", ["October 1961"], id="no-stretch"),
        pytest.param("The Geneva summit of July 1957 and the Wall changed much.", ["July 1957"], id="of-and"),
    ],
)
def test_the_far_end_of_a_stretch_dates_nothing(text: str, wrong: list[str], pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param(
            "Khrushchev went to America in September 1959, Nixon had been over to Moscow two months before.", [], id="had-gone"
        ),
        pytest.param("Kennedy was elected in November 1960, Powers had been shot down in the May.", [], id="shot-down"),
        pytest.param("Stalin died in March 1953, the Korean War ended that July.", [], id="ended"),
        pytest.param("They came to Geneva in July 1955; Nagy, out of office, in April.", [], id="semicolon"),
        pytest.param("Gagarin on 12 April 1961, once round; Shepard, on 5 May; Titov, many times in August.", [], id="notes"),
        pytest.param("The Wall went up in 1958, the West had not seen it coming.", ["1958"], id="its-own-clause"),
        pytest.param("Sputnik flew in October 1957; Explorer was launched in March 1959.", ["March 1959"], id="its-own-half"),
    ],
)
def test_a_comma_or_semicolon_parts_two_statements(text: str, wrong: list[str], pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("They had had their rising in June 1953, three years before the Hungarians.", [], id="before-others"),
        pytest.param("The Americans launched a satellite in January 1958, four months after the Russians.", [], id="after"),
        pytest.param(
            "Shepard followed Gagarin on 5 May, and three weeks after that Kennedy promised the Moon.", [], id="after-that"
        ),
        pytest.param("A diplomat was stopped on the 22nd. Five days on, tanks met at Checkpoint Charlie.", [], id="days-on"),
        pytest.param("In 1955 the airlift had been over for six years.", [], id="over-for"),
        pytest.param("The Truman Doctrine came in March, and the Marshall Plan three months later.", [], id="without-a-year"),
        pytest.param("The tanks faced each other at Checkpoint Charlie for five days.", ["five days"], id="a-length"),
        pytest.param(
            "The Warsaw Pact was signed two years before West Germany joined NATO.", ["two years before"], id="before"
        ),
    ],
)
def test_what_a_step_of_time_is_counted_from(text: str, wrong: list[str], pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)][:1] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("Khrushchev came to Belgrade within a fortnight to apologise for 1948.", [], id="apologise-for"),
        pytest.param("At Camp David Khrushchev was not forgiven for 1956.", [], id="forgiven-for"),
        pytest.param("In June 1948 a new mark came. On 24 June the sector border in Berlin was sealed.", [], id="other-years"),
        pytest.param("Khrushchev signed a treaty of friendship with Ulbricht in June 1964.", [], id="nine-years-off"),
        pytest.param("The Suez war began on 29 October 1956 and was over on 7 November.", [], id="the-war-itself"),
        pytest.param("The Berlin crisis began on 27 November 1958 with the note.", [], id="begun-with-the-note"),
        pytest.param("The Congo crisis began on 5 July 1960 with a mutiny.", [], id="begun-with-the-mutiny"),
        pytest.param("The Paris summit was planned for May 1961.", ["May 1961"], id="planned-for"),
        pytest.param(
            "On 3 June 1961 they met in Vienna. On 24 June the sector border in Berlin was sealed.", ["24 June"], id="same-year"
        ),
        pytest.param("The test ban of August 1962 was a start.", ["August 1962"], id="a-year-off"),
        pytest.param("Khrushchev was pushed out in October 1963.", ["October 1963"], id="pushed-out"),
    ],
)
def test_a_date_of_something_else(text: str, wrong: list[str], pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("He sent Clay, the hero of the airlift. Willy Brandt, the mayor, had written to him.", [], id="hero-of"),
        pytest.param("The Marshall Plan had made Germany rich. Erhard, the Economics Minister, beamed.", [], id="had-made"),
        pytest.param("Konev commanded the Warsaw Pact. Gromyko, the Foreign Minister, approved.", [], id="was-there-then"),
        pytest.param("Batista had overthrown the elected President in March 1952.", [], id="did-it-himself"),
        pytest.param("Ngo Dinh Diem deposed the emperor by a referendum in October 1955.", [], id="deposed-another"),
        pytest.param("Khrushchev was not Premier until March 1958, when Bulganin made way for him.", [], id="made-way"),
        pytest.param("Kostov was hanged. Godesberg was in 1959. Lonsdale was a spy and Popovich flew.", [], id="true-names"),
        pytest.param("Castro overthrew Batista in January 1957.", ["January 1957"], id="overthrew-him"),
        pytest.param(
            "Geneva met in July 1955. Gromyko, the ambassador in Washington, smiled.",
            ["Gromyko, the ambassador in Washington"],
            id="long-after",
        ),
    ],
)
def test_who_is_spoken_of_and_when(text: str, wrong: list[str], pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("West Germany joined NATO, and Poland, East Germany and Hungary made the Warsaw Pact.", [], id="made"),
        pytest.param("West Germany joined NATO, so Poland, East Germany and others formed the Warsaw Pact.", [], id="others"),
        pytest.param("West Germany was in NATO; Poland, East Germany and Hungary signed the Warsaw Pact.", [], id="signed"),
        pytest.param("NATO was made by Britain, France and East Germany.", ["East Germany"], id="by"),
        pytest.param(
            "West Germany joined NATO, and Poland, Austria and Hungary made the Warsaw Pact.", ["Austria"], id="one-wrong"
        ),
    ],
)
def test_a_list_belongs_to_the_alliance_it_makes(text: str, wrong: list[str], pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == wrong
