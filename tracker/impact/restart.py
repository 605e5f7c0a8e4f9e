"""When flow will be back: an 80 % interval for a halt, from other halts and from what was said of it.

1. A halt is a `repair` or a `prolonged` one: `known`.
2. Its length is that of the other halts of its kind (`lengths`; for them an obstacle counts also when it
   was settled), of at least so many days as it has lasted and as officials and operators named: "at least
   N days", or a date of restart, which slips but is not beaten.
3. It is overdue when it has outlasted the 80th percentile of the forecast made on the second day that it was
   publicly known.

Looking from a day, nothing that became public later is used: `horizon`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.impact.case import case_of
from tracker.impact.headline import forecasts
from tracker.impact.horizon import as_known
from tracker.impact.known import Kind, Known, Said, kind_of, kind_of_past, known_halt, known_halts, least_days
from tracker.impact.lengths import Lengths, lengths_of
from tracker.impact.outages import Outage
from tracker.knowledge.supply.types import Supply
from tracker.model import Article, Ground, Range, Route, Strike, SupplyReport

DAY = timedelta(days=1)
OVERDUE_SHARE = 0.8
TAILS = {Kind.REPAIR: "tail_repair", Kind.PROLONGED: "tail_prolonged"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartForecast:
    """How long a halt will have lasted when flow is back, and on which day.

    `days` is the whole length from `start`: low and high bound the 80 % interval, middle is the median.
    `overdue_from`: the first day on which it counts as overdue. `others`: ids of the halts it is measured by.
    """

    halt_id: str | None
    start: date
    as_of: date
    elapsed: int
    at_least: int
    kind: Kind
    days: Range
    restart_from: date
    restart_middle: date
    restart_to: date
    overdue: bool
    overdue_from: date
    others: tuple[str, ...]
    assumptions: tuple[str, ...]
    basis: tuple[Ground, ...]


def forecast(
    halt: Known, others: Sequence[Known], supply: Supply, *, as_of: date, elapsed: int
) -> RestartForecast | None:
    """The forecast for one halt on a day, measured by the other halts; None when no other one has ended.

    `elapsed`: days for which the halt is known to have lasted. The id of the halt is not looked up anywhere.
    """
    said = halt.until(as_of)
    kind, others_of_kind = _measure(halt, said, others)
    lengths = lengths_for(halt, others, supply, as_of=as_of)
    due = _due(halt, others, supply)
    if lengths is None or due is None:
        return None
    at_least = max(elapsed, least_days(halt.start, said))
    days = lengths.interval(at_least)
    return RestartForecast(
        halt_id=halt.id,
        start=halt.start,
        as_of=as_of,
        elapsed=elapsed,
        at_least=at_least,
        kind=kind,
        days=days,
        restart_from=halt.start + timedelta(days=days.low),
        restart_middle=halt.start + timedelta(days=round(days.middle)),
        restart_to=halt.start + timedelta(days=days.high),
        overdue=as_of >= due,
        overdue_from=due,
        others=tuple(other.id for other in others_of_kind),
        assumptions=(TAILS[kind],),
        basis=(_measured_by(kind, others_of_kind), *(s.ground for s in said if _weighs(s))),
    )


def lengths_for(halt: Known, others: Sequence[Known], supply: Supply, *, as_of: date) -> Lengths | None:
    """The distribution that the forecast for one halt on a day rests on; None when no other one has ended."""
    kind, others_of_kind = _measure(halt, halt.until(as_of), others)
    return _lengths(others_of_kind, supply, kind)


def _measure(halt: Known, said: Sequence[Said], others: Sequence[Known]) -> tuple[Kind, tuple[Known, ...]]:
    """The kind of a halt and the others of that kind; all others where none of its kind has ended."""
    kind = kind_of(halt.cause, said)
    same = tuple(o for o in others if kind_of_past(o) is kind)
    return kind, same if any(o.length is not None for o in same) else tuple(others)


def _lengths(others: Sequence[Known], supply: Supply, kind: Kind) -> Lengths | None:
    known = [o.length for o in others if o.length is not None]
    lasting = [o.lasted for o in others if o.length is None]
    return lengths_of(known, lasting, supply.assume(TAILS[kind]).middle)


def _due(halt: Known, others: Sequence[Known], supply: Supply) -> date | None:
    """The day after the 80th percentile as it was on the second public day."""
    early = halt.until(halt.second_day)
    kind, same = _measure(halt, early, others)
    lengths = _lengths(same, supply, kind)
    if lengths is None:
        return None
    at_least = max((halt.public_on - halt.start).days, least_days(halt.start, early))
    return halt.start + timedelta(days=int(lengths.quantile(OVERDUE_SHARE, at_least)) + 1)


def _weighs(said: Said) -> bool:
    numbers = said.days_min is not None or said.restart_on is not None
    return said.signal is not None or (numbers and said.role != "media")


def _measured_by(kind: Kind, others: Sequence[Known]) -> Ground:
    known = sorted(o.length for o in others if o.length is not None)
    longer = sorted(o.lasted for o in others if o.length is None)
    what = "damage under repair" if kind is Kind.REPAIR else "halts that people prolong"
    text = f"Measured by {len(others)} other halts ({what}): {', '.join(map(str, known))} days"
    return Ground(sentence=text + (f", and more than {', '.join(map(str, longer))}" if longer else ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenHalt:
    """The halt of a country that lasts on a day, its forecast and the distribution that this rests on."""

    outage: Outage
    forecast: RestartForecast
    lengths: Lengths


def restart_forecast(
    country: str,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    route: Route = Route.DRUZHBA,
) -> RestartForecast | None:
    """The forecast for the halt of a country on `today`, listed or told by articles; None without one."""
    found = open_halt(
        country,
        supply=supply,
        supply_reports=supply_reports,
        articles=articles,
        strikes=strikes,
        today=today,
        route=route,
    )
    return found.forecast if found else None


def open_halt(
    country: str,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    route: Route = Route.DRUZHBA,
) -> OpenHalt | None:
    """The halt of a country on `today` with its forecast; None without it or without one to measure by."""
    case = case_of(
        country,
        route,
        supply=supply,
        supply_reports=supply_reports,
        articles=articles,
        strikes=strikes,
        today=today,
    )
    outage = case.lasting(today)
    if outage is None:
        return None
    known = as_known(supply, today)
    told = forecasts(
        country, supply=supply, supply_reports=supply_reports, articles=articles, today=today, route=route
    )
    read = tuple(
        Said(
            known_on=f.known_on,
            countries=f.countries,
            role="official",
            affected=None,
            signal=None,
            days_min=f.days_min,
            restart_on=f.restart_on,
            ground=Ground(
                sentence=f.says,
                said_by=f.said_by,
                known_on=f.known_on,
                source_url=f.source_url,
                article_id=f.article_id,
                evidence=f.evidence,
            ),
        )
        for f in told
        if f.article_id is not None and f.halt_start is not None and abs(f.halt_start - outage.start) <= DAY
    )
    listed = known_halt(outage.halt, known, today) if outage.halt else None
    halt = Known(
        id=outage.id,
        start=outage.start,
        public_on=listed.public_on if listed else (outage.ground.known_on or outage.start),
        cause=listed.cause if listed else ("strike" if outage.strike_ids else "unknown"),
        length=None,
        lasted=0,
        said=(*(listed.said if listed else ()), *read),
    )
    others = tuple(o for o in known_halts(known, today, route=route) if o.id != outage.id)
    lengths = lengths_for(halt, others, known, as_of=today)
    found = forecast(halt, others, known, as_of=today, elapsed=max(0, (today - outage.start).days))
    return OpenHalt(outage=outage, forecast=found, lengths=lengths) if found and lengths else None
