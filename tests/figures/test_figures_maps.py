"""The map: what is drawn, what a click means, and that no text runs as a template on the server."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import folium
import pytest
import streamlit_folium
from figure_makers import HOSTILE, NOWHERE, RYAZAN, SOMEWHERE, UNECHA, night, pipelines, segment, strike

from tracker.figures import maps, palette
from tracker.knowledge.pipelines import Pipelines
from tracker.model import FlowStatus, Kind, Status, Strike, When


def sent(
    strikes: list[Strike],
    legs: dict[str, FlowStatus] | None = None,
    chosen: str | None = None,
    view: str = "facilities",
    played: tuple[maps.Course, date | None] = ({}, None),
) -> str:
    """The script that streamlit-folium sends to the browser for the layer."""
    base = maps.base_map(pipelines())
    layer = maps.strikes_layer(strikes, legs or {}, pipelines(), chosen, view, played)
    return str(streamlit_folium._get_feature_group_string(layer, map=base))


def value(script: str) -> dict[str, Any]:
    """The JSON argument of the layer's call."""
    found = re.search(r"energy\.strikes\(feature_group_feature_group_0, (.*)\);", script)
    assert found
    return dict(json.loads(found[1]))


def base_script(legs: Pipelines) -> str:
    base = maps.base_map(legs)
    base.get_root().render()
    return str(streamlit_folium._get_map_string(base))


def test_a_facility_has_one_marker_that_counts_its_strikes_and_shows_the_newest() -> None:
    older = strike(id="a", when=night(date(2025, 8, 12)), status=Status.CLAIMED)
    [row] = value(sent([older, strike(id="b")]))["spots"]
    assert row[:2] == [UNECHA.lat, UNECHA.lon]
    assert row[3] == 2
    assert list(Status)[row[4]] is Status.CONFIRMED
    assert row[7:] == [
        "Unecha pumping station",
        "pumping station, 2 strikes",
        "newest 21-22 Aug 2025, confirmed",
    ]


def test_an_undated_strike_is_never_the_newest() -> None:
    undated = strike(id="a", when=When())
    [spot] = maps.spots([undated, strike(id="b")])
    assert [item.id for item in spot.strikes] == ["b", "a"]


def test_only_a_facility_known_to_five_kilometres_is_a_point() -> None:
    exact, rough, region = (
        strike(id="a"),
        strike(id="b", place=RYAZAN, facility_id="ryazan"),
        strike(id="c", place=SOMEWHERE, facility_id=None),
    )
    radius = {row[0]: row[5] for row in value(sent([exact, rough, region]))["spots"]}
    assert radius == {UNECHA.lat: 0, RYAZAN.lat: 5, SOMEWHERE.lat: 120}


def test_a_place_without_coordinates_is_not_drawn_but_counted() -> None:
    lost, placeless = strike(id="a", place=NOWHERE), strike(id="b", place=None)
    assert value(sent([lost, placeless]))["spots"] == []
    assert maps.unplaced([lost, placeless, strike(id="c")]) == (lost, placeless)


def test_different_kinds_at_one_unnamed_place_are_different_markers() -> None:
    one = strike(id="a", place=SOMEWHERE, facility_id=None)
    other = strike(id="b", place=SOMEWHERE, facility_id=None, kind=Kind.SUBSTATION)
    assert [row[7] for row in value(sent([one, other]))["spots"]] == [
        "Pumping station, Bryansk Oblast",
        "Substation, Bryansk Oblast",
    ]


def test_the_chosen_strike_marks_its_spot() -> None:
    rows = value(sent([strike(id="a"), strike(id="b", place=RYAZAN, facility_id="r")], chosen="b"))["spots"]
    assert {row[0]: row[6] for row in rows} == {UNECHA.lat: 0, RYAZAN.lat: 1}


def test_single_strikes_stand_in_the_order_of_their_spots_newest_first() -> None:
    old, new = strike(id="old", when=night(date(2024, 1, 1))), strike(id="new")
    undated = strike(id="undated", when=When(), status=Status.CLAIMED)
    script = sent(
        [undated, old, new, strike(id="far", place=RYAZAN, facility_id="r")], chosen="old", view="strikes"
    )
    columns = value(script)["strikes"]
    days = [(date.fromisoformat(text) - date(1970, 1, 1)).days for text in ("2025-08-21", "2024-01-01")]
    assert columns["starts"] == f"{days[0]} {days[1]} -1 {days[0]}"
    assert columns["lasts"] == f"{days[0] + 1} {days[1] + 1} -1 {days[0] + 1}"
    assert columns["statuses"].split()[2] == str(list(Status).index(Status.CLAIMED))
    assert value(script)["chosen"] == 1
    assert "strikes" not in value(sent([old, new]))


