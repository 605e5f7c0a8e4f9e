"""What may befall a store from outside: each gives one line with a remedy, and nothing stored is lost.

A disk that fills and one that turns read-only are small file systems in memory, mounted where only a child
sees them (soak_mounts.py); where that is not allowed, a limit on the size of files stands in for the first.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from soak_world import FORK, Databases, World, by_article, check_file, view, world
from sqlalchemy import create_engine, text

from tracker import pipeline
from tracker.config import settings
from tracker.errors import StoreError
from tracker.events import merge
from tracker.store import Store

ARTICLES = 1_200
SMALL = 300
HEADER_BYTES = 100
BODY_FLIPS = 400
PAGE = 4096
NOBODY = 65534
ROOM = 300_000
"""Bytes that a file may still grow under the limit."""


def refusal(work: Callable[[], object]) -> str:
    """What the user is told when this is refused."""
    try:
        work()
    except StoreError as error:
        return told_by(error)
    raise AssertionError("nothing was refused")


def told_by(refused: StoreError) -> str:
    """What went wrong; the line must be one, with a place and a remedy."""
    assert refused.where, f"no place: {refused}"
    assert refused.remedy, f"no remedy: {refused}"
    assert "\n" not in str(refused), f"more than a line: {refused}"
    return refused.what


def added_until_refused(store: Store, made: World) -> tuple[set[str], str]:
    """Adds one article after another; which were acknowledged, and what stopped that."""
    acknowledged: set[str] = set()

    def add() -> None:
        for key, reading in made.readings.items():
            store.add(reading)
            acknowledged.add(key)

    return acknowledged, refusal(add)


def check_intact(address: str, made: World, acknowledged: set[str]) -> None:
    """All that was acknowledged is there and whole, no other article, and the file is sound."""
    with Store.open(address) as store:
        seen = view(store)
    seen.check_whole(made.readings)
    assert {article.id for article in seen.articles} == acknowledged
    check_file(address)


def filled(address: str, made: World, size: int) -> set[str]:
    """A store with so many articles and their strikes."""
    with Store.open(address) as store:
        store.add_all(list(made.readings.values())[:size])
        pipeline.remerge(store)
    return set(list(made.readings)[:size])


def disks(made: World, where: Databases) -> str:
    """A disk that fills and a disk that turns read-only, where mounting is allowed."""
    mount = where.folder / "disk"
    mount.mkdir()
    apart = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]
    if not shutil.which("unshare") or subprocess.run([*apart, "true"], check=False).returncode:
        return "no file system may be mounted here"
    script = Path(__file__).with_name("soak_mounts.py")
    done = subprocess.run(
        [*apart, sys.executable, str(script), str(mount)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def _limited(address: str, made: World) -> tuple[set[str], str]:
    """The child: no file may grow further than a little."""
    with Store.open(address) as store:
        store.add(next(iter(made.readings.values())))
        largest = max(file.stat().st_size for file in _files(address))
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + ROOM, resource.RLIM_INFINITY))
        acknowledged, what = added_until_refused(store, made)
        assert {article.id for article in store.articles()} == acknowledged
    return acknowledged, what


def _files(address: str) -> list[Path]:
    path = Path(address.removeprefix("sqlite:///"))
    return list(path.parent.glob(f"{path.name}*"))


def limit(made: World, where: Databases) -> str:
    """A file that may not grow any more."""
    address = where.sqlite()
    with ProcessPoolExecutor(1, mp_context=FORK) as processes:
        acknowledged, what = processes.submit(_limited, address, made).result()
    check_intact(address, made, acknowledged)
    with Store.open(address) as store:
        assert store.add_all(made.readings.values()) == len(made.readings) - len(acknowledged)
    check_intact(address, made, set(made.readings))
    return f"limit on files: '{what}' after {len(acknowledged)} articles, intact"


def _as_nobody(address: str, made: World, mode: tuple[int, int]) -> str:
    """The child: a user who may not write."""
    path = Path(address.removeprefix("sqlite:///"))
    path.parent.chmod(mode[0])
    path.chmod(mode[1])
    last = list(made.readings.values())[-1]
    if os.geteuid() == 0:
        os.seteuid(NOBODY)

    def write() -> None:
        with Store.open(address) as store:
            store.add(last)

    return refusal(write)


def read_only(made: World, where: Databases) -> str:
    """A folder or a file that this user may not write."""
    told = []
    for name, mode in (("folder", (0o555, 0o444)), ("file", (0o777, 0o444)), ("closed", (0o000, 0o444))):
        folder = where.folder / f"read only {name}"
        folder.mkdir()
        where.folder.chmod(0o755)
        address = f"sqlite:///{folder}/t.db"
        stored = filled(address, made, SMALL)
        with ProcessPoolExecutor(1, mp_context=FORK) as processes:
            what = processes.submit(_as_nobody, address, made, mode).result()
        folder.chmod(0o755)
        for file in _files(address):
            file.chmod(0o644)
        check_intact(address, made, stored)
        told.append(f"{name} '{what.replace(str(folder), '...')}'")
    return f"read-only: {', '.join(told)}, intact"


@contextmanager
def held(address: str) -> Iterator[None]:
    """Another program that holds the lock of writers."""
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
        return
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        connection.execute(text("SELECT 1 FROM meta FOR UPDATE"))
        yield
    engine.dispose()


def locked(made: World, where: Databases) -> str:
    """A store that another program is writing to, for longer than we wait."""
    told = []
    for name, address in where.both():
        stored = filled(address, made, SMALL)
        key, last = list(made.readings.items())[-1]
        with Store.open(address, wait_seconds=0.3) as store:
            with held(address):
                assert len(store.articles()) == SMALL, "readers must not wait"
                what = refusal(lambda store=store, last=last: store.add(last))  # type: ignore[misc]
                assert refusal(lambda store=store: pipeline.remerge(store)) == what  # type: ignore[misc]
            assert store.add(last)
        check_intact(address, made, stored | {key})
        told.append(f"{name} '{what}'")
    return f"locked: {', '.join(told)}, readers go on, intact"


def flips(whole: bytes) -> Iterator[bytes]:
    """The file with every byte of its header turned, then with runs of bytes turned anywhere else."""
    for at in range(HEADER_BYTES):
        yield _turned(whole, at, 1)
    chance = random.Random(5)  # noqa: S311
    for _ in range(BODY_FLIPS):
        page = chance.randrange(len(whole) // PAGE) * PAGE
        # a third of the time in the page's own header, which holds its kind and its number of cells
        at = page + chance.choice((chance.randrange(12), chance.randrange(PAGE), chance.randrange(PAGE)))
        yield _turned(whole, at, chance.choice((1, 8, 64)))


def _turned(whole: bytes, at: int, length: int) -> bytes:
    return whole[:at] + bytes(byte ^ 0xFF for byte in whole[at : at + length]) + whole[at + length :]


def outcome(address: str, made: World, good: object) -> str:
    """Reads and writes a damaged store as a program would."""
    try:
        with Store.open(address, wait_seconds=1) as store:
            same = replace(view(store), revision=0) == good
            store.add(list(made.readings.values())[-1])
            pipeline.remerge(store)
    except StoreError as error:
        return told_by(error)
    if same:
        return "harmless"
    try:
        with Store.open(address, read_only=True) as store:
            found = store.check()
    except StoreError:
        found = ["damaged"]
    return "unnoticed in use but named by tracker check" if found else "unnoticed"


def corrupted(made: World, where: Databases) -> str:
    """Bytes that turned on the disk, in the header and in the pages; then the backup is restored."""
    address, backup = where.sqlite(), where.folder / "before.gz"
    filled(address, made, SMALL)
    with Store.open(address) as store:
        store.backup(backup)
        good = replace(view(store), revision=0)
    path = Path(address.removeprefix("sqlite:///"))
    counts: Counter[str] = Counter()
    for content in flips(path.read_bytes()):
        for file in _files(address):
            file.unlink()
        path.write_bytes(content)
        counts[outcome(address, made, good)] += 1
    with Store.open(where.sqlite()) as store:
        store.restore(backup)
        assert replace(view(store), revision=0) == good, "the backup did not bring everything back"
    told = ", ".join(f"{times} {what}" for what, times in counts.most_common())
    return f"turned bytes: {counts.total()} times: {told}; the backup brings all back"


def on_day(day: int) -> None:
    """Sets the program's clock."""
    os.environ["TRACKER_TODAY"] = f"2025-09-{day:02}"
    settings.cache_clear()


