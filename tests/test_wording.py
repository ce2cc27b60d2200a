"""The words: every code has some, every placeholder is filled, and nothing is said that the code never says."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from types import ModuleType
from typing import get_args

import pytest

from reference import Pack
from reference.pack import Citation
from rubric import feedback, notices, observations, pasted, targets
from rubric.data import data
from rubric.marking import NoticeCode, SlipKind, SourcePlace
from rubric.slips.claims import Finding, Slip
from rubric.wording import capital, printed, say, slip_words, source_place

KINDS = get_args(SlipKind)
BOOK = Citation.model_validate({"from": "us-state-u2", "where": "para. 1"})
KNOWN = Citation.model_validate({"from": "general-knowledge"})
MOST_WORDS = 25
LATER = {"other_pack"}  # codes of the contract that no stage gives yet

# What may be filled in, by the section of wording.yaml. A teacher keeps the {names}.
NAMES = {
    "slips": "said right Right Happened when",
    "checks": "said right Right Happened when",
    "spelling": "said right Right",
    "notices": "words quote title",
    "feedback": "label question gap count paragraph first First last right subject measures",
    "structure": "count of paragraph gap",
    "level": "low high text quote why",
    "source": "title where",
    "why": "made",
    "effects": "",
    "draft": "period out title kind trust aside points events people places conflicts number",
}


def slip(kind: str, severity: str = "error", why: str = "") -> Finding:
    found = Slip(
        kind=kind, severity=severity, what="the border was closed", right="RIGHT it was", accepted="1961-08-13", source=BOOK,
        confidence=0.9, why=why,
    )  # fmt: skip
    return Finding(0, 4, "SAID", 0, "wall.when", "1962", "disagrees", found)


def strings(value: object) -> Iterator[str]:
    """Every string inside a section of the wording."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, str):
        yield value
    for part in inner:
        yield from strings(part)


def codes_in(module: ModuleType, prefix: str) -> set[str]:
    """The strings of a module's code that begin so, from its source."""
    tree = ast.parse(inspect.getsource(module))
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in found if re.fullmatch(prefix, text)}


@pytest.mark.parametrize("severity", ["error", "check"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_slip_has_words(kind: str, severity: str) -> None:
    heading, message = slip_words(slip(kind, severity))
    assert re.fullmatch(r"(Correct|Check) [a-z ]+", heading)
    assert "SAID" in message
    assert "RIGHT" in message or "The border was closed on 13 August 1961" in message
    assert not re.search(r"[{}]| \.|\.\.|None", message)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_error_has_its_own(kind: str) -> None:
    assert kind in data("wording")["slips"]


@pytest.mark.parametrize(
    ("severity", "why", "says"),
    [
        pytest.param("error", "", "You give SAID. In fact RIGHT it was.", id="error-is-firm"),
        pytest.param("check", "", "You give SAID. Recent works: RIGHT it was.", id="check-is-a-comparison"),
        pytest.param("check", "older books", "You give SAID, as older books do. Recent works: RIGHT it was.", id="outdated"),
        pytest.param("error", "older books", "You give SAID. In fact RIGHT it was.", id="an-error-is-never-excused"),
    ],
)
def test_severity_decides_the_words(severity: str, why: str, says: str) -> None:
    assert slip_words(slip("figure", severity, why))[1] == says


@pytest.mark.parametrize("word", ["Correct", "wrong", "error", "mistake", "In fact"])
def test_a_check_does_not_accuse(word: str) -> None:
    assert [text for text in strings(data("wording")["checks"]) if word in text] == []


def test_a_spelling_has_words() -> None:
    assert slip_words(slip("name", "spelling")) == ("Spelling", "The name is spelt RIGHT it was.")


def test_every_notice_has_words() -> None:
    assert set(get_args(NoticeCode)) - data("wording")["notices"].keys() == LATER


def test_every_notice_given_is_in_the_contract() -> None:
    given = codes_in(notices, "|".join(get_args(NoticeCode))) | codes_in(pasted, "pasted_source")
    assert given == set(get_args(NoticeCode)) - LATER


def test_every_target_has_a_question_a_task_and_a_name() -> None:
    codes = set(data("thresholds")["target_worth"]["value"])
    assert len(codes) >= 12
    assert codes == codes_in(targets, "[A-Z]{2}[A-Z0-9]?") == data("wording")["targets"].keys()
    assert codes == data("wording")["feedback"]["better"].keys()
    assert codes | {"facts_one", "facts_more", "missing"} == data("wording")["feedback"]["steps"].keys()


def test_every_remark_has_words_and_every_strength_praise() -> None:
    said = data("wording")["structure"].keys()
    assert said - codes_in(observations, r"[a-z_]+") == set()
    assert codes_in(feedback, "argued|reasoned|weighed|measured|proved") < data("wording")["feedback"]["well"].keys()
    assert data("wording")["feedback"]["well"].keys() - said == codes_in(feedback, "argued|reasoned|weighed|measured|proved")


@pytest.mark.parametrize(("section", "names"), NAMES.items(), ids=NAMES)
def test_placeholders_are_those_that_are_filled(section: str, names: str) -> None:
    found = {name for text in strings(data("wording")[section]) for name in re.findall(r"{(\w+)", text)}
    assert found - set(names.split()) == set()


@pytest.mark.parametrize("section", data("wording"))
def test_every_text_is_whole(section: str) -> None:
    texts = list(strings(data("wording")[section]))
    assert texts
    assert [text for text in texts if not text.strip() or text.count("{") != text.count("}")] == []


@pytest.mark.parametrize("section", ["slips", "checks", "spelling", "notices", "feedback"])
def test_a_note_is_short(section: str) -> None:
    assert [text for text in strings(data("wording")[section]) if len(text.split()) > MOST_WORDS] == []


def test_say_fills_in() -> None:
    assert say("notices", "too_short", words=5) == "5 words: too short for a level. The facts are still checked."


@pytest.mark.parametrize("path", [("notices", "no_such"), ("no_such",)], ids=["no-code", "no-section"])
def test_a_code_without_words_is_a_bug(path: tuple[str, ...]) -> None:
    with pytest.raises(KeyError):
        say(*path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("the border", "The border", id="first-letter"),
        pytest.param("NATO met", "NATO met", id="the-rest-stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_capital(text: str, expected: str) -> None:
    assert capital(text) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(SourcePlace(source="a", where="p. 3", title="A Book"), "A Book, p. 3", id="title-and-place"),
        pytest.param(SourcePlace(source="a", where="", title="A Book"), "A Book", id="title-alone"),
        pytest.param(
            SourcePlace(source="a", where="p. 3", title="A Book", checked=False),
            "General knowledge, not yet checked against a document",
            id="unchecked-says-so",
        ),
    ],
)
def test_a_source_on_one_line(place: SourcePlace, expected: str) -> None:
    assert printed(place) == expected


@pytest.mark.parametrize(("citation", "checked"), [(BOOK, True), (KNOWN, False)], ids=["document", "general-knowledge"])
def test_a_citation_says_whether_it_was_checked(citation: Citation, checked: bool, pack: Pack) -> None:
    place = source_place(pack, citation)
    assert (place.source, place.where, place.checked) == (citation.source, citation.where, checked)
    assert place.title[0].isupper()
