"""Country outlines of data/basemap, so that the map needs no internet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from tracker.errors import DataError

Ring = list[list[float]]
"""Closed ring of [longitude, latitude] points, as in GeoJSON."""

REMEDY = "Restore data/basemap from the repository"


def load(folder: Path) -> dict[str, Any]:
    """The outlines as a GeoJSON FeatureCollection; every feature has `iso2` and `name`.

    Source: Natural Earth 1:50m, public domain, Crimea and Sevastopol moved to Ukraine (data/README.md).
    Raises DataError for a missing file, for what is not GeoJSON, or for a ring that is not closed.
    """
    path = folder / "countries.geojson"
    try:
        outlines = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError("the file is missing", where=str(path), remedy=REMEDY) from None
    except ValueError as error:
        raise DataError(f"not a UTF-8 JSON file ({error})", where=str(path), remedy=REMEDY) from None
    _check(path, outlines)
    return dict(outlines)


def country_at(outlines: Mapping[str, Any], lat: float, lon: float) -> str | None:
    """The two-letter code of the country whose outline holds the point; None at sea or off the map."""
    for feature in outlines["features"]:
        if any(_in_polygon(polygon, lat, lon) for polygon in polygons(feature)):
            return str(feature["properties"]["iso2"])
    return None


def polygons(feature: Mapping[str, Any]) -> list[list[Ring]]:
    """The polygons of a feature, each an outer ring and its holes."""
    geometry = feature["geometry"]
    coordinates: list[Any] = geometry["coordinates"]
    return [coordinates] if geometry["type"] == "Polygon" else coordinates


def _in_polygon(rings: list[Ring], lat: float, lon: float) -> bool:
    return _in_ring(rings[0], lat, lon) and not any(_in_ring(hole, lat, lon) for hole in rings[1:])


def _in_ring(ring: Ring, lat: float, lon: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _check(path: Path, outlines: Any) -> None:
    features = outlines.get("features") if isinstance(outlines, dict) else None
    if not isinstance(features, list) or not features:
        raise DataError("not a GeoJSON FeatureCollection", where=str(path), remedy=REMEDY)
    for number, feature in enumerate(features, start=1):
        try:
            complaint = next(_complaints(feature), None)
        except (KeyError, TypeError, ValueError):
            complaint = "not a feature with iso2, name and an outline"
        if complaint:
            raise DataError(complaint, where=f"{path}:feature {number}", remedy=REMEDY)


def _complaints(feature: Any) -> Iterator[str]:
    code, name = feature["properties"]["iso2"], feature["properties"]["name"]
    if not re.fullmatch("[A-Z]{2}", str(code)) or not name:
        yield f"iso2 is '{code}', name is '{name}'"
    if feature["geometry"]["type"] not in ("Polygon", "MultiPolygon"):
        yield f"geometry is '{feature['geometry']['type']}', not an outline"
    for rings in polygons(feature):
        yield from (f"{name}: {what}" for ring in rings for what in _ring_complaints(ring))


def _ring_complaints(ring: Ring) -> Iterator[str]:
    if len(ring) < 4 or ring[0] != ring[-1]:
        yield "a ring is not closed"
    for lon, lat in ring:
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            yield "a ring leaves the Earth"
