"""The crude network as a networkx graph, with what is published of each leg and node.

A node is a facility id, an edge a leg. Where two routes share a leg, it is one pipe.
"""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from tracker.impact.balance.results import COUNTRIES, REFINERY, ROUTES
from tracker.knowledge.supply.capacity_types import Capacity
from tracker.knowledge.supply.types import Leg, Supply
from tracker.model import Range

Pipes: TypeAlias = "nx.DiGraph[str]"


def network(supply: Supply) -> Pipes:
    """All legs of data/supply as a directed graph of facility ids.

    Edge attributes: `leg_ids`, `routes`, `buyers`, `kt_per_day` (Range; None where nothing is published),
    `transit_days` (low, high), `line_fill_kt`, `source_url`. Node attributes: `kt_per_day`, `by_pass` (Range,
    share of usual flow that still passes when it is lost), `transit_days`, `source_url`.
    """
    known = {row.id: row for row in supply.capacities}
    graph: Pipes = nx.DiGraph()
    for leg in supply.legs:
        _add_leg(graph, leg, known.get(leg.id))
    for node in graph:
        row = known.get(node)
        graph.nodes[node].update(
            kt_per_day=row.kt_per_day if row else None,
            transit_days=row.transit_days if row else None,
            by_pass=by_pass(supply, node),
            source_url=row.source_url if row else None,
        )
    return graph


def _add_leg(graph: Pipes, leg: Leg, row: Capacity | None) -> None:
    if graph.has_edge(leg.start, leg.end):
        shared = graph.edges[leg.start, leg.end]
        shared["leg_ids"] += (leg.id,)
        shared["routes"] = tuple(sorted({*shared["routes"], leg.route}))
        shared["buyers"] = tuple(sorted({*shared["buyers"], *leg.buyers}))
        return
    graph.add_edge(
        leg.start,
        leg.end,
        leg_ids=(leg.id,),
        routes=(leg.route,),
        buyers=tuple(sorted(leg.buyers)),
        kt_per_day=row.kt_per_day if row else None,
        transit_days=row.transit_days if row else None,
        line_fill_kt=row.line_fill_kt if row else None,
        source_url=row.source_url if row else leg.source_url,
    )


def leg_capacity(supply: Supply, leg: Leg) -> Range:
    """What a leg can carry, kt a day; the assumption where nothing is published.

    A pipe that two routes use is one: of two rows for it the lower counts, end by end.
    """
    pipe = {other.id for other in supply.legs if (other.start, other.end) == (leg.start, leg.end)}
    rows = [row.kt_per_day for row in supply.capacities if row.id in pipe and row.kt_per_day]
    if not rows:
        return supply.assume("blank_leg_kt_per_day")
    return Range(min(r.low for r in rows), min(r.middle for r in rows), min(r.high for r in rows))


def by_pass(supply: Supply, facility_id: str) -> Range:
    """What still passes a lost facility, share of usual flow.

    Refineries and the ends of a way cannot be passed, unless a row of capacities.csv says so.
    """
    row = next((row for row in supply.capacities if row.id == facility_id and row.by_pass_percent), None)
    if row is not None and row.by_pass_percent is not None:
        low, high = row.by_pass_percent
        return Range(low / 100, (low + high) / 200, high / 100)
    mine = carrying(supply)
    inside = {leg.start for leg in mine} & {leg.end for leg in mine}
    passable = facility_id in inside - set(REFINERY.values())
    return supply.assume("by_pass_share") if passable else Range(0, 0, 0)


def carrying(supply: Supply) -> tuple[Leg, ...]:
    """The legs by which Druzhba and Adria reach Hungary and Slovakia, in the order of their ids."""
    found = [leg for leg in supply.legs if leg.route in ROUTES and set(leg.buyers) & set(COUNTRIES)]
    return tuple(sorted(found, key=lambda leg: leg.id))
