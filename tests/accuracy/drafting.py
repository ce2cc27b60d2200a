"""Measure a draft against a pack that was made by hand from the same documents.

Run: python -m tests.accuracy.drafting FOLDER [--pack ID] [--leave-out WORD]... ; prints points and facts, precision and recall.
A pack point is supported where it cites a document of the folder. A draft point matches the pack point whose statement,
paraphrases or passages are nearest to it, from a cosine of 0.6: an automatic figure, beside which a judgement by hand stands.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from reference import Pack, load_pack
from reference.drafting import Draft, draft
from reference.reading.encoder import encode
from reference.spans import days

MATCH = 0.6


def drawn(folder: Path, pack: Pack, leave_out: list[str]) -> Draft:
    """The draft of a folder's documents for a pack's question."""
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name != "README.md"]
    files = [path for path in files if not any(word in path.name for word in leave_out)]
    return draft(files, pack.about.question, pack.about.period)


def points(made: Draft, pack: Pack) -> None:
    """Print which draft point matches which pack point, and the share of each."""
    names = {document.source.title for document in made.documents}
    cited = {source.id for source in pack.sources.values() if source.title in names or _file(source.file, made)}
    supported = [point for point in pack.points.values() if any(one.source in cited for one in point.sources)]
    said = encode([point.statement for point in made.points])
    near = np.zeros((len(made.points), len(pack.points)))
    for i, point in enumerate(pack.points.values()):
        near[:, i] = (said @ encode([point.statement, *point.paraphrases]).T).max(axis=1)
    ids = list(pack.points)
    best = near.argmax(axis=1)
    matched = {ids[column] for column in range(len(ids)) if near[:, column].max() >= MATCH}
    for row, point in enumerate(made.points):
        print(f"{near[row, best[row]]:.2f} {ids[best[row]]:32} | {point.statement[:200]}")
    hits = sum(near[row, column] >= MATCH for row, column in enumerate(best))
    found = sum(point.id in matched for point in supported)
    print(f"points: {len(made.points)} drafted; precision {hits / max(1, len(made.points)):.2f} ({hits} match a pack point)")
    print(f"recall {found / max(1, len(supported)):.2f} ({found} of {len(supported)} supported points)")
    print("not found:", ", ".join(point.id for point in supported if point.id not in matched))


def facts(made: Draft, pack: Pack) -> None:
    """Print the draft events, and how many of them a pack event dates alike."""
    agreeing = 0
    known = encode([f"{event.name}. {event.happened}" for event in pack.events.values()])
    events = list(pack.events.values())
    drafted = encode([f"{event.name}. {event.happened}" for event in made.events])
    for event, row in zip(made.events, drafted @ known.T, strict=True):
        alike = [events[i] for i in np.argsort(-row)[:5] if row[i] >= 0.5 and days(events[i].when).meets(days(event.when))]
        agreeing += bool(alike)
        print(f"{event.when:24} {event.name[:44]:44} | {alike[0].id if alike else '-':30} | {event.happened[:90]}")
        if event.conflict:
            print(f"    conflict: {event.conflict}")
    inside = [event for event in made.events if event.in_period]
    print(f"events: {len(made.events)} drafted, {len(inside)} in the period; {agreeing} have a pack event of that date")
    print(f"people: {len(made.people)}, places: {len(made.places)}, set aside: {sum(len(d.set_aside) for d in made.documents)}")


def _file(name: str, made: Draft) -> bool:
    stem = Path(name).stem
    return bool(stem) and any(stem.startswith(document.source.id) for document in made.documents)


def main(arguments: list[str]) -> None:
    """Draft from a folder and print the figures."""
    leave_out = [arguments[i + 1] for i, word in enumerate(arguments) if word == "--leave-out"]
    pack = load_pack(arguments[arguments.index("--pack") + 1] if "--pack" in arguments else "usa-ussr-1955-62")
    made = drawn(Path(arguments[0]), pack, leave_out)
    points(made, pack)
    facts(made, pack)


if __name__ == "__main__":
    main(sys.argv[1:])
