"""What the balance takes and gives: outages of nodes in, days, losses and flows out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.impact.lengths import Lengths
from tracker.model import FlowBasis, Ground, Range, Route

COUNTRIES = ("HU", "SK")
REFINERY = {"HU": "mol-danube-refinery", "SK": "slovnaft-bratislava-refinery"}
ROUTES = (Route.DRUZHBA, Route.ADRIA)
MT_PER_YEAR = 1000 / 365
"""One million tonnes a year in kt a day."""


@dataclass(frozen=True, slots=True)
class NodeOutage:
    """A facility out of service from `start` to `last`, both included.

    `share` of what usually passes (0 to 1) is lost. `basis`: reported; modelled, which gives way on days on
    which flow through the facility is reported; none, for what somebody only asks (a what-if).
    """

    facility_id: str
    start: date
    last: date
    share: Range
    basis: FlowBasis
    ground: Ground

    def __post_init__(self) -> None:
        if not 0 <= self.share.low <= self.share.high <= 1:
            raise ValueError(f"the share lost at {self.facility_id} is not within 0 and 1: {self.share}")
        if self.last < self.start:
            raise ValueError(f"the outage of {self.facility_id} ends before it starts")

    def covers(self, day: date) -> bool:
        """Whether the day lies in the outage."""
        return self.start <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """How long the open halt of a country's Druzhba flow will last, for the days after the one looked from.

    Each sample draws one day of restart: the length in days from `start`, by `lengths`, of at least
    `at_least`; up to the day before it `share` of the flow is lost, from it on nothing. The middle case takes
    the median.
    """

    country: str
    start: date
    lengths: Lengths
    at_least: int
    share: Range
    ground: Ground

    def length(self, quantile: float) -> int:
        """Whole days from the start to the restart at a quantile between 0 and 1, 1 excluded."""
        return round(self.lengths.quantile(quantile, self.at_least))


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The days of a span, ordered by day and country, and each country over all of them."""

    days: tuple[BalanceDay, ...]
    totals: tuple[BalanceTotal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceDay:
    """Crude of one country on one day, kt: what its refinery needs, what comes by which route and what lacks.

    `delivered` holds every route. In the middle case need = delivered + missing; low and high are the 10th
    and 90th percentile of the samples, each by itself. `limited_by` names what binds where something is
    missing: leg ids, facility ids, a route (Druzhba: its loss is reported; Adria: contract and lead time).
    """

    country: str
    day: date
    need_kt: Range
    delivered: Mapping[Route, Range]
    missing_kt: Range
    missing_kb: Range
    limited_by: tuple[str, ...]
    basis: FlowBasis
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceTotal:
    """The balance of one country over a span of days, kt and thousand barrels in all."""

    country: str
    first: date
    last: date
    need_kt: Range
    delivered: Mapping[Route, Range]
    missing_kt: Range
    missing_kb: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeLoss:
    """What the loss of one facility costs: `lost_kt[days][country]`, kt over so many days.

    `rank` 1 costs most (Hungary and Slovakia together, middle case, longest span); what costs the same has
    the same rank. `hits`: ids of the strikes on it up to today, oldest first. `routes` that pass it.
    `upstream`: not a refinery of the two, so that its loss comes to them from elsewhere.
    """

    facility_id: str
    routes: tuple[Route, ...]
    lost_kt: Mapping[int, Mapping[str, Range]]
    rank: int
    hits: tuple[str, ...]
    upstream: bool

    @property
    def not_yet_hit(self) -> bool:
        """Upstream of a refinery and never struck, as far as is known."""
        return self.upstream and not self.hits
