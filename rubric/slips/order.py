"""Compare the order that an essay puts events in with the pack's dates.

In: an essay and a pack.  Out: Findings, one for each "before" or "after" that joins two events of the pack.
One event must stand after the word, as a name or as the clause it opens; the other must be what the main clause says took
place, was made, or acted. The order is wrong only where every accepted day of the one lies on the wrong side of the other.
Distances ("two months before") are `rubric.slips.dates`' business, through `relative`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reference.pack import Event, Pack
from reference.reading.clauses import clause_head, top
from reference.reading.mentions import Mention
from reference.reading.parser import Token
from reference.spans import Days, days
from rubric.essay import Essay, Read
from rubric.slips.claims import Finding
from rubric.slips.corrections import order_slip
from rubric.slips.telling import telling, tells_clause
from rubric.slips.voice import asserted, denied

LONG = 366  # days: an event of more is a state of things, and has no before and after


@dataclass(frozen=True, slots=True)
class Ordered:
    """A joining word with the event it opens and the event it is said of."""

    word: Token
    one: Mention
    other: Mention


def order_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The orders that an essay states, in reading order."""
    for read in essay.sentences:
        for token in read.sentence.tokens:
            if token.text.lower() not in ("before", "after") or token.dep not in ("prep", "mark", "advmod"):
                continue
            after = read.sentence.tokens[token.i + 1 : token.i + 2]
            if after and after[0].text.lower() in ("this", "that", "which", "then"):
                continue  # "Before this West Germany joined": it goes back to what was told before
            if token.i and read.sentence.tokens[token.i - 1].text.lower() in (
                "not",
                "even",
                "only",
                "as",
                "until",
            ):
                continue
            ordered = _ordered(read, token, pack)
            finding = _finding(read, ordered, pack) if ordered else None
            if finding is not None:
                yield finding


def _ordered(read: Read, word: Token, pack: Pack) -> Ordered | None:
    sentence = read.sentence
    events = [m for m in telling(read) if m.kind == "event" and len(m.ids) == 1 and _short(pack.events[m.ids[0]])]
    if any(token.head == word.i and token.dep in ("npadvmod", "quantmod", "nummod") for token in sentence.tokens):
        return None  # a distance: `relative` reads it
    if word.dep == "prep":
        above = word.head
        opened = [m for m in events if m.how == "name" and _under(read, m, word.i)]
    else:
        inner = clause_head(sentence, word.i)
        above = sentence.tokens[inner].head
        opened = [m for m in events if inner != above and tells_clause(sentence, m, inner)]
    head = clause_head(sentence, above)
    said = [m for m in events if tells_clause(sentence, m, head) and not any(set(m.ids) & set(o.ids) for o in opened)]
    said = [m for m in said if not any(m.start <= o.start < m.end or o.start <= m.start < o.end for o in opened)]
    return Ordered(word, said[0], opened[0]) if said and opened else None


def _short(event: Event) -> bool:
    return days(event.when).length <= LONG and event.confidence == "high"


def _under(read: Read, mention: Mention, word: int) -> bool:
    place = top(read.sentence, mention.start, mention.end)
    return place is not None and read.sentence.tokens[place].head == word


def _finding(read: Read, ordered: Ordered, pack: Pack) -> Finding | None:
    sentence = read.sentence
    one, other = pack.events[ordered.one.ids[0]], pack.events[ordered.other.ids[0]]
    head = clause_head(sentence, ordered.one.head)
    if denied(sentence, head) or not asserted(sentence, head, ordered.word.start):
        return None
    start, end = min(ordered.word.start, ordered.other.start), max(ordered.word.end, ordered.other.end)
    text = sentence.text[start - sentence.start : end - sentence.start]
    way = ordered.word.text.lower()
    fact, value = f"{one.id}.order", f"{way} {other.id}"
    if _possible(way, _spans(one), _spans(other)):
        return Finding(start, end, text, sentence.index, fact, value, "agrees")
    return Finding(start, end, text, sentence.index, fact, value, "disagrees", order_slip(one, other, None))


def _spans(event: Event) -> list[Days]:
    """The days that are right whatever act is named: the others date an announcement, a trial, an end."""
    return [days(event.when), *(days(row.when) for row in event.accept if not row.act)]


def _possible(way: str, mine: list[Days], theirs: list[Days]) -> bool:
    """True where some accepted day of one can lie on the right side of some accepted day of the other."""
    if way == "after":
        return max(span.last for span in mine) >= min(span.first for span in theirs)
    return min(span.first for span in mine) <= max(span.last for span in theirs)
