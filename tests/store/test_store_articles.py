"""Articles and what was found in them go in once, and come out as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from store_makers import PARSED, TEXTS, article, parsed

from tracker.config import settings as tracker_settings
from tracker.errors import StoreError
from tracker.model import Article, Basis, Parsed
from tracker.store import Store, article_key
from tracker.store.types import escape, unescape


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.revision() == 0
    assert store.articles() == store.reports() == store.supply_reports() == store.strikes() == ()
    assert store.article("none") is store.strike("none") is store.stored("none") is None


def test_what_was_added_is_read_back_under_the_key_of_its_words(store: Store) -> None:
    given = parsed("telex")
    assert store.add(given)
    key = given.article.sha256[:16]
    assert store.article(key) == replace(given.article, id=key)
    assert store.reports() == (replace(given.reports[0], article_id=key),)
    assert store.supply_reports() == (replace(given.supply_reports[0], article_id=key),)


def test_adding_again_changes_nothing(store: Store) -> None:
    assert store.add(parsed("telex"))
    before = (store.revision(), store.articles(), store.reports(), store.supply_reports())
    other_name = replace(parsed("telex"), article=replace(article("telex"), id="mirror", url=None))
    assert not store.add(parsed("telex"))
    assert not store.add(other_name)
    assert (store.revision(), store.articles(), store.reports(), store.supply_reports()) == before


def test_the_revision_grows_with_each_change(store: Store) -> None:
    store.add(parsed("telex"))
    assert store.revision() == 1
    assert store.add_all([parsed("telex"), parsed("hvg"), parsed("sme")]) == 2
    assert store.revision() == 2


def test_articles_come_out_in_the_order_in_which_they_came_in(store: Store) -> None:
    names = [f"outlet{n}" for n in range(12)]
    store.add_all([parsed(name) for name in names])
    assert [a.title for a in store.articles()] == names
    assert [r.article_id for r in store.reports()] == [a.id for a in store.articles()]


def test_an_article_without_reports_is_kept(store: Store) -> None:
    assert store.add(Parsed(article=article("quiet")))
    assert len(store.articles()) == 1
    assert store.reports() == ()


def test_listed_articles_have_no_words_and_are_told_apart_by_their_row(store: Store) -> None:
    rows = [Article(id=f"listed:{n}", text="", title="Unecha", basis=Basis.LISTED) for n in range(3)]
    assert store.add_all(Parsed(article=row) for row in rows) == 3
    assert store.add_all(Parsed(article=row) for row in rows) == 0
    assert len({article_key(row) for row in rows}) == 3


def test_the_given_name_the_time_and_the_version_are_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_TODAY", "2025-08-23")
    tracker_settings.cache_clear()
    store.add(parsed("telex"))
    monkeypatch.undo()
    tracker_settings.cache_clear()
    kept = store.stored(article_key(article("telex")))
    assert kept is not None
    assert kept.given_id == "telex.txt"
    assert kept.captured_at.date().isoformat() == "2025-08-23"
    assert kept.captured_at.tzinfo is UTC
    assert kept.parser_version
    assert kept.parsed.warnings == ("w",)
    assert kept.parsed.reports == store.reports()
    assert kept.parsed.supply_reports == store.supply_reports()


def test_a_batch_that_fails_leaves_nothing(store: Store) -> None:
    broken = parsed("broken")
    nameless = replace(broken.reports[0], attacker=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="attacker"):
        store.add_all([parsed("fine"), replace(broken, reports=(nameless,))])
    assert store.articles() == ()
    assert store.revision() == 0
    assert store.add(parsed("fine"))


@given(TEXTS)
@settings(max_examples=100)
def test_text_of_any_code_points_survives(text: str) -> None:
    kept = escape(text)
    assert unescape(kept) == text
    assert "\0" not in kept
    kept.encode()


@pytest.mark.parametrize(
    "text", ["\0", "\ud800", "\ud83d\ude00", "\x1a0000", "\x1a", "a\x1a001a", "\U0001f600"]
)
def test_text_that_looks_escaped_is_not_mistaken(text: str) -> None:
    assert unescape(escape(text)) == text


@given(PARSED)
@settings(max_examples=80, deadline=None)
def test_every_object_is_read_back_equal(given_parsed: Parsed) -> None:
    with Store.open("sqlite://") as store:
        assert store.add(given_parsed)
        key = article_key(given_parsed.article)
        assert store.articles() == (replace(given_parsed.article, id=key),)
        assert store.reports() == tuple(replace(r, article_id=key) for r in given_parsed.reports)
        assert store.supply_reports() == tuple(
            replace(r, article_id=key) for r in given_parsed.supply_reports
        )
        kept = store.stored(key)
        assert kept is not None
        assert kept.parsed.warnings == given_parsed.warnings


def test_a_store_opened_for_reading_refuses_to_write(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    with Store.open(url) as store:
        store.add(parsed("telex"))
    with Store.open(url, read_only=True) as store:
        assert len(store.articles()) == 1
        with pytest.raises(StoreError, match="is open for reading only"):
            store.add(parsed("hvg"))
        assert len(store.articles()) == 1


def test_a_moment_without_zone_is_refused() -> None:
    from tracker.store.types import Moment

    with pytest.raises(ValueError, match="zone"):
        Moment().process_bind_param(datetime(2025, 8, 22), None)  # type: ignore[arg-type]  # noqa: DTZ001
