"""What the map's search and its stations are made of."""

from __future__ import annotations

import gzip
import json

from tracker.figures import maps, places
from tracker.knowledge import knowledge
from tracker.model import Kind


def test_every_facility_is_found_by_each_of_its_names() -> None:
    gazetteer = knowledge().gazetteer
    rows = json.loads(places.names_json(gazetteer))
    assert len(rows) == sum(not facility.replaced_by for facility in gazetteer.facilities.values())
    named = {(row[0], name) for row in rows for name in (row[0], *row[5].split("|"))}
    missing = [
        alias
        for alias in gazetteer.aliases
        if (gazetteer.get(alias.facility_id).name, alias.alias) not in named
    ]
    assert missing == []


def test_a_facility_without_a_point_has_none_and_is_not_at_zero() -> None:
    gazetteer = knowledge().gazetteer
    lost = {f.name for f in gazetteer.facilities.values() if f.lat is None and not f.replaced_by}
    rows = json.loads(places.names_json(gazetteer))
    assert {row[0] for row in rows if row[2] is None and row[3] is None} == lost
    assert not [row for row in rows if row[2] == 0 or row[3] == 0]


def test_all_names_together_are_small_enough_to_be_fetched_once() -> None:
    text = places.names_json(knowledge().gazetteer).encode()
    assert len(gzip.compress(text)) < 200_000


def test_stations_are_the_ends_of_the_legs_and_come_with_the_base() -> None:
    known = knowledge()
    stops = places.stations(known.supply, known.gazetteer)
    assert {"unecha-pumping-station", "slovnaft-bratislava-refinery"} <= {stop.id for stop in stops}
    assert all(stop.lat is not None for stop in stops)
    rows = json.loads(maps.base_json({"features": []}, [], stops))["stations"]
    [unecha] = [row for row in rows if row[4].startswith("Unecha")]
    assert unecha[2:4] == [list(Kind).index(Kind.PUMPING_STATION), 1]
    assert all(stop.attribution.split(",")[0] in maps.credit(known.pipelines, stops) for stop in stops)
