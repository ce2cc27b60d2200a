"""What a reviewer does to a drafted pack: accept, reject, put back, reword, merge, split, add examples, add an entry.

In: a pack's folder, the kind and id of an entry, what is wanted.  Out: the changed YAML files, comments and order kept.
Every change is one step that `history.undo` takes back, and is kept only where the pack can still be read: otherwise
EditFault says why. What is rejected goes to the folder's `rejected/`, from where it can be put back.
Does not judge an example: `rubric.proving` does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reference.drafting import entries
from reference.drafting.desk import FILES, Desk, Kind, added, merge_rows, only_known, relink, union, unused
from reference.drafting.history import EditFault
from reference.drafting.provenance import slug

JOINED: dict[str, tuple[str, ...]] = {
    "point": ("paraphrases", "named", "mistakes"),
    "event": ("also", "cues", "who", "by", "at", "where", "mistakes", "figures", "accept"),
    "person": ("also", "offices"),
    "place": ("also",),
}


def edit(folder: Path, kind: Kind, name: str, values: Mapping[str, Any]) -> None:
    """Give fields of an entry new values; an empty value takes the field out."""
    desk = Desk(folder)
    desk.put(FILES[kind], name, values)
    desk.save(f"{desk.title(kind, name)} ({', '.join(values)})")


def accept(folder: Path, kind: Kind, name: str, *, checked: bool = True) -> None:
    """A person has read the entry and stands by it: what had low confidence has high. Or, not checked, take that back."""
    desk = Desk(folder)
    entry = desk.entry(FILES[kind], name)
    if entry.get("confidence") == "low" and checked:
        desk.put(FILES[kind], name, {"confidence": "high"})
    if desk.has(f"passages-{FILES[kind]}", name):
        desk.change(f"passages-{FILES[kind]}", name, lambda row: row.__setitem__("checked", checked))
    desk.counts(kind, 0)
    desk.save(f"{'accepted' if checked else 'to be looked at again'}: {desk.title(kind, name)}")


def reject(folder: Path, kind: Kind, name: str) -> None:
    """Take an entry out, with what points to it; it can be put back."""
    desk = Desk(folder)
    title = desk.title(kind, name)
    kept: dict[str, Any] = {"id": name, "entry": desk.entry(FILES[kind], name)}
    for stem in (f"passages-{FILES[kind]}", "banks") if kind == "point" else (f"passages-{FILES[kind]}",):
        if desk.has(stem, name):
            kept["bank" if stem == "banks" else "support"] = desk.entry(stem, name)
            desk.remove(stem, name)
    desk.remove(FILES[kind], name)
    relink(desk, kind, name, None)
    desk.append(f"rejected/{FILES[kind]}.yaml", kept)
    desk.counts(kind, -1)
    desk.save(f"rejected: {title}")


def rejected(folder: Path, kind: Kind) -> list[tuple[str, str]]:
    """The entries that were rejected: their ids, and what they say."""
    rows = entries.rows(Desk(folder).text(f"rejected/{FILES[kind]}.yaml"))
    return [(row["id"], row["entry"].get("statement") or row["entry"].get("name") or row["id"]) for row in rows]


def put_back(folder: Path, kind: Kind, name: str) -> None:
    """Put a rejected entry back, at the end of its file; links to it are not made anew."""
    desk = Desk(folder)
    file = f"rejected/{FILES[kind]}.yaml"
    row = next((row for row in entries.rows(desk.text(file)) if row["id"] == name), None)
    if row is None:
        raise EditFault([f"{name} is not among what was rejected."])
    only_known(desk, row["entry"])
    added(desk, kind, row["entry"], row.get("support"))
    if "bank" in row:
        desk.append("banks.yaml", row["bank"])
    desk.texts[file] = entries.remove(desk.text(file), name)
    desk.counts(kind, 1)
    desk.save(f"put back: {desk.title(kind, name)}")


def merge(folder: Path, kind: Kind, name: str, other: str) -> None:
    """Join another entry to this one: passages, sources, names and examples come over, and what pointed to it points here."""
    if name == other:
        raise EditFault(["An entry cannot be merged with itself: choose another one."])
    desk = Desk(folder)
    mine, theirs = desk.entry(FILES[kind], name), desk.entry(FILES[kind], other)
    joined = f"merged: {desk.title(kind, other)} into {desk.title(kind, name)}"
    values = {key: union(mine.get(key), theirs.get(key)) for key in JOINED[kind] if theirs.get(key)}
    if kind == "point":
        said = [*values.get("paraphrases", mine.get("paraphrases", [])), theirs["statement"]]
        values["paraphrases"] = [text for text in dict.fromkeys(said) if text != mine["statement"]]
        values |= {key: union(mine.get(key), theirs.get(key)) for key in ("sources", "events")}
    else:
        names = [*values.get("also", mine.get("also", [])), theirs["name"]]
        values["also"] = [text for text in dict.fromkeys(names) if text != mine["name"]]
    desk.put(FILES[kind], name, values)
    merge_rows(desk, f"passages-{FILES[kind]}", name, other, ("passages",))
    if kind == "point":
        merge_rows(desk, "banks", name, other, ("made", "touched", "near"))
    desk.remove(FILES[kind], other)
    relink(desk, kind, other, name)
    desk.counts(kind, -1)
    desk.save(joined)


def split(folder: Path, name: str, chosen: Sequence[int]) -> str:
    """A new point from some passages of a point. Returns its id; its statement is the first passage, to be reworded."""
    desk = Desk(folder)
    entry = desk.entry("points", name)
    support = desk.entry("passages-points", name) if desk.has("passages-points", name) else {"passages": []}
    taken = [one for i, one in enumerate(support["passages"]) if i in chosen]
    left = [one for i, one in enumerate(support["passages"]) if i not in chosen]
    if not taken or not left:
        raise EditFault(["Choose some of the passages for the new point, and leave at least one here."])
    from reference.drafting.points import stated

    new = unused(desk, slug(f"{entry['label']} {' '.join(taken[0]['text'].split()[:4])}", 8))
    statement = stated(taken[0]["text"])
    made = {**entry, "id": new, "label": " ".join(statement.split()[:5])[:46], "statement": statement, "sources": _cited(taken)}
    for key in ("paraphrases", "named", "events", "views", "mistakes", "nuance"):
        made.pop(key, None)
    made["confidence"] = "low"
    desk.put("passages-points", name, {"passages": left, "conflict": _still(support, left)})
    desk.put("points", name, {"sources": _without(entry["sources"], _cited(taken), _cited(left))})
    passages = [{**one, "against": False} for one in taken]
    added(desk, "point", made, {"id": new, "of": "point", "passages": passages, "checked": False})
    desk.counts("point", 1)
    desk.save(f"split: {entry['label']}")
    return new


def examples(folder: Path, point: str, *, made: Sequence[str], touched: Sequence[str], near: Sequence[str]) -> None:
    """The passages in students' voices that make a point, only touch it, or do neither."""
    desk = Desk(folder)
    values = {"made": list(made), "touched": list(touched), "near": list(near)}
    if not any(values.values()):
        if desk.has("banks", point):
            desk.remove("banks", point)
    elif desk.has("banks", point):
        desk.change("banks", point, lambda row: _fill(row, values))
    else:
        desk.append("banks.yaml", {"id": point, **values})
    desk.save(f"{desk.title('point', point)} (examples)")


