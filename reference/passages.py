"""The passages of a pack's source documents, where those are at hand: a few sentences each, with their exact place.

In: a pack.  Out: the documents found, those that are not, and their passages. Documents stand in the pack's folder, in
`sources/`, or in a folder of the pack's name on a person's own shelf; any kind that can be read, named as `sources.yaml` says.
A pack's documents are often others' texts and not shipped. Does not judge what a passage is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reference.drafting.pages import Block, read_blocks
from reference.pack import GENERAL_KNOWLEDGE, Pack, Quoted
from reference.reading.documents import DocumentError, read_file
from reference.shelves import Stamp, installed_packs, own_packs, own_shelf, stamped

SENTENCES, WORDS = 3, 90  # of a passage, at most
SENTENCE_END = re.compile(r"(?<=[.!?…])(?<![\s.][A-Z]\.)(?<!\bSt\.)[\"'”’)\]]*\s+(?=[\"'“‘(]*[A-Z0-9])")
TEXT = frozenset({"prose", "bullet", "answer"})


@dataclass(frozen=True, slots=True)
class Documents:
    """The files at hand by source, the files wanted that are not, and where to put them."""

    files: dict[str, Path]
    wanted: tuple[str, ...]
    folder: Path


def documents_of(pack: Pack) -> Documents:
    """The documents that a pack's points and events rest on."""
    cited = {citation.source for point in pack.points.values() for citation in point.sources}
    cited |= {event.source.source for event in pack.events.values()}
    folders = [folder for folder in _folders(pack) if folder.is_dir()]
    files: dict[str, Path] = {}
    wanted: list[str] = []
    for source in pack.sources.values():
        if source.id not in cited or source.id == GENERAL_KNOWLEDGE or not source.file:
            continue
        name = Path(source.file)
        found = [path for folder in folders for path in sorted(folder.rglob(f"{name.stem}.*")) if ".aside" not in path.suffixes]
        if found:
            files[source.id] = found[0]
        else:
            wanted.append(name.name)
    return Documents(files, tuple(wanted), _folders(pack)[-1])


def stamp_of(documents: Documents) -> Stamp:
    """What tells one state of the documents from another."""
    return stamped(documents.files.items())


def passages_of(documents: Documents) -> list[Quoted]:
    """Every passage of the documents that can be read, in order, furniture left out."""
    found: list[Quoted] = []
    for source, path in documents.files.items():
        try:
            text = read_file(path).text
        except DocumentError:
            continue
        for block in read_blocks(text):
            if block.kind in TEXT:
                found += [Quoted.model_validate({"from": source, "where": block.where, "text": part}) for part in _parts(block)]
    return found


def sentences_of(text: str) -> list[str]:
    """The sentences of a passage, by their full stops."""
    return SENTENCE_END.split(" ".join(text.split()))


def _folders(pack: Pack) -> list[Path]:
    """Where the documents can be; the last is where a person puts them."""
    name = pack.about.id
    own = own_packs().get(name)
    shipped = installed_packs().get(name)
    return [own / "sources"] if own else [*([shipped / "sources"] if shipped else []), own_shelf() / name / "sources"]


def _parts(block: Block) -> Iterator[str]:
    """A block in passages of a few sentences, each beginning where the one before left off."""
    sentences = sentences_of(block.text)
    part: list[str] = []
    for sentence in sentences:
        if part and (len(part) == SENTENCES or sum(len(one.split()) for one in (*part, sentence)) > WORDS):
            yield " ".join(part)
            part = []
        part.append(sentence)
    if part:
        yield " ".join(part)
