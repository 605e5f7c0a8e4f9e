"""Connections to the database: SQLite as it should be set up, PostgreSQL by URL, one code path above."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import uniform
from time import monotonic, sleep
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc, make_url
from sqlalchemy.pool import QueuePool

from tracker.errors import StoreError
from tracker.store.failures import ELSEWHERE, explained, failure

try:
    import fcntl
except ImportError:  # not on this system: writers still wait for each other, only less fairly
    fcntl = None  # type: ignore[assignment]

DIALECTS = ("sqlite", "postgresql")
POOL = {"pool_size": 5, "max_overflow": 15, "pool_timeout": 30}
SMALLEST_PAGE = 512
ASK_AGAIN_SECONDS = 0.003
QUEUE_SECONDS = 0.01
ONE = {"pool_size": 1, "max_overflow": 0, "pool_timeout": 30}


@dataclass(frozen=True, slots=True)
class Database:
    """An engine, its address without password, and how to read and write through it."""

    engine: Engine
    address: str
    read_only: bool = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the store, whatever is written meanwhile."""
        options: dict[str, Any] = {}
        if self.engine.dialect.name == "postgresql":
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with explained(self.address), self.engine.connect() as plain:
            connection = plain.execution_options(**options)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is written whole or not at all; writers wait for each other."""
        if self.read_only:
            raise StoreError("is open for reading only", where=self.address, remedy="Open it for writing")
        with explained(self.address), self.engine.connect() as plain:
            connection = plain.execution_options(tracker_write=True)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Gives all connections back."""
        self.engine.dispose()


def connect(address: str, *, read_only: bool, wait_seconds: float) -> Database:
    """A database that has not been asked anything yet. Raises StoreError for an address that cannot work."""
    url = _url(address)
    shown = url.set(query={}).render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite":
        return Database(_sqlite(url, shown, read_only, wait_seconds), shown, read_only)
    try:
        engine = _postgresql(url, wait_seconds)
    except ModuleNotFoundError as error:
        remedy = 'Install it: pip install "energy-strike-tracker[postgres]"'
        raise StoreError(f"the driver {error.name} is missing", where=shown, remedy=remedy) from None
    return Database(engine, shown, read_only)


def _url(address: str) -> URL:
    masked = re.sub(r":[^:/@]*@", ":***@", address)
    remedy = "Write sqlite:///folder/file.db or postgresql://user:password@host/name in TRACKER_DATABASE_URL"
    try:
        url = make_url(re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", address))
        known = url.get_backend_name() in DIALECTS
        url.get_dialect()
    except (exc.ArgumentError, exc.NoSuchModuleError, ValueError):
        raise StoreError("is not the address of a database", where=masked, remedy=remedy) from None
    except ModuleNotFoundError:
        return url
    if not known:
        raise StoreError(f"{url.get_backend_name()} is not supported", where=masked, remedy=remedy)
    return url


def _postgresql(url: URL, wait_seconds: float) -> Engine:
    """An engine whose connections wait for another program's lock as long as SQLite's do, not for ever."""
    engine = create_engine(url, pool_pre_ping=True, **POOL)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, record: object) -> None:
        connection.execute(f"SET lock_timeout = {max(1, round(wait_seconds * 1000))}")
        connection.commit()

    return engine


def _sqlite(url: URL, shown: str, read_only: bool, wait_seconds: float) -> Engine:
    in_memory = not url.database or url.database == ":memory:"
    if not in_memory:
        _check_file(Path(str(url.database)), shown, read_only)
    # one connection for a database in memory: each further one would be a database of its own
    pool = ONE if in_memory else POOL
    arguments = {"timeout": wait_seconds, "check_same_thread": False}
    engine = create_engine(url, poolclass=QueuePool, connect_args=arguments, **pool)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves: the driver's own comes too late
        connection.execute("PRAGMA foreign_keys = ON")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            _patiently(connection, "PRAGMA journal_mode = WAL", wait_seconds)
            connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        driver = connection.connection.dbapi_connection
        if connection.get_execution_options().get("tracker_write"):
            deadline = monotonic() + wait_seconds
            with _turn(None if in_memory else Path(str(url.database)).parent, deadline):
                _patiently(cast(sqlite3.Connection, driver), "BEGIN IMMEDIATE", wait_seconds, deadline)
        else:
            connection.exec_driver_sql("BEGIN")

    return engine


@contextmanager
def _turn(folder: Path | None, deadline: float) -> Iterator[None]:
    """Held by the one writer who is next, so that whoever has just written does not write again before it.

    Without it a writer in a hurry takes the lock again before the others notice that it was free, and one
    of eight may wait until it gives up. It is a lock on the folder: opening and closing the file itself
    would drop SQLite's own. Where it cannot be had, writing goes on without.
    """
    handle = None
    try:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY) if folder and fcntl else None
            while handle is not None and not _locked(handle) and monotonic() < deadline:
                sleep(uniform(0.0, QUEUE_SECONDS))  # noqa: S311
        yield
    finally:
        if handle is not None:
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_UN)  # also for a child that was forked meanwhile
            os.close(handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _patiently(
    connection: sqlite3.Connection, statement: str, wait_seconds: float, deadline: float | None = None
) -> None:
    """Runs what needs the lock of writers, taking its turn among them.

    SQLite's own wait asks ten times a second, and writers that pause for a millisecond between two writes
    starve it for many seconds; for the change to WAL it does not wait at all. Asking often, at random
    moments, finds such a pause.
    """
    deadline = monotonic() + wait_seconds if deadline is None else deadline
    connection.execute("PRAGMA busy_timeout = 0")
    while True:
        try:
            connection.execute(statement)
            break
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > deadline:
                raise
        sleep(uniform(0.0, ASK_AGAIN_SECONDS))  # noqa: S311 (no secret: it spreads the writers)
    connection.execute(f"PRAGMA busy_timeout = {round(wait_seconds * 1000)}")


def _check_file(path: Path, shown: str, read_only: bool) -> None:
    try:
        if not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.is_file():
            raise StoreError("is not there yet", where=shown, remedy="Fill the store first: tracker ingest")
        if path.is_dir():
            raise StoreError("is a folder", where=shown, remedy=f"Name a file inside it, {ELSEWHERE}")
        # a file shorter than one page is empty to SQLite, which would write over it; opening it to look
        # would, on closing, drop the locks that other connections of this process hold
        if path.exists() and 0 < path.stat().st_size < SMALLEST_PAGE:
            raise failure(shown, "file is not a database")
    except OSError as error:
        what = f"the folder {path.parent} cannot be used ({error.strerror})"
        raise StoreError(what, where=shown, remedy=f"Make it writable, {ELSEWHERE}") from None
