"""How the project says dates, numbers, places and reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from figure_makers import NOWHERE, RYAZAN, SOMEWHERE, UNECHA, flow_day, strike
from hypothesis import given
from hypothesis import strategies as st

from tracker.figures import words
from tracker.model import (
    DatePrecision,
    Effect,
    FlowBasis,
    FlowStatus,
    Kind,
    Place,
    Range,
    Route,
    Status,
    Weapon,
    When,
)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2025, 8, 22), date(2025, 8, 22), "22 Aug 2025"),
        (date(2025, 8, 21), date(2025, 8, 22), "21-22 Aug 2025"),
        (date(2025, 8, 31), date(2025, 9, 1), "31 Aug - 1 Sep 2025"),
        (date(2025, 12, 31), date(2026, 1, 1), "31 Dec 2025 - 1 Jan 2026"),
        (None, None, "not known"),
    ],
)
def test_days_are_said_once_where_they_share_a_month(start: date | None, end: date | None, said: str) -> None:
    assert words.days(start, end) == said


def test_a_month_is_its_name_and_an_unknown_date_says_so() -> None:
    assert words.when(When(date(2025, 8, 1), date(2025, 8, 31), DatePrecision.MONTH)) == "Aug 2025"
    assert words.when(When()) == "not known"
    assert words.day(None) == "not known"


def test_counts_agree_with_their_noun() -> None:
    assert [words.count(n, "strike") for n in (0, 1, 2, 1204)] == [
        "0 strikes",
        "1 strike",
        "2 strikes",
        "1,204 strikes",
    ]


def test_volumes_come_in_two_units_without_false_precision() -> None:
    assert words.volume(Range(80, 95.3, 110), Range(11, 13.06, 15), per_day=True) == "about 95 kb/d (13 kt/d)"
    assert words.volume(Range(1, 1304.4, 2000), None) == "about 1,300 kb"
    assert words.volume(None, None) == "not known"
    assert words.between(Range(80, 95, 110), "kb") == "80 to 110 kb"
    assert words.between(Range(95, 95, 95), "kb") == "95 kb"


@given(st.floats(min_value=0.001, max_value=1e9))
def test_a_rounded_number_is_near_the_number(value: float) -> None:
    assert float(words.number(value).replace(",", "")) == pytest.approx(value, rel=0.051)


@pytest.mark.parametrize("value", [*Kind, *Weapon, *Effect, *Status])
def test_every_code_has_words(value: Kind | Weapon | Effect | Status) -> None:
    say = {Kind: words.kind, Weapon: words.weapon, Effect: words.effect, Status: words.status}[type(value)]
    said = say(value)  # type: ignore[operator]
    assert said
    assert "_" not in said


def test_routes_countries_and_flows_have_names() -> None:
    assert all(words.route(route) for route in Route)
    assert words.route(None) == words.country(None) == words.country("unknown") == "not known"
    assert words.country("SK") == "Slovakia"
    assert words.country("XX") == "XX"
    assert words.status(FlowStatus.UNKNOWN) == words.basis(FlowBasis.NONE) == "not known"
    assert words.listed([]) == "not known"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (UNECHA, "Unecha, Bryansk Oblast, Russia"),
        (RYAZAN, "Ryazan, Ryazan Oblast, Russia (within 5 km)"),
        (SOMEWHERE, "Bryansk Oblast, Russia (within 120 km)"),
        (NOWHERE, "Kaleikino, Russia (point not known)"),
        (None, "not known"),
    ],
)
def test_a_place_says_how_exact_it_is(place: Place | None, said: str) -> None:
    assert words.place(place) == said


def test_a_strike_on_no_known_facility_stands_under_kind_and_place_not_under_an_articles_words() -> None:
    assert words.where(strike()) == "Unecha pumping station"
    unnamed = strike(name="{{ hostile }}", facility_id=None, place=SOMEWHERE)
    assert words.where(unnamed) == "Pumping station, Bryansk Oblast"
    assert words.located(unnamed) == "Pumping station, Bryansk Oblast, Russia"
    assert words.where(replace(unnamed, place=None)) == "Pumping station, place not known"
    assert words.located(replace(unnamed, place=None)) == "Pumping station, place not known"
    assert words.located(strike(place=NOWHERE)) == "Unecha pumping station, Russia (point not known)"


def test_reasons_name_their_speaker_and_day() -> None:
    day = flow_day(date(2025, 8, 22))
    assert words.why(day) == "Flow stopped after the strike (MOL, 22 Aug 2025)"
    assert words.why(replace(day, grounds=())) == "not known"
    assert words.said(replace(day.grounds[0], said_by=None, known_on=None)) == "Flow stopped after the strike"
