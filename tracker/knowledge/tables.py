"""Reads the CSV files of data/ strictly: an unknown, missing or doubled column is refused by name."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.errors import DataError


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file of data/, which knows where it stands so that every complaint can say it."""

    file: Path
    number: int
    cells: dict[str, str]

    def error(self, what: str, remedy: str = "Correct this row") -> DataError:
        """The complaint about this row, to be raised by the caller."""
        return DataError(what, where=f"{self.file}:{self.number}", remedy=remedy)

    def text(self, column: str) -> str:
        """A cell that must hold something."""
        value = self.cells[column]
        if not value:
            raise self.error(f"column '{column}' is empty", "Fill it; every row names its source and licence")
        return value

    def optional(self, column: str) -> str | None:
        """A cell that may be blank: a blank means "not known"."""
        return self.cells[column] or None

    def number_in(self, column: str, low: float, high: float) -> float | None:
        """A number within bounds, or None for a blank."""
        value = self.cells[column]
        if not value:
            return None
        try:
            number = float(value)
        except ValueError:
            raise self.error(f"column '{column}' is not a number: '{value}'") from None
        if not low <= number <= high:
            raise self.error(f"column '{column}' is {value}, outside {low:g} to {high:g}")
        return number

    def day(self, column: str) -> date | None:
        """An ISO day, or None for a blank."""
        value = self.cells[column]
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.error(f"column '{column}' is not a day (YYYY-MM-DD): '{value}'") from None

    def choice(self, column: str, allowed: Sequence[str]) -> str:
        """One word of a closed list."""
        value = self.cells[column]
        if value not in allowed:
            raise self.error(f"column '{column}' is '{value}'", f"Use one of: {', '.join(allowed)}")
        return value


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a CSV file whose header must be exactly `columns`, in that order.

    Raises DataError for a missing file, another header, a row of another length or a wrong encoding.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            _check_header(path, header, columns)
            for cells in reader:
                if len(cells) != len(columns):
                    raise DataError(
                        f"{len(cells)} cells where the header has {len(columns)}",
                        where=f"{path}:{reader.line_num}",
                        remedy="Quote cells that hold commas",
                    )
                yield Row(
                    path, reader.line_num, dict(zip(columns, (cell.strip() for cell in cells), strict=True))
                )
    except FileNotFoundError:
        raise DataError(
            "the file is missing", where=str(path), remedy="Restore data/ from the repository"
        ) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(
            f"not a UTF-8 CSV file ({error})", where=str(path), remedy="Save it as UTF-8 CSV"
        ) from None


def _check_header(path: Path, header: list[str], columns: Sequence[str]) -> None:
    unknown = [name for name in header if name not in columns]
    missing = [name for name in columns if name not in header]
    if unknown or missing or len(header) != len(columns):
        raise DataError(
            f"unknown columns: {', '.join(unknown) or 'none'}; missing: {', '.join(missing) or 'none'}",
            where=f"{path}:1",
            remedy=f"The header is: {','.join(columns)}",
        )
    if header != list(columns):
        raise DataError(
            "columns in another order", where=f"{path}:1", remedy=f"The header is: {','.join(columns)}"
        )
