"""Facilities as the map's browser side needs them: the stations of the network, and every name to search for.

Both are fetched once and apart from the map, so they hold nothing that depends on strikes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tracker.model import Kind

if TYPE_CHECKING:
    from tracker.knowledge.gazetteer import Facility, Gazetteer
    from tracker.knowledge.supply import Supply

KINDS = tuple(Kind)
"""Kinds travel to the browser as their number here."""

_SEPARATOR = "|"


def stations(supply: Supply, gazetteer: Gazetteer) -> tuple[Facility, ...]:
    """The facilities at which the legs of the supply network begin and end, where their points are known."""
    names = sorted({name for leg in supply.legs for name in (leg.start, leg.end)})
    found = {gazetteer.get(name).id: gazetteer.get(name) for name in names}
    return tuple(facility for facility in found.values() if facility.lat is not None)


def station_rows(facilities: Iterable[Facility]) -> list[tuple[Any, ...]]:
    """Latitude, longitude, number of the kind, radius in km and name of each."""
    return [(f.lat, f.lon, KINDS.index(f.kind), _radius(f), f.name) for f in facilities]


def names_json(gazetteer: Gazetteer) -> str:
    """Every facility with all its names: name, number of the kind, lat, lon, km, other names by `|`.

    A facility whose point nobody knows has null coordinates. Names of a replaced facility lead to its
    successor.
    """
    others: dict[str, dict[str, None]] = defaultdict(dict)
    for facility in gazetteer.facilities.values():
        if facility.replaced_by:
            others[gazetteer.get(facility.id).id][_plain(facility.name)] = None
    for alias in gazetteer.aliases:
        others[gazetteer.get(alias.facility_id).id][_plain(alias.alias)] = None
    rows = [_named(f, list(others[f.id])) for f in gazetteer.facilities.values() if not f.replaced_by]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _named(facility: Facility, others: Sequence[str]) -> tuple[Any, ...]:
    name = _plain(facility.name)
    return (
        name, KINDS.index(facility.kind), facility.lat, facility.lon, _radius(facility),
        _SEPARATOR.join(other for other in others if other != name),
    )  # fmt: skip


def _radius(facility: Facility) -> float:
    """Whole numbers without their `.0`, which would be sent hundreds of times."""
    return int(facility.radius_km) if facility.radius_km == int(facility.radius_km) else facility.radius_km


def _plain(name: str) -> str:
    return name.replace(_SEPARATOR, "/")
