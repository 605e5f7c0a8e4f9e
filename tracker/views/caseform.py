"""The widgets of a what-if case: stations taken out, and a slider for each figure of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from tracker.figures import words
from tracker.impact import Lost, Scenario, scenario_bounds, scenario_from, scenario_texts
from tracker.knowledge.supply.types import Assumption, Supply
from tracker.model import Range
from tracker.views import data, markup, state

MOST_DAYS = 3660
LONGEST = 1460
"""The longest span, in days, that two cases are compared over."""

FIELDS = {1: ("out", "figures"), 2: ("out2", "figures2")}
"""The fields of the filters that hold each case."""

STOCKS = {
    "refiner_kt": ("Crude the refiner holds, kt", 600.0),
    "state_kt": ("Crude the state holds, kt", 1500.0),
    "adria_kt_per_day": ("More crude by Adria, kt a day", 40.0),
}
"""What a country holds and gets: label and the largest value of the slider."""


def show(number: int, supply: Supply) -> Scenario | None:
    """All widgets of one case; None, with the reason on the page, where its link cannot be read."""
    try:
        case = scenario_from(*texts(number), supply)
    except ValueError as error:
        st.html(markup.notice(f"Case {number}: {error}", "problem"))
        st.button("Clear this case", on_click=_put, args=(number, Scenario()), key=f"clear {number}")
        return None
    _stations(number, case)
    with st.expander("Figures of the model", expanded=False):
        for name in supply.assumptions:
            _assumption(number, case, supply.assumptions[name])
    with st.expander("Stocks and Adria", expanded=False):
        for code in ("HU", "SK"):
            for store, (label, most) in STOCKS.items():
                _stock(number, case, f"{code}.{store}", f"{words.country(code)}: {label}", most)
    return case


def texts(number: int) -> tuple[frozenset[str], frozenset[str]]:
    """The pieces of the link that make up a case: outages, and figures."""
    lost, figures = FIELDS[number]
    filters = state.current()
    return getattr(filters, lost), getattr(filters, figures)


def _stations(number: int, case: Scenario) -> None:
    as_of = state.current().as_of or data.today()
    stops = data.facts().schematic
    names = {item.facility_id: item.label for item in stops.values()}
    for item in case.lost:
        part = "" if item.share == 1 else f", {item.share:.0%} lost"
        how_long = f"{words.count(item.days, 'day')} from {words.day(item.start)}"
        st.button(
            f"Remove: {names[item.facility_id]} out for {how_long}{part}", key=f"remove {number} {item}",
            on_click=_remove, args=(number, case, item),
        )  # fmt: skip
    with st.form(f"lose {number}", border=False):
        st.selectbox(
            "Station out of service", list(names), format_func=names.__getitem__, key=f"station {number}",
            index=list(names).index("unecha-pumping-station"),
        )  # fmt: skip
        start, days, share = st.columns(3)
        start.date_input("From", value=as_of, format="YYYY-MM-DD", key=f"start {number}")
        days.number_input("Days", 1, MOST_DAYS, 30, key=f"days {number}")
        share.slider("Lost, %", 5, 100, 100, 5, key=f"share {number}")
        st.form_submit_button("Take it out", on_click=_lose, args=(number, case))


def _lose(number: int, case: Scenario) -> None:
    station, start, days, percent = (
        st.session_state[f"{name} {number}"] for name in ("station", "start", "days", "share")
    )
    if start is not None:
        _put(number, Scenario((*case.lost, Lost(station, start, int(days), percent / 100)), case.figures))


def _assumption(number: int, case: Scenario, known: Assumption) -> None:
    """A slider for the range of one assumption; as it stands it changes nothing."""
    value, own = known.value, dict(case.figures).get(known.name, known.value)
    least, most = scenario_bounds(known)
    top = min(most, max(value.high * 2, own.high, 1.0))
    key = f"set {number} {known.name}"
    st.session_state[key] = (own.low, own.high)
    st.slider(
        f"{known.name.replace('_', ' ')}, {known.unit}", float(least), float(top), key=key,
        step=float(top - least) / 200, help=f"{known.note or ''} ({known.publisher})", on_change=_figure,
        args=(number, case, known.name, value),
    )  # fmt: skip


def _figure(number: int, case: Scenario, name: str, known: Range) -> None:
    low, high = st.session_state[f"set {number} {name}"]
    value = Range(low, min(max(known.middle, low), high), high)
    _set(number, case, name, None if (low, high) == (known.low, known.high) else value)


def _stock(number: int, case: Scenario, name: str, label: str, most: float) -> None:
    own = dict(case.figures).get(name)
    key = f"set {number} {name}"
    st.session_state[f"{key} on"] = own is not None
    left, right = st.columns([1, 2], vertical_alignment="center")
    left.toggle(label, key=f"{key} on", on_change=_toggle, args=(number, case, name, most))
    if own is not None:
        st.session_state[key] = min(own.middle, most)
        right.slider(
            label,
            0.0,
            most,
            key=key,
            label_visibility="collapsed",
            on_change=_amount,
            args=(number, case, name),
        )


def _toggle(number: int, case: Scenario, name: str, most: float) -> None:
    on = st.session_state[f"set {number} {name} on"]
    _set(number, case, name, Range(most / 4, most / 4, most / 4) if on else None)


def _amount(number: int, case: Scenario, name: str) -> None:
    value = st.session_state[f"set {number} {name}"]
    _set(number, case, name, Range(value, value, value))


def _set(number: int, case: Scenario, name: str, value: Range | None) -> None:
    figures: dict[str, Range] = dict(case.figures)
    figures.pop(name, None)
    if value is not None:
        figures[name] = value
    _put(number, Scenario(case.lost, tuple(figures.items())))


def _remove(number: int, case: Scenario, item: Lost) -> None:
    _put(number, Scenario(tuple(lost for lost in case.lost if lost != item), case.figures))


def _put(number: int, case: Scenario) -> None:
    lost, figures = scenario_texts(case)
    fields: Mapping[str, Any] = dict(zip(FIELDS[number], (frozenset(lost), frozenset(figures)), strict=True))
    state.change(**fields)
