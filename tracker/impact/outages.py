"""Outages of a route for one buyer: listed halts, and what a struck station implies; articles: `reported`.

An Outage is a dated interval with the word for its days and the ground for it. `observed` is the last day
that a source saw; later days up to `last` are what it expected. Reported outages stand before modelled ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.impact.network import stops
from tracker.impact.words import day_text, span_text
from tracker.knowledge.supply.types import Halt, Statement, Supply
from tracker.model import (
    Effect,
    FlowBasis,
    FlowStatus,
    Ground,
    Route,
    Status,
    Strike,
)

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """One stop or cut of a route for one country, both days included."""

    id: str
    country: str
    start: date
    observed: date
    last: date
    word: FlowStatus
    basis: FlowBasis
    ground: Ground
    halt: Halt | None = None
    facility_id: str | None = None
    strike_ids: tuple[str, ...] = ()
    part_day: date | None = None
    open_ended: bool = False

    def covers(self, day: date) -> bool:
        """Whether the day lies in the outage."""
        return self.start <= day <= self.last

    def word_on(self, day: date) -> FlowStatus:
        """The word for a day of the outage: a day that flow came back on was only reduced."""
        return FlowStatus.REDUCED if day == self.part_day else self.word


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A day on which a source says that oil flowed; `reduced` in test mode or at lower volume."""

    country: str
    day: date
    restart: bool
    ground: Ground
    halt: Halt | None = None
    reduced: bool = False


def listed(
    supply: Supply, country: str, route: Route, strikes: Sequence[Strike], today: date
) -> list[Outage]:
    """Outages of the halts that data/supply lists, up to today."""
    found = []
    for halt in supply.halts:
        if halt.route is route and country in halt.countries and halt.completeness != "none":
            outage = _from_halt(halt, country, strikes, today)
            if outage is not None:
                found.append(outage)
    return found


def _from_halt(halt: Halt, country: str, strikes: Sequence[Strike], today: date) -> Outage | None:
    last = _last_day(halt, today)
    if last < halt.start:
        return None
    return Outage(
        id=halt.id,
        country=country,
        start=halt.start,
        observed=last,
        last=last,
        word=FlowStatus.HALTED if halt.completeness == "full" else FlowStatus.REDUCED,
        basis=FlowBasis.REPORTED,
        ground=halt_ground(halt),
        halt=halt,
        facility_id=halt.facility_id,
        strike_ids=tuple(sorted(s.id for s in strikes if _same_event(halt, s))),
        part_day=halt.resumed_on if halt.resumed_on == halt.last_day else None,
        open_ended=halt.resumed_on is None,
    )


def _last_day(halt: Halt, today: date) -> date:
    if halt.last_day is not None:
        return min(halt.last_day, today)
    if halt.resumed_on is not None:
        return min(halt.resumed_on - DAY, today)
    return today


def _same_event(halt: Halt, strike: Strike) -> bool:
    if halt.facility_id is None or strike.facility_id != halt.facility_id:
        return False
    return near(strike, halt.start)


def near(strike: Strike, day: date) -> bool:
    """Whether a strike with known dates falls on the day, the day before or the day after."""
    if strike.when.start is None or strike.when.end is None:
        return False
    return strike.when.start - DAY <= day <= strike.when.end + DAY


def halt_ground(halt: Halt) -> Ground:
    """A listed halt as a ground."""
    word = {"full": "Halted", "partial": "Reduced", "none": "Attack without a known loss"}[halt.completeness]
    last = halt.last_day or (halt.resumed_on - DAY if halt.resumed_on else None)
    when = f"on {day_text(halt.start)}" if halt.completeness == "none" else span_text(halt.start, last)
    return Ground(
        sentence=f"{word} {when}" + (f": {halt.note}" if halt.note else ""),
        said_by=halt.said_by or halt.publisher,
        known_on=halt.known_on,
        source_url=halt.source_url,
    )


def denials(supply: Supply, country: str, route: Route, halts: Sequence[Halt]) -> list[Flow]:
    """Days on which a listed source says that a country lost nothing, with who says so.

    An attack that stopped nothing: its day. A statement that deliveries are not affected: from the first day
    of its halt to the day it was made. Not where the line stood still anyway. `halts`: all that are listed,
    since a statement may be older than the halt it is listed with.
    """
    found = [
        Flow(country=country, day=halt.start, restart=False, ground=halt_ground(halt))
        for halt in supply.halts
        if halt.route is route and halt.outcome == "no_halt" and country in halt.countries
    ]
    by_id = {halt.id: halt for halt in halts if halt.route is route and halt.outcome != "not_separable"}
    for said in supply.statements:
        if said.affected == "no" and country in said.countries and said.halt_id in by_id:
            found += _denied(said, by_id[said.halt_id], country)
    return found


def _denied(said: Statement, halt: Halt, country: str) -> list[Flow]:
    last = said.known_on or halt.start
    first = min(halt.start, last)
    ground = Ground(
        sentence=f"Not affected: {said.says}",
        said_by=said.said_by,
        known_on=said.known_on,
        source_url=said.source_url,
    )
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [Flow(country=country, day=day, restart=False, ground=ground) for day in days]


def restarts(supply: Supply, country: str, route: Route) -> list[Flow]:
    """Days on which listed halts ended."""
    return [
        Flow(
            country=country,
            day=halt.resumed_on,
            restart=True,
            reduced=halt.restart_flow == "reduced",
            halt=halt,
            ground=Ground(
                sentence=f"Flow again on {day_text(halt.resumed_on)}"
                + (", at lower volume" if halt.restart_flow == "reduced" else ""),
                said_by=halt.resumed_said_by or halt.publisher,
                known_on=halt.resumed_on,
                source_url=halt.resumed_source_url or halt.source_url,
            ),
        )
        for halt in supply.halts
        if halt.route is route and country in halt.countries and halt.resumed_on is not None
    ]


def modelled(
    supply: Supply, country: str, route: Route, strikes: Sequence[Strike], known: Sequence[Outage]
) -> list[Outage]:
    """Outages implied by strikes that stopped a station on every way to the buyer.

    A strike implies nothing where a listed halt or an article's report says what it did to supply.
    """
    days = int(supply.assume("struck_days").middle)
    found = []
    for strike in strikes:
        start = strike.when.start
        if start is None or not _stops_flow(supply, country, route, strike):
            continue
        told = any(near(strike, outage.start) for outage in known)
        if told or any(_same_event(halt, strike) for halt in supply.halts):
            continue
        last = start + timedelta(days=days - 1)
        found.append(
            Outage(
                id=strike.id,
                country=country,
                start=start,
                observed=start,
                last=last,
                word=FlowStatus.HALTED,
                basis=FlowBasis.MODELLED,
                ground=Ground(
                    sentence=f"{strike.name} was put out of work {span_text(start, strike.when.end)}; "
                    f"taken to stop deliveries for {days} day" + ("s" if days > 1 else ""),
                ),
                facility_id=strike.facility_id,
                strike_ids=(strike.id,),
            )
        )
    return found


def _stops_flow(supply: Supply, country: str, route: Route, strike: Strike) -> bool:
    return (
        strike.facility_id is not None
        and Effect.HALTED in strike.effects
        and strike.status is not Status.DENIED
        and stops(supply, route, strike.facility_id, country)
    )
