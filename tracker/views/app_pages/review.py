"""Review: the strikes that wait for a person, one of them open, and how to accept it or put it right."""

from __future__ import annotations

import streamlit as st

from tracker.desk import original
from tracker.figures import words
from tracker.views import data, deskform, deskview, markup, state
from tracker.views.filters import apply

snapshot = data.present()
filters = state.current()
found = data.desk()
waiting = apply(found.waiting, filters)
wanted = filters.strike
strike = data.present_strike(wanted) if wanted else next(iter(waiting), None)

line = deskview.summary(len(found.waiting), len(found.judgements), len(waiting))
st.html(markup.line(line, "answer"))
left, right = st.columns([2, 1], gap="medium")
with left:
    if strike is not None:
        st.html(markup.heading(words.located(strike), words.when(strike.when)))
        st.html(markup.line(deskview.sureness(strike), "quiet"))
        st.html(deskview.compared(strike, original(strike, snapshot.articles)))
        if found.of(strike):
            st.html(markup.heading("Judged") + deskform.judgements_of(found, found.of(strike)))
        st.html(markup.heading("In their words") + deskview.reports(strike, snapshot.articles))
    deskform.said()
    if strike is not None:
        deskform.form(strike, snapshot.strikes, snapshot.articles)
    elif wanted:
        st.html(markup.notice(f"No strike is known under '{wanted}'."))
        st.html(deskform.judgements_of(found, found.naming(wanted)))
with right:
    deskform.queue(waiting, strike)
    deskform.past(found, strike)
