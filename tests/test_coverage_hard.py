"""Coverage with the model in use, where it is easily fooled: lists, repeats, rejected views, denials, near neighbours."""

from __future__ import annotations

import pytest

from reference import Pack
from rubric import mark
from rubric.marking import PointFound

NAMES = (
    "In this period there was Geneva, Hungary, Sputnik, the Berlin ultimatum, Camp David, the U-2, "
    "the Bay of Pigs, Vienna, the "
    "Berlin Wall and Cuba. There was also the Suez crisis, the Secret Speech, the Warsaw Pact and the Austrian State Treaty. "
    "Khrushchev, Eisenhower and Kennedy were the leaders, and Mao, Castro, Ulbricht and Nagy were important people too. Other "
    "factors were peaceful coexistence, the arms race, the space race, the Sino-Soviet split, "
    "spheres of influence, the missile "
    "gap, refugees, the hotline and the Test Ban Treaty."
)
ARGUED = (
    "When the U-2 was shot down over Russia in May 1960 the Paris summit collapsed, and the thaw "
    "that had begun at Camp David was "
    "over, because Khrushchev could no longer trust the President."
)
TOLD = "The U-2 flown by Gary Powers was shot down in May 1960."
OVER_CUBA = (
    "In October 1962 a U-2 photographed the missile sites on Cuba, and when another was shot down over the island the world "
    "came closer to nuclear war than ever before. It was the most dangerous moment of the whole period."
)

pytestmark = pytest.mark.model


def marked(text: str, pack: Pack) -> dict[str, PointFound]:
    return {point.id: point for point in mark(text, pack=pack).points}


def test_a_list_of_names_covers_nothing(pack: Pack) -> None:
    found = marked(NAMES, pack)
    assert {point.status for point in found.values()} == {"partial", "missing"}


def test_what_argues_among_names_still_counts(pack: Pack) -> None:
    found = marked(f"{NAMES}\n\n{ARGUED}", pack)
    assert [name for name, point in found.items() if point.status == "covered"] == ["u2-turning-point-1960"]


@pytest.mark.parametrize(
    "text", [pytest.param(ARGUED, id="argued"), pytest.param(TOLD, id="told"), pytest.param(NAMES, id="names")]
)
def test_a_repeated_paragraph_raises_no_status(text: str, pack: Pack) -> None:
    once, twice = marked(text, pack), marked("\n\n".join([text] * 3), pack)
    assert {name: point.status for name, point in twice.items()} == {name: point.status for name, point in once.items()}


@pytest.mark.parametrize(
    ("text", "point", "status"),
    [
        pytest.param(
            "It is often claimed that the U-2 affair was the turning point that wrecked the Paris "
            "summit and ended the thaw. This is "
            "wrong, because the talks were already failing over Berlin before the plane was shot down.",
            "u2-turning-point-1960",
            "partial",
            id="rejected-in-the-next-sentence",
        ),
        pytest.param(
            "Some historians argue that the Berlin Wall stabilised the situation because it ended "
            "the refugee crisis, but I do not "
            "accept this.",
            "berlin-wall-double-effect",
            "partial",
            id="rejected-at-once",
        ),
        pytest.param(
            "Some historians argue that the Berlin Wall, though a hostile act, stabilised the situation and made war less "
            "likely because it ended the refugee crisis, and I agree with them.",
            "berlin-wall-double-effect",
            "covered",
            id="agreed-with",
        ),
        pytest.param(
            "It is often said that the U-2 was only one plane, but this misses the point: it wrecked "
            "the Paris summit and ended the "
            "thaw because Khrushchev could no longer trust Eisenhower.",
            "u2-turning-point-1960",
            "covered",
            id="the-students-answer-to-another-view",
        ),
    ],
)
def test_a_rejected_view_is_not_the_students_claim(text: str, point: str, status: str, pack: Pack) -> None:
    assert marked(text, pack)[point].status == status


@pytest.mark.parametrize(
    ("text", "made", "not_made"),
    [
        pytest.param(
            "Geneva achieved nothing: no agreement was reached on Germany or disarmament, and Open Skies was turned down.",
            "geneva-no-substance",
            "geneva-thaw-1955",
            id="geneva-achieved-nothing",
        ),
        pytest.param(
            "Geneva eased tension, because the leaders met for the first time in ten years and "
            "showed that they were willing to "
            "compromise.",
            "geneva-thaw-1955",
            "geneva-no-substance",
            id="geneva-eased-tension",
        ),
        pytest.param(ARGUED, "u2-turning-point-1960", "cuban-crisis-lowest-point", id="u2-of-1960"),
        pytest.param(OVER_CUBA, "cuban-crisis-lowest-point", "u2-turning-point-1960", id="u2-over-cuba"),
    ],
)
def test_near_neighbours_are_told_apart(text: str, made: str, not_made: str, pack: Pack) -> None:
    found = marked(text, pack)
    assert (found[made].status, found[not_made].status != "covered") == ("covered", True)
