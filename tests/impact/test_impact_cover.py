from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from cover_makers import FIRST, NEED, NONE, SK_LOAN, TODAY, a_loan, after, assuming, clock, sure
from impact_world import SUPPLY

from tracker.impact.cover import Cargo, Chosen, Cover, Source, cover
from tracker.impact.whatif import answer as case_answer
from tracker.model import Range


def test_the_slovak_loan_lasts_33_to_34_days_in_minimum_mode() -> None:
    loan = replace(SK_LOAN, released_on=FIRST)
    answer = clock([NEED] * 60, state_kt=sure(250), loans=(loan,))
    assert (int(answer.refiner.days.low), int(answer.refiner.days.high)) == (33, 34)
    assert answer.refiner.days.middle == pytest.approx(250 / 7.4)
    assert (answer.refiner.early, answer.refiner.late) == (after(33), after(34))


def test_the_same_from_the_data_of_that_day_with_nothing_known_later() -> None:
    day = date(2026, 2, 19)
    answer = cover("SK", day, [NEED] * 90, supply=SUPPLY, today=day, chosen=Chosen(refiner_kt=NONE))
    assert 32 <= answer.refiner.days.low <= answer.refiner.days.middle < 34
    (loan,) = answer.loans
    assert (loan.borrower, loan.return_by) == ("Slovnaft", date(2026, 9, 30))


def test_own_stock_goes_first_then_the_loan_then_the_state() -> None:
    answer = clock([10] * 10, refiner_kt=sure(20), state_kt=sure(60), loans=(a_loan(30, 0),))
    refiner, loan, state = answer.sources
    assert [s.name for s in answer.sources] == ["refiner", "loan", "state"]
    assert (refiner.middle, loan.middle, state.middle) == (after(1), after(4), after(7))
    assert answer.refiner.middle == after(5)
    assert answer.everything.middle == after(8)
    assert answer.everything.days == sure(8)


def test_a_part_of_a_day_counts_as_that_part() -> None:
    answer = clock([10] * 5, refiner_kt=sure(25))
    assert answer.refiner.days == sure(2.5)
    assert answer.refiner.middle == after(2)
    assert answer.days[2].uncovered_kt == sure(5)


def test_what_outlasts_the_horizon_has_no_day_and_is_cut_there() -> None:
    answer = clock([10] * 5, refiner_kt=Range(20, 50, 500))
    assert (answer.refiner.early, answer.refiner.middle, answer.refiner.late) == (after(2), None, None)
    assert answer.refiner.days == Range(2, 5, 5)


@pytest.mark.parametrize(
    ("cargo", "days"),
    [
        (Cargo(kt=sure(80), ordered_on=FIRST), (20, 25, 30)),
        (Cargo(kt=sure(80), at_omisalj_on=FIRST), (5, 9, 12)),
        (Cargo(kt=sure(80), at_omisalj_on=after(10)), (15, 19, 22)),
        (Cargo(kt=sure(80), ordered_on=after(-40)), (0, 0, 0)),
    ],
)
def test_a_cargo_comes_after_its_published_lead_time(cargo: Cargo, days: tuple[int, int, int]) -> None:
    answer = clock([0] * 40, cargoes=(cargo,))
    came = [next(d.day for d in answer.days if getattr(d.refiner_kt, part) > 0) for part in ("high", "low")]
    assert came == [after(days[0]), after(days[2])]
    assert answer.days[-1].refiner_kt == sure(80)


def test_the_lead_time_of_hungary_is_an_assumption_that_is_named() -> None:
    wish = Chosen(refiner_kt=NONE, adria_kt_per_day=sure(5))
    answer = cover("HU", FIRST, [sure(10)] * 60, supply=SUPPLY, today=TODAY, chosen=wish)
    assert "adria_lead_days_hungary" in answer.assumptions


def test_a_steady_flow_by_adria_starts_after_the_lead_and_brings_no_more_than_is_missing() -> None:
    answer = clock([4] * 40, refiner_kt=sure(200), adria_kt_per_day=sure(6), lead_days=sure(10))
    assert [day.arrived_kt.middle for day in answer.days] == [0.0] * 10 + [4.0] * 30
    assert answer.days[-1].refiner_kt == sure(160)


