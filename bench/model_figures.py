"""Prints the figures that docs/model.md states, from data/supply: `python bench/model_figures.py`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from tracker.impact import not_delivered, summary
from tracker.impact.delivered import delivered
from tracker.impact.known import Known, known_halts
from tracker.impact.restart import forecast
from tracker.impact.volumes import barrels, usual
from tracker.knowledge.supply import Supply, load
from tracker.model import Range

LOOKED_AT = date(2026, 11, 24)
ROOT = Path(__file__).parents[1]
AUGUST = (date(2025, 8, 1), date(2025, 8, 31))


def lines(supply: Supply) -> list[str]:
    """All lines of the tables, in the order of the document."""
    return [*_usual(supply), "", *_halts(supply), "", *_checks(supply), "", *_restart(supply)]


def _text(value: Range | None, digits: int = 1) -> str:
    if value is None:
        return "not known"
    return f"{value.middle:,.{digits}f} ({value.low:,.{digits}f} to {value.high:,.{digits}f})"


def _usual(supply: Supply) -> list[str]:
    rows = ["| day | buyer | usual flow, kt/d | kb/d |", "|---|---|---|---|"]
    for day in (date(2024, 6, 1), date(2025, 6, 1), date(2026, 1, 15), date(2026, 9, 1)):
        for buyer in (("HU",), ("SK",), ("HU", "SK")):
            found = usual(supply, buyer, day)
            kt = found.kt_per_day if found else None
            kb = barrels(supply, kt) if kt else None
            rows.append(f"| {day} | {'+'.join(buyer)} | {_text(kt)} | {_text(kb, 0)} |")
    return rows


def _halts(supply: Supply) -> list[str]:
    rows = ["| halt | buyers | days | not delivered, kt | thousand barrels |", "|---|---|---|---|---|"]
    for lost in not_delivered(supply, today=LOOKED_AT):
        days = "not known" if lost.days is None else lost.days
        buyers = "+".join(lost.countries)
        rows.append(f"| {lost.halt.id} | {buyers} | {days} | {_text(lost.kt, 0)} | {_text(lost.kb, 0)} |")
    return rows


def _checks(supply: Supply) -> list[str]:
    year = _delivered(supply, date(2025, 1, 1), date(2025, 12, 31))
    august = _delivered(supply, *AUGUST)
    word = summary(
        "HU",
        date(2025, 8, 22),
        supply=supply,
        supply_reports=(),
        articles={},
        strikes=(),
        today=LOOKED_AT,
    )
    told = word.forecasts[0]
    came = f"{told.says}; flow again {told.actual_restart}"
    return [
        "| check | model | published |",
        "|---|---|---|",
        f"| HU+SK delivered in 2025, kt | {year:,.0f} | 9,250 |",
        f"| HU+SK delivered in August 2025, kt | {august:,.0f} | 430 |",
        f"| 22 Aug 2025, HU | {word.status} since {word.since} | {came} |",
    ]


def _delivered(supply: Supply, first: date, last: date) -> float:
    found = delivered(("HU", "SK"), first, last, supply=supply, today=LOOKED_AT)
    return found.middle if found else 0.0


def _restart(supply: Supply) -> list[str]:
    """A new halt on its first day, of which nothing else has been said."""
    rows = [
        "| kind | other halts, days | median | 80 % interval | overdue from day |",
        "|---|---|---|---|---|",
    ]
    others = known_halts(supply, LOOKED_AT)
    for cause in ("strike", "payment"):
        new = Known(id="", start=LOOKED_AT, public_on=LOOKED_AT, cause=cause, length=None, lasted=0, said=())
        found = forecast(new, others, supply, as_of=LOOKED_AT, elapsed=0)
        assert found is not None
        ended = sorted(o.length for o in others if o.id in found.others and o.length is not None)
        longer = sorted(f">{o.lasted}" for o in others if o.id in found.others and o.length is None)
        days = ", ".join([*map(str, ended), *longer])
        span = f"{found.days.low:g} to {found.days.high:g}"
        late = (found.overdue_from - LOOKED_AT).days
        rows.append(f"| {found.kind} | {days} | {found.days.middle:.1f} | {span} | {late} |")
    return rows


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines(load(ROOT / "data" / "supply"))) + "\n")
