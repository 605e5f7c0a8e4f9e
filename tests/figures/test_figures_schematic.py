"""The line diagram draws every leg once, in the better word of its routes, and marks stations that are out."""

from __future__ import annotations

from typing import Any

import pytest

from tracker.figures.palette import THEMES
from tracker.figures.schematic import Station, schematic
from tracker.knowledge import knowledge
from tracker.model import FlowStatus

LEGS = knowledge().supply.legs
STOPS = knowledge().schematic
BUCANY = "bucany-pumping-station>slovnaft-bratislava-refinery"


def drawn(flows: dict[str, FlowStatus], stations: dict[str, Station] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = schematic(LEGS, STOPS, flows, stations or {}, {LEGS[0].id: "274 kt/d"}).to_dict()
    return found


def rows(chart: dict[str, Any], column: str) -> list[dict[str, Any]]:
    return [row for rows in chart["datasets"].values() for row in rows if column in row]


def test_each_pair_of_stops_is_one_line_and_a_leg_without_a_word_is_not_known() -> None:
    lines = rows(drawn({}), "leg")
    assert len(lines) == len({(leg.start, leg.end) for leg in LEGS})
    assert {line["flow"] for line in lines} == {"not known"}
    assert [line["capacity"] for line in lines].count("274 kt/d") == 1
    assert all("<" not in str(value) for line in lines for value in line.values())


@pytest.mark.parametrize(
    ("druzhba", "adria", "word"),
    [
        (FlowStatus.HALTED, FlowStatus.FLOWING, "flowing"),
        (FlowStatus.HALTED, FlowStatus.REDUCED, "reduced"),
        (FlowStatus.HALTED, FlowStatus.HALTED, "halted"),
        (FlowStatus.HALTED, FlowStatus.UNKNOWN, "not known"),
    ],
)
def test_a_pipe_that_two_routes_use_flows_when_one_of_them_does(
    druzhba: FlowStatus, adria: FlowStatus, word: str
) -> None:
    chart = drawn({f"druzhba:{BUCANY}": druzhba, f"adria:{BUCANY}": adria})
    (line,) = [row for row in rows(chart, "leg") if row["leg"] == "Bučany - Slovnaft refinery"]
    assert (line["flow"], line["route"]) == (word, "Druzhba, Adria")
    assert ("Bučany - Slovnaft refinery" in chart["usermeta"]["caption"]) is (word == "halted")


def test_a_station_that_is_out_says_so_and_what_hit_it() -> None:
    hit = Station(name="Unecha line-operation station", out=True, struck="3 strikes, newest 21-22 Aug 2025")
    points = rows(drawn({}, {"unecha-pumping-station": hit}), "state")
    assert len(points) == len({name for leg in LEGS for name in (leg.start, leg.end)})
    (out,) = [point for point in points if point["state"] == "out of work"]
    assert (out["label"], out["struck"]) == ("Unecha", hit.struck)


def test_names_are_readable_in_both_themes() -> None:
    for theme in THEMES:
        chart = schematic(LEGS, STOPS, {}, {}, theme=theme).to_dict()
        texts = [layer["mark"]["color"] for layer in chart["layer"] if layer["mark"]["type"] == "text"]
        assert set(texts) == {THEMES[theme]["ink"]}


def test_a_facility_without_a_place_is_a_fault_of_data() -> None:
    with pytest.raises(KeyError):
        schematic(LEGS, {}, {}, {})
