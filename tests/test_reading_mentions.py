"""Which events, people, places and offices a sentence speaks of: by their names, and by the ways of telling them."""

from __future__ import annotations

import pytest

from reference import Pack
from reference.pack import About, Alliance, Event, Office, Person, Place, Work
from reference.reading.lexicon import Lexicon, lexicon, name_words, read_cue
from reference.reading.mentions import Mention, mentions, read_words, told
from reference.reading.parser import parse

CITED = {"from": "general-knowledge"}


def event(name: str, title: str, also: tuple[str, ...] = (), cues: tuple[str, ...] = ()) -> Event:
    return Event.model_validate(
        {"id": name, "name": title, "also": also, "cues": cues, "happened": title, "when": "1961", "tier": "context"}
        | {"confidence": "high", "source": CITED}
    )


# A small pack of our own, so that no test here depends on how the facts are written.
EVENTS = (
    event("wall", "Berlin Wall", ("the Wall",), ("close|seal|shut border|frontier Berlin -reopen|open",)),
    event("ultimatum", "Berlin ultimatum", ("six-month ultimatum",), ("demand|ultimatum West|Allies leave|quit|get_out",)),
    event("geneva-1955", "Geneva summit", ("summit of 1955",)),
    event("geneva-1959", "Geneva conference", ("Geneva summit",)),
    event("u2", "U-2 incident", ("U-2", "U-2 affair"), ("shoot|shot plane|aircraft|Powers ~Soviet|Sverdlovsk",)),
    event("coexistence", "peaceful coexistence", ("peaceful co-existence",)),
)
PEOPLE = (
    Person(id="kennedy", name="John F. Kennedy", also=("Kennedy", "JFK")),
    Person(id="robert", name="Robert Kennedy", also=("Bobby",)),
    Person(id="foster", name="John Foster Dulles", also=("Dulles",)),
    Person(id="allen", name="Allen Dulles", also=("Dulles",)),
    Person(id="powers", name="Gary Powers", also=("Powers",)),
    Person(id="kadar", name="János Kádár", also=("Kádár",)),
    Person(id="khrushchev", name="Nikita Khrushchev", also=("Khrushchev",)),
)
PLACES = (
    Place(id="usa", name="United States", also=("US", "American", "Americans"), kind="state"),
    Place(id="turkey", name="Turkey", kind="state"),
    Place(id="berlin", name="Berlin", kind="city"),
    Place(id="west-berlin", name="West Berlin", kind="city"),
)


def small_pack() -> Pack:
    about = {"id": "small", "title": "t", "version": "1", "question": "q", "period": "1955/1962", "facts": (), "schemes": ()}
    return Pack(
        about=About.model_validate(about | {"status": "draft", "authors": (), "licence": "MIT", "expect": {}}),
        sources={},
        events={entry.id: entry for entry in EVENTS},
        people={entry.id: entry for entry in PEOPLE},
        offices={"president": Office(id="president", name="President", titles=("US President", "President"), state="usa")},
        places={entry.id: entry for entry in PLACES},
        alliances={"nato": Alliance.model_validate({"id": "nato", "name": "NATO", "members": (), "source": CITED})},
        works={"days": Work(id="days", title="Thirteen Days", by=("robert",), year="1969")},
        mistakes={},
        points={},
        sha="small",
    )


@pytest.fixture(scope="module")
def small() -> Lexicon:
    return lexicon(small_pack())


def found(text: str, known: Lexicon) -> list[Mention]:
    sentences = parse([(0, text)])
    lines, _ = read_words(sentences, known)
    return [mention for sentence, line in zip(sentences, lines, strict=True) for mention in mentions(sentence, line, known)]


