"""What the pages read: one store, one view of it per revision, and the only cache of the dashboard.

Where the link names a moment (`known`), everything here is as it was known then, and that day is today.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from threading import Lock
from time import monotonic
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tracker import desk as reviewing
from tracker import history, impact
from tracker.config import settings
from tracker.desk import Decision, Desk, Fix, Outcome
from tracker.history import Change, View
from tracker.impact import Answer, Forecast, Headline, NodeLoss, RefiningDay, RestartForecast
from tracker.knowledge import Knowledge, knowledge
from tracker.model import Article, FlowDay, FlowStatus, Ground, Parsed, Route, Strike
from tracker.pipeline import is_seeded, parse_all, remerge, seed
from tracker.sources import Failure
from tracker.store import Change as StoreChange
from tracker.store import Store
from tracker.views import memory, state
from tracker.views.filters import BUYERS

BEFORE = timedelta(days=60)
"""How far before a moment the words of supply are compared with today's."""

_FILLING = Lock()
"""Held while an empty store is filled, so that two readers who come first fill it once."""


def facts() -> Knowledge:
    """What the program knows. Raises DataError."""
    return knowledge()


def moment() -> datetime | None:
    """The moment whose knowledge the reader wants to see; None: all that is known now."""
    return state.current().known


def today() -> date:
    """The day that counts as today."""
    known, now = moment(), settings().clock()
    return min(known.date(), now) if known else now


def snapshot() -> View:
    """The store as the reader sees it, filled from data/ when it lacks that. Raises StoreError, DataError."""
    return _view(*_key())


def present() -> View:
    """The store as it is now, whatever moment the reader looks at."""
    return _view(*_key()[:2], None)


def view_at(known: datetime | None) -> View:
    """The store as it is or was, for what runs beside the pages and has no reader."""
    url = settings().database_url
    store = _store(url)
    with _FILLING:
        if not is_seeded(store, knowledge()):
            seed(store, knowledge(), None)
    return _view(url, store.revision(), known)


def since() -> tuple[Change, ...]:
    """What has changed in the strikes since the moment that the reader looks at."""
    return _since(*_key())


def changed_since(when: datetime) -> tuple[Change, ...] | None:
    """What has changed in the strikes since a moment until now; None where the store is younger than that."""
    return _changed(*_key()[:2], when)


def words_since(code: str) -> tuple[tuple[FlowDay, FlowDay], ...]:
    """The days before the moment whose word for a country's Druzhba crude has changed: then, and now."""
    last, (url, revision, known) = today(), _key()
    span = (code, Route.DRUZHBA, last - BEFORE, last)
    then = _flow(*span, last, url, revision, known)
    now = _flow(*span, settings().clock(), url, revision, None)
    return tuple((a, b) for a, b in zip(then, now, strict=True) if a.status is not b.status)


def version() -> tuple[str, int, datetime | None]:
    """What the pages read, as a key of what is made of it: the store, its revision, the reader's moment."""
    return _key()


def _key() -> tuple[str, int, datetime | None]:
    url = settings().database_url
    store = _store(url)
    if not _seeded(url, store.revision()):
        _fill(store)
    return url, store.revision(), moment()


@st.cache_data(max_entries=8, show_spinner=False)
def _seeded(url: str, revision: int) -> bool:
    return is_seeded(_store(url), knowledge())


def parsed(article: Article | Failure) -> Parsed | Failure:
    """What the parser finds in an article that is not stored."""
    return next(parse_all([article], knowledge()))


def add(item: Parsed) -> bool:
    """Puts an article with what was found in it into the store; False when it was there. `merge` after."""
    return _store(settings().database_url).add(item)


def merge() -> StoreChange:
    """Makes the strikes of all that is stored, and says what that changed."""
    return remerge(_store(settings().database_url))


def check_fixes(fixes: Sequence[Fix], who: str, why: str) -> None:
    """Raises UsageError where a person's changes to found strikes could not be kept."""
    reviewing.check_fixes(fixes, who, why, knowledge())


