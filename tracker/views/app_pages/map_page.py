"""Map: what was hit, whether oil flows, the map, and the chosen strike or the latest ones beside it."""

from __future__ import annotations

import streamlit as st

from tracker.views import answers, data, mapview, markup, side, state, visits
from tracker.views.filters import BUYERS, relax, select

snapshot = data.snapshot()
filters = state.current()
shown = select(snapshot.strikes, filters)
day = filters.day or data.today()

with st.container(gap=None):
    st.html(markup.line(answers.hit(shown, filters), "answer"))
    news = visits.kept_free()
st.html(answers.countries(data.headline(code, day, data.today()) for code in BUYERS))
if not shown:
    st.html(markup.notice(answers.nothing(relax(snapshot.strikes, filters), filters)))

left, right = st.columns([2, 1], gap="medium")
with left:
    mapview.show(shown, day)
with right:
    mapview.day_picker(day)
    mapview.leg(day)
    side.show(shown, snapshot)
    mapview.near(shown)

visits.show(news)
