"""Campaign: how often, what, where and by what means was struck, and what of it stands still."""

from __future__ import annotations

import streamlit as st

from tracker.views import answers, campaignview, data, markup, state
from tracker.views.filters import relax, select

snapshot = data.snapshot()
filters = state.current()
shown = select(snapshot.strikes, filters)

st.html(markup.line(answers.hit(shown, filters), "answer"))
if shown:
    found = campaignview.drawn(shown, snapshot, filters)
    campaignview.ways()
    campaignview.rhythm(found)
    campaignview.facilities(found)
    campaignview.waits(found)
else:
    st.html(markup.notice(answers.nothing(relax(snapshot.strikes, filters), filters)))
campaignview.capacity(filters)