def keep_fixes(fixes: Sequence[Fix], who: str, why: str) -> list[Outcome]:
    """Keeps a person's changes to strikes of articles that are stored now, as judgements."""
    return reviewing.keep_fixes(_store(settings().database_url), fixes, who, why, knowledge())


def strike(strike_id: str) -> Strike | None:
    """One strike by its present or any former id, as it is known in the view."""
    now = present_strike(strike_id)
    if moment() is None:
        return now
    seen = snapshot().strikes
    named = next((item for item in seen if item.id == strike_id), None)
    return named or (history.same(now, seen) if now else None)


def present_strike(strike_id: str) -> Strike | None:
    """One strike by its present or any former id, as it is known now."""
    return _store(settings().database_url).strike(strike_id)


def successors(strike_id: str) -> tuple[str, ...]:
    """The present ids behind a present or former one: itself, its heirs (of a split several), none."""
    return _store(settings().database_url).successors(strike_id)


def desk() -> Desk:
    """What waits for a person, and what people have decided, as it is now."""
    return _desk(*_key()[:2])


def decide(decision: Decision) -> Outcome:
    """Keeps a decision and merges the strikes under it. Raises UsageError, StoreError."""
    return reviewing.decide(_store(settings().database_url), decision, knowledge())


def flow(country: str, route: Route, first: date, last: date, as_of: date) -> tuple[FlowDay, ...]:
    """The flow of each day from `first` to `last`, as known on `as_of`."""
    return _flow(country, route, first, last, as_of, *_key())


def route_grounds(route: Route, day: date) -> list[Ground]:
    """What is said of one day of a route, for all countries that we follow, each reason once."""
    found = [item for code in BUYERS for item in flow(code, route, day, day, today())]
    return list(dict.fromkeys(ground for item in found for ground in item.grounds))


def headline(country: str, day: date, as_of: date) -> Headline:
    """The word of one day for a country's crude by Druzhba, as known on `as_of`."""
    return _headline(country, day, as_of, *_key())


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


def answer(
    code: str, first: date, last: date, as_of: date, lost: frozenset[str], figures: frozenset[str]
) -> Answer:
    """What a case means for a country, seen from `as_of`; empty sets: as things are known.

    Raises ValueError that names the piece of the case which cannot be.
    """
    return _answer(code, first, last, as_of, tuple(sorted(lost)), tuple(sorted(figures)), *_key())


def restart(code: str, as_of: date) -> RestartForecast | None:
    """When the halt of a country's Druzhba crude, if there is one, will be over; seen from `as_of`."""
    return _restart(code, as_of, *_key())


def critical(day: date) -> tuple[NodeLoss, ...]:
    """What the loss of each station from a day on would cost, the costliest first."""
    return _critical(day, today(), *_key())


def network(day: date) -> tuple[dict[str, FlowStatus], frozenset[str]]:
    """The flow in each leg of the network on one day, by leg id, and the stations that are out."""
    return _network(day, today(), *_key())


def refining(first: date, last: date) -> tuple[RefiningDay, ...]:
    """Russian refining out of service, day by day."""
    return _refining(first, last, today(), *_key())


def legs(day: date) -> dict[str, FlowStatus]:
    """The flow in each pipeline segment on one day, by segment id, as known today."""
    return _legs(day, today(), *_key())


def courses(first: date, last: date) -> dict[str, tuple[tuple[date, FlowStatus], ...]]:
    """How the flow in each pipeline segment changed over a period, by segment id, as known today."""
    return _courses(first, last, today(), *_key())


@st.cache_data(max_entries=64, show_spinner=False)
def _flow(
    country: str,
    route: Route,
    first: date,
    last: date,
    as_of: date,
    url: str,
    revision: int,
    known: datetime | None,
) -> tuple[FlowDay, ...]:
    return impact.flow_days(country, route, first, last, **_evidence(url, revision, known), today=as_of)


@st.cache_data(max_entries=64, show_spinner=False)
def _headline(
    country: str, day: date, as_of: date, url: str, revision: int, known: datetime | None
) -> Headline:
    return impact.summary(country, day, **_evidence(url, revision, known), today=as_of)


