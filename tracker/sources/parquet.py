"""Parquet files of articles: the columns of table.py, a few rows in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from tracker.model import Article
from tracker.sources.contract import UTF8_REMEDY, Failure, Terms
from tracker.sources.table import COLUMNS, Row, articles

_ROWS_AT_ONCE = 64


def read(name: str, where: str, stream: BinaryIO, terms: Terms) -> Iterator[Article | Failure]:
    """The articles of a Parquet file; rows are numbered from 1."""
    return articles(name, where, _rows(where, stream), terms)


def _rows(where: str, stream: BinaryIO) -> Iterator[Row]:
    number = 0
    try:
        with pq.ParquetFile(stream) as file:
            columns = [name for name in COLUMNS if name in file.schema_arrow.names]
            if "text" not in columns:
                yield 0, Failure(where, "column 'text' is missing", "Name the article's text 'text'")
                return
            for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=columns):
                for index in range(batch.num_rows):
                    number += 1
                    yield number, _cells(f"{where}:{number}", batch, index)
    except (pa.ArrowException, OSError, ValueError, TypeError, NotImplementedError, MemoryError) as error:
        what = f"a broken Parquet file after row {number} ({type(error).__name__})"
        yield number, Failure(where, what, "Write it again; the rows before that were read")


def _cells(where: str, batch: pa.RecordBatch, index: int) -> Mapping[str, Any] | Failure:
    try:
        return {name: batch.column(name)[index].as_py() for name in batch.schema.names}
    except UnicodeDecodeError as error:
        return Failure(where, f"not UTF-8: byte 0x{error.object[error.start]:02x}", UTF8_REMEDY)
    except (ValueError, OverflowError, pa.ArrowException) as error:
        return Failure(where, f"a value that cannot be read ({type(error).__name__})", "Write this row again")
