"""The table of strikes, the full substitute for the map, and its downloads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TypeAlias
from urllib.parse import urlencode

import streamlit as st

from tracker import exports
from tracker.figures import tables, words
from tracker.model import Article, FlowStatus, Strike
from tracker.views import data, state
from tracker.views.filters import select, to_query

Legs: TypeAlias = Mapping[str, FlowStatus]
_KEY = "table"


def show(strikes: Sequence[Strike]) -> None:
    """One row per strike; a click on a row opens its strike."""
    frame = tables.strike_table(strikes)
    st.dataframe(
        frame, key=_KEY, hide_index=True, height=min(560, 36 * (len(frame) + 1) + 2),
        on_select=_open, selection_mode="single-row", column_config=dict(tables.COLUMNS),
    )  # fmt: skip


def downloads(strikes: Sequence[Strike], articles: Mapping[str, Article], legs: Legs, day: date) -> None:
    """Buttons that hand out exactly the strikes shown, each file made when asked for.

    `legs` is the flow by pipeline segment on `day`, for the map in a file.
    """
    many = words.count(len(strikes), "strike")
    filters = state.current()
    link = f"{(st.context.url or '/strikes').split('?')[0]}?{urlencode(to_query(filters))}"
    chosen = exports.Selection(link=link.rstrip("?"), known=filters.known, day=day, legs=legs)
    row = st.container(horizontal=True, gap="small", key="downloads")
    for code, kind in exports.FORMATS.items():
        row.download_button(
            f"Download {many} ({kind.label})", partial(_file, code, strikes, articles, chosen),
            f"strikes.{kind.ending}", kind.media, disabled=not strikes, on_click="ignore", key=f"as {code}",
        )  # fmt: skip


def _file(
    code: str, strikes: Sequence[Strike], articles: Mapping[str, Article], chosen: exports.Selection
) -> bytes:
    """A file, made outside the page's run: it reads no state of the session."""
    return exports.FORMATS[code].write(strikes, articles, replace(chosen, made=datetime.now(UTC)))


def _open() -> None:
    rows = st.session_state[_KEY]["selection"]["rows"]
    listed = select(data.snapshot().strikes, state.current()).newest() if rows else []
    state.change(strike=listed[rows[0]].id if rows else "")
