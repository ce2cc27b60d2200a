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

from reference.reading.mentions import Mention
from reference.reading.parser import Sentence
from reference.reading.times import Time
from reference.reading.words import fold, stem
from rubric.data import stems
from rubric.essay import Read
from rubric.slips.voice import clause_head, clause_tokens, denied

# What may stand between a name and a date that belongs to it, and between a date and a name that it qualifies.
AFTER_NAME = re.compile(
    r"['’]?s?\s*[,(\[:–—-]{0,2}\s*(?:which\s+(?:was|were|took place|came|began|happened)\s+)?(?:(?:was|were)\s+)?"
    r"(?:held|signed|dated|begun|launched|founded|formed|built|set up|fought|delivered|made)?\s*"
    r"(?:in|on|of|from|during|at|back in|early in|late in|at the|in the|of the|on the|from the|for)?\s*"
    r"(?:the\s+)?(?:night|evening|morning|early hours|afternoon)?(?:\s+of\s+)?(?:the\s+)?\s*"
)
BEFORE_NAME = re.compile(r"(?:['’]s)?\s*")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "dative"})
CHAIN = frozenset({"prep", "pobj", "pcomp", "nummod", "npadvmod", "amod", "compound", "appos", "quantmod", "advmod", "det", "nmod"})

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
    found: list[Tie] = []
    for time in read.times:
        found.extend(_ties_of(read.sentence, time, events, read.times))
    return found


def _ties_of(sentence: Sentence, time: Time, events: Iterable[Mention], times: Iterable[Time]) -> list[Tie]:
    near, clause = [], []
    anchor = anchor_of(sentence, time)
    for mention in events:
        if _touches(sentence, time, mention) or _governs(sentence, anchor, mention):
            near.append(mention)
        elif _bracketed(sentence, time):
            continue
        elif _dates_clause(sentence, anchor, mention):
            clause.append(mention)
    near.sort(key=lambda m: _distance(time, m))
    clause.sort(key=lambda m: (m.how != "cue", _distance(time, m)))
    return [*(Tie(time, m, "near") for m in near), *(Tie(time, m, "clause") for m in clause)]


def _distance(time: Time, mention: Mention) -> int:
    return max(0, time.start - mention.end, mention.start - time.end)


def anchor_of(sentence: Sentence, time: Time) -> int:
    """The token that a time expression hangs on: the first ancestor that is no preposition and no part of a date."""
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
        if sentence.tokens[up].dep in ("prep", "agent") or sentence.tokens[up].text.lower() in _TIME_NOUNS:
            continue
        break
    return here


_TIME_NOUNS = frozenset({"night", "evening", "morning", "hours", "afternoon", "end", "start", "beginning", "middle", "autumn", "summer", "day", "month"})


def _touches(sentence: Sentence, time: Time, mention: Mention) -> bool:
    """True where nothing but a preposition or a bracket stands between the name and the date."""
    if mention.how != "name":
        return False
    if mention.end <= time.start:
        return AFTER_NAME.fullmatch(_between(sentence, mention.end, time.start)) is not None
    if time.end <= mention.start:
        return BEFORE_NAME.fullmatch(_between(sentence, time.end, mention.start)) is not None
    return True


def _between(sentence: Sentence, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]


def _governs(sentence: Sentence, anchor: int, mention: Mention) -> bool:
    """True where the date hangs on a word of the name in the parse."""
    token = sentence.tokens[anchor]
    return mention.how == "name" and mention.start <= token.start < mention.end


def _bracketed(sentence: Sentence, time: Time) -> bool:
    before = sentence.text[: time.start - sentence.start].rstrip()
    after = sentence.text[time.end - sentence.start :].lstrip()
    return before.endswith(("(", "[")) and after.startswith((")", "]", ":", ";", ","))


def _dates_clause(sentence: Sentence, anchor: int, mention: Mention) -> bool:
    """True where the date's clause says that the event took place, was brought about, or acted there and then."""
    head = clause_head(sentence, anchor)
    if mention.how == "cue":
        return clause_head(sentence, mention.head) == head or _hangs_on(sentence, anchor, mention.head)
    role = _role(sentence, mention, head)
    if role is None:
        return False
    verbs = _verb_stems(sentence, head)
    if role == "subject":
        return bool(verbs & (stems("verbs", "happens") | stems("verbs", "brings") | stems("verbs", "makes")))
    return bool(verbs & stems("verbs", "makes"))


def _hangs_on(sentence: Sentence, i: int, head: int) -> bool:
    return i == head or head in sentence.ancestors(i) and clause_head(sentence, i) == clause_head(sentence, head)


def _verb_stems(sentence: Sentence, head: int) -> set[str]:
    """The stems of a clause's verb and of what it opens (tried to launch: both)."""
    verbs = {head} | {t.i for t in sentence.tokens if t.head == head and t.dep in ("xcomp", "prt")}
    return {stem(fold(sentence.tokens[i].text)) for i in verbs}


def _role(sentence: Sentence, mention: Mention, head: int) -> Literal["subject", "object"] | None:
    """Whether the mention is subject or object of the clause with this head; a conjunct has the role of its first."""
    inside = [token.i for token in sentence.tokens if mention.start <= token.start < mention.end]
    if not inside:
        return None
    top = next((i for i in inside if sentence.tokens[i].head not in inside), inside[-1])
    while sentence.tokens[top].dep == "conj" and clause_head(sentence, top) != top:
        top = sentence.tokens[top].head
    token = sentence.tokens[top]
    clause = sentence.tokens[head]
    # "the Wall, which went up in ..." and "the treaty signed in ...": the clause hangs on the name itself.
    if clause.dep in ("relcl", "acl") and clause.head in (top, *inside):
        return "subject"
    # "Signed in 1954, the treaty ...": an opening participle has the main clause's subject.
    if clause.dep == "advcl" and token.head == clause.head and token.dep in SUBJECTS and not _own_subject(sentence, head):
        return "subject"
    verb = token.head
    while sentence.tokens[verb].dep == "xcomp":
        verb = sentence.tokens[verb].head
    if verb != head and not (sentence.tokens[head].dep == "conj" and sentence.tokens[head].head == verb and token.dep in SUBJECTS):
        return None
    if verb != head and _own_subject(sentence, head):
        return None
    if token.dep in SUBJECTS:
        return "subject"
    return "object" if token.dep in OBJECTS else None


def _own_subject(sentence: Sentence, head: int) -> bool:
    return any(token.head == head and token.dep in SUBJECTS for token in sentence.tokens)


def compared(sentence: Sentence, time: Time) -> bool:
    """True where the date stands in a comparison ("unlike Powers in 1960", "than in 1955", "as in 1948")."""
    anchor = anchor_of(sentence, time)
    chain = [token.i for token in sentence.tokens if token.start < time.end and time.start < token.end][:1]
    places = [*chain, *(sentence.ancestors(chain[0]) if chain else ()), anchor]
    head = clause_head(sentence, anchor)
    words = {fold(sentence.tokens[i].text) for i in places if i != head}
    return bool(words & {"unlike", "than", "like", "compared", "as"})


def negated_until(sentence: Sentence, time: Time) -> bool:
    """True for "was not built until 1961", which dates the event outright."""
    head = clause_head(sentence, anchor_of(sentence, time))
    return time.relation == "until" and (
        denied(sentence, head) or bool({"only", "not"} & {fold(sentence.tokens[i].text) for i in clause_tokens(sentence, head)})
    )
