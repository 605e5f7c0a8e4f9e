from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median, median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st
from impact_world import SUPPLY, a_strike

from tracker.impact.refining import ASSUMPTIONS, PlantDay, RefiningDay, claims, offline
from tracker.impact.refining.plants import plants_of
from tracker.knowledge import gazetteer
from tracker.knowledge.supply import Supply
from tracker.knowledge.supply.refining_types import RefiningOutage
from tracker.model import Effect, Kind, Range, Status, Strike

TODAY = date(2026, 11, 24)
FACILITIES = gazetteer.load(Path(__file__).parents[2] / "data" / "gazetteer").facilities
PLANTS = plants_of(SUPPLY, FACILITIES)
EMPTY = replace(SUPPLY, refining_outages=(), refining_offline=(), refining_runs=())
START = date(2026, 3, 1)
NONE = Range(0, 0, 0)


def an_outage(
    units: str = "CDU-4", start: date = START, facility: str = "ryazan-refinery", **changes: object
) -> RefiningOutage:
    row = next(row for row in SUPPLY.refining_outages if row.id == "ryazan-2025-10-23")
    values = {"id": f"{facility}-{start}-{units}", "known_on": start, **changes}
    return replace(row, facility_id=facility, units=tuple(units.split("|")), start=start, **values)  # type: ignore[arg-type]


def hit(
    start: date = START,
    effects: Sequence[Effect] = (Effect.FIRE,),
    facility: str = "ryazan-refinery",
    **more: object,
) -> Strike:
    return replace(a_strike(facility, start, effects, **more), kind=Kind.REFINERY)  # type: ignore[arg-type]


def series(
    *outages: RefiningOutage,
    strikes: Sequence[Strike] = (),
    first: date = START,
    days: int = 80,
    today: date = TODAY,
    supply: Supply = EMPTY,
) -> tuple[RefiningDay, ...]:
    return offline(
        first,
        first + timedelta(days=days - 1),
        strikes=strikes,
        supply=replace(supply, refining_outages=(*supply.refining_outages, *outages)),
        facilities=FACILITIES,
        today=today,
    )


def plant(day: RefiningDay, name: str = "ryazan-refinery") -> PlantDay:
    return next(row for row in day.plants if row.facility_id == name)


def after(days: int) -> date:
    return START + timedelta(days=days)


CDU_4 = Range(11.4 * 0.34, 11.4 * 0.35, 11.4 * 0.365)


def same(found: Range, low: float, middle: float, high: float) -> None:
    assert (found.low, found.middle, found.high) == pytest.approx((low, middle, high))


def test_a_unit_out_of_service_counts_with_its_size_until_it_is_back() -> None:
    days = series(an_outage(restarted_on=after(10)))
    for day in days[:10]:
        same(day.offline_mt, CDU_4.low, CDU_4.middle, CDU_4.high)
    assert days[10].offline_mt == NONE
    assert plant(days[0]).grounds[1].said_by == "Reuters via UNN"


def test_a_restart_that_nobody_gave_is_a_range_of_days() -> None:
    repair = SUPPLY.assume("repair_days")
    days = series(an_outage())
    ends = [
        next(day.day for day in days if getattr(day.offline_mt, part) == 0)
        for part in ("low", "middle", "high")
    ]
    assert ends == [after(int(repair.low)), after(int(repair.middle)), after(int(repair.high))]


@pytest.mark.parametrize(
    ("dates", "today", "ends"),
    [
        ({"expected_on": after(30)}, TODAY, (7, 30, 56)),
        ({"expected_on": after(70)}, TODAY, (7, 70, 70)),
        ({"expected_on": after(4)}, TODAY, (4, 4, 56)),
        ({"running_by": after(20)}, TODAY, (7, 18, 20)),
        ({"running_by": after(20)}, after(19), (7, 18, 56)),
        ({"restarted_on": after(40)}, after(39), (7, 18, 56)),
        ({"restarted_on": after(40)}, after(40), (40, 40, 40)),
    ],
)
def test_the_end_follows_from_what_was_known_on_the_day_we_look_from(
    dates: dict[str, date], today: date, ends: tuple[int, int, int]
) -> None:
    days = series(an_outage(**dates), today=today)
    found = [
        next(day.day for day in days if getattr(day.offline_mt, part) == 0)
        for part in ("low", "middle", "high")
    ]
    assert found == [after(end) for end in ends]


def test_overlaps_of_one_unit_count_once() -> None:
    once = series(an_outage(restarted_on=after(30)))
    twice = series(
        an_outage(restarted_on=after(20)), an_outage(start=after(10), restarted_on=after(30), id="later")
    )
    assert [day.offline_mt for day in twice] == [day.offline_mt for day in once]


