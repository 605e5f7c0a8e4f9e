from __future__ import annotations

import csv
import math
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tracker.errors import DataError
from tracker.knowledge import basemap, gazetteer
from tracker.knowledge.pipelines import Pipelines, Segment, load
from tracker.model import Route

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "pipelines"


@pytest.fixture(scope="module")
def pipelines() -> Pipelines:
    return load(FOLDER)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "pipelines"))


def edit(path: Path, change: Callable[[list[dict[str, str]]], None]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, header = list(reader), list(reader.fieldnames or [])
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def by_id(pipelines: Pipelines, name: str) -> Segment:
    return next(segment for segment in pipelines.segments if segment.id == name)


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    lat1, lon1, lat2, lon2 = (math.radians(value) for value in (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"route": "silk_road"}, "column 'route' is 'silk_road'"),
        ({"order": "first"}, "column 'order' is not a number"),
        ({"order": "1.5"}, "column 'order' is not a whole number"),
        ({"length_km": ""}, "column 'length_km' is empty"),
        ({"length_km": "-3"}, "column 'length_km' is -3"),
        ({"geometry": "pretty"}, "column 'geometry' is 'pretty'"),
        ({"capacity": "66"}, "a capacity comes with capacity_unit"),
        ({"capacity_unit": "Mt/y"}, "a capacity comes with capacity_unit"),
        ({"capacity_low": "11"}, "one bound stands alone"),
        ({"source": ""}, "column 'source' is empty"),
        ({"licence": ""}, "column 'licence' is empty"),
        ({"licence": "ODbL-1.0"}, "a row under ODbL-1.0 stands in a file for rows without share-alike"),
        ({"attribution": ""}, "column 'attribution' is empty"),
    ],
)
def test_a_wrong_segment_is_refused_with_file_row_and_remedy(
    copy: Path, cells: dict[str, str], complaint: str
) -> None:
    edit(copy / "segments.csv", lambda rows: rows[0].update(cells))
    with pytest.raises(DataError, match=r"segments\.csv:2: ") as caught:
        load(copy)
    assert complaint in str(caught.value)
    assert caught.value.remedy


def test_bounds_of_a_capacity_out_of_order_are_refused(copy: Path) -> None:
    swapped = {"capacity_low": "15", "capacity_high": "11", "capacity_unit": "Mt/y", "capacity_source": "x"}
    edit(copy / "segments.csv", lambda rows: rows[0].update(swapped))
    with pytest.raises(DataError, match="out of order"):
        load(copy)


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"lat": "95"}, "column 'lat' is 95"),
        ({"lat": ""}, "the point has no position"),
        ({"lat": "0", "lon": "0"}, "nothing lies at 0,0"),
        ({"seq": "7"}, "without a gap"),
        ({"part": "2"}, "without a gap"),
        ({"seq": ""}, "column 'seq' is empty"),
        ({"segment": "nord-stream"}, "no segment 'nord-stream'"),
    ],
)
def test_a_wrong_waypoint_is_refused(copy: Path, cells: dict[str, str], complaint: str) -> None:
    edit(copy / "waypoints.csv", lambda rows: rows[-1].update(cells))
    with pytest.raises(DataError, match=r"waypoints\.csv:\d+: ") as caught:
        load(copy)
    assert complaint in str(caught.value)


def test_a_segment_without_a_course_is_refused(copy: Path) -> None:
    edit(copy / "waypoints_odbl.csv", list.clear)
    with pytest.raises(DataError, match="has no waypoints"):
        load(copy)


def test_a_segment_that_stands_in_both_files_is_refused(copy: Path) -> None:
    edit(copy / "segments_odbl.csv", lambda rows: rows[0].update(id="almetyevsk-samara"))
    edit(copy / "waypoints_odbl.csv", lambda rows: rows[0].update(segment="almetyevsk-samara"))
    with pytest.raises(DataError, match="'almetyevsk-samara' stands here a second time"):
        load(copy)


def test_all_segments_are_there_with_their_licences(pipelines: Pipelines) -> None:
    assert len(pipelines.segments) == 26
    odbl = {segment.id for segment in pipelines.segments if segment.licence == "ODbL-1.0"}
    assert odbl == {"unecha-mozyr", "mozyr-brody", "brody-border", "druzhba1-border-szazhalombatta"}
    assert {segment.licence for segment in pipelines.segments} == {"ODbL-1.0", "CC-BY-4.0"}
    assert {segment.route for segment in pipelines.segments} == {
        Route.DRUZHBA,
        Route.ADRIA,
        Route.BPS,
        Route.TAL_IKL,
        Route.OTHER,
    }


def test_a_disputed_capacity_is_a_range_and_no_figure(pipelines: Pipelines) -> None:
    adria = by_id(pipelines, "janaf-omisalj-szazhalombatta")
    assert (adria.capacity_low, adria.capacity, adria.capacity_high, adria.capacity_unit) == (
        11,
        None,
        15,
        "Mt/y",
    )


def test_drawn_lines_are_as_long_as_their_sources_say(pipelines: Pipelines) -> None:
    for segment in pipelines.segments:
        drawn = sum(km(a, b) for part in segment.parts for a, b in pairwise(part))
        assert 0.95 <= drawn / segment.length_km <= 1.02, segment.id


def test_the_southern_druzhba_hangs_together_from_unecha_to_the_danube(pipelines: Pipelines) -> None:
    """Each drawn leg begins where the one before it ends, and both ends are facilities of the gazetteer."""
    names = ("unecha-mozyr", "mozyr-brody", "brody-border", "druzhba1-border-szazhalombatta")
    legs = [by_id(pipelines, name).parts[0] for name in names]
    assert all(km(before[-1], after[0]) < 1 for before, after in pairwise(legs))
    facilities = gazetteer.load(DATA / "gazetteer")
    for end, facility_id in ((legs[0][0], "unecha-pumping-station"), (legs[-1][-1], "mol-danube-refinery")):
        facility = facilities.get(facility_id)
        assert facility.lat is not None
        assert facility.lon is not None
        assert km(end, (facility.lat, facility.lon)) < 2


def test_no_line_leaves_the_countries_it_crosses(pipelines: Pipelines) -> None:
    outlines: dict[str, Any] = basemap.load(DATA / "basemap")
    crossed = {"RU", "BY", "UA", "PL", "DE", "SK", "HU", "CZ", "HR", "RS", "LV", "LT", "SI", "BA", "AT", None}
    for segment in pipelines.segments:
        for part in segment.parts:
            assert {basemap.country_at(outlines, lat, lon) for lat, lon in part} <= crossed, segment.id
