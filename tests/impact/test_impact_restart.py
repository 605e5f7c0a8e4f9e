from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from impact_world import SUPPLY, TODAY, World, a_report, a_strike

from tracker.impact.delivered import delivered
from tracker.impact.known import Kind, Known, Said, affected, kind_of, kind_of_past, known_halts, least_days
from tracker.impact.lengths import lengths_of
from tracker.impact.restart import RestartForecast, forecast, restart_forecast
from tracker.impact.states import State, states
from tracker.impact.volumes import ramp_lost
from tracker.model import FlowWord, Ground, Range

DAY = timedelta(days=1)
DAYS = st.lists(st.integers(0, 400), min_size=1, max_size=12)
START = date(2026, 9, 1)


def d(text: str) -> date:
    return date.fromisoformat(text)


def said(day: int = 0, **changes: Any) -> Said:
    values: dict[str, Any] = {
        "known_on": START + DAY * day,
        "countries": ("HU",),
        "role": "official",
        "affected": None,
        "signal": None,
        "days_min": None,
        "restart_on": None,
        "ground": Ground(sentence="Said"),
    }
    return Said(**{**values, **changes})


def a_halt(*words: Said, cause: str = "strike", length: int | None = None, lasted: int = 0) -> Known:
    return Known(id="a", start=START, public_on=START, cause=cause, length=length, lasted=lasted, said=words)


def ahead(halt: Known, elapsed: int = 0, others: tuple[Known, ...] | None = None) -> RestartForecast:
    measured = known_halts(SUPPLY, TODAY) if others is None else others
    found = forecast(halt, measured, SUPPLY, as_of=START + DAY * elapsed, elapsed=elapsed)
    assert found is not None
    return found


# Lengths


def test_the_curve_is_kaplan_meier_with_a_chance_left_beyond_the_longest() -> None:
    curve = lengths_of([1, 3, 7], [], 2)
    assert curve is not None
    assert [curve.outlast(day) for day in (1, 3, 7)] == pytest.approx([3 / 4, 2 / 4, 1 / 4])
    assert curve.outlast(15) == pytest.approx(1 / 4 * (8 / 16) ** 2)
    assert (curve.outlast(-0.5), curve.outlast(0)) == (1, 1)


def test_a_halt_that_is_only_known_to_last_makes_the_others_longer() -> None:
    known, open_case = lengths_of([1, 3, 7], [], 2), lengths_of([1, 3, 7], [30], 2)
    assert known is not None
    assert open_case is not None
    assert open_case.outlast(7) > known.outlast(7)
    assert open_case.outlast(0.5) == pytest.approx(1 - 0.2 * (0.405465108 / 0.693147181))


def test_without_an_ended_halt_there_is_no_curve() -> None:
    assert lengths_of([], [3, 900], 2) is None


@given(DAYS, DAYS, st.floats(0.5, 3), st.integers(0, 300))
def test_an_interval_is_in_order_and_never_below_the_least_days(
    known: list[int], lasting: list[int], exponent: float, at_least: int
) -> None:
    curve = lengths_of(known, lasting, exponent)
    assert curve is not None
    found = curve.interval(at_least)
    assert at_least <= found.low <= found.middle <= found.high
    assert curve.interval(at_least + 5).high >= found.high


@given(DAYS, st.floats(0.01, 0.99), st.integers(0, 300))
def test_a_quantile_is_outlasted_by_the_rest(known: list[int], share: float, at_least: int) -> None:
    curve = lengths_of(known, [], 1)
    assert curve is not None
    left = curve.outlast(curve.quantile(share, at_least))
    assert left <= (1 - share) * curve.outlast(at_least - 0.5) + 1e-9


# What was said


@pytest.mark.parametrize(
    ("cause", "words", "kind"),
    [
        ("strike", [], Kind.REPAIR),
        ("operator", [], Kind.REPAIR),
        ("unknown", [], Kind.REPAIR),
        ("sanctions", [], Kind.PROLONGED),
        ("payment", [], Kind.PROLONGED),
        ("strike", [said(signal="repair")], Kind.REPAIR),
        ("strike", [said(signal="dispute"), said(signal="soon")], Kind.PROLONGED),
        ("strike", [said(signal="planned")], Kind.PROLONGED),
        ("payment", [said(0, signal="blocked"), said(1, signal="solved")], Kind.REPAIR),
        ("payment", [said(0, signal="solved"), said(1, signal="dispute")], Kind.PROLONGED),
        ("payment", [said(0, signal="solved"), said(0, signal="blocked")], Kind.PROLONGED),
    ],
)
def test_the_kind_follows_the_last_day_that_speaks_of_an_obstacle(
    cause: str, words: list[Said], kind: Kind
) -> None:
    assert kind_of(cause, words) is kind


