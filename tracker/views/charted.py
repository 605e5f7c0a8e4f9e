"""A chart on the page, with the sentence that says what it shows below it."""

from __future__ import annotations

import altair as alt
import streamlit as st

from tracker.views import markup


def chart(drawn: alt.Chart | alt.LayerChart, key: str, height: int) -> None:
    """The chart at this height in pixels, as wide as its place, and its caption."""
    st.altair_chart(drawn.properties(title="", height=height), key=key)
    st.html(markup.line(caption(drawn), "quiet"))


def wide(drawn: alt.LayerChart, key: str) -> None:
    """A chart at its own width; a narrow page scrolls it."""
    with st.container(key=f"wide {key}"):
        st.altair_chart(drawn.properties(title=""), key=key, width="content")
    st.html(markup.line(caption(drawn), "quiet"))


def caption(drawn: alt.Chart | alt.LayerChart) -> str:
    """What a chart of ours says that it shows."""
    said: dict[str, str] = drawn.to_dict()["usermeta"]
    return said["caption"]