def seen(text: str, known: Lexicon, *kinds: str) -> list[tuple[str, str]]:
    """The words of each mention and what they can mean, of the kinds named."""
    return [(text[m.start : m.end], "+".join(m.ids)) for m in found(text, known) if m.kind in kinds]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The Berlin Wall went up.", [("Berlin Wall", "wall")], id="name"),
        pytest.param("So the Wall went up.", [("Wall", "wall")], id="article-left-out"),
        pytest.param("The berlin wall went up.", [("berlin wall", "wall")], id="event-in-lower-case"),
        pytest.param("The Berlin Wall's effect was great.", [("Berlin Wall", "wall")], id="possessive"),
        pytest.param("The Berlin Wall’s effect was great.", [("Berlin Wall", "wall")], id="curly-possessive"),
        pytest.param("The U2 fell.", [("U2", "u2")], id="joined"),
        pytest.param("The U 2 fell.", [("U 2", "u2")], id="apart"),
        pytest.param("The U-2 affair hurt.", [("U-2 affair", "u2")], id="longest-name-wins"),
        pytest.param("It was peaceful co-existence.", [("peaceful co-existence", "coexistence")], id="with-a-hyphen"),
        pytest.param("It was peaceful coexistence.", [("peaceful coexistence", "coexistence")], id="without-a-hyphen"),
        pytest.param("A six month ultimatum came.", [("six month ultimatum", "ultimatum")], id="hyphen-left-out"),
        pytest.param("The Geneva summit failed.", [("Geneva summit", "geneva-1955+geneva-1959")], id="two-share-a-name"),
        pytest.param("The Geneva conference failed.", [("Geneva conference", "geneva-1959")], id="a-name-of-its-own"),
        pytest.param("The Wall and the U-2 mattered.", [("Wall", "wall"), ("U-2", "u2")], id="two-in-reading-order"),
        pytest.param("Geneva was calm and Berlin tense.", [], id="parts-of-names"),
        pytest.param("The walled city stood.", [], id="other-word-of-the-stem"),
        pytest.param("The summit was high.", [], id="half-a-name"),
        pytest.param("The U-3 fell.", [], id="other-number"),
    ],
)
def test_events_by_name(sentence, expected, small):
    assert seen(sentence, small, "event") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Kennedy spoke.", [("Kennedy", "kennedy")], id="surname"),
        pytest.param("John F Kennedy spoke.", [("John F Kennedy", "kennedy")], id="initial-without-a-stop"),
        pytest.param("Robert Kennedy spoke.", [("Robert Kennedy", "robert")], id="longest-name-wins"),
        pytest.param("Kennedy's aims were clear.", [("Kennedy", "kennedy")], id="possessive"),
        pytest.param("Dulles spoke.", [("Dulles", "foster+allen")], id="two-share-a-surname"),
        pytest.param("Allen Dulles spoke.", [("Allen Dulles", "allen")], id="first-name-tells"),
        pytest.param("Janos Kadar spoke.", [("Janos Kadar", "kadar")], id="accents-left-out"),
        pytest.param("Then Khrushtchev spoke.", [("Khrushtchev", "khrushchev")], id="misspelt"),
        pytest.param("So kennedy spoke.", [], id="person-in-lower-case"),
        pytest.param("The Western Powers protested.", [], id="the-Western-Powers"),
        pytest.param("The two powers agreed.", [], id="powers-as-a-word"),
        pytest.param("Then Gary Powers fell.", [("Gary Powers", "powers")], id="the-pilot"),
    ],
)
def test_people(sentence, expected, small):
    assert seen(sentence, small, "person") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The US left Turkey.", [("US", "usa"), ("Turkey", "turkey")], id="in-capitals"),
        pytest.param("West Berlin was free.", [("West Berlin", "west-berlin")], id="longest-name-wins"),
        pytest.param("American aims changed.", [("American", "usa")], id="adjective"),
        pytest.param("The US President spoke.", [("US President", "president")], id="office-with-its-state"),
        pytest.param("The president spoke.", [("president", "president")], id="office-in-lower-case"),
        pytest.param("NATO read Thirteen Days.", [("NATO", "nato"), ("Thirteen Days", "days")], id="alliance-and-work"),
        pytest.param("It told us of turkey.", [], id="words-in-lower-case"),
        pytest.param("Us and them: it lasted thirteen days.", [], id="Us-is-not-US"),
    ],
)
def test_places_offices_and_the_rest(sentence, expected, small):
    assert seen(sentence, small, "place", "office", "alliance", "work") == expected


