"""A newer reading replaces an older one and forgets nothing: any earlier moment can be asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from store_makers import parsed

from tracker.events import merge
from tracker.history import view
from tracker.model import Judgement, Parsed, Strike, Verdict, Weapon
from tracker.store import Change, Store
from tracker.store import store as store_module


class Clock:
    """Moments that the test sets."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.day = 1
        monkeypatch.setattr(store_module, "_now", lambda: self.at(self.day))

    @staticmethod
    def at(day: int) -> datetime:
        return datetime(2025, 9, day, 12, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def reading(store: Store, name: str) -> Parsed:
    """The stored reading of an article."""
    (found,) = [article for article in store.articles() if article.title == name]
    kept = store.stored(found.id)
    assert kept is not None
    return kept.parsed


def with_missile(found: Parsed) -> Parsed:
    return replace(
        found, reports=tuple(replace(report, weapons=(Weapon.MISSILE,)) for report in found.reports)
    )


def test_a_newer_reading_takes_the_place_of_the_one_before(store: Store) -> None:
    store.add_all([parsed("telex"), parsed("hvg", day=14)])
    store.remerge(merge)
    revision = store.revision()
    assert store.reread([with_missile(reading(store, "telex"))], merge)[0] == 1
    assert store.revision() == revision + 1
    assert [report.weapons for report in store.reports()] == [(Weapon.DRONE,), (Weapon.MISSILE,)]
    assert len(store.supply_reports()) == 2
    assert {strike.weapons for strike in store.strikes()} == {(Weapon.DRONE,), (Weapon.MISSILE,)}


def test_what_was_read_before_can_still_be_asked_for(store: Store, clock: Clock) -> None:
    store.add(parsed("telex"))
    clock.day = 3
    store.reread([with_missile(reading(store, "telex"))], merge)
    assert [report.weapons for report in store.reports(clock.at(2))] == [(Weapon.DRONE,)]
    assert [report.weapons for report in store.reports(clock.at(3))] == [(Weapon.MISSILE,)]
    assert len(store.supply_reports(clock.at(2))) == len(store.supply_reports(clock.at(4))) == 1


def test_a_reading_that_finds_nothing_leaves_the_article(store: Store, clock: Clock) -> None:
    store.add(parsed("telex"))
    store.remerge(merge)
    clock.day = 2
    store.reread([replace(reading(store, "telex"), reports=(), supply_reports=())], merge)
    assert len(store.articles()) == 1
    assert store.strikes() == store.reports() == store.supply_reports() == ()
    assert len(view(store, clock.at(1)).strikes) == 1


def test_only_what_had_come_was_known(store: Store, clock: Clock) -> None:
    store.add(parsed("telex"))
    clock.day = 5
    store.add(parsed("hvg"))
    assert store.articles(clock.at(4)) == store.articles()[:1]
    (then,) = view(store, clock.at(4)).strikes
    (now,) = view(store, clock.at(5)).strikes
    assert (len(then.reports), len(now.reports)) == (1, 2)
    assert view(store, datetime(2020, 1, 1, tzinfo=UTC)).strikes == ()


def test_reading_again_many_times_keeps_every_reading(store: Store, clock: Clock) -> None:
    store.add(parsed("telex"))
    for day in range(2, 7):
        clock.day = day
        weapon = list(Weapon)[day]
        before = reading(store, "telex")
        store.reread([replace(before, reports=(replace(before.reports[0], weapons=(weapon,)),))], merge)
    for day in range(2, 7):
        assert [report.weapons for report in store.reports(clock.at(day))] == [(list(Weapon)[day],)]


def test_nothing_to_read_again_changes_nothing(store: Store) -> None:
    store.add(parsed("telex"))
    revision = store.revision()
    assert store.reread([], merge) == (0, Change())
    assert store.revision() == revision


def test_a_newer_reading_and_its_strikes_come_at_once(store: Store) -> None:
    store.add_all([parsed("telex"), parsed("hvg", day=14)])
    store.remerge(merge)
    before = store.strikes()
    assert store.reread([with_missile(reading(store, "telex"))], merge) == (1, Change(changed=1))
    assert store.strikes() != before
    assert not store.remerge(merge)


def test_a_merge_that_fails_leaves_the_former_reading(store: Store) -> None:
    store.add(parsed("telex"))
    store.remerge(merge)
    before = store.reports(), store.strikes(), store.revision()

    def broken(*_: object) -> list[Strike]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.reread([with_missile(reading(store, "telex"))], broken)
    assert (store.reports(), store.strikes(), store.revision()) == before


def test_a_clock_that_goes_back_shows_no_reading_twice_and_none_before_its_article(
    store: Store, clock: Clock
) -> None:
    clock.day = 10
    store.add(parsed("telex"))
    for day in (20, 5, 15):
        clock.day = day
        store.reread([reading(store, "telex")], merge)
    assert store.reports(clock.at(9)) == store.supply_reports(clock.at(9)) == ()
    for day in range(10, 25):
        assert len(store.reports(clock.at(day))) == len(store.supply_reports(clock.at(day))) == 1


def test_the_last_moment_is_that_of_the_newest_article_reading_or_judgement(
    store: Store, clock: Clock
) -> None:
    assert store.last_moment() is None
    store.add(parsed("telex"))
    assert store.last_moment() == clock.at(1)
    clock.day = 2
    store.reread([replace(reading(store, "telex"), reports=(), supply_reports=())], merge)
    assert store.last_moment() == clock.at(2)
    clock.day = 3
    store.judge([Judgement(kind=Verdict.ACCEPT, who="Eva")], merge)
    assert store.last_moment() == clock.at(3)
    clock.day = 4
    store.add(parsed("hvg", day=14))
    assert store.last_moment() == clock.at(4)
