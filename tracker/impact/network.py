"""Who is served by which leg, and whose loss stops whom: the legs of data/supply as a directed graph.

A node is a facility id, an edge a leg in the direction of flow. Whether a station can be by-passed at a lower
rate is not known for any of them, so the loss of a station on every way to a buyer counts as a stop.
"""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from tracker.knowledge.supply.types import Leg, Supply
from tracker.model import Route

Graph: TypeAlias = "nx.DiGraph[str]"


def buyers(supply: Supply, route: Route) -> tuple[str, ...]:
    """Countries served by a route, sorted."""
    return tuple(sorted({buyer for leg in supply.legs if leg.route is route for buyer in leg.buyers}))


def way(supply: Supply, route: Route, buyer: str) -> Graph:
    """The legs that serve one buyer by one route, as a graph of facility ids."""
    graph: Graph = nx.DiGraph()
    for leg in supply.legs:
        if leg.route is route and buyer in leg.buyers:
            graph.add_edge(leg.start, leg.end, leg=leg)
    return graph


def stops(supply: Supply, route: Route, facility_id: str, buyer: str) -> bool:
    """Whether the loss of one facility leaves the buyer's last facility without a way from the first."""
    graph = way(supply, route, buyer)
    if facility_id not in graph:
        return False
    sources = [node for node in graph if graph.in_degree(node) == 0]
    ends = [node for node in graph if graph.out_degree(node) == 0]
    graph.remove_node(facility_id)
    return not any(
        nx.has_path(graph, source, end)
        for source in sources
        for end in ends
        if source in graph and end in graph
    )


def below(supply: Supply, route: Route, facility_id: str) -> frozenset[str]:
    """The facilities that a route reaches through this one, itself included."""
    graph: Graph = nx.DiGraph((leg.start, leg.end) for leg in supply.legs if leg.route is route)
    if facility_id not in graph:
        return frozenset()
    return frozenset(nx.descendants(graph, facility_id)) | {facility_id}


def legs_of(supply: Supply) -> dict[str, tuple[Leg, ...]]:
    """The legs drawn by each pipeline segment, by segment id in the order of the file."""
    found: dict[str, tuple[Leg, ...]] = {}
    for leg in supply.legs:
        for segment in leg.segments:
            found[segment] = (*found.get(segment, ()), leg)
    return found