@pytest.mark.parametrize(
    ("sentence", "told_of"),
    [
        pytest.param("They closed the border in Berlin.", "wall", id="act-and-company"),
        pytest.param("In Berlin the frontier was being sealed.", "wall", id="other-words-other-order"),
        pytest.param("They shot the plane down over Soviet soil.", "u2", id="context-is-there"),
        pytest.param("He demanded that the Allies quit the city.", "ultimatum", id="three-groups"),
        pytest.param("The West was told in his demand to get out.", "ultimatum", id="choice-of-two-words"),
        pytest.param("They closed the border in Vienna.", None, id="company-is-missing"),
        pytest.param("They watched the border in Berlin.", None, id="act-is-missing"),
        pytest.param("They closed the border in Berlin, then reopened it.", None, id="absent-word-is-there"),
        pytest.param("They shot a plane down.", None, id="context-is-missing"),
        pytest.param(
            "They closed the shop and then, after a long and bitter winter of talk about coal, milk, bread, work and pay, "
            "saw a border near Berlin.",
            None,
            id="too-far-from-the-act",
        ),
        pytest.param("Berlin was tense in May, and Hungary closed its border.", None, id="other-clause"),
    ],
)
def test_events_by_what_is_told(sentence, told_of, small):
    assert {m.ids for m in found(sentence, small) if m.how == "cue"} == ({(told_of,)} if told_of else set())


def test_a_cue_spans_its_words_and_its_head_is_the_act(small):
    text = "In August they closed the border in Berlin."
    (mention,) = (m for m in found(text, small) if m.how == "cue")
    assert text[mention.start : mention.end] == "closed the border in Berlin"
    assert parse([(0, text)])[0].tokens[mention.head].text == "closed"


def test_a_cue_that_only_repeats_a_name_is_left_out(small):
    text = "The Berlin ultimatum told the West to leave."
    assert [(m.ids, m.how) for m in found(text, small) if m.kind == "event"] == [
        (("ultimatum",), "name"),
        (("ultimatum",), "cue"),
    ]
    assert [m.how for m in found("The Berlin Wall stood.", small) if m.kind == "event"] == ["name"]


def test_context_may_stand_in_the_sentence_before(small):
    before, sentence = parse([(0, "It flew over Soviet soil. They shot the plane down.")])
    lines, _ = read_words([before, sentence], small)
    assert told(sentence, lines[1], small.cues) == []
    assert [mention.ids for mention in told(sentence, lines[1], small.cues, lines[0])] == [("u2",)]


def test_words_are_put_right_and_reported(small):
    lines, wrong = read_words(parse([(0, "Then Khrushtchev met Kennerdy.")]), small)
    assert [word.norm for word in lines[0]] == ["then", "khrushchev", "met", "kennedy"]
    assert wrong == {"khrushtchev": "khrushchev", "kennerdy": "kennedy"}


def test_a_cue_is_read_from_its_line():
    cue = read_cue("wall", "close|seal border West_Berlin|Berlin -reopen|lift ~August")
    assert (cue.owner, cue.act, cue.company) == (
        "wall",
        (("close",), ("seal",)),
        ((("border",),), (("west", "berlin"), ("berlin",))),
    )
    assert (cue.absent, cue.context) == ((("reopen",), ("lift",)), ((("august",),),))


@pytest.mark.parametrize("line", ["", "-reopen", "~Berlin -reopen"], ids=["empty", "only-absent", "only-context"])
def test_a_cue_must_name_an_act(line):
    with pytest.raises(ValueError, match="names no act: begin it with the verb or noun of what happened"):
        read_cue("wall", line)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("The Wall", ("wall",), id="article"),
        pytest.param("The", ("the",), id="article-alone"),
        pytest.param("U-2", ("u", "2"), id="letter-and-digit"),
        pytest.param("Kádár’s speech", ("kadar", "speech"), id="possessive-and-accents"),
    ],
)
def test_a_name_as_it_is_matched(name, expected):
    assert name_words(name) == expected


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        pytest.param("The Berlin Wall was built.", "berlin-wall", id="wall"),
        pytest.param("On 13 August 1961 East German police closed the border in Berlin.", "berlin-wall", id="wall-told"),
        pytest.param("The Hungarian Uprising was crushed.", "hungarian-uprising", id="rising"),
        pytest.param("The Vienna summit was tense.", "vienna-summit", id="vienna"),
    ],
)
def test_the_pack_s_own_events(sentence, name, known):
    assert any(name in mention.ids for mention in found(sentence, known) if mention.kind == "event")
