"""What the page "Build a pack" does between its widgets and a pack's files.

In: uploads and wishes, or an entry's field with what was typed.  Out: a new pack's folder, or the change made.
A field is text as it stands in a box: a list has one line an entry, and a slip example is `a <<wrong>> sentence | right`.
Raises BuildFault or EditFault with sentences for the reader. The words are in wording.yaml, under screen.packs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from reference.drafting import draft_of, editing
from reference.drafting.desk import FILES, Kind
from reference.drafting.folder import write_pack
from reference.drafting.history import EditFault
from reference.drafting.left import keeps_from
from reference.drafting.provenance import slug
from reference.drafting.reading import read_documents
from reference.loading import FACTS, PackError, load_pack
from reference.pack import Pack
from reference.packing import pack_zip
from reference.reading.documents import DocumentError
from reference.reading.encoder import EncoderError
from reference.reading.parser import ParserError
from reference.shelves import installed_packs, own_shelf
from rubric.level import schemes
from rubric.wording import say

LISTS = {"paraphrases", "named", "also", "cues"}  # fields of an entry that are lists of texts
BANK = ("made", "touched", "near")
EXAMPLES = ("slip", "fine")
YEARS = range(1, 2101)


class BuildFault(Exception):
    """What keeps a pack from being drafted, in one sentence."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a new pack is to be about."""

    title: str
    question: str
    first: int | None
    last: int | None
    areas: tuple[str, ...] = ()


def areas() -> list[str]:
    """The shared facts that a pack can stand on."""
    return [folder.name for folder in sorted(FACTS.iterdir()) if folder.is_dir()]


def begin(uploads: Sequence[tuple[str, bytes]], wish: Wish, tell: Callable[[str], None]) -> str:
    """Draft a new pack on the person's own shelf; `tell` is told each step. Returns its id. Raises BuildFault."""
    period = _period(uploads, wish)
    name = _free(slug(wish.title or wish.question, 7))
    try:
        with tempfile.TemporaryDirectory() as place:
            tell(say("screen", "packs", "steps", "reading"))
            read = read_documents(_written(uploads, Path(place)))
        tell(say("screen", "packs", "steps", "drafting"))
        made = draft_of(read, wish.question.strip(), period)
        tell(say("screen", "packs", "steps", "writing"))
        folder = own_shelf() / name
        write_pack(made, folder, schemes=list(schemes()), areas=wish.areas, title=wish.title.strip())
        load_pack(folder)
    except (DocumentError, EncoderError, ParserError) as fault:
        raise BuildFault(str(fault)) from None
    except PackError as fault:
        raise BuildFault(fault.faults[0]) from None
    except OSError as fault:
        raise BuildFault(say("screen", "packs", "faults", "shelf", folder=own_shelf(), reason=fault.strerror)) from None
    return name


def _period(uploads: Sequence[tuple[str, bytes]], wish: Wish) -> str:
    """The period as an interval. Raises BuildFault for the first thing that is missing."""
    for missing, told in (
        (not uploads, "documents"),
        (len(wish.question.split()) < 3, "question"),
        (wish.first is None or wish.last is None or wish.first > wish.last, "period"),
    ):
        if missing:
            raise BuildFault(say("screen", "packs", "faults", told))
    return f"{wish.first:04d}/{wish.last:04d}"


def _free(wanted: str) -> str:
    taken, number, name = {*installed_packs(), *(p.name for p in own_shelf().glob("*"))}, 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _written(uploads: Sequence[tuple[str, bytes]], place: Path) -> list[Path]:
    """The uploads as files; two of one name stand in two folders."""
    found = []
    for number, (name, data) in enumerate(uploads):
        folder = place / str(number)
        folder.mkdir()
        found.append(folder / (Path(name.replace("\\", "/")).name or "document.txt"))
        found[-1].write_bytes(data)
    return found


def field(pack: Pack, kind: Kind, name: str, key: str) -> Any:
    """What a field of an entry holds, as a box shows it."""
    if key in BANK:
        bank = pack.banks.get(name)
        return "\n".join(getattr(bank, key)) if bank else ""
    entry = getattr(pack, FILES[kind])[name]
    if key == "slip":
        return "\n".join(f"{one.text} | {one.says}" for one in entry.examples.slip)
    if key == "fine":
        return "\n".join(entry.examples.fine)
    value = getattr(entry, key)
    return "\n".join(value) if key in LISTS else list(value) if isinstance(value, tuple) else value


def save_field(folder: Path, kind: Kind, name: str, key: str, value: Any) -> None:
    """Put what was typed in a field into the pack. Raises EditFault."""
    if key in BANK:
        pack = load_pack(folder)
        bank = pack.banks.get(name)
        lists = {one: list(getattr(bank, one)) if bank else [] for one in BANK} | {key: lines(value)}
        editing.examples(folder, name, made=lists["made"], touched=lists["touched"], near=lists["near"])
    elif key in EXAMPLES:
        editing.edit(folder, kind, name, {"examples": _examples(load_pack(folder), kind, name, key, value)})
    else:
        editing.edit(folder, kind, name, {key: lines(value) if key in LISTS else _typed(value)})


def _typed(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _examples(pack: Pack, kind: Kind, name: str, key: str, value: str) -> dict[str, Any]:
    known = getattr(pack, FILES[kind])[name].examples.model_dump(mode="json")
    found: dict[str, Any] = {group: list(said) for group, said in known.items() if said}
    found[key] = [_slip(line) for line in lines(value)] if key == "slip" else lines(value)
    return {group: said for group, said in found.items() if said}


def _slip(line: str) -> dict[str, str]:
    text, bar, says = line.rpartition("|")
    if not bar or "<<" not in text or not says.strip():
        raise EditFault([say("screen", "packs", "faults", "slip", line=line)])
    return {"text": text.strip(), "says": says.strip()}


def save_figure(folder: Path, name: str, number: int, key: str | None, value: Any) -> None:
    """Change one field of an event's figure; without a field, take the figure out. Raises EditFault."""
    figures = [
        one.model_dump(mode="json", by_alias=True, exclude_defaults=True) for one in load_pack(folder).events[name].figures
    ]
    if key is None:
        del figures[number]
    else:
        figures[number][key] = _typed(value)
        if key != "says":
            figures[number]["value"] = (figures[number]["low"] + figures[number]["high"]) / 2
    editing.edit(folder, "event", name, {"figures": figures})


def aside_of(folder: Path, file: str) -> tuple[list[str], str]:
    """What was set aside of a document, line by line, and its text as read."""
    place = folder / file
    aside = place.with_suffix(".aside.txt")
    told = aside.read_text("utf-8").splitlines() if aside.is_file() else []
    return told, place.read_text("utf-8") if place.is_file() else ""


def lines(text: str) -> list[str]:
    """The lines of a box, each once, without those that are empty."""
    return list(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))


def set_status(folder: Path, status: str) -> None:
    """Call the pack a draft, checked or fit for a classroom. Raises EditFault with what is left to do first."""
    if left := keeps_from(load_pack(folder), status):
        raise EditFault(left)
    editing.describe(folder, {"status": status})


def zipped(folder: Path) -> bytes:
    """The pack as a .zip to share."""
    data = BytesIO()
    pack_zip(folder, data)
    return data.getvalue()
