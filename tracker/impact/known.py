"""What is known of a halt: its days, what was said of it, and what kind of halt that makes it.

Two kinds. `prolonged`: on the last day on which anybody spoke of it, a sanction, an unpaid fee, a dispute
between the parties or planned works stood against a restart; or nothing of the kind was said and its cause is
sanctions, payment or a contract. `repair`: every other one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.impact.volumes import TOGETHER
from tracker.knowledge.supply.types import Halt, Statement, Supply
from tracker.model import Ground, Route

DAY = timedelta(days=1)


class Kind(StrEnum):
    """What decides how long a halt lasts."""

    REPAIR = "repair"
    PROLONGED = "prolonged"


STANDS_AGAINST = ("blocked", "dispute", "planned")
LONG_CAUSES = ("sanctions", "payment", "contract")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement about a halt, as the forecast reads it."""

    known_on: date | None
    countries: tuple[str, ...]
    role: str
    affected: str | None
    signal: str | None
    days_min: int | None
    restart_on: date | None
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A halt as it is known: `length` when it is over, else the `lasted` days of which we are sure."""

    id: str
    start: date
    public_on: date
    cause: str
    length: int | None
    lasted: int
    said: tuple[Said, ...]

    def until(self, day: date) -> tuple[Said, ...]:
        """What had been said by a day."""
        return tuple(said for said in self.said if said.known_on is None or said.known_on <= day)

    @property
    def second_day(self) -> date:
        """The second day on which the halt was publicly known."""
        return self.public_on + DAY


def kind_of(cause: str, said: Sequence[Said]) -> Kind:
    """Whether repair or people decide on the restart, by the last day on which a signal was given."""
    signals = [s for s in said if s.signal in (*STANDS_AGAINST, "solved")]
    if signals:
        latest = max(s.known_on or date.min for s in signals)
        last = {s.signal for s in signals if (s.known_on or date.min) == latest}
        return Kind.PROLONGED if last & set(STANDS_AGAINST) else Kind.REPAIR
    return Kind.PROLONGED if cause in LONG_CAUSES else Kind.REPAIR


def affected(country: str, said: Sequence[Said]) -> str | None:
    """The last word on a country's deliveries: `stopped`, `reduced`, `no`; None when nobody spoke of them.

    Of two words of one day the graver one counts.
    """
    words = [s for s in said if s.affected is not None and country in s.countries]
    if not words:
        return None
    order = ("no", "reduced", "stopped")
    return max(words, key=lambda s: (s.known_on or date.min, order.index(s.affected or "no"))).affected


def known_halts(
    supply: Supply, today: date, *, route: Route = Route.DRUZHBA, countries: Sequence[str] = TOGETHER
) -> tuple[Known, ...]:
    """The listed halts of these countries and what was said of them, without attacks that stopped nothing.

    `today` bounds the length of a halt that is still open.
    """
    return tuple(
        known_halt(halt, supply, today)
        for halt in supply.halts
        if halt.route is route and halt.completeness != "none" and set(halt.countries) & set(countries)
    )


def known_halt(halt: Halt, supply: Supply, today: date) -> Known:
    """One listed halt with the statements of data/supply about it."""
    last = halt.last_day or (today if halt.outcome == "open" else halt.start)
    return Known(
        id=halt.id,
        start=halt.start,
        public_on=halt.known_on or halt.start,
        cause=halt.cause,
        length=halt.length,
        lasted=max(0, (last - halt.start).days),
        said=tuple(_said(s) for s in supply.statements if s.halt_id == halt.id),
    )


def _said(statement: Statement) -> Said:
    return Said(
        known_on=statement.known_on,
        countries=statement.countries,
        role=statement.role,
        affected=statement.affected,
        signal=statement.signal,
        days_min=statement.days_min,
        restart_on=statement.restart_on,
        ground=Ground(
            sentence=f"{statement.says[0].upper()}{statement.says[1:]}",
            said_by=statement.said_by,
            known_on=statement.known_on,
            source_url=statement.source_url,
        ),
    )


def least_days(start: date, said: Sequence[Said]) -> int:
    """The longest least length that an official or operator named, in days; 0 when nobody named one."""
    named = [0]
    for s in said:
        if s.role != "media":
            named += [s.days_min] if s.days_min is not None else []
            named += [(s.restart_on - start).days] if s.restart_on is not None else []
    return max(named)


def kind_of_past(other: Known) -> Kind:
    """What decided on the length of another halt: what had stood against it counts, settled or not."""
    early = other.until(other.second_day)
    stood = other.cause in LONG_CAUSES or any(s.signal in STANDS_AGAINST for s in early)
    return Kind.PROLONGED if stood else Kind.REPAIR
