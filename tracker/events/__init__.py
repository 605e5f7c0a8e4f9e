"""Reports of the same attack become one strike; nothing that a report said is lost."""

from __future__ import annotations

from tracker.events.match import cluster
from tracker.events.merge import merge

__all__ = ["cluster", "merge"]
