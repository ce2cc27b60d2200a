"""Stretches of an essay that stand word for word in a source of the pack, told by hashes of eight-word runs.

In: an essay, a pack.  Out: Notices, one a stretch, in reading order. What stands between quotation marks is quoted, not pasted.
Does not say that it is cheating: the words belong in quotation marks or in the student's own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reference.loading import source_title
from reference.pack import Pack
from reference.reading.shingles import WORDS, shingles, unpacked
from rubric.data import threshold
from rubric.essay import Essay
from rubric.marking import Notice
from rubric.notices import quote
from rubric.wording import capital, say

Stretch = tuple[int, int, str]  # start, end, source

QUOTED = re.compile(r"[“\"][^“”\"]{1,2000}[”\"]")


def pasted_sources(essay: Essay, pack: Pack) -> list[Notice]:
    """The notices of what was pasted."""
    found: list[Stretch] = []
    for block in essay.paragraphs:
        quoted = [match.span() for match in QUOTED.finditer(block.text)]
        for start, end, source in _stretches(block.text, pack):
            if any(first <= start and end <= last for first, last in quoted):
                continue
            start, end = block.start + start, block.start + end
            before = found[-1] if found else None
            if before and before[2] == source and len(essay.text[before[1] : start].split()) < threshold("pasted_apart"):
                found[-1] = (before[0], end, source)
            else:
                found.append((start, end, source))
    return [_notice(essay.text, pack, *one) for one in found]


def _notice(text: str, pack: Pack, start: int, end: int, source: str) -> Notice:
    title = capital(source_title(pack, source))
    message = say("notices", "pasted_source", title=title, quote=quote(text[start:end]))
    return Notice(code="pasted_source", start=start, end=end, message=message)


def _stretches(text: str, pack: Pack) -> list[Stretch]:
    """Stretches of enough words in a row that stand in one source, those of one source that meet joined."""
    found: list[Stretch] = []
    for salt, sources in _known(pack):
        runs = list(shingles(text, salt))
        for source, known in sources:
            at = 0
            while at < len(runs):
                last = at
                while last < len(runs) and runs[last][2] in known:
                    last += 1
                if last - at + WORDS - 1 >= threshold("pasted_words") and last > at:
                    found.append((runs[at][0], runs[last - 1][1], source))
                at = last + 1
    longest = sorted(found, key=lambda one: (one[0] - one[1], one))
    kept: list[Stretch] = []
    for one in longest:  # where two sources have the same words, the longer stretch says it
        if not any(one[0] < other[1] and other[0] < one[1] for other in kept):
            kept.append(one)
    return sorted(kept)


@lru_cache(maxsize=8)
def _known(pack: Pack) -> tuple[tuple[str, tuple[tuple[str, frozenset[bytes]], ...]], ...]:
    """The hashes of a pack's sources, by their salt."""
    return tuple(
        (part.salt, tuple((source, unpacked(runs)) for source, runs in part.of.items() if source in pack.sources))
        for part in pack.shingles
    )
