"""Strikes as CSV: one row a strike, made so that a spreadsheet runs nothing of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from tracker.exports.rows import COLUMNS, FORMULA, clean, joined, rows
from tracker.model import Article, Strike

_NO_ARTICLES: Mapping[str, Article] = {}


def to_csv(
    strikes: Sequence[Strike], articles: Mapping[str, Article] = _NO_ARTICLES, *, bom: bool = False
) -> str:
    """One row per strike under COLUMNS, codes as in the API, several values joined by `; `, unknown blank.

    `articles` by id give the links. Text that a spreadsheet would take for a formula gets an apostrophe in
    front. `bom` puts a byte-order mark first, which Excel needs to see UTF-8.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in row] for row in rows(strikes, articles))
    return ("\ufeff" if bom else "") + out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    value = joined(value) if isinstance(value, tuple) else value
    text = clean(str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text
