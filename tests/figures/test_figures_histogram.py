"""The histogram of strikes: its bins, what a brush over them means, and what it says of itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.figures import histogram
from tracker.figures.histogram import Bins, bins, busiest_month

DAYS = st.dictionaries(st.dates(date(2014, 1, 1), date(2030, 12, 31)), st.integers(1, 50), min_size=1)
MONTHS = bins([date(2024, 1, 5), date(2025, 12, 20)])


def at(year: int, month: int, day: int) -> float:
    """Milliseconds of a moment, as a brush gives them."""
    return datetime(year, month, day, tzinfo=UTC).timestamp() * 1000


def spans() -> Bins:
    """Two years of months."""
    assert MONTHS is not None
    return MONTHS


@given(DAYS)
def test_every_strike_is_in_one_bin_and_the_bins_leave_no_day_out(days: dict[date, int]) -> None:
    found = bins(days)
    assert found is not None
    assert sum(found.counted(days)) == sum(days.values())
    assert found.edges[0] <= min(days)
    assert max(days) < found.edges[-1]
    assert list(found.edges) == sorted(set(found.edges))


@given(DAYS, st.floats(0, 1), st.floats(0, 1))
def test_any_brush_means_whole_bins(days: dict[date, int], one: float, other: float) -> None:
    found = bins(days)
    assert found is not None
    start, end = (
        datetime(e.year, e.month, e.day, tzinfo=UTC).timestamp() for e in (found.edges[0], found.edges[-1])
    )
    left, right = (1000 * (start + share * (end - start)) for share in sorted((one, other)))
    first, last = found.period(left, right)
    assert first in found.edges
    assert last + timedelta(days=1) in found.edges
    assert first <= last


def test_a_year_and_a_half_is_drawn_by_week_from_monday_and_more_by_month() -> None:
    weeks, months = bins([date(2025, 8, 21), date(2025, 9, 3)]), bins([date(2023, 8, 21), date(2025, 9, 3)])
    assert weeks == Bins("week", (date(2025, 8, 18), date(2025, 8, 25), date(2025, 9, 1), date(2025, 9, 8)))
    assert months is not None
    assert (months.step, months.edges[0], months.edges[-1]) == ("month", date(2023, 8, 1), date(2025, 10, 1))
    assert bins([]) is None


@pytest.mark.parametrize(
    ("left", "right", "period"),
    [
        (at(2025, 8, 3), at(2025, 8, 28), ("2025-08-01", "2025-08-31")),
        (at(2025, 7, 25), at(2025, 9, 5), ("2025-08-01", "2025-08-31")),
        (at(2025, 7, 2), at(2025, 9, 25), ("2025-07-01", "2025-09-30")),
        (at(2025, 8, 2), at(2025, 8, 4), ("2025-08-01", "2025-08-31")),
        (at(2020, 1, 1), at(2030, 1, 1), ("2024-01-01", "2025-12-31")),
        (at(2030, 1, 1), at(2030, 1, 1), ("2025-12-01", "2025-12-31")),
    ],
)  # fmt: skip
def test_a_brush_takes_the_bins_whose_middle_it_covers(
    left: float, right: float, period: tuple[str, str]
) -> None:
    assert tuple(map(str, spans().period(left, right))) == period


def test_of_equally_busy_months_the_latest_is_named() -> None:
    assert busiest_month({date(2025, 8, 1): 2, date(2025, 9, 9): 1, date(2025, 9, 30): 1}) == date(2025, 9, 1)
    assert busiest_month({}) is None


def test_the_bars_say_to_a_screen_reader_what_they_count_and_how_to_choose_without_a_mouse() -> None:
    spec = histogram.histogram(spans(), {date(2025, 8, 21): 3}).to_dict()
    assert spec["description"].startswith("3 strikes by month, 1 Jan 2024 - 31 Dec 2025.")
    assert "From and To" in spec["description"]
    rows = next(iter(spec["datasets"].values()))
    assert {"Aug 2025: 3 strikes", "Jan 2024: 0 strikes"} <= {row["label"] for row in rows}
    assert spec["encoding"]["description"]["field"] == "label"


@pytest.mark.parametrize(
    ("first", "last", "drawn"),
    [
        (date(2025, 8, 1), date(2025, 8, 31), [(2025, 8, 1), (2025, 9, 1)]),
        (date(2020, 1, 1), None, [(2024, 1, 1), (2026, 1, 1)]),
        (None, date(2024, 1, 31), [(2024, 1, 1), (2024, 2, 1)]),
        (None, None, None),
        (date(2030, 1, 1), None, None),
    ],
)
def test_a_chosen_period_lies_under_the_brush_as_far_as_the_bars_reach(
    first: date | None, last: date | None, drawn: list[tuple[int, int, int]] | None
) -> None:
    (brush,) = histogram.histogram(spans(), {}, first, last).to_dict()["params"]
    ends = brush.get("value", {}).get("x")
    assert (ends and [(end["year"], end["month"], end["date"]) for end in ends]) == drawn


def test_bars_of_the_chosen_period_are_known_also_where_no_brush_can_be_drawn() -> None:
    spec = histogram.histogram(spans(), {}, date(2025, 8, 15), date(2025, 9, 1)).to_dict()
    rows = next(iter(spec["datasets"].values()))
    assert [row["label"] for row in rows if row["chosen"]] == ["Aug 2025: 0 strikes", "Sep 2025: 0 strikes"]
