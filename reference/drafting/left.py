"""What a person still has to do before a drafted pack is fit for a class, in words.

In: a pack.  Out: lines, the most pressing first; none where nothing is left.
"""

from __future__ import annotations

from collections.abc import Iterator

from reference.pack import Pack

FEWEST_EXAMPLES = 3  # passages a point needs before its recogniser is more than a guess


def left_to_do(pack: Pack) -> Iterator[str]:
    """The lines, each with a number and what to do."""
    open_conflicts = [one for one in pack.passages.values() if one.conflict and not one.checked]
    for support in open_conflicts:
        yield f"{support.of} {support.id}: {support.conflict}"
    for kind in ("point", "event", "person", "place"):
        unread = [one for one in pack.passages.values() if one.of == kind and not one.checked]
        if unread:
            total = sum(one.of == kind for one in pack.passages.values())
            yield f"{len(unread)} of {total} drafted entries of the kind '{kind}' have not been checked by a person."
    own = {passage.text for support in pack.passages.values() for passage in support.passages}
    quoted = [point for point in pack.points.values() if any(point.statement[10:70] in text for text in own)]
    if quoted:
        yield f"{len(quoted)} statements stand in a document's own words: reword them."
    thin = [point for point in pack.points.values() if _examples(pack, point.id) < FEWEST_EXAMPLES]
    if thin:
        yield f"{len(thin)} points have fewer than {FEWEST_EXAMPLES} paraphrases or passages: coverage of them is a guess."
    low = [event for event in pack.events.values() if event.confidence == "low"]
    if low:
        yield f"{len(low)} events have low confidence and are never held against an essay: check the date, then raise it."
    if pack.about.licence.startswith("not stated"):
        yield "The licence is not stated in pack.yaml."
    if pack.about.status == "draft":
        yield "How well this pack marks is not measured: no essays have been labelled for it."


def _examples(pack: Pack, point: str) -> int:
    bank = pack.banks.get(point)
    return len(pack.points[point].paraphrases) + (len(bank.made) if bank else 0)
