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

from reference.reading.clauses import clause_head, clause_tokens, has_subject, top
from reference.reading.mentions import Mention
from reference.reading.moments import Time
from reference.reading.parser import Sentence
from reference.reading.words import fold, stem
from rubric.data import stems
from rubric.essay import Read
from rubric.slips.voice import denied

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
WHEN = re.compile(r"\s*[,(–—-]?\s*(when|as|after which)\b")
THAT = re.compile(r"\s*(that|when)\b")
CLEFT = re.compile(r"\b[Ii]t\s+(?:was|is)\s+(?:only\s+|not\s+)?(?:(?:in|on|during|until)\s+)?(?:the\s+)?(?:\w+\s+of\s+)?$")
TEMPORAL = frozenset({"after", "before", "since", "following", "until", "till", "from", "later"})
NAMING = frozenset({"called", "named", "dubbed", "codenamed"})
STAND_INS = frozenset({"another", "one", "that", "those", "others", "second", "third"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "dative"})
CHAIN = frozenset(
    {"prep", "pobj", "pcomp", "nummod", "npadvmod", "amod", "compound", "appos", "quantmod", "advmod", "det", "nmod"}
)

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
        if _touches(sentence, time, mention) or _governs(sentence, anchors[0], mention):
            near.append(mention)
        elif _bracketed(sentence, time) or _last_of_several(sentence, time, mention) or _opens_after(sentence, time, mention):
            continue
        elif any(_dates_clause(sentence, anchor, mention, of_noun) for anchor in anchors):
            clause.append(mention)
    near.sort(key=lambda m: _distance(time, m))
    clause.sort(key=lambda m: (m.how != "cue", _distance(time, m)))
    return [*(Tie(time, m, "near") for m in near), *(Tie(time, m, "clause") for m in clause)]


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
        if sentence.tokens[up].dep in ("prep", "agent") or sentence.tokens[up].text.lower() in _TIME_NOUNS:
            continue
        break
    return here


