"""Coverage with an encoder that knows words only: a mention touches, an argument covers, a list of names covers nothing."""

from __future__ import annotations

import numpy as np
import pytest

from reference import Pack, load_pack
from reference.reading.lexicon import Lexicon
from rubric.coverage import Found, Judged, argues, coverage
from rubric.essay import read_essay
from rubric.heads import Heads, fit
from tests.conftest import Encode

POINTS = load_pack("usa-ussr-1955-62").points

U2_TOLD = "The U-2 was shot down in May 1960."
U2_ARGUED = (
    "Because the U-2 was shot down Khrushchev walked out and the Paris summit collapsed, so the friendly mood of Camp David "
    "was destroyed and the thaw ended."
)
WALL_ARGUED = (
    "The Berlin Wall was ugly, but it made the crisis less dangerous because the refugees stopped and war grew less likely."
)
IDLE = "The harvest was good and the weather stayed fine. The village kept its fair."
NAMES = "There was the U-2, and there was Sputnik, and there was the Berlin Wall, and there was Vienna, and there was Hungary."
NOTES = "- the U-2\n- Sputnik\n- the Berlin Wall\n- the Vienna summit\n- the Hungarian Uprising\n- the Bay of Pigs"


@pytest.fixture(scope="module")
def heads(pack: Pack, fake_encode: Encode) -> Heads:
    return fit(pack, fake_encode)


class Judge:
    """Judges a text against the pack's points with the fake encoder."""

    def __init__(self, pack: Pack, known: Lexicon, heads: Heads, encode: Encode) -> None:
        self.pack, self.known, self.heads, self.encode = pack, known, heads, encode

    def all(self, text: str) -> list[Found]:
        return coverage(read_essay(text, self.known), self.pack, self.heads, self.encode)

    def one(self, text: str, point: str) -> Found:
        return next(found for found in self.all(text) if found.point == point)


@pytest.fixture(scope="module")
def judge(pack: Pack, known: Lexicon, heads: Heads, fake_encode: Encode) -> Judge:
    return Judge(pack, known, heads, fake_encode)


@pytest.mark.parametrize(
    ("text", "point", "status"),
    [
        pytest.param(U2_TOLD, "u2-turning-point-1960", "partial", id="event-told"),
        pytest.param(U2_ARGUED, "u2-turning-point-1960", "covered", id="event-argued"),
        pytest.param(f"{IDLE} {U2_ARGUED}", "u2-turning-point-1960", "covered", id="argued-among-other-things"),
        pytest.param(f"{U2_TOLD}\n\n{IDLE}\n\n{U2_ARGUED}", "u2-turning-point-1960", "covered", id="told-then-argued"),
        pytest.param(U2_ARGUED, "berlin-wall-double-effect", "missing", id="another-event"),
        pytest.param(WALL_ARGUED, "berlin-wall-double-effect", "covered", id="wall-argued"),
        pytest.param("The Berlin Wall went up in August 1961.", "berlin-wall-double-effect", "partial", id="wall-told"),
        pytest.param(WALL_ARGUED, "u2-turning-point-1960", "missing", id="not-the-u2"),
        pytest.param(IDLE, "u2-turning-point-1960", "missing", id="nothing-of-it"),
        pytest.param("In May 1960 a flight ended badly.", "u2-turning-point-1960", "missing", id="a-date-alone"),
    ],
)
def test_status(text: str, point: str, status: str, judge: Judge) -> None:
    assert judge.one(text, point).status == status


@pytest.mark.parametrize("text", [pytest.param(NAMES, id="in-a-sentence"), pytest.param(NOTES, id="as-notes")])
def test_a_list_of_names_covers_nothing(text: str, judge: Judge) -> None:
    assert [found.point for found in judge.all(text) if found.status == "covered"] == []


@pytest.mark.parametrize("text", [pytest.param(IDLE, id="prose-on-nothing"), pytest.param("", id="no-sentence")])
def test_every_point_is_missing_where_nothing_is_said(text: str, judge: Judge) -> None:
    assert [(found.status, found.evidence, found.why) for found in judge.all(text)] == [("missing", (), ())] * 37


@pytest.mark.parametrize("point", POINTS)
def test_its_own_statement_makes_a_point(point: str, judge: Judge) -> None:
    found = judge.all(POINTS[point].statement)
    assert [one.point for one in found if one.status == "covered"] == [point]


@pytest.mark.parametrize("text", [U2_ARGUED, NAMES, IDLE, ""], ids=["one-point", "names", "idle", "nothing"])
def test_points_come_in_the_packs_order(text: str, judge: Judge) -> None:
    assert [found.point for found in judge.all(text)] == list(POINTS)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        pytest.param(f"{IDLE} {U2_ARGUED} {IDLE}", U2_ARGUED, id="in-the-middle"),
        pytest.param(f"A title?\n\n{IDLE}\n\n{U2_ARGUED}", U2_ARGUED, id="offsets-count-the-title"),
        pytest.param(f"{WALL_ARGUED}\n\n{U2_ARGUED}", U2_ARGUED, id="not-anothers-sentence"),
        pytest.param(U2_TOLD, U2_TOLD, id="a-mention"),
    ],
)
def test_evidence_is_the_students_sentence(text: str, evidence: str, judge: Judge) -> None:
    assert [text[a:b] for a, b in judge.one(text, "u2-turning-point-1960").evidence] == [evidence]


