"""A flag that a reader doubts, as a small YAML file that a pack's author can use.

In: a Marking, the number of a slip in it, and the reader's own words if any.  Out: the file's path.
The file holds the sentence of the slip, what the pack says, and which pack: no other words of the essay, no name, no date.
Its name is made of the pack, the slip and the sentence, so that the same flag reported twice is one file.
The folder is MARGINALIA_REPORTS, else `reports` in the user's data folder for marginalia.
"""

from __future__ import annotations

import os
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from rubric.marking import Marking, Slip
from rubric.report.quoting import UNSEEN, sentence_at, shortened
from rubric.wording import say

TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # marks that turn the direction of a line
NAMED = re.compile(r"[a-z0-9-]*-[0-9a-f]{10}\.(?:yaml|part)")  # what `save_report` calls its files
LONGEST = 1_000  # characters of a sentence, and of the reader's own words, that a report keeps


class ReportError(Exception):
    """The report could not be saved; the message says why, in one sentence."""


def reports() -> Path:
    """The folder that reports are saved in."""
    if chosen := os.environ.get("MARGINALIA_REPORTS"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("marginalia", appauthor=False) / "reports"


def report(marking: Marking, slip: Slip, words: str = "") -> dict[str, Any]:
    """What a report holds, as plain values; `example` is ready for the entry's own examples in the pack."""
    sentence = _sentence(marking, slip)
    return {
        "flag": _plain(slip.id),
        "fact": _plain(slip.fact),
        "kind": slip.kind,
        "severity": slip.severity,
        "sentence": sentence,
        "flagged": _plain(slip.text),
        "pack_says": {"should_be": slip.should_be, "accepted": slip.accepted, "message": _plain(slip.message)},
        "source": {"from": slip.source.source, "where": slip.source.where},
        "pack": {"id": marking.pack.id, "version": marking.pack.version, "sha": marking.made_by.pack_sha},
        "made_by": marking.made_by.marginalia,
        "reader_says": _plain(words),
        "example": {"not_yet": [{"text": sentence, "want": "fine"}]},
    }


def save_report(marking: Marking, slip: Slip, words: str = "") -> Path:
    """Save the report of a flag. Raises ReportError where the folder cannot be written."""
    content = report(marking, slip, words)
    key = "\n".join((content["pack"]["id"], content["flag"], content["sentence"]))
    name = re.sub(r"[^a-z0-9]+", "-", content["fact"].lower()).strip("-")[:60]
    path = reports() / f"{name}-{sha256(key.encode()).hexdigest()[:10]}.yaml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".part")
        draft.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100), "utf-8")
        draft.replace(path)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise ReportError(say("screen", "flag", "folder", folder=path.parent, reason=reason)) from fault
    return path


def forget_reports() -> int:
    """Delete every report that was saved, and how many there were. Raises ReportError where one cannot be deleted."""
    found = [path for path in reports().glob("*") if NAMED.fullmatch(path.name)]
    try:
        for path in found:
            path.unlink()
    except OSError as fault:
        raise ReportError(say("screen", "flag", "kept", path=fault.filename, reason=fault.strerror)) from fault
    return len(found)


def reported() -> int:
    """How many reports are saved."""
    return sum(NAMED.fullmatch(path.name) is not None for path in reports().glob("*.yaml"))


def _sentence(marking: Marking, slip: Slip) -> str:
    """The sentence of the slip; of a very long one, what stands round the words."""
    first, last = sentence_at(marking, slip.start, slip.end)
    if last - first > LONGEST:
        first, last = max(first, slip.start - LONGEST // 3), min(last, slip.end + LONGEST // 3)
    return _plain(marking.essay.text[first:last])


def _plain(text: str) -> str:
    """Text on one line that any editor can show, and of bounded length."""
    return shortened(UNSEEN.sub("\ufffd", TURNING.sub("", text)), LONGEST)
