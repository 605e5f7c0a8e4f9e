"""What the pages read: one store, one snapshot of it per revision, and the only cache of the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from time import monotonic
from types import MappingProxyType
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tracker import desk as reviewing
from tracker import impact
from tracker.config import settings
from tracker.desk import Decision, Desk, Outcome
from tracker.impact import Forecast, Headline
from tracker.knowledge import Knowledge, knowledge
from tracker.model import Article, FlowDay, FlowStatus, Ground, Parsed, Route, Strike, SupplyReport
from tracker.pipeline import Summary, ingest, is_seeded, parse_all, seed
from tracker.sources import Failure
from tracker.store import Store
from tracker.views.filters import BUYERS

_FILLING = Lock()
"""Held while an empty store is filled, so that two readers who come first fill it once."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything the store holds at one revision; shared by all readers and never changed."""

    revision: int
    strikes: tuple[Strike, ...]
    articles: Mapping[str, Article]
    supply_reports: tuple[SupplyReport, ...]


def facts() -> Knowledge:
    """What the program knows. Raises DataError."""
    return knowledge()


def today() -> date:
    """The day that counts as today."""
    return settings().clock()


def snapshot() -> Snapshot:
    """The store as it is now, filled from data/ when it lacks that. Raises StoreError, DataError."""
    url = settings().database_url
    store = _store(url)
    if not is_seeded(store, knowledge()):
        _fill(store)
    return _snapshot(url, store.revision())


def parsed(
    articles: Iterable[Article | Failure], progress: Callable[[int, str], None]
) -> list[Parsed | Failure]:
    """What the parser finds in articles that are not stored."""
    return list(parse_all(articles, knowledge(), progress))


def save(articles: Iterable[Article | Failure]) -> Summary:
    """Puts articles into the store, and says what was new."""
    return ingest(_store(settings().database_url), articles, knowledge(), None)


def strike(strike_id: str) -> Strike | None:
    """One strike by its present or any former id."""
    return _store(settings().database_url).strike(strike_id)


def desk() -> Desk:
    """What waits for a person, and what people have decided."""
    return _desk(settings().database_url, snapshot().revision)


def decide(decision: Decision) -> Outcome:
    """Keeps a decision and merges the strikes under it. Raises UsageError, StoreError."""
    return reviewing.decide(_store(settings().database_url), decision, knowledge())


def flow(country: str, route: Route, first: date, last: date, as_of: date) -> tuple[FlowDay, ...]:
    """The flow of each day from `first` to `last`, as known on `as_of`."""
    return _flow(country, route, first, last, as_of, settings().database_url, snapshot().revision)


def route_grounds(route: Route, day: date) -> list[Ground]:
    """What is said of one day of a route, for all countries that we follow, each reason once."""
    found = [item for code in BUYERS for item in flow(code, route, day, day, today())]
    return list(dict.fromkeys(ground for item in found for ground in item.grounds))


def headline(country: str, day: date, as_of: date) -> Headline:
    """The word of one day for a country's crude by Druzhba, as known on `as_of`."""
    return _headline(country, day, as_of, settings().database_url, snapshot().revision)


def forecasts(country: str, as_of: date) -> tuple[Forecast, ...]:
    """What was expected of a country's halts beside what came, as known on `as_of`; oldest first."""
    known = snapshot()
    return impact.forecasts(
        country,
        supply=knowledge().supply,
        supply_reports=known.supply_reports,
        articles=known.articles,
        today=as_of,
    )


def legs(day: date) -> dict[str, FlowStatus]:
    """The flow in each pipeline segment on one day, by segment id, as known today."""
    return _legs(day, today(), settings().database_url, snapshot().revision)


@st.cache_data(max_entries=64, show_spinner=False)
def _flow(
    country: str, route: Route, first: date, last: date, as_of: date, url: str, revision: int
) -> tuple[FlowDay, ...]:
    return impact.flow_days(country, route, first, last, **_evidence(url, revision), today=as_of)


@st.cache_data(max_entries=64, show_spinner=False)
def _headline(country: str, day: date, as_of: date, url: str, revision: int) -> Headline:
    return impact.summary(country, day, **_evidence(url, revision), today=as_of)


@st.cache_data(max_entries=64, show_spinner=False)
def _legs(day: date, as_of: date, url: str, revision: int) -> dict[str, FlowStatus]:
    return impact.leg_status(day, **_evidence(url, revision), today=as_of)


def _evidence(url: str, revision: int) -> dict[str, Any]:
    known = _snapshot(url, revision)
    return {
        "supply": knowledge().supply,
        "supply_reports": known.supply_reports,
        "articles": known.articles,
        "strikes": known.strikes,
    }


@st.cache_resource(show_spinner=False, on_release=Store.close)
def _store(url: str) -> Store:
    return Store.open(url)


@st.cache_resource(max_entries=2, show_spinner=False)
def _snapshot(url: str, revision: int) -> Snapshot:
    store = _store(url)
    articles = {article.id: article for article in store.articles()}
    return Snapshot(revision, store.strikes(), MappingProxyType(articles), store.supply_reports())


@st.cache_resource(max_entries=2, show_spinner=False)
def _desk(url: str, revision: int) -> Desk:
    store = _store(url)
    return reviewing.desk(_snapshot(url, revision).strikes, store.reports(), store.judgements())


def _fill(store: Store) -> None:
    with st.spinner("Filling the store from data/"), _FILLING:
        if not is_seeded(store, knowledge()):
            place = st.empty()
            seed(store, knowledge(), _progress(place))
            place.empty()


def _progress(place: DeltaGenerator) -> Callable[[int, str], None]:
    """A progress bar that appears when the work has taken a second; it says what is being done."""
    start = monotonic()

    def show(done: int, what: str) -> None:
        if monotonic() - start > 1:
            total = len(knowledge().listed) + len(knowledge().bulletins)
            place.progress(
                min(done / total, 1.0) if total else 1.0, f"First start: reading {what} ({done} of {total})"
            )

    return show