def test_two_sentences_may_make_a_point_together(judge: Judge) -> None:
    parts = [
        "The U-2 affair of May 1960 was a turning point.",
        "It wrecked the Paris summit, ended the second thaw and weakened Khrushchev.",
    ]
    text = " ".join([IDLE, *parts])
    found = judge.one(text, "u2-turning-point-1960")
    assert (found.status, [text[a:b] for a, b in found.evidence]) == ("covered", [" ".join(parts)])


def test_evidence_never_runs_over_a_paragraphs_end(judge: Judge) -> None:
    last = "It wrecked the Paris summit, ended the second thaw and weakened Khrushchev."
    text = f"The U-2 affair of May 1960 was a turning point.\n\n{last}"
    assert [text[a:b] for a, b in judge.one(text, "u2-turning-point-1960").evidence] == [last]


def test_set_aside_text_is_no_evidence(judge: Judge) -> None:
    text = f"{IDLE}\n\nI'm Tamara!\n\nThe U-2 ruined the Paris summit, order now!\n\nCheck it out"
    assert judge.one(text, "u2-turning-point-1960").status == "missing"


@pytest.mark.parametrize("text", [U2_ARGUED, NAMES, f"{IDLE} {WALL_ARGUED}"], ids=["argued", "names", "wall"])
def test_scores_are_chances_of_three_decimals(text: str, judge: Judge) -> None:
    scores = [found.score for found in judge.all(text)]
    assert scores == [round(score, 3) for score in scores]
    assert 0 <= min(scores) < max(scores) <= 1


def test_an_argument_scores_above_a_mention(judge: Judge) -> None:
    point = "u2-turning-point-1960"
    assert judge.one(U2_ARGUED, point).score > 1.5 * judge.one(U2_TOLD, point).score > 0


def test_sentences_are_shared_out_among_the_points() -> None:
    """Two passages on the first point, one on neither: what is nearer to another point is no sign of this one."""
    topics = np.array([[1.0, 0.2], [0.9, -0.3], [-1.0, -1.0]])
    judged = Judged(topics, topics, *(np.zeros((3, 2)) for _ in range(3)))
    first, second = judged.given([0, 1, 2])
    assert 1.4 < first < 2 and second < 0.1
    assert judged.given([0])[0] < first


def test_the_order_of_encoding_noise_changes_no_status(judge: Judge, pack: Pack, known: Lexicon, heads: Heads) -> None:
    """A vector differs a little from batch to batch: rounded to three decimals, the judgement is the same."""

    def shaken(texts: list[str]) -> np.ndarray:
        return judge.encode(texts) + np.float32(1e-7)

    text = f"{U2_ARGUED} {WALL_ARGUED}\n\n{NAMES}"
    assert coverage(read_essay(text, known), pack, heads, shaken) == judge.all(text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "gives"),
    [
        pytest.param("The refugees left because life was hard.", True, id="reason"),
        pytest.param("The wall therefore calmed Berlin.", True, id="consequence"),
        pytest.param("It was the most important turning point.", True, id="judgement"),
        pytest.param("The Berlin Wall went up in August 1961.", False, id="told"),
        pytest.param("Kennedy and Khrushchev met at Vienna.", False, id="met"),
        pytest.param("They sat in a butcher's shop.", False, id="but-inside-a-word"),
    ],
)
def test_a_sentence_that_argues(sentence: str, gives: bool, known: Lexicon) -> None:
    assert argues(read_essay(sentence, known).sentences[0]) is gives


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param(
            U2_ARGUED, ["Its event or idea is named.", "The passage gives a reason, a result or a judgement."], id="argued"
        ),
        pytest.param(U2_TOLD, ["Its event or idea is named.", "The passage tells; it gives no reason or result."], id="told"),
    ],
)
def test_why_says_what_was_seen(text: str, reasons: list[str], judge: Judge) -> None:
    assert list(judge.one(text, "u2-turning-point-1960").why) == reasons


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{U2_TOLD}\n\n{IDLE}", id="before"),
        pytest.param(
            f"{IDLE}\n\nTrust was gone, so the friendly mood and the thaw ended.\n\n{U2_TOLD}", id="after-what-is-merely-alike"
        ),
    ],
)
def test_what_is_touched_is_shown_where_it_is_named(text: str, judge: Judge) -> None:
    found = judge.one(text, "u2-turning-point-1960")
    assert found.status == "partial"
    assert any(U2_TOLD in text[start:end] for start, end in found.evidence)
