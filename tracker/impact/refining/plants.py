"""Russian refineries with their capacity and the size of their units, Mt a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.impact.volumes import scale
from tracker.knowledge.gazetteer import Facility
from tracker.knowledge.supply.refining_types import PLANT, RefiningUnit
from tracker.knowledge.supply.types import Supply
from tracker.model import Ground, Kind, Range

COUNTRY = "RU"


@dataclass(frozen=True, slots=True)
class Plant:
    """A refinery; `mt` is None where no source has its capacity, `units` by name."""

    facility_id: str
    name: str
    mt: float | None
    units: Mapping[str, Range]
    unknown_unit: Range
    ground: Ground


def plants_of(supply: Supply, facilities: Mapping[str, Facility]) -> dict[str, Plant]:
    """Refineries of the gazetteer that are in use, and plants whose refining capacity was published apart."""
    told: dict[str, list[RefiningUnit]] = {}
    for unit in sorted(supply.refining_units, key=lambda u: u.id):
        told.setdefault(unit.facility_id, []).append(unit)
    found = {}
    for facility_id in sorted(facilities):
        facility, units = facilities[facility_id], told.get(facility_id, [])
        whole = next((unit for unit in units if unit.unit == PLANT), None)
        if whole or _counts(facility):
            found[facility_id] = _plant(supply, facility, whole, units)
    return found


def _counts(facility: Facility) -> bool:
    return (
        facility.kind is Kind.REFINERY
        and facility.country == COUNTRY
        and not facility.occupied
        and facility.status is None
        and facility.replaced_by is None
    )


def _plant(
    supply: Supply, facility: Facility, whole: RefiningUnit | None, units: list[RefiningUnit]
) -> Plant:
    if whole is not None:
        mt = whole.mt_per_year
    else:
        mt = facility.capacity if facility.capacity_unit == "Mt/y" else None
    return Plant(
        facility_id=facility.id,
        name=facility.name,
        mt=mt,
        units={unit.unit: _size(supply, unit, mt) for unit in units if unit.unit != PLANT},
        unknown_unit=_capped(scale(supply.assume("unit_share"), mt or 0.0), mt),
        ground=_ground(facility, whole, mt),
    )


def _ground(facility: Facility, whole: RefiningUnit | None, mt: float | None) -> Ground:
    size = "not known" if mt is None else f"{mt:g} Mt a year"
    words = f"Capacity of {facility.name}: {size}"
    if whole is None:
        return Ground(sentence=words, said_by=facility.attribution)
    return Ground(
        sentence=words, said_by=whole.publisher, known_on=whole.known_on, source_url=whole.source_url
    )


def _size(supply: Supply, unit: RefiningUnit, mt: float | None) -> Range:
    """The published size of a unit, else its share of the plant, else what a unit usually is of one."""
    if unit.mt_per_year is not None:
        size = Range(unit.mt_per_year, unit.mt_per_year, unit.mt_per_year)
    elif unit.kt_per_day is not None:
        size = scale(supply.assume("stream_days"), unit.kt_per_day / 1000)
    elif unit.percent is not None and mt is not None:
        share = unit.percent / 100 * mt
        size = Range(share, share, share)
    else:
        size = scale(supply.assume("unit_share"), mt or 0.0)
    return _capped(size, mt)


def _capped(size: Range, mt: float | None) -> Range:
    most = mt or 0.0
    return Range(min(size.low, most), min(size.middle, most), min(size.high, most))
