"""Strikes as files for other programs: CSV and GeoJSON of exactly the strikes passed, with attribution.

Nothing is left out for being unplaced or undated. Texts come from articles and are not trusted: a spreadsheet
must not run them, and half a surrogate pair must not make a file unreadable.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tracker.events import ledger
from tracker.figures import words
from tracker.knowledge import knowledge
from tracker.knowledge.cities import ATTRIBUTION as GEONAMES
from tracker.model import Article, Precision, Strike, to_json
from tracker.store.records import article_key

COLUMNS = (
    *(
        "id",
        "name",
        "kind",
        "facility_id",
        "place",
        "region",
        "country",
        "lat",
        "lon",
        "precision",
        "radius_km",
    ),
    *("date_start", "date_end", "date_precision", "date_basis", "attacker", "status", "weapons", "effects"),
    *(
        "claimed_by",
        "confirmed_by",
        "denied_by",
        "sources",
        "verified",
        "confidence",
        "reports",
        "urls",
        "quotes",
    ),
    "set_by_person",
    "attribution",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NO_ARTICLES: Mapping[str, Article] = {}


def to_csv(
    strikes: Sequence[Strike], articles: Mapping[str, Article] = _NO_ARTICLES, *, bom: bool = False
) -> str:
    """One row per strike under COLUMNS, codes as in the API, several values joined by `; `, unknown blank.

    `articles` by id give the links. Text that a spreadsheet would take for a formula gets an apostrophe in
    front. `bom` puts a byte-order mark first, which Excel needs to see UTF-8.
    """
    out = io.StringIO(newline="")
    writer, listed = csv.writer(out), _listed()
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in _row(strike, articles, listed)] for strike in strikes)
    return ("\ufeff" if bom else "") + out.getvalue()


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
    return _clean(text).replace("<", "\\u003c")


def credits_of(strikes: Iterable[Strike]) -> tuple[str, ...]:
    """The attributions, with licence, of everything these strikes are made of, sorted, each once."""
    listed = _listed()
    return tuple(sorted({line for strike in strikes for line in _credits(strike, listed)}))


def _listed() -> dict[str, str]:
    """Whose list each article of the chronology comes from, by its key in the store."""
    return {article_key(row.article): f"{row.attribution} ({row.licence})" for row in knowledge().listed}


def _credits(strike: Strike, listed: Mapping[str, str]) -> Iterator[str]:
    if strike.facility_id:
        facility = knowledge().gazetteer.get(strike.facility_id)
        yield f"{facility.attribution} ({facility.licence})"
    elif strike.place and strike.place.precision is Precision.TOWN:
        yield GEONAMES
    yield from (listed[report.article_id] for report in strike.reports if report.article_id in listed)
    if any(report.evidence for report in strike.reports):
        yield "Quotes: the publishers of the linked articles"


def _row(strike: Strike, articles: Mapping[str, Article], listed: Mapping[str, str]) -> tuple[Any, ...]:
    place, when = strike.place, strike.when
    spot = (
        (place.name, place.region, place.country, place.lat, place.lon, place.precision, place.radius_km)
        if place
        else (None,) * 7
    )
    quotes = (
        f"{evidence.field}: {evidence.quote}" for report in strike.reports for evidence in report.evidence
    )
    people = (strike.claimed_by, strike.confirmed_by, strike.denied_by)
    return (
        strike.id, words.where(strike), strike.kind, strike.facility_id, *spot,
        when.start, when.end, when.precision, when.basis, strike.attacker, strike.status,
        _several(strike.weapons), _several(strike.effects), *map(_several, people),
        strike.sources, int(strike.verified), strike.confidence, len(strike.reports),
        _several(_urls(strike, articles)), _several(quotes), _several(strike.set_by_person),
        _several(sorted(set(_credits(strike, listed)))),
    )  # fmt: skip


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


def _urls(strike: Strike, articles: Mapping[str, Article]) -> list[str]:
    found = (articles[report.article_id].url for report in strike.reports if report.article_id in articles)
    return list(dict.fromkeys(url for url in found if url))


def _several(values: Iterable[str]) -> str:
    return "; ".join(values)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = _clean(str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