def test_a_click_on_a_single_strike_names_that_strike_first() -> None:
    strikes = [
        strike(id="old", when=night(date(2024, 1, 1))),
        strike(id="new"),
        strike(id="far", place=RYAZAN),
    ]
    here = {"lat": UNECHA.lat, "lng": UNECHA.lon}
    assert maps.picked({**here, "row": 1}, strikes) == ("old", "new")
    assert maps.picked({**here, "row": 99}, strikes) == ("new", "old")
    assert maps.picked({**here, "row": "x"}, strikes) == ("new", "old")


def test_what_is_played_spans_the_dated_strikes_and_carries_the_course_of_each_leg() -> None:
    course = {
        "unecha-mozyr": ((date(2025, 8, 1), FlowStatus.FLOWING), (date(2025, 8, 22), FlowStatus.HALTED))
    }
    strikes = [strike(id="a"), strike(id="b", when=night(date(2024, 1, 1))), strike(id="c", when=When())]
    played = value(sent(strikes, view="time", played=(course, date(2025, 8, 22))))
    first, last = (date.fromordinal(day + date(1970, 1, 1).toordinal()) for day in played["span"])
    assert (first, last) == (date(2024, 1, 1), date(2025, 8, 22))
    assert played["day"] == played["span"][1]
    numbers = [list(FlowStatus).index(flow) for flow in (FlowStatus.FLOWING, FlowStatus.HALTED)]
    assert played["courses"] == [f"{played['day'] - 21} {numbers[0]} {played['day']} {numbers[1]}"]


def test_with_nothing_to_play_there_is_still_one_day_and_none_is_named() -> None:
    played = value(sent([strike(when=When())], view="time"))
    assert played["span"][0] == played["span"][1]
    assert "day" not in played


def test_legs_carry_their_flow_and_say_when_it_is_not_known() -> None:
    [halted] = value(sent([], {"unecha-mozyr": FlowStatus.HALTED}))["legs"]
    assert list(FlowStatus)[halted[1]] is FlowStatus.HALTED
    assert halted[3:] == ["Unecha - Mozyr", "Druzhba, halted", "Druzhba"]
    [silent] = value(sent([]))["legs"]
    assert silent[1] == -1
    assert silent[4] == "Druzhba, flow not known"


def test_a_click_gives_all_strikes_under_it_newest_first() -> None:
    strikes = [
        strike(id="old", when=night(date(2024, 1, 1))),
        strike(id="new"),
        strike(id="far", place=RYAZAN),
        strike(id="lost", place=NOWHERE),
    ]
    assert maps.picked({"lat": UNECHA.lat, "lng": UNECHA.lon}, strikes) == ("new", "old")
    assert maps.picked({"lat": 0.0, "lng": 0.0}, strikes) == ()


@pytest.mark.parametrize("clicked", [None, {}, {"lat": None, "lng": 1}, {"lat": "x", "lng": "y"}, {"lng": 3}])
def test_a_click_that_says_nothing_picks_nothing(clicked: dict[str, Any] | None) -> None:
    assert maps.picked(clicked, [strike()]) == ()
    assert maps.picked_leg(clicked, pipelines()) is None


def test_a_click_on_a_leg_comes_back_as_the_point_that_the_layer_named() -> None:
    legs = pipelines(segment("a"), segment("b", parts=(((50.1, 25.1), (49.0, 23.0)),)))
    layer = maps.strikes_layer([], {}, legs, None)
    base = maps.base_map(legs)
    rows = value(str(streamlit_folium._get_feature_group_string(layer, map=base)))["legs"]
    assert [maps.picked_leg({"lat": row[2][0], "lng": row[2][1]}, legs) for row in rows] == ["a", "b"]


def test_the_base_never_changes_and_names_its_sources() -> None:
    legs = pipelines(segment("a"), segment("b", attribution="Global Energy Monitor"))
    first = base_script(legs)
    assert first == base_script(legs)
    assert "Pipelines and stations: Global Energy Monitor, OpenStreetMap contributors" in first
    assert "Natural Earth" in first
    assert "Crimea as part of Ukraine" in first


def test_the_map_asks_no_other_host_and_loads_nothing_it_does_not_use() -> None:
    base = maps.base_map(pipelines())
    maps.strikes_layer([strike()], {}, pipelines(), None).add_to(base)
    page = base.get_root().render()
    assert not re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", page)
    assert not re.search("jquery|bootstrap|awesome|cdn", page, re.IGNORECASE)
    assert re.findall(r'(?:src|href)="([^"]+)"', page) == [
        "/assets/leaflet/leaflet.js",
        "/assets/map/sheet.js",
        "/assets/map/base.js",
        "/assets/map/controls.js",
        "/assets/map/player.js",
        "/assets/map/marks.js",
        "/assets/map/strikes.js",
        "/assets/leaflet/leaflet.css",
        "/assets/map/map.css",
    ]


