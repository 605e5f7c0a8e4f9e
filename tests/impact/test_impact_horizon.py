"""Looking back, nothing that became public later is used: articles without a date, repairs, rules, reserves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from impact_world import SUPPLY, TODAY, World, a_report, a_strike, an_article

from tracker.impact.balance import balance_days
from tracker.impact.horizon import as_known, reports_known, strikes_known
from tracker.knowledge import knowledge
from tracker.model import Effect, FlowStatus, FlowWord, SupplyReport

DAY = timedelta(days=1)


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("reports", "first"),
    [
        ([a_report(start=d("2026-01-27"), end=d("2026-04-22"))], d("2026-04-22")),
        ([a_report(start=d("2026-01-27"))], d("2026-01-27")),
        (
            [a_report(start=d("2026-01-27")), a_report(FlowWord.RESUMED, start=d("2026-04-23"))],
            d("2026-04-23"),
        ),
    ],
)
def test_an_article_without_a_date_counts_from_the_last_day_that_it_names(
    reports: list[SupplyReport], first: date
) -> None:
    assert reports_known(reports, {}, first - DAY) == ()
    assert len(reports_known(reports, {}, first)) == len(reports)


def test_an_article_without_a_date_that_names_no_day_is_left_out() -> None:
    assert reports_known([a_report()], {}, TODAY) == ()


def test_seen_in_january_2026_an_undated_article_on_the_restart_tells_nothing(quiet: World) -> None:
    told = quiet.with_report(a_report(start=d("2026-01-27"), end=d("2026-04-22")), None)
    assert told.day(d("2026-01-29")).status is FlowStatus.HALTED
    assert replace(told, today=d("2026-01-30")).day(d("2026-01-29")).status is FlowStatus.UNKNOWN


def test_the_bulletins_whose_source_shows_a_day_have_it() -> None:
    days = {article.id: article.published for article in knowledge().bulletins}
    assert days["summary:2026-01-27-brody"] == d("2026-02-27")
    assert days["summary:2025-12-05-syzran"] == d("2025-12-10")
    assert sum(day is None for day in days.values()) == 2


@pytest.mark.parametrize(
    ("seen", "share", "end"),
    [
        ("2025-10-20", None, None),
        ("2025-10-21", (35, 40, 45), None),
        ("2025-11-07", (45, 47.5, 50), None),
        ("2025-12-17", (30, 40, 50), None),
        ("2026-09-24", (30, 40, 50), None),
        ("2026-09-25", (30, 40, 50), d("2026-09-22")),
    ],
)
def test_of_the_fire_at_av3_only_what_was_known_on_the_day(
    seen: str, share: tuple[float, ...] | None, end: date | None
) -> None:
    rows = as_known(SUPPLY, d(seen)).unit_outages
    assert [(r.percent.low, r.percent.middle, r.percent.high) for r in rows if r.percent] == (
        [share] if share else []
    )
    assert [r.end for r in rows] == ([end] if share else [])


def test_no_ground_of_october_2025_names_the_end_of_the_repair() -> None:
    seen = World(today=d("2025-10-21"))
    (hungary, _) = balance_days(seen.today, seen.today, samples=0, **seen.given)
    (ground,) = [g for g in hungary.grounds if "AV3" in g.sentence]
    assert "2026" not in ground.sentence
    assert ground.known_on == d("2025-10-21")


def test_an_end_that_lies_ahead_is_hidden_also_where_its_row_is_known() -> None:
    row = replace(SUPPLY.unit_outages[0], end=d("2026-09-22"))
    (seen,) = as_known(replace(SUPPLY, unit_outages=(row,)), d("2026-09-21")).unit_outages
    assert (seen.end, seen.note) == (None, None)


@pytest.mark.parametrize(
    "name", ["halts", "stocks", "stock_releases", "unit_outages", "policy", "alternatives", "statements"]
)
@pytest.mark.parametrize("today", [d("2022-12-01"), d("2025-08-15"), d("2026-02-15")])
def test_every_row_seen_was_public_or_had_begun(name: str, today: date) -> None:
    rows = getattr(as_known(SUPPLY, today), name)
    assert len(rows) < len(getattr(SUPPLY, name))
    for row in rows:
        assert row.known_on is None or row.known_on <= today


def test_to_look_from_a_day_twice_changes_nothing() -> None:
    seen = as_known(SUPPLY, d("2025-11-10"))
    assert as_known(seen, d("2025-11-10")) == seen


def test_a_rule_without_a_day_of_publication_counts_from_its_start_and_without_both_never() -> None:
    rule = replace(SUPPLY.policy[0], known_on=None, start=d("2025-01-01"))
    never = replace(rule, id="never", start=None)
    supply = replace(SUPPLY, policy=(rule, never))
    assert as_known(supply, d("2024-12-31")).policy == ()
    assert as_known(supply, TODAY).policy == (rule,)


def test_the_waiver_of_november_2025_was_not_known_in_october() -> None:
    assert "hu-us-waiver" not in {rule.id for rule in as_known(SUPPLY, d("2025-10-31")).policy}
    assert "hu-us-waiver" in {rule.id for rule in as_known(SUPPLY, d("2025-11-15")).policy}


def test_notes_of_halts_tell_nothing_of_later_months() -> None:
    """The table of halts shows them as soon as the halt is over, or open."""
    seen = {halt.id: halt for halt in as_known(SUPPLY, d("2025-08-15")).halts}
    assert "18 Aug" not in (seen["druzhba-2025-08-13"].note or "")
    assert "Jun" not in (seen["druzhba-cz-2025-03-04"].note or "")
    assert seen["druzhba-2025-08-13"].resumed_on == d("2025-08-14")


def test_a_strike_is_known_with_the_effects_that_articles_told_by_then() -> None:
    start = d("2026-01-27")
    first, later = (a_strike(start=start, article_id=name).reports[0] for name in ("a1", "a2"))
    first, later = replace(first, effects=(Effect.FIRE,)), replace(later, effects=(Effect.HALTED,))
    strike = replace(a_strike(start=start, effects=(Effect.FIRE, Effect.HALTED)), reports=(first, later))
    articles = {"a1": an_article("a1", d("2026-01-28")), "a2": an_article("a2", d("2026-02-27"))}
    assert strikes_known([strike], articles, d("2026-01-27")) == ()
    (then,) = strikes_known([strike], articles, d("2026-01-30"))
    assert (then.effects, then.reports) == ((Effect.FIRE,), (first,))
    assert strikes_known([strike], articles, d("2026-02-27")) == (strike,)


def test_a_strike_that_only_later_news_call_a_stop_stops_nothing_before() -> None:
    strike = a_strike(start=d("2026-09-01"), article_id="a1")
    world = World(strikes=(strike,), articles={"a1": an_article("a1", d("2026-09-20"))})
    day = d("2026-09-01")
    assert replace(world, today=d("2026-09-02")).day(day).status is not FlowStatus.HALTED
    assert replace(world, today=d("2026-09-21")).day(day).status is FlowStatus.HALTED
