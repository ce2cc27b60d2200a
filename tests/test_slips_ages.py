"""How old somebody is counts nobody, and how long ago a name lies counts nothing from it."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("A man of 44 had made such a mess at the Bay of Pigs that Khrushchev despised him.", id="a-man-of"),
        pytest.param("The Bay of Pigs was ordered by a young President of 43 and his men.", id="a-president-of"),
        pytest.param("Kennedy was 43 years old when his men landed at the Bay of Pigs.", id="years-old"),
        pytest.param("One exile who was only 17 was among the men of the Bay of Pigs.", id="who-was-only"),
        pytest.param("Castro, aged 34, took his soldiers to the Bay of Pigs himself.", id="aged"),
        pytest.param("The soldiers at the Bay of Pigs met Castro in person; he was 34.", id="he-was"),
    ],
)
def test_an_age_counts_nobody(sentence: str, pack: Pack) -> None:
    assert marked(sentence, pack) == []


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param("About 140 exiles landed at the Bay of Pigs in April 1961.", "140", id="a-count-before-its-noun"),
        pytest.param("A force of 14,000 exiles landed at the Bay of Pigs.", "14,000", id="a-force-of"),
        pytest.param("The invaders at the Bay of Pigs were a brigade of 400 men.", "400", id="a-brigade-of"),
    ],
)
def test_a_count_is_still_a_count(sentence: str, flagged: str, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == [flagged]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Geneva was the first time the leaders had met since Potsdam ten years earlier.", id="since-a-name"),
        pytest.param("The Geneva summit of 1955 was the first since Potsdam, ten years before.", id="after-a-comma"),
        pytest.param(
            "Kennedy met Khrushchev at Vienna, and the Geneva summit six years earlier seemed far off.", id="a-subject"
        ),
        pytest.param("The Wall was built in 1961; the airlift, twelve years before, was not forgotten.", id="between-commas"),
    ],
)
def test_a_distance_beside_a_name_places_the_name(sentence: str, pack: Pack) -> None:
    assert marked(sentence, pack) == []


@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        pytest.param(
            "The Berlin Wall was built in 1961 and two years earlier Sputnik was launched.",
            "two years earlier",
            id="from-a-date",
        ),
        pytest.param("The Vienna summit took place two months before the Bay of Pigs.", "two months before", id="what-follows"),
        pytest.param(
            "Sputnik went up, and three years later the Hungarian rising was crushed.", "three years later", id="later"
        ),
    ],
)
def test_a_distance_from_an_event_is_still_compared(sentence: str, flagged: str, pack: Pack) -> None:
    assert [words for words, _ in marked(sentence, pack)] == [flagged]
