"""What Hungary and Slovakia lose when one node is out, for every node on the way, the costliest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from tracker.impact.balance.draw import Values, spread
from tracker.impact.balance.pipes import carrying
from tracker.impact.balance.results import COUNTRIES, REFINERY, ROUTES, NodeLoss, NodeOutage
from tracker.impact.balance.run import Outcome, Run
from tracker.impact.balance.state import Evidence, whole_days
from tracker.knowledge.supply.types import Supply
from tracker.model import Article, FlowBasis, Ground, Range, Route, Strike, SupplyReport

SPANS = (1, 7, 30, 90)
SAMPLES = 200


def criticality(
    day: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    outages: Sequence[NodeOutage] = (),
    spans: Sequence[int] = SPANS,
    samples: int = SAMPLES,
    seed: int = 0,
) -> tuple[NodeLoss, ...]:
    """Every node that carries crude to either country, the costliest first.

    Loss = missing with the node out from `day` on for so many days, minus missing without, sample by sample.
    Everything else works, but for the `outages` passed in and the units of the refineries: what is reported
    out on that day does not hide what a node is worth.
    """
    known = Evidence(supply, supply_reports, articles, strikes, today, outages)
    nodes = sorted({node for leg in carrying(supply) for node in (leg.start, leg.end)})
    last = day + timedelta(days=max(spans) - 1)
    calm = whole_days(known, day, last)
    struck = {node: whole_days(_without(known, node, day, last), day, last) for node in nodes}
    run = Run(supply, [calm, *struck.values()], samples, seed)
    base, *others = (_missing(run, [outcome for _, outcome in days], spans) for days in run.outcomes)
    lost = {node: _difference(other, base) for node, other in zip(struck, others, strict=True)}
    weight = {node: _weight(lost[node], max(spans)) for node in nodes}
    ranked = sorted(nodes, key=lambda node: (-weight[node], node))
    return tuple(
        NodeLoss(
            facility_id=node,
            routes=_routes(supply, node),
            lost_kt=lost[node],
            rank=1 + sum(other > weight[node] for other in weight.values()),
            hits=_hits(strikes, node, today),
            upstream=node not in REFINERY.values(),
        )
        for node in ranked
    )


def _without(known: Evidence, node: str, first: date, last: date) -> Evidence:
    ground = Ground(sentence=f"{node} is taken to be out of service")
    outage = NodeOutage(node, first, last, Range(1, 1, 1), FlowBasis.NONE, ground)
    return replace(known, outages=(*known.outages, outage))


def _missing(run: Run, outcomes: Sequence[Outcome], spans: Sequence[int]) -> dict[int, dict[str, Values]]:
    found: dict[int, dict[str, Values]] = {span: {} for span in spans}
    for country in COUNTRIES:
        so_far: Values | None = None
        for n, outcome in enumerate(outcomes, start=1):
            lacks = outcome.needed(country)
            for route in ROUTES:
                lacks = lacks - outcome.delivered(run.parts, country, route)
            so_far = lacks if so_far is None else so_far + lacks
            if n in found:
                found[n][country] = so_far
    return found


def _difference(
    struck: Mapping[int, Mapping[str, Values]], calm: Mapping[int, Mapping[str, Values]]
) -> dict[int, dict[str, Range]]:
    return {
        span: {c: spread(np.round(values - calm[span][c], 3) + 0.0) for c, values in by_country.items()}
        for span, by_country in struck.items()
    }


def _weight(lost: Mapping[int, Mapping[str, Range]], span: int) -> float:
    return round(sum(value.middle for value in lost[span].values()), 3)


def _routes(supply: Supply, node: str) -> tuple[Route, ...]:
    return tuple(sorted({leg.route for leg in carrying(supply) if node in (leg.start, leg.end)}))


def _hits(strikes: Sequence[Strike], node: str, today: date) -> tuple[str, ...]:
    """Strikes on a node up to a day, oldest first, those of unknown day last."""
    found = [
        strike
        for strike in strikes
        if strike.facility_id == node and (strike.when.start is None or strike.when.start <= today)
    ]
    return tuple(s.id for s in sorted(found, key=lambda s: (s.when.start or date.max, s.id)))
