"""A draft as a pack folder of plain YAML that a person can edit, and that `marginalia check-pack` accepts.

In: a Draft, the folder's place, the fact areas that it stands on.  Out: the files, and what was left out because it is known.
Every drafted fact has the confidence `low`, so that none is held against an essay before a person has raised it.
Passages stand in passages-*.yaml, the documents as read in sources/, with what was set aside in sources/*.aside.txt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reference.drafting.draft import Draft, DraftEvent, DraftName, DraftPoint, Passage
from reference.drafting.entries import dumped
from reference.drafting.named import named_things
from reference.drafting.provenance import slug
from reference.drafting.shared import Known, known_in
from reference.drafting.words import words_of
from reference.loading import SHINGLES
from reference.reading.shingles import packed
from reference.reading.words import stem
from reference.spans import days, in_words

LICENCE = "not stated: say who may use it"


def write_pack(draft: Draft, folder: Path, *, schemes: Sequence[str], areas: Sequence[str] = (), title: str = "") -> list[str]:
    """Write the draft as a pack folder. Returns the entries left out because a fact area has them, in words."""
    known = known_in(areas)
    events = [event for event in draft.events if not known.event(event)]
    people = [person for person in draft.people if not known.person(person)]
    places = [place for place in draft.places if not known.place(place)]
    ids = known.free_ids({"point": draft.points, "event": events, "person": people, "place": places})
    folder.mkdir(parents=True, exist_ok=True)
    about = {
        "id": slug(folder.name, 12),
        "title": title or _title(draft),
        "version": "0.1.0",
        "question": draft.question,
        "focus": focus_of(draft.question),
        "period": draft.period,
        "facts": list(areas),
        "schemes": list(schemes),
        "status": "draft",
        "authors": ["not stated"],
        "licence": LICENCE,
        "expect": {"points": len(draft.points), "events": len(events) + len(known.parts["events"])},
        "checked": {"points": 0, "events": 0, "people": 0, "places": 0},
    }
    _dump(
        folder / "pack.yaml",
        about,
        "A draft: no person has checked it yet. Types: reference/pack.py (About).",
    )
    said = "Drawn from documents, in their own words: reword, then raise `confidence`. Types: reference/pack.py"
    _dump(folder / "points.yaml", [_point(one, ids, draft.events, known) for one in draft.points], f"{said} (Point).")
    _dump(folder / "events.yaml", [_event(one, ids, known, draft) for one in events], f"{said} (Event).")
    _dump(folder / "people.yaml", [_person(one, ids) for one in people], f"{said} (Person).")
    _dump(folder / "places.yaml", [_place(one, ids) for one in places], f"{said} (Place).")
    sources = [_plain(document.source.model_dump(mode="json")) for document in draft.documents]
    if not areas:
        sources.append({"id": "general-knowledge", "title": "General knowledge", "kind": "knowledge", "trust": "medium"})
    _dump(folder / "sources.yaml", sources, "Guessed from the documents: check title, author, date, kind and trust.")
    _supports(folder, {"point": draft.points, "event": events, "person": people, "place": places}, ids)
    _documents(draft, folder)
    write_shingles(folder, {document.source.id: document.text for document in draft.documents})
    return known.left_out


def focus_of(question: str) -> list[str]:
    """The words that speak of what a question asks about, from the question itself."""
    plain = re.findall(r"\b[a-z]{5,}\b", re.sub(r"[A-Z][\w'’]*", " ", question))
    return list(dict.fromkeys(f"{stem(word)}*" for word in plain if not words_of("asking").fullmatch(word)))


def _title(draft: Draft) -> str:
    return f"{' '.join(draft.question.split()[:10]).rstrip('?')}, {in_words(draft.period)}"


def _point(point: DraftPoint, ids: dict[tuple[str, str], str], events: Sequence[DraftEvent], known: Known) -> dict[str, Any]:
    texts = {passage.text for passage in point.passages[:3]}
    served = [event for event in events if texts & {passage.text for passage in event.passages}]
    named = [ids.get(("event", event.id)) or known.same.get(("event", event.id)) for event in served]
    return _plain(
        {
            "id": ids["point", point.id],
            "label": point.label,
            "phase": point.phase,
            "kind": point.kind,
            "importance": point.importance,
            "statement": point.statement,
            "question": point.question,
            "events": [{"event": name} for name in dict.fromkeys(named) if name],
            "named": named_things(point.statement)[:6],
            "sources": _citations(point.passages),
            "confidence": "low",
        }
    )


def _event(event: DraftEvent, ids: dict[tuple[str, str], str], known: Known, draft: Draft) -> dict[str, Any]:
    who = [ids.get(("person", name)) or known.same.get(("person", name)) for name in event.who]
    key = ids["event", event.id]
    return _plain(
        {
            "id": key,
            "name": event.name,
            "also": list(event.also),
            "happened": event.happened,
            "when": event.when,
            "tier": "supporting" if event.in_period and days(event.when).meets(days(draft.period)) else "context",
            "who": [name for name in who if name],
            "figures": [
                {
                    "id": f"{slug(figure.what, 4)}-{i}",
                    "what": figure.what,
                    "value": figure.value,
                    "low": figure.low,
                    "high": figure.high,
                    "unit": figure.what.split()[-1],
                    "says": figure.text,
                    "confidence": "low",
                    "source": {"from": figure.passage.source, "where": figure.passage.where},
                }
                for i, figure in enumerate(event.figures, 1)
            ],
            "note": event.conflict,
            "confidence": "low",
            "source": _citations(event.passages)[0],
        }
    )


def _person(person: DraftName, ids: dict[tuple[str, str], str]) -> dict[str, Any]:
    roles = "; ".join(person.roles[:3])
    return _plain(
        {
            "id": ids["person", person.id],
            "name": person.name,
            "also": list(person.also),
            "note": f"in the documents: {roles}; add the office and its term" if roles else "",
            "source": _citations(person.passages)[0],
        }
    )


def _place(place: DraftName, ids: dict[tuple[str, str], str]) -> dict[str, Any]:
    return _plain({"id": ids["place", place.id], "name": place.name, "also": list(place.also), "kind": "region"})


def _citations(passages: Sequence[Passage]) -> list[dict[str, str]]:
    cited = dict.fromkeys((passage.source, passage.where) for passage in passages if not passage.against)
    return [_plain({"from": source, "where": where}) for source, where in cited]


def _supports(folder: Path, made: dict[str, Sequence[Any]], ids: dict[tuple[str, str], str]) -> None:
    for kind, entries in made.items():
        rows = [
            _plain(
                {
                    "id": ids[kind, entry.id],
                    "of": kind,
                    "conflict": getattr(entry, "conflict", ""),
                    "passages": [
                        _plain({"from": one.source, "where": one.where, "text": one.text, "against": one.against})
                        for one in entry.passages
                    ],
                    "checked": False,
                }
            )
            for entry in entries
        ]
        name = {"person": "people"}.get(kind, f"{kind}s")
        _dump(
            folder / f"passages-{name}.yaml",
            rows,
            "The documents' own words behind each entry; set `checked` once read.",
        )


def write_shingles(folder: Path, texts: Mapping[str, str]) -> None:
    """Keep the hashes of documents' eight-word runs, so that pasted text is known where the documents are not at hand."""
    salt = blake2b("".join(texts.values()).encode(), digest_size=8).hexdigest()
    of = {source: packed(text, salt) for source, text in texts.items()}
    (folder / SHINGLES).write_text(json.dumps({"salt": salt, "of": of}, indent=0) + "\n", "utf-8")


def _documents(draft: Draft, folder: Path) -> None:
    (folder / "sources").mkdir(exist_ok=True)
    for document in draft.documents:
        (folder / document.source.file).write_text(document.text, "utf-8")
        if aside := document.set_aside:
            lines = "\n".join(f"[{why}] {' '.join(text.split())}" for text, why in aside)
            (folder / document.source.file).with_suffix(".aside.txt").write_text(lines + "\n", "utf-8")


def _plain(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry without its empty fields; `checked: false` is kept, as a person has to see it."""
    return {
        key: value
        for key, value in entry.items()
        if value not in ("", [], (), None) and (value is not False or key == "checked")
    }


def _dump(path: Path, value: Any, comment: str) -> None:
    path.write_text(f"# {comment}\n\n{dumped(value)}", "utf-8")
