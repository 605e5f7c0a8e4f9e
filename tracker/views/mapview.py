"""The map on the page, and what a click on it does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit_folium import st_folium

from tracker.figures import maps, words
from tracker.model import Strike
from tracker.views import answers, data, markup, panel, state
from tracker.views.filters import FIRST_DAY, LAST_DAY, apply

HEIGHT = 560
_KEY, _LEG = "map", "leg"


def show(strikes: Sequence[Strike], day: date) -> None:
    """The map of these strikes, with the pipelines as they were on that day."""
    known = data.facts()
    layer = maps.strikes_layer(strikes, data.legs(day), known.pipelines, state.current().strike or None)
    st_folium(
        maps.base_map(known.pipelines),
        key=_KEY, height=HEIGHT, width=None, feature_group_to_add=layer,
        returned_objects=["last_object_clicked", "last_object_clicked_count"], on_change=_clicked,
    )  # fmt: skip
    st.html(answers.legend(maps.legend(), strikes))
    hidden = maps.unplaced(strikes)
    if hidden:
        st.html(
            markup.line(f"{words.count(len(hidden), 'strike')} not on the map: no point is known.", "quiet")
        )


def leg(day: date) -> None:
    """What is known of the pipeline segment that was clicked last, if no strike was clicked since."""
    chosen = st.session_state.get(_LEG)
    for segment in data.facts().pipelines.segments:
        if segment.id == chosen:
            st.html(
                panel.leg(segment, data.legs(day).get(segment.id), data.route_grounds(segment.route, day))
            )
            st.button("Close", on_click=_forget_leg, key="close leg")


def _forget_leg() -> None:
    st.session_state[_LEG] = None


def day_picker(day: date) -> None:
    """The day of the flow status: a field and a step to each side."""
    before, field, after = st.columns([3, 7, 3], vertical_alignment="bottom", gap="small")
    before.button(
        "\u22121 day", on_click=state.change, kwargs={"day": answers.stepped(day, -1)}, width="stretch"
    )
    field.date_input(
        f"Pipelines on {words.day(day)}", value=None, key=state.widget("day"), format="YYYY-MM-DD",
        min_value=FIRST_DAY, max_value=LAST_DAY,
    )  # fmt: skip
    after.button("+1 day", on_click=state.change, kwargs={"day": answers.stepped(day, 1)}, width="stretch")


def _clicked() -> None:
    clicked = (st.session_state.get(_KEY) or {}).get("last_object_clicked")
    if not clicked:  # the component also reports that it has been mounted
        return
    under = maps.picked(clicked, apply(data.snapshot().strikes, state.current()))
    st.session_state[_LEG] = None if under else maps.picked_leg(clicked, data.facts().pipelines)
    state.change(strike=under[0] if under else "")
