"""Dated events in documents, by the readers that read essays: each with its EDTF date and every passage that dates it.

In: documents as read, the period, the people, a way to encode.  Out: DraftEvents in order of time.
A date belongs to the noun it hangs on ("the launch of Sputnik in 1957"), else to its clause; a heading with a date names an
event. "By", "until" and "since" date no event. A date without a year takes the last one of its paragraph, or the title's.
The same event in several documents is joined; two dates for one event are both kept, with the conflict in words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reference.drafting.draft import DraftEvent, DraftFigure, DraftName, Passage, Read
from reference.drafting.named import named_things, names_happening
from reference.drafting.pages import Block
from reference.drafting.provenance import slug
from reference.drafting.words import cues, words_of
from reference.reading.clauses import SUBJECTS, clause_head, clause_tokens, has_subject
from reference.reading.moments import Time
from reference.reading.numbers import quantities
from reference.reading.parser import Sentence
from reference.reading.times import times
from reference.reading.words import stem
from reference.spans import days, in_words, is_early

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

# Cosines: one event; with a rare name in both; with no event's noun in common; one event, dated apart.
SAME, ALIKE, APART, DISAGREE = 0.62, 0.45, 0.72, 0.74
CALLED = 0.5  # cosine from which a sentence with a name in quotation marks speaks of an event
LONGEST = 4 * 366  # days: a longer span dates a period, not an event
RARE = 0.12  # of all dated passages: a proper word in no more of them is rare
MOST_WORDS = 18
NUMBERED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+ $")  # a name just before
OWNED = re.compile(r"(?:his|her|its|their)\b", re.IGNORECASE)
LEAD = re.compile(r"\b(?:on|in|at|by|during|of|the|from|early|late|late in|the night of|the morning of)\s*$", re.IGNORECASE)
COUNTED = re.compile(r"\s+((?:[a-z][a-z-]+\s+){0,2}[a-z-]{2,}s|people|men|percent)\b")
QUOTED = re.compile(r"[“\"]([A-Za-z][^”\"]{3,30})[”\"]")
TIMED = re.compile(r"\b(?:day|week|month|year|hour|minute|decade|time|part|side|zone|step)s?\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """One passage that dates something."""

    name: str
    happened: str
    when: str
    order: int
    named: bool
    passage: Passage
    figures: tuple[DraftFigure, ...] = ()


def draft_events(documents: Sequence[Read], period: str, people: Sequence[DraftName], encode: Encode) -> list[DraftEvent]:
    """The dated events of a set of documents."""
    early = is_early(period)
    found = [one for document in documents for one in _dated(document, early)]
    if not found:
        return []
    vectors = encode([f"{one.name}. {one.happened}" for one in found])
    groups = _joined(found, vectors)
    events = [_event([found[i] for i in group], period, people) for group in groups]
    events = _with_coined(_conflicting(events, encode), documents, encode)
    return _with_ids(sorted(events, key=lambda event: (days(event.when).first, event.name)))


def _dated(document: Read, early: bool) -> Iterator[Dated]:
    title = [
        time.first[0] for time in times(document.source.title, early=early) if time.first[0] and time.first[0] == time.last[0]
    ]
    order = 0
    for block, sentences in document.sentences:
        year = title[0] if len(title) == 1 else None
        if block.kind in ("heading", "question"):
            for heading in _in_heading(document, block, order, early):
                yield heading
                order += 1
            continue
        for sentence in sentences:
            for time in times(sentence.text, sentence.start, early=early):
                if not time.has_year and year is not None:
                    time = replace(time, first=(year, *time.first[1:]), last=(year, *time.last[1:]))
                elif time.has_year:
                    year = time.last[0]
                if one := _in_sentence(document, block, sentence, time, order):
                    yield one
                    order += 1


def _with_coined(events: list[DraftEvent], documents: Sequence[Read], encode: Encode) -> list[DraftEvent]:
    """The events with what a document calls them in quotation marks, elsewhere in its text: “secret speech”."""
    coined = [
        (document.source.id, match[1].strip(" ,."), sentence.text)
        for document in documents
        for _, sentences in document.sentences
        for sentence in sentences
        for match in QUOTED.finditer(sentence.text)
        if names_happening(match[1].strip(" ,.").split()[-1])
    ]
    if not coined:
        return events
    told = encode([" ".join(passage.text for passage in event.passages) for event in events])
    for (source, name, _), vector in zip(coined, encode([text for _, _, text in coined]), strict=True):
        here = [i for i, event in enumerate(events) if any(passage.source == source for passage in event.passages)]
        best = max(here, key=lambda i: round(float(told[i] @ vector), 3), default=None)
        if best is not None and float(told[best] @ vector) >= CALLED and name not in events[best].also:
            events[best] = replace(events[best], also=(*events[best].also, name))
    return events


def _usable(time: Time) -> bool:
    if time.precision == "decade" or time.relation not in ("at", "from", "between"):
        return False
    return time.days is not None and time.days.length <= LONGEST


def _in_heading(document: Read, block: Block, order: int, early: bool) -> Iterator[Dated]:
    """A heading that names an event with its date: "The Suez Crisis, 1956", "Berlin Ultimatum (1958)"."""
    for time in times(block.text, early=early)[:1]:
        name = _bare(f"{block.text[: time.start]} {block.text[time.end :]}")
        if _usable(time) and named_things(name) and len(name.split()) <= 12:
            passage = Passage(document.source.id, block.where, block.text)
            yield Dated(_short(name), name, time.value, order, True, passage)


def _in_sentence(document: Read, block: Block, sentence: Sentence, time: Time, order: int) -> Dated | None:
    if not _usable(time):
        return None
    place = sentence.token_at(time.start)
    if place is None:
        return None
    head = clause_head(sentence, place)
    noun = _dated_noun(sentence, place, time) or _described(sentence, head)
    happened = _happened(sentence, head, time)
    if not named_things(happened) and not (noun and named_things(noun)):
        return None
    if noun and not has_subject(sentence, head):
        happened = noun
    elif not has_subject(sentence, head):
        return None
    named = bool(noun) or any(names_happening(thing) for thing in named_things(happened))
    name = noun or _titled(happened) or _short(happened)
    if OWNED.match(name):  # whose, only the sentence before says
        return None
    passage = Passage(document.source.id, block.where, sentence.text)
    figures = tuple(_figures(sentence, passage))
    return Dated(_short(name), happened, time.value, order, named, passage, figures)


def _titled(happened: str) -> str:
    """The event's own name, where a clause begins with it or says that it was made: "passed the Tonkin Resolution"."""
    for thing in named_things(happened):
        made = (
            rf"^(?:the |an? )?{re.escape(thing)}|\b(?:{'|'.join(cues()['making'])}) (?:the |an? |its |his )?{re.escape(thing)}"
        )
        if names_happening(thing) and " " in thing and re.search(made, happened, re.IGNORECASE):
            return thing
    return ""


