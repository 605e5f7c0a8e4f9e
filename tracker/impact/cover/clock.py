"""Runs one case of the clock day by day in plain numbers: own stock first, then loans, then the state's.

Own stock fills again while nothing is missing. Where a stock was published later, it holds from that day on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    """One case: opening stocks, loans, arrivals of cargoes by day, steady flow and what is missing.

    `own_known` and `state_known` are stocks published later, by the day on whose morning they were held.
    `refill_days`: how long an empty own stock takes to hold again what it held at most.
    """

    refiner_kt: float
    state_kt: float
    loans: Sequence[Lent]
    cargoes: Sequence[tuple[int, float]]
    adria_from: int
    adria_kt_per_day: float
    missing: Sequence[float]
    with_state: bool
    refill_days: float
    own_known: Mapping[int, float] = field(default_factory=dict)
    state_known: Mapping[int, float] = field(default_factory=dict)


@dataclass(slots=True)
class Track:
    """What a case gave, one number a day; `drawn` and `short` one a loan."""

    refiner: list[float] = field(default_factory=list)
    lent: list[float] = field(default_factory=list)
    state: list[float] = field(default_factory=list)
    arrived: list[float] = field(default_factory=list)
    refilled: list[float] = field(default_factory=list)
    uncovered: list[float] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)
    short: list[float | None] = field(default_factory=list)


@dataclass(slots=True)
class _Stocks:
    refiner: float
    state: float
    undrawn: list[float]
    drawn: list[float]
    short: list[float | None]


def run(case: Case) -> Track:
    """The case day by day: all stocks together fall by what is missing, less what arrives, never below 0.

    Up to a published own stock the shortage before it is met by own stock alone, evenly and only as far as
    leaves what was published: the rest of it the refinery did without, by running lower.
    """
    stocks = _Stocks(
        refiner=case.refiner_kt,
        state=case.state_kt,
        undrawn=[max(0.0, loan.kt - loan.drawn_kt) if loan.released_day < 0 else 0.0 for loan in case.loans],
        drawn=[loan.drawn_kt for loan in case.loans],
        short=[None] * len(case.loans),
    )
    track = Track(drawn=stocks.drawn, short=stocks.short)
    steady = [
        min(case.adria_kt_per_day, kt) if day >= case.adria_from else 0.0
        for day, kt in enumerate(case.missing)
    ]
    wanted = [missing - flow for missing, flow in zip(case.missing, steady, strict=True)]
    known = _before_known(case)
    full, until, share = case.refiner_kt, 0, 1.0
    for day, missing in enumerate(case.missing):
        stocks.refiner = case.own_known.get(day, stocks.refiner)
        stocks.state = case.state_known.get(day, stocks.state)
        full = max(full, case.own_known.get(day, 0.0))
        _move_loans(case, stocks, day)
        arrived = _landed(case, day, day + 1)
        stocks.refiner += arrived
        if day in known:
            until = known[day]
            held = stocks.refiner + _landed(case, day + 1, until)
            share = _share(held - case.own_known[until], sum(wanted[day:until]))
        if day < until:
            stocks.refiner -= min(stocks.refiner, share * wanted[day])
            left = 0.0
        else:
            left = _draw(stocks, wanted[day], case.with_state)
        filled = _refill(case, stocks, day, full) if missing <= TINY else 0.0
        _note(track, stocks, arrived + steady[day] + filled, left)
        track.refilled.append(filled)
    return track


def _landed(case: Case, first: int, end: int) -> float:
    """Cargoes that come from the first day on and before the end."""
    return sum(kt for when, kt in case.cargoes if first <= when < end)


def _before_known(case: Case) -> dict[int, int]:
    """The first day of each shortage that lasts up to a published own stock, with the day of that stock."""
    found = {}
    for end in case.own_known:
        start = end
        while start > 0 and case.missing[start - 1] > TINY and (start == end or start not in case.own_known):
            start -= 1
        if start < end:
            found[start] = end
    return found


def _share(given: float, wanted: float) -> float:
    return min(1.0, max(0.0, given / wanted)) if wanted > TINY else 1.0


def _refill(case: Case, stocks: _Stocks, day: int, full: float) -> float:
    """What own stock takes on a day without shortage: up to what it held and what is to be given back."""
    owed = sum(
        drawn
        for drawn, loan in zip(stocks.drawn, case.loans, strict=True)
        if loan.due_day is not None and day < loan.due_day
    )
    filled = min(full / max(1.0, case.refill_days), max(0.0, full + owed - stocks.refiner))
    stocks.refiner += filled
    return filled


def lasted(missing: Sequence[float], uncovered: Sequence[float]) -> tuple[float, bool]:
    """Days of cover, and whether it ends: from the start of the shortage in which it does, parts included.

    Where cover does not end, the length of the longest shortage. Days on which nothing is missing count for
    nothing.
    """
    longest = days = 0
    for wanted, left in zip(missing, uncovered, strict=True):
        if left > TINY:
            return days + 1.0 - left / wanted, True
        days = days + 1 if wanted > TINY else 0
        longest = max(longest, days)
    return float(longest), False


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
