"""The flow from articles to strikes in a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tracker import pipeline
from tracker.extraction import Extraction
from tracker.impact import flow_days, forecasts
from tracker.knowledge import knowledge
from tracker.model import Article, Basis, Kind, Report, Route, Target, When
from tracker.sources import Failure, read
from tracker.store import Store

TWINS = Path(__file__).parent / "data" / "twins"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open("sqlite:///:memory:") as opened:
        yield opened


def twins() -> list[Article | Failure]:
    return list(read(str(TWINS), published=date(2025, 8, 22)))


def test_two_articles_of_one_night_make_one_strike_with_two_reports(store: Store) -> None:
    summary = pipeline.ingest(store, twins(), knowledge())
    assert (summary.read, summary.new, summary.failed) == (2, 2, ())
    (strike,) = store.strikes()
    assert strike.facility_id == "unecha-pumping-station"
    assert len(strike.reports) == 2
    assert strike.sources == 2


def test_running_it_again_changes_nothing(store: Store) -> None:
    pipeline.ingest(store, twins(), knowledge())
    before, revision = store.strikes(), store.revision()
    summary = pipeline.ingest(store, twins(), knowledge())
    assert (summary.new, summary.known, bool(summary.strikes)) == (0, 2, False)
    assert (store.strikes(), store.revision()) == (before, revision)


def test_the_order_of_arrival_does_not_matter(store: Store) -> None:
    pipeline.ingest(store, twins(), knowledge())
    with Store.open("sqlite:///:memory:") as other:
        for article in reversed(twins()):
            pipeline.ingest(other, [article], knowledge())
        assert other.strikes() == store.strikes()


def test_a_strike_at_no_known_place_is_left_out_and_said_so() -> None:
    article = Article(id="x", text="Drones hit an oil depot in Qwertyville-on-Sea overnight.", lang="en")
    article = replace(article, published=date(2025, 8, 22))
    target = Target(name="oil depot", kind=Kind.OIL_DEPOT, town="Qwertyville", country="RU")
    lost = Extraction(lang="en", reports=(Report(article_id="x", target=target, when=When()),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "_extractor", lambda _: SimpleNamespace(read=lambda _: lost))
        parsed = pipeline.parse(article, knowledge())
    assert parsed.reports == ()
    assert parsed.warnings == ("left out: 'oil depot', struck at a place that is not known",)


def test_a_failure_is_reported_and_the_rest_goes_on(store: Store) -> None:
    failure = Failure("bad.pdf", "not a PDF", "Export it again")
    summary = pipeline.ingest(store, [failure, *twins()], knowledge())
    assert summary.failed == (failure,)
    assert summary.new == 2


def test_an_article_that_breaks_the_parser_is_a_failure_that_names_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(article: Article, _: object) -> object:
        raise ValueError(article.id)

    monkeypatch.setattr(pipeline, "parse", broken)
    summary = pipeline.ingest(store, twins(), knowledge())
    assert [failure.where for failure in summary.failed] == ["dated.txt", "undated.txt"]
    assert summary.read == 0


def test_seeding_fills_an_empty_store_once(store: Store) -> None:
    first = pipeline.seed(store, knowledge())
    assert first.new == first.read > 100
    again = pipeline.seed(store, knowledge())
    assert (again.new, bool(again.strikes)) == (0, False)
    assert {article.basis for article in store.articles()} == {Basis.LISTED, Basis.SUMMARY}


def test_no_bulletin_tells_of_a_strike_that_no_list_knows(store: Store) -> None:
    pipeline.seed(store, knowledge())
    basis = {article.id: article.basis for article in store.articles()}
    for strike in store.strikes():
        assert Basis.LISTED in {basis[report.article_id] for report in strike.reports}, strike.id


def test_every_listed_facility_and_bulletin_finds_its_place(store: Store) -> None:
    pipeline.seed(store, knowledge())
    for strike in store.strikes():
        assert strike.place is not None, strike.id
        assert (strike.place.lat, strike.place.lon) != (0, 0)


def test_the_json_object_has_the_agreed_fields() -> None:
    (article, _) = twins()
    assert isinstance(article, Article)
    row = pipeline.parsed_json(pipeline.parse(article, knowledge()), with_text=True)
    assert list(row) == [
        *(
            "id",
            "lang",
            "published",
            "published_basis",
            "strikes",
            "disruptions",
            "warnings",
            "title",
            "text",
        ),
    ]
    (strike,) = row["strikes"]
    assert strike["facility_id"] == "unecha-pumping-station"
    assert (
        row["text"][strike["evidence"][0]["start"] : strike["evidence"][0]["end"]]
        == strike["evidence"][0]["quote"]
    )


def test_an_article_is_read_again_only_when_told_to(store: Store) -> None:
    (article, *_) = twins()
    found = pipeline.parse(article, knowledge())
    store.add(replace(found, reports=(replace(found.reports[0], weapons=()),), supply_reports=()))
    pipeline.remerge(store)
    shown = pipeline.reparse(store, knowledge(), apply=False)
    assert (shown.read, len(shown.differences)) == (1, 1)
    assert not store.supply_reports()
    done = pipeline.reparse(store, knowledge(), apply=True)
    assert done.differences == shown.differences
    (gone,), come = done.differences[0].gone, done.differences[0].come
    assert gone.startswith("strike unecha-pumping-station")
    assert any("drone" in line for line in come if line.startswith("strike"))
    assert done.strikes.changed == 1
    assert len(store.reports()) == len(found.reports)
    assert not pipeline.reparse(store, knowledge(), apply=True).differences


def test_what_was_listed_is_not_read_again(store: Store) -> None:
    pipeline.seed(store, knowledge())
    again = pipeline.reparse(store, knowledge(), apply=True)
    assert again.read == len(knowledge().bulletins)
    assert not again.differences


@pytest.mark.parametrize("country", ["HU", "SK"])
def test_the_bulletins_leave_the_known_days_of_flow_as_they_were(store: Store, country: str) -> None:
    pipeline.seed(store, knowledge())
    known = {
        date(2025, 8, 20): "flowing", date(2025, 8, 22): "halted", date(2025, 8, 27): "halted",
        date(2025, 8, 28): "reduced", date(2025, 8, 30): "reduced", date(2025, 9, 5): "flowing",
        date(2026, 1, 28): "halted", date(2026, 4, 22): "halted", date(2026, 4, 23): "flowing",
    }  # fmt: skip
    days = flow_days(
        country, Route.DRUZHBA, date(2025, 8, 1), date(2026, 4, 30), supply=knowledge().supply,
        supply_reports=store.supply_reports(), articles={item.id: item for item in store.articles()},
        strikes=store.strikes(), today=date(2026, 6, 10),
    )  # fmt: skip
    assert {day.day: day.status.value for day in days if day.day in known} == known


def test_a_forecast_told_after_the_restart_is_not_one_of_a_new_halt(store: Store) -> None:
    pipeline.seed(store, knowledge())
    found = forecasts(
        "HU", supply=knowledge().supply, supply_reports=store.supply_reports(),
        articles={item.id: item for item in store.articles()}, today=date(2026, 6, 10),
    )  # fmt: skip
    assert found
    assert not [item for item in found if item.known_on == date(2025, 8, 28)]
    assert all(item.actual_restart for item in found if item.halt_start and item.halt_start.year == 2025)
