"""Who is speaking: what is denied, supposed, reported, quoted or compared makes no claim; what is asserted does."""

from __future__ import annotations

import pytest

from reference import Pack
from tests.slips import marked

WALL, SPEECH = "13 August 1961", "25 February 1956"


def flag(words: str, right: str) -> list[tuple[str, str]]:
    return [(words, right)]


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("The Berlin Wall was not built in 1958.", [], id="not"),
        pytest.param("The Berlin Wall wasn't built in 1958.", [], id="not-shortened"),
        pytest.param("The Berlin Wall was never built in 1958.", [], id="never"),
        pytest.param("No Berlin Wall was built in 1958.", [], id="no-subject"),
        pytest.param("The Berlin Wall was not built until 1961.", [], id="not-until-the-right-year"),
        pytest.param("It was not in 1958 but in 1961 that the Berlin Wall was built.", [], id="not-this-but-that"),
        pytest.param("The Berlin Wall was built in 1961, not 1958.", [], id="right-year-not-the-other"),
        pytest.param("The Berlin Wall was not built until 1962.", flag("1962", WALL), id="not-until-dates-outright"),
        pytest.param("It was not until 1962 that the Berlin Wall was built.", flag("1962", WALL), id="cleft-not-until"),
        pytest.param("The Berlin Wall was not popular; it was built in 1958.", flag("1958", WALL), id="denies-something-else"),
        pytest.param("The Berlin Wall was built in 1958 but did not fall.", flag("1958", WALL), id="denies-the-next-clause"),
        pytest.param("Without the Berlin Wall of 1961 the GDR would have collapsed.", [], id="without-the-right-year"),
        pytest.param(
            "Without the Berlin Wall of 1958 the GDR would have collapsed.", flag("1958", WALL), id="without-takes-it"
        ),
        pytest.param(
            "The Berlin Wall was built in 1958, not 1961.",
            flag("1958", WALL),
            id="wrong-year-not-the-right-one",
        ),
        pytest.param(
            "The Berlin Wall, not the Warsaw Pact, was built in 1958.",
            flag("1958", WALL),
            id="not-another-event",
            marks=pytest.mark.xfail(reason="the slip names the Warsaw Pact, the event that is set aside"),
        ),
    ],
)
def test_a_denial_makes_no_claim(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("Had the Berlin Wall been built in 1958, fewer would have left.", [], id="had-it-been"),
        pytest.param("Had the Berlin Wall been built in 1958, Kennedy was ready.", [], id="inversion-alone"),
        pytest.param("If the Berlin Wall had been built in 1958, fewer would have left.", [], id="if"),
        pytest.param("Fewer would have left if the Berlin Wall had been built in 1958.", [], id="if-after"),
        pytest.param("The Berlin Wall would have been built in 1958 but for Eisenhower.", [], id="would-have-been"),
        pytest.param("The Berlin Wall might have been built in 1958.", [], id="might-have-been"),
        pytest.param("Whether the Berlin Wall was built in 1958 is not known.", [], id="whether"),
        pytest.param("Perhaps the Berlin Wall was built in 1958.", [], id="perhaps"),
        pytest.param(
            "Suppose the Berlin Wall was built in 1958.",
            [],
            id="suppose",
        ),
        pytest.param("If the Berlin Wall of 1961 had fallen, all would have changed.", [], id="if-takes-a-right-date-too"),
        pytest.param(
            "If the Vienna summit of 1960 had gone well, all would have changed.",
            flag("1960", "3–4 June 1961"),
            id="if-takes-it-for-granted",
        ),
        pytest.param("The Berlin Wall was undoubtedly built in 1958.", flag("1958", WALL), id="undoubtedly"),
        pytest.param("The Berlin Wall was, I think, built in 1958.", flag("1958", WALL), id="i-think"),
        pytest.param("The Berlin Wall was built in 1958, which would matter later.", flag("1958", WALL), id="would-elsewhere"),
        pytest.param("Kennedy feared that the Berlin Wall had been built in 1958.", flag("1958", WALL), id="feared-that"),
        pytest.param(
            "Was the Berlin Wall built in 1958?",
            [],
            id="question",
        ),
    ],
)
def test_a_supposition_makes_no_claim(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("It is sometimes said that the Berlin Wall was built in 1958.", [], id="sometimes-said"),
        pytest.param("It is often thought that the Berlin Wall was built in 1958.", [], id="often-thought"),
        pytest.param("Some textbooks say that the Berlin Wall was built in 1958.", [], id="some-textbooks"),
        pytest.param("Many students think that the Berlin Wall was built in 1958.", [], id="many-students"),
        pytest.param("It is a myth that the Berlin Wall was built in 1958.", [], id="myth"),
        pytest.param("Contrary to what I wrote, the Berlin Wall was built in 1958.", [], id="contrary-to"),
        pytest.param("The Berlin Wall was wrongly dated to 1958.", [], id="wrongly-dated"),
        pytest.param("Students confuse the Berlin Wall of 1961 with the ultimatum of 1958.", [], id="confuse"),
        pytest.param("People mix up the Berlin Wall with the blockade of 1958.", [], id="mix-up"),
        pytest.param("The Berlin Wall was built in 1958, he said with pride.", flag("1958", WALL), id="a-voice-in-the-text"),
        pytest.param(
            "Taubman claims that the Berlin Wall was built in 1958.", flag("1958", WALL), id="historian-out-of-quotes"
        ),
        pytest.param("It is clear that the Berlin Wall was built in 1958.", flag("1958", WALL), id="it-is-clear-that"),
        pytest.param("As everybody knows, the Berlin Wall was built in 1958.", flag("1958", WALL), id="as-everybody-knows"),
        pytest.param("Kempe shows that the Berlin Wall was built in 1958.", flag("1958", WALL), id="historian-shows"),
        pytest.param("The Berlin Wall was rightly built in 1958.", flag("1958", WALL), id="rightly"),
    ],
)
def test_a_reported_error_makes_no_claim(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("He said: “In 1958 the Berlin Wall was built, and it will stand for a century.”", [], id="curly-quotes"),
        pytest.param(
            'He said: "In 1958 the Berlin Wall was built, and it will stand for a century."', [], id="straight-quotes"
        ),
        pytest.param("He said: ‘In 1958 the Berlin Wall was built, and it will stand.’", [], id="single-quotes"),
        pytest.param(
            "The Berlin Wall was a relief to him (Gaddis, 2005, p. 115).",
            [],
            id="work-and-page",
        ),
        pytest.param("Gaddis (2005) calls the Berlin Wall a relief to both sides.", [], id="year-of-a-work"),
        pytest.param("In his book Berlin 1961, Kempe calls the Berlin Wall a defeat.", [], id="year-in-a-title"),
        pytest.param("Unlike the U-2 affair in 1960, the Berlin Wall was met calmly.", [], id="unlike-with-its-own-year"),
        pytest.param("Khrushchev's ‘Secret Speech’ of 1958 shook the bloc.", flag("1958", SPEECH), id="quotes-round-a-name"),
        pytest.param("The “Secret Speech” took place in 1958.", flag("1958", SPEECH), id="a-name-alone-in-quotes"),
        pytest.param(
            "The Berlin Wall was built in 1958, and he called it “a hell of a lot better than a war”.",
            flag("1958", WALL),
            id="quotation-further-on",
        ),
        pytest.param(
            "Kennedy's “tragedy” – the Berlin Wall was built in 1958 – began.", flag("1958", WALL), id="one-word-quoted"
        ),
        pytest.param(
            "In 1958 the Berlin Wall was built (Gaddis, 2005).",
            flag("1958", WALL),
            id="a-reference-is-no-cover",
        ),
        pytest.param("The Berlin Wall stood until 1989.", [], id="looks-ahead"),
    ],
)
def test_the_words_of_others_make_no_claim(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags


@pytest.mark.parametrize(
    ("sentence", "flags"),
    [
        pytest.param("The Secret Speech was given in 1958.", flag("1958", SPEECH), id="given-in"),
        pytest.param("Some planes were placed in reserve; the Wall was built in 1963.", flag("1963", WALL), id="placed-in"),
        pytest.param("The Wall was thought to be a relief and was built in 1963.", flag("1963", WALL), id="thought-to-be"),
        pytest.param(
            "The Soviets were wrongly blamed, and the Wall was built in 1963.", flag("1963", WALL), id="wrongly-blamed"
        ),
        pytest.param(
            "Kennedy was confused when the Wall was built in 1963.",
            flag("1963", WALL),
            id="a-person-confused",
        ),
    ],
)
def test_a_word_of_error_elsewhere_is_no_cover(sentence: str, flags: list[tuple[str, str]], pack: Pack) -> None:
    assert marked(sentence, pack) == flags
