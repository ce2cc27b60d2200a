"""Find what a date hangs on in the parse, and whether it states, names or only compares.

In: a sentence and a time of it.  Out: tokens, and yes or no.
The first ancestor that is no preposition and no part of a date is the anchor; "in 1961, when ..." has the later clause's too.
Does not look for events: `ties` does.
"""

from __future__ import annotations

import re

from reference.reading.clauses import clause_head, clause_tokens
from reference.reading.moments import Time
from reference.reading.parser import Sentence
from reference.reading.words import fold, stem
from rubric.data import stems
from rubric.slips.voice import denied

WHEN = re.compile(r"\s*[,(–—-]?\s*(when|as|after which)\b")
THAT = re.compile(r"\s*(that|when)\b")
CLEFT = re.compile(r"\b[Ii]t\s+(?:was|is)\s+(?:only\s+|not\s+)?(?:(?:in|on|during|until)\s+)?(?:the\s+)?(?:\w+\s+of\s+)?$")
FOR_YEARS = re.compile(r"\bfor\s+(?:[\w-]+\s+){1,4}(?:years|months|weeks|days|decades?|year|month|week)\b", re.IGNORECASE)
BEGAN_ON = re.compile(r"\b(?:began|started|opened|begun|ended|finished)\s+on\s+the$")  # a date, not which one is meant
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CHAIN = frozenset(
    {"prep", "pobj", "pcomp", "nummod", "npadvmod", "amod", "compound", "appos", "quantmod", "advmod", "det", "nmod"}
)


def anchors_of(sentence: Sentence, time: Time) -> list[int]:
    """The tokens that a time expression hangs on: the first ancestor that is no preposition and no part of a date.

    "... in 1961, when the Wall went up" hangs the date on the later clause too, "it was in 1961 that ..." on it alone.
    """
    after = sentence.text[time.end - sentence.start :]
    cleft = CLEFT.search(sentence.text[: time.start - sentence.start])
    hung = anchor_of(sentence, time)
    opening = (THAT if cleft else WHEN).match(after)
    if opening is None:
        return [hung, *_inverted(sentence, hung)]
    word = sentence.token_at(time.end + opening.start(1))
    head = clause_head(sentence, word) if word is not None else -1
    if word is None or head <= word:
        return [hung]
    return [head] if cleft else [hung, head]


def _inverted(sentence: Sentence, hung: int) -> list[int]:
    """The verb of "not until 1962 did Kennedy speak", which the parser puts under "did"."""
    if fold(sentence.tokens[hung].text) not in ("did", "was", "were", "had"):
        return []
    return [token.i for token in sentence.tokens if token.head == hung and token.dep == "ccomp" and token.i > hung]


def anchor_of(sentence: Sentence, time: Time) -> int:
    """The token that a time expression hangs on in the parse."""
    inside = [token.i for token in sentence.tokens if token.start < time.end and time.start < token.end]
    if not inside:
        return sentence.token_at(time.start) or 0
    top = next((i for i in inside if sentence.tokens[i].head not in inside), inside[0])
    here = top
    while sentence.tokens[here].head != here:
        token, up = sentence.tokens[here], sentence.tokens[here].head
        here = up
        if token.dep in ("pobj", "pcomp") or (sentence.tokens[up].dep == "prep" and token.dep in CHAIN):
            continue
        if sentence.tokens[up].dep in ("prep", "agent") or sentence.tokens[up].text.lower() in TIME_NOUNS:
            continue
        break
    return here


TIME_NOUNS = frozenset(
    {
        "night",
        "evening",
        "morning",
        "hours",
        "afternoon",
        "end",
        "start",
        "beginning",
        "middle",
        "autumn",
        "summer",
        "spring",
        "winter",
        "day",
        "week",
        "weekend",
        "fortnight",
        "half",
        "month",
    }
)


def attributive(sentence: Sentence, time: Time) -> bool:
    """True where the date only tells which event is meant ("of 1956", "(1956)", "the 1956 rising", before its verb)."""
    before = sentence.text[: time.start - sentence.start].rstrip().lower()
    article = before.endswith(" the") and BEGAN_ON.search(before) is None
    if before.endswith((" of", "(", "[")) or article or bracketed(sentence, time):
        return True
    anchor = anchor_of(sentence, time)
    head = clause_head(sentence, anchor)
    return anchor != head and time.end <= sentence.tokens[head].start and sentence.tokens[anchor].dep in SUBJECTS


def bracketed(sentence: Sentence, time: Time) -> bool:
    before = sentence.text[: time.start - sentence.start].rstrip()
    after = sentence.text[time.end - sentence.start :].lstrip()
    return before.endswith(("(", "[")) and after.startswith((")", "]", ":", ";", ","))


def compared(sentence: Sentence, time: Time) -> bool:
    """True where the date stands in a comparison ("unlike Powers in 1960", "than in 1955", "as in 1948")."""
    anchor = anchor_of(sentence, time)
    chain = [token.i for token in sentence.tokens if token.start < time.end and time.start < token.end][:1]
    places = [*chain, *(sentence.ancestors(chain[0]) if chain else ()), anchor]
    head = clause_head(sentence, anchor)
    words = {fold(sentence.tokens[i].text) for i in places if i != head}
    return bool(words & {"unlike", "than", "like", "compared", "as"})


def long_since(sentence: Sentence, time: Time) -> bool:
    """True for "in 1955 the airlift had been over for six years": the date is of looking back."""
    head = clause_head(sentence, anchor_of(sentence, time))
    own = {fold(token.text) for token in sentence.tokens if token.head == head and token.dep == "aux"}
    return "had" in own and FOR_YEARS.search(sentence.text) is not None


def given_for(sentence: Sentence, time: Time) -> bool:
    """True for "came to apologise for 1948": what a verb is done for is no time of it, unless it is planned for then."""
    first = next((token for token in sentence.tokens if token.start < time.end and time.start < token.end), None)
    while first is not None and first.dep in CHAIN - {"pobj", "prep"}:
        first = sentence.tokens[first.head]
    if first is None or first.dep != "pobj" or fold(sentence.tokens[first.head].text) != "for":
        return False
    above = sentence.tokens[sentence.tokens[first.head].head]
    return stem(fold(above.text)) not in stems("verbs", "plans")


def negated_until(sentence: Sentence, time: Time) -> bool:
    """True for "was not built until 1961", which dates the event outright."""
    head = clause_head(sentence, anchor_of(sentence, time))
    return time.relation == "until" and (
        denied(sentence, head) or bool({"only", "not"} & {fold(sentence.tokens[i].text) for i in clause_tokens(sentence, head)})
    )
