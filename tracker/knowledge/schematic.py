"""Where each facility of the supply network stands on the line diagram: data/supply/schematic.csv.

The places are a drawing, not geography: crude runs from left to right, one step is about one station.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tracker.knowledge.tables import read_rows

COLUMNS = ("facility_id", "x", "y", "label", "label_side")
SIDES = ("above", "below", "above left", "below left", "right")


@dataclass(frozen=True, slots=True)
class Stop:
    """A facility on the diagram: its place in steps, its short name and on which of SIDES that stands."""

    facility_id: str
    x: float
    y: float
    label: str
    side: str


def load(path: Path) -> dict[str, Stop]:
    """The stops by facility id. Raises DataError for a facility or a place that is used twice."""
    stops: dict[str, Stop] = {}
    taken: dict[tuple[float, float], str] = {}
    for row in read_rows(path, COLUMNS):
        x, y = row.number_in("x", 0, 100), row.number_in("y", 0, 100)
        if x is None or y is None:
            raise row.error("a stop needs both x and y")
        stop = Stop(row.text("facility_id"), x, y, row.text("label"), row.choice("label_side", SIDES))
        if stop.facility_id in stops:
            raise row.error(f"facility '{stop.facility_id}' is drawn twice")
        if (x, y) in taken:
            raise row.error(f"'{stop.facility_id}' stands where '{taken[x, y]}' does")
        stops[stop.facility_id] = stop
        taken[x, y] = stop.facility_id
    return stops
