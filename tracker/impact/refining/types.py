"""The day series of Russian refining. Capacities are Mt of crude a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.model import Ground, Range

ASSUMPTIONS = (
    "struck_window_days",
    "repair_days",
    "unit_share",
    "stream_days",
    "russian_refining_capacity",
    "usual_runs",
    "barrels_per_tonne",
)
"""Every assumption that the three lines rest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A published figure, kept beside ours.

    `kind`: offline_strikes, offline_all (with maintenance), run_cut (usual runs less what was processed).
    `mt_per_year` and `percent` are the figure as published where it was published so, else worked out by
    the total capacity and the barrels of a tonne.
    """

    id: str
    kind: str
    start: date
    end: date
    mt_per_year: Range
    percent: Range
    ground: Ground

    def covers(self, day: date) -> bool:
        """Whether the claim speaks of the day."""
        return self.start <= day <= self.end

    @property
    def days(self) -> int:
        """Length of its period."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantDay:
    """One refinery on one day; neither line is ever above its capacity, None where that is not known."""

    facility_id: str
    name: str
    capacity_mt: float | None
    struck_mt: Range
    offline_mt: Range
    strike_ids: tuple[str, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefiningDay:
    """The three lines of one day, Mt a year and percent of Russian capacity, and the plants behind them.

    `struck` is the whole capacity of plants hit in the days before: how much was in reach, not how much
    stopped. `offline` is what units out of service could have run. `run_cut` is the claim of the shortest
    period that holds the day, None where nobody published one; other claims of the day are in `claims`.
    """

    day: date
    struck_mt: Range
    struck_percent: Range
    offline_mt: Range
    offline_percent: Range
    run_cut_mt: Range | None
    run_cut_percent: Range | None
    plants: tuple[PlantDay, ...]
    claims: tuple[Claim, ...]
