"""How much usually flows, and what is missing on a day without flow.

Usual flow of a country = published delivery of the period / days of the period with flow. Middle: the figure
itself. Low and high: the least and most of all counts of that period and of the periods beside it, each over
all days (low) and over the days with flow (middle, high). A figure for Hungary and Slovakia together is split
by the assumption `hungarian_share`. Where no period holds the day, the latest figure that ended not more than
`carry_days` before stands in, with the range of all figures of that time. Kilotonnes become thousand barrels
by `barrels_per_tonne` (middle).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.impact.words import span_text
from tracker.knowledge.supply.types import Delivery, Halt, Supply
from tracker.model import Ground, Range

TOGETHER = ("HU", "SK")
BESIDE = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """Usual flow in kt a day and the published figure it rests on."""

    kt_per_day: Range
    ground: Ground


def usual(supply: Supply, countries: Sequence[str], day: date) -> Usual | None:
    """Usual flow to these countries together on a day, or None where no figure may stand for it.

    Several countries: the figure that was published for them together, else the sum of their own. The sum
    adds low to low and high to high, so its range is at least as wide as the truth.
    """
    names = tuple(sorted(countries))
    own = _own(supply, names, day)
    if own is not None or len(names) < 2:
        return own
    parts = [usual(supply, (name,), day) for name in names]
    found = [part for part in parts if part is not None]
    if len(found) < len(names):
        return None
    return Usual(kt_per_day=add([part.kt_per_day for part in found]), ground=found[0].ground)


def _own(supply: Supply, names: tuple[str, ...], day: date) -> Usual | None:
    exact = _covering(supply, names, day)
    if exact:
        return _figure(supply, exact)
    if len(names) == 1 and names[0] in TOGETHER:
        both = _covering(supply, TOGETHER, day)
        if both:
            return _split(supply, names[0], _figure(supply, both))
    return _carried(supply, names, day)


def _covering(supply: Supply, names: tuple[str, ...], day: date) -> Delivery | None:
    rows = [d for d in _deliveries(supply, names) if d.covers(day)]
    return min(rows, key=lambda d: (d.days, d.id)) if rows else None


def _deliveries(supply: Supply, names: tuple[str, ...], *metrics: str) -> list[Delivery]:
    wanted = metrics or ("delivery",)
    return [d for d in supply.deliveries if d.metric in wanted and tuple(sorted(d.countries)) == names]


def _figure(supply: Supply, delivery: Delivery) -> Usual:
    counts = _deliveries(supply, delivery.countries, "delivery", "delivery_other")
    rates = [rate(supply, count) for count in counts if _beside(count, delivery)]
    middle = rate(supply, delivery).middle
    spread = Range(min(r.low for r in rates), middle, max(r.high for r in rates))
    return Usual(kt_per_day=spread, ground=delivery_ground(delivery))


def _beside(other: Delivery, delivery: Delivery) -> bool:
    gap = max(other.period_start - delivery.period_end, delivery.period_start - other.period_end)
    return gap <= timedelta(days=1) and other.days <= BESIDE.days


def _split(supply: Supply, country: str, both: Usual) -> Usual:
    share = supply.assume("hungarian_share")
    if country != "HU":
        share = Range(1 - share.high, 1 - share.middle, 1 - share.low)
    return Usual(kt_per_day=times(both.kt_per_day, share), ground=both.ground)


def _carried(supply: Supply, names: tuple[str, ...], day: date) -> Usual | None:
    limit = timedelta(days=supply.assume("carry_days").middle)
    figures = [
        (d.period_end, d.id, found)
        for d in supply.deliveries
        if d.metric == "delivery" and timedelta(0) < day - d.period_end <= limit
        if (found := _for(supply, d, names)) is not None
    ]
    if not figures:
        return None
    _, _, latest = max(figures, key=lambda f: f[:2])
    ranges = [found.kt_per_day for _, _, found in figures]
    spread = Range(min(r.low for r in ranges), latest.kt_per_day.middle, max(r.high for r in ranges))
    return Usual(kt_per_day=spread, ground=latest.ground)


def _for(supply: Supply, delivery: Delivery, names: tuple[str, ...]) -> Usual | None:
    if tuple(sorted(delivery.countries)) == names:
        return _figure(supply, delivery)
    if delivery.countries == TOGETHER and len(names) == 1 and names[0] in TOGETHER:
        return _split(supply, names[0], _figure(supply, delivery))
    return None


def rate(supply: Supply, delivery: Delivery) -> Range:
    """A published figure in kt a day: low over all days of its period, middle and high over flow days."""
    days = delivery.days if delivery.days_counted == "flow" else _days_with_flow(supply, delivery)
    total = volume(supply, delivery)
    return Range(total.low / delivery.days, total.middle / days, total.high / days)


def volume(supply: Supply, delivery: Delivery) -> Range:
    """A published figure as kt in its whole period."""
    if delivery.kt is not None:
        return delivery.kt
    if delivery.kb_per_day is None:
        raise ValueError(f"{delivery.id} has neither a volume nor a rate")
    return scale(delivery.kb_per_day, delivery.days / supply.assume("barrels_per_tonne").middle)


def _days_with_flow(supply: Supply, delivery: Delivery) -> int:
    stopped = {
        day
        for halt in supply.halts
        if halt.route is delivery.route and set(delivery.countries) <= set(halt.countries)
        for day in whole_days(halt, delivery.period_end)
        if delivery.covers(day)
    }
    return max(1, delivery.days - len(stopped))


def whole_days(halt: Halt, until: date) -> list[date]:
    """Days on which a full halt let nothing through, up to `until`; none for a partial halt."""
    if halt.completeness != "full":
        return []
    if halt.resumed_on is not None:
        last = halt.resumed_on - timedelta(days=1)
    else:
        last = until if halt.outcome == "open" else (halt.last_day or halt.start)
    return [halt.start + timedelta(days=n) for n in range((min(last, until) - halt.start).days + 1)]


def arrived(supply: Supply, country: str, day: date) -> Range | None:
    """What did arrive, in kt a day, by a published figure of the month or another short period."""
    rows = [d for d in _deliveries(supply, (country,), "month") if d.covers(day)]
    return rate(supply, min(rows, key=lambda d: (d.days, d.id))) if rows else None


def ramp_lost(supply: Supply, number: int) -> Range:
    """The share of usual flow missing on a day after a restart at lower volume; day 0 is that of the restart.

    Flow rises evenly from nothing to the usual in `ramp_days`: 1 - (number + 1/2) / ramp_days, at least 0.
    """
    days = supply.assume("ramp_days")
    low, middle, high = (max(0.0, 1 - (number + 0.5) / d) for d in (days.low, days.middle, days.high))
    return Range(low, middle, high)


def barrels(supply: Supply, kt: Range) -> Range:
    """Kilotonnes as thousand barrels."""
    return scale(kt, supply.assume("barrels_per_tonne").middle)


def delivery_ground(delivery: Delivery) -> Ground:
    """The published figure as a ground: what, for whom, when, by whom."""
    value, unit = (delivery.kt, "kt") if delivery.kt else (delivery.kb_per_day, "kb/d")
    middle = value.middle if value else 0.0
    span = span_text(delivery.period_start, delivery.period_end)
    return Ground(
        sentence=f"{middle:,.6g} {unit} delivered to {' and '.join(delivery.countries)} {span}",
        said_by=delivery.publisher,
        known_on=delivery.known_on,
        source_url=delivery.source_url,
    )


def scale(value: Range, factor: float) -> Range:
    """A range times a number that is not negative."""
    return Range(value.low * factor, value.middle * factor, value.high * factor)


def times(value: Range, other: Range) -> Range:
    """A range times a range, both not negative."""
    return Range(value.low * other.low, value.middle * other.middle, value.high * other.high)


def add(values: Sequence[Range]) -> Range:
    """The sum of ranges, low with low and high with high."""
    return Range(sum(v.low for v in values), sum(v.middle for v in values), sum(v.high for v in values))


def shortfall(need: Range, came: Range) -> Range:
    """What a range lacks to another, never negative."""
    return Range(
        max(0.0, need.low - came.high), max(0.0, need.middle - came.middle), max(0.0, need.high - came.low)
    )
