from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from tracker.impact import flow_days, summary
from tracker.impact.headline import Headline
from tracker.knowledge.supply import Supply, load
from tracker.model import (
    Article,
    Commodity,
    Effect,
    FlowDay,
    FlowWord,
    Kind,
    PublishedBasis,
    Report,
    Route,
    Status,
    Strike,
    SupplyReport,
    Target,
    When,
)

TODAY = date(2026, 11, 24)
SUPPLY = load(Path(__file__).parents[2] / "data" / "supply")


@dataclass(frozen=True)
class World:
    """What the functions of the room are given, so that a test states only what it changes."""

    supply: Supply = SUPPLY
    supply_reports: tuple[SupplyReport, ...] = ()
    articles: dict[str, Article] = field(default_factory=dict)
    strikes: tuple[Strike, ...] = ()
    today: date = TODAY

    @property
    def given(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def day(self, day: date, country: str = "HU", route: Route = Route.DRUZHBA) -> FlowDay:
        return self.days(day, day, country, route)[0]

    def days(
        self, first: date, last: date, country: str = "HU", route: Route = Route.DRUZHBA
    ) -> tuple[FlowDay, ...]:
        return flow_days(country, route, first, last, **self.given)

    def headline(self, day: date, country: str = "HU") -> Headline:
        return summary(country, day, **self.given)

    def without_halts(self) -> World:
        return replace(self, supply=replace(self.supply, halts=(), statements=()))

    def with_report(self, report: SupplyReport, published: date | None) -> World:
        article = an_article(report.article_id, published)
        return replace(
            self,
            supply_reports=(*self.supply_reports, report),
            articles={**self.articles, article.id: article},
        )


def an_article(article_id: str, published: date | None) -> Article:
    return Article(
        id=article_id,
        text=f"Text of {article_id}.",
        url=f"https://news.example/{article_id}",
        publisher="news.example",
        published=published,
        published_basis=PublishedBasis.HEADER if published else PublishedBasis.UNKNOWN,
    )


def a_report(status: FlowWord = FlowWord.HALTED, article_id: str = "a1", **changes: Any) -> SupplyReport:
    values: dict[str, Any] = {
        "country": "HU",
        "commodity": Commodity.CRUDE_OIL,
        "route": Route.DRUZHBA,
        "said_by": ("Péter Szijjártó",),
    }
    return SupplyReport(article_id=article_id, status=status, **{**values, **changes})


def a_strike(
    facility_id: str = "unecha-pumping-station",
    start: date = date(2026, 9, 1),
    effects: Sequence[Effect] = (Effect.HALTED,),
    **changes: Any,
) -> Strike:
    values: dict[str, Any] = {"status": Status.CONFIRMED, "attacker": "UA", "place": None}
    report = Report(
        article_id=changes.pop("article_id", "s1"),
        target=Target(name="Unecha", kind=Kind.PUMPING_STATION),
        when=When(start, start),
    )
    return Strike(
        id=f"{facility_id}-{start}",
        name="Unecha pumping station",
        kind=Kind.PUMPING_STATION,
        facility_id=facility_id,
        when=When(start, start),
        effects=tuple(effects),
        reports=(report,),
        **{**values, **changes},
    )