def test_a_cargo_needs_one_day_of_reckoning() -> None:
    with pytest.raises(ValueError, match="one of them"):
        Cargo(kt=sure(80))


def test_a_loan_given_back_lowers_the_own_stock_and_fills_the_state() -> None:
    answer = clock([10] * 4 + [0] * 6, state_kt=sure(30), loans=(a_loan(30, 0, back=7),), refiner_kt=sure(10))
    kept = clock([10] * 4 + [0] * 6, state_kt=sure(30), loans=(a_loan(30, 0),), refiner_kt=sure(10))
    assert answer.days[6].state_kt == NONE
    assert answer.days[-1].state_kt == kept.days[-1].state_kt
    (due,) = answer.loans
    assert (due.drawn_kt, due.short_kt) == (sure(30), sure(30))
    with_cargo = clock(
        [10] * 4 + [0] * 6,
        state_kt=sure(30),
        loans=(a_loan(30, 0, back=7),),
        refiner_kt=sure(10),
        cargoes=(Cargo(kt=sure(50), at_omisalj_on=FIRST),),
        omisalj_days=sure(5),
    )
    assert [day.refiner_kt.middle for day in with_cargo.days[4:9]] == [0, 50, 50, 20, 20]
    assert with_cargo.days[-1].state_kt == sure(30)
    assert with_cargo.loans[0].short_kt == NONE


def test_what_was_not_drawn_by_its_last_day_of_use_goes_back_to_the_state() -> None:
    answer = clock([5] * 10, state_kt=sure(40), loans=(a_loan(30, 0, usable=2),))
    assert answer.refiner.middle == after(3)
    assert answer.days[3].state_kt == sure(20)


def test_of_a_loan_from_before_no_more_is_used_than_was_missing_since() -> None:
    answer = clock([10] * 5, state_kt=sure(100), loans=(a_loan(250, -4),))
    assert answer.sources[1].kt == Range(210, 210, 250)


def test_days_of_crude_and_products_are_kept_apart_from_the_clock() -> None:
    day = date(2026, 2, 19)
    answer = cover("HU", day, [sure(10)] * 5, supply=SUPPLY, today=TODAY)
    products = answer.products
    assert products is not None
    assert products.cover_days == 96
    assert products.kt.middle == pytest.approx(96 * 15.2)
    assert products.products_kt.middle == pytest.approx(96 * 15.2 - 677)
    state = answer.sources[2]
    assert state.kt.middle == 625


def test_net_imports_of_hungary_follow_from_the_days_and_volumes_of_2022() -> None:
    crude, diesel, petrol = 677, 302 * 0.84, 265 * 0.745
    assert SUPPLY.assume("net_imports_hu").middle == pytest.approx((crude + diesel + petrol) / 74, abs=0.05)
    days = next(stock for stock in SUPPLY.stocks if stock.id == "hu-2022-11-15")
    assert days.cover_days == 74


def test_net_imports_of_slovakia_are_its_legal_minimum_by_90_days() -> None:
    least = next(stock for stock in SUPPLY.stocks if stock.id == "sk-2018-04-01")
    assert least.kt is not None
    assert SUPPLY.assume("net_imports_sk").middle == pytest.approx(least.kt.middle / 90, abs=0.05)
    assert SUPPLY.assume("state_crude_sk").middle == pytest.approx(least.kt.middle / 2, abs=0.5)


@pytest.mark.parametrize(
    ("today", "state", "loans"),
    [
        (date(2026, 2, 18), 677, 0),
        (date(2026, 2, 19), 677, 1),
        (date(2026, 2, 20), 625, 1),
    ],
)
def test_nothing_that_became_public_later_is_used(today: date, state: float, loans: int) -> None:
    answer = cover("HU", date(2026, 2, 19), [sure(10)] * 30, supply=SUPPLY, today=today)
    assert answer.sources[2].kt.middle == state
    assert len(answer.loans) == loans
    for source in answer.sources:
        assert all(ground.known_on is None or ground.known_on <= today for ground in source.grounds)


