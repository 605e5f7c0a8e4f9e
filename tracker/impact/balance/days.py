"""The balance day by day and over a span, and what flows through each leg."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from tracker.impact.balance.draw import Values, added, spread
from tracker.impact.balance.limits import limited_by
from tracker.impact.balance.rates import TONNES
from tracker.impact.balance.results import COUNTRIES, ROUTES, BalanceDay, BalanceTotal, NodeOutage
from tracker.impact.balance.run import Outcome, Run
from tracker.impact.balance.state import Day, Evidence, days_of
from tracker.impact.volumes import barrels
from tracker.knowledge.supply.types import Supply
from tracker.model import Article, Strike, SupplyReport

SAMPLES = 200


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
    samples: int = SAMPLES,
    seed: int = 0,
) -> tuple[BalanceDay, ...]:
    """The balance of Hungary and Slovakia for each day, both ends included; ordered by day, then country.

    `outages` are added to what is known; `samples` 0 gives the middle case alone, its ranges without width.
    The same seed gives the same figures; the order of the inputs is free. Raises ValueError when `last` lies
    before `first`.
    """
    known = Evidence(supply, supply_reports, articles, strikes, today, outages)
    days = days_of(known, first, last)
    run = Run(supply, days, samples, seed)
    kept: dict[tuple[int, str], BalanceDay] = {}
    return tuple(_balance(supply, run, day, country, kept) for day in days for country in COUNTRIES)


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
    samples: int = SAMPLES,
    seed: int = 0,
) -> tuple[BalanceTotal, ...]:
    """The balance of each country over all days together; the samples are added up before they are ranked."""
    known = Evidence(supply, supply_reports, articles, strikes, today, outages)
    days = days_of(known, first, last)
    run = Run(supply, days, samples, seed)
    return tuple(_total(supply, run, days, country) for country in COUNTRIES)


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
    days = days_of(known, day, day)
    run = Run(supply, days, 0, 0)
    flow = run.outcome(days[0]).flow[:, 0]
    through: dict[str, float] = {}
    for part, tonnes in zip(run.parts, flow, strict=True):
        if part.rule is None:
            through |= {leg.id: float(tonnes) / TONNES for leg in part.legs}
    return through


def _balance(
    supply: Supply, run: Run, day: Day, country: str, kept: dict[tuple[int, str], BalanceDay]
) -> BalanceDay:
    outcome = run.outcome(day)
    figures = kept.get((id(outcome), country))
    if figures is None:
        figures = kept[id(outcome), country] = _figures(supply, run, day, country, outcome)
    return BalanceDay(
        country=country,
        day=day.day,
        need_kt=figures.need_kt,
        delivered=figures.delivered,
        missing_kt=figures.missing_kt,
        missing_kb=figures.missing_kb,
        limited_by=figures.limited_by,
        basis=day.basis[country],
        grounds=day.grounds[country],
    )


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


def _total(supply: Supply, run: Run, days: Sequence[Day], country: str) -> BalanceTotal:
    outcomes = [run.outcome(day) for day in days]
    need = added(outcome.needed(country) for outcome in outcomes)
    parts = {
        route: added(outcome.delivered(run.parts, country, route) for outcome in outcomes) for route in ROUTES
    }
    missing = spread(_lacking(need, parts.values()))
    return BalanceTotal(
        country=country,
        first=days[0].day,
        last=days[-1].day,
        need_kt=spread(need),
        delivered={route: spread(values) for route, values in parts.items()},
        missing_kt=missing,
        missing_kb=barrels(supply, missing),
    )


def _lacking(need: Values, delivered: Iterable[Values]) -> Values:
    """What the routes together leave of the need; the rounding to tonnes is taken off."""
    return np.maximum(np.round(need - added(delivered), 3), 0)
