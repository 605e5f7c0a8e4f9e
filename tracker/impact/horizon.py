"""What was known on a day: facts that became public later are not used to look at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tracker.knowledge.supply.types import Delivery, Halt, Supply
from tracker.model import Article, SupplyReport


def as_known(supply: Supply, today: date) -> Supply:
    """The supply facts public on `today`; a restart that lies ahead is not known yet.

    Where the day of publication is not known, a halt counts as public from its start and a delivery figure
    from the end of its period.
    """
    return replace(
        supply,
        halts=tuple(_seen(halt, today) for halt in supply.halts if (halt.known_on or halt.start) <= today),
        deliveries=tuple(d for d in supply.deliveries if public_on(d) <= today),
        alternatives=tuple(a for a in supply.alternatives if (a.known_on or a.period_start) <= today),
        statements=tuple(s for s in supply.statements if s.known_on is None or s.known_on <= today),
    )


def public_on(delivery: Delivery) -> date:
    """The day a delivery figure became public, its period's end where that is not known."""
    return delivery.known_on or delivery.period_end


def reports_known(
    reports: Sequence[SupplyReport], articles: Mapping[str, Article], today: date
) -> tuple[SupplyReport, ...]:
    """Supply reports of articles published by `today`, or of an unknown day, in an order of their own."""
    known = [r for r in reports if (day := published(r, articles)) is None or day <= today]
    return tuple(sorted(known, key=_report_key))


def published(report: SupplyReport, articles: Mapping[str, Article]) -> date | None:
    """Publication date of the report's article, None when it or the article is not known."""
    article = articles.get(report.article_id)
    return article.published if article else None


def _seen(halt: Halt, today: date) -> Halt:
    last = halt.last_day if halt.last_day and halt.last_day <= today else None
    if halt.resumed_on is None or halt.resumed_on <= today:
        return halt if last == halt.last_day else replace(halt, last_day=last, outcome="open")
    return replace(halt, last_day=None, resumed_on=None, outcome="open", restart_flow="unknown", note=None)


def _report_key(report: SupplyReport) -> tuple[str, ...]:
    span = (report.start, report.end, report.days_min, report.days_max)
    place = (report.country, report.status, report.route or "", report.facility_id or "")
    return (report.article_id, *place, *map(str, span), *report.said_by, *map(repr, report.evidence))