def add(folder: Path, kind: Kind, said: str, **more: Any) -> str:
    """A new entry of a person's own. Returns its id. It rests on general knowledge until a source is named."""
    said = " ".join(said.split())
    desk = Desk(folder)
    if not said:
        raise EditFault(["Write what the new entry says first."])
    if not desk.has("sources", "general-knowledge") and not stands_on_facts(folder):
        desk.append(
            "sources.yaml", {"id": "general-knowledge", "title": "General knowledge", "kind": "knowledge", "trust": "medium"}
        )
    name = unused(desk, slug(said))
    source = {"from": "general-knowledge"}
    label = " ".join(said.split()[:5])[:46]
    shapes: dict[str, dict[str, Any]] = {
        "point": {
            "id": name, "label": label, "phase": "overview", "kind": "cause", "importance": "strong", "statement": said,
            "question": f"{label}: what does it tell you about the question?", "sources": [source], "confidence": "high",
        },
        "event": {"id": name, "name": label, "happened": said, "tier": "supporting", "confidence": "high", "source": source},
        "person": {"id": name, "name": said, "source": source},
        "place": {"id": name, "name": said, "kind": "region"},
    }  # fmt: skip
    added(desk, kind, {**shapes[kind], **more}, None)
    desk.counts(kind, 1)
    desk.save(f"added: {desk.title(kind, name)}")
    return name


def describe(folder: Path, values: Mapping[str, Any]) -> None:
    """Fields of pack.yaml: title, question, licence, authors, status."""
    desk = Desk(folder)
    desk.texts["pack.yaml"] = entries.whole(desk.text("pack.yaml"), values)
    desk.save(f"the pack ({', '.join(values)})")


def edit_source(folder: Path, name: str, values: Mapping[str, Any]) -> None:
    """Fields of a document: title, author, date, kind, trust."""
    desk = Desk(folder)
    desk.put("sources", name, values)
    desk.save(f"the document {name} ({', '.join(values)})")


def stands_on_facts(folder: Path) -> bool:
    """True where the pack stands on shared facts, which bring the source for general knowledge with them."""
    return bool(entries.whole_values(Desk(folder).text("pack.yaml")).get("facts"))


def _fill(row: Any, values: Mapping[str, list[str]]) -> None:
    """Set the three lists of a bank, all of which stand even where empty."""
    entries.set_values(row, values)
    for key in values:
        row.setdefault(key, [])


def _cited(passages: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    cited = dict.fromkeys((one["from"], one.get("where", "")) for one in passages)
    return [{"from": source, **({"where": where} if where else {})} for source, where in cited]


def _without(sources: Sequence[Any], taken: Sequence[Any], left: Sequence[Any]) -> list[Any]:
    """The sources of a point without those that only the passages taken stand on; never none."""
    return [one for one in sources if one not in taken or one in left] or list(left) or list(sources)


def _still(support: Mapping[str, Any], left: Sequence[Mapping[str, Any]]) -> str:
    return str(support.get("conflict", "")) if any(one.get("against") for one in left) else ""
