"""What was known on a day: facts that became public later are not used to look at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tracker.knowledge.supply.types import Delivery, Halt, Supply, UnitOutage
from tracker.model import Article, Report, Strike, SupplyReport


def as_known(supply: Supply, today: date) -> Supply:
    """The supply facts public on `today`; a restart or end of a repair that lies ahead is not known yet.

    Where the day of publication is not known, a halt counts as public from its start, a figure of a period
    from the end of the period, any other row from the day it speaks of; a rule or contract with neither day
    never counts. Of several rows on one unit out of service the newest stands. Legs, capacities and
    assumptions are those of today; the outages of Russian refining have a horizon of their own.
    """
    begun = {halt.id: halt.start for halt in supply.halts}
    return replace(
        supply,
        halts=tuple(_seen(halt, today) for halt in supply.halts if (halt.known_on or halt.start) <= today),
        deliveries=tuple(d for d in supply.deliveries if public_on(d) <= today),
        shares=tuple(s for s in supply.shares if (s.known_on or s.period_end) <= today),
        refineries=tuple(r for r in supply.refineries if (r.known_on or r.as_of or date.min) <= today),
        alternatives=tuple(a for a in supply.alternatives if (a.known_on or a.period_start) <= today),
        statements=tuple(
            s for s in supply.statements if (s.known_on or begun.get(s.halt_id, date.max)) <= today
        ),
        policy=tuple(p for p in supply.policy if (p.known_on or p.start or date.max) <= today),
        unit_outages=_units(supply.unit_outages, today),
        stocks=tuple(s for s in supply.stocks if (s.known_on or s.as_of) <= today),
        stock_releases=tuple(r for r in supply.stock_releases if (r.known_on or r.released_on) <= today),
    )


def public_on(delivery: Delivery) -> date:
    """The day a delivery figure became public, its period's end where that is not known."""
    return delivery.known_on or delivery.period_end


def reports_known(
    reports: Sequence[SupplyReport], articles: Mapping[str, Article], today: date
) -> tuple[SupplyReport, ...]:
    """Supply reports of articles published by `today`, in an order of their own.

    An article without a date cannot be older than the last day that its reports name: they count from that
    day on, and not at all when they name none.
    """
    named = _last_named(reports)
    known = [r for r in reports if (published(r, articles) or named.get(r.article_id, date.max)) <= today]
    return tuple(sorted(known, key=_report_key))


def strikes_known(
    strikes: Sequence[Strike], articles: Mapping[str, Article], today: date
) -> tuple[Strike, ...]:
    """The strikes told of by `today`, each with the reports and effects known then, sorted by id.

    An article without a date tells of a strike from the strike's last day on. Who said what of it later
    stays in the status: that is settled elsewhere (`history`).
    """
    seen = (_as_told(strike, articles, today) for strike in strikes)
    return tuple(sorted((strike for strike in seen if strike is not None), key=lambda strike: strike.id))


def _as_told(strike: Strike, articles: Mapping[str, Article], today: date) -> Strike | None:
    if not strike.reports:
        return strike if strike.when.end is None or strike.when.end <= today else None
    told = tuple(r for r in strike.reports if (_told_on(r, articles) or date.min) <= today)
    if len(told) == len(strike.reports):
        return strike
    later = {e for r in strike.reports if r not in told for e in r.effects}
    then = {e for r in told for e in r.effects}
    effects = tuple(e for e in strike.effects if e in then or e not in later)
    return replace(strike, reports=told, effects=effects) if told else None


def _told_on(report: Report, articles: Mapping[str, Article]) -> date | None:
    article = articles.get(report.article_id)
    return (article.published if article else None) or report.when.end


def published(report: SupplyReport, articles: Mapping[str, Article]) -> date | None:
    """Publication date of the report's article, None when it or the article is not known."""
    article = articles.get(report.article_id)
    return article.published if article else None


def _last_named(reports: Sequence[SupplyReport]) -> dict[str, date]:
    """The last day that the reports of each article name."""
    found: dict[str, date] = {}
    for report in reports:
        for day in (report.start, report.end):
            if day is not None:
                found[report.article_id] = max(day, found.get(report.article_id, day))
    return found


def _units(rows: Sequence[UnitOutage], today: date) -> tuple[UnitOutage, ...]:
    """The newest row on each unit out of service, without an end that lies ahead."""
    newest: dict[tuple[str, str, date], UnitOutage] = {}
    for row in sorted(rows, key=lambda row: (row.known_on or row.start, row.id)):
        if (row.known_on or row.start) <= today:
            newest[row.facility_id, row.unit, row.start] = row
    return tuple(
        replace(row, end=None, note=None) if row.end is not None and row.end > today else row
        for row in newest.values()
    )


def _seen(halt: Halt, today: date) -> Halt:
    last = halt.last_day if halt.last_day and halt.last_day <= today else None
    if halt.resumed_on is None or halt.resumed_on <= today:
        return halt if last == halt.last_day else replace(halt, last_day=last, outcome="open", note=None)
    return replace(
        halt,
        last_day=None,
        resumed_on=None,
        outcome="open",
        restart_flow="unknown",
        resumed_said_by=None,
        resumed_source_url=None,
        note=None,
    )


def _report_key(report: SupplyReport) -> tuple[str, ...]:
    span = (report.start, report.end, report.days_min, report.days_max)
    place = (report.country, report.status, report.route or "", report.facility_id or "")
    return (report.article_id, *place, *map(str, span), *report.said_by, *map(repr, report.evidence))
