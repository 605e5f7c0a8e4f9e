"""The states that a halt goes through, from listed halts, strikes and what articles report.

hit          a strike on the way, or a listed halt that a strike caused
halted       a day without flow
test flow    the day of a restart said to be at lower volume
partial      any other day on which flow is cut
full         the first day of usual flow again, which ends the story
hit again    a further strike or attack before that day
unknown      days of which nobody has told
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.impact.case import Case, case_of
from tracker.knowledge.supply.types import Supply
from tracker.model import Article, FlowBasis, FlowDay, FlowStatus, Ground, Route, Strike, SupplyReport

DAY = timedelta(days=1)


class State(StrEnum):
    """One state of a halt."""

    HIT = "hit"
    HALTED = "halted"
    TEST_FLOW = "test_flow"
    PARTIAL = "partial"
    FULL = "full"
    HIT_AGAIN = "hit_again"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A run of days in one state, both ends included, with how we know and the ground of its first day."""

    state: State
    first: date
    last: date
    basis: FlowBasis
    ground: Ground


def states(
    country: str,
    start: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    route: Route = Route.DRUZHBA,
) -> tuple[Step, ...]:
    """The states of the halt of a country that began on `start`, up to full flow or to `today`.

    Hits stand before the state of their day; a hit is a day of its own and may fall into a longer run. Empty
    when nothing stood still on `start`.
    """
    case = case_of(
        country,
        route,
        supply=supply,
        supply_reports=supply_reports,
        articles=articles,
        strikes=strikes,
        today=today,
    )
    steps: list[Step] = []
    day = start
    while day <= today:
        word = case.day(day)
        state = _state(case, word)
        if state is State.FULL and day == start:
            return ()
        hits = [] if state is State.FULL else _hits(case, day, first=day == start)
        again = any(step.state is State.HIT for step in steps)
        steps += [_hit(ground, day, again=again) for ground in hits]
        _extend(steps, Step(state=state, first=day, last=day, basis=word.basis, ground=word.grounds[0]))
        if state is State.FULL:
            break
        day += DAY
    return tuple(steps)


def _state(case: Case, word: FlowDay) -> State:
    if word.status is FlowStatus.HALTED:
        return State.HALTED
    if word.status is FlowStatus.FLOWING:
        return State.FULL
    if word.status is FlowStatus.UNKNOWN:
        return State.UNKNOWN
    restart = any(flow.reduced and flow.day == word.day for flow in case.flows)
    return State.TEST_FLOW if restart else State.PARTIAL


def _hits(case: Case, day: date, *, first: bool) -> list[Ground]:
    """Strikes whose night ends on the day (on the first day: begins before it too), and listed attacks."""
    found = [
        Ground(sentence=f"{strike.name} hit")
        for strike in case.strikes
        if strike.when.start is not None and strike.when.end is not None
        if strike.when.end == day or (first and strike.when.start <= day <= strike.when.end + DAY)
    ]
    listed = [ground for when, ground in case.attacks if when == day]
    caused = [
        outage.ground
        for outage in case.reported
        if outage.start == day and outage.halt is not None and outage.halt.cause == "strike"
    ]
    return found or listed or caused


def _hit(ground: Ground, day: date, *, again: bool) -> Step:
    state = State.HIT_AGAIN if again else State.HIT
    return Step(state=state, first=day, last=day, basis=FlowBasis.REPORTED, ground=ground)


def _extend(steps: list[Step], new: Step) -> None:
    """Adds a day to the run it continues, else a run of its own."""
    runs = [n for n, step in enumerate(steps) if step.state not in (State.HIT, State.HIT_AGAIN)]
    if runs and (old := steps[runs[-1]]).state is new.state and new.first - old.last <= DAY:
        steps[runs[-1]] = Step(
            state=old.state, first=old.first, last=new.last, basis=old.basis, ground=old.ground
        )
    else:
        steps.append(new)
