"""The people and places that documents name, with the roles they give them.

In: documents as read.  Out: DraftNames, the most often named first. The entity recogniser of the spaCy model proposes names;
their shape and their company decide. "Kennedy" joins "John F. Kennedy" where only one full name ends so.
Does not look a name up anywhere: terms of office are a person's to add.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reference.drafting.draft import DraftName, Passage, Read
from reference.drafting.provenance import slug
from reference.drafting.words import words_of
from reference.reading.parser import entities, is_english

TITLE = re.compile(r"((?:(?:[A-Z][\w.’'-]*|of|for|the|and|on)\s+){1,7})$")
PARTICLE = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Sir|Lord|Lady|King|Queen|President|Premier|General|Senator|Secretary|Prince)\b\.?\s+")
NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]*\w(?:\s+(?:[A-Z]\.\s+)*(?:de|van|von|bin|al-|la|le)?\s*[A-ZÀ-Þ][\w’'-]*\w)*")
CLEAR = 3  # times as often as any namesake: a surname alone is then this person's
NUMBER = re.compile(r" [IVX]{1,4}\b(?![.’'])")  # of a king or pope, after the name
FEWEST = 2  # times that a place, or a person by one name only, must be named


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as the recogniser found it."""

    document: int
    start: int
    text: str
    label: str
    passage: Passage
    role: str


def entities_of(documents: Sequence[Read]) -> list[Entity]:
    """The people and places in the text of documents, furniture left out."""
    found = []
    for number, document in enumerate(documents):
        blocks = [block for block, _ in document.sentences if block.kind in ("prose", "bullet", "answer")]
        for start, end, label in entities([(block.start, block.text) for block in blocks]):
            if label not in ("PERSON", "GPE", "LOC", "FAC"):
                continue
            if king := NUMBER.match(document.text[end : end + 8]):
                end += king.end()
            block = next(block for block in blocks if block.start <= start < block.start + len(block.text))
            sentences = next(s for b, s in document.sentences if b is block)
            sentence = next((one.text for one in sentences if one.start <= start < one.end), block.text)
            text, role = _bare(document.text[start:end]), _role(document.text, start, end, block.start)
            if text:
                found.append(Entity(number, start, text, label, Passage(document.source.id, block.where, sentence), role))
    return found


def _bare(text: str) -> str:
    """A name without its title, possessive or article; empty where it has no name's shape."""
    text = re.sub(r"[’']s?$", "", " ".join(text.split()))
    text = re.sub(r"^(?:the|The)\s+", "", text)
    while PARTICLE.match(text) and len(text.split()) > 1:
        text = PARTICLE.sub("", text, count=1)
    return text if NAMED.match(text) and not any(char.isdigit() for char in text) else ""


def _role(text: str, start: int, end: int, floor: int) -> str:
    """The title that stands before a name ("U.S. Secretary of State"), where it holds the word of an office."""
    before = text[max(floor, start - 70) : start]
    match = TITLE.search(before)
    words = re.split(r"(?<![A-Z])\.\s|\band\b", match[1] if match else "")[-1].split()
    said = text[start:end].split()
    words += [word for word in said[:2] if words_of("roles").fullmatch(word) and word not in words]
    while words and words[0] in ("of", "for", "the", "and", "on", "The", "In", "As", "When", "By", "On", "But"):
        words = words[1:]
    role = " ".join(words)
    return role if words_of("roles").search(role) and words[-1] not in ("of", "for", "the", "and", "on") else ""


def draft_people(documents: Sequence[Read], found: Sequence[Entity]) -> list[DraftName]:
    """The people named, each once with every form of the name and every role."""
    plain = {word for document in documents for word in re.findall(r"\b[a-z]{3,}\b", document.text)}
    people = [
        one
        for one in found
        if one.label == "PERSON" and not words_of("names_nobody").fullmatch(one.text) and not _is_thing(one, plain)
    ]
    places = {one.text for one in found if one.label == "GPE"}
    full = [one.text for one in people if len(one.text.split()) > 1]
    counted = Counter(full)
    by_last: dict[str, set[str]] = defaultdict(set)
    for name in full:
        by_last[name.split()[-1]].add(name)
    groups: dict[str, list[Entity]] = defaultdict(list)
    for one in people:
        groups[_whole(one.text, by_last, counted)].append(one)
    kept = {
        name: group
        for name, group in groups.items()
        if (len(name.split()) > 1 or len(group) >= FEWEST) and name not in places and not words_of("happening").search(name)
    }
    return _named(kept)


def _is_thing(one: Entity, plain: set[str]) -> bool:
    """True where a name is made of common words, one of which the documents use as such: "Ship Money", "Black Tuesday"."""
    words = one.text.lower().split()
    return not one.role and all(is_english(word) for word in words) and any(word in plain for word in words)


def _whole(text: str, by_last: dict[str, set[str]], counted: Counter[str]) -> str:
    """The commonest full name that ends in this one's last word and contradicts none of its other words."""
    words = text.split()
    if len(words) == 1 and len(kings := {name for name in counted if NUMBER.fullmatch(name.removeprefix(text))}) == 1:
        return kings.pop()
    rivals = [name for name in by_last.get(words[-1], ()) if len(words) == 1 or name.split()[0][0] == words[0][0]]
    ranked = sorted(rivals, key=lambda name: (-counted[name], -len(name), name))
    others = [name for name in ranked if name.split()[0][0] != ranked[0].split()[0][0]]
    if not ranked or (len(words) == 1 and others and counted[ranked[0]] < CLEAR * counted[others[0]]):
        return text
    return ranked[0]


def draft_places(documents: Sequence[Read], found: Sequence[Entity]) -> list[DraftName]:
    """The places named at least twice."""
    groups: dict[str, list[Entity]] = defaultdict(list)
    for one in found:
        if one.label in ("GPE", "LOC", "FAC"):
            groups[one.text].append(one)
    return _named({name: group for name, group in groups.items() if len(group) >= FEWEST})


def _named(groups: dict[str, list[Entity]]) -> list[DraftName]:
    made, taken = [], set[str]()
    for name, group in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        key = slug(name)
        if key in taken:
            continue
        taken.add(key)
        roles = [role for role, _ in Counter(one.role for one in group if one.role).most_common()]
        also = tuple(dict.fromkeys(one.text for one in group if one.text != name))
        passages = tuple(dict.fromkeys(one.passage for one in sorted(group, key=lambda one: not one.role)))[:3]
        made.append(DraftName(key, name, also, tuple(roles), passages))
    return made
