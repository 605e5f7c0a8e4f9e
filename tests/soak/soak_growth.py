"""Ten times as many articles and reports, stored and merged: how much more time and memory that takes.

Each size is a new process, which has not read a word before, so that its peak of memory is its own. The limit
is on processor time, which other programs on the machine disturb least; the time on the clock stands beside it.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from soak_world import FIRST, WORDS, Databases, made_up

from tracker import pipeline
from tracker.knowledge import knowledge
from tracker.model import DateBasis, DatePrecision, Parsed, When
from tracker.store import Store

SIZES = (10_000, 100_000)
REPORTS_IN_TEN = 3
REPORTS_A_STRIKE = 3
BATCH = 500
WORDS_A_TEXT = 120
ALLOWED = 1.15
WARM = 200
ROUNDS = (3, 2)
"""The small size is measured more often, and the best round counts."""


@dataclass(frozen=True)
class Cost:
    """What one size took: processor seconds of each step, all seconds, and the memory that it added."""

    steps: dict[str, float]
    clock: float
    megabytes: float
    strikes: int


def pattern() -> Parsed:
    """What the parser reads in an article with one strike."""
    readings = (pipeline.parse(made_up(number), knowledge()) for number in range(100))
    return next(reading for reading in readings if reading.reports and not reading.supply_reports)


def parsed(pattern: Parsed, size: int) -> Iterator[Parsed]:
    """Articles of which three in ten have a report, three reports to a strike, spread over the years."""
    strikes = max(1, size * REPORTS_IN_TEN // 10 // REPORTS_A_STRIKE)
    for number in range(size):
        chance = random.Random(number)  # noqa: S311
        filler = " ".join(f"{chance.choice(WORDS)}{chance.randrange(400)}" for _ in range(WORDS_A_TEXT))
        text = f"{pattern.article.text} {filler}"
        article = replace(pattern.article, id=f"g{number}", text=text, url=f"https://o{number}.example/1")
        reports = ()
        if number % 10 < REPORTS_IN_TEN:
            strike = (number // 10 * REPORTS_IN_TEN + number % 10) % strikes
            day = FIRST + timedelta(days=strike // 40 * 3)
            when = When(day, day + timedelta(days=1), DatePrecision.NIGHT, DateBasis.EXPLICIT)
            reports = tuple(
                replace(report, facility_id=f"site-{strike % 40}", when=when) for report in pattern.reports
            )
        yield replace(pattern, article=article, reports=reports)


def measured(address: str, made: Parsed, size: int) -> Cost:
    """The child: stores, merges, merges again, and reads everything."""
    with Store.open("sqlite://") as warm:
        _stored(warm, made, WARM)
        pipeline.remerge(warm)
        warm.strikes()
    gc.collect()
    before = peak_megabytes()
    steps: dict[str, float] = {}
    began = time.monotonic()

    def step(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        done = work()
        steps[name] = time.process_time() - start
        return done

    with Store.open(address) as store:
        step("store", lambda: _stored(store, made, size))
        change = step("merge", lambda: pipeline.remerge(store))
        assert not step("merge again", lambda: pipeline.remerge(store))
        read = step("read", lambda: (store.strikes(), store.articles(), store.supply_reports()))
        assert (len(read[0]), len(read[1])) == (change.added, size)
    return Cost(steps, time.monotonic() - began, peak_megabytes() - before, change.added)


def peak_megabytes() -> float:
    """The most memory that this process has had; `getrusage` would count the parent's too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _stored(store: Store, made: Parsed, size: int) -> None:
    coming = parsed(made, size)
    while batch := list(islice(coming, BATCH)):
        store.add_all(batch)


def cost(address: str, made: Parsed, size: int) -> Cost:
    """One size in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        return processes.submit(measured, address, made, size).result()


def best(address: Callable[[], str], made: Parsed, size: int, rounds: int) -> Cost:
    """The cheapest round, each in a new database; step by step."""
    costs = [cost(address(), made, size) for _ in range(rounds)]
    steps = {name: min(one.steps[name] for one in costs) for name in costs[0].steps}
    return Cost(steps, min(one.clock for one in costs), min(one.megabytes for one in costs), costs[0].strikes)


def run(where: Databases) -> str:
    """Both sizes on SQLite; what a server does with its own memory is not ours to measure."""
    made = pattern()
    small, large = (
        best(where.sqlite, made, size, rounds) for size, rounds in zip(SIZES, ROUNDS, strict=True)
    )
    times = SIZES[1] / SIZES[0]
    seconds = [sum(one.steps.values()) for one in (small, large)]
    growth = {"time": seconds[1] / seconds[0] / times, "memory": large.megabytes / small.megabytes / times}
    each = ", ".join(f"{step} {large.steps[step] / small.steps[step] / times:.2f}" for step in small.steps)
    line = (
        f"{SIZES[0]} -> {SIZES[1]} articles, {small.strikes} -> {large.strikes} strikes of three reports: "
        f"{seconds[0]:.1f} -> {seconds[1]:.1f} s of processor ({small.clock:.0f} -> {large.clock:.0f} s), "
        f"{small.megabytes:.0f} -> {large.megabytes:.0f} MB: "
        f"time {growth['time']:.2f} ({each}), memory {growth['memory']:.2f} times linear"
    )
    assert max(growth.values()) <= ALLOWED, f"more than {ALLOWED} times linear: {line}"
    return line
