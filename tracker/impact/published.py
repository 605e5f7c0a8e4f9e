"""Which published figures say that a route flowed in a period."""

from __future__ import annotations

from datetime import date

from tracker.impact.words import span_text
from tracker.knowledge.supply.types import Delivery, Supply
from tracker.model import Ground, Route

SPEAKING = ("delivery", "month", "transit")
"""Kinds of figure that say that oil arrived; context and second counts of a period do not."""


def tells(delivery: Delivery, country: str, route: Route) -> bool:
    """Whether a figure says that this country received anything by this route."""
    if delivery.metric not in SPEAKING or delivery.route is not route or country not in delivery.countries:
        return False
    value = delivery.kt or delivery.kb_per_day
    return value is not None and value.middle > 0


def holding(supply: Supply, country: str, route: Route, day: date) -> list[Delivery]:
    """Figures whose period holds the day, the country's own and the shortest first."""
    rows = [d for d in supply.deliveries if tells(d, country, route) and d.covers(day)]
    return sorted(rows, key=lambda d: (len(d.countries), d.days, d.id))


def contracts(supply: Supply, country: str, route: Route, day: date) -> list[Ground]:
    """Contracts of another route that hold on the day, with the volume agreed."""
    return [
        Ground(
            sentence=f"Contract for {claim.middle_mt_per_year:g} Mt "
            + span_text(claim.period_start, claim.period_end),
            said_by=claim.said_by,
            known_on=claim.known_on,
            source_url=claim.source_url,
        )
        for claim in supply.alternatives
        if claim.metric == "contract" and claim.route is route and country in claim.countries
        if claim.middle_mt_per_year is not None
        if claim.period_start <= day and (claim.period_end is None or day <= claim.period_end)
    ]
