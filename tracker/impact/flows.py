"""Day by day: does crude flow to a country by a route, how do we know, what is missing; leg by leg too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from tracker.impact.case import Case, case_of
from tracker.impact.network import below, buyers, legs_of
from tracker.knowledge.supply.types import Leg, Supply
from tracker.model import Article, FlowBasis, FlowDay, FlowStatus, Route, Strike, SupplyReport

Cases: TypeAlias = Mapping[tuple[Route, str], Case]
"""What is known of each route and buyer."""


def flow_days(
    country: str,
    route: Route,
    first: date,
    last: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
) -> tuple[FlowDay, ...]:
    """One FlowDay for each day from `first` to `last`, both included; the order of the inputs is free.

    Missing volume is kt and thousand barrels a day, None where no published figure allows it. `today` is the
    day we look from: what became public later is not used.
    """
    case = case_of(
        country,
        route,
        supply=supply,
        supply_reports=supply_reports,
        articles=articles,
        strikes=strikes,
        today=today,
    )
    return tuple(case.day(first + timedelta(days=n)) for n in range((last - first).days + 1))


def leg_status(
    day: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
) -> dict[str, FlowStatus]:
    """The word for each pipeline segment that carries crude to a buyer, by segment id.

    A segment flows when it does for any of its buyers; below a facility that was lost that must be reported,
    a modelled flow is not enough. When all of them are halted, a segment that serves nobody else is halted;
    one that serves others too is halted only below the facility that was lost, and unknown above it.
    A segment that is missing here is unknown.
    """
    cases = _cases(supply, supply_reports, articles, strikes, today)
    return _words_of(legs_of(supply), cases, supply, day)


def leg_courses(
    first: date,
    last: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
) -> dict[str, tuple[tuple[date, FlowStatus], ...]]:
    """`leg_status` for every day from `first` to `last`: by segment id the days on which the word changes."""
    cases = _cases(supply, supply_reports, articles, strikes, today)
    groups = legs_of(supply)
    courses: dict[str, list[tuple[date, FlowStatus]]] = {name: [] for name in groups}
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        for name, word in _words_of(groups, cases, supply, day).items():
            if not courses[name] or courses[name][-1][1] is not word:
                courses[name].append((day, word))
    return {name: tuple(steps) for name, steps in courses.items()}


def leg_words(
    day: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
) -> tuple[dict[str, FlowStatus], frozenset[str]]:
    """The word for each leg of the network by the same rule, by leg id, and the stations that are out."""
    cases = _cases(supply, supply_reports, articles, strikes, today)
    out = frozenset(name for case in cases.values() for name in _out(case, day))
    return _words_of({leg.id: (leg,) for leg in supply.legs}, cases, supply, day), out


def _cases(
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
) -> Cases:
    return {
        (route, buyer): case_of(
            buyer,
            route,
            supply=supply,
            supply_reports=supply_reports,
            articles=articles,
            strikes=strikes,
            today=today,
        )
        for route in sorted({leg.route for leg in supply.legs})
        for buyer in buyers(supply, route)
    }


def _words_of(
    groups: Mapping[str, Sequence[Leg]], cases: Cases, supply: Supply, day: date
) -> dict[str, FlowStatus]:
    days = {key: case.day(day) for key, case in cases.items()}
    dead: dict[Route, frozenset[str]] = {route: frozenset() for route, _ in cases}
    for (route, _), case in cases.items():
        dead[route] |= {node for name in _out(case, day) for node in below(supply, route, name)}
    return {name: _segment(legs, days, dead) for name, legs in sorted(groups.items())}


def _out(case: Case, day: date) -> set[str]:
    """The facilities whose loss halts the route on the day."""
    outages = (*case.reported, *case.modelled)
    halted = [o for o in outages if o.covers(day) and o.word_on(day) is FlowStatus.HALTED]
    return {outage.facility_id for outage in halted if outage.facility_id}


def _segment(
    legs: Sequence[Leg],
    days: Mapping[tuple[Route, str], FlowDay],
    dead: Mapping[Route, frozenset[str]],
) -> FlowStatus:
    said = {_word(leg, days[leg.route, buyer], dead[leg.route]) for leg in legs for buyer in leg.buyers}
    for word in (FlowStatus.FLOWING, FlowStatus.REDUCED):
        if word in said:
            return word
    if said != {FlowStatus.HALTED}:
        return FlowStatus.UNKNOWN
    if all(leg.dedicated for leg in legs) or any(leg.start in dead[leg.route] for leg in legs):
        return FlowStatus.HALTED
    return FlowStatus.UNKNOWN


def _word(leg: Leg, day: FlowDay, dead: frozenset[str]) -> FlowStatus:
    guessed = day.basis is FlowBasis.MODELLED and day.status is FlowStatus.FLOWING
    return FlowStatus.UNKNOWN if guessed and leg.start in dead else day.status
