"""Find what is said to come after something that it came before: "... at Vienna in June 1961. After this ... the Bay of Pigs".

In: an essay and a pack.  Out: Findings, one for each sentence that opens with "after this" and tells an event.
"This" is what the sentence before told. The order is wrong only where all that it dates, and every event in it, lies after
the event that is said to follow. A sentence with a year of its own, or one that looks back ("had"), states no order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reference.pack import Event, Pack
from reference.reading.clauses import clause_head
from reference.reading.mentions import Mention
from reference.reading.words import fold
from reference.spans import Days, days
from rubric.essay import Essay, Read
from rubric.slips.claims import Finding
from rubric.slips.corrections import order_slip
from rubric.slips.telling import telling, tells_clause
from rubric.slips.voice import told_as_done

OPENS = re.compile(
    r"(?:(?:And|But|So|Then|Soon|Shortly|Not long|Immediately)\s+)?(?:[Aa]fter|[Ff]ollowing)\s+(?:this|that)\b(?!\s+of\b)"
    r"(?:\s+(?:[a-z]+\s+)?(?:disappointment|meeting|summit|failure|setback|humiliation|quarrel|success|crisis|conference|treaty|"
    r"defeat|victory|disaster|affair|incident|speech|visit|talk|talks|event|episode))?"
)
AHEAD = re.compile(
    r"\b(?:went|go|goes|going|gone|press\w*|push\w*)\s+(?:ahead|on|through)\s+with\s+(?:the\s+|his\s+|a\s+|an\s+)?$"
)
LONG = 366  # days: an event of more is a state of things, and has no before and after


def sequel_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The sentences of an essay that put an event after what it came before, in reading order."""
    for read, before in essay.with_before():
        opening = OPENS.match(read.sentence.text.lstrip())
        if opening is None or before is None or any(time.has_year for time in read.times):
            continue
        earlier = [pack.events[m.ids[0]] for m in before.mentions if m.kind == "event" and len(m.ids) == 1]
        spans = [days(event.when) for event in earlier] + [time.days for time in before.times if time.days is not None]
        told = [m for m in telling(read) if _follows(read, m)]
        if not earlier or any(span.length > LONG for span in spans) or len({m.ids for m in told}) != 1:
            continue
        event = pack.events[told[0].ids[0]]
        if event.confidence == "high" and _all_later(event, spans):
            yield _finding(read, opening[0], event, earlier[-1])


def _all_later(event: Event, spans: Sequence[Days]) -> bool:
    mine = [days(event.when), *(days(row.when) for row in event.accept if not row.act)]
    return all(span.first > max(one.last for one in mine) for span in spans) and max(one.length for one in mine) <= LONG


def _follows(read: Read, mention: Mention) -> bool:
    """True for an event that the main clause says took place, was brought about, or was gone ahead with."""
    sentence = read.sentence
    if mention.kind != "event" or len(mention.ids) != 1:
        return False
    head = next((token.i for token in sentence.tokens if token.dep == "ROOT"), 0)
    if any(token.head == head and fold(token.text) == "had" and token.dep == "aux" for token in sentence.tokens):
        return False
    if not told_as_done(sentence, head, mention.start):
        return False
    if mention.how == "cue":
        return clause_head(sentence, mention.head) == head
    ahead = AHEAD.search(sentence.text[: mention.start - sentence.start]) is not None
    return tells_clause(sentence, mention, head) or ahead


def _finding(read: Read, opening: str, event: Event, other: Event) -> Finding:
    start = read.sentence.start + read.sentence.text.index(opening)
    fact, value = f"{event.id}.order", f"after {other.id}"
    slip = order_slip(event, other, None)
    return Finding(start, start + len(opening), opening, read.sentence.index, fact, value, "disagrees", slip)