def test_two_units_of_a_plant_add_up_and_the_whole_plant_is_its_capacity() -> None:
    (day,) = series(an_outage("CDU-3|CDU-4"), days=1)
    assert day.offline_mt.middle == pytest.approx((8.6 + 11.4) * 0.35)
    (day,) = series(an_outage("CDU-3|CDU-4"), an_outage("plant"), days=1)
    assert day.offline_mt.middle == PLANTS["ryazan-refinery"].mt


def test_a_part_that_nobody_names_is_a_share_and_lies_within_the_named_units() -> None:
    share = SUPPLY.assume("unit_share")
    capacity = PLANTS["ryazan-refinery"].mt or 0.0
    (day,) = series(an_outage("unknown"), days=1)
    same(day.offline_mt, share.low * capacity, share.middle * capacity, share.high * capacity)
    (day,) = series(an_outage("unknown"), an_outage("CDU-6"), days=1)
    assert day.offline_mt.middle == pytest.approx(23.2 * 0.35)


def test_a_strike_that_stopped_a_plant_counts_when_no_outage_was_published() -> None:
    strike = hit(effects=(Effect.HALTED,))
    (day,) = series(strikes=[strike], days=1)
    assert day.offline_mt.high == PLANTS["ryazan-refinery"].mt
    assert 0 < day.offline_mt.low < day.offline_mt.middle < day.offline_mt.high
    assert plant(day).strike_ids == (strike.id,)
    (told,) = series(an_outage(start=after(1)), strikes=[strike], first=after(1), days=1)
    same(told.offline_mt, CDU_4.low, CDU_4.middle, CDU_4.high)


@pytest.mark.parametrize("status", [Status.CLAIMED, Status.DISPUTED])
def test_the_low_case_does_not_believe_a_mere_claim(status: Status) -> None:
    (day,) = series(strikes=[hit(effects=(Effect.HALTED,), status=status)], days=1)
    assert day.offline_mt.low == 0 < day.offline_mt.middle


def test_a_fire_alone_stops_nothing() -> None:
    (day,) = series(strikes=[hit()], days=1)
    assert day.offline_mt == NONE
    same(day.struck_mt, 17.1, 17.1, 17.1)


def test_struck_is_the_whole_plant_once_for_the_days_of_the_window() -> None:
    window = SUPPLY.assume("struck_window_days")
    days = series(strikes=[hit(), hit(after(2))], days=80)
    for part in ("low", "middle", "high"):
        last = max(day.day for day in days if getattr(day.struck_mt, part) > 0)
        assert last == after(2 + int(getattr(window, part)) - 1)
    assert max(day.struck_mt.high for day in days) == 17.1


@pytest.mark.parametrize(
    ("strike", "struck"),
    [
        (hit(), (17.1, 17.1, 17.1)),
        (hit(status=Status.REPORTED), (0, 17.1, 17.1)),
        (hit(effects=()), (0, 17.1, 17.1)),
        (hit(effects=(Effect.DEBRIS,)), (0, 17.1, 17.1)),
        (hit(status=Status.DISPUTED), (0, 0, 17.1)),
        (hit(status=Status.DENIED), (0, 0, 0)),
        (hit(effects=(Effect.NONE,)), (0, 0, 0)),
        (hit(facility="unecha-pumping-station"), (0, 0, 0)),
        (hit(facility="mol-danube-refinery"), (0, 0, 0)),
        (hit(after(1)), (0, 0, 0)),
    ],
)
def test_which_strikes_count_as_struck(strike: Strike, struck: tuple[float, float, float]) -> None:
    (day,) = series(strikes=[strike], days=1)
    same(day.struck_mt, *struck)


def test_nothing_that_became_public_later_is_used() -> None:
    late = an_outage(known_on=after(5))
    assert series(late, days=1, today=after(4))[0].offline_mt == NONE
    assert series(late, days=1, today=after(5))[0].offline_mt != NONE
    assert series(strikes=[hit(after(5))], first=after(5), days=1, today=after(4))[0].struck_mt == NONE
    looked = date(2025, 8, 26)
    for day in series(first=date(2025, 8, 1), days=31, supply=SUPPLY, today=looked):
        for claim in day.claims:
            assert (claim.ground.known_on or claim.end) <= looked