def test_as_a_measure_a_settled_obstacle_still_counts() -> None:
    settled = a_halt(said(0, signal="blocked"), said(1, signal="solved"), cause="unknown")
    assert (kind_of(settled.cause, settled.said), kind_of_past(settled)) == (Kind.REPAIR, Kind.PROLONGED)
    late = a_halt(said(5, signal="dispute"))
    assert kind_of_past(late) is Kind.REPAIR


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ([], None),
        ([said(affected="stopped", countries=("SK",))], None),
        ([said(0, affected="no"), said(1, affected="stopped")], "stopped"),
        ([said(0, affected="stopped"), said(1, affected="no")], "no"),
        ([said(0, affected="no"), said(0, affected="reduced")], "reduced"),
    ],
)
def test_who_is_affected_is_the_last_word_on_its_own_deliveries(words: list[Said], word: str | None) -> None:
    assert affected("HU", words) == word


def test_only_numbers_of_officials_and_operators_push_the_length_out() -> None:
    words = [said(days_min=5), said(restart_on=START + DAY * 4), said(role="media", days_min=30)]
    assert least_days(START, words) == 5
    assert least_days(START, words[2:]) == 0


# The forecast


def test_a_number_lifts_the_interval_and_a_dispute_lengthens_it() -> None:
    plain = ahead(a_halt(said(signal="repair")))
    told = ahead(a_halt(said(signal="repair", days_min=5)))
    disputed = ahead(a_halt(said(signal="dispute")))
    assert (plain.days.low, told.days.low) == (0, 5)
    assert plain.days.high < told.days.high < disputed.days.high
    assert (plain.kind, disputed.kind) == (Kind.REPAIR, Kind.PROLONGED)


def test_a_halt_of_which_nobody_said_anything_has_a_forecast_too() -> None:
    found = ahead(a_halt())
    assert (found.at_least, found.kind) == (0, Kind.REPAIR)
    assert found.days.low <= 1 <= found.days.high


@given(st.integers(0, 200), st.integers(0, 60))
def test_the_longer_it_lasts_the_later_the_end(elapsed: int, more: int) -> None:
    before, after = ahead(a_halt(), elapsed), ahead(a_halt(), elapsed + more)
    assert after.days.low >= before.days.low
    assert after.days.high >= before.days.high
    assert after.restart_from >= after.as_of


def test_it_is_overdue_past_the_80th_percentile_of_its_second_day() -> None:
    due = ahead(a_halt()).overdue_from
    assert due > START
    days = (due - START).days
    assert not ahead(a_halt(), days - 1).overdue
    assert ahead(a_halt(), days).overdue
    postponed = a_halt(said(3, restart_on=START + DAY * 60))
    assert ahead(postponed, days).overdue_from == due


def test_a_forecast_names_its_halts_its_statements_and_its_assumption() -> None:
    words = (said(signal="repair", ground=Ground(sentence="Under repair", said_by="MOL")), said())
    found = ahead(a_halt(*words))
    assert found.assumptions == ("tail_repair",)
    assert "druzhba-2025-08-18" in found.others
    assert "druzhba-2026-01-27" not in found.others
    assert [ground.said_by for ground in found.basis] == [None, "MOL"]
    assert found.basis[0].sentence == (
        "Measured by 7 other halts (damage under repair): 0, 0, 0, 1, 1, 3, 7 days"
    )


def test_where_no_halt_of_its_kind_has_ended_all_others_measure_it() -> None:
    others = (a_halt(length=2), a_halt(length=4), a_halt(cause="sanctions", lasted=9))
    found = ahead(a_halt(cause="payment"), others=others)
    assert found.kind is Kind.PROLONGED
    assert len(found.others) == 3


def test_without_any_ended_halt_there_is_no_forecast() -> None:
    assert forecast(a_halt(), (a_halt(lasted=5),), SUPPLY, as_of=START, elapsed=0) is None


# Seen from a day


def seen(world: World, country: str, day: str) -> RestartForecast | None:
    return restart_forecast(country, **{**world.given, "today": d(day)})


def test_the_seeds_case_at_least_five_days_holds_the_real_28_august(world: World) -> None:
    for country in ("HU", "SK"):
        found = seen(world, country, "2025-08-22")
        assert found is not None
        assert (found.elapsed, found.at_least) == (1, 5)
        assert found.restart_from <= d("2025-08-28") <= found.restart_to
        assert "At least five days" in [ground.sentence for ground in found.basis]


def test_nothing_later_is_used_to_look_from_a_day(world: World) -> None:
    found = seen(world, "SK", "2025-08-22")
    earlier = replace(
        world,
        supply=replace(
            world.supply,
            halts=tuple(h for h in world.supply.halts if h.start <= d("2025-08-22")),
            statements=tuple(
                s for s in world.supply.statements if s.known_on and s.known_on <= d("2025-08-22")
            ),
        ),
    )
    assert seen(earlier, "SK", "2025-08-22") == found


