"""What a report says besides the essay itself, as plain text in sections: for Word and PDF, which are no HTML.

In: a Marking, the question, who reads.  Out: one Sheet.
A student gets prompts: no statement of a missing or partial point, and no level but the teacher's own. A teacher gets all.
Says nothing of how it looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rubric.marking import Claim, Comment, Marking, PointFound, Slip
from rubric.report.comments import overall
from rubric.report.facts import checked_line, silent_line
from rubric.report.quoting import in_context, paragraph_at, shortened
from rubric.report.summary import read_line, size_line, summary, unjudged
from rubric.wording import printed, say

FACTS_ONLY = None  # the encoder of a marking whose facts alone were checked
LONGEST = 160  # characters of the essay quoted in an entry


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a section: what it is called, the essay's words, what is said of them, and where that can be read."""

    name: str = ""
    quote: str = ""
    said: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its entries; `about` explains it in a few words, `numbered` entries are counted from 1."""

    code: str
    title: str
    about: str
    entries: tuple[Entry, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines at the top, the level where it may be shown, the sections in order, and the line at the foot."""

    question: str
    summary: str
    read: str
    notices: tuple[str, ...]
    level: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: str


def sheet(marking: Marking, question: str, reader: str) -> Sheet:
    """The sheet of a marking."""
    facts_only = marking.made_by.encoder is FACTS_ONLY
    size, pack = size_line(marking), marking.pack.title or marking.pack.id
    read = f"{marking.essay.name}: {size}." if facts_only else f"{marking.essay.name}: {size}. {read_line(marking)}"
    sections = [
        said_by_teacher(overall(marking)),
        *_feedback(marking),
        _strands(marking, reader),
        *_facts(marking),
        *_arguments(marking, reader),
    ]
    return Sheet(
        question=say("screen", "check", "title") if facts_only else question,
        summary=checked_line(marking) if facts_only else summary(marking),
        read=f"{read} {silent_line(marking)}".strip() if facts_only else read,
        notices=tuple(notice.message for notice in marking.notices),
        level=tuple(_level(marking, reader)),
        sections=tuple(section for section in sections if section.entries),
        foot=say("screen", "check" if facts_only else "next", "foot", pack=pack, version=marking.pack.version),
    )


def said_by_teacher(comments: Sequence[tuple[str, str]]) -> Section:
    """A teacher's comments that stand in no margin, with the words they quote."""
    return _section("teacher", "", [Entry(quote=quote, said=said) for quote, said in comments])


def _level(marking: Marking, reader: str) -> list[str]:
    """The reasons, each on a line, then the range, then what is not assessed, how far markers differ, and who decides."""
    found = marking.level
    if found is None or (reader != "teacher" and not found.by_teacher):
        return []
    if found.by_teacher:
        return [say("review", "given", level=found.low)]
    if found.low is None or found.high is None:
        return [found.abstained or ""]
    *reasons, reliability = found.reasons
    left_out = [say("screen", "level", "not_assessed", what=" and ".join(found.not_assessed))] if found.not_assessed else []
    quiet = " ".join([*left_out, reliability, say("screen", "level", "decides")])
    return [*reasons, say("level", "range", low=found.low, high=found.high), quiet]


def _feedback(marking: Marking) -> list[Section]:
    said = marking.feedback
    groups = (("went_well", said.went_well), ("even_better_if", said.even_better_if), ("next_steps", said.next_steps))
    return [
        Section(
            code,
            say("report", "sections", code),
            "",
            tuple(_comment(marking, comment, quoted=code != "next_steps") for comment in comments),
            numbered=code == "next_steps",
        )
        for code, comments in groups
    ]


def _strands(marking: Marking, reader: str) -> Section:
    """What lifts and what holds each strand, with the sentence; the stage it has reached is for a teacher."""
    entries = []
    for strand in marking.level.strands if marking.level else ():
        name = f"{strand.name}: {strand.stage}" if reader == "teacher" else strand.name
        for group, remarks in (("lifts", strand.lifts), ("holds", strand.holds)):
            for remark in remarks:
                said = f"{say('screen', 'strands', group)} {remark.text}"
                quote = _quoted(marking, marking.essay.text[remark.start : remark.end], remark.start)
                entries.append(Entry(name, quote, said))
                name = ""
    return Section("strands", say("screen", "strands", "title"), "", tuple(entries))


