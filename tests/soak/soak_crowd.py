"""Eight writers and twenty readers at once, half of them processes and half threads of one.

Every article is offered by two writers. Readers see one consistent view after the other: nothing refers to
what is not there, the revision never goes back, and whoever sees the same revision sees the same strikes.
"""

from __future__ import annotations

import hashlib
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from soak_world import FORK, Databases, World, check_file, view, world

from tracker import pipeline
from tracker.store import Store, article_key

ARTICLES = 480
WRITERS, READERS = 8, 20
MERGE_EVERY = 20
PAUSE_SECONDS = 0.2
"""What a reader takes at most between two looks."""


@dataclass
class Seen:
    """What one writer or reader met with."""

    new: int = 0
    views: int = 0
    slowest: float = 0.0
    strikes: dict[int, str] = field(default_factory=dict)
    error: str = ""


def wrote(store: Store, made: World, number: int, seen: Seen) -> None:
    """Adds a quarter of the articles, half of which its neighbour adds too, and merges now and then."""
    share = len(made.articles) // WRITERS
    mine = [made.articles[n % len(made.articles)] for n in range(number * share, (number + 2) * share)]
    for done, article in enumerate(mine, start=1):
        began = time.monotonic()
        seen.new += store.add(made.readings[article_key(article)])
        seen.slowest = max(seen.slowest, time.monotonic() - began)
        if done % MERGE_EVERY == 0:
            pipeline.remerge(store)


def looked(store: Store, over: Callable[[float], bool], seen: Seen) -> None:
    """Looks at the whole store until the writers are done, and once more."""
    last, final, earlier = 0, False, ""
    while not final:
        final = over(PAUSE_SECONDS)
        began = time.monotonic()
        now = view(store)
        seen.slowest = max(seen.slowest, time.monotonic() - began)
        now.check()
        assert now.revision >= last, f"revision {now.revision} after {last}"
        assert store.revision() >= now.revision
        last = now.revision
        seen.strikes[last] = hashlib.sha256(repr(now.strikes).encode()).hexdigest()
        seen.views += 1
        if earlier:
            assert store.strike(earlier) is not None, f"the former strike {earlier} leads nowhere"
        earlier = now.strikes[seen.views % len(now.strikes)].id if now.strikes else ""


def told(work: Callable[[Store, Seen], None], store: Store, answers: Any) -> None:
    """Runs one writer or reader; whatever happens to it is told."""
    seen = Seen()
    try:
        work(store, seen)
    except BaseException:
        seen.error = traceback.format_exc()
    answers.put(seen)


def process(address: str, works: Iterable[Callable[[Store, Seen], None]], answers: Any) -> None:
    """A process with a store of its own, which all its threads share."""
    with Store.open(address) as store:
        threads = [threading.Thread(target=told, args=(work, store, answers)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def gathered(address: str, made: World) -> tuple[list[Seen], list[Seen]]:
    """What all writers and all readers saw."""
    over, written, read = FORK.Event(), FORK.Queue(), FORK.Queue()
    writers = [partial(_writer, made, number) for number in range(WRITERS)]
    readers = [partial(_reader, over.wait)] * READERS

    def started(works: list[Any], answers: Any) -> list[Any]:
        half = len(works) // 2
        groups = [*([work] for work in works[:half]), works[half:]]
        children = [FORK.Process(target=process, args=(address, group, answers)) for group in groups]
        for child in children:
            child.start()
        return children

    children = started(readers, read) + started(writers, written)
    wrote_all = [written.get(timeout=600) for _ in writers]
    over.set()
    looked_all = [read.get(timeout=120) for _ in readers]
    for child in children:
        child.join()
    return wrote_all, looked_all


def _writer(made: World, number: int, store: Store, seen: Seen) -> None:
    wrote(store, made, number, seen)


def _reader(over: Callable[[float], bool], store: Store, seen: Seen) -> None:
    looked(store, over, seen)


def agreed(looked_all: Iterable[Seen]) -> int:
    """How many revisions more than one reader saw, all of them alike."""
    strikes: dict[int, list[str]] = {}
    for seen in looked_all:
        for revision, digest in seen.strikes.items():
            strikes.setdefault(revision, []).append(digest)
    for revision, digests in strikes.items():
        assert len(set(digests)) == 1, f"readers of revision {revision} saw different strikes"
    return sum(len(digests) > 1 for digests in strikes.values())


def crowd(name: str, address: str, made: World) -> str:
    """One database: everybody at once, then what is there."""
    Store.open(address).close()
    wrote_all, looked_all = gathered(address, made)
    for seen in (*wrote_all, *looked_all):
        assert not seen.error, seen.error
    assert sum(seen.new for seen in wrote_all) == len(made.articles), "an article was lost or came twice"
    with Store.open(address) as store, Store.open("sqlite://") as calm:
        pipeline.remerge(store)
        now = view(store)
        now.check_whole(made.readings)
        assert {article.id for article in now.articles} == set(made.readings)
        calm.add_all(made.readings.values())
        pipeline.remerge(calm)
        assert now.strikes == calm.strikes(), "the strikes differ from those of one writer alone"
    check_file(address)
    return (
        f"{name} 0 errors, {len(made.articles)} articles once, {len(now.strikes)} strikes as of one writer, "
        f"{sum(seen.views for seen in looked_all)} views, {agreed(looked_all)} revisions seen alike by several, "
        f"slowest write {max(seen.slowest for seen in wrote_all):.1f} s, "
        f"slowest view {max(seen.slowest for seen in looked_all):.1f} s"
    )


def run(where: Databases) -> str:
    """Both databases."""
    made = world(ARTICLES)
    lines = [crowd(name, address, made) for name, address in where.both()]
    return f"{WRITERS} writers and {READERS} readers; " + "; ".join(lines)
