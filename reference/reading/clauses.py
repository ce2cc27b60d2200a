"""Clauses of a parsed sentence: which verb heads the clause of a word, and whether two words stand in clauses of their own.

In: a Sentence and places in it.  Out: places, or yes and no. Built on CLEAR-style dependency labels.
"""

from __future__ import annotations

from collections.abc import Iterator

from reference.reading.parser import Sentence

CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


def clause_head(sentence: Sentence, i: int) -> int:
    """The verb, or other head, of the clause that a token stands in."""
    for place in (i, *sentence.ancestors(i)):
        token = sentence.tokens[place]
        if token.dep in CLAUSAL:
            return place
        if token.dep == "conj" and _heads_clause(sentence, place):
            return place
    return i


def _heads_clause(sentence: Sentence, i: int) -> bool:
    """True where a conjunct is a clause of its own: it joins a clause's head, or has a subject."""
    head = sentence.tokens[i].head
    joined = sentence.tokens[head]
    if any(token.head == i and token.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for token in sentence.tokens):
        return True
    return joined.dep in CLAUSAL or (joined.dep == "conj" and head != i and _heads_clause(sentence, head))


def clause_tokens(sentence: Sentence, head: int) -> Iterator[int]:
    """The tokens of the clause with this head."""
    return (token.i for token in sentence.tokens if clause_head(sentence, token.i) == head)


def top(sentence: Sentence, start: int, end: int) -> int | None:
    """The word of a stretch of text that the others hang on: the first whose head lies outside it."""
    inside = [token.i for token in sentence.tokens if start <= token.start < end]
    return next((i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), None)


def has_subject(sentence: Sentence, head: int) -> bool:
    """True where the clause has a subject of its own."""
    return any(token.head == head and token.dep in SUBJECTS for token in sentence.tokens)


def apart(sentence: Sentence, one: int, two: int) -> bool:
    """True where what the first word tells cannot take the second in.

    They stand in coordinate clauses, each with its own subject ("X fell in 1955, and Y rose"), or the first in a clause of
    time that the second is above.
    """
    heads = clause_head(sentence, one), clause_head(sentence, two)
    if heads[0] == heads[1]:
        return False
    act, _ = heads
    # "after he had met de Gaulle": a clause of time with its own subject does not borrow from the clause above it.
    if (
        sentence.tokens[act].dep == "advcl"
        and has_subject(sentence, act)
        and act not in {heads[1], *sentence.ancestors(heads[1])}
    ):
        return True
    above = [{head, *sentence.ancestors(head)} for head in heads]
    return any(
        sentence.tokens[place].dep == "conj" and has_subject(sentence, place)
        for mine, others in (above, reversed(above))
        for place in mine - others
    )


def spliced(sentence: Sentence, one: int, two: int) -> bool:
    """True where the first word stands in the first of two statements that only a comma joins, the other in the second.

    "X fell in 1955, Y had gone in 1953": the parser hangs the first on the second, as if it were what is said.
    """
    above = {clause_head(sentence, two), *sentence.ancestors(two)}
    mine = {clause_head(sentence, one), *sentence.ancestors(one)} - above
    return two > one and any(
        sentence.tokens[place].dep == "ccomp"
        and place < sentence.tokens[place].head
        and has_subject(sentence, place)
        and has_subject(sentence, sentence.tokens[place].head)
        for place in mine
    )


RELATIVE = frozenset({"who", "which", "that", "whom"})
PASSIVE = frozenset({"nsubjpass", "csubjpass", "auxpass"})


def conjuncts(sentence: Sentence, i: int) -> list[int]:
    """A word and the words joined to it by and, or, commas."""
    found = [i]
    for token in sentence.tokens:
        if (
            token.dep in ("conj", "appos")
            and token.head in found
            and token.i not in found
            and not has_subject(sentence, token.i)
        ):
            found.append(token.i)
    return found


def doers(sentence: Sentence, head: int) -> list[int]:
    """Who does what the verb says: its subject, or what stands after "by" in the passive; joined words too.

    A verb without a subject of its own takes that of the verb it is joined to or opens; a relative clause's pronoun stands
    for the noun it hangs on.
    """
    passive = any(token.head == head and token.dep in PASSIVE for token in sentence.tokens)
    if passive or sentence.tokens[head].dep == "acl":
        by = [token.i for token in sentence.tokens if token.head == head and token.dep == "agent"]
        if not by:  # "was replaced as party chief by Nagy": the parser may hang "by" on the chief
            mine = [t for t in sentence.tokens if t.text.lower() == "by" and t.i > head and clause_head(sentence, t.i) == head]
            by = [t.i for t in mine if t.dep in ("agent", "prep")]
        return _spread(sentence, [token.i for token in sentence.tokens if token.head in by and token.dep == "pobj"])
    own = [token for token in sentence.tokens if token.head == head and token.dep in ("nsubj", "csubj")]
    if own:
        if own[0].text.lower() in RELATIVE and sentence.tokens[head].dep == "relcl":
            return _spread(sentence, [sentence.tokens[head].head])
        return _spread(sentence, [token.i for token in own])
    above = sentence.tokens[head].head
    if sentence.tokens[head].dep == "xcomp":
        told = [token.i for token in sentence.tokens if token.head == above and token.dep in ("dobj", "nsubjpass")]
        if told:  # "forced Malenkov to resign": the one who is forced resigns
            return _spread(sentence, told)
    if sentence.tokens[head].dep in ("conj", "xcomp", "advcl") and above != head:
        return doers(sentence, above)
    return []


def undergoers(sentence: Sentence, head: int) -> list[int]:
    """What the verb is done to: its object, or its subject in the passive; joined words too."""
    own = [
        token.i
        for token in sentence.tokens
        if token.head == head and token.dep in ("dobj", "nsubjpass", "dative", "oprd", "attr")
    ]
    return _spread(sentence, own)


def companions(sentence: Sentence, head: int) -> list[int]:
    """Who stands after with, for, between or against under the verb; joined words too."""
    preps = [
        token.i
        for token in sentence.tokens
        if token.head == head and token.dep == "prep" and token.text.lower() in ("with", "for", "between", "against", "and")
    ]
    return _spread(sentence, [token.i for token in sentence.tokens if token.head in preps and token.dep == "pobj"])


def _spread(sentence: Sentence, places: list[int]) -> list[int]:
    return [joined for place in places for joined in conjuncts(sentence, place)]
