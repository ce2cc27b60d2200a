"""The types of everything a pack knows: sources, events, people, points.

These are the shapes of the YAML files under `facts/` and `packs/`; an unknown key is refused.
Facts belong to an area (`facts/cold-war`) and are shared; a pack is one question over one or more areas.
Dates are EDTF strings. Does not read files: `reference.loading` does, and adds file and line to every fault.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from reference.spans import days

GENERAL_KNOWLEDGE = "general-knowledge"

Confidence = Literal["high", "medium", "low"]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _edtf(value: str) -> str:
    days(value)
    return value


Edtf = Annotated[str, AfterValidator(_edtf)]


def _cue(value: str) -> str:
    if not any(group[0] not in "-~" for group in value.split()):
        raise ValueError(f"{value!r} names no act: begin it with the verb or noun of what happened")
    return value


# A way of telling an entry without naming it; `reference.reading.lexicon` says how it is matched.
CueText = Annotated[str, AfterValidator(_cue)]


class Entry(BaseModel):
    """The base of every YAML shape: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Citation(Entry):
    """Where a statement can be read. `from: general-knowledge` has not been checked against a document."""

    source: Id = Field(alias="from")
    where: str = ""

    @property
    def checked(self) -> bool:
        """True where a document that was read says it."""
        return self.source != GENERAL_KNOWLEDGE


UNCHECKED = Citation.model_validate({"from": GENERAL_KNOWLEDGE})


class Source(Entry):
    """A document: who wrote it, how far to trust it, and when it was read for the pack."""

    id: Id
    title: Text
    author: str = ""
    publisher: str = ""
    published: str = ""
    licence: str = ""
    kind: Literal["reference", "article", "study-notes", "knowledge"]
    trust: Literal["high", "medium", "low"]
    read: str = ""
    file: str = ""
    note: str = ""


class Accepted(Entry):
    """Another right date. With `act`, it counts only where the essay names that act (words parted by |)."""

    when: Edtf
    act: str = ""
    why: Text


class Outdated(Entry):
    """A range of values that older books give: noted as `check`, never as an error."""

    low: float
    high: float
    why: Text


class Figure(Entry):
    """A number and what it counts. `low` and `high` are what standard works give, `exact` a count that has one value."""

    id: Id
    what: Text
    value: float
    low: float
    high: float
    unit: Text
    exact: bool = False
    cues: tuple[CueText, ...] = ()
    outdated: tuple[Outdated, ...] = ()
    says: Text
    confidence: Confidence = "high"
    source: Citation | None = None
    note: str = ""


class SlipExample(Entry):
    """A sentence with its wrong words between << and >>, and what the correction must offer."""

    text: Text
    says: Text


class NotYet(Entry):
    """A known miss (`want: slip`) or false alarm (`want: fine`): strict, so a test says when it is mended."""

    text: Text
    want: Literal["slip", "fine"]


class Examples(Entry):
    """An entry's own proof."""

    slip: tuple[SlipExample, ...] = ()
    fine: tuple[Text, ...] = ()
    not_yet: tuple[NotYet, ...] = ()


class Event(Entry):
    """Something dated. `also` names it; `cues` tell it (see `reference.reading.lexicon`).

    `bare` are cities that stand for it where the sentence shows that they do ("after Vienna", "at Geneva Eden said").

    `by` did it, `who` took part; where `closed`, nobody else can be named as taking part. `at` are the only places where
    it can be said to have happened (`where` is for the reader). `like` are events of the same sort that are taken for it by
    putting in the wrong person: where the date fits one of those, it is the person that is wrong.
    """

    id: Id
    name: Text
    bare: tuple[Text, ...] = ()
    also: tuple[Text, ...] = ()
    cues: tuple[CueText, ...] = ()
    happened: Text
    when: Edtf
    accept: tuple[Accepted, ...] = ()
    tier: Literal["core", "supporting", "context"]
    where: tuple[Text, ...] = ()
    at: tuple[Id, ...] = ()
    by: tuple[Id, ...] = ()
    who: tuple[Id, ...] = ()
    closed: bool = False
    like: tuple[Id, ...] = ()
    figures: tuple[Figure, ...] = ()
    significance: str = ""
    mistakes: tuple[Text, ...] = ()
    note: str = ""
    confidence: Confidence
    source: Citation
    examples: Examples = Examples()


class Telling(Entry):
    """How students tell an event without naming it, a clause each, without its date; `id` is the event's."""

    id: Id
    told: tuple[Text, ...]


class Place(Entry):
    """A state, region, city or site; `within` is the place that holds it. `also` has its people and adjectives too."""

    id: Id
    name: Text
    also: tuple[Text, ...] = ()
    kind: Literal["state", "region", "city", "site"]
    within: Id | None = None


class Office(Entry):
    """An office: `titles` are the ways of giving it, with and without its state, longest meaning first.

    Whoever holds one that `leads` can be said to lead, run or rule the state.
    """

    id: Id
    name: Text
    titles: tuple[Text, ...]
    state: Id
    leads: bool = False


class Term(Entry):
    """An office that a person held, and when."""

    office: Id
    when: Edtf


