"""Puts stocks, loans and cargoes through the clock in a low, a middle and a high case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from tracker.impact.cover.cases import PARTS, Stores, leads, make_case
from tracker.impact.cover.clock import Track, empty_day, run
from tracker.impact.cover.opening import (
    known_loans,
    known_stocks,
    loan_ground,
    refiner_stock,
    state_stock,
    stock_ground,
)
from tracker.impact.cover.types import Chosen, Cover, CoverDay, LoanDue, ProductCover, RunOut, Source
from tracker.impact.volumes import shortfall, times
from tracker.knowledge.supply.stock_types import StockRelease
from tracker.knowledge.supply.types import Supply
from tracker.model import Range


def cover(
    country: str,
    first: date,
    missing: Sequence[Range],
    *,
    supply: Supply,
    today: date,
    chosen: Chosen | None = None,
) -> Cover:
    """How long cover lasts from `first`, when `missing` kt of crude do not arrive on each following day.

    `missing` is what is missing after every route, one Range a day; its length is the horizon. Nothing that
    became public after `today` is used. Raises ValueError when there is no day.
    """
    if not missing:
        raise ValueError("the cover clock needs at least one day of missing volume")
    wish = chosen or Chosen()
    refiner = refiner_stock(supply, country, first, today, wish)
    state = state_stock(supply, country, first, today, wish)
    loans = tuple(
        loan
        for loan in known_loans(supply, country, today, wish)
        if loan.return_by is None or loan.return_by >= first
    )
    lead, assumed = leads(supply, country, today, wish)
    stores = Stores(first, tuple(missing), refiner, state, loans, lead, wish)
    tracks = {part: run(make_case(part, stores, with_state=True)) for part in PARTS}
    alone = {part: run(make_case(part, stores, with_state=False)) for part in PARTS}
    names = {*refiner.assumptions, *state.assumptions, *assumed}
    products = _products(supply, country, first, today)
    return Cover(
        country=country,
        first=first,
        last=first + timedelta(days=len(missing) - 1),
        refiner=_run_out(first, alone),
        everything=_run_out(first, tracks),
        sources=_sources(stores, tracks),
        loans=tuple(_due(number, loan, first, len(missing), tracks) for number, loan in enumerate(loans)),
        products=products,
        days=tuple(_day(number, first, missing, tracks) for number in range(len(missing))),
        assumptions=tuple(sorted(names | ({f"net_imports_{country.lower()}"} if products else set()))),
    )


def _run_out(first: date, tracks: dict[str, Track]) -> RunOut:
    days = [tracks[part].covered_days for part in PARTS]
    ends = [next((day for day, kt in enumerate(tracks[part].uncovered) if kt > 0), None) for part in PARTS]
    early, middle, late = _dates(first, ends)
    return RunOut(days=_ordered(days), early=early, middle=middle, late=late)


def _dates(first: date, days: Sequence[int | None]) -> tuple[date | None, ...]:
    """Days from the first as dates, the earliest first, those that do not come last."""
    known = sorted(day for day in days if day is not None)
    dates = [first + timedelta(days=day) for day in known]
    return (*dates, *(None,) * (len(days) - len(known)))


def _ordered(values: Sequence[float]) -> Range:
    low, middle, high = sorted(values)
    return Range(low, middle, high)


def _sources(stores: Stores, tracks: dict[str, Track]) -> tuple[Source, ...]:
    """The three sources in the order in which they are drawn."""
    lent = tuple(loan_ground(loan) for loan in stores.loans)
    given = (
        ("refiner", stores.refiner.kt, stores.refiner.grounds, [tracks[part].refiner for part in PARTS]),
        ("loan", _lent_at_first(stores), lent, [tracks[part].lent for part in PARTS]),
        ("state", stores.state.kt, stores.state.grounds, [tracks[part].state for part in PARTS]),
    )
    found = []
    for name, kt, grounds, series in given:
        held = (kt.low, kt.middle, kt.high)
        ends = [empty_day(opening, left) for opening, left in zip(held, series, strict=True)]
        early, middle, late = _dates(stores.first, ends)
        found.append(Source(name=name, kt=kt, early=early, middle=middle, late=late, grounds=grounds))
    return tuple(found)


def _lent_at_first(stores: Stores) -> Range:
    """What loans released by the first day still hold then."""
    cases = [make_case(part, stores, with_state=True) for part in PARTS]
    return _ordered(
        [sum(max(0.0, lent.kt - lent.drawn_kt) for lent in c.loans if lent.released_day <= 0) for c in cases]
    )


def _due(number: int, loan: StockRelease, first: date, horizon: int, tracks: dict[str, Track]) -> LoanDue:
    inside = loan.return_by is not None and (loan.return_by - first).days < horizon
    short = [tracks[part].short[number] or 0.0 for part in PARTS]
    return LoanDue(
        id=loan.id,
        borrower=loan.borrower,
        lent_kt=loan.kt,
        drawn_kt=_ordered([tracks[part].drawn[number] for part in PARTS]),
        return_by=loan.return_by,
        short_kt=_ordered(short) if inside else None,
        ground=loan_ground(loan),
    )


def _day(number: int, first: date, missing: Sequence[Range], tracks: dict[str, Track]) -> CoverDay:
    def band(value: Callable[[Track], float]) -> Range:
        return _ordered([value(tracks[part]) for part in PARTS])

    return CoverDay(
        day=first + timedelta(days=number),
        missing_kt=missing[number],
        arrived_kt=band(lambda t: t.arrived[number]),
        refiner_kt=band(lambda t: t.refiner[number] + t.lent[number]),
        state_kt=band(lambda t: t.state[number]),
        stock_kt=band(lambda t: t.refiner[number] + t.lent[number] + t.state[number]),
        uncovered_kt=band(lambda t: t.uncovered[number]),
    )


def _products(supply: Supply, country: str, first: date, today: date) -> ProductCover | None:
    """Published days of cover as kt of crude and products together, apart from the crude of the clock."""
    rows = [
        row
        for row in known_stocks(supply, country, "state", "crude_and_products", first, today)
        if row.cover_days is not None
    ]
    name = f"net_imports_{country.lower()}"
    if not rows or rows[0].cover_days is None or name not in supply.assumptions:
        return None
    days, imports = rows[0].cover_days, supply.assume(name)
    total = times(Range(days, days, days), imports)
    crude = state_stock(supply, country, rows[0].as_of, today, Chosen())
    return ProductCover(
        as_of=rows[0].as_of,
        cover_days=days,
        net_imports_kt_per_day=imports,
        kt=total,
        products_kt=shortfall(total, crude.kt),
        grounds=(stock_ground(rows[0]), *crude.grounds),
    )
