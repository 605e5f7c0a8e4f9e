"""Dated facts that decide a day's balance: contracts, share of other crude, refinery units, rules that end.

They take the facts as they are known on the day looked from (`horizon.as_known`).
"""

from __future__ import annotations

from datetime import date

from tracker.impact.balance.results import REFINERY
from tracker.impact.words import day_text, span_text
from tracker.knowledge.supply.types import Policy, RefineryFigure, Supply, UnitOutage
from tracker.model import Ground, Range, Route

SHARE_METRICS = ("non_russian_share", "adria_share")
INTAKE = {"HU": "intake_danube_kt_per_day", "SK": "intake_slovnaft_kt_per_day"}


def contract_on(supply: Supply, day: date) -> float | None:
    """Mt a year that Adria is contracted to carry on a day; None where no contract is known."""
    rows = [
        row
        for row in supply.alternatives
        if row.metric == "contract" and row.route is Route.ADRIA and row.middle_mt_per_year is not None
        if row.period_start <= day and (row.period_end is None or day <= row.period_end)
    ]
    newest = max(rows, key=lambda row: (row.period_start, row.id), default=None)
    return newest.middle_mt_per_year if newest else None


def non_russian(supply: Supply, country: str, day: date) -> Range:
    """Share of intake that may be other than Russian crude: the newest figure, a refinery's own first."""
    rows = [
        row
        for row in supply.refineries
        if row.metric in SHARE_METRICS and REFINERY[country] in row.facility_ids
        if row.low_percent is not None and row.high_percent is not None
        if row.as_of is not None and row.as_of <= day
    ]
    newest = max(rows, key=_age, default=None)
    if newest is None or newest.low_percent is None or newest.high_percent is None:
        return supply.assume("non_russian_share")
    low, high = newest.low_percent / 100, newest.high_percent / 100
    return Range(low, (low + high) / 2, high)


def _age(row: RefineryFigure) -> tuple[date, int, str]:
    return (row.as_of or date.min, -len(row.facility_ids), row.id)


def units_out(supply: Supply, country: str, day: date) -> tuple[UnitOutage, ...]:
    """Units of a country's refinery out of service on a day."""
    return tuple(
        row
        for row in sorted(supply.unit_outages, key=lambda row: row.id)
        if row.facility_id == REFINERY[country] and row.start <= day
        if row.end is None or day <= row.end
    )


def unit_share(supply: Supply, country: str, day: date) -> Range:
    """Share of intake lost to units out of service, together not above 1."""
    shares = [row.percent for row in units_out(supply, country, day) if row.percent]
    low, middle, high = (
        min(1.0, sum(getattr(share, part) for share in shares) / 100) for part in ("low", "middle", "high")
    )
    return Range(low, middle, high)


def policies(supply: Supply, day: date) -> tuple[Policy, ...]:
    """Rules and contracts whose end would take a route from buyers on a day."""
    return tuple(
        row
        for row in sorted(supply.policy, key=lambda row: row.id)
        if row.route is not None and row.stops_from is not None and row.stops_from <= day
    )


def unit_ground(row: UnitOutage) -> Ground:
    """A unit out of service as a ground."""
    share = f", {row.percent.middle:g} % of intake" if row.percent else ""
    return Ground(
        sentence=f"Unit {row.unit} of the refinery out of service {span_text(row.start, row.end)}{share}",
        said_by=row.publisher,
        known_on=row.known_on,
        source_url=row.source_url,
    )


def policy_ground(row: Policy) -> Ground:
    """A rule that may stop a route as a ground."""
    since = day_text(row.stops_from) if row.stops_from else "a day not known"
    return Ground(
        sentence=f"{row.what}: may stop this route from {since}",
        said_by=row.publisher,
        known_on=row.known_on,
        source_url=row.source_url,
    )


def intake_ground(supply: Supply, country: str) -> Ground:
    """The assumption on a refinery's intake as a ground."""
    row = supply.assumptions[INTAKE[country]]
    value = row.value
    return Ground(
        sentence=f"Assumption {row.name}: {value.middle:g} ({value.low:g} to {value.high:g}) {row.unit}",
        said_by=row.publisher,
        known_on=row.known_on,
        source_url=row.source_url,
    )


def seasons(supply: Supply) -> tuple[Range, ...]:
    """Factor on the intake of each quarter."""
    return tuple(supply.assume(f"season_q{quarter}") for quarter in (1, 2, 3, 4))
