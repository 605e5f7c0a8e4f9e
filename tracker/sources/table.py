"""Tables of articles (.jsonl, .csv): one article a row, read as a stream; a bad row never stops the rest.

Columns: `id`, `text`, and if wanted `published`, `url`, `title`, `publisher`, `lang`; others are passed over.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, BinaryIO

from tracker.model import Article, PublishedBasis
from tracker.sources.contract import UTF8_REMEDY, Document, Failure, Terms, article, day, too_large

_TEXT_COLUMNS = ("id", "text", "url", "title", "publisher", "lang")
COLUMNS = (*_TEXT_COLUMNS, "published")
_JSON_ROOM = 6  # a character may be written as \uXXXX

Row = tuple[int, Mapping[str, Any] | Failure]
"""The number of a row, and its cells or why it has none."""


def jsonl(name: str, where: str, stream: BinaryIO, terms: Terms) -> Iterator[Article | Failure]:
    """The articles of a file with one JSON object a line; blank lines are passed over."""
    return articles(name, where, _json_rows(where, stream, terms.max_bytes), terms)


def comma(name: str, where: str, stream: BinaryIO, terms: Terms) -> Iterator[Article | Failure]:
    """The articles of a UTF-8 CSV file whose first line names the columns; line ends in cells are kept."""
    return articles(name, where, _csv_rows(where, stream, terms.max_bytes), terms)


def articles(name: str, where: str, rows: Iterator[Row], terms: Terms) -> Iterator[Article | Failure]:
    """The articles of numbered rows, each named by file and row unless it has an id."""
    empty = True
    for number, row in rows:
        empty = False
        yield (
            row if isinstance(row, Failure) else _article(f"{name}:{number}", f"{where}:{number}", row, terms)
        )
    if empty:
        yield Failure(where, "no row in this table", "Give at least one row with id and text")


def _article(fallback: str, where: str, row: Mapping[str, Any], terms: Terms) -> Article | Failure:
    published = row.get("published")
    dated = _day(published)
    if dated is None and published not in (None, ""):
        what = f"column 'published' is no day: {str(published)[:40]!r}"
        return Failure(where, what, "Write it as YYYY-MM-DD")
    cells: dict[str, str | None] = {}
    for column in _TEXT_COLUMNS:
        value = row.get(column)
        if column == "id" and type(value) is int:
            value = str(value)
        if value is not None and not isinstance(value, str):
            return Failure(
                where, f"column '{column}' is {type(value).__name__}, not text", "Write it as text"
            )
        cells[column] = value
    document = Document(
        id=(cells["id"] or "").strip() or fallback,
        where=where,
        text=cells["text"] or "",
        title=cells["title"],
        url=cells["url"],
        publisher=cells["publisher"],
        lang=cells["lang"],
        published=dated,
        basis=PublishedBasis.COLUMN,
    )
    return article(document, terms)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return day(value) if isinstance(value, str) else None


def _json_rows(where: str, stream: BinaryIO, max_bytes: int) -> Iterator[Row]:
    limit = max_bytes * _JSON_ROOM
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit + 1)
            yield number, too_large(f"{where}:{number}", max_bytes)
        elif line.strip():
            yield number, _json_row(f"{where}:{number}", line.removeprefix(b"\xef\xbb\xbf"))


def _json_row(where: str, line: bytes) -> Mapping[str, Any] | Failure:
    remedy = "Write one JSON object with id and text a line"
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        byte = line[error.start]
        return Failure(
            where, f"not UTF-8: byte 0x{byte:02x} at offset {error.start} of the line", UTF8_REMEDY
        )
    except json.JSONDecodeError as error:
        return Failure(where, f"broken JSON ({error.msg} at column {error.colno})", remedy)
    except (ValueError, RecursionError) as error:
        return Failure(where, f"broken JSON ({type(error).__name__})", remedy)
    if not isinstance(row, dict):
        return Failure(where, "not a JSON object", remedy)
    return row if "text" in row else Failure(where, "column 'text' is missing", remedy)


def _csv_rows(where: str, stream: BinaryIO, max_bytes: int) -> Iterator[Row]:
    """Rows under the number of the line they begin on; bytes that are not UTF-8 fail their row alone."""
    csv.field_size_limit(max(max_bytes, csv.field_size_limit()))
    reader = csv.reader(_lines(stream, max_bytes), strict=True)
    header: list[str] | None = None
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield (
                number,
                Failure(f"{where}:{number}", f"broken CSV ({error})", "Quote the cell, double its quotes"),
            )
            continue
        if header is not None and cells:
            yield number, _csv_row(f"{where}:{number}", header, cells)
        elif cells:
            header = [name.strip() for name in cells]
            if "text" not in header:
                what = "column 'text' is missing"
                yield (
                    number,
                    Failure(f"{where}:{number}", what, "Name the columns in the first line: id,text"),
                )
                return


def _csv_row(where: str, header: list[str], cells: list[str]) -> Mapping[str, Any] | Failure:
    if len(cells) != len(header):
        return Failure(
            where, f"{len(cells)} cells under {len(header)} columns", "Quote cells that hold commas"
        )
    for name, cell in zip(header, cells, strict=True):
        wrong = next((c for c in cell if "\udc80" <= c <= "\udcff"), None)
        if wrong is not None:
            byte = ord(wrong) - 0xDC00
            return Failure(where, f"not UTF-8: byte 0x{byte:02x} in column '{name}'", UTF8_REMEDY)
    return dict(zip(header, cells, strict=True))


def _lines(stream: BinaryIO, max_bytes: int) -> Iterator[str]:
    """Lines with their ends kept; one that is longer than any article comes in pieces, to bound memory."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        while line := text.readline(max_bytes):
            yield line
    finally:
        text.detach()