def _dated_noun(sentence: Sentence, place: int, time: Time) -> str:
    """The noun phrase that a date hangs on, or that it follows in brackets."""
    before = sentence.text[: time.start - sentence.start]
    if before.rstrip().endswith("("):
        things = named_things(before.rstrip(" ("))
        return things[-1] if things and before.rstrip(" (").endswith(things[-1]) else ""
    leading = LEAD.sub("", before).rstrip(" ,")
    if (things := named_things(leading)) and leading.endswith(things[-1]) and names_happening(things[-1]):
        return things[-1]
    if match := re.match(r"\s*:\s*([A-Z][^,.;]+)", sentence.text[time.end - sentence.start :]):
        return _bare(match[1]) if not before.strip() else ""
    head = sentence.tokens[sentence.tokens[place].head]
    if head.dep == "prep" and head.start < time.start and head.end >= time.start - 14:
        head = sentence.tokens[head.head]
    if head.start >= time.start or head.dep in ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "xcomp", "pcomp"):
        return ""
    below = [token for token in sentence.tokens if token.i == head.i or head.i in sentence.ancestors(token.i)]
    text = _bare(sentence.text[below[0].start - sentence.start : time.start - sentence.start])
    return text if named_things(text) and 1 < len(text.split()) <= 12 and (names_happening(text) or _acts(text)) else ""


