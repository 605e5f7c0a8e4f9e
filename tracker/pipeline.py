"""The flow, in the order of the rooms; the only place (with bulk) that catches an article's failure.

1. sources     yield Articles, or a Failure in the place of one
2. text        is read as it stands
3. extraction  Article -> Reports and SupplyReports
4. geocoding   Report  -> Report with a place
5. events      Reports -> Strikes
6. store       keeps all of it
7. impact, figures and views read from the store
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from tracker.events import merge
from tracker.extraction import Extractor, Prefilter
from tracker.geocoding import locate
from tracker.knowledge import Knowledge
from tracker.model import Article, Basis, Evidence, Parsed, Precision, Report, SupplyReport, to_json
from tracker.sources import Failure
from tracker.store import Change, Store, article_key

Progress = Callable[[int, str], None]
"""Called with how many articles are done and the name of the one at hand."""

_BEYOND = timedelta(days=3 * 365)
"""How long after its newest row data/ may be used before a date is doubted."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did: articles read, new in the store, known already, failed; and the change in strikes."""

    read: int
    new: int
    known: int
    failed: tuple[Failure, ...]
    warnings: tuple[str, ...]
    strikes: Change


def parse(article: Article, knowledge: Knowledge) -> Parsed:
    """Everything the parser finds in one article. Pure: reads no clock, no store, no network."""
    found = _extractor(knowledge).read(article)
    located = [locate(report, knowledge) for report in found.reports]
    reports = tuple(report for report in located if _is_placed(report))
    nowhere = tuple(
        f"left out: '{report.target.name}', struck at a place that is not known"
        for report in located
        if not _is_placed(report)
    )
    article = replace(article, lang=article.lang or found.lang)
    return Parsed(
        article=article,
        reports=_distinct(reports),
        supply_reports=found.supply_reports,
        warnings=(*article.warnings, *_implausible(article, knowledge), *found.warnings, *nowhere),
    )


def _implausible(article: Article, knowledge: Knowledge) -> tuple[str, ...]:
    """A publication date far beyond all that data/ knows is a slip of the pen; no clock is read to see it."""
    newest = _newest(knowledge)
    doubted = any("in the future" in warning for warning in article.warnings)
    if article.published is None or doubted or article.published <= newest + _BEYOND:
        return ()
    return (f"the publication date {article.published} seems to lie in the future: data/ ends on {newest}",)


@cache
def _newest(knowledge: Knowledge) -> date:
    """The last day of which a list in data/ knows a strike."""
    return max(row.report.when.end for row in knowledge.listed if row.report.when.end)


def _is_placed(report: Report) -> bool:
    """A strike needs a facility, or a place nearer than a country."""
    place = report.place
    return report.facility_id is not None or (place is not None and place.precision is not Precision.COUNTRY)


@cache
def _extractor(knowledge: Knowledge) -> Extractor:
    return Extractor(knowledge)


