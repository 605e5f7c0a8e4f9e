"""Run by soak_faults.py where mounts are seen by nobody else: a disk that fills, then one that is read-only."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from soak_faults import ARTICLES, added_until_refused, check_intact, refusal
from soak_world import World, view, world

from tracker import pipeline
from tracker.store import Store

DISK, STEPS, STEP = "4m", 10, 80_000


def mount(*options: str) -> None:
    """Mounts, or says why not."""
    subprocess.run(["mount", "-t", "tmpfs", *options], check=True)


def fill(file: Path) -> None:
    """Takes all the room that is left."""
    with suppress(OSError), file.open("wb", buffering=0) as target:
        while True:
            target.write(b"x" * 4096)


def full(disk: Path, elsewhere: Path, made: World) -> str:
    """Room for a few articles is given ten times, and used up; everything acknowledged is there each time."""
    address, ballast = f"sqlite:///{disk}/t.db", disk / "ballast"
    with Store.open(address) as store:
        ballast.write_bytes(b"x" * STEP * STEPS)
        told = set()
        for left in range(STEPS, 0, -1):
            acknowledged, what = added_until_refused(store, made)
            told |= {what, refusal(lambda: pipeline.remerge(store)) if not store.strikes() else what}
            seen = view(store)
            seen.check_whole(made.readings)
            assert {article.id for article in seen.articles} == acknowledged
            no_backup = refusal(lambda: store.backup(disk / "b.gz"))
            assert "cannot be written" in no_backup
            with ballast.open("r+b") as file:
                file.truncate(STEP * (left - 1))
        store.backup(elsewhere / f"full-{len(acknowledged)}.gz")
        pipeline.remerge(store)
    fill(ballast)
    no_store = refusal(lambda: Store.open(f"sqlite:///{disk}/new.db"))
    ballast.unlink()
    check_intact(address, made, acknowledged)
    return (
        f"full disk: {STEPS} times '{' or '.join(sorted(told))}', a new store '{no_store}', "
        f"{len(acknowledged)} articles, intact"
    )


def read_only(disk: Path, made: World) -> str:
    """The disk turns read-only under a store that is closed, and back."""
    address = f"sqlite:///{disk}/t.db"
    (disk / "new.db").unlink(missing_ok=True)
    with Store.open(address) as store:
        stored = {article.id for article in store.articles()}
    mount("-o", "remount,ro", str(disk))

    def write() -> None:
        with Store.open(address) as store:
            store.add(list(made.readings.values())[-1])

    what, new = refusal(write), refusal(lambda: Store.open(f"sqlite:///{disk}/new.db"))
    mount("-o", "remount,rw", str(disk))
    check_intact(address, made, stored)
    return f"read-only disk: '{what}', a new store '{new}', intact"


def main(disk: Path) -> None:
    """Both, on one small disk."""
    made = world(ARTICLES)
    mount("-o", f"size={DISK}", "none", str(disk))
    sys.stdout.write(f"{full(disk, disk.parent, made)}; {read_only(disk, made)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
