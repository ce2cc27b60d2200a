"""Drafted events and people: the right date for the right thing, joined across documents, conflicts kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from reference.drafting.draft import DraftEvent, Read
from reference.drafting.happenings import draft_events
from reference.drafting.named import named_things
from reference.drafting.people import draft_people, entities_of
from reference.drafting.reading import read_documents
from tests.conftest import Encode


def documents(tmp_path: Path, *texts: str) -> list[Read]:
    files = []
    for i, text in enumerate(texts):
        files.append(tmp_path / f"doc{i}.txt")
        files[-1].write_text(f"A Short Account\n\n{text}\n", "utf-8")
    return read_documents(files)


def events(tmp_path: Path, encode: Encode, *texts: str, period: str = "1815/1850") -> list[DraftEvent]:
    return draft_events(documents(tmp_path, *texts), period, [], encode)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Parliament passed the Reform Act in June 1832 after two years.", [("1832-06", "Reform Act")], id="an-act"
        ),
        pytest.param(
            "Fears grew after the Peterloo massacre in 1819, and laws followed.", [("1819", "Peterloo massacre")], id="a-noun"
        ),
        pytest.param(
            "The Treaty of Nanking, signed in 1842, opened five ports.", [("1842", "Treaty of Nanking")], id="a-participle"
        ),
        pytest.param("Louis, born in 1773, became king of the French.", [], id="a-participle-of-a-person"),
        pytest.param("His favourite, the Duke, was blamed for the war in 1839.", [], id="whose-is-not-said"),
        pytest.param("By 1839 the Chartist Convention had lost its way.", [], id="by-dates-nothing"),
        pytest.param("The Chartist Convention had been weak since 1839.", [], id="since-dates-nothing"),
        pytest.param("In 1839 there was much that was uncertain and sad.", [], id="nothing-is-named"),
        pytest.param("During the 1830s the Poor Law Board grew in power.", [], id="a-decade-is-no-date"),
    ],
)
def test_event_of_a_sentence(text: str, found: list[tuple[str, str]], tmp_path: Path, fake_encode: Encode) -> None:
    assert [(event.when, event.name) for event in events(tmp_path, fake_encode, text)] == found


def test_a_date_takes_the_year_of_its_paragraph(tmp_path: Path, fake_encode: Encode) -> None:
    text = "The Charter was published in May 1838. On 6 August the Birmingham Union met at Holloway Head."
    assert "1838-08-06" in [event.when for event in events(tmp_path, fake_encode, text)]


def test_one_event_of_two_documents_is_joined(tmp_path: Path, fake_encode: Encode) -> None:
    found = events(
        tmp_path, fake_encode, "Parliament passed the Reform Act in June 1832.", "Parliament passed the Reform Act in 1832.",
    )  # fmt: skip
    assert [(event.when, len(event.passages), event.conflict) for event in found] == [("1832-06", 2, "")]


def test_two_dates_are_both_kept(tmp_path: Path, fake_encode: Encode) -> None:
    found = events(
        tmp_path, fake_encode, "Parliament passed the Reform Act in June 1832.", "Parliament passed the Reform Act in 1833.",
    )  # fmt: skip
    assert [(event.when, event.others) for event in found] == [("1832-06", ("1833",)), ("1833", ("1832-06",))]
    assert all(event.conflict and any(passage.against for passage in event.passages) for event in found)


def test_comments_give_no_facts(tmp_path: Path, fake_encode: Encode) -> None:
    text = (
        "Parliament passed the Reform Act in June 1832.\n\n2 comments\n\nThe Reform Act was passed in 1932, look it up.\n\n"
        "Posted by crowd | Report as abusive"
    )
    assert [event.when for event in events(tmp_path, fake_encode, text)] == ["1832-06"]


@pytest.mark.parametrize(
    ("period", "when"),
    [pytest.param("1529/1540", ["1534"], id="an-early-period"), pytest.param("1815/1850", [], id="a-count-is-no-year")],
)
def test_years_before_1800(period: str, when: list[str], tmp_path: Path, fake_encode: Encode) -> None:
    found = events(tmp_path, fake_encode, "Parliament passed the Supremacy Act in 1534.", period=period)
    assert [event.when for event in found] == when


def test_the_number_of_a_king_is_not_the_writer(tmp_path: Path, fake_encode: Encode) -> None:
    found = events(tmp_path, fake_encode, "Charles I dissolved Parliament in March 1829 and ruled alone.")
    assert [event.happened for event in found] == ["Charles I dissolved Parliament and ruled alone"]


def test_figures_go_with_their_event(tmp_path: Path, fake_encode: Encode) -> None:
    found = events(tmp_path, fake_encode, "In 1819 the Manchester Yeomanry rode at 60,000 people in a field.")
    assert [(figure.value, figure.what) for event in found for figure in event.figures] == [(60000, "people")]


def test_people_are_joined_with_their_roles(tmp_path: Path) -> None:
    read = documents(
        tmp_path,
        "Prime Minister Robert Peel repealed the laws in 1846. Peel lost his party by it. Peel resigned.",
        "Robert Peel was the son of a mill owner.",
    )
    people = draft_people(read, entities_of(read))
    assert [(one.name, one.also, one.roles) for one in people] == [("Robert Peel", ("Peel",), ("Prime Minister",))]


def test_a_king_has_his_number_and_a_tax_is_nobody(tmp_path: Path) -> None:
    text = "Charles I needed Ship Money. Charles feared the money would not last. The judges backed Charles I over Ship Money."
    read = documents(tmp_path, text)
    assert [(one.name, one.also) for one in draft_people(read, entities_of(read))] == [("Charles I", ("Charles",))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("The Gulf of Tonkin Resolution passed.", ["Gulf of Tonkin Resolution"], id="of-inside"),
        pytest.param("After the Suez crisis he went.", ["Suez crisis"], id="an-event's-noun"),
        pytest.param("Workers wanted bread.", [], id="a-word-that-opens"),
        pytest.param("In March he left for London.", ["London"], id="no-month"),
        pytest.param("The Bishops' Wars went on.", ["Bishops' Wars"], id="an-apostrophe-inside"),
        pytest.param("Then Charles I came.", ["Charles I"], id="the-number-of-a-king"),
        pytest.param("Then I came.", [], id="a-person-speaks"),
    ],
)
def test_named_things(text: str, names: list[str]) -> None:
    assert named_things(text) == names
