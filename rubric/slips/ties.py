"""Which event a time expression dates, read from the parse.

In: a sentence with its mentions and times.  Out: Ties, each a time, a mention, and how close the two are.
`near`: the date stands against the name itself ("the Geneva summit of July 1955", "Vienna (3-4 June 1961)").
`clause`: the date belongs to a clause that says the event took place, was made, or did something there and then.
A date that is only in the same sentence, or in a clause about a reaction to the event, is tied to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reference.reading.clauses import clause_head, top
from reference.reading.mentions import Mention
from reference.reading.moments import Time
from reference.reading.parser import Sentence
from reference.reading.words import fold
from rubric.essay import Read
from rubric.slips.anchors import SUBJECTS, anchors_of, bracketed
from rubric.slips.telling import tells_clause

# What may stand between a name and a date that belongs to it, and between a date and a name that it qualifies.
AFTER_NAME = re.compile(
    r"['’]?s?\s*[,(\[:–—-]{0,2}\s*(?:which\s+(?:was|were|took place|came|began|happened)\s+)?(?:(?:was|were)\s+)?"
    r"(?:held|signed|dated|begun|launched|founded|formed|built|set up|fought|delivered|made)?\s*"
    r"(?:in|on|of|from|during|at|back in|early in|late in|at the|in the|of the|on the|from the|for)?\s*"
    r"(?:the\s+)?(?:night|evening|morning|early hours|afternoon)?(?:\s+of\s+)?(?:the\s+)?\s*"
)
BRACKET = re.compile(r"\s*[(\[]\s*(?:in|on)?\s*")
OF = re.compile(r"\bof\s+(?:the\s+)?$")
BEFORE_NAME = re.compile(r"(?:['’]s)?\s*")
OPENS = re.compile(r"\b(?:so|and|but|then|and then|and so)\s+(?:(?:in|on|during|by)\s+)?(?:the\s+)?$")
MEASURED = re.compile(r"\b(?:years?|months?|weeks?|days?|long|soon|shortly)\s+(?:after|before)\s+(?:[\w’']+\s+){0,2}$")
FROM = re.compile(r"\b(?:between|from|since|after)\s+(?:[\w’']+\s+){0,2}$", re.IGNORECASE)
TO = re.compile(r"\s+(?:and|to|until|till|up\s+to|through\s+to)\s+(?:[\w’']+\s+){0,3}")
TEMPORAL = frozenset({"after", "before", "since", "following", "until", "till", "from", "later"})
STAND_INS = frozenset({"another", "one", "that", "those", "others", "second", "third"})

CARRIED = frozenset({"carried", "took", "bore", "had", "held"})

Strength = Literal["near", "clause"]


@dataclass(frozen=True, slots=True)
class Tie:
    """A time that dates a mention, and how close the two stand."""

    time: Time
    mention: Mention
    strength: Strength


def ties(read: Read) -> list[Tie]:
    """For every time of a sentence, the event mentions that it may date; nearer ones first."""
    events = [mention for mention in read.mentions if mention.kind == "event"]
    bodies = {mention.start for mention in read.mentions if mention.kind == "alliance"}
    found: list[Tie] = []
    for time in read.times:
        found.extend(_ties_of(read.sentence, time, [m for m in events if not _in_the_body(read.sentence, time, m, bodies)]))
    return found


def _in_the_body(sentence: Sentence, time: Time, mention: Mention, bodies: set[int]) -> bool:
    """True for "Poland stayed in the Warsaw Pact in 1956": the date is of being in it, not of its founding."""
    place = top(sentence, mention.start, mention.end)
    if mention.start not in bodies or place is None or sentence.tokens[place].dep != "pobj" or time.start < mention.end:
        return False
    inside = fold(sentence.tokens[sentence.tokens[place].head].text) in ("in", "into", "of", "from", "inside", "within", "out")
    return (
        inside and re.fullmatch(r",?\s+(?:in|on|during)\s+(?:the\s+)?", _between(sentence, mention.end, time.start)) is not None
    )


def _ties_of(sentence: Sentence, time: Time, events: Iterable[Mention]) -> list[Tie]:
    near, clause = [], []
    anchors = anchors_of(sentence, time)
    of_noun = OF.search(sentence.text[: time.start - sentence.start]) is not None and anchors[0] != clause_head(
        sentence, anchors[0]
    )
    for mention in events:
        if _other_end(sentence, time, mention) or ";" in _gap(sentence, time, mention):
            continue
        if _touches(sentence, time, mention) or _governs(sentence, anchors[0], mention):
            near.append(mention)
        elif bracketed(sentence, time) or _set_apart(sentence, time, mention):
            continue
        elif any(_dates_clause(sentence, anchor, mention, of_noun) for anchor in anchors):
            clause.append(mention)
    near.sort(key=lambda m: _distance(time, m))
    clause.sort(key=lambda m: (m.how != "cue", _distance(time, m)))
    return [*(Tie(time, m, "near") for m in near), *(Tie(time, m, "clause") for m in clause)]


def _other_end(sentence: Sentence, time: Time, mention: Mention) -> bool:
    """True for "between Potsdam and the summer of 1955", "from 1955 to the Wall": they bound a stretch from two sides."""
    first, last = (mention, time) if mention.end <= time.start else (time, mention)
    between = _between(sentence, first.end, last.start)
    return FROM.search(sentence.text[: first.start - sentence.start]) is not None and TO.fullmatch(between) is not None


def _set_apart(sentence: Sentence, time: Time, mention: Mention) -> bool:
    """True where the sentence itself parts the date from the mention, whatever clause they stand in."""
    return (
        _last_of_several(sentence, time, mention) or _opens_after(sentence, time, mention) or _measures_from(sentence, mention)
    )


def _opens_after(sentence: Sentence, time: Time, mention: Mention) -> bool:
    """True for "Nagy left the pact so on 4 November the tanks came": the date opens the next clause, whatever the parse."""
    opening = OPENS.search(sentence.text[: time.start - sentence.start])
    if opening is None or mention.end > sentence.start + opening.start():
        return False
    following = [token for token in sentence.tokens if time.end <= token.start][:4]
    return any(token.dep in SUBJECTS for token in following)


def _last_of_several(sentence: Sentence, time: Time, mention: Mention) -> bool:
    """True for "the Doctrine and the marines in Beirut in 1958 followed": the date is the last one's, not the first's."""
    place = top(sentence, mention.start, mention.end)
    if place is None or sentence.tokens[place].dep not in SUBJECTS or mention.how != "name":
        return False
    verb = sentence.tokens[sentence.tokens[place].head]
    joined = [token for token in sentence.tokens if token.head == place and token.dep == "conj"]
    return any(mention.end < token.start < time.start and time.end <= verb.start for token in joined)


def _distance(time: Time, mention: Mention) -> int:
    return max(0, time.start - mention.end, mention.start - time.end)


def _touches(sentence: Sentence, time: Time, mention: Mention) -> bool:
    """True where nothing but a preposition or a bracket stands between the name and the date."""
    if mention.how != "name":
        return (
            BRACKET.fullmatch(_between(sentence, mention.end, time.start)) is not None if mention.end <= time.start else False
        )
    if mention.end <= time.start:
        between = _between(sentence, mention.end, time.start)
        # "Two years after the Korean War, in 1955, ...": the comma parts the date from a name that only measures.
        if "," in between and _after_temporal(sentence, mention):
            return False
        return AFTER_NAME.fullmatch(between) is not None
    if time.end <= mention.start:
        return BEFORE_NAME.fullmatch(_between(sentence, time.end, mention.start)) is not None
    return True


def _measures_from(sentence: Sentence, mention: Mention) -> bool:
    """True for "five years after his forced retirement he wrote in 1969": what stands after the word of time only measures."""
    token = sentence.tokens[mention.head]
    token = sentence.tokens[token.head] if token.dep in ("amod", "compound") else token
    noun = mention.how == "cue" and token.dep in ("pobj", "nsubj", "nsubjpass")
    return noun and MEASURED.search(sentence.text[: token.start - sentence.start]) is not None


def _after_temporal(sentence: Sentence, mention: Mention) -> bool:
    inside = [token for token in sentence.tokens if mention.start <= token.start < mention.end]
    heads = {fold(sentence.tokens[token.head].text) for token in inside if token.dep in ("pobj", "conj", "nsubj", "pcomp")}
    return bool(heads & TEMPORAL)


def _between(sentence: Sentence, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]


def _gap(sentence: Sentence, time: Time, mention: Mention) -> str:
    """What stands between a date and a mention; of a cue, between the date and its act."""
    head = sentence.tokens[mention.head]
    start, end = (mention.start, mention.end) if mention.how == "name" else (head.start, head.end)
    return _between(sentence, end, time.start) if end <= time.start else _between(sentence, time.end, start)


def _governs(sentence: Sentence, anchor: int, mention: Mention) -> bool:
    """True where the date hangs on a word of the name in the parse."""
    token = sentence.tokens[anchor]
    return mention.how == "name" and mention.start <= token.start < mention.end


def _dates_clause(sentence: Sentence, anchor: int, mention: Mention, of_noun: bool) -> bool:
    """True where the date's clause says that the event took place, was brought about, or acted there and then."""
    token = sentence.tokens[anchor]
    if fold(token.text) in STAND_INS:
        return _carries(sentence, anchor, mention)
    # "the full-scale invasion of 4 November": a date of a noun is that noun's, not the clause's.
    if of_noun and not mention.start <= token.start < mention.end:
        return False
    if mention.how == "cue" and _hangs_on(sentence, anchor, mention.head):
        return True
    if token.dep == "appos" and (mention.how == "cue" or not mention.start <= token.start < mention.end):
        return False
    return tells_clause(sentence, mention, clause_head(sentence, anchor))


def _carries(sentence: Sentence, stand_in: int, mention: Mention) -> bool:
    """True for "a second one in November carried the dog Laika": what carries the thing named is what is meant."""
    token = sentence.tokens[stand_in]
    place = top(sentence, mention.start, mention.end)
    if token.dep != "nsubj" or place is None or fold(sentence.tokens[token.head].text) not in CARRIED:
        return False
    chain = [place, *sentence.ancestors(place)]
    return token.head in chain and sentence.tokens[chain[chain.index(token.head) - 1]].dep == "dobj"


def _hangs_on(sentence: Sentence, i: int, head: int) -> bool:
    if i == head:
        return True
    above = list(sentence.ancestors(i))
    if head not in above or clause_head(sentence, i) != clause_head(sentence, head):
        return False
    # "Macmillan, Prime Minister since January 1957, flew to Moscow": the date is the apposition's.
    return all(sentence.tokens[place].dep != "appos" for place in (i, *above[: above.index(head)]))
