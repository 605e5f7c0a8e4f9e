"""How fast the parser reads, as ratios in one process and run: `make bench`.

1. Articles a second, against a plain reference: spaCy's blank pipeline with an EntityRuler over the same
   names, and dateparser's search on the sentences that name a facility.
2. The filter before it, against the bare scan of its own automaton.
3. A cold `tracker parse` of one article: seconds and memory, in a process of its own.

The articles are those of tests/gold/tuned, brought to about 1 kB each. Rounds of both sides alternate,
because these machines are noisy; the ratio is the median of the rounds' ratios.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from reference import Reference

from tracker.evaluation import load_gold
from tracker.extraction import Prefilter
from tracker.knowledge import Knowledge, knowledge
from tracker.model import Article
from tracker.pipeline import parse

ROOT = Path(__file__).parents[1]
SIZE = 1000
"""Characters an article."""
ROUNDS = 5
MB = 1024
"""Kilobytes, in which Linux counts a process's memory."""


def articles() -> list[Article]:
    """The tuned gold articles, repeated or cut to about 1 kB; languages given."""
    golds = [gold.article for gold in load_gold(ROOT / "tests" / "gold")["tuned"]]
    return [replace(one, text=(f"{one.text}\n\n" * (SIZE // len(one.text) + 1))[:SIZE]) for one in golds]


def dull(size: int) -> list[str]:
    """Texts without a word of energy or attack, in Latin and in Cyrillic letters."""
    english = "The town council met on Tuesday about school meals, and the mayor thanked the parents. "
    russian = "Городской совет собрался во вторник, чтобы обсудить бюджет школ, а мэр поблагодарил жителей. "
    return [(line * 20)[:SIZE] for line in (english, russian)] * (size // 2)


def rate(read: Callable[[object], object], items: Sequence[object]) -> float:
    """Items a second."""
    start = time.perf_counter()
    for item in items:
        read(item)
    return len(items) / (time.perf_counter() - start)


def against(ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float, float]:
    """Median rates of both and the median of their ratio, in alternating rounds."""
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    return (
        median(one for one, _ in pairs),
        median(other for _, other in pairs),
        median(one / other for one, other in pairs),
    )


def parser_bench(known: Knowledge) -> None:
    """Our parser against the reference."""
    items, reference = articles(), Reference(known.forms)
    few = items[:: len(items) // 40 or 1]
    for item in few:
        parse(item, known), reference.read(item)
    ours, theirs, ratio = against(
        lambda: rate(lambda item: parse(item, known), items), lambda: rate(reference.read, few)
    )
    print(
        f"parser      {ours:8.0f} articles/s of {SIZE} characters; reference {theirs:6.0f}; {ratio:.1f} times"
    )


def prefilter_bench(known: Knowledge) -> None:
    """The prefilter against the bare scan of the same automaton, on dense and on dull texts."""
    sieve = Prefilter(known.lexicons.values(), known.forms)
    gold = articles()
    kept = sum(sieve.may_tell(item.text) for item in gold)
    for name, texts in (("gold", [item.text for item in gold]), ("dull", dull(len(gold)))):
        ours, bare, ratio = against(
            lambda texts=texts: rate(sieve.may_tell, texts * 5),
            lambda texts=texts: rate(sieve.scan, texts * 5),
        )
        print(f"prefilter   {ours:8.0f} texts/s on {name} texts; bare scan {bare:6.0f}; {ratio:.2f} times")
    print(f"prefilter   lets {kept} of {len(gold)} gold articles pass")


def cold_bench() -> None:
    """`tracker parse` of one article in new processes: median seconds and the peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text("Drones hit the Ryazan refinery overnight.", encoding="utf-8")
        command = [sys.executable, "-m", "tracker", "parse", str(file), "--published", "2025-08-22"]
        seconds = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            seconds.append(time.perf_counter() - start)
        assert json.loads(done.stdout)["strikes"]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MB
    print(f"cold parse  {median(seconds):8.2f} s, {peak:.0f} MB at most")


if __name__ == "__main__":
    cold_bench()
    parser_bench(knowledge())
    prefilter_bench(knowledge())
