"""The strikes that concern supply say of it what all strikes together say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from impact_world import SUPPLY, World, a_report, a_strike

from tracker.impact import concerned, criticality, leg_status
from tracker.model import FlowWord

FIRST = date(2025, 8, 15)
DAYS = st.dates(FIRST, FIRST + timedelta(days=12))
PLACES = ["unecha-pumping-station", "brody-pumping-station", "omsk-refinery", "saratov-refinery", None]
ARTICLES = ["s1", "s2", "a0"]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Strikes on and off the network, some of them told in the article of a supply report."""
    world = World() if draw(st.booleans()) else World().without_halts()
    for number in range(draw(st.integers(0, 2))):
        where = draw(st.sampled_from(PLACES))
        report = a_report(draw(st.sampled_from(list(FlowWord))), f"a{number}", facility_id=where)
        world = world.with_report(replace(report, start=draw(st.none() | DAYS)), draw(DAYS))
    struck = draw(
        st.lists(
            st.tuples(st.sampled_from(PLACES), DAYS, st.sampled_from(ARTICLES)),
            max_size=5, unique_by=lambda row: row[:2],
        )
    )  # fmt: skip
    made = (
        replace(a_strike(name or "", day, article_id=told), facility_id=name) for name, day, told in struck
    )
    return replace(world, strikes=tuple(made))


@settings(max_examples=40, deadline=None)
@given(worlds(), DAYS)
def test_words_of_supply_are_the_same_without_the_other_strikes(world: World, day: date) -> None:
    few = replace(world, strikes=concerned(world.strikes, world.supply, world.supply_reports))
    assert set(few.strikes) <= set(world.strikes)
    assert few.days(FIRST, FIRST + timedelta(days=14)) == world.days(FIRST, FIRST + timedelta(days=14))
    assert few.headline(day, "SK") == world.headline(day, "SK")
    assert leg_status(day, **few.given) == leg_status(day, **world.given)


def test_strikes_off_the_network_are_left_out_and_the_costliest_stations_stay_the_same() -> None:
    on, off = a_strike(start=date(2026, 5, 1)), a_strike("omsk-refinery", date(2026, 5, 1))
    few = concerned((on, off), SUPPLY, ())
    assert few == (on,)
    day = date(2026, 6, 1)
    world = World(strikes=(on, off))
    assert criticality(day, **replace(world, strikes=few).given) == criticality(day, **world.given)
