"""Runs the days: every state once, with and without more crude by Adria, then day by day for each sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracker.impact.balance.draw import Draws, Values
from tracker.impact.balance.plan import Part, parts_of
from tracker.impact.balance.rates import TONNES, DayRates, Rates
from tracker.impact.balance.results import COUNTRIES, Ahead
from tracker.impact.balance.share import solve
from tracker.impact.balance.solve import Whole
from tracker.impact.balance.state import Day, DayState
from tracker.impact.network import way
from tracker.knowledge.supply.types import Supply
from tracker.model import Route

Job: TypeAlias = tuple[DayState, bool, bool]
On: TypeAlias = tuple[NDArray[np.bool_], NDArray[np.bool_]]
"""In which cases more crude comes by Adria to each country, its lead time being over."""


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
    """Several series of days solved together, each day with the lead times of its own series.

    `outcomes[n]` holds a pair (day, outcome) for each day asked for in series n.
    """

    def __init__(
        self,
        supply: Supply,
        series: Sequence[Sequence[Day]],
        samples: int,
        seed: int,
        ahead: Sequence[Ahead] = (),
    ) -> None:
        self.parts = parts_of(supply)
        by_country = {halt.country: halt for halt in ahead}
        self.rates = Rates(supply, Draws(samples, seed), self.parts, by_country)
        self._ways = {country: frozenset(way(supply, Route.DRUZHBA, country)) for country in COUNTRIES}
        self._short: dict[DayState, On] = {}
        walked = [[(day, on) for day, on in self._walk(days) if day.asked] for days in series]
        jobs = dict.fromkeys(job for days in walked for day, on in days for job in _jobs(day.state, on))
        self._solved = self._solve(list(jobs))
        self._picked: dict[object, Outcome] = {}
        self.outcomes = [[(day, self._outcome(day.state, on)) for day, on in days] for days in walked]

    def _walk(self, days: Sequence[Day]) -> Iterator[tuple[Day, On]]:
        """Counts, case by case, the days for which Druzhba has been short, against the lead times."""
        leads = [self.rates.lead(country) for country in COUNTRIES]
        counts = [np.zeros(lead.shape, dtype=np.int64) for lead in leads]
        for day in days:
            short = self._short_in(day.state)
            counts = [np.where(now, count + 1, 0) for now, count in zip(short, counts, strict=True)]
            first, second = ((c > 0) & (c - 1 >= lead) for c, lead in zip(counts, leads, strict=True))
            yield day, (first, second)

    def _short_in(self, state: DayState) -> On:
        if state not in self._short:
            day = DayRates(self.rates, state)
            first, second = (day.short(country, self._ways[country]) for country in COUNTRIES)
            self._short[state] = (first, second)
        return self._short[state]

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

    def _outcome(self, state: DayState, on: On) -> Outcome:
        """The solution of a day: for each sample that of the state with its own lead times."""
        key = (state, *(part.tobytes() for part in on))
        if key not in self._picked:
            self._picked[key] = self._pick(state, on)
        return self._picked[key]

    def _pick(self, state: DayState, on: On) -> Outcome:
        choices = _jobs(state, on)
        found = self._solved[choices[0]]
        flow, room = found.flow.copy(), found.room.copy()
        for job in choices[1:]:
            mine = (on[0] == job[1]) & (on[1] == job[2])
            other = self._solved[job]
            flow[:, mine], room[:, mine] = other.flow[:, mine], other.room[:, mine]
        return Outcome(flow, room, found.need)


def _jobs(state: DayState, on: On) -> list[Job]:
    """The state with each pair of lead times, over or not, that occurs in any case."""
    pairs = sorted(set(zip(on[0].tolist(), on[1].tolist(), strict=True)))
    return [(state, first, second) for first, second in pairs]