def _comment(marking: Marking, comment: Comment, *, quoted: bool) -> Entry:
    words = marking.essay.text[comment.start : comment.end] if quoted else ""
    return Entry(said=comment.text, quote=_quoted(marking, words, comment.start) if words.strip() else "")


def _quoted(marking: Marking, words: str, start: int) -> str:
    number = paragraph_at(marking, start)
    place = _at(number)
    return f"“{shortened(words, LONGEST)}”{place}"


def _at(number: int | None) -> str:
    """The paragraph of a quotation, its number never parted from the word."""
    return f" ({say('screen', 'words', 'paragraph').lower()}\u00a0{number})" if number else ""


def _facts(marking: Marking) -> list[Section]:
    claims: dict[str, list[Claim]] = {"not_in_pack": [], "agrees": [], "disagrees": []}
    for claim in marking.claims:
        claims[claim.verdict].append(claim)
    lacking = tuple(Entry(quote=_sentence(marking, claim.start, claim.end)) for claim in claims["not_in_pack"])
    lacking = tuple(dict.fromkeys(lacking))
    return [
        _section("slips", "", [_slip(marking, slip) for slip in marking.slips], numbered=True),
        _section("lacking", say("screen", "facts", "lacking_note"), lacking),
        _section("agreed", "", [Entry(source=_by_source(source, words)) for source, words in _sources(claims["agrees"])]),
    ]


def _section(code: str, about: str, entries: Sequence[Entry], *, numbered: bool = False) -> Section:
    return Section(code, say("report", "sections", code), about, tuple(entries), numbered)


def _slip(marking: Marking, slip: Slip) -> Entry:
    source = "" if slip.severity == "spelling" else printed(slip.source)
    effect = "" if slip.effect == "note" else f" {say('screen', 'facts', slip.effect)}"
    return Entry(slip.heading, _sentence(marking, slip.start, slip.end), slip.message + effect, source)


def _sentence(marking: Marking, start: int, end: int) -> str:
    """Words of the essay in their sentence."""
    quote, number = in_context(marking, start, end), paragraph_at(marking, start)
    place = _at(number)
    return f"“{' '.join(f'{quote.before}{quote.words}{quote.after}'.split())}”{place}"


def _sources(claims: Sequence[Claim]) -> list[tuple[str, list[str]]]:
    """The words that agree, by what they were compared with."""
    named: dict[str, list[str]] = {}
    for claim in claims:
        source = printed(claim.source) if claim.source is not None else say("screen", "facts", "no_source")
        named.setdefault(source, []).append(claim.text)
    return list(named.items())


def _by_source(source: str, words: Sequence[str]) -> str:
    listed = ", ".join(f"“{shortened(text, LONGEST)}”" for text in dict.fromkeys(words))
    return say("report", "of_source", source=source, words=listed)


def _arguments(marking: Marking, reader: str) -> list[Section]:
    """Partial first, then missing, then covered; a student is asked only for the points that most answers use."""
    if unjudged(marking):
        return []
    groups: dict[str, list[PointFound]] = {"partial": [], "missing": [], "covered": []}
    for point in sorted(marking.points, key=lambda point: point.importance != "core"):
        if point.status != "missing" or point.importance == "core" or reader == "teacher":
            groups[point.status].append(point)
    return [
        _section(status, say("screen", "arguments", status), [_point(marking, point, reader) for point in points])
        for status, points in groups.items()
    ]


def _point(marking: Marking, point: PointFound, reader: str) -> Entry:
    quote = next((_quoted(marking, evidence.text, evidence.start) for evidence in point.evidence), "")
    said = [point.question] if point.status != "covered" else []
    if reader != "teacher":
        return Entry(point.label, quote, " ".join(said))
    sources = "; ".join(printed(source) for source in point.sources)
    return Entry(point.label, quote, " ".join([*said, point.statement]), sources)
