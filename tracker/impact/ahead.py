"""The days ahead of an open halt: for how long the restart forecast takes crude to be missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import networkx as nx

from tracker.impact.balance import NodeOutage
from tracker.impact.network import way
from tracker.impact.restart import RestartForecast, restart_forecast
from tracker.impact.words import day_text
from tracker.knowledge.supply.types import Supply
from tracker.model import Article, FlowBasis, Ground, Range, Route, Strike, SupplyReport

DAY = timedelta(days=1)
BUYERS = ("HU", "SK")


def expected(
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
) -> tuple[NodeOutage, ...]:
    """Outages after `today` of each buyer whose Druzhba flow is halted then, as its forecast has them.

    Until the earliest restart all is lost; then up to the middle one all but in the low case; then up to the
    latest one only in the high case. The outage stands at the first station that serves this buyer alone.
    """
    found: list[NodeOutage] = []
    for buyer in BUYERS:
        forecast = restart_forecast(
            buyer,
            supply=supply,
            supply_reports=supply_reports,
            articles=articles,
            strikes=strikes,
            today=today,
        )
        if forecast is not None:
            found += _spans(own_station(supply, buyer), forecast, today)
    return tuple(found)


def own_station(supply: Supply, buyer: str) -> str:
    """The first station on the Druzhba way to a buyer that the other buyers' crude does not pass."""
    own = way(supply, Route.DRUZHBA, buyer)
    shared = {node for other in BUYERS if other != buyer for node in way(supply, Route.DRUZHBA, other)}
    return next(node for node in nx.topological_sort(own) if node not in shared)


def _spans(station: str, forecast: RestartForecast, today: date) -> Iterator[NodeOutage]:
    text = f"Forecast of {day_text(forecast.as_of)}: flow again between {day_text(forecast.restart_from)} "
    ground = Ground(sentence=f"{text}and {day_text(forecast.restart_to)} (80 %)", known_on=forecast.as_of)
    edges = (today + DAY, forecast.restart_from, forecast.restart_middle, forecast.restart_to)
    shares = (Range(1, 1, 1), Range(0, 1, 1), Range(0, 0, 1))
    for start, end, share in zip(edges, edges[1:], shares, strict=False):
        first = max(start, today + DAY)
        if first < end:
            yield NodeOutage(station, first, end - DAY, share, FlowBasis.MODELLED, ground)
