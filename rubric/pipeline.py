"""The stages of marking, in order. Read this first.

    text -> what text recognition spoilt read as what it is -> essay (paragraphs, sentences, names and times read)
      -> facts: findings with verdicts, slips with corrections       (no embeddings on this line)
      -> coverage: points made, with the student's own sentence
      -> structure -> level range -> feedback -> one Marking

The costly steps, parsing and encoding, run once and are handed on. With `facts_only` nothing is encoded at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version

from reference.pack import Pack
from reference.reading.lexicon import Lexicon, lexicon
from reference.reading.mending import mended
from reference.reading.ocr import edits
from reference.reading.parser import PARSER
from rubric.arguing import argues
from rubric.essay import Essay, read_essay
from rubric.feedback import feedback
from rubric.level import level
from rubric.marking import (
    UNJUDGED,
    Checked,
    Claim,
    Effect,
    EssayRead,
    Evidence,
    Feedback,
    MadeBy,
    Marking,
    Notice,
    PackUsed,
    PointFound,
    Slip,
    SourcePlace,
)
from rubric.memory import Memory
from rubric.mended import as_written, unaccused
from rubric.notices import notices
from rubric.observations import observations
from rubric.pasted import pasted_sources
from rubric.slips.anaphora import resolved
from rubric.slips.claims import Finding
from rubric.slips.dates import date_findings
from rubric.slips.delegates import delegate_findings
from rubric.slips.elsewhere import elsewhere_findings
from rubric.slips.figures import figure_findings
from rubric.slips.leaders import leader_findings
from rubric.slips.lifetimes import lifetime_findings
from rubric.slips.membership import membership_findings
from rubric.slips.mistakes import mistake_findings
from rubric.slips.offices import office_findings
from rubric.slips.order import order_findings
from rubric.slips.places import place_findings
from rubric.slips.roles import role_findings
from rubric.slips.sequel import sequel_findings
from rubric.slips.spelling import spelling_findings
from rubric.slips.works import work_findings
from rubric.strands import strands
from rubric.structure import structure
from rubric.targets import Marked
from rubric.wording import slip_words, source_place

try:
    VERSION = version("marginalia")
except PackageNotFoundError:  # run from a checkout that is not installed
    VERSION = "0"

BREAKING = {"order", "polarity", "attribution", "membership"}


def mark_text(text: str, pack: Pack, scheme: str, *, name: str, facts_only: bool, memory: Memory | None = None) -> Marking:
    """Mark one text. Raises ParserError or EncoderError where a model is missing."""
    known = lexicon(pack)
    memory = memory or Memory()
    read = mended(text, edits(text, known.proper))
    essay = read_essay(read.text, known, name, memory.parsed)
    findings = unaccused(read_facts(essay, pack, known), essay, read)
    claims, slips = _numbered(essay, findings, pack)
    checked = Checked.of(claims)
    said = [*notices(essay), *pasted_sources(essay, pack)]
    points = () if facts_only else _points(essay, pack, said, memory)
    seen = structure(essay, pack)
    remarks = observations(essay, seen, pack)
    errors = sum(slip.severity == "error" for slip in slips)
    judged = not facts_only and essay.sentences and not UNJUDGED & {notice.code for notice in said}
    placed = strands(seen, essay.words, errors)
    marked = Marked(essay, points, slips, seen, placed, pack)
    marking = Marking(
        made_by=_made_by(pack, facts_only),
        essay=EssayRead(
            name=name, words=essay.words, paragraphs=len(essay.paragraphs), sentences=len(essay.sentences), text=read.text
        ),
        pack=PackUsed(id=pack.about.id, version=pack.about.version, title=pack.about.title),
        notices=tuple(said),
        points=tuple(points),
        claims=tuple(claims),
        slips=tuple(slips),
        checked=checked,
        structure={**seen.as_data(), "observations": [remark.as_data() for remark in remarks]},
        level=None if facts_only else level(essay, seen, placed, remarks, said, scheme),
        feedback=feedback(marked, remarks) if judged else Feedback(),
    )
    return as_written(marking, read)


def read_facts(essay: Essay, pack: Pack, known: Lexicon) -> list[Finding]:
    """Every checkable claim of an essay, in reading order: a new kind of slip is one more line here."""
    essay = replace(essay, sentences=tuple(resolved(essay.sentences, pack)))
    findings = [
        *date_findings(essay, pack),
        *figure_findings(essay, pack, known),
        *office_findings(essay, pack),
        *leader_findings(essay, pack),
        *role_findings(essay, pack),
        *delegate_findings(essay, pack),
        *place_findings(essay, pack),
        *elsewhere_findings(essay, pack, known),
        *order_findings(essay, pack),
        *sequel_findings(essay, pack),
        *lifetime_findings(essay, pack),
        *membership_findings(essay, pack),
        *work_findings(essay, pack),
        *mistake_findings(essay, pack, known),
        *spelling_findings(essay, pack),
    ]
    return sorted(_once(findings, pack), key=lambda finding: (finding.start, finding.end, finding.fact or ""))


def _once(findings: Sequence[Finding], pack: Pack) -> list[Finding]:
    """The findings, each slip told once: a known mistake gives way to a slip on the same words, but an order to a mistake.

    Of two slips on exactly the same words the first is told.
    """
    wrong = [finding for finding in findings if finding.slip and finding.slip.severity != "spelling"]
    known = [finding for finding in findings if finding.fact in pack.mistakes]
    others = [finding for finding in wrong if finding not in known and finding.slip and finding.slip.kind != "order"]

    def told(finding: Finding) -> bool:
        if finding.slip is None:
            return False
        rivals = others if finding in known else known if finding.slip.kind == "order" else []
        return any(one.start < finding.end and finding.start < one.end for one in rivals)

    marked: set[tuple[int, int]] = set()
    kept = []
    for finding in findings:
        place = (finding.start, finding.end)
        if told(finding) or (finding in wrong and place in marked):
            continue
        marked |= {place} if finding in wrong else set()
        kept.append(finding)
    return kept


def _points(essay: Essay, pack: Pack, said: Sequence[Notice], memory: Memory) -> tuple[PointFound, ...]:
    from reference.reading.encoder import encode, encoder_name
    from rubric.coverage import Found, coverage
    from rubric.heads import heads_of

    if not pack.points:  # a draft that has none yet
        return ()
    if UNJUDGED & {notice.code for notice in said}:
        found = [Found(point, "missing", 0.0, (), ()) for point in pack.points]
    else:
        found = coverage(essay, pack, heads_of(pack, encoder_name()), partial(encode, encoded=memory.encoded))
    return tuple(
        PointFound(
            id=point.id,
            label=point.label,
            statement=point.statement,
            importance=point.importance,
            status=judged.status,
            score=judged.score,
            evidence=tuple(Evidence(start=a, end=b, text=essay.text[a:b]) for a, b in judged.evidence),
            why=judged.why,
            question=point.question,
            sources=tuple(source_place(pack, citation) for citation in point.sources),
        )
        for judged in found
        for point in (pack.points[judged.point],)
    )


def _numbered(essay: Essay, findings: Sequence[Finding], pack: Pack) -> tuple[list[Claim], list[Slip]]:
    """Findings as the contract's claims and slips; an id is the fact, the value and an ordinal, and survives edits."""
    count: Counter[str] = Counter()
    claims, slips = [], []
    for finding in findings:
        key = f"{finding.fact or 'not-in-pack'}={finding.value}"
        count[key] += 1
        claim_id = f"{key}#{count[key]}"
        if finding.slip is not None and finding.slip.severity == "spelling":
            slips.append(_slip(essay, finding, claim_id, pack))
            continue
        claims.append(
            Claim(
                id=claim_id,
                start=finding.start,
                end=finding.end,
                text=finding.text,
                fact=finding.fact,
                value=finding.value,
                verdict=finding.verdict,
                source=_source(finding, pack),
            )
        )
        if finding.slip is not None:
            slips.append(_slip(essay, finding, claim_id, pack))
    return claims, slips


