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
from tracker.figures.gathered import STATUSES, Shown, Spot, shown
from tracker.figures.layer import ASSETS, QuietMap, Scripted
from tracker.figures.places import KINDS, station_rows
from tracker.model import FlowStatus, Strike

if TYPE_CHECKING:
    from tracker.knowledge.gazetteer import Facility
    from tracker.knowledge.pipelines import Pipelines, Segment

VIEW = ((43.5, 15.0), (61.0, 57.5))
"""South-west and north-east of what the map shows first: from Hungary to the Urals."""

Course = Mapping[str, Sequence[tuple[date, FlowStatus]]]
"""By segment id the days on which its flow changed, and what it was from then on."""

_FLOWS = tuple(FlowStatus)
_MOVED = 1e-6
_NO_FLOW = f"flow {words.NOT_KNOWN}"
_EPOCH = date(1970, 1, 1).toordinal()


TILES = {
    "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    "credit": "Tiles: OpenStreetMap contributors (ODbL)",
}
"""The tiles that a reader may lay under the map where the settings allow it."""


@dataclass(frozen=True, slots=True)
class Key:
    """One row of the legend: what it means, the colour, the letter or form, and the colour of the letter."""

    label: str
    colour: str
    sign: str
    ink: str = ""


def base_map(
    pipelines: Pipelines, stations: Sequence[Facility] = (), *, internet_tiles: bool = False
) -> folium.Map:
    """A map of land, sea, borders and city names, with its controls and attribution, and no strikes.

    With `internet_tiles` a button lays OpenStreetMap's tiles under it; until it is pressed none is asked for.

    Its script never changes, so the browser keeps the map, its centre and its zoom while filters change.
    The browser fetches the outlines apart, once (`base_json`), and decides between light and dark. Make a
    new map for each run: streamlit-folium adds to the one it is given.
    """
    result = QuietMap(
        location=[51.0, 33.0], zoom_start=5, tiles=None, zoom_snap=0.25, prefer_canvas=True,
        attribution_control=False, max_bounds=True, min_lat=34, max_lat=77.5, min_lon=-9, max_lon=120,
        max_bounds_viscosity=1.0,
    )  # fmt: skip
    result.options |= {"minZoom": 3, "maxZoom": 14}
    config = {
        "base": f"{ASSETS}/map/base.json",
        "names": f"{ASSETS}/map/names.json",
        "view": VIEW,
        "themes": palette.THEMES,
        "kinds": [(palette.MARKS[kind].letter, *palette.MARKS[kind].colours) for kind in KINDS],
        "statuses": [status.value for status in STATUSES],
        "flows": [(flow.value, palette.FLOW[flow]) for flow in _FLOWS],
        "words": {
            "kinds": [words.kind(kind) for kind in KINDS],
            "statuses": [words.status(status) for status in STATUSES],
            "flows": {**{str(n): words.status(flow) for n, flow in enumerate(_FLOWS)}, "none": _NO_FLOW},
        },
        "credit": for_html(credit(pipelines, stations)),
        "tiles": TILES if internet_tiles else None,
    }
    result.add_child(Scripted("base", config), name="energy_base")
    return result


def base_json(
    outlines: Mapping[str, Any],
    cities: Iterable[tuple[str, float, float, int]],
    stations: Sequence[Facility] = (),
) -> str:
    """What the base is drawn from: `land` (name, rings of lon, lat), `cities` (name, lat, lon, people).

    And `stations`: facilities of the supply network as `places.station_rows` has them.
    """
    land = [(feature["properties"]["name"], _rings(feature["geometry"])) for feature in outlines["features"]]
    largest_first = sorted(cities, key=lambda city: (-city[3], city[0]))
    value = {"land": land, "cities": largest_first, "stations": station_rows(stations)}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def credit(pipelines: Pipelines, stations: Sequence[Facility] = ()) -> str:
    """The line of attribution that stands on the map."""
    owners = sorted({leg.attribution for leg in pipelines.segments} | {stop.attribution for stop in stations})
    parts = [
        "Outlines: Natural Earth, Crimea as part of Ukraine (UNGA 68/262)",
        "Cities: GeoNames (CC BY 4.0)",
    ]
    return "; ".join([*parts, "Pipelines and stations: " + ", ".join(owners)] if owners else parts)


