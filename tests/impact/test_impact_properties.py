from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from impact_world import SUPPLY, World, a_report, a_strike

from tracker.impact import not_delivered
from tracker.knowledge.supply import Halt
from tracker.model import FlowBasis, FlowDay, FlowStatus, FlowWord, Route

FIRST, LAST = date(2025, 6, 1), date(2025, 10, 31)
DAYS = st.dates(FIRST, LAST)
RANK = {FlowStatus.HALTED: 0, FlowStatus.REDUCED: 1, FlowStatus.UNKNOWN: 2, FlowStatus.FLOWING: 3}


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Some articles with any reports, some strikes, with or without the listed halts."""
    world = World() if draw(st.booleans()) else World().without_halts()
    for number in range(draw(st.integers(0, 4))):
        start = draw(st.none() | DAYS)
        report = a_report(
            draw(st.sampled_from(list(FlowWord))),
            f"a{number}",
            start=start,
            end=start + timedelta(days=draw(st.integers(0, 9))) if start and draw(st.booleans()) else None,
            days_min=draw(st.none() | st.integers(1, 20)),
        )
        world = world.with_report(report, draw(st.none() | DAYS))
    stations = ["unecha-pumping-station", "brody-pumping-station", "omsk-refinery"]
    struck = draw(st.lists(st.tuples(st.sampled_from(stations), DAYS), max_size=3, unique=True))
    return replace(world, strikes=tuple(a_strike(name, day) for name, day in struck))


def all_days(world: World) -> tuple[FlowDay, ...]:
    return world.days(FIRST, LAST)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_missing_is_never_negative_and_only_where_flow_is_cut(world: World) -> None:
    for day in all_days(world):
        for missing in (day.missing_kt, day.missing_kb):
            assert missing is None or 0 <= missing.low <= missing.middle <= missing.high
        if day.status in (FlowStatus.FLOWING, FlowStatus.UNKNOWN):
            assert day.missing_kt is None


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_day_has_a_ground_and_the_unknown_have_no_basis(world: World) -> None:
    for day in all_days(world):
        assert day.grounds
        assert (day.status is FlowStatus.UNKNOWN) == (day.basis is FlowBasis.NONE)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_a_whole_day_in_a_listed_halt_is_halted_whatever_else_is_said(world: World) -> None:
    for halt in world.supply.halts:
        if halt.completeness == "full" and "HU" in halt.countries and halt.resumed_on:
            for day in world.days(halt.start, halt.resumed_on - timedelta(days=1)):
                assert day.status is FlowStatus.HALTED


@settings(max_examples=60, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_inputs_changes_nothing(world: World, shuffler: random.Random) -> None:
    mixed = replace(
        world,
        supply=replace(
            world.supply,
            halts=shuffled(world.supply.halts, shuffler),
            deliveries=shuffled(world.supply.deliveries, shuffler),
            statements=shuffled(world.supply.statements, shuffler),
        ),
        supply_reports=shuffled(world.supply_reports, shuffler),
        strikes=shuffled(world.strikes, shuffler),
    )
    assert all_days(mixed) == all_days(world)


def shuffled(values: tuple, shuffler: random.Random) -> tuple:  # type: ignore[type-arg]
    return tuple(shuffler.sample(values, len(values)))


@settings(max_examples=60, deadline=None)
@given(worlds(), DAYS)
def test_one_more_halt_never_makes_a_day_of_it_flow_more(world: World, start: date) -> None:
    more = replace(world, supply=replace(world.supply, halts=(*world.supply.halts, an_open_halt(start))))
    for before, after in zip(all_days(world), all_days(more), strict=True):
        if after.day >= start:
            assert after.status is FlowStatus.HALTED
        # A strike just before a listed halt is no longer modelled: the list knows when flow stopped.
        elif after.day < start - timedelta(days=7):
            assert RANK[after.status] <= RANK[before.status]


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2022, 1, 1), date(2026, 11, 24)))
def test_what_a_halt_cost_grows_with_the_day_we_look_from(today: date) -> None:
    earlier = {n.halt.id: n for n in not_delivered(SUPPLY, today=today)}
    later = {n.halt.id: n for n in not_delivered(SUPPLY, today=today + timedelta(days=1))}
    assert set(earlier) <= set(later)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["HU", "SK", "CZ", "DE", "PL"]), st.sampled_from(list(Route)), DAYS)
def test_every_route_and_country_gets_a_word(country: str, route: Route, day: date) -> None:
    found = World().day(day, country, route)
    assert (found.country, found.route, found.day) == (country, route, day)


def an_open_halt(start: date) -> Halt:
    return replace(
        SUPPLY.halt("druzhba-2025-08-21"),
        id="one-more",
        start=start,
        last_day=None,
        resumed_on=None,
        outcome="open",
        known_on=start,
    )
