"""The supply network as a line diagram: crude runs from left to right, each leg in the colour of its flow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from tracker.figures import charts, palette, words
from tracker.knowledge.schematic import Stop
from tracker.knowledge.supply.types import Leg
from tracker.model import FlowStatus, Route

WIDTH, HEIGHT = 1050, 420
"""Pixels; the names need this width, a narrow page scrolls."""

_DASHES: dict[FlowStatus, list[int]] = {
    FlowStatus.FLOWING: [1, 0],
    FlowStatus.REDUCED: [8, 4],
    FlowStatus.HALTED: [2, 4],
    FlowStatus.UNKNOWN: [5, 5],
}
_BEST_FIRST = (FlowStatus.FLOWING, FlowStatus.REDUCED, FlowStatus.UNKNOWN, FlowStatus.HALTED)
"""Of two routes through one pipe: it is halted only where both are."""
_MARGIN = 0.6
_LABELS: dict[str, dict[str, Any]] = {
    "above": {"align": "center", "dx": 0, "dy": -16},
    "below": {"align": "center", "dx": 0, "dy": 18},
    "above left": {"align": "right", "dx": -4, "dy": -14},
    "below left": {"align": "right", "dx": -4, "dy": 16},
    "right": {"align": "left", "dx": 12, "dy": 0},
}
"""How a name stands beside its stop, in pixels, for each side that the data may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """What is known of a facility on the chosen day: whether it is out, and what hit it so far."""

    name: str
    out: bool = False
    struck: str = "no strike known"


def schematic(
    legs: Iterable[Leg],
    stops: Mapping[str, Stop],
    flows: Mapping[str, FlowStatus],
    stations: Mapping[str, Station],
    details: Mapping[str, str] | None = None,
    *,
    theme: str = "light",
) -> alt.LayerChart:
    """The diagram of these legs; `flows` and `details` (capacity, in words) are by leg id.

    A leg without a flow is drawn as not known. Two routes between the same stops are one line, in the better
    word of the two. `theme` (light or dark) colours the names. Raises KeyError for a facility without a stop.
    """
    lines = pd.DataFrame([_line(pair, stops, flows, details or {}) for pair in _pairs(legs)])
    used = {name for leg in legs for name in (leg.start, leg.end)}
    points = pd.DataFrame([_point(stops[name], stations.get(name)) for name in sorted(used)])
    chart = alt.LayerChart(layer=[*_rules(lines), *_marks(points, palette.THEMES[theme])])
    halted = ", ".join(sorted(lines.loc[lines["flow"] == words.status(FlowStatus.HALTED), "leg"]))
    caption = f"Crude network, {words.count(len(lines), 'leg')}; halted: {halted or 'none'}"
    drawn: alt.LayerChart = chart.properties(width=WIDTH, height=HEIGHT, usermeta={"caption": caption})
    finished: alt.LayerChart = drawn.configure(**charts.theme())
    return finished


def _pairs(legs: Iterable[Leg]) -> list[list[Leg]]:
    found: dict[tuple[str, str], list[Leg]] = {}
    for leg in legs:
        found.setdefault((leg.start, leg.end), []).append(leg)
    return list(found.values())


def _line(
    legs: list[Leg], stops: Mapping[str, Stop], flows: Mapping[str, FlowStatus], details: Mapping[str, str]
) -> dict[str, object]:
    start, end = stops[legs[0].start], stops[legs[0].end]
    said = [flows.get(leg.id, FlowStatus.UNKNOWN) for leg in legs]
    flow = min(said, key=_BEST_FIRST.index)
    routes = dict.fromkeys(words.route(leg.route) for leg in legs if leg.route is not Route.OTHER)
    return {
        "x": start.x, "y": start.y, "x2": end.x, "y2": end.y,
        "leg": f"{start.label} - {end.label}",
        "flow": words.status(flow),
        "route": ", ".join(routes) or words.route(Route.OTHER),
        "capacity": next((details[leg.id] for leg in legs if leg.id in details), words.NOT_KNOWN),
    }  # fmt: skip


def _point(stop: Stop, station: Station | None) -> dict[str, object]:
    known = station or Station(name=stop.label)
    return {
        "x": stop.x, "y": stop.y, "label": stop.label, "side": stop.side, "name": known.name,
        "state": "out of work" if known.out else "no outage known", "struck": known.struck,
    }  # fmt: skip


def _rules(lines: pd.DataFrame) -> list[alt.Chart]:
    names = [words.status(flow) for flow in _DASHES]
    colours = alt.Scale(domain=names, range=[palette.FLOW[flow] for flow in _DASHES])
    dashes = alt.Scale(domain=names, range=list(_DASHES.values()))
    legend = alt.Legend(orient="top", symbolType="stroke", symbolSize=500, symbolStrokeWidth=4)
    base = alt.Chart(lines).encode(
        x=alt.X("x:Q", axis=None, scale=_scale(lines, "x")),
        y=alt.Y("y:Q", axis=None, scale=_scale(lines, "y")),
        x2="x2:Q",
        y2="y2:Q",
        tooltip=["leg:N", "route:N", "flow:N", "capacity:N"],
    )
    drawn: alt.Chart = base.mark_rule(strokeWidth=4).encode(
        color=alt.Color("flow:N", title=None, scale=colours, legend=legend),
        strokeDash=alt.StrokeDash("flow:N", title=None, scale=dashes, legend=legend),
    )
    return [drawn]


def _scale(lines: pd.DataFrame, axis: str) -> alt.Scale:
    both = pd.concat([lines[axis], lines[f"{axis}2"]])
    return alt.Scale(domain=[both.min() - _MARGIN, both.max() + _MARGIN], nice=False, zero=False)


def _marks(points: pd.DataFrame, colours: Mapping[str, str]) -> list[alt.Chart]:
    tips = [
        alt.Tooltip("name:N", title="station"),
        alt.Tooltip("state:N"),
        alt.Tooltip("struck:N", title="strikes"),
    ]
    base = alt.Chart(points).encode(x="x:Q", y="y:Q", tooltip=tips)
    fill = alt.condition(
        "datum.state === 'out of work'",
        alt.value(palette.FLOW[FlowStatus.HALTED]),
        alt.value(colours["paper"]),
    )
    dots: alt.Chart = base.mark_point(
        filled=True, size=110, opacity=1, stroke=colours["muted"], strokeWidth=1.5
    ).encode(fill=fill)
    names: list[alt.Chart] = [
        base.transform_filter(f"datum.side === '{side}'")
        .mark_text(fontSize=12, color=colours["ink"], **how)
        .encode(text="label:N")
        for side, how in _LABELS.items()
    ]
    return [dots, *names]
