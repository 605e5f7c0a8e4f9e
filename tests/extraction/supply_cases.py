"""Holds short statements of supply against what they say, for the tests of each language."""

from __future__ import annotations

from reading import read

COMMODITIES = {"crude_oil": "oil", "fuel": "fuel", "gas": "gas", "electricity": "power"}


def said(text: str, lang: str, title: str | None = None) -> list[str]:
    """What a text says of the supply of countries, as "HU oil halted"; struck facilities left out."""
    rows = read(text, lang=lang, title=title).supply_reports
    return sorted(
        f"{row.country} {COMMODITIES[row.commodity.value]} {row.status.value}"
        for row in rows
        if row.facility_id is None
    )


def wanted(expected: str) -> list[str]:
    """The rows that a case expects: "HU SK oil halted; HU fuel unaffected"."""
    found = []
    for part in filter(None, (part.strip() for part in expected.split(";"))):
        *countries, commodity, status = part.split()
        found += [f"{country} {commodity} {status}" for country in countries]
    return sorted(found)
