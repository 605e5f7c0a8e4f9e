"""From the pipes to the graph that is solved: one layer for each route, chains of legs as one link.

```
source -> Druzhba ... split -> Danube          -> need of HU -> sink
                        |        '-> north pipe (Druzhba crude to Slovakia by way of Hungary)
                        '----> ... Slovnaft    -> need of SK -> sink
source -> Adria ... Danube (base, more)        -> need of HU
                     '- (base, more) -> north pipe -> Slovnaft -> need of SK
```

Crude keeps its route: what Adria brings to a refinery is limited by the share of other than Russian crude it
can run, so the routes must not mix before that is counted. A pipe that both layers use is limited once more
where its crude arrives. Costs order the routes: crude of Adria under contract comes anyway, then Druzhba,
then Druzhba by way of Hungary, then more of Adria.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from tracker.impact.balance.pipes import Pipes, carrying
from tracker.impact.balance.results import COUNTRIES, REFINERY, ROUTES
from tracker.impact.balance.solve import Link
from tracker.knowledge.supply.types import Leg, Supply
from tracker.model import Route

SOURCE, SINK = "source", "sink"
COST = {"base": 1, "direct": 10, "cross": 12, "more": 100}
"""Only the order counts; each step up is larger than all choices below it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A link with what limits it: a chain of legs, an entry facility, a rule for one country, a need.

    `rule`: base and more (Adria), direct and cross (Druzhba), need, or None for pipes. `country` is whose
    supply a rule or need counts for.
    """

    link: Link
    legs: tuple[Leg, ...] = ()
    entry: str | None = None
    rule: str | None = None
    country: str | None = None


def parts_of(supply: Supply) -> tuple[Part, ...]:
    """The graph to be solved, in an order that does not depend on that of the file."""
    legs = carrying(supply)
    layers = {route: _layer(legs, route) for route in ROUTES}
    found = [part for route in ROUTES for part in _pipes(layers[route], route)]
    found += [part for country in COUNTRIES for part in _rules(layers, country)]
    found += [_need(legs, country) for country in COUNTRIES]
    return tuple(found)


def _layer(legs: tuple[Leg, ...], route: Route) -> Pipes:
    graph: Pipes = nx.DiGraph()
    for leg in legs:
        if leg.route is route:
            graph.add_edge(leg.start, leg.end, leg=leg)
    return graph


def _pipes(layer: Pipes, route: Route) -> Iterator[Part]:
    """Entries and chains of one layer; a refinery that passes crude on is left by a node of its own."""
    for node in sorted(layer):
        if layer.in_degree(node) == 0:
            yield Part(Link(SOURCE, _at(route, node), 0), entry=node)
    for node in sorted(layer):
        if _is_inner(layer, node):
            continue
        for after in sorted(layer.successors(node)):
            legs = [layer.edges[node, after]["leg"]]
            while _is_inner(layer, legs[-1].end):
                (onward,) = layer.successors(legs[-1].end)
                legs.append(layer.edges[legs[-1].end, onward]["leg"])
            tail = _onward(node) if node in REFINERY.values() else _at(route, node)
            yield Part(Link(tail, _at(route, legs[-1].end), 0), legs=tuple(legs))


def _is_inner(layer: Pipes, node: str) -> bool:
    single = layer.in_degree(node) == 1 and layer.out_degree(node) == 1
    return single and node not in REFINERY.values()


def _rules(layers: dict[Route, Pipes], country: str) -> Iterator[Part]:
    """How crude of each route may reach one country's refinery, or be passed on to it by the other."""
    refinery = REFINERY[country]
    passed_by = [
        other for other in REFINERY.values() if other != refinery and _reaches(layers, other, refinery)
    ]
    for route, rules in ((Route.DRUZHBA, ("direct",)), (Route.ADRIA, ("base", "more"))):
        if refinery not in layers[route]:
            continue
        before = [other for other in passed_by if route is Route.ADRIA and other in layers[route]]
        for rule in rules:
            cost = COST[rule] + COUNTRIES.index(country)
            if before:
                link = Link(_at(route, before[0]), _onward(before[0]), cost)
            else:
                link = Link(_at(route, refinery), f"need of {country}", cost)
            yield Part(link, rule=rule, country=country)
        if before:
            yield Part(Link(_at(route, refinery), f"need of {country}", 0))
            if before[0] in layers[Route.DRUZHBA]:
                link = Link(_at(Route.DRUZHBA, before[0]), _onward(before[0]), COST["cross"])
                yield Part(link, rule="cross", country=country)


def _reaches(layers: dict[Route, Pipes], start: str, end: str) -> bool:
    adria = layers[Route.ADRIA]
    return start in adria and end in adria and nx.has_path(adria, start, end)


def _need(legs: tuple[Leg, ...], country: str) -> Part:
    """The need of a country, behind the pipes that both routes use to reach it."""
    uses = Counter((leg.start, leg.end) for leg in legs)
    shared = {
        (leg.start, leg.end): leg
        for leg in legs
        if uses[leg.start, leg.end] > 1 and set(leg.buyers) & set(COUNTRIES) == {country}
    }
    link = Link(f"need of {country}", SINK, 0)
    return Part(link, legs=tuple(shared[key] for key in sorted(shared)), rule="need", country=country)


def _at(route: Route, node: str) -> str:
    return f"{route}: {node}"


def _onward(node: str) -> str:
    return f"from {node} onward"
