from __future__ import annotations

from datetime import date
from itertools import pairwise

import networkx as nx
import pytest
from impact_world import World, a_report

from tracker.impact import leg_courses, leg_status
from tracker.impact.network import below, buyers, legs_of, stops, way
from tracker.knowledge.supply import Supply
from tracker.model import FlowStatus, FlowWord, Route


def legs(world: World, day: str) -> dict[str, FlowStatus]:
    return leg_status(date.fromisoformat(day), **world.given)


@pytest.mark.parametrize(
    ("facility", "lost"),
    [
        ("unecha-pumping-station", ["CZ", "DE", "HU", "PL", "SK"]),
        ("brody-pumping-station", ["CZ", "HU", "SK"]),
        ("uzhhorod-border-metering", ["CZ", "SK"]),
        ("fenyeslitke-pumping-station", ["HU"]),
        ("bucany-pumping-station", ["CZ", "SK"]),
        ("ust-luga-oil-terminal", []),
    ],
)
def test_which_buyers_a_lost_facility_cuts_off(supply: Supply, facility: str, lost: list[str]) -> None:
    found = [c for c in buyers(supply, Route.DRUZHBA) if stops(supply, Route.DRUZHBA, facility, c)]
    assert found == lost


@pytest.mark.parametrize("route", [Route.DRUZHBA, Route.ADRIA])
def test_every_way_is_whole_and_has_no_circle(supply: Supply, route: Route) -> None:
    for buyer in buyers(supply, route):
        graph = way(supply, route, buyer)
        assert nx.is_directed_acyclic_graph(graph)
        assert nx.is_weakly_connected(graph)
        assert len([node for node in graph if graph.in_degree(node) == 0]) == 1


def test_below_holds_what_is_reached_through_a_facility(supply: Supply) -> None:
    found = below(supply, Route.DRUZHBA, "brody-pumping-station")
    assert {"brody-pumping-station", "mol-danube-refinery", "slovnaft-bratislava-refinery"} <= found
    assert "mozyr-pumping-station" not in found
    assert below(supply, Route.DRUZHBA, "nowhere") == frozenset()


def test_a_halt_at_unecha_stops_the_southern_branch_and_leaves_the_rest_unknown(world: World) -> None:
    words = legs(world, "2025-08-22")
    for segment in ("mozyr-brody", "brody-border", "druzhba2-uzhhorod-szazhalombatta", "uzhhorod-sahy-gem"):
        assert words[segment] is FlowStatus.HALTED
    assert words["unecha-mozyr"] is FlowStatus.UNKNOWN  # Germany's flow of that day is only modelled


def test_an_ordinary_day_of_2025_flows_all_the_way(world: World) -> None:
    words = legs(world, "2025-06-15")
    for segment in ("samara-unecha-1", "unecha-mozyr", "mozyr-brody", "bucany-slovnaft", "mozyr-adamowo"):
        assert words[segment] is FlowStatus.FLOWING
    assert words["sahy-litvinov"] is FlowStatus.HALTED
    assert words["janaf-omisalj-szazhalombatta"] is FlowStatus.FLOWING


def test_a_halt_of_hungary_alone_leaves_the_common_legs_flowing(world: World) -> None:
    words = legs(world, "2025-08-14")
    assert words["brody-border"] is FlowStatus.FLOWING
    assert words["druzhba2-uzhhorod-szazhalombatta"] is FlowStatus.REDUCED


def test_the_halt_at_brody_says_nothing_of_the_legs_above_it(world: World) -> None:
    words = legs(world, "2026-02-15")
    assert words["brody-border"] is FlowStatus.HALTED
    assert words["mozyr-brody"] is FlowStatus.HALTED
    assert words["unecha-mozyr"] is FlowStatus.UNKNOWN


def test_below_a_lost_station_a_shared_leg_is_halted_when_all_its_buyers_are(quiet: World) -> None:
    told = quiet
    for country in ("HU", "SK", "CZ", "DE", "PL"):
        report = a_report(
            FlowWord.HALTED,
            f"a-{country}",
            country=country,
            start=date(2026, 10, 1),
            facility_id="unecha-pumping-station",
        )
        told = told.with_report(report, date(2026, 10, 1))
    words = legs(told, "2026-10-01")
    assert words["unecha-mozyr"] is FlowStatus.HALTED
    assert words["samara-unecha-1"] is FlowStatus.UNKNOWN  # goes on to other ports, whatever happens below


def test_today_every_leg_without_a_word_is_unknown(world: World) -> None:
    words = legs(world, "2026-11-20")
    assert words["brody-border"] is FlowStatus.UNKNOWN
    assert set(words) == set(legs_of(world.supply))


def test_the_course_of_a_leg_is_its_word_day_by_day(world: World) -> None:
    days = [date(2025, 8, 18 + n) for n in range(13)]
    courses = leg_courses(days[0], days[-1], **world.given)
    for day in days:
        words = {name: [word for since, word in steps if since <= day][-1] for name, steps in courses.items()}
        assert words == legs(world, day.isoformat())
    assert any(len(steps) > 1 for steps in courses.values())
    assert all(one[1] is not other[1] for steps in courses.values() for one, other in pairwise(steps))
