"""Method: how each figure is made, how often it is right, what it rests on, and what it cannot say."""

from __future__ import annotations

import streamlit as st

from tracker.config import settings
from tracker.figures import method
from tracker.views import about, data, markup

snapshot, known = data.snapshot(), data.facts()

st.html(markup.line("How each figure is made, how often it is right, and what it cannot say.", "answer"))
left, right = st.columns(2, gap="large")
left.html(about.freshness(snapshot, data.today()))
right.html(about.limits())
st.html(about.figures())
for name, title in about.MANUALS.items():
    text = about.manual(name, settings().data())
    if text:
        with st.expander(title):
            st.markdown(text)

st.html(about.measured(known.measured))
if known.measured:
    st.dataframe(
        method.score_table(known.measured), hide_index=True,
        column_config={
            name: st.column_config.NumberColumn(title, format=method.FORMATS[name])
            if name in method.FORMATS
            else title
            for name, title in method.SCORES.items()
        },
    )  # fmt: skip
st.html(about.assumptions(known.supply.assumptions))
st.html(about.sources(known))