def _source(finding: Finding, pack: Pack) -> SourcePlace | None:
    """What a claim was compared with: the source of its slip, else of the event, alliance or person whose fact it is."""
    if finding.slip is not None:
        return source_place(pack, finding.slip.source)
    name = (finding.fact or "").partition(".")[0]
    entry = pack.events.get(name) or pack.alliances.get(name) or pack.people.get(name)
    return source_place(pack, entry.source) if entry is not None else None


def _slip(essay: Essay, finding: Finding, claim_id: str, pack: Pack) -> Slip:
    slip = finding.slip
    assert slip is not None and finding.fact is not None
    heading, message = slip_words(finding)
    return Slip(
        id=claim_id,
        claim_id=claim_id,
        kind=slip.kind,
        severity=slip.severity,
        effect=_effect(essay, finding),
        paragraph=essay.sentences[finding.sentence].sentence.paragraph + 1,
        start=finding.start,
        end=finding.end,
        text=finding.text,
        claim=f"{slip.what}: {finding.text}",
        should_be=slip.right,
        accepted=slip.accepted,
        fact=finding.fact,
        confidence=slip.confidence,
        heading=heading,
        message=message,
        source=source_place(pack, slip.source),
    )


def _effect(essay: Essay, finding: Finding) -> Effect:
    """What a slip does: nothing to a sentence that only tells; where the sentence argues it weakens the evidence, and a
    wrong order, side or doer breaks the argument. Judged by words alone, so that facts come out the same everywhere."""
    slip = finding.slip
    if slip is None or slip.severity != "error" or not argues(essay.sentences[finding.sentence]):
        return "note"
    return "breaks" if slip.kind in BREAKING else "weakens"


def _made_by(pack: Pack, facts_only: bool) -> MadeBy:
    from reference.reading.encoder import encoder_name, is_default

    return MadeBy(
        marginalia=VERSION,
        encoder=None if facts_only else encoder_name(),
        parser=PARSER,
        pack_sha=pack.sha,
        calibrated=facts_only or (is_default() and bool(pack.banks)),
    )
