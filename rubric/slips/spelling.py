"""Note the names that an essay misspells, once a name.

In: an essay and a pack.  Out: Findings of severity `spelling`, at the first place where each misspelling stands.
A spelling is never a factual slip and counts in no figure; a variant that the pack lists (Kadar, Mao Tse-tung) is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from reference.pack import UNCHECKED, Pack
from reference.reading.words import words
from rubric.essay import Essay
from rubric.slips.claims import Finding, Slip


def spelling_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The misspelt names of an essay, in reading order."""
    if not essay.misspelt:
        return
    right = _spellings(pack)
    noted: set[str] = set()
    for read in essay.sentences:
        for word in words(read.sentence.text, read.sentence.start):
            name = essay.misspelt.get(word.norm)
            if name is None or name in noted or name not in right:
                continue
            noted.add(name)
            text = read.sentence.text[word.start - read.sentence.start : word.end - read.sentence.start]
            slip = Slip("name", "spelling", right[name], right[name], right[name], UNCHECKED, 0.9)
            yield Finding(word.start, word.end, text, read.sentence.index, f"name.{name}", word.norm, "agrees", slip)


def _spellings(pack: Pack) -> dict[str, str]:
    """The words of the pack's names as they are printed, by their folded form."""
    found: dict[str, str] = {}
    groups = (pack.people.values(), pack.places.values(), pack.events.values())
    names = [entry.name for group in groups for entry in group]
    for name in names:
        for part in name.replace("'s", "").replace("’s", "").split():
            for word in words(part):
                if word.capital:
                    found.setdefault(word.norm, part.strip(".,()'"))
    return found
