"""Runs the days: every state once, with and without more crude by Adria, then day by day for each sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tracker.impact.balance.draw import Draws, Values
from tracker.impact.balance.plan import Part, parts_of
from tracker.impact.balance.rates import TONNES, DayRates, Rates
from tracker.impact.balance.results import COUNTRIES
from tracker.impact.balance.share import solve
from tracker.impact.balance.solve import Whole
from tracker.impact.balance.state import Day, DayState
from tracker.knowledge.supply.types import Supply
from tracker.model import Route

Job = tuple[DayState, bool, bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One day's solution: flows and capacities of the parts and the needs, t/d, (..., samples + 1)."""

    flow: Whole
    room: Whole
    need: Whole

    def delivered(self, parts: Sequence[Part], country: str, route: Route) -> Values:
        """What one country gets by one route, kt."""
        rules = ("base", "more") if route is Route.ADRIA else ("direct", "cross")
        rows = [i for i, part in enumerate(parts) if part.country == country and part.rule in rules]
        return np.asarray(self.flow[rows].sum(axis=0) / TONNES, dtype=np.float64)

    def needed(self, country: str) -> Values:
        """What one country's refinery needs, kt."""
        return np.asarray(self.need[COUNTRIES.index(country)] / TONNES, dtype=np.float64)


class Run:
    """All states of some days solved together; `outcome` puts a day together from them."""

    def __init__(self, supply: Supply, days: Sequence[Day], samples: int, seed: int) -> None:
        self.parts = parts_of(supply)
        self.rates = Rates(supply, Draws(samples, seed), self.parts)
        self._lead = {country: self.rates.lead(country) for country in COUNTRIES}
        jobs = list(dict.fromkeys(job for day in days for job in self._jobs(day)))
        self._solved = self._solve(jobs)
        self._picked: dict[object, Outcome] = {}

    def _on(self, day: Day, country: str) -> np.typing.NDArray[np.bool_]:
        """In which cases the lead time of a country is over."""
        short = day.short_days[country]
        return np.asarray((short >= self._lead[country]) & (short >= 0))

    def _jobs(self, day: Day) -> list[Job]:
        first, second = (self._on(day, country) for country in COUNTRIES)
        return [(day.state, bool(a), bool(b)) for a, b in sorted(set(zip(first, second, strict=True)))]

    def _solve(self, jobs: Sequence[Job]) -> dict[Job, Outcome]:
        if not jobs:
            return {}
        rooms = [self.rates.room(state, dict(zip(COUNTRIES, on, strict=True))) for state, *on in jobs]
        needs = [self._need(state) for state, *_ in jobs]
        solved = solve(self.parts, np.concatenate(rooms, axis=1), np.concatenate(needs, axis=1))
        width = rooms[0].shape[1]
        return {
            job: Outcome(solved.flow[:, n * width : (n + 1) * width], rooms[n], needs[n])
            for n, job in enumerate(jobs)
        }

    def _need(self, state: DayState) -> Whole:
        need = DayRates(self.rates, state).need
        return np.stack([np.rint(need[country] * TONNES).astype(np.int64) for country in COUNTRIES])

    def outcome(self, day: Day) -> Outcome:
        """The solution of a day: for each sample that of the state with its own lead times."""
        on = [self._on(day, country) for country in COUNTRIES]
        key = (day.state, *(part.tobytes() for part in on))
        if key not in self._picked:
            self._picked[key] = self._pick(day.state, on)
        return self._picked[key]

    def _pick(self, state: DayState, on: list[np.typing.NDArray[np.bool_]]) -> Outcome:
        choices = sorted(set(zip(*map(np.ndarray.tolist, on), strict=True)))
        found = self._solved[state, *choices[0]]
        flow, room = found.flow.copy(), found.room.copy()
        for choice in choices[1:]:
            mine = (on[0] == choice[0]) & (on[1] == choice[1])
            other = self._solved[state, *choice]
            flow[:, mine], room[:, mine] = other.flow[:, mine], other.room[:, mine]
        return Outcome(flow, room, found.need)
