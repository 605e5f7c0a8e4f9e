"""Russian refining: primary units, published outages of plants, and what the press says of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.knowledge.supply.sourced import Sourced

PLANT = "plant"
"""The unit that stands for a whole plant."""

UNKNOWN = "unknown"
"""The unit of an outage of a part of a plant that no source names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefiningUnit(Sourced):
    """A primary unit with its capacity as published: kt a day, Mt a year or percent of its plant.

    The unit `plant` is the whole plant, where the gazetteer has no capacity for refining.
    """

    id: str
    facility_id: str
    unit: str
    kt_per_day: float | None
    mt_per_year: float | None
    percent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefiningOutage(Sourced):
    """A published interval in which units of a refinery stood still; `units` names them.

    `restarted_on`: first day of processing again. Where no source gives it: `expected_on`, the day that
    sources named while it lasted, and `running_by`, a day on which a source says that it runs.
    """

    id: str
    facility_id: str
    units: tuple[str, ...]
    start: date
    restarted_on: date | None
    expected_on: date | None
    running_by: date | None
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefiningOffline(Sourced):
    """A published figure of Russian capacity out of service in a period, as said.

    `metric`: offline_strikes (idled by attacks) or offline_all (with maintenance and faults).
    """

    id: str
    period_start: date
    period_end: date
    metric: str
    percent: float | None
    mt_per_year: float | None
    kt_per_day: float | None
    million_barrels_per_day: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefiningRuns(Sourced):
    """A published figure of what Russian refineries processed in a period, as said.

    `metric`: runs, runs_below (less than the figure), runs_change (percent against the year before).
    """

    id: str
    period_start: date
    period_end: date
    metric: str
    mt_per_year: float | None
    million_barrels_per_day: float | None
    change_percent: float | None
