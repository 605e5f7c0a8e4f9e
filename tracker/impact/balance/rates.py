"""Capacities of the graph's links on a day, in whole tonnes a day, for the middle case and all samples.

```
need(c)   = intake(c) x season(quarter) x (1 - units out)
leg       = capacity; at most need behind it x (1 - lost share x (1 - by-pass)) when an end of it is out
base(c)   = share(c) x min(base of Adria, contract); at most non-Russian share(c) x need(c)
more(c)   = non-Russian share(c) x need(c) - base(c), from the lead time on, else 0
direct(c) = need(c); (1 - lost share) x (need(c) - base(c)) when Druzhba loses any
cross(c)  = need(c) x share that can be passed on; 0 when Druzhba loses any for either country
lost share of Druzhba = that of the word of the day; after a restart at lower volume that of the ramp;
            ahead of an open halt its share before the day of restart that the sample drew, then nothing
```
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tracker.impact.balance.draw import Draws, Values
from tracker.impact.balance.facts import INTAKE, seasons
from tracker.impact.balance.pipes import by_pass, leg_capacity
from tracker.impact.balance.plan import Part
from tracker.impact.balance.results import COUNTRIES, MT_PER_YEAR, REFINERY, Ahead
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
    ahead: Mapping[str, Ahead] = field(default_factory=dict)
    _kept: dict[object, Values] = field(default_factory=dict)

    def assume(self, name: str) -> Values:
        """The draws of a named assumption."""
        return self.draws.value(name, self.supply.assume(name))

    def lead(self, country: str) -> Values:
        """Days from the start of a shortage to more crude by Adria."""
        return self.assume(LEAD[country])

    def ramp_lost(self, number: int) -> Values:
        """Share of Druzhba lost so many days after a restart at lower volume: that of `volumes.ramp_lost`."""
        days = self.assume("ramp_days")
        return np.asarray(np.maximum(days - number - 0.5, 0) / np.maximum(days, 1e-9), dtype=np.float64)

    def halted(self, country: str, number: int) -> Values:
        """1 in the cases in which an open halt has not ended so many days after its start, else 0."""
        key = ("restart", country)
        if key not in self._kept:
            quantiles = [0.5, *self.draws.even("restart")]
            self._kept[key] = np.array([self.ahead[country].length(float(q)) for q in quantiles], dtype=float)
        return np.where(self._kept[key] > number, 1.0, 0.0)

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
        self.cut = {c: rates.ramp_lost(number) for c, number in state.ramp} | {
            c: rates.halted(c, number) * rates.draws.value(f"halt {c}", rates.ahead[c].share)
            for c, number in state.ahead
        }
        self.base = self._base()

    def _base(self) -> dict[str, Values]:
        both = self.rates.assume("adria_base_mt_per_year")
        if self.state.contract_mt is not None:
            both = np.minimum(both, self.state.contract_mt)
        share = self.rates.assume("adria_base_hungarian_share")
        wanted = {"HU": both * share * MT_PER_YEAR, "SK": both * (1 - share) * MT_PER_YEAR}
        return {c: np.minimum(wanted[c], self.other[c]) for c in COUNTRIES}

    def druzhba_lost(self, country: str) -> Values:
        """Share of a country's Druzhba flow that is lost, apart from stations that are out."""
        nothing = np.zeros_like(self.need[country])
        told = self.lost.get((country, Route.DRUZHBA), nothing)
        return np.maximum(told, self.cut.get(country, nothing))

    def short(self, country: str, on_way: Collection[str]) -> NDArray[np.bool_]:
        """In which cases Druzhba is short for a country, so that more is ordered by Adria.

        A loss that is told counts however small; one that is only possible (middle 0) counts where it is more
        than `untold_short_share`.
        """
        unsure = self.rates.assume("untold_short_share")
        found = self.cut.get(country, np.zeros_like(unsure)) > 0
        for code, route, share in self.state.lost:
            if (code, route) == (country, Route.DRUZHBA):
                found = found | (self.lost[code, route] > (0 if share.middle > 0 else unsure))
        for node, share in self.state.nodes:
            left = self.rates.left(node, self.state)
            if node in on_way and left is not None:
                found = found | (1 - left > (0 if share.middle > 0 else unsure))
        return found

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
            lost = self.druzhba_lost(country)
            return np.where(lost > 0, (1 - lost) * np.maximum(need - base, 0), need)
        told = [self.druzhba_lost(c) for c in COUNTRIES]
        passed_on = need * self.rates.assume("druzhba_by_hungary_share")
        return np.where(np.maximum.reduce(told) > 0, 0, passed_on)


def _whole(kt: Values) -> Whole:
    """kt a day as whole tonnes; what has no limit of its own gets one above everything else."""
    return np.asarray(np.rint(np.minimum(kt, 1e6) * TONNES), dtype=np.int64)
