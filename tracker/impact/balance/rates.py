"""Capacities of the graph's links on a day, in whole tonnes a day, for the middle case and all samples.

```
need(c)   = intake(c) x season(quarter) x (1 - units out)
leg       = capacity; at most need behind it x (1 - lost share x (1 - by-pass)) when an end of it is out
base(c)   = share(c) x min(base of Adria, contract); at most non-Russian share(c) x need(c)
more(c)   = non-Russian share(c) x need(c) - base(c), from the lead time on, else 0
direct(c) = need(c); (1 - lost share) x (need(c) - base(c)) when a loss of Druzhba is reported
cross(c)  = need(c) x share that can be passed on; 0 when a loss of Druzhba is reported for either country
```
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from tracker.impact.balance.draw import Draws, Values
from tracker.impact.balance.facts import INTAKE, seasons
from tracker.impact.balance.pipes import by_pass, leg_capacity
from tracker.impact.balance.plan import Part
from tracker.impact.balance.results import COUNTRIES, MT_PER_YEAR, REFINERY
from tracker.impact.balance.solve import Whole
from tracker.impact.balance.state import DayState
from tracker.knowledge.supply.types import Leg, Supply
from tracker.model import Route

LEAD = {"HU": "adria_lead_days_hungary", "SK": "adria_lead_days_slovakia"}
TONNES = 1000


@dataclass(frozen=True)
class Rates:
    """Capacities under one supply and one set of draws; what does not change by day is drawn once."""

    supply: Supply
    draws: Draws
    parts: tuple[Part, ...]
    _kept: dict[object, Values] = field(default_factory=dict)

    def assume(self, name: str) -> Values:
        """The draws of a named assumption."""
        return self.draws.value(name, self.supply.assume(name))

    def lead(self, country: str) -> Values:
        """Days from the start of a shortage to more crude by Adria."""
        return self.assume(LEAD[country])

    def room(self, state: DayState, more: dict[str, bool]) -> Whole:
        """Capacity of each part, t/d, shape (parts, samples + 1); `more`: whether the lead time is over."""
        day = DayRates(self, state)
        return np.stack([_whole(day.of(part, more)) for part in self.parts])

    def leg(self, leg: Leg) -> Values:
        """Capacity of a leg, kt a day; a pipe of two routes has one."""
        key = ("leg", leg.start, leg.end)
        if key not in self._kept:
            self._kept[key] = self.draws.value(f"{leg.start}>{leg.end}", leg_capacity(self.supply, leg))
        return self._kept[key]

    def left(self, node: str, state: DayState) -> Values | None:
        """Share of usual flow that a lost node lets through, None where it is not out."""
        share = next((share for name, share in state.nodes if name == node), None)
        if share is None:
            return None
        lost = self.draws.value(f"outage {node}", share)
        passed = self.draws.value("by-pass", by_pass(self.supply, node))
        return 1 - lost * (1 - passed)

    def node(self, node: str) -> Values:
        """Capacity of an entry, kt a day; without end where nothing is published."""
        key = ("node", node)
        if key not in self._kept:
            row = next((row for row in self.supply.capacities if row.id == node and row.kt_per_day), None)
            limit = row.kt_per_day if row else None
            everything = np.full(self.draws.samples + 1, np.inf)
            self._kept[key] = everything if limit is None else self.draws.value(f"entry {node}", limit)
        return self._kept[key]


class DayRates:
    """The quantities of one day, from which the capacity of each part follows."""

    def __init__(self, rates: Rates, state: DayState) -> None:
        self.rates, self.state = rates, state
        season = rates.draws.value(f"season_q{state.quarter + 1}", seasons(rates.supply)[state.quarter])
        units = {c: rates.draws.value(f"units {c}", share) for c, share in state.units}
        self.need = {c: rates.assume(INTAKE[c]) * season * (1 - units[c]) for c in COUNTRIES}
        self.other = {
            c: rates.draws.value(f"non_russian {c}", share) * self.need[c] for c, share in state.non_russian
        }
        self.lost = {
            (c, route): rates.draws.value(f"lost {c} {route}", share) for c, route, share in state.lost
        }
        self.base = self._base()

    def _base(self) -> dict[str, Values]:
        both = self.rates.assume("adria_base_mt_per_year")
        if self.state.contract_mt is not None:
            both = np.minimum(both, self.state.contract_mt)
        share = self.rates.assume("adria_base_hungarian_share")
        wanted = {"HU": both * share * MT_PER_YEAR, "SK": both * (1 - share) * MT_PER_YEAR}
        return {c: np.minimum(wanted[c], self.other[c]) for c in COUNTRIES}

    def of(self, part: Part, more: dict[str, bool]) -> Values:
        """Capacity of one part, kt a day."""
        limits = [self.leg(leg) for leg in part.legs]
        if part.entry is not None:
            limits.append(self.rates.node(part.entry))
        if part.rule is not None and part.country is not None:
            limits.append(self.rule(part.rule, part.country, more[part.country]))
        everything = np.full(self.rates.draws.samples + 1, np.inf)
        return np.asarray(np.minimum.reduce([everything, *limits]), dtype=np.float64)

    def leg(self, leg: Leg) -> Values:
        """Capacity of a leg as its ends are on this day."""
        limit = self.rates.leg(leg)
        behind = sum((self.need[c] for c in COUNTRIES if c in leg.buyers), np.zeros_like(limit))
        for node in (leg.start, leg.end):
            left = self.rates.left(node, self.state)
            if left is not None:
                limit = np.where(left < 1, np.minimum(limit, behind * left), limit)
        return limit

    def rule(self, rule: str, country: str, more: bool) -> Values:
        """The limit of a rule: base, more, direct, cross or need."""
        need, base = self.need[country], self.base[country]
        if rule == "need":
            left = self.rates.left(REFINERY[country], self.state)
            return need if left is None else need * left
        if rule in ("base", "more"):
            lost = self.lost.get((country, Route.ADRIA), np.zeros_like(need))
            wanted = base if rule == "base" else self.other[country] - base
            return wanted * (1 - lost) * (1.0 if rule == "base" or more else 0.0)
        if rule == "direct":
            lost = self.lost.get((country, Route.DRUZHBA), np.zeros_like(need))
            return np.where(lost > 0, (1 - lost) * np.maximum(need - base, 0), need)
        told = [self.lost.get((c, Route.DRUZHBA), np.zeros_like(need)) for c in COUNTRIES]
        passed_on = need * self.rates.assume("druzhba_by_hungary_share")
        return np.where(np.maximum.reduce(told) > 0, 0, passed_on)


def _whole(kt: Values) -> Whole:
    """kt a day as whole tonnes; what has no limit of its own gets one above everything else."""
    return np.asarray(np.rint(np.minimum(kt, 1e6) * TONNES), dtype=np.int64)
