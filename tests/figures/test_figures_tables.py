"""The table says in words all that the map shows, and more."""

from __future__ import annotations

from datetime import date

from figure_makers import SOMEWHERE, flow_day, night, strike

from tracker.figures import tables
from tracker.model import Effect, Weapon, When


def test_a_row_is_in_words() -> None:
    frame = tables.strike_table(
        [strike(weapons=(Weapon.HIMARS, Weapon.DRONE), effects=(Effect.NONE,), sources=3)]
    )
    assert list(frame.columns) == list(tables.COLUMNS)
    assert frame.iloc[0].to_dict() == {
        "date": "21-22 Aug 2025",
        "place": "Unecha pumping station, Bryansk Oblast, Russia",
        "kind": "pumping station",
        "attacker": "Ukraine",
        "status": "confirmed",
        "weapons": "HIMARS, drone",
        "effects": "no damage",
        "sources": 3,
        "id": "unecha-2025-08-21",
    }


def test_latest_first_and_undated_last() -> None:
    dated = [strike(id=f"s{day}", when=night(date(2025, 8, day))) for day in (3, 20, 11)]
    frame = tables.strike_table([strike(id="undated", when=When()), *dated])
    assert list(frame["id"]) == ["s20", "s11", "s3", "undated"]
    assert frame.iloc[-1]["date"] == "not known"


def test_unknown_is_said_and_unplaced_strikes_are_in() -> None:
    row = tables.strike_table([strike(attacker="unknown", place=None, facility_id=None)]).iloc[0]
    assert (row["attacker"], row["weapons"], row["effects"]) == ("not known",) * 3
    assert row["place"] == "Pumping station, place not known"
    assert (
        tables.strike_table([strike(place=SOMEWHERE, facility_id=None)]).iloc[0]["place"].endswith("Russia")
    )


def test_an_empty_table_keeps_its_columns_and_types() -> None:
    frame = tables.strike_table([])
    assert list(frame.columns) == list(tables.COLUMNS)
    assert frame["sources"].dtype == "int64"


def test_the_flow_table_is_the_strip_in_words() -> None:
    frame = tables.flow_table([flow_day(date(2025, 8, 22))])
    assert frame.iloc[0].to_dict() == {
        "day": "22 Aug 2025",
        "status": "halted",
        "basis": "reported",
        "missing": "about 95 kb (13 kt)",
        "why": "Flow stopped after the strike (MOL, 22 Aug 2025)",
    }
    assert tables.flow_table([]).empty
