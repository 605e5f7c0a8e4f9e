"""What arrived in a period: usual flow of each day less what was missing, and how far a month may swing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from tracker.impact import volumes
from tracker.impact.case import Case, case_of
from tracker.knowledge.supply.types import Supply
from tracker.model import FlowStatus, Range, Route

DAY = timedelta(days=1)
MONTH = 30


def delivered(
    countries: Sequence[str], first: date, last: date, *, supply: Supply, today: date
) -> Range | None:
    """Druzhba crude that reached these countries from `first` to `last`, both included, in kt.

    Seen from `today`, by the listed halts. The range holds that of usual flow and of the losses, and the
    swing of buyers' months: `month_swing` for a month or less, its distance from 1 divided by the square root
    of the number of months for longer. None where no figure gives the usual flow of a day.
    """
    parts: list[Range] = []
    for country in countries:
        case = case_of(
            country,
            Route.DRUZHBA,
            supply=supply,
            supply_reports=(),
            articles={},
            strikes=(),
            today=today,
        )
        for number in range((last - first).days + 1):
            arrived = _arrived(case, first + DAY * number)
            if arrived is None:
                return None
            parts.append(arrived)
    return _swing(volumes.add(parts), supply.assume("month_swing"), (last - first).days + 1)


def _arrived(case: Case, day: date) -> Range | None:
    found = volumes.usual(case.supply, (case.country,), day)
    if found is None:
        return None
    word = case.day(day)
    if word.status is FlowStatus.HALTED:
        return Range(0, 0, 0)
    usual, missing = found.kt_per_day, word.missing_kt
    return volumes.shortfall(usual, missing) if missing else usual


def _swing(total: Range, swing: Range, days: int) -> Range:
    damped = math.sqrt(max(1.0, days / MONTH))
    low, high = (1 - (1 - swing.low) / damped), (1 + (swing.high - 1) / damped)
    return Range(total.low * low, total.middle * swing.middle, total.high * high)
