"""Which other places were struck near one, and how far away they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geopy.distance import great_circle

from tracker.figures import words
from tracker.figures.gathered import Spot
from tracker.figures.maps import spots
from tracker.model import Strike

REACH_KM = 100
"""How far is still near."""

_DEGREE_KM = 111.0


@dataclass(frozen=True, slots=True)
class Near:
    """A struck place and its distance; `loose_km` is how far the two points may be off."""

    spot: Spot
    km: float
    loose_km: float


def near(strike: Strike, strikes: Iterable[Strike], reach_km: float = REACH_KM) -> list[Near]:
    """The other places among `strikes` within reach of a strike's point, the nearest first.

    Distances are from point to point on a sphere. A place known less well than to half of the reach has no
    neighbours and is none; nor is the strike's own facility or place.
    """
    place = strike.place
    if place is None or place.lat is None or place.lon is None or place.radius_km > reach_km / 2:
        return []
    loose = place.radius_km if place.radius_km >= 5 else 0
    around = (item for item in strikes if _may_be_near(item, place.lat, reach_km))
    found = []
    for spot in spots(item for item in around if not _same_place(item, strike)):
        km = float(great_circle((place.lat, place.lon), (spot.lat, spot.lon)).km)
        if km <= reach_km:
            found.append(Near(spot, km, loose + (spot.radius_km if spot.uncertain else 0)))
    return sorted(found, key=lambda item: (item.km, item.spot.newest.id))


def told(item: Near) -> str:
    """`23 km: Unecha pumping station, 4 strikes, newest 21-22 Aug 2025`."""
    many = len(item.spot.strikes)
    latest = f"{'newest ' if many > 1 else ''}{words.when(item.spot.newest.when)}"
    return f"{far(item)}: {words.where(item.spot.newest)}, {words.count(many, 'strike')}, {latest}"


def far(item: Near) -> str:
    """The distance, no more exact than the points: `23 km`, `about 40 km, give or take 25`."""
    km = words.number(round(item.km)) if item.km >= 1 else "under 1"
    return f"about {km} km, give or take {words.number(item.loose_km)}" if item.loose_km else f"{km} km"


def _may_be_near(strike: Strike, lat: float, reach_km: float) -> bool:
    place = strike.place
    if place is None or place.lat is None or place.radius_km > reach_km / 2:
        return False
    return abs(place.lat - lat) * _DEGREE_KM <= reach_km + 1


def _same_place(one: Strike, other: Strike) -> bool:
    if one.facility_id or other.facility_id:
        return one.facility_id == other.facility_id
    return one.place == other.place
