"""Supply: crude to Hungary and Slovakia side by side, by day, with what is missing and why we say so."""

from __future__ import annotations

import streamlit as st

from tracker.figures import words
from tracker.model import Route
from tracker.views import answers, data, markup, networkview, sidebar, state, supplyview
from tracker.views.filters import BUYERS

filters = state.current()
as_of = min(filters.as_of or data.today(), data.today())
last = min(filters.last or as_of, as_of)
first = min(filters.first or answers.stepped(last, -365), last)

sidebar.show_supply()
buyers = [filters.buyer] if filters.buyer else list(BUYERS)
title = f"Crude by Druzhba, {answers.span(first, last)}, as known on {answers.span(as_of, as_of)}."
st.html(markup.line(title, "answer"))
for code, column in zip(buyers, st.columns(len(buyers), gap="medium"), strict=True):
    with column:
        supplyview.country(code, data.flow(code, Route.DRUZHBA, first, last, as_of), as_of)

st.html(markup.heading("The network", words.day(last)))
networkview.diagram(last, data.facts(), data.snapshot().strikes)
networkview.critical(last, data.facts())
networkview.refining(last)
st.html(markup.heading("All known halts", "newest first"))
supplyview.halts(data.facts().supply, as_of)
