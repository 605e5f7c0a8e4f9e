from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from impact_world import TODAY, World, a_report, a_strike

from tracker.model import Effect, FlowBasis, FlowStatus, FlowWord, Route, Status


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize("country", ["HU", "SK"])
def test_the_seeds_day_is_halted_as_reported_with_a_missing_volume(world: World, country: str) -> None:
    day = world.day(d("2025-08-22"), country)
    assert (day.status, day.basis) == (FlowStatus.HALTED, FlowBasis.REPORTED)
    assert day.missing_kt is not None
    assert day.missing_kb is not None
    assert 10 < day.missing_kt.middle < 16
    assert day.missing_kb.middle == pytest.approx(day.missing_kt.middle * 7.3)
    assert day.grounds[0].source_url
    assert day.grounds[0].known_on == d("2025-08-22")


def test_august_2025_day_by_day(world: World) -> None:
    words = "".join(day.status.value[0] for day in world.days(d("2025-08-12"), d("2025-09-04")))
    #               12 13 14 .. 18 19 20 21 ...... 27 28 .... 3 Sep, 4 Sep
    assert words == "ffrfffhrfhhhhhhhrrrrrrrf"


def test_a_day_with_a_published_figure_and_no_halt_flows_as_modelled(world: World) -> None:
    day = world.day(d("2024-05-05"))
    assert (day.status, day.basis) == (FlowStatus.FLOWING, FlowBasis.MODELLED)
    assert "4,780 kt" in day.grounds[0].sentence
    assert (day.missing_kt, day.missing_kb) == (None, None)


def test_transit_of_all_buyers_says_that_it_flows_but_gives_no_volume(world: World) -> None:
    assert world.day(d("2022-06-01"), "SK").status is FlowStatus.FLOWING
    halted = world.day(d("2022-08-05"), "SK")
    assert (halted.status, halted.missing_kt) == (FlowStatus.HALTED, None)


def test_a_restart_in_test_mode_is_reduced_and_flow_rises_evenly_to_the_usual(world: World) -> None:
    usual = world.day(d("2025-08-27")).missing_kt
    assert usual is not None
    week = world.days(d("2025-08-28"), d("2025-09-03"))
    assert {day.status for day in week} == {FlowStatus.REDUCED}
    assert [day.basis for day in week] == [FlowBasis.REPORTED] + [FlowBasis.MODELLED] * 6
    shares = [day.missing_kt.middle / usual.middle for day in week if day.missing_kt]
    assert shares == pytest.approx([1 - (n + 0.5) / 7 for n in range(7)])
    assert "taken to come back evenly in 7 days" in week[1].grounds[0].sentence
    assert world.day(d("2025-09-04")).missing_kt is None


def test_a_later_report_of_flow_ends_the_ramp(world: World) -> None:
    told = world.with_report(a_report(FlowWord.UNAFFECTED, start=d("2025-08-31")), d("2025-08-31"))
    words = "".join(day.status.value[0] for day in told.days(d("2025-08-28"), d("2025-09-02")))
    assert words == "rrrfff"


def test_a_normal_restart_flows_as_reported(world: World) -> None:
    day = world.day(d("2024-12-22"))
    assert (day.status, day.basis, day.missing_kt) == (FlowStatus.FLOWING, FlowBasis.REPORTED, None)


def test_a_halt_that_ended_the_same_evening_is_a_reduced_day_of_its_country_alone(world: World) -> None:
    assert world.day(d("2022-11-24"), "SK").status is FlowStatus.REDUCED
    assert world.day(d("2025-08-14"), "HU").status is FlowStatus.REDUCED
    assert world.day(d("2025-08-14"), "SK").status is FlowStatus.FLOWING


def test_the_last_day_of_a_halt_that_ended_in_the_evening_is_reduced(world: World) -> None:
    day = world.day(d("2025-08-19"))
    assert day.status is FlowStatus.REDUCED
    assert [ground.sentence[:6] for ground in day.grounds] == ["Halted", "Flow a"]


def test_an_attack_without_a_halt_leaves_the_flow_and_stays_visible(world: World) -> None:
    day = world.day(d("2025-12-01"))
    assert day.status is FlowStatus.FLOWING
    assert any("Attack without a known loss" in ground.sentence for ground in day.grounds)


def test_an_attack_during_a_halt_changes_nothing_but_is_listed(world: World) -> None:
    day = world.day(d("2026-02-23"), "SK")
    assert day.status is FlowStatus.HALTED
    assert "Kaleikino" in day.grounds[-1].sentence


def test_the_longest_halt_covers_86_days_for_both(world: World) -> None:
    for country in ("HU", "SK"):
        days = world.days(d("2026-01-26"), d("2026-04-23"), country)
        assert [day.status for day in days[1:-1]] == [FlowStatus.HALTED] * 86
        assert days[0].status is days[-1].status is FlowStatus.FLOWING


def test_the_loss_of_one_supplier_is_reduced_and_measured_by_what_arrived(world: World) -> None:
    august = world.day(d("2024-08-15"), "HU")
    assert august.status is FlowStatus.REDUCED
    assert august.missing_kt is not None
    # 4,780 kt in 2024 over 366 - 3 days, less the 176 kt that arrived in August
    assert august.missing_kt.middle == pytest.approx(4780 / 363 - 176 / 31)
    slovak = world.day(d("2024-08-15"), "SK")
    assert slovak.missing_kt is not None
    assert slovak.missing_kt.middle == 0


