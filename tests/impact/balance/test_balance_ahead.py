"""The days ahead of an open halt, the ramp after a restart and the lead time of Adria, sample by sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from balance_world import assuming, exactly, given, on
from hypothesis import given as gives
from hypothesis import settings
from hypothesis import strategies as st
from impact_world import SUPPLY, TODAY

import tracker.impact.balance.run as run_module
from tracker.impact import answer
from tracker.impact.ahead import expected
from tracker.impact.balance import Ahead, balance
from tracker.impact.balance.rates import DayRates
from tracker.impact.balance.run import Run
from tracker.impact.balance.state import Evidence, days_of
from tracker.impact.lengths import lengths_of
from tracker.impact.restart import restart_forecast
from tracker.impact.volumes import ramp_lost
from tracker.knowledge.supply import Supply
from tracker.model import FlowBasis, Ground, Route

AUGUST = date(2025, 8, 22)
DAY = timedelta(days=1)
LONG = 400
CERTAIN = assuming(**{name: exactly(a.value.middle) for name, a in SUPPLY.assumptions.items()})
"""No quantity is uncertain but the day of the restart."""


def ran(first: date, last: date, samples: int = 200, **changes: Any) -> Run:
    values = given(**changes)
    ahead: Sequence[Ahead] = values.pop("ahead", ())
    known = Evidence(**values, ahead=ahead)
    return Run(known.supply, [days_of(known, first, last)], samples, 0, ahead)


def open_in_august(supply: Supply = SUPPLY) -> dict[str, Ahead]:
    return {halt.country: halt for halt in expected(**given(supply=supply, today=AUGUST))}


def test_every_sample_is_a_halt_until_one_day() -> None:
    run = ran(AUGUST, AUGUST + 60 * DAY, today=AUGUST, ahead=tuple(open_in_august().values()))
    for country in ("HU", "SK"):
        lost = np.array([DayRates(run.rates, day.state).druzhba_lost(country) for day, _ in run.outcomes[0]])
        assert set(np.unique(lost)) == {0.0, 1.0}
        assert (np.diff(lost, axis=0) <= 0).all()
        assert len(np.unique(lost.sum(axis=0))) > 5


def test_the_middle_lies_within_the_percentiles_of_the_samples() -> None:
    run = ran(AUGUST, AUGUST + 60 * DAY, today=AUGUST, ahead=tuple(open_in_august().values()))
    for country in ("HU", "SK"):
        days = sum(DayRates(run.rates, day.state).druzhba_lost(country) for day, _ in run.outcomes[0])
        low, high = np.quantile(days[1:], (0.1, 0.9))
        assert low <= days[0] <= high


@pytest.mark.parametrize("country", ["HU", "SK"])
def test_the_total_follows_the_day_of_restart_of_the_forecast(country: str) -> None:
    last = AUGUST + LONG * DAY
    told = restart_forecast(country, **given(supply=CERTAIN, today=AUGUST))
    assert told is not None
    case = answer(country, AUGUST, last, **given(supply=CERTAIN, today=AUGUST))
    a_day = case.days[0].missing_kt.middle
    until = [(day - AUGUST).days for day in (told.restart_from, told.restart_middle, told.restart_to)]
    total = case.total.missing_kt
    assert total.middle == pytest.approx(until[1] * a_day, rel=1e-3)
    assert total.low == pytest.approx(until[0] * a_day, abs=1.01 * a_day)
    assert total.high == pytest.approx(until[2] * a_day, abs=1.01 * a_day)
    assert case.short_days == until[1]


def test_a_halt_that_surely_lasts_is_as_large_tomorrow_as_today() -> None:
    for country in ("HU", "SK"):
        today, tomorrow = answer(country, AUGUST, AUGUST + DAY, **given(today=AUGUST)).days
        assert tomorrow.missing_kt == today.missing_kt
        assert tomorrow.basis is FlowBasis.MODELLED
        assert any("Forecast of 22 Aug 2025" in ground.sentence for ground in tomorrow.grounds)


def test_a_halt_in_part_is_expected_in_part() -> None:
    found = {halt.country: halt.share for halt in expected(**given(today=date(2024, 7, 25)))}
    assert found["HU"].middle == pytest.approx(0.06)
    assert found["HU"].high == pytest.approx(0.5)


def test_one_quantile_gives_the_restart_of_both_countries() -> None:
    run = ran(AUGUST, AUGUST + 60 * DAY, today=AUGUST, ahead=tuple(open_in_august().values()))
    days = [
        sum(DayRates(run.rates, day.state).druzhba_lost(c) for day, _ in run.outcomes[0])
        for c in ("HU", "SK")
    ]
    assert np.corrcoef(days[0][1:], days[1][1:])[0, 1] > 0.95


@settings(max_examples=25, deadline=None)
@gives(st.lists(st.integers(0, 90), min_size=1, max_size=8), st.integers(0, 60))
def test_a_restart_is_never_before_the_days_it_has_lasted(known: list[int], at_least: int) -> None:
    lengths = lengths_of(known, [], 1)
    assert lengths is not None
    halt = Ahead(
        country="HU",
        start=AUGUST,
        lengths=lengths,
        at_least=at_least,
        share=exactly(1),
        ground=Ground(sentence="lasts"),
    )
    drawn = [halt.length(q) for q in (0.01, 0.5, 0.99)]
    assert drawn == sorted(drawn)
    assert drawn[0] >= at_least


def test_the_days_are_solved_once_for_days_and_totals(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    solve = run_module.solve

    def counted(*args: Any) -> Any:
        calls.append(1)
        return solve(*args)

    monkeypatch.setattr(run_module, "solve", counted)
    answer("HU", AUGUST, AUGUST + 9 * DAY, **given(today=AUGUST))
    assert len(calls) == 1


def test_days_and_totals_of_one_balance_are_those_of_each_alone() -> None:
    span = (AUGUST, AUGUST + 9 * DAY)
    both = balance(*span, samples=20, **given())
    assert sum(d.missing_kt.middle for d in both.days) == pytest.approx(
        sum(t.missing_kt.middle for t in both.totals), abs=0.02
    )


def unknown() -> Supply:
    return replace(SUPPLY, halts=(), statements=(), deliveries=())


def test_on_unknown_days_adria_brings_more_only_where_druzhba_is_short() -> None:
    day = date(2026, 9, 20)
    run = ran(day, day, supply=unknown())
    ((one, found),) = run.outcomes[0]
    rates = DayRates(run.rates, one.state)
    for country in ("HU", "SK"):
        lost = rates.druzhba_lost(country)
        bar = run.rates.assume("untold_short_share")
        adria = found.delivered(run.parts, country, Route.ADRIA)
        flows = lost <= bar
        assert 0.5 < flows[1:].mean() < 0.95
        usual = rates.rule("base", country, more=False)
        assert (adria[flows] <= usual[flows] + 0.002).all()
        assert (adria[~flows] > usual[~flows]).mean() > 0.9


def test_knowing_less_of_the_days_before_a_halt_does_not_narrow_its_range() -> None:
    halt = replace(
        SUPPLY.halt("druzhba-2025-08-21"),
        start=date(2026, 9, 20), last_day=None, resumed_on=None, outcome="open", known_on=date(2026, 9, 20),
    )  # fmt: skip
    dark = replace(unknown(), halts=(halt,))
    known = replace(SUPPLY, halts=(halt,), statements=())
    lit = replace(
        known,
        deliveries=tuple(
            replace(d, period_end=TODAY) if d.id == "hu-sk-2026-05" else d for d in known.deliveries
        ),
    )
    day = date(2026, 9, 21)
    for country in ("HU", "SK"):
        less, more = (on(day, samples=200, supply=s)[country].missing_kt for s in (dark, lit))
        assert less.low <= more.low
        assert less.high == pytest.approx(more.high, abs=0.3)
        assert less.middle == more.middle


@pytest.mark.parametrize("number", [0, 1, 3, 6])
def test_the_balance_takes_the_ramp_of_the_flow_days(number: int) -> None:
    day = date(2025, 8, 28) + number * DAY
    run = ran(day, day)
    ((found, _),) = run.outcomes[0]
    share = ramp_lost(SUPPLY, number)
    for country in ("HU", "SK"):
        lost = DayRates(run.rates, found.state).druzhba_lost(country)
        assert lost[0] == pytest.approx(share.middle)
        assert share.low - 1e-9 <= lost[1:].min()
        assert lost[1:].max() <= share.high + 1e-9


def test_each_sample_has_one_ramp_that_may_outlast_the_middle_one() -> None:
    first = date(2025, 8, 28)
    run = ran(first, first + 20 * DAY)
    lost = np.array([DayRates(run.rates, day.state).druzhba_lost("HU") for day, _ in run.outcomes[0]])
    assert (np.diff(lost, axis=0) <= 0).all()
    assert lost[7, 0] == 0
    assert (lost[7, 1:] > 0).any()
    assert (lost[14:] == 0).all()
