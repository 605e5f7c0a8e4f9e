"""The map: a quiet base that never changes, and a layer of strikes and pipelines that follows the filters.

Only names of the gazetteer, dates, counts and words of closed lists are sent to the browser with the map; no
sentence of an article ever is. A click comes back as the coordinates of what was clicked: see `picked`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import folium

from tracker.figures import palette, words
from tracker.figures.escape import for_html
from tracker.figures.layer import ASSETS, QuietMap, Scripted
from tracker.model import FlowStatus, Kind, Precision, Status, Strike

if TYPE_CHECKING:
    from tracker.knowledge.pipelines import Pipelines, Segment

VIEW = ((43.5, 15.0), (61.0, 57.5))
"""South-west and north-east of what the map shows first: from Hungary to the Urals."""

_KINDS, _STATUSES, _FLOWS = tuple(Kind), tuple(Status), tuple(FlowStatus)
_MOVED = 1e-6


@dataclass(frozen=True, slots=True)
class Spot:
    """All strikes on one facility or at one place: one marker. `newest` is the latest of them."""

    lat: float
    lon: float
    strikes: tuple[Strike, ...]
    radius_km: float
    uncertain: bool

    @property
    def newest(self) -> Strike:
        """The strike with the latest date; the strikes stand in that order."""
        return self.strikes[0]


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the legend: what it means, the colour, the letter or form, and the colour of the letter."""

    label: str
    colour: str
    sign: str
    ink: str = ""


def base_map(pipelines: Pipelines) -> folium.Map:
    """A map of land, sea, borders and city names, with zoom, scale, reset and attribution, and no strikes.

    Its script never changes, so the browser keeps the map, its centre and its zoom while filters change.
    The browser fetches the outlines apart, once (`base_json`), and decides between light and dark. Make a
    new map for each run: streamlit-folium adds to the one it is given.
    """
    result = QuietMap(
        location=[51.0, 33.0], zoom_start=5, tiles=None, zoom_snap=0.5, prefer_canvas=True,
        attribution_control=False, max_bounds=True, min_lat=34, max_lat=77.5, min_lon=-9, max_lon=120,
        max_bounds_viscosity=1.0,
    )  # fmt: skip
    result.options |= {"minZoom": 3, "maxZoom": 14}
    config = {
        "base": f"{ASSETS}/map/base.json",
        "view": VIEW,
        "themes": palette.THEMES,
        "kinds": [(palette.MARKS[kind].letter, *palette.MARKS[kind].colours) for kind in _KINDS],
        "statuses": [status.value for status in _STATUSES],
        "flows": [(flow.value, palette.FLOW[flow]) for flow in _FLOWS],
        "credit": for_html(credit(pipelines)),
    }
    result.add_child(Scripted("base", config), name="energy_base")
    return result


def base_json(outlines: Mapping[str, Any], cities: Iterable[tuple[str, float, float, int]]) -> str:
    """What the base is drawn from: `land` (name, rings of lon, lat), `cities` (name, lat, lon, people)."""
    land = [(feature["properties"]["name"], _rings(feature["geometry"])) for feature in outlines["features"]]
    largest_first = sorted(cities, key=lambda city: (-city[3], city[0]))
    return json.dumps({"land": land, "cities": largest_first}, ensure_ascii=False, separators=(",", ":"))


def credit(pipelines: Pipelines) -> str:
    """The line of attribution that stands on the map."""
    owners = sorted({segment.attribution for segment in pipelines.segments})
    parts = [
        "Outlines: Natural Earth, Crimea as part of Ukraine (UNGA 68/262)",
        "Cities: GeoNames (CC BY 4.0)",
    ]
    return "; ".join([*parts, "Pipelines: " + ", ".join(owners)] if owners else parts)


def strikes_layer(
    strikes: Sequence[Strike], legs: Mapping[str, FlowStatus], pipelines: Pipelines, chosen: str | None
) -> folium.FeatureGroup:
    """The layer for `feature_group_to_add`: one marker per facility or place, and the pipelines.

    Strikes whose place has no coordinates are not drawn: the page says how many they are. `legs` gives the
    flow by segment id; a segment without one is drawn thin and grey. `chosen` is the id of the opened strike.
    """
    group = folium.FeatureGroup(name="strikes", control=False)
    value = {
        "spots": [_spot_row(spot, chosen) for spot in spots(strikes)],
        "legs": [_leg_row(segment, legs.get(segment.id)) for segment in pipelines.segments],
    }
    group.add_child(Scripted("strikes", value), name="energy_strikes")
    return group


