"""Compare where an essay says that something happened, and what lies where, with the pack.

In: an essay and a pack.  Out: Findings, one for each place that stands with an event, or with a place that holds it.
A place agrees with an event if it is one of its places, or holds or lies in one. Only a place that stands under the
telling verb or the event's name, after in, at, near, outside, over, to or from, is compared, and only for events whose
places the pack knows to be all (`at`). "Peshawar in Iran" is compared with the map whatever it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reference.pack import UNCHECKED, Event, Pack
from reference.reading.clauses import apart, clause_head, top
from reference.reading.mentions import AS_EVENT, Mention
from reference.reading.moments import Time
from reference.reading.words import fold, stem
from reference.spans import days
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.slips.anchors import anchors_of
from rubric.slips.claims import SURE, Finding, Slip
from rubric.slips.telling import telling, tells_clause
from rubric.slips.voice import asserted, denied
from rubric.wording import say

WHERE = frozenset({"in", "at", "near", "outside", "over", "above", "inside"})
LISTED = re.compile(r"\s*,[^.;:]*?,?\s(?:and|or)\s")  # "Geneva, Hungary, the U-2 and the Wall"
INSIDE = re.compile(r"\s*,?\s+in\s+(?:the\s+)?|\s*,\s*")


def place_findings(essay: Essay, pack: Pack) -> Iterator[Finding]:
    """The places of an essay that can be compared, in reading order."""
    for read in essay.sentences:
        places = [mention for mention in read.mentions if mention.kind == "place"]
        if not places:
            continue
        done: set[int] = set()
        for mention in telling(read):
            if mention.kind != "event" or len(mention.ids) != 1 or not pack.events[mention.ids[0]].at:
                continue
            event = pack.events[mention.ids[0]]
            # Two dates are two tellings, and one right place acquits the others.
            if any(
                time.has_year and not time.fits(days(event.when)) and not _of_another(read, time, mention)
                for time in read.times
            ):
                continue
            right = [place for place in places if located(read, place) is not None and _at(place, event, pack)]
            if (
                mention.how == "cue"
                and not right
                and any(_put_aside(read, place) and _at(place, event, pack) for place in places)
            ):
                continue  # "Before Vienna Kennedy met de Gaulle in Paris"
            for place in right or places:
                if place.start in done or not _stands_with(read, mention, place):
                    continue
                finding = _of_event(read, place, event, pack)
                if finding is not None:
                    done.add(place.start)
                    yield finding
        yield from _within(read, places, pack)


def _put_aside(read: Read, place: Mention) -> bool:
    """True where a city after a word of time stands for what happened there, before or after what is told."""
    before = read.sentence.text[: place.start - read.sentence.start].split()
    return bool(before) and before[-1].lower() in AS_EVENT


def _of_another(read: Read, time: Time, mention: Mention) -> bool:
    """True where a date stands in a clause of its own, beside the telling's."""
    return apart(read.sentence, anchors_of(read.sentence, time)[0], mention.head)


def _stands_with(read: Read, event: Mention, place: Mention) -> bool:
    """True where the place hangs by a word of where on the telling verb, or on the event's name."""
    if event.start <= place.start < event.end and event.how == "name":
        return False
    sentence = read.sentence
    prep = located(read, place)
    if prep is None:
        return False
    above = sentence.tokens[prep].head
    name = top(sentence, event.start, event.end)
    if event.how == "name":
        if name is None:
            return False
        role = sentence.tokens[name].dep
        if above == name:
            return True
        return (
            above == sentence.tokens[name].head
            and role in ("nsubj", "nsubjpass", "dobj")
            and tells_clause(sentence, event, above)
        )
    outer = sentence.tokens[sentence.tokens[above].head].text.lower()
    if sentence.tokens[above].dep == "pobj" and outer in WHERE | {"from"}:  # "in camps in Mexico", "from an airfield in Norway"
        above = sentence.tokens[sentence.tokens[above].head].head
    if above == event.head or _set_off(read, prep, event):
        return True
    token = sentence.tokens[above]
    crowd = token.dep in ("nsubj", "nsubjpass") and stem(fold(token.text)) in stems("language", "crowds")
    if crowd and clause_head(sentence, above) == clause_head(sentence, event.head):
        return True
    return token.head == event.head and token.dep in ("xcomp", "dobj")


