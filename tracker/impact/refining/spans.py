"""Intervals in which units stand still: published ones, and those that a strike's report implies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.impact.refining.plants import Plant
from tracker.impact.words import day_text
from tracker.knowledge.supply.refining_types import PLANT, UNKNOWN, RefiningOutage
from tracker.knowledge.supply.types import Supply
from tracker.model import Effect, Ground, Range, Status, Strike

PARTS = ("low", "middle", "high")
SAME_EVENT = timedelta(days=3)
"""A published outage that starts so near a strike tells what that strike did."""


@dataclass(frozen=True, slots=True)
class Span:
    """Units of one plant that stand still from `start`; `ends` is the first day they run again, by case.

    `mt` is what an unnamed part of the plant can run; units that are named have their own size.
    """

    id: str
    facility_id: str
    units: tuple[str, ...]
    start: date
    ends: tuple[date, date, date]
    mt: Range | None
    ground: Ground
    strike_ids: tuple[str, ...] = ()

    def covers(self, day: date, case: int) -> bool:
        """Whether the units stand still on the day in the low (0), middle (1) or high (2) case."""
        return self.start <= day < self.ends[case]


def published(supply: Supply, plants: dict[str, Plant], today: date) -> list[Span]:
    """Published outages that were public on `today`, in an order of their own."""
    rows = [row for row in supply.refining_outages if row.facility_id in plants]
    return [
        Span(
            id=row.id,
            facility_id=row.facility_id,
            units=row.units,
            start=row.start,
            ends=_ends(supply, row, today),
            mt=plants[row.facility_id].unknown_unit if UNKNOWN in row.units else None,
            ground=_ground(row, today),
        )
        for row in sorted(rows, key=lambda row: row.id)
        if (row.known_on or row.start) <= today
    ]


def _ends(supply: Supply, row: RefiningOutage, today: date) -> tuple[date, date, date]:
    """The restart if known by `today`; else what was expected, between the shortest and longest repair."""
    if row.restarted_on is not None and row.restarted_on <= today:
        return (row.restarted_on, row.restarted_on, row.restarted_on)
    low, middle, high = _repair(supply, row.start)
    middle = row.expected_on or middle
    ends = (min(low, middle), middle, max(high, middle))
    if row.running_by is not None and row.running_by <= today:
        return (min(ends[0], row.running_by), min(ends[1], row.running_by), min(ends[2], row.running_by))
    return ends


def _repair(supply: Supply, start: date) -> tuple[date, date, date]:
    days = supply.assume("repair_days")
    low, middle, high = (start + timedelta(days=int(n)) for n in (days.low, days.middle, days.high))
    return low, middle, high


def implied(
    supply: Supply, plants: dict[str, Plant], strikes: Sequence[Strike], told: Sequence[Span], today: date
) -> list[Span]:
    """Strikes whose reports say that the plant stopped, where no published outage tells of them.

    What stopped is not known: the low case takes the smallest unit (nothing for a mere claim or a disputed
    strike), the high case the whole plant.
    """
    found = []
    for strike in sorted(strikes, key=lambda s: s.id):
        plant = plants.get(strike.facility_id or "")
        start = strike.when.start
        if plant is None or start is None or start > today or not _stopped(strike) or _told(strike, told):
            continue
        unsure = strike.status in (Status.CLAIMED, Status.DISPUTED)
        share = plant.unknown_unit
        found.append(
            Span(
                id=strike.id,
                facility_id=plant.facility_id,
                units=(UNKNOWN,),
                start=start,
                ends=_repair(supply, start),
                mt=Range(0.0 if unsure else share.low, share.middle, max(share.high, plant.mt or 0.0)),
                ground=strike_ground(strike, "Stopped"),
                strike_ids=(strike.id,),
            )
        )
    return found


def _stopped(strike: Strike) -> bool:
    return Effect.HALTED in strike.effects and strike.status is not Status.DENIED


def _told(strike: Strike, told: Sequence[Span]) -> bool:
    start, end = strike.when.start, strike.when.end
    return (
        start is not None
        and end is not None
        and any(
            span.facility_id == strike.facility_id and start - SAME_EVENT <= span.start <= end + SAME_EVENT
            for span in told
        )
    )


def strike_ground(strike: Strike, word: str) -> Ground:
    """A strike as a ground: what it did, who stands behind it."""
    who = strike.confirmed_by or strike.claimed_by
    day = f" on {day_text(strike.when.start)}" if strike.when.start else ""
    return Ground(
        sentence=f"{word}{day}: {strike.name} ({strike.status.value})",
        said_by=", ".join(who) or None,
        article_id=min((report.article_id for report in strike.reports), default=None),
    )


def _ground(row: RefiningOutage, today: date) -> Ground:
    """A published outage as a ground, without its note while that may tell of a restart that lies ahead."""
    what = "The whole plant" if PLANT in row.units else " and ".join(row.units)
    if UNKNOWN in row.units:
        what = "A part of the plant"
    ends = [day for day in (row.restarted_on, row.running_by) if day is not None]
    note = f" ({row.note})" if row.note and all(day <= today for day in ends) else ""
    return Ground(
        sentence=f"{what} out of service from {day_text(row.start)}{note}",
        said_by=row.publisher,
        known_on=row.known_on,
        source_url=row.source_url,
    )
