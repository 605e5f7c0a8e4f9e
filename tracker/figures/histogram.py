"""Strikes per week or month as small bars over which a period is brushed, and what a brush means in days.

Days are drawn in UTC, so that a brush comes back as the days that were under it wherever the reader is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import altair as alt
import pandas as pd

from tracker.figures import charts, words

BRUSH = "brush"
"""The name of the selection, `middle` the field that it gives an interval of."""

MIDDLE = "middle"
HEIGHT = 68
_WEEKS_UP_TO = timedelta(days=550)
_COUNTED, _LEFT_OUT = "#6f8496", 0.35


@dataclass(frozen=True, slots=True)
class Bins:
    """Weeks from Monday, or months: bin `n` holds the days from `edges[n]` to before `edges[n + 1]`."""

    step: str
    edges: tuple[date, ...]

    def period(self, left: float, right: float) -> tuple[date, date]:
        """First and last day of the bins whose middle lies between two moments (milliseconds, UTC).

        A brush that covers no middle means the bin it lies in.
        """
        chosen = [n for n, middle in enumerate(self.middles()) if left <= _milliseconds(middle) <= right]
        if not chosen:
            centre = datetime.fromtimestamp((left + right) / 2000, UTC).date()
            chosen = [min(max(bisect_right(self.edges, centre) - 1, 0), len(self.edges) - 2)]
        return self.edges[chosen[0]], self.edges[chosen[-1] + 1] - timedelta(days=1)

    def middles(self) -> list[datetime]:
        """The moment in the middle of each bin."""
        starts = [datetime.combine(edge, time(), UTC) for edge in self.edges]
        return [start + (end - start) / 2 for start, end in pairwise(starts)]

    def counted(self, days: Mapping[date, int]) -> list[int]:
        """How many strikes each bin holds."""
        found = [0] * (len(self.edges) - 1)
        for day, many in days.items():
            found[bisect_right(self.edges, day) - 1] += many
        return found


def bins(days: Iterable[date]) -> Bins | None:
    """Bins for these days: weeks for a year and a half, months for more; None without a day."""
    ordered = sorted(days)
    if not ordered:
        return None
    weekly = ordered[-1] - ordered[0] <= _WEEKS_UP_TO
    start = ordered[0] - timedelta(days=ordered[0].weekday()) if weekly else ordered[0].replace(day=1)
    edges = [start]
    while edges[-1] <= ordered[-1]:
        edges.append(edges[-1] + timedelta(days=7) if weekly else next_month(edges[-1]))
    return Bins("week" if weekly else "month", tuple(edges))


def next_month(day: date) -> date:
    """The first day of the month after a day's."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def busiest_month(days: Mapping[date, int]) -> date | None:
    """The first day of the month with most strikes, of equal ones the latest."""
    months: dict[date, int] = {}
    for day, many in days.items():
        months[day.replace(day=1)] = months.get(day.replace(day=1), 0) + many
    return max(months, key=lambda month: (months[month], month), default=None)


def histogram(
    spans: Bins, days: Mapping[date, int], first: date | None = None, last: date | None = None
) -> alt.Chart:
    """The bars, with the period under the brush where one is chosen; bars outside it are pale."""
    many = spans.counted(days)
    labels = [f"{_label(spans, n)}: {words.count(found, 'strike')}" for n, found in enumerate(many)]
    rows = pd.DataFrame({MIDDLE: _moments(spans.middles()), "strikes": many, "label": labels})
    rows["chosen"] = [
        (first is None or end > first) and (last is None or start <= last)
        for start, end in pairwise(spans.edges)
    ]
    ends = [_moment(edge) for edge in (spans.edges[0], spans.edges[-1])]
    scale = alt.Scale(type="utc", domain=ends)
    axis = alt.Axis(grid=False, labelOverlap=True, tickCount=4, format=_format(spans))
    under = _clipped(spans, first, last)
    brush = alt.selection_interval(
        name=BRUSH, encodings=["x"], value={"x": under} if under else alt.Undefined
    )  # fmt: skip
    chart: alt.Chart = (
        alt.Chart(rows, description=_said(spans, sum(many)))
        .mark_bar(color=_COUNTED, size=alt.ExprRef(f"max(1, 0.82 * width / {len(many)})"))
        .encode(
            x=alt.X(f"{MIDDLE}:T", title=None, scale=scale, axis=axis),
            y=alt.Y("strikes:Q", title=None, scale=alt.Scale(zero=True), axis=None),
            opacity=_opacity(brush),
            tooltip="label:N",
            description="label:N",
        )
        .add_params(brush)
    )
    tight: alt.Chart = chart.properties(padding={"left": 0, "right": 8, "top": 2, "bottom": 0})
    return charts.finish(tight, _said(spans, sum(many)), height=HEIGHT)


def _opacity(brush: alt.Parameter) -> Any:
    """Pale outside the brush; where none could be drawn, as in a drawer that was shut, outside the period."""
    pale = f"length(data('{BRUSH}_store')) > 0 || !datum.chosen"
    inside = alt.when(brush, empty=False).then(alt.value(1))
    return inside.when(pale).then(alt.value(_LEFT_OUT)).otherwise(alt.value(1))


def _clipped(spans: Bins, first: date | None, last: date | None) -> tuple[alt.DateTime, alt.DateTime] | None:
    """The chosen days as far as the bars reach; None where none are chosen, or none of them are there."""
    low = max(first or spans.edges[0], spans.edges[0])
    high = min(last + timedelta(days=1) if last else spans.edges[-1], spans.edges[-1])
    return (_moment(low), _moment(high)) if (first or last) and low < high else None


def _said(spans: Bins, many: int) -> str:
    all_days = words.days(spans.edges[0], spans.edges[-1] - timedelta(days=1))
    return (
        f"{words.count(many, 'strike')} by {spans.step}, {all_days}. "
        "Drag over the bars to choose a period; the fields From and To below do the same."
    )


def _label(spans: Bins, place: int) -> str:
    start, end = spans.edges[place], spans.edges[place + 1] - timedelta(days=1)
    return words.days(start, end) if spans.step == "week" else words.month(start)


def _format(spans: Bins) -> str:
    return "%b %y" if (spans.edges[-1] - spans.edges[0]).days < 900 else "%Y"


def _moment(day: date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True)


def _moments(moments: Iterable[datetime]) -> list[str]:
    return [moment.isoformat().replace("+00:00", "Z") for moment in moments]


def _milliseconds(moment: datetime) -> float:
    return moment.timestamp() * 1000
