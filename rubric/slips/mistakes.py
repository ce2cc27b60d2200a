"""Find the slips that students are known to make, where a clause tells one and does not deny it.

In: an essay, a pack and its lexicon.  Out: Findings, one for each known mistake that a sentence makes.
These are the facts that are no date, name, place or figure: who agreed, who refused, what was a treaty, who had more.
A verdict of `wrong` is an error; `imprecise`, `outdated`, `overclaim` and `contested` are checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from reference.pack import Mistake, Pack
from reference.reading.clauses import clause_head, clause_tokens
from reference.reading.lexicon import Lexicon
from reference.reading.mentions import Mention, told
from reference.reading.words import words
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.slips.claims import SURE, Finding, Slip
from rubric.slips.voice import asserted, denied, intended

NEAR = 60  # characters
MOST_WORDS = 12  # a longer stretch is no mark under a word, so the act alone is marked


def mistake_findings(essay: Essay, pack: Pack, known: Lexicon) -> Iterator[Finding]:
    """The known mistakes of an essay, in reading order."""
    for read, before in essay.with_before():
        seen: set[str] = set()
        flagged: list[tuple[int, int]] = []  # two ways of telling one slip are one slip
        context = before.words if before else ()
        found = told(read.sentence, read.words, known.mistakes, context)
        if read.resolved is not None:
            found += told(read.sentence, read.resolved, known.mistakes, context)
        for mention in found:
            mistake = pack.mistakes[mention.ids[0]]
            if mistake.id in seen or any(mention.start < end and start < mention.end for start, end in flagged):
                continue
            if mistake.verdict == "outside-dates" or mistake.confidence == "low":
                continue
            head = clause_head(read.sentence, mention.head)
            if denied(read.sentence, head) or intended(read.sentence, mention.head) or _hedged(read, mention, mistake):
                continue
            if not asserted(read.sentence, head, mention.start):
                continue
            seen.add(mistake.id)
            flagged.append((mention.start, mention.end))
            yield _finding(read, mention, mistake)


def _hedged(read: Read, mention: Mention, mistake: Mistake) -> bool:
    """True where the clause, or a verb that it hangs on, speaks of what was hoped, feared, refused or only thought."""
    sentence = read.sentence
    head = clause_head(sentence, mention.head)
    places = {*clause_tokens(sentence, head), mention.head, *sentence.ancestors(mention.head)}
    starts = {sentence.tokens[i].start for i in places}
    own = {
        word.stem for cue in mistake.cues for group in cue.split() if group[0] != "-" for word in words(group.replace("_", " "))
    }
    hedges = stems("language", "hedges") - own
    # "Eisenhower's refusal, in Paris, to apologise": the noun may stand where the parse has no path to it.
    turned = stems("language", "refusals") - own
    if any(word.stem in turned and mention.start - NEAR < word.start < mention.end for word in read.words):
        return True
    return any(word.stem in hedges for word in read.words if word.start in starts)


def _finding(read: Read, mention: Mention, mistake: Mistake) -> Finding:
    start, end, text = mention.start, mention.end, mention.text
    if len(text.split()) > MOST_WORDS:
        token = read.sentence.tokens[mention.head]
        start, end, text = token.start, token.end, token.text
    slip = Slip(
        kind=mistake.kind,
        severity="error" if mistake.verdict == "wrong" and mistake.confidence == "high" else "check",
        what=mistake.says or mistake.right,
        right=mistake.says or mistake.right.rstrip("."),
        accepted=mistake.id,
        source=mistake.source,
        confidence=SURE[mistake.confidence],
    )
    return Finding(start, end, text, read.sentence.index, mistake.id, "told", "disagrees", slip)
