"""Runs one case of the clock day by day in plain numbers: own stock first, then loans, then the state's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Lent:
    """A loan as the clock sees it; days count from the first day, negative ones lie before it.

    `drawn_kt` was used before the first day, `usable_day` is the last day of use, `due_day` the day on which
    what was drawn goes back to the state; None: not known.
    """

    kt: float
    released_day: int
    drawn_kt: float
    usable_day: int | None
    due_day: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """One case: opening stocks, loans, arrivals of cargoes by day, steady flow and what is missing."""

    refiner_kt: float
    state_kt: float
    loans: Sequence[Lent]
    cargoes: Sequence[tuple[int, float]]
    adria_from: int
    adria_kt_per_day: float
    missing: Sequence[float]
    with_state: bool


@dataclass(slots=True)
class Track:
    """What a case gave, one number a day; `drawn` and `short` one a loan, `covered_days` of the horizon."""

    refiner: list[float] = field(default_factory=list)
    lent: list[float] = field(default_factory=list)
    state: list[float] = field(default_factory=list)
    arrived: list[float] = field(default_factory=list)
    uncovered: list[float] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)
    short: list[float | None] = field(default_factory=list)
    covered_days: float = 0.0


@dataclass(slots=True)
class _Stocks:
    refiner: float
    state: float
    undrawn: list[float]
    drawn: list[float]
    short: list[float | None]


def run(case: Case) -> Track:
    """The case day by day: all stocks together fall by what is missing, less what arrives, never below 0."""
    stocks = _Stocks(
        refiner=case.refiner_kt,
        state=case.state_kt,
        undrawn=[max(0.0, loan.kt - loan.drawn_kt) if loan.released_day < 0 else 0.0 for loan in case.loans],
        drawn=[loan.drawn_kt for loan in case.loans],
        short=[None] * len(case.loans),
    )
    track = Track(drawn=stocks.drawn, short=stocks.short)
    whole = True
    for day, missing in enumerate(case.missing):
        _move_loans(case, stocks, day)
        arrived = sum(kt for when, kt in case.cargoes if when == day)
        stocks.refiner += arrived
        steady = min(case.adria_kt_per_day, missing) if day >= case.adria_from else 0.0
        left = _draw(stocks, missing - steady, case.with_state)
        _note(track, stocks, arrived + steady, left)
        if whole:
            whole = left <= TINY
            track.covered_days += 1.0 if whole else 1.0 - left / missing
    return track


def _move_loans(case: Case, stocks: _Stocks, day: int) -> None:
    for number, loan in enumerate(case.loans):
        if day == loan.released_day:
            stocks.undrawn[number] = min(loan.kt, stocks.state)
            stocks.state -= stocks.undrawn[number]
        ends = [when for when in (loan.usable_day, loan.due_day) if when is not None]
        if (ends and day > min(ends)) or day == loan.due_day:
            stocks.state += stocks.undrawn[number]
            stocks.undrawn[number] = 0.0
        if day == loan.due_day:
            back = min(stocks.refiner, stocks.drawn[number])
            stocks.refiner -= back
            stocks.state += back
            stocks.short[number] = stocks.drawn[number] - back


def _draw(stocks: _Stocks, wanted: float, with_state: bool) -> float:
    """Takes what is wanted from the stocks in their order and returns what none of them had."""
    taken = min(stocks.refiner, wanted)
    stocks.refiner -= taken
    wanted -= taken
    for number, kt in enumerate(stocks.undrawn):
        taken = min(kt, wanted)
        stocks.undrawn[number] -= taken
        stocks.drawn[number] += taken
        wanted -= taken
    if with_state:
        taken = min(stocks.state, wanted)
        stocks.state -= taken
        wanted -= taken
    return wanted if wanted > TINY else 0.0


def _note(track: Track, stocks: _Stocks, arrived: float, left: float) -> None:
    track.refiner.append(stocks.refiner)
    track.lent.append(sum(stocks.undrawn))
    track.state.append(stocks.state)
    track.arrived.append(arrived)
    track.uncovered.append(left)


def empty_day(opening: float, balance: Sequence[float]) -> int | None:
    """The first day at whose end a source that held something is empty; None where there is none."""
    held = opening > TINY
    for day, kt in enumerate(balance):
        if held and kt <= TINY:
            return day
        held = held or kt > TINY
    return None
