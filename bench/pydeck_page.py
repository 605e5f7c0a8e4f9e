"""The page that `bench/dashboard.py` measures against: the same strikes drawn by pydeck, and one filter."""

from __future__ import annotations

import os

import pandas as pd
import pydeck
import streamlit as st

COLOURS = {"confirmed": [0, 114, 178], "claimed": [230, 159, 0], "reported": [120, 120, 120]}


@st.cache_data
def load(path: str) -> pd.DataFrame:
    """The strikes with the colour of their status."""
    frame = pd.read_parquet(path)
    frame["colour"] = [COLOURS.get(status, [80, 80, 80]) for status in frame["status"]]
    return frame


st.set_page_config(layout="wide")
found = load(os.environ["BENCH_POINTS"])
chosen = st.sidebar.multiselect("Attacker", ["UA", "RU"])
shown = found[found["attacker"].isin(chosen)] if chosen else found
st.html(f'<p class="answer">{len(shown):,} strikes</p>')
layer = pydeck.Layer(
    "ScatterplotLayer",
    shown[["lon", "lat", "colour", "kind", "date", "name"]],
    get_position=["lon", "lat"],
    get_fill_color="colour",
    get_radius=4,
    radius_units=pydeck.types.String("pixels"),
    pickable=True,
)
view = pydeck.ViewState(latitude=51, longitude=36, zoom=3.5)
tooltip = {"text": "{name}\n{kind}, {date}"}
st.pydeck_chart(
    pydeck.Deck([layer], initial_view_state=view, map_style=None, map_provider=None, tooltip=tooltip),
    height=560,
)