@st.cache_data(max_entries=64, show_spinner=False)
def _legs(day: date, as_of: date, url: str, revision: int, known: datetime | None) -> dict[str, FlowStatus]:
    return impact.leg_status(day, **_evidence(url, revision, known), today=as_of)


@st.cache_data(max_entries=16, show_spinner=False)
def _courses(
    first: date, last: date, as_of: date, url: str, revision: int, known: datetime | None
) -> dict[str, tuple[tuple[date, FlowStatus], ...]]:
    return impact.leg_courses(first, last, **_evidence(url, revision, known), today=as_of)


@st.cache_data(max_entries=64, show_spinner=False)
def _answer(
    code: str, first: date, last: date, as_of: date, lost: tuple[str, ...], figures: tuple[str, ...],
    url: str, revision: int, known: datetime | None,
) -> Answer:  # fmt: skip
    evidence = _evidence(url, revision, known)
    case = impact.scenario_from(lost, figures, evidence["supply"])
    return impact.answer(code, first, last, **evidence, today=as_of, scenario=case)


@st.cache_data(max_entries=64, show_spinner=False)
def _restart(
    code: str, as_of: date, url: str, revision: int, known: datetime | None
) -> RestartForecast | None:
    return impact.restart_forecast(code, **_evidence(url, revision, known), today=as_of)


@st.cache_data(max_entries=16, show_spinner=False)
def _critical(
    day: date, as_of: date, url: str, revision: int, known: datetime | None
) -> tuple[NodeLoss, ...]:
    return impact.criticality(day, **_evidence(url, revision, known), today=as_of)


@st.cache_data(max_entries=64, show_spinner=False)
def _network(
    day: date, as_of: date, url: str, revision: int, known: datetime | None
) -> tuple[dict[str, FlowStatus], frozenset[str]]:
    return impact.leg_words(day, **_evidence(url, revision, known), today=as_of)


@st.cache_data(max_entries=16, show_spinner=False)
def _refining(
    first: date, last: date, as_of: date, url: str, revision: int, known: datetime | None
) -> tuple[RefiningDay, ...]:
    strikes = _view(url, revision, known).strikes
    facilities = knowledge().gazetteer.facilities
    return impact.offline(
        first, last, strikes=strikes, supply=knowledge().supply, facilities=facilities, today=as_of
    )


def _evidence(url: str, revision: int, known: datetime | None) -> dict[str, Any]:
    seen = _view(url, revision, known)
    return {
        "supply": knowledge().supply,
        "supply_reports": seen.supply_reports,
        "articles": seen.articles,
        "strikes": _concerned(url, revision, known),
    }


@st.cache_resource(max_entries=4, show_spinner=False)
def _concerned(url: str, revision: int, known: datetime | None) -> tuple[Strike, ...]:
    seen = _view(url, revision, known)
    return impact.concerned(seen.strikes, knowledge().supply, seen.supply_reports)


@st.cache_resource(show_spinner=False, on_release=Store.close)
def _store(url: str) -> Store:
    return Store.open(url)


@st.cache_resource(max_entries=4, show_spinner=False)
def _view(url: str, revision: int, known: datetime | None) -> View:
    with memory.collecting_later():
        return history.view(_store(url), known)


@st.cache_resource(max_entries=4, show_spinner=False)
def _since(url: str, revision: int, known: datetime | None) -> tuple[Change, ...]:
    return history.changes(_view(url, revision, known).strikes, _view(url, revision, None).strikes)


@st.cache_resource(max_entries=32, show_spinner=False)
def _changed(url: str, revision: int, when: datetime) -> tuple[Change, ...] | None:
    """The past view is not kept: it may be as large as the store, and only what differs from it is shown."""
    store = _store(url)
    first, last = store.first_moment(), store.last_moment()
    if first is None or last is None or when < first:
        return None
    if last <= when:
        return ()
    return history.changes(history.view(store, when).strikes, _view(url, revision, None).strikes)


@st.cache_resource(max_entries=2, show_spinner=False)
def _desk(url: str, revision: int) -> Desk:
    store = _store(url)
    now = _view(url, revision, None)
    return reviewing.desk(now.strikes, now.articles, store.reports(), store.judgements())


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
