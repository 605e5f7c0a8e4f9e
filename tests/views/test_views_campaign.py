"""The page Campaign: it obeys the filters, and a click on what it counts narrows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from views_makers import strike, when

from tracker.figures import tempo
from tracker.model import Kind, Weapon
from tracker.views import campaignview, data, state
from tracker.views.filters import Filters

Open = Callable[..., AppTest]


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_the_page_counts_what_the_filters_show_and_names_what_has_no_day(page: Open) -> None:
    opened = page("campaign.py", kind="refinery")
    assert not opened.exception
    body = html(opened)
    assert "refinery" in body.split("</p>")[0]
    assert "by the week of their first day and by kind; not counted: " in body
    assert "pumping station" not in str([frame.value for frame in opened.dataframe])
    assert "Median from one day with a strike to the next: " in body
    assert "Median from the first claim to the first confirmation" in body
    assert "Russian refining capacity, percent" in body
    assert opened.query_params == {"kind": "refinery"}


def test_the_same_choice_is_drawn_once(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    weeks = campaignview.campaign.weeks
    monkeypatch.setattr(
        campaignview.campaign, "weeks", lambda some: (drawn.append(len(some)), weeks(some))[1]
    )
    opened = page("campaign.py", kind="refinery")
    opened.run()
    page("campaign.py", kind="refinery", strike="unecha-pumping-station-2025-08-21")
    assert len(drawn) == 1
    page("campaign.py", kind="pumping_station")
    assert len(drawn) == 2


def test_capacity_follows_the_period_and_no_day_after_today(page: Open) -> None:
    assert "1 Aug - 30 Sep 2025" in html(page("campaign.py", **{"from": "2025-08-01", "to": "2025-09-30"}))
    assert "10 Jun 2025 - 10 Jun 2026" in html(page("campaign.py", to="2026-12-31"))


def test_an_empty_choice_says_what_to_relax(page: Open) -> None:
    opened = page("campaign.py", q="nowhere at all")
    assert not opened.exception
    assert "No strike matches. Without" in html(opened)


@pytest.mark.usefixtures("nothing_known")
def test_a_machine_without_strikes_has_a_page_that_says_so(page: Open) -> None:
    opened = page("campaign.py")
    assert not opened.exception
    assert "No strike matches" in html(opened)


def test_a_broken_store_is_one_line(page: Open, tmp_path: Path) -> None:
    (tmp_path / "tracker.db").write_bytes(b"this is no database" * 100)
    opened = page("campaign.py")
    assert not opened.exception
    assert html(opened).count('role="alert"') == 1


def test_a_stale_link_is_named_and_the_rest_holds(page: Open) -> None:
    opened = page("campaign.py", kind=["refinery", "castle"], facility="Not an id")
    assert not opened.exception
    assert "left out: kind=castle, facility=Not an id" in html(opened)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A session outside a running page."""
    values: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", values)
    return values


@pytest.mark.usefixtures("session")
def test_a_click_narrows_to_the_week_the_kind_or_the_weapon_and_month() -> None:
    campaignview._to_week("2025-08-25")
    assert state.current() == Filters(first=date(2025, 8, 25), last=date(2025, 8, 31))
    campaignview._to_kind("refinery")
    assert state.current().kind == {Kind.REFINERY}
    campaignview._to_weapon("drone 2025-12-01")
    assert state.current().weapon == {Weapon.DRONE}
    assert (state.current().first, state.current().last) == (date(2025, 12, 1), date(2025, 12, 31))
    campaignview._to_weapon(" 2026-02-01")
    assert state.current().last == date(2026, 2, 28)
    assert state.current().weapon == {Weapon.DRONE}, "there is no filter for a weapon that is not known"


def test_a_row_opens_the_strikes_of_its_facility(session: dict[str, Any]) -> None:
    session["struck"] = {"selection": {"rows": [1]}}
    campaignview._to_facility("struck", ["ryazan-refinery", "omsk-refinery"])
    assert state.current().facility == {"omsk-refinery"}


def test_the_table_says_nothing_of_the_days_between_where_there_is_one_strike() -> None:
    one, two = strike("1", facility_id="x"), strike("2", facility_id="x", when=when("2025-08-25"))
    frame = campaignview.table(tempo.most_struck([one, two, strike("3")], 9))
    assert list(frame["Strikes"]) == [2, 1]
    assert frame["Median days between"][0] == 4
    assert frame["Median days between"].isna()[1]


def test_figures_rest_on_the_view_that_the_reader_sees(page: Open) -> None:
    then = html(page("campaign.py", known="2025-08-22T12:00:00Z"))
    assert "As it was known on 22 Aug 2025" in then
    assert html(page("campaign.py")) != then
    assert data.moment() is None
