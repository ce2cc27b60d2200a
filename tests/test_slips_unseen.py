"""Wordings met in texts that no rule had seen: what they accuse of nothing, and what they may not acquit."""

from __future__ import annotations

import pytest

from reference.pack import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Herter spoke for America because Dulles, who had been Secretary of State since January 1953, had resigned "
            "in April and died on 24 May.",
            id="a-year-of-something-else",
        ),
        pytest.param(
            "The tanks at Checkpoint Charlie withdrew in October 1961. By then Khrushchev had told the Twenty-Second Congress "
            "on 17 October that he would not insist on a treaty by the end of the year.",
            id="its-own-day-without-a-year",
        ),
        pytest.param("Explorer 1 weighed about 31 pounds and was far lighter than either Sputnik.", id="lighter-than"),
        pytest.param("The American satellite weighed 31 pounds, much less than Sputnik 1.", id="less-than"),
        pytest.param(
            "The Soviet zone became a republic, with Wilhelm Pieck as its President, Otto Grotewohl as Prime Minister.",
            id="the-title-of-the-one-before",
        ),
        pytest.param("In May 1959 the foreign ministers argued in Geneva.", id="told-by-another-verb"),
        pytest.param(
            "Khrushchev flew to the United States in September 1959 and stayed for a fortnight, from the 15th to the 27th.",
            id="days-of-the-same-month",
        ),
    ],
)
def test_what_is_right_is_left_alone(text: str, pack: Pack) -> None:
    assert marked(text, pack) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param(
            "Khrushchev flew to the United States in September 1958 and stayed for a fortnight, from the 15th to the 27th.",
            "September 1958",
            id="days-of-the-same-month",
        ),
        pytest.param("Dulles died on 24 May 1958.", "24 May 1958", id="its-own-day-with-a-wrong-year"),
        pytest.param("Sputnik 1 weighed about 31 pounds.", "31", id="the-thing-itself"),
        pytest.param("The Prime Minister, Otto Grotewohl, and the President, Otto Grotewohl, were one man.",
                     "President, Otto Grotewohl", id="a-title-beside-its-name"),
        pytest.param("In May 1957 the foreign ministers met at the Geneva conference on Laos.", "May 1957",
                     id="no-event-has-the-date"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_marked(text: str, wrong: str, pack: Pack) -> None:
    assert [words for words, _ in marked(text, pack)] == [wrong]
