"""What a database says when it fails, as one line for a person."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from tracker.errors import StoreError

ELSEWHERE = "or set TRACKER_DATABASE_URL to another place"

KNOWN: tuple[tuple[str, str, str], ...] = (
    ("not a database", "is not a database", f"Move the file away, {ELSEWHERE}"),
    ("malformed|corrupt", "the database is damaged", f"Restore a backup or move the file away, {ELSEWHERE}"),
    ("locked|busy", "another program is writing to it", "Wait until it is done, or stop it"),
    ("readonly|read-only", "cannot be written", f"Make the file and its folder writable, {ELSEWHERE}"),
    ("unable to open", "cannot be opened", f"Check that its folder is there and writable, {ELSEWHERE}"),
    ("is full|no space", "the disk is full", "Free some space; nothing was half-written"),
    ("disk i/o", "the disk cannot be read or written", "Check the disk and its free space"),
    ("no such table|no such column", "lacks a table or a column", f"Restore a backup, {ELSEWHERE}"),
    ("password|authentication", "the server refuses the login", "Check user and password in its address"),
    (
        "connection|connect|resolve|timeout",
        "the server does not answer",
        "Start it, or check host and port in TRACKER_DATABASE_URL",
    ),
)
"""What the message contains, what that means, what to do; the first that fits."""

_OUTSIDE = (exc.OperationalError, exc.InterfaceError, exc.DataError, exc.InternalError)


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turns failures of the database into StoreError. Broken constraints and wrong SQL are bugs and pass."""
    try:
        yield
    except exc.TimeoutError:
        raise StoreError("too many at once", where=address, remedy="Try again") from None
    except sqlite3.OperationalError as error:  # while a connection is made or a transaction begun
        raise failure(address, str(error)) from error
    except exc.DBAPIError as error:
        # sqlite3 has no class of its own for a file that is damaged or no database: it is the plain base
        if isinstance(error, _OUTSIDE) or type(error) is exc.DatabaseError:
            raise failure(address, str(error.orig)) from error
        raise


def failure(address: str, message: str) -> StoreError:
    """The one line about a driver's message."""
    for pattern, what, remedy in KNOWN:
        if re.search(pattern, message, re.IGNORECASE):
            return StoreError(what, where=address, remedy=remedy)
    first = message.strip().partition("\n")[0] or "the database failed"
    return StoreError(first, where=address, remedy="Check TRACKER_DATABASE_URL and the server's log")