def strikes_layer(
    strikes: Sequence[Strike],
    legs: Mapping[str, FlowStatus],
    pipelines: Pipelines,
    chosen: str | None,
    view: str = "facilities",
    played: tuple[Course, date | None] = ({}, None),
) -> folium.FeatureGroup:
    """The layer for `feature_group_to_add`: one marker per facility or place, and the pipelines.

    Strikes whose place has no coordinates are not drawn: the page says how many they are. `legs` gives the
    flow by segment id; a segment without one is drawn thin and grey. `chosen` is the id of the opened strike.
    `view` is `facilities`, `strikes` (each on its own) or `time` (day by day in the browser, with the flow of
    each segment over time and the day to begin with as `played`).
    """
    group = folium.FeatureGroup(name="strikes", control=False)
    found = shown(strikes)
    value: dict[str, Any] = {
        "view": view,
        "spots": _spot_rows(found, chosen),
        "legs": [_leg_row(segment, legs.get(segment.id)) for segment in pipelines.segments],
    }
    if view != "facilities":
        value["strikes"] = found.once("columns", lambda: _columns(found))
        value["chosen"] = _row_of(found, chosen) if chosen else -1
    if view == "time":
        value |= _played(found, pipelines, *played)
    group.add_child(Scripted("strikes", value), name="energy_strikes")
    return group


def spots(strikes: Iterable[Strike]) -> list[Spot]:
    """Strikes gathered by facility, or by place where the facility is not known; most struck first."""
    return shown(strikes).spots


def picked(clicked: Mapping[str, Any] | None, strikes: Iterable[Strike]) -> tuple[str, ...]:
    """The ids of the strikes under a click, latest first.

    `clicked` is `last_object_clicked` of st_folium: a mapping with `lat` and `lng`, or None. The markers
    report their own coordinates, so the match is exact but for rounding. Where single strikes are drawn it
    also has `row`, the number of the strike in the layer: that one then comes first. A click on a pipeline
    gives ().
    """
    point, all_of_them = _point(clicked), list(strikes)
    if point is None or clicked is None:
        return ()
    under = [strike.id for strike in sorted(all_of_them, key=_age) if _is_at(strike, point)]
    row = clicked.get("row")
    if under and isinstance(row, int):
        each = (strike.id for spot in spots(all_of_them) for strike in spot.strikes)
        named = next((strike_id for number, strike_id in enumerate(each) if number == row), None)
        under.sort(key=lambda strike_id: strike_id != named)
    return tuple(under)


def picked_leg(clicked: Mapping[str, Any] | None, pipelines: Pipelines) -> str | None:
    """The id of the pipeline segment under a click, or None."""
    point = _point(clicked)
    for segment in pipelines.segments if point else ():
        anchor = _anchor(segment)
        if anchor and point and abs(anchor[0] - point[0]) < _MOVED and abs(anchor[1] - point[1]) < _MOVED:
            return segment.id
    return None


def legend(view: str = "facilities") -> dict[str, list[Key]]:
    """What the signs mean, for the page to draw: `kinds`, `flows`, `statuses`, `places`."""
    marks = palette.MARKS.items()
    kinds = [Key(words.kind(kind), mark.family.colour, mark.letter, mark.ink) for kind, mark in marks]
    flows = [Key(words.status(flow), palette.FLOW[flow], palette.LINES[flow]) for flow in FlowStatus]
    rings = [Key(words.status(status), "", ring) for status, ring in palette.RINGS.items()]
    many = "one for each strike" if view == "strikes" else "its area grows with the number of strikes"
    places = [
        Key("a known point", "", f"filled disc; {many}"),
        Key("known within some kilometres", "", "hatched circle, drawn to scale when you zoom in"),
        Key("station of the network, zoomed in", "", "square; triangle at a terminal, diamond at a refinery"),
    ]
    places += [Key("new on the day", "", "yellow ring, fading over ten days")] * (view == "time")
    return {"kinds": kinds, "flows": flows, "statuses": rings, "places": places}


