"""How long marking takes, as ratios inside one run: times in seconds differ from machine to machine, ratios hardly do.

    .venv/bin/python benchmarks/speed.py [ESSAY...] [--rounds N]

Prints, for warm models in fp32 with torch's threads left alone:
  marking   one whole marking to one plain `SentenceTransformer.encode(sentences)` call with default arguments on the same
            sentences (bar 1.2, goal 0.9);
  redraft   a second draft with one changed paragraph to the first draft's marking (bar 0.3);
  set       the cost of an essay in a set of 30 to that of a single one, and how the memory grew over it.
Without ESSAY the labelled essays in tests/accuracy/essays are marked.
"""

from __future__ import annotations

import argparse
import resource
import statistics
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from reference import Pack, load_pack
from reference.reading import encoder
from reference.reading.lexicon import lexicon
from rubric import Memory, mark
from rubric.essay import read_essay

ESSAYS = Path(__file__).resolve().parent.parent / "tests" / "accuracy" / "essays"
SET = 30


def seconds(work: Callable[[], object]) -> float:
    """The time of one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def ratios(one: Callable[[], object], other: Callable[[], object], rounds: int) -> list[float]:
    """The time of one to that of the other, in turns."""
    return [seconds(one) / seconds(other) for _ in range(rounds)]


def changed(text: str) -> str:
    """The text with a few words more in its third paragraph."""
    paragraphs = text.split("\n\n")
    at = min(2, len(paragraphs) - 1)
    paragraphs[at] = paragraphs[at].rstrip() + " This mattered because neither side trusted the other afterwards."
    return "\n\n".join(paragraphs)


def marking_ratios(text: str, pack: Pack, rounds: int) -> list[float]:
    """Whole markings to plain encoding."""
    sentences = [read.sentence.text for read in read_essay(text, lexicon(pack)).sentences]
    plain = encoder.model()
    return ratios(lambda: mark(text, pack), lambda: plain.encode(sentences), rounds)


def redraft_ratios(text: str, pack: Pack, rounds: int) -> list[float]:
    """Second drafts to first ones, each pair with a memory of its own."""
    second, found = changed(text), []
    for _ in range(rounds):
        memory = Memory()
        first = seconds(lambda memory=memory: mark(text, pack, memory=memory))  # type: ignore[misc]
        found.append(seconds(lambda memory=memory: mark(second, pack, memory=memory)) / first)  # type: ignore[misc]
    return found


def set_ratio(texts: list[str], pack: Pack) -> tuple[float, float]:
    """The mean cost of an essay over a set to that of the same essays before it, and the growth of the peak memory in MiB."""
    alone = statistics.mean(seconds(lambda text=text: mark(text, pack)) for text in texts)  # type: ignore[misc]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    run = [texts[i % len(texts)] for i in range(SET)]
    together = statistics.mean(seconds(lambda text=text: mark(text, pack)) for text in run)  # type: ignore[misc]
    return together / alone, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def line(name: str, found: list[float]) -> str:
    """One figure: the median, and from where to where."""
    return f"{name:<9} {statistics.median(found):5.2f}   ({min(found):.2f} to {max(found):.2f}, {len(found)} pairs)"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("essays", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    paths = args.essays or sorted(ESSAYS.glob("*.txt"))
    texts = [path.read_text("utf-8") for path in paths]
    pack = load_pack("usa-ussr-1955-62")
    for text in texts:
        mark(text, pack)  # warm
    print(line("marking", [ratio for text in texts for ratio in marking_ratios(text, pack, args.rounds)]))
    print(line("redraft", [ratio for text in texts for ratio in redraft_ratios(text, pack, args.rounds)]))
    cost, grown = set_ratio(texts, pack)
    print(f"set       {cost:5.2f}   (peak memory grew by {grown:.0f} MiB over {SET} essays)")


if __name__ == "__main__":
    main()