def _described(sentence: Sentence, head: int) -> str:
    """The event that a dated participle describes: "the Treaty of Versailles, signed on 28 June 1919, imposed ..."."""
    told = sentence.tokens[head]
    if told.dep != "acl":
        return ""
    below = [token for token in sentence.tokens[: told.i] if token.i == told.head or told.head in sentence.ancestors(token.i)]
    text = _bare(sentence.text[below[0].start - sentence.start : told.start - sentence.start]) if below else ""
    return text if names_happening(text) and named_things(text) and len(text.split()) <= 12 else ""


def _acts(text: str) -> bool:
    """True where a phrase tells a deed: "death of Stalin", "Stalin's death", "construction of the wall"."""
    return bool(re.search(r"\bof\b|[’']s\s+[a-z]", text))


def _happened(sentence: Sentence, head: int, time: Time) -> str:
    """The clause and what follows it, without its date."""
    subject = next((token.i for token in sentence.tokens if token.head == head and token.dep in SUBJECTS), None)
    whole = sorted(clause_tokens(sentence, head))
    if subject is not None:  # from the subject on: what stands before it only leads in
        whole = [token.i for token in sentence.tokens if token.i == subject or subject in sentence.ancestors(token.i)]
    start = sentence.tokens[min(whole)].start - sentence.start
    text = sentence.text
    if subject is not None and text[start:].startswith("I ") and (king := NUMBERED.search(text[:start])):
        start = king.start()  # "Charles I dissolved": the parser takes the number for the subject
    if time.start - sentence.start >= start:
        before, after = text[start : time.start - sentence.start], text[time.end - sentence.start :]
        while LEAD.search(before):
            before = LEAD.sub("", before)
        text = f"{before.rstrip(' ,(')} {after.lstrip(' ,)') if not before.strip() else after.lstrip(')')}"
    else:
        text = text[start:]
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split()))
    return _bare(text, MOST_WORDS)


def _bare(text: str, most: int = 14) -> str:
    text = " ".join(text.split()).strip(" ,.:;()—–-")
    while LEAD.search(text):
        text = LEAD.sub("", text).strip(" ,.:;()—–-")
    text = re.sub(r"^(?:and|but|that|when|while|as|after|which|such as)\s+", "", text)
    words = text.split()
    if len(words) > most:
        text = " ".join(words[:most])
        cut = max(text.rfind(mark) for mark in (", ", "; ", " — ", " – "))
        text = text[:cut] if cut > len(text) // 3 else text
    while re.search(r"\b(?:the|a|an|of|in|to|and|or|for|with|by|on|its|their|his|that|which|from)$", text):
        text = text.rsplit(" ", 1)[0] if " " in text else ""
    return text.strip(" ,.:;()")


def _short(text: str) -> str:
    """A name from a phrase: without its article, at the first break, at most nine words."""
    text = re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE)
    return _bare(re.split(r",(?!\d)|;| — ", text)[0], 9) or text


def _figures(sentence: Sentence, passage: Passage) -> Iterator[DraftFigure]:
    dated = times(sentence.text, early=True)
    for one in quantities(sentence.text):
        after = COUNTED.match(sentence.text[one.end :])
        if (
            after is None
            or TIMED.search(after[1])
            or one.high < 3
            or any(t.start < one.end and one.start < t.end for t in dated)
        ):
            continue
        value = round((one.low + one.high) / 2, 2)
        yield DraftFigure(after[1], value, one.low, one.high, f"{one.text} {after[1]}", passage)


def _joined(found: Sequence[Dated], vectors: Vectors) -> list[list[int]]:
    """Places of passages that date one event, together: the dates meet, and the words or the name are the same."""
    groups: list[list[int]] = []
    proper = [_proper(one) for one in found]
    spread = Counter(word for words in proper for word in words)
    rare = {word for word, count in spread.items() if count <= max(4, len(found) * RARE)}
    for i in sorted(range(len(found)), key=lambda i: (not found[i].named, days(found[i].when).length, i)):
        best, most = None, 0.0
        for group in groups:
            score = max(_alike(found[i], found[j], float(vectors[i] @ vectors[j]), proper[i] & proper[j], rare) for j in group)
            if score > most and all(days(found[i].when).meets(days(found[j].when)) for j in group):
                best, most = group, score
        if best is None:
            groups.append([i])
        else:
            best.append(i)
    return groups


def _proper(one: Dated) -> set[str]:
    """The proper words of what is dated, without adjectives of nations."""
    things = named_things(f"{one.happened}. {one.name}")
    return {word for thing in things for word in re.findall(r"[A-Z][a-z]{2,}|[A-Z]-\d", thing)}