def unplaced(strikes: Iterable[Strike]) -> tuple[Strike, ...]:
    """The strikes that the map cannot show because no coordinates are known."""
    return shown(strikes).unplaced


def _is_at(strike: Strike, point: tuple[float, float]) -> bool:
    place = strike.place
    if place is None or place.lat is None or place.lon is None:
        return False
    return abs(place.lat - point[0]) < _MOVED and abs(place.lon - point[1]) < _MOVED


def _age(strike: Strike) -> tuple[int, str]:
    return (-(strike.when.end or date.min).toordinal(), strike.id)


def _spot_rows(found: Shown, chosen: str | None) -> list[tuple[Any, ...]]:
    rows = found.once("spots", lambda: [_spot_row(spot) for spot in found.spots])
    if not chosen:
        return rows
    marked = [any(strike.id == chosen for strike in spot.strikes) for spot in found.spots]
    return [(*row[:6], int(is_it), *row[7:]) for row, is_it in zip(rows, marked, strict=True)]


def _spot_row(spot: Spot) -> tuple[Any, ...]:
    newest = spot.newest
    many = len(spot.strikes)
    detail = f"{words.kind(newest.kind)}, {words.count(many, 'strike')}"
    latest = f"{'newest ' if many > 1 else ''}{words.when(newest.when)}, {words.status(newest.status)}"
    return (
        spot.lat, spot.lon, KINDS.index(newest.kind), many, STATUSES.index(newest.status),
        spot.radius_km if spot.uncertain else 0, 0, words.where(newest), detail, latest,
    )  # fmt: skip


def _row_of(found: Shown, strike_id: str) -> int:
    each = (strike.id for spot in found.spots for strike in spot.strikes)
    return next((row for row, other in enumerate(each) if other == strike_id), -1)


def _leg_row(segment: Segment, flow: FlowStatus | None) -> tuple[Any, ...]:
    word = words.status(flow) if flow else _NO_FLOW
    number = _FLOWS.index(flow) if flow else -1
    title, route = f"{segment.start} - {segment.end}", words.route(segment.route)
    return segment.parts, number, _anchor(segment), title, f"{route}, {word}", route


def _columns(found: Shown) -> dict[str, str]:
    """Each strike's kind, status, first and last day as numbers in a text: escaping a text is quick."""
    among, rows = found.among, found.spot_rows
    return {
        "kinds": _numbers(among.kinds[rows].tolist()),
        "statuses": _numbers(among.statuses[rows].tolist()),
        "starts": _numbers(map(_since_1970, among.starts[rows].tolist())),
        "lasts": _numbers(map(_since_1970, among.ends[rows].tolist())),
    }


def _played(found: Shown, pipelines: Pipelines, course: Course, day: date | None) -> dict[str, Any]:
    """What the browser needs to play the days: which there are, where to begin, and how flow changed."""
    first, last = found.span or (day or date(2022, 2, 24),) * 2
    steps = [course.get(segment.id, ()) for segment in pipelines.segments]
    texts = [
        _numbers(number for since, flow in one for number in (_day(since), _FLOWS.index(flow)))
        for one in steps
    ]
    return {"span": (_day(first), _day(last)), "courses": texts} | ({"day": _day(day)} if day else {})


def _numbers(values: Iterable[int]) -> str:
    return " ".join(map(str, values))


def _day(value: date) -> int:
    """Days since 1970."""
    return value.toordinal() - _EPOCH


def _since_1970(ordinal: int) -> int:
    """The same of a day as a column has it; -1 where the day is not known."""
    return ordinal - _EPOCH if ordinal else -1


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
