"""An event that its act, its doer and its date tell, at a place where it was not; and what only looks like that."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked


@pytest.mark.parametrize(
    ("sentence", "flagged", "right"),
    [
        pytest.param("In July 1958 American marines landed in Jordan.", "Jordan", "Beirut", id="marines"),
        pytest.param("The Warsaw Pact was signed in Prague in May 1955.", "Prague", "Warsaw", id="signed-in"),
        pytest.param("The North Atlantic Treaty was signed in London in April 1949.", "London", "Washington", id="a-name"),
        pytest.param("SEATO, signed at Bangkok in September 1954, was to hold China back.", "Bangkok", "Manila", id="acl"),
        pytest.param("In May 1960 Khrushchev stormed out of the summit in Rome.", "Rome", "Paris", id="out-of-the-summit"),
        pytest.param("In October 1961 the Soviets exploded the biggest bomb ever, some fifty megatons, over Kazakhstan.",
                     "Kazakhstan", "Novaya", id="after-an-apposition"),
        pytest.param("The Bandung conference met in Cairo in April 1955.", "Cairo", "Bandung", id="met-in"),
        pytest.param("In February 1956 Khrushchev attacked Stalin in a closed session at Leningrad.", "Leningrad", "Moscow",
                     id="session-at"),
    ],
)  # fmt: skip
def test_an_event_elsewhere(sentence: str, flagged: str, right: str, pack: Pack) -> None:
    found = [(words, says) for words, says in marked(sentence, pack) if words == flagged]
    assert [right in says for _, says in found] == [True]
    assert len(marked(sentence, pack)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("In July 1958 American marines landed in Lebanon.", id="right"),
        pytest.param("In July 1958 American marines landed near Beirut in Lebanon.", id="right-city-and-state"),
        pytest.param("In July 1958 British paratroops landed in Jordan.", id="others-of-that-month"),
        pytest.param("In July 1958 the Americans landed in Lebanon and the British in Jordan.", id="two-landings"),
        pytest.param("American marines landed in Santo Domingo in April 1965.", id="another-date"),
        pytest.param("In July 1958 American marines might have landed in Iraq.", id="might-have"),
        pytest.param("In July 1958 American marines did not land in Jordan.", id="denied"),
        pytest.param("The Warsaw Pact was signed in May 1955 and discussed in Prague.", id="another-verb"),
        pytest.param("The Warsaw Pact, which was dissolved in Prague, was signed in May 1955.", id="a-clause-of-its-own"),
        pytest.param("In May 1955 the Austrian treaty was signed in Vienna and the Warsaw Pact days before.", id="two-pacts"),
        pytest.param("NATO was signed in April 1949, and its council met in London in May 1950.", id="its-own-date"),
        pytest.param("In May 1960 Khrushchev walked out of the Paris summit and flew to East Berlin.", id="went-on-to"),
        pytest.param("In May 1960 Khrushchev walked out, and the news of the summit was bad in London.", id="news-in"),
        pytest.param("In May 1960 Khrushchev broke up the meeting with the three leaders from London, Paris and Washington.",
                     id="leaders-from"),
        pytest.param("Macmillan and Kennedy held their meeting in Bermuda in December 1961.", id="an-unknown-meeting"),
        pytest.param("Macmillan met Eisenhower in Bermuda in March 1957.", id="another-bermuda"),
        pytest.param("In September 1961 the Soviets tested bombs in Kazakhstan, in October the biggest.", id="other-tests"),
        pytest.param("Before Vienna Kennedy met de Gaulle in Paris in June 1961.", id="the-days-before"),
        pytest.param("After the summit in June 1961 Kennedy spoke with Macmillan in London.", id="the-days-after"),
        pytest.param("In November 1958 Khrushchev set out his demands over Berlin in a note sent to London.", id="sent-to"),
        pytest.param("In October 1962 the pictures were shown at a session in New York.", id="shown-elsewhere"),
        pytest.param("In August 1961 the border was closed, and soldiers stood in Potsdam.", id="stood-by"),
        pytest.param("Khrushchev toured America in September 1959 and spoke in New York and Los Angeles.", id="stations"),
        pytest.param("In September 1959 Khrushchev met Eisenhower at Gettysburg after talks at Camp David.", id="named-too"),
        pytest.param("The Suez invasion of November 1956 was planned at a meeting in Sèvres.", id="planned-at"),
    ],
)  # fmt: skip
def test_nothing_is_elsewhere(sentence: str, pack: Pack) -> None:
    assert marked(sentence, pack) == []
