"""What is out on a day: the words of the flow days, outages passed in, rules that end, refinery units.

A `DayState` holds all that decides a day's balance except for how long Druzhba has been short, so that days
alike are solved once. Facts that became public after the day looked from are not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.impact import volumes
from tracker.impact.balance import facts
from tracker.impact.balance.results import COUNTRIES, ROUTES, Ahead, NodeOutage
from tracker.impact.case import Case, case_of
from tracker.impact.horizon import as_known
from tracker.impact.network import way
from tracker.impact.published import contracts
from tracker.knowledge.supply.types import Supply
from tracker.model import (
    Article,
    FlowBasis,
    FlowDay,
    FlowStatus,
    Ground,
    Range,
    Route,
    Strike,
    SupplyReport,
)

NONE, ALL = Range(0, 0, 0), Range(1, 1, 1)
Words = Mapping[tuple[str, Route], FlowDay]


@dataclass(frozen=True, slots=True)
class DayState:
    """Shares lost by country and route, by node, by refinery unit; season, contract, non-Russian share.

    `ramp`: by country, days since a restart of Druzhba at lower volume; `ahead`: by country, days since the
    start of its open halt, on days after the one looked from.
    """

    lost: tuple[tuple[str, Route, Range], ...]
    ramp: tuple[tuple[str, int], ...]
    ahead: tuple[tuple[str, int], ...]
    nodes: tuple[tuple[str, Range], ...]
    units: tuple[tuple[str, Range], ...]
    quarter: int
    contract_mt: float | None
    non_russian: tuple[tuple[str, Range], ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its state, its grounds and basis by country.

    `asked`: False for the days before the first one asked for, over which lead times are counted.
    """

    day: date
    state: DayState
    asked: bool
    basis: Mapping[str, FlowBasis]
    grounds: Mapping[str, tuple[Ground, ...]]


@dataclass(frozen=True)
class Evidence:
    """What the functions of the room are given, with the outages and open halts added to it."""

    supply: Supply
    supply_reports: Sequence[SupplyReport]
    articles: Mapping[str, Article]
    strikes: Sequence[Strike]
    today: date
    outages: Sequence[NodeOutage] = ()
    ahead: Sequence[Ahead] = ()

    def public(self) -> Evidence:
        """The same with the facts that were public on the day looked from."""
        return replace(self, supply=as_known(self.supply, self.today))


def days_of(given: Evidence, first: date, last: date) -> tuple[Day, ...]:
    """Each day with what is reported, modelled and asked for, and before them as many as a lead time reaches.

    Raises ValueError when `last` lies before `first`.
    """
    if last < first:
        raise ValueError(f"the span ends before it starts: {first} to {last}")
    known = given.public()
    start = first - timedelta(days=_longest_lead(known.supply) + 1)
    return tuple(_walk(known, _cases(known), start, first, last))


def whole_days(given: Evidence, first: date, last: date) -> tuple[Day, ...]:
    """Each day as if nothing were out but the outages passed in and the units of the refineries."""
    return tuple(_walk(given.public(), {}, first, first, last))


def _cases(known: Evidence) -> dict[tuple[str, Route], Case]:
    return {
        (country, route): case_of(
            country,
            route,
            supply=known.supply,
            supply_reports=known.supply_reports,
            articles=known.articles,
            strikes=known.strikes,
            today=known.today,
        )
        for country in COUNTRIES
        for route in ROUTES
    }


def _longest_lead(supply: Supply) -> int:
    names = ("adria_lead_days_hungary", "adria_lead_days_slovakia")
    return int(max(supply.assume(name).high for name in names))


def _walk(
    known: Evidence, cases: Mapping[tuple[str, Route], Case], start: date, first: date, last: date
) -> Iterable[Day]:
    for n in range((last - start).days + 1):
        day = start + timedelta(days=n)
        words = {key: case.day(day) for key, case in cases.items()}
        yield _day(known, day, words, _state(known, cases, words, day), asked=day >= first)


