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
- A vague strike at an exact place (a round-up that names the facility) takes the date of the one attack that
  fits it (news that names only the town); where two attacks could date it, it takes neither.

A strike is compared by its most exact place and its most exact date, so likeness is not handed on from
report to report. Each report looks only at what stands in its own blocks of (facility or two degrees of the
globe, day), which keeps the cost linear in the number of reports.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from tracker.events.dates import Shape, Span, nearness, span_of
from tracker.events.places import kind_rank, overlap, place_name, slug
from tracker.model import Article, Kind, Place, Precision, Report

LONGEST_DAYS = 400
KM_PER_DEGREE = 111.0
CELL_DEGREES = 2
COLUMNS = 360 // CELL_DEGREES
WIDEST_KM = 1500.0
"""A circle wider than this says nothing of where: such a place is known by its name alone."""
ARCTIC = 89.0
"""Degrees beyond which a circle may touch every column."""

Block = tuple[str, str | int, int]
Rank = tuple[int, int, int]
Blocks = defaultdict[tuple[Block, int], list["_Group"]]
"""What stands in a block on a day; undated ones on day 0."""


@dataclass(slots=True, eq=False)
class _Group:
    """Reports that say the same of place and date; as a strike, also those that joined it."""

    facility_id: str | None
    place: Place
    kind: Kind
    span: Span
    reports: list[Report] = field(default_factory=list)
    position: int = 0
    """Its place in the order of work."""
    contested: bool = False
    """Several dated attacks fit this vague strike, so it takes the date of none."""

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
    groups = sorted(_groups(reports, articles), key=lambda group: group.turn)
    for position, group in enumerate(groups):
        group.position = position
    strikes: list[_Group] = []
    blocks: Blocks = defaultdict(list)
    daters = _dated_places(groups)
    nameable = {_name_block(group.place) for group in groups if not _is_on_map(group.place)}
    for group in groups:
        strike = _nearest(group, blocks)
        if strike is None:
            strike = group
            strike.contested = _is_contested(strike, _stands_in(strike, nameable), daters)
            strikes.append(strike)
        else:
            strike.reports += group.reports
            if group.span.exactness >= strike.span.exactness:
                continue
            strike.span = group.span
        _enter(strike, _stands_in(strike, nameable), blocks, margin=0)
    return [strike.reports for strike in strikes]


def _dated_places(groups: Sequence[_Group]) -> Blocks:
    """The groups that may give a vague strike at a more exact place its date."""
    blocks: Blocks = defaultdict(list)
    for group in groups:
        if group.facility_id is None and group.span.shape < Shape.RANGE:
            _enter(group, _looks_in(group), blocks, margin=1)
    return blocks


def _is_contested(strike: _Group, names: Sequence[Block], daters: Blocks) -> bool:
    """Whether several attacks that are still to come could give a vague strike its date: then none does."""
    if strike.span.shape is not Shape.RANGE:
        return False
    seen: list[Span] = []
    for group in _standing(daters, names, strike.span, margin=0):
        if group.position < strike.position or group.span in seen or not _rank(group, strike):
            continue
        if any(nearness(group.span, other) is None for other in seen):
            return True
        seen.append(group.span)
    return False


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


def _nearest(group: _Group, blocks: Blocks) -> _Group | None:
    """The one strike nearest to a group; where several are, the one that is just as vague; else none."""
    near = _standing(blocks, _looks_in(group), group.span, margin=1)
    ranked = [(rank, strike) for strike in near if (rank := _rank(group, strike))]
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
    if near is None or (strike.contested and group.span.shape < Shape.RANGE):
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


def _standing(blocks: Blocks, names: Sequence[Block], span: Span, margin: int) -> Iterator[_Group]:
    """What stands in these blocks on the days of a span, each once."""
    seen: set[int] = set()
    days = _days(span, margin)
    for name in names:
        for day in days:
            for group in blocks.get((name, day), ()):
                if id(group) not in seen:
                    seen.add(id(group))
                    yield group


def _enter(group: _Group, names: Sequence[Block], blocks: Blocks, margin: int) -> None:
    for name in names:
        for day in _days(group.span, margin):
            blocks[name, day].append(group)


def _days(span: Span, margin: int) -> range:
    """The days of a span by number, widened by a margin; of a very long range only its beginning."""
    if span.shape is Shape.UNDATED:
        return range(1)
    first = max(span.start.toordinal() - margin, 1)
    return range(first, min(span.end.toordinal() + margin, first + LONGEST_DAYS) + 1)


def _stands_in(strike: _Group, nameable: Set[Block]) -> list[Block]:
    named = _name_block(strike.place)
    blocks = [named] if named in nameable else []
    if strike.facility_id:
        blocks.append(("facility", strike.facility_id, 0))
    return blocks + _cells(strike.place)


def _looks_in(group: _Group) -> list[Block]:
    if group.facility_id:
        return [("facility", group.facility_id, 0)]
    return _cells(group.place) or [_name_block(group.place)]


def _name_block(place: Place) -> Block:
    return "name", slug(place.name), 0


def _is_on_map(place: Place) -> bool:
    return place.lat is not None and place.radius_km <= WIDEST_KM


def _cells(place: Place) -> list[Block]:
    """The cells of the grid that a place's circle touches: two circles that meet have one in common."""
    if place.lat is None or place.lon is None or not _is_on_map(place):
        return []
    reach = place.radius_km / KM_PER_DEGREE
    furthest = abs(place.lat) + reach
    across = 180.0 if furthest > ARCTIC else min(180.0, reach / math.cos(math.radians(furthest)))
    rows = _numbers(place.lat - reach, place.lat + reach)
    columns = {column % COLUMNS for column in _numbers(place.lon - across, place.lon + across)}
    return [("cell", row, column) for row in rows for column in columns]


def _numbers(first: float, last: float) -> range:
    return range(math.floor(first / CELL_DEGREES), math.floor(last / CELL_DEGREES) + 1)
