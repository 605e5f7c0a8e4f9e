"""What may be written into each field, and what the refusal says."""

from __future__ import annotations

import pytest

from tracker.config import settings
from tracker.desk.values import shown, value_for
from tracker.errors import UsageError
from tracker.events import FIELDS
from tracker.events.correct import place_of
from tracker.knowledge import knowledge


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_TODAY", "2026-06-10")
    settings.cache_clear()


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("name", " LPDS Unecha ", "LPDS Unecha"),
        ("kind", "oil_depot", "oil_depot"),
        ("status", "disputed", "disputed"),
        ("attacker", "UA", "UA"),
        ("attacker", "unknown", "unknown"),
        ("weapons", "drone, missile,drone", ["drone", "missile"]),
        ("weapons", "unknown", []),
        ("effects", "", []),
        ("effects", "none", ["none"]),
        ("date_start", "2025-08-21", "2025-08-21"),
        ("date_end", "unknown", None),
    ],
)
def test_values_are_kept_as_codes(field: str, text: str, value: object) -> None:
    assert value_for(field, text, knowledge()) == value


def test_a_facility_brings_its_name_kind_and_place() -> None:
    value = value_for("facility_id", "ryazan-refinery", knowledge())
    facility = knowledge().gazetteer.get("ryazan-refinery")
    assert (value["id"], value["name"], value["kind"]) == (facility.id, facility.name, facility.kind.value)
    assert place_of(value["place"]).lat == facility.lat
    assert shown(value) == "ryazan-refinery"


@pytest.mark.parametrize("text", ["Kstovo", "Kstovo, RU", "Kstovo, Nizhny Novgorod Oblast", " kstovo , RU"])
def test_a_town_is_placed_offline(text: str) -> None:
    place = place_of(value_for("place", text, knowledge()))
    assert (place.name, place.precision, place.country) == ("Kstovo, Nizhny Novgorod Oblast", "town", "RU")
    assert place.lat == pytest.approx(56.15, abs=0.1)


def test_a_region_is_a_wide_place() -> None:
    place = place_of(value_for("place", "Samara Oblast", knowledge()))
    assert (place.precision, place.region) == ("region", "Samara Oblast")


@pytest.mark.parametrize(
    ("field", "text", "line"),
    [
        ("colour", "red", f"'colour' cannot be set. Use one of: {', '.join(FIELDS)}"),
        ("name", "", "name: is no name"),
        ("name", "a\nb", "name: is no name"),
        ("name", "\u202eevil", "name: is no name"),
        ("kind", "castle", "kind: 'castle' is not known. Use: pumping_station, pipeline,"),
        ("weapons", "drone catapult", "weapons: 'catapult' is not known. Use: drone, naval_drone,"),
        ("effects", "boom", "effects: 'boom' is not known. Use: fire, explosion,"),
        ("status", "", "status: '' is not known. Use: claimed, confirmed, denied, reported, disputed"),
        ("attacker", "Russia", "attacker: 'Russia' is not known"),
        (
            "date_start",
            "yesterday",
            "date_start: 'yesterday' is no day of a strike. Write YYYY-MM-DD, from 2014",
        ),
        ("date_end", "2026-06-11", "date_end: '2026-06-11' is no day of a strike"),
        ("date_end", "2013-12-31", "or unknown"),
        (
            "facility_id",
            "ryazan-refinary",
            "facility_id: no facility 'ryazan-refinary'. Use an id of data/gazetteer",
        ),
        ("place", "Qwertyville", "place: no town or region 'Qwertyville' is known"),
        ("place", " , ", "place: no town or region"),
    ],
)
def test_what_is_not_allowed_is_named_with_what_is(field: str, text: str, line: str) -> None:
    with pytest.raises(UsageError) as caught:
        value_for(field, text, knowledge())
    assert line in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_slip_in_a_facility_names_the_one_that_was_meant() -> None:
    with pytest.raises(UsageError, match=r"such as .*ryazan-refinery"):
        value_for("facility_id", "ryazan-refinary", knowledge())
