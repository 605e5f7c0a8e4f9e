"""A chart on the page, with the sentence that says what it shows below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import altair as alt
import pandas as pd
import streamlit as st

from tracker.figures.campaign import PICK
from tracker.views import markup


def chart(drawn: alt.Chart | alt.LayerChart, key: str, height: int) -> None:
    """The chart at this height in pixels, as wide as its place, and its caption."""
    st.altair_chart(drawn.properties(title="", height=height), key=key)
    st.html(markup.line(caption(drawn), "quiet"))


def picked(drawn: alt.Chart, key: str, height: int, on_pick: Callable[[str], None]) -> None:
    """The chart as `chart` puts it, and what a click on one of its bars does with the code of that bar."""

    def clicked() -> None:
        found = st.session_state[key]["selection"].get(PICK)
        if found:  # a second click on the same bar takes the choice back
            on_pick(str(found[0]["code"]))

    said = caption(drawn)
    st.altair_chart(
        drawn.properties(title="", height=height), key=key, on_select=clicked, selection_mode=PICK, alt=said
    )
    st.html(markup.line(said, "quiet"))


def download(drawn: alt.Chart | alt.LayerChart, name: str) -> None:
    """A button that hands out the figures of a chart as they are drawn."""
    rows = pd.DataFrame(cast("pd.DataFrame", drawn.data))
    st.download_button(
        "Figures (CSV)", lambda: rows.to_csv(index=False).encode("utf-8-sig"), f"{name}.csv", "text/csv",
        key=f"figures {name}", on_click="ignore", type="tertiary",
    )  # fmt: skip


def wide(drawn: alt.LayerChart, key: str) -> None:
    """A chart at its own width; a narrow page scrolls it."""
    with st.container(key=f"wide {key}"):
        st.altair_chart(drawn.properties(title=""), key=key, width="content")
    st.html(markup.line(caption(drawn), "quiet"))


def caption(drawn: alt.Chart | alt.LayerChart) -> str:
    """What a chart of ours says that it shows."""
    return cast("dict[str, str]", drawn.usermeta)["caption"]
