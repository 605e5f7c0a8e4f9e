"""A what-if case says the same in a file and in a link, and what cannot be is refused by name."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.impact.cover import Chosen
from tracker.impact.scenario import (
    Lost,
    Scenario,
    applied,
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
VALUES = st.lists(st.floats(0, 1e6), min_size=3, max_size=3).map(lambda v: Range(*sorted(v)))


@given(st.lists(LOST, max_size=4), st.dictionaries(st.sampled_from(FIGURES), VALUES, max_size=4))
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