def _set_off(read: Read, prep: int, event: Mention) -> bool:
    """True for "exploded their biggest bomb, about fifty megatons, over ...": after an apposition it is the verb's again."""
    tokens = read.sentence.tokens
    above = tokens[tokens[prep].head]
    comma = prep > 0 and tokens[prep - 1].text == "," and tokens[prep - 1].i > above.i
    return (
        comma
        and above.dep in ("appos", "dep")
        and clause_head(read.sentence, above.i) == clause_head(read.sentence, event.head)
    )


def located(read: Read, place: Mention) -> int | None:
    """The word of where that the place stands after, or None for an adjective or another use."""
    token = top(read.sentence, place.start, place.end)
    if token is None or read.sentence.tokens[token].dep != "pobj":
        return None
    prep = read.sentence.tokens[token].head
    if any(read.sentence.tokens[prep].end <= time.start < place.start for time in read.times):
        return None  # "in June Poznań"
    return prep if read.sentence.tokens[prep].text.lower() in WHERE else None


def _of_event(read: Read, place: Mention, event: Event, pack: Pack) -> Finding | None:
    sentence = read.sentence
    head = clause_head(sentence, place.head)
    if denied(sentence, head) or not asserted(sentence, head, place.start):
        return None
    fact = f"{event.id}.at"
    if _at(place, event, pack):
        return Finding(place.start, place.end, place.text, sentence.index, fact, place.ids[0], "agrees")
    if event.confidence != "high":
        return None
    slip = place_slip(event, event.at[0], pack)
    return Finding(place.start, place.end, place.text, sentence.index, fact, place.ids[0], "disagrees", slip)


def place_slip(event: Event, right: str, pack: Pack) -> Slip:
    """The slip of an event that is put where it was not."""
    return Slip(
        kind="place",
        severity="error",
        what=event.happened,
        right=say("right", "place", places=pack.places[right].name),
        accepted=right,
        source=event.source,
        confidence=SURE[event.confidence],
    )


def _at(place: Mention, event: Event, pack: Pack) -> bool:
    return any(agree(name, right, pack) for name in place.ids for right in event.at)


def agree(said: str, right: str, pack: Pack) -> bool:
    """True where the place said is the right one, holds it, or lies in it (a region is too wide to vouch for all in it)."""
    if said in holders(right, pack):
        return True
    return right in holders(said, pack) and pack.places[right].kind != "region"


def holders(place: str, pack: Pack) -> list[str]:
    """A place and every place that holds it, nearest first."""
    found = [place]
    while (above := pack.places[found[-1]].within) is not None and above not in found:
        found.append(above)
    return found


def _within(read: Read, places: list[Mention], pack: Pack) -> Iterator[Finding]:
    """ "Peshawar in Iran": a city or site with a state that does not hold it."""
    sentence = read.sentence
    for inner, outer in ((a, b) for a in places for b in places if a.end < b.start):
        between = sentence.text[inner.end - sentence.start : outer.start - sentence.start]
        if not INSIDE.fullmatch(between) or len(inner.ids) != 1 or len(outer.ids) != 1:
            continue
        small, large = pack.places[inner.ids[0]], pack.places[outer.ids[0]]
        above = holders(small.id, pack)
        states = [name for name in above if pack.places[name].kind == "state"]
        if small.kind not in ("city", "site") or not states or outer.text != large.name:
            continue
        # A state that does not hold it, or a region of its own state where another region does.
        regions = [name for name in above[1:] if pack.places[name].kind == "region" and states[0] in holders(name, pack)]
        same_state = large.kind == "region" and states[0] in holders(large.id, pack)[1:] and bool(regions)
        if large.kind != "state" and not same_state:
            continue
        if large.id in above or (not same_state and set(above[1:]) & set(holders(large.id, pack))):
            continue
        after = sentence.text[outer.end - sentence.start :]
        if "," in between and (LISTED.match(after) or not re.match(r"\s*[,.;)]|$", after)):
            continue
        right = pack.places[regions[0] if same_state else states[0]]
        slip = Slip(
            kind="place",
            severity="error",
            what=f"{small.name} is in {right.name}",
            right=f"{small.name} is in {right.name}",
            accepted=right.id,
            source=UNCHECKED,
            confidence=0.95,
        )
        yield Finding(outer.start, outer.end, outer.text, sentence.index, f"{small.id}.within", large.id, "disagrees", slip)
