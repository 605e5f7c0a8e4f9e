"""A campaign in numbers and charts: what is counted where, and what is not because its day is not known."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import altair as alt
import pytest
from figure_makers import night, strike
from hypothesis import given
from hypothesis import strategies as st

from tracker.events import Part, ledger
from tracker.figures import campaign, intervals, tempo
from tracker.model import Article, DatePrecision, Kind, Report, Status, Strike, Target, Weapon, When

MONDAY = date(2025, 8, 25)
MONTH = When(date(2025, 8, 1), date(2025, 8, 31), DatePrecision.MONTH)


def drawn(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    return dict(json.loads(chart.to_json(format="vega-lite")))


def rows(chart: alt.Chart | alt.LayerChart) -> list[dict[str, Any]]:
    return [row for part in drawn(chart)["datasets"].values() for row in part]


def caption(chart: alt.Chart | alt.LayerChart) -> str:
    return str(drawn(chart)["usermeta"]["caption"])


def hit(name: str, day: date | None, **values: Any) -> Strike:
    return strike(id=name, when=night(day) if day else When(), **values)


STRIKES = [
    hit("a", MONDAY - timedelta(days=1)),
    hit("b", MONDAY, kind=Kind.REFINERY, weapons=(Weapon.DRONE, Weapon.MISSILE)),
    hit("c", MONDAY + timedelta(days=6), kind=Kind.PIPELINE, weapons=(Weapon.DRONE,)),
    hit("d", MONDAY + timedelta(days=7), facility_id=None, place=None),
    strike(id="e", when=MONTH),
    hit("f", None),
]


def test_a_strike_stands_in_the_week_of_its_first_day_on_top_of_the_kinds_before_it() -> None:
    chart = campaign.weeks(STRIKES)
    counted = [(row["code"], row["kind"], row["base"], row["top"]) for row in rows(chart)]
    assert counted == [
        ("2025-08-18", "pumping station", 0, 1),
        ("2025-08-25", "pipeline", 0, 1),
        ("2025-08-25", "refinery", 1, 2),
        ("2025-09-01", "pumping station", 0, 1),
    ]
    assert rows(chart)[1]["label"] == "25-31 Aug 2025"
    assert drawn(chart)["encoding"]["y"]["scale"]["zero"] is True
    assert caption(chart) == (
        "4 strikes by the week of their first day and by kind; not counted: 1 strike without a known date, "
        "1 strike whose date is not known that exactly"
    )


def test_kinds_count_every_strike_and_say_how_many_have_no_date() -> None:
    chart = campaign.kinds(STRIKES)
    assert [(row["code"], row["kind"]) for row in rows(chart)] == [
        ("pumping_station", "pumping station (4)"), ("pipeline", "pipeline (1)"), ("refinery", "refinery (1)"),
    ]  # fmt: skip
    assert caption(chart) == "6 strikes by kind of target, 1 of them without a known date"


def test_a_strike_with_two_weapons_is_in_both_rows_and_one_without_in_the_last() -> None:
    chart = campaign.weapons(STRIKES)
    assert [(row["code"], row["weapon"], row["strikes"]) for row in rows(chart)] == [
        (" 2025-08-01", "not known (3)", 2),
        ("drone 2025-08-01", "drone (2)", 2),
        ("missile 2025-08-01", "missile (1)", 1),
        (" 2025-09-01", "not known (3)", 1),
    ]
    assert drawn(chart)["encoding"]["y"]["sort"][-1] == "not known (3)"


@pytest.mark.parametrize(
    "chart", [campaign.weeks(STRIKES), campaign.kinds(STRIKES), campaign.weapons(STRIKES)]
)
def test_a_click_gives_the_code_of_the_bar(chart: alt.Chart) -> None:
    (picked,) = drawn(chart)["params"]
    assert (picked["name"], picked["select"]["fields"]) == (campaign.PICK, ["code"])
    assert all(row["code"] for row in rows(chart))


def test_the_most_struck_come_first_and_among_equals_the_one_struck_last() -> None:
    strikes = [
        hit("a", date(2025, 8, 1), facility_id="early"),
        hit("b", date(2025, 9, 1), facility_id="late"),
        hit("c", date(2025, 7, 1), facility_id="most"),
        hit("d", None, facility_id="most"),
        hit("e", date(2025, 8, 1), facility_id=None),
    ]
    found = tempo.most_struck(strikes, 3)
    assert [(item.facility_id, item.strikes) for item in found] == [("most", 2), ("late", 1), ("early", 1)]
    assert found[0].days == (date(2025, 7, 1),)
    assert tempo.most_struck(strikes, 1) == found[:1]


@given(st.lists(st.dates(date(2022, 1, 1), date(2026, 1, 1))))
def test_gaps_add_up_to_the_time_from_first_to_last(days: list[date]) -> None:
    found = tempo.gaps(days)
    assert all(gap > 0 for gap in found)
    assert sum(found) == ((max(days) - min(days)).days if days else 0)


def test_days_between_strikes_rest_on_days_that_are_known_to_the_night() -> None:
    chart = intervals.gaps(STRIKES, tempo.most_struck(STRIKES, 9))
    counted = {(row["where"], row["gap"]): row["times"] for row in rows(chart) if row["times"]}
    assert counted == {
        ("anywhere", "1"): 2, ("anywhere", "4-7"): 1, ("same facility", "1"): 1, ("same facility", "4-7"): 1,
    }  # fmt: skip
    assert caption(chart).startswith(
        "Median from one day with a strike to the next: 1 day anywhere, 3.5 days at the same facility (2 returns)"
    )
    assert "1 strike without a known date, 1 strike whose date is not known that exactly" in caption(chart)


def test_a_month_is_a_bar_and_a_night_is_a_tick() -> None:
    chart = intervals.strips(STRIKES, tempo.most_struck(STRIKES, 9))
    assert [(row["label"], row["exact"]) for row in rows(chart)][-1] == ("Aug 2025, confirmed", False)
    assert all(row["exact"] for row in rows(chart)[:-1])
    assert "5 strikes at these facilities" in caption(chart)
    assert "not shown: 1 strike without a known date" in caption(chart)


def told(status: Status, article: str, **values: Any) -> Report:
    target = Target(name="x", kind=Kind.REFINERY)
    return Report(article_id=article, target=target, when=When(), status=status, **values)


ARTICLES = {
    name: Article(id=name, text=name, publisher=name, published=day)
    for name, day in (
        ("a1", date(2025, 8, 20)), ("a2", date(2025, 8, 22)), ("a3", date(2025, 8, 25)), ("no day", None),
    )
}  # fmt: skip
NAMES = st.sampled_from([(), ("Eva",), ("Eva", "Adam")])
REPORTS = st.builds(
    told, st.sampled_from([s for s in Status if s is not Status.DISPUTED]),
    st.sampled_from([*ARTICLES, "gone"]), claimed_by=NAMES, confirmed_by=NAMES,
)  # fmt: skip


@given(st.lists(REPORTS, min_size=1, max_size=5))
def test_the_lag_is_the_ledgers_first_claim_to_its_first_confirmation(reports: list[Report]) -> None:
    found = tempo.spoken(replace(strike(), reports=tuple(reports)), ARTICLES)
    voices = ledger(reports, ARTICLES)
    for part, there, day in (
        (Part.CLAIMS, found.claimed, found.claimed_on),
        (Part.CONFIRMS, found.confirmed, found.confirmed_on),
    ):
        days = [voice.day for voice in voices if voice.part is part]
        assert there is bool(days)
        assert day == min((known for known in days if known), default=None)


def test_the_lag_counts_who_has_both_days_and_says_who_has_not() -> None:
    claim, confirm = told(Status.CLAIMED, "a1"), told(Status.CONFIRMED, "a3")
    early, undated = told(Status.CLAIMED, "a2"), told(Status.CONFIRMED, "no day")
    groups = [(claim, confirm), (early, confirm), (confirm, claim), (claim, undated), (claim,), (confirm,)]
    said = [tempo.spoken(replace(strike(), reports=group), ARTICLES) for group in groups]
    said.append(tempo.spoken(replace(strike(), reports=(told(Status.REPORTED, "a1"),)), ARTICLES))
    chart = intervals.lags(said)
    assert {row["lag"]: row["strikes"] for row in rows(chart) if row["strikes"]} == {"3": 1, "4-7": 2}
    assert caption(chart) == (
        "Median from the first claim to the first confirmation, by days of publication: 5 days (3 strikes); "
        "not counted: 1 of which one of the two days is not known, 1 only claimed, 1 only confirmed, 1 neither"
    )


@pytest.mark.parametrize(
    "chart",
    [
        campaign.weeks([]), campaign.kinds([]), campaign.weapons([]), intervals.strips([], []),
        intervals.gaps([], []), intervals.lags([]),
    ],
)  # fmt: skip
def test_an_empty_chart_is_still_a_chart_with_a_caption_and_fetches_nothing(
    chart: alt.Chart | alt.LayerChart,
) -> None:
    assert caption(chart)
    assert '"url"' not in chart.to_json(format="vega-lite")


def test_a_hundred_thousand_strikes_are_few_rows() -> None:
    many = [
        hit(str(number), date(2014, 1, 1) + timedelta(days=number % 4500), kind=list(Kind)[number % 18])
        for number in range(100_000)
    ]
    drawn_strips = intervals.strips(many, tempo.most_struck(many, 9))
    assert len(rows(drawn_strips)) == 148
    assert rows(drawn_strips)[0]["label"] == "Jan 2014, 713 strikes"
    assert "a bar for each month with any" in caption(drawn_strips)
    assert len(rows(campaign.weeks(many))) < 12_000
