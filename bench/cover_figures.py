"""Prints the tables of the cover clock and of Russian refining that docs/model.md states.

`python bench/cover_figures.py`, from data/supply, data/gazetteer and data/chronology.csv alone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tracker.impact.cover import Chosen, Cover, RunOut, cover
from tracker.impact.refining import RefiningDay, offline
from tracker.impact.volumes import usual
from tracker.knowledge import chronology, gazetteer
from tracker.knowledge.supply import StockRelease, Supply, load
from tracker.model import Range, Strike

LOOKED_AT = date(2026, 11, 24)
DATA = Path(__file__).parents[1] / "data"
HORIZON = 120
MINIMUM = Range(7.3, 7.4, 7.5)
NONE = Range(0, 0, 0)
DAYS = (
    date(2024, 3, 26),
    date(2025, 2, 10),
    date(2025, 8, 25),
    date(2025, 9, 28),
    date(2025, 11, 20),
    date(2025, 12, 28),
    date(2026, 2, 20),
    date(2026, 7, 25),
)


def lines(supply: Supply) -> list[str]:
    """All lines of the tables, in the order of the document."""
    series = refining(supply, date(2024, 1, 1), LOOKED_AT)
    return [*_clocks(supply), "", *_lines(series), "", *_august(series)]


def _clocks(supply: Supply) -> list[str]:
    rows = [
        "| case, seen on its first day or as told | missing, kt/d | refiner and loans "
        "| with the state's crude |",
        "|---|---|---|---|",
    ]
    day = date(2026, 2, 19)
    alone = Chosen(refiner_kt=NONE, state_kt=Range(250, 250, 250), loans=(_loan(supply, day),))
    rows.append(_clock(supply, day, "SK", "loan of 250 kt alone, minimum mode", MINIMUM, alone))
    for day, country, name in (
        (date(2025, 8, 22), "HU", "usual flow missing"),
        (date(2025, 8, 22), "SK", "usual flow missing"),
        (date(2026, 1, 27), "HU", "usual flow missing"),
        (date(2026, 1, 27), "SK", "usual flow missing"),
        (date(2026, 2, 19), "SK", "usual flow missing"),
    ):
        found = usual(supply, (country,), day)
        if found:
            rows.append(_clock(supply, day, country, name, found.kt_per_day, Chosen()))
    halt = date(2026, 1, 27)
    before = usual(supply, ("SK",), halt)
    if before:
        name = "the same seen on 2026-02-20"
        rows.append(_clock(supply, halt, "SK", name, before.kt_per_day, Chosen(), today=date(2026, 2, 20)))
    return rows


def _loan(supply: Supply, day: date) -> StockRelease:
    """The Slovak loan of February 2026, as if it began on the day."""
    return replace(
        next(loan for loan in supply.stock_releases if loan.id == "sk-2026-02-18"), released_on=day
    )


def _clock(
    supply: Supply,
    day: date,
    country: str,
    name: str,
    missing: Range,
    chosen: Chosen,
    today: date | None = None,
) -> str:
    answer: Cover = cover(country, day, [missing] * HORIZON, supply=supply, today=today or day, chosen=chosen)
    return (
        f"| {day} {country}, {name} | {_text(missing)} | {_out(answer.refiner)} | {_out(answer.everything)} |"
    )


def _out(out: RunOut) -> str:
    ends = " to ".join("later" if day is None else str(day) for day in (out.early, out.late))
    return f"{_text(out.days, 0)} days: {ends}"


def refining(supply: Supply, first: date, last: date) -> tuple[RefiningDay, ...]:
    """The lines of Russian refining from the strikes of the chronology and the published outages."""
    known = gazetteer.load(DATA / "gazetteer")
    strikes = [_strike(listed) for listed in chronology.load(DATA / "chronology.csv", known)]
    return offline(first, last, strikes=strikes, supply=supply, facilities=known.facilities, today=LOOKED_AT)


def _strike(listed: chronology.Listed) -> Strike:
    report = listed.report
    return Strike(
        id=report.article_id,
        name=report.target.name,
        kind=report.target.kind,
        facility_id=report.facility_id,
        place=report.place,
        when=report.when,
        attacker=report.attacker,
        status=report.status,
        effects=report.effects,
        reports=(report,),
    )


def _lines(series: Sequence[RefiningDay]) -> list[str]:
    rows = [
        "| day | struck, % | reported offline, % | published run cut, % | published capacity offline, % |",
        "|---|---|---|---|---|",
    ]
    by_day = {day.day: day for day in series}
    for day in DAYS:
        found = by_day[day]
        cut = _text(found.run_cut_percent, 0) if found.run_cut_percent else "none"
        said = [f"{c.percent.middle:.0f} ({c.id})" for c in found.claims if c.kind != "run_cut"]
        ours = f"{_text(found.struck_percent, 0)} | {_text(found.offline_percent, 0)}"
        rows.append(f"| {day} | {ours} | {cut} | {', '.join(said) or 'none'} |")
    return rows


def _august(series: Sequence[RefiningDay]) -> list[str]:
    month = [day.offline_mt for day in series if date(2025, 8, 1) <= day.day <= date(2025, 8, 31)]
    total = Range(*(sum(getattr(mt, part) for mt in month) / 365 for part in ("low", "middle", "high")))
    return [
        "| check | ours | published |",
        "|---|---|---|",
        f"| Capacity idled by attacks in August 2025, Mt | {_text(total)} | 3.1 |",
    ]


def _text(value: Range, digits: int = 1) -> str:
    return f"{value.middle:,.{digits}f} ({value.low:,.{digits}f} to {value.high:,.{digits}f})"


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines(load(DATA / "supply"))) + "\n")
