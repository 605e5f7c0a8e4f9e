"""Where a report's target lies: its facility, else its town, region or country, with a radius."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from geopy.distance import great_circle

from tracker.geocoding.offline import OfflineGeocoder
from tracker.knowledge import Knowledge
from tracker.knowledge.gazetteer import Facility
from tracker.model import Place, Precision, Report, Target

_ONE_TOWN_KM = 25.0
_COUNTRY_KM = 500.0


def locate(report: Report, knowledge: Knowledge) -> Report:
    """The report with `place` set, and with `facility_id` when the gazetteer knows exactly one."""
    target = report.target
    facilities = _in_region([knowledge.gazetteer.get(id_) for id_ in target.facility_ids], target, knowledge)
    if len(facilities) == 1:
        facility = facilities[0]
        target = replace(target, name=facility.name, kind=facility.kind)
        return replace(report, target=target, facility_id=facility.id, place=place_of(facility))
    if facilities:
        return replace(report, place=_common_place(facilities) or _vaguer(target, knowledge))
    return replace(report, place=_town(target, knowledge) or _vaguer(target, knowledge))


def place_of(facility: Facility) -> Place:
    """A facility's place; without coordinates when the gazetteer has none."""
    return Place(
        name=", ".join(part for part in (facility.town, facility.region) if part) or facility.name,
        precision=Precision.FACILITY,
        radius_km=facility.radius_km,
        country=facility.country,
        region=facility.region,
        lat=facility.lat,
        lon=facility.lon,
    )


def _in_region(facilities: list[Facility], target: Target, knowledge: Knowledge) -> list[Facility]:
    """Of several namesakes those in the region that the article names; all when it names none of theirs."""
    if len(facilities) < 2 or target.region is None:
        return facilities
    region = knowledge.towns.regions[target.region].name
    inside = [facility for facility in facilities if facility.region == region]
    return inside or facilities


def _common_place(facilities: list[Facility]) -> Place | None:
    """One circle around facilities of one town ("the Ufa refineries"); None when they lie apart."""
    points = [(facility.lat, facility.lon) for facility in facilities if facility.lat is not None]
    if len(points) != len(facilities):
        return None
    lat, lon = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    spread = max(great_circle((lat, lon), point).km for point in points)
    if spread > _ONE_TOWN_KM:
        return None
    first = facilities[0]
    return Place(
        name=", ".join(part for part in (first.town, first.region) if part) or first.name,
        precision=Precision.TOWN,
        radius_km=round(spread + max(facility.radius_km for facility in facilities), 1),
        country=first.country,
        region=first.region,
        lat=round(lat, 4),
        lon=round(lon, 4),
    )


def _town(target: Target, knowledge: Knowledge) -> Place | None:
    if target.town is None:
        return None
    match = _geocoder(knowledge).geocode(
        target.town, exactly_one=False, country=target.country, region_id=target.region
    )
    if not match:
        return None
    town = match[0].raw["town"]
    region = knowledge.towns.regions.get(town.region_id or "")
    return Place(
        name=f"{town.name}, {region.name}" if region else town.name,
        precision=Precision.TOWN,
        radius_km=_town_radius(town.population),
        country=town.country,
        region=region.name if region else None,
        lat=town.lat,
        lon=town.lon,
    )


@cache
def _geocoder(knowledge: Knowledge) -> OfflineGeocoder:
    """One for all look-ups: geopy prepares a connection for each, though this one never uses it."""
    return OfflineGeocoder(knowledge.towns)


def _town_radius(population: int) -> float:
    """How far an unnamed facility "in" a town may lie from its centre, in km: our estimate."""
    return 5.0 if population < 50_000 else 10.0 if population < 500_000 else 20.0


def _vaguer(target: Target, knowledge: Knowledge) -> Place | None:
    region = knowledge.towns.regions.get(target.region or "")
    if region is not None:
        return Place(
            name=region.name, precision=Precision.REGION, radius_km=region.radius_km, country=region.country,
            region=region.name, lat=region.lat, lon=region.lon,
        )  # fmt: skip
    if target.country is not None:
        return Place(
            name=target.country, precision=Precision.COUNTRY, radius_km=_COUNTRY_KM, country=target.country
        )
    return None
