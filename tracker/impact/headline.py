"""The answer of the first three seconds, what was expected of a halt beside what came, and what it cost."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.impact import volumes
from tracker.impact.case import Case, case_of
from tracker.impact.horizon import as_known, published, reports_known
from tracker.impact.reported import relevant
from tracker.impact.words import duration_text
from tracker.knowledge.supply.types import Halt, Statement, Supply
from tracker.model import (
    Article,
    Evidence,
    FlowBasis,
    FlowDay,
    FlowStatus,
    FlowWord,
    Ground,
    Range,
    Route,
    Strike,
    SupplyReport,
)

DAY = timedelta(days=1)
LONGEST_RUN = timedelta(days=1500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The word of a day: since when, who said so and when, the last word where nothing is known.

    `since` is the first day of the unbroken run of the same word, None when it lies over 1,500 days back.
    """

    country: str
    route: Route
    day: date
    status: FlowStatus
    basis: FlowBasis
    since: date | None
    said_by: str | None
    known_on: date | None
    last_word: Ground | None
    flow_day: FlowDay
    forecasts: tuple[Forecast, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What somebody expected of a halt, beside what came (`actual_...`, None while it is open).

    `late_days`: days by which the restart came after the last day that the words allow, negative when it came
    before the first, 0 when they held, None when no number was said or nothing is known yet.
    """

    halt_id: str | None
    halt_start: date | None
    known_on: date | None
    said_by: str
    countries: tuple[str, ...]
    says: str
    days_min: int | None
    days_max: int | None
    restart_on: date | None
    actual_days: int | None
    actual_restart: date | None
    late_days: int | None
    source_url: str | None
    article_id: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDelivered:
    """What a halt kept from its buyers among the countries asked for; None where no figure allows to say."""

    halt: Halt
    countries: tuple[str, ...]
    days: int | None
    kt: Range | None
    kb: Range | None


def summary(
    country: str,
    day: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    route: Route = Route.DRUZHBA,
) -> Headline:
    """The headline of one country and day, seen from `today`."""
    case = case_of(
        country,
        route,
        supply=supply,
        supply_reports=supply_reports,
        articles=articles,
        strikes=strikes,
        today=today,
    )
    word = case.day(day)
    ground = word.grounds[0] if word.grounds else None
    expected = forecasts(
        country,
        supply=supply,
        supply_reports=supply_reports,
        articles=articles,
        today=today,
        route=route,
    )
    unknown = word.status is FlowStatus.UNKNOWN
    return Headline(
        country=country,
        route=route,
        day=day,
        status=word.status,
        basis=word.basis,
        since=_since(case, word),
        said_by=ground.said_by if ground else None,
        known_on=ground.known_on if ground else None,
        last_word=case.last_word(min(day, today)) if unknown else None,
        flow_day=word,
        forecasts=tuple(f for f in expected if _lasting(f, day, case.supply)),
    )


def _lasting(forecast: Forecast, day: date, supply: Supply) -> bool:
    if forecast.halt_start is None or day < forecast.halt_start:
        return False
    halt = supply.halt(forecast.halt_id) if forecast.halt_id else None
    end = (halt.resumed_on or halt.last_day) if halt else None
    return end is None or day <= end


def _since(case: Case, word: FlowDay) -> date | None:
    for outage in case.reported:
        if word.status is FlowStatus.HALTED and outage.covers(word.day) and outage.ground == word.grounds[0]:
            return outage.start
    day = word.day
    while word.day - day < LONGEST_RUN:
        if case.day(day - DAY).status is not word.status:
            return day
        day -= DAY
    return None


def forecasts(
    country: str,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    today: date,
    route: Route = Route.DRUZHBA,
) -> tuple[Forecast, ...]:
    """What was publicly expected of this country's halts, oldest first, beside what came by `today`.

    A length told of a halt that is over is no forecast.
    """
    known = as_known(supply, today)
    halts = {halt.id: halt for halt in known.halts if halt.route is route and country in halt.countries}
    said = [
        _stated(statement, halts[statement.halt_id])
        for statement in known.statements
        if statement.halt_id in halts and country in statement.countries and _looks_ahead(statement)
    ]
    reports = relevant(reports_known(supply_reports, articles, today), country, route, known)
    read = [
        _read(report, articles, list(halts.values()))
        for report in reports
        if report.status is FlowWord.HALTED and report.end is None
        if report.days_min is not None or report.days_max is not None
    ]
    return tuple(sorted([*said, *read], key=_forecast_key))


def _looks_ahead(said: Statement) -> bool:
    numbers = (said.days_min, said.days_max, said.restart_on)
    return any(n is not None for n in numbers) or said.signal in ("soon", "solved")


def _forecast_key(forecast: Forecast) -> tuple[date, date, str, str, str]:
    return (
        forecast.halt_start or date.max,
        forecast.known_on or date.max,
        forecast.said_by,
        forecast.says,
        forecast.article_id or "",
    )


def _stated(said: Statement, halt: Halt) -> Forecast:
    return Forecast(
        halt_id=halt.id,
        halt_start=halt.start,
        known_on=said.known_on,
        said_by=said.said_by,
        countries=said.countries,
        says=said.says,
        days_min=said.days_min,
        days_max=said.days_max,
        restart_on=said.restart_on,
        actual_days=halt.length,
        actual_restart=halt.resumed_on,
        late_days=_late(halt, said.days_min, said.days_max, said.restart_on),
        source_url=said.source_url,
    )


def _read(report: SupplyReport, articles: Mapping[str, Article], halts: Sequence[Halt]) -> Forecast:
    known_on = published(report, articles)
    start = report.start or known_on
    stops = (halt for halt in halts if halt.completeness != "none")
    halt = next((halt for halt in stops if start and abs(start - halt.start) <= DAY), None)
    article = articles.get(report.article_id)
    return Forecast(
        halt_id=halt.id if halt else None,
        halt_start=halt.start if halt else start,
        known_on=known_on,
        said_by=", ".join(report.said_by) or (article.publisher if article else None) or "not known",
        countries=(report.country,),
        says=duration_text(report.days_min, report.days_max) or "no number",
        days_min=report.days_min,
        days_max=report.days_max,
        restart_on=None,
        actual_days=halt.length if halt else None,
        actual_restart=halt.resumed_on if halt else None,
        late_days=_late(halt, report.days_min, report.days_max, None) if halt else None,
        source_url=article.url if article else None,
        article_id=report.article_id,
        evidence=report.evidence,
    )


def _late(halt: Halt, days_min: int | None, days_max: int | None, restart_on: date | None) -> int | None:
    if halt.length is None or halt.resumed_on is None:
        return None
    if restart_on is not None:
        return (halt.resumed_on - restart_on).days
    if days_max is not None and halt.length > days_max:
        return halt.length - days_max
    if days_min is not None and halt.length < days_min:
        return halt.length - days_min
    return 0 if days_min is not None or days_max is not None else None


def not_delivered(
    supply: Supply, *, today: date, countries: Sequence[str] = volumes.TOGETHER
) -> tuple[NotDelivered, ...]:
    """For each listed Druzhba halt that touches these countries: days and volume lost, up to `today`."""
    known = as_known(supply, today)
    found = []
    for halt in known.halts:
        touched = tuple(sorted(set(halt.countries) & set(countries)))
        if halt.route is Route.DRUZHBA and touched and halt.completeness != "none":
            kt = _lost(known, halt, touched, today)
            found.append(
                NotDelivered(
                    halt=halt,
                    countries=touched,
                    days=halt.length,
                    kt=kt,
                    kb=volumes.barrels(known, kt) if kt else None,
                )
            )
    return tuple(found)


def _lost(supply: Supply, halt: Halt, countries: tuple[str, ...], today: date) -> Range | None:
    if halt.completeness == "partial":
        return _lost_in_part(supply, halt, countries, today)
    usual = volumes.usual(supply, countries, halt.start - DAY) or volumes.usual(supply, countries, halt.start)
    if usual is None:
        return None
    lost = volumes.scale(usual.kt_per_day, len(volumes.whole_days(halt, today)))
    shares = []
    if halt.resumed_on is not None and halt.resumed_on == halt.last_day:
        shares.append(supply.assume("part_day_share"))
    if halt.resumed_on is not None and halt.restart_flow == "reduced":
        days = min((today - halt.resumed_on).days + 1, math.ceil(supply.assume("ramp_days").high))
        shares += [volumes.ramp_lost(supply, number) for number in range(days)]
    return volumes.add([lost, *(volumes.times(usual.kt_per_day, share) for share in shares)])


def _lost_in_part(supply: Supply, halt: Halt, countries: tuple[str, ...], today: date) -> Range | None:
    days = []
    for country in countries:
        case = case_of(
            country, halt.route, supply=supply, supply_reports=(), articles={}, strikes=(), today=today
        )
        outage = next((o for o in case.reported if o.halt is not None and o.halt.id == halt.id), None)
        if outage is None:
            return None
        span = (outage.last - outage.start).days + 1
        days += [case.missing(outage, outage.start + timedelta(days=n)) for n in range(span)]
    known = [missing for missing in days if missing is not None]
    return volumes.add(known) if known and len(known) == len(days) else None
