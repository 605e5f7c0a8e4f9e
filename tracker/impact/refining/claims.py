"""What the press says of Russian refining, in one unit and beside our own figures."""

from __future__ import annotations

from datetime import date

from tracker.impact.refining.types import Claim
from tracker.impact.volumes import scale, shortfall
from tracker.impact.words import span_text
from tracker.knowledge.supply.refining_types import RefiningOffline, RefiningRuns
from tracker.knowledge.supply.types import Supply
from tracker.model import Ground, Range

YEAR = 365.0
WORDS = {
    "offline_strikes": "out of service after attacks",
    "offline_all": "out of service, maintenance included",
    "run_cut": "less processed than usual",
}


def claims(first: date, last: date, *, supply: Supply, today: date) -> tuple[Claim, ...]:
    """Claims whose period meets the days from `first` to `last`, public on `today`, by day and id.

    A figure without a day of publication counts as public from the end of its period.
    """
    found = [
        *(_offline(supply, row) for row in supply.refining_offline if _public(row, today)),
        *(_run_cut(supply, row) for row in supply.refining_runs if _public(row, today)),
    ]
    inside = [claim for claim in found if claim.start <= last and first <= claim.end]
    return tuple(sorted(inside, key=lambda claim: (claim.start, claim.end, claim.kind, claim.id)))


def _public(row: RefiningOffline | RefiningRuns, today: date) -> bool:
    return (row.known_on or row.period_end) <= today


def share_of(supply: Supply, mt: Range) -> Range:
    """Mt a year as percent of Russian capacity, low against its high total, at most 100."""
    total = supply.assume("russian_refining_capacity")
    return Range(
        min(100.0, 100 * mt.low / total.high),
        min(100.0, 100 * mt.middle / total.middle),
        min(100.0, 100 * mt.high / total.low),
    )


def _offline(supply: Supply, row: RefiningOffline) -> Claim:
    total = supply.assume("russian_refining_capacity")
    if row.mt_per_year is not None:
        mt = _sure(row.mt_per_year)
    elif row.kt_per_day is not None:
        mt = _sure(row.kt_per_day * YEAR / 1000)
    elif row.million_barrels_per_day is not None:
        mt = _tonnes(supply, _sure(row.million_barrels_per_day))
    else:
        mt = scale(total, (row.percent or 0.0) / 100)
    percent = share_of(supply, mt) if row.percent is None else _sure(row.percent)
    return _claim(row, row.metric, mt, percent)


def _run_cut(supply: Supply, row: RefiningRuns) -> Claim:
    """What was processed less than usual; a change in percent is one against the usual."""
    usual = _tonnes(supply, supply.assume("usual_runs"))
    if row.change_percent is not None:
        cut = scale(usual, max(0.0, -row.change_percent / 100))
    elif row.mt_per_year is not None:
        cut = shortfall(usual, _sure(row.mt_per_year))
    else:
        cut = shortfall(usual, _tonnes(supply, _sure(row.million_barrels_per_day or 0.0)))
    return _claim(row, "run_cut", cut, share_of(supply, cut))


def _claim(row: RefiningOffline | RefiningRuns, kind: str, mt: Range, percent: Range) -> Claim:
    said = f"{mt.middle:.3g} Mt a year {WORDS[kind]} {span_text(row.period_start, row.period_end)}"
    return Claim(
        id=row.id,
        kind=kind,
        start=row.period_start,
        end=row.period_end,
        mt_per_year=mt,
        percent=percent,
        ground=Ground(
            sentence=said + (f": {row.note}" if row.note else ""),
            said_by=row.publisher,
            known_on=row.known_on,
            source_url=row.source_url,
        ),
    )


def _tonnes(supply: Supply, million_barrels_per_day: Range) -> Range:
    """Million barrels a day as Mt a year."""
    return scale(million_barrels_per_day, YEAR / supply.assume("barrels_per_tonne").middle)


def _sure(value: float) -> Range:
    return Range(value, value, value)
