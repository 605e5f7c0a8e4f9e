"""What every row of data/supply says of itself: where it comes from and under which licence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """Where a row comes from; `known_on` is the day it became public, None where that day is not known."""

    note: str | None
    source_url: str
    publisher: str
    known_on: date | None
    confidence: str
    licence: str
    attribution: str
