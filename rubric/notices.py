"""What a reader must know before the rest: too short, another language, another question, set aside, a list, a repetition.

In: an essay and a pack.  Out: Notices, each with the stretch it is about (0, 0 for the whole text).
Off topic means that hardly anything of the pack is named, under one event or person in 200 words.
"""

from __future__ import annotations

from collections.abc import Iterator

from rubric.data import data, threshold
from rubric.essay import Essay
from rubric.marking import Notice, NoticeCode
from rubric.wording import say

QUOTE = 60


def notices(essay: Essay) -> list[Notice]:
    """The notices of an essay, the whole text's first."""
    found = list(_of_whole(essay))
    if essay.set_aside:
        first, last = essay.set_aside[0], essay.set_aside[-1]
        found.append(_notice("set_aside", first.start, last.end, quote=quote(essay.text[first.start : last.end])))
    seen: set[str] = set()
    for block in essay.paragraphs:
        key = " ".join(block.text.lower().split())
        if key in seen and len(key.split()) >= threshold("repeated_words"):
            found.append(_notice("repeated", block.start, block.end, quote=quote(block.text)))
        seen.add(key)
    return found


def _of_whole(essay: Essay) -> Iterator[Notice]:
    words = essay.words
    if words < threshold("least_words"):
        yield _notice("too_short", 0, 0, words=words)
    if words >= threshold("language_words") and _english(essay) < threshold("english_share"):
        yield _notice("other_language", 0, 0)
    elif words >= threshold("least_words") and _named(essay) * threshold("words_to_a_name") < words:
        yield _notice("off_topic", 0, 0)
    if words >= threshold("least_words") and _listed(essay):
        yield _notice("list_not_prose", 0, 0)


def _notice(code: NoticeCode, start: int, end: int, **names: object) -> Notice:
    return Notice(code=code, start=start, end=end, message=say("notices", code, **names))


def quote(text: str) -> str:
    """The first words of a stretch."""
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTE else flat[:QUOTE].rsplit(" ", 1)[0] + " …"


def _english(essay: Essay) -> float:
    """The share of the words that are among the commonest of English."""
    common = set(data("language")["english"])
    norms = [word.norm for read in essay.sentences for word in read.words]
    return sum(norm in common for norm in norms) / len(norms) if norms else 0.0


def _named(essay: Essay) -> int:
    return sum(len({(mention.kind, mention.ids) for mention in read.mentions}) for read in essay.sentences)


def _listed(essay: Essay) -> bool:
    """True where most lines are bullets or stubs of a few words."""
    lines = [line.strip() for block in essay.paragraphs for line in block.text.split("\n") if line.strip()]
    stubs = sum(line[:1] in "-*•–·" or len(line.split()) < threshold("stub_words") for line in lines)
    return len(lines) >= threshold("list_lines") and stubs / len(lines) > 0.5
