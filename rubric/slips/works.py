"""Compare the authors that an essay gives to books with the pack's.

In: an essay and a pack.  Out: Findings, one for each book of the pack that stands with a person as its author.
"X, in TITLE," with a verb of saying, "in his memoir TITLE X ...", "X's TITLE" and "TITLE by X" are authorship; a person who
only appears in the book is not. Any author of several agrees, and people who share a surname answer for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reference.pack import UNCHECKED, Pack
from reference.reading.clauses import clause_head, doers
from reference.reading.mentions import Mention
from reference.reading.words import fold, stem
from reference.spans import days
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.slips.claims import Finding, Slip
from rubric.slips.roles import meanings, people_at
from rubric.slips.voice import denied, reports_error
from rubric.wording import say

AUTHOR_FIRST = re.compile(r"(?:['’]s?\s+[“‘\"']?|\s*,\s+in\s+(?:his\s+|her\s+|their\s+)?(?:\w+\s+){0,2}[“‘\"']?)")
AUTHOR_LAST = re.compile(r"[”’\"']?\s*,?\s+by\s+")
YEAR_AFTER = re.compile(r"[”’\"']?\s*[(\[]((?:1[89]|20)\d\d)[)\],;]")
OWN = re.compile(r"\b(?:his|her|their)\s+(?:\w+\s+)?(?:memoirs?|book|account|study|work|biography|history|diary)\b[^.;]{0,12}$")


def work_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The books of an essay that it gives to an author, in reading order."""
    for read in essay.sentences:
        people = [mention for mention in read.mentions if mention.kind == "person"]
        for work in (mention for mention in read.mentions if mention.kind == "work"):
            for finding in (_finding(read, work, people, pack), _too_early(read, work, pack)):
                if finding is not None:
                    yield finding


def _finding(read: Read, work: Mention, people: list[Mention], pack: Pack) -> Finding | None:
    sentence = read.sentence
    authors = {name for title in work.ids for name in pack.works[title].by}
    head = clause_head(sentence, work.head)
    if reports_error(sentence, head) or denied(sentence, head):
        return None
    said = _authors(read, work, people, pack)
    if not said:
        return None
    book = pack.works[work.ids[0]]
    right = next((person for person in said if meanings(person, pack) & authors), None)
    named = right or said[0]
    fact, value = f"{book.id}.by", named.ids[0]
    if right is not None:
        return Finding(named.start, named.end, named.text, sentence.index, fact, value, "agrees")
    names = " and ".join(pack.people[name].name for name in book.by)
    slip = Slip(
        kind="attribution",
        severity="error",
        what=f"{book.title} was written",
        right=say("right", "work", work=book.title, people=names),
        accepted=", ".join(book.by),
        source=UNCHECKED,
        confidence=0.95,
    )
    return Finding(named.start, named.end, named.text, sentence.index, fact, value, "disagrees", slip)


def _too_early(read: Read, work: Mention, pack: Pack) -> Finding | None:
    """A year in brackets after a title, before the book came out; a later one may be another edition's."""
    base = read.sentence.start
    year = YEAR_AFTER.match(read.sentence.text[work.end - base :])
    books = [pack.works[name] for name in work.ids]
    if year is None or any(days(book.year).first <= days(year[1]).last for book in books):
        return None
    start = work.end + year.start(1)
    slip = Slip(
        kind="year",
        severity="error",
        what=f"{books[0].title} was published",
        right=books[0].year,
        accepted=books[0].year,
        source=UNCHECKED,
        confidence=0.95,
    )
    return Finding(start, start + 4, year[1], read.sentence.index, f"{books[0].id}.year", year[1], "disagrees", slip)


def _authors(read: Read, work: Mention, people: list[Mention], pack: Pack) -> list[Mention]:
    base, text = read.sentence.start, read.sentence.text
    before = [p for p in people if p.end <= work.start and AUTHOR_FIRST.fullmatch(text[p.end - base : work.start - base])]
    after = [p for p in people if work.end <= p.start and AUTHOR_LAST.fullmatch(text[work.end - base : p.start - base])]
    if before or after:
        return before + after
    verb = clause_head(read.sentence, work.head)
    saying = stem(fold(read.sentence.tokens[verb].text)) in stems("verbs", "says")
    lead = re.search(r"\b[Ii]n\s+[“‘\"']?$", text[: work.start - base]) is not None
    speaking = people_at(read, doers(read.sentence, verb)) if OWN.search(text[: work.start - base]) or (saying and lead) else []
    if OWN.search(text[: work.start - base]):
        return speaking
    # "In Thirteen Days, McNamara argues ...": one who held office may only speak in the book.
    return [person for person in speaking if not any(pack.people[name].offices for name in person.ids)]
