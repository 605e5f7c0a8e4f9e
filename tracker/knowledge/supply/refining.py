"""Reads the four files of Russian refining: units, outages, published capacity offline, published runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker.errors import DataError
from tracker.knowledge.supply.cells import check_order, day, read_table, source
from tracker.knowledge.supply.refining_types import (
    PLANT,
    UNKNOWN,
    RefiningOffline,
    RefiningOutage,
    RefiningRuns,
    RefiningUnit,
)
from tracker.knowledge.tables import Row

UNIT = "id facility_id unit kt_per_day mt_per_year percent"
OUTAGE = "id facility_id units start restarted_on expected_on running_by cause"
OFFLINE = "id period_start period_end metric percent mt_per_year kt_per_day million_barrels_per_day"
RUNS = "id period_start period_end metric mt_per_year million_barrels_per_day change_percent"

CAUSES = ("strike", "maintenance", "fault", "unknown")


def read_units(path: Path) -> tuple[RefiningUnit, ...]:
    """Primary units of Russian refineries. Raises DataError that names file, row and remedy."""
    return read_table(path, UNIT, _unit)


def read_outages(path: Path) -> tuple[RefiningOutage, ...]:
    """Published outages of Russian refineries. Raises DataError that names file, row and remedy."""
    return read_table(path, OUTAGE, _outage)


def read_offline(path: Path) -> tuple[RefiningOffline, ...]:
    """Published capacity offline. Raises DataError that names file, row and remedy."""
    return read_table(path, OFFLINE, _offline)


def read_runs(path: Path) -> tuple[RefiningRuns, ...]:
    """Published refinery runs. Raises DataError that names file, row and remedy."""
    return read_table(path, RUNS, _runs)


def check_units(path: Path, outages: Sequence[RefiningOutage], units: Sequence[RefiningUnit]) -> None:
    """Refuses an outage of a unit that refining_units.csv does not hold."""
    known = {(unit.facility_id, unit.unit) for unit in units}
    for outage in outages:
        for name in outage.units:
            if name not in (PLANT, UNKNOWN) and (outage.facility_id, name) not in known:
                raise DataError(
                    f"outage '{outage.id}' names the unit '{name}', which refining_units.csv does not hold",
                    where=str(path),
                    remedy="Add the unit, or write plant or unknown",
                )


def _unit(row: Row) -> RefiningUnit:
    unit = RefiningUnit(
        **source(row),
        id=row.text("id"),
        facility_id=row.text("facility_id"),
        unit=row.text("unit"),
        kt_per_day=row.number_in("kt_per_day", 0, 100),
        mt_per_year=row.number_in("mt_per_year", 0, 100),
        percent=row.number_in("percent", 0, 100),
    )
    if unit.unit == PLANT and unit.mt_per_year is None:
        raise row.error("a whole plant needs its capacity", "Give mt_per_year, or leave the row out")
    return unit


def _outage(row: Row) -> RefiningOutage:
    outage = RefiningOutage(
        **source(row),
        id=row.text("id"),
        facility_id=row.text("facility_id"),
        units=tuple(row.text("units").split("|")),
        start=day(row, "start"),
        restarted_on=row.day("restarted_on"),
        expected_on=row.day("expected_on"),
        running_by=row.day("running_by"),
        cause=row.choice("cause", CAUSES),
    )
    for end in (outage.restarted_on, outage.expected_on, outage.running_by):
        check_order(row, outage.start, end)
    return outage


def _offline(row: Row) -> RefiningOffline:
    claim = RefiningOffline(
        **source(row),
        id=row.text("id"),
        period_start=day(row, "period_start"),
        period_end=day(row, "period_end"),
        metric=row.choice("metric", ("offline_strikes", "offline_all")),
        percent=row.number_in("percent", 0, 100),
        mt_per_year=row.number_in("mt_per_year", 0, 1000),
        kt_per_day=row.number_in("kt_per_day", 0, 10000),
        million_barrels_per_day=row.number_in("million_barrels_per_day", 0, 100),
    )
    check_order(row, claim.period_start, claim.period_end)
    figures = (claim.percent, claim.mt_per_year, claim.kt_per_day, claim.million_barrels_per_day)
    if all(figure is None for figure in figures):
        raise row.error("the claim has no figure", "Give the number that was published, in its unit")
    return claim


def _runs(row: Row) -> RefiningRuns:
    claim = RefiningRuns(
        **source(row),
        id=row.text("id"),
        period_start=day(row, "period_start"),
        period_end=day(row, "period_end"),
        metric=row.choice("metric", ("runs", "runs_below", "runs_change")),
        mt_per_year=row.number_in("mt_per_year", 0, 1000),
        million_barrels_per_day=row.number_in("million_barrels_per_day", 0, 100),
        change_percent=row.number_in("change_percent", -100, 100),
    )
    check_order(row, claim.period_start, claim.period_end)
    change = claim.metric == "runs_change"
    volumes = (claim.mt_per_year, claim.million_barrels_per_day)
    if change == (claim.change_percent is None) or change == any(v is not None for v in volumes):
        raise row.error("the figure does not fit the metric", "runs_change: percent; else a volume")
    return claim
