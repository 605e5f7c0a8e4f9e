"""How far a point lies from an outline, for the tests of places."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from tracker.knowledge.basemap import country_at, polygons

KM_PER_DEGREE = 111.2


def km_outside(outlines: Mapping[str, Any], country: str, lat: float, lon: float) -> float:
    """Kilometres from a point to a country's outline; 0 inside it."""
    if country_at(outlines, lat, lon) == country:
        return 0.0
    feature = next(one for one in outlines["features"] if one["properties"]["iso2"] == country)
    rings = [ring for polygon in polygons(feature) for ring in polygon]
    return min(_km_to_line(a, b, lat, lon) for ring in rings for a, b in pairwise(ring))


def _km_to_line(a: list[float], b: list[float], lat: float, lon: float) -> float:
    shrink = math.cos(math.radians(lat))
    ax, ay, bx, by = (a[0] - lon) * shrink, a[1] - lat, (b[0] - lon) * shrink, b[1] - lat
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / length))
    return KM_PER_DEGREE * math.hypot(ax + share * dx, ay + share * dy)
