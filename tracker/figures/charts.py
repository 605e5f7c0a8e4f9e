"""Charts as altair objects with one theme; each says what it shows in `usermeta["caption"]`.

No data is fetched by a chart: rows are inside it, and Streamlit draws it with its own copy of Vega-Lite.
Days are written as local times (`2025-08-21T00:00:00`): a bare day would be taken for UTC and shown as the
day before to readers west of Greenwich.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any, TypeVar, cast

import altair as alt
import pandas as pd

from tracker.figures import palette, words
from tracker.model import FlowDay, FlowStatus, Range

UNITS = {"kb": "thousand barrels", "kt": "thousand tonnes"}
_FLOW_ORDER = [words.status(flow) for flow in FlowStatus]
_FLOW_SCALE = alt.Scale(domain=_FLOW_ORDER, range=[palette.FLOW[flow] for flow in FlowStatus])
_FEW = 100
ChartT = TypeVar("ChartT", alt.Chart, alt.LayerChart)

alt.data_transformers.disable_max_rows()  # what is drawn is bounded by days and kinds, never one row a strike

_DAY = alt.Tooltip("label:N", title="day")


def flow_strip(days: Sequence[FlowDay]) -> alt.Chart:
    """One cell per day, oldest first, coloured by the flow's word as on a status page; the tooltip says why.

    Up to a hundred days stand apart, more run together.
    """
    gap = timedelta(hours=4 if len(days) <= _FEW else 0)
    columns = ["day", "until", "label", "status", "basis", "why"]
    rows = pd.DataFrame([_flow_row(item, gap) for item in days], columns=columns)
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_bar(height=28, strokeWidth=0.8 if len(days) > _FEW else 0)
        .encode(
            x=_day_axis(days),
            x2="until:T",
            color=alt.Color("status:N", title=None, scale=_FLOW_SCALE, legend=alt.Legend(orient="top")),
            stroke=alt.Stroke("status:N", scale=_FLOW_SCALE, legend=None),
            tooltip=[_DAY, "status:N", alt.Tooltip("basis:N", title="known how"), alt.Tooltip("why:N")],
        )
    )
    return finish(chart, f"{_of(days)}: flow by day; {_share(days)}", height=44)


def missing_volume(days: Sequence[FlowDay], unit: str = "kb") -> alt.LayerChart:
    """Crude that did not arrive, by day: the middle estimate as a line on a band from low to high.

    `unit` is `kb` (thousand barrels) or `kt`. Days without a figure are gaps, not zeros.
    """
    values = [(item, item.missing_kb if unit == "kb" else item.missing_kt) for item in days]
    columns = ["day", "until", "label", "low", "middle", "high", "range"]
    rows = pd.DataFrame([_volume_row(item, value) for item, value in values], columns=columns).astype(
        dict.fromkeys(("low", "middle", "high"), "float64")
    )
    tips = [_DAY, alt.Tooltip("range:N", title=f"not delivered, {unit}")]
    base = alt.Chart(rows).encode(x=_day_axis(days), x2="until:T", tooltip=tips)
    low = alt.Y("low:Q", title=f"{unit} a day", scale=alt.Scale(zero=True))
    band = base.mark_rect(opacity=0.3, color=palette.MISSING).encode(y=low, y2="high:Q")
    middle = base.mark_rule(strokeWidth=2, color=palette.MISSING).encode(y="middle:Q")
    known = sum(value is not None for _, value in values)
    figures = f"modelled, band from low to high; {words.count(known, 'day')} with a figure"
    caption = f"{_of(days)}: crude not delivered, {UNITS[unit]} a day, {figures}"
    return finish(alt.LayerChart(layer=[band, middle]), caption, height=180)


def _day_axis(days: Sequence[FlowDay]) -> alt.X:
    """All the days, also those without a figure, so that charts of the same days line up."""
    ends = (days[0].day, days[-1].day + timedelta(days=1)) if days else ()
    domain = [alt.DateTime(year=end.year, month=end.month, date=end.day) for end in ends]
    scale = alt.Scale(domain=domain) if domain else alt.Scale()
    return alt.X("day:T", title=None, scale=scale, axis=alt.Axis(labelOverlap=True, grid=False))


def finish(chart: ChartT, caption: str, *, height: int) -> ChartT:
    """The chart with its caption and the look that all share."""
    drawn: ChartT = chart.properties(height=height, width="container", usermeta={"caption": caption})
    return cast(ChartT, drawn.configure(**theme()))


def theme() -> dict[str, Any]:
    """The look that all charts share; text colours are left to Streamlit's light or dark theme."""
    small = {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"}
    return {
        "axis": {**small, "domain": False, "ticks": False, "gridOpacity": 0.35, "labelPadding": 6},
        "legend": {**small, "symbolType": "square", "symbolSize": 90, "offset": 4, "rowPadding": 2},
        "view": {"stroke": None},
    }


def _flow_row(item: FlowDay, gap: timedelta) -> dict[str, str]:
    return {
        **_span(item, gap),
        "status": words.status(item.status),
        "basis": words.basis(item.basis),
        "why": words.why(item),
    }


def _volume_row(item: FlowDay, value: Range | None) -> dict[str, Any]:
    return {
        **_span(item, timedelta()),
        "low": value.low if value else None,
        "middle": value.middle if value else None,
        "high": value.high if value else None,
        "range": words.between(value, "") if value else words.NOT_KNOWN,
    }


def _span(item: FlowDay, gap: timedelta) -> dict[str, str]:
    start = datetime.combine(item.day, time())
    return {
        "day": start.isoformat(),
        "until": (start + timedelta(days=1) - gap).isoformat(),
        "label": words.day(item.day),
    }


def _of(days: Sequence[FlowDay]) -> str:
    return f"{words.country(days[0].country)}, {words.route(days[0].route)}" if days else "No days"


def _share(days: Sequence[FlowDay]) -> str:
    counts = Counter(item.status for item in days)
    present = [flow for flow in FlowStatus if counts[flow]]
    return ", ".join(f"{words.count(counts[flow], 'day')} {words.status(flow)}" for flow in present)
