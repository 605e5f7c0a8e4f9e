"""The store: articles, reports and strikes in SQLite or PostgreSQL; the only SQL of the program."""

from __future__ import annotations

from tracker.store.records import Stored, article_key
from tracker.store.store import Store
from tracker.store.write import Change

__all__ = ["Change", "Store", "Stored", "article_key"]
