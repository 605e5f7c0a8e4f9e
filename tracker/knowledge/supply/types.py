"""What data/supply holds, as types: halts, deliveries, stocks, other routes, statements, policy and legs.

Volumes are thousand tonnes (kt), rates thousand barrels a day (kb/d) or kt a day, as the source gives them;
a blank is None. Every row names its source, confidence, licence and attribution.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.knowledge.supply.capacity_types import Capacity
from tracker.knowledge.supply.refining_types import (
    RefiningOffline,
    RefiningOutage,
    RefiningRuns,
    RefiningUnit,
)
from tracker.knowledge.supply.sourced import Sourced as Sourced
from tracker.knowledge.supply.stock_types import Stock, StockRelease
from tracker.model import Range, Route

SIGNALS = ("repair", "soon", "planned", "blocked", "dispute", "solved")
"""What a statement tells of a restart: a damage is under repair; it is near; planned works; a sanction or an
unpaid fee stands against it; the parties contradict each other; what stood against it is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Halt(Sourced):
    """One stop of a route for its buyers.

    `last_day` is the last day on which flow stood still for at least a part of the day, `resumed_on` the day
    on which it began again; both on one day: that day was halted in part. `outcome`: resumed, open,
    no_halt (an attack that stopped nothing), not_separable. `lost_percent` is the share of the usual flow.
    """

    id: str
    start: date
    last_day: date | None
    resumed_on: date | None
    restart_flow: str
    outcome: str
    route: Route
    countries: tuple[str, ...]
    completeness: str
    lost_percent: Range | None
    cause: str
    facility_id: str | None
    said_by: str | None
    resumed_said_by: str | None
    resumed_source_url: str | None

    @property
    def length(self) -> int | None:
        """Days from the start to the day flow began again; 0 when nothing stopped, None when unknown."""
        if self.completeness == "none":
            return 0
        return (self.resumed_on - self.start).days if self.resumed_on else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Sourced):
    """A published volume of a period, as kt in total or as kb/d.

    `metric`: delivery (what the model takes as usual flow), delivery_other (another count of the same period,
    which widens the range), month (what did arrive in a short period), transit (all buyers), context.
    `days_counted`: calendar (an average over all days) or flow (over days with flow).
    """

    id: str
    countries: tuple[str, ...]
    route: Route
    crude: str
    metric: str
    period_start: date
    period_end: date
    days_counted: str
    kt: Range | None
    kb_per_day: Range | None

    @property
    def days(self) -> int:
        """Length of the period, both ends included."""
        return (self.period_end - self.period_start).days + 1

    def covers(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.period_start <= day <= self.period_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Sourced):
    """Share of Russian crude in a country's crude imports, percent."""

    id: str
    country: str
    period_start: date
    period_end: date
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RefineryFigure(Sourced):
    """Capacity (Mt a year), need (kt a day) or a share of intake (percent) of refineries, as said."""

    id: str
    facility_ids: tuple[str, ...]
    countries: tuple[str, ...]
    metric: str
    as_of: date | None
    mt_per_year: float | None
    low_kt_per_day: float | None
    high_kt_per_day: float | None
    low_percent: float | None
    high_percent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOutage(Sourced):
    """A refinery unit out of service and what part of crude intake it takes, percent."""

    id: str
    facility_id: str
    unit: str
    start: date
    end: date | None
    percent: Range | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Sourced):
    """What somebody says of another route: capacity, a test, a contract (Mt a year) or a lead time (days)."""

    id: str
    countries: tuple[str, ...]
    route: Route
    metric: str
    period_start: date
    period_end: date | None
    low_mt_per_year: float | None
    middle_mt_per_year: float | None
    high_mt_per_year: float | None
    low_days: float | None
    high_days: float | None
    said_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Sourced):
    """A rule or contract with its dates.

    `stops_from`: first day on which the buyers may no longer have the route, None where it stops nothing.
    """

    id: str
    countries: tuple[str, ...]
    what: str
    start: date | None
    end: date | None
    route: Route | None
    buyers: tuple[str, ...]
    stops_from: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Sourced):
    """What somebody said of a halt while it lasted; days are counted from its start.

    `affected`: deliveries to `countries` are stopped, reduced or not affected (no). `signal`: one of SIGNALS.
    """

    id: str
    halt_id: str
    countries: tuple[str, ...]
    said_by: str
    role: str
    says: str
    affected: str | None
    signal: str | None
    days_min: int | None
    days_max: int | None
    restart_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg(Sourced):
    """A piece of pipe between two facilities on the way of a route to its buyers.

    `segments` are the pipeline segments it is drawn with; `dedicated` says that nobody but the buyers is
    served by it.
    """

    id: str
    route: Route
    start: str
    end: str
    segments: tuple[str, ...]
    buyers: tuple[str, ...]
    dedicated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption(Sourced):
    """A named number of the model with its range."""

    name: str
    value: Range
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """Everything data/supply holds."""

    halts: tuple[Halt, ...]
    deliveries: tuple[Delivery, ...]
    shares: tuple[Share, ...]
    refineries: tuple[RefineryFigure, ...]
    unit_outages: tuple[UnitOutage, ...]
    stocks: tuple[Stock, ...]
    stock_releases: tuple[StockRelease, ...]
    alternatives: tuple[Alternative, ...]
    policy: tuple[Policy, ...]
    statements: tuple[Statement, ...]
    refining_offline: tuple[RefiningOffline, ...]
    refining_runs: tuple[RefiningRuns, ...]
    refining_units: tuple[RefiningUnit, ...]
    refining_outages: tuple[RefiningOutage, ...]
    legs: tuple[Leg, ...]
    capacities: tuple[Capacity, ...]
    assumptions: Mapping[str, Assumption]

    def halt(self, halt_id: str) -> Halt:
        """The halt of that id; KeyError if there is none."""
        for halt in self.halts:
            if halt.id == halt_id:
                return halt
        raise KeyError(halt_id)

    def assume(self, name: str) -> Range:
        """The range of a named assumption; KeyError if there is none."""
        return self.assumptions[name].value
