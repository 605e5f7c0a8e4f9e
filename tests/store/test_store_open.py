"""Addresses and files that cannot work give one line with the remedy, and are left as they were."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, exc
from store_makers import fill, parsed

from tracker.errors import StoreError
from tracker.store import Store, write
from tracker.store.failures import explained, failure


def refusal(url: str, **how: object) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(url, **how)  # type: ignore[arg-type]
    line = str(caught.value)
    assert "\n" not in line
    assert caught.value.remedy
    return line


def everything(store: Store) -> tuple[object, ...]:
    return store.articles(), store.strikes()


def failing_to_read(url: str) -> str:
    with pytest.raises(StoreError) as caught, Store.open(url) as store:
        everything(store)
    return str(caught.value)


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path}/a/b/t.db") as store:
        assert store.add(parsed("telex"))
    assert (tmp_path / "a" / "b" / "t.db").is_file()


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "t.db").touch()
    with Store.open(f"sqlite:///{tmp_path}/t.db") as store:
        assert store.revision() == 0


def test_what_was_stored_is_there_after_reopening(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    with Store.open(url) as store:
        strikes = fill(store, [parsed("telex"), parsed("hvg")])
    with Store.open(url) as store:
        assert store.strikes() == strikes
        assert store.revision() == 2


def test_the_database_is_set_up_to_survive(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path}/t.db") as store, store._database.reading() as connection:
        ask = lambda name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # noqa: E731
        assert ask("journal_mode") == "wal"
        assert ask("foreign_keys") == 1
        assert ask("busy_timeout") == 30_000
        assert ask("synchronous") == 2


@pytest.mark.parametrize(
    "content", [b"a text, not a database. " * 100, b"\x89PNG" * 2000, b"x", b"a short note"]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    line = refusal(f"sqlite:///{path}")
    assert f"{path}: is not a database. Move the file away" in line
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_a_damaged_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with Store.open(f"sqlite:///{path}") as store:
        fill(store, [parsed(f"outlet{n}") for n in range(200)])
    whole = path.read_bytes()
    # the first page stays: the file still looks like a database
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    line = failing_to_read(f"sqlite:///{path}")
    assert "t.db: the database is damaged. Restore a backup" in line


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reports SET target_kind = 'pumqing_station'",
        "UPDATE reports SET place_lat = 5285.0",
        "UPDATE reports SET date_start = '2025-08-9'",
        "UPDATE reports SET weapons = '[\"drone'",
        "UPDATE evidence SET end_at = end_at + 1",
        "UPDATE strikes SET name = CAST(X'556e65ff' AS TEXT)",
        "UPDATE articles SET text = replace(text, 'hit', 'hot')",
        "DELETE FROM reports",
    ],
)
def test_cells_that_nobody_wrote_are_damage_and_no_crash(tmp_path: Path, change: str) -> None:
    path = tmp_path / "t.db"
    with Store.open(f"sqlite:///{path}") as store:
        fill(store, [parsed("telex"), parsed("hvg")])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    line = failing_to_read(f"sqlite:///{path}")
    assert "t.db: the database is damaged. Restore a backup" in line
    assert "\n" not in line


@pytest.mark.parametrize("at", [0, 16, 28, 47, 59])
def test_a_header_with_a_turned_byte_says_so(tmp_path: Path, at: int) -> None:
    path = tmp_path / "t.db"
    with Store.open(f"sqlite:///{path}") as store:
        fill(store, [parsed("telex")])
    whole = bytearray(path.read_bytes())
    whole[at] ^= 0xFF
    path.write_bytes(whole)
    assert "estore a backup" in failing_to_read(f"sqlite:///{path}")


def test_a_database_cut_short_says_so(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with Store.open(f"sqlite:///{path}") as store:
        fill(store, [parsed(f"outlet{n}") for n in range(200)])
    path.write_bytes(path.read_bytes()[: 4096 * 3])
    assert "the database is damaged" in failing_to_read(f"sqlite:///{path}")


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE invoices (id INTEGER)")
    assert "belongs to another program (it holds the table invoices)" in refusal(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("invoices",)]


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    Store.open(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE tracker_schema SET version_num = '9999'")
    line = refusal(f"sqlite:///{path}")
    assert "was written by a newer version of this program (schema 9999). Update the program" in line


def test_a_locked_database_can_be_read_and_says_who_must_wait(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    with Store.open(url) as store:
        store.add(parsed("telex"))
    with closing(sqlite3.connect(tmp_path / "t.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store.open(url, wait_seconds=0.05) as store:
            assert len(store.articles()) == 1
            with pytest.raises(StoreError, match=r"another program is writing to it\. Wait until it is done"):
                store.add(parsed("hvg"))
        other.execute("ROLLBACK")
        with Store.open(url) as store:
            assert store.add(parsed("hvg"))


def test_another_program_on_the_server_is_not_waited_for_for_ever(postgresql: str) -> None:
    with Store.open(postgresql, wait_seconds=0.05) as store, Store.open(postgresql) as other:
        with other._database.writing() as connection:
            write.lock(connection)
            with pytest.raises(StoreError, match=r"another program is writing to it\. Wait until it is done"):
                store.add(parsed("telex"))
        assert store.add(parsed("telex"))


def test_a_file_held_by_another_program_cannot_be_opened(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "t.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "another program is writing to it" in refusal(f"sqlite:///{tmp_path}/t.db", wait_seconds=0.05)


def test_a_full_disk_costs_nothing_that_was_stored(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    with Store.open(url) as store:
        strikes = fill(store, [parsed("telex")])
        engine = store._database.engine
        engine.dispose()
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
        with pytest.raises(StoreError, match=r"t\.db: the disk is full\. Free some space"):
            store.add_all(parsed(f"outlet{n}") for n in range(1000))
    with Store.open(url) as store:
        assert len(store.articles()) == 1
        assert store.strikes() == strikes
        assert store.add_all(parsed(f"outlet{n}") for n in range(1000)) == 1000


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "is a folder. Name a file inside it" in refusal(f"sqlite:///{tmp_path}")


def test_a_folder_that_is_a_file_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be used" in refusal(f"sqlite:///{tmp_path}/file/t.db")
    assert "cannot be used" in refusal(f"sqlite:///{tmp_path}/file/deeper/t.db")


@pytest.mark.parametrize("folder", ["/proc", "/proc/self"])
def test_a_folder_that_takes_no_files_is_named(folder: str) -> None:
    assert sys.platform == "linux", "the kernel's own folder stands in for a read-only one, also for root"
    line = refusal(f"sqlite:///{folder}/t.db")
    assert f"sqlite:///{folder}/t.db: " in line
    assert "or set TRACKER_DATABASE_URL to another place" in line


def test_reading_only_makes_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/t.db"
    assert "is not there yet. Fill the store first" in refusal(url, read_only=True)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "empty.db").touch()
    assert "has an older schema" in refusal(f"sqlite:///{tmp_path}/empty.db", read_only=True)
    assert (tmp_path / "empty.db").stat().st_size == 0


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "mysql://u:secret@h/db",
        "var/tracker.db",
        "oracle+x://u:secret@h/d",
        "postgresql://u:secret@h:port/d",
    ],
)
def test_an_address_that_means_nothing_is_refused_without_its_password(url: str) -> None:
    line = refusal(url)
    assert "TRACKER_DATABASE_URL" in line
    assert "secret" not in line


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_postgres_that_does_not_answer_or_has_no_driver_says_what_to_do(scheme: str) -> None:
    line = refusal(f"{scheme}://me:secret@127.0.0.1:1/energy?password=secret&connect_timeout=2")
    assert "secret" not in line
    assert "postgresql+psycopg://me:***@127.0.0.1:1/energy: " in line
    assert 'pip install "energy-strike-tracker[postgres]"' in line or "the server does not answer" in line


@pytest.mark.parametrize(
    ("message", "what"),
    [
        ("database or disk is full", "the disk is full"),
        ("disk I/O error", "the disk cannot be read or written"),
        ("attempt to write a readonly database", "cannot be written"),
        ("no such table: meta", "lacks a table or a column"),
        ('FATAL:  password authentication failed for user "me"\nDETAIL: x', "the server refuses the login"),
        ("connection refused\nIs the server running?", "the server does not answer"),
        ("something new\nand more of it", "something new"),
        ("", "the database failed"),
    ],
)
def test_messages_of_drivers_become_one_line(message: str, what: str) -> None:
    error = failure("sqlite:///t.db", message)
    assert error.what == what
    assert str(error).startswith(f"sqlite:///t.db: {what}. ")
    assert "\n" not in str(error)


def test_bugs_are_not_dressed_up_as_failures() -> None:
    with pytest.raises(exc.IntegrityError), explained("sqlite:///t.db"):
        raise exc.IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE constraint failed"))
