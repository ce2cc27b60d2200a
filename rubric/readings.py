"""What to read: for each point and event of a pack, the passages of its sources that say it, with their exact place.

In: a pack, its documents, a way to encode.  Out: Readings, which do not depend on any essay.
Passages that a reviewer has been through stand first; else those of the documents cited that are nearest by embedding, where
the place that the pack names counts for something. Embeddings only find what to read: no fact is decided by them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from math import isinf

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError

from reference.loading import source_title
from reference.pack import Citation, Pack, Quoted
from reference.passages import Documents, passages_of, sentences_of, stamp_of
from reference.reading.times import times
from reference.spans import days, is_early
from rubric.data import threshold
from rubric.marking import Slip
from rubric.wording import capital

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
Entries = dict[str, "Asked"]
Kept = tuple[str, dict[str, tuple[Quoted, ...]]]  # what they were looked up for, and what was found
KEPT = ".readings.json"  # beside the documents, as looking up takes some seconds
PARAGRAPHS = re.compile(r"paras?\.? ([\d, and–-]+)")
NUMBERS = re.compile(r"(\d+)(?:[–-](\d+))?")
MONTH = 31  # days
MOST = 2  # passages a point; an event has one


@dataclass(frozen=True, slots=True)
class Asked:
    """What a point or event says, what it cites, and its date where it has one."""

    said: str
    cited: tuple[Citation, ...]
    when: str = ""

    def dated_in(self, text: str) -> bool:
        """True where words give the date, to the month or as exactly as the date itself is known."""
        if not self.when:
            return False
        span = days(self.when)
        year = None if isinf(span.first) else date.fromordinal(int(span.first)).year
        found = (time.days or time.in_year(year) for time in times(text, early=is_early(self.when)))
        return any(one.meets(span) and one.length <= max(MONTH, span.length) for one in found if one is not None)


@dataclass(frozen=True, slots=True)
class Readings:
    """Passages by the id of a point and of an event, titles by source; the files wanted, and the folder to put them in."""

    points: dict[str, tuple[Quoted, ...]] = field(default_factory=dict)
    events: dict[str, tuple[Quoted, ...]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    wanted: tuple[str, ...] = ()
    folder: str = ""

    def of_slip(self, slip: Slip) -> tuple[Quoted, ...]:
        """The source's own words beside a slip."""
        return self.events.get(slip.fact.partition(".")[0], ())


def readings(pack: Pack, documents: Documents, encode: Encode, model: str = "") -> Readings:
    """The readings of a pack. Raises EncoderError where documents are at hand and the model, here by its name, is not."""
    points = {name: Asked(point.statement, point.sources) for name, point in pack.points.items()}
    events = {
        name: Asked(f"{event.name}. {event.happened}", (event.source,), event.when) for name, event in pack.events.items()
    }
    titles = {name: capital(source_title(pack, name)) for name in pack.sources}
    seen = {name: read for name in (*points, *events) if (read := _reviewed(pack, name))}
    found = _looked_up(pack, documents, {n: e for n, e in {**points, **events}.items() if n not in seen}, encode, model) | seen
    return Readings(
        {name: found[name][:MOST] for name in points if name in found},
        {name: found[name][:1] for name in events if name in found},
        titles,
        documents.wanted,
        str(documents.folder),
    )


def _looked_up(pack: Pack, documents: Documents, entries: Entries, encode: Encode, model: str) -> dict[str, tuple[Quoted, ...]]:
    """The passages of entries that nobody has been through, from the file that keeps them or found anew."""
    asked = {name: one for name, one in entries.items() if any(citation.source in documents.files for citation in one.cited)}
    if not asked:
        return {}
    key = hashlib.sha256(repr((pack.sha, stamp_of(documents), model)).encode()).hexdigest()
    file = documents.folder / KEPT
    kept = TypeAdapter(Kept)
    with suppress(OSError, ValidationError):
        known = kept.validate_json(file.read_bytes())
        if known[0] == key:
            return known[1]
    chosen = _found(passages_of(documents), asked, encode)
    with suppress(OSError):  # a folder that cannot be written to costs time, nothing else
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(kept.dump_json((key, chosen), by_alias=True))
    return chosen


def _found(passages: Sequence[Quoted], asked: Entries, encode: Encode) -> dict[str, tuple[Quoted, ...]]:
    if not passages:
        return {}
    vectors = encode([one.text for one in passages])
    said = encode([one.said for one in asked.values()])
    chosen: dict[str, tuple[Quoted, ...]] = {}
    for (name, want), row, own in zip(asked.items(), said @ vectors.T, said, strict=True):
        scores = [_score(one, float(cosine), want) for one, cosine in zip(passages, row, strict=True)]
        best = sorted(range(len(passages)), key=lambda i: (-scores[i], i))[:MOST]
        if read := tuple(_nearest(passages[i], want, own, encode) for i in best if scores[i] >= threshold("reading_cosine")):
            chosen[name] = read
    return chosen


def _nearest(one: Quoted, want: Asked, said: NDArray[np.float32], encode: Encode) -> Quoted:
    """A passage from the sentence on that says it best, one with the date first, so that it begins with what was looked for."""
    sentences = sentences_of(one.text)
    if len(sentences) < 2:
        return one
    cosines = np.round(encode(sentences) @ said, 3)
    first = max(range(len(sentences)), key=lambda i: (want.dated_in(sentences[i]), float(cosines[i]), -i))
    return one.model_copy(update={"text": " ".join(sentences[first:])})


def _score(one: Quoted, cosine: float, want: Asked) -> float:
    """The cosine, and something for the place that is named and for the date; nothing where the document is not cited."""
    places = [citation.where for citation in want.cited if citation.source == one.source]
    if not places:
        return 0.0
    score = cosine + (threshold("reading_place") if any(_same_place(where, one.where) for where in places) else 0.0)
    return round(score + (threshold("reading_date") if want.dated_in(one.text) else 0.0), 3)


def _same_place(cited: str, where: str) -> bool:
    """True where a citation names the paragraph of a passage ("paras 3-4, the note" and "para. 3 (Berlin)"), or its bullet."""
    numbers = _paragraphs(cited)
    return bool(numbers & _paragraphs(where)) if numbers else bool(cited) and where.startswith(cited)


def _paragraphs(where: str) -> set[int]:
    match = PARAGRAPHS.match(where)
    if match is None:
        return set()
    found = set[int]()
    for first, last in NUMBERS.findall(match[1]):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def _reviewed(pack: Pack, name: str) -> tuple[Quoted, ...]:
    support = pack.passages.get(name)
    return tuple(one for one in support.passages if not one.against) if support else ()
