"""Strikes as an Excel workbook: days as days, numbers as numbers, and no cell that is a formula or a link."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter

from tracker.errors import UsageError
from tracker.exports.rows import COLUMNS, clean, joined, rows
from tracker.exports.selection import Selection, credits_of
from tracker.model import Article, Strike

SHEETS = ("Strikes", "About")
MOST_ROWS = 1_048_575
MOST_TEXT = 32_767
_CUT = " [cut here: a cell holds no more; the CSV has it whole]"
_WIDTHS = {
    "id": 38,
    "name": 34,
    "date_start": 11,
    "date_end": 11,
    "quotes": 60,
    "urls": 40,
    "attribution": 40,
}
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def to_xlsx(strikes: Sequence[Strike], articles: Mapping[str, Article], selection: Selection) -> bytes:
    """Two sheets: the strikes under COLUMNS, and what the file is: attribution, filters as a link, moment.

    Raises UsageError for more strikes than a sheet has rows.
    """
    if len(strikes) > MOST_ROWS:
        remedy = "Filter further, or use CSV or Parquet"
        raise UsageError(f"{len(strikes):,} strikes are more than a sheet holds", remedy=remedy)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    bold = book.add_format({"bold": True})
    table = book.add_worksheet(SHEETS[0])
    for column, name in enumerate(COLUMNS):
        table.write_string(0, column, name, bold)
        table.set_column(column, column, _WIDTHS.get(name, 14))
    for number, row in enumerate(rows(strikes, articles), start=1):
        for column, value in enumerate(row):
            _write(table, number, column, value)
    table.freeze_panes(1, 1)
    table.autofilter(0, 0, len(strikes), len(COLUMNS) - 1)
    _about(book.add_worksheet(SHEETS[1]), bold, strikes, selection)
    book.close()
    return out.getvalue()


def _about(sheet: Any, bold: Any, strikes: Sequence[Strike], selection: Selection) -> None:
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 110)
    lines = [*selection.facts(strikes), *(("Attribution", line) for line in credits_of(strikes))]
    for number, (name, value) in enumerate(lines):
        sheet.write_string(number, 0, name, bold)
        sheet.write_string(number, 1, _text(value))


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    """One cell by the type of its value; text is always written as text, whatever it looks like."""
    if value is None or value == ():
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value)
    else:
        sheet.write_string(row, column, _text(joined(value) if isinstance(value, tuple) else str(value)))


def _text(value: str) -> str:
    """Text that a cell can hold: no control characters, not longer than Excel allows (in UTF-16).

    XlsxWriter puts a text between `<r>` and `</r>` into the file as XML of its own: a space ends that.
    """
    text = _NO_XML.sub("\ufffd", clean(value).replace("\r\n", "\n"))
    text += " " if text.endswith("</r>") else ""
    if len(text) <= MOST_TEXT and len(text.encode("utf-16-le")) // 2 <= MOST_TEXT:
        return text
    room = (MOST_TEXT - len(_CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT
