"""Errors that the program raises on purpose; everything else is a bug and crashes.

TrackerError                one line: what, where, remedy
├── UsageError              wrong words on the command line or in a setting
├── DataError               a file of data/ is missing, or a row of it is wrong
├── SourceError             an article cannot be read
└── StoreError              the database cannot be opened, read or written
"""

from __future__ import annotations


class TrackerError(Exception):
    """Base of all errors meant for a person; `str()` is one line that names the place and the remedy."""

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what)

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        return f"{line}. {self.remedy}" if self.remedy else line


class UsageError(TrackerError):
    """Wrong words on the command line, in a link or in a setting."""


class DataError(TrackerError):
    """A file of data/ is missing or a row of it is wrong; `where` is `file:row`."""


class SourceError(TrackerError):
    """An article or a file of articles cannot be read; `where` is the file or address."""


class StoreError(TrackerError):
    """The database cannot be opened, read or written; `where` is its address without password."""
