"""Markings made by hand, for the tests of the reports: no model, the words told by the essay's own."""

from __future__ import annotations

import re

from rubric.marking import (
    Checked,
    Claim,
    Comment,
    EssayRead,
    Evidence,
    Feedback,
    Level,
    MadeBy,
    Marking,
    Notice,
    PackUsed,
    PointFound,
    Remark,
    Slip,
    SourcePlace,
    Strand,
)

QUESTION = "How did relations between the USA and USSR change?"
ESSAY = (
    "The two powers quarrelled over Germany, but they talked at Geneva in July 1955.\n\n"
    "On August 15th 1961 the border was closed, because the refugees were leaving. János Kádár → Moscow’s man.\n\n"
    "In the end relations were safer, and both leaders drew back from war."
)
HOSTILE = (
    "<script>alert('x')</script> **bold** [link](http://example.org) # head & \"quoted\".\n\n"
    "\u202eRTL\u202c \u200fmarks 🚀😀 and a NUL\x00, a bell\x07, an escape \x1b[31m and \ufffe\ud800.\n\n"
    f"{'x' * 10_000} On August 15th 1961 the border was closed. {{{{braces}}}} %s \\n </main>"
)
SOURCE = SourcePlace(source="us-state", where="para. 5", title="US Office of the Historian, The Berlin Crises")
STATEMENTS = {"covered": "The Wall made Berlin calmer.", "partial": "Geneva settled nothing.", "missing": "Cuba was lowest."}
STRAND = Strand(
    name="Focus",
    stage="analytical, partly supported",
    lifts=(Remark(code="a", text="It opens on a claim.", start=0, end=14),),
    holds=(),
)
LEVEL = Level(
    scheme="aqa-7042",
    low=2,
    high=3,
    reasons=("Not lower: evidence is exact.", "Two markers can differ."),
    abstained=None,
    not_assessed=("AO2", "AO3"),
    strands=(STRAND,),
)
TEACHERS = (*STATEMENTS.values(), STRAND.stage, "most like Level 2", "Not lower: evidence is exact.", "Two markers can differ.")


def spot(text: str, words: str) -> tuple[int, int]:
    """Where words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def slip(text: str, words: str, severity: str = "error") -> Slip:
    """A slip on these words."""
    start, end = spot(text, words)
    return Slip(
        id=f"wall.when=a#{start}", claim_id=f"wall.when=a#{start}", kind="day", severity=severity, effect="note", paragraph=2,
        start=start, end=end, text=words, claim="the border closed", should_be="13 August 1961", accepted="1961-08-13",
        fact="wall.when", confidence=0.9, heading="Correct the day", source=SOURCE,
        message=f"You give {words}. The border was closed on 13 August 1961.",
    )  # fmt: skip


def point(text: str, status: str, words: str | None) -> PointFound:
    """A point with this status, its evidence these words."""
    places = () if words is None else (spot(text, words),)
    return PointFound(
        id=f"a-{status}", label=f"Topic {status}", statement=STATEMENTS[status], importance="core", status=status, score=0.5,
        evidence=tuple(Evidence(start=a, end=b, text=text[a:b]) for a, b in places), why=(),
        question=f"What of the {status}?", sources=(SOURCE,),
    )  # fmt: skip


def claim(text: str, words: str, verdict: str) -> Claim:
    """A claim of these words."""
    start, end = spot(text, words)
    return Claim(id=f"{words}#1", start=start, end=end, text=words, fact=None, value="a", verdict=verdict, source=SOURCE)


def marked(
    text: str = ESSAY,
    slips: tuple[str, ...] = ("August 15th 1961",),
    partial: str | None = None,
    covered: str | None = None,
    **changed: object,
) -> Marking:
    """The marking of a text: its slips, what is partial and covered, by their words."""
    blocks = [(found.start(), found.end()) for found in re.finditer(r"(?s).+?(?=\n\n|\Z)", text) if found[0].strip()]
    blocks = [(end - len(text[start:end].lstrip()), end) for start, end in blocks]
    points = [point(text, "missing", None)]
    points += [point(text, "partial", partial)] if partial else []
    points += [point(text, "covered", covered)] if covered else []
    claims = [claim(text, words, "disagrees") for words in slips]
    claims += [claim(text, "July 1955", "agrees")] if "July 1955" in text else []
    plain = Marking(
        made_by=MadeBy(marginalia="0", encoder="e", parser="p", pack_sha="0"),
        essay=EssayRead(name="mine.txt", words=40, paragraphs=len(blocks), sentences=3, text=text),
        pack=PackUsed(id="a", version="1", title="USA and USSR, 1955–62"),
        notices=(Notice(code="repeated", start=0, end=0, message="A notice."),),
        points=tuple(points),
        claims=tuple(claims),
        slips=tuple(slip(text, words) for words in slips),
        checked=Checked(claims=len(claims), agrees=len(claims) - len(slips), disagrees=len(slips), not_in_pack=0),
        structure={"paragraphs": [{"start": start, "end": end} for start, end in blocks]},
        level=LEVEL,
        feedback=Feedback(
            went_well=(Comment(code="well", text="You argue this.", start=blocks[0][0], end=blocks[0][0] + 9, about=""),),
            even_better_if=(Comment(code="better", text="Say why.", start=0, end=0, about=""),),
            next_steps=(Comment(code="step", text="Correct the fact.", start=0, end=0, about=""),),
        ),
    )
    return plain.model_copy(update=changed)
