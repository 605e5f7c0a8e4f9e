"""Where a report's target lies."""

from __future__ import annotations

import pytest

from tracker.geocoding import OfflineGeocoder, locate
from tracker.knowledge import knowledge
from tracker.model import Kind, Precision, Report, Target, When


def placed(**target: object) -> Report:
    report = Report(article_id="t", target=Target(name="x", **target), when=When())  # type: ignore[arg-type]
    return locate(report, knowledge())


def test_a_known_facility_has_its_point_and_the_radius_of_its_confidence() -> None:
    report = placed(kind=Kind.PUMPING_STATION, facility_ids=("unecha-pumping-station",))
    assert report.facility_id == "unecha-pumping-station"
    assert report.place is not None
    assert (report.place.precision, report.place.radius_km) == (Precision.FACILITY, 1.0)
    assert report.place.lat == pytest.approx(52.7649, abs=0.05)


def test_a_facility_without_a_known_point_is_linked_and_never_drawn() -> None:
    report = placed(kind=Kind.PUMPING_STATION, facility_ids=("bps2-nps-7",))
    assert report.facility_id == "bps2-nps-7"
    assert report.place is not None
    assert (report.place.lat, report.place.lon) == (None, None)


def test_refineries_of_one_town_that_cannot_be_told_apart_share_a_circle() -> None:
    ids = ("unpz-refinery", "novoil-refinery", "ufaneftekhim-refinery")
    report = placed(kind=Kind.REFINERY, facility_ids=ids)
    assert report.facility_id is None
    assert report.place is not None
    assert report.place.precision is Precision.TOWN
    assert 1 < report.place.radius_km < 60


def test_a_town_in_a_region_is_not_its_larger_namesake() -> None:
    region = next(region for region in knowledge().towns.regions.values() if region.name == "Bryansk Oblast")
    report = placed(kind=Kind.OIL_DEPOT, town="Klintsy", region=region.id, country="RU")
    assert report.place is not None
    assert (report.place.region, report.place.precision) == ("Bryansk Oblast", Precision.TOWN)


def test_a_region_has_its_radius() -> None:
    region = next(region for region in knowledge().towns.regions.values() if region.name == "Smolensk Oblast")
    report = placed(kind=Kind.OIL_DEPOT, region=region.id, country="RU")
    assert report.place is not None
    assert (report.place.precision, report.place.radius_km) == (Precision.REGION, region.radius_km)


def test_an_unknown_town_falls_back_to_its_country_without_a_point() -> None:
    report = placed(kind=Kind.OIL_DEPOT, town="Nowhereville-on-Sea", country="RU")
    assert report.place is not None
    assert (report.place.precision, report.place.lat) == (Precision.COUNTRY, None)


def test_nothing_known_means_no_place_at_all() -> None:
    assert placed(kind=Kind.OIL_DEPOT).place is None


def test_the_offline_geocoder_answers_like_any_geopy_geocoder() -> None:
    geocoder = OfflineGeocoder(knowledge().towns)
    town = geocoder.geocode("Ryazan")
    assert town.latitude == pytest.approx(54.6, abs=0.2)
    assert geocoder.geocode("Nowhereville-on-Sea") is None
    assert len(geocoder.geocode("Nikolskoye", exactly_one=False)) > 1
