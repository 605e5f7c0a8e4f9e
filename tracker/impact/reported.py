"""What articles report of a supply: outages, and days on which oil flowed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tracker.impact.horizon import published
from tracker.impact.network import stops
from tracker.impact.outages import DAY, Flow, Outage, near
from tracker.impact.words import day_text, duration_text, span_text
from tracker.knowledge.supply.types import Supply
from tracker.model import (
    Article,
    Commodity,
    FlowBasis,
    FlowStatus,
    FlowWord,
    Ground,
    Route,
    Strike,
    SupplyReport,
)


def relevant(
    reports: Sequence[SupplyReport], country: str, route: Route, supply: Supply
) -> list[SupplyReport]:
    """Reports of this country's crude by this route; without a route, when their facility carries it."""
    return [
        report
        for report in reports
        if report.country == country and report.commodity is Commodity.CRUDE_OIL
        if report.route is route
        or (
            report.route is None
            and report.facility_id is not None
            and stops(supply, route, report.facility_id, country)
        )
    ]


def reported_flow(reports: Sequence[SupplyReport], articles: Mapping[str, Article]) -> list[Flow]:
    """Days on which articles say that oil flowed: resumed on a day, or unaffected over days."""
    found = []
    for report in reports:
        if report.status not in (FlowWord.RESUMED, FlowWord.UNAFFECTED):
            continue
        first = report.start or published(report, articles)
        if first is None:
            continue
        restart = report.status is FlowWord.RESUMED
        reduced = restart and any(_lower(other, report, first, articles) for other in reports)
        days = [first] if restart else _days(first, report.end or first)
        verb = "Flow again" if restart else "Not affected"
        volume = ", at lower volume" if reduced else ""
        found += [
            Flow(
                country=report.country,
                day=day,
                restart=restart,
                reduced=reduced,
                ground=article_ground(report, articles, f"{verb} on {day_text(day)}{volume}"),
            )
            for day in days
        ]
    return found


def _lower(report: SupplyReport, restart: SupplyReport, day: date, articles: Mapping[str, Article]) -> bool:
    """Whether a report of a cut says how much flows on the day of the same article's restart."""
    cut = report.status is FlowWord.REDUCED and report.end is None
    same = (report.article_id, report.country) == (restart.article_id, restart.country)
    return cut and same and (report.start or published(report, articles)) == day


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def reported_outages(
    reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    flows: Sequence[Flow],
    strikes: Sequence[Strike],
    today: date,
) -> list[Outage]:
    """Outages that articles report; a restart ends them, also before the days they expected are over."""
    found = []
    for report in reports:
        if report.status not in (FlowWord.HALTED, FlowWord.REDUCED):
            continue
        outage = _from_report(report, articles, strikes)
        if outage is not None:
            outage = _cut(outage, flows, today)
            if outage.start <= outage.last and not _at_restart(outage, flows):
                found.append(outage)
    return found


def _from_report(
    report: SupplyReport, articles: Mapping[str, Article], strikes: Sequence[Strike]
) -> Outage | None:
    seen = published(report, articles)
    start = report.start or (seen if report.end is None else None)
    if start is None:
        return None
    observed = max(start, seen) if seen and report.end is None else start
    expected = start + timedelta(days=report.days_min - 1) if report.days_min else observed
    last = report.end or max(observed, expected)
    if report.end is not None:
        observed = min(report.end, seen) if seen and seen >= start else report.end
    word = FlowStatus.HALTED if report.status is FlowWord.HALTED else FlowStatus.REDUCED
    said = duration_text(report.days_min, report.days_max)
    sentence = f"{word.value.capitalize()} {span_text(start, report.end)}" + (f", {said}" if said else "")
    return Outage(
        id=f"{report.article_id}:{start}",
        country=report.country,
        start=start,
        observed=observed,
        last=last,
        word=word,
        basis=FlowBasis.REPORTED,
        ground=article_ground(report, articles, sentence),
        facility_id=report.facility_id,
        strike_ids=tuple(sorted(s.id for s in strikes if _of_report(s, report, start))),
        open_ended=report.end is None,
    )


def _of_report(strike: Strike, report: SupplyReport, start: date) -> bool:
    same = any(part.article_id == report.article_id for part in strike.reports)
    return (same or (report.facility_id is not None and strike.facility_id == report.facility_id)) and near(
        strike, start
    )


def _at_restart(outage: Outage, flows: Sequence[Flow]) -> bool:
    """Whether a cut without an end tells the volume of a restart at lower volume: that is no new outage."""
    cut = outage.word is FlowStatus.REDUCED and outage.open_ended
    return cut and any(flow.reduced and flow.day == outage.start for flow in flows)


def _cut(outage: Outage, flows: Sequence[Flow], today: date) -> Outage:
    ends = [flow.day for flow in flows if outage.start < flow.day <= outage.last and _ends(flow, outage)]
    last = min([outage.last, today, *(day - DAY for day in ends)])
    return replace(
        outage,
        last=last,
        observed=min(outage.observed, last),
        open_ended=outage.open_ended and not ends,
    )


def without(outages: Sequence[Outage], denied: Collection[date]) -> list[Outage]:
    """The outages without the days on which a listed source says that nothing was lost."""
    return [piece for outage in outages for piece in _pieces(outage, denied)]


def _pieces(outage: Outage, denied: Collection[date]) -> Iterator[Outage]:
    days = [day for day in _days(outage.start, outage.last) if day not in denied]
    if len(days) == (outage.last - outage.start).days + 1:
        yield outage
        return
    starts = [day for day in days if day - DAY not in days]
    for start in starts:
        last = next(day for day in days if day >= start and day + DAY not in days)
        yield replace(
            outage,
            start=start,
            last=last,
            observed=max(start, min(outage.observed, last)),
            open_ended=outage.open_ended and last == outage.last,
        )


def _ends(flow: Flow, outage: Outage) -> bool:
    """A restart ends what has no end of its own; on the last day that a source names it came that day."""
    if flow.restart and (outage.open_ended or flow.day < outage.last):
        return True
    return flow.day > outage.observed


def article_ground(report: SupplyReport, articles: Mapping[str, Article], sentence: str) -> Ground:
    """What an article says, with its evidence."""
    article = articles.get(report.article_id)
    return Ground(
        sentence=sentence,
        said_by=", ".join(report.said_by) or (article.publisher if article else None),
        known_on=article.published if article else None,
        source_url=article.url if article else None,
        article_id=report.article_id,
        evidence=report.evidence,
    )
