"""Makes the three cases of the clock from ranges, and says when cargoes arrive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from tracker.impact.cover.clock import Case, Lent
from tracker.impact.cover.opening import NOTHING, Figure
from tracker.impact.cover.types import Chosen
from tracker.knowledge.supply.stock_types import StockRelease
from tracker.knowledge.supply.types import Supply
from tracker.model import Range

PARTS = ("low", "middle", "high")
AGAINST = {"low": "high", "middle": "middle", "high": "low"}
"""The low case takes the high end of what is missing and of every delay."""

LEAD = {"HU": "adria_lead_days_hungary", "SK": "adria_lead_days_slovakia"}
ORDERED, AT_OMISALJ = "adria-lead-slovakia", "adria-lead-omisalj"
"""Rows of alternatives.csv: days from the order to Slovakia, and from Omišalj to both refineries."""

Part = Callable[[Range], float]


@dataclass(frozen=True, slots=True)
class Stores:
    """All that the three cases are made of; `lead` holds days from the order and from Omišalj.

    `own_later` and `state_later` are stocks published for days after the first.
    """

    first: date
    missing: Sequence[Range]
    refiner: Figure
    state: Figure
    own_later: dict[date, Figure]
    state_later: dict[date, Figure]
    refill_days: Range
    loans: tuple[StockRelease, ...]
    lead: dict[str, Range]
    wish: Chosen


def leads(supply: Supply, country: str, today: date, wish: Chosen) -> tuple[dict[str, Range], set[str]]:
    """Days from the order and from Omišalj to the refinery, and the assumptions used for them."""
    if not wish.cargoes and wish.adria_kt_per_day is None:
        return {"ordered": NOTHING, "omisalj": NOTHING}, set()
    rows = {
        row.id: Range(row.low_days, (row.low_days + row.high_days) / 2, row.high_days)
        for row in supply.alternatives
        if row.low_days is not None and row.high_days is not None
        if (row.known_on or row.period_start) <= today
    }
    ordered = wish.lead_days or (rows.get(ORDERED) if country == "SK" else None)
    omisalj = wish.omisalj_days or rows.get(AT_OMISALJ)
    assumed = LEAD.get(country, LEAD["SK"])
    used = set() if ordered and omisalj else {assumed}
    general = supply.assume(assumed)
    return {"ordered": ordered or general, "omisalj": omisalj or general}, used


def make_case(part: str, stores: Stores, *, with_state: bool) -> Case:
    """The case of one end of the ranges, with or without the state's crude."""
    here, there = part_of(part), part_of(AGAINST[part])
    wish = stores.wish
    flow = wish.adria_kt_per_day or NOTHING
    return Case(
        refiner_kt=here(stores.refiner.kt),
        state_kt=here(stores.state.kt),
        loans=[_lent(loan, stores, here, there) for loan in stores.loans],
        cargoes=[
            (_arrives(cargo.ordered_on, cargo.at_omisalj_on, stores, there), here(cargo.kt))
            for cargo in wish.cargoes
        ],
        adria_from=_arrives(wish.ordered_on or stores.first, None, stores, there),
        adria_kt_per_day=here(flow),
        missing=[there(day) for day in stores.missing],
        with_state=with_state,
        refill_days=there(stores.refill_days),
        own_known={(day - stores.first).days: here(held.kt) for day, held in stores.own_later.items()},
        state_known={(day - stores.first).days: here(held.kt) for day, held in stores.state_later.items()},
    )


def _lent(loan: StockRelease, stores: Stores, here: Part, there: Part) -> Lent:
    """A loan counted from the first day; what of an older one is used by then is not known.

    It is nothing to all of it, and never more than was missing in the days since its release.
    """
    first = stores.first
    since = max(0, (first - loan.released_on).days)
    used = min(there(Range(0.0, loan.kt.middle / 2, loan.kt.high)), since * there(stores.missing[0]))
    return Lent(
        kt=here(loan.kt),
        released_day=(loan.released_on - first).days,
        drawn_kt=min(here(loan.kt), used),
        usable_day=(loan.usable_until - first).days if loan.usable_until else None,
        due_day=(loan.return_by - first).days if loan.return_by else None,
    )


def _arrives(ordered: date | None, landed: date | None, stores: Stores, there: Part) -> int:
    """The day, counted from the first, on which a cargo is at the refinery; an overdue one comes at once."""
    start = ordered or landed or stores.first
    wait = there(stores.lead["ordered" if landed is None else "omisalj"])
    return max(0, (start - stores.first).days + ceil(wait))


def part_of(name: str) -> Part:
    """The end of a range that a case takes."""
    return {"low": _low, "middle": _middle, "high": _high}[name]


def _low(value: Range) -> float:
    return value.low


def _middle(value: Range) -> float:
    return value.middle


def _high(value: Range) -> float:
    return value.high
