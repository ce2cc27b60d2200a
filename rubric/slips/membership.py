"""Compare the members that an essay gives to an alliance with the pack's.

In: an essay and a pack.  Out: Findings, one for each state of a list of members, and for each state that is said to join.
A state that never belonged is wrong; a member is wrong only where the sentence gives a year in which it did not belong.
States that the pack does not list are not judged, nor is what the sentence excepts ("all but", "outside", "not").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reference.pack import Alliance, Pack
from reference.reading.clauses import SUBJECTS, apart, clause_head, doers, has_subject, top
from reference.reading.mentions import Mention
from reference.reading.words import fold, stem
from reference.spans import Days, days, in_words
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.slips.claims import SURE, Finding, Slip
from rubric.slips.voice import asserted, denied
from rubric.wording import say

EXCEPTED = re.compile(
    r"\b(?:not|except|excepting|without|outside|but|apart from|other than|excluding|unlike|against|even|from|to|with|of|than|"
    r"neither|nor|invaded?|neutral|leave|left|quit|leaving|wanted|tried)\s+(?:the\s+|for\s+)?$",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"(?:[,;:\s]|\band\b|\bthe\b|\bincluding\b|\bplus\b|[A-Z][\w’'-]*|\bother\b|\beastern\b|\bstates\b)*")
LEADS = re.compile(
    r"(?:members?|states?|countries|nations|together|included?|including|of|signatories)\W+(?:were\s+|was\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
MAKES = re.compile(r"\s+(?:and\s+the\s+\w+\s+)?(\w+)\s+(?:up\s+)?(?:the\s+|their\s+)?(?:\w+\s+)?")


def membership_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The members that an essay gives to the pack's alliances, in reading order."""
    for read in essay.sentences:
        alliances = [m for m in read.mentions if m.kind == "alliance" and len(m.ids) == 1]
        if not alliances:
            continue
        runs = _runs(read, _states(read, pack))
        listed = _listed(read, runs)
        for state in listed:
            run = next(one for one in runs if state in one)
            alliance = pack.alliances[(_founded(read, alliances, run) or _nearest(read, alliances, state)).ids[0]]
            finding = _finding(read, state, alliance, pack, _year(read, state.start))
            if finding is not None:
                yield finding
        for mention in alliances:
            for state in _joining(read, mention, pack):
                finding = _finding(read, state, pack.alliances[mention.ids[0]], pack, None) if state not in listed else None
                if finding is not None:
                    yield finding


def _founded(read: Read, alliances: list[Mention], run: list[Mention]) -> Mention | None:
    """The alliance that a list of states is said to make: "Poland, Hungary and the others formed the Warsaw Pact"."""
    base, making = read.sentence.start, stems("verbs", "founds") | stems("verbs", "unites") | stems("verbs", "joins")
    for mention in alliances:
        verb = clause_head(read.sentence, mention.head)
        doing = [read.sentence.tokens[i].start for i in doers(read.sentence, verb)]
        named = any(state.start <= start < state.end for state in run for start in doing)
        if named and stem(fold(read.sentence.tokens[verb].text)) in making:
            return mention
        between = MAKES.fullmatch(read.sentence.text[run[-1].end - base : mention.start - base])
        if between is not None and stem(fold(between[1])) in making:
            return mention
    return None


def _nearest(read: Read, alliances: list[Mention], state: Mention) -> Mention:
    """The alliance whose members a list gives: the last that is named before it, else the first after it.

    One of the same clause comes first: "Spain joined NATO, and Poland, Hungary and Romania made the Warsaw Pact".
    """
    pool = [m for m in alliances if not apart(read.sentence, m.head, state.head)] or alliances
    before = [m for m in pool if m.end <= state.start]
    return before[-1] if before else pool[0]


def _states(read: Read, pack: Pack) -> list[Mention]:
    return [m for m in read.mentions if m.kind == "place" and pack.places[m.ids[0]].kind == "state"]


def _listed(read: Read, runs: list[list[Mention]]) -> list[Mention]:
    """The states that the sentence lists as members."""
    found: list[Mention] = []
    for run in runs:
        before = read.sentence.text[: run[0].start - read.sentence.start]
        verb = stem(fold(read.sentence.tokens[clause_head(read.sentence, run[0].head)].text))
        tied = verb in stems("verbs", "unites") or _nearest_verb(read, run[0]) & stems("verbs", "unites")
        if len(run) >= 2 and (tied or LEADS.search(before)):
            found.extend(run)
    return [s for s in found if not _excepted(read, s) or s is found[0]]


