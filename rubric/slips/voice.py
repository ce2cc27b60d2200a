"""Who is speaking: whether the student asserts a clause, or denies, supposes, reports or quotes it.

In: a parsed sentence and a place in it.  Out: yes or no.
A denial, a supposition, an error that is reported as one, and another's words in quotation marks make no claim.
"""

from __future__ import annotations

import re

from reference.reading.clauses import CLAUSAL, has_subject
from reference.reading.parser import Sentence
from reference.reading.words import fold

DENIAL = frozenset({"not", "n't", "nt", "never", "neither", "nor", "hardly", "no", "without"})
NOBODY = frozenset({"nobody", "none", "noone", "nothing"})
CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "acl"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
SUPPOSING = frozenset({"if", "unless", "suppose", "supposing", "imagine", "whether", "provided", "perhaps"})
OPENING_SUPPOSITION = frozenset({"suppose", "supposing", "imagine"})
MODALS = frozenset({"would", "might", "could", "should", "may", "ought", "must"})
SOURCES = r"(?:textbooks?|websites?|sites?|books?|sources?|people|students|accounts|guides)"
SAYING = r"(?:says?|puts?|gives?|claims?|dates?|states?|thinks?|assumes?|believes?|imagines?)"
OFTEN = r"(?:(?:sometimes|often|commonly|widely|usually|still|wrongly)\s+)"
# What others get wrong: the whole sentence sorts it out, so nothing in it is the student's own claim.
REPORTED_ERROR = re.compile(
    r"\b(?:"
    rf"(?:is|are|was|were|it's|been)\s+{OFTEN}?(?:said|thought|claimed|believed|assumed|taught)\s+(?:that|to\s+have|as)|"
    rf"(?:(?:is|are|it's)\s+{OFTEN}?|(?:was|were|been)\s+{OFTEN})(?:dated|placed|put|given)\s+(?:to|as|in|at|on)|"
    r"(?:a|common|popular)\s+myth|myth\s+that|misconceptions?|contrary to|"
    r"(?:which|that|this|it)\s+(?:is(?:n't|\snot)?|was(?:n't|\snot))\s+(?:wrong|untrue|incorrect|false|right|correct|true|accurate)|"
    r"(?:confuse|confuses|muddles?|muddling)\b|(?:is|are|be|being|been|get)\s+(?:\w+\s+)?(?:confused|muddled|mixed up)\s+with|"
    r"confusing\s+(?:it|them|this|these|the)|confusion\s+between|mix(?:es|ing)?\s+(?:it\s+|them\s+|this\s+|these\s+)?up|"
    rf"(?:some|many|plenty of|most|other|certain|several|my|one|the)\s+(?:\w+\s+)?{SOURCES}\s+(?:\w+\s+)?{SAYING}|"
    rf"people\s+(?:\w+\s+)?{SAYING}"
    r")\b",
    re.IGNORECASE,
)
WRONGLY = frozenset({"wrongly", "mistakenly", "incorrectly", "erroneously", "falsely"})
PLACING = frozenset(
    {
        "date",
        "dated",
        "dates",
        "dating",
        "put",
        "puts",
        "place",
        "placed",
        "places",
        "give",
        "given",
        "gives",
        "say",
        "says",
        "said",
    }
    | {"call", "called", "calls", "state", "states", "stated", "write", "writes"}
)
QUOTES = re.compile(r"[“\"]([^”\"]{20,})[”\"]|(?<!\w)[‘']([^’'\n]{25,})[’'](?!\w)")
QUOTED_WORDS = 6


def denied(sentence: Sentence, head: int) -> bool:
    """True where the clause's own verb is negated, or its subject or object is "no ..."."""
    arguments = {token.i for token in sentence.tokens if token.head == head and token.dep in ARGUMENTS}
    if any(fold(sentence.tokens[i].text) in NOBODY for i in arguments):
        return True
    return any(
        (token.head == head and (token.dep == "neg" or (fold(token.text) in DENIAL and token.dep in ("advmod", "preconj"))))
        or (
            token.head in arguments | {head}
            and fold(token.text) in ("no", "neither")
            and token.dep in ("det", "neg", "preconj")
        )
        for token in sentence.tokens
    )


