"""Where an essay says that a thing happened, and what lies where, against the pack's places."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import agreed, marked


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("The U-2 was shot down over Sverdlovsk in May 1960.", [], id="site"),
        pytest.param("The U-2 was shot down over the Soviet Union in May 1960.", [], id="state-that-holds-it"),
        pytest.param("The U-2 was shot down near Moscow in May 1960.", [("Moscow", "it was Sverdlovsk")], id="other-city"),
        pytest.param("Kennedy was assassinated in Dallas.", [], id="city"),
        pytest.param("Kennedy was assassinated in Texas.", [], id="region-that-holds-it"),
        pytest.param("Kennedy was assassinated in Washington.", [("Washington", "it was Dallas")], id="capital-instead"),
        pytest.param("The Kitchen Debate took place in Moscow.", [], id="debate"),
        pytest.param("The Kitchen Debate took place in New York.", [("New York", "it was Moscow")], id="debate-elsewhere"),
        pytest.param("The Iron Curtain speech was given at Fulton.", [], id="speech"),
        pytest.param(
            "The Iron Curtain speech was given at Harvard.", [("Harvard", "it was Fulton, Missouri")], id="speech-elsewhere"
        ),
        pytest.param("Kennedy gave the Ich bin ein Berliner speech in West Berlin.", [], id="berlin"),
        pytest.param(
            "Kennedy gave the Ich bin ein Berliner speech in Bonn.", [("Bonn", "it was West Berlin")], id="bonn-for-berlin"
        ),
    ],
)
def test_where_it_happened(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The Kitchen Debate was not held in New York.", id="denied"),
        pytest.param("If the Kitchen Debate had been held in New York, few would have come.", id="supposed"),
        pytest.param(
            "The Kitchen Debate was reported in New York.",
            id="reported-in",
        ),
        pytest.param(
            "In New York the Kitchen Debate filled the papers.",
            id="opening-phrase-of-a-reaction",
        ),
        pytest.param("News of the Kitchen Debate reached New York.", id="reached"),
        pytest.param("The Kitchen Debate, as Nixon said in New York, was heated.", id="said-in"),
        pytest.param("A debate took place in New York.", id="no-event"),
        pytest.param("The Kitchen Debate took place in Smithtown.", id="no-place-of-the-pack"),
    ],
)
def test_a_place_that_claims_nothing(sentence: str, pack: Pack) -> None:
    assert marked(sentence, pack) == []


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("Peshawar in Pakistan was the base.", [], id="base"),
        pytest.param("Peshawar in Iran was the base.", [("Iran", "Peshawar is in Pakistan")], id="base-elsewhere"),
        pytest.param("Budapest, Hungary, was in revolt.", [], id="after-a-comma"),
        pytest.param("Budapest, Poland, was in revolt.", [("Poland", "Budapest is in Hungary")], id="comma-elsewhere"),
        pytest.param("Budapest in Poland was in revolt.", [("Poland", "Budapest is in Hungary")], id="other-state"),
        pytest.param("Budapest, Poland and Berlin were in revolt.", [], id="list-of-places"),
        pytest.param("He went from Budapest to Poland.", [], id="from-to"),
        pytest.param("He left Budapest. In Poland he was free.", [], id="next-sentence"),
    ],
)
def test_what_lies_where(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        pytest.param("The Kitchen Debate took place in Moscow.", [("Moscow", "kitchen-debate.at")], id="its-place"),
        pytest.param("Kennedy was assassinated in Texas.", [("Texas", "kennedy-assassinated.at")], id="what-holds-it"),
        pytest.param("The Kitchen Debate was not held in New York.", [], id="denied"),
        pytest.param("The Kitchen Debate took place in Smithtown.", [], id="unknown"),
    ],
)
def test_a_right_place_agrees(sentence: str, agrees: list[tuple[str, str]], pack: Pack) -> None:
    assert agreed(sentence, pack) == agrees
