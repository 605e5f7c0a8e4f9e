"""Cases of the cover clock for its tests: days, loans, stocks, the data with some assumptions set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import inf

from impact_world import SUPPLY

from tracker.impact.cover import Chosen, Cover, cover
from tracker.knowledge.supply import StockRelease, Supply
from tracker.model import Range

FIRST = date(2026, 3, 1)
TODAY = date(2026, 11, 24)
NONE = Range(0, 0, 0)
SK_LOAN = next(loan for loan in SUPPLY.stock_releases if loan.id == "sk-2026-02-18")
NEED = Range(7.3, 7.4, 7.5)


def assuming(**values: Range) -> Supply:
    changed = {name: replace(SUPPLY.assumptions[name], value=value) for name, value in values.items()}
    return replace(SUPPLY, assumptions={**SUPPLY.assumptions, **changed})


UNFILLED = assuming(refill_days=Range(inf, inf, inf))
"""The data with own stock that never fills again, for all but the tests of refilling."""


def sure(value: float) -> Range:
    return Range(value, value, value)


def a_loan(kt: float, released: int, back: int | None = None, usable: int | None = None) -> StockRelease:
    """A loan by days from the first day."""

    def day(number: int | None) -> date | None:
        return None if number is None else FIRST + timedelta(days=number)

    return replace(
        SK_LOAN,
        id=f"loan-{released}-{kt:g}",
        released_on=FIRST + timedelta(days=released),
        return_by=day(back),
        usable_until=day(usable),
        kt=sure(kt),
    )


def clock(
    missing: Sequence[float] | Sequence[Range],
    today: date = TODAY,
    supply: Supply = UNFILLED,
    **chosen: object,
) -> Cover:
    """The clock with nothing in store but what a test gives."""
    days = [day if isinstance(day, Range) else sure(day) for day in missing]
    wish = Chosen(**{"refiner_kt": NONE, "state_kt": NONE, "loans": (), **chosen})  # type: ignore[arg-type]
    return cover("SK", FIRST, days, supply=supply, today=today, chosen=wish)


def after(days: int) -> date:
    return FIRST + timedelta(days=days)
