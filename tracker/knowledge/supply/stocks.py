"""Reads `stocks.csv` and `stock_releases.csv`."""

from __future__ import annotations

from pathlib import Path

from tracker.knowledge.supply.cells import check_order, country, day, read_table, source, value_range
from tracker.knowledge.supply.stock_types import Stock, StockRelease
from tracker.knowledge.tables import Row

MOST_KT = 1e5

STOCK = "id country as_of holder what cover_days low_kt middle_kt high_kt"
RELEASE = (
    "id country released_on return_by usable_until low_kt middle_kt high_kt volume_million_barrels borrower"
)


def read_stocks(path: Path) -> tuple[Stock, ...]:
    """Published reserves. Raises DataError that names file, row and remedy."""
    return read_table(path, STOCK, _stock)


def read_releases(path: Path) -> tuple[StockRelease, ...]:
    """Loans of state crude. Raises DataError that names file, row and remedy."""
    return read_table(path, RELEASE, _release)


def _stock(row: Row) -> Stock:
    stock = Stock(
        **source(row),
        id=row.text("id"),
        country=country(row, row.text("country")),
        as_of=day(row, "as_of"),
        holder=row.choice("holder", ("state", "refiner", "all")),
        what=row.choice("what", ("crude", "products", "crude_and_products")),
        cover_days=row.number_in("cover_days", 0, 10000),
        kt=value_range(row, "{}_kt", MOST_KT),
    )
    if stock.cover_days is None and stock.kt is None:
        raise row.error("the reserve has no figure", "Give cover_days, or low_kt, middle_kt and high_kt")
    return stock


def _release(row: Row) -> StockRelease:
    volume = value_range(row, "{}_kt", MOST_KT)
    if volume is None:
        raise row.error("the volume is empty", "Give low_kt, middle_kt and high_kt")
    release = StockRelease(
        **source(row),
        id=row.text("id"),
        country=country(row, row.text("country")),
        released_on=day(row, "released_on"),
        return_by=row.day("return_by"),
        usable_until=row.day("usable_until"),
        kt=volume,
        million_barrels=row.number_in("volume_million_barrels", 0, 1000),
        borrower=row.text("borrower"),
    )
    check_order(row, release.released_on, release.return_by)
    return release
