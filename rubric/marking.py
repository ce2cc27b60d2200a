"""The result of marking one essay: the JSON contract `marginalia/marking@1`, as types.

Every finding carries `start` and `end`, Python string offsets into `essay.text`, and `text` is always that stretch.
Screens, text and files are all written from one Marking. Adding a key is fine; changing one needs a new schema number.
Judges nothing: `rubric.pipeline` fills it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA = "marginalia/marking@1"

Status = Literal["covered", "partial", "missing"]
Verdict = Literal["agrees", "disagrees", "not_in_pack"]
Severity = Literal["error", "check", "spelling"]
Effect = Literal["note", "weakens", "breaks"]
NoticeCode = Literal[
    "off_topic", "set_aside", "other_language", "too_short", "list_not_prose", "pasted_source", "repeated", "other_pack"
]
# With one of these, what the essay says is not compared with the points.
UNJUDGED: frozenset[NoticeCode] = frozenset({"off_topic", "other_language"})
SlipKind = Literal[
    "day", "month", "year", "decade", "duration", "order", "person", "office",
    "place", "figure", "attribution", "membership", "polarity", "name", "other",
]  # fmt: skip


class Part(BaseModel):
    """The base of every part of a marking: frozen, and no key that the contract does not name."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class MadeBy(Part):
    """What produced the marking, exactly: two markings with the same `made_by` and text are the same bytes.

    `calibrated` is False where points were judged with another model than the one that the thresholds were fitted on.
    """

    marginalia: str
    encoder: str | None
    parser: str
    pack_sha: str
    calibrated: bool = True


class EssayRead(Part):
    """The essay as it was read. `words`, `paragraphs` and `sentences` leave out what was set aside."""

    name: str
    words: int
    paragraphs: int
    sentences: int
    text: str


class PackUsed(Part):
    """The pack that the essay was compared with."""

    id: str
    version: str
    title: str = ""


class Notice(Part):
    """Something the reader must know before the rest, e.g. that the end of a paste was set aside."""

    code: NoticeCode
    start: int
    end: int
    message: str


class Evidence(Part):
    """A stretch of the essay that a finding rests on."""

    start: int
    end: int
    text: str


class SourcePlace(Part):
    """A source and the place in it. `title` is how it is printed; `checked` is False for general knowledge."""

    source: str
    where: str
    title: str = ""
    checked: bool = True


class PointFound(Part):
    """How far the essay makes one point. `score` is the probability that it is covered, whatever the status."""

    id: str
    label: str
    statement: str
    importance: Literal["core", "strong"]
    status: Status
    score: float
    evidence: tuple[Evidence, ...]
    why: tuple[str, ...]
    question: str
    sources: tuple[SourcePlace, ...]


class Claim(Part):
    """A checkable statement that the essay makes, and how it stands to the pack; `source` is what it was compared with."""

    id: str
    start: int
    end: int
    text: str
    fact: str | None
    value: str
    verdict: Verdict
    source: SourcePlace | None = None


class Slip(Part):
    """A claim that disagrees, with what is right and where that can be read. `heading` says what to do, in three words."""

    id: str
    claim_id: str
    kind: SlipKind
    severity: Severity
    effect: Effect
    paragraph: int
    start: int
    end: int
    text: str
    claim: str
    should_be: str
    accepted: str
    fact: str
    confidence: float
    heading: str
    message: str
    source: SourcePlace


class Checked(Part):
    """How many claims were read, and how they came out."""

    claims: int
    agrees: int
    disagrees: int
    not_in_pack: int

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Checked:
        """The counts of these claims."""
        verdicts = Counter(claim.verdict for claim in claims)
        return cls(
            claims=verdicts.total(),
            agrees=verdicts["agrees"],
            disagrees=verdicts["disagrees"],
            not_in_pack=verdicts["not_in_pack"],
        )


class Remark(Part):
    """What was remarked of the sentence at these offsets."""

    code: str
    text: str
    start: int
    end: int


class Strand(Part):
    """One strand of a mark scheme: the stage that the essay has reached in words, and what lifts it and holds it down."""

    name: str
    stage: str
    lifts: tuple[Remark, ...]
    holds: tuple[Remark, ...]


class Level(Part):
    """A band of a mark scheme, as a range with reasons; `abstained` says why there is none.

    `by_teacher` is True where it is the teacher's own: one level, and final.
    """

    scheme: str
    low: int | None
    high: int | None
    reasons: tuple[str, ...]
    abstained: str | None
    not_assessed: tuple[str, ...]
    strands: tuple[Strand, ...] = ()
    by_teacher: bool = False


class Comment(Part):
    """One line of feedback, tied to the words it is about (start and end are 0 where it is about the whole essay)."""

    code: str
    text: str
    start: int
    end: int
    about: str


class Feedback(Part):
    """What went well, even better if, and the next steps in order of gain."""

    went_well: tuple[Comment, ...] = ()
    even_better_if: tuple[Comment, ...] = ()
    next_steps: tuple[Comment, ...] = ()


class TeacherComment(Part):
    """A comment that a teacher put to a stretch of the essay, or to all of it (0 to 0)."""

    id: str
    text: str
    start: int
    end: int


class Marking(Part):
    """The whole result for one essay. `teacher_comments` are there once a teacher has reviewed it."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    made_by: MadeBy
    essay: EssayRead
    pack: PackUsed
    notices: tuple[Notice, ...]
    points: tuple[PointFound, ...]
    claims: tuple[Claim, ...]
    slips: tuple[Slip, ...]
    checked: Checked
    structure: dict[str, Any]
    level: Level | None
    feedback: Feedback
    teacher_comments: tuple[TeacherComment, ...] = ()

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, hide_input_in_errors=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """The marking as one JSON object, keys in the contract's order, the same bytes for the same text."""
        return self.model_dump_json(by_alias=True, indent=indent)


def spanned(value: Any) -> Iterator[dict[str, Any]]:
    """Every part of a marking's plain data that has a start and an end, each before what stands in it."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield value
        for inner in value.values():
            yield from spanned(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spanned(inner)
