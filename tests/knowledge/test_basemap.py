from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import DataError
from tracker.knowledge.basemap import country_at, load, polygons

FOLDER = Path(__file__).parents[2] / "data" / "basemap"
SQUARE = [[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0], [0.0, 0.0]]]
HOLE = [[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0], [1.0, 1.0]]


@pytest.fixture(scope="module")
def outlines() -> dict[str, Any]:
    return load(FOLDER)


def collection(coordinates: Any = SQUARE, *, kind: str = "Polygon", iso2: str = "XX") -> dict[str, Any]:
    feature = {
        "type": "Feature",
        "properties": {"iso2": iso2, "name": "Land"},
        "geometry": {"type": kind, "coordinates": coordinates},
    }
    return {"type": "FeatureCollection", "features": [feature]}


def written(folder: Path, content: Any) -> Path:
    (folder / "countries.geojson").write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("place", "lat", "lon", "country"),
    [
        ("Simferopol", 44.95, 34.10, "UA"),
        ("Sevastopol", 44.58, 33.53, "UA"),
        ("Kerch", 45.35, 36.45, "UA"),
        ("Feodosia", 45.04, 35.36, "UA"),
        ("Armiansk", 46.10, 33.69, "UA"),
        ("Henichesk", 46.17, 34.80, "UA"),
        ("Kherson", 46.64, 32.61, "UA"),
        ("Donetsk", 48.00, 37.80, "UA"),
        ("Luhansk", 48.57, 39.31, "UA"),
        ("Brody", 50.08, 25.15, "UA"),
        ("Krasnodar", 45.04, 38.98, "RU"),
        ("Taman", 45.21, 36.72, "RU"),
        ("Bryansk", 53.24, 34.36, "RU"),
        ("Kaliningrad", 54.71, 20.50, "RU"),
        ("Novy Urengoy", 66.08, 76.68, "RU"),
        ("Vladivostok", 43.15, 131.92, "RU"),
        ("Budapest", 47.50, 19.04, "HU"),
        ("Szazhalombatta", 47.33, 18.91, "HU"),
        ("Bratislava", 48.15, 17.11, "SK"),
        ("Kosice", 48.72, 21.26, "SK"),
        ("Litvinov", 50.60, 13.61, "CZ"),
        ("Mozyr", 52.05, 29.23, "BY"),
        ("Chisinau", 47.01, 28.86, "MD"),
        ("Schwedt", 53.06, 14.28, "DE"),
        ("Plock", 52.55, 19.70, "PL"),
        ("Sisak", 45.49, 16.37, "HR"),
        ("Black Sea", 43.50, 34.00, None),
        ("Atlantic", 40.00, -40.00, None),
    ],
)
def test_a_point_lies_in_its_country(
    outlines: dict[str, Any], place: str, lat: float, lon: float, country: str | None
) -> None:
    assert country_at(outlines, lat, lon) == country, place


def test_no_line_parts_crimea_from_the_mainland(outlines: dict[str, Any]) -> None:
    """One outer ring holds both, and no edge of it crosses the isthmus at Perekop."""
    ukraine = next(one for one in outlines["features"] if one["properties"]["iso2"] == "UA")
    both = [
        polygon
        for polygon in polygons(ukraine)
        if all(
            country_at(collection(polygon, iso2="UA"), lat, lon)
            for lat, lon in ((44.95, 34.10), (50.45, 30.52))
        )
    ]
    assert len(both) == 1
    isthmus = [(33.62, 33.75), (46.08, 46.20)]
    for (x1, y1), (x2, y2) in pairwise(both[0][0]):
        middle = ((x1 + x2) / 2, (y1 + y2) / 2)
        assert not all(low < value < high for value, (low, high) in zip(middle, isthmus, strict=True))


def test_every_ring_is_closed_rounded_and_encloses_something(outlines: dict[str, Any]) -> None:
    for feature in outlines["features"]:
        for polygon in polygons(feature):
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert all(round(value, 3) == value for point in ring for value in point)
                assert abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) > 0
                assert len({tuple(point) for point in ring}) == len(ring) - 1, feature["properties"]["name"]


def test_outer_rings_run_counter_clockwise_as_geojson_asks(outlines: dict[str, Any]) -> None:
    for feature in outlines["features"]:
        for polygon in polygons(feature):
            assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(polygon[0])) > 0


def test_the_file_stays_small_and_names_each_country_once(outlines: dict[str, Any]) -> None:
    assert (FOLDER / "countries.geojson").stat().st_size < 250_000
    codes = [feature["properties"]["iso2"] for feature in outlines["features"]]
    assert len(codes) == len(set(codes))
    assert {"UA", "RU", "BY", "HU", "SK", "CZ", "PL", "DE", "AT", "HR", "RS", "RO", "TR", "KZ", "GE"} <= set(
        codes
    )


@given(st.floats(-1, 5), st.floats(-1, 5))
def test_a_square_with_a_hole_is_told_from_its_surroundings(lat: float, lon: float) -> None:
    inside = 0 < lat < 4 and 0 < lon < 4 and not (1 < lat < 2 and 1 < lon < 2)
    on_an_edge = lat in (0, 1, 2, 4) or lon in (0, 1, 2, 4)
    assert on_an_edge or (country_at(collection([*SQUARE, HOLE]), lat, lon) == "XX") == inside


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ([], "not a GeoJSON FeatureCollection"),
        ({"features": []}, "not a GeoJSON FeatureCollection"),
        ({"features": [{"type": "Feature"}]}, "feature 1: not a feature"),
        ({"features": [None]}, "feature 1: not a feature"),
        (collection(kind="Point"), "geometry is 'Point'"),
        (collection(iso2="Ukraine"), "iso2 is 'Ukraine'"),
        (collection([SQUARE[0][:-1]]), "a ring is not closed"),
        (collection([[[0, 0], [1, 1], [0, 0]]]), "a ring is not closed"),
        (collection([[[0, 0], [1, 95], [1, 0], [0, 0]]]), "a ring leaves the Earth"),
        (collection([[[0, 0], [1, 1, 9], [1, 0], [0, 0]]]), "feature 1: not a feature"),
        (collection([[["a", 0], [1, 1], [1, 0], ["a", 0]]]), "feature 1: not a feature"),
        (collection(5), "feature 1: not a feature"),
        (collection(None, kind="MultiPolygon"), "feature 1: not a feature"),
    ],
)
def test_what_is_no_outline_is_refused_with_file_and_remedy(
    tmp_path: Path, content: Any, complaint: str
) -> None:
    with pytest.raises(DataError, match=r"countries\.geojson") as caught:
        load(written(tmp_path, content))
    assert complaint in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00"])
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "countries.geojson").write_bytes(content)
    with pytest.raises(DataError, match="not a UTF-8 JSON file"):
        load(tmp_path)


def test_a_missing_basemap_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="the file is missing"):
        load(tmp_path)
