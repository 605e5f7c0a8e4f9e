"""Strikes as GeoJSON: every field of each strike and of its reports."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tracker.events import ledger
from tracker.exports.rows import clean
from tracker.exports.selection import credits_of
from tracker.model import Article, Strike, to_json

_NO_ARTICLES: Mapping[str, Article] = {}


def to_geojson(strikes: Sequence[Strike], articles: Mapping[str, Article] = _NO_ARTICLES) -> str:
    """An RFC 7946 FeatureCollection: every field of each strike and of its reports, quotes included,
    and its ledger: who says what since when.

    A strike without coordinates has a null geometry. `attribution` names the sources and licences of all
    that is inside.
    """
    collection = {
        "type": "FeatureCollection",
        "attribution": list(credits_of(strikes)),
        "features": [_feature(strike, articles) for strike in strikes],
    }
    text = json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return clean(text).replace("<", "\\u003c")


def _feature(strike: Strike, articles: Mapping[str, Article]) -> dict[str, Any]:
    place = strike.place
    point = place and place.lat is not None and {"type": "Point", "coordinates": [place.lon, place.lat]}
    properties = to_json(strike)
    for report, values in zip(strike.reports, properties["reports"], strict=True):
        article = articles.get(report.article_id)
        values["url"] = article.url if article else None
        values["publisher"] = article.publisher if article else None
        values["basis"] = article.basis.value if article else None
    properties["ledger"] = to_json(ledger(strike.reports, articles))
    return {"type": "Feature", "id": strike.id, "geometry": point or None, "properties": properties}
