"""A backup: the whole store as lines of JSON, packed; the same file for every kind of database.

The first line says what follows: format, schema, rows of each table. Then each table's name and its rows, as
the database holds them. The last line is the hash of all lines before it. A backup is one consistent view,
however much is written meanwhile; it is restored into an empty store only, whole or not at all.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Date, Table, delete, func, insert, select

from tracker.errors import StoreError
from tracker.store.schema import articles, metadata, strikes
from tracker.store.types import Moment

FORMAT = "energy-strike-tracker backup 1"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds."""

    articles: int
    strikes: int
    rows: int


def write_backup(connection: Connection, schema: str, file: Path) -> Backup:
    """Writes the store that a connection sees to a file, beside it first; never over half a backup."""
    counts = {table.name: _count(connection, table) for table in metadata.sorted_tables}
    beside: str | None = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")
        digest = hashlib.sha256()
        with (
            os.fdopen(handle, "wb") as target,
            gzip.open(target, "wt", encoding="utf-8", newline="\n") as packed,
        ):
            for line in _lines(connection, schema, counts):
                digest.update(line.encode())
                packed.write(f"{line}\n")
            packed.write(f"{digest.hexdigest()}\n")
        Path(beside).replace(file)
    except OSError as error:
        if beside:
            with suppress(OSError):
                Path(beside).unlink(missing_ok=True)
        what = f"the backup cannot be written ({error.strerror})"
        raise StoreError(what, where=str(file), remedy="Name a file in a writable folder with room") from None
    return _told(counts)


def read_backup(connection: Connection, schema: str, file: Path) -> Backup:
    """Fills an empty store from a backup. Raises StoreError, and leaves nothing, when anything is amiss."""
    if any(_count(connection, table) for table in metadata.sorted_tables if table.name != "meta"):
        raise StoreError("the store is not empty", where=str(file), remedy="Restore into a new, empty store")
    lines = _checked(file)
    head = json.loads(next(lines))
    if head.get("format") != FORMAT:
        raise _damaged(file, "is no backup of this program")
    if head["schema"] != schema:
        what = f"is a backup of schema {head['schema']}, this program writes {schema}"
        raise StoreError(
            what, where=str(file), remedy="Restore it with the program that wrote it, then update"
        )
    for table in metadata.sorted_tables:
        connection.execute(delete(table))
    for line in lines:
        name, rows = json.loads(line)
        table = metadata.tables[name]
        connection.execute(insert(table), [_row(table, row) for row in rows])
    return _told(head["rows"])


def _told(counts: dict[str, int]) -> Backup:
    return Backup(counts[articles.name], counts[strikes.name], sum(counts.values()))


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _lines(connection: Connection, schema: str, counts: dict[str, int]) -> Iterator[str]:
    """The head, then batches of rows: `["articles", [[...], ...]]`, cells in the order of the columns."""
    yield json.dumps({"format": FORMAT, "schema": schema, "rows": counts})
    for table in metadata.sorted_tables:
        query = select(table).order_by(*table.primary_key)
        for batch in connection.execute(query).partitions(_BATCH):
            yield json.dumps([table.name, [list(row) for row in batch]], default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is no cell of a backup")


def _row(table: Table, cells: list[Any]) -> dict[str, Any]:
    return {column.name: _cell(column.type, cell) for column, cell in zip(table.c, cells, strict=True)}


def _cell(kind: object, cell: Any) -> Any:
    """A cell as the column takes it: JSON knows neither days nor moments."""
    if cell is None:
        return None
    if isinstance(kind, Date):
        return date.fromisoformat(cell)
    return datetime.fromisoformat(cell) if isinstance(kind, Moment) else cell


def _checked(file: Path) -> Iterator[str]:
    """All lines but the last, after the whole file was found to be sound."""
    digest, previous = hashlib.sha256(), None
    for line in _unpacked(file):
        if previous is not None:
            digest.update(previous.encode())
        previous = line
    if previous != digest.hexdigest():
        raise _damaged(file, "is damaged or cut short")
    before = None
    for line in _unpacked(file):
        if before is not None:
            yield before
        before = line


def _unpacked(file: Path) -> Iterator[str]:
    try:
        with gzip.open(file, "rt", encoding="utf-8", newline="\n") as packed:
            for line in packed:
                yield line.rstrip("\n")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise _damaged(file, f"cannot be read as a backup ({error})") from None


def _damaged(file: Path, what: str) -> StoreError:
    return StoreError(what, where=str(file), remedy="Use another backup; the store is as it was")
