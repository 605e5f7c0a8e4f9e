"""Where two reports may speak of the same target: distances, likeness of kinds, slugs."""

from __future__ import annotations

import math
import re
import unicodedata

from tracker.model import Kind, Place, Report

EARTH_KM = 6371.0088
SLUG_LENGTH = 60

FAMILIES: tuple[frozenset[Kind], ...] = (
    frozenset({Kind.OIL_DEPOT, Kind.OIL_TERMINAL}),
    frozenset({Kind.PUMPING_STATION, Kind.PIPELINE}),
    frozenset({Kind.COMPRESSOR_STATION, Kind.PIPELINE}),
    frozenset({Kind.COMPRESSOR_STATION, Kind.GAS_STORAGE}),
    frozenset({Kind.REFINERY, Kind.PETROCHEMICAL_PLANT}),
    frozenset({Kind.GAS_PLANT, Kind.PETROCHEMICAL_PLANT}),
    frozenset({Kind.GAS_PLANT, Kind.GAS_FIELD}),
    frozenset({Kind.GAS_FIELD, Kind.PLATFORM}),
    frozenset({Kind.POWER_PLANT, Kind.HYDRO_PLANT}),
    frozenset({Kind.POWER_PLANT, Kind.NUCLEAR_PLANT}),
    frozenset({Kind.GRID, Kind.SUBSTATION}),
    frozenset({Kind.GRID, Kind.POWER_PLANT}),
    frozenset({Kind.GRID, Kind.HYDRO_PLANT}),
)
"""Kinds that two outlets use of the same thing. `other_energy` goes with every kind."""


def kind_rank(one: Kind, other: Kind) -> int | None:
    """0 for the same kind, 1 for kinds that are mistaken for each other, None for kinds that are not."""
    if one is other:
        return 0
    if Kind.OTHER_ENERGY in (one, other):
        return 1
    return 1 if any(one in family and other in family for family in FAMILIES) else None


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points given in degrees."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def overlap(one: Place, other: Place) -> bool:
    """Whether the circles of two places meet; without coordinates, whether the names are the same."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return slug(one.name) == slug(other.name)
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= one.radius_km + other.radius_km


def slug(name: str) -> str:
    """A name as part of an id: `plain`, not too long, never empty."""
    return plain(name)[:SLUG_LENGTH].strip("-") or "unplaced"


def plain(name: str) -> str:
    """A name to compare by: lower case, no marks, letters and digits of any script, hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "-".join(re.findall(r"[^\W_]+", bare.casefold()))


def place_name(report: Report) -> str:
    """The name of where a report is, also when it has not been located."""
    target = report.target
    return (
        report.place.name if report.place else target.town or target.region or target.country or target.name
    )
