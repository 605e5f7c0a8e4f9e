"""Reserves and loans of state crude, as types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.knowledge.supply.sourced import Sourced
from tracker.model import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock(Sourced):
    """A published reserve on a day, in days of cover, in kt, or both.

    `holder`: state (the stockholding agency), refiner (his own), all (both together). `what`: crude,
    products, or crude_and_products, whose days count net imports of both and are no days of crude.
    """

    id: str
    country: str
    as_of: date
    holder: str
    what: str
    cover_days: float | None
    kt: Range | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StockRelease(Sourced):
    """State crude lent to a refiner; `return_by` None: not known."""

    id: str
    country: str
    released_on: date
    return_by: date | None
    usable_until: date | None
    kt: Range
    million_barrels: float | None
    borrower: str
