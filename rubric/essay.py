"""An essay as it is marked: paragraphs, parsed sentences, words, and what was set aside.

In: a text and the lexicon of a pack.  Out: one Essay, the value that every later stage reads.
Titles and web-page furniture stay in the text, are counted in no figure and hold no evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reference.reading.antecedents import with_antecedents
from reference.reading.lexicon import Lexicon
from reference.reading.mentions import Mention, mentions, read_words, with_told
from reference.reading.moments import Time
from reference.reading.parser import Parsed, Sentence, parse
from reference.reading.sentences import Block, blocks
from reference.reading.times import american_order, times
from reference.reading.words import Word


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with what was read in it: words with names put right, mentions, time expressions.

    `line` is the words folded, with a space before and after each, for looking phrases up.
    """

    sentence: Sentence
    words: Sequence[Word]
    line: str
    mentions: Sequence[Mention]
    times: Sequence[Time]
    resolved: Sequence[Word] | None = None  # the words with "he" put as whom it means, where there is one that is plain


@dataclass(frozen=True, slots=True)
class Essay:
    """The essay. `paragraphs` are prose only; a sentence's `paragraph` is its place among them, from 0."""

    name: str
    text: str
    paragraphs: Sequence[Block]
    headings: Sequence[Block]
    set_aside: Sequence[Block]
    sentences: Sequence[Read]
    misspelt: dict[str, str]

    @property
    def words(self) -> int:
        """Words of the prose, counted as a word processor counts them."""
        return sum(len(block.text.split()) for block in self.paragraphs)

    def with_before(self) -> Iterator[tuple[Read, Read | None]]:
        """Every sentence with the one before it in its paragraph, or None where it opens one."""
        for read, before in zip(self.sentences, (None, *self.sentences), strict=False):
            yield read, before if before is not None and before.sentence.paragraph == read.sentence.paragraph else None

    def in_paragraph(self, number: int) -> list[Read]:
        """The sentences of a paragraph (from 0), in order."""
        return [read for read in self.sentences if read.sentence.paragraph == number]


def read_essay(text: str, known: Lexicon, name: str = "essay", parsed: Parsed | None = None) -> Essay:
    """Read a text as an essay; paragraphs that `parsed` holds are not parsed again. Raises ParserError without the model."""
    found = blocks(text)
    prose = [block for block in found if block.kind == "prose"]
    sentences = parse(((block.start, block.text) for block in prose), parsed)
    lines, wrong = read_words(sentences, known)
    american = american_order(text)
    reads: list[Read] = []
    for sentence, line in zip(sentences, lines, strict=True):
        found_here = mentions(sentence, line, known)
        last = reads[-1] if reads and reads[-1].sentence.paragraph == sentence.paragraph else None
        named = with_antecedents(sentence, line, found_here, (last.sentence, last.mentions) if last else None)
        if named is not None:
            found_here = with_told(sentence, named, found_here, known)
        seen = tuple(times(sentence.text, sentence.start, american=american, early=known.early))
        folded = f" {' '.join(word.norm for word in line)} "
        reads.append(Read(sentence, tuple(line), folded, tuple(found_here), seen, named))
    return Essay(
        name=name,
        text=text,
        paragraphs=tuple(prose),
        headings=tuple(block for block in found if block.kind == "heading"),
        set_aside=tuple(block for block in found if block.kind == "set_aside"),
        sentences=tuple(reads),
        misspelt=wrong,
    )
