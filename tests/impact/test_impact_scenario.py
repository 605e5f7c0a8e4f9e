"""A what-if case says the same in a file and in a link, and what cannot be is refused by name."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.impact import answer
from tracker.impact.cover import Chosen
from tracker.impact.scenario import (
    Lost,
    Scenario,
    applied,
    bounds,
    chosen,
    from_mapping,
    from_texts,
    outages,
    to_texts,
)
from tracker.knowledge import knowledge
from tracker.model import FlowBasis, Range

SUPPLY = knowledge().supply
NODES = sorted({name for leg in SUPPLY.legs for name in (leg.start, leg.end)})
FIGURES = [*sorted(SUPPLY.assumptions), "HU.state_kt", "SK.refiner_kt", "SK.adria_kt_per_day"]
UNECHA = "unecha-pumping-station"

LOST = st.builds(
    Lost, st.sampled_from(NODES), st.dates(date(2022, 1, 1), date(2030, 1, 1)), st.integers(1, 3660),
    st.floats(0.001, 1),
)  # fmt: skip


@st.composite
def figures_set(draw: st.DrawFn) -> dict[str, Range]:
    """Some figures within what each may be."""
    names = draw(st.lists(st.sampled_from(FIGURES), unique=True, max_size=4))
    found = {}
    for name in names:
        known = SUPPLY.assumptions.get(name)
        least, most = bounds(known) if known else (0.0, 100.0)
        found[name] = Range(*sorted(draw(st.lists(st.floats(least, most), min_size=3, max_size=3))))
    return found


@given(st.lists(LOST, max_size=4), figures_set())
def test_a_link_gives_back_the_scenario_it_was_made_from(lost: list[Lost], figures: dict[str, Range]) -> None:
    given_ = Scenario(tuple(lost), tuple(figures.items()))
    scenario = from_texts(*to_texts(given_), SUPPLY)
    assert set(scenario.lost) == set(lost)
    assert dict(scenario.figures) == figures
    assert from_texts(*to_texts(scenario), SUPPLY) == scenario


def test_a_file_says_the_same_as_a_link() -> None:
    text = f"""
    [[outage]]
    facility = "{UNECHA}"
    start = 2025-08-22
    days = 30
    share = 0.5

    [set]
    season_q3 = [1, 1.02, 1.07]
    SK.refiner_kt = 100
    """
    link = from_texts([f"{UNECHA}~2025-08-22~30~0.5"], ["season_q3~1~1.02~1.07", "SK.refiner_kt~100"], SUPPLY)
    assert from_mapping(tomllib.loads(text), SUPPLY) == link


@pytest.mark.parametrize(
    ("lost", "figures", "says"),
    [
        (["x~2025-08-22~3"], [], "'x' is no station of the supply network"),
        ([f"{UNECHA}~2025-08-22"], [], "write station~day~days"),
        ([f"{UNECHA}~2025-02-30~3"], [], "write station~day~days"),
        ([f"{UNECHA}~2025-08-22~0"], [], "0 days; use 1 to 3660"),
        ([f"{UNECHA}~2025-08-22~3~1.5"], [], "a share of 1.5; use more than 0, at most 1"),
        ([f"{UNECHA}~2025-08-22~3~nan"], [], "a share of nan"),
        ([], ["season_q9~1"], "'season_q9' is no figure of the model"),
        ([], ["season_q3"], "write one number, or low, middle and high"),
        ([], ["season_q3~1~2"], "write one number, or low, middle and high"),
        ([], ["season_q3~inf"], "write one number, or low, middle and high"),
        ([], ["season_q3~2~1~3"], "in order, none below 0"),
        ([], ["season_q3~-1"], "in order, none below 0"),
        ([], ["tail_repair~0"], "'tail_repair': use 0.5 to 10"),
        ([], ["barrels_per_tonne~0"], "'barrels_per_tonne': use 6 to 9"),
        ([], ["struck_days~100000"], "'struck_days': use 0 to 1000"),
        ([], ["by_pass_share~5"], "'by_pass_share': use 0 to 1"),
        ([], ["SK.refiner_kt~1000000"], "'SK.refiner_kt': use 0 to 5000"),
        ([f"{UNECHA}~9999-12-31~3660"], [], "use 2000-01-01 to 2099-12-31"),
        ([], ["season_q3~1", "season_q3~2"], "'season_q3' is set twice"),
        ([], ["<b>~1"], "write figure~value"),
    ],
)
def test_what_cannot_be_is_refused_by_name(lost: list[str], figures: list[str], says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        from_texts(lost, figures, SUPPLY)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[demand]\nx = 1", "'demand' is not known; use [[outage]] and [set]"),
        ("outage = 3", "write outages as [[outage]]"),
        ("[[outage]]\nfacility = 'x'", "needs facility, start and days"),
        (f"[[outage]]\nfacility = '{UNECHA}'\nstart = 2025-08-22\ndays = '3'", "days = 30"),
        (f"[[outage]]\nfacility = '{UNECHA}'\nstart = 2025-08-22T10:00:00\ndays = 3", "(a day)"),
        (f"[[outage]]\nfacility = '{UNECHA}'\nstart = 2025-08-22\ndays = 3\nx = 1", "has no 'x'"),
        ("[set]\nseason_q3 = 'high'", "write one number"),
        (f"[[outage]]\nfacility = '{UNECHA}'\nstart = 2025-08-22\ndays = 3\nshare = true", "share = 1.0"),
    ],
)
def test_a_file_that_is_wrong_says_where(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        from_mapping(tomllib.loads(text), SUPPLY)


def test_a_figure_replaces_the_assumption_and_nothing_else() -> None:
    scenario = from_texts([], ["season_q3~1.02", "SK.state_kt~300"], SUPPLY)
    changed = applied(SUPPLY, scenario)
    assert changed.assume("season_q3") == Range(1.02, 1.02, 1.02)
    assert changed.assumptions["season_q3"].publisher == "this scenario"
    assert replace(changed, assumptions=SUPPLY.assumptions) == SUPPLY
    assert chosen(scenario, "SK") == Chosen(state_kt=Range(300, 300, 300))
    assert chosen(scenario, "HU") == Chosen()
    assert applied(SUPPLY, Scenario()) is SUPPLY


def test_a_lost_station_is_an_outage_that_nobody_reported() -> None:
    (outage,) = outages(from_texts([f"{UNECHA}~2025-08-22~30~0.5"], [], SUPPLY))
    assert (outage.start, outage.last, outage.share) == (
        date(2025, 8, 22), date(2025, 9, 20), Range(0.5, 0.5, 0.5),
    )  # fmt: skip
    assert outage.basis is FlowBasis.NONE
    assert outage.ground.sentence.startswith("What if: unecha-pumping-station out by 50%")


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("end", [0, 1])
def test_every_figure_may_be_set_to_either_end_and_the_model_answers(name: str, end: int) -> None:
    known = SUPPLY.assumptions.get(name)
    value = bounds(known)[end] if known else (0.0, 100.0)[end]
    case = Scenario(figures=((name, Range(value, value, value)),))
    found = answer(
        "SK", date(2025, 8, 20), date(2025, 9, 5), supply=SUPPLY, supply_reports=(), articles={}, strikes=(),
        today=date(2025, 8, 22), scenario=case,
    )  # fmt: skip
    assert len(found.days) == 17
    assert all(day.missing_kt.low >= 0 for day in found.days)
