"""Cells of data/supply as checked values; every complaint names file and row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypedDict, TypeVar

from tracker.knowledge.licences import credit
from tracker.knowledge.tables import Row, read_rows
from tracker.model import Range, Route

SOURCE_COLUMNS = ("note", "source_url", "publisher", "known_on", "confidence", "licence", "attribution")

T = TypeVar("T")


class Source(TypedDict):
    """Where a row comes from, as keywords of `sourced.Sourced`."""

    note: str | None
    source_url: str
    publisher: str
    known_on: date | None
    confidence: str
    licence: str
    attribution: str


def read_table(path: Path, columns: str, make: Callable[[Row], T]) -> tuple[T, ...]:
    """The rows of a file whose columns are `columns` (the first names the row) and those of the source."""
    names = (*columns.split(), *SOURCE_COLUMNS)
    seen: set[str] = set()
    found = []
    for row in read_rows(path, names):
        key = row.text(names[0])
        if key in seen:
            raise row.error(f"'{key}' stands in the file twice", "Give each row a name of its own")
        seen.add(key)
        found.append(make(row))
    return tuple(found)


def source(row: Row) -> Source:
    """Where the row comes from, with a known licence."""
    licence, attribution = credit(row)
    return {
        "note": row.optional("note"),
        "source_url": row.text("source_url"),
        "publisher": row.text("publisher"),
        "known_on": row.day("known_on"),
        "confidence": row.choice("confidence", ("high", "medium", "low")),
        "licence": licence,
        "attribution": attribution,
    }


def day(row: Row, column: str) -> date:
    """A day that must be given."""
    value = row.day(column)
    if value is None:
        raise row.error(f"column '{column}' is empty", "Give a day (YYYY-MM-DD)")
    return value


def number(row: Row, column: str, high: float) -> float:
    """A number from 0 to `high` that must be given."""
    value = row.number_in(column, 0, high)
    if value is None:
        raise row.error(f"column '{column}' is empty", "Give a number, or leave the row out")
    return value


def whole(row: Row, column: str) -> int | None:
    """A whole number of days, or None for a blank."""
    value = row.number_in(column, 0, 10000)
    if value is not None and value != int(value):
        raise row.error(f"column '{column}' is not a whole number of days: {value:g}")
    return None if value is None else int(value)


def value_range(row: Row, pattern: str, high: float) -> Range | None:
    """Three cells, `pattern` with low, middle and high, or None when all are blank."""
    names = [pattern.format(part) for part in ("low", "middle", "high")]
    values = [value for name in names if (value := row.number_in(name, 0, high)) is not None]
    if not values:
        return None
    if len(values) < len(names):
        raise row.error(
            f"a range has three numbers: {', '.join(names)}", "Repeat the figure where it is certain"
        )
    if values != sorted(values):
        raise row.error(f"a range must rise: {values[0]:g}, {values[1]:g}, {values[2]:g}")
    return Range(*values)


def route(row: Row) -> Route:
    """The way a commodity takes."""
    return Route(row.choice("route", tuple(way.value for way in Route)))


def countries(row: Row) -> tuple[str, ...]:
    """Country codes joined by a bar."""
    return tuple(country(row, code) for code in row.text("countries").split("|"))


def country(row: Row, code: str) -> str:
    """A code of two capital letters."""
    if len(code) != 2 or not (code.isascii() and code.isupper()):
        raise row.error(f"'{code}' is no country code", "Use two capital letters, several joined by |")
    return code


def check_order(row: Row, start: date, end: date | None) -> None:
    """Refuses a period that ends before it starts."""
    if end is not None and end < start:
        raise row.error(f"the period ends before it starts: {start} to {end}")
