"""Prints how fast the balance is and what it says: `python bench/balance.py`; nothing here is a test."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from tracker.impact.balance import balance_days, balance_totals, criticality
from tracker.knowledge.supply import load
from tracker.model import Range, Route

LOOKED_AT = date(2026, 11, 24)
ROOT = Path(__file__).parents[1]
DAYS = ("2025-06-16", "2025-08-22", "2025-11-10", "2026-02-10", "2026-03-20", "2026-09-01")

T = TypeVar("T")


def main() -> None:
    """Three timings, the balance of some days, the year 2025 beside what was published, the criticality."""
    given: dict[str, Any] = {
        "supply": load(ROOT / "data" / "supply"),
        "supply_reports": (),
        "articles": {},
        "strikes": (),
        "today": LOOKED_AT,
    }
    _time(
        "five years of days, middle case",
        lambda: balance_days(date(2021, 1, 1), date(2025, 12, 31), samples=0, **given),
    )
    _time(
        "90 days, 1,000 samples",
        lambda: balance_days(date(2025, 8, 1), date(2025, 10, 29), samples=1000, **given),
    )
    ranking = _time(
        "criticality of all nodes over 90 days, 200 samples", lambda: criticality(LOOKED_AT, **given)
    )
    _days(given)
    _year(given)
    print("\n| rank | node | HU 7 days, kt | SK 7 days, kt | HU 90 days, kt | SK 90 days, kt |")
    print("|---|---|---|---|---|---|")
    for loss in ranking:
        cells = [_text(loss.lost_kt[span][country], 0) for span in (7, 90) for country in ("HU", "SK")]
        print(f"| {loss.rank} | {loss.facility_id} | {' | '.join(cells)} |")


def _time(what: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    found = work()
    print(f"{what}: {time.perf_counter() - start:.2f} s")
    return found


def _days(given: dict[str, Any]) -> None:
    print("\n| day | country | need, kt/d | Druzhba | Adria | missing, kt/d | kb/d | limited by |")
    print("|---|---|---|---|---|---|---|---|")
    for text in DAYS:
        day = date.fromisoformat(text)
        for one in balance_days(day, day, **given):
            figures = [one.need_kt, one.delivered[Route.DRUZHBA], one.delivered[Route.ADRIA], one.missing_kt]
            cells = [_text(value) for value in figures] + [_text(one.missing_kb, 0)]
            print(
                f"| {day} | {one.country} | {' | '.join(cells)} | {', '.join(one.limited_by) or 'nothing'} |"
            )


def _year(given: dict[str, Any]) -> None:
    total = balance_totals(date(2025, 1, 1), date(2025, 12, 31), **given)
    published = {"HU": 4350, "SK": 4900}
    print("\n| 2025, by Druzhba | model, kt | published, kt |")
    print("|---|---|---|")
    for one in total:
        print(f"| {one.country} | {_text(one.delivered[Route.DRUZHBA], 0)} | {published[one.country]:,} |")


def _text(value: Range, digits: int = 1) -> str:
    return f"{value.middle:,.{digits}f} ({value.low:,.{digits}f} to {value.high:,.{digits}f})"


if __name__ == "__main__":
    main()
