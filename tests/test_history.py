"""Any view as of an earlier moment, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tracker import pipeline
from tracker.events import anchor_of, merge
from tracker.history import Clock, What, changes, same, view
from tracker.knowledge import knowledge
from tracker.model import Article, Judgement, Status, Verdict, Weapon
from tracker.store import Store
from tracker.store import store as store_module

FIRST = datetime(2025, 9, 1, 12, tzinfo=UTC)
HIT = "Drones hit the Unecha pumping station in Bryansk region in the night to 22 August 2025."
SAID = f"{HIT} Governor Alexander Bogomaz said the attack caused a fire at the station."
OTHER = "Drones attacked the Novokuibyshevsk refinery in the night to 28 August 2025, residents said."


class Days:
    """Sets the store's clock to so many days after the first."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.day = 0
        monkeypatch.setattr(store_module, "_now", lambda: self.at(self.day))

    @staticmethod
    def at(day: int) -> datetime:
        return FIRST + timedelta(days=day)


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Days:
    return Days(monkeypatch)


@pytest.fixture
def store(days: Days) -> Iterator[Store]:
    """Three articles of days 0, 2 and 4, and a rejection of the last on day 6."""
    with Store.open("sqlite:///:memory:") as opened:
        for day, (text, published) in enumerate(
            [(HIT, date(2025, 8, 22)), (SAID, date(2025, 8, 24)), (OTHER, date(2025, 8, 28))]
        ):
            days.day = day * 2
            more = Article(id=str(day), text=text, lang="en", published=published, publisher=f"P{day}")
            pipeline.ingest(opened, [more], knowledge())
        days.day = 6
        seen = tuple(anchor_of(r) for r in opened.reports() if r.facility_id == "novokuibyshevsk-refinery")
        opened.judge([Judgement(kind=Verdict.REJECT, who="Eva", why="a drill", reports=seen)], merge)
        yield opened


def test_a_view_of_now_is_what_the_store_holds(store: Store) -> None:
    now = view(store)
    assert (now.strikes, set(now.articles)) == (store.strikes(), {a.id for a in store.articles()})
    assert view(store, Days.at(9)).strikes == now.strikes


@pytest.mark.parametrize(
    ("day", "strikes", "articles"), [(0, 1, 1), (1, 1, 1), (2, 1, 2), (4, 2, 3), (6, 1, 3)]
)
def test_an_earlier_moment_holds_what_had_come_and_was_judged_by_then(
    store: Store, day: int, strikes: int, articles: int
) -> None:
    then = view(store, Days.at(day))
    assert (len(then.strikes), len(then.articles), then.clock) == (strikes, articles, Clock.STORED)
    assert len(then.strikes[-1].reports) == (
        2 if day >= 2 and strikes == 1 else len(then.strikes[-1].reports)
    )


@pytest.mark.parametrize(("day", "strikes"), [(21, 0), (22, 1), (27, 1), (28, 2)])
def test_before_the_store_began_counts_what_had_been_published(store: Store, day: int, strikes: int) -> None:
    then = view(store, datetime(2025, 8, day, 23, 59, 59, tzinfo=UTC))
    assert (len(then.strikes), then.clock, then.left_out) == (strikes, Clock.PUBLISHED, 0)


def test_a_listed_strike_counts_from_its_own_day_and_what_has_none_is_left_out(days: Days) -> None:
    with Store.open("sqlite:///:memory:") as store:
        listed = knowledge().listed[0]
        pipeline.ingest(store, [Article(id="x", text="Nothing was hit.", lang="en")], knowledge())
        store.add(replace(pipeline.Parsed(article=listed.article), reports=(listed.report,)))
        assert listed.report.when.end is not None
        day = datetime.combine(listed.report.when.end, datetime.min.time(), UTC)
        assert len(view(store, day).articles) == 1
        assert view(store, day - timedelta(days=1)).articles == {}
        assert view(store, day).left_out == 1


def test_what_changed_since_names_each_strike_and_its_fields(store: Store) -> None:
    first, later, now = (view(store, Days.at(day)).strikes for day in (0, 4, 9))
    came = {change.strike.facility_id: change for change in changes(first, later)}
    assert came["novokuibyshevsk-refinery"].what is What.NEW
    told = came["unecha-pumping-station"]
    assert told.what is What.CHANGED
    assert {"status", "effects", "confirmed_by"} <= set(told.fields)
    assert told.before is not None
    assert (told.before.status, told.strike.status) == (Status.REPORTED, Status.CONFIRMED)
    (gone,) = changes(later, now)
    assert (gone.what, gone.strike.facility_id) == (What.GONE, "novokuibyshevsk-refinery")
    assert changes(now, now) == ()


def test_a_strike_whose_id_changed_is_the_same_strike(store: Store) -> None:
    (strike,) = store.strikes()
    moved = replace(strike, id="unecha-2025-08-20", weapons=(Weapon.MISSILE,))
    (change,) = changes([strike], [moved])
    assert (change.what, change.strike.id, change.fields) == (What.CHANGED, moved.id, ("weapons",))
    assert same(strike, [moved]) == moved
    assert same(strike, []) is None
