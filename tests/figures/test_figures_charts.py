"""Charts say what they show, carry their rows inside, start bars at zero and never invent a number."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import altair as alt
import pytest
from figure_makers import flow_day

from tracker.figures import charts, palette
from tracker.model import FlowStatus

DAYS = [
    flow_day(date(2025, 8, 20), FlowStatus.FLOWING, missing_kb=None, missing_kt=None),
    flow_day(date(2025, 8, 21), FlowStatus.REDUCED),
    flow_day(date(2025, 8, 22)),
    flow_day(date(2025, 8, 23), FlowStatus.UNKNOWN, missing_kb=None, missing_kt=None, grounds=()),
]


def drawn(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    return dict(json.loads(chart.to_json(format="vega-lite")))


def rows(chart: alt.Chart | alt.LayerChart) -> list[dict[str, Any]]:
    return [row for part in drawn(chart)["datasets"].values() for row in part]


def test_the_strip_gives_each_day_its_word_and_its_reason() -> None:
    chart = charts.flow_strip(DAYS)
    assert [row["status"] for row in rows(chart)] == ["flowing", "reduced", "halted", "not known"]
    assert rows(chart)[2]["why"] == "Flow stopped after the strike (MOL, 22 Aug 2025)"
    assert rows(chart)[3]["why"] == "not known"
    scale = drawn(chart)["encoding"]["color"]["scale"]
    assert (
        dict(zip(scale["domain"], scale["range"], strict=True))["halted"] == palette.FLOW[FlowStatus.HALTED]
    )
    assert drawn(chart)["usermeta"]["caption"].startswith(
        "Hungary, Druzhba: flow by day; 1 day flowing, 1 day reduced"
    )


@pytest.mark.parametrize(("unit", "middle"), [("kb", 95), ("kt", 13)])
def test_missing_volume_has_a_band_and_gaps_where_nothing_is_known(unit: str, middle: float) -> None:
    chart = charts.missing_volume(DAYS, unit)
    assert [row["middle"] for row in rows(chart)] == [None, middle, middle, None]
    band, line = drawn(chart)["layer"]
    assert (band["encoding"]["y"]["field"], band["encoding"]["y2"]["field"]) == ("low", "high")
    assert band["encoding"]["y"]["scale"]["zero"] is True
    assert line["encoding"]["y"]["field"] == "middle"
    assert rows(chart)[0]["range"] == "not known"
    first, last = band["encoding"]["x"]["scale"]["domain"]
    assert (first["date"], last["date"]) == (20, 24), "also the days without a figure are on the axis"
    assert charts.UNITS[unit] in drawn(chart)["usermeta"]["caption"]


def test_days_are_local_times_and_touch_only_when_there_are_many() -> None:
    few = rows(charts.flow_strip(DAYS))[0]
    assert (few["day"], few["until"]) == ("2025-08-20T00:00:00", "2025-08-20T20:00:00")
    many = rows(charts.flow_strip([flow_day(date(2025, 1, 1) + timedelta(days=n)) for n in range(150)]))
    assert all(one["until"] == other["day"] for one, other in pairwise(many))


@pytest.mark.parametrize("chart", [charts.flow_strip([]), charts.missing_volume([])])
def test_an_empty_chart_is_still_a_chart_with_a_caption(chart: alt.Chart | alt.LayerChart) -> None:
    assert drawn(chart)["usermeta"]["caption"]


def test_no_chart_fetches_data() -> None:
    for chart in (charts.flow_strip(DAYS), charts.missing_volume(DAYS)):
        assert '"url"' not in chart.to_json(format="vega-lite")
