"""Courses of pipelines: `segments.csv` and `waypoints.csv`, and their twins `*_odbl.csv` under the ODbL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tracker.knowledge.licences import ODBL, credit
from tracker.knowledge.tables import Row, read_rows
from tracker.model import Route

SEGMENT_COLUMNS = (
    *("id", "branch", "order", "start", "end", "route", "length_km", "capacity_low", "capacity"),
    *(
        "capacity_high",
        "capacity_unit",
        "capacity_source",
        "geometry",
        "source",
        "licence",
        "attribution",
        "note",
    ),
)
WAYPOINT_COLUMNS = ("segment", "part", "seq", "lat", "lon")

FILES = {"": None, "_odbl": ODBL}
UNITS = ("Mt/y", "million b/d")
GEOMETRIES = ("good", "coarse", "schematic")

Part = tuple[tuple[float, float], ...]
"""One unbroken line of (latitude, longitude) points."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One leg of a pipeline, drawn as `parts`, whose points stand in no order of flow.

    `order` counts along the branch. Capacity is in `capacity_unit`: one figure, or a low and a high one where
    it is disputed. `geometry` is good (traced), coarse or schematic (a few points). `length_km` is that of
    the source's line.
    """

    id: str
    branch: str
    order: int
    start: str
    end: str
    route: Route
    length_km: float
    capacity_low: float | None
    capacity: float | None
    capacity_high: float | None
    capacity_unit: str | None
    capacity_source: str | None
    geometry: str
    source: str
    licence: str
    attribution: str
    note: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Pipelines:
    """All segments, in the order of their branches."""

    segments: tuple[Segment, ...]


def load(folder: Path) -> Pipelines:
    """Reads data/pipelines. Raises DataError that names file and row."""
    segments: dict[str, Segment] = {}
    for suffix, home in FILES.items():
        lines = _lines(folder / f"waypoints{suffix}.csv")
        for row in read_rows(folder / f"segments{suffix}.csv", SEGMENT_COLUMNS):
            name = row.text("id")
            if name in segments:
                raise row.error(f"segment '{name}' stands here a second time", "Remove one of the two rows")
            if name not in lines:
                raise row.error(f"segment '{name}' has no waypoints", f"Add them to waypoints{suffix}.csv")
            segments[name] = _segment(row, home, _parts(lines.pop(name)))
        for rows in lines.values():
            raise rows[0].error(f"no segment '{rows[0].cells['segment']}'", f"Add it to segments{suffix}.csv")
    return Pipelines(tuple(sorted(segments.values(), key=lambda s: (s.route, s.branch, s.order, s.id))))


def _lines(path: Path) -> dict[str, list[Row]]:
    lines: dict[str, list[Row]] = {}
    for row in read_rows(path, WAYPOINT_COLUMNS):
        lines.setdefault(row.text("segment"), []).append(row)
    return lines


def _parts(rows: list[Row]) -> tuple[Part, ...]:
    parts: list[list[tuple[float, float]]] = []
    for row in rows:
        part, seq = _count(row, "part"), _count(row, "seq")
        if seq == 0:
            parts.append([])
        if part != len(parts) - 1 or seq != len(parts[-1]):
            raise row.error(
                "parts and points must be numbered 0, 1, 2, ... without a gap", "Renumber the line"
            )
        parts[-1].append(_point(row))
    for number, points in enumerate(parts):
        if len(points) < 2:
            raise rows[0].error(f"part {number} of '{rows[0].cells['segment']}' has a single point")
    return tuple(tuple(points) for points in parts)


def _count(row: Row, column: str) -> int:
    row.text(column)
    value = row.number_in(column, 0, 10_000)
    if value is None or value != int(value):
        raise row.error(f"column '{column}' is not a whole number: '{row.cells[column]}'")
    return int(value)


def _point(row: Row) -> tuple[float, float]:
    lat, lon = row.number_in("lat", -90, 90), row.number_in("lon", -180, 180)
    if lat is None or lon is None or (lat == 0 and lon == 0):
        raise row.error("the point has no position", "Fill lat and lon; nothing lies at 0,0")
    return lat, lon


def _segment(row: Row, home: str | None, parts: tuple[Part, ...]) -> Segment:
    licence, attribution = credit(row, home)
    length = row.number_in("length_km", 1, 10_000)
    if length is None:
        raise row.error("column 'length_km' is empty")
    low, middle, high = (row.number_in(c, 0, 1000) for c in ("capacity_low", "capacity", "capacity_high"))
    return Segment(
        id=row.text("id"),
        branch=row.text("branch"),
        order=_count(row, "order"),
        start=row.text("start"),
        end=row.text("end"),
        route=Route(row.choice("route", tuple(Route))),
        length_km=length,
        capacity_low=low,
        capacity=middle,
        capacity_high=high,
        capacity_unit=_unit(row, low, middle, high),
        capacity_source=row.optional("capacity_source"),
        geometry=row.choice("geometry", GEOMETRIES),
        source=row.text("source"),
        licence=licence,
        attribution=attribution,
        note=row.optional("note"),
        parts=parts,
    )


def _unit(row: Row, low: float | None, middle: float | None, high: float | None) -> str | None:
    given = [value for value in (low, middle, high) if value is not None]
    if given != sorted(given) or (low is None) != (high is None):
        raise row.error(
            "capacity_low, capacity and capacity_high are out of order, or one bound stands alone"
        )
    if bool(given) != bool(row.cells["capacity_unit"]) or bool(given) != bool(row.cells["capacity_source"]):
        raise row.error("a capacity comes with capacity_unit and capacity_source, and they with it")
    return row.choice("capacity_unit", UNITS) if given else None
