"""The figures behind the balance: each assumption is held against what is published."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.knowledge.supply import Supply

MT = 1000 / 365


def intake(supply: Supply, row_id: str) -> tuple[float, float]:
    row = next(r for r in supply.refineries if r.id == row_id)
    if row.mt_per_year is not None:
        return row.mt_per_year * MT, row.mt_per_year * MT
    assert row.low_kt_per_day is not None
    assert row.high_kt_per_day is not None
    return row.low_kt_per_day, row.high_kt_per_day


def test_the_intake_of_both_refineries_and_domestic_crude_make_the_published_12_mt(supply: Supply) -> None:
    domestic = 66 / 28
    both = (
        supply.assume("intake_danube_kt_per_day").middle + supply.assume("intake_slovnaft_kt_per_day").middle
    )
    assert both + domestic == pytest.approx(intake(supply, "mol-intake-2025")[0], rel=0.02)


def test_the_intake_of_the_danube_refinery_lies_between_the_counts_of_2025(supply: Supply) -> None:
    value = supply.assume("intake_danube_kt_per_day")
    expro, minister = (4.35 + 0.4 + 0.5) * MT, (4.9 + 0.4 + 0.5) * MT
    assert expro < value.middle < minister
    assert value.low == pytest.approx((4.35 + 0.4) * MT, abs=0.05)
    assert value.high == intake(supply, "hu-import-2023-02")[1]


def test_the_intake_of_slovnaft_runs_from_five_mt_to_its_capacity(supply: Supply) -> None:
    value = supply.assume("intake_slovnaft_kt_per_day")
    assert value.low == pytest.approx(intake(supply, "slovnaft-intake-2025")[0], abs=0.05)
    assert value.high == pytest.approx(6.1 * MT, abs=0.05)


def test_the_middle_intake_of_slovnaft_is_not_above_what_was_published_for_a_year(supply: Supply) -> None:
    told = [
        row.mt_per_year for row in supply.refineries if row.countries == ("SK",) and row.metric == "intake"
    ]
    assert sorted(filter(None, told)) == [5, 5.1, 5.5]
    assert supply.assume("intake_slovnaft_kt_per_day").middle == pytest.approx(5.5 * MT, abs=0.05)


def test_the_lead_time_of_adria_follows_the_tankers_and_the_request_of_2026(supply: Supply) -> None:
    rows = {row.id: row for row in supply.alternatives}
    start, first, last = date(2026, 1, 27), date(2026, 3, 1), date(2026, 3, 10)
    way, tankers, asked = (rows[f"adria-lead-{name}"] for name in ("omisalj", "first-tankers", "slovakia"))
    assert way.low_days is not None
    assert way.high_days is not None
    assert tankers.low_days == (first - start).days + way.low_days
    assert tankers.high_days == (last - start).days + way.high_days
    unloaded = (date(2026, 2, 25) - start).days
    assert (rows["adria-lead-unloading"].low_days, rows["adria-lead-unloading"].high_days) == (
        unloaded + way.low_days,
        unloaded + way.high_days,
    )
    hungary, slovakia = (supply.assume(f"adria_lead_days_{c}") for c in ("hungary", "slovakia"))
    assert tankers.low_days <= hungary.middle <= tankers.high_days == hungary.high == slovakia.high
    assert slovakia.middle == (date(2026, 2, 18) - start).days + (asked.low_days or 0)
    assert hungary.low == way.low_days


def test_what_was_ever_shipped_by_adria_keeps_every_count(supply: Supply) -> None:
    shipped = {a.id: a.middle_mt_per_year for a in supply.alternatives if a.metric == "shipped"}
    assert (shipped["adria-most-ever"], shipped["adria-most-ever-2026-03"]) == (2, 2.2)
    assert shipped["adria-shipped-minister-2025"] == 2
    base = supply.assume("adria_base_mt_per_year")
    assert base.low == shipped["adria-shipped-hu-2025"]
    assert base.high == pytest.approx(0.4 + 6.1 / 3, abs=0.05)


def test_both_counts_of_the_hungarian_minister_are_kept_beside_the_one_of_expro(supply: Supply) -> None:
    counts = {row.id: row for row in supply.deliveries if row.id.startswith("hu-2025")}
    told = {name: row.kt.middle for name, row in counts.items() if row.kt is not None}
    assert told == {"hu-2025": 4350, "hu-2025-minister": 5000, "hu-2025-szijjarto": 4900}
    assert counts["hu-2025-szijjarto"].metric == "delivery_other"


def test_an_assumption_that_rests_on_an_article_cites_it(supply: Supply) -> None:
    own = {name for name, row in supply.assumptions.items() if not row.source_url.startswith("http")}
    assert own == {
        "fresh_days", "part_day_share", "carry_days", "struck_days", "reduced_lost_share",
        "unknown_lost_share", "policy_lost_share", "stock_fresh_days", "struck_window_days", "unit_share",
        "tail_repair", "druzhba_by_hungary_share", "untold_short_share",
    }  # fmt: skip
    for name in own:
        assert supply.assumptions[name].publisher == "this project"


def test_the_seasons_come_from_the_published_fuel_sales_of_2024(supply: Supply) -> None:
    half, nine_months, year = 1874, 2920, 1544 + 2346
    sold = {1: 879.1, 2: half - 879.1, 3: 626 + 420, 4: year - nine_months}
    assert sold[3] == nine_months - half
    days = {1: 91, 2: 91, 3: 92, 4: 92}
    mean = year / 366
    for quarter, litres in sold.items():
        swing = litres / days[quarter] / mean
        value = supply.assume(f"season_q{quarter}")
        assert (value.low, value.high) == (
            pytest.approx(min(swing, 1), abs=0.001),
            pytest.approx(max(swing, 1), abs=0.001),
        )
        assert value.middle == pytest.approx((1 + swing) / 2, abs=0.002)


@pytest.mark.parametrize(
    ("row_id", "mt_per_year"),
    [
        ("druzhba:uzhhorod-border-metering>budkovce-pumping-station", (20, 20, 20)),
        ("druzhba:mozyr-pumping-station>brody-pumping-station", (14.5, 63 / MT, 35)),
        ("druzhba:brody-pumping-station>karpaty-pumping-station", (14.5, 17.5, 63 / MT)),
        ("adria:omisalj-terminal>sisak-janaf-terminal", (10, 11.8, 15)),
        ("adria:csurgo-pumping-station>mol-danube-refinery", (10, 14, 14)),
        ("adria:mol-danube-refinery>sahy-tupa-pumping-station", (3.7, 6, 6)),
        ("bps:unecha-pumping-station>andreapol-pumping-station", (30, 36, 38)),
        ("druzhba:adamowo-pumping-station>plock-pern-station", (50, 50, 50)),
        ("druzhba:plock-pern-station>schwedt-pck-refinery", (27, 27, 27)),
        ("other:gdansk-naftoport>plock-pern-station", (30, 30, 30)),
        ("omisalj-terminal", (5.6, 12, 15)),
        ("tal_ikl:vohburg-tank-farm>nelahozeves-tank-farm", (4, 8, 8)),
    ],
)
def test_capacities_in_kt_a_day_are_the_published_ones_in_mt_a_year(
    supply: Supply, row_id: str, mt_per_year: tuple[float, float, float]
) -> None:
    row = next(row for row in supply.capacities if row.id == row_id)
    assert row.kt_per_day is not None
    found = (row.kt_per_day.low, row.kt_per_day.middle, row.kt_per_day.high)
    assert found == pytest.approx([figure * MT for figure in mt_per_year], abs=0.06)


def test_capacities_name_legs_and_facilities_of_the_network(supply: Supply) -> None:
    legs = {leg.id for leg in supply.legs}
    nodes = {node for leg in supply.legs for node in (leg.start, leg.end)}
    for row in supply.capacities:
        assert row.id in (legs if row.what == "leg" else nodes)


def test_the_share_of_hungary_in_the_crude_of_adria_follows_the_figures_of_2025(supply: Supply) -> None:
    shipped = {a.id: a.middle_mt_per_year for a in supply.alternatives if a.metric in ("shipped", "contract")}
    value = supply.assume("adria_base_hungarian_share")
    assert value.middle == pytest.approx(
        shipped["adria-shipped-hu-2025"] / shipped["adria-shipped-2025"], abs=0.01
    )
    assert value.low == pytest.approx(
        shipped["adria-shipped-hu-2025"] / shipped["adria-contract-2025"], abs=0.01
    )
    assert supply.assume("adria_base_mt_per_year").middle == shipped["adria-shipped-2025"]
