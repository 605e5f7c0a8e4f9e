"""Which reports are of one target."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from event_makers import UNECHA, groups, merged, report, town

from tracker.model import DatePrecision, Kind, Place, Precision, When

SARATOV = town("Saratov", 51.53, 46.03)
ENGELS = town("Engels", 51.48, 46.12)
FEODOSIA = town("Feodosia", 45.03, 35.38, country="UA")
SAMARA_REGION = town("Samara Oblast", 53.2, 50.7, radius=170)
SYZRAN = Place(
    name="Syzran, Samara Oblast",
    precision=Precision.FACILITY,
    radius_km=1,
    country="RU",
    region="Samara Oblast",
    lat=53.1,
    lon=48.4,
)
NOVOKUIBYSHEVSK = Place(
    name="Novokuibyshevsk, Samara Oblast",
    precision=Precision.FACILITY,
    radius_km=1,
    country="RU",
    region="Samara Oblast",
    lat=53.08,
    lon=49.9,
)


def alone(*keys: str) -> set[frozenset[str]]:
    return {frozenset({key}) for key in keys}


def test_two_facilities_never_become_one_even_at_the_same_point() -> None:
    assert groups(report("a", "22"), report("b", "22", facility="unecha-rail")) == alone("a", "b")


def test_a_facility_is_one_target_whatever_kind_the_articles_call_it() -> None:
    assert groups(report("a", "22"), report("b", "22", kind=Kind.PIPELINE)) == {frozenset("ab")}


def test_a_town_report_joins_the_facility_in_its_circle() -> None:
    near = town("Unecha", 52.846, 32.68)
    assert groups(report("a", "21/22"), report("b", "22", facility=None, place=near)) == {frozenset("ab")}


def test_a_town_report_too_far_away_stands_alone() -> None:
    far = town("Klintsy", 52.76, 32.24)
    assert groups(report("a", "22"), report("b", "22", facility=None, place=far)) == alone("a", "b")


def test_a_town_report_on_the_other_side_of_a_border_stands_alone() -> None:
    near = town("Unecha", 52.846, 32.68, country="UA")
    assert groups(report("a", "22"), report("b", "22", facility=None, place=near)) == alone("a", "b")


@pytest.mark.parametrize(
    ("kind", "joins"),
    [
        (Kind.PUMPING_STATION, True),
        (Kind.PIPELINE, True),
        (Kind.OTHER_ENERGY, True),
        (Kind.REFINERY, False),
        (Kind.SUBSTATION, False),
    ],
)
def test_kinds_must_be_ones_that_are_mistaken_for_each_other(kind: Kind, joins: bool) -> None:
    found = groups(report("a", "22"), report("b", "22", facility=None, kind=kind))
    assert found == ({frozenset("ab")} if joins else alone("a", "b"))


def test_two_facilities_of_one_town_are_not_swallowed_by_a_report_that_names_only_the_town() -> None:
    first = report("a", "22", facility="depot-1", place=SARATOV, kind=Kind.OIL_DEPOT)
    second = report("b", "22", facility="depot-2", place=SARATOV, kind=Kind.OIL_DEPOT)
    vague = report("c", "22", facility=None, place=SARATOV, kind=Kind.OIL_DEPOT)
    assert groups(first, second, vague) == alone("a", "b", "c")
    again = report("d", "21/22", facility=None, place=SARATOV, kind=Kind.OIL_DEPOT)
    assert groups(first, second, vague, again) == alone("a", "b") | {frozenset("cd")}


def test_the_likelier_kind_decides_between_two_facilities_of_one_town() -> None:
    refinery = report("a", "22", facility="refinery", place=SARATOV, kind=Kind.REFINERY)
    depot = report("b", "22", facility="depot", place=SARATOV, kind=Kind.OIL_DEPOT)
    vague = report("c", "22", facility=None, place=SARATOV, kind=Kind.OIL_DEPOT)
    assert groups(refinery, depot, vague) == alone("a") | {frozenset("bc")}


def test_a_region_report_joins_the_only_strike_of_its_kind_there() -> None:
    hit = report("a", "22", facility="syzran", place=SYZRAN, kind=Kind.REFINERY)
    other = report("b", "22", facility="novokuibyshevsk", place=NOVOKUIBYSHEVSK, kind=Kind.REFINERY)
    vague = report("c", "22", facility=None, place=SAMARA_REGION, kind=Kind.REFINERY)
    assert groups(hit, vague) == {frozenset("ac")}
    assert groups(hit, other, vague) == alone("a", "b", "c")


def test_likeness_is_not_handed_on_from_town_to_town() -> None:
    """Engels touches Saratov and Saratov touches a village; Engels and the village are far apart."""
    village = town("Sokur", 51.64, 45.86)
    reports = [
        report("a", "22", facility=None, place=ENGELS, kind=Kind.OIL_DEPOT),
        report("b", "22", facility=None, place=village, kind=Kind.OIL_DEPOT),
        report("c", "22", facility=None, place=SARATOV, kind=Kind.OIL_DEPOT),
    ]
    assert not any({"a", "b"} <= group for group in groups(*reports))


def test_places_without_a_point_meet_by_name() -> None:
    nowhere = Place(name="Kursk Oblast", precision=Precision.REGION, radius_km=120, country="RU")
    reports = [
        report("a", "22", facility=None, place=nowhere, kind=Kind.OIL_DEPOT),
        report("b", "22", facility=None, place=nowhere, kind=Kind.OIL_DEPOT),
        report("c", "22", facility=None, place=None, kind=Kind.OIL_DEPOT),
    ]
    assert groups(*reports) == {frozenset("ab"), frozenset("c")}


def test_a_facility_without_a_known_point_still_gathers_its_reports() -> None:
    pointless = Place(name="Somewhere", precision=Precision.FACILITY, radius_km=500, country="RU")
    assert groups(report("a", "22", place=pointless), report("b", "21/22", place=None)) == {frozenset("ab")}


def test_circles_meet_across_the_date_line_and_near_the_pole() -> None:
    for east, west in (
        (town("E", 66.0, 179.99), town("W", 66.0, -179.99)),
        (town("E", 89.0, 10), town("W", 89.0, 14)),
    ):
        first = report("a", "22", facility=None, place=east)
        assert groups(first, report("b", "22", facility=None, place=west)) == {frozenset("ab")}


def test_without_a_date_only_the_very_same_place_is_the_same_target() -> None:
    depot = {"facility": None, "kind": Kind.OIL_DEPOT}
    reports = [
        report("a", "?", facility="syzran", place=SYZRAN, kind=Kind.OIL_DEPOT),
        report("b", "?", place=SAMARA_REGION, **depot),
        report("c", "?", place=SAMARA_REGION, **depot),
        report("d", "?", place=SARATOV, **depot),
    ]
    assert groups(*reports) == alone("a", "d") | {frozenset("bc")}


def test_background_reports_join_as_well() -> None:
    assert groups(report("a", "13"), report("b", "13", primary=False)) == {frozenset("ab")}


def test_the_same_report_twice_counts_once() -> None:
    assert len(merged(report("a", "22"), report("a", "22"))[0].reports) == 1


def test_a_very_long_range_costs_no_lookup_of_each_day_and_finds_its_twin() -> None:

    ages = When(date.min, date.max, DatePrecision.RANGE)
    found = groups(replace(report("a", "22"), when=ages), replace(report("b", "22"), when=ages))
    assert found == {frozenset("ab")}


def test_a_round_up_of_a_facility_takes_the_date_of_the_one_attack_that_fits_and_of_no_two() -> None:
    """The round-up knows the facility but not the night, the news knows the night but only the town."""
    near = {"facility": None, "place": town("Unecha", 52.846, 32.68)}
    week, first, second = report("a", "18-24"), report("b", "19/20", **near), report("c", "21/22", **near)
    assert groups(week, first) == {frozenset("ab")}
    assert groups(week, first, second) == alone("a", "b", "c")
    again = report("d", "22", **near)
    assert groups(week, second, again) == {frozenset("acd")}
    other = report("e", "18-24", facility="unecha-rail")
    assert groups(week, other, first) == alone("a", "b", "e")


def test_a_round_up_of_a_town_does_not_swallow_two_nights_of_its_region() -> None:
    depot = {"facility": None, "kind": Kind.OIL_DEPOT}
    week = report("a", "18-24", place=town("Samara", 53.2, 50.15), **depot)
    nights = [
        report(key, days, place=SAMARA_REGION, **depot) for key, days in (("b", "19/20"), ("c", "21/22"))
    ]
    assert groups(week, nights[0]) == {frozenset("ab")}
    assert groups(week, *nights) == alone("a", "b", "c")


@pytest.mark.parametrize("radius", [5, 60, 300, 1200])
def test_blocks_hide_no_circle_that_meets(radius: float) -> None:
    """Along a meridian and a parallel, up to where the circles part, every pair is found."""
    here = report("a", "22", facility=None, place=town("Here", 61.0, 100.0, radius=radius))
    for part, met in ((0.2, True), (0.9, True), (0.999, True), (1.001, False)):
        reach = 2 * radius * part / 111.195
        for lat, lon in ((61.0 - reach, 100.0), (61.0 + reach, 100.0)):
            there = report("b", "22", facility=None, place=town("There", lat, lon, radius=radius))
            assert (groups(here, there) == {frozenset("ab")}) is met


def test_the_place_of_the_vaguer_report_does_not_move_the_strike() -> None:
    vague = report("a", "22", facility=None, place=town("Unecha", 52.846, 32.68))
    strike = merged(vague, report("b", "22"))[0]
    assert strike.place == UNECHA
    assert strike.facility_id == "unecha"
