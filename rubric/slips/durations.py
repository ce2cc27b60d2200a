"""Find the lengths of time that an essay gives to an event as a whole: "three days at Geneva", "the blockade lasted two years".

In: a sentence with its mentions, the sentences before it, and a pack.  Out: lengths with the figures they state.
Only a length that is told of the whole counts: the event lasted it, was over in it, is called by it ("the thirteen-day
crisis"), or was spent on it. "For two years" in a clause that tells the event, and "two years of airlift", may be a part of
the whole, so these count only where they are too long. "After two days", "two days into" and "two more days" count nothing.
The figures are those of the pack whose id ends in "length". Does not judge them: `figures` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reference.pack import Event, Figure, Pack
from reference.reading.clauses import clause_head, top
from reference.reading.mentions import Mention
from reference.reading.moments import Time
from reference.reading.offsets import UNIT_DAYS, WAY, Length
from reference.reading.words import fold, stem
from reference.spans import days
from rubric.data import stems
from rubric.essay import Read
from rubric.slips.telling import tells_clause

OF = re.compile(
    r"\s+(?:of\s+(?:(?:\w+\s+){0,2}(?:at|in|over)\s+)?|(?:that\s+)?(?:the\s+\w+|they|the\s+two\s+\w+)\s+(?:had\s+)?spent\s+(?:at|in)\s+"
    r"|(?:at|in)\s+|(?:talking|together|negotiating|closeted)\s+(?:at|in)\s+)(?:the\s+|that\s+)?(?:\w+\s+){0,1}"
)
CALLED = re.compile(r"[\s-]+(?:long\s+)?(?:\w+\s+){0,1}")
PART = re.compile(
    r"\b(?:after|into|within|inside|under|less than|first|last|final|next|every|another|in those|of those|these|some of)\s+"
    r"(?:only\s+|just\s+|the\s+|barely\s+|about\s+|some\s+)*(?:first\s+|last\s+|final\s+|next\s+)?$",
    re.IGNORECASE,
)
MORE = re.compile(r"[\s-](?:more|longer|further|into|early|late|old|away|apart|behind|ahead|on)\b", re.IGNORECASE)
SPENT = re.compile(
    r"\b(?:spent|spending|lasted)\s+(?:\w+\s+){0,2}$|\b(?:the|their|those|for)\s+(?:\w+\s+){0,1}$", re.IGNORECASE
)
OVER = re.compile(r"\b(?:over|finished|crushed|beaten|defeated)\s+(?:\w+\s+)?in\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# "The airlift had been over for six years": how long it has been past, not how long it lasted.
PAST = re.compile(
    r"\b(?:over|finished|ended|gone|closed|done|dead|past|history|settled|forgotten|lifted|quiet|behind\s+\w+)\s+"
    r"(?:by\s+then\s+)?(?:for\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
FAR = 12  # times: "the first meeting for ten years" is no length of the meeting
MONTH = 31  # days
FOR = re.compile(r"\bfor\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
STAND_INS = frozenset({"it", "which", "this", "that", "pause", "fighting", "talks", "meeting", "whole"})
Stated = tuple[Length, Event, Figure, bool]  # the length, what it is given to, and whether it is only wrong if too long


def stated_lengths(read: Read, before: Sequence[Read], times: Sequence[Length], pack: Pack) -> Iterator[Stated]:
    """The lengths of a sentence that are given to an event, each with the figures of the pack they may be."""
    base, text = read.sentence.start, read.sentence.text
    for length in times:
        lead, rest = text[: length.start - base], text[length.end - base :]
        if WAY.match(rest) or MORE.match(rest) or MORE.search(length.text) or PART.search(lead) or PAST.search(lead):
            continue
        for mention, partly in _given_to(read, before, length, pack):
            for event in (pack.events[name] for name in mention.ids):
                yield from ((length, event, figure, partly) for figure in event.figures if _measures(figure, length))
            break


def _measures(figure: Figure, length: Length) -> bool:
    """True for a figure of length, of a size that this length could be taken for."""
    if not figure.id.endswith("length"):
        return False
    size = UNIT_DAYS[figure.unit.rstrip("s")]
    return figure.low * size < length.high * FAR and length.low < figure.high * size * FAR


def _given_to(read: Read, before: Sequence[Read], length: Length, pack: Pack) -> Iterator[tuple[Mention, bool]]:
    """The event that a length is given to, and whether the words may mean a part of it."""
    base, text = read.sentence.start, read.sentence.text
    lead = text[: length.start - base]
    events = [mention for mention in read.mentions if mention.kind == "event" and _lasts(mention, pack)]
    place = read.sentence.token_at(length.start) or 0
    cities = list(_cities(read, before, pack))
    for mention in (*(m for m in events if m.how == "name"), *cities):
        if mention.start < length.end:
            continue
        between = text[length.end - base : mention.start - base]
        if CALLED.fullmatch(between) and "-" in length.text:
            yield mention, False
        elif OF.fullmatch(between):
            yield mention, SPENT.search(lead) is None
    verb = _verb_over(read, place)
    if verb is None:
        return
    for mention in events:
        if _took(read, verb) and len(mention.ids) > 1:
            continue  # "the test ban took eight years": a treaty takes long to make
        if mention.how == "name" and _subject(read, mention, verb) and (_lasting(read, verb) or OVER.search(lead)):
            yield mention, _had(read, verb)
    if _lasting(read, verb) and _stand_in(read, verb):
        told = [m for m in events if m.end <= read.sentence.tokens[verb].start]
        if len({m.ids for m in told}) == 1:
            yield told[0], _had(read, verb)
    if FOR.search(lead):
        for mention in events:
            if tells_clause(read.sentence, mention, verb) or (mention.how == "cue" and mention.head == verb):
                yield mention, True
        yield from ((city, True) for city in cities if _under(read, city, verb))


def _under(read: Read, place: Mention, verb: int) -> bool:
    """True where the place stands under the verb, after a word of where."""
    token = top(read.sentence, place.start, place.end)
    return token is not None and read.sentence.tokens[read.sentence.tokens[token].head].head == verb


def _lasts(mention: Mention, pack: Pack) -> bool:
    return any(_has_length(pack.events[name]) for name in mention.ids)


def _cities(read: Read, before: Sequence[Read], pack: Pack) -> Iterator[Mention]:
    """A place that stands for the one meeting there that the sentence dates or the text has just named."""
    named = {name for one in (read, *before) for m in one.mentions if m.kind == "event" for name in m.ids}
    whole = [m for m in read.mentions if m.kind == "event" and m.how == "name"]
    for place in (mention for mention in read.mentions if mention.kind == "place"):
        if any(event.start <= place.start < event.end for event in whole):
            continue
        fits = [
            event
            for event in _meetings(pack)
            if pack.places[place.ids[0]].name in event.name
            and (event.id in named or any(_dates(time, event) for time in read.times))
        ]
        if len(fits) == 1:
            yield Mention("event", (fits[0].id,), place.start, place.end, place.sentence, place.head, "name", place.text)


@lru_cache(maxsize=8)
def _meetings(pack: Pack) -> tuple[Event, ...]:
    """The events with a length that were over in a month."""
    return tuple(event for event in pack.events.values() if days(event.when).length <= MONTH and _has_length(event))


def _has_length(event: Event) -> bool:
    return any(figure.id.endswith("length") for figure in event.figures)


def _dates(time: Time, event: Event) -> bool:
    return time.has_year and time.precision in ("day", "month", "part", "year") and time.fits(days(event.when))


def so_far(read: Read, length: Length) -> bool:
    """True for "it had lasted two years when ...": a part of the whole."""
    return _had(read, clause_head(read.sentence, read.sentence.token_at(length.start) or 0))


def _verb_over(read: Read, place: int) -> int | None:
    """The verb that a length hangs on as how long: its object, or an adverbial of it."""
    head = clause_head(read.sentence, place)
    return head if head != place else None


def _lasting(read: Read, verb: int) -> bool:
    return stem(fold(read.sentence.tokens[verb].text)) in stems("verbs", "lasts")


def _took(read: Read, verb: int) -> bool:
    return fold(read.sentence.tokens[verb].text) in ("take", "took", "taken")


def _had(read: Read, verb: int) -> bool:
    return any(token.head == verb and fold(token.text) in ("had", "has", "have") for token in read.sentence.tokens)


def _subject(read: Read, mention: Mention, verb: int) -> bool:
    place = top(read.sentence, mention.start, mention.end)
    return (
        place is not None
        and read.sentence.tokens[place].head == verb
        and read.sentence.tokens[place].dep
        in (
            "nsubj",
            "nsubjpass",
        )
    )


def _stand_in(read: Read, verb: int) -> bool:
    own = [token for token in read.sentence.tokens if token.head == verb and token.dep in ("nsubj", "nsubjpass")]
    return bool(own) and fold(own[0].text) in STAND_INS
