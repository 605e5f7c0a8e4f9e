"""The cities by which a reader finds the way on the map."""

from __future__ import annotations

from tracker.knowledge import cities


def test_capitals_are_there_largest_first_and_inside_the_map() -> None:
    found = cities.load()
    assert {"Kyiv", "Moscow", "Budapest", "Bratislava", "Minsk", "Warsaw"} <= {city.name for city in found}
    assert [city.population for city in found] == sorted((city.population for city in found), reverse=True)
    south, west, north, east = cities.BOX
    assert all(south < city.lat < north and west < city.lon < east for city in found)
    assert found[-1].population >= cities.LEAST_PEOPLE


def test_parts_of_a_larger_city_are_left_out() -> None:
    names = {city.name for city in cities.load()}
    assert "Moscow" in names
    assert not names & {"Biryulëvo", "Khimki", "Mytishchi"}
