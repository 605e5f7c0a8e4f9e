"""The three lines day by day: plants struck, units reported offline, and published run cuts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from tracker.impact.refining.claims import claims, share_of
from tracker.impact.refining.plants import Plant, plants_of
from tracker.impact.refining.spans import PARTS, Span, implied, published, strike_ground
from tracker.impact.refining.types import Claim, PlantDay, RefiningDay
from tracker.impact.volumes import add
from tracker.knowledge.gazetteer import Facility
from tracker.knowledge.supply.refining_types import PLANT
from tracker.knowledge.supply.types import Supply
from tracker.model import Effect, Range, Status, Strike

HARM = frozenset({Effect.FIRE, Effect.EXPLOSION, Effect.DAMAGE, Effect.HALTED, Effect.SPILL})


def offline(
    first: date,
    last: date,
    *,
    strikes: Sequence[Strike],
    supply: Supply,
    facilities: Mapping[str, Facility],
    today: date,
) -> tuple[RefiningDay, ...]:
    """One RefiningDay for each day from `first` to `last`, both included; the order of the inputs is free.

    `facilities` is the gazetteer by id. Nothing that became public after `today` is used; days after it
    show what was expected then. A strike counts from its own day, for Strike has no day of publication.
    """
    plants = plants_of(supply, facilities)
    known = sorted((s for s in strikes if _known(s, plants, today)), key=lambda s: s.id)
    told = published(supply, plants, today)
    spans: dict[str, list[Span]] = {}
    for span in (*told, *implied(supply, plants, known, told, today)):
        spans.setdefault(span.facility_id, []).append(span)
    hits: dict[str, list[Strike]] = {}
    for strike in known:
        hits.setdefault(strike.facility_id or "", []).append(strike)
    said = claims(first, last, supply=supply, today=today)
    names = sorted({*spans, *hits})
    days = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        rows = [_plant_day(supply, plants[n], day, hits.get(n, []), spans.get(n, [])) for n in names]
        days.append(_day(supply, day, [row for row in rows if row is not None], said))
    return tuple(days)


def _known(strike: Strike, plants: Mapping[str, Plant], today: date) -> bool:
    """Whether a strike hit one of the plants by `today`, and nobody denies it as a whole."""
    return (
        strike.facility_id in plants
        and strike.when.start is not None
        and strike.when.start <= today
        and strike.status is not Status.DENIED
        and set(strike.effects) != {Effect.NONE}
    )


def _plant_day(
    supply: Supply, plant: Plant, day: date, hits: Sequence[Strike], spans: Sequence[Span]
) -> PlantDay | None:
    struck = [strike for strike in hits if _within(strike, day, supply.assume("struck_window_days").high)]
    idle = [span for span in spans if span.covers(day, PARTS.index("high"))]
    if not struck and not idle:
        return None
    ids = {*(s.id for s in struck), *(name for span in idle for name in span.strike_ids)}
    return PlantDay(
        facility_id=plant.facility_id,
        name=plant.name,
        capacity_mt=plant.mt,
        struck_mt=_struck(supply, plant, day, struck),
        offline_mt=Range(*(_idle(plant, day, idle, case) for case in range(len(PARTS)))),
        strike_ids=tuple(sorted(ids)),
        grounds=(
            plant.ground,
            *(span.ground for span in idle),
            *(strike_ground(strike, "Struck") for strike in struck),
        ),
    )


def _within(strike: Strike, day: date, days: float) -> bool:
    start, end = strike.when.start, strike.when.end
    return start is not None and end is not None and start <= day and (day - end).days < days


def _struck(supply: Supply, plant: Plant, day: date, strikes: Sequence[Strike]) -> Range:
    """The plant's capacity, once: low by a confirmed hit that did harm, middle by one nobody disputes."""
    window = supply.assume("struck_window_days")
    mt = plant.mt or 0.0
    sure = [s for s in strikes if s.status is Status.CONFIRMED and HARM & set(s.effects)]
    low = any(_within(s, day, window.low) for s in sure)
    middle = any(_within(s, day, window.middle) and s.status is not Status.DISPUTED for s in strikes)
    return Range(mt if low else 0.0, mt if middle else 0.0, mt if strikes else 0.0)


def _idle(plant: Plant, day: date, spans: Sequence[Span], case: int) -> float:
    """What stands still in one case, Mt a year: each unit once, an unnamed part within the named ones."""
    here = [span for span in spans if span.covers(day, case)]
    units = {name for span in here for name in span.units}
    if PLANT in units:
        return plant.mt or 0.0
    named = sum(_end(plant.units[name], case) for name in units if name in plant.units)
    unnamed = max((_end(span.mt, case) for span in here if span.mt is not None), default=0.0)
    return min(plant.mt or 0.0, max(named, unnamed))


def _end(value: Range, case: int) -> float:
    return (value.low, value.middle, value.high)[case]


def _day(supply: Supply, day: date, plants: Sequence[PlantDay], said: Sequence[Claim]) -> RefiningDay:
    struck = add([plant.struck_mt for plant in plants])
    idle = add([plant.offline_mt for plant in plants])
    here = tuple(claim for claim in said if claim.covers(day))
    cuts = [claim for claim in here if claim.kind == "run_cut"]
    cut = min(cuts, key=lambda claim: (claim.days, claim.id)) if cuts else None
    return RefiningDay(
        day=day,
        struck_mt=struck,
        struck_percent=share_of(supply, struck),
        offline_mt=idle,
        offline_percent=share_of(supply, idle),
        run_cut_mt=cut.mt_per_year if cut else None,
        run_cut_percent=cut.percent if cut else None,
        plants=tuple(plants),
        claims=here,
    )
