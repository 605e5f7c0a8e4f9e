"""What is in store on the first day and what was published of it later, with its basis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.impact.cover.types import Chosen
from tracker.impact.volumes import times
from tracker.impact.words import day_text
from tracker.knowledge.supply.sourced import Sourced
from tracker.knowledge.supply.stock_types import Stock, StockRelease
from tracker.knowledge.supply.types import Supply
from tracker.model import Ground, Range

NOTHING = Range(0.0, 0.0, 0.0)
INTAKE = {"HU": "intake_danube_kt_per_day", "SK": "intake_slovnaft_kt_per_day"}
"""The assumption that says what the refinery of a country runs on."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A volume with the sentences and the assumptions it rests on."""

    kt: Range
    grounds: tuple[Ground, ...]
    assumptions: tuple[str, ...] = ()


def known_stocks(
    supply: Supply, country: str, holder: str, what: str, first: date, today: date
) -> list[Stock]:
    """Published reserves of that kind up to the first day and public on `today`, the newest first."""
    found = [
        stock
        for stock in supply.stocks
        if (stock.country, stock.holder, stock.what) == (country, holder, what)
        and stock.as_of <= first
        and (stock.known_on or stock.as_of) <= today
    ]
    return sorted(found, key=lambda stock: (stock.as_of, stock.id), reverse=True)


def known_loans(supply: Supply, country: str, today: date, chosen: Chosen) -> tuple[StockRelease, ...]:
    """Loans of state crude public on `today`, or those that were chosen, by day and id."""
    loans = supply.stock_releases if chosen.loans is None else chosen.loans
    found = [
        loan
        for loan in loans
        if loan.country == country
        and (chosen.loans is not None or (loan.known_on or loan.released_on) <= today)
    ]
    return tuple(sorted(found, key=lambda loan: (loan.released_on, loan.id)))


def refiner_stock(supply: Supply, country: str, first: date, today: date, chosen: Chosen) -> Figure:
    """The refiner's own crude: chosen, else a fresh published figure, else days of intake by assumption."""
    if chosen.refiner_kt is not None:
        return Figure(chosen.refiner_kt, (_chosen("the refiner's own stock", chosen.refiner_kt),))
    fresh = supply.assume("stock_fresh_days").middle
    rows = [
        stock
        for stock in known_stocks(supply, country, "refiner", "crude", first, today)
        if (first - stock.as_of).days <= fresh
    ]
    if rows:
        found = _held(supply, rows[0], today)
        return Figure(found.kt, found.grounds, ("stock_fresh_days", *found.assumptions))
    use, need = _use(supply, country, today)
    days_held = supply.assume("commercial_days")
    ground = Ground(
        sentence=f"No fresh figure of the refiner's own stock: {days_held.low:g} to {days_held.high:g} days "
        f"of intake taken"
    )
    return Figure(times(days_held, use), (ground, *need), ("commercial_days", INTAKE[country]))


def _held(supply: Supply, stock: Stock, today: date) -> Figure:
    """A published stock of the refiner in kt: as told, else its days at what the refinery runs on."""
    if stock.kt is not None:
        return Figure(stock.kt, (stock_ground(stock),))
    use, need = _use(supply, stock.country, today)
    days = stock.cover_days or 0.0
    return Figure(times(Range(days, days, days), use), (stock_ground(stock), *need), (INTAKE[stock.country],))


def later_stocks(
    supply: Supply, country: str, holder: str, first: date, last: date, today: date, chosen: Chosen
) -> dict[date, Figure]:
    """Crude of a holder published for days after the first, public on `today`; none where it was chosen."""
    if (chosen.refiner_kt if holder == "refiner" else chosen.state_kt) is not None:
        return {}
    rows = known_stocks(supply, country, holder, "crude", last, today)
    found: dict[date, Figure] = {}
    for stock in rows:
        if stock.as_of > first and stock.as_of not in found and (holder == "refiner" or stock.kt):
            found[stock.as_of] = _held(supply, stock, today)
    return dict(sorted(found.items()))


def with_lent(
    figure: Figure, loans: Sequence[StockRelease], first: date, end: date, chosen: Chosen
) -> Figure:
    """State crude of the first day, at least what was lent out of it before the end: so much was there."""
    lent = [loan for loan in loans if first <= loan.released_on < end]
    out = [sum(getattr(loan.kt, part) for loan in lent) for part in ("low", "middle", "high")]
    least = Range(*map(max, (figure.kt.low, figure.kt.middle, figure.kt.high), out))
    if chosen.state_kt is not None or least == figure.kt:
        return figure
    ground = Ground(sentence=f"State crude of at least {out[1]:g} kt, as so much was lent out of it later")
    return Figure(least, (*figure.grounds, ground), figure.assumptions)


