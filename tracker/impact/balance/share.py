"""Solves many days at once and shares what there is between the two countries.

What can reach the refineries of Hungary (H), of Slovakia (S) and both is found first. Any split x + y = both
with x <= H and y <= S can be delivered (flows from one source to several sinks form a polymatroid: Megiddo,
Mathematical Programming 7, 1974). Where it is less than both need, the split nearest to the proportion of the
needs is taken; then the cheapest flow that delivers it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tracker.impact.balance.plan import SINK, SOURCE, Part
from tracker.impact.balance.results import COUNTRIES
from tracker.impact.balance.solve import Link, Whole, flows


@dataclass(frozen=True, slots=True)
class Solved:
    """Flows of all parts, t/d, shape (parts, cases), and the capacities that they kept."""

    flow: Whole
    room: Whole


def solve(parts: Sequence[Part], room: Whole, need: Whole) -> Solved:
    """Delivers as much as fits. `need`: what each country asks for, shape (countries, cases), t/d."""
    links = [part.link for part in parts]
    ends = [_need_of(parts, country) for country in COUNTRIES]
    found = flows(links, room, SOURCE, SINK)
    short = np.flatnonzero(found[ends].sum(axis=0) < need.sum(axis=0))
    if short.size:
        limited = room[:, short].copy()
        limited[ends] = _split(links, limited, ends, found[ends][:, short].sum(axis=0), need[:, short])
        found[:, short] = flows(links, limited, SOURCE, SINK)
    return Solved(flow=found, room=room)


def _split(links: Sequence[Link], room: Whole, ends: Sequence[int], both: Whole, need: Whole) -> Whole:
    most = []
    for index, end in enumerate(ends):
        alone = room.copy()
        alone[ends[1 - index]] = 0
        most.append(flows(links, alone, SOURCE, SINK)[end])
    asked = need.sum(axis=0)
    wish = np.rint(both * (need[0] / np.maximum(asked, 1))).astype(np.int64)
    first = np.clip(wish, both - most[1], most[0])
    return np.stack([first, both - first])


def _need_of(parts: Sequence[Part], country: str) -> int:
    return next(i for i, part in enumerate(parts) if (part.rule, part.country) == ("need", country))
