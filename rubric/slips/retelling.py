"""Which event a date belongs to where no name and no cue tells it: the one whose vocabulary its clause is written in.

In: a parsed sentence and a time that is tied to nothing.  Out: the event, or None in any doubt.
The clause must be explained by one event's words well beyond chance, its people must all belong to the event, and no other
event that the clause could be about may have the date. It is a last resort: names and cues are read first.
"""

from __future__ import annotations

from collections.abc import Callable

from reference.pack import Event, Pack
from reference.reading.clauses import SUBJECTS, clause_head, doers, has_subject
from reference.reading.moments import Time
from reference.reading.parser import Sentence
from reference.reading.retelling import Vocabulary, retold, tells, vocabulary
from reference.reading.words import fold, stem
from reference.spans import days
from rubric.data import stems, threshold
from rubric.essay import Read
from rubric.slips.anchors import anchors_of, attributive
from rubric.slips.roles import people_at
from rubric.slips.voice import intended

YEAR = 366  # days


def event_retold(read: Read, time: Time, pack: Pack, agrees: Callable[[Event], bool]) -> Event | None:
    """The event that the clause of a date retells, where the date is wrong for every event it could be."""
    sentence = read.sentence
    anchor = anchors_of(sentence, time)[0]
    head = clause_head(sentence, anchor)
    after = sentence.text[time.end - sentence.start :].lstrip().lower()
    loose = anchor != head or attributive(sentence, time) or not _says(sentence, head)
    if loose or _hedged(sentence, head) or intended(sentence, head) or after.startswith("alone"):
        return None
    named = {name for mention in read.mentions if mention.kind == "event" and mention.how == "name" for name in mention.ids}
    places = _own_words(read, head, time)
    clause = [word.stem for word in read.words if word.start in places and tells(word)]
    people = [
        set(mention.ids)
        for mention in read.mentions
        if mention.kind == "person" and any(mention.start <= p < mention.end for p in places)
    ]
    acting = [set(mention.ids) for mention in people_at(read, doers(sentence, head))]
    found = [
        (pack.events[name], weight)
        for name, weight in retold(clause, _verbs(sentence, head), vocabulary(pack))
        if all(ids & {*pack.events[name].by, *pack.events[name].who} for ids in people)
        and all(ids & set(pack.events[name].by or pack.events[name].who) for ids in acting)
    ]
    # An event that the sentence names has its own dates, and this was found to be none of them.
    if not found or found[0][0].id in named or found[0][1] < threshold("retold_weight"):
        return None
    best, weight = found[0]
    if not _more_than_names(read, places, best.id, vocabulary(pack)):
        return None
    there = time.days
    if there is not None and there.gap(days(best.when)) > threshold("retold_reach") * YEAR:
        return None
    # Whoever had the date may have been told by another verb than the pack's: "the ministers argued", "met".
    rivals = retold(clause, clause, vocabulary(pack))
    could_be = [pack.events[name] for name, other in rivals if other >= weight * threshold("retold_rivals")]
    return None if any(agrees(event) for event in could_be) else best


def _more_than_names(read: Read, places: set[int], event: str, known: Vocabulary) -> bool:
    """True where two words of the clause that name nobody are the event's; "Spaak, the chairman, agreed" has one."""
    named = [mention for mention in read.mentions if mention.kind in ("person", "office")]
    plain = {
        word.stem
        for word in read.words
        if word.start in places and not any(mention.start <= word.start < mention.end for mention in named)
    }
    return sum(event in known.events.get(one, ()) for one in plain) >= 2


def _says(sentence: Sentence, head: int) -> bool:
    """True where somebody does something: "Grissom, in July; Titov, seventeen times" is a list of notes."""
    joined = sentence.tokens[head].dep in ("conj", "xcomp", "advcl", "acl") and has_subject(
        sentence, sentence.tokens[head].head
    )
    return has_subject(sentence, head) or joined


def _hedged(sentence: Sentence, head: int) -> bool:
    """True for "hoped to send", "planned to build": what was meant, not what was done."""
    opens = any(token.head == head and token.dep in ("xcomp", "ccomp") for token in sentence.tokens)
    return opens and stem(fold(sentence.tokens[head].text)) in stems("language", "hedges")


def _verbs(sentence: Sentence, head: int) -> list[str]:
    """The stems that say what happened: the clause's verb, and for "It was on ... that Ike offered" the verb below it."""
    below = [t.i for t in sentence.tokens if t.head == head and t.dep in ("ccomp", "xcomp", "attr", "acomp", "advcl", "relcl")]
    return [stem(fold(sentence.tokens[i].text)) for i in (head, *below)]


def _own_words(read: Read, head: int, time: Time) -> set[int]:
    """Where the words of a clause begin: what hangs on its head, without coordinate clauses and what another date dates."""
    sentence = read.sentence
    own = _below(sentence, head)
    for token in sentence.tokens:
        if token.dep == "conj" and token.i in own - {head} and has_subject(sentence, token.i):
            own -= _below(sentence, token.i)
    for other in read.times:
        elsewhere = clause_head(sentence, anchors_of(sentence, other)[0])
        if other != time and elsewhere != head:
            own -= _below(sentence, elsewhere) if elsewhere in own else set()
    if not has_subject(sentence, head) and sentence.tokens[head].dep in ("conj", "xcomp", "advcl"):
        above = sentence.tokens[head].head
        for token in sentence.tokens:
            if token.head == above and token.dep in SUBJECTS:
                own |= _below(sentence, token.i)
    return {sentence.tokens[i].start for i in own if not time.start <= sentence.tokens[i].start < time.end}


def _below(sentence: Sentence, head: int) -> set[int]:
    return {token.i for token in sentence.tokens if token.i == head or head in sentence.ancestors(token.i)}