def _distinct(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """One report for one place and date: two names of one facility become one once they are placed."""
    kept: dict[tuple[object, ...], Report] = {}
    for report in reports:
        key = (report.facility_id or (report.place, report.target.kind), report.when.start, report.when.end)
        kept.setdefault(key, report)
    return tuple(kept.values())


def parse_all(
    articles: Iterable[Article | Failure], knowledge: Knowledge, progress: Progress | None = None
) -> Iterator[Parsed | Failure]:
    """Parses one article after another; what cannot be read or parsed is a Failure in its place."""
    for done, item in enumerate(articles):
        if isinstance(item, Failure):
            yield item
            continue
        if progress:
            progress(done, item.id)
        try:
            yield parse(item, knowledge)
        except (ArithmeticError, LookupError, TypeError, ValueError) as error:
            _log.exception("article %s could not be parsed", item.id)
            what = f"could not be parsed ({type(error).__name__}: {error})"
            yield Failure(item.id, what, "Report this article: the parser should never fail")


def sift(
    articles: Iterable[Article | Failure], knowledge: Knowledge, passed_over: Callable[[Article], None]
) -> Iterator[Article | Failure]:
    """The articles that can hold a strike or a supply statement, and failures; the others are passed over.

    For archives: an article that holds neither costs a hundredth of reading it.
    """
    for item in articles:
        if isinstance(item, Failure) or _prefilter(knowledge).may_tell(item.text, item.title):
            yield item
        else:
            passed_over(item)


@cache
def _prefilter(knowledge: Knowledge) -> Prefilter:
    return Prefilter(knowledge.lexicons.values(), knowledge.forms)


def ingest(
    store: Store,
    articles: Iterable[Article | Failure],
    knowledge: Knowledge,
    progress: Progress | None = None,
) -> Summary:
    """Parses articles, stores what is new and merges the strikes anew. Running it again changes nothing."""
    read = new = 0
    failed: list[Failure] = []
    warnings: list[str] = []
    for item in parse_all(articles, knowledge, progress):
        if isinstance(item, Failure):
            failed.append(item)
            continue
        read += 1
        new += store.add(item)
        warnings += [f"{item.article.id}: {warning}" for warning in item.warnings]
    return Summary(
        read=read,
        new=new,
        known=read - new,
        failed=tuple(failed),
        warnings=tuple(warnings),
        strikes=remerge(store),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a newer reading of a stored article says that the old one did not, and the other way round."""

    article_id: str
    title: str | None
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rereading:
    """How many stored articles were read again, what differs, and what that did to the strikes."""

    read: int
    differences: tuple[Difference, ...]
    strikes: Change


def reparse(
    store: Store, knowledge: Knowledge, *, apply: bool, progress: Progress | None = None
) -> Rereading:
    """Reads the stored articles again; with `apply` new readings replace old ones and strikes are merged."""
    before: dict[str, list[Report | SupplyReport]] = defaultdict(list)
    for report in store.reports():
        before[report.article_id].append(report)
    for supply in store.supply_reports():
        before[supply.article_id].append(supply)
    texts = [article for article in store.articles() if article.basis is not Basis.LISTED]
    changed: list[Parsed] = []
    differences: list[Difference] = []
    for item in parse_all(texts, knowledge, progress):
        if isinstance(item, Failure):
            continue
        old: set[Report | SupplyReport] = set(before[item.article.id])
        new: set[Report | SupplyReport] = {*item.reports, *item.supply_reports}
        if old != new:
            changed.append(item)
            gone, come = _lines(old - new), _lines(new - old)
            differences.append(
                Difference(article_id=item.article.id, title=item.article.title, gone=gone, come=come)
            )
    change = store.reread(changed, merge)[1] if apply else Change()
    return Rereading(read=len(texts), differences=tuple(differences), strikes=change)


def _lines(reports: Iterable[Report | SupplyReport]) -> tuple[str, ...]:
    """Reports as lines for a person, in order."""
    return tuple(sorted(_line(report) for report in reports))


def _line(report: Report | SupplyReport) -> str:
    if isinstance(report, SupplyReport):
        what = " ".join(filter(None, (report.country, report.commodity, report.route, report.status)))
        return f"supply {what} {report.start or ''}".rstrip()
    where = report.facility_id or (report.place.name if report.place else report.target.name)
    days = " to ".join(dict.fromkeys(str(day) for day in (report.when.start, report.when.end) if day))
    said = ", ".join([report.status, *report.weapons, *report.effects])
    return f"strike {where} {days or 'undated'} ({said}), confidence {report.confidence}"


def seed(store: Store, knowledge: Knowledge, progress: Progress | None = None) -> Summary:
    """Fills a store from data/: strikes known from public lists, and our bulletins, read like any article."""
    listed = [Parsed(article=row.article, reports=(row.report,)) for row in knowledge.listed]
    new = store.add_all(listed)
    summary = ingest(store, knowledge.bulletins, knowledge, progress)
    read = summary.read + len(listed)
    return replace(summary, read=read, new=summary.new + new, known=read - summary.new - new)


def is_seeded(store: Store, knowledge: Knowledge) -> bool:
    """Whether the store holds what data/ knows: its last listed strike and its last bulletin."""
    last = (knowledge.listed[-1].article, knowledge.bulletins[-1])
    return all(store.article(article_key(article)) is not None for article in last)


def remerge(store: Store) -> Change:
    """Merges all stored reports into strikes and stores the difference."""
    return store.remerge(merge)


def parsed_json(parsed: Parsed, *, with_text: bool = False) -> dict[str, Any]:
    """The JSON object that `tracker parse` prints for one article."""
    article = parsed.article
    row: dict[str, Any] = {
        "id": article.id,
        "lang": article.lang,
        "published": to_json(article.published),
        "published_basis": article.published_basis.value,
        "strikes": [_strike_json(report) for report in parsed.reports],
        "disruptions": [_disruption_json(report) for report in parsed.supply_reports],
        "warnings": list(parsed.warnings),
    }
    if with_text:
        row |= {"title": article.title, "text": article.text}
    return row


def _strike_json(report: Report) -> dict[str, Any]:
    place, when = report.place, report.when
    return {
        "facility_id": report.facility_id,
        "name": report.target.name,
        "kind": report.target.kind.value,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision.value if place else None,
        "radius_km": place.radius_km if place else None,
        "date_start": to_json(when.start),
        "date_end": to_json(when.end),
        "date_precision": when.precision.value,
        "date_basis": to_json(when.basis),
        "attacker": report.attacker,
        "weapons": to_json(report.weapons),
        "effects": to_json(report.effects),
        "status": report.status.value,
        "claimed_by": list(report.claimed_by),
        "confirmed_by": list(report.confirmed_by),
        "denied_by": list(report.denied_by),
        "primary": report.primary,
        "confidence": report.confidence,
        "evidence": [_evidence_json(item) for item in report.evidence],
    }


def _disruption_json(report: SupplyReport) -> dict[str, Any]:
    return {
        "country": report.country,
        "facility_id": report.facility_id,
        "commodity": report.commodity.value,
        "route": to_json(report.route),
        "status": report.status.value,
        "start": to_json(report.start),
        "end": to_json(report.end),
        "days_min": report.days_min,
        "days_max": report.days_max,
        "said_by": list(report.said_by),
        "evidence": [_evidence_json(item) for item in report.evidence],
    }


def _evidence_json(item: Evidence) -> dict[str, Any]:
    return {"field": item.field, "in": item.where, "start": item.start, "end": item.end, "quote": item.quote}
