"""What is published of the legs and nodes of the crude network: capacity, transit, line fill, by-pass."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.knowledge.supply.sourced import Sourced
from tracker.model import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity(Sourced):
    """Published figures of one leg (its id) or node (its facility id); a blank is None.

    `by_pass_percent`: what still flows when the node is lost, low and high, percent of its capacity.
    """

    id: str
    what: str
    kt_per_day: Range | None
    transit_days: tuple[float, float] | None
    line_fill_kt: float | None
    by_pass_percent: tuple[float, float] | None
