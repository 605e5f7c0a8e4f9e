from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from balance_world import ALL, CALM, assuming, exactly, given, on, out, through
from impact_world import SUPPLY, World, a_report

from tracker.impact.balance import balance_days, balance_totals
from tracker.model import FlowBasis, FlowWord, Range, Route

AUGUST = date(2025, 8, 22)
DAY = timedelta(days=1)


def test_on_an_ordinary_day_druzhba_brings_what_adria_does_not_and_nothing_lacks() -> None:
    for day in on(CALM).values():
        assert day.missing_kt.middle == 0
        assert day.limited_by == ()
        assert day.delivered[Route.DRUZHBA].middle > day.delivered[Route.ADRIA].middle > 0


def test_with_unecha_out_in_august_2025_only_the_usual_crude_of_adria_comes() -> None:
    found = on(AUGUST)
    assert {c: round(d.delivered[Route.DRUZHBA].middle, 1) for c, d in found.items()} == {"HU": 0, "SK": 0}
    assert {c: round(d.delivered[Route.ADRIA].middle, 1) for c, d in found.items()} == {"HU": 1.1, "SK": 2.2}
    assert {c: round(d.missing_kt.middle, 1) for c, d in found.items()} == {"HU": 14.4, "SK": 13.4}
    assert all(d.limited_by == ("druzhba", "adria") for d in found.values())
    assert all(d.basis is FlowBasis.REPORTED for d in found.values())


def test_barrels_follow_the_stated_factor() -> None:
    for day in on(AUGUST).values():
        assert day.missing_kb.middle == pytest.approx(day.missing_kt.middle * 7.3)


@pytest.mark.parametrize(
    ("facility", "lost"),
    [
        ("unecha-pumping-station", {"HU", "SK"}),
        ("brody-pumping-station", {"HU", "SK"}),
        ("fenyeslitke-pumping-station", {"HU"}),
        ("budkovce-pumping-station", {"SK"}),
        ("bucany-pumping-station", {"SK"}),
        ("mol-danube-refinery", {"HU"}),
        ("omisalj-terminal", set()),
        ("ust-luga-oil-terminal", set()),
    ],
)
def test_who_loses_crude_when_a_facility_is_out(facility: str, lost: set[str]) -> None:
    found = on(CALM, [out(facility)])
    assert {country for country, day in found.items() if day.missing_kt.middle > 0} == lost
    assert all(facility in found[country].limited_by for country in lost)


def test_half_a_station_lets_half_of_the_druzhba_crude_through() -> None:
    found = on(CALM, [out("unecha-pumping-station", exactly(0.5))])
    needed = sum(day.need_kt.middle for day in found.values())
    assert sum(d.delivered[Route.DRUZHBA].middle for d in found.values()) == pytest.approx(
        needed / 2, abs=0.01
    )


def test_more_crude_comes_by_adria_when_its_lead_time_is_over() -> None:
    halt = out("unecha-pumping-station", start=CALM, last=CALM + 45 * DAY)
    first, later = (int(SUPPLY.assume(f"adria_lead_days_{c}").middle) for c in ("hungary", "slovakia"))
    came = {
        n: {c: d.delivered[Route.ADRIA].middle for c, d in on(CALM + n * DAY, [halt]).items()}
        for n in (0, first - 1, first, later - 1, later)
    }
    assert came[first - 1]["HU"] == pytest.approx(came[0]["HU"], rel=0.1)
    assert came[first]["HU"] > 2 * came[first - 1]["HU"]
    assert came[later - 1]["SK"] == came[first - 1]["SK"]
    assert came[later]["SK"] > 2 * came[later - 1]["SK"]


def test_nothing_more_comes_by_adria_before_the_first_tankers_of_2026_were_due() -> None:
    """On 20 Feb 2026 Hungary had just released 250 kt; tankers were due early in March."""
    found = on(date(2026, 2, 20), today=date(2026, 2, 20))
    assert found["HU"].missing_kt.middle > 0.8 * found["HU"].need_kt.middle
    assert on(date(2026, 3, 20))["HU"].missing_kt.middle < found["HU"].missing_kt.middle / 2


def test_a_refinery_takes_no_more_adria_crude_than_it_can_run() -> None:
    halt = out("unecha-pumping-station", start=CALM, last=CALM + 45 * DAY)
    found = on(CALM + 45 * DAY, [halt])
    assert found["HU"].delivered[Route.ADRIA].middle == pytest.approx(
        0.35 * found["HU"].need_kt.middle, abs=0.01
    )
    assert found["SK"].delivered[Route.ADRIA].middle == pytest.approx(
        0.5 * found["SK"].need_kt.middle, abs=0.01
    )
    assert "mol-danube-refinery" in found["HU"].limited_by


def test_a_contract_holds_the_usual_crude_of_adria_down() -> None:
    much = assuming(adria_base_mt_per_year=exactly(6))
    assert sum(d.delivered[Route.ADRIA].middle for d in on(CALM, supply=much).values()) == pytest.approx(
        2.1 * 1000 / 365, abs=0.01
    )


def test_unit_av3_lowers_the_need_of_hungary_from_the_day_it_burnt() -> None:
    before, after = on(date(2025, 10, 19))["HU"], on(date(2025, 10, 21))["HU"]
    assert after.need_kt.middle == pytest.approx(0.6 * before.need_kt.middle, abs=0.01)
    assert any("AV3" in ground.sentence for ground in after.grounds)


