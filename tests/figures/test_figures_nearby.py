"""The struck places around one: how far, which not, and how it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from figure_makers import NOWHERE, RYAZAN, SOMEWHERE, UNECHA, night, strike

from tracker.figures.nearby import near, told
from tracker.model import Place, Strike

KLINTSY = replace(UNECHA, name="Klintsy", lat=52.7531, lon=32.2347)
ROUGH = replace(UNECHA, name="Novozybkov", lat=52.5378, lon=31.9358, radius_km=25.0)


def at(place: Place | None, name: str, **values: object) -> Strike:
    return strike(name, place=place, id=name, facility_id=name, **values)


def test_places_within_reach_come_nearest_first_with_all_their_strikes() -> None:
    strikes = [
        at(ROUGH, "novozybkov"),
        at(KLINTSY, "klintsy"),
        replace(at(KLINTSY, "klintsy", when=night(date(2024, 1, 18))), id="klintsy-2024"),
        at(RYAZAN, "ryazan"),
    ]
    found = near(strike(), strikes)
    assert [told(item) for item in found] == [
        "30 km: klintsy, 2 strikes, newest 21-22 Aug 2025",
        "about 56 km, give or take 25: novozybkov, 1 strike, 21-22 Aug 2025",
    ]
    assert [item.spot.newest.facility_id for item in near(strike(), strikes, 600)] == [
        "klintsy", "novozybkov", "ryazan",
    ]  # fmt: skip


def test_the_own_facility_is_no_neighbour_but_another_one_at_the_same_point_is() -> None:
    again, other = strike(id="again", when=night(date(2025, 8, 12))), at(UNECHA, "depot")
    assert [told(item) for item in near(strike(), [strike(), again, other])] == [
        "under 1 km: depot, 1 strike, 21-22 Aug 2025"
    ]


def test_a_place_known_only_to_a_region_or_not_at_all_is_near_nothing() -> None:
    for place in (SOMEWHERE, NOWHERE, None):
        assert near(at(place, "x"), [strike()]) == []
        assert near(strike(), [at(place, "x")]) == []
