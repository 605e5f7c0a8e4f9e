"""kill -9 at any moment of an ingest: what was acknowledged is there once and whole, the next run completes.

A child runs the real `pipeline.ingest` over all articles and tells through a pipe what the store has
acknowledged. It is killed a random while after a random acknowledgement, or after merging has begun; then the
store is looked at and the next child starts over the same articles, as a user would.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from soak_world import FORK, Databases, World, check_file, view, world

from tracker import pipeline
from tracker.model import Parsed
from tracker.store import Store, article_key
from tracker.store.write import Change

ARTICLES = 5_000
KILLS = {"SQLite": 50, "PostgreSQL": 10}
SEED = 4
MERGING_SHARE = 0.3
"""So many of the kills hit merging, which takes one part in ten of the time of an ingest."""

LATER_SECONDS = {"adding": 0.008, "merging": 0.4}
"""At most so long after the chosen moment: about one article, and about one merge of half of them."""

WORD = 16
MERGING, MERGED = b"merging".ljust(WORD), b"merged".ljust(WORD)


class Telling(Store):
    """A store that tells through a pipe what it has acknowledged."""

    pipe: int

    def add(self, parsed: Parsed) -> bool:
        new = super().add(parsed)
        os.write(self.pipe, article_key(parsed.article).encode())
        return new

    def remerge(self, merge: Callable[..., Any]) -> Change:
        os.write(self.pipe, MERGING)
        change = super().remerge(merge)
        os.write(self.pipe, MERGED)
        return change


@dataclass
class Tally:
    """What was seen so far."""

    acknowledged: set[str] = field(default_factory=set)
    unacknowledged: int = 0
    kills: dict[str, int] = field(default_factory=lambda: {"adding": 0, "merging": 0})


def ingest(address: str, made: World, size: int, pipe: int) -> None:
    """The child: one ingest of the first so many articles."""
    with made.read_already() as known, Telling.open(address) as store:
        store.pipe = pipe
        pipeline.ingest(store, made.articles[:size], known)


def killed(address: str, made: World, size: int, new: int, later: float, tally: Tally) -> str | None:
    """Starts a child and kills it; what it was doing, None when it was done before."""
    incoming, outgoing = os.pipe()
    child = FORK.Process(target=ingest, args=(address, made, size, outgoing))
    child.start()
    os.close(outgoing)
    goal, doing = len(tally.acknowledged) + new, "adding"
    with os.fdopen(incoming, "rb") as told:
        while len(tally.acknowledged) < goal and (word := told.read(WORD)):
            if word == MERGING:
                doing = "merging"
                break
            tally.acknowledged.add(word.decode())
        time.sleep(later)
        os.kill(child.pid or 0, signal.SIGKILL)
        rest = told.read()
    child.join()
    words = {rest[n : n + WORD] for n in range(0, len(rest), WORD)}
    tally.acknowledged |= {word.decode() for word in words - {MERGING, MERGED}}
    return doing if child.exitcode == -signal.SIGKILL and MERGED not in words else None


def looked_at(address: str, made: World, tally: Tally) -> None:
    """Looks at the store after a kill: all that was acknowledged, at most one article more for each kill."""
    with Store.open(address) as store:
        seen = view(store)
    seen.check_whole(made.readings)
    ids = {article.id for article in seen.articles}
    assert ids >= tally.acknowledged, f"lost: {sorted(tally.acknowledged - ids)[:5]}"
    extra = ids - tally.acknowledged
    assert len(extra) <= 1, f"{len(extra)} articles that nobody acknowledged"
    tally.unacknowledged += len(extra)
    tally.acknowledged |= ids


def storm(address: str, made: World, kills: int) -> Tally:
    """Kills so many children one after another, spread over the whole ingest, and looks after each."""
    chance, tally = random.Random(SEED), Tally()  # noqa: S311
    while (done := sum(tally.kills.values())) < kills:
        left = len(made.articles) - len(tally.acknowledged)
        new = min(left - 1, round(chance.uniform(0, 2) * left / (kills - done)))
        merging = chance.random() < MERGING_SHARE
        aim = "merging" if merging else "adding"
        # whoever is to die while merging gets a feed that ends where its share of new articles does
        size = len(tally.acknowledged) + new if merging else len(made.articles)
        later = chance.uniform(0, LATER_SECONDS[aim])
        doing = killed(address, made, size, left + 1 if merging else new, later, tally)
        looked_at(address, made, tally)
        if doing:
            tally.kills[doing] += 1
    return tally


def run(where: Databases) -> str:
    """Both databases, each beside a run that nobody disturbs."""
    made = world(ARTICLES)
    lines = []
    with made.read_already() as known, Store.open("sqlite://") as store:
        pipeline.ingest(store, made.articles, known)
        undisturbed = view(store)
    for name, address in where.both():
        tally = storm(address, made, KILLS[name])
        with made.read_already() as known, Store.open(address) as store:
            summary = pipeline.ingest(store, made.articles, known)
            assert (summary.read, summary.failed) == (ARTICLES, ()), "the next run did not complete"
            assert not pipeline.remerge(store), "merging again changed something"
            seen = view(store)
        seen.check_whole(made.readings)
        assert len(seen.articles) == ARTICLES
        assert seen.strikes == undisturbed.strikes, "the strikes differ from those of an undisturbed run"
        check_file(address)
        lines.append(
            f"{name} {tally.kills['adding']} kills while adding and {tally.kills['merging']} while merging, "
            f"0 lost, 0 doubled, 0 half-written, {tally.unacknowledged} kept that were not yet acknowledged"
        )
    return f"{ARTICLES} articles, {len(undisturbed.strikes)} strikes as undisturbed; " + "; ".join(lines)