def test_no_sentence_and_no_name_of_a_person_travels_with_the_map() -> None:
    article = strike(name="the oil thing near the wood", facility_id=None, quote="A sentence of an article")
    script = sent([article])
    for text in ("A sentence", "Brovdi", "the oil thing"):
        assert text not in script


@pytest.mark.parametrize("view", ["facilities", "strikes", "time"])
def test_no_view_sends_more_of_a_strike_than_numbers(view: str) -> None:
    hostile = strike(facility_id=None, quote=HOSTILE[0], claimed_by=(HOSTILE[1],))
    script = sent([hostile], view=view)
    assert "7*7" not in script
    assert all(re.fullmatch(r"[-0-9 ]*", column) for column in value(script).get("strikes", {}).values())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_reach_the_browser_unchanged_and_inert(text: str) -> None:
    script = sent([strike(name=text)])
    assert value(script)["spots"][0][7] == text
    assert not re.search(
        r"\{\{|\{%|\{#|\$\{|`|</|<!", script.partition("energy.strikes")[2].partition(");")[0]
    )


def test_no_template_runs_on_the_server(tmp_path: Path) -> None:
    def canary(name: str) -> str:
        return f"{{{{ cycler.__init__.__globals__.os.mkdir('{tmp_path / name}') }}}}"

    control = folium.Map(tiles=None)
    folium.Marker([1, 1], popup=folium.Popup(canary("control"))).add_to(control)
    control.get_root().render()
    assert (tmp_path / "control").is_dir(), "the canary must sing where nothing is escaped"

    hostile = canary("ours")
    legs = pipelines(segment(start=hostile, end=hostile, attribution=hostile))
    place = strike(id="b", place=replace(SOMEWHERE, name=hostile, region=hostile), facility_id=None)
    base = maps.base_map(legs)
    layer = maps.strikes_layer([strike(name=hostile), place], {"unecha-mozyr": FlowStatus.HALTED}, legs, None)
    streamlit_folium._get_feature_group_string(layer, map=base)
    base.get_root().render()
    streamlit_folium._get_map_string(base)
    assert not (tmp_path / "ours").exists()


def test_each_kind_has_a_letter_of_its_own_in_a_readable_ink() -> None:
    marks = [palette.MARKS[kind] for kind in Kind]
    assert len({mark.letter for mark in marks}) == len(Kind)
    for mark in marks:
        light, dark = sorted(
            (palette.luminance(mark.family.colour), palette.luminance(mark.ink)), reverse=True
        )
        assert (light + 0.05) / (dark + 0.05) >= 4.5, mark


def test_red_means_halted_and_nothing_else() -> None:
    def red(colour: str) -> bool:
        r, g, b = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
        return r > 150 and g < 90 and b < 90

    others = [family.colour for family in palette.FAMILIES] + [palette.MISSING]
    others += [colour for flow, colour in palette.FLOW.items() if flow is not FlowStatus.HALTED]
    others += [colour for theme in palette.THEMES.values() for colour in theme.values()]
    assert red(palette.FLOW[FlowStatus.HALTED])
    assert not [colour for colour in others if red(colour)]


def test_the_legend_explains_every_sign() -> None:
    legend = maps.legend()
    assert {key.sign for key in legend["kinds"]} == {mark.letter for mark in palette.MARKS.values()}
    assert len(legend["flows"]) == len(FlowStatus)
    assert len(legend["statuses"]) == len(Status)
    assert palette.THEMES["light"].keys() == palette.THEMES["dark"].keys()


@pytest.mark.parametrize("view", ["facilities", "strikes", "time"])
def test_the_legend_says_what_a_disc_counts_in_each_view(view: str) -> None:
    said = " ".join(key.sign for key in maps.legend(view)["places"])
    assert ("one for each strike" in said) == (view == "strikes")
    assert ("yellow ring" in said) == (view == "time")


def test_the_base_is_drawn_from_outlines_and_the_largest_cities_first() -> None:
    ring = [[30.0, 50.0], [31.0, 50.0], [31.0, 51.0], [30.0, 50.0]]
    square = {"properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    isles = {
        "properties": {"name": "B"},
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring], [ring]]},
    }
    base = json.loads(maps.base_json({"features": [square, isles]}, [("b", 1, 2, 10), ("a", 1, 2, 30)]))
    assert base["land"] == [["A", [ring]], ["B", [ring, ring]]]
    assert [city[0] for city in base["cities"]] == ["a", "b"]
