"""The line diagram has a place for every facility of the supply network, and no two in one place."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from pathlib import Path

import pytest

from tracker.errors import DataError
from tracker.knowledge import knowledge, schematic


def test_every_facility_of_the_network_is_drawn_and_no_other() -> None:
    supply = knowledge().supply
    assert set(knowledge().schematic) == {name for leg in supply.legs for name in (leg.start, leg.end)}
    assert set(knowledge().schematic) <= set(knowledge().gazetteer.facilities)


def test_stops_stand_apart_and_crude_runs_from_left_to_right_on_druzhba() -> None:
    stops = knowledge().schematic
    assert all(hypot(a.x - b.x, a.y - b.y) >= 0.6 for a, b in combinations(stops.values(), 2))
    for leg in knowledge().supply.legs:
        assert stops[leg.start].x <= stops[leg.end].x, leg.id


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a,1,1,A,above\na,2,2,A,above", "facility 'a' is drawn twice"),
        ("a,1,1,A,above\nb,1,1,B,above", "'b' stands where 'a' does"),
        ("a,,1,A,above", "needs both x and y"),
        ("a,1,1,A,under", "column 'label_side' is 'under'"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, row: str, says: str) -> None:
    (tmp_path / "s.csv").write_text(f"facility_id,x,y,label,label_side\n{row}\n")
    with pytest.raises(DataError, match=says):
        schematic.load(tmp_path / "s.csv")
