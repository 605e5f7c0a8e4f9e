from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from impact_world import World, a_report, a_strike

from tracker.model import Commodity, Effect, Evidence, FlowBasis, FlowStatus, FlowWord, Route


def d(text: str) -> date:
    return date.fromisoformat(text)


FIVE_DAYS = a_report(start=d("2026-10-01"), days_min=5)


def words(world: World, first: str, last: str) -> str:
    return "".join(day.status.value[0] for day in world.days(d(first), d(last)))


def test_a_halt_of_at_least_five_days_covers_them_and_is_then_unknown(quiet: World) -> None:
    told = quiet.with_report(FIVE_DAYS, d("2026-10-01"))
    assert words(told, "2026-09-30", "2026-10-07") == "uhhhhhuu"
    after = told.day(d("2026-10-06"))
    assert after.grounds[0].sentence == "No word since halted from 1 Oct 2026, at least 5 days"
    assert (after.basis, after.grounds[0].said_by) == (FlowBasis.NONE, "Péter Szijjártó")


def test_the_ground_of_an_articles_halt_opens_its_sentence(quiet: World) -> None:
    evidence = (Evidence("status", 0, 4, "Text"),)
    told = quiet.with_report(replace(FIVE_DAYS, evidence=evidence), d("2026-10-01"))
    ground = told.day(d("2026-10-02")).grounds[0]
    assert (ground.article_id, ground.evidence) == ("a1", evidence)
    assert ground.source_url == "https://news.example/a1"
    assert ground.known_on == d("2026-10-01")


def test_a_halt_without_a_number_covers_what_the_article_saw(quiet: World) -> None:
    told = quiet.with_report(a_report(start=d("2026-10-01")), d("2026-10-03"))
    assert words(told, "2026-10-01", "2026-10-05") == "hhhuu"


def test_up_to_three_days_promises_no_day_beyond_the_article(quiet: World) -> None:
    told = quiet.with_report(a_report(start=d("2026-10-01"), days_max=3), d("2026-10-01"))
    assert words(told, "2026-10-01", "2026-10-03") == "huu"


def test_an_article_of_unknown_date_with_undated_words_says_nothing_of_any_day(quiet: World) -> None:
    told = quiet.with_report(a_report(days_min=5), None)
    assert set(words(told, "2026-09-01", "2026-10-31")) == {"u"}


def test_undated_words_start_on_the_publication_day(quiet: World) -> None:
    told = quiet.with_report(a_report(days_min=2), d("2026-10-05"))
    assert words(told, "2026-10-04", "2026-10-07") == "uhhu"


def test_a_past_halt_with_both_ends_covers_exactly_them(quiet: World) -> None:
    told = quiet.with_report(a_report(start=d("2025-08-18"), end=d("2025-08-19")), d("2025-08-22"))
    assert words(told, "2025-08-17", "2025-08-20") == "uhhu"


def test_a_restart_ends_a_halt_before_the_days_it_was_expected_to_last(quiet: World) -> None:
    told = quiet.with_report(FIVE_DAYS, d("2026-10-01"))
    told = told.with_report(a_report(FlowWord.RESUMED, "a2", start=d("2026-10-03")), d("2026-10-03"))
    assert words(told, "2026-10-01", "2026-10-05") == "hhfff"
    assert told.day(d("2026-10-03")).basis is FlowBasis.REPORTED
    assert told.day(d("2026-10-04")).basis is FlowBasis.MODELLED


def test_an_article_that_says_unaffected_beats_what_was_only_expected(quiet: World) -> None:
    told = quiet.with_report(FIVE_DAYS, d("2026-10-01"))
    told = told.with_report(a_report(FlowWord.UNAFFECTED, "a2"), d("2026-10-04"))
    assert words(told, "2026-10-03", "2026-10-05") == "hff"


def test_two_articles_that_contradict_each_other_stay_both_visible_and_the_halt_wins(quiet: World) -> None:
    told = quiet.with_report(FIVE_DAYS, d("2026-10-01"))
    told = told.with_report(a_report(FlowWord.UNAFFECTED, "a2"), d("2026-10-01"))
    day = told.day(d("2026-10-01"))
    assert day.status is FlowStatus.HALTED
    assert [ground.article_id for ground in day.grounds] == ["a1", "a2"]


def test_halted_beats_reduced_and_both_are_listed(quiet: World) -> None:
    told = quiet.with_report(a_report(FlowWord.REDUCED, "a1", start=d("2026-10-01")), d("2026-10-01"))
    told = told.with_report(a_report(FlowWord.HALTED, "a2", start=d("2026-10-01")), d("2026-10-01"))
    day = told.day(d("2026-10-01"))
    assert day.status is FlowStatus.HALTED
    assert [ground.article_id for ground in day.grounds] == ["a2", "a1"]


def test_within_fourteen_days_of_a_report_of_flow_it_flows_and_on_the_fifteenth_it_is_unknown(
    quiet: World,
) -> None:
    told = quiet.with_report(a_report(FlowWord.RESUMED, start=d("2026-10-01")), d("2026-10-01"))
    assert words(told, "2026-10-01", "2026-10-15") == "f" * 15
    assert told.day(d("2026-10-16")).status is FlowStatus.UNKNOWN