def _joining(read: Read, alliance: Mention, pack: Pack) -> list[Mention]:
    """The states that are said to join: when they did is an event's date, so only states that never did are wrong."""
    place = top(read.sentence, alliance.start, alliance.end)
    if place is None:
        return []
    token = read.sentence.tokens[place]
    above = token.head if token.dep == "dobj" else read.sentence.tokens[token.head].head
    verb = clause_head(read.sentence, place)
    if above != verb:  # "joined NATO", "acceded to NATO", not "joined in blaming NATO"
        return []
    if stem(fold(read.sentence.tokens[verb].text)) not in stems("verbs", "joins"):
        return []
    starts = [read.sentence.tokens[i].start for i in doers(read.sentence, verb)]
    return [s for s in _states(read, pack) if any(s.start <= start < s.end for start in starts)]


def _excepted(read: Read, state: Mention) -> bool:
    return EXCEPTED.search(read.sentence.text[: state.start - read.sentence.start]) is not None


def _nearest_verb(read: Read, state: Mention) -> set[str]:
    """The stems of the words the state hangs on, up to its clause's verb."""
    return {stem(fold(read.sentence.tokens[i].text)) for i in read.sentence.ancestors(state.head)}


def _runs(read: Read, states: list[Mention]) -> list[list[Mention]]:
    """States that follow each other with nothing but commas, "and" and names between them."""
    runs: list[list[Mention]] = []
    for state in states:
        if runs:
            between = read.sentence.text[runs[-1][-1].end - read.sentence.start : state.start - read.sentence.start]
            if BETWEEN.fullmatch(between) and not _is_subject(read, state):
                runs[-1].append(state)
                continue
        runs.append([state])
    return runs


def _is_subject(read: Read, state: Mention) -> bool:
    """True where a state opens a clause of its own: ", and the Soviets answered"."""
    place = top(read.sentence, state.start, state.end)
    return place is not None and read.sentence.tokens[place].dep in SUBJECTS


def _finding(read: Read, state: Mention, alliance: Alliance, pack: Pack, when: Days | None) -> Finding | None:
    sentence = read.sentence
    head = clause_head(sentence, state.head)
    # "Austria became free but joined neither": a joined verb without a subject speaks of the same state.
    verbs = [head, *(t.i for t in sentence.tokens if t.dep == "conj" and t.head == head and not has_subject(sentence, t.i))]
    if any(denied(sentence, verb) for verb in verbs) or not asserted(sentence, head, state.start):
        return None
    fact = f"{alliance.id}.members"
    name = pack.places[state.ids[0]].name
    terms = [days(member.when) for member in alliance.members if member.state in state.ids]
    if set(state.ids) & set(alliance.never) and not terms:
        right = say("right", "member", state=name, alliance=alliance.name)
        return _wrong(state, sentence.index, fact, right, alliance)
    if terms and (when is None or any(term.meets(when) for term in terms)):
        return Finding(state.start, state.end, state.text, sentence.index, fact, state.ids[0], "agrees")
    if not terms or when is None:
        return None
    spans = [in_words(member.when) for member in alliance.members if member.state in state.ids]
    right = say("right", "member_then", state=name, alliance=alliance.name, when=", ".join(spans))
    return _wrong(state, sentence.index, fact, right, alliance)


def _year(read: Read, before: int) -> Days | None:
    """The last date before a list, where the sentence says when the alliance was founded, signed or joined."""
    dated = [time for time in read.times if time.has_year and time.relation in ("at", "from") and time.end <= before]
    founding = {word.stem for word in read.words} & stems("verbs", "founds")
    return dated[-1].days if dated and founding else None


def _wrong(state: Mention, sentence: int, fact: str, right: str, alliance: Alliance) -> Finding:
    slip = Slip(
        kind="membership",
        severity="error" if alliance.confidence == "high" else "check",
        what=f"the members of {alliance.name}",
        right=right,
        accepted=", ".join(member.state for member in alliance.members),
        source=alliance.source,
        confidence=SURE[alliance.confidence],
    )
    return Finding(state.start, state.end, state.text, sentence, fact, state.ids[0], "disagrees", slip)
