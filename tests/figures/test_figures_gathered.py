"""Gathered strikes give what plain loops over the strikes give, however many there are and in any order."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

import numpy as np
from figure_makers import NOWHERE, RYAZAN, SOMEWHERE, UNECHA, night, strike
from hypothesis import given
from hypothesis import strategies as st

from tracker.figures import words
from tracker.figures.gathered import Gathered, Shown, shown
from tracker.model import DateBasis, DatePrecision, Kind, Status, Strike, When

DAYS = st.dates(date(2025, 8, 1), date(2025, 8, 9))
WHENS = st.one_of(
    st.just(When()),
    DAYS.map(night),
    DAYS.map(lambda day: When(day, day + timedelta(days=6), DatePrecision.RANGE, DateBasis.RELATIVE)),
)


@st.composite
def many(draw: st.DrawFn) -> tuple[Strike, ...]:
    made: list[Strike] = []
    for number in range(draw(st.integers(0, 12))):
        facility = draw(st.sampled_from([None, "unecha-pumping-station", "ryazan-refinery"]))
        made.append(
            strike(
                id=f"s{draw(st.integers(0, 3))}-{number}", facility_id=facility,
                place=draw(st.sampled_from([None, UNECHA, RYAZAN, SOMEWHERE, NOWHERE])),
                kind=draw(st.sampled_from([Kind.REFINERY, Kind.PUMPING_STATION])),
                status=draw(st.sampled_from(Status)), when=draw(WHENS),
            )
        )  # fmt: skip
    return tuple(made)


def by_age(strikes: list[Strike] | tuple[Strike, ...]) -> list[Strike]:
    return sorted(strikes, key=lambda s: (-(s.when.end or date.min).toordinal(), s.id))


def by_spot(strikes: list[Strike]) -> list[list[Strike]]:
    groups: dict[Any, list[Strike]] = defaultdict(list)
    for item in strikes:
        if item.place and item.place.lat is not None:
            kind = None if item.facility_id else item.kind
            groups[item.facility_id, item.place.lat, item.place.lon, kind].append(item)
    return sorted(map(by_age, groups.values()), key=lambda group: (-len(group), group[0].id))


@given(many(), st.data())
def test_what_is_gathered_is_what_plain_loops_find(strikes: tuple[Strike, ...], data: st.DataObject) -> None:
    rows = [row for row in range(len(strikes)) if data.draw(st.booleans())]
    plain = [strikes[row] for row in rows]
    found = Shown(Gathered(strikes), np.array(rows, np.int32))
    starts = [item.when.start for item in plain if item.when.start]
    ends = [item.when.end for item in plain if item.when.end]

    assert list(found) == plain
    assert len(found) == len(plain)
    assert found.newest() == by_age(plain)
    assert found.newest(2) == by_age(plain)[:2]
    assert found.kinds == Counter(item.kind for item in plain)
    assert found.statuses == Counter(item.status for item in plain)
    assert list(found.kinds.values()) == sorted(found.kinds.values(), reverse=True)
    assert found.places == len({item.facility_id or words.where(item) for item in plain})
    assert found.span == ((min(starts), max(ends)) if starts else None)
    assert [list(spot.strikes) for spot in found.spots] == by_spot(plain)
    assert [strikes[row] for row in found.spot_rows] == [item for group in by_spot(plain) for item in group]
    assert list(found.unplaced) == [item for item in plain if item.place is None or item.place.lat is None]


def test_what_was_made_once_is_made_once_and_what_is_gathered_stays_as_it_is() -> None:
    found = shown([strike(id="a"), strike(id="b")])
    assert shown(found) is found
    assert found.once("count", lambda: len(found)) == 2
    assert found.once("count", lambda: 0) == 2
    assert found[0].id == "a"
    assert [item.id for item in found[1:]] == ["b"]