_TIME_NOUNS = frozenset(
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


def _after_temporal(sentence: Sentence, mention: Mention) -> bool:
    inside = [token for token in sentence.tokens if mention.start <= token.start < mention.end]
    heads = {fold(sentence.tokens[token.head].text) for token in inside if token.dep in ("pobj", "conj", "nsubj", "pcomp")}
    return bool(heads & TEMPORAL)


def _between(sentence: Sentence, start: int, end: int) -> str:
    return sentence.text[start - sentence.start : end - sentence.start]


def attributive(sentence: Sentence, time: Time) -> bool:
    """True where the date only tells which event is meant ("of 1956", "(1956)", "the 1956 rising", before its verb)."""
    before = sentence.text[: time.start - sentence.start].rstrip().lower()
    if before.endswith((" of", "(", "[", " the", " of the")) or _bracketed(sentence, time):
        return True
    anchor = anchor_of(sentence, time)
    head = clause_head(sentence, anchor)
    return anchor != head and time.end <= sentence.tokens[head].start and sentence.tokens[anchor].dep in SUBJECTS


def _governs(sentence: Sentence, anchor: int, mention: Mention) -> bool:
    """True where the date hangs on a word of the name in the parse."""
    token = sentence.tokens[anchor]
    return mention.how == "name" and mention.start <= token.start < mention.end


def _bracketed(sentence: Sentence, time: Time) -> bool:
    before = sentence.text[: time.start - sentence.start].rstrip()
    after = sentence.text[time.end - sentence.start :].lstrip()
    return before.endswith(("(", "[")) and after.startswith((")", "]", ":", ";", ","))


def _dates_clause(sentence: Sentence, anchor: int, mention: Mention, of_noun: bool) -> bool:
    """True where the date's clause says that the event took place, was brought about, or acted there and then."""
    token = sentence.tokens[anchor]
    if fold(token.text) in STAND_INS:
        return False
    # "the full-scale invasion of 4 November": a date of a noun is that noun's, not the clause's.
    if of_noun and not mention.start <= token.start < mention.end:
        return False
    if mention.how == "cue" and _hangs_on(sentence, anchor, mention.head):
        return True
    if token.dep == "appos" and (mention.how == "cue" or not mention.start <= token.start < mention.end):
        return False
    return tells_clause(sentence, mention, clause_head(sentence, anchor))


def tells_clause(sentence: Sentence, mention: Mention, head: int) -> bool:
    """True where the clause with this head says that the event took place, was brought about, or acted."""
    verbs = _verb_stems(sentence, head)
    if verbs & stems("verbs", "recalls") and mention.head != head:
        return False
    if mention.how == "cue":
        return clause_head(sentence, mention.head) == head
    role = _role(sentence, mention, head)
    if role is None:
        return False
    if role == "subject":
        return bool(verbs & (stems("verbs", "happens") | stems("verbs", "brings") | stems("verbs", "makes")))
    # "saw the Wall as a relief" is a view, "saw the Wall built" a year.
    if verbs & stems("verbs", "sees") and any(t.head == head and t.text.lower() == "as" for t in sentence.tokens):
        return False
    return bool(verbs & (stems("verbs", "makes") | stems("verbs", "answers")))


def _hangs_on(sentence: Sentence, i: int, head: int) -> bool:
    if i == head:
        return True
    above = list(sentence.ancestors(i))
    if head not in above or clause_head(sentence, i) != clause_head(sentence, head):
        return False
    # "Macmillan, Prime Minister since January 1957, flew to Moscow": the date is the apposition's.
    return all(sentence.tokens[place].dep != "appos" for place in (i, *above[: above.index(head)]))


def _verb_stems(sentence: Sentence, head: int) -> set[str]:
    """The stems of a clause's verb and of what it opens (tried to launch: both)."""
    verbs = {head} | {t.i for t in sentence.tokens if t.head == head and t.dep in ("xcomp", "prt")}
    return {stem(fold(sentence.tokens[i].text)) for i in verbs}


def _role(sentence: Sentence, mention: Mention, head: int) -> Literal["subject", "object"] | None:
    """Whether the mention is subject or object of the clause with this head; a conjunct has the role of its first."""
    place = _standing(sentence, mention)
    if place is None:
        return None
    token, clause = sentence.tokens[place], sentence.tokens[head]
    # "the Wall, which went up in ..." and "the treaty signed in ...": the clause hangs on the name itself.
    if clause.dep in ("relcl", "acl") and (
        clause.head == place or mention.start <= sentence.tokens[clause.head].start < mention.end
    ):
        return "subject"
    # "Signed in 1954, the treaty ...": an opening participle has the main clause's subject.
    if clause.dep == "advcl" and token.head == clause.head and token.dep in SUBJECTS and not has_subject(sentence, head):
        return "subject"
    # "Moscow answered in 1955 with the Warsaw Pact"
    if token.dep == "pobj" and fold(sentence.tokens[token.head].text) == "with" and clause_head(sentence, token.head) == head:
        return "object" if _verb_stems(sentence, head) & stems("verbs", "answers") else None
    verb = token.head
    while sentence.tokens[verb].dep == "xcomp":
        verb = sentence.tokens[verb].head
    if verb != head:  # "the Wall went up and was finished in ...": a joined verb has the subject of the first
        joined = clause.dep == "conj" and clause.head == verb and token.dep in SUBJECTS
        if not joined or has_subject(sentence, head):
            return None
    if token.dep in SUBJECTS:
        return "subject"
    return "object" if token.dep in OBJECTS else None


def _standing(sentence: Sentence, mention: Mention) -> int | None:
    """The word that stands for the mention in its clause: of joined words the first, and for a name what it names."""
    place = top(sentence, mention.start, mention.end)
    if place is None:
        return None
    token = sentence.tokens[place]
    # "a metal ball called Sputnik", "a ball weighing 84 kilos called Sputnik": the name has the role of the ball.
    if token.dep in ("oprd", "attr", "dobj", "appos") and fold(sentence.tokens[token.head].text) in NAMING:
        place = sentence.tokens[token.head].head
        while sentence.tokens[place].dep == "dobj" and sentence.tokens[sentence.tokens[place].head].dep == "acl":
            place = sentence.tokens[sentence.tokens[place].head].head
    while sentence.tokens[place].dep == "conj" and clause_head(sentence, place) != place:
        place = sentence.tokens[place].head
    return place


def undergoes(sentence: Sentence, mention: Mention, head: int) -> bool:
    """True where the mention is the object, or the subject of the passive, of the verb at `head`."""
    place = top(sentence, mention.start, mention.end)
    if place is None or sentence.tokens[place].head != head:
        return False
    return sentence.tokens[place].dep in OBJECTS or sentence.tokens[place].dep == "nsubjpass"


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
