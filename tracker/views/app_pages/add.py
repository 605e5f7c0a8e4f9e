"""Add an article: paste or upload, see what is found and where, then save it."""

from __future__ import annotations

import streamlit as st

from tracker.views import intake, markup

st.html(markup.line("Read an article: what it says of strikes and of supply, word by word.", "answer"))
intake.form()
intake.result()
