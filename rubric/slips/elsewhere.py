"""Find an event that its act, its doer and its date tell, at a place where it was not.

In: an essay, a pack and its lexicon.  Out: Findings, one for each place that stands where the event's own should.
"In July 1958 American marines landed in Jordan", "two weeks later Khrushchev walked out of the summit in London": who did
what and when are the event's, so the place is wrong. Where an event was is read from `at`, else from `where`. Only bodily acts
and meetings count, and only a place that stands under the act or the meeting; a place that the event's own words name, one
that another event of that time had, and a doer of another state make it silent. What `places` judges by `at` is left to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reference.pack import Event, Pack
from reference.reading.clauses import clause_head, doers, top
from reference.reading.lexicon import Lexicon, name_words
from reference.reading.mentions import Mention, told
from reference.reading.moments import Time
from reference.reading.retelling import said_by
from reference.reading.words import fold, stem
from reference.spans import days
from rubric.data import stems
from rubric.essay import Essay, Read
from rubric.slips.anchors import anchors_of, compared
from rubric.slips.claims import Finding
from rubric.slips.places import agree, located, place_slip
from rubric.slips.relative import told_times
from rubric.slips.telling import telling, tells_clause
from rubric.slips.voice import told_as_done

LONG = 130  # days: what lasted longer was in more places than one
WEEKS = 45  # days: how near another event must lie to be the one that the text means
YEAR = 400  # days: how far off the text may be from an event whose date it gives without a year


def elsewhere_findings(essay: Essay, pack: Pack, known: Lexicon) -> Iterator[Finding]:
    """The places of an essay that stand where an event's own should, in reading order."""
    for read, before in essay.with_before():
        places = [mention for mention in read.mentions if mention.kind == "place" and _rival(read, mention, pack)]
        if not places:
            continue
        times = [*read.times, *(one.time for one in told_times(read, before, pack))]
        if not times:
            continue
        done: set[int] = set()
        for mention, whole in _tellings(read, before, known):
            event = pack.events[mention.ids[0]]
            if not _judged(event, pack) or not _of_its_time(read, before, mention, whole, times, pack):
                continue
            for place in places:
                if place.start in done or not _misplaces(read, mention, place, event, whole, pack):
                    continue
                done.add(place.start)
                slip = place_slip(event, sites(event.id, pack)[0], pack)
                fact = f"{event.id}.at"
                yield Finding(place.start, place.end, place.text, read.sentence.index, fact, place.ids[0], "disagrees", slip)


def _tellings(read: Read, before: Read | None, known: Lexicon) -> Iterator[tuple[Mention, bool]]:
    """The events that a sentence tells: whole, and by cues less what says where, if it names no event there."""
    whole = [m for m in telling(read) if m.kind == "event" and len(m.ids) == 1]
    yield from ((mention, True) for mention in whole)
    taken = {name for mention in whole for name in mention.ids}
    acts = {mention.head for mention in whole if mention.how == "cue"}
    for line in (read.words, read.resolved):
        if line is not None:
            for mention in told(read.sentence, line, known.placeless, before.words if before else ()):
                if mention.ids[0] not in taken and mention.head not in acts:
                    yield mention, False


def _rival(read: Read, place: Mention, pack: Pack) -> bool:
    """True for a place, no region, that stands after a word of where."""
    return located(read, place) is not None and all(pack.places[name].kind != "region" for name in place.ids)


def _judged(event: Event, pack: Pack) -> bool:
    return not event.at and event.confidence == "high" and days(event.when).length <= LONG and bool(sites(event.id, pack))


def _of_its_time(read: Read, before: Read | None, mention: Mention, whole: bool, times: Sequence[Time], pack: Pack) -> bool:
    """True where a date of the telling clause, or of the sentence for a whole cue, is the event's to the month."""
    span = days(pack.events[mention.ids[0]].when)
    anywhere = whole and mention.how == "cue"
    fits = [time for time in times if time.days is None or time.days.length <= LONG]
    fits = [
        time for time in fits if time.precision != "decade" and time.fits(span) and (anywhere or _dates(read, time, mention))
    ]
    if not fits or any(compared(read.sentence, time) for time in fits):
        return False
    if any(time.has_year for time in fits):
        return True
    here = [one for one in (read, before) if one is not None]
    spans = [time.days for one in here for time in one.times if time.days is not None and time not in fits]
    spans += [days(pack.events[m.ids[0]].when) for one in here for m in one.mentions if m.kind == "event" and len(m.ids) == 1]
    near = [one for one in spans if one.gap(span) <= YEAR and one != span]
    return bool(near) and len(near) == len([one for one in spans if one != span])


