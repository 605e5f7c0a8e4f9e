"""Puts stocks, loans and cargoes through the clock in a low, a middle and a high case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from tracker.impact.cover.cases import PARTS, Stores, leads, make_case
from tracker.impact.cover.clock import Case, Track, empty_day, lasted, run
from tracker.impact.cover.opening import (
    INTAKE,
    Figure,
    known_loans,
    known_stocks,
    later_stocks,
    loan_ground,
    refiner_stock,
    state_stock,
    stock_ground,
    with_lent,
)
from tracker.impact.cover.types import Chosen, Cover, CoverDay, LoanDue, ProductCover, RunOut, Source
from tracker.impact.volumes import shortfall, times
from tracker.knowledge.supply.stock_types import StockRelease
from tracker.knowledge.supply.types import Assumption, Supply
from tracker.model import Ground, Range


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
    became public after `today` is used; a stock published for a later day of the horizon holds from then on.
    Raises ValueError when there is no day, or for a country of whose stocks too little is known.
    """
    if not missing:
        raise ValueError("the cover clock needs at least one day of missing volume")
    if country not in INTAKE:
        raise ValueError(f"too little is known of the stocks of '{country}'; use {' or '.join(INTAKE)}")
    wish = chosen or Chosen()
    last = first + timedelta(days=len(missing) - 1)
    loans = tuple(
        loan
        for loan in known_loans(supply, country, today, wish)
        if loan.return_by is None or loan.return_by >= first
    )
    lead, assumed = leads(supply, country, today, wish)
    opening, *later = _state_levels(supply, country, first, last, today, wish, loans)
    stores = Stores(
        first=first,
        missing=tuple(missing),
        refiner=refiner_stock(supply, country, first, today, wish),
        state=opening[1],
        own_later=later_stocks(supply, country, "refiner", first, last, today, wish),
        state_later=dict(later),
        refill_days=supply.assume("refill_days"),
        loans=loans,
        lead=lead,
        wish=wish,
    )
    cases = {part: make_case(part, stores, with_state=True) for part in PARTS}
    tracks = {part: run(case) for part, case in cases.items()}
    alone = {part: run(make_case(part, stores, with_state=False)) for part in PARTS}
    return Cover(
        country=country,
        first=first,
        last=last,
        refiner=_run_out(first, cases, alone),
        everything=_run_out(first, cases, tracks),
        sources=_sources(stores, tracks),
        loans=tuple(_due(number, loan, first, len(missing), tracks) for number, loan in enumerate(loans)),
        products=_products(supply, country, first, today),
        days=tuple(_day(number, first, missing, tracks) for number in range(len(missing))),
        assumptions=tuple(sorted(assumed | _assumptions(stores, (*tracks.values(), *alone.values())))),
    )


def _state_levels(
    supply: Supply,
    country: str,
    first: date,
    last: date,
    today: date,
    wish: Chosen,
    loans: Sequence[StockRelease],
) -> list[tuple[date, Figure]]:
    """The state's crude on the first day and as published later, each at least what was lent out of it."""
    levels = {first: state_stock(supply, country, first, today, wish)}
    levels |= later_stocks(supply, country, "state", first, last, today, wish)
    days = [*levels, last + timedelta(days=1)]
    return [
        (day, with_lent(held, loans, day, end, wish))
        for (day, held), end in zip(levels.items(), days[1:], strict=True)
    ]


def _assumptions(stores: Stores, tracks: Sequence[Track]) -> set[str]:
    figures = (stores.refiner, stores.state, *stores.own_later.values(), *stores.state_later.values())
    names = {name for figure in figures for name in figure.assumptions}
    return names | ({"refill_days"} if any(sum(track.refilled) > 0 for track in tracks) else set())


def _run_out(first: date, cases: dict[str, Case], tracks: dict[str, Track]) -> RunOut:
    found = [lasted(cases[part].missing, tracks[part].uncovered) for part in PARTS]
    ended = [days for days, ends in found if ends]
    days = [*ended, *(max(days, *ended, 0.0) for days, ends in found if not ends)]
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
    own, state = _grounds(stores.refiner, stores.own_later), _grounds(stores.state, stores.state_later)
    given = (
        ("refiner", stores.refiner.kt, own, [tracks[part].refiner for part in PARTS]),
        ("loan", _lent_at_first(stores), lent, [tracks[part].lent for part in PARTS]),
        ("state", stores.state.kt, state, [tracks[part].state for part in PARTS]),
    )
    found = []
    for name, kt, grounds, series in given:
        held = (kt.low, kt.middle, kt.high)
        ends = [empty_day(opening, left) for opening, left in zip(held, series, strict=True)]
        early, middle, late = _dates(stores.first, ends)
        found.append(Source(name=name, kt=kt, early=early, middle=middle, late=late, grounds=grounds))
    return tuple(found)


def _grounds(opening: Figure, later: dict[date, Figure]) -> tuple[Ground, ...]:
    return tuple(dict.fromkeys(ground for held in (opening, *later.values()) for ground in held.grounds))


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
        grounds=(stock_ground(rows[0]), _net_imports(supply.assumptions[name]), *crude.grounds),
    )


def _net_imports(row: Assumption) -> Ground:
    sentence = f"Assumption {row.name}: {row.value.low:g} to {row.value.high:g} {row.unit}"
    return Ground(sentence=sentence, said_by=row.publisher, known_on=row.known_on, source_url=row.source_url)
