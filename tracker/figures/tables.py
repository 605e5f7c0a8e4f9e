"""Strikes as a table for people: words instead of codes, one row per strike; all that the map shows."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from tracker.figures import words
from tracker.figures.gathered import shown
from tracker.model import FlowDay, Strike

COLUMNS = {
    "date": "Date",
    "place": "Place",
    "kind": "Kind",
    "attacker": "Attacker",
    "status": "Status",
    "weapons": "Weapons",
    "effects": "Effects",
    "sources": "Sources",
    "id": "Id",
}
"""Column names of `strike_table` and the headings a page gives them."""


def strike_table(strikes: Sequence[Strike]) -> pd.DataFrame:
    """One row per strike, latest first, undated last; the columns of COLUMNS, all text but `sources`."""
    found = shown(strikes)
    whole = found.among.once("table", lambda: _table(found.among.strikes))
    return whole.take(found.newest_rows).reset_index(drop=True)


def flow_table(days: Sequence[FlowDay]) -> pd.DataFrame:
    """One row per day: `day, status, basis, missing, why`; the substitute for the flow strip."""
    rows = [
        {
            "day": words.day(item.day),
            "status": words.status(item.status),
            "basis": words.basis(item.basis),
            "missing": words.volume(item.missing_kb, item.missing_kt),
            "why": words.why(item),
        }
        for item in days
    ]
    return pd.DataFrame(rows, columns=["day", "status", "basis", "missing", "why"]).astype("str")


def _table(strikes: Sequence[Strike]) -> pd.DataFrame:
    return pd.DataFrame(map(_row, strikes), columns=list(COLUMNS)).astype(
        {name: "int64" if name == "sources" else "str" for name in COLUMNS}
    )


def _row(strike: Strike) -> dict[str, str | int]:
    return {
        "date": words.when(strike.when),
        "place": words.located(strike),
        "kind": words.kind(strike.kind),
        "attacker": words.country(strike.attacker),
        "status": words.status(strike.status),
        "weapons": words.listed(map(words.weapon, strike.weapons)),
        "effects": words.listed(map(words.effect, strike.effects)),
        "sources": strike.sources,
        "id": strike.id,
    }
