"""Where articles come from: one file per kind of source; all yield Article, or a Failure in its place."""

from __future__ import annotations

from tracker.sources.contract import Failure
from tracker.sources.reader import KINDS, read, read_bytes

__all__ = ["KINDS", "Failure", "read", "read_bytes"]
