"""Find the titles that a sentence gives to people: "President Kennedy", "Eden, the prime minister,", "Bulganin was Premier".

In: a sentence with its mentions.  Out: Held, each a person and an office, and the stretch that shows it.
"Former", "future" and "would become" give no title. Does not know who held what: `offices` does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reference.reading.clauses import doers, top
from reference.reading.mentions import Mention
from rubric.data import stems
from rubric.essay import Read

BEFORE = re.compile(r"\s*[,(]?\s*(?:who\s+(?:by\s+(?:now|then)\s+)?was\s+(?:by\s+(?:now|then)\s+|now\s+|then\s+)?)?")
AFTER = re.compile(
    r"(?:\s*[,(]\s*|\s+(?=who\s+was\s))(?:who\s+(?:was|is)\s+|who\s+had\s+been\s+|now\s+|then\s+|by\s+then\s+|as\s+|still\s+|already\s+)*(?:the\s+|a\s+|an\s+|his\s+|their\s+)?"
    r"(?:new\s+|first\s+|[A-Z][\w.]+['’]s?\s+|[A-Z]\w+\s+|own\s+)*"
)
HEDGED = re.compile(
    r"\b(?:former|ex|future|later|late|deputy|vice|assistant|under|acting|shadow|once|one-time|onetime|next|previous|"
    r"not yet|no longer|elect)[\s-]+(?:the\s+)?(?:[A-Z]\w+\s+)?$",
    re.IGNORECASE,
)
BESIDE = re.compile(r"\s+the\s+(?:then\s+|new\s+)?")  # "Macmillan the British prime minister": only where the parse agrees
OF_THE_NEXT = re.compile(r"\s+as\b")  # "with Pieck as its President, Grotewohl as Prime Minister": the title is Pieck's
ENDS_TITLE = re.compile(r"\s*(?:[,.;:)–—!?]|$|of\b|in\b|at\b|who\b|from\b|since\b|during\b)")
TIGHT = 48  # characters: "Zhukov became Premier" is one mark


@dataclass(frozen=True, slots=True)
class Held:
    """A title that the essay gives to a person, and the stretch that shows it."""

    person: Mention
    office: Mention
    start: int
    end: int
    becoming: bool = False
    apposed: bool = False


def titles_held(read: Read) -> list[Held]:
    people = [mention for mention in read.mentions if mention.kind == "person"]
    offices = [mention for mention in read.mentions if mention.kind == "office"]
    found = []
    for office in offices:
        held = next((held for person in people if (held := _pair(read, person, office)) is not None), None)
        if held is not None:
            found.append(held)
    return found


def _pair(read: Read, person: Mention, office: Mention) -> Held | None:
    text, base = read.sentence.text, read.sentence.start
    if HEDGED.search(text[: office.start - base]):
        return None
    between = text[office.end - base : person.start - base]
    if office.end <= person.start and BEFORE.fullmatch(between):
        possessive = re.match(r"['’]s", text[person.end - base :]) is not None
        comma = "," in between
        if comma and OF_THE_NEXT.match(text[person.end - base :]):
            return None
        return None if comma and possessive else Held(person, office, office.start, person.end, apposed=bool(between.strip()))
    between = text[person.end - base : office.start - base]
    ends = ENDS_TITLE.match(text[office.end - base :]) is not None
    beside = BESIDE.fullmatch(between) is not None and read.sentence.tokens[top_of(read, office)].dep == "appos"
    if person.end <= office.start and ((ends and AFTER.fullmatch(between)) or beside):
        return Held(person, office, person.start, office.end, apposed=True)
    return _predicated(read, person, office)


def _predicated(read: Read, person: Mention, office: Mention) -> Held | None:
    """ "Bulganin was Premier", "Herter had taken over as Secretary of State"."""
    sentence = read.sentence
    token = sentence.tokens[top_of(read, office)]
    verb = token.head
    if token.dep == "nsubj" and sentence.tokens[verb].text.lower() == "was":  # "The head of the CIA was McCone"
        named = sentence.tokens[top_of(read, person)]
        whole = not sentence.text[office.end - sentence.start :].startswith(" of ")
        same = whole and named.head == verb and named.dep == "attr" and named.i > verb
        return Held(person, office, person.start, person.end, apposed=True) if same else None
    if token.dep == "pobj" and sentence.tokens[verb].text.lower() == "as":
        verb = sentence.tokens[verb].head
    elif token.dep not in ("attr", "oprd", "dobj"):
        return None
    verbs = {word.stem for word in read.words if word.start == sentence.tokens[verb].start}
    changing = bool(verbs & stems("verbs", "becomes"))
    if not changing and not verbs & stems("verbs", "holds"):
        return None
    given = next((one for one in read.mentions if one.kind == "person" and _leads(read, one, office)), None)
    if given is not None and token.dep != "attr":  # "Bao Dai appointed Diem Prime Minister": the title is Diem's
        return Held(person, office, person.start, office.end, becoming=True) if given == person else None
    # "Kennedy sacked Dulles as head of the CIA": the office is that of the one it is done to, where there is one.
    done_to = [t.i for t in sentence.tokens if t.head == verb and t.dep in ("dobj", "nsubjpass")] if token.dep == "pobj" else []
    if not any(person.start <= sentence.tokens[i].start < person.end for i in done_to or doers(sentence, verb)):
        return None
    start = person.start if person.end <= office.start and office.end - person.start <= TIGHT else office.start
    return Held(person, office, start, office.end, becoming=changing)


def _leads(read: Read, person: Mention, office: Mention) -> bool:
    """True where nothing but a space parts a name from the title after it."""
    between = read.sentence.text[person.end - read.sentence.start : office.start - read.sentence.start]
    return person.end < office.start and not between.strip()


def top_of(read: Read, mention: Mention) -> int:
    found = top(read.sentence, mention.start, mention.end)
    return mention.head if found is None else found


def between_them(read: Read, held: Held) -> str:
    """What stands between a name and a title: nothing but a space where the title only leads the name."""
    base = read.sentence.start
    return read.sentence.text[min(held.person.end, held.office.end) - base : max(held.person.start, held.office.start) - base]
