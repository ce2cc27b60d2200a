"""Marking a text that text recognition has spoilt: read mended, shown as it was written, accused of nothing unsure.

In: findings or a marking of the mended text, and the Mended.  Out: the same, fit to be shown. Where a digit was guessed, no
claim of its sentence may disagree, nor a distance counted from it in the next; a misspelling may always be the machine's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reference.reading.mending import Mended
from rubric.essay import Essay
from rubric.marking import Marking, spanned
from rubric.slips.claims import Finding

YEAR = re.compile(r"\d{4}")


def unaccused(findings: Sequence[Finding], essay: Essay, mended: Mended) -> list[Finding]:
    """The findings, those that disagree but rest on an unsure reading made `not_in_pack`."""
    if not any(place.edit.by_machine for place in mended.places):
        return list(findings)
    unsure = {read.sentence.index for read in essay.sentences if mended.guessed(read.sentence.start, read.sentence.end)}
    kept = []
    for finding in findings:
        if finding.slip is not None and finding.slip.severity == "spelling":
            continue
        counted = finding.sentence - 1 in unsure and YEAR.search(finding.text) is None
        if finding.slip is not None and (finding.sentence in unsure or counted):
            finding = replace(finding, verdict="not_in_pack", slip=None)
        kept.append(finding)
    return kept


def as_written(marking: Marking, mended: Mended) -> Marking:
    """The marking with every span, and the words it quotes, put back into the text as written."""
    if not mended.places:
        return marking
    data = marking.model_dump(by_alias=True)
    data["essay"]["text"] = mended.written
    for part in spanned(data):
        start, end = part["start"], part["end"]
        part["start"], part["end"] = mended.span(start, end) if end > start else (start, end)
        if "text" in part and part["text"] == mended.text[start:end]:
            part["text"] = mended.written[part["start"] : part["end"]]
    return Marking.model_validate(data)