def test_within_fourteen_days_of_a_restart_it_flows_and_later_it_is_unknown(world: World) -> None:
    bare = replace(world, supply=replace(world.supply, deliveries=()))
    assert bare.day(d("2026-05-07")).status is FlowStatus.FLOWING
    late = bare.day(d("2026-05-08"))
    assert (late.status, late.basis) == (FlowStatus.UNKNOWN, FlowBasis.NONE)
    assert late.grounds[0].sentence == "Last word, 23 Apr 2026: Flow again on 23 Apr 2026"


def test_after_the_last_figure_the_word_is_unknown_with_the_last_word_and_its_date(world: World) -> None:
    day = world.day(d("2026-08-01"), "SK")
    assert (day.status, day.basis) == (FlowStatus.UNKNOWN, FlowBasis.NONE)
    assert day.grounds[0].sentence.startswith("Last word, 31 May 2026: 165 kb/d delivered to HU and SK")
    assert day.grounds[0].source_url


def test_a_day_ahead_is_unknown(world: World) -> None:
    day = world.day(TODAY + timedelta(days=1))
    assert (day.status, day.basis) == (FlowStatus.UNKNOWN, FlowBasis.NONE)
    assert day.grounds[0].sentence == "25 Nov 2026 lies ahead"


def test_before_all_figures_nothing_is_known(world: World) -> None:
    day = world.day(d("2015-01-01"))
    assert day.status is FlowStatus.UNKNOWN
    assert "Nothing is known" in day.grounds[0].sentence


def test_czechia_is_halted_since_march_2025(world: World) -> None:
    assert world.day(TODAY, "CZ").status is FlowStatus.HALTED
    assert world.day(d("2025-03-03"), "CZ").status is FlowStatus.FLOWING


def test_adria_flows_as_modelled_while_a_contract_holds_and_is_unknown_else(world: World) -> None:
    day = world.day(d("2025-06-01"), "SK", Route.ADRIA)
    assert (day.status, day.basis) == (FlowStatus.FLOWING, FlowBasis.MODELLED)
    assert day.grounds[0].sentence == "Contract for 2.1 Mt from 1 Jan 2025 to 31 Dec 2025"
    assert world.day(d("2026-06-01"), "SK", Route.ADRIA).status is FlowStatus.UNKNOWN


def test_seen_from_its_second_day_the_restart_of_a_halt_is_not_known(world: World) -> None:
    then = replace(world, today=d("2025-08-22"))
    assert then.day(d("2025-08-22")).status is FlowStatus.HALTED
    assert then.day(d("2025-08-23")).status is FlowStatus.UNKNOWN
    assert "27 Aug" not in then.day(d("2025-08-22")).grounds[0].sentence


def test_seen_from_then_the_missing_volume_rests_on_the_figures_of_then(world: World) -> None:
    then = replace(world, today=d("2025-08-22")).day(d("2025-08-22"), "SK")
    now = world.day(d("2025-08-22"), "SK")
    assert then.missing_kt is not None
    assert now.missing_kt is not None
    assert then.missing_kt.middle == pytest.approx(4000 / 363)  # 2024, three days without flow
    assert now.missing_kt.middle == pytest.approx(4900 / 357)  # 2025, eight days without flow


def test_a_halt_made_public_late_is_not_seen_before(world: World) -> None:
    assert replace(world, today=d("2026-02-11")).day(d("2026-02-01")).status is not FlowStatus.HALTED
    assert replace(world, today=d("2026-02-12")).day(d("2026-02-01")).status is FlowStatus.HALTED


def test_the_strike_behind_a_halt_is_linked_on_all_its_days(world: World) -> None:
    struck = replace(world, strikes=(a_strike(start=d("2025-08-21")),))
    for day in struck.days(d("2025-08-21"), d("2025-08-27")):
        assert day.strike_ids == ("unecha-pumping-station-2025-08-21",)
    assert struck.day(d("2025-08-29")).strike_ids == ()


def test_a_station_put_out_of_work_with_no_word_on_supply_is_halted_as_modelled(world: World) -> None:
    struck = replace(world, strikes=(a_strike(),))
    day = struck.day(d("2026-09-01"))
    assert (day.status, day.basis) == (FlowStatus.HALTED, FlowBasis.MODELLED)
    assert day.strike_ids == ("unecha-pumping-station-2026-09-01",)
    assert struck.day(d("2026-09-02")).status is FlowStatus.UNKNOWN


@pytest.mark.parametrize(
    "strike",
    [
        a_strike(effects=(Effect.FIRE,)),
        a_strike(status=Status.DENIED),
        a_strike(facility_id="ust-luga-oil-terminal"),
    ],
    ids=["fire only", "denied", "not on the way"],
)
def test_a_strike_that_stopped_no_station_on_the_way_halts_nothing(world: World, strike: object) -> None:
    day = replace(world, strikes=(strike,)).day(d("2026-09-01"))  # type: ignore[arg-type]
    assert day.status is FlowStatus.UNKNOWN


def test_a_strike_that_a_listed_halt_accounts_for_halts_no_other_country(world: World) -> None:
    struck = replace(world, strikes=(a_strike("unecha-pumping-station", d("2025-08-14")),))
    assert struck.day(d("2025-08-14"), "SK").status is FlowStatus.FLOWING
