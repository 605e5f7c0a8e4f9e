"""Strikes as files for other programs: exactly the strikes passed, with the attribution of their data.

Nothing is left out for being unplaced or undated. Texts come from articles and are not trusted: a spreadsheet
must not run them, and half a surrogate pair must not make a file unreadable. One module a format.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tracker.exports.csv_file import to_csv
from tracker.exports.geojson_file import to_geojson
from tracker.exports.html_map import to_html
from tracker.exports.parquet_file import to_parquet
from tracker.exports.rows import COLUMNS
from tracker.exports.selection import Selection, credits_of
from tracker.exports.xlsx_file import to_xlsx
from tracker.model import Article, Strike

__all__ = [
    "COLUMNS",
    "FORMATS",
    "Format",
    "Selection",
    "credits_of",
    "to_csv",
    "to_geojson",
    "to_html",
    "to_parquet",
    "to_xlsx",
]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: what a person calls it, its ending, its media type, and how its bytes are made."""

    label: str
    ending: str
    media: str
    write: Callable[[Sequence[Strike], Mapping[str, Article], Selection], bytes]


FORMATS: Mapping[str, Format] = {
    "csv": Format(
        "CSV", "csv", "text/csv", lambda strikes, articles, _: to_csv(strikes, articles, bom=True).encode()
    ),
    "xlsx": Format(
        "XLSX", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx
    ),
    "geojson": Format(
        "GeoJSON", "geojson", "application/geo+json",
        lambda strikes, articles, _: to_geojson(strikes, articles).encode(),
    ),
    "parquet": Format("Parquet", "parquet", "application/vnd.apache.parquet", to_parquet),
    "html": Format(
        "HTML map", "html", "text/html",
        lambda strikes, articles, selection: to_html(strikes, articles, selection).encode(),
    ),
}  # fmt: skip
"""Every format by its code, as a person is offered them: CSV with the mark that Excel needs."""
