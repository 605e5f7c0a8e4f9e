"""A world for the balance: every assumption and capacity can be replaced, outages are short to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from impact_world import SUPPLY, TODAY

from tracker.impact.balance import BalanceDay, NodeOutage, balance_days, leg_flows
from tracker.knowledge.supply import Supply
from tracker.model import FlowBasis, Ground, Range

CALM = date(2025, 6, 16)
"""A day of 2025 on which everything flowed."""
ALL = Range(1, 1, 1)


def given(supply: Supply = SUPPLY, **changes: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "supply": supply,
        "supply_reports": (),
        "articles": {},
        "strikes": (),
        "today": TODAY,
    }
    return {**values, **changes}


def out(
    facility_id: str,
    share: Range = ALL,
    start: date = CALM,
    last: date = CALM,
    basis: FlowBasis = FlowBasis.NONE,
) -> NodeOutage:
    return NodeOutage(facility_id, start, last, share, basis, Ground(sentence=f"{facility_id} is out"))


def on(
    day: date, outages: Sequence[NodeOutage] = (), samples: int = 0, **changes: Any
) -> dict[str, BalanceDay]:
    found = balance_days(day, day, outages=outages, samples=samples, **given(**changes))
    return {one.country: one for one in found}


def through(day: date, outages: Sequence[NodeOutage] = (), **changes: Any) -> dict[str, float]:
    return leg_flows(day, outages=outages, **given(**changes))


def assuming(supply: Supply = SUPPLY, **values: Range) -> Supply:
    """The supply with assumptions replaced, as a what-if does."""
    changed = {name: replace(supply.assumptions[name], value=value) for name, value in values.items()}
    return replace(supply, assumptions={**supply.assumptions, **changed})


def exactly(value: float) -> Range:
    return Range(value, value, value)


def scaled(supply: Supply, name: str, factor: float) -> Supply:
    """The supply with one leg's or node's capacity changed."""
    rows = tuple(
        replace(row, kt_per_day=exactly(row.kt_per_day.middle * factor))
        if row.id == name and row.kt_per_day
        else row
        for row in supply.capacities
    )
    return replace(supply, capacities=rows)
