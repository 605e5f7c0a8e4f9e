"""A writer that is killed at any moment loses nothing that it had acknowledged; many at once lose nothing."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from store_makers import merged, parsed

from tracker.events import merge
from tracker.store import Store, article_key

WRITER = """
import sys
sys.path[:0] = sys.argv[3:]
from store_makers import parsed
from tracker.events import merge
from tracker.store import Store
with Store.open(sys.argv[1]) as store:
    print("ready", flush=True)
    for number in range(int(sys.argv[2]), 1_000_000):
        store.add(parsed(f"outlet{number}", day=2 + number % 25))
        if number % 7 == 0:
            store.remerge(merge)
        print(number, flush=True)
"""


def start(address: str, first: int) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    paths = [str(root), str(Path(__file__).parent)]
    command = [sys.executable, "-c", WRITER, address, str(first), *paths]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def acknowledged_before_kill(address: str, first: int, enough: int) -> list[int]:
    """Kills a writer once it has acknowledged so many, somewhere inside its next step."""
    with start(address, first) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        lines = [writer.stdout.readline() for _ in range(enough)]
        os.kill(writer.pid, signal.SIGKILL)
        lines += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    return [int(line) for line in lines if line.endswith("\n")]


@pytest.mark.parametrize("enough", [1, 7, 20])
def test_what_was_acknowledged_before_kill_9_is_there_once(address: str, enough: int) -> None:
    acknowledged: list[int] = []
    for _ in range(3):
        first = max(acknowledged, default=-1) + 1
        acknowledged += acknowledged_before_kill(address, first, enough)
        with Store.open(address) as store:
            keys = [a.id for a in store.articles()]
            assert len(keys) == len(set(keys))
            expected = {article_key(parsed(f"outlet{n}", day=2 + n % 25).article) for n in acknowledged}
            assert expected <= set(keys)
            assert (
                len(keys) <= len(acknowledged) + 3
            )  # at most one a kill was stored and not yet acknowledged
            assert len(store.reports()) == len(store.supply_reports()) == len(keys)
            assert all(len(r.evidence) == 2 for r in store.reports())
            store.remerge(merge)
            assert store.strikes() == merged(store)


def test_a_killed_first_start_is_repaired_by_the_next(address: str) -> None:
    with start(address, 0) as writer:
        writer.kill()
    with Store.open(address) as store:
        store.add(parsed("telex"))
        assert len(store.articles()) >= 1


def test_many_threads_share_one_store(address: str) -> None:
    with Store.open(address) as store, ThreadPoolExecutor(12) as threads:

        def write(number: int) -> bool:
            new = store.add(parsed(f"outlet{number % 30}", day=2 + number % 25))
            store.remerge(merge)
            return new

        def read(_: int) -> int:
            strikes = store.strikes()
            assert all(strike.reports for strike in strikes)
            return sum(len(strike.reports) for strike in strikes)

        writes = [threads.submit(write, number) for number in range(60)]
        reads = [threads.submit(read, number) for number in range(60)]
        assert sum(w.result() for w in writes) == 30
        assert all(r.result() <= 30 for r in reads)
        assert len(store.articles()) == 30
        assert store.strikes() == merged(store)
        assert not store.remerge(merge)


def test_a_writer_who_waits_is_not_overtaken_by_one_in_a_hurry(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)

    def somebody_waits() -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        fcntl.flock(handle, fcntl.LOCK_UN)
        return False

    with Store.open(f"sqlite:///{tmp_path}/t.db") as store, ThreadPoolExecutor(2) as threads:
        with store._database.writing():
            first = threads.submit(store.add, parsed("first"))
            while not somebody_waits():
                pass
            second = threads.submit(store.add, parsed("second"))
        assert first.result()
        assert second.result()
        assert [article.title for article in store.articles()] == ["first", "second"]
    os.close(handle)


def test_a_turn_that_is_never_given_back_stops_nobody_for_ever(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with Store.open(f"sqlite:///{tmp_path}/t.db", wait_seconds=0.05) as store:
        assert store.add(parsed("telex"))
    os.close(handle)


def test_a_store_in_memory_is_one_for_all_threads() -> None:
    with Store.open("sqlite://") as store, ThreadPoolExecutor(8) as threads:
        added = list(threads.map(lambda n: store.add(parsed(f"outlet{n % 10}")), range(40)))
        assert sum(added) == len(store.articles()) == 10


def test_many_processes_may_open_a_new_store_at_once(address: str) -> None:
    writers = [start(address, 1000 * number) for number in range(4)]
    try:
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            assert int(writer.stdout.readline()) % 1000 == 0
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    with Store.open(address) as store:
        assert len(store.articles()) >= 4
        assert len(store.reports()) == len(store.articles())
