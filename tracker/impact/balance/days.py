"""The balance day by day and over a span, and what flows through each leg."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from tracker.impact.balance.draw import Values, added, spread
from tracker.impact.balance.limits import limited_by
from tracker.impact.balance.rates import TONNES
from tracker.impact.balance.results import (
    COUNTRIES,
    ROUTES,
    Ahead,
    Balance,
    BalanceDay,
    BalanceTotal,
    NodeOutage,
)
from tracker.impact.balance.run import Outcome, Run
from tracker.impact.balance.state import Day, Evidence, days_of
from tracker.impact.volumes import barrels
from tracker.knowledge.supply.types import Supply
from tracker.model import Article, Strike, SupplyReport

SAMPLES = 200


def balance(
    first: date,
    last: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    outages: Sequence[NodeOutage] = (),
    ahead: Sequence[Ahead] = (),
    samples: int = SAMPLES,
    seed: int = 0,
) -> Balance:
    """The balance of Hungary and Slovakia for each day, both ends included, and over all of them.

    `outages` are added to what is known, `ahead` to the days after `today`; `samples` 0 gives the middle case
    alone, its ranges without width. Totals add the samples up before they are ranked. The same seed gives the
    same figures; the order of the inputs is free. Raises ValueError when `last` lies before `first`.
    """
    known = Evidence(supply, supply_reports, articles, strikes, today, outages, ahead)
    run = Run(supply, [days_of(known, first, last)], samples, seed, ahead)
    return Balance(days=_each(supply, run), totals=_totals(supply, run))


def balance_days(
    first: date,
    last: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    outages: Sequence[NodeOutage] = (),
    ahead: Sequence[Ahead] = (),
    samples: int = SAMPLES,
    seed: int = 0,
) -> tuple[BalanceDay, ...]:
    """The days of `balance`, ordered by day, then country."""
    known = Evidence(supply, supply_reports, articles, strikes, today, outages, ahead)
    return _each(supply, Run(supply, [days_of(known, first, last)], samples, seed, ahead))


def balance_totals(
    first: date,
    last: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    outages: Sequence[NodeOutage] = (),
    ahead: Sequence[Ahead] = (),
    samples: int = SAMPLES,
    seed: int = 0,
) -> tuple[BalanceTotal, ...]:
    """The totals of `balance`, ordered by country."""
    known = Evidence(supply, supply_reports, articles, strikes, today, outages, ahead)
    return _totals(supply, Run(supply, [days_of(known, first, last)], samples, seed, ahead))


def leg_flows(
    day: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    outages: Sequence[NodeOutage] = (),
) -> dict[str, float]:
    """kt through each leg on its way to Hungary and Slovakia on a day, middle case, by leg id."""
    known = Evidence(supply, supply_reports, articles, strikes, today, outages)
    run = Run(supply, [days_of(known, day, day)], 0, 0)
    flow = run.outcomes[0][0][1].flow[:, 0]
    through: dict[str, float] = {}
    for part, tonnes in zip(run.parts, flow, strict=True):
        if part.rule is None:
            through |= {leg.id: float(tonnes) / TONNES for leg in part.legs}
    return through


def _each(supply: Supply, run: Run) -> tuple[BalanceDay, ...]:
    kept: dict[tuple[int, str], BalanceDay] = {}
    return tuple(
        _balance(supply, run, day, outcome, country, kept)
        for day, outcome in run.outcomes[0]
        for country in COUNTRIES
    )


def _balance(
    supply: Supply,
    run: Run,
    day: Day,
    outcome: Outcome,
    country: str,
    kept: dict[tuple[int, str], BalanceDay],
) -> BalanceDay:
    figures = kept.get((id(outcome), country))
    if figures is None:
        figures = kept[id(outcome), country] = _figures(supply, run, day, country, outcome)
    return replace(figures, day=day.day, basis=day.basis[country], grounds=day.grounds[country])


def _figures(supply: Supply, run: Run, day: Day, country: str, outcome: Outcome) -> BalanceDay:
    need = outcome.needed(country)
    parts = {route: outcome.delivered(run.parts, country, route) for route in ROUTES}
    lacking = _lacking(need, parts.values())
    missing = spread(lacking)
    binds = limited_by(run.parts, run.rates, day.state, outcome, country) if missing.middle > 0 else ()
    return BalanceDay(
        country=country,
        day=day.day,
        need_kt=spread(need),
        delivered={route: spread(values) for route, values in parts.items()},
        missing_kt=missing,
        missing_kb=barrels(supply, missing),
        limited_by=binds,
        basis=day.basis[country],
        grounds=(),
    )


def _totals(supply: Supply, run: Run) -> tuple[BalanceTotal, ...]:
    return tuple(_total(supply, run, country) for country in COUNTRIES)


def _total(supply: Supply, run: Run, country: str) -> BalanceTotal:
    days = [day.day for day, _ in run.outcomes[0]]
    outcomes = [outcome for _, outcome in run.outcomes[0]]
    need = added(outcome.needed(country) for outcome in outcomes)
    parts = {
        route: added(outcome.delivered(run.parts, country, route) for outcome in outcomes) for route in ROUTES
    }
    missing = spread(_lacking(need, parts.values()))
    return BalanceTotal(
        country=country,
        first=days[0],
        last=days[-1],
        need_kt=spread(need),
        delivered={route: spread(values) for route, values in parts.items()},
        missing_kt=missing,
        missing_kb=barrels(supply, missing),
    )


def _lacking(need: Values, delivered: Iterable[Values]) -> Values:
    """What the routes together leave of the need; the rounding to tonnes is taken off."""
    return np.maximum(np.round(need - added(delivered), 3), 0)
