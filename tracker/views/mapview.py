"""The map on the page, and what a click on it does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit_folium import st_folium

from tracker.config import settings
from tracker.figures import maps, nearby, places, words
from tracker.model import Strike
from tracker.views import answers, data, markup, panel, side, state
from tracker.views.filters import FIRST_DAY, LAST_DAY, apply

HEIGHT = 560
_KEY, _LEG = "map", "leg"
_VIEWS = {"facilities": "By facility", "strikes": "Single strikes", "time": "Day by day"}
_MOST_NEAR = 8
_MOST_YEARS = 5
"""How far back the flow of pipelines is played; before that it is not known day by day anyway."""


def show(strikes: Sequence[Strike], day: date) -> None:
    """The map of these strikes, with the pipelines as they were on that day."""
    known = data.facts()
    chosen = state.current()
    st.segmented_control(
        "What the map shows", list(_VIEWS), format_func=lambda view: _VIEWS[view], required=True,
        key=state.widget("view"), label_visibility="collapsed",
    )  # fmt: skip
    played = (_courses(strikes), chosen.day) if chosen.view == "time" else ({}, None)
    layer = maps.strikes_layer(
        strikes, data.legs(day), known.pipelines, chosen.strike or None, chosen.view, played
    )
    st_folium(
        maps.base_map(
            known.pipelines, places.stations(known.supply, known.gazetteer),
            internet_tiles=settings().internet_tiles,
        ),
        key=_KEY, height=HEIGHT, width=None, feature_group_to_add=layer,
        returned_objects=["last_object_clicked", "last_object_clicked_count"], on_change=_clicked,
    )  # fmt: skip
    st.html(answers.legend(maps.legend(chosen.view), strikes))
    hidden = maps.unplaced(strikes)
    if hidden:
        st.html(
            markup.line(f"{words.count(len(hidden), 'strike')} not on the map: no point is known.", "quiet")
        )


def near(strikes: Sequence[Strike]) -> None:
    """The other struck places around the opened strike, each a button that opens its newest strike."""
    chosen = state.current().strike
    strike = data.strike(chosen) if chosen else None
    found = nearby.near(strike, strikes) if strike else []
    if strike is None:
        return
    many = f"{words.count(len(found), 'place')} within {nearby.REACH_KM} km"
    st.html(markup.heading("Struck near here", many))
    place = st.container(gap=None, key="list near")
    for item in found[:_MOST_NEAR]:
        place.button(
            side.plain(nearby.told(item)), key=f"near {item.spot.newest.id}", type="tertiary",
            on_click=state.change, kwargs={"strike": item.spot.newest.id},
        )  # fmt: skip
    if len(found) > _MOST_NEAR:
        place.html(markup.line(f"and {len(found) - _MOST_NEAR} more, farther away", "quiet"))


def _courses(strikes: Sequence[Strike]) -> maps.Course:
    """How the pipelines changed over the days that the strikes span, up to today."""
    last = data.today()
    starts = [strike.when.start for strike in strikes if strike.when.start]
    if not starts or min(starts) > last:
        return {}
    return data.courses(date(max(min(starts).year, last.year - _MOST_YEARS), 1, 1), last)


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
    playing = state.current().view == "time"
    title = "Day to begin playing at" if playing else f"Pipelines on {words.day(day)}"
    before, field, after = st.columns([3, 7, 3], vertical_alignment="bottom", gap="small")
    before.button(
        "\u22121 day", on_click=state.change, kwargs={"day": answers.stepped(day, -1)}, width="stretch"
    )
    field.date_input(
        title, value=None, key=state.widget("day"), format="YYYY-MM-DD",
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
