"""The dashboard and its machine-readable routes: `streamlit run app.py`."""

import streamlit as st

from tracker.views import server

app = st.App(server.SCRIPT, routes=server.routes(), middleware=server.middleware(), lifespan=server.lifespan)
