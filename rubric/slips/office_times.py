"""Find the time at which a sentence has someone hold an office.

In: a sentence with a title in it, the sentence before, and the person's terms.  Out: the days spoken of, or None.
A date or an event that the title's own clause stands under is that time. A title in apposition ("Macmillan, the British prime
minister,") is held to all that its sentence dates, and any title to what the text speaks of where that lies years away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reference.pack import Pack, Term
from reference.reading.clauses import clause_head, top
from reference.reading.mentions import Mention
from reference.reading.words import fold, stem
from reference.spans import Days, days
from rubric.data import stems
from rubric.essay import Read
from rubric.slips.anchors import anchors_of
from rubric.slips.telling import tells_clause
from rubric.slips.titles import Held, between_them, top_of

BY_NOW = re.compile(r"\b(?:by\s+)?(?:now|then)\b")
LATER = re.compile(r"\b(?:later|would|will|eventually|future|soon|one day|until|remembered?|recall(?:s|ed)?|wrote|memoirs?)\b")
HAD_BEEN = re.compile(r"\bhad\s+(?:once\s+|earlier\s+)?been\b")
REMEMBERS = re.compile(r"\b(?:learn\w*|lessons?|mistakes?|memory|memories|shadow|aftermath|mend|repair\w*|legacy|forgot\w*)\b")
PASSED = frozenset({"after", "since", "following", "before", "until", "from"})
MOMENTS = frozenset(
    {"time", "start", "end", "day", "days", "week", "weeks", "month", "months", "year", "eve", "night", "middle"}
)
PAST = re.compile(r"\b(?:had|dead|death|died|late|old|memory|memories|earlier|once|since|years?)\b")
BESIDE = 30  # characters: how near a word must stand to a title to put it in the past
PAST_YEARS = 5 * 366
LONG = 366  # days: what lasted longer gives no time


def time_of_sentence(read: Read, held: Held, terms: Sequence[Term], pack: Pack) -> Days | None:
    """The time of a sentence in which an apposition gives a title: all that the sentence dates lies before the terms.

    "Macmillan, the British prime minister, met Khrushchev at Geneva in 1955"; after the terms he may only be spoken of.
    """
    text, between = read.sentence.text, between_them(read, held)
    if not held.apposed or REMEMBERS.search(text) or (LATER.search(text) and not BY_NOW.search(between)):
        return None
    spans = _spans(read, pack)
    first = min(days(term.when).first for term in terms)
    if not spans or any(span.length > LONG for span in spans) or any(span.last >= first for span in spans):
        return None
    return sorted(spans, key=lambda span: span.last)[-1]


def _spans(read: Read, pack: Pack, told: bool = False) -> list[Days]:
    """What a sentence dates: its times, and the events that it names or tells, less those that it only puts behind or ahead.

    With `told`, a name counts only where its clause says that the event took place, or stands in, at or during it.
    """
    dated = [time for time in read.times if time.relation not in ("after", "since", "before")]
    if told:
        dated = [
            time for time in dated if not _looks_back(read, clause_head(read.sentence, anchors_of(read.sentence, time)[0]))
        ]
    spans = [time.days for time in dated if time.days is not None]
    events = [m for m in read.mentions if m.kind == "event" and len(m.ids) == 1]
    return spans + [
        days(pack.events[m.ids[0]].when) for m in events if not _passed(read, m) and not (told and _only_spoken_of(read, m))
    ]


def _only_spoken_of(read: Read, event: Mention) -> bool:
    """True for "Konev commanded the Warsaw Pact": it was there then, but the sentence is not of the time when it began."""
    if _looks_back(read, clause_head(read.sentence, event.head)):
        return True
    telling = tells_clause(read.sentence, event, clause_head(read.sentence, event.head))
    return event.how == "name" and not telling and _during(read, event) is None


def _looks_back(read: Read, head: int) -> bool:
    """True for "the Marshall Plan had made Germany rich": what had been is not the time that the text speaks of."""
    return any(token.head == head and token.dep == "aux" and fold(token.text) == "had" for token in read.sentence.tokens)


def _passed(read: Read, event: Mention) -> bool:
    """True for "after Suez", and for "the hero of the airlift": the event only says who is meant."""
    place = top(read.sentence, event.start, event.end)
    token = read.sentence.tokens[event.head if place is None else place]
    if event.how != "name" or token.dep not in ("pobj", "compound", "poss"):
        return False
    above = read.sentence.tokens[token.head]
    if token.dep != "pobj" or fold(above.text) in PASSED:
        return True
    return fold(above.text) == "of" and fold(read.sentence.tokens[above.head].text) not in MOMENTS


def out_of_time(read: Read, held: Held, before: Read | None, terms: Sequence[Term], pack: Pack) -> Days | None:
    """The time that the text is speaking of, where it gives no other and all of it lies well before the person's terms.

    "... and in July 1955 they met at Geneva. Eisenhower talked with Khrushchev, the Soviet Premier": the title came in 1958.
    """
    base = read.sentence.start
    beside = read.sentence.text[max(0, held.start - base - BESIDE) : held.end - base + BESIDE]
    if LATER.search(beside if held.apposed else read.sentence.text):
        return None
    spans: list[Days] = [*_spans(read, pack), *(_spans(before, pack, told=True) if before is not None else ())]
    spans = [span for span in spans if span.length <= LONG] if held.apposed else spans  # a state of things gives no time
    if not spans or any(span.length > LONG for span in spans):
        return None
    first, last = min(days(term.when).first for term in terms), max(days(term.when).last for term in terms)
    if all(span.last + LONG < first for span in spans):
        return spans[0]
    # "Gromyko, who was the ambassador in Washington", of 1962: long after, and not only remembered.
    over = held.apposed and not PAST.search(beside)
    return spans[0] if over and all(span.first > last + PAST_YEARS for span in spans) else None


def _stem(text: str) -> set[str]:
    return {stem(fold(text))}


def time_of_clause(read: Read, held: Held, pack: Pack) -> Days | None:
    """The time that the clause gives for the office: a date that hangs on its verb, or on the title or the name itself."""
    sentence = read.sentence
    heads = {clause_head(sentence, top_of(read, held.office)), clause_head(sentence, top_of(read, held.person))}
    if HAD_BEEN.search(between_them(read, held)):  # "Gromyko, who had been the ambassador in 1946, knew in 1962 ..."
        heads = {clause_head(sentence, top_of(read, held.office))}
    heads = {head for head in heads if not _stem(sentence.tokens[head].text) & stems("verbs", "becomes")}
    tokens = {token.i for token in sentence.tokens if held.start <= token.start < held.end}
    base = sentence.start
    for time in read.times:
        between = sentence.text[min(held.end, time.end) - base : max(held.start, time.start) - base]
        if (
            ";" not in between
            and time.relation in ("at", "by", "from")
            and time.days is not None
            and set(anchors_of(sentence, time)) & (heads | tokens)
        ):
            return time.days
    for mention in read.mentions:  # "President Nixon told Khrushchev in the Kitchen Debate"
        if mention.kind == "event" and mention.how == "name" and len(mention.ids) == 1 and _during(read, mention) in heads:
            span = days(pack.events[mention.ids[0]].when)
            return span if span.length <= LONG else None
    return None


def _during(read: Read, event: Mention) -> int | None:
    """The verb that an event stands under with in, at or during."""
    place = top(read.sentence, event.start, event.end)
    if place is None or read.sentence.tokens[place].dep != "pobj":
        return None
    prep = read.sentence.tokens[read.sentence.tokens[place].head]
    return prep.head if prep.text.lower() in ("in", "at", "during") else None
