"""What a database says when it fails, as one line for a person."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlalchemy import exc

from tracker.errors import StoreError

Given = ParamSpec("Given")
Read = TypeVar("Read")

ELSEWHERE = "or set TRACKER_DATABASE_URL to another place"
AWAY = f"Move the file away, {ELSEWHERE}"
DAMAGE = "malformed|corrupt|could not decode|unsupported file format|invalid page|could not read block"

KNOWN: tuple[tuple[str, str, str], ...] = (
    ("not a database", "is not a database", f"{AWAY}; restore a backup if it was the store"),
    (DAMAGE, "the database is damaged", f"Restore a backup into a new file: move this one away, {ELSEWHERE}"),
    ("locked|busy|lock timeout", "another program is writing to it", "Wait until it is done, or stop it"),
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


class UnreadableError(Exception):
    """What a row holds is nothing that this program can have written; `explained` tells the user."""


def readable(function: Callable[Given, Read]) -> Callable[Given, Read]:
    """For functions that make objects of rows: cells that make none are a damaged database, not a bug."""

    @wraps(function)
    def reading(*given: Given.args, **named: Given.kwargs) -> Read:
        try:
            return function(*given, **named)
        except (ValueError, TypeError, LookupError) as error:
            raise UnreadableError(str(error)) from error

    return reading


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turns failures of the database into StoreError. Broken constraints and wrong SQL are bugs and pass."""
    try:
        yield
    except exc.TimeoutError:
        raise StoreError("too many at once", where=address, remedy="Try again") from None
    except (UnreadableError, UnicodeDecodeError) as error:  # sqlite3 quotes broken bytes in its own messages
        raise failure(address, f"malformed: {error}") from error
    except sqlite3.DatabaseError as error:  # while a connection is made or a transaction begun
        if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
            raise failure(address, str(error)) from error
        raise
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
