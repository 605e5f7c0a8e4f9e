from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from impact_world import SUPPLY

from tracker.impact.cover import Cargo, Chosen, Cover, cover
from tracker.knowledge.supply import StockRelease
from tracker.model import Range

FIRST = date(2026, 3, 1)
TODAY = date(2026, 11, 24)
NONE = Range(0, 0, 0)
SK_LOAN = next(loan for loan in SUPPLY.stock_releases if loan.id == "sk-2026-02-18")
NEED = Range(7.3, 7.4, 7.5)


def sure(value: float) -> Range:
    return Range(value, value, value)


def a_loan(kt: float, released: int, back: int | None = None, usable: int | None = None) -> StockRelease:
    """A loan by days from the first day."""

    def day(number: int | None) -> date | None:
        return None if number is None else FIRST + timedelta(days=number)

    return replace(
        SK_LOAN,
        id=f"loan-{released}-{kt:g}",
        released_on=FIRST + timedelta(days=released),
        return_by=day(back),
        usable_until=day(usable),
        kt=sure(kt),
    )


def clock(missing: Sequence[float] | Sequence[Range], today: date = TODAY, **chosen: object) -> Cover:
    """The clock with nothing in store but what a test gives."""
    days = [day if isinstance(day, Range) else sure(day) for day in missing]
    wish = Chosen(**{"refiner_kt": NONE, "state_kt": NONE, "loans": (), **chosen})  # type: ignore[arg-type]
    return cover("SK", FIRST, days, supply=SUPPLY, today=today, chosen=wish)


def after(days: int) -> date:
    return FIRST + timedelta(days=days)


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


def test_every_source_says_what_it_rests_on() -> None:
    for country in ("HU", "SK", "CZ"):
        answer = cover(country, TODAY, [sure(10)] * 5, supply=SUPPLY, today=TODAY)
        for source in answer.sources:
            assert source.grounds or source.name == "loan"
        assert set(answer.assumptions) <= set(SUPPLY.assumptions)


def test_the_clock_needs_a_day() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        clock([])


KT = st.floats(0, 300, allow_nan=False).map(lambda value: round(value, 1))
RATES = st.lists(
    st.floats(0, 20, allow_nan=False).map(lambda value: round(value, 1)), min_size=5, max_size=60
)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    return Range(*sorted(draw(st.tuples(KT, KT, KT))))


@st.composite
def loan_lists(draw: st.DrawFn) -> tuple[StockRelease, ...]:
    """Up to three loans around the first day, some with a last day of use and a day of return."""
    loans = []
    for number in range(draw(st.integers(0, 3))):
        released = draw(st.integers(-20, 40))
        back = draw(st.none() | st.integers(released + 1, released + 80))
        usable = draw(st.none() | st.integers(released, released + 60))
        loan = a_loan(draw(KT), released, back if back is None or back >= 0 else None, usable)
        loans.append(replace(loan, id=f"loan-{number}"))
    return tuple(loans)


@st.composite
def wishes(draw: st.DrawFn) -> dict[str, object]:
    cargoes = tuple(
        Cargo(kt=draw(ranges()), at_omisalj_on=after(draw(st.integers(-10, 50))))
        for _ in range(draw(st.integers(0, 2)))
    )
    return {
        "refiner_kt": draw(ranges()),
        "state_kt": draw(ranges()),
        "loans": draw(loan_lists()),
        "cargoes": cargoes,
        "adria_kt_per_day": draw(st.none() | st.just(Range(0, 4, 9))),
    }


def ends(answer: Cover) -> list[date]:
    """Run-outs with the state's crude, a day beyond the horizon for none."""
    beyond = answer.last + timedelta(days=1)
    out = answer.everything
    return [day or beyond for day in (out.early, out.middle, out.late)]


def alone(answer: Cover) -> list[date]:
    beyond = answer.last + timedelta(days=1)
    return [day or beyond for day in (answer.refiner.early, answer.refiner.middle, answer.refiner.late)]


@given(wishes(), RATES, KT)
def test_more_stock_never_runs_out_earlier(
    wish: dict[str, object], missing: list[float], more: float
) -> None:
    answer = clock(missing, **wish)
    for holder in ("refiner_kt", "state_kt"):
        held = wish[holder]
        assert isinstance(held, Range)
        richer = clock(
            missing, **{**wish, holder: Range(held.low + more, held.middle + more, held.high + more)}
        )
        assert all(a <= b for a, b in zip(ends(answer), ends(richer), strict=True))
        assert all(a <= b for a, b in zip(alone(answer), alone(richer), strict=True))
        assert answer.everything.days.middle <= richer.everything.days.middle + 1e-6


@given(wishes(), RATES, st.floats(0, 10, allow_nan=False))
def test_more_missing_never_runs_out_later(
    wish: dict[str, object], missing: list[float], more: float
) -> None:
    answer = clock(missing, **wish)
    worse = clock([day + more for day in missing], **{**wish, "adria_kt_per_day": wish["adria_kt_per_day"]})
    assert all(b <= a for a, b in zip(ends(answer), ends(worse), strict=True))
    assert worse.everything.days.middle <= answer.everything.days.middle + 1e-6


@given(wishes(), st.integers(1, 60))
def test_what_is_not_missing_never_runs_out(wish: dict[str, object], days: int) -> None:
    answer = clock([0.0] * days, **wish)
    assert (answer.refiner.early, answer.everything.early) == (None, None)
    assert answer.everything.days == sure(days)


@given(wishes(), RATES)
def test_stock_never_goes_below_zero_and_bands_are_in_order(
    wish: dict[str, object], missing: list[float]
) -> None:
    answer = clock(missing, **wish)
    for day in answer.days:
        for band in (day.refiner_kt, day.state_kt, day.stock_kt, day.uncovered_kt, day.arrived_kt):
            assert -1e-6 <= band.low <= band.middle <= band.high
    assert answer.refiner.days.middle <= answer.everything.days.middle + 1e-6


@given(KT, KT, loan_lists(), RATES)
def test_what_is_drawn_and_what_is_left_make_what_was_there(
    own: float, held: float, loans: tuple[StockRelease, ...], missing: list[float]
) -> None:
    loans = tuple(loan for loan in loans if loan.released_on >= FIRST)
    answer = clock(missing, refiner_kt=sure(own), state_kt=sure(held), loans=loans)
    covered = sum(missing) - sum(day.uncovered_kt.middle for day in answer.days)
    assert answer.days[-1].stock_kt.middle + covered == pytest.approx(own + held, abs=1e-6)


@given(wishes(), RATES, st.randoms(use_true_random=False))
def test_the_order_of_loans_cargoes_and_rows_changes_nothing(
    wish: dict[str, object], missing: list[float], shuffler: random.Random
) -> None:
    def mixed(rows: object) -> tuple[object, ...]:
        assert isinstance(rows, tuple)
        return tuple(shuffler.sample(rows, len(rows)))

    answer = clock(missing, **wish)
    again = clock(missing, **{**wish, "loans": mixed(wish["loans"]), "cargoes": mixed(wish["cargoes"])})
    assert again == answer
    turned = replace(
        SUPPLY,
        stocks=mixed(SUPPLY.stocks),
        stock_releases=mixed(SUPPLY.stock_releases),  # type: ignore[arg-type]
    )
    days = [sure(day) for day in missing]
    assert cover("SK", FIRST, days, supply=turned, today=TODAY) == cover(
        "SK", FIRST, days, supply=SUPPLY, today=TODAY
    )
