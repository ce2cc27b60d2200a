"""The command `draft-pack`: documents in, a pack folder or .zip out, and what was found in a few lines.

In: files, a question, a period.  Out: the folder, and lines for the screen. What is drafted is `reference.drafting`'s affair.
Raises DraftFault with one sentence for everything that a person can mend.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from reference.drafting import Draft, draft
from reference.drafting.folder import write_pack
from reference.loading import PackError, load_pack
from reference.packing import pack_zip
from reference.reading.documents import DocumentError
from reference.reading.encoder import EncoderError
from reference.reading.parser import ParserError
from reference.spans import days
from rubric.level import schemes
from rubric.wording import say


class DraftFault(Exception):
    """What keeps a draft from being made, in one sentence."""


def check_wishes(question: str, period: str, out: Path) -> None:
    """Raise DraftFault where the question is empty, the period no interval, or the folder taken."""
    if len(question.split()) < 3:
        raise DraftFault(say("draft", "question"))
    try:
        days(period)
    except ValueError:
        raise DraftFault(say("draft", "period", period=period)) from None
    if out.exists() and (out.is_file() or any(out.iterdir())):
        raise DraftFault(say("draft", "taken", out=out))


def draft_pack(documents: Sequence[str], question: str, period: str, out: Path, areas: Sequence[str]) -> list[str]:
    """Draft and write a pack. Returns what to print."""
    check_wishes(question, period, out)
    try:
        made = draft(_files(documents), question, period)
        left_out = _write(made, out, areas)
    except (DocumentError, EncoderError, ParserError) as fault:
        raise DraftFault(str(fault)) from None
    except PackError as fault:
        raise DraftFault(fault.faults[0]) from None
    return _told(made, out, left_out)


def _files(documents: Sequence[str]) -> list[Path]:
    """The files named, folders opened in name order."""
    found: list[Path] = []
    for name in documents:
        path = Path(name)
        found += sorted(one for one in path.iterdir() if one.is_file() and one.name[0] not in ".~") if path.is_dir() else [path]
    return found


def _write(made: Draft, out: Path, areas: Sequence[str]) -> list[str]:
    if out.suffix.lower() != ".zip":
        left_out = write_pack(made, out, schemes=list(schemes()), areas=areas)
        load_pack(out)
        return left_out
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / out.stem
        left_out = write_pack(made, folder, schemes=list(schemes()), areas=areas)
        load_pack(folder)
        pack_zip(folder, out)
    return left_out


def _told(made: Draft, out: Path, left_out: Sequence[str]) -> list[str]:
    conflicts = sum(bool(point.conflict) for point in made.points) + sum(bool(event.conflict) for event in made.events)
    lines = []
    for read in made.documents:
        about = read.source
        lines.append(say("draft", "document", title=about.title, kind=about.kind, trust=about.trust, aside=len(read.set_aside)))
    count = {"points": len(made.points), "events": len(made.events), "people": len(made.people), "places": len(made.places)}
    lines.append(say("draft", "found", **count, conflicts=conflicts))
    if left_out:
        lines.append(say("draft", "known", number=len(left_out)))
    return [*lines, say("draft", "next", out=out)]
