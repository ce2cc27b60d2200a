"""What a finding on facts is: a claim with its verdict, and, where it disagrees, the slip.

A Finding is one checkable statement of the essay. `fact` is None where the pack has nothing on it, and the verdict is then
not_in_pack, never agreement. `rubric.pipeline` numbers findings and words them; the modules beside this one make them.
"""

from __future__ import annotations

from dataclasses import dataclass

from reference.pack import Citation, Confidence
from rubric.marking import Severity, SlipKind, Verdict


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a claim: `said` and `right` are in words, `accepted` is the right value as data."""

    kind: SlipKind
    severity: Severity
    what: str
    right: str
    accepted: str
    source: Citation
    confidence: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim: the exact words it stands on, the fact it speaks of, its value, its verdict and its slip if it has one."""

    start: int
    end: int
    text: str
    sentence: int
    fact: str | None
    value: str
    verdict: Verdict
    slip: Slip | None = None


# How sure a flag is, by how sure the pack is of the fact.
SURE: dict[Confidence, float] = {"high": 0.97, "medium": 0.75, "low": 0.4}