def test_while_oil_flows_there_is_no_forecast(world: World) -> None:
    assert seen(world, "HU", "2025-09-15") is None


def test_a_halt_that_only_articles_know_is_forecast_from_their_words(world: World) -> None:
    told = world.with_report(a_report(start=d("2026-09-01"), days_min=4), d("2026-09-01"))
    found = seen(told, "HU", "2026-09-02")
    assert found is not None
    assert (found.start, found.at_least, found.days.low) == (d("2026-09-01"), 4, 4)
    assert found.basis[-1].article_id == "a1"
    resumed = told.with_report(a_report(FlowWord.RESUMED, "a2", start=d("2026-09-03")), d("2026-09-03"))
    assert seen(resumed, "HU", "2026-09-04") is None


def test_the_dispute_of_2026_is_measured_by_the_halts_that_people_prolonged(world: World) -> None:
    found = seen(world, "HU", "2026-02-13")
    assert found is not None
    assert found.kind is Kind.PROLONGED
    assert found.days.low <= 86 <= found.days.high
    assert set(found.others) == {"druzhba-2022-08-04", "druzhba-hu-2022-11-20", "druzhba-2024-07-17"}


# States


def steps(world: World, country: str, start: str) -> list[tuple[State, str]]:
    return [(s.state, str(s.first)[5:]) for s in states(country, d(start), **world.given)]


def test_the_states_of_august_2025(world: World) -> None:
    assert steps(world, "SK", "2025-08-21") == [
        (State.HIT, "08-21"),
        (State.HALTED, "08-21"),
        (State.TEST_FLOW, "08-28"),
        (State.PARTIAL, "08-29"),
        (State.FULL, "09-04"),
    ]


def test_an_attack_on_a_line_that_stands_still_is_hit_again(world: World) -> None:
    assert steps(world, "HU", "2026-01-27") == [
        (State.HIT, "01-27"),
        (State.HALTED, "01-27"),
        (State.HIT_AGAIN, "02-23"),
        (State.FULL, "04-23"),
    ]


def test_a_halt_without_a_strike_begins_halted(world: World) -> None:
    assert steps(world, "HU", "2024-12-19") == [(State.HALTED, "12-19"), (State.FULL, "12-22")]


def test_the_loss_of_one_supplier_is_partial(world: World) -> None:
    assert steps(world, "HU", "2024-07-17")[0] == (State.PARTIAL, "07-17")


def test_a_day_with_flow_has_no_states(world: World) -> None:
    assert steps(world, "HU", "2025-12-01") == []


def test_strikes_and_articles_give_states_of_their_own(quiet: World) -> None:
    told = replace(quiet, today=d("2026-09-04")).with_report(a_report(start=d("2026-09-01")), d("2026-09-04"))
    struck = replace(told, strikes=(a_strike(start=d("2026-09-01")), a_strike(start=d("2026-09-03"))))
    assert steps(struck, "HU", "2026-09-01") == [
        (State.HIT, "09-01"),
        (State.HALTED, "09-01"),
        (State.HIT_AGAIN, "09-03"),
    ]


# What arrived


def test_flow_rises_evenly_after_a_restart_at_lower_volume() -> None:
    lost = [ramp_lost(SUPPLY, day) for day in range(15)]
    assert sum(share.middle for share in lost) == pytest.approx(3.5)
    assert sum(share.low for share in lost) == pytest.approx(0.5)
    assert sum(share.high for share in lost) == pytest.approx(7)
    assert lost[14] == Range(0, 0, 0)


def test_a_month_swings_as_the_published_months_of_2024() -> None:
    kt = {row.id: row.kt.middle for row in SUPPLY.deliveries if row.kt}
    mean = kt["transit-2024-expro"] / 12
    swing = SUPPLY.assume("month_swing")
    assert (swing.low, swing.high) == pytest.approx(
        (kt["transit-2024-06"] / mean, kt["transit-2024-01"] / mean), abs=0.005
    )


def test_what_arrived_in_a_day_is_usual_flow_and_nothing_in_a_halt() -> None:
    def on(day: str) -> Range | None:
        return delivered(("HU", "SK"), d(day), d(day), supply=SUPPLY, today=TODAY)

    flowing, halted = on("2025-06-01"), on("2025-08-25")
    assert flowing is not None
    assert flowing.middle == pytest.approx((4350 + 4900) / 357)
    assert halted == Range(0, 0, 0)


def test_where_a_country_has_no_figure_nothing_is_said_of_what_arrived() -> None:
    assert delivered(("HU", "AT"), d("2025-06-01"), d("2025-06-30"), supply=SUPPLY, today=TODAY) is None
