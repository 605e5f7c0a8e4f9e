"""Minimum-cost maximum flow of one small graph for many cases at once.

Successive shortest paths (Ahuja, Magnanti, Orlin, Network Flows, ch. 9.7), in whole tonnes a day so that the
result is exact: every step looks for the cheapest way that still has room in all cases together, by
Bellman-Ford over arrays. `reference` gives the same with networkx for one case; a property test holds the two
together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
FAR = np.int64(1) << 40


@dataclass(frozen=True, slots=True)
class Link:
    """An arc from one node to another with its cost a unit."""

    tail: str
    head: str
    cost: int


def flows(links: Sequence[Link], room: Whole, source: str, sink: str) -> Whole:
    """Cheapest flow among the largest from source to sink.

    `room` is the capacity of each link in each case, shape (links, cases), not negative; so is the result.
    """
    nodes = sorted({source, sink, *(link.tail for link in links), *(link.head for link in links)})
    place = {node: index for index, node in enumerate(nodes)}
    tails, heads, costs = _both_ways(links, place)
    left = np.zeros((2 * len(links), room.shape[1]), dtype=np.int64)
    left[0::2] = room
    active = np.arange(room.shape[1])
    while active.size:
        reach, came_by = _cheapest(tails, heads, costs, left[:, active], len(nodes), place[source])
        found = reach[place[sink]] < FAR
        active, came_by = active[found], came_by[:, found]
        if active.size:
            _push(tails, left, active, came_by, place[source], place[sink])
    return left[1::2]


def _both_ways(links: Sequence[Link], place: dict[str, int]) -> tuple[list[int], list[int], list[int]]:
    """Each link at an even index, its way back at the next."""
    tails, heads, costs = [], [], []
    for link in links:
        tail, head = place[link.tail], place[link.head]
        tails += [tail, head]
        heads += [head, tail]
        costs += [link.cost, -link.cost]
    return tails, heads, costs


def _cheapest(
    tails: Sequence[int], heads: Sequence[int], costs: Sequence[int], left: Whole, nodes: int, source: int
) -> tuple[Whole, Whole]:
    """Bellman-Ford: cost of the cheapest way to each node and the arc it came by, for each case."""
    cases = left.shape[1]
    reach = np.full((nodes, cases), FAR, dtype=np.int64)
    came_by = np.full((nodes, cases), -1, dtype=np.int64)
    reach[source] = 0
    open_arcs = [arc for arc in range(len(tails)) if left[arc].any()]
    changed = True
    while changed:
        changed = False
        for arc in open_arcs:
            cost = reach[tails[arc]] + costs[arc]
            better = (left[arc] > 0) & (cost < reach[heads[arc]]) & (reach[tails[arc]] < FAR)
            if better.any():
                reach[heads[arc]][better] = cost[better]
                came_by[heads[arc]][better] = arc
                changed = True
    return reach, came_by


def _push(tails: Sequence[int], left: Whole, active: Whole, came_by: Whole, source: int, sink: int) -> None:
    """Sends as much as fits along each case's cheapest way."""
    back = np.asarray(tails)
    columns = np.arange(active.size)
    at = np.full(active.size, sink)
    most = np.full(active.size, FAR, dtype=np.int64)
    steps: list[tuple[Whole, Whole]] = []
    walking = columns
    while walking.size:
        arc = came_by[at[walking], walking]
        most[walking] = np.minimum(most[walking], left[arc, active[walking]])
        steps.append((walking, arc))
        at[walking] = back[arc]
        walking = walking[at[walking] != source]
    for walked, arc in steps:
        left[arc, active[walked]] -= most[walked]
        left[arc ^ 1, active[walked]] += most[walked]


def reference(links: Sequence[Link], room: Sequence[int], source: str, sink: str) -> tuple[int, int]:
    """Size and cost of the cheapest largest flow of one case, by networkx; for tests."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from([source, sink])
    for index, (link, limit) in enumerate(zip(links, room, strict=True)):
        middle = f"link {index}"  # networkx's max_flow_min_cost takes no parallel arcs
        graph.add_edge(link.tail, middle, capacity=int(limit), weight=link.cost)
        graph.add_edge(middle, link.head, capacity=int(limit), weight=0)
    single = nx.DiGraph(graph)
    found = nx.max_flow_min_cost(single, source, sink)
    size = sum(found[source].values()) - sum(found[node].get(source, 0) for node in found)
    return size, int(nx.cost_of_flow(single, found))
