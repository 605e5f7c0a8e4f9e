from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tracker.impact import not_delivered
from tracker.impact.volumes import add, arrived, barrels, rate, scale, shortfall, times, usual
from tracker.knowledge.supply import Supply
from tracker.model import Range

TODAY = date(2026, 11, 24)


def kt(supply: Supply, day: str, *countries: str) -> Range:
    found = usual(supply, countries, date.fromisoformat(day))
    assert found is not None
    return found.kt_per_day


def test_usual_flow_is_the_annual_volume_over_the_days_with_flow(supply: Supply) -> None:
    # 2025: Hungary stood still on 18 and 21 to 27 August, eight whole days
    assert kt(supply, "2025-06-01", "HU").middle == pytest.approx(4350 / 357)
    assert kt(supply, "2024-06-01", "SK").middle == pytest.approx(4000 / 363)


def test_the_range_takes_the_other_counts_and_the_years_beside(supply: Supply) -> None:
    found = kt(supply, "2025-06-01", "HU")
    assert found.low == pytest.approx(4350 / 365)  # over all days of 2025
    assert found.high == pytest.approx(5000 / 357)  # the minister's forecast
    assert kt(supply, "2025-06-01", "SK").low == pytest.approx(3900 / 366)  # the lower count of 2024


def test_two_buyers_are_the_sum_where_each_has_a_figure(supply: Supply) -> None:
    both, hu, sk = (kt(supply, "2025-06-01", *c) for c in (("HU", "SK"), ("HU",), ("SK",)))
    assert (both.low, both.middle, both.high) == pytest.approx(
        (hu.low + sk.low, hu.middle + sk.middle, hu.high + sk.high)
    )


def test_a_figure_for_both_is_taken_whole_and_split_by_the_published_shares(supply: Supply) -> None:
    both = kt(supply, "2026-01-15", "SK", "HU")
    assert (both.low, both.high) == pytest.approx((200 / 7.3, 235 / 7.3))
    hu, sk = kt(supply, "2026-01-15", "HU"), kt(supply, "2026-01-15", "SK")
    assert hu.middle + sk.middle == pytest.approx(both.middle)
    assert hu.low == pytest.approx(200 / 7.3 * 0.43)
    assert sk.low == pytest.approx(200 / 7.3 * (1 - 0.544))


def test_after_the_last_period_its_figure_stands_in_for_a_year_with_a_wider_range(supply: Supply) -> None:
    assert kt(supply, "2026-09-01", "HU", "SK") == Range(165 / 7.3, 165 / 7.3, 235 / 7.3)
    assert usual(supply, ("HU", "SK"), date(2027, 6, 1)) is None


def test_without_a_figure_there_is_no_number(supply: Supply) -> None:
    assert usual(supply, ("HU",), date(2022, 8, 3)) is None
    assert usual(supply, ("AT",), date(2025, 6, 1)) is None


def test_a_monthly_average_tells_what_arrived(supply: Supply) -> None:
    found = arrived(supply, "HU", date(2024, 8, 3))
    assert found is not None
    assert found.middle == pytest.approx(176 / 31)
    assert arrived(supply, "HU", date(2024, 11, 3)) is None


def test_a_figure_without_a_volume_is_refused(supply: Supply) -> None:
    broken = replace(supply.deliveries[0], kt=None, kb_per_day=None)
    with pytest.raises(ValueError, match="neither"):
        rate(supply, broken)


def test_barrels_use_the_one_factor(supply: Supply) -> None:
    assert barrels(supply, Range(1, 2, 4)) == Range(7.3, 14.6, 29.2)


def test_arithmetic_of_ranges() -> None:
    assert add([Range(1, 2, 3), Range(0, 1, 4)]) == Range(1, 3, 7)
    assert times(Range(1, 2, 3), Range(0, 1, 2)) == Range(0, 2, 6)
    assert scale(Range(1, 2, 3), 2) == Range(2, 4, 6)
    assert shortfall(Range(5, 6, 7), Range(4, 6, 8)) == Range(0, 0, 3)


def test_the_week_of_august_2025_cost_seven_days_and_half_of_the_week_after(supply: Supply) -> None:
    lost = {n.halt.id: n for n in not_delivered(supply, today=TODAY)}["druzhba-2025-08-21"]
    assert lost.days == 7
    assert lost.kt is not None
    assert lost.kb is not None
    assert lost.kt.middle == pytest.approx((4350 + 4900) / 357 * 10.5)
    assert lost.kb.middle == pytest.approx(lost.kt.middle * 7.3)


def test_the_86_days_of_2026_cost_what_flowed_before_them(supply: Supply) -> None:
    lost = {n.halt.id: n for n in not_delivered(supply, today=TODAY)}["druzhba-2026-01-27"]
    assert lost.kb is not None
    assert (lost.kb.low, lost.kb.middle, lost.kb.high) == pytest.approx((200 * 86, 217.5 * 86, 235 * 86))


def test_a_halt_that_still_lasts_has_cost_what_it_cost_so_far(supply: Supply) -> None:
    lost = {n.halt.id: n for n in not_delivered(supply, today=date(2026, 3, 1))}["druzhba-2026-01-27"]
    assert lost.days is None
    assert lost.kb is not None
    assert lost.kb.middle == pytest.approx(217.5 * 34)


def test_attacks_without_a_halt_cost_nothing_and_are_not_listed(supply: Supply) -> None:
    assert "druzhba-2025-12-01" not in {n.halt.id for n in not_delivered(supply, today=TODAY)}


def test_where_no_figure_allows_it_the_cost_is_not_known(supply: Supply) -> None:
    lost = {n.halt.id: n for n in not_delivered(supply, today=TODAY)}["druzhba-2022-08-04"]
    assert (lost.days, lost.kt, lost.kb) == (6, None, None)


def test_one_buyer_can_be_asked_for(supply: Supply) -> None:
    lost = {n.halt.id: n for n in not_delivered(supply, today=TODAY, countries=("HU",))}
    assert lost["druzhba-2025-08-21"].countries == ("HU",)
    whole = {n.halt.id: n for n in not_delivered(supply, today=TODAY)}
    assert lost["druzhba-2025-08-13"].kt == whole["druzhba-2025-08-13"].kt


def test_the_cost_of_the_lost_supplier_is_the_sum_of_its_days(supply: Supply) -> None:
    lost = {n.halt.id: n for n in not_delivered(supply, today=TODAY)}["druzhba-2024-07-17"]
    assert lost.kt is not None
    # Hungary only: 15 days of July (none), 31 of August, 8 of September; Slovakia got more than usual
    hungary = 31 * (4780 / 363 - 176 / 31) + 8 * (4780 / 363 - 370 / 30)
    slovakia = 15 * (4000 / 363 - 340 / 31)
    assert lost.kt.middle == pytest.approx(hungary + slovakia)