def supposed(sentence: Sentence, head: int) -> bool:
    """True where the clause, or one it hangs on, is a supposition: if ..., had it ..., would have ..."""
    for place in (head, *sentence.ancestors(head)):
        if place != head and fold(sentence.tokens[place].text) in OPENING_SUPPOSITION:
            return True
        if sentence.tokens[place].dep not in CLAUSAL and sentence.tokens[place].dep != "conj":
            continue
        own = [token for token in sentence.tokens if token.head == place]
        if any(fold(token.text) in SUPPOSING and token.dep in ("mark", "advmod") for token in own):
            return True
        auxiliaries = [fold(token.text) for token in own if token.dep in ("aux", "auxpass")]
        modal = any(word in MODALS for word in auxiliaries)
        if modal and ("have" in auxiliaries or "'ve" in auxiliaries or "of" in auxiliaries):
            return True
        if _inverted(sentence, place):
            return True
        # "Cuba lies near, so missiles could have hit ...": the parser hangs the first of two statements on the second.
        if sentence.tokens[place].dep == "ccomp" and place < sentence.tokens[place].head and has_subject(sentence, place):
            break
    return False


def intended(sentence: Sentence, head: int) -> bool:
    """True where the verb stands under would, could, might: what was meant, threatened or feared, not what was done."""
    return any(
        token.head == head and token.dep == "aux" and fold(token.text) in MODALS | {"'d", "will"} for token in sentence.tokens
    )


def _inverted(sentence: Sentence, head: int) -> bool:
    """'Had it been built', 'Were he to': the auxiliary stands first and its subject follows it."""
    own = [token for token in sentence.tokens if token.head == head]
    first = min((token.i for token in own if token.dep in ("aux", "auxpass")), default=None)
    subject = min((token.i for token in own if token.dep in ("nsubj", "nsubjpass")), default=None)
    if first is None or subject is None:
        return False
    return first < subject and fold(sentence.tokens[first].text) in ("had", "were", "should")


def reports_error(sentence: Sentence, place: int) -> bool:
    """True where the sentence speaks of what others get wrong, or sorts out a confusion.

    "Wrongly" silences what it governs: a date that is wrongly given, or the content of a mistaken belief.
    """
    if REPORTED_ERROR.search(sentence.text.replace("’", "'")) is not None:
        return True
    chain = (place, *sentence.ancestors(place))
    for token in sentence.tokens:
        if fold(token.text) not in WRONGLY:
            continue
        if token.head in chain and (
            fold(sentence.tokens[token.head].text) in PLACING
            or any(sentence.tokens[one].dep in CONTENT for one in chain[: chain.index(token.head)])
        ):
            return True
    return False


def quoted(sentence: Sentence, start: int) -> bool:
    """True where an offset lies in a quotation of some length, whose words are another's."""
    for match in QUOTES.finditer(sentence.text):
        body = match[1] or match[2]
        if match.start() <= start - sentence.start < match.end() and len(body.split()) >= QUOTED_WORDS:
            return True
    return False


def told_as_done(sentence: Sentence, head: int, start: int) -> bool:
    """True where the student states, at this offset, that what the verb says took place: neither denied nor only intended."""
    return not denied(sentence, head) and not intended(sentence, head) and asserted(sentence, head, start)


def asserted(sentence: Sentence, head: int, start: int, supposed_too: bool = True) -> bool:
    """True where the student states the clause at this offset as fact.

    Without `supposed_too` a supposition counts as stated: "if the summit of 1960 had ..." takes the summit for granted.
    """
    if supposed_too and supposed(sentence, head):
        return False
    # What is asked is not said.
    return not (sentence.text.rstrip(" \n\t”’\"'").endswith("?") or reports_error(sentence, head) or quoted(sentence, start))
