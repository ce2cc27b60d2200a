"""A gradebook with a clock and ids that count, and a marking to put in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from rubric.gradebook import Gradebook, open_gradebook
from rubric.marking import Marking
from rubric.overrides import Change, Override

PACK = {"pack": "usa-ussr-1955-62", "question": "How did relations change?", "scheme": "aqa-7042"}
SOURCE = {"source": "s", "where": "p. 1", "title": "s"}


def book_at(place: Path) -> Gradebook:
    """A gradebook in a file, its clock a minute a call and its ids in order."""
    ids: Iterator[int] = count(1)
    ticks: Iterator[int] = count()
    start = datetime(2026, 11, 24, 9, tzinfo=UTC)

    def clock() -> datetime:
        return start + timedelta(minutes=next(ticks))

    new_id: Callable[[], str] = lambda: f"{place.stem}-{next(ids):04d}"  # noqa: E731
    return open_gradebook(f"sqlite:///{place}", clock=clock, new_id=new_id, environment={})


def point(name: str, status: str = "missing", score: float = 0.2) -> dict[str, Any]:
    """A point of a marking."""
    return {
        "id": name, "label": name.title(), "statement": "s", "importance": "core", "status": status, "score": score,
        "evidence": [], "why": [], "question": f"What of {name}?", "sources": [SOURCE],
    }  # fmt: skip


def slip(name: str, severity: str = "error", said: str = "1962") -> tuple[dict[str, Any], dict[str, Any]]:
    """A claim that disagrees, and its slip."""
    fact = name.partition("=")[0]
    place = {"start": 0, "end": 4, "text": said}
    claim = {"id": name, **place, "fact": fact, "value": said, "verdict": "disagrees"}
    return claim, {
        "id": name, "claim_id": name, "kind": "year", "severity": severity, "effect": "note", "paragraph": 1, **place,
        "claim": said, "should_be": "1961", "accepted": "1961", "fact": fact, "confidence": 0.9, "heading": "Correct the year",
        "message": f"You give {said}.", "source": SOURCE,
    }  # fmt: skip


def comment(code: str, about: str) -> dict[str, Any]:
    """A line of feedback."""
    return {"code": code, "text": code, "start": 0, "end": 0, "about": about}


def marking(
    text: str = "1962 was the year of the Wall.",
    *,
    slips: tuple[str, ...] = ("wall.when=1962#1",),
    points: tuple[dict[str, Any], ...] = (),
    level: tuple[int, int] | None = (2, 3),
    name: str = "a.txt",
    steps: tuple[dict[str, Any], ...] = (),
    pack: str = "1.0.0",
) -> Marking:
    """A marking with these slips, points and level."""
    made = [slip(one) for one in slips]
    return Marking.model_validate(
        {
            "made_by": {"marginalia": "0.1.0", "encoder": None, "parser": "p", "pack_sha": "f00d"},
            "essay": {"name": name, "words": len(text.split()), "paragraphs": 1, "sentences": 1, "text": text},
            "pack": {"id": "usa-ussr-1955-62", "version": pack},
            "notices": [],
            "points": list(points),
            "claims": [claim for claim, _ in made],
            "slips": [one for _, one in made],
            "checked": {"claims": len(made), "agrees": 0, "disagrees": len(made), "not_in_pack": 0},
            "structure": {},
            "level": level and {
                "scheme": "aqa-7042", "low": level[0], "high": level[1], "reasons": ["r"], "abstained": None, "not_assessed": []
            },
            "feedback": {"next_steps": list(steps)},
        }
    )  # fmt: skip


def kept(change: Change, *, draft: str | None = "d", number: int = 1) -> Override:
    """An override as the gradebook hands it over."""
    return Override(f"o{number}", "2026-11-24T09:00:00+00:00", "a", draft, change, None, "p@1", {})
