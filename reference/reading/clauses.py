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


def has_subject(sentence: Sentence, head: int) -> bool:
    """True where the clause has a subject of its own."""
    return any(token.head == head and token.dep in SUBJECTS for token in sentence.tokens)


def apart(sentence: Sentence, one: int, two: int) -> bool:
    """True where the two words stand in coordinate clauses, each with its own subject ("X fell in 1955, and Y rose")."""
    heads = clause_head(sentence, one), clause_head(sentence, two)
    if heads[0] == heads[1]:
        return False
    above = [{head, *sentence.ancestors(head)} for head in heads]
    return any(
        sentence.tokens[place].dep == "conj" and has_subject(sentence, place)
        for mine, others in (above, reversed(above))
        for place in mine - others
    )
