"""The period: the usual ones as buttons, a histogram to brush, and the two days; all write absolute days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

import streamlit as st

from tracker.figures import histogram, words
from tracker.figures.histogram import BRUSH, HEIGHT, MIDDLE, Bins
from tracker.model import Strike
from tracker.views import state
from tracker.views.filters import FIRST_DAY, LAST_DAY, Filters, per_day

Days = tuple[date | None, date | None]
_BASIS = "histogram"


def show(strikes: Sequence[Strike], today: date) -> None:
    """All of it; the bars keep all conditions but the period, their axis spans all strikes."""
    chosen = state.current()
    days = per_day(strikes, chosen)
    spans = histogram.bins(per_day(strikes, Filters(unverified=True)))
    _buttons(presets(today, histogram.busiest_month(days)), (chosen.first, chosen.last))
    if spans:
        _bars(spans, days, (chosen.first, chosen.last))
    fields()


def presets(today: date, busiest: date | None) -> dict[str, Days]:
    """The usual periods by their names, as they are on a day."""
    found: dict[str, Days] = {
        "Last 7 days": (today - timedelta(days=6), today),
        "Last 30 days": (today - timedelta(days=29), today),
        "This year": (date(today.year, 1, 1), date(today.year, 12, 31)),
    }
    if busiest:
        end = histogram.next_month(busiest) - timedelta(days=1)
        found[f"Busiest: {words.month(busiest)}"] = (busiest, end)
    return found | {"All dates": (None, None)}


def fields() -> None:
    """The two ends of the period."""
    for (name, title), place in zip(
        (("first", "From"), ("last", "To")), st.columns(2, gap="xsmall"), strict=True
    ):
        place.date_input(
            title, value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD",
            key=state.widget(name), on_change=state.keep_period, args=(name,),
        )  # fmt: skip


def _buttons(periods: Mapping[str, Days], chosen: Days) -> None:
    with st.container(horizontal=True, gap="xsmall", key="presets"):
        for place, (name, (first, last)) in enumerate(periods.items()):
            st.button(
                name, key=f"preset {place}", type="primary" if (first, last) == chosen else "secondary",
                on_click=state.change, kwargs={"first": first, "last": last},
            )  # fmt: skip


def _bars(spans: Bins, days: Mapping[date, int], chosen: Days) -> None:
    """The histogram. While the reader's own brush stands for the period it is left alone; else it is new."""
    ends = (spans.edges[0], spans.edges[-1])
    basis: dict[str, Any] = st.session_state.get(_BASIS, {"count": 0})
    stands = basis.get("key") in list(st.session_state)  # not after a page without filters
    if not stands or (basis["period"], basis["ends"]) != (chosen, ends):
        count = basis["count"] + 1
        basis = {"count": count, "key": f"histogram {count}", "period": chosen, "drawn": chosen, "ends": ends}
        st.session_state[_BASIS] = basis
    drawn = histogram.histogram(spans, days, *basis["drawn"])
    st.altair_chart(
        drawn, key=basis["key"], height=HEIGHT, selection_mode=BRUSH, on_select=partial(_brushed, spans)
    )  # fmt: skip


def _brushed(spans: Bins) -> None:
    basis = st.session_state[_BASIS]
    ends = st.session_state[basis["key"]]["selection"].get(BRUSH, {}).get(MIDDLE)
    first, last = spans.period(*ends) if ends else (None, None)
    basis["period"] = (first, last)
    state.change(first=first, last=last)
