"""A backup holds everything, from any database to any other, and a bad one costs nothing."""

from __future__ import annotations

import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_makers import PARSED, fill, parsed

from tracker.errors import StoreError
from tracker.events import merge
from tracker.model import Parsed
from tracker.store import Store


def same(one: Store, other: Store) -> bool:
    return (
        one.articles() == other.articles()
        and one.reports() == other.reports()
        and one.supply_reports() == other.supply_reports()
        and one.strikes() == other.strikes()
        and one.revision() == other.revision()
    )


def test_a_backup_brings_everything_back(store: Store, tmp_path: Path) -> None:
    fill(store, [parsed("telex"), parsed("hvg"), parsed("sme", day=14)])
    written = store.backup(tmp_path / "b.gz")
    assert (written.articles, written.strikes) == (3, 2)
    with Store.open(f"sqlite:///{tmp_path}/new.db") as new:
        assert new.restore(tmp_path / "b.gz") == written
        assert same(store, new)
        assert new.stored(new.articles()[0].id) == store.stored(store.articles()[0].id)
        assert new.add(parsed("late"))


def test_a_backup_of_sqlite_is_restored_into_each_database(store: Store, tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path}/old.db") as old:
        fill(old, [parsed("telex"), parsed("hvg")])
        old.backup(tmp_path / "b.gz")
        store.restore(tmp_path / "b.gz")
        assert same(old, store)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PARSED, max_size=3))
def test_text_of_any_code_points_survives_a_backup(tmp_path: Path, found: list[Parsed]) -> None:
    with Store.open("sqlite://") as old, Store.open("sqlite://") as new:
        old.add_all(found)
        old.backup(tmp_path / "b.gz")
        new.restore(tmp_path / "b.gz")
        assert same(old, new)


def test_former_readings_and_names_are_in_the_backup(store: Store, tmp_path: Path) -> None:
    fill(store, [parsed("telex")])
    kept = store.stored(store.articles()[0].id)
    assert kept is not None
    store.reread([kept.parsed], merge)
    store.put_strikes(())
    store.remerge(merge)
    store.backup(tmp_path / "b.gz")
    with Store.open("sqlite://") as new:
        rows = new.restore(tmp_path / "b.gz").rows
        assert rows == store.backup(tmp_path / "c.gz").rows
        new.backup(tmp_path / "d.gz")
    unpacked = [gzip.decompress((tmp_path / name).read_bytes()) for name in ("b.gz", "d.gz")]
    assert unpacked[0] == unpacked[1]


def test_a_store_in_use_is_backed_up_as_it_stood_at_one_moment(address: str, tmp_path: Path) -> None:
    with Store.open(address) as store, ThreadPoolExecutor(4) as threads:
        writes = [threads.submit(store.add, parsed(f"outlet{n}")) for n in range(40)]
        backups = [threads.submit(store.backup, tmp_path / f"{n}.gz") for n in range(5)]
        assert all(write.result() for write in writes)
        for number, backup in enumerate(backups):
            with Store.open("sqlite://") as new:
                told = backup.result()
                assert new.restore(tmp_path / f"{number}.gz") == told
                assert len(new.reports()) == len(new.articles()) == told.articles


def test_a_store_with_something_in_it_is_not_written_over(store: Store, tmp_path: Path) -> None:
    store.add(parsed("telex"))
    store.backup(tmp_path / "b.gz")
    with pytest.raises(StoreError, match=r"b\.gz: the store is not empty\. Restore into a new, empty store"):
        store.restore(tmp_path / "b.gz")
    assert len(store.articles()) == 1


def damaged(kind: str, file: Path) -> None:
    """Makes a good backup a bad one."""
    whole = file.read_bytes()
    lines = gzip.decompress(whole).splitlines()
    if kind == "cut short":
        file.write_bytes(whole[: len(whole) // 2])
    elif kind == "a line is missing":
        file.write_bytes(gzip.compress(b"\n".join(lines[:1] + lines[2:]) + b"\n"))
    elif kind == "not packed":
        file.write_text("hello")
    elif kind == "a flipped byte":
        file.write_bytes(whole[:60] + bytes([whole[60] ^ 0xFF]) + whole[61:])
    else:
        file.write_bytes(b"")


@pytest.mark.parametrize("kind", ["cut short", "a line is missing", "not packed", "a flipped byte", "empty"])
def test_a_bad_backup_leaves_the_store_empty(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "b.gz"
    with Store.open("sqlite://") as old:
        fill(old, [parsed(f"outlet{n}") for n in range(9)])
        old.backup(file)
    damaged(kind, file)
    with Store.open("sqlite://") as new:
        with pytest.raises(StoreError, match=r"b\.gz: .*Use another backup; the store is as it was"):
            new.restore(file)
        assert new.articles() == ()
        assert new.add(parsed("telex"))


def test_a_backup_of_another_schema_is_refused(tmp_path: Path) -> None:
    import hashlib

    line = json.dumps({"format": "energy-strike-tracker backup 1", "schema": "0001", "rows": {}})
    packed = f"{line}\n{hashlib.sha256(line.encode()).hexdigest()}\n"
    (tmp_path / "b.gz").write_bytes(gzip.compress(packed.encode()))
    with Store.open("sqlite://") as store, pytest.raises(StoreError, match="is a backup of schema 0001"):
        store.restore(tmp_path / "b.gz")


def test_a_missing_backup_and_a_folder_without_room_are_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.gz: cannot be read as a backup"):
        store.restore(tmp_path / "none.gz")
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"the backup cannot be written .*Name a file in a writable folder"):
        store.backup(tmp_path / "file" / "b.gz")


def test_a_backup_that_fails_leaves_the_one_before(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(parsed("telex"))
    store.backup(tmp_path / "b.gz")
    before = (tmp_path / "b.gz").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tracker.store.backup.json.dumps", full)
    with pytest.raises(StoreError, match="No space left"):
        store.backup(tmp_path / "b.gz")
    assert (tmp_path / "b.gz").read_bytes() == before
    assert [file.name for file in tmp_path.glob("b.gz*")] == ["b.gz"]
