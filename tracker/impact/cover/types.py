"""What the cover clock takes and what it answers. Volumes are kt of crude, rates kt a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.knowledge.supply.stock_types import StockRelease
from tracker.model import Ground, Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Cargo:
    """A cargo for the refinery by Adria, known by the day it was ordered or the day it is at Omišalj.

    Raises ValueError unless exactly one of the two days is given.
    """

    kt: Range
    ordered_on: date | None = None
    at_omisalj_on: date | None = None

    def __post_init__(self) -> None:
        if (self.ordered_on is None) == (self.at_omisalj_on is None):
            raise ValueError("a cargo has the day it was ordered or the day it is at Omišalj, one of them")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a person sets in place of the data; None leaves the published or assumed figure.

    `loans` replaces the listed loans (empty: none). `adria_kt_per_day` flows from the order of `ordered_on`
    (None: the first day) after the lead time, on days on which something is missing and never more than that.
    """

    refiner_kt: Range | None = None
    state_kt: Range | None = None
    loans: tuple[StockRelease, ...] | None = None
    cargoes: tuple[Cargo, ...] = ()
    adria_kt_per_day: Range | None = None
    ordered_on: date | None = None
    lead_days: Range | None = None
    omisalj_days: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOut:
    """When cover ends: the first day on which something is missing and nothing is left to cover it.

    `days` counts from the start of the shortage in which that happens, parts of a day included. A day is None
    where it does not happen within the horizon; `days` is then the longest shortage: read it as "at least".
    """

    days: Range
    early: date | None
    middle: date | None
    late: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source of cover with what it holds on the first day, and the day on which it is empty.

    `name`: refiner (own stock and cargoes), loan (state crude lent), state (what the state still holds).
    A source that holds nothing on the first day and never gets anything has no day.
    """

    name: str
    kt: Range
    early: date | None
    middle: date | None
    late: date | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanDue:
    """A loan of state crude: what is to be given back, when, and what the refiner then lacks for it.

    `short_kt` is None where the day lies outside the horizon or is not known.
    """

    id: str
    borrower: str
    lent_kt: Range
    drawn_kt: Range
    return_by: date | None
    short_kt: Range | None
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverDay:
    """Stocks at the end of one day, what came in and what nothing covered on it.

    `refiner_kt` holds the refiner's own stock and undrawn loans, `stock_kt` these and the state's crude.
    `arrived_kt` is cargoes, steady flow by Adria and, while nothing is missing, the refill of own stock.
    """

    day: date
    missing_kt: Range
    arrived_kt: Range
    refiner_kt: Range
    state_kt: Range
    stock_kt: Range
    uncovered_kt: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductCover:
    """Published days of cover: crude AND products against net imports of both; no days of crude.

    `kt` is days times net imports, `products_kt` what is left of it after the state's crude. Nothing of it
    enters the clock, nor does the assumption on net imports: products feed filling stations, no refinery.
    """

    as_of: date
    cover_days: float
    net_imports_kt_per_day: Range
    kt: Range
    products_kt: Range
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The answer of the clock for one country.

    `refiner` ends when own stock, loans and cargoes are gone, `everything` when the state's crude is too
    (which takes a decision of the government). `assumptions` names those that these two rest on.
    """

    country: str
    first: date
    last: date
    refiner: RunOut
    everything: RunOut
    sources: tuple[Source, ...]
    loans: tuple[LoanDue, ...]
    products: ProductCover | None
    days: tuple[CoverDay, ...]
    assumptions: tuple[str, ...]
