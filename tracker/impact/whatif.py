"""One case of one country over a span of days: balance, cover and totals; as things are known, or what if."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.impact.ahead import expected
from tracker.impact.balance import BalanceDay, BalanceTotal, balance
from tracker.impact.cover import Cover, cover
from tracker.impact.scenario import Scenario, applied, chosen, outages
from tracker.knowledge.supply.types import Supply
from tracker.model import Article, Strike, SupplyReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a case means for a country: each day, all days together, and how long cover lasts.

    `short_from` is the first day on which something is missing in the middle case. `cover` runs from there to
    the last day; both are None where nothing is missing.
    """

    country: str
    scenario: Scenario
    days: tuple[BalanceDay, ...]
    total: BalanceTotal
    short_from: date | None
    short_days: int
    cover: Cover | None


def answer(
    country: str,
    first: date,
    last: date,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
    scenario: Scenario | None = None,
) -> Answer:
    """The case of a scenario (none: as things are known) for `first` to `last`, both included.

    Volumes are kt and thousand barrels, low to high by seeded samples; what became public after `today` is
    not used; an open halt goes on as its restart forecast has it. Raises ValueError when the span ends before
    it starts.
    """
    if last < first:
        raise ValueError(f"the span ends before it starts: {first} to {last}")
    case = scenario or Scenario()
    facts = applied(supply, case)
    ahead = expected(
        supply=facts, supply_reports=supply_reports, articles=articles, strikes=strikes, today=today
    )
    found = balance(
        first, last, supply=facts, supply_reports=supply_reports, articles=articles, strikes=strikes,
        today=today, outages=outages(case), ahead=ahead,
    )  # fmt: skip
    own = tuple(day for day in found.days if day.country == country)
    short = [day.day for day in own if day.missing_kt.middle > 0]
    start = short[0] if short else None
    missing = [day.missing_kt for day in own if start is not None and day.day >= start]
    wish = chosen(case, country)
    return Answer(
        country=country,
        scenario=case,
        days=own,
        total=next(total for total in found.totals if total.country == country),
        short_from=start,
        short_days=len(short),
        cover=cover(country, start, missing, supply=facts, today=today, chosen=wish) if start else None,
    )
