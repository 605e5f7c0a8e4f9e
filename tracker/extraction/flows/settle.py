"""One row for what an article says twice, and nothing that its own halts make idle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tracker.model import Commodity, FlowWord, SupplyReport

_SAME_EVENT = timedelta(days=3)
"""Two reports of one stop may name its evening and the morning after."""


def settled(rows: Sequence[SupplyReport]) -> list[SupplyReport]:
    """Rows merged, a risk beside a halt left out; a halt ends where flow comes back."""
    kept = [row for row in rows if not _is_idle(row, rows)]
    return [_ended(row, kept) for row in _merged(kept)]


def _is_idle(row: SupplyReport, rows: Sequence[SupplyReport]) -> bool:
    """A risk of what has happened, and the unit that stopped where the plant is told to make less."""
    same = [
        other.status
        for other in rows
        if other.facility_id is None and (other.country, other.commodity) == (row.country, row.commodity)
    ]
    if row.status is FlowWord.AT_RISK:
        return FlowWord.HALTED in same
    output = row.commodity is Commodity.FUEL and row.facility_id is None
    return output and row.status is FlowWord.HALTED and FlowWord.REDUCED in same


def _merged(rows: Sequence[SupplyReport]) -> list[SupplyReport]:
    """One row for one statement: rows that add neither interval nor length join the first that has one."""
    kept: list[SupplyReport] = []
    ordered = sorted(enumerate(rows), key=lambda item: (_bareness(item[1]), item[0]))
    for _, row in ordered:
        homes = [number for number, other in enumerate(kept) if _says_no_more(row, other)]
        at = min(homes, key=lambda number: (kept[number].end is not None, number), default=None)
        if at is None:
            kept.append(row)
        else:
            kept[at] = _joined(kept[at], row)
    return kept


def _joined(home: SupplyReport, row: SupplyReport) -> SupplyReport:
    said_by = (*home.said_by, *(name for name in row.said_by if name not in home.said_by))
    evidence = (*home.evidence, *(found for found in row.evidence if found not in home.evidence))
    days = home if (home.days_min, home.days_max) != (None, None) else row
    return replace(
        home, said_by=said_by, evidence=evidence, days_min=days.days_min, days_max=days.days_max,
        route=home.route or row.route, confidence=max(home.confidence, row.confidence),
    )  # fmt: skip


def _bareness(row: SupplyReport) -> int:
    return 2 * (row.start is None) + (row.days_min is None and row.days_max is None) + (row.end is None)


def _says_no_more(row: SupplyReport, other: SupplyReport) -> bool:
    same = (row.country, row.commodity, row.status) == (other.country, other.commodity, other.status)
    same = (
        same
        and (row.route is None or other.route is None or row.route == other.route)
        and (row.facility_id in (None, other.facility_id))
    )
    if row.start is None or other.start is None:
        interval = row.start is None
    else:
        interval = abs(row.start - other.start) <= _SAME_EVENT and row.end in (None, other.end)
    return same and interval and not _differ(row, other)


def _differ(row: SupplyReport, other: SupplyReport) -> bool:
    """Whether two lengths are told that do not go together: of another speaker, or of another stop."""
    ours, theirs = (row.days_min, row.days_max), (other.days_min, other.days_max)
    if ours == (None, None) or ours == theirs:
        return False
    if theirs == (None, None):
        return other.end is not None
    return bool(row.said_by and other.said_by) and not set(row.said_by) & set(other.said_by)


def _ended(row: SupplyReport, rows: Sequence[SupplyReport]) -> SupplyReport:
    """A halt whose end is not told lasts until the day before flow is told to have come back.

    One without a day of its own ("had forecast a stop of five days") is the halt that is over.
    """
    if row.status is not FlowWord.HALTED or row.end is not None:
        return row
    back = [
        other.start
        for other in rows
        if other.status is FlowWord.RESUMED
        and (other.country, other.commodity) == (row.country, row.commodity)
        and other.start is not None
        and (row.start is None or other.start >= row.start)
    ]
    if not back:
        return row
    last = min(back) - timedelta(days=1)
    return replace(row, end=max(last, row.start) if row.start else last)
