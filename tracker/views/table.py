"""The table of strikes, the full substitute for the map, and its downloads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from tracker import exports
from tracker.figures import tables, words
from tracker.model import Article, Strike
from tracker.views import state

_KEY = "table"


def show(strikes: Sequence[Strike]) -> None:
    """One row per strike; a click on a row opens its strike."""
    frame = tables.strike_table(strikes)
    ids = list(frame["id"])
    st.dataframe(
        frame, key=_KEY, hide_index=True, height=min(560, 36 * (len(frame) + 1) + 2),
        on_select=lambda: _open(ids), selection_mode="single-row", column_config=dict(tables.COLUMNS),
    )  # fmt: skip


def downloads(strikes: Sequence[Strike], articles: Mapping[str, Article]) -> None:
    """Buttons that hand out exactly the strikes shown, made when asked for."""
    many = words.count(len(strikes), "strike")
    csv, geojson, _ = st.columns([1, 1, 2])
    csv.download_button(
        f"Download {many} (CSV)",
        lambda: exports.to_csv(strikes, articles, bom=True),
        "strikes.csv", "text/csv", disabled=not strikes, on_click="ignore", width="stretch",
    )  # fmt: skip
    geojson.download_button(
        f"Download {many} (GeoJSON)",
        lambda: exports.to_geojson(strikes, articles),
        "strikes.geojson", "application/geo+json", disabled=not strikes, on_click="ignore", width="stretch",
    )  # fmt: skip


def _open(ids: Sequence[str]) -> None:
    rows = st.session_state[_KEY]["selection"]["rows"]
    state.change(strike=ids[rows[0]] if rows else "")
