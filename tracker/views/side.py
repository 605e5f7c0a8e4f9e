"""Beside the map and under the table: the chosen strike with its reports, or the latest ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from tracker.figures import words
from tracker.figures.gathered import shown
from tracker.history import View
from tracker.model import Strike
from tracker.views import data, markup, panel, state

_LATEST = 12
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


def show(strikes: Sequence[Strike], snapshot: View) -> None:
    """The strike that the link names, or a list of the latest of `strikes`."""
    wanted = state.current().strike
    if not wanted:
        latest(strikes)
        return
    strike = data.strike(wanted)
    if strike is None:
        st.html(markup.notice(f"No strike is known under '{wanted}'."))
        latest(strikes)
        return
    opened(strike, strikes, snapshot)


def opened(strike: Strike, strikes: Sequence[Strike], snapshot: View) -> None:
    """One strike in full, with a way to the other strikes at the same place and back to the list."""
    st.html(markup.heading(words.where(strike), words.when(strike.when)))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            "Back to the list", on_click=state.change, kwargs={"strike": ""}, key="close", type="tertiary"
        )
        st.page_link("app_pages/strike.py", label="All of this strike")
        st.page_link("app_pages/review.py", label="Accept or correct it")
    if strike.id not in {item.id for item in strikes}:
        st.html(markup.notice("This strike does not match the filters."))
    st.html(panel.strike(strike, snapshot.articles, data.today(), snapshot.supply_reports))
    others = [item for item in strikes if same_place(item, strike) and item.id != strike.id]
    if others:
        st.html(markup.heading("Other strikes here", words.count(len(others), "strike")))
        _buttons(others)


def latest(strikes: Sequence[Strike]) -> None:
    """The newest strikes as a list of buttons, each of which opens its strike."""
    if strikes:
        st.html(markup.heading("Latest strikes", f"{min(len(strikes), _LATEST)} of {len(strikes):,}"))
        _buttons(strikes)


def same_place(one: Strike, other: Strike) -> bool:
    """Whether two strikes hit the same facility, or the same place where no facility is known."""
    if one.facility_id or other.facility_id:
        return one.facility_id == other.facility_id
    return one.place == other.place and one.place is not None


def plain(text: str) -> str:
    """Text as a Markdown label that stands for itself: every mark that Markdown could act on is escaped."""
    return _MARKDOWN.sub(r"\\\1", text)


def _buttons(strikes: Sequence[Strike]) -> None:
    place = st.container(gap=None, key="list")
    for strike in shown(strikes).newest(_LATEST):
        place.button(
            plain(f"{words.when(strike.when)}  {words.where(strike)}, {words.status(strike.status)}"),
            key=f"open {strike.id}", on_click=state.change, kwargs={"strike": strike.id},
            type="tertiary",
        )  # fmt: skip
