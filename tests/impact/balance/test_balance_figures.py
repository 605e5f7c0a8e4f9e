"""The figures behind the balance: each assumption is held against what is published."""

from __future__ import annotations

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


def test_the_seasons_come_from_the_published_fuel_sales_of_2024(supply: Supply) -> None:
    sold = {1: 879.1, 2: 1874 - 879.1, 3: 2920 - 1874, 4: 3890 - 2920}
    days = {1: 91, 2: 91, 3: 92, 4: 92}
    mean = 3890 / 366
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
