"""A pack's own proof: every example of every event and known mistake, run through the marker.

In: a pack.  Out: Failures, each in words with the entry it belongs to.
A `slip` must be flagged once, on exactly its <<words>>, offering what it `says`, and saying that instead must leave nothing
to flag. A `fine` must stay silent. A `not_yet` must still be wrong: when it is mended the failure says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from reference.pack import Event, Mistake, Pack, SlipExample
from reference.reading.lexicon import lexicon
from reference.spans import days
from rubric.essay import read_essay
from rubric.pipeline import read_facts
from rubric.slips.claims import Finding

WORST = 3  # points named
MARK = re.compile(r"<<(.+?)>>")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: the entry's id, the sentence, and what happened instead."""

    entry: str
    text: str
    what: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.what}: {self.text!r}"


def flagged(text: str, pack: Pack) -> list[Finding]:
    """The findings of a short text that disagree with the pack."""
    essay = read_essay(text, lexicon(pack))
    return [finding for finding in read_facts(essay, pack, lexicon(pack)) if finding.verdict == "disagrees"]


def prove(pack: Pack) -> list[Failure]:
    """Run the examples of every event and mistake of a pack, in the pack's order."""
    entries: list[Event | Mistake] = [*pack.events.values(), *pack.mistakes.values()]
    return [failure for entry in entries for failure in prove_entry(entry, pack)]


def prove_entry(entry: Event | Mistake, pack: Pack) -> Iterator[Failure]:
    """The examples of one entry that do not hold."""
    for example in entry.examples.slip:
        yield from _prove_slip(entry, example, pack)
    for text in entry.examples.fine:
        if found := flagged(text, pack):
            yield Failure(entry.id, text, f"should stay silent, but {found[0].text!r} is flagged ({found[0].fact})")
    for known in entry.examples.not_yet:
        text = MARK.sub(r"\1", known.text)
        if bool(flagged(text, pack)) == (known.want == "slip"):
            yield Failure(entry.id, text, f"is mended: move it from not_yet to {known.want}")


def _prove_slip(entry: Event | Mistake, example: SlipExample, pack: Pack) -> Iterator[Failure]:
    match = MARK.search(example.text)
    if match is None:
        yield Failure(entry.id, example.text, "needs its wrong words between << and >>")
        return
    text = MARK.sub(r"\1", example.text)
    found = flagged(text, pack)
    if not found:
        yield Failure(entry.id, text, f"{match[1]!r} is not flagged")
    elif len(found) > 1:
        yield Failure(entry.id, text, f"is flagged {len(found)} times: {[finding.text for finding in found]}")
    else:
        yield from _prove_words(entry, example, found[0], match)
    mended = MARK.sub(example.says, example.text)
    if left := flagged(mended, pack):
        yield Failure(entry.id, mended, f"with what it says put in, {left[0].text!r} is still flagged ({left[0].fact})")


def _prove_words(entry: Event | Mistake, example: SlipExample, finding: Finding, match: re.Match[str]) -> Iterator[Failure]:
    start = match.start()
    if (finding.start, finding.end) != (start, start + len(match[1])):
        yield Failure(entry.id, example.text, f"{finding.text!r} is flagged, not {match[1]!r}")
    right = finding.slip.right if finding.slip else ""
    wanted = set(re.findall(r"\w+", example.says.lower()))
    if not wanted <= set(re.findall(r"\w+", right.lower())):
        yield Failure(entry.id, example.text, f"offers {right!r}, which lacks {example.says!r}")


def bank_line(pack: Pack) -> str:
    """How far a pack's banks tell its points apart, each passage judged by the others, and the points they tell apart worst."""
    from reference.reading.encoder import encode
    from rubric.heads import recognised

    found = recognised(pack, encode)
    made, of_made, beside, of_beside = (sum(counts[i] for counts in found.values()) for i in range(4))
    worst = sorted(found, key=lambda point: (sum(found[point][::2]) / sum(found[point][1::2]), point))[:WORST]
    return (
        f"Banks, each passage judged by the others: {made} of {of_made} that make a point and {beside} of {of_beside} "
        f"that do not are told right; least in {', '.join(worst)}."
    )


def check_dates(pack: Pack, events: Iterable[Event] | None = None) -> Iterator[str]:
    """The dates of a pack, or of some of its events, that the EDTF standard does not allow, or reads otherwise than
    `reference.spans` does."""
    import edtf

    for event in pack.events.values() if events is None else events:
        for text in (event.when, *(other.when for other in event.accept)):
            try:
                parsed = edtf.parse_edtf(text)
            except edtf.EDTFParseException:
                yield f"{event.id}: {text!r} is not an EDTF date: write it as 1961-08-13, 1961-08, 1961 or a/b."
                continue
            if ".." in text:  # an open end has no day to compare
                continue
            span = days(text)
            if (_ordinal(parsed.lower_strict()), _ordinal(parsed.upper_strict())) != (span.first, span.last):
                yield f"{event.id}: {text!r} is read in two ways: write it with an exact start and end."


def _ordinal(moment: Any) -> int:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday).toordinal()
