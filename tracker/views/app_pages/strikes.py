"""Strikes: the table of what is filtered, its downloads, and the strike of the chosen row."""

from __future__ import annotations

import streamlit as st

from tracker.views import answers, data, markup, side, state, table
from tracker.views.filters import relax, select

snapshot = data.snapshot()
filters = state.current()
shown = select(snapshot.strikes, filters)
day = filters.day or data.today()

st.html(markup.line(answers.hit(shown, filters), "answer"))
if not shown:
    st.html(markup.notice(answers.nothing(relax(snapshot.strikes, filters), filters)))
table.downloads(shown, snapshot.articles, data.legs(day), day)
table.show(shown)
if filters.strike:
    side.show(shown, snapshot)