def _state(known: Evidence, cases: Mapping[tuple[str, Route], Case], words: Words, day: date) -> DayState:
    supply = known.supply
    ahead = {halt.country: (day - halt.start).days for halt in known.ahead if words and day > known.today}
    ramp = {
        country: number
        for (country, route), case in cases.items()
        if route is Route.DRUZHBA and (number := case.ramp_day(day)) is not None
    }
    told = {(country, Route.DRUZHBA) for country in (*ahead, *ramp)}
    if day > known.today:
        told |= {(c, Route.ADRIA) for c in COUNTRIES if contracts(supply, c, Route.ADRIA, day)}
    lost = {key: NONE if key in told else _lost_share(cases[key], word) for key, word in words.items()}
    for rule in facts.policies(supply, day):
        for key in [(buyer, rule.route) for buyer in rule.buyers if rule.route is not None]:
            if key in lost and not _reported_flow(words[key]):
                lost[key] = _widest([lost[key], supply.assume("policy_lost_share")])
    nodes: dict[str, list[Range]] = {}
    for outage in _active(known, words, day):
        nodes.setdefault(outage.facility_id, []).append(outage.share)
    return DayState(
        lost=tuple((c, route, share) for (c, route), share in sorted(lost.items()) if share.high > 0),
        ramp=tuple(sorted(ramp.items())),
        ahead=tuple(sorted(ahead.items())),
        nodes=tuple((node, _widest(shares)) for node, shares in sorted(nodes.items())),
        units=tuple((c, facts.unit_share(supply, c, day)) for c in COUNTRIES),
        quarter=(day.month - 1) // 3,
        contract_mt=facts.contract_on(supply, day),
        non_russian=tuple((c, facts.non_russian(supply, c, day)) for c in COUNTRIES),
    )


def _active(known: Evidence, words: Words, day: date) -> list[NodeOutage]:
    """Outages of a day; a modelled one gives way where flow through the facility is reported."""
    return [
        outage
        for outage in known.outages
        if outage.covers(day)
        if outage.basis is not FlowBasis.MODELLED
        or not any(
            _reported_flow(word) and outage.facility_id in way(known.supply, route, country)
            for (country, route), word in words.items()
        )
    ]


def _reported_flow(word: FlowDay) -> bool:
    return word.basis is FlowBasis.REPORTED and word.status is FlowStatus.FLOWING


def _lost_share(case: Case, word: FlowDay) -> Range:
    if word.status is FlowStatus.FLOWING:
        return NONE
    if word.status is FlowStatus.HALTED:
        return ALL
    if word.status is FlowStatus.UNKNOWN:
        return case.supply.assume("unknown_lost_share")
    usual = volumes.usual(case.supply, (case.country,), word.day)
    if word.missing_kt is None or usual is None or usual.kt_per_day.low <= 0:
        return case.supply.assume("reduced_lost_share")
    missing, kt = word.missing_kt, usual.kt_per_day
    return Range(*sorted(min(1.0, getattr(missing, part) / getattr(kt, part)) for part in _PARTS))


_PARTS = ("low", "middle", "high")


def _widest(shares: Sequence[Range]) -> Range:
    """Of losses of one thing the greatest, end by end."""
    return Range(*(max((getattr(share, part) for share in shares), default=0.0) for part in _PARTS))


def _day(known: Evidence, day: date, words: Words, state: DayState, *, asked: bool) -> Day:
    rules = facts.policies(known.supply, day)
    ahead = dict(state.ahead)
    out = sorted((o for o in known.outages if o.covers(day)), key=_order)
    basis, grounds = {}, {}
    for country in COUNTRIES:
        said = [
            ground
            for route in ROUTES
            if (country, route) in words
            for ground in words[country, route].grounds
        ]
        said += [outage.ground for outage in out]
        said += [halt.ground for halt in known.ahead if halt.country == country and country in ahead]
        said += [facts.policy_ground(rule) for rule in rules if words and country in rule.buyers]
        said += [facts.unit_ground(row) for row in facts.units_out(known.supply, country, day)]
        grounds[country] = (*dict.fromkeys(said), facts.intake_ground(known.supply, country))
        word = words.get((country, Route.DRUZHBA))
        modelled = bool(state.nodes) or country in ahead
        basis[country] = FlowBasis.MODELLED if modelled or word is None else word.basis
    return Day(day, state, asked, basis, grounds)


def _order(outage: NodeOutage) -> tuple[str, date, date, str]:
    return (outage.facility_id, outage.start, outage.last, outage.ground.sentence)
