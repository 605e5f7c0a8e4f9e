"""Towns without a network, as a geopy `Geocoder`, so that any geopy geocoder can stand in its place."""

from __future__ import annotations

from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from tracker.knowledge.towns import Town, Towns


class OfflineGeocoder(Geocoder):  # type: ignore[misc]
    """Looks towns up in the GeoNames table that travels with the program; asks no server.

    A facility is never geocoded by name: facilities come from the gazetteer.
    """

    def __init__(self, towns: Towns) -> None:
        super().__init__()
        self._towns = towns

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        country: str | None = None,
        region_id: str | None = None,
        lang: str = "en",
    ) -> Any:
        """Towns of that name in any grammatical case: in the region first, then by population."""
        match = self._towns.find_inflected(query, lang, country=country, region_id=region_id)
        if match is None and region_id is not None:
            match = self._towns.find_inflected(query, lang, country=country)
        if match is None:
            return None
        found = [_location(town) for town in match.towns]
        return found[0] if exactly_one else found


def _location(town: Town) -> Location:
    return Location(f"{town.name}, {town.country}", (town.lat, town.lon), {"town": town})
