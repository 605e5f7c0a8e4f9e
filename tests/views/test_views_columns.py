"""Filtering by columns gives what asking each strike one by one would give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from views_makers import UNECHA, strike, when

from tracker.model import Effect, Kind, Status, Strike, Weapon
from tracker.views.columns import columns, values
from tracker.views.filters import SETS, Filters, apply, counts, number, per_day, relax, without

FEW_KINDS = st.sampled_from([Kind.REFINERY, Kind.PIPELINE, Kind.OIL_DEPOT])
FEW_REGIONS = st.sampled_from([None, "Bryansk Oblast", "Ryazan Oblast"])
FEW_DAYS = st.dates(date(2025, 8, 1), date(2025, 8, 20))


@st.composite
def strikes(draw: st.DrawFn) -> tuple[Strike, ...]:
    def one(place: int) -> Strike:
        start = draw(st.none() | FEW_DAYS)
        end = start + timedelta(days=draw(st.integers(0, 3))) if start else None
        return strike(
            str(place),
            kind=draw(FEW_KINDS), status=draw(st.sampled_from(Status)), sources=draw(st.integers(1, 3)),
            verified=draw(st.booleans()), attacker=draw(st.sampled_from(["UA", "RU", "unknown"])),
            weapons=tuple(draw(st.lists(st.sampled_from(Weapon), max_size=3))),
            effects=tuple(draw(st.lists(st.sampled_from(Effect), max_size=2))),
            place=draw(st.none() | FEW_REGIONS.map(lambda region: replace(UNECHA, region=region))),
            when=when(str(start), str(end)) if start else when(None),
            name=draw(st.sampled_from(["Unecha", "Ryazaň"])),
        )  # fmt: skip

    return tuple(one(place) for place in range(draw(st.integers(0, 12))))


@st.composite
def choices(draw: st.DrawFn) -> Filters:
    first, last = draw(st.none() | FEW_DAYS), draw(st.none() | FEW_DAYS)
    if first and last and first > last:
        first, last = last, first
    return Filters(
        kind=draw(st.frozensets(FEW_KINDS, max_size=2)), status=draw(st.frozensets(st.sampled_from(Status), max_size=2)),
        weapon=draw(st.frozensets(st.sampled_from(Weapon), max_size=2)), region=draw(st.sampled_from([frozenset(), {"Ryazan Oblast"}, {"Atlantis"}]).map(frozenset)),
        first=first, last=last, sources=draw(st.integers(1, 3)), unverified=draw(st.booleans()),
        q=draw(st.sampled_from(["", "unecha", "RYAZAN", "station ryazan"])),
    )  # fmt: skip


def meets(item: Strike, filters: Filters) -> bool:
    """Whether one strike meets every condition, said plainly."""
    start, end = item.when.start, item.when.end
    if filters.first or filters.last:
        if start is None or end is None:
            return False
        if (filters.last and start > filters.last) or (filters.first and end < filters.first):
            return False
    text = f"{item.name} {item.reports[0].target.name}".casefold().replace("ň", "n")
    return (
        (item.verified or filters.unverified)
        and item.sources >= filters.sources
        and all(word in text for word in filters.q.casefold().split())
        and all(
            not getattr(filters, name) or set(values(item, name)) & getattr(filters, name) for name in SETS
        )
    )


@given(strikes(), choices())
def test_what_is_shown_is_what_meets_every_condition(items: tuple[Strike, ...], filters: Filters) -> None:
    shown = [item for item in items if meets(item, filters)]
    assert apply(items, filters) == shown
    assert apply(iter(items), filters) == apply(list(items), filters) == shown
    assert number(items, filters) == len(shown)


@given(strikes(), choices(), st.sampled_from(SETS))
def test_the_count_beside_a_value_is_what_choosing_it_alone_would_show(
    items: tuple[Strike, ...], filters: Filters, name: str
) -> None:
    found = counts(items, filters, name)
    assert set(found) == {value for item in items for value in values(item, name)}
    for value, many in found.items():
        assert many == number(items, replace(filters, **{name: frozenset({value})}))


@given(strikes(), choices())
def test_the_bars_count_each_dated_strike_once_whatever_the_period(
    items: tuple[Strike, ...], filters: Filters
) -> None:
    shown = apply(items, without(filters, "first", "last"))
    assert per_day(items, filters).total() == sum(item.when.start is not None for item in shown)


@given(strikes(), choices())
def test_what_to_relax_brings_back_as_many_as_it_says(items: tuple[Strike, ...], filters: Filters) -> None:
    way = relax(items, filters)
    assert way is None or way.count == len(apply(items, way.filters)) > 0


def test_a_period_with_two_ends_is_given_up_as_one() -> None:
    items = (strike("a", when=when("2025-07-01")), strike("b", when=when("2025-09-01")))
    way = relax(items, Filters(first=date(2025, 8, 1), last=date(2025, 8, 31)))
    assert way is not None
    assert (way.name, way.count) == ("period", 2)


def test_the_columns_of_a_tuple_are_made_once_and_those_of_a_list_each_time() -> None:
    items = (strike("a"), strike("b"))
    assert columns(items) is columns(items)
    several = [(strike(str(n)),) for n in range(20)]
    assert all(columns(one).strikes is one for one in several)
    changing = [strike("a")]
    assert len(apply(changing, Filters())) == 1
    changing.append(strike("b"))
    assert len(apply(changing, Filters())) == 2
