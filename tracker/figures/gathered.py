"""Strikes gathered for a page: how many of what, the newest first, and those at one spot of the map together.

Strikes never change, so what is asked of a tuple of them again and again is kept as columns of numbers
(`Gathered`), and the strikes that a page shows are row numbers in it (`Shown`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from tracker.figures import words
from tracker.figures.places import KINDS
from tracker.model import Kind, Precision, Status, Strike

Rows = NDArray[np.int32]
T = TypeVar("T")

STATUSES = tuple(Status)
_NOWHERE = -1
_UNDATED = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """All strikes on one facility or at one place: one marker. `newest` is the latest of them."""

    lat: float
    lon: float
    strikes: tuple[Strike, ...]
    radius_km: float
    uncertain: bool

    @property
    def newest(self) -> Strike:
        """The strike with the latest date; the strikes stand in that order."""
        return self.strikes[0]


class Keeping:
    """Something of which other things are made, each only once."""

    def __init__(self) -> None:
        self._kept: dict[str, Any] = {}

    def once(self, name: str, made: Callable[[], T]) -> T:
        """What has been made under a name before, else what is made now."""
        if name not in self._kept:
            self._kept[name] = made()
        found: T = self._kept[name]
        return found


class Gathered(Keeping):
    """Strikes with the kind, status, days, spot and place of each as numbers; made once for a tuple."""

    def __init__(self, strikes: Sequence[Strike]) -> None:
        super().__init__()
        self.strikes = strikes
        self.kinds = _numbered(strikes, "kind", KINDS)
        self.statuses = _numbered(strikes, "status", STATUSES)
        self.starts = _days(strikes, "start")
        self.ends = _days(strikes, "end")

    @cached_property
    def spots(self) -> Rows:
        """The number of the spot that each strike is at, or -1 where no point is known."""
        return _codes(_spot_key(strike) for strike in self.strikes)

    @cached_property
    def places(self) -> Rows:
        """The number of the facility or the place that each strike was on."""
        return _codes(strike.facility_id or words.where(strike) for strike in self.strikes)

    @cached_property
    def ranks(self) -> Rows:
        """The position of each strike when the newest stands first; of one day by id, undated ones last."""
        ids = [strike.id for strike in self.strikes]
        order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int32)
        order = order[np.argsort(-self.ends[order], kind="stable")]
        ranks = np.empty(len(order), np.int32)
        ranks[order] = np.arange(len(order), dtype=np.int32)
        return ranks


class Shown(Keeping, Sequence[Strike]):
    """Some strikes of many, in the order in which they stand there; each question is answered once."""

    def __init__(self, among: Gathered, rows: Rows) -> None:
        super().__init__()
        self.among, self.rows = among, rows

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Strike: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Strike]: ...
    def __getitem__(self, index: int | slice) -> Strike | Sequence[Strike]:
        """One strike, or several."""
        return self._all[index]

    def __iter__(self) -> Iterator[Strike]:
        return iter(self._all)

    def newest(self, most: int | None = None) -> list[Strike]:
        """The strikes by their last day, the latest first and undated ones last; all, or so many of them."""
        return [self.among.strikes[row] for row in self.newest_rows[:most].tolist()]

    @cached_property
    def kinds(self) -> dict[Kind, int]:
        """How many strikes there are of each kind, the most frequent first."""
        return _counted(self.among.kinds[self.rows], KINDS)

    @cached_property
    def statuses(self) -> dict[Status, int]:
        """How many strikes have each status, the most frequent first."""
        return _counted(self.among.statuses[self.rows], STATUSES)

    @cached_property
    def places(self) -> int:
        """How many facilities and places were struck."""
        return len(np.unique(self.among.places[self.rows]))

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day of all; None when no day is known."""
        starts, ends = self.among.starts[self.rows], self.among.ends[self.rows]
        starts, ends = starts[starts != _UNDATED], ends[ends != _UNDATED]
        if not len(starts) or not len(ends):
            return None
        return date.fromordinal(int(starts.min())), date.fromordinal(int(ends.max()))

    @cached_property
    def spots(self) -> list[Spot]:
        """Gathered by facility, or by place where the facility is not known; most struck first."""
        return [_spot(self._strikes(rows)) for rows in self._groups]

    @cached_property
    def spot_rows(self) -> Rows:
        """The rows of the strikes that have a point, in the order in which they stand in the spots."""
        return np.concatenate([self.rows[:0], *self._groups])

    @cached_property
    def unplaced(self) -> tuple[Strike, ...]:
        """The strikes of which no point is known."""
        return self._strikes(self.rows[self.among.spots[self.rows] == _NOWHERE])

    @cached_property
    def _groups(self) -> list[Rows]:
        numbers = self.among.spots[self.newest_rows]
        order = np.argsort(numbers, kind="stable")
        placed = order[numbers[order] != _NOWHERE]
        ends = np.flatnonzero(np.diff(numbers[placed])) + 1
        groups = [rows for rows in np.split(self.newest_rows[placed], ends) if len(rows)]
        return sorted(groups, key=lambda rows: (-len(rows), self.among.strikes[rows[0]].id))

    @cached_property
    def newest_rows(self) -> Rows:
        """The rows of the strikes, the newest first."""
        return self.rows[np.argsort(self.among.ranks[self.rows])]

    @cached_property
    def _all(self) -> tuple[Strike, ...]:
        return self._strikes(self.rows)

    def _strikes(self, rows: Rows) -> tuple[Strike, ...]:
        return tuple(map(self.among.strikes.__getitem__, rows.tolist()))


def shown(strikes: Iterable[Strike]) -> Shown:
    """These strikes, gathered; what is gathered already is given back as it is."""
    if isinstance(strikes, Shown):
        return strikes
    among = tuple(strikes)
    return Shown(Gathered(among), np.arange(len(among), dtype=np.int32))


def _numbered(strikes: Sequence[Strike], name: str, values: Sequence[Any]) -> Rows:
    codes = {value: number for number, value in enumerate(values)}
    found = map(codes.__getitem__, map(attrgetter(name), strikes))
    return np.fromiter(found, np.int32, len(strikes))


def _days(strikes: Sequence[Strike], end: str) -> Rows:
    days = (getattr(strike.when, end) for strike in strikes)
    return np.fromiter((day.toordinal() if day else _UNDATED for day in days), np.int32, len(strikes))


def _codes(keys: Iterable[Any]) -> Rows:
    """A number for each key, the same for equal ones; None is -1."""
    codes: dict[Any, int] = {None: _NOWHERE}
    return np.array([codes.setdefault(key, len(codes)) for key in keys], np.int32)


def _counted(numbers: Rows, values: Sequence[T]) -> dict[T, int]:
    many = np.bincount(numbers, minlength=len(values)).tolist()
    most_first = sorted(range(len(values)), key=lambda number: -many[number])
    return {values[number]: many[number] for number in most_first if many[number]}


def _spot_key(strike: Strike) -> tuple[Any, ...] | None:
    place = strike.place
    if place is None or place.lat is None:
        return None
    return strike.facility_id, place.lat, place.lon, None if strike.facility_id else strike.kind


def _spot(strikes: tuple[Strike, ...]) -> Spot:
    place = strikes[0].place
    if place is None or place.lat is None or place.lon is None:
        raise ValueError(f"{strikes[0].id}: a strike without coordinates has no spot on the map")
    uncertain = place.precision is not Precision.FACILITY or place.radius_km >= 5
    return Spot(place.lat, place.lon, strikes, place.radius_km, uncertain)