def clock(made: World, where: Databases) -> str:
    """A clock that goes back between any two steps: nothing is lost, no moment shows a thing twice."""
    chance, days = random.Random(6), []  # noqa: S311
    for _, address in where.both():
        with patch.dict(os.environ), Store.open(address) as store:
            for reading in list(made.readings.values())[:SMALL]:
                on_day(days[-1] if chance.random() < 0.9 and days else chance.randrange(5, 25))
                days.append(settings().clock().day)
                store.add(reading)
                pipeline.remerge(store) if chance.random() < 0.1 else None
            for article in store.articles():
                for _ in range(3 if chance.random() < 0.2 else 0):
                    on_day(chance.randrange(5, 25))
                    kept = store.stored(article.id)
                    assert kept is not None
                    assert store.reread([kept.parsed], merge)[0] == 1
            assert store.strikes(), "strikes must be there after a newer reading"
            _check_history(store)
            pipeline.remerge(store)
        settings.cache_clear()
        check_intact(address, made, set(list(made.readings)[:SMALL]))
    back = sum(later < earlier for earlier, later in pairwise(days))
    return f"clock: {back} times back, every moment shows each report once, intact"


def _check_history(store: Store) -> None:
    final = {key: len(found) for key, found in by_article(store.reports()).items()}
    for day in range(4, 27):
        moment = datetime(2025, 9, day, 12, tzinfo=UTC)
        known = {article.id for article in store.articles(moment)}
        for key, found in by_article(store.reports(moment)).items():
            assert key in known, f"on day {day} a report of an article that had not come"
            assert len(found) == final[key], f"on day {day} {len(found)} reports of {key}, not {final[key]}"


def run(where: Databases) -> str:
    """All of them."""
    made = world(ARTICLES)
    return "; ".join(part(made, where) for part in (disks, limit, read_only, locked, corrupted, clock))