def test_a_loan_that_was_due_may_or_may_not_be_back() -> None:
    answer = cover("HU", TODAY, [sure(10)] * 30, supply=SUPPLY, today=TODAY)
    assert answer.sources[2].kt == Range(610 - 250, 625, 641)
    assert answer.loans == ()
    assert any("not known" in ground.sentence for ground in answer.sources[2].grounds)


def source(answer: Cover, name: str) -> Source:
    return next(one for one in answer.sources if one.name == name)


def test_a_stock_published_inside_the_span_holds_from_its_day_on() -> None:
    """27 Jan 2026 seen from 20 Feb: Slovnaft had about a week of own crude on 18 Feb."""
    first, today = date(2026, 1, 27), date(2026, 2, 20)
    told = date(2026, 2, 18)
    answer = cover("SK", first, [Range(11, 12.5, 14)] * 60, supply=SUPPLY, today=today)
    own = source(answer, "refiner")
    assert own.early is not None
    assert own.middle is not None
    assert told < own.early <= own.middle <= date(2026, 2, 28)
    eve = next(day for day in answer.days if day.day == told - timedelta(days=1))
    intake = SUPPLY.assume("intake_slovnaft_kt_per_day")
    assert eve.refiner_kt.middle == pytest.approx(7 * intake.middle)
    assert all(day.uncovered_kt == NONE for day in answer.days if day.day < told)
    assert any("7 days of crude held by the refiner on 18 Feb 2026" in g.sentence for g in own.grounds)
    assert answer.refiner.early is not None
    assert answer.refiner.early > own.early


def test_a_stock_published_later_than_the_day_we_look_from_is_not_used() -> None:
    first = date(2026, 1, 27)
    answer = cover("SK", first, [sure(12.5)] * 60, supply=SUPPLY, today=date(2026, 2, 17))
    own = source(answer, "refiner")
    assert own.middle is not None
    assert own.middle < date(2026, 2, 18)
    assert not any("18 Feb" in ground.sentence for ground in own.grounds)


def test_a_chosen_stock_gives_way_to_no_published_one() -> None:
    wish = Chosen(refiner_kt=sure(25), state_kt=NONE, loans=())
    answer = cover("SK", date(2026, 1, 27), [sure(10)] * 40, supply=SUPPLY, today=TODAY, chosen=wish)
    assert answer.refiner.middle == date(2026, 1, 29)


def test_a_published_stock_of_the_state_holds_from_its_day_on() -> None:
    first = date(2022, 11, 10)
    answer = cover("HU", first, [sure(14)] * 30, supply=SUPPLY, today=TODAY)
    assert answer.days[4].state_kt != sure(677)
    assert answer.days[5].state_kt.high == 677


def test_own_stock_fills_again_while_nothing_is_missing() -> None:
    week = [10.0] * 7
    answer = clock([*week, *[0.0] * 30, *week], supply=assuming(refill_days=sure(20)), refiner_kt=sure(70))
    levels = [day.refiner_kt.middle for day in answer.days]
    assert levels[6:9] == [0, 3.5, 7]
    assert levels[26] == pytest.approx(70)
    assert levels[36] == pytest.approx(70)
    assert answer.days[7].arrived_kt == sure(3.5)
    assert answer.refiner.middle is None
    assert "refill_days" in answer.assumptions


def test_a_refill_takes_as_long_as_the_range_says() -> None:
    answer = clock([10] * 7 + [0] * 90, supply=SUPPLY, refiner_kt=sure(70))
    days = SUPPLY.assume("refill_days")
    full = {
        part: next(n for n, day in enumerate(answer.days[7:], 1) if getattr(day.refiner_kt, part) > 70 - 1e-6)
        for part in ("low", "middle", "high")
    }
    assert full == {"high": days.low, "middle": days.middle, "low": days.high}


def test_what_is_to_be_given_back_is_filled_up_before_it_is_due() -> None:
    answer = clock(
        [10] * 6 + [0] * 60,
        supply=assuming(refill_days=sure(10)),
        refiner_kt=sure(30),
        state_kt=sure(30),
        loans=(a_loan(30, 0, back=50),),
    )
    assert answer.days[49].refiner_kt == sure(60)
    assert answer.loans[0].short_kt == NONE
    assert answer.days[50].state_kt == sure(30)


