"""Draw a draft pack from documents: points, events, people, places and figures, each with the passages it stands on.

In: files, a question and a period.  Out: a Draft; `folder.write` makes a pack folder of it.
Everything is a proposal: nothing is resolved, and no drafted fact accuses anybody until a person has raised its confidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reference.drafting.draft import Draft, DraftEvent, DraftName, DraftPoint, Passage, Read

__all__ = ["Draft", "DraftEvent", "DraftName", "DraftPoint", "Passage", "Read", "draft", "draft_of"]


def draft(files: Iterable[Path], question: str, period: str) -> Draft:
    """The draft of files. Raises DocumentError, EncoderError or ParserError, each one sentence."""
    from reference.drafting.reading import read_documents

    return draft_of(read_documents(files), question, period)


def draft_of(documents: Iterable[Read], question: str, period: str) -> Draft:
    """The draft of documents that have been read."""
    from reference.drafting.happenings import draft_events
    from reference.drafting.people import draft_people, draft_places, entities_of
    from reference.drafting.points import draft_points
    from reference.reading.encoder import encode

    read = tuple(documents)
    points = draft_points(read, question, period, encode)
    entities = entities_of(read)
    people = draft_people(read, entities)
    events = draft_events(read, period, people, encode)
    return Draft(question, period, read, tuple(points), tuple(events), tuple(people), tuple(draft_places(read, entities)))
