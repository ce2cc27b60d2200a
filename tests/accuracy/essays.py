"""Score the project's own labelled essays: slips found in running prose, and which points are seen.

In: `essays/*.txt` with `essays/labels.json`.  Out: the part of the accuracy card that is about essays, as Markdown.
A label that is caught is one that a flag of severity `error` overlaps; any other such flag is a false alarm.
"""

from __future__ import annotations

import json

from reference import Pack
from rubric import mark
from tests.accuracy.coverage import ESSAYS, FEATURES, cross_validated, read, table


def essay_card(pack: Pack) -> str:
    """The card's tables on essays: slips, then coverage cross-validated by essay."""
    data, _ = read(ESSAYS, pack)
    said, _ = cross_validated(data, range(len(FEATURES)))
    return f"{_slips(pack)}\n\n{table(data, said)}"


def _slips(pack: Pack) -> str:
    labels = json.loads((ESSAYS / "labels.json").read_text("utf-8"))
    words = slips = caught = alarms = 0
    for name, label in labels.items():
        text = (ESSAYS / f"{name}.txt").read_text("utf-8")
        marking = mark(text, pack, facts_only=True)
        flags = [flag for flag in marking.slips if flag.severity == "error"]
        spans = [(text.index(slip["quote"]), text.index(slip["quote"]) + len(slip["quote"])) for slip in label["slips"]]
        words += marking.essay.words
        slips += len(spans)
        caught += sum(any(flag.start < end and start < flag.end for flag in flags) for start, end in spans)
        alarms += sum(not any(flag.start < end and start < flag.end for start, end in spans) for flag in flags)
    precision = caught / (caught + alarms) if caught + alarms else 0.0
    return (
        "| essays | words | slips | precision | recall | false alarms per 1,000 words |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        f"| {len(labels)} | {words:,} | {slips} | {precision:.2f} | {caught / slips:.2f} | {1000 * alarms / words:.2f} |"
    )
