"""What holds of the cover clock whatever the stocks, loans and cargoes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from cover_makers import FIRST, TODAY, a_loan, after, assuming, clock, sure
from hypothesis import given
from hypothesis import strategies as st
from impact_world import SUPPLY

from tracker.impact.cover import Cargo, Cover, cover
from tracker.knowledge.supply import StockRelease
from tracker.model import Range

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
    answer = clock(missing, supply=SUPPLY, **wish)
    for holder in ("refiner_kt", "state_kt"):
        held = wish[holder]
        assert isinstance(held, Range)
        wealth = {**wish, holder: Range(held.low + more, held.middle + more, held.high + more)}
        richer = clock(missing, supply=SUPPLY, **wealth)
        assert all(a <= b for a, b in zip(ends(answer), ends(richer), strict=True))
        assert all(a <= b for a, b in zip(alone(answer), alone(richer), strict=True))


@given(wishes(), RATES, st.floats(0, 10, allow_nan=False))
def test_more_missing_never_runs_out_later(
    wish: dict[str, object], missing: list[float], more: float
) -> None:
    answer = clock(missing, supply=SUPPLY, **wish)
    worse = clock([day + more for day in missing], supply=SUPPLY, **wish)
    assert all(b <= a for a, b in zip(ends(answer), ends(worse), strict=True))


@given(wishes(), st.integers(1, 60))
def test_what_is_not_missing_never_runs_out(wish: dict[str, object], days: int) -> None:
    answer = clock([0.0] * days, **wish)
    assert (answer.refiner.early, answer.everything.early) == (None, None)
    assert answer.everything.days == sure(0)


@given(wishes(), RATES)
def test_stock_never_goes_below_zero_and_bands_are_in_order(
    wish: dict[str, object], missing: list[float]
) -> None:
    answer = clock(missing, supply=SUPPLY, **wish)
    for day in answer.days:
        for band in (day.refiner_kt, day.state_kt, day.stock_kt, day.uncovered_kt, day.arrived_kt):
            assert -1e-6 <= band.low <= band.middle <= band.high
    assert all(a <= b for a, b in zip(alone(answer), ends(answer), strict=True))


@given(KT, KT, loan_lists(), RATES)
def test_what_is_drawn_and_what_is_left_make_what_was_there(
    own: float, held: float, loans: tuple[StockRelease, ...], missing: list[float]
) -> None:
    loans = tuple(loan for loan in loans if loan.released_on >= FIRST)
    monthly = assuming(refill_days=sure(30))
    answer = clock(missing, supply=monthly, refiner_kt=sure(own), state_kt=sure(held), loans=loans)
    covered = sum(missing) - sum(day.uncovered_kt.middle for day in answer.days)
    came = sum(day.arrived_kt.middle for day in answer.days)
    assert answer.days[-1].stock_kt.middle + covered == pytest.approx(own + held + came, abs=1e-6)


@given(wishes(), RATES, st.randoms(use_true_random=False))
def test_the_order_of_loans_cargoes_and_rows_changes_nothing(
    wish: dict[str, object], missing: list[float], shuffler: random.Random
) -> None:
    def mixed(rows: object) -> tuple[object, ...]:
        assert isinstance(rows, tuple)
        return tuple(shuffler.sample(rows, len(rows)))

    answer = clock(missing, supply=SUPPLY, **wish)
    shuffled = {**wish, "loans": mixed(wish["loans"]), "cargoes": mixed(wish["cargoes"])}
    again = clock(missing, supply=SUPPLY, **shuffled)
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
