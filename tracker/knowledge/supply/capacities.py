"""Reads data/supply/capacities.csv: what a leg or facility can carry, and what still passes a lost one."""

from __future__ import annotations

from pathlib import Path

from tracker.knowledge.supply.capacity_types import Capacity
from tracker.knowledge.supply.cells import read_table, source, value_range
from tracker.knowledge.tables import Row

COLUMNS = (
    "id what capacity_low_kt_per_day capacity_middle_kt_per_day capacity_high_kt_per_day transit_days_low "
    "transit_days_high line_fill_kt by_pass_percent_low by_pass_percent_high"
)


def read_capacities(path: Path) -> tuple[Capacity, ...]:
    """All rows of the file. Raises DataError that names file, row and remedy."""
    return read_table(path, COLUMNS, _capacity)


def _capacity(row: Row) -> Capacity:
    return Capacity(
        **source(row),
        id=row.text("id"),
        what=row.choice("what", ("leg", "node")),
        kt_per_day=value_range(row, "capacity_{}_kt_per_day", 1000),
        transit_days=_pair(row, "transit_days_{}"),
        line_fill_kt=row.number_in("line_fill_kt", 0, 10000),
        by_pass_percent=_pair(row, "by_pass_percent_{}"),
    )


def _pair(row: Row, pattern: str) -> tuple[float, float] | None:
    names = [pattern.format(part) for part in ("low", "high")]
    values = [value for name in names if (value := row.number_in(name, 0, 100)) is not None]
    if not values:
        return None
    if len(values) == 1 or values[0] > values[1]:
        raise row.error(f"{names[0]} and {names[1]} come together, in rising order")
    return values[0], values[1]
