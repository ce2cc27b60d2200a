"""The whole way through, at its door: the contract of the marking, its offsets, its counts, its ids, its bytes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from reference import Pack
from rubric import Marking, Memory, mark

ESSAY = """How did relations between the USA and the USSR change?

In 1955 relations improved, because the leaders met at Geneva in July 1955 and talked for the first time since Potsdam. \
The Warsaw Pact was set up in May 1956, however, so Europe was still divided.

Khruschev gave the Secret Speech in February 1956. About 25,000 Hungarians were killed when the rising was crushed on \
4 November 1956. The Zhukov report of 1957 was read in Omsk.

In conclusion the Berlin Wall, which went up on 15 August 1961, was the most important turning point, because it ended \
the refugee crisis and made war over Berlin less likely.

I'm Tamara!

Would you like to get a custom essay? The Berlin Wall went up in 1950.

Check it out"""
TAIL = ESSAY.index("I'm Tamara!")

# DESIGN.md, section 5: every key of the marking as JSON. Keys may be added; none may go.
KEYS = {
    "": "schema made_by essay pack notices points claims slips checked structure level feedback teacher_comments",
    "made_by": "marginalia encoder parser pack_sha",
    "essay": "name words paragraphs sentences text",
    "pack": "id version",
    "notices": "code start end message",
    "points": "id label statement importance status score evidence why question sources",
    "points.evidence": "start end text",
    "points.sources": "source where",
    "claims": "id start end text fact value verdict",
    "slips": "id claim_id kind severity effect paragraph start end text claim should_be accepted fact confidence message",
    "slips.source": "source where",
    "checked": "claims agrees disagrees not_in_pack",
    "level": "scheme low high reasons abstained not_assessed",
    "feedback": "went_well even_better_if next_steps",
    "feedback.next_steps": "code text start end about",
}


@pytest.fixture(scope="module")
def facts(pack: Pack) -> Marking:
    return mark(ESSAY, pack, name="mine.txt", facts_only=True)


@pytest.fixture(scope="module")
def whole(pack: Pack) -> Marking:
    return mark(ESSAY, pack, name="mine.txt")


def every(value: object, path: str) -> list[dict[str, object]]:
    """Every object at a path of a marking's JSON, lists opened on the way."""
    if isinstance(value, list):
        return [found for part in value for found in every(part, path)]
    key, _, rest = path.partition(".")
    return every(value[key], rest) if key else [value]  # type: ignore[index, list-item]


