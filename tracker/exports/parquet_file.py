"""Strikes as Parquet: typed columns, lists as lists, attribution in the metadata of the file."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tracker.exports.rows import COLUMNS, clean, rows
from tracker.exports.selection import Selection, credits_of
from tracker.model import Article, Strike

_TYPES = {
    **dict.fromkeys(("lat", "lon", "radius_km", "confidence"), pa.float64()),
    **dict.fromkeys(("date_start", "date_end"), pa.date32()),
    **dict.fromkeys(("sources", "reports"), pa.int64()),
    "verified": pa.bool_(),
    **dict.fromkeys(
        (
            *("weapons", "effects", "claimed_by", "confirmed_by", "denied_by"),
            *("urls", "quotes", "set_by_person", "attribution"),
        ),
        pa.list_(pa.string()),
    ),
}


def to_parquet(strikes: Sequence[Strike], articles: Mapping[str, Article], selection: Selection) -> bytes:
    """One row per strike under COLUMNS. The metadata hold `attribution` (a JSON list), `filters`, `known`
    and `written` (ISO 8601)."""
    schema = pa.schema(
        [(name, _TYPES.get(name, pa.string())) for name in COLUMNS], _metadata(strikes, selection)
    )
    columns = list(zip(*rows(strikes, articles), strict=True)) or [()] * len(COLUMNS)
    arrays = [
        pa.array([_plain(value) for value in column], field.type)
        for column, field in zip(columns, schema, strict=True)
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _metadata(strikes: Sequence[Strike], selection: Selection) -> dict[str, str]:
    moments = {"known": selection.known or selection.made, "written": selection.made}
    stamps = {name: moment.isoformat() for name, moment in moments.items() if moment}
    attribution = json.dumps(credits_of(strikes), ensure_ascii=False)
    return {"attribution": attribution, "filters": selection.link, **stamps}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    return [clean(item) for item in value] if isinstance(value, tuple) else value
