"""One row per strike, the same columns in every table: CSV, XLSX, Parquet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tracker.exports.selection import credits_in, listed
from tracker.figures import words
from tracker.model import Article, Strike

COLUMNS = (
    *("id", "name", "kind", "facility_id", "place", "region", "country"),
    *("lat", "lon", "precision", "radius_km"),
    *("date_start", "date_end", "date_precision", "date_basis", "attacker", "status", "weapons", "effects"),
    *("claimed_by", "confirmed_by", "denied_by", "sources", "verified", "confidence", "reports"),
    *("urls", "quotes", "set_by_person", "attribution"),
)
"""The columns of every table of strikes, in their order."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the start of a formula."""


def rows(strikes: Sequence[Strike], articles: Mapping[str, Article]) -> Iterator[tuple[Any, ...]]:
    """The values of each strike under COLUMNS: codes as in the API, several values as a tuple, None unknown.

    `articles` by id give the links.
    """
    lists = listed()
    return (_row(strike, articles, lists) for strike in strikes)


def joined(values: Sequence[str]) -> str:
    """Several values in one cell."""
    return "; ".join(values)


def clean(text: str) -> str:
    """Text that any file can hold: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def urls(strike: Strike, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The addresses of the articles of a strike, each once."""
    found = (articles[report.article_id].url for report in strike.reports if report.article_id in articles)
    return tuple(dict.fromkeys(url for url in found if url))


def _row(strike: Strike, articles: Mapping[str, Article], lists: Mapping[str, str]) -> tuple[Any, ...]:
    place, when = strike.place, strike.when
    spot = (
        (place.name, place.region, place.country, place.lat, place.lon, place.precision, place.radius_km)
        if place
        else (None,) * 7
    )
    quotes = tuple(f"{item.field}: {item.quote}" for report in strike.reports for item in report.evidence)
    return (
        strike.id, words.where(strike), strike.kind, strike.facility_id, *spot,
        when.start, when.end, when.precision, when.basis, strike.attacker, strike.status,
        strike.weapons, strike.effects, strike.claimed_by, strike.confirmed_by, strike.denied_by,
        strike.sources, strike.verified, strike.confidence, len(strike.reports),
        urls(strike, articles), quotes, strike.set_by_person, tuple(sorted(set(credits_in(strike, lists)))),
    )  # fmt: skip
