"""How a campaign went, in numbers: which strikes stand on which days, at which facilities, how far apart.

A figure by day or week needs a date that exact: what is known less exactly is left out and counted, never
put on a day of our choosing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from tracker.figures import words
from tracker.model import Article, Report, Status, Strike, When

NIGHT = timedelta(days=1)
WEEK = timedelta(days=6)
MONTH = timedelta(days=31)
"""How far the two ends of a date may lie apart for a figure by day, by week, by month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """One facility with its strikes; `days` are those of its strikes that are known to the night."""

    facility_id: str
    name: str
    strikes: int
    newest: When
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """When a strike was first claimed and first confirmed, by days of publication; and whether at all."""

    claimed: bool
    confirmed: bool
    claimed_on: date | None
    confirmed_on: date | None

    @property
    def lag(self) -> int | None:
        """Days from the first claim to the first confirmation, below 0 where that came first."""
        if self.claimed_on is None or self.confirmed_on is None:
            return None
        return (self.confirmed_on - self.claimed_on).days


def exact(strikes: Iterable[Strike], within: timedelta) -> list[tuple[date, Strike]]:
    """The strikes whose date is known that exactly, each with its first day."""
    return [
        (strike.when.start, strike)
        for strike in strikes
        if strike.when.start and strike.when.end and strike.when.end - strike.when.start <= within
    ]


def left_out(strikes: Sequence[Strike], counted: int) -> str:
    """What a figure by exact days does not count: `; not counted: 3 strikes without a known date, ...`."""
    undated = sum(strike.when.start is None for strike in strikes)
    coarse = len(strikes) - undated - counted
    parts = [f"{words.count(undated, 'strike')} without a known date"]
    parts += [f"{words.count(coarse, 'strike')} whose date is not known that exactly"] * bool(coarse)
    return f"; not counted: {', '.join(parts)}"


def monday(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


def gaps(days: Iterable[date]) -> list[int]:
    """The days from each day to the next later one; the same day twice is one day."""
    return [(later - earlier).days for earlier, later in pairwise(sorted(set(days)))]


def most_struck(strikes: Iterable[Strike], most: int) -> list[Struck]:
    """The facilities with most strikes, those with the newest strike first where they have equally many."""
    by_facility: dict[str, list[Strike]] = {}
    for strike in strikes:
        if strike.facility_id:
            by_facility.setdefault(strike.facility_id, []).append(strike)
    found = [_struck(name, hits) for name, hits in by_facility.items()]
    return sorted(found, key=lambda s: (-s.strikes, -_ordinal(s.newest), s.facility_id))[:most]


def spoken(strike: Strike, articles: Mapping[str, Article]) -> Words:
    """When the first voice of a strike's ledger claimed it, and when the first one confirmed it."""
    claims = [report for report in strike.reports if _claims(report)]
    confirms = [report for report in strike.reports if _confirms(report)]
    return Words(
        claimed=bool(claims),
        confirmed=bool(confirms),
        claimed_on=_first_day(claims, articles),
        confirmed_on=_first_day(confirms, articles),
    )


def middle(values: Sequence[int]) -> str:
    """The median in words, with its unit: `2 days`, `1 day`, `2.5 days`."""
    if not values:
        return words.NOT_KNOWN
    value = median(values)
    return f"{value:g} {'day' if value == 1 else 'days'}"


def _struck(facility_id: str, hits: Sequence[Strike]) -> Struck:
    newest = max(hits, key=lambda s: (_ordinal(s.when), s.id))
    return Struck(
        facility_id=facility_id,
        name=newest.name,
        strikes=len(hits),
        newest=newest.when,
        days=tuple(sorted(day for day, _ in exact(hits, NIGHT))),
    )


def _ordinal(when: When) -> int:
    return when.end.toordinal() if when.end else 0


def _claims(report: Report) -> bool:
    return bool(report.claimed_by) or report.status is Status.CLAIMED


def _confirms(report: Report) -> bool:
    return bool(report.confirmed_by) or report.status is Status.CONFIRMED


def _first_day(reports: Iterable[Report], articles: Mapping[str, Article]) -> date | None:
    known = (articles[r.article_id].published for r in reports if r.article_id in articles)
    return min((day for day in known if day), default=None)