def test_a_note_that_tells_of_a_restart_ahead_is_not_shown_before() -> None:
    row = an_outage(restarted_on=after(10), note="Came back after ten days")
    shown = [plant(series(row, days=1, today=day)[0]).grounds[1].sentence for day in (after(9), after(10))]
    assert ["Came back" in sentence for sentence in shown] == [False, True]


def test_the_plants_of_the_gazetteer_are_nearly_all_of_russian_capacity() -> None:
    refining = [p.mt or 0.0 for p in PLANTS.values() if FACILITIES[p.facility_id].kind is Kind.REFINERY]
    total = SUPPLY.assume("russian_refining_capacity")
    assert 0.97 * total.low <= sum(refining) <= total.high


def test_the_total_capacity_follows_from_the_claims_that_give_percent_and_volume() -> None:
    total = SUPPLY.assume("russian_refining_capacity")
    siala = next(row for row in SUPPLY.refining_offline if row.id == "siala-2025-09-28")
    assert (siala.kt_per_day or 0) * 365 / 1000 / (siala.percent or 1) * 100 == pytest.approx(
        total.low, abs=0.5
    )
    both = [
        row.mt_per_year / row.percent * 100
        for row in SUPPLY.refining_offline
        if row.percent and row.mt_per_year
    ]
    assert median(both) == pytest.approx(total.high, abs=1)


def test_the_repair_days_are_those_of_the_known_restarts() -> None:
    known = [
        (row.restarted_on - row.start).days for row in SUPPLY.refining_outages if row.restarted_on is not None
    ]
    repair = SUPPLY.assume("repair_days")
    assert (repair.low, repair.middle) == (min(known), median_low(known))


def test_the_share_of_a_unit_is_that_of_the_sized_units() -> None:
    sized = {
        (u.facility_id, u.unit) for u in SUPPLY.refining_units if u.kt_per_day or u.mt_per_year or u.percent
    }
    shares = [
        size.middle / found.mt
        for found in PLANTS.values()
        for unit, size in found.units.items()
        if found.mt and (found.facility_id, unit) in sized and size.middle < 0.95 * found.mt
    ]
    share = SUPPLY.assume("unit_share")
    assert (share.low, share.middle, share.high) == pytest.approx(
        (min(shares), median(shares), max(shares)), abs=0.011
    )


def test_units_are_not_larger_than_their_plant() -> None:
    for found in PLANTS.values():
        assert found.mt is None or sum(size.low for size in found.units.values()) <= 1.05 * found.mt


def test_every_outage_and_unit_belongs_to_a_plant_that_counts() -> None:
    assert {row.facility_id for row in SUPPLY.refining_outages} <= set(PLANTS)
    assert {row.facility_id for row in SUPPLY.refining_units} <= set(PLANTS)


def test_august_2025_is_within_a_tenth_of_what_reuters_counted_by_plant() -> None:
    """3.1 Mt of capacity idled by attacks in the month, from our published outages of single plants."""
    days = series(first=date(2025, 8, 1), days=31, supply=SUPPLY)
    ours = sum(day.offline_mt.middle for day in days) / 365
    assert ours == pytest.approx(3.1, rel=0.1)
    low, high = (sum(getattr(day.offline_mt, part) for day in days) / 365 for part in ("low", "high"))
    assert low < 3.1 < high


def test_the_published_run_cut_is_the_claim_of_the_shortest_period() -> None:
    (day,) = series(first=date(2025, 10, 3), days=1, supply=SUPPLY)
    assert day.run_cut_mt is not None
    assert day.run_cut_mt.middle == pytest.approx((5.4 - 4.86) * 365 / 7.3)
    assert {claim.id for claim in day.claims if claim.kind == "run_cut"} == {
        "bloomberg-2025-10",
        "reuters-2025-01-10",
        "reuters-2025-08-10",
        "reuters-2025-11-14",
    }


def test_a_day_without_a_claim_has_no_run_cut() -> None:
    (day,) = series(first=date(2026, 10, 1), days=1, supply=SUPPLY)
    assert (day.run_cut_mt, day.run_cut_percent, day.claims) == (None, None, ())


def test_claims_between_two_days_keep_what_was_published() -> None:
    found = claims(date(2025, 9, 1), date(2025, 9, 30), supply=SUPPLY, today=TODAY)
    by_id = {claim.id: claim for claim in found}
    assert by_id["siala-2025-09-28"].percent == Range(38, 38, 38)
    assert by_id["siala-2025-09-28"].mt_per_year.middle == pytest.approx(338 * 0.365)
    assert by_id["siala-2025-09-28"].ground.source_url
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)
    assert claims(date(2023, 1, 1), date(2022, 1, 1), supply=SUPPLY, today=TODAY) == ()


