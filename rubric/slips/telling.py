"""Say whether a clause tells that an event took place, was brought about, or acted.

In: a sentence, a mention of an event, and the head of a clause.  Out: yes or no.
A clause about a reaction to the event, a memory of it or a view of it does not tell it.
"""

from __future__ import annotations

from typing import Literal

from reference.reading.clauses import clause_head, has_subject, top
from reference.reading.mentions import Mention
from reference.reading.parser import Sentence
from reference.reading.words import fold, stem
from rubric.data import stems
from rubric.essay import Read
from rubric.slips.anchors import SUBJECTS

NAMING = frozenset({"called", "named", "dubbed", "codenamed"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "dative"})


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
    beside = sentence.tokens[token.head] if token.dep == "pobj" else None
    one = beside is not None and fold(sentence.tokens[beside.head].text) in ("one", "that")  # "followed the one with Laika"
    if beside is not None and not one and fold(beside.text) == "with" and clause_head(sentence, beside.i) == head:
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


def telling(read: Read) -> list[Mention]:
    """The mentions, less a name that is only what another event's act is done to.

    "The quarantine was lifted on ..." dates the lifting, "Kennedy announced the quarantine on ..." the announcement.
    """
    cues = [mention for mention in read.mentions if mention.how == "cue"]
    return [
        mention
        for mention in read.mentions
        if mention.how == "cue"
        or not any(
            cue.start <= mention.start
            and mention.end <= cue.end
            and cue.end - cue.start > mention.end - mention.start
            and not set(cue.ids) & set(mention.ids)
            and undergoes(read.sentence, mention, cue.head)
            for cue in cues
        )
    ]
