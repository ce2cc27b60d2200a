"""Score the project's own labelled statements and print the accuracy card.

In: the `.jsonl` files beside this script.  Out: precision, recall and right corrections, in all and by kind, as a table.
A flag is a slip of severity `error`; it hits a label where the two overlap and the flag is about as tight as the label.
With --write the card goes into README.md between its marks, and with its figures into rubric/data/accuracy.json, which the
app shows and a test reads.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from reference import Pack, load_pack
from reference.reading.words import fold
from rubric import mark
from rubric.marking import Slip
from tests.accuracy.essays import essay_card, scored

HERE = Path(__file__).resolve().parent
README = HERE.parent.parent / "README.md"
FIGURES = HERE.parent.parent / "rubric" / "data" / "accuracy.json"
START, END = "<!-- accuracy: made by tests/accuracy/card.py -->", "<!-- end of accuracy -->"
WIDEST = 12  # words: a flag wider than this, and three times its label, marks nothing


@dataclass
class Score:
    """Counts over a set of statements; `alarms` are the statements with a flag that is no label's."""

    slips: int = 0
    caught: int = 0
    right: int = 0
    alarms: int = 0
    statements: int = 0
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def precision(self) -> float:
        """Caught slips to all flagged statements."""
        return self.caught / (self.caught + self.alarms) if self.caught + self.alarms else 0.0

    @property
    def recall(self) -> float:
        """Caught slips to all slips."""
        return self.caught / self.slips if self.slips else 0.0

    @property
    def corrected(self) -> float:
        """Caught slips whose correction holds what the right fact has and the wrong words lack."""
        return self.right / self.caught if self.caught else 0.0


def statements(name: str) -> list[dict[str, Any]]:
    """The statements of a file, by its name without ending."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]


def sets() -> list[str]:
    """The names of the sets there are, in order."""
    return sorted(path.stem for path in HERE.glob("*.jsonl"))


def score(items: list[dict[str, Any]], pack: Pack) -> Score:
    """Mark every statement, facts only, and count."""
    total = Score()
    for item in items:
        marking = mark(item["text"], pack, facts_only=True)
        flags = [slip for slip in marking.slips if slip.severity == "error"]
        start = item["text"].index(item["quote"])
        span = (start, start + len(item["quote"]))
        hits = [flag for flag in flags if item["label"] == "slip" and _hits(flag, span)]
        total.statements += 1
        total.alarms += len(hits) < len(flags)
        kind = total.kinds[item["kind"]]
        kind[item["label"]] += 1
        kind["alarms"] += len(hits) < len(flags)
        if item["label"] == "slip":
            total.slips += 1
            total.caught += bool(hits)
            kind["caught"] += bool(hits)
            total.right += any(_corrects(flag.should_be, item["correct"], item["quote"]) for flag in hits)
    return total


def _hits(flag: Slip, span: tuple[int, int]) -> bool:
    tight = flag.end - flag.start <= 3 * (span[1] - span[0]) or len(flag.text.split()) <= WIDEST
    return tight and flag.start < span[1] and span[0] < flag.end


def _words(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?|[a-z]{3,}", fold(text).replace(",", "")))


def _corrects(says: str, right: str, wrong: str) -> bool:
    wanted = _words(right) - _words(wrong)
    numbers = {word for word in wanted if word[0].isdigit()}
    return bool((numbers or wanted) & _words(says))


def table(scores: dict[str, Score]) -> str:
    """The card as Markdown."""
    lines = ["| set | statements | slips | precision | recall | right correction |", "| --- | --- | --- | --- | --- | --- |"]
    for name, found in scores.items():
        reached = " | ".join(f"{value:.2f}" for value in (found.precision, found.recall, found.corrected))
        lines.append(f"| {name} | {found.statements} | {found.slips} | {reached} |")
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for found in scores.values():
        for kind, counts in found.kinds.items():
            kinds[kind].update(counts)
    told = [f"{kind} {counts['caught']}/{counts['slip']}" for kind, counts in sorted(kinds.items()) if counts["slip"]]
    return "\n".join([*lines, "", "Caught by kind: " + ", ".join(told) + "."])


def figures(scores: dict[str, Score]) -> dict[str, Any]:
    """The figures that the card prints, as data."""
    return {
        name: {
            "statements": found.statements,
            "slips": found.slips,
            "precision": round(found.precision, 2),
            "recall": round(found.recall, 2),
            "corrected": round(found.corrected, 2),
        }
        for name, found in scores.items()
    }


def card(found: dict[str, Any], printed: str) -> str:
    """The card with its first lines: who wrote what is scored, and when."""
    return (
        "The statements and essays scored here were written for this project; none is a pupil's work.\n"
        "Pupils' work: not measured.\n"
        f"Facts in single statements, on {found['on']}, `python -m tests.accuracy.card`:\n\n{printed}\n\n"
        "Slips in essays, and which points the same essays make, touch or lack (cross-validated by essay):\n\n"
        f"{found['essays']}"
    )


def marked_off(text: str) -> str:
    """The card between the marks that README has for it."""
    return f"{START}\n{text}\n{END}"


def main() -> None:
    """Print the card, or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    pack = load_pack("usa-ussr-1955-62")
    scores = {name: score(statements(name), pack) for name in sets()}
    printed, essays = table(scores), essay_card(pack, scored(pack))
    print(f"{printed}\n\n{essays}")
    if args.write:
        found = {"on": date.today().isoformat(), "sets": figures(scores), "essays": essays}
        found["card"] = card(found, printed)
        FIGURES.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
        text = README.read_text("utf-8")
        README.write_text(
            re.sub(f"{re.escape(START)}.*?{re.escape(END)}", lambda _: marked_off(found["card"]), text, flags=re.S), "utf-8"
        )


if __name__ == "__main__":
    main()