def _alike(one: Dated, other: Dated, cosine: float, shared: set[str], rare: set[str]) -> float:
    """The cosine where it is enough for one event, else 0; a rare name in both asks for less, another noun for more."""
    keys = set(_key(one.name).split()), set(_key(other.name).split())
    if keys[0] == keys[1]:
        return 1.0
    nouns = _nouns(one), _nouns(other)
    if one.named and other.named and nouns[0] and nouns[1] and not nouns[0] & nouns[1]:
        return 0.0
    enough = ALIKE if shared & rare else SAME
    if bool(nouns[0]) != bool(nouns[1]) and not (keys[0] <= keys[1] or keys[1] <= keys[0]):
        enough = APART
    return cosine if shared and cosine >= enough else 0.0


def _nouns(one: Dated) -> set[str]:
    """The stems of the event's nouns in a name, or in what is told where it bears none."""
    text = one.name if one.named else one.happened
    known = {stem(noun) for noun in cues()["happening"]}
    return known & {stem(word) for word in re.findall(r"[a-z]+", text.lower())}


def _key(name: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"\b(?:the|of|a)\b", "", name.lower())))


def _event(group: Sequence[Dated], period: str, people: Sequence[DraftName]) -> DraftEvent:
    titled = (
        [one for one in group if one.named and names_happening(one.name)] or [one for one in group if one.named] or list(group)
    )
    name = min(titled, key=lambda one: (len(one.name.split()), one.order)).name
    bearing = [one for one in titled if words_of("lasting").search(one.name)]  # a crisis is no one day of it
    narrow = min(bearing or group, key=lambda one: days(one.when).length)
    told = max(group, key=lambda one: (one.happened != one.name, min(len(one.happened.split()), 12), -one.order))
    text = " ".join(one.passage.text for one in group)
    who = tuple(person.id for person in people if any(f" {name}" in f" {text}" for name in (person.name, *person.also)))
    names = [one.name for one in group if one.named]
    also = tuple({_key(other): other for other in names if _key(other) != _key(name)}.values())
    figures = {(figure.what, figure.value): figure for one in group for figure in one.figures}
    return DraftEvent(
        id="",
        name=name,
        also=also,
        happened=told.happened,
        when=narrow.when,
        others=(),
        in_period=days(narrow.when).meets(days(period)),
        who=who,
        figures=tuple(figures.values()),
        passages=tuple(dict.fromkeys(one.passage for one in group)),
    )


def _conflicting(events: list[DraftEvent], encode: Encode) -> list[DraftEvent]:
    """Events that are told alike and dated apart, each with the other's date and passages."""
    vectors = encode([f"{event.name}. {event.happened}" for event in events])
    cosines = vectors @ vectors.T
    told = []
    for i, event in enumerate(events):
        rivals = [
            other
            for j, other in enumerate(events)
            if i != j
            and not days(event.when).meets(days(other.when))
            and (_key(event.name) == _key(other.name) or (float(cosines[i, j]) >= DISAGREE and _told_apart(event, other)))
            and not {passage.text for passage in event.passages} & {passage.text for passage in other.passages}
        ]
        if rivals:
            others = tuple(dict.fromkeys(rival.when for rival in rivals))
            against = tuple(replace(p, against=True) for rival in rivals for p in rival.passages)
            words = f"dated {in_words(event.when)} here and {', '.join(in_words(when) for when in others)} elsewhere: read both"
            event = replace(event, others=others, passages=(*event.passages, *against), conflict=words)
        told.append(event)
    return told


def _told_apart(event: DraftEvent, other: DraftEvent) -> bool:
    """True where two events are told by different documents, and neither bears a name of its own."""
    sources = {passage.source for passage in event.passages} & {passage.source for passage in other.passages}
    return not sources and not (names_happening(event.name) and names_happening(other.name))


def _with_ids(events: list[DraftEvent]) -> list[DraftEvent]:
    taken: set[str] = set()
    made = []
    for event in events:
        key = slug(event.name)
        if key in taken:
            key = slug(f"{event.name} {event.when[:4]}", 7)
        while key in taken:
            key += "-more"
        taken.add(key)
        made.append(replace(event, id=key))
    return made
