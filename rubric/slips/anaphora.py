"""Find which event a pronoun or a plain description speaks of: "It was built in ...", "the summit", "the treaty".

In: the sentences of an essay and a pack.  Out: the same sentences, with a mention more where one is plain.
A description with its own date takes the one event that bears its noun and has the date ("the note of November 1958"); another
takes the last event of its paragraph that bears its noun ("the wall", "the talks"); a subject pronoun takes
the event that was the subject of the sentence before, where that sentence names one event only. In doubt nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reference.pack import Pack
from reference.reading.clauses import SUBJECTS, top
from reference.reading.lexicon import name_words
from reference.reading.mentions import Mention
from reference.reading.parser import Token
from reference.spans import days
from rubric.data import data
from rubric.essay import Read
from rubric.slips.deeds import deeds

OF_DATE = re.compile(r"\b(?:the|his|its|their|that)\s+(\w+)\s+(?:of|in|on)\s+(?:the\s+)?$", re.IGNORECASE)
REACH = 3  # sentences back, within the paragraph


def resolved(reads: Sequence[Read], pack: Pack) -> list[Read]:
    """The sentences with their descriptions and pronouns resolved, in order."""
    found: list[Read] = []
    for read in reads:
        paragraph = read.sentence.paragraph
        before = [one for one in found[-REACH:] if one.sentence.paragraph == paragraph]
        more = [*_dated(read, pack), *_described(read, before, pack), *_pronoun(read, before), *deeds(read, pack)]
        found.append(replace(read, mentions=(*read.mentions, *more)) if more else read)
    return found


def _described(read: Read, before: Sequence[Read], pack: Pack) -> list[Mention]:
    """ "the summit", "this crisis": a definite noun that is no part of a name."""
    found = []
    for token in read.sentence.tokens:
        noun = token.text.lower()
        if noun not in data("language")["descriptions"] or _covered(read, token) or not _definite(read, token):
            continue
        earlier = [m for m in read.mentions if m.kind == "event" and m.end <= token.start]
        pools = [earlier, *([m for m in one.mentions if m.kind == "event"] for one in reversed(before))]
        for pool in pools:
            fits = [m for m in reversed(pool) if len(m.ids) == 1 and _bears(m.ids[0], noun, pack)]
            if fits:
                found.append(_mention(read, token, fits[0].ids, token.start))
                break
    return found


def _dated(read: Read, pack: Pack) -> list[Mention]:
    """ "the note of November 1958": a noun with the date of one event only that bears it."""
    found = []
    for time in read.times:
        if time.precision not in ("day", "month") or not time.has_year or time.days is None:
            continue
        lead = OF_DATE.search(read.sentence.text[: time.start - read.sentence.start])
        token = read.sentence.token_at(read.sentence.start + lead.start(1)) if lead else None
        if lead is None or token is None or _covered(read, read.sentence.tokens[token]):
            continue
        fits = [e for e in pack.events.values() if _bears(e.id, lead[1].lower(), pack) and time.days.holds(days(e.when))]
        if len(fits) == 1:
            found.append(_mention(read, read.sentence.tokens[token], (fits[0].id,), read.sentence.tokens[token].start))
    return found


def _definite(read: Read, token: Token) -> bool:
    """True for "the summit", "this crisis", with nothing but the article before it."""
    mine = [t for t in read.sentence.tokens if t.head == token.i and t.i < token.i and t.dep != "punct"]
    return len(mine) == 1 and mine[0].text.lower() in ("the", "this", "that") and mine[0].i == token.i - 1


def _covered(read: Read, token: Token) -> bool:
    return any(m.start <= token.start < m.end for m in read.mentions if m.kind == "event" and m.how == "name")


def _bears(event: str, noun: str, pack: Pack) -> bool:
    """True where a name of the event ends in the noun."""
    entry = pack.events[event]
    return any(noun in (words := name_words(name)) and words[-1] == noun for name in (entry.name, *entry.also))


def _pronoun(read: Read, before: Sequence[Read]) -> list[Mention]:
    if not before or any(m.kind == "event" for m in read.mentions):
        return []
    subject = next(
        (t for t in read.sentence.tokens if t.text.lower() in ("it", "this") and t.dep in ("nsubj", "nsubjpass") and t.i <= 3),
        None,
    )
    if subject is None:
        return []
    last = before[-1]
    named = [m for m in last.mentions if m.kind == "event" and m.how == "name" and m.text.lower() not in ("it", "this")]
    events = {m.ids for m in last.mentions if m.kind == "event"}
    if len(events) != 1 or not named or len(ids := next(iter(events))) != 1:
        return []
    place = top(last.sentence, named[0].start, named[0].end)
    if place is None or last.sentence.tokens[place].dep not in SUBJECTS:
        return []
    return [_mention(read, subject, ids, subject.start)]


def _mention(read: Read, token: Token, ids: tuple[str, ...], start: int) -> Mention:
    text = read.sentence.text[start - read.sentence.start : token.end - read.sentence.start]
    return Mention("event", ids, start, token.end, read.sentence.index, token.i, "name", text)
