"""Charts of the supply model: what came by which route and what lacked, stocks, refining out of service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import altair as alt
import pandas as pd

from tracker.figures import charts, palette, words
from tracker.impact.balance import BalanceDay
from tracker.impact.cover import Cover
from tracker.impact.refining import RefiningDay
from tracker.model import FlowBasis, Route

MISSING_LABEL = "missing"
_ROUTES = (Route.DRUZHBA, Route.ADRIA)
_MONTHS_FROM, _DAY_MS = 200, 86_400_000
"""From so many days on an axis names months; no axis has ticks closer than a day."""

_REFINING = ("struck", "offline", "run cut, published")


def deliveries(days: Sequence[BalanceDay], seen_from: date, most: float) -> alt.LayerChart:
    """Crude by day, kt: delivered by route and missing, stacked up to what the refinery needs; middle case.

    Days of which nothing is known, and days after `seen_from`, are pale. `most` is the top of the axis. The
    tooltip gives low to high and what binds.
    """
    rows = pd.DataFrame([row for day in days for row in _parts(day, seen_from)], columns=_PART_COLUMNS)
    names = [*map(words.route, _ROUTES), MISSING_LABEL]
    colours = [*(palette.ROUTES[route] for route in _ROUTES), palette.MISSING]
    bars = (
        alt.Chart(rows)
        .mark_bar(strokeWidth=0)
        .encode(
            x=_axis(days[0].day, days[-1].day) if days else alt.X("day:T"),
            x2="until:T",
            y=alt.Y("base:Q", title="kt a day", scale=alt.Scale(domain=[0, most])),
            y2="top:Q",
            opacity=alt.Opacity("sure:Q", scale=None, legend=None),
            color=alt.Color(
                "part:N", title=None, scale=alt.Scale(domain=names, range=colours),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=[
                alt.Tooltip("label:N", title="day"), alt.Tooltip("part:N"),
                alt.Tooltip("range:N", title="kt"), alt.Tooltip("how:N", title="known how"),
                alt.Tooltip("bound:N", title="limited by"),
            ],
        )
    )  # fmt: skip
    short = sum(day.missing_kt.middle > 0 for day in days)
    who = words.country(days[0].country) if days else "No days"
    caption = (
        f"{who}: crude by route and what lacks, modelled, middle case; {words.count(short, 'day')} short; "
        "pale: not known or ahead"
    )
    return charts.finish(alt.LayerChart(layer=[bars]), caption, height=200)


_PART_COLUMNS = ("day", "until", "label", "part", "base", "top", "range", "bound", "sure", "how")


def _parts(day: BalanceDay, seen_from: date) -> list[dict[str, Any]]:
    ahead = day.day > seen_from
    unsure = ahead or day.basis is FlowBasis.NONE
    values = [(words.route(route), day.delivered[route]) for route in _ROUTES]
    rows, base = [], 0.0
    for name, value in [*values, (MISSING_LABEL, day.missing_kt)]:
        if value.middle > 0:
            rows.append(
                {
                    **_span(day.day), "part": name, "base": base, "top": base + value.middle,
                    "range": words.between(value, "kt"), "bound": ", ".join(day.limited_by) or "nothing",
                    "sure": 0.45 if unsure else 1.0, "how": "ahead" if ahead else words.basis(day.basis),
                }
            )  # fmt: skip
        base += value.middle
    return rows


def stocks(cover: Cover, most: float) -> alt.LayerChart:
    """Crude that the refiner and the state still hold at the end of each day, kt: a band from low to high.

    `most` is the top of the axis.
    """
    rows = pd.DataFrame(
        [
            {
                **_span(day.day), "low": day.stock_kt.low, "middle": day.stock_kt.middle,
                "high": day.stock_kt.high, "range": words.between(day.stock_kt, "kt"),
                "lacks": words.between(day.uncovered_kt, "kt"),
            }
            for day in cover.days
        ],
        columns=("day", "until", "label", "low", "middle", "high", "range", "lacks"),
    )  # fmt: skip
    tips = [
        alt.Tooltip("label:N", title="day"), alt.Tooltip("range:N", title="stock"),
        alt.Tooltip("lacks:N", title="not covered"),
    ]  # fmt: skip
    base = alt.Chart(rows).encode(x=_axis(cover.first, cover.last), tooltip=tips)
    low = alt.Y("low:Q", title="kt", scale=alt.Scale(domain=[0, most]))
    band = base.mark_area(opacity=0.3, color=palette.STOCK).encode(y=low, y2="high:Q")
    middle = base.mark_line(strokeWidth=2, color=palette.STOCK).encode(y="middle:Q")
    caption = f"{words.country(cover.country)}: crude in stock, modelled, band from low to high"
    return charts.finish(alt.LayerChart(layer=[band, middle]), caption, height=180)


def refining(days: Sequence[RefiningDay]) -> alt.LayerChart:
    """Russian refining by day, percent of capacity: plants struck, units offline, published run cuts."""
    rows = pd.DataFrame([row for day in days for row in _lines(day)], columns=_LINE_COLUMNS)
    scale = alt.Scale(domain=list(_REFINING), range=[palette.REFINING_LINES[name] for name in _REFINING])
    base = alt.Chart(rows).encode(
        x=_axis(days[0].day, days[-1].day) if days else alt.X("day:T"),
        color=alt.Color("line:N", title=None, scale=scale, legend=alt.Legend(orient="top")),
        tooltip=[
            alt.Tooltip("label:N", title="day"), alt.Tooltip("line:N"),
            alt.Tooltip("range:N", title="percent"), alt.Tooltip("plants:N"),
        ],
    )  # fmt: skip
    low = alt.Y("low:Q", title="% of capacity", scale=alt.Scale(zero=True))
    band = base.mark_area(opacity=0.2, line=False).encode(y=low, y2="high:Q")
    middle = base.mark_line(strokeWidth=2, interpolate="step-after").encode(y="middle:Q")
    newest = words.between(days[-1].offline_percent, "%") if days else words.NOT_KNOWN
    caption = f"Russian refining capacity, percent: struck, offline and published; offline last: {newest}"
    return charts.finish(alt.LayerChart(layer=[band, middle]), caption, height=240)


_LINE_COLUMNS = ("day", "until", "label", "line", "low", "middle", "high", "range", "plants")


def _lines(day: RefiningDay) -> list[dict[str, Any]]:
    values = zip(_REFINING, (day.struck_percent, day.offline_percent, day.run_cut_percent), strict=True)
    struck = ", ".join(plant.name for plant in day.plants if plant.struck_mt.high > 0)
    offline = ", ".join(plant.name for plant in day.plants if plant.offline_mt.high > 0)
    said = ", ".join(dict.fromkeys(claim.ground.said_by or "" for claim in day.claims))
    behind = dict(zip(_REFINING, (struck, offline, said), strict=True))
    return [
        {
            **_span(day.day), "line": name, "low": value.low, "middle": value.middle, "high": value.high,
            "range": words.between(value, "%"), "plants": behind[name] or "none",
        }
        for name, value in values
        if value is not None
    ]  # fmt: skip


def _axis(first: date, last: date) -> alt.X:
    ends = (first, last + timedelta(days=1))
    domain = [alt.DateTime(year=end.year, month=end.month, date=end.day) for end in ends]
    named = "%-d %b" if (last - first).days < _MONTHS_FROM else "%b %Y"
    axis = alt.Axis(labelOverlap=True, grid=False, format=named, tickMinStep=_DAY_MS)
    return alt.X("day:T", title=None, scale=alt.Scale(domain=domain), axis=axis)


def _span(day: date) -> dict[str, str]:
    start = datetime.combine(day, time())
    return {
        "day": start.isoformat(),
        "until": (start + timedelta(days=1)).isoformat(),
        "label": words.day(day),
    }
