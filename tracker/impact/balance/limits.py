"""What binds: the cut between the sources and one country's need, in the middle case."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.impact.balance.plan import SINK, Part
from tracker.impact.balance.rates import DayRates, Rates
from tracker.impact.balance.results import COUNTRIES, REFINERY
from tracker.impact.balance.run import Outcome
from tracker.impact.balance.solve import Whole
from tracker.impact.balance.state import DayState
from tracker.model import Route


def limited_by(
    parts: Sequence[Part], rates: Rates, state: DayState, outcome: Outcome, country: str
) -> tuple[str, ...]:
    """Ids of what keeps a country's delivery below its need: legs, facilities and routes.

    A route stands for a reported loss of its deliveries (Druzhba) or for its contract and lead time (Adria);
    a refinery for the share of other than Russian crude that it can run, or for its own outage.
    """
    flow, room = outcome.flow[:, 0], outcome.room[:, 0]
    reached = _reaching(parts, flow, room, f"need of {country}")
    day = DayRates(rates, state)
    extra = max(
        int(room[i]) for i, part in enumerate(parts) if (part.rule, part.country) == ("more", country)
    )
    names = [
        _name(part, day, country if extra > 0 else None)
        for i, part in enumerate(parts)
        if flow[i] >= room[i] and part.link.head in reached and part.link.tail not in reached
    ]
    end = next(i for i, part in enumerate(parts) if (part.rule, part.country) == ("need", country))
    if room[end] < outcome.need[COUNTRIES.index(country), 0]:
        names = [_name(parts[end], day, None)]
    return tuple(dict.fromkeys(names))


def _reaching(parts: Sequence[Part], flow: Whole, room: Whole, end: str) -> set[str]:
    """Nodes from which more crude could still get to the end, not counting what the other country has."""
    reached, grown = {end}, True
    while grown:
        grown = False
        for i, part in enumerate(parts):
            tail, head = part.link.tail, part.link.head
            if head in reached and tail not in reached and flow[i] < room[i]:
                reached.add(tail)
                grown = True
            if tail in reached and head not in reached and head != SINK and flow[i] > 0:
                reached.add(head)
                grown = True
    return reached


def _name(part: Part, day: DayRates, full: str | None) -> str:
    """`full`: the country whose refinery takes all the Adria crude it can run, its lead time being over."""
    if part.legs:
        tight = min(part.legs, key=lambda leg: (float(day.leg(leg)[0]), leg.id))
        out = {node for node, _ in day.state.nodes}
        lost = [node for node in (tight.start, tight.end) if node in out]
        return lost[0] if lost else tight.id
    if part.entry is not None:
        return part.entry
    if part.country is None or part.rule in ("direct", "cross"):
        return Route.DRUZHBA.value
    if part.rule == "need" or part.country == full:
        return REFINERY[part.country]
    return Route.ADRIA.value
