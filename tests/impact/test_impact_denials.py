"""Where a listed source says that nothing was lost, an article's halt of that day stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from impact_world import SUPPLY, World, a_report, a_strike

from tracker.impact import leg_words
from tracker.impact.restart import restart_forecast
from tracker.knowledge import knowledge
from tracker.model import FlowBasis, FlowStatus, FlowWord


def d(text: str) -> date:
    return date.fromisoformat(text)


def told(world: World, day: str, country: str, **changes: object) -> World:
    return world.with_report(a_report(country=country, start=d(day), **changes), d(day))


@pytest.mark.parametrize(
    ("day", "country", "denied"),
    [
        ("2025-08-13", "SK", "deliveries by schedule"),  # a statement of its day
        ("2025-08-13", "HU", "deliveries by schedule"),  # before the listed halt of the 14th
        ("2025-09-07", "SK", "Attack without a known loss"),  # a listed attack without a halt
        ("2025-12-02", "SK", "deliveries run normally"),  # between the attack and the word of the 3rd
    ],
)
def test_a_listed_denial_stands_before_an_articles_halt(
    world: World, day: str, country: str, denied: str
) -> None:
    found = told(world, day, country).day(d(day), country)
    assert (found.status, found.basis) == (FlowStatus.FLOWING, FlowBasis.REPORTED)
    assert denied in found.grounds[0].sentence
    assert any(ground.article_id == "a1" for ground in found.grounds)
    assert len(set(found.grounds)) == len(found.grounds)


def test_the_other_days_of_the_article_keep_their_word(world: World) -> None:
    both = told(world, "2025-12-03", "SK", end=d("2025-12-05"))
    words = [day.status for day in both.days(d("2025-12-02"), d("2025-12-06"), "SK")]
    flows, halts = FlowStatus.FLOWING, FlowStatus.HALTED
    assert words == [flows, flows, halts, halts, flows]


def test_a_denial_of_one_country_says_nothing_of_another(world: World) -> None:
    word = told(world, "2022-11-21", "SK").day(d("2022-11-21"), "SK").status
    assert word is FlowStatus.FLOWING
    assert world.day(d("2022-11-21"), "HU").status is FlowStatus.HALTED


def test_a_word_on_a_line_that_stands_still_denies_no_halt() -> None:
    seen = World(supply=replace(SUPPLY, halts=tuple(h for h in SUPPLY.halts if h.id == "druzhba-2026-02-23")))
    assert told(seen, "2026-02-24", "SK").day(d("2026-02-24"), "SK").status is FlowStatus.HALTED


def test_without_an_article_a_denial_changes_no_word(world: World) -> None:
    day = world.day(d("2025-12-02"), "SK")
    assert (day.status, day.basis) == (FlowStatus.FLOWING, FlowBasis.MODELLED)


def test_a_halt_that_is_denied_has_no_forecast_and_kills_no_leg(world: World) -> None:
    seen = replace(told(world, "2025-08-13", "SK", days_min=1), today=d("2025-08-13"))
    assert restart_forecast("SK", **seen.given) is None
    _, out = leg_words(d("2025-08-13"), **seen.given)
    assert "unecha-pumping-station" not in out


def test_a_strike_whose_halt_is_denied_is_not_modelled(world: World) -> None:
    strike = a_strike("nikolskoye-pumping-station", d("2025-12-02"))
    seen = replace(told(world, "2025-12-02", "SK"), strikes=(strike,))
    assert seen.day(d("2025-12-02"), "SK").status is FlowStatus.FLOWING


def test_the_bulletin_on_unecha_says_nothing_of_the_buyers() -> None:
    (text,) = [b.text for b in knowledge().bulletins if b.id == "summary:2025-08-13-unecha"]
    assert "buyer" not in text
    assert "felt" not in text


@pytest.mark.parametrize("listed", [True, False])
def test_an_article_on_a_restart_at_lower_volume_starts_the_same_ramp(world: World, listed: bool) -> None:
    day = d("2025-08-28")
    seen = world if listed else world.without_halts()
    for word in (FlowWord.RESUMED, FlowWord.REDUCED):
        seen = seen.with_report(a_report(word, start=day), day)
    days = seen.days(day, d("2025-09-03"))
    assert {one.status for one in days} == {FlowStatus.REDUCED}
    losses = [one.missing_kt.middle for one in days if one.missing_kt]
    assert losses == sorted(losses, reverse=True)
    assert losses[0] == pytest.approx(13 * losses[-1])