def _dates(read: Read, time: Time, mention: Mention) -> bool:
    sentence = read.sentence
    act = clause_head(sentence, mention.head)
    anchors = anchors_of(sentence, time)
    return any(clause_head(sentence, i) == act or act in sentence.ancestors(i) for i in anchors)


def _misplaces(read: Read, mention: Mention, place: Mention, event: Event, whole: bool, pack: Pack) -> bool:
    sentence = read.sentence
    if mention.how == "name" and mention.start <= place.start < mention.end:
        return False
    if not _stands_under(read, mention, place):
        return False
    if not told_as_done(sentence, clause_head(sentence, mention.head), place.start):
        return False
    right = sites(event.id, pack)
    named = mention.how == "name"
    said = " ".join(w.norm for w in read.words if not (named and mention.start <= w.start < mention.end))
    if any(f" {' '.join(words)} " in f" {said} " for site in right for words in _names(site, pack)):
        return False  # the right place is named besides, whatever is said of it
    others = [one for one in read.mentions if one.kind == "place" and located(read, one) is not None]
    if any(agree(name, site, pack) for one in others for name in one.ids for site in right):
        return False
    if any(words[-1] in _own_words(event.id, pack) for name in place.ids for words in _names(name, pack)):
        return False
    fit = _done_by(read, mention, event, pack)
    return (fit is not False if whole else fit is True) and not _happened_there(place, event, pack)


def _stands_under(read: Read, mention: Mention, place: Mention) -> bool:
    """True where the place hangs on the act, on the event's name, or on the meeting that the act speaks of."""
    sentence = read.sentence
    prep = located(read, place)
    if prep is None:
        return False
    above = sentence.tokens[prep].head
    act = mention.head if mention.how == "cue" else clause_head(sentence, mention.head)
    if mention.how == "name":
        name = top(sentence, mention.start, mention.end)
        return (
            above in (act, name) and tells_clause(sentence, mention, act) and bool(_stem(read, act) & stems("verbs", "bodily"))
        )
    if above == act:
        return bool(_stem(read, act) & stems("verbs", "bodily"))
    return bool(_stem(read, above) & stems("language", "meetings")) and act in sentence.ancestors(above)


def _stem(read: Read, i: int) -> set[str]:
    return {stem(fold(read.sentence.tokens[i].text))}


def _done_by(read: Read, mention: Mention, event: Event, pack: Pack) -> bool | None:
    """Whether the doers of the telling are the event's people, or of their states; None where it names none that is known."""
    sentence = read.sentence
    act = mention.head if mention.how == "cue" else clause_head(sentence, mention.head)
    acting = set(doers(sentence, act))
    acting |= {t.i for t in sentence.tokens if t.head in acting and t.dep in ("amod", "compound", "poss", "nmod")}
    starts = {sentence.tokens[i].start for i in acting}
    named = [m for m in read.mentions if m.kind in ("person", "place") and any(m.start <= s < m.end for s in starts)]
    known = {*event.by, *event.who}
    states = {pack.people[name].state for name in (event.by or event.who)}
    found = [bool(set(m.ids) & (known if m.kind == "person" else states)) for m in named]
    return all(found) if found else None


def _happened_there(place: Mention, event: Event, pack: Pack) -> bool:
    """True where another event of those weeks was at the place, which the text may mean."""
    span = days(event.when)
    return any(
        other.id != event.id
        and days(other.when).gap(span) <= WEEKS
        and any(agree(name, site, pack) for name in place.ids for site in sites(other.id, pack))
        and set(other.who) & {*event.by, *event.who}
        for other in pack.events.values()
        if days(other.when).length <= LONG
    )


@lru_cache(maxsize=2048)
def sites(name: str, pack: Pack) -> tuple[str, ...]:
    """The places where an event can be said to have been: `at`, else those that `where` names."""
    event = pack.events[name]
    if event.at:
        return event.at
    found = []
    for said in event.where:
        parts = [name_words(part) for part in (said, *said.split(","))]
        found += [name for part in parts for name in _by_name(pack).get(part, ())][:1]
    return tuple(found) if len(found) == len(event.where) else ()


@lru_cache(maxsize=8)
def _by_name(pack: Pack) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for place in pack.places.values():
        for name in (place.name, *place.also):
            found[name_words(name)] = (*found.get(name_words(name), ()), place.id)
    return found


@lru_cache(maxsize=2048)
def _own_words(name: str, pack: Pack) -> frozenset[str]:
    """The words by which an event is named and told."""
    event = pack.events[name]
    text = " ".join((event.name, *event.also, event.happened, *(said_by(cue) for cue in event.cues)))
    return frozenset(name_words(text))


def _names(place: str, pack: Pack) -> Iterator[tuple[str, ...]]:
    """The words of each of a place's names."""
    entry = pack.places[place]
    return (words for name in (entry.name, *entry.also) if (words := name_words(name)))
