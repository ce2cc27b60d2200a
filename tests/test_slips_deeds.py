"""People who stand for their one deed, the dead who are said to act, and what comes "after this"."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        pytest.param("Russia got the first man into space, Yuri Gagarin in 1959.", "1959", id="a-name-and-a-year"),
        pytest.param("The first man in space was Yuri Gagarin, in April 1960.", "April 1960", id="a-predicate"),
        pytest.param("Then America caught up with its first orbit: John Glenn in 1964.", "1964", id="after-a-colon"),
        pytest.param("A second one in December 1957 carried a dog called Laika.", "December 1957", id="a-second-one"),
        pytest.param("Another in 1959 took Laika up, and she died.", "1959", id="another"),
        pytest.param("In 1955 Stalin got the communist countries to sign a treaty.", "Stalin", id="stalin-got"),
        pytest.param("In November 1956 Stalin sent his tanks into Budapest.", "Stalin", id="stalin-sent"),
        pytest.param("In 1962 Dag Hammarskjöld told the Security Council to act.", "Dag Hammarskjöld", id="hammarskjold-told"),
        pytest.param("In 1962 Imre Nagy offered Kádár his help.", "Imre Nagy", id="nagy-offered"),
        pytest.param("Khrushchev bullied Kennedy at Vienna in June 1961. After this Kennedy ordered the Bay of Pigs landing.",
                     "After this", id="after-this"),
        pytest.param("The Wall was built in August 1961. After that Sputnik was launched.", "After that", id="after-that"),
        pytest.param("Kennedy met Khrushchev at Vienna in June 1961. After this meeting he went ahead with the Bay of Pigs.",
                     "After this meeting", id="went-ahead-with"),
    ],
)  # fmt: skip
def test_loud(text: str, flagged: str, pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == [flagged]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The first man in space was Yuri Gagarin in 1961.", id="right-year"),
        pytest.param("The first man in space, Yuri Gagarin, in 1962 toured Britain.", id="he-toured"),
        pytest.param("Macmillan received the first man in space, Yuri Gagarin, in July 1962.", id="received"),
        pytest.param("They showed off Yuri Gagarin in 1963 as the first man in space.", id="an-object"),
        pytest.param("The visit of Yuri Gagarin in 1962 drew crowds, for he had been first in space.", id="a-visit"),
        pytest.param("Unlike Yuri Gagarin in 1961, Glenn in 1962 went round the earth three times.", id="two-right"),
        pytest.param("Space was exciting, as was Gagarin in 1961.", id="bare-surname"),
        pytest.param("One in December 1957 failed to carry a dog as Laika had been carried.", id="failed-to-carry"),
        pytest.param("Another in May 1958 followed the one with Laika.", id="followed"),
        pytest.param("A third one in 1960 carried on where Laika had led.", id="carried-on"),
        pytest.param("In 1956 Stalin was denounced in a speech.", id="denounced"),
        pytest.param("In 1956 Stalin got the blame for everything.", id="got-the-blame"),
        pytest.param("In 1955 Stalin still cast a shadow over them all.", id="cast-a-shadow"),
        pytest.param("By 1955 Stalin had been dead for two years.", id="had-been-dead"),
        pytest.param("In 1955 Khrushchev undid what Stalin had ordered in 1948.", id="had-ordered"),
        pytest.param("In 1955 the Soviets kept the border that Stalin made in 1945.", id="an-older-date"),
        pytest.param("Stalin made a pact with Hitler in 1939, in 1955 Khrushchev made one with his own.", id="each-his-own"),
        pytest.param("In 1956 Stalin would have sent the tanks at once.", id="would-have"),
        pytest.param("Kennedy gave his brother the task in 1962.", id="living"),
        pytest.param("In 1961 Dulles told Kennedy that the plan would work.", id="the-other-dulles"),
        pytest.param("Kennedy met Khrushchev at Vienna in June 1961. After this the Berlin Wall was built.", id="right-order"),
        pytest.param("The Wall went up in August 1961. After this Kennedy spoke of the Bay of Pigs again.", id="spoke-of"),
        pytest.param("Vienna in June 1961 went badly. After this Kennedy had the Bay of Pigs to forget.", id="memory-of"),
        pytest.param("The Wall followed in August 1961. After this quarrel the Geneva summit seemed far off.", id="seemed"),
        pytest.param("The Bay of Pigs failed in April 1961, the Wall came in August. After this came the Vienna summit.",
                     id="some-of-it-before"),
        pytest.param("Cuba frightened them in October 1962. After this, of course, the Wall had been built.", id="looks-back"),
    ],
)  # fmt: skip
def test_quiet(text: str, pack: Pack) -> None:
    assert marked(text, pack) == []
