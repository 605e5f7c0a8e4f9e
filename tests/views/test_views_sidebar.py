"""The filters beside the pages: periods, options with their counts, chips, and labels that have changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest
from views_makers import HOSTILE

from tracker.model import Kind, Status
from tracker.views import chips, period, state
from tracker.views.filters import Filters

Open = Callable[..., AppTest]


def chip_labels(page: AppTest) -> list[str]:
    """What the chips say."""
    return [button.label for button in page.button if str(button.key).startswith("chip ")]


def press(page: AppTest, label: str) -> None:
    """Presses the button with this label."""
    next(button for button in page.button if button.label.startswith(label)).click().run()


def options(page: AppTest, name: str) -> dict[str, int]:
    """The options of one filter with the counts they show."""
    found = [
        re.fullmatch(r"(.+) \(([\d,]+)\)", option)
        for option in page.multiselect(key=f"filter.{name}").options
    ]
    assert all(found)
    return {match[1]: int(match[2].replace(",", "")) for match in found if match}


def test_the_usual_periods_are_absolute_days() -> None:
    found = period.presets(date(2026, 6, 10), date(2025, 12, 1))
    assert found == {
        "Last 7 days": (date(2026, 6, 4), date(2026, 6, 10)),
        "Last 30 days": (date(2026, 5, 12), date(2026, 6, 10)),
        "This year": (date(2026, 1, 1), date(2026, 12, 31)),
        "Busiest: Dec 2025": (date(2025, 12, 1), date(2025, 12, 31)),
        "All dates": (None, None),
    }
    assert "Busiest" not in " ".join(period.presets(date(2026, 6, 10), None))


def test_a_preset_writes_its_days_into_the_link_and_all_dates_takes_them_out(page: Open) -> None:
    opened = page("strikes.py", kind="refinery")
    press(opened, "Last 30 days")
    assert opened.query_params == {"kind": "refinery", "from": "2026-05-12", "to": "2026-06-10"}
    press(opened, "All dates")
    assert opened.query_params == {"kind": "refinery"}


@pytest.mark.usefixtures("nothing_known")
def test_an_empty_store_has_no_bars_and_no_busiest_month(page: Open) -> None:
    opened = page("strikes.py")
    assert not opened.exception
    assert not [button.label for button in opened.button if button.label.startswith("Busiest")]
    assert chip_labels(opened) == []


def test_every_option_says_how_many_it_would_show_and_zero_stays_choosable(page: Open) -> None:
    opened = page("strikes.py", kind="refinery", status="denied")
    kinds, states = options(opened, "kind"), options(opened, "status")
    assert kinds["pipeline"] == 0
    assert states["confirmed"] > states["denied"]
    opened.multiselect(key="filter.kind").set_value([Kind.PIPELINE]).run()
    assert opened.query_params == {"kind": "pipeline", "status": "denied"}
    assert options(opened, "kind") == kinds
    assert options(opened, "status")["denied"] == 0


def test_a_choice_outlives_the_change_of_its_label(page: Open) -> None:
    opened = page("strikes.py", kind=["refinery", "oil_depot"])
    label = next(o for o in opened.multiselect(key="filter.kind").options if o.startswith("refinery"))
    opened.multiselect(key="filter.status").set_value([Status.CONFIRMED]).run()
    assert label not in opened.multiselect(key="filter.kind").options
    opened.session_state["filter.kind"] = [label, "oil depot (12,345)", "castle (3)"]
    opened.run()
    assert opened.query_params == {"kind": ["oil_depot", "refinery"], "status": "confirmed"}


def test_a_label_is_read_whatever_count_it_had() -> None:
    labels = {1: "any number (1,204)", 2: "at least 2 (17)"}
    assert state.decoded("at least 2 (9)", labels) == 2
    assert state.decoded(2, labels) == 2
    assert state.decoded("at least 9 (1)", labels) is None
    places = {"Samara": "Samara (3)", "Samara (3)": "Samara (3) (0)"}
    assert state.decoded(["Samara (5)", "Samara (3)", "Perm (1)"], places) == ["Samara", "Samara (3)"]


def test_the_number_of_sources_is_chosen_by_what_is_left(page: Open) -> None:
    opened = page("strikes.py", sources="7")
    sources = opened.selectbox(key="filter.sources")
    assert sources.value == 7
    many = [int(re.findall(r"\d+", option)[-1]) for option in sources.options]
    assert many == sorted(many, reverse=True)
    sources.set_value(2).run()
    assert opened.query_params == {"sources": "2"}


def test_each_chip_takes_away_one_condition_and_the_period_is_one(page: Open) -> None:
    opened = page(
        "strikes.py",
        kind=["refinery", "oil_depot"],
        q="drone",
        all="1",
        **{"from": "2025-08-01", "to": "2025-08-31"},
    )
    assert chip_labels(opened) == [
        "kind of target \\= oil depot or refinery \u2715", "1\\-31 Aug 2025 \u2715", "text \\'drone\\' \u2715",
        "unverified rows too \u2715", "Remove all",
    ]  # fmt: skip
    press(opened, "1")
    assert opened.query_params == {"kind": ["oil_depot", "refinery"], "q": "drone", "all": "1"}
    press(opened, "text")
    assert opened.query_params == {"kind": ["oil_depot", "refinery"], "all": "1"}
    press(opened, "Remove all")
    assert opened.query_params == {}
    assert chip_labels(opened) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_chip_shows_hostile_text_as_it_is(page: Open, text: str) -> None:
    opened = page("strikes.py", q=text)
    assert not opened.exception
    (label,) = chip_labels(opened)
    assert not re.search(r"(?<!\\)[`<\[\]$*_:!{}]", label)


def test_conditions_in_words() -> None:
    filters = Filters(first=date(2025, 8, 1), sources=2, region=frozenset({"Bryansk Oblast"}))
    assert chips.named(filters) == {
        ("region",): "region = Bryansk Oblast",
        ("first", "last"): "since 1 Aug 2025",
        ("sources",): "at least 2 sources",
    }
