from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from impact_world import TODAY, World, a_report

from tracker.impact import forecasts, summary
from tracker.model import FlowBasis, FlowStatus, FlowWord, Route


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize("country", ["HU", "SK"])
def test_the_seeds_case_is_halted_since_21_august_with_at_least_five_days_beside_the_real_seven(
    world: World, country: str
) -> None:
    head = world.headline(d("2025-08-22"), country)
    assert (head.status, head.basis, head.since) == (
        FlowStatus.HALTED,
        FlowBasis.REPORTED,
        d("2025-08-21"),
    )
    assert head.said_by == "Transpetrol, Hungarian foreign minister"
    assert head.known_on == d("2025-08-22")
    five = next(f for f in head.forecasts if f.days_min == 5)
    assert five.says == "at least five days"
    assert five.said_by == "Péter Szijjártó and Juraj Blanár"
    assert (five.actual_restart, five.actual_days, five.late_days) == (d("2025-08-28"), 7, 0)


def test_seen_on_22_august_the_forecast_stands_without_an_outcome(world: World) -> None:
    head = replace(world, today=d("2025-08-22")).headline(d("2025-08-22"))
    (five,) = head.forecasts
    assert (five.days_min, five.actual_restart, five.actual_days, five.late_days) == (5, None, None, None)


def test_what_an_article_expected_stands_beside_the_listed_halt_it_speaks_of(world: World) -> None:
    told = world.with_report(a_report(start=d("2025-08-22"), days_min=5), d("2025-08-22"))
    read = [f for f in told.headline(d("2025-08-22")).forecasts if f.article_id == "a1"]
    assert [(f.halt_id, f.says, f.actual_days) for f in read] == [
        ("druzhba-2025-08-21", "at least 5 days", 7)
    ]


def test_an_articles_forecast_of_an_unlisted_halt_has_no_outcome(quiet: World) -> None:
    told = quiet.with_report(a_report(start=d("2026-10-01"), days_min=4, days_max=5), d("2026-10-01"))
    (told_of,) = told.headline(d("2026-10-02")).forecasts
    assert (told_of.says, told_of.halt_id, told_of.late_days) == ("4 to 5 days", None, None)


def test_forecasts_say_by_how_much_they_were_wrong(world: World) -> None:
    given = {k: v for k, v in world.given.items() if k != "strikes"}
    slovakia = [f for f in forecasts("SK", **given) if f.halt_id == "druzhba-2025-08-21"]
    assert [(f.known_on, f.late_days) for f in slovakia] == [
        (d("2025-08-22"), 3),  # Monday at best
        (d("2025-08-22"), 0),  # at least five days
        (d("2025-08-25"), 3),  # today at best
    ]
    hungary = [f for f in forecasts("HU", **given) if f.halt_id == "druzhba-2025-08-21"]
    assert [(f.known_on, f.late_days) for f in hungary] == [(d("2025-08-22"), 0), (d("2025-08-27"), 0)]
    long = [f.late_days for f in forecasts("SK", **given) if f.halt_id == "druzhba-2026-01-27"]
    assert [days for days in long if days is not None] == [66, 61, 57, 56, 51, 51]


def test_a_restart_before_the_day_expected_is_early(world: World) -> None:
    given = {k: v for k, v in world.given.items() if k != "strikes"}
    early = [f.late_days for f in forecasts("HU", **given) if f.halt_id == "druzhba-2024-12-19"]
    assert sorted(early, key=str) == [-10, None]


def test_today_is_unknown_since_the_day_after_the_last_word(world: World) -> None:
    head = world.headline(TODAY, "SK")
    assert (head.status, head.basis, head.since) == (FlowStatus.UNKNOWN, FlowBasis.NONE, d("2026-06-01"))
    assert head.last_word is not None
    assert head.last_word.sentence.startswith("Last word, 31 May 2026")
    assert head.forecasts == ()


def test_flow_is_dated_from_the_end_of_the_ramp(world: World) -> None:
    head = world.headline(d("2025-09-15"))
    assert (head.status, head.since) == (FlowStatus.FLOWING, d("2025-09-04"))
    assert head.last_word is None


def test_a_headline_of_another_route(world: World) -> None:
    head = summary("HU", d("2025-09-15"), route=Route.ADRIA, **world.given)
    assert (head.route, head.status, head.said_by) == (Route.ADRIA, FlowStatus.FLOWING, "MOL and JANAF")


def test_a_run_longer_than_we_look_back_has_no_first_day(quiet: World) -> None:
    assert quiet.headline(TODAY).since is None


def test_after_a_reported_restart_the_headline_names_its_speaker(quiet: World) -> None:
    resumed = a_report(FlowWord.RESUMED, start=d("2026-11-20"), said_by=("MOL",))
    head = quiet.with_report(resumed, d("2026-11-20")).headline(d("2026-11-21"))
    assert (head.status, head.since, head.said_by) == (FlowStatus.FLOWING, d("2026-11-20"), "MOL")
