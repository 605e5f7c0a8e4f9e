"""A backup while four writers write: what is restored is the store as it stood at that moment."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from soak_world import FORK, Databases, View, World, seen_by, view, world

from tracker import pipeline
from tracker.store import Store, article_key
from tracker.store.backup import write_backup
from tracker.store.migrate import newest

ARTICLES = 4_000
WRITERS = 4
BACKUPS = 12
MERGE_EVERY = 25
CHANGES = 60
"""So many at least between two backups."""


def write(address: str, made: World, number: int, over: Any, answers: Any) -> None:
    """A writer: adds its articles and merges now and then until told to stop."""
    mine = made.articles[number::WRITERS]
    done = 0
    with Store.open(address) as store:
        for done, article in enumerate(mine, start=1):
            store.add(made.readings[article_key(article)])
            if done % MERGE_EVERY == 0:
                pipeline.remerge(store)
            if over.is_set():
                break
    answers.put(done)


def backed_up(store: Store, number: int, file: Path) -> View | None:
    """Writes a backup; every other one inside a transaction that also looks, and then gives what it saw."""
    if number % 2:
        store.backup(file)
        return None
    with store._database.reading() as connection:
        seen = seen_by(connection)
        write_backup(connection, newest(), file)
    return seen


def grown(store: Store, last: int) -> int:
    """Waits until the writers have changed the store so many times more; gives the revision then."""
    deadline = time.monotonic() + 60
    while (now := store.revision()) < last + CHANGES:
        assert time.monotonic() < deadline, "the writers stand still"
    return now


def compare(file: Path, address: str, seen: View | None, final: View, between: tuple[int, int]) -> int:
    """Restores a backup and holds it against what was there; gives how many articles it holds."""
    with Store.open(address) as store:
        store.restore(file)
        back = view(store)
    back.check()
    assert back == seen or seen is None, "what was restored is not what the same moment showed"
    assert between[0] <= back.revision <= between[1], "the backup is of another moment"
    assert back.articles == final.articles[: len(back.articles)], "the backup has a gap"
    assert back.reports == final.reports[: len(back.reports)], "the backup has a gap in its reports"
    assert {report.article_id for report in back.reports} == {
        report.article_id
        for report in final.reports
        if report.article_id in {article.id for article in back.articles}
    }, "an article came without its reports"
    return len(back.articles)


def moments(name: str, address: str, made: World, where: Databases) -> str:
    """One database: backups one after another until the writers are done, then each is restored."""
    Store.open(address).close()
    over, answers, folder = FORK.Event(), FORK.Queue(), where.folder / f"backups of {name}"
    folder.mkdir()
    children = [
        FORK.Process(target=write, args=(address, made, number, over, answers)) for number in range(WRITERS)
    ]
    for child in children:
        child.start()
    taken = []
    with Store.open(address) as store:
        for number in range(BACKUPS):
            before = grown(store, taken[-1][2][1] if taken else 0)
            seen = backed_up(store, number, folder / f"{number}.gz")
            taken.append((number, seen, (before, store.revision())))
        busy = sum(child.is_alive() for child in children)
        over.set()
        added = sum(answers.get(timeout=120) for _ in children)
        for child in children:
            child.join()
        final = view(store)
    assert len(final.articles) == added
    assert busy == WRITERS, "the writers were done before the backups: nothing was shown"
    sizes = [
        compare(folder / f"{number}.gz", where.sqlite(), seen, final, between)
        for number, seen, between in taken
    ]
    moved = sum(first < last for _, _, (first, last) in taken)
    return (
        f"{name} {BACKUPS} backups of {min(sizes)} to {max(sizes)} articles, in {moved} of which the store "
        f"changed meanwhile, all restored as at their moment"
    )


def run(where: Databases) -> str:
    """Both databases."""
    made = world(ARTICLES)
    lines = [moments(name, address, made, where) for name, address in where.both()]
    return f"{WRITERS} writers; " + "; ".join(lines)
