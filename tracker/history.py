"""Any view as of an earlier moment: what was known then, and what has changed since.

From its first article on, a store knows when each article came, when it was read and what people had judged:
the view holds exactly that. Of earlier days it can only say what had been published by then, as it is read
today: an article counts from its publication day, a listed strike without one from the strike's last day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from tracker.events import merge
from tracker.model import Article, Judgement, Report, Strike, SupplyReport
from tracker.store import Store

COMPARED = (
    "kind", "facility_id", "place", "when", "attacker", "status", "weapons", "effects", "claimed_by",
    "confirmed_by", "denied_by", "sources",
)  # fmt: skip
"""The fields of a strike whose change is told, in the order of the page."""


Key: TypeAlias = tuple[object, ...]


class Clock(StrEnum):
    """By what time a view is cut: when this store got to know, or when it was published."""

    STORED = "stored"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the store holds, or held at a moment; `left_out` counts articles of which no day is known."""

    moment: datetime | None
    clock: Clock
    strikes: tuple[Strike, ...]
    articles: Mapping[str, Article]
    supply_reports: tuple[SupplyReport, ...]
    left_out: int = 0


class What(StrEnum):
    """What became of a strike between two views."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One strike as it is now, or as it was where it is gone; `fields` are those of COMPARED that differ."""

    what: What
    strike: Strike
    before: Strike | None = None
    fields: tuple[str, ...] = ()


def view(store: Store, moment: datetime | None = None) -> View:
    """Strikes, articles and supply reports now, or as known at `moment` (with a time zone)."""
    if moment is None:
        articles = {article.id: article for article in store.articles()}
        return _view(None, Clock.STORED, store.strikes(), articles, store.supply_reports())
    first = store.first_moment()
    if first is not None and moment < first:
        return _published(store, moment)
    articles = {article.id: article for article in store.articles(moment)}
    strikes = merge(store.reports(moment), articles, store.judgements(moment))
    return _view(moment, Clock.STORED, strikes, articles, store.supply_reports(moment))


def _view(
    moment: datetime | None,
    clock: Clock,
    strikes: Sequence[Strike],
    articles: Mapping[str, Article],
    supply_reports: Sequence[SupplyReport],
    left_out: int = 0,
) -> View:
    return View(
        moment=moment, clock=clock, strikes=tuple(strikes), articles=MappingProxyType(dict(articles)),
        supply_reports=tuple(supply_reports), left_out=left_out,
    )  # fmt: skip


def _published(store: Store, moment: datetime) -> View:
    reports, supply = store.reports(), store.supply_reports()
    days = _public_days(store.articles(), reports)
    known = {key: article for key, (article, day) in days.items() if day and day <= moment.date()}
    strikes = merge([report for report in reports if report.article_id in known], known, _NO_JUDGEMENTS)
    said = [report for report in supply if report.article_id in known]
    left_out = sum(day is None for _, day in days.values())
    return _view(moment, Clock.PUBLISHED, strikes, known, said, left_out)


_NO_JUDGEMENTS: tuple[Judgement, ...] = ()
"""Nobody can have judged before the store had its first article."""


def _public_days(
    articles: Iterable[Article], reports: Iterable[Report]
) -> dict[str, tuple[Article, date | None]]:
    struck: dict[str, list[date]] = defaultdict(list)
    for report in reports:
        if report.when.end:
            struck[report.article_id].append(report.when.end)
    return {
        article.id: (article, article.published or max(struck[article.id], default=None))
        for article in articles
    }


def changes(before: Sequence[Strike], after: Sequence[Strike]) -> tuple[Change, ...]:
    """What differs between two views, by the id of the strike; strikes that are told alike are left out.

    A strike is the same one under its id, else the one that holds most of the former one's reports.
    """
    return tuple(sorted(_changes(before, after), key=lambda change: change.strike.id))


def _changes(before: Sequence[Strike], after: Sequence[Strike]) -> Iterator[Change]:
    heirs = _heirs(before, after)
    taken = {strike.id for strike in heirs.values()}
    yield from (Change(what=What.NEW, strike=strike) for strike in after if strike.id not in taken)
    for strike in before:
        heir = heirs.get(strike.id)
        if heir is None:
            yield Change(what=What.GONE, strike=strike, before=strike)
        elif fields := _different(strike, heir):
            yield Change(what=What.CHANGED, strike=heir, before=strike, fields=fields)


def _heirs(before: Sequence[Strike], after: Sequence[Strike]) -> dict[str, Strike]:
    now = {strike.id: strike for strike in after}
    owners: dict[Key, list[Strike]] = defaultdict(list)
    for strike in after:
        for report in strike.reports:
            for key in _keys(report):
                owners[key].append(strike)
    found = {}
    for strike in before:
        shared = [owner for report in strike.reports for key in _keys(report) for owner in owners[key]]
        heir = now.get(strike.id) or max(shared, key=lambda s: (shared.count(s), s.id), default=None)
        if heir is not None:
            found[strike.id] = heir
    return found


def same(strike: Strike, among: Sequence[Strike]) -> Strike | None:
    """The strike of another view that this one is there, or None."""
    return _heirs([strike], among).get(strike.id)


def _keys(report: Report) -> tuple[Key, Key]:
    """A report on its day and without it: a newer reading may have moved the day."""
    return (report.article_id, report.facility_id, report.when.start), (report.article_id, report.facility_id)


def _different(before: Strike, after: Strike) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if getattr(before, name) != getattr(after, name))
