"""When an office was held: titles in apposition, since when, whose minister, and when it was taken up."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param(
            "By the time of the U-2 affair the new President, Kennedy, had to decide whether to take the blame.",
            "President, Kennedy",
            id="time-u-affair-new",
        ),
        pytest.param(
            "At Geneva in 1955 the British prime minister, Macmillan, played the honest broker.",
            "British prime minister, Macmillan",
            id="geneva-british-prime-minister",
        ),
        pytest.param(
            "When the Wall went up the West German Chancellor, Brandt, broke off his election campaign at once.",
            "West German Chancellor, Brandt",
            id="when-wall-went-up",
        ),
        pytest.param(
            "Powers was shot down and the President, who by now was Kennedy, would not give him one, so the summit broke up.",
            "President, who by now was Kennedy",
            id="powers-shot-down-president",
        ),
        pytest.param(
            "They met at Geneva in July 1955, Eisenhower was there and Macmillan the "
            "British prime minister and the French one.",
            "Macmillan the British prime minister",
            id="they-met-geneva-july",
        ),
        pytest.param(
            "Macmillan, the future prime minister, was Foreign Secretary at Geneva in 1955.",
            None,
            id="macmillan-future-prime-minister",
        ),
        pytest.param(
            "At Geneva in 1955 Macmillan, later prime minister, sat beside Eden.", None, id="geneva-macmillan-later-prime"
        ),
        pytest.param("In 1955 Khrushchev, the Soviet leader, smiled at Geneva.", None, id="khrushchev-soviet-leader-smiled"),
        pytest.param(
            "In 1955 Bulganin, the Soviet Premier, was the nominal head of the delegation at Geneva.",
            None,
            id="bulganin-soviet-premier-nominal",
        ),
        pytest.param(
            "Kennedy, the Democratic candidate, made much of the missile gap in 1960.",
            None,
            id="kennedy-democratic-candidate-made",
        ),
        pytest.param("President Kennedy had fought the war in the Pacific in 1943.", None, id="president-kennedy-fought-war"),
        pytest.param(
            "President Kennedy, who in 1960 had campaigned on the missile gap, soon learned that there was none.",
            None,
            id="president-kennedy-who-campaigned",
        ),
        pytest.param("In 1961 Willy Brandt, the Mayor of West Berlin, wrote to Kennedy.", None, id="willy-brandt-mayor-west"),
        pytest.param(
            "Nixon, the Vice-President, argued with Khrushchev in Moscow in July 1959.", None, id="nixon-vice-president-argued"
        ),
        pytest.param("Eden, the prime minister, went to war over Suez in 1956.", None, id="eden-prime-minister-went"),
        pytest.param(
            "Harold Macmillan, the British prime minister, learned from the mistakes of Suez in 1956.",
            None,
            id="harold-macmillan-british-prime",
        ),
        pytest.param("De Gaulle, the French President, never forgot Suez.", None, id="de-gaulle-french-president"),
        pytest.param(
            "Eisenhower refused to back Eden at Suez, and Macmillan, the new prime minister, had to mend relations.",
            None,
            id="eisenhower-refused-back-eden",
        ),
        pytest.param(
            "Dulles died in 1959 and Herter, the new Secretary of State, was less rigid.", None, id="dulles-died-herter-new"
        ),
        pytest.param(
            "Khrushchev, the Soviet Premier, crushed the Hungarian rising in 1956.",
            "Khrushchev, the Soviet Premier",
            id="khrushchev-soviet-premier-crushed",
        ),
        pytest.param(
            "Andrei Gromyko, the Soviet Foreign Minister, walked out at Geneva in 1955.",
            "Andrei Gromyko, the Soviet Foreign Minister",
            id="andrei-gromyko-soviet-foreign",
        ),
        pytest.param("Johnson, the Vice-President, flew to Berlin in August 1961.", None, id="johnson-vice-president-flew"),
        pytest.param(
            "Khrushchev, the First Secretary, was not yet premier in 1955.", None, id="khrushchev-first-secretary-not"
        ),
        pytest.param("After Suez Macmillan, the new prime minister, flew to Bermuda.", None, id="after-suez-macmillan-new"),
    ],
)
def test_a_title_in_apposition_is_of_its_time(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([] if flagged is None else [flagged])


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param(
            "Eisenhower's Secretary of State, Dean Rusk, wanted to stand firm over Berlin.",
            "Secretary of State, Dean Rusk",
            id="eisenhower-secretary-state-dean",
        ),
        pytest.param(
            "Kennedy's Secretary of State, John Foster Dulles, believed in brinkmanship.",
            "Secretary of State, John Foster Dulles",
            id="kennedy-secretary-state-john",
        ),
        pytest.param(
            "Eisenhower's Vice-President, Lyndon Johnson, went to Moscow.",
            "Vice-President, Lyndon Johnson",
            id="eisenhower-vice-president-lyndon",
        ),
        pytest.param("Kennedy's Vice-President, Lyndon Johnson, went to Berlin.", None, id="kennedy-vice-president-lyndon"),
        pytest.param(
            "Eisenhower's Secretary of State, John Foster Dulles, believed in massive retaliation.",
            None,
            id="eisenhower-secretary-state-john",
        ),
        pytest.param(
            "Eisenhower's Secretary of State Christian Herter admitted it.", None, id="eisenhower-secretary-state-christian"
        ),
        pytest.param(
            "Kennedy's Secretary of Defense, Robert McNamara, called for flexible response.",
            None,
            id="kennedy-secretary-defense-robert",
        ),
        pytest.param(
            "Khrushchev's Foreign Minister, Andrei Gromyko, lied to Kennedy.", None, id="khrushchev-foreign-minister-andrei"
        ),
        pytest.param(
            "Khrushchev's Foreign Minister, Molotov, opposed the Austrian treaty.",
            None,
            id="khrushchev-foreign-minister-molotov",
        ),
        pytest.param("Stalin's Foreign Minister, Molotov, rejected Marshall aid.", None, id="stalin-foreign-minister-molotov"),
        pytest.param(
            "Stalin's Foreign Minister, Gromyko, rejected Marshall aid.",
            "Foreign Minister, Gromyko",
            id="stalin-foreign-minister-gromyko",
        ),
        pytest.param("Truman's Secretary of State, Dean Acheson, drew the line.", None, id="truman-secretary-state-dean"),
        pytest.param(
            "Kennedy's brother Teddy, the Attorney General, passed on the offer.",
            "Kennedy's brother Teddy, the Attorney General",
            id="kennedy-brother-teddy-attorney",
        ),
        pytest.param("Macmillan's Foreign Secretary, Lord Home, was there.", None, id="macmillan-foreign-secretary-lord"),
        pytest.param(
            "Dulles was Kennedy's Secretary of State.",
            "Dulles was Kennedy's Secretary of State",
            id="dulles-kennedy-secretary-state",
        ),
    ],
)
def test_whose_man_he_was(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([] if flagged is None else [flagged])


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param(
            "Khrushchev, who had been Premier since March 1956, spoke first.", "March 1956", id="khrushchev-who-been-premier"
        ),
        pytest.param("Khrushchev had been Premier since March 1958.", None, id="khrushchev-been-premier-since"),
        pytest.param(
            "Gromyko, Foreign Minister since February 1958, delivered the note.",
            "February 1958",
            id="gromyko-foreign-minister-since",
        ),
        pytest.param(
            "Gromyko, Foreign Minister since February 1957, delivered the note.", None, id="gromyko-foreign-minister-since-2"
        ),
        pytest.param("Kennedy, President since January 1961, went to Vienna.", None, id="kennedy-president-since-january"),
        pytest.param(
            "Macmillan, who had been prime minister since 1955, flew to Moscow.", "1955", id="macmillan-who-been-prime"
        ),
        pytest.param(
            "Macmillan, Prime Minister since January 1957, flew to Moscow.", None, id="macmillan-prime-minister-since"
        ),
        pytest.param("Ulbricht, who had been party leader since 1950, begged Khrushchev.", None, id="ulbricht-who-been-party"),
        pytest.param(
            "Khrushchev, First Secretary since September 1953, was not yet premier.",
            None,
            id="khrushchev-first-secretary-since",
        ),
        pytest.param("Nixon became Vice-President in 1957.", "1957", id="nixon-became-vice-president"),
        pytest.param("Nixon became Vice-President in January 1953.", None, id="nixon-became-vice-president-2"),
        pytest.param("Khrushchev became Premier in 1956.", "1956", id="khrushchev-became-premier"),
        pytest.param("Khrushchev became Premier in 1958.", None, id="khrushchev-became-premier-2"),
        pytest.param("Kennedy became President in 1960.", "1960", id="kennedy-became-president"),
        pytest.param("Kennedy became President in January 1961.", None, id="kennedy-became-president-january"),
        pytest.param(
            "Macmillan became Prime Minister in January 1957, after Suez.", None, id="macmillan-became-prime-minister"
        ),
        pytest.param("Dulles became Secretary of State in 1955.", "1955", id="dulles-became-secretary-state"),
        pytest.param("Eisenhower became President in 1953.", None, id="eisenhower-became-president"),
        pytest.param(
            "The head of the CIA at the time of the Bay of Pigs was John McCone.", "John McCone", id="head-cia-time-bay"
        ),
        pytest.param("The Director of the CIA in 1961 was Allen Dulles.", None, id="director-cia-allen-dulles"),
        pytest.param("The President at the time was Eisenhower.", None, id="president-time-eisenhower"),
        pytest.param("Castro became prime minister in February 1959.", None, id="castro-became-prime-minister"),
        pytest.param("Khrushchev became leader in 1955.", None, id="khrushchev-became-leader"),
        pytest.param("Brezhnev became General Secretary in 1964.", None, id="brezhnev-became-general-secretary"),
        pytest.param("Mikoyan became First Deputy Premier in 1955.", None, id="mikoyan-became-first-deputy"),
    ],
)
def test_since_when_and_from_when(sentence: str, flagged: str | None, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == ([] if flagged is None else [flagged])