def test_every_assumption_of_the_lines_exists() -> None:
    assert set(ASSUMPTIONS) <= set(SUPPLY.assumptions)


NAMES = ["ryazan-refinery", "volgograd-refinery", "kirishi-refinery", "uyar-refinery", "astrakhan-gpp"]
UNITS = {
    "ryazan-refinery": ["CDU-3", "CDU-4", "CDU-6", "CDU-4|CDU-6", "plant", "unknown"],
    "volgograd-refinery": ["CDU-1", "CDU-5", "plant", "unknown"],
    "kirishi-refinery": ["CDU-6", "other-2025-09", "plant", "unknown"],
    "uyar-refinery": ["plant", "unknown"],
    "astrakhan-gpp": ["plant", "unknown"],
}
DATES = st.integers(0, 60).map(after)


@st.composite
def outages(draw: st.DrawFn) -> list[RefiningOutage]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        name, start = draw(st.sampled_from(NAMES)), draw(DATES)
        ends = {
            column: start + timedelta(days=draw(st.integers(0, 40)))
            for column in ("restarted_on", "expected_on", "running_by")
            if draw(st.booleans())
        }
        units = draw(st.sampled_from(UNITS[name]))
        found.append(an_outage(units, start, name, id=f"outage-{number}", **ends))
    return found


@st.composite
def hits(draw: st.DrawFn) -> list[Strike]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        strike = hit(
            draw(DATES),
            draw(st.lists(st.sampled_from(list(Effect)), max_size=2, unique=True)),
            draw(st.sampled_from(NAMES)),
            status=draw(st.sampled_from(list(Status))),
        )
        found.append(replace(strike, id=f"strike-{number}"))
    return found


@given(outages(), hits())
def test_no_line_is_ever_above_the_capacity_of_a_plant(
    rows: list[RefiningOutage], strikes: list[Strike]
) -> None:
    for day in series(*rows, strikes=strikes, days=70):
        for row in day.plants:
            most = row.capacity_mt or 0.0
            for line in (row.struck_mt, row.offline_mt):
                assert 0 <= line.low <= line.middle <= line.high <= most + 1e-9
        assert day.offline_mt.middle == pytest.approx(sum(row.offline_mt.middle for row in day.plants))
        assert 0 <= day.offline_percent.low <= day.offline_percent.high <= 100


@given(outages(), hits())
def test_saying_an_outage_twice_changes_nothing(rows: list[RefiningOutage], strikes: list[Strike]) -> None:
    twice = [replace(row, id=f"{row.id}-again") for row in rows]
    once = series(*rows, strikes=strikes, days=70)
    again = series(*rows, *twice, strikes=strikes, days=70)
    assert [day.offline_mt for day in again] == [day.offline_mt for day in once]


@given(outages(), hits())
def test_one_more_outage_never_lowers_a_line(rows: list[RefiningOutage], strikes: list[Strike]) -> None:
    strikes = [strike for strike in strikes if Effect.HALTED not in strike.effects]
    fewer = series(*rows[1:], strikes=strikes, days=70)
    more = series(*rows, strikes=strikes, days=70)
    for a, b in zip(fewer, more, strict=True):
        for part in ("low", "middle", "high"):
            assert getattr(a.offline_mt, part) <= getattr(b.offline_mt, part) + 1e-9


@given(outages(), hits())
def test_denied_strikes_do_not_count(rows: list[RefiningOutage], strikes: list[Strike]) -> None:
    believed = [strike for strike in strikes if strike.status is not Status.DENIED]
    assert series(*rows, strikes=strikes, days=70) == series(*rows, strikes=believed, days=70)


@given(outages(), hits(), st.randoms(use_true_random=False))
def test_the_order_of_the_inputs_changes_nothing(
    rows: list[RefiningOutage], strikes: list[Strike], shuffler: random.Random
) -> None:
    mixed_rows = shuffler.sample(rows, len(rows))
    mixed_strikes = shuffler.sample(strikes, len(strikes))
    mixed = replace(
        SUPPLY,
        refining_outages=(),
        refining_units=tuple(shuffler.sample(SUPPLY.refining_units, len(SUPPLY.refining_units))),
        refining_offline=tuple(shuffler.sample(SUPPLY.refining_offline, len(SUPPLY.refining_offline))),
    )
    plain = replace(SUPPLY, refining_outages=())
    assert series(*mixed_rows, strikes=mixed_strikes, days=70, supply=mixed) == series(
        *rows, strikes=strikes, days=70, supply=plain
    )
