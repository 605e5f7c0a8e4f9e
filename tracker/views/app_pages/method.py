"""Method: how each figure is made, what it rests on, and what it cannot say."""

from __future__ import annotations

import streamlit as st

from tracker.views import about, data, markup

snapshot = data.snapshot()

st.html(markup.line("How each figure is made, what it rests on, and what it cannot say.", "answer"))
st.html(about.freshness(snapshot, data.today()))
st.html(about.figures())
st.html(about.limits())
st.html(about.sources(data.facts()))