class Person(Entry):
    """A person, the names that essays use for them, their state, their offices of 1945-64, and when they died, if by then."""

    id: Id
    name: Text
    also: tuple[Text, ...] = ()
    state: Id | None = None
    offices: tuple[Term, ...] = ()
    died: Edtf | None = None
    note: str = ""
    source: Citation = UNCHECKED


class Member(Entry):
    """A state's time in an alliance; an open interval where it stayed."""

    state: Id
    when: Edtf


class Alliance(Entry):
    """An alliance or organisation. `members` is complete for 1945-64; `never` are states that essays put in by mistake."""

    id: Id
    name: Text
    also: tuple[Text, ...] = ()
    members: tuple[Member, ...]
    never: tuple[Id, ...] = ()
    source: Citation
    confidence: Confidence = "high"


class Work(Entry):
    """A book that essays cite, with its authors (ids of people) and year."""

    id: Id
    title: Text
    also: tuple[Text, ...] = ()
    by: tuple[Id, ...]
    year: Edtf


class Mistake(Entry):
    """A slip that students are known to make, with what is right.

    With `cues` it is looked for: a sentence that tells it and does not deny it is flagged, as an error where the verdict
    is `wrong`, else as a check. `says` is the right fact as a short clause.
    """

    id: Id
    kind: Literal[
        "polarity", "attribution", "person", "office", "place", "figure", "order", "membership", "name", "year", "other"
    ]
    verdict: Literal["wrong", "outdated", "imprecise", "overclaim", "contested", "outside-dates"]
    wrong: tuple[Text, ...]
    right: Text
    cues: tuple[CueText, ...] = ()
    says: str = ""
    event: Id | None = None
    confidence: Confidence
    source: Citation = UNCHECKED
    examples: Examples = Examples()


class View(Entry):
    """A historian's view in a few of our own words."""

    historian: Text
    work: Text
    view: Text


class PointEvent(Entry):
    """An event that serves a point, and how."""

    event: Id
    use: str = ""


class Point(Entry):
    """An argument an answer can make. `label` names the topic without giving the answer; `question` prompts for it."""

    id: Id
    label: Annotated[str, StringConstraints(min_length=1, max_length=48)]
    phase: Text
    kind: Literal["change", "continuity", "cause", "turning-point", "counter", "judgement"]
    importance: Literal["core", "strong"]
    statement: Text
    paraphrases: tuple[Text, ...] = ()
    question: Text
    events: tuple[PointEvent, ...] = ()
    named: tuple[Text, ...] = ()
    whole: bool = False
    nuance: str = ""
    views: tuple[View, ...] = ()
    mistakes: tuple[Id, ...] = ()
    sources: tuple[Citation, ...]
    confidence: Confidence


class Bank(Entry):
    """Passages in students' voices for a point (`id`): `made` argue it, `touched` only name or tell it, `near` do neither.

    They are the point's own proof, and what its recogniser is fitted on (`rubric.heads`).
    """

    id: Id
    made: tuple[Text, ...]
    touched: tuple[Text, ...]
    near: tuple[Text, ...]


class Quoted(Entry):
    """Words of a source document and their place. `against` marks those that disagree with the others."""

    source: Id = Field(alias="from")
    where: str = ""
    text: Text
    against: bool = False


class Support(Entry):
    """The passages that a drafted entry (`id`) stands on, for its reviewer; `conflict` says where they disagree."""

    id: Id
    of: Literal["point", "event", "person", "place"]
    passages: tuple[Quoted, ...]
    conflict: str = ""
    checked: bool = False


class Shingles(Entry):
    """`shingles.json`: for each source the hashes of its eight-word runs, salted; no text (`reference.reading.shingles`)."""

    salt: Text
    of: dict[Id, str]


class About(Entry):
    """`pack.yaml`: the question, its period, the fact areas and mark schemes that serve it.

    `subject` is what the question asks about, as it stands in a sentence ("which changed relations more"); `focus` are words
    that speak of it, a * standing for any ending; `measures` are yardsticks for judging it, as a student is offered them;
    `checked` counts the entries of a drafted pack that a person has been through.
    """

    id: Id
    title: Text
    version: Text
    question: Text
    subject: Text = "what the question asks about"
    focus: tuple[Text, ...] = ()
    measures: Text = "how much it changed, for whom, or for how long"
    period: Edtf
    facts: tuple[Id, ...]
    schemes: tuple[Id, ...]
    status: Literal["draft", "checked", "classroom"]
    authors: tuple[Text, ...]
    licence: Text
    expect: dict[Literal["points", "events"], int]
    checked: dict[Literal["points", "events", "people", "places"], int] = {}


class Pack(Entry):
    """Everything known for one question, loaded and checked. `sha` names the exact files."""

    about: About
    sources: dict[str, Source]
    events: dict[str, Event]
    tellings: dict[str, Telling] = {}
    people: dict[str, Person]
    offices: dict[str, Office]
    places: dict[str, Place]
    alliances: dict[str, Alliance]
    works: dict[str, Work]
    mistakes: dict[str, Mistake]
    points: dict[str, Point]
    banks: dict[str, Bank] = {}
    passages: dict[str, Support] = {}
    shingles: tuple[Shingles, ...] = ()
    sha: str

    def __hash__(self) -> int:
        return hash(self.sha)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pack) and other.sha == self.sha
