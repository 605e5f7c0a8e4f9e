"""How good the parser of this version is, as it was measured: `tracker evaluate --pin` writes the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Scores on annotated articles that nobody had looked at when the rules were written.

    `rows` holds one row a language and one for all, names and values as a person reads them.
    """

    made: date
    version: str
    corpus: str
    articles: int
    rows: tuple[Mapping[str, str], ...]


def load(path: Path) -> Measured | None:
    """The scores of this version; None where nothing was measured. Raises DataError for a broken file."""
    if not path.exists():
        return None
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        return Measured(
            made=date.fromisoformat(given["made"]),
            version=str(given["version"]),
            corpus=str(given["corpus"]),
            articles=int(given["articles"]),
            rows=tuple({str(name): str(value) for name, value in row.items()} for row in given["rows"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        what = f"no measured scores ({type(error).__name__}: {error})"
        raise DataError(what, where=str(path), remedy="Write it anew with: tracker evaluate --pin") from None
