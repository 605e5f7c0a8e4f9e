"""The filters: one codec between a choice and its link, and what the choice shows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views_makers import strike, when

from tracker.model import Effect, Kind, Status, Weapon
from tracker.views.filters import (
    FIRST_DAY,
    LAST_DAY,
    Filters,
    active,
    apply,
    counts,
    from_query,
    relax,
    to_query,
    without,
)

DAYS = st.none() | st.dates(FIRST_DAY, LAST_DAY)
CODES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
MOMENTS = st.none() | st.integers(
    int(datetime(2000, 1, 1, tzinfo=UTC).timestamp()), int(datetime(2099, 12, 31, tzinfo=UTC).timestamp())
).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
CASES = st.frozensets(
    st.sampled_from(["unecha-pumping-station~2025-08-22~30", "samara-lpds~2026-01-01~7~0.5"])
)
SETTINGS = st.frozensets(st.sampled_from(["season_q3~1.02", "SK.refiner_kt~100~120~150"]))
WORDS = st.text(st.characters(codec="utf-8"), max_size=200).map(str.strip)


@st.composite
def choices(draw: st.DrawFn) -> Filters:
    first, last = draw(DAYS), draw(DAYS)
    if first and last and first > last:
        first, last = last, first
    return Filters(
        kind=draw(st.frozensets(st.sampled_from(Kind))),
        country=draw(st.frozensets(CODES)),
        region=draw(st.frozensets(WORDS.filter(bool), max_size=3)),
        facility=draw(st.frozensets(st.sampled_from(["omsk-refinery", "tomsk-refinery"]))),
        attacker=draw(st.frozensets(CODES | st.just("unknown"))),
        weapon=draw(st.frozensets(st.sampled_from(Weapon))),
        effect=draw(st.frozensets(st.sampled_from(Effect))),
        status=draw(st.frozensets(st.sampled_from(Status))),
        first=first, last=last,
        sources=draw(st.integers(1, 99)),
        unverified=draw(st.booleans()),
        q=draw(WORDS), strike=draw(WORDS), day=draw(DAYS), as_of=draw(DAYS),
        buyer=draw(st.sampled_from(["", "HU", "SK"])), known=draw(MOMENTS),
        out=draw(CASES), figures=draw(SETTINGS), out2=draw(CASES), figures2=draw(SETTINGS),
    )  # fmt: skip


@given(choices())
def test_a_link_gives_back_exactly_the_choice_it_was_made_from(filters: Filters) -> None:
    link = urlencode(to_query(filters))
    assert from_query(parse_qsl(link, keep_blank_values=True)) == (filters, [])


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=6))
def test_any_link_is_read_and_what_it_does_not_mean_is_named(pairs: list[tuple[str, str]]) -> None:
    filters, unknown = from_query(pairs)
    assert len(unknown) <= len(pairs) + 1
    assert from_query(to_query(filters)) == (filters, [])


def test_the_default_has_an_empty_link_and_shows_every_verified_strike() -> None:
    weak = strike("weak", verified=False)
    assert to_query(Filters()) == []
    assert apply([strike(), weak], Filters()) == [strike()]
    assert apply([strike(), weak], Filters(unverified=True)) == [strike(), weak]


@pytest.mark.parametrize(
    "pair",
    [
        ("status", "certain"), ("kind", "Refinery"), ("country", "Russia"), ("from", "2025-13-01"),
        ("to", "yesterday"), ("from", "1999-12-31"), ("sources", "0"), ("sources", "many"), ("all", "yes"),
        ("lang", "xx"), ("view", "globe"), ("facility", "Omsk Refinery"),
        ("buyer", "DE"), ("colour", "red"), ("", ""), ("q", ""), ("q", "x" * 201), ("day", "٢٠٢٥-٠٨-٢١"),
    ],
)  # fmt: skip
def test_an_unknown_name_or_value_is_handed_back(pair: tuple[str, str]) -> None:
    filters, unknown = from_query([pair])
    assert filters == Filters()
    assert unknown == [f"{pair[0]}={pair[1]}"[:200]]


def test_a_single_value_given_twice_keeps_the_first_and_names_the_other() -> None:
    assert from_query([("q", "oil"), ("q", "gas")]) == (Filters(q="oil"), ["q=gas"])


def test_a_period_that_ends_before_it_starts_is_named() -> None:
    filters, unknown = from_query([("from", "2025-09-01"), ("to", "2025-08-01")])
    assert filters == Filters()
    assert unknown == ["from=2025-09-01 after to=2025-08-01"]
    with pytest.raises(ValueError, match="ends before it starts"):
        Filters(first=date(2025, 9, 1), last=date(2025, 8, 1))


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2025-08-22", None, True), ("2025-08-23", None, False), (None, "2025-08-21", True),
        (None, "2025-08-20", False), ("2025-08-21", "2025-08-21", True), ("2025-08-22", "2025-08-22", True),
        ("2025-08-01", "2025-08-20", False),
    ],
)  # fmt: skip
def test_a_night_is_shown_by_either_of_its_days_both_ends_included(
    first: str | None, last: str | None, shown: bool
) -> None:
    filters = Filters(
        first=date.fromisoformat(first) if first else None, last=date.fromisoformat(last) if last else None
    )
    assert bool(apply([strike()], filters)) is shown


def test_an_undated_strike_is_shown_only_without_a_period() -> None:
    undated = strike("undated", when=when(None))
    assert apply([undated], Filters()) == [undated]
    assert apply([undated], Filters(first=date(2014, 1, 1))) == []


def test_values_of_one_name_are_alternatives_and_names_are_conditions() -> None:
    missile = strike("m", weapons=(Weapon.MISSILE,), kind=Kind.REFINERY)
    drone = strike("d")
    assert apply([missile, drone], Filters(weapon=frozenset({Weapon.MISSILE, Weapon.DRONE}))) == [
        missile,
        drone,
    ]
    assert apply(
        [missile, drone], Filters(weapon=frozenset({Weapon.MISSILE}), kind=frozenset({Kind.REFINERY}))
    ) == [missile]
    assert (
        apply([missile, drone], Filters(weapon=frozenset({Weapon.MISSILE}), kind=frozenset({Kind.PIPELINE})))
        == []
    )
    assert apply([strike(place=None)], Filters(country=frozenset({"RU"}))) == []
    assert apply([strike(sources=2), drone], Filters(sources=2)) == [strike(sources=2)]


@pytest.mark.parametrize("text", ["unecha", "UNECHA station", "hit the", "stanton", "Brovdí"])
def test_text_is_looked_for_in_names_and_quotes_whatever_case_and_accents(text: str) -> None:
    found = apply([strike(claimed_by=("Robert Brovdi",))], Filters(q=text))
    assert bool(found) is (text != "stanton")


def test_an_empty_view_names_the_one_condition_to_give_up() -> None:
    strikes = [strike(str(n)) for n in range(12)] + [strike("weak", verified=False)]
    filters = Filters(status=frozenset({Status.DENIED}), q="unecha")
    way = relax(strikes, filters)
    assert way is not None
    assert (way.name, way.count, way.filters) == ("status", 12, Filters(q="unecha"))
    assert relax([strike("weak", verified=False)], Filters()).name == "unverified"  # type: ignore[union-attr]
    assert relax(strikes, Filters(status=frozenset({Status.DENIED}), q="nowhere")) is None


def test_counts_keep_all_other_conditions() -> None:
    strikes = [strike("1"), strike("2", kind=Kind.REFINERY), strike("3", kind=Kind.REFINERY, attacker="RU")]
    filters = Filters(kind=frozenset({Kind.PUMPING_STATION}), attacker=frozenset({"UA"}))
    assert counts(strikes, filters, "kind") == {"pumping_station": 1, "refinery": 1}
    assert active(filters) == ["kind", "attacker"]
    assert without(filters, "kind", "attacker") == Filters()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-08-25", datetime(2025, 8, 25, 23, 59, 59, tzinfo=UTC)),
        ("2025-08-25T12:00", datetime(2025, 8, 25, 12, tzinfo=UTC)),
        ("2025-08-25T12:00:30Z", datetime(2025, 8, 25, 12, 0, 30, tzinfo=UTC)),
        ("2025-08-25T12:00+02:00", datetime(2025, 8, 25, 10, tzinfo=UTC)),
        ("25 Aug", None),
        ("2025-08", None),
        ("2025-13-01", None),
        ("1999-12-31", None),
        ("2025-08-25T25:00Z", None),
        ("20250825", None),
    ],
)
def test_a_moment_is_a_day_or_a_time_in_utc(text: str, moment: datetime | None) -> None:
    filters, unknown = from_query([("known", text)])
    assert filters.known == moment
    assert unknown == ([] if moment else [f"known={text}"])


def test_a_facility_is_meant_by_its_whole_id() -> None:
    omsk, tomsk = (strike(name, facility_id=name) for name in ("omsk-refinery", "tomsk-refinery"))
    assert apply([omsk, tomsk, strike(facility_id=None)], Filters(facility=frozenset({"omsk-refinery"}))) == [
        omsk
    ]