def test_flow_reported_before_a_halt_says_nothing_after_it(quiet: World) -> None:
    told = quiet.with_report(a_report(FlowWord.RESUMED, "a2", start=d("2026-09-30")), d("2026-09-30"))
    told = told.with_report(a_report(start=d("2026-10-01")), d("2026-10-01"))
    assert words(told, "2026-09-30", "2026-10-03") == "fhuu"


def test_a_listed_halt_stands_first_and_the_article_beside_it(world: World) -> None:
    told = world.with_report(a_report(start=d("2025-08-22"), days_min=5), d("2025-08-22"))
    day = told.day(d("2025-08-23"))
    assert day.status is FlowStatus.HALTED
    assert [ground.article_id for ground in day.grounds] == [None, "a1"]


def test_the_listed_restart_ends_an_articles_expectation(world: World) -> None:
    told = world.with_report(a_report(start=d("2025-08-22"), days_min=20), d("2025-08-22"))
    assert words(told, "2025-08-27", "2025-08-30") == "hrrr"


def test_an_article_that_calls_the_day_of_the_restart_halted_stays_beside_the_listed_part_day(
    world: World,
) -> None:
    told = world.with_report(a_report(start=d("2025-08-18"), end=d("2025-08-19")), d("2025-08-22"))
    day = told.day(d("2025-08-19"))
    assert day.status is FlowStatus.REDUCED
    assert [ground.article_id for ground in day.grounds] == [None, "a1", None]


def test_an_article_that_calls_the_loss_of_one_supplier_a_halt_does_not_beat_the_listed_cut(
    world: World,
) -> None:
    told = world.with_report(a_report(start=d("2024-07-17")), d("2024-07-18"))
    day = told.day(d("2024-07-18"))
    assert day.status is FlowStatus.REDUCED
    assert [ground.article_id for ground in day.grounds] == [None, "a1"]


def test_an_old_unfinished_report_does_not_outlive_the_published_figures(world: World) -> None:
    told = world.without_halts().with_report(a_report(start=d("2025-06-01")), d("2025-06-01"))
    assert told.day(d("2025-06-15")).status is FlowStatus.UNKNOWN
    assert told.day(d("2025-06-16")).status is FlowStatus.FLOWING


@pytest.mark.parametrize(
    "other",
    [
        {"country": "SK"},
        {"commodity": Commodity.GAS},
        {"route": Route.ADRIA},
        {"route": None},
        {"route": None, "facility_id": "omsk-refinery"},
        {"status": FlowWord.AT_RISK},
    ],
    ids=str,
)
def test_what_is_said_of_something_else_halts_nothing(quiet: World, other: dict[str, object]) -> None:
    report = replace(FIVE_DAYS, **other)  # type: ignore[arg-type]
    assert quiet.with_report(report, d("2026-10-01")).day(d("2026-10-01")).status is FlowStatus.UNKNOWN


def test_a_report_without_a_route_counts_when_its_station_carries_the_crude(quiet: World) -> None:
    report = replace(FIVE_DAYS, route=None, facility_id="unecha-pumping-station")
    assert quiet.with_report(report, d("2026-10-01")).day(d("2026-10-01")).status is FlowStatus.HALTED


def test_an_article_published_after_the_day_we_look_from_is_not_used(quiet: World) -> None:
    told = quiet.with_report(FIVE_DAYS, d("2026-10-02"))
    assert replace(told, today=d("2026-10-01")).day(d("2026-10-01")).status is FlowStatus.UNKNOWN


def test_the_strike_of_the_same_article_is_linked_to_its_halt(quiet: World) -> None:
    told = quiet.with_report(FIVE_DAYS, d("2026-10-01"))
    strike = a_strike(start=d("2026-10-01"), effects=(Effect.FIRE,), article_id="a1")
    other = a_strike("brody-pumping-station", d("2026-10-01"), (Effect.FIRE,), article_id="a9")
    told = replace(told, strikes=(strike, other))
    assert told.day(d("2026-10-03")).strike_ids == (strike.id,)


def test_a_strike_that_an_article_accounts_for_is_not_modelled_again(quiet: World) -> None:
    told = quiet.with_report(a_report(start=d("2026-09-01"), end=d("2026-09-01")), d("2026-09-02"))
    told = replace(told, strikes=(a_strike(),))
    assert told.day(d("2026-09-01")).basis is FlowBasis.REPORTED


def test_a_report_that_flow_went_on_beats_a_modelled_halt(quiet: World) -> None:
    told = quiet.with_report(a_report(FlowWord.UNAFFECTED), d("2026-09-01"))
    told = replace(told, strikes=(a_strike(),))
    day = told.day(d("2026-09-01"))
    assert (day.status, day.basis) == (FlowStatus.FLOWING, FlowBasis.REPORTED)
    assert day.strike_ids


def test_a_reported_halt_of_today_takes_its_volume_from_the_last_figures(world: World) -> None:
    told = world.with_report(FIVE_DAYS, d("2026-10-01"))
    day = told.day(d("2026-10-02"))
    assert day.missing_kt is not None
    assert day.missing_kt.middle == pytest.approx(165 / 7.3 * 0.47)
    assert day.missing_kt.low < day.missing_kt.middle < day.missing_kt.high