def _use(supply: Supply, country: str, today: date) -> tuple[Range, tuple[Ground, ...]]:
    """What the refinery runs on, kt a day: from the least need told, else the least intake, to the most."""
    intake = supply.assume(INTAKE[country])
    told = [
        row
        for row in supply.refineries
        if row.metric == "need" and row.countries == (country,) and row.low_kt_per_day is not None
        if (row.known_on or row.as_of or date.min) <= today
    ]
    if not told:
        return intake, ()
    least = min(told, key=lambda row: (row.low_kt_per_day or 0.0, row.id))
    low = min(least.low_kt_per_day or 0.0, intake.low)
    return Range(low, intake.middle, intake.high), (
        _ground(least, f"The refinery can be run on {low:g} kt a day"),
    )


def state_stock(supply: Supply, country: str, first: date, today: date, chosen: Chosen) -> Figure:
    """The state's crude on the morning of the first day, less what is lent out by then."""
    if chosen.state_kt is not None:
        return Figure(chosen.state_kt, (_chosen("the state's crude", chosen.state_kt),))
    loans = known_loans(supply, country, today, chosen)
    rows = [
        stock
        for stock in known_stocks(supply, country, "state", "crude", first, today)
        if stock.kt is not None
    ]
    if rows and rows[0].kt is not None:
        out, grounds = _lent_out(loans, rows[0].as_of, first)
        return Figure(_less(rows[0].kt, out), (stock_ground(rows[0]), *grounds))
    name = f"state_crude_{country.lower()}"
    value = supply.assume(name)
    out, grounds = _lent_out(loans, date.min, first)
    ground = Ground(
        sentence=f"State crude taken as {value.low:g} to {value.high:g} kt: no figure of that time"
    )
    return Figure(_less(value, out), (ground, *grounds), (name,))


def _lent_out(loans: Sequence[StockRelease], since: date, first: date) -> tuple[Range, tuple[Ground, ...]]:
    """What left the state's crude since a figure; a loan due before the first day may or may not be back."""
    total, grounds = [NOTHING], []
    for loan in loans:
        if not since <= loan.released_on < first:
            continue
        over = loan.return_by is not None and loan.return_by < first
        total.append(
            Range(0.0, 0.0, loan.kt.high) if over else Range(loan.kt.low, loan.kt.middle, loan.kt.high)
        )
        words = "was due back before; whether it came is not known" if over else "is lent out"
        grounds.append(_ground(loan, f"{loan.kt.middle:g} kt lent on {day_text(loan.released_on)} {words}"))
    return (
        Range(sum(r.low for r in total), sum(r.middle for r in total), sum(r.high for r in total)),
        tuple(grounds),
    )


def _less(stock: Range, out: Range) -> Range:
    return Range(
        max(0.0, stock.low - out.high), max(0.0, stock.middle - out.middle), max(0.0, stock.high - out.low)
    )


def stock_ground(stock: Stock) -> Ground:
    """A published reserve as a ground."""
    figure = f"{stock.kt.middle:g} kt" if stock.kt else f"{stock.cover_days:g} days"
    what = stock.what.replace("_", " ")
    who = {"state": "state", "refiner": "refiner", "all": "all holders"}[stock.holder]
    note = f" ({stock.note})" if stock.note else ""
    return _ground(stock, f"{figure} of {what} held by the {who} on {day_text(stock.as_of)}{note}")


def loan_ground(loan: StockRelease) -> Ground:
    """A loan of state crude as a ground."""
    back = f", to be given back by {day_text(loan.return_by)}" if loan.return_by else ""
    sentence = f"{loan.kt.middle:g} kt lent to {loan.borrower} on {day_text(loan.released_on)}{back}"
    return _ground(loan, sentence)


def _ground(row: Sourced, sentence: str) -> Ground:
    return Ground(sentence=sentence, said_by=row.publisher, known_on=row.known_on, source_url=row.source_url)


def _chosen(what: str, kt: Range) -> Ground:
    return Ground(sentence=f"Chosen for {what}: {kt.low:g} to {kt.high:g} kt")