def spans(value: object) -> list[dict[str, object]]:
    """Every object of a marking's JSON that quotes a stretch of the essay."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    here = [value] if isinstance(value, dict) and {"start", "end"} <= value.keys() else []
    return here + [found for part in inner for found in spans(part)]


@pytest.mark.model
@pytest.mark.parametrize(("path", "keys"), [pytest.param(p, k, id=p or "marking") for p, k in KEYS.items()])
def test_keys_of_the_contract(path: str, keys: str, whole: Marking) -> None:
    found = every(json.loads(whole.to_json()), path)
    assert found
    assert [part for part in found if set(keys.split()) - part.keys()] == []


@pytest.mark.model
def test_contract_comes_in_its_own_order(whole: Marking) -> None:
    assert list(json.loads(whole.to_json())) == KEYS[""].split()


@pytest.mark.model
def test_text_is_always_the_stretch_of_the_essay(whole: Marking) -> None:
    plain = json.loads(whole.to_json())
    quoted = [found for kind in ("points", "claims", "slips") for found in spans(plain[kind])]
    assert len(quoted) > 10
    assert [found for found in quoted if found["text"] != ESSAY[found["start"] : found["end"]]] == []
    assert [found for found in spans(plain) if not 0 <= found["start"] <= found["end"] <= len(ESSAY)] == []


@pytest.mark.model
def test_all_points_are_listed_in_the_packs_order(whole: Marking, pack: Pack) -> None:
    assert len(whole.points) == 37
    assert [point.id for point in whole.points] == list(pack.points)
    assert {point.status for point in whole.points} == {"covered", "partial", "missing"}


@pytest.mark.model
def test_only_what_is_not_missing_has_evidence(whole: Marking) -> None:
    assert [point.id for point in whole.points if bool(point.evidence) == (point.status == "missing")] == []


@pytest.mark.model
def test_facts_are_the_same_with_and_without_the_model(whole: Marking, facts: Marking) -> None:
    assert facts.slips == whole.slips
    assert facts.claims == whole.claims
    assert facts.checked == whole.checked


@pytest.mark.model
def test_the_whole_marking_is_the_same_bytes_twice(whole: Marking, pack: Pack) -> None:
    assert mark(ESSAY, pack, name="mine.txt").to_json() == whole.to_json()


@pytest.mark.model
def test_a_second_draft_is_marked_as_if_it_were_the_first(whole: Marking, pack: Pack) -> None:
    edited = ESSAY.replace("In conclusion", "Nobody trusted anybody.\n\nIn conclusion")
    memory = Memory()
    assert mark(ESSAY, pack, name="mine.txt", memory=memory) == whole
    assert mark(edited, pack, memory=memory).to_json() == mark(edited, pack).to_json()
    assert "Nobody trusted anybody." in memory.parsed


def test_facts_alone_are_the_same_bytes_twice(facts: Marking, pack: Pack) -> None:
    assert mark(ESSAY, pack, name="mine.txt", facts_only=True).to_json() == facts.to_json()


def test_facts_alone_are_the_same_bytes_in_another_process(facts: Marking) -> None:
    code = (
        "import sys; from reference import load_pack; from rubric import mark\n"
        "pack = load_pack('usa-ussr-1955-62')\n"
        "mark('Other words first: Sputnik flew in 1957.', pack, facts_only=True)\n"
        "print(mark(sys.stdin.buffer.read().decode(), pack, name='mine.txt', facts_only=True).to_json())"
    )
    run = subprocess.run([sys.executable, "-c", code], input=ESSAY.encode(), capture_output=True, check=True)
    assert run.stdout.decode().strip() == facts.to_json()


def test_facts_alone_say_nothing_of_arguments(facts: Marking) -> None:
    assert (facts.points, facts.level, facts.made_by.encoder) == ((), None, None)
    assert facts.feedback.model_dump() == {"went_well": (), "even_better_if": (), "next_steps": ()}


def test_facts_alone_import_no_embedding_library() -> None:
    code = (
        "import sys; from reference import load_pack; from rubric import mark\n"
        "mark('The Berlin Wall went up in 1962.', load_pack('usa-ussr-1955-62'), facts_only=True)\n"
        "print([name for name in ('sentence_transformers', 'transformers', 'torch', 'streamlit') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_slips_of_the_essay(facts: Marking) -> None:
    assert [(slip.text, slip.severity, slip.paragraph) for slip in facts.slips] == [
        ("May 1956", "error", 1),
        ("Khruschev", "spelling", 2),
        ("25,000", "check", 2),
        ("15 August 1961", "error", 3),
    ]


def test_checked_counts_the_claims(facts: Marking) -> None:
    verdicts = [claim.verdict for claim in facts.claims]
    counted = {name: verdicts.count(name) for name in ("agrees", "disagrees", "not_in_pack")}
    assert facts.checked.model_dump() == {"claims": len(facts.claims), **counted}
    assert min(counted.values()) > 0


def test_disagrees_counts_errors_and_checks_but_no_spelling(facts: Marking) -> None:
    assert facts.checked.disagrees == sum(slip.severity != "spelling" for slip in facts.slips) == 3


def test_a_slip_belongs_to_its_claim(facts: Marking) -> None:
    claims = {claim.id: (claim.text, claim.fact) for claim in facts.claims if claim.verdict == "disagrees"}
    assert claims == {slip.claim_id: (slip.text, slip.fact) for slip in facts.slips if slip.severity != "spelling"}


def test_what_is_not_in_the_pack_has_no_fact_and_no_slip(facts: Marking) -> None:
    unknown = [claim for claim in facts.claims if claim.verdict == "not_in_pack"]
    assert [claim.text for claim in unknown if claim.fact and claim.fact.endswith(".when")] == []
    assert {claim.id for claim in unknown} & {slip.claim_id for slip in facts.slips} == set()


def test_claims_and_slips_stand_in_reading_order(facts: Marking) -> None:
    assert [slip.start for slip in facts.slips] == sorted(slip.start for slip in facts.slips)
    assert [claim.start for claim in facts.claims] == sorted(claim.start for claim in facts.claims)


def test_ids_are_unique(facts: Marking) -> None:
    ids = [claim.id for claim in facts.claims]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("How did relations", "In what ways did relations", id="title-longer"),
        pytest.param("In 1955 relations improved", "At first, in 1955, relations improved", id="words-before"),
        pytest.param("Would you like", "Would you perhaps like", id="furniture-changed"),
        pytest.param("The Zhukov report of 1957 was read in Omsk.", "", id="sentence-gone"),
        pytest.param("\n\nIn conclusion", "\n\nBoth sides were afraid of war.\n\nIn conclusion", id="paragraph-more"),
        pytest.param("May 1956", "May  1956", id="space-within"),
    ],
)
def test_slip_ids_survive_an_edit_elsewhere(old: str, new: str, facts: Marking, pack: Pack) -> None:
    assert old in ESSAY
    edited = mark(ESSAY.replace(old, new), pack, facts_only=True)
    assert [slip.id for slip in edited.slips] == [slip.id for slip in facts.slips]


def test_a_slip_id_is_fact_value_and_ordinal(pack: Pack) -> None:
    text = "The Berlin Wall went up in 1962. Nobody doubted in those days that the Berlin Wall went up in 1962."
    ids = [slip.id for slip in mark(text, pack, facts_only=True).slips]
    assert ids == ["berlin-wall.when=1962#1", "berlin-wall.when=1962#2"]


def test_text_set_aside_stays_in_the_text_and_is_counted_nowhere(facts: Marking, pack: Pack) -> None:
    without = mark(ESSAY[:TAIL], pack, name="mine.txt", facts_only=True)
    assert facts.essay.text == ESSAY
    assert [(n.code, n.start, n.end) for n in facts.notices] == [("set_aside", TAIL, len(ESSAY))]
    assert (facts.claims, facts.slips, facts.checked) == (without.claims, without.slips, without.checked)
    assert facts.structure == without.structure
    sizes = [(m.essay.words, m.essay.paragraphs, m.essay.sentences) for m in (facts, without)]
    assert sizes[0] == sizes[1]


def test_size_of_the_essay_leaves_out_its_title(facts: Marking) -> None:
    assert (facts.essay.paragraphs, facts.essay.sentences) == (3, 6)
    assert facts.essay.words == len(ESSAY[:TAIL].split("\n\n", 1)[1].split())


@pytest.mark.parametrize(
    "text",
    [pytest.param("", id="nothing"), pytest.param(" \n\t\u00a0 ", id="white-space"), pytest.param("\n\n", id="line-ends")],
)
def test_an_empty_text_is_the_only_error(text: str, pack: Pack) -> None:
    with pytest.raises(ValueError, match="The text is empty: paste or upload an essay first"):
        mark(text, pack, facts_only=True)


@pytest.mark.parametrize(
    "text", [pytest.param("?", id="a-mark"), pytest.param("1962", id="a-number"), pytest.param("Why", id="a-word")]
)
def test_any_other_text_is_marked(text: str, pack: Pack) -> None:
    assert mark(text, pack, facts_only=True).essay.text == text


def test_an_unknown_scheme_names_those_there_are(pack: Pack) -> None:
    with pytest.raises(ValueError, match=r"There is no mark scheme 'ocr': name one of aqa-7042"):
        mark(ESSAY, pack, "ocr", facts_only=True)


@pytest.mark.model
def test_the_scheme_is_the_packs_first(whole: Marking, pack: Pack) -> None:
    assert whole.level is not None
    assert whole.level.scheme == pack.about.schemes[0] == "aqa-7042"


def test_made_by_names_parser_and_pack(facts: Marking, pack: Pack) -> None:
    assert (facts.made_by.parser, facts.made_by.pack_sha) == ("en-core-web-sm@3.8.0", pack.sha)
    assert (facts.pack.id, facts.pack.version) == ("usa-ussr-1955-62", pack.about.version)


@pytest.mark.model
def test_made_by_names_the_encoder(whole: Marking) -> None:
    assert whole.made_by.encoder == "all-MiniLM-L6-v2@53aa5117"