def test_a_repair_that_lies_ahead_is_not_known() -> None:
    seen = on(date(2026, 9, 25), today=date(2026, 1, 10))["HU"]
    assert seen.need_kt.middle < 0.7 * on(date(2026, 9, 25))["HU"].need_kt.middle


def test_an_unknown_day_widens_the_range_and_invents_no_shortage() -> None:
    for day in on(date(2026, 9, 1), samples=100).values():
        assert day.basis is FlowBasis.NONE
        assert day.missing_kt.middle == 0
        assert day.missing_kt.high > 0
        assert day.delivered[Route.DRUZHBA].low < 0.7 * day.delivered[Route.DRUZHBA].middle


def test_flow_that_is_reported_beats_a_modelled_outage_which_stays_among_the_grounds() -> None:
    world = World().with_report(a_report(FlowWord.UNAFFECTED, start=CALM), CALM)
    modelled = out("unecha-pumping-station", basis=FlowBasis.MODELLED)
    found = {
        day.country: day for day in balance_days(CALM, CALM, outages=[modelled], samples=0, **world.given)
    }
    assert found["HU"].missing_kt.middle == 0
    assert modelled.ground in found["HU"].grounds


@pytest.mark.parametrize("basis", [FlowBasis.NONE, FlowBasis.REPORTED])
def test_what_is_asked_or_reported_holds_beside_reported_flow(basis: FlowBasis) -> None:
    world = World().with_report(a_report(FlowWord.UNAFFECTED, start=CALM), CALM)
    asked = out("unecha-pumping-station", basis=basis)
    found = balance_days(CALM, CALM, outages=[asked], samples=0, **world.given)
    assert all(day.missing_kt.middle > 0 for day in found)


def test_a_rule_that_ends_widens_the_range_of_its_buyer() -> None:
    flowing = replace(
        SUPPLY,
        policy=tuple(
            replace(p, buyers=("HU",), stops_from=date(2025, 6, 1)) if p.id == "hu-us-waiver" else p
            for p in SUPPLY.policy
        ),
    )
    found = on(CALM, samples=100, supply=flowing)
    assert found["HU"].missing_kt.middle == 0
    assert found["HU"].missing_kt.high > found["SK"].missing_kt.high
    assert any("waiver" in ground.sentence for ground in found["HU"].grounds)


def test_the_waiver_of_the_united_states_covers_slovnaft_too() -> None:
    """It was given for MOL, which buys for both refineries; its end widens the range of both."""
    waiver = next(p for p in SUPPLY.policy if p.id == "hu-us-waiver")
    assert (waiver.buyers, waiver.stops_from) == (("HU", "SK"), date(2026, 11, 8))
    for day in on(date(2026, 11, 20), samples=50).values():
        assert any("waiver" in ground.sentence for ground in day.grounds)


def test_the_loss_of_one_supplier_reaches_hungary_alone() -> None:
    found = on(date(2024, 8, 10))
    assert (
        found["HU"].delivered[Route.DRUZHBA].middle
        < 0.6 * on(date(2024, 7, 1))["HU"].delivered[Route.DRUZHBA].middle
    )
    assert found["SK"].missing_kt.middle == 0


def test_the_year_2025_comes_near_what_was_published() -> None:
    total = balance_totals(date(2025, 1, 1), date(2025, 12, 31), samples=0, **given())
    came = {one.country: one.delivered[Route.DRUZHBA].middle for one in total}
    assert sum(came.values()) == pytest.approx(9250, rel=0.05)
    assert came["HU"] == pytest.approx(4350, rel=0.1)
    assert came["SK"] == pytest.approx(4900, rel=0.1)


def test_totals_are_the_sum_of_the_days() -> None:
    span = (AUGUST, AUGUST + 9 * DAY)
    days = balance_days(*span, samples=0, **given())
    for total in balance_totals(*span, samples=0, **given()):
        own = [day.missing_kt.middle for day in days if day.country == total.country]
        assert total.missing_kt.middle == pytest.approx(sum(own), abs=0.01)


def test_every_day_names_who_says_so_and_which_assumption_it_rests_on() -> None:
    for day in on(AUGUST).values():
        assert any(ground.source_url for ground in day.grounds)
        assert any("intake_" in ground.sentence for ground in day.grounds)


def test_what_flows_into_the_danube_refinery_comes_by_two_legs() -> None:
    legs = through(CALM)
    need = on(CALM)
    came = legs["druzhba:fenyeslitke-pumping-station>mol-danube-refinery"]
    came += legs["adria:csurgo-pumping-station>mol-danube-refinery"]
    came -= legs["adria:mol-danube-refinery>sahy-tupa-pumping-station"]
    assert came == pytest.approx(need["HU"].need_kt.middle, abs=0.01)


@pytest.mark.parametrize("share", [Range(-0.1, 0, 1), Range(0, 1, 1.2)])
def test_a_share_outside_0_and_1_is_refused(share: Range) -> None:
    with pytest.raises(ValueError, match="not within 0 and 1"):
        out("unecha-pumping-station", share)


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="the span ends before it starts"):
        balance_days(CALM, CALM - DAY, samples=0, **given())


def test_an_outage_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        out("unecha-pumping-station", ALL, CALM, CALM - DAY)