def test_cover_counts_from_the_start_of_the_shortage_in_which_it_ends() -> None:
    missing = [10.0, 10.0, *[0.0] * 100, *[10.0] * 8]
    answer = clock(missing, supply=assuming(refill_days=sure(20)), refiner_kt=sure(55))
    assert answer.refiner.middle == after(107)
    assert answer.refiner.days == sure(5.5)


def test_cover_that_does_not_end_lasted_as_long_as_the_longest_shortage() -> None:
    answer = clock([10, 10, 10, 0, 0, 10, 0, 0], refiner_kt=Range(5, 500, 500))
    assert answer.refiner.days == Range(0.5, 3, 3)
    assert (answer.refiner.early, answer.refiner.middle) == (FIRST, None)


def test_five_years_of_hungary_outlast_the_short_halts_before_2024() -> None:
    """Each halt meets a full stock, so the middle case ends in no halt shorter than what was in store."""
    answer = case_answer(
        "HU",
        date(2022, 1, 1),
        date(2026, 11, 24),
        supply=SUPPLY,
        supply_reports=(),
        articles={},
        strikes=(),
        today=TODAY,
    )
    assert answer.cover is not None
    found = answer.cover
    stock = {day.day: day.refiner_kt.middle for day in found.days}
    opening = source(found, "refiner").kt.middle
    assert stock[date(2022, 8, 9)] < opening / 2
    assert stock[date(2022, 11, 14)] == pytest.approx(opening)
    assert stock[date(2024, 7, 31)] == pytest.approx(opening)
    assert found.refiner.middle is None or found.refiner.middle > date(2024, 8, 1)
    assert found.refiner.days.middle < 100
    assert found.everything.middle is None


def test_what_is_not_known_of_the_state_widens_the_range_and_is_never_nothing() -> None:
    answer = cover("HU", date(2022, 8, 4), [sure(14)] * 10, supply=SUPPLY, today=date(2022, 8, 4))
    state = source(answer, "state")
    assert state.kt == SUPPLY.assume("state_crude_hu")
    assert state.kt.low > 0
    assert "state_crude_hu" in answer.assumptions


def test_a_loan_shows_that_the_state_held_as_much() -> None:
    poor = assuming(state_crude_sk=Range(0, 0, 562))
    answer = cover("SK", date(2026, 2, 10), [sure(8)] * 60, supply=poor, today=TODAY)
    assert source(answer, "state").kt == Range(250, 250, 562)
    before = cover("SK", date(2026, 1, 10), [sure(8)] * 20, supply=poor, today=TODAY)
    assert source(before, "state").kt == Range(0, 0, 562)
    lent = next(day for day in answer.days if day.day == date(2026, 2, 18))
    assert lent.state_kt.low == 0
    assert lent.refiner_kt.low >= 250


def test_of_czechia_too_little_is_known() -> None:
    with pytest.raises(ValueError, match="too little is known of the stocks of 'CZ'; use HU or SK"):
        cover("CZ", FIRST, [sure(10)], supply=SUPPLY, today=TODAY)


def test_net_imports_are_no_assumption_of_the_clock() -> None:
    for country in ("HU", "SK"):
        answer = cover(country, date(2026, 2, 19), [sure(10)] * 5, supply=SUPPLY, today=TODAY)
        assert answer.products is not None
        assert not any(name.startswith("net_imports") for name in answer.assumptions)
        assert any("net_imports" in ground.sentence for ground in answer.products.grounds)


def test_every_source_says_what_it_rests_on() -> None:
    for country in ("HU", "SK"):
        answer = cover(country, TODAY, [sure(10)] * 5, supply=SUPPLY, today=TODAY)
        for source in answer.sources:
            assert source.grounds or source.name == "loan"
        assert set(answer.assumptions) <= set(SUPPLY.assumptions)


def test_the_clock_needs_a_day() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        clock([])
