"""Write the hashes of the shared facts' source documents, and look for pasted text in essays.

Run: python -m tests.accuracy.shingles FOLDER AREA   the documents that AREA's sources.yaml names, found in FOLDER
     python -m tests.accuracy.shingles ESSAY...      the stretches of each essay that stand in a source of the default pack
The documents are others' texts and stay where they are: only `shingles.json` is written, which holds no text.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from reference import load_pack
from reference.drafting.folder import write_shingles
from reference.loading import FACTS
from reference.reading.documents import read_file
from rubric import mark


def write(folder: Path, area: str) -> None:
    """Write the hashes of an area's documents, and say how many there are."""
    rows = yaml.safe_load((FACTS / area / "sources.yaml").read_text("utf-8"))
    texts = {row["id"]: read_file(folder / row["file"]).text for row in rows if (folder / row.get("file", "-")).is_file()}
    write_shingles(FACTS / area, texts)
    print(f"{len(texts)} documents, {sum(len(text.split()) for text in texts.values()):,} words")


def look(essays: list[str]) -> None:
    """Print what is pasted, an essay at a time."""
    pack = load_pack("usa-ussr-1955-62")
    for name in essays:
        text = Path(name).read_text("utf-8")
        found = [one for one in mark(text, pack, facts_only=True).notices if one.code == "pasted_source"]
        print(f"{name}: {len(found)}")
        for one in found:
            print(f"    {one.message}")


if __name__ == "__main__":
    if Path(sys.argv[1]).is_dir():
        write(Path(sys.argv[1]), sys.argv[2])
    else:
        look(sys.argv[1:])
