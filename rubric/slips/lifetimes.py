"""Find the dead who are said to act: "In 1955 Stalin got the communist states to sign the Warsaw Pact".

In: an essay and a pack.  Out: Findings, one for each person who does something in a clause that is dated after their death.
Only an act counts, and only a date that hangs on its verb: the dead are still denounced, remembered, and cast shadows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reference.pack import Pack
from reference.reading.mentions import Mention
from reference.reading.words import fold, stem
from reference.spans import Days, days, in_words
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.slips.anchors import anchors_of, attributive, compared
from rubric.slips.claims import Finding, Slip
from rubric.slips.roles import meanings
from rubric.slips.voice import told_as_done
from rubric.wording import say

GONE = re.compile(r"\b(?:late|dead|death|died|had|ghost|shadow|memory|legacy|once|posthumous\w*)\b", re.IGNORECASE)
MARGIN = 30  # days


def lifetime_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The dead of an essay who are said to act, in reading order."""
    for read in essay.sentences:
        for person in (mention for mention in read.mentions if mention.kind == "person"):
            verb = _acts(read, person) if read.times else None
            died = _died(person, pack) if verb is not None else None
            if died is None or verb is None or GONE.search(read.sentence.text):
                continue
            if _after(read, verb, died) and told_as_done(read.sentence, verb, person.start):
                yield _finding(read, person, pack)


def _died(person: Mention, pack: Pack) -> Days | None:
    """When the last died of those whom a name can mean, or None where the pack has one of them living."""
    spans = [pack.people[name].died for name in meanings(person, pack)]
    known = [days(span) for span in spans if span is not None]
    return max(known, key=lambda span: span.last) if known and len(known) == len(spans) else None


def _acts(read: Read, person: Mention) -> int | None:
    """The verb of an act whose subject the person is."""
    tokens = read.sentence.tokens
    token = next((t for t in tokens if person.start <= t.start < person.end and t.dep == "nsubj"), None)
    if token is None or any(t.head == token.i and t.dep == "conj" for t in tokens):
        return None
    verb = tokens[token.head]
    moved = any(t.head == verb.i and t.dep in ("xcomp", "ccomp") for t in tokens)  # "got them to sign", not "got the blame"
    if fold(verb.text) in ("got", "get") and not moved:
        return None
    return verb.i if stem(fold(verb.text)) in stems("verbs", "acts") else None


def _after(read: Read, verb: int, died: Days) -> bool:
    """True where every date of the verb lies after the death, and there is one."""
    hung = [time for time in read.times if verb in anchors_of(read.sentence, time) and time.relation in ("at", "from")]
    spans = [time.days for time in hung if time.days is not None and not attributive(read.sentence, time)]
    if any(compared(read.sentence, time) for time in hung):
        return False
    others = [time.days for time in read.times if time.days is not None]
    return bool(spans) and all(span.first > died.last + MARGIN for span in (*spans, *others))


def _finding(read: Read, person: Mention, pack: Pack) -> Finding:
    one = pack.people[person.ids[0]]
    assert one.died is not None
    slip = Slip(
        kind="person",
        severity="error",
        what=f"{one.name} lived",
        right=say("right", "died", person=one.name, when=in_words(one.died)),
        accepted=one.died,
        source=one.source,
        confidence=0.95,
    )
    fact = f"{one.id}.died"
    return Finding(person.start, person.end, person.text, read.sentence.index, fact, "acts", "disagrees", slip)
