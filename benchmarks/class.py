"""A long class set in one go: what an essay costs in it, and whether the memory stays flat.

    .venv/bin/python benchmarks/class.py [--essays N] [--word]

Marks N essays (1,000) one after another into a folder, as `marginalia class` does: the essays of tests/accuracy with changed
words, so that no essay, and hardly a sentence, is met twice. In turns with the set, every fifth essay is marked by itself too,
with other words changed, so that a machine that is busy elsewhere slows both alike. Prints, for warm models in fp32:
  alone     a single warm marking;
  set       an essay in the set, reading and writing included, and its ratio to `alone` over the same essays (bar 1.10);
  tenths    that ratio in tenths of the set, to see whether it grows;
  memory    the process's resident memory after a tenth of the essays (100 of 1,000) and after all (bar: flat, 5 %).
`--word` writes a Word file a script too, as --word does, and counts its cost.

On two busy cores, 2026-11-24, 1,000 essays: 0.992 of one alone; 832 MiB after 100 essays, 851 MiB after 1,000 (+2.2 %).
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from reference import Pack, load_pack
from reference.reading.documents import Document
from rubric import mark
from rubric.class_folder import ClassFolder
from rubric.inputs import Input
from rubric.marking import Marking

ESSAYS = Path(__file__).resolve().parent.parent / "tests" / "accuracy" / "essays"
TENTHS, EVERY = 10, 5
PLAIN = re.compile(r"\b(?:and|but|so|because|also|however|therefore|very|more|most|many|this|these)\b")
STANDINS = (
    "indeed",
    "clearly",
    "perhaps",
    "surely",
    "plainly",
    "often",
    "partly",
    "mainly",
    "again",
    "still",
    "rather",
    "soon",
)


def changed(text: str, seed: int) -> str:
    """The text with a word more in about every second sentence, other ones for every seed: as long, and never met before."""
    chance = random.Random(seed)

    def longer(found: re.Match[str]) -> str:
        return f"{found[0]} {chance.choice(STANDINS)}" if chance.random() < 0.25 else found[0]

    return f"{PLAIN.sub(longer, text)}\n\nThis is answer number {seed} to the question, and it ends here."


def resident() -> float:
    """The memory that the process holds now, in MiB."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def texts() -> list[str]:
    """The essays to change."""
    return [path.read_text("utf-8") for path in sorted(ESSAYS.glob("*.txt"))]


def scripts(number: int, originals: list[str]) -> list[Input]:
    """So many scripts, their texts made when their turn comes."""

    def script(seed: int) -> Input:
        name = f"student {seed:05}.txt"
        return Input(name, lambda: Document(name, changed(originals[seed % len(originals)], seed)))

    return [script(seed) for seed in range(number)]


def seconds(work: Callable[[], object]) -> float:
    """The time of one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def measured(number: int, pack: Pack, *, word: bool) -> tuple[list[tuple[float, float]], dict[int, float]]:
    """Pairs of an essay in the set and one alone, and the memory after a tenth of the set and after all."""
    originals, pairs, memory = texts(), [], {}

    def mark_one(document: Document) -> Marking:
        return mark(document.text, pack, name=document.name)

    for text in originals:
        mark(text, pack)  # warm
    with tempfile.TemporaryDirectory() as place:
        folder = ClassFolder(Path(place), scripts(number, originals), question=pack.about.question, word=word)
        steps = folder.run(mark_one, lambda _: False)
        for turn in range(number):
            in_set = seconds(lambda: next(steps))
            if turn % EVERY == 0:
                other = changed(originals[turn % len(originals)], number + turn)
                pairs.append((in_set, seconds(lambda other=other: mark(other, pack))))  # type: ignore[misc]
            if turn + 1 in (max(number // TENTHS, 1), number):
                memory[turn + 1] = resident()
        assert next(steps, None) is None, "a script was left over"
    return pairs, memory


def ratio(pairs: list[tuple[float, float]]) -> float:
    """What the essays of the set cost, to the same alone."""
    return sum(one for one, _ in pairs) / sum(other for _, other in pairs)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--essays", type=int, default=1_000)
    parser.add_argument("--word", action="store_true")
    args = parser.parse_args()
    pairs, memory = measured(args.essays, load_pack("usa-ussr-1955-62"), word=args.word)
    in_set, alone = (1000 * statistics.mean(times) for times in zip(*pairs, strict=True))
    tenths = [pairs[n * len(pairs) // TENTHS : (n + 1) * len(pairs) // TENTHS] for n in range(TENTHS)]
    (first, early), (last, late) = min(memory.items()), max(memory.items())
    print(f"alone     {alone:6.0f} ms an essay ({len(pairs)} of them)")
    print(f"set       {in_set:6.0f} ms an essay, {ratio(pairs):.3f} of one alone ({args.essays} essays)")
    print(f"tenths    {' '.join(f'{ratio(tenth):.2f}' for tenth in tenths if tenth)}")
    print(f"memory    {early:6.0f} MiB after {first}, {late:.0f} MiB after {last}: {100 * (late / early - 1):+.1f} %")


if __name__ == "__main__":
    main()