def spots(strikes: Iterable[Strike]) -> list[Spot]:
    """Strikes gathered by facility, or by place where the facility is not known; most struck first."""
    groups: dict[tuple[Any, ...], list[Strike]] = {}
    for strike in strikes:
        place = strike.place
        if place is not None and place.lat is not None:
            key = (strike.facility_id, place.lat, place.lon, None if strike.facility_id else strike.kind)
            groups.setdefault(key, []).append(strike)
    return sorted(map(_spot, groups.values()), key=lambda spot: (-len(spot.strikes), spot.newest.id))


def picked(clicked: Mapping[str, Any] | None, strikes: Iterable[Strike]) -> tuple[str, ...]:
    """The ids of the strikes under a click, latest first.

    `clicked` is `last_object_clicked` of st_folium: a mapping with `lat` and `lng`, or None. The markers
    report their own coordinates, so the match is exact but for rounding. A click on a pipeline gives ().
    """
    point = _point(clicked)
    if point is None:
        return ()
    under = [
        strike
        for strike in strikes
        if strike.place and strike.place.lat is not None and strike.place.lon is not None
        and abs(strike.place.lat - point[0]) < _MOVED and abs(strike.place.lon - point[1]) < _MOVED
    ]  # fmt: skip
    return tuple(strike.id for strike in sorted(under, key=_age))


def picked_leg(clicked: Mapping[str, Any] | None, pipelines: Pipelines) -> str | None:
    """The id of the pipeline segment under a click, or None."""
    point = _point(clicked)
    for segment in pipelines.segments if point else ():
        anchor = _anchor(segment)
        if anchor and point and abs(anchor[0] - point[0]) < _MOVED and abs(anchor[1] - point[1]) < _MOVED:
            return segment.id
    return None


def legend() -> dict[str, list[Key]]:
    """What the signs mean, for the page to draw: `kinds`, `flows`, `statuses`, `places`."""
    marks = palette.MARKS.items()
    kinds = [Key(words.kind(kind), mark.family.colour, mark.letter, mark.ink) for kind, mark in marks]
    flows = [Key(words.status(flow), palette.FLOW[flow], palette.LINES[flow]) for flow in FlowStatus]
    rings = [Key(words.status(status), "", ring) for status, ring in palette.RINGS.items()]
    places = [
        Key("a known point", "", "filled disc; its area grows with the number of strikes"),
        Key("known within some kilometres", "", "hatched circle, drawn to scale when you zoom in"),
    ]
    return {"kinds": kinds, "flows": flows, "statuses": rings, "places": places}


def unplaced(strikes: Iterable[Strike]) -> tuple[Strike, ...]:
    """The strikes that the map cannot show because no coordinates are known."""
    return tuple(strike for strike in strikes if strike.place is None or strike.place.lat is None)


def _age(strike: Strike) -> tuple[int, str]:
    return (-(strike.when.end or date.min).toordinal(), strike.id)


def _spot(strikes: list[Strike]) -> Spot:
    ordered = tuple(sorted(strikes, key=_age))
    place = ordered[0].place
    if place is None or place.lat is None or place.lon is None:
        raise ValueError(f"{ordered[0].id}: a strike without coordinates has no spot on the map")
    uncertain = place.precision is not Precision.FACILITY or place.radius_km >= 5
    return Spot(place.lat, place.lon, ordered, place.radius_km, uncertain)


def _spot_row(spot: Spot, chosen: str | None) -> tuple[Any, ...]:
    newest = spot.newest
    many = len(spot.strikes)
    detail = f"{words.kind(newest.kind)}, {words.count(many, 'strike')}"
    latest = f"{'newest ' if many > 1 else ''}{words.when(newest.when)}, {words.status(newest.status)}"
    return (
        spot.lat, spot.lon, _KINDS.index(newest.kind), many, _STATUSES.index(newest.status),
        spot.radius_km if spot.uncertain else 0, int(any(strike.id == chosen for strike in spot.strikes)),
        words.where(newest), detail, latest,
    )  # fmt: skip


def _leg_row(segment: Segment, flow: FlowStatus | None) -> tuple[Any, ...]:
    word = words.status(flow) if flow else f"flow {words.NOT_KNOWN}"
    number = _FLOWS.index(flow) if flow else -1
    title, detail = f"{segment.start} - {segment.end}", f"{words.route(segment.route)}, {word}"
    return segment.parts, number, _anchor(segment), title, detail


def _anchor(segment: Segment) -> tuple[float, float] | None:
    longest = max(segment.parts, key=len, default=())
    return longest[len(longest) // 2] if longest else None


def _point(clicked: Mapping[str, Any] | None) -> tuple[float, float] | None:
    try:
        return (float(clicked["lat"]), float(clicked["lng"])) if clicked else None
    except (KeyError, TypeError, ValueError):
        return None


def _rings(geometry: Mapping[str, Any]) -> list[Any]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [ring for polygon in polygons for ring in polygon]
