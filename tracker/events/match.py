"""Which reports speak of the same attack.

Reports find their strike one by one, in an order that depends on what they say and never on arrival: known
facilities before mere places, exact places before wide ones, exact dates before vague ones. Each report
looks at the strikes that stand already, takes the nearest when exactly one is nearest, and opens a strike
of its own otherwise: a report that fits two strikes equally well swallows neither. It joins the strike that
an equally vague report opened, if there is one: two round-ups of one week are not two more attacks.

- Target: the same facility; or, when the report names no facility of ours, circles that meet, kinds that are
  mistaken for each other (places.FAMILIES) and no contradicting country. Two facilities never become one.
- Date: dates.nearness. Consecutive nights stay two; a plain day goes to the night that it is the morning
  of, else to the one that it is the evening of; "this week" goes to the one dated strike inside it; a day
  known only from publication may be a day late; a report without a date joins only others of the very same
  target without a date.

A strike is compared by its most exact place and its most exact date, so likeness is not handed on from
report to report. Blocks of (facility or degree of the globe, day) keep the cost linear in the number of
reports.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.events.dates import DAY, Shape, Span, nearness, span_of
from tracker.events.places import kind_rank, overlap, place_name, slug
from tracker.model import Article, Kind, Place, Precision, Report

SMALL_KM = 50.0
LONGEST_DAYS = 400
KM_PER_DEGREE = 111.0

Block = tuple[str, str | int, int]
Rank = tuple[int, int, int]


@dataclass(slots=True, eq=False)
class _Group:
    """Reports that say the same of place and date; as a strike, also those that joined it."""

    facility_id: str | None
    place: Place
    kind: Kind
    span: Span
    reports: list[Report] = field(default_factory=list)

    @property
    def turn(self) -> tuple[object, ...]:
        """The place of a group in the order of work; total, so that ties do not depend on arrival."""
        width = (0, 0.0) if self.facility_id else (2 if self.place.lat is None else 1, self.place.radius_km)
        return *width, *self.span.turn, self.facility_id or "", self.kind, repr(self.place)


def cluster(reports: Sequence[Report], articles: Mapping[str, Article]) -> list[list[Report]]:
    """The reports of each strike, in no particular order; equal reports count once.

    `articles` holds every report's article by id (KeyError otherwise): the basis of an article says how far
    its dates go.
    """
    strikes: list[_Group] = []
    blocks: dict[tuple[Block, date | None], list[_Group]] = defaultdict(list)
    for group in sorted(_groups(reports, articles), key=lambda g: g.turn):
        strike = _nearest(group, blocks)
        if strike is None:
            strike = group
            strikes.append(group)
        else:
            strike.reports += group.reports
            if group.span.exactness >= strike.span.exactness:
                continue
            strike.span = group.span
        _enter(strike, blocks)
    return [strike.reports for strike in strikes]


def _groups(reports: Sequence[Report], articles: Mapping[str, Article]) -> list[_Group]:
    points = _facility_places(reports)
    groups: dict[tuple[object, ...], _Group] = {}
    for report in dict.fromkeys(reports):
        facility, span = report.facility_id, span_of(report, articles[report.article_id])
        place = points[facility] if facility else report.place or _unlocated(report)
        key = (facility, span) if facility else (place, report.target.kind, span)
        group = groups.setdefault(key, _Group(facility, place, report.target.kind, span))
        group.kind = min(group.kind, report.target.kind)
        group.reports.append(report)
    return list(groups.values())


def _facility_places(reports: Sequence[Report]) -> dict[str, Place]:
    """One place for each facility, the same whatever the order of reports."""
    places: dict[str, set[Place]] = defaultdict(set)
    for report in reports:
        if report.facility_id:
            places[report.facility_id].add(report.place or _unlocated(report))
    return {
        key: min(found, key=lambda p: (p.lat is None, p.radius_km, repr(p))) for key, found in places.items()
    }


def _unlocated(report: Report) -> Place:
    country = report.target.country
    return Place(name=place_name(report), precision=Precision.COUNTRY, radius_km=0.0, country=country)


def _nearest(group: _Group, blocks: Mapping[tuple[Block, date | None], list[_Group]]) -> _Group | None:
    """The one strike nearest to a group; where several are, the one that is just as vague; else none."""
    ranked = [(rank, strike) for strike in _candidates(group, blocks) if (rank := _rank(group, strike))]
    twins = [(rank, strike) for rank, strike in ranked if _as_vague(group, strike)]
    return _only_best(ranked) or _only_best(twins)


def _only_best(ranked: Sequence[tuple[Rank, _Group]]) -> _Group | None:
    best = min((rank for rank, _ in ranked), default=None)
    nearest = [strike for rank, strike in ranked if rank == best]
    return nearest[0] if len(nearest) == 1 else None


def _as_vague(group: _Group, strike: _Group) -> bool:
    """Whether a strike leaves open just what the group does: which day, or which facility of a place."""
    if group.facility_id:
        return strike.span.shape is group.span.shape
    return strike.facility_id is None and strike.place == group.place


def _rank(group: _Group, strike: _Group) -> Rank | None:
    """Nearness in time, whether the place is the very same, likeness of kind; None when it cannot be."""
    near = nearness(group.span, strike.span)
    if near is None:
        return None
    if group.facility_id:
        return near, 0, 0
    kinds = kind_rank(group.kind, strike.kind)
    same_place = group.place == strike.place
    if kinds is None or not (same_place or _may_meet(group, strike)):
        return None
    return near, int(not same_place), kinds


def _may_meet(group: _Group, strike: _Group) -> bool:
    return group.span.shape is not Shape.UNDATED and overlap(group.place, strike.place)


def _candidates(group: _Group, blocks: Mapping[tuple[Block, date | None], list[_Group]]) -> Iterator[_Group]:
    seen: set[int] = set()
    days = _days(group.span, margin=1)
    for block in _looks_in(group):
        for day in days:
            for strike in blocks.get((block, day), ()):
                if id(strike) not in seen:
                    seen.add(id(strike))
                    yield strike


def _enter(strike: _Group, blocks: dict[tuple[Block, date | None], list[_Group]]) -> None:
    for block in _stands_in(strike):
        for day in _days(strike.span, margin=0):
            blocks[block, day].append(strike)


def _days(span: Span, margin: int) -> list[date | None]:
    """The days of a span, widened by a margin; of a very long range only its beginning."""
    if span.shape is Shape.UNDATED:
        return [None]
    first = span.start - min(margin, (span.start - date.min).days) * DAY
    length = min(span.length + margin + (span.start - first).days, LONGEST_DAYS, (date.max - first).days)
    return [first + timedelta(days=n) for n in range(length + 1)]


def _stands_in(strike: _Group) -> list[Block]:
    place = strike.place
    blocks: list[Block] = [("name", slug(place.name), 0)]
    if strike.facility_id:
        blocks.append(("facility", strike.facility_id, 0))
    if place.lat is not None and place.lon is not None:
        small = place.radius_km <= SMALL_KM
        blocks += [("point", 0, 0), _cell(place.lat, place.lon) if small else ("wide", 0, 0)]
    return blocks


def _looks_in(group: _Group) -> list[Block]:
    place = group.place
    if group.facility_id:
        return [("facility", group.facility_id, 0)]
    if place.lat is None or place.lon is None:
        return [("name", slug(place.name), 0)]
    if place.radius_km > SMALL_KM:
        return [("point", 0, 0)]
    return [("wide", 0, 0), *_cells(place.lat, place.lon, place.radius_km + SMALL_KM)]


def _cell(lat: float, lon: float) -> Block:
    return "cell", math.floor(lat), (math.floor(lon) + 180) % 360 - 180


def _cells(lat: float, lon: float, reach_km: float) -> Iterator[Block]:
    """The one-degree cells within reach of a point, across the date line too."""
    rows = math.ceil(reach_km / KM_PER_DEGREE)
    narrow = max(math.cos(math.radians(min(89.0, abs(lat) + rows))), 0.01)
    columns = min(180, math.ceil(reach_km / (KM_PER_DEGREE * narrow)))
    for row in range(-rows, rows + 1):
        for column in range(-columns, columns + 1):
            yield _cell(lat + row, lon + column)
