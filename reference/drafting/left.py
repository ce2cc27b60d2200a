"""What a person still has to do before a drafted pack is fit for a class, in words.

In: a pack.  Out: lines, the most pressing first; none where nothing is left. A pack is called checked when a person has been
through all of it, and classroom when its points stand in the department's words with examples enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from reference.pack import Pack, Point

FEWEST_EXAMPLES = 3  # passages a point needs before its recogniser is more than a guess
KINDS = {"point": "points", "event": "events", "person": "people", "place": "places"}


def left_to_do(pack: Pack) -> Iterator[str]:
    """The lines, each with a number and what to do."""
    yield from keeps_from(pack, "classroom")
    if pack.about.status == "draft":
        yield "How well this pack marks is not measured: no essays have been labelled for it."


def keeps_from(pack: Pack, status: str) -> list[str]:
    """What keeps a pack from a status: nothing keeps it from being a draft."""
    if status == "draft":
        return []
    return [*_to_check(pack), *(_to_write(pack) if status == "classroom" else ())]


def _to_check(pack: Pack) -> Iterator[str]:
    for support in pack.passages.values():
        if support.conflict and not support.checked:
            yield f"{support.of} {support.id}: {support.conflict}"
    for kind, several in KINDS.items():
        unread = [one for one in pack.passages.values() if one.of == kind and not one.checked]
        if unread:
            total = sum(one.of == kind for one in pack.passages.values())
            yield f"{len(unread)} of {total} drafted {several} have not been checked by a person."
    low = [event for event in pack.events.values() if event.confidence == "low"]
    if low:
        yield f"{len(low)} events have low confidence and are never held against an essay: check the date, then raise it."
    if pack.about.licence.startswith("not stated"):
        yield "The licence is not stated: say who may use the pack."
    if "not stated" in pack.about.authors:
        yield "The authors are not stated."


def _to_write(pack: Pack) -> Iterator[str]:
    as_found = [point for point in pack.points.values() if in_documents_words(pack, point)]
    if as_found:
        yield f"{len(as_found)} statements stand in a document's own words: reword them."
    thin = [point for point in pack.points.values() if examples_of(pack, point.id) < FEWEST_EXAMPLES]
    if thin:
        yield f"{len(thin)} points have fewer than {FEWEST_EXAMPLES} paraphrases or passages: coverage of them is a guess."


def in_documents_words(pack: Pack, point: Point) -> bool:
    """True where a point's statement is a passage that it stands on, not reworded."""
    own = {passage.text for support in pack.passages.values() for passage in support.passages}
    return any(point.statement[10:70] in text for text in own)


def examples_of(pack: Pack, point: str) -> int:
    """How many paraphrases and passages in students' voices a point has."""
    bank = pack.banks.get(point)
    return len(pack.points[point].paraphrases) + (len(bank.made) if bank else 0)
