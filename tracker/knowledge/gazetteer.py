"""Facilities and their names: `facilities*.csv` (one file for each share-alike licence) and `aliases.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import DataError
from tracker.knowledge.licences import ODBL, SHARE_ALIKE, credit
from tracker.knowledge.tables import Row, read_rows
from tracker.model import Kind

FILES = {"facilities.csv": None, "facilities_odbl.csv": ODBL, "facilities_ccbysa.csv": SHARE_ALIKE}
"""Every file of facilities and the share-alike licence it is for."""

RADIUS_KM = {"high": 1.0, "medium": 5.0, "low": 25.0}
"""How far a point may be off, by confidence."""

UNPLACED_RADIUS_KM = 500.0
"""The radius of a facility whose point nobody knows; it is never drawn."""

FACILITY_COLUMNS = (
    *("id", "name", "kind", "country", "occupied", "region", "town", "lat", "lon", "radius_km", "capacity"),
    *("capacity_unit", "operator", "status", "confidence", "source", "source_date", "licence", "attribution"),
    "replaced_by",
)
ALIAS_COLUMNS = ("facility_id", "alias", "lang", "type", "source")

UNITS = ("Mt/y", "bcm/y", "bcm", "million m3", "MW")
STATUSES = ("mothballed", "closed", "destroyed")
LANGUAGES = ("en", "uk", "ru", "hu", "sk", "cs", "de", "pl", "mul")
ALIAS_TYPES = ("name", "short")


@dataclass(frozen=True, slots=True)
class Facility:
    """An energy facility. `lat` and `lon` (WGS84) are both None when no point is known.

    `radius_km` says how far the point may be off; `capacity` is in `capacity_unit`. `country` is the one
    whose territory it is by international law; `occupied` says that another state holds it.
    """

    id: str
    name: str
    kind: Kind
    country: str
    occupied: bool
    region: str | None
    town: str | None
    lat: float | None
    lon: float | None
    radius_km: float
    capacity: float | None
    capacity_unit: str | None
    operator: str | None
    status: str | None
    confidence: str
    source: str
    source_date: str | None
    licence: str
    attribution: str
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a facility in one language, nominative, spelled as printed.

    Type `name` links alone; `short` (a bare town, a common word) links only beside a facility word.
    """

    facility_id: str
    alias: str
    lang: str
    type: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All facilities by id, and all their names."""

    facilities: dict[str, Facility]
    aliases: tuple[Alias, ...]

    def get(self, facility_id: str) -> Facility:
        """The facility of that id, or the one that replaced it. Raises KeyError when there is none."""
        facility = self.facilities[facility_id]
        return self.get(facility.replaced_by) if facility.replaced_by else facility


def load(folder: Path) -> Gazetteer:
    """Reads data/gazetteer. Raises DataError that names file and row."""
    facilities: dict[str, Facility] = {}
    for row, home in _facility_rows(folder):
        facility = _facility(row, home)
        if facility.id in facilities:
            raise row.error(
                f"facility '{facility.id}' stands here a second time", "Remove one of the two rows"
            )
        facilities[facility.id] = facility
    _check_replacements(folder, facilities)
    return Gazetteer(facilities, tuple(_aliases(folder / "aliases.csv", facilities)))


def _facility_rows(folder: Path) -> Iterator[tuple[Row, str | None]]:
    for name, home in FILES.items():
        for row in read_rows(folder / name, FACILITY_COLUMNS):
            yield row, home


def _facility(row: Row, home: str | None) -> Facility:
    lat, lon, radius = _point(row)
    licence, attribution = credit(row, home)
    capacity = row.number_in("capacity", 0, 100_000)
    return Facility(
        id=_id(row),
        name=row.text("name"),
        kind=Kind(row.choice("kind", tuple(Kind))),
        country=_country(row),
        occupied=row.choice("occupied", ("yes", "no")) == "yes",
        region=row.optional("region"),
        town=row.optional("town"),
        lat=lat,
        lon=lon,
        radius_km=radius,
        capacity=capacity,
        capacity_unit=_unit(row, capacity),
        operator=row.optional("operator"),
        status=row.choice("status", STATUSES) if row.cells["status"] else None,
        confidence=row.text("confidence"),
        source=row.text("source"),
        source_date=_source_date(row),
        licence=licence,
        attribution=attribution,
        replaced_by=row.optional("replaced_by"),
    )


def _id(row: Row) -> str:
    value = row.text("id")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise row.error(f"id '{value}' is not lower-case words joined by hyphens")
    return value


def _country(row: Row) -> str:
    value = row.text("country")
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise row.error(f"country is '{value}'", "Use the ISO 3166 code of two letters, such as RU")
    return value


def _point(row: Row) -> tuple[float | None, float | None, float]:
    lat, lon = row.number_in("lat", -90, 90), row.number_in("lon", -180, 180)
    radius = row.number_in("radius_km", 0.1, 500)
    expected = RADIUS_KM[row.choice("confidence", tuple(RADIUS_KM))]
    if lat is None or lon is None:
        if lat != lon or radius is not None:
            raise row.error("lat, lon and radius_km come together or not at all")
        return None, None, UNPLACED_RADIUS_KM
    if lat == 0 and lon == 0:
        raise row.error("the point is 0,0", "Leave lat, lon and radius_km blank when no point is known")
    if radius != expected:
        raise row.error(
            f"radius_km is {row.cells['radius_km'] or 'blank'}", f"This confidence means {expected:g} km"
        )
    return lat, lon, expected


def _unit(row: Row, capacity: float | None) -> str | None:
    if (capacity is None) != (not row.cells["capacity_unit"]):
        raise row.error("capacity and capacity_unit come together or not at all")
    return row.choice("capacity_unit", UNITS) if capacity is not None else None


def _source_date(row: Row) -> str | None:
    value = row.optional("source_date")
    if value is not None and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise row.error(
            f"column 'source_date' is '{value}'", "Write YYYY, YYYY-MM or YYYY-MM-DD, or leave it blank"
        )
    return value


def _check_replacements(folder: Path, facilities: dict[str, Facility]) -> None:
    for facility in facilities.values():
        seen = {facility.id}
        while facility.replaced_by:
            if facility.replaced_by in seen or facility.replaced_by not in facilities:
                raise DataError(
                    f"facility '{facility.id}' is replaced by '{facility.replaced_by}', which leads nowhere",
                    where=str(folder / "facilities.csv"),
                    remedy="Name the id of another facility",
                )
            facility = facilities[facility.replaced_by]
            seen.add(facility.id)


def _aliases(path: Path, facilities: dict[str, Facility]) -> Iterator[Alias]:
    seen: set[tuple[str, str, str]] = set()
    for row in read_rows(path, ALIAS_COLUMNS):
        alias = Alias(
            row.text("facility_id"),
            row.text("alias"),
            row.choice("lang", LANGUAGES),
            row.choice("type", ALIAS_TYPES),
        )
        row.text("source")
        if alias.facility_id not in facilities:
            raise row.error(f"no facility '{alias.facility_id}'", "Use an id of facilities*.csv")
        key = (alias.facility_id, alias.alias, alias.lang)
        if key in seen:
            raise row.error(
                f"'{alias.alias}' of '{alias.facility_id}' stands here a second time", "Remove this row"
            )
        seen.add(key)
        yield alias
