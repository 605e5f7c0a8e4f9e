"""Licences that rows of data/ may stand under; a row without one, or without its source named, is refused."""

from __future__ import annotations

from tracker.knowledge.tables import Row

ODBL = "ODbL-1.0"
SHARE_ALIKE = "CC-BY-SA-4.0"
FACTS_ONLY = "facts only, no licence stated"
"""A source without a licence, from which only facts (a position, a capacity, a date) were taken."""

LICENCES = ("CC0-1.0", "CC-BY-4.0", SHARE_ALIKE, ODBL, FACTS_ONLY)


def credit(row: Row, home: str | None = None) -> tuple[str, str]:
    """Licence and attribution of a row.

    `home` is the share-alike licence whose rows the file holds, and nothing else; None for a file that must
    hold none of them. Raises DataError for a missing or unknown licence, or a row in the wrong file.
    """
    licence = row.text("licence")
    if licence not in LICENCES:
        raise row.error(f"licence is '{licence}'", f"Use one of: {'; '.join(LICENCES)}")
    if licence != home and (home or licence in (ODBL, SHARE_ALIKE)):
        raise row.error(
            f"a row under {licence} stands in a file for {home or 'rows without share-alike'}",
            "Move it to the file of its licence (see data/README.md)",
        )
    return licence, row.text("attribution")
