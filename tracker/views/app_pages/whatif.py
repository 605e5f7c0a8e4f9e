"""What if: two cases beside each other; each stands in the link and opens the same for everybody."""

from __future__ import annotations

import streamlit as st

from tracker.figures import words
from tracker.views import answers, caseform, caseview, data, markup, sidebar, state
from tracker.views.filters import BUYERS

filters = state.current()
as_of = min(filters.as_of or data.today(), data.today())
first = filters.first or as_of
last = min(max(filters.last or answers.stepped(first, 29), first), answers.stepped(first, caseform.LONGEST))
buyers = [filters.buyer] if filters.buyer else list(BUYERS)

sidebar.show_supply()
title = f"Two cases of {answers.span(first, last)}, seen from {words.day(as_of)}."
st.html(markup.line(title, "answer"))
if filters.last and filters.last > last:
    st.html(markup.notice(f"At most {caseform.LONGEST:,} days are compared: the rest is left out."))
cases = {}
for number, column in zip(caseform.FIELDS, st.columns(2, gap="medium"), strict=True):
    with column:
        changed = "changed" if any(caseform.texts(number)) else "as things are known"
        st.html(markup.heading(f"Case {number}", changed))
        cases[number] = caseform.show(number, data.facts().supply)

if None not in cases.values():
    for code in buyers:
        found = [data.answer(code, first, last, as_of, *caseform.texts(number)) for number in cases]
        st.html(markup.heading(words.country(code)) + caseview.compared(found))
        for number, column in zip(cases, st.columns(2, gap="medium"), strict=True):
            with column:
                caseview.charts(found[number - 1], f"{code} {number}", as_of, found)
